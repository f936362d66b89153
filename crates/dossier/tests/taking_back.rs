//! Retractions in the file: the projection follows from the set of events, is kept as it would be rebuilt, and
//! verification says when it is not.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test fails by panicking, helpers included"
)]

mod common;

use std::collections::BTreeSet;

use common::*;
use dossier::{Access, Dossier, NewEvent, Signer as _};
use proptest::prelude::*;
use trail::{ChainId, Digest, EventId, json::Value};

fn retract(events: &[EventId]) -> NewEvent {
    NewEvent { kind: "retract/1".into(), payload: Value::map([("events", ids(events))]) }
}

fn shown(dossier: &Dossier) -> Vec<EventId> {
    dossier.current("case").unwrap().into_iter().map(|row| row.event).collect()
}

#[test]
fn undo_redo_and_undo_again_show_what_stands() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    let pen = Pen(1);
    let mut dossier = create(&path, &pen);
    let one = |dossier: &mut Dossier, event: NewEvent| dossier.append(&[event], TIME, &pen).unwrap()[0];
    let first = one(&mut dossier, case("a", "1", &[]));
    let second = one(&mut dossier, case("a", "2", &[first]));
    let undo = one(&mut dossier, retract(&[second]));
    assert_eq!(shown(&dossier), [first], "what was replaced stands again");
    let seal_1 = seal(&mut dossier, "day_end", &pen);
    let redo = one(&mut dossier, retract(&[undo]));
    assert_eq!(shown(&dossier), [second], "taking the retraction back brings the value back");
    seal(&mut dossier, "day_end", &pen);
    one(&mut dossier, retract(&[redo, seal_1, Digest::of(b"nothing")]));
    assert_eq!(shown(&dossier), [first], "and so on; what can't be taken back is passed over");
    let third = one(&mut dossier, case("a", "3", &[first, second]));
    assert_eq!(shown(&dossier), [third], "superseding what is void besides what stands is no harm");
    let fourth = one(&mut dossier, case("a", "4", &[first]));
    let both = [third, fourth].into_iter().collect::<BTreeSet<_>>();
    let now: BTreeSet<EventId> = shown(&dossier).into_iter().collect();
    assert_eq!(now, both, "superseding only what was superseded already leaves two values");
    seal(&mut dossier, "report", &pen);
    dossier.close().unwrap();
    let outcome = check(&path);
    let report = outcome.report().unwrap_or_else(|| panic!("all of it verifies: {outcome:?}"));
    assert_eq!(report.seals, 3, "each seal was computed again as of its time");
}

#[test]
fn nobody_takes_back_what_another_key_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    let (lead, second) = (Pen(1), Pen(2));
    let mut dossier = create(&path, &lead);
    dossier.open_chain(card("B"), TIME, &second).unwrap();
    let value = dossier.append(&[case("a", "1", &[])], TIME, &lead).unwrap();
    dossier.append(&[retract(&value)], TIME, &second).unwrap();
    assert_eq!(shown(&dossier), value, "the value stands");
    dossier.close().unwrap();
    assert_eq!(code(&path), "ok", "a retraction without effect is not wrong");
}

#[test]
fn a_value_shown_although_it_was_taken_back_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    let pen = Pen(1);
    let mut dossier = create(&path, &pen);
    let first = dossier.append(&[case("a", "1", &[])], TIME, &pen).unwrap();
    let second = dossier.append(&[case("a", "2", &first)], TIME, &pen).unwrap();
    dossier.append(&[retract(&second)], TIME, &pen).unwrap();
    dossier.close().unwrap();
    let copy = folder.path().join("b.assay");
    for (sql, expected) in [
        ("INSERT INTO current SELECT 'case', 'a', id, '{}' FROM event WHERE n = 3", "projection-void"),
        ("DELETE FROM current", "projection-missing"),
    ] {
        std::fs::copy(&path, &copy).unwrap();
        raw(&copy, sql);
        assert_eq!(code(&copy), expected, "{sql}");
    }
    assert_eq!(code(&path), "ok", "the file itself is in order");
}

/// One step of a history: who, which field, and which earlier events it replaces or takes back.
#[derive(Clone, Debug)]
struct Draft {
    second: bool,
    what: u8,
    earlier: Vec<prop::sample::Index>,
}

fn histories(authors: u8) -> impl Strategy<Value = Vec<Draft>> {
    let draft = (0..authors, 0_u8..10, proptest::collection::vec(any::<prop::sample::Index>(), 0..4))
        .prop_map(|(author, what, earlier)| Draft { second: author == 1, what, earlier });
    proptest::collection::vec(draft, 1..24)
}

/// What was recorded: id, chain, place, field and what it replaces, or else what it takes back.
struct Recorded {
    id: EventId,
    chain: ChainId,
    seq: u64,
    field: Option<&'static str>,
    named: Vec<EventId>,
}

/// Whether the event is void, straight from the definition.
fn is_void(event: &Recorded, events: &[Recorded]) -> bool {
    events.iter().any(|r| {
        r.field.is_none()
            && r.chain == event.chain
            && r.seq > event.seq
            && r.named.contains(&event.id)
            && !is_void(r, events)
    })
}

fn standing(events: &[Recorded]) -> BTreeSet<EventId> {
    let with_effect: Vec<&Recorded> =
        events.iter().filter(|e| e.field.is_some() && !is_void(e, events)).collect();
    let replaced = |e: &Recorded| with_effect.iter().any(|by| by.named.contains(&e.id));
    with_effect.iter().filter(|e| !replaced(e)).map(|e| e.id).collect()
}

/// Records the history; after every step the projection is what the definition says.
fn run(drafts: &[Draft]) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    let pens = [Pen(1), Pen(2)];
    let mut dossier = create(&path, &pens[0]);
    dossier.open_chain(card("B"), TIME, &pens[1]).unwrap();
    let mut seqs = [1_u64; 2];
    let mut events: Vec<Recorded> = Vec::new();
    for draft in drafts {
        let author = usize::from(draft.second);
        if draft.what == 9 {
            seal(&mut dossier, "day_end", &pens[author]);
            seqs[author] += 1;
            continue;
        }
        let field = ["a", "b", "a", "b"].get(usize::from(draft.what)).copied();
        let eligible = |e: &&Recorded| field.is_none() || e.field == field;
        let among: Vec<EventId> = events.iter().filter(eligible).map(|e| e.id).collect();
        let named: Vec<EventId> = if among.is_empty() {
            Vec::new()
        } else {
            draft.earlier.iter().map(|index| *index.get(&among)).collect()
        };
        let event = field.map_or_else(|| retract(&named), |field| case(field, "x", &named));
        let pen = &pens[author];
        let id = dossier.append(&[event], TIME, pen).unwrap()[0];
        let chain = ChainId::of(&common::id(), &pen.key());
        events.push(Recorded { id, chain, seq: seqs[author], field, named });
        seqs[author] += 1;
        let now: BTreeSet<EventId> = shown(&dossier).into_iter().collect();
        prop_assert_eq!(now, standing(&events), "the projection must show what stands");
    }
    let kept = dossier.projection_digest().unwrap();
    dossier.rebuild_projection().unwrap();
    prop_assert_eq!(dossier.projection_digest().unwrap(), kept, "rebuilt, it must be the same");
    dossier.close().unwrap();
    prop_assert_eq!(code(&path), "ok", "and verification must find it in order, seals included");
    let dossier = Dossier::open(&path, Access::ReadOnly).unwrap();
    prop_assert_eq!(dossier.projection_digest().unwrap(), kept, "also after opening again");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_projection_of_one_author_is_kept_as_it_would_be_rebuilt(drafts in histories(1)) {
        run(&drafts)?;
    }

    #[test]
    fn the_projection_of_two_authors_is_kept_as_it_would_be_rebuilt(drafts in histories(2)) {
        run(&drafts)?;
    }
}
