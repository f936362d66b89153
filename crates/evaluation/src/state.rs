//! What stands now: a pure function of the set of events, whatever order they arrive in.
//!
//! The value of (subject, field) is every event on it that no other event supersedes. One: the value.
//! More than one: a visible conflict that only a person's event resolves. No clock, no row order, no last writer.
//! Events of keys that were not admitted, or that never had the role the event asks for, are kept and listed, and
//! change nothing.

mod admission;
mod basis;
mod certificate;
mod facts;
mod locks;
mod nonconformity;
mod people;
mod points;
mod records;
mod retract;
mod rows;
mod sampling;
mod visit;

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::{String, ToString},
    vec::Vec,
};

use serde::de::DeserializeOwned;
use trail::{ChainId, Digest, DossierId, EventId, json};

use self::admission::{Admissions, Author, standing};
pub(crate) use self::{
    locks::LOCKED_FIELDS,
    retract::{Effect, Place},
};
pub use self::{
    locks::{Lock, Stage, Stages},
    nonconformity::{Due, Limit},
    people::Actor,
    points::{Point, PointState},
    records::PersonRecords,
    rows::{Finding, RowState},
};
use crate::event::{
    ActivitySet, ActorEnroll, ActorRevoke, ActorRotate, ApplicabilitySet, CaseSet, CertificateSet, ClaimSet,
    CompetenceRecord, ContributionSign, Current, DecisionRecord, DeclarationSet, EditionMove, EvaluationOpen,
    EvidenceAdd, EvidenceLink, EvidenceWithhold, FindingEscalate, FindingMove, FindingRaise, FulfilmentSet,
    ImpartialityDeclare, ImpartialityReview, Import, PointAnswer, PointClose, ProfileAdopt, ReportIssue,
    ReportSign, Retract, Retractions, ReviewPoint, ReviewRecord, RowLock, RowUnlock, SamplingDraw,
    SurveillancePlan, SurveillanceRecord, TagSet, VerdictSet, current, from_payload, is_retractable, kind,
    retracted,
};

/// One recorded event, as far as the state needs it.
#[derive(Clone, Debug)]
pub struct Recorded<'a> {
    /// Its id.
    pub id: EventId,
    /// The chain (that is: the key) it stands on.
    pub chain: ChainId,
    /// Its place in that chain.
    pub seq: u64,
    /// The device's claim of the time; shown, never used to order.
    pub time: &'a str,
    /// Kind with version.
    pub kind: &'a str,
    /// Payload.
    pub payload: json::Value,
}

/// A value with the event that set it.
#[derive(Clone, Debug, PartialEq)]
pub struct Valued<T> {
    /// The event.
    pub id: EventId,
    /// Who set it.
    pub chain: ChainId,
    /// Place in that chain.
    pub seq: u64,
    /// Claimed time.
    pub time: String,
    /// The value.
    pub value: T,
}

#[derive(Clone, Debug)]
struct Entry {
    id: EventId,
    chain: ChainId,
    seq: u64,
    time: String,
    supersedes: Vec<Digest>,
    author: Author,
    retractable: bool,
    value: json::Value,
}

impl Entry {
    /// Entries are kept in this order, so that no answer depends on the order of arrival.
    fn place(&self) -> (ChainId, u64, EventId) {
        (self.chain, self.seq, self.id)
    }

    fn decoded<T: DeserializeOwned>(&self) -> Option<Valued<T>> {
        Some(Valued {
            id: self.id,
            chain: self.chain,
            seq: self.seq,
            time: self.time.clone(),
            value: from_payload(&self.value).ok()?,
        })
    }
}

/// The state of one evaluation.
#[derive(Clone, Debug)]
pub struct State {
    dossier: DossierId,
    opened: BTreeMap<ChainId, (EventId, json::Value)>,
    subjects: BTreeMap<String, BTreeMap<String, Vec<Entry>>>,
    admissions: Admissions,
    retractions: Retractions,
    /// The retractions of revoked keys as far as they count.
    limited: Retractions,
    /// Retractions whose payload this version cannot read in full.
    unread_retractions: BTreeSet<EventId>,
    /// Profiles that were adopted, by event.
    adopted: BTreeMap<EventId, basis::Adopted>,
    /// What moves to another edition set aside, by move.
    set_aside: BTreeMap<EventId, (ChainId, BTreeSet<EventId>)>,
    /// Rows that were locked and opened again.
    locks: locks::Locks,
    /// Where every event stands, by id.
    places: BTreeMap<EventId, Place>,
    events: u64,
    unknown_kinds: BTreeMap<String, u64>,
}

/// A (subject, field) with more than one value standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Subject, such as `row:CR 1.1`.
    pub subject: String,
    /// Field.
    pub field: String,
    /// The events whose values compete.
    pub events: Vec<EventId>,
}

impl State {
    /// The state before any event.
    #[must_use]
    pub fn new(dossier: DossierId) -> Self {
        Self {
            dossier,
            opened: BTreeMap::new(),
            subjects: BTreeMap::new(),
            admissions: Admissions::default(),
            retractions: Retractions::default(),
            limited: Retractions::default(),
            unread_retractions: BTreeSet::new(),
            adopted: BTreeMap::new(),
            set_aside: BTreeMap::new(),
            locks: locks::Locks::default(),
            places: BTreeMap::new(),
            events: 0,
            unknown_kinds: BTreeMap::new(),
        }
    }

    /// Takes in one event. Order does not matter; the same event must not be given twice.
    pub fn apply(&mut self, event: &Recorded<'_>) {
        self.events += 1;
        let retractable = is_retractable(event.kind);
        self.places.insert(event.id, Place { chain: event.chain, seq: event.seq, retractable });
        if event.kind == kind::CHAIN_OPEN {
            // Of a chain that was forked at its very beginning, one card is shown: the same in whatever order.
            let first = self.opened.get(&event.chain).is_none_or(|(id, _)| event.id < *id);
            if first {
                self.opened.insert(event.chain, (event.id, event.payload.clone()));
            }
        } else if let Some(Current { subject, field, supersedes, value }) =
            current(event.kind, &event.payload)
        {
            if event.kind == kind::EDITION_MOVE {
                self.set_aside.insert(event.id, (event.chain, basis::set_aside(&event.payload)));
            }
            if event.kind == kind::PROFILE_ADOPT
                && let Some(adopted) = basis::Adopted::read(&event.payload)
            {
                self.adopted.insert(event.id, adopted);
            }
            self.locks.take(event, &value);
            let entry = Entry {
                id: event.id,
                chain: event.chain,
                seq: event.seq,
                time: event.time.to_string(),
                supersedes,
                author: Author::of(&self.dossier, event.kind, &event.payload),
                retractable,
                value,
            };
            let fields = self.subjects.entry(subject).or_default();
            let entries = fields.entry(field).or_default();
            let at = entries.partition_point(|e| e.place() < entry.place());
            entries.insert(at, entry);
        } else if let Some(named) = retracted(event.kind, &event.payload) {
            self.retractions.take(event.chain, event.seq, event.id, named);
            if from_payload::<Retract>(&event.payload).is_err() {
                self.unread_retractions.insert(event.id);
            }
        } else if !matches!(
            event.kind,
            kind::SEAL | kind::MERGE | kind::HAND_OVER | kind::ANCHOR | kind::COPY_CONTINUE
        ) {
            *self.unknown_kinds.entry(event.kind.to_string()).or_default() += 1;
        }
        if matches!(
            event.kind,
            kind::EVALUATION_OPEN | kind::ACTOR_ENROLL | kind::ACTOR_ROTATE | kind::ACTOR_REVOKE
        ) {
            let actors = self
                .subjects
                .range("actor:".to_string()..)
                .take_while(|(subject, _)| subject.starts_with("actor:"))
                .map(|(_, fields)| fields);
            self.admissions = Admissions::of(self.entries("evaluation", "open"), actors);
            self.limited = self.retractions.up_to(self.admissions.revoked());
        } else if event.kind == kind::RETRACT && self.admissions.revoked().contains_key(&event.chain) {
            self.limited = self.retractions.up_to(self.admissions.revoked());
        }
    }

    fn entries(&self, subject: &str, field: &str) -> &[Entry] {
        self.subjects.get(subject).and_then(|fields| fields.get(field)).map_or(&[], Vec::as_slice)
    }

    fn standing<'a>(&self, entries: &'a [Entry]) -> Vec<&'a Entry> {
        standing(entries, |e| self.has_effect(e))
    }

    /// Whether the entry counts and was not taken back.
    fn has_effect(&self, entry: &Entry) -> bool {
        self.admissions.counts(entry) && !self.is_taken_back(entry) && !self.is_set_aside(&entry.id)
    }

    /// Every value standing for the field, decoded. Values that do not decode are left out here and
    /// listed by [`State::unreadable`].
    #[must_use]
    pub fn values<T: DeserializeOwned>(&self, subject: &str, field: &str) -> Vec<Valued<T>> {
        self.standing(self.entries(subject, field)).into_iter().filter_map(Entry::decoded).collect()
    }

    /// The one value standing, or `None` while there is none or several compete.
    #[must_use]
    pub fn value<T: DeserializeOwned>(&self, subject: &str, field: &str) -> Option<Valued<T>> {
        let mut values = self.values(subject, field);
        if values.len() == 1 { values.pop() } else { None }
    }

    /// Ids that a new event on this field must supersede: everything standing.
    #[must_use]
    pub fn superseded_by_next(&self, subject: &str, field: &str) -> Vec<EventId> {
        self.standing(self.entries(subject, field)).into_iter().map(|e| e.id).collect()
    }

    /// All events ever recorded on the field by admitted keys, oldest first within each chain; also those that are
    /// void ([`State::is_void`]).
    #[must_use]
    pub fn history(&self, subject: &str, field: &str) -> Vec<EventId> {
        self.counting(subject, field).map(|e| e.id).collect()
    }

    fn counting<'a>(&'a self, subject: &str, field: &str) -> impl Iterator<Item = &'a Entry> {
        self.entries(subject, field).iter().filter(|e| self.admissions.counts(e))
    }

    /// Events that change nothing, with their subject: of keys that were not admitted, or that never had the role
    /// the event asks for.
    #[must_use]
    pub fn without_effect(&self) -> Vec<(String, EventId)> {
        let of_subject = |(subject, fields): (&String, &BTreeMap<String, Vec<Entry>>)| {
            let idle = fields.values().flatten().filter(|e| !self.admissions.counts(e));
            idle.map(|e| (subject.clone(), e.id)).collect::<Vec<_>>()
        };
        let mut list: Vec<(String, EventId)> = self.subjects.iter().flat_map(of_subject).collect();
        let retractions = self.retractions.each().filter(|(chain, seq, _)| {
            !self.admissions.knows(chain) || !self.admissions.reaches(*chain, *seq)
        });
        list.extend(retractions.map(|(_, _, id)| (RETRACTIONS.to_string(), id)));
        list
    }

    /// Fields where several values compete. Claims are left out: a vendor's file may say two things. Imports are left
    /// out: the same sheet may be taken in twice. So are tags and links, which judge nothing, locks, contributions, and points of a review with their
    /// answers. Several openings compete although they admit nobody.
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        for (subject, fields) in &self.subjects {
            for (field, entries) in fields.iter().filter(|(field, _)| can_compete(subject, field)) {
                let standing: Vec<&Entry> = if subject == "evaluation" && field == "open" {
                    entries.iter().collect()
                } else {
                    self.standing(entries)
                };
                if standing.len() > 1 {
                    conflicts.push(Conflict {
                        subject: subject.clone(),
                        field: field.clone(),
                        events: standing.iter().map(|e| e.id).collect(),
                    });
                }
            }
        }
        conflicts
    }

    /// Events whose payload this version cannot read, by subject; a later version may.
    #[must_use]
    pub fn unreadable(&self) -> Vec<(String, EventId)> {
        let mut list = Vec::new();
        for (subject, fields) in &self.subjects {
            for (field, entries) in fields {
                list.extend(
                    self.standing(entries)
                        .into_iter()
                        .filter(|e| !decodes(subject, field, &e.value))
                        .map(|e| (subject.clone(), e.id)),
                );
            }
        }
        let unread = self.retractions.each().filter(|(chain, seq, id)| {
            self.unread_retractions.contains(id)
                && self.admissions.knows(chain)
                && self.admissions.reaches(*chain, *seq)
                && !self.takes(chain, *seq, id)
        });
        list.extend(unread.map(|(_, _, id)| (RETRACTIONS.to_string(), id)));
        list
    }

    /// Kinds of events this version does not know, with their number.
    #[must_use]
    pub const fn unknown_kinds(&self) -> &BTreeMap<String, u64> {
        &self.unknown_kinds
    }

    /// Number of events taken in.
    #[must_use]
    pub const fn events(&self) -> u64 {
        self.events
    }

    /// The dossier this state belongs to.
    #[must_use]
    pub const fn dossier(&self) -> DossierId {
        self.dossier
    }

    /// Who opened the evaluation against which checklist.
    #[must_use]
    pub fn opening(&self) -> Option<Valued<EvaluationOpen>> {
        self.value("evaluation", "open")
    }

    /// Whether an opening was recorded at all, also where several compete.
    #[must_use]
    pub fn is_opened(&self) -> bool {
        !self.entries("evaluation", "open").is_empty()
    }

    fn of_prefix<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        self.subjects.range(prefix.to_string()..).map_while(move |(s, _)| s.strip_prefix(prefix))
    }

    /// Digest of what was evaluated: claims, applicability, fulfilment, declarations, verdicts, activities, findings,
    /// contributions and the case's object and claim, as standing. A review or decision covers exactly this; any later change
    /// makes it cover something else. SHA-256 over the lines `subject \0 field \0 event id \n`, sorted.
    #[must_use]
    pub fn content_digest(&self) -> Digest {
        let mut lines = String::new();
        for (subject, fields) in &self.subjects {
            for (field, entries) in fields {
                let evaluated = subject.starts_with("row:")
                    || subject.starts_with("activity:")
                    || subject.starts_with("finding:")
                    || subject.starts_with("contribution:")
                    || (subject == "case" && (field.starts_with("object.") || field.starts_with("claim.")));
                if !evaluated {
                    continue;
                }
                let mut ids: Vec<EventId> = self.standing(entries).iter().map(|e| e.id).collect();
                ids.sort_unstable();
                for id in ids {
                    lines.push_str(&alloc::format!("{subject}\0{field}\0{id}\n"));
                }
            }
        }
        Digest::of(lines.as_bytes())
    }
}

/// Whether two values of this field contradict each other.
fn can_compete(subject: &str, field: &str) -> bool {
    let beside =
        ["tag:", "link:", "contribution:", "signed:"].iter().any(|prefix| subject.starts_with(prefix))
            || (subject.starts_with("point:") && field != "close");
    !beside && subject != "locks" && field != "claim" && field != "import"
}

/// What lists call the retractions, which have no subject.
const RETRACTIONS: &str = "retract";

fn decodes(subject: &str, field: &str, value: &json::Value) -> bool {
    fn ok<T: DeserializeOwned>(value: &json::Value) -> bool {
        from_payload::<T>(value).is_ok()
    }
    match (subject.split(':').next().unwrap_or_default(), field) {
        ("row", "claim") => ok::<ClaimSet>(value),
        ("row", "applicability") => ok::<ApplicabilitySet>(value),
        ("row", "fulfilment") => ok::<FulfilmentSet>(value),
        ("row", "declaration") => ok::<DeclarationSet>(value),
        ("row", "verdict") => ok::<VerdictSet>(value),
        ("activity", _) => ok::<ActivitySet>(value),
        ("finding", "finding") => ok::<FindingRaise>(value),
        ("finding", "grade") => ok::<FindingEscalate>(value),
        ("finding", _) => ok::<FindingMove>(value),
        ("sampling", _) => ok::<SamplingDraw>(value),
        ("certificate", _) => ok::<CertificateSet>(value),
        ("surveillance", "plan") => ok::<SurveillancePlan>(value),
        ("surveillance", _) => ok::<SurveillanceRecord>(value),
        ("evidence", "register") => ok::<EvidenceAdd>(value),
        ("evidence", _) => ok::<EvidenceWithhold>(value),
        ("tag", _) => ok::<TagSet>(value),
        ("link", _) => ok::<EvidenceLink>(value),
        ("case", _) => ok::<CaseSet>(value),
        ("person", "declaration") => ok::<ImpartialityDeclare>(value),
        ("person", "clearance") => ok::<ImpartialityReview>(value),
        ("person", _) => ok::<CompetenceRecord>(value),
        ("contribution", _) => ok::<ContributionSign>(value),
        ("locks", "lock") => ok::<RowLock>(value),
        ("locks", _) => ok::<RowUnlock>(value),
        ("point", "point") => ok::<ReviewPoint>(value),
        ("point", "answer") => ok::<PointAnswer>(value),
        ("point", _) => ok::<PointClose>(value),
        ("actor", "rotation") => ok::<ActorRotate>(value),
        ("actor", "revoked") => ok::<ActorRevoke>(value),
        ("actor", _) => ok::<ActorEnroll>(value),
        ("import", _) => ok::<Import>(value),
        ("review", _) => ok::<ReviewRecord>(value),
        ("decision", _) => ok::<DecisionRecord>(value),
        ("report", _) => ok::<ReportIssue>(value),
        ("signed", _) => ok::<ReportSign>(value),
        ("evaluation", "profile") => ok::<ProfileAdopt>(value),
        ("evaluation", "edition") => ok::<EditionMove>(value),
        ("evaluation", _) => ok::<EvaluationOpen>(value),
        _ => true,
    }
}
