//! What stands now: a pure function of the set of events, whatever order they arrive in.
//!
//! The value of (subject, field) is every event on it that no other event supersedes. One: the value.
//! More than one: a visible conflict that only a person's event resolves. No clock, no row order, no last writer.
//! Events of keys that were not admitted, or that never had the role the event asks for, are kept and listed, and
//! change nothing.

mod admission;

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::{String, ToString},
    vec::Vec,
};

use serde::de::DeserializeOwned;
use trail::{ChainId, Digest, DossierId, EventId, json};

use self::admission::{Admissions, Author};
use crate::case::ReportKind;
use crate::event::{
    ActivitySet, ActorEnroll, AnyVerdict, ApplicabilitySet, CaseSet, ClaimSet, Current,
    DecisionRecord, DeclarationSet, EvaluationOpen, EvidenceAdd, EvidenceWithhold, FindingMove,
    FindingRaise, FindingState, FulfilmentSet, Import, ReportIssue, ReviewRecord, Role, RowKey,
    VerdictSet, current, from_payload, kind,
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

/// A person behind a key, as admitted (or not) to this dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The key's chain.
    pub chain: ChainId,
    /// The key, 64 hexadecimal digits.
    pub key: String,
    /// Name.
    pub name: String,
    /// Organisation.
    pub organisation: String,
    /// Function as the person states it.
    pub function: String,
    /// Roles in this case; empty while not admitted.
    pub roles: Vec<Role>,
    /// Whether events of this key count.
    pub admitted: bool,
    /// Competence for this case, as recorded.
    pub competence: Option<String>,
    /// Declaration of impartiality for this case, as recorded.
    pub impartiality: Option<String>,
}

#[derive(Clone, Debug)]
struct Entry {
    id: EventId,
    chain: ChainId,
    seq: u64,
    time: String,
    supersedes: Vec<Digest>,
    author: Author,
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
            events: 0,
            unknown_kinds: BTreeMap::new(),
        }
    }

    /// Takes in one event. Order does not matter; the same event must not be given twice.
    pub fn apply(&mut self, event: &Recorded<'_>) {
        self.events += 1;
        if event.kind == kind::CHAIN_OPEN {
            // Of a chain that was forked at its very beginning, one card is shown: the same in whatever order.
            let first = self
                .opened
                .get(&event.chain)
                .is_none_or(|(id, _)| event.id < *id);
            if first {
                self.opened
                    .insert(event.chain, (event.id, event.payload.clone()));
            }
        } else if let Some(Current {
            subject,
            field,
            supersedes,
            value,
        }) = current(event.kind, &event.payload)
        {
            let entry = Entry {
                id: event.id,
                chain: event.chain,
                seq: event.seq,
                time: event.time.to_string(),
                supersedes,
                author: Author::of(&self.dossier, event.kind, &event.payload),
                value,
            };
            let fields = self.subjects.entry(subject).or_default();
            let entries = fields.entry(field).or_default();
            let at = entries.partition_point(|e| e.place() < entry.place());
            entries.insert(at, entry);
        } else if !matches!(event.kind, kind::SEAL | "merge/1" | "anchor/1") {
            *self
                .unknown_kinds
                .entry(event.kind.to_string())
                .or_default() += 1;
        }
        if matches!(event.kind, kind::EVALUATION_OPEN | kind::ACTOR_ENROLL) {
            let cards = self
                .subjects
                .range("actor:".to_string()..)
                .take_while(|(subject, _)| subject.starts_with("actor:"))
                .filter_map(|(_, fields)| fields.get("card"))
                .map(Vec::as_slice);
            self.admissions = Admissions::of(self.entries("evaluation", "open"), cards);
        }
    }

    fn entries(&self, subject: &str, field: &str) -> &[Entry] {
        self.subjects
            .get(subject)
            .and_then(|fields| fields.get(field))
            .map_or(&[], Vec::as_slice)
    }

    fn standing<'a>(&self, entries: &'a [Entry]) -> Vec<&'a Entry> {
        self.admissions.standing(entries)
    }

    /// Every value standing for the field, decoded. Values that do not decode are left out here and
    /// listed by [`State::unreadable`].
    #[must_use]
    pub fn values<T: DeserializeOwned>(&self, subject: &str, field: &str) -> Vec<Valued<T>> {
        self.standing(self.entries(subject, field))
            .into_iter()
            .filter_map(Entry::decoded)
            .collect()
    }

    /// The one value standing, or `None` while there is none or several compete.
    #[must_use]
    pub fn value<T: DeserializeOwned>(&self, subject: &str, field: &str) -> Option<Valued<T>> {
        let mut values = self.values(subject, field);
        if values.len() == 1 {
            values.pop()
        } else {
            None
        }
    }

    /// Ids that a new event on this field must supersede: everything standing.
    #[must_use]
    pub fn superseded_by_next(&self, subject: &str, field: &str) -> Vec<EventId> {
        self.standing(self.entries(subject, field))
            .into_iter()
            .map(|e| e.id)
            .collect()
    }

    /// All events ever recorded on the field by admitted keys, oldest first within each chain.
    #[must_use]
    pub fn history(&self, subject: &str, field: &str) -> Vec<EventId> {
        self.counting(subject, field).map(|e| e.id).collect()
    }

    fn counting<'a>(&'a self, subject: &str, field: &str) -> impl Iterator<Item = &'a Entry> {
        self.entries(subject, field)
            .iter()
            .filter(|e| self.admissions.counts(e))
    }

    /// Events that change nothing, with their subject: of keys that were not admitted, or that never had the role
    /// the event asks for.
    #[must_use]
    pub fn without_effect(&self) -> Vec<(String, EventId)> {
        let of_subject = |(subject, fields): (&String, &BTreeMap<String, Vec<Entry>>)| {
            let idle = fields
                .values()
                .flatten()
                .filter(|e| !self.admissions.counts(e));
            idle.map(|e| (subject.clone(), e.id)).collect::<Vec<_>>()
        };
        self.subjects.iter().flat_map(of_subject).collect()
    }

    /// Fields where several values compete. Claims are left out: a vendor's file may say two things. Imports are left
    /// out: the same sheet may be taken in twice. Several openings compete although they admit nobody.
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        for (subject, fields) in &self.subjects {
            for (field, entries) in fields {
                let standing: Vec<&Entry> = if subject == "evaluation" {
                    entries.iter().collect()
                } else {
                    self.standing(entries)
                };
                if standing.len() > 1 && field != "claim" && field != "import" {
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

    /// Every key that has a chain or was admitted.
    #[must_use]
    pub fn actors(&self) -> Vec<Actor> {
        let mut actors = Vec::new();
        let chains: BTreeSet<ChainId> = self
            .opened
            .keys()
            .chain(self.admissions.ever())
            .copied()
            .collect();
        for chain in chains {
            let card = self
                .value::<ActorEnroll>(&alloc::format!("actor:{chain}"), "card")
                .map(|v| v.value);
            let open = self.opened.get(&chain).map(|(_, payload)| payload);
            let said = |key: &str| {
                let text = open
                    .and_then(|o| o.get("actor"))
                    .and_then(|a| a.get(key))
                    .and_then(json::Value::as_text);
                text.unwrap_or_default().to_string()
            };
            let key = open
                .and_then(|o| o.get("key"))
                .and_then(json::Value::as_text)
                .map(ToString::to_string);
            actors.push(Actor {
                chain,
                key: key
                    .or_else(|| card.as_ref().map(|c| c.key.clone()))
                    .unwrap_or_default(),
                name: card
                    .as_ref()
                    .map_or_else(|| said("name"), |c| c.name.clone()),
                organisation: card
                    .as_ref()
                    .map_or_else(|| said("organisation"), |c| c.organisation.clone()),
                function: said("role"),
                roles: self.admissions.roles(&chain).cloned().unwrap_or_default(),
                admitted: self.admissions.roles(&chain).is_some(),
                competence: card.as_ref().and_then(|c| c.competence.clone()),
                impartiality: card.and_then(|c| c.impartiality),
            });
        }
        actors
    }

    /// The person behind a chain.
    #[must_use]
    pub fn actor(&self, chain: ChainId) -> Option<Actor> {
        self.actors().into_iter().find(|a| a.chain == chain)
    }

    /// Whether the key has the role in this case.
    #[must_use]
    pub fn has_role(&self, chain: ChainId, role: Role) -> bool {
        self.admissions
            .roles(&chain)
            .is_some_and(|roles| roles.contains(&role))
    }

    /// Whether the key may set verdicts and findings.
    #[must_use]
    pub fn evaluates(&self, chain: ChainId) -> bool {
        self.has_role(chain, Role::Evaluator) || self.has_role(chain, Role::Lead)
    }

    /// Keys that have set a verdict, an activity verdict or a finding, ever: they have evaluated this case,
    /// also where their verdict was replaced later or never counted.
    #[must_use]
    pub fn evaluators(&self) -> BTreeSet<ChainId> {
        let mut chains = BTreeSet::new();
        for (subject, fields) in &self.subjects {
            for (field, entries) in fields {
                let evaluates = (subject.starts_with("row:") && field == "verdict")
                    || subject.starts_with("activity:")
                    || (subject.starts_with("finding:") && field == "finding");
                if evaluates {
                    chains.extend(
                        entries
                            .iter()
                            .filter(|e| self.admissions.knows(&e.chain))
                            .map(|e| e.chain),
                    );
                }
            }
        }
        chains
    }

    /// A fact of the case as a report of this kind states it: the value set for this kind alone
    /// (`self_declaration/issuer.name`), else the general one.
    #[must_use]
    pub fn case_for(&self, kind: ReportKind, field: &str) -> Option<serde_json::Value> {
        self.case(&alloc::format!("{}/{field}", kind.code()))
            .or_else(|| self.case(field))
    }

    /// A fact of the case.
    #[must_use]
    pub fn case(&self, field: &str) -> Option<serde_json::Value> {
        self.value::<CaseSet>("case", field).map(|v| v.value.value)
    }

    /// A fact of the case that is a list of texts; empty while not recorded.
    #[must_use]
    pub fn case_texts(&self, field: &str) -> Vec<String> {
        let list = self
            .case(field)
            .and_then(|v| v.as_array().cloned())
            .unwrap_or_default();
        list.iter()
            .filter_map(|v| v.as_str().map(ToString::to_string))
            .collect()
    }

    /// The declared SL-C vector, FR 1 first, if the claim is one.
    #[must_use]
    pub fn declared_levels(&self) -> Option<[u8; 7]> {
        let list = self.case("claim.levels")?;
        let levels: Vec<u8> = list
            .as_array()?
            .iter()
            .filter_map(|v| v.as_u64()?.try_into().ok())
            .collect();
        levels.try_into().ok()
    }

    /// Everything about one row.
    #[must_use]
    pub fn row(&self, row: &RowKey) -> RowState {
        let subject = alloc::format!("row:{row}");
        RowState {
            claims: self.values(&subject, "claim"),
            applicability: self.value(&subject, "applicability"),
            fulfilment: self.value(&subject, "fulfilment"),
            declaration: self.value(&subject, "declaration"),
            verdict: self.value(&subject, "verdict"),
            verdicts_recorded: self.counting(&subject, "verdict").count(),
            conflicting: ["applicability", "fulfilment", "declaration", "verdict"]
                .into_iter()
                .filter(|f| self.standing(self.entries(&subject, f)).len() > 1)
                .map(ToString::to_string)
                .collect(),
        }
    }

    /// Every verdict ever recorded on the row by an admitted key, in the order each key recorded them; the
    /// replaced ones stay part of the history.
    #[must_use]
    pub fn verdict_history(&self, row: &RowKey) -> Vec<Valued<VerdictSet>> {
        self.counting(&alloc::format!("row:{row}"), "verdict")
            .filter_map(Entry::decoded)
            .collect()
    }

    /// Rows about which anything was recorded that counts.
    #[must_use]
    pub fn touched_rows(&self) -> Vec<RowKey> {
        let counts = |(_, fields): &(&String, &BTreeMap<String, Vec<Entry>>)| {
            let mut entries = fields.values().flatten();
            entries.any(|e| self.admissions.counts(e))
        };
        self.subjects
            .range("row:".to_string()..)
            .take_while(|(subject, _)| subject.starts_with("row:"))
            .filter(counts)
            .filter_map(|(subject, _)| subject.strip_prefix("row:").map(RowKey::read))
            .collect()
    }

    fn of_prefix<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        self.subjects
            .range(prefix.to_string()..)
            .map_while(move |(s, _)| s.strip_prefix(prefix))
    }

    /// The verdict on an evaluation activity.
    #[must_use]
    pub fn activity(&self, id: &str) -> Option<Valued<ActivitySet>> {
        self.value(&alloc::format!("activity:{id}"), "verdict")
    }

    /// All findings with their state, by number. Where two people gave two findings the same number, both stand here
    /// (and the number is a conflict): a finding never disappears because its number is contested.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self
            .of_prefix("finding:")
            .flat_map(|id| {
                let subject = alloc::format!("finding:{id}");
                let raised: Vec<Valued<FindingRaise>> = self.values(&subject, "finding");
                // A move of a contested number cannot say which finding it means.
                let moved: Option<Valued<FindingMove>> =
                    self.value(&subject, "state").filter(|_| raised.len() == 1);
                let state = moved
                    .as_ref()
                    .map_or(FindingState::Raised, |m| m.value.state);
                let finding = move |raised| Finding {
                    raised,
                    moved: moved.clone(),
                    state,
                };
                raised.into_iter().map(finding)
            })
            .collect();
        findings.sort_by_key(|f| finding_number(&f.raised.value.finding));
        findings
    }

    /// The evidence register: every item whose bytes Assay was given, by name.
    #[must_use]
    pub fn evidence(&self) -> Vec<Valued<EvidenceAdd>> {
        let mut items: Vec<Valued<EvidenceAdd>> = self
            .of_prefix("evidence:")
            .filter_map(|sha| self.value(&alloc::format!("evidence:{sha}"), "register"))
            .collect();
        items.sort_by(|a, b| {
            (&a.value.name, &a.value.sha256).cmp(&(&b.value.name, &b.value.sha256))
        });
        items
    }

    /// One item of the evidence register.
    #[must_use]
    pub fn evidence_item(&self, sha256: &str) -> Option<Valued<EvidenceAdd>> {
        self.value(&alloc::format!("evidence:{sha256}"), "register")
    }

    /// Imports so far.
    #[must_use]
    pub fn imports(&self) -> Vec<Valued<Import>> {
        self.of_prefix("import:")
            .flat_map(|l| self.values(&alloc::format!("import:{l}"), "import"))
            .collect()
    }

    /// The review, if there is one.
    #[must_use]
    pub fn review(&self) -> Option<Valued<ReviewRecord>> {
        self.value("review", "result")
    }

    /// The decision, if there is one.
    #[must_use]
    pub fn decision(&self) -> Option<Valued<DecisionRecord>> {
        self.value("decision", "result")
    }

    /// Issued reports.
    #[must_use]
    pub fn reports(&self) -> Vec<Valued<ReportIssue>> {
        let subjects: Vec<String> = self
            .of_prefix("report:")
            .map(|n| alloc::format!("report:{n}"))
            .collect();
        let mut reports = Vec::new();
        for subject in subjects {
            if let Some(fields) = self.subjects.get(&subject) {
                for field in fields.keys() {
                    reports.extend(self.values(&subject, field));
                }
            }
        }
        reports
    }

    /// Digest of what was evaluated: claims, applicability, fulfilment, declarations, verdicts, activities, findings
    /// and the case's object and claim, as standing. A review or decision covers exactly this; any later change
    /// makes it cover something else. SHA-256 over the lines `subject \0 field \0 event id \n`, sorted.
    #[must_use]
    pub fn content_digest(&self) -> Digest {
        let mut lines = String::new();
        for (subject, fields) in &self.subjects {
            for (field, entries) in fields {
                let evaluated = subject.starts_with("row:")
                    || subject.starts_with("activity:")
                    || subject.starts_with("finding:")
                    || (subject == "case"
                        && (field.starts_with("object.") || field.starts_with("claim.")));
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

/// `F-10` after `F-9`.
fn finding_number(id: &str) -> (u64, String) {
    let digits = id.trim_start_matches(|c: char| !c.is_ascii_digit());
    (digits.parse().unwrap_or(u64::MAX), id.to_string())
}

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
        ("finding", _) => ok::<FindingMove>(value),
        ("evidence", "register") => ok::<EvidenceAdd>(value),
        ("evidence", _) => ok::<EvidenceWithhold>(value),
        ("case", _) => ok::<CaseSet>(value),
        ("actor", _) => ok::<ActorEnroll>(value),
        ("import", _) => ok::<Import>(value),
        ("review", _) => ok::<ReviewRecord>(value),
        ("decision", _) => ok::<DecisionRecord>(value),
        ("report", _) => ok::<ReportIssue>(value),
        ("evaluation", _) => ok::<EvaluationOpen>(value),
        _ => true,
    }
}

/// Everything standing about one row.
#[derive(Clone, Debug)]
pub struct RowState {
    /// What the vendor claims; several where the vendor's file contradicts itself.
    pub claims: Vec<Valued<ClaimSet>>,
    /// Applicability.
    pub applicability: Option<Valued<ApplicabilitySet>>,
    /// Fulfilment mode.
    pub fulfilment: Option<Valued<FulfilmentSet>>,
    /// Declared maturity level.
    pub declaration: Option<Valued<DeclarationSet>>,
    /// The evaluator's verdict.
    pub verdict: Option<Valued<VerdictSet>>,
    /// How many verdicts were ever recorded for the row.
    pub verdicts_recorded: usize,
    /// Fields with competing values.
    pub conflicting: Vec<String>,
}

impl RowState {
    /// The verdict, as far as nothing else recorded on the row speaks against it; `None` leaves the row open.
    ///
    /// "Not applicable" holds while a confirmed justification stands, a judgement holds while the row is not
    /// declared not applicable, and nothing holds beside competing values.
    #[must_use]
    pub fn verdict_that_holds(&self) -> Option<&VerdictSet> {
        let verdict = &self.verdict.as_ref()?.value;
        let applicability = self.applicability.as_ref().map(|a| &a.value);
        let holds = match verdict.verdict {
            AnyVerdict::NotApplicable => {
                applicability.is_some_and(|a| !a.applicable && a.confirmed)
            }
            AnyVerdict::Fulfilled
            | AnyVerdict::NotFulfilled
            | AnyVerdict::Pass
            | AnyVerdict::Fail => applicability.is_none_or(|a| a.applicable),
            AnyVerdict::Inconclusive | AnyVerdict::NotEvaluated => true,
        };
        (holds && self.conflicting.is_empty()).then_some(verdict)
    }
}

/// A finding with its state.
#[derive(Clone, Debug)]
pub struct Finding {
    /// As raised.
    pub raised: Valued<FindingRaise>,
    /// The latest move.
    pub moved: Option<Valued<FindingMove>>,
    /// Where it stands.
    pub state: FindingState,
}
