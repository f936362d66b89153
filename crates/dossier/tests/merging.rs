//! The merge campaign: random histories of several copies, merged in part and in whole, in any order, more than once.
//!
//! A short form runs with the other tests; `MERGE_HISTORIES=300` makes it the long one (`docs/assurance.md`). A history is
//! made from its number alone, so a failure is made again by `MERGE_FIRST=number MERGE_HISTORIES=1`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test fails by panicking, helpers included"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use common::*;
use dossier::{
    Access, Dossier, DossierError, MERGE_BATCH, Merged, NewEvent, NotReceived, Received, Recording,
    Signer as _,
};
use evaluation::State;
use evaluation::state::Recorded;
use trail::json::Value;
use trail::{ChainId, Digest, EventId};

/// Histories of the short form.
const SHORT: u64 = 40;

/// A plain generator (SplitMix64): what is random must be the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % end as u64).unwrap()
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

fn receive(path: &Path, folder: &Path) -> Received {
    let copy = folder.join("received.assay");
    fs::copy(path, &copy).unwrap();
    match Received::verified(&copy, &Reader, &mut |_| true) {
        Ok(received) => received,
        Err(NotReceived::Wrong(finding)) => panic!("{} must verify, but: {finding}", path.display()),
        Err(NotReceived::Unanswered(problem)) => panic!("{problem}"),
    }
}

fn payload(difference: &dossier::Difference) -> Value {
    Value::map([("events", Value::Int(difference.events().try_into().unwrap()))])
}

fn merge(into: &mut Dossier, from: &Received, pen: &Pen) -> Merged {
    let recording = Recording { payload: &payload, card: card("merging"), time: TIME, signer: pen };
    into.merge(from, &recording, &mut |_| true).unwrap()
}

fn begin(path: &Path, from: &Received, pen: &Pen) -> Dossier {
    let recording = Recording { payload: &payload, card: card("beginning"), time: TIME, signer: pen };
    Dossier::create_from(path, from, &recording, &mut |_| true).unwrap().0
}

fn event(kind: &str, payload: Value) -> NewEvent {
    NewEvent { kind: kind.to_owned(), payload }
}

fn chain(pen: u8) -> ChainId {
    ChainId::of(&id(), &Pen(pen).key())
}

fn admit(pen: u8, roles: &[&str]) -> NewEvent {
    let roles = Value::List(roles.iter().map(|role| text(role)).collect());
    let fields = [
        ("chain", text(&chain(pen).to_string())),
        ("key", text(&Pen(pen).key().to_string())),
        ("name", text(&format!("Person {pen}"))),
        ("organisation", text("Lab")),
        ("roles", roles),
        ("supersedes", ids(&[])),
    ];
    event("actor.enroll/1", Value::map(fields))
}

/// One copy of the dossier, and the key that writes it.
struct Copy {
    path: PathBuf,
    pen: u8,
    dossier: Dossier,
}

/// What everybody must agree on in the end.
#[derive(Debug, PartialEq, Eq)]
struct Agreed {
    projection: Digest,
    evidence: Digest,
    content: Digest,
    conflicts: Vec<(String, String, BTreeSet<EventId>)>,
    idle: BTreeSet<EventId>,
    forks: Vec<(ChainId, u64)>,
    bytes: BTreeSet<Digest>,
}

fn state(dossier: &Dossier) -> State {
    let mut state = State::new(dossier.id());
    for stored in dossier.events(0..u64::MAX).unwrap() {
        let event = stored.event().unwrap();
        let payload = event.payload().unwrap();
        let (chain, seq, time, kind) = (event.chain, event.seq, event.time, event.kind);
        state.apply(&Recorded { id: stored.id, chain, seq, time, kind, payload });
    }
    state
}

fn agreed(dossier: &Dossier) -> Agreed {
    let state = state(dossier);
    let conflicts = state.conflicts().into_iter();
    let conflicts = conflicts.map(|c| (c.subject, c.field, c.events.into_iter().collect())).collect();
    let register = registered(dossier).into_iter();
    Agreed {
        projection: dossier.projection_digest().unwrap(),
        evidence: dossier.evidence_digest().unwrap(),
        content: state.content_digest(),
        conflicts,
        idle: state.without_effect().into_iter().map(|(_, id)| id).collect(),
        forks: dossier.heads().into_iter().filter_map(|head| Some((head.chain, head.forked_at?))).collect(),
        bytes: register.filter(|sha256| dossier.has_bytes(sha256).unwrap()).collect(),
    }
}

/// All evidence that events name.
fn registered(dossier: &Dossier) -> BTreeSet<Digest> {
    let mut register = BTreeSet::new();
    for stored in dossier.events(0..u64::MAX).unwrap() {
        let event = stored.event().unwrap();
        if event.kind == "evidence.add/1" {
            let payload = event.payload().unwrap();
            register.insert(Digest::from_hex(payload.get("sha256").unwrap().as_text().unwrap()).unwrap());
        }
    }
    register
}

fn event_ids(dossier: &Dossier) -> BTreeSet<EventId> {
    dossier.events(0..u64::MAX).unwrap().into_iter().map(|stored| stored.id).collect()
}

/// One random history, while it is made.
struct History {
    dice: Dice,
    folder: PathBuf,
    copies: Vec<Copy>,
    /// Every event that an append acknowledged, in whatever copy.
    acknowledged: BTreeSet<EventId>,
    next_pen: u8,
    merges: u64,
}

impl History {
    fn new(number: u64, folder: &Path) -> Self {
        let mut dice = Dice(number.wrapping_mul(0x5851_f42d_4c95_7f2d));
        let count = 2 + dice.below(4);
        let founder = Pen(1);
        let path = folder.join("copy-0.assay");
        let mut first = create(&path, &founder);
        let open = [("checklist", text("c")), ("checklist_sha256", text("0")), ("title", text("t"))];
        let mut events = vec![event("evaluation.open/1", Value::map(open))];
        for pen in 2..=u8::try_from(count).unwrap() {
            // Some are leads, some evaluators, and one in four is not admitted before work begins.
            match dice.below(4) {
                0 => {}
                1 => events.push(admit(pen, &["lead", "evaluator"])),
                _ => events.push(admit(pen, &["evaluator"])),
            }
        }
        let acknowledged = first.append(&events, TIME, &founder).unwrap().into_iter().collect();
        let mut history = Self {
            dice,
            folder: folder.to_path_buf(),
            copies: vec![Copy { path, pen: 1, dossier: first }],
            acknowledged,
            next_pen: 50,
            merges: 0,
        };
        for number in 1..count {
            let from = receive(&history.copies[0].path, &history.folder);
            let pen = u8::try_from(number + 1).unwrap();
            let path = folder.join(format!("copy-{number}.assay"));
            let dossier = begin(&path, &from, &Pen(pen));
            history.copies.push(Copy { path, pen, dossier });
        }
        history
    }

    fn append(&mut self, at: usize, event: NewEvent) {
        let copy = &mut self.copies[at];
        match copy.dossier.append(&[event], TIME, &Pen(copy.pen)) {
            Ok(ids) => self.acknowledged.extend(ids),
            // The key wrote from two copies and both have met: it hands over to a new one.
            Err(DossierError::Forked { .. }) => self.rotate(at),
            Err(problem) => panic!("{problem}"),
        }
    }

    fn rotate(&mut self, at: usize) {
        let copy = &mut self.copies[at];
        let (old, new) = (copy.pen, self.next_pen);
        self.next_pen += 1;
        let fields = [("chain", text(&chain(new).to_string())), ("key", text(&Pen(new).key().to_string()))];
        let rotate = event("actor.rotate/1", Value::map(fields));
        self.acknowledged.extend(copy.dossier.append(&[rotate], TIME, &Pen(old)).unwrap());
        self.acknowledged.insert(copy.dossier.open_chain(card("new key"), TIME, &Pen(new)).unwrap());
        copy.pen = new;
    }

    /// Sets a field, over everything that stands there as far as this copy has seen.
    fn set(&mut self, at: usize) {
        let field = format!("field-{}", self.dice.below(5));
        let standing: Vec<EventId> = self.copies[at]
            .dossier
            .current("case")
            .unwrap()
            .into_iter()
            .filter(|row| row.field == field)
            .map(|row| row.event)
            .collect();
        let value = format!("value {}", self.dice.roll());
        self.append(at, case(&field, &value, &standing));
    }

    fn own(&self, at: usize, wanted: impl Fn(&str) -> bool) -> Vec<EventId> {
        let own = chain(self.copies[at].pen);
        let events = self.copies[at].dossier.events(0..u64::MAX).unwrap();
        let fitting = events.iter().filter(|stored| {
            let event = stored.event().unwrap();
            event.chain == own && wanted(event.kind)
        });
        fitting.map(|stored| stored.id).collect()
    }

    fn retract(&mut self, at: usize) {
        let own = self.own(at, |kind| matches!(kind, "case.set/1" | "retract/1"));
        if let Some(id) = own.get(self.dice.below(own.len().max(1))) {
            self.append(at, event("retract/1", Value::map([("events", ids(&[*id]))])));
        }
    }

    fn add_evidence(&mut self, at: usize) {
        // Few different contents, so that the same bytes come from two people.
        let bytes = format!("photo {}", self.dice.below(6)).repeat(50);
        let copy = &mut self.copies[at];
        let mut naming = |stored: &dossier::StoredBytes| vec![evidence(stored, "photo.jpg")];
        let mut source = std::io::Cursor::new(bytes.as_bytes());
        match copy.dossier.ingest_and_name(&mut source, &mut |_| true, &mut naming, TIME, &Pen(copy.pen)) {
            Ok((_, ids)) => self.acknowledged.extend(ids),
            Err(DossierError::Forked { .. }) => self.rotate(at),
            Err(problem) => panic!("{problem}"),
        }
    }

    /// The lead admits somebody later, or a lead revokes a key behind some place, or a key is replaced.
    fn people(&mut self, at: usize) {
        let pen = 1 + u8::try_from(self.dice.below(self.copies.len())).unwrap();
        match self.dice.below(4) {
            0 => self.append(at, admit(pen, &["evaluator"])),
            1 => self.append(at, admit(pen, &["lead", "evaluator"])),
            2 => {
                let last = self.dice.below(12);
                let fields = [
                    ("chain", text(&chain(pen).to_string())),
                    ("last", Value::Int(last.try_into().unwrap())),
                    ("reason", text("stolen")),
                    ("supersedes", ids(&[])),
                ];
                self.append(at, event("actor.revoke/1", Value::map(fields)));
            }
            _ => self.append(at, event("chain.note/1", Value::map([("unknown", text("kind"))]))),
        }
    }

    /// A part of the copies exchanges what it has.
    fn merge_some(&mut self, at: usize) {
        let from = self.dice.below(self.copies.len());
        if from == at {
            return;
        }
        let received = if self.dice.below(4) == 0 {
            // As a copy for somebody who is not to have the evidence.
            let path = self.folder.join("without.assay");
            let _ = fs::remove_file(&path);
            self.hand_over_without(from, &path);
            receive(&path, &self.folder)
        } else {
            receive(&self.copies[from].path, &self.folder)
        };
        let copy = &mut self.copies[at];
        let bytes_before = agreed(&copy.dossier).bytes;
        let first = merge(&mut copy.dossier, &received, &Pen(copy.pen));
        let again = merge(&mut copy.dossier, &received, &Pen(copy.pen));
        assert!(
            again.taken.is_empty() && again.event.is_none(),
            "the same file once more has nothing to take"
        );
        let lost: Vec<_> = bytes_before.difference(&agreed(&copy.dossier).bytes).copied().collect();
        assert!(lost.is_empty(), "a merge takes no bytes of ours away: {lost:?}");
        let _ = first;
        self.merges += 1;
    }

    fn hand_over_without(&mut self, from: usize, path: &Path) {
        let all = registered(&self.copies[from].dossier);
        let list = all.iter().map(|sha256| text(&sha256.to_string())).collect();
        self.append(from, event("hand_over/1", Value::map([("left_out", Value::List(list))])));
        let stated = self.own(from, |kind| kind == "hand_over/1");
        // A forked key could not say so and was replaced instead; then nothing is left out.
        let left_out =
            if stated.is_empty() { BTreeSet::new() } else { left_out_of(&self.copies[from].dossier) };
        self.copies[from].dossier.copy_without(path, &left_out).unwrap();
    }

    /// A backup is restored on another computer, and the key goes on there as well.
    fn clone_copy(&mut self, at: usize) {
        if self.copies.len() >= 6 {
            return;
        }
        let path = self.folder.join(format!("copy-{}.assay", self.copies.len()));
        fs::copy(&self.copies[at].path, &path).unwrap();
        let dossier = Dossier::open(&path, Access::Write).unwrap();
        let pen = self.copies[at].pen;
        self.copies.push(Copy { path, pen, dossier });
    }

    fn step(&mut self) {
        let at = self.dice.below(self.copies.len());
        match self.dice.below(20) {
            0..=8 => self.set(at),
            9 | 10 => self.retract(at),
            11 | 12 => self.add_evidence(at),
            13 => self.people(at),
            14 => self.rotate_if_whole(at),
            15 => self.seal(at),
            16 if self.dice.below(4) == 0 => self.clone_copy(at),
            _ => self.merge_some(at),
        }
    }

    fn rotate_if_whole(&mut self, at: usize) {
        // Rarely, and only where the pen is not at work in two copies, so that both do not name a key each time.
        if self.dice.below(6) == 0 {
            self.rotate(at);
        }
    }

    fn seal(&mut self, at: usize) {
        let payload = self.copies[at].dossier.seal_payload("day_end", None).unwrap();
        self.append(at, event("seal/1", payload));
    }

    /// Everybody receives everybody's copy, in any order, until nobody has anything to take.
    fn converge(&mut self) -> (u64, u64) {
        let mut rounds = 0;
        // What was received in this state before has nothing to take; that is tested where parts are merged.
        let mut known = BTreeMap::new();
        loop {
            let mut pairs: Vec<(usize, usize)> = (0..self.copies.len())
                .flat_map(|into| (0..self.copies.len()).map(move |from| (into, from)))
                .filter(|(into, from)| into != from)
                .collect();
            self.dice.shuffle(&mut pairs);
            let mut taken = 0;
            for (into, from) in pairs {
                let size = self.copies[from].dossier.event_count().unwrap();
                if known.insert((into, from), size) == Some(size) {
                    continue;
                }
                let received = receive(&self.copies[from].path, &self.folder);
                let copy = &mut self.copies[into];
                taken += merge(&mut copy.dossier, &received, &Pen(copy.pen)).taken.events();
                self.merges += 1;
            }
            rounds += 1;
            assert!(rounds < 20, "copies that only exchange must come to an end");
            if taken == 0 {
                return (rounds, self.merges);
            }
        }
    }
}

/// What the events of the file say was left out of some copy and is registered.
fn left_out_of(dossier: &Dossier) -> BTreeSet<Digest> {
    let mut left_out = BTreeSet::new();
    for stored in dossier.events(0..u64::MAX).unwrap() {
        let event = stored.event().unwrap();
        if event.kind == "hand_over/1" {
            let payload = event.payload().unwrap();
            let list = payload.get("left_out").and_then(Value::as_list).unwrap_or_default();
            left_out.extend(list.iter().filter_map(|sha256| Digest::from_hex(sha256.as_text()?)));
        }
    }
    left_out
}

#[derive(Debug, Default)]
struct Figures {
    histories: u64,
    copies: u64,
    merges: u64,
    events: u64,
    conflicts: u64,
    forks: u64,
    evidence: u64,
    idle: u64,
    lost: u64,
    diverged: u64,
}

/// In memory where the system has such a folder: what is asked here is not whether the disk keeps it.
fn quick_folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    folder.unwrap()
}

fn run(number: u64, figures: &mut Figures) {
    let folder = quick_folder();
    let mut history = History::new(number, folder.path());
    let steps = 12 + history.dice.below(40);
    for _ in 0..steps {
        history.step();
    }
    // The same files, to be brought together once more in another order.
    let aside: Vec<(PathBuf, u8)> = history.copies.iter().map(|copy| (copy.path.clone(), copy.pen)).collect();
    let elsewhere = quick_folder();
    for (at, (path, _)) in aside.iter().enumerate() {
        fs::copy(path, elsewhere.path().join(format!("copy-{at}.assay"))).unwrap();
    }
    history.converge();
    let first = agreed(&history.copies[0].dossier);
    let registered = registered(&history.copies[0].dossier).len();
    assert_eq!(
        first.bytes.len(),
        registered,
        "history {number}: somebody had every piece, so all have it now"
    );
    let all = event_ids(&history.copies[0].dossier);
    for copy in &history.copies {
        if agreed(&copy.dossier) != first || event_ids(&copy.dossier) != all {
            println!("history {number} diverged: {:?} and {first:?}", agreed(&copy.dossier));
            figures.diverged += 1;
        }
    }
    figures.lost += history.acknowledged.difference(&all).count() as u64;
    let copies = aside.iter().enumerate().map(|(at, (_, pen))| {
        let path = elsewhere.path().join(format!("copy-{at}.assay"));
        let dossier = Dossier::open(&path, Access::Write).unwrap();
        Copy { path, pen: *pen, dossier }
    });
    let mut other = History {
        dice: Dice(number ^ 0xffff),
        folder: elsewhere.path().to_path_buf(),
        copies: copies.collect(),
        acknowledged: BTreeSet::new(),
        next_pen: 90,
        merges: 0,
    };
    other.converge();
    // A key at work in two copies may have been forked by the merges themselves, in one order and not in the other.
    let again = Agreed { forks: first.forks.clone(), ..agreed(&other.copies[0].dossier) };
    if again != first {
        println!("history {number}, other order: {:?} and {first:?}", agreed(&other.copies[0].dossier));
        figures.diverged += 1;
    }
    figures.histories += 1;
    figures.copies += history.copies.len() as u64;
    figures.merges += history.merges + other.merges;
    figures.events += history.acknowledged.len() as u64;
    figures.conflicts += first.conflicts.len() as u64;
    figures.forks += first.forks.len() as u64;
    figures.evidence += first.bytes.len() as u64;
    figures.idle += first.idle.len() as u64;
    for copy in history.copies.into_iter().chain(other.copies) {
        let path = copy.path;
        copy.dossier.close().unwrap();
        assert_eq!(code(&path), "ok", "history {number}: every copy verifies in the end");
    }
}

#[test]
fn random_histories_lose_nothing_and_come_to_one_state() {
    let number =
        |name: &str, other: u64| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(other);
    let (first, count) = (number("MERGE_FIRST", 0), number("MERGE_HISTORIES", SHORT));
    let mut figures = Figures::default();
    for history in first..first + count {
        run(history, &mut figures);
    }
    println!("{figures:?}");
    assert_eq!((figures.lost, figures.diverged), (0, 0), "{figures:?}");
    if count >= SHORT {
        assert!(
            figures.conflicts > 0 && figures.forks > 0,
            "the campaign must meet what it is about: {figures:?}"
        );
    }
}

#[test]
fn no_record_is_lost_at_the_edges_of_a_batch() {
    let folder = tempfile::tempdir().unwrap();
    let n = usize::try_from(MERGE_BATCH).unwrap();
    for size in [0, 1, n - 1, n, n + 1, 2 * n] {
        let (ours, theirs) = (folder.path().join(format!("a-{size}.assay")), folder.path().join("b.assay"));
        let _ = fs::remove_file(&theirs);
        let mut a = create(&ours, &Pen(1));
        let mut b = begin(&theirs, &receive(&ours, folder.path()), &Pen(2));
        // What we have already must not count: only the rest of a batch may.
        merge(&mut a, &receive(&theirs, folder.path()), &Pen(1));
        let events: Vec<NewEvent> = (0..size).map(|at| case(&format!("field-{at}"), "value", &[])).collect();
        let recorded = b.append(&events, TIME, &Pen(2)).unwrap();
        let merged = merge(&mut a, &receive(&theirs, folder.path()), &Pen(1));
        assert_eq!(merged.taken.events(), size as u64, "{size} new events, and as many are taken");
        let there = event_ids(&a);
        assert!(recorded.iter().all(|id| there.contains(id)), "{size}: the last one as well");
        a.close().unwrap();
        assert_eq!(code(&ours), "ok", "{size}: and the dossier verifies");
    }
}

#[test]
fn what_was_left_out_of_a_copy_stays_with_its_owner() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, copy, theirs) =
        (folder.path().join("a.assay"), folder.path().join("copy.assay"), folder.path().join("b.assay"));
    let mut a = create(&ours, &Pen(1));
    let kept = ingest(&mut a, &photo(), "photo.jpg", &Pen(1)).sha256;
    let list = Value::List(vec![text(&kept.to_string())]);
    let hand_over = event("hand_over/1", Value::map([("left_out", list)]));
    a.append(&[hand_over], TIME, &Pen(1)).unwrap();
    a.copy_without(&copy, &[kept].into_iter().collect()).unwrap();
    let outcome = check(&copy);
    let report = outcome.report().unwrap_or_else(|| panic!("the copy verifies: {outcome:?}"));
    assert_eq!(report.not_included.len(), 1, "and says what is not in it");
    assert!(report.withheld.is_empty(), "which is another thing than withheld");
    let raw = fs::read(&copy).unwrap();
    let part = &photo()[..64];
    assert!(
        !raw.windows(64).any(|window| window == part),
        "no byte of it is in the copy, not even in free pages"
    );
    assert!(
        matches!(a.copy_without(&copy, &BTreeSet::new()), Err(DossierError::Exists { .. })),
        "nothing is overwritten"
    );

    let mut b = begin(&theirs, &receive(&copy, folder.path()), &Pen(2));
    b.append(&[case("a", "from the copy", &[])], TIME, &Pen(2)).unwrap();
    merge(&mut a, &receive(&theirs, folder.path()), &Pen(1));
    a.close().unwrap();
    let a = Dossier::open(&ours, Access::Write).unwrap();
    assert!(a.has_bytes(&kept).unwrap(), "the owner's bytes stay, also when the dossier is opened again");
    assert!(check(&ours).report().unwrap().not_included.is_empty(), "nothing is missing here");
    // The owner sends it after all.
    let merged = merge(&mut b, &receive(&ours, folder.path()), &Pen(2));
    assert_eq!(merged.taken.evidence.len(), 1, "what was left out comes along with a full copy");
    assert!(check(&theirs).report().unwrap().not_included.is_empty(), "and is there then");
}

#[test]
fn a_withholding_from_another_copy_takes_nothing_out_of_ours() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, theirs) = (folder.path().join("a.assay"), folder.path().join("b.assay"));
    let mut a = create(&ours, &Pen(1));
    let photo = ingest(&mut a, &photo(), "photo.jpg", &Pen(1)).sha256;
    let mut b = begin(&theirs, &receive(&ours, folder.path()), &Pen(2));
    let fields = [("sha256", text(&photo.to_string())), ("reason", text("gone")), ("supersedes", ids(&[]))];
    b.withhold(&photo, event("evidence.withhold/1", Value::map(fields)), TIME, &Pen(2)).unwrap();
    assert_eq!(
        check(&theirs).report().unwrap().withheld.len(),
        1,
        "there the bytes are gone, with the reason"
    );
    merge(&mut a, &receive(&theirs, folder.path()), &Pen(1));
    a.close().unwrap();
    // Somebody who is not admitted could have recorded it: opening must not carry it out.
    let a = Dossier::open(&ours, Access::Write).unwrap();
    assert!(a.has_bytes(&photo).unwrap(), "a stranger's word makes no evidence disappear");
    let outcome = check(&ours);
    let remarks = &outcome.report().unwrap().remarks;
    assert!(remarks.iter().any(|remark| remark.code() == "withheld-present"), "and it is said: {remarks:?}");
    // The other way nothing comes back that was withheld on purpose.
    let merged = merge(&mut b, &receive(&ours, folder.path()), &Pen(2));
    assert!(merged.taken.evidence.is_empty(), "what was withheld is not lacking");
}

#[test]
fn both_histories_of_a_key_are_kept_and_the_key_goes_on_with_a_new_one_only() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, backup) = (folder.path().join("a.assay"), folder.path().join("backup.assay"));
    let mut a = create(&ours, &Pen(1));
    a.append(&[case("a", "1", &[])], TIME, &Pen(1)).unwrap();
    fs::copy(&ours, &backup).unwrap();
    a.append(&[case("b", "here", &[]), case("c", "here", &[])], TIME, &Pen(1)).unwrap();
    let mut there = Dossier::open(&backup, Access::Write).unwrap();
    let lost = there.append(&[case("b", "there", &[])], TIME, &Pen(1)).unwrap()[0];
    let merged = merge(&mut a, &receive(&backup, folder.path()), &Pen(1));
    assert_eq!(merged.forks, [(chain(1), 2)], "the first place that is taken twice is named");
    assert_eq!(merged.event, None, "a forked chain records no merge");
    let both: Vec<_> = a.current("case").unwrap().into_iter().filter(|row| row.field == "b").collect();
    assert_eq!(both.len(), 2, "both values are kept");
    assert!(both.iter().any(|row| row.event == lost), "the one of the backup too");
    let refused = a.append(&[case("d", "x", &[])], TIME, &Pen(1));
    assert!(
        matches!(refused, Err(DossierError::Forked { seq: 2, .. })),
        "the key might still write elsewhere"
    );
    let fields = [("chain", text(&chain(9).to_string())), ("key", text(&Pen(9).key().to_string()))];
    a.append(&[event("actor.rotate/1", Value::map(fields))], TIME, &Pen(1)).unwrap();
    a.open_chain(card("new key"), TIME, &Pen(9)).unwrap();
    let standing: Vec<EventId> = both.iter().map(|row| row.event).collect();
    a.append(&[case("b", "settled", &standing)], TIME, &Pen(9)).unwrap();
    seal(&mut a, "day_end", &Pen(9));
    let named: BTreeMap<u64, usize> =
        a.events(0..u64::MAX).unwrap().iter().fold(BTreeMap::new(), |mut named, stored| {
            let event = stored.event().unwrap();
            if event.chain == chain(9) {
                named.insert(event.seq, event.parents.iter().filter(|p| p.chain == chain(1)).count());
            }
            named
        });
    assert_eq!(named.get(&0), Some(&2), "the new key names the newest events of both histories as seen");
    a.close().unwrap();
    assert_eq!(code(&ours), "ok", "all of it verifies");
    let reopened = Dossier::open(&ours, Access::ReadOnly).unwrap();
    assert_eq!(
        reopened.heads().iter().filter(|head| head.forked_at.is_some()).count(),
        1,
        "the fork stays shown"
    );
}

#[test]
fn more_histories_than_are_followed_are_not_taken_in() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, start) = (folder.path().join("a.assay"), folder.path().join("start.assay"));
    create(&start, &Pen(1)).close().unwrap();
    fs::copy(&start, &ours).unwrap();
    let mut a = Dossier::open(&ours, Access::Write).unwrap();
    a.append(&[case("a", "0", &[])], TIME, &Pen(1)).unwrap();
    let mut taken = 1;
    let refused = loop {
        let copy = folder.path().join(format!("clone-{taken}.assay"));
        fs::copy(&start, &copy).unwrap();
        let mut clone = Dossier::open(&copy, Access::Write).unwrap();
        clone.append(&[case("a", &format!("{taken}"), &[])], TIME, &Pen(1)).unwrap();
        clone.close().unwrap();
        let recording = Recording { payload: &payload, card: card("x"), time: TIME, signer: &Pen(1) };
        match a.merge(&receive(&copy, folder.path()), &recording, &mut |_| true) {
            Ok(_) => taken += 1,
            Err(problem) => break problem,
        }
        assert!(taken < 40, "there must be an end");
    };
    assert!(matches!(refused, DossierError::TooManyForks { .. }), "{refused}");
    a.close().unwrap();
    assert_eq!((taken, code(&ours)), (16, "ok"), "sixteen are followed, and the dossier still verifies");
}

#[test]
fn another_dossier_and_a_wrong_file_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, other) = (folder.path().join("a.assay"), folder.path().join("b.assay"));
    let mut a = create(&ours, &Pen(1));
    let opening = dossier::Opening { dossier: trail::DossierId([8; 16]), card: card("x"), time: TIME };
    Dossier::create(&other, &opening, &Pen(2)).unwrap().close().unwrap();
    let recording = Recording { payload: &payload, card: card("x"), time: TIME, signer: &Pen(1) };
    let refused = a.merge(&receive(&other, folder.path()), &recording, &mut |_| true);
    assert!(
        matches!(refused, Err(DossierError::OtherDossier { .. })),
        "a copy of another dossier does not belong here"
    );
    let wrong = folder.path().join("wrong.assay");
    fs::copy(sample(folder.path()), &wrong).unwrap();
    raw(&wrong, "UPDATE event SET sig = zeroblob(64) WHERE n = 2");
    let refused = Received::verified(&wrong, &Reader, &mut |_| true);
    assert!(
        matches!(refused, Err(NotReceived::Wrong(_))),
        "what does not verify is never opened for a merge"
    );
}

#[test]
fn a_stopped_merge_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, theirs, new) =
        (folder.path().join("a.assay"), folder.path().join("b.assay"), folder.path().join("c.assay"));
    let mut a = create(&ours, &Pen(1));
    let mut b = begin(&theirs, &receive(&ours, folder.path()), &Pen(2));
    ingest(&mut b, &photo(), "photo.jpg", &Pen(2));
    let from = receive(&theirs, folder.path());
    let before = (event_ids(&a), a.projection_digest().unwrap());
    let recording = Recording { payload: &payload, card: card("x"), time: TIME, signer: &Pen(1) };
    let stopped = a.merge(&from, &recording, &mut |_| false);
    assert!(matches!(stopped, Err(DossierError::Cancelled)), "the person stopped it");
    assert_eq!((event_ids(&a), a.projection_digest().unwrap()), before, "nothing was taken");
    let recording = Recording { payload: &payload, card: card("x"), time: TIME, signer: &Pen(3) };
    assert!(Dossier::create_from(&new, &from, &recording, &mut |_| false).is_err(), "so was the beginning");
    assert!(!new.exists(), "and there is no half of a file");
    merge(&mut a, &from, &Pen(1));
    a.close().unwrap();
    assert_eq!(code(&ours), "ok", "later it is taken in all the same");
}
