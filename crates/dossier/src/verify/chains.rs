//! Every event, in the order of the table itself: body, id, chain, signature, parents.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::{Connection, Row, Statement, params};
use trail::merkle::Fold;
use trail::{ChainId, ChainProblem, ChainWhy, Digest, DossierId, Event, EventId, Head, PublicKey, Signature};

use super::evidence::Named;
use super::finding::{Code, Finding, Place, Remark};
use super::projection::Comparison;
use super::seals::Sealed;
use super::{Options, Progress, Step, Stop, step};
use crate::error::{DossierError, SqliteContext as _};
use crate::heads::{self, ChainHead};
use crate::projection::said;
use crate::signing::Verifier;

const READING: &str = "reading events";

/// How many events go by between two words on progress.
const STRIDE: u64 = 4096;

/// One chain as far as it has been read.
struct Line {
    key: PublicKey,
    /// One open end, or several where the chain is forked.
    ends: Vec<Head>,
    forked_at: Option<u64>,
    /// For every other chain: how many of its events were named as seen.
    named: BTreeMap<ChainId, u64>,
}

/// What the scan leaves for the other parts.
pub(super) struct Seen {
    pub(super) dossier: DossierId,
    pub(super) events: u64,
    pub(super) evidence: Named,
    pub(super) seals: Vec<Sealed>,
    pub(super) projection_rows: u64,
}

pub(super) struct Scan<'c> {
    connection: &'c Connection,
    path: &'c Path,
    verifier: &'c dyn Verifier,
    options: Options,
    lines: BTreeMap<ChainId, Line>,
    by_id: Statement<'c>,
    backwards: Option<(u64, u64)>,
}

/// Where the scan is.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub(super) n: u64,
    pub(super) chain: ChainId,
    pub(super) seq: u64,
}

impl At {
    pub(super) fn place(self) -> Place {
        Place::Event { n: self.n, chain: Some(self.chain), seq: Some(self.seq) }
    }

    pub(super) fn finding(self, code: Code) -> Finding {
        Finding::new(code, self.place())
    }
}

impl<'c> Scan<'c> {
    pub(super) fn new(
        connection: &'c Connection,
        path: &'c Path,
        verifier: &'c dyn Verifier,
        options: Options,
    ) -> Result<Self, DossierError> {
        let by_id =
            connection.prepare("SELECT n, chain, seq FROM event WHERE id = ?1").doing(READING, path)?;
        Ok(Self { connection, path, verifier, options, lines: BTreeMap::new(), by_id, backwards: None })
    }

    pub(super) fn run(&mut self, progress: &mut dyn FnMut(Progress) -> bool) -> Result<Seen, Stop> {
        let total: u64 = self
            .connection
            .query_row("SELECT coalesce(max(n), 0) FROM event", [], |row| row.get(0))
            .doing(READING, self.path)?;
        // `NOT INDEXED`: an index that lies must not decide what is looked at.
        let mut events = self
            .connection
            .prepare("SELECT n, chain, seq, id, body, sig FROM event NOT INDEXED ORDER BY n")
            .doing(READING, self.path)?;
        let mut rows = events.query([]).doing(READING, self.path)?;
        let mut comparison = Comparison::new(self.connection, self.path)?;
        let mut dossier = None;
        let mut count: u64 = 0;
        let mut evidence = Named::default();
        let mut seals = Vec::new();
        while let Some(row) = rows.next().doing(READING, self.path)? {
            count = count.saturating_add(1);
            if count.is_multiple_of(STRIDE) {
                step(progress, Step::Events, count, total)?;
            }
            let stored = Stored::read(row, self.path)?;
            let event = stored.event(count)?;
            let at = At { n: count, chain: event.chain, seq: event.seq };
            let dossier = *dossier.get_or_insert(event.dossier);
            let signature = stored.signature().ok_or_else(|| at.finding(Code::Signature))?;
            self.chain(dossier, &event, at, &signature)?;
            self.parents(&event, at)?;
            if self.options.projection || is_read_here(event.kind) {
                let payload =
                    event.payload().map_err(|problem| at.finding(Code::EventBody).with("detail", problem))?;
                if self.options.projection
                    && let Some((said, value)) = said(event.kind, &payload)
                {
                    comparison.event(
                        at,
                        (event.kind, &event.id),
                        &payload,
                        &said,
                        &value,
                        &self.lines_seen(at),
                    )?;
                }
                match event.kind {
                    evaluation::kind::EVIDENCE_ADD => evidence.add(at, &payload)?,
                    evaluation::kind::EVIDENCE_WITHHOLD => evidence.withhold(at, &payload)?,
                    evaluation::kind::HAND_OVER => evidence.leave_out(at, &payload),
                    evaluation::kind::SEAL => {
                        let sealed = Sealed::read(at, event.id, &payload)?;
                        self.seal_heads(&sealed)?;
                        seals.push(sealed);
                    }
                    _ => {}
                }
            }
        }
        step(progress, Step::Events, count, total)?;
        let Some(dossier) = dossier else {
            return Err(Finding::new(Code::NotADossier, Place::File)
                .with("detail", "it holds no event")
                .into());
        };
        let projection_rows = if self.options.projection {
            step(progress, Step::Projection, 0, 0)?;
            comparison.finish()?
        } else {
            0
        };
        Ok(Seen { dossier, events: count, evidence, seals, projection_rows })
    }

    /// Where all chains stand; of a forked one, its longest history.
    pub(super) fn heads(&self) -> Vec<ChainHead> {
        let of_line = |line: &Line| {
            let longest =
                line.ends.iter().max_by_key(|head| (head.next_seq, std::cmp::Reverse(head.prev)))?;
            Some(ChainHead {
                chain: longest.chain,
                key: line.key,
                size: longest.next_seq,
                root: longest.tree.root(),
                newest: longest.prev,
                forked_at: line.forked_at,
            })
        };
        self.lines.values().filter_map(of_line).collect()
    }

    pub(super) fn remarks(&self) -> Vec<Remark> {
        let forks = self
            .lines
            .iter()
            .filter_map(|(chain, line)| line.forked_at.map(|seq| Remark::Fork { chain: *chain, seq }));
        let backwards = self.backwards.map(|(n, count)| Remark::TimeBackwards { n, count });
        forks.chain(backwards).collect()
    }

    /// The event continues its chain and was signed by the chain's key.
    fn chain(
        &mut self,
        dossier: DossierId,
        event: &Event<'_>,
        at: At,
        signature: &Signature,
    ) -> Result<(), Stop> {
        if let Some(line) = self.lines.get_mut(&event.chain) {
            let followed = match line.ends.as_mut_slice() {
                [head] => {
                    let backwards = head.runs_backwards(event.time);
                    head.follow(event).map(|()| backwards)
                }
                ends => follow_one(ends, event),
            };
            match followed {
                Ok(false) => {}
                Ok(true) => {
                    let (_, count) = self.backwards.get_or_insert((at.n, 0));
                    *count = count.saturating_add(1);
                }
                Err(problem) => self.branch(dossier, event, at, problem)?,
            }
        } else {
            let (head, key) =
                Head::opened_by(dossier, event).map_err(|problem| chain_finding(at, problem))?;
            let line = Line { key, ends: vec![head], forked_at: None, named: BTreeMap::new() };
            self.lines.insert(event.chain, line);
        }
        if self.options.signatures
            && let Some(line) = self.lines.get(&event.chain)
            && !self.verifier.verify(&line.key, &event.id, signature)
        {
            return Err(at.finding(Code::Signature).into());
        }
        Ok(())
    }

    /// An event that continues no open end: a second history of the chain, or something is wrong.
    fn branch(
        &mut self,
        dossier: DossierId,
        event: &Event<'_>,
        at: At,
        problem: ChainProblem,
    ) -> Result<(), Stop> {
        if !matches!(problem.why, ChainWhy::Fork | ChainWhy::PrevMismatch { .. }) {
            return Err(chain_finding(at, problem).into());
        }
        if self.row_of(&event.id)?.is_some_and(|(n, ..)| n < at.n) {
            return Err(at.finding(Code::EventTwice).into());
        }
        let head = if event.seq == 0 {
            Head::opened_by(dossier, event).map_err(|problem| chain_finding(at, problem))?.0
        } else {
            let before = self.row_of(&event.prev)?;
            let stands = |(n, chain, seq): (u64, ChainId, u64)| {
                n < at.n && chain == event.chain && seq.checked_add(1) == Some(event.seq)
            };
            if !before.is_some_and(stands) {
                return Err(at.finding(Code::EventPrev).with("prev", event.prev).into());
            }
            let mut head = self.head_after(dossier, event)?;
            head.follow(event).map_err(|problem| chain_finding(at, problem))?;
            head
        };
        let Some(line) = self.lines.get_mut(&event.chain) else {
            return Ok(());
        };
        if line.ends.len() >= heads::MAX_ENDS {
            return Err(at.finding(Code::ChainForks).into());
        }
        line.ends.push(head);
        line.forked_at = Some(line.forked_at.map_or(event.seq, |seq| seq.min(event.seq)));
        Ok(())
    }

    /// The state of the chain just before `event`, along the event's own history.
    fn head_after(&self, dossier: DossierId, event: &Event<'_>) -> Result<Head, Stop> {
        let ids = heads::history(self.connection, &event.prev, self.path)?;
        let body = heads::body_of(self.connection, &event.prev, self.path)?;
        let before = heads::read(&body, self.path)?;
        Ok(Head {
            chain: event.chain,
            dossier,
            next_seq: event.seq,
            prev: event.prev,
            tree: fold(&ids),
            last_time: before.time.to_owned(),
        })
    }

    /// What the author names as seen is there, stood here before, and is more than was named before.
    fn parents(&mut self, event: &Event<'_>, at: At) -> Result<(), Stop> {
        for parent in &event.parents {
            let missing = || at.finding(Code::ParentMissing).with("parent", parent.id);
            let (n, chain, seq) = self.row_of(&parent.id)?.ok_or_else(missing)?;
            if n >= at.n || chain != parent.chain || seq != parent.seq {
                return Err(missing().into());
            }
            let forked = self.is_forked(&parent.chain) || self.is_forked(&event.chain);
            let Some(line) = self.lines.get_mut(&event.chain) else {
                continue;
            };
            let seen = line.named.entry(parent.chain).or_default();
            let now = parent.seq.saturating_add(1);
            if now <= *seen && !forked {
                return Err(at.finding(Code::ParentBackwards).with("parent", parent.id).into());
            }
            *seen = now.max(*seen);
        }
        Ok(())
    }

    /// A seal names every chain its author had seen, exactly as far as it was seen.
    fn seal_heads(&self, sealed: &Sealed) -> Result<(), Stop> {
        if self.lines.values().any(|line| line.forked_at.is_some()) {
            return Ok(());
        }
        let mut expected =
            self.lines.get(&sealed.at.chain).map(|line| line.named.clone()).unwrap_or_default();
        expected.insert(sealed.at.chain, sealed.at.seq);
        let stated = sealed.heads.iter().map(|head| (head.chain, head.size));
        if expected.into_iter().eq(stated) { Ok(()) } else { Err(sealed.at.finding(Code::SealHeads).into()) }
    }

    fn is_forked(&self, chain: &ChainId) -> bool {
        self.lines.get(chain).is_some_and(|line| line.forked_at.is_some())
    }

    /// What the author of the event at `at` had seen of each chain; `None` where a fork leaves it open.
    fn lines_seen(&self, at: At) -> impl Fn(&ChainId, u64) -> bool {
        let own = self.lines.get(&at.chain).filter(|line| line.forked_at.is_none());
        move |chain, seq| match own {
            None => true,
            Some(_) if *chain == at.chain => seq < at.seq,
            Some(line) => line.named.get(chain).is_some_and(|seen| seq < *seen),
        }
    }

    fn row_of(&mut self, id: &EventId) -> Result<Option<(u64, ChainId, u64)>, DossierError> {
        let mut rows = self.by_id.query(params![id.0]).doing(READING, self.path)?;
        let Some(row) = rows.next().doing(READING, self.path)? else {
            return Ok(None);
        };
        let int = |column: usize| -> Result<u64, DossierError> { row.get(column).doing(READING, self.path) };
        Ok(Some((int(0)?, ChainId(crate::read::blob(row, 1, self.path)?), int(2)?)))
    }
}

/// The kinds whose payload verification reads, whatever the options.
fn is_read_here(kind: &str) -> bool {
    matches!(
        kind,
        evaluation::kind::EVIDENCE_ADD
            | evaluation::kind::EVIDENCE_WITHHOLD
            | evaluation::kind::HAND_OVER
            | evaluation::kind::SEAL
    )
}

/// Of several open ends, the one the event continues.
fn follow_one(ends: &mut [Head], event: &Event<'_>) -> Result<bool, ChainProblem> {
    let mut problem = None;
    for head in ends {
        let backwards = head.runs_backwards(event.time);
        match head.follow(event) {
            Ok(()) => return Ok(backwards),
            Err(found) => problem = Some(found),
        }
    }
    let unknown = ChainProblem { chain: event.chain, seq: event.seq, why: ChainWhy::Fork };
    // A gap for one end may be a fork of another history, which is then looked for.
    Err(match problem {
        Some(ChainProblem { why: ChainWhy::Gap { .. }, .. }) | None => unknown,
        Some(problem) => problem,
    })
}

fn chain_finding(at: At, problem: ChainProblem) -> Finding {
    let code = match problem.why {
        ChainWhy::WrongDossier { .. } => Code::EventDossier,
        ChainWhy::Gap { .. } => Code::EventGap,
        ChainWhy::Repeated => Code::EventTwice,
        ChainWhy::Fork | ChainWhy::PrevMismatch { .. } => Code::EventPrev,
        ChainWhy::WrongChain { .. }
        | ChainWhy::OpenMissing
        | ChainWhy::OpenTwice
        | ChainWhy::KeyMissing
        | ChainWhy::KeyMismatch => Code::ChainOpening,
    };
    let finding = at.finding(code).with("detail", problem);
    match problem.why {
        ChainWhy::Gap { expected, found } => finding.with("expected", expected).with("found", found),
        ChainWhy::PrevMismatch { found, .. } => finding.with("prev", found),
        _ => finding,
    }
}

fn fold(ids: &[EventId]) -> Fold {
    let mut tree = Fold::new();
    ids.iter().for_each(|id| tree.push(id));
    tree
}

/// Whether `root` is over the first `size` events of the chain, along any of its histories.
pub(super) fn is_prefix(
    connection: &Connection,
    path: &Path,
    chain: &ChainId,
    size: u64,
    root: &Digest,
) -> Result<Option<bool>, DossierError> {
    let Some(last) = size.checked_sub(1) else {
        return Ok(Some(*root == Fold::new().root()));
    };
    let last = i64::try_from(last).unwrap_or(i64::MAX);
    let mut statement =
        connection.prepare("SELECT id FROM event WHERE chain = ?1 AND seq = ?2").doing(READING, path)?;
    let mut rows = statement.query(params![chain.0, last]).doing(READING, path)?;
    let mut found = None;
    while let Some(row) = rows.next().doing(READING, path)? {
        let tip = Digest(crate::read::blob(row, 0, path)?);
        let ids = heads::history(connection, &tip, path)?;
        found = Some(found == Some(true) || fold(&ids).root() == *root);
    }
    Ok(found)
}

/// One row as it is stored, nothing of it believed yet.
struct Stored<'r> {
    n: i64,
    chain: &'r [u8],
    seq: i64,
    id: &'r [u8],
    body: &'r [u8],
    sig: &'r [u8],
}

impl<'r> Stored<'r> {
    fn read(row: &'r Row<'_>, path: &Path) -> Result<Self, DossierError> {
        let bytes = |column: usize| -> Result<&'r [u8], DossierError> {
            let value = row.get_ref(column).doing(READING, path)?;
            value.as_blob().map_err(|problem| DossierError::Damaged {
                path: path.into(),
                detail: format!("column {column} of an event: {problem}"),
            })
        };
        let int = |column: usize| -> Result<i64, DossierError> { row.get(column).doing(READING, path) };
        Ok(Self {
            n: int(0)?,
            chain: bytes(1)?,
            seq: int(2)?,
            id: bytes(3)?,
            body: bytes(4)?,
            sig: bytes(5)?,
        })
    }

    /// The event, if the body is one and everything beside it says the same.
    fn event(&self, count: u64) -> Result<Event<'r>, Finding> {
        let place = || Place::Event {
            n: count,
            chain: self.chain.try_into().ok().map(ChainId),
            seq: u64::try_from(self.seq).ok(),
        };
        if u64::try_from(self.n) != Ok(count) {
            return Err(Finding::new(Code::EventOrder, place()).with("found", self.n));
        }
        let event = Event::read(self.body)
            .map_err(|problem| Finding::new(Code::EventBody, place()).with("detail", problem))?;
        if self.id != event.id.0 {
            return Err(Finding::new(Code::EventId, place()).with("computed", event.id));
        }
        if self.chain != event.chain.0 || u64::try_from(self.seq) != Ok(event.seq) {
            return Err(Finding::new(Code::EventColumns, place()));
        }
        Ok(event)
    }

    fn signature(&self) -> Option<Signature> {
        self.sig.try_into().ok().map(Signature)
    }
}
