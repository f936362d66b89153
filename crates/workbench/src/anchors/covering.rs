//! What an anchored checkpoint covers, and whether that is everything a report says.
//!
//! A checkpoint commits to the events of its chain, and through them to all that their authors had seen: the events
//! they name as parents, the heads that seals name, and everything before those.

use std::collections::BTreeMap;

use dossier::StoredEvent;
use evaluation::kind;
use trail::{ChainId, OPEN_KIND, json::Value};

use super::{Listed, list};
use crate::{Problem, Session};

/// What the anchors of a dossier cover.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Covering {
    /// Every anchor, with whether it covers everything that says something about the evaluation.
    pub anchors: Vec<(Listed, bool)>,
}

/// What of an event matters here.
struct Seen {
    chain: ChainId,
    seq: u64,
    /// Whether it is one that changes nothing that a report says: a seal, an anchor, the opening of a chain.
    silent: bool,
    /// How many events of other chains it commits to.
    names: Vec<(ChainId, u64)>,
}

/// Which anchors cover everything said so far. What came after the checkpoint may be seals, anchors and openings of
/// chains; one verdict, piece of evidence, review or earlier report more, and it does not.
///
/// # Errors
/// An anchor does not hold, or the dossier can't be read.
pub fn covering(session: &Session) -> Result<Covering, Problem> {
    let anchors = list(session)?;
    if anchors.is_empty() {
        return Ok(Covering::default());
    }
    let mut seen = Vec::new();
    session.dossier().each_event(0..u64::MAX, &mut |stored| {
        seen.extend(look(&stored));
        Ok(())
    })?;
    let whole = |anchor: &Listed| {
        ChainId::from_hex(&anchor.chain).is_some_and(|chain| covers_all(&seen, chain, anchor.size))
    };
    Ok(Covering { anchors: anchors.into_iter().map(|anchor| (anchor.clone(), whole(&anchor))).collect() })
}

fn look(stored: &StoredEvent) -> Option<Seen> {
    let event = stored.event().ok()?;
    let mut names: Vec<(ChainId, u64)> =
        event.parents.iter().map(|parent| (parent.chain, parent.seq.saturating_add(1))).collect();
    if event.kind == kind::SEAL {
        names.extend(heads(&event.payload().ok()?));
    }
    let silent = matches!(event.kind, kind::SEAL | kind::ANCHOR | OPEN_KIND);
    Some(Seen { chain: event.chain, seq: event.seq, silent, names })
}

fn heads(seal: &Value) -> Vec<(ChainId, u64)> {
    let head = |head: &Value| {
        let chain = ChainId::from_hex(head.get("chain")?.as_text()?)?;
        Some((chain, u64::try_from(head.get("size")?.as_int()?).ok()?))
    };
    seal.get("heads").and_then(Value::as_list).into_iter().flatten().filter_map(head).collect()
}

/// Walks back from the newest event: what is named stands before what names it, so one walk is enough.
fn covers_all(seen: &[Seen], chain: ChainId, size: u64) -> bool {
    let mut covered = BTreeMap::from([(chain, size)]);
    let mut all = true;
    for event in seen.iter().rev() {
        if covered.get(&event.chain).is_some_and(|size| event.seq < *size) {
            for (other, size) in &event.names {
                let known = covered.entry(*other).or_default();
                *known = (*known).max(*size);
            }
        } else {
            all &= event.silent;
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(chain: u8, seq: u64, silent: bool, names: &[(u8, u64)]) -> Seen {
        let names = names.iter().map(|(chain, size)| (ChainId([*chain; 16]), *size)).collect();
        Seen { chain: ChainId([chain; 16]), seq, silent, names }
    }

    #[test]
    fn a_checkpoint_covers_what_its_events_had_seen_and_no_more() {
        let (a, _) = (ChainId([1; 16]), ChainId([2; 16]));
        let mut seen = vec![
            event(1, 0, true, &[]),
            event(2, 0, true, &[]),
            event(2, 1, false, &[]),
            event(1, 1, false, &[(2, 2)]),
            event(1, 2, true, &[]),
        ];
        assert!(covers_all(&seen, a, 2), "the verdict of the other chain is named by the event at 1");
        assert!(!covers_all(&seen, a, 1), "the opening alone commits to nothing that was said");
        seen.push(event(2, 2, true, &[]));
        assert!(covers_all(&seen, a, 3), "a seal by somebody else changes nothing that is said");
        seen.push(event(2, 3, false, &[]));
        assert!(!covers_all(&seen, a, 3), "a later verdict in another chain is not covered");
    }
}
