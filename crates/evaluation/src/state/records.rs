//! What the case knows of its people: impartiality, competence, contributions, and who took part in what.

use alloc::{
    collections::BTreeSet,
    string::{String, ToString},
    vec::Vec,
};

use trail::ChainId;

use super::{Entry, State, Valued};
use crate::{
    case::ReportKind,
    event::{
        Clearance, CompetenceRecord, ContributionSign, ImpartialityDeclare, ImpartialityPoint,
        ImpartialityReview, Role, RowKey,
    },
};

/// The records of one person, whatever keys the person has had.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonRecords {
    /// The key the person uses now, or the last one.
    pub chain: ChainId,
    /// Name on the card, or what the key says of its holder.
    pub name: String,
    /// Organisation on the card.
    pub organisation: String,
    /// The person's own declaration, if one stands.
    pub declaration: Option<Valued<ImpartialityDeclare>>,
    /// What quality managers made of it; several while they contradict each other.
    pub clearances: Vec<Valued<ImpartialityReview>>,
    /// The competence record, if one stands.
    pub competence: Option<Valued<CompetenceRecord>>,
    /// What the card says of impartiality.
    pub impartiality_on_card: Option<String>,
    /// What the card says of competence.
    pub competence_on_card: Option<String>,
}

impl PersonRecords {
    /// Whether there is a declaration of impartiality, by event or by the text of the card.
    #[must_use]
    pub fn has_impartiality(&self) -> bool {
        self.declaration.is_some() || self.impartiality_on_card.is_some()
    }

    /// Whether there is a record of competence, by event or by the text of the card.
    #[must_use]
    pub fn has_competence(&self) -> bool {
        self.competence.is_some() || self.competence_on_card.is_some()
    }

    /// Whether a quality manager has barred the person.
    #[must_use]
    pub fn is_barred(&self) -> bool {
        self.clearances.iter().any(|c| c.value.result == Clearance::Barred)
    }

    /// The first tie that was declared without saying what it is.
    #[must_use]
    pub fn unexplained_tie(&self) -> Option<ImpartialityPoint> {
        let declared = self.declaration.as_ref()?.value.points.declared();
        let mut open = declared.filter(|(_, tie)| is_blank(tie.explanation.as_ref()));
        open.next().map(|(point, _)| point)
    }

    /// The first tie that was declared and that no quality manager has cleared in just that declaration.
    #[must_use]
    pub fn uncleared_tie(&self) -> Option<ImpartialityPoint> {
        let declaration = self.declaration.as_ref()?;
        let (point, _) = declaration.value.points.declared().next()?;
        let id = declaration.id.to_string();
        let clears = |c: &Valued<ImpartialityReview>| {
            c.value.result != Clearance::Barred && c.value.declaration.as_ref() == Some(&id)
        };
        let cleared = !self.clearances.is_empty() && self.clearances.iter().all(clears);
        (!cleared).then_some(point)
    }

    /// The day until which the recorded competence holds, where it is over on that day or cannot be read. ISO 8601
    /// dates compare as texts.
    #[must_use]
    pub fn competence_expired(&self, on: &str) -> Option<&str> {
        let until = self.competence.as_ref()?.value.valid_until.as_str();
        (!crate::case::is_date(until) || until < on).then_some(until)
    }
}

fn is_blank(text: Option<&String>) -> bool {
    text.is_none_or(|t| t.trim().is_empty())
}

impl State {
    /// The records of the person behind a key.
    #[must_use]
    pub fn records(&self, chain: ChainId) -> PersonRecords {
        // From the newest key to the oldest: what is said of the newest goes before.
        let chains = self.keys_of(chain);
        let subjects: Vec<String> = chains.iter().map(|c| alloc::format!("person:{c}")).collect();
        let stated = |text: Option<String>| text.filter(|t| !is_blank(Some(t)));
        let actors: Vec<_> = chains.iter().filter_map(|c| self.actor(*c)).collect();
        let first = actors.first();
        PersonRecords {
            chain: chains.first().copied().unwrap_or(chain),
            name: first.map(|a| a.name.clone()).unwrap_or_default(),
            organisation: first.map(|a| a.organisation.clone()).unwrap_or_default(),
            declaration: subjects.iter().find_map(|s| self.value(s, "declaration")),
            clearances: subjects
                .iter()
                .map(|s| self.values(s, "clearance"))
                .find(|v| !v.is_empty())
                .unwrap_or_default(),
            competence: subjects.iter().find_map(|s| self.value(s, "competence")),
            impartiality_on_card: actors.iter().find_map(|a| stated(a.impartiality.clone())),
            competence_on_card: actors.iter().find_map(|a| stated(a.competence.clone())),
        }
    }

    /// The records of everyone who evaluated, signed a contribution, reviewed or decided, by name.
    #[must_use]
    pub fn records_of_involved(&self) -> Vec<PersonRecords> {
        let mut chains = self.involved();
        chains.extend(self.values::<crate::event::ReviewRecord>("review", "result").iter().map(|r| r.chain));
        chains.extend(
            self.values::<crate::event::DecisionRecord>("decision", "result").iter().map(|d| d.chain),
        );
        let newest: BTreeSet<ChainId> = chains.into_iter().map(|c| self.newest_key(c)).collect();
        let mut people: Vec<PersonRecords> = newest.into_iter().map(|c| self.records(c)).collect();
        people.sort_by(|a, b| (&a.name, a.chain).cmp(&(&b.name, b.chain)));
        people
    }

    /// The keys of the person behind this one, the newest first.
    #[must_use]
    pub fn keys_of(&self, chain: ChainId) -> Vec<ChainId> {
        let newest = self.newest_key(chain);
        let mut keys: Vec<ChainId> = self.persons([chain].into_iter().collect()).into_iter().collect();
        // A key that another one follows comes after it.
        keys.sort_by_key(|key| {
            let steps = keys_between(self, *key, newest);
            (steps, *key)
        });
        keys
    }

    /// The key that took this one's place in the end, or the key itself.
    #[must_use]
    pub fn newest_key(&self, chain: ChainId) -> ChainId {
        self.admissions.newest(&chain)
    }

    /// Whether two keys are one person's.
    #[must_use]
    pub fn same_person(&self, a: ChainId, b: ChainId) -> bool {
        self.admissions.same_person(&a, &b)
    }

    /// Everyone who took part in the evaluation: who set verdicts or raised findings ([`State::evaluators`]), and
    /// who signed a contribution. None of them reviews or decides (ISO/IEC 17065, 7.5.1 and 7.6.2).
    #[must_use]
    pub fn involved(&self) -> BTreeSet<ChainId> {
        let mut chains = self.evaluators();
        chains.extend(self.recorded_on("contribution:", &["text"]));
        self.persons(chains)
    }

    /// Everyone who recorded a review, raised a point or closed one, ever, with all keys of the same people.
    #[must_use]
    pub fn reviewers(&self) -> BTreeSet<ChainId> {
        let mut chains: BTreeSet<ChainId> = self
            .entries("review", "result")
            .iter()
            .filter(|e| self.admissions.knows(&e.chain))
            .map(|e| e.chain)
            .collect();
        chains.extend(self.recorded_on("point:", &["point", "close"]));
        self.persons(chains)
    }

    /// Admitted keys that recorded anything in these fields of these subjects.
    fn recorded_on(&self, prefix: &str, fields: &[&str]) -> BTreeSet<ChainId> {
        let of_subject = self.subjects.range(prefix.to_string()..).take_while(|(s, _)| s.starts_with(prefix));
        let entries = of_subject
            .flat_map(|(_, all)| all.iter())
            .filter(|(field, _)| fields.contains(&field.as_str()))
            .flat_map(|(_, entries)| entries.iter());
        entries.filter(|e| self.admissions.knows(&e.chain)).map(|e| e.chain).collect()
    }

    /// These keys and all other keys of the same people.
    pub(super) fn persons(&self, mut chains: BTreeSet<ChainId>) -> BTreeSet<ChainId> {
        loop {
            let before = chains.len();
            for (old, new) in self.admissions.replacements() {
                if chains.contains(&old) || chains.contains(&new) {
                    chains.extend([old, new]);
                }
            }
            if chains.len() == before {
                return chains;
            }
        }
    }

    /// The organisation of the client that the person's card names, where it does: of the case's client, supplier or
    /// assessed entity, or of a client contact. Capitals and blanks make no difference.
    #[must_use]
    pub fn organisation_of_client(&self, chain: ChainId) -> Option<String> {
        let own = self.actor(self.newest_key(chain))?.organisation;
        let fields = ["client.name", "object.supplier", "object.legal_entity"];
        let kind = ReportKind::CertificationBody;
        let named = fields.iter().filter_map(|f| self.case_for(kind, f)?.as_str().map(ToString::to_string));
        let contacts = self.actors().into_iter().filter(|a| {
            a.roles.contains(&Role::ClientContact) || a.roles_before.contains(&Role::ClientContact)
        });
        let mut theirs = named.chain(contacts.map(|a| a.organisation));
        let is_own = |name: &String| !plain(name).is_empty() && plain(name) == plain(&own);
        theirs.find(is_own)
    }

    /// Whether somebody who reviewed must not decide here (`scheme.separate_decision`).
    #[must_use]
    pub fn decides_apart(&self) -> bool {
        let value = self.case_for(ReportKind::CertificationBody, "scheme.separate_decision");
        value.is_some_and(|v| v.as_str() == Some("yes"))
    }

    /// The contributions that stand, by number.
    #[must_use]
    pub fn contributions(&self) -> Vec<Valued<ContributionSign>> {
        let all = self.of_prefix("contribution:");
        let mut list: Vec<Valued<ContributionSign>> =
            all.flat_map(|n| self.values(&alloc::format!("contribution:{n}"), "text")).collect();
        list.sort_by_key(|c| super::rows::number_of(&c.value.contribution));
        list
    }

    /// The contributions about a row.
    #[must_use]
    pub fn contributions_on(&self, row: &RowKey) -> Vec<Valued<ContributionSign>> {
        self.contributions().into_iter().filter(|c| c.value.rows.contains(row)).collect()
    }

    /// The highest number with this beginning (`P-`) that was ever given by an event that counts.
    pub(crate) fn highest(&self, prefix: &str, start: &str, field: &str) -> u64 {
        let numbers = self.of_prefix(prefix).filter_map(|id| {
            let number = id.strip_prefix(start)?.parse().ok()?;
            let counting: Option<&Entry> = self.counting(&alloc::format!("{prefix}{id}"), field).next();
            counting.map(|_| number)
        });
        numbers.max().unwrap_or(0)
    }
}

/// How many replacements lie between a key and the newest one of the person.
fn keys_between(state: &State, key: ChainId, newest: ChainId) -> usize {
    let mut seen = BTreeSet::new();
    let mut at = key;
    while at != newest && seen.insert(at) {
        let Some((next, _)) = state.replaced(at) else { break };
        at = next;
    }
    seen.len()
}

/// A name as it is compared: lower case, one blank between words.
fn plain(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
