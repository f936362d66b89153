//! What has changed between two imports of one maker's answers. It compares and counts; it changes nothing, and what
//! an evaluator found stays as it is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::answers::{Meaning, Vocabulary};
use crate::ids::{self, KnownIds};
use crate::references::natural;
use crate::text::key;

/// What a claim is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Subject {
    /// Requirement id.
    pub requirement: String,
    /// Role of a service provider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Part of the product or solution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
}

/// What is compared of a claim; made from a proposed or a recorded one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedClaim {
    /// What it is about. Ids are compared in their usual spelling, role and component without regard to capitals
    /// and blanks.
    pub subject: Subject,
    /// The answer as stored.
    pub response: Option<String>,
    /// What the answer was taken to mean.
    pub meaning: Option<Meaning>,
    /// The evidence cells as stored.
    pub evidence: Vec<String>,
    /// The comment as stored.
    pub comment: Option<String>,
    /// The declared level as stored.
    pub declared: Option<String>,
}

/// How the claim of one row has changed. What comes first in this list counts where several things have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Only the newer import has it.
    Added,
    /// Only the earlier import has it.
    Removed,
    /// Another answer, another meaning of it, or another declared level.
    Answer,
    /// The same answer with other evidence.
    Evidence,
    /// The same answer and evidence; the comment, or blanks, capitals and order, differ.
    Text,
    /// Nothing differs, or nothing but which of the known words for one meaning the answer is, such as *Yes* and *Met*.
    Unchanged,
}

impl Change {
    /// The Fluent id of its words.
    pub fn id(self) -> &'static str {
        match self {
            Change::Added => "evidence-change-added",
            Change::Removed => "evidence-change-removed",
            Change::Answer => "evidence-change-answer",
            Change::Evidence => "evidence-change-evidence",
            Change::Text => "evidence-change-text",
            Change::Unchanged => "evidence-change-unchanged",
        }
    }
}

/// What exactly differs between two claims about one subject.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Differing {
    /// The words of the answer.
    pub response: bool,
    /// What the answer was taken to mean. Without `response` the vendor said the same and it was read in another way.
    pub meaning: bool,
    /// The declared level.
    pub declared: bool,
    /// The evidence.
    pub evidence: bool,
    /// The comment.
    pub comment: bool,
    /// Blanks, capitals or the order of the evidence.
    pub spelling: bool,
}

impl Differing {
    fn change(self) -> Change {
        if self.response || self.meaning || self.declared {
            Change::Answer
        } else if self.evidence {
            Change::Evidence
        } else if self.comment || self.spelling {
            Change::Text
        } else {
            Change::Unchanged
        }
    }
}

/// One claim of either import, or one of each that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// What it is about, as the newer import writes it where it has it.
    pub subject: Subject,
    /// Its bucket.
    pub change: Change,
    /// Which of the earlier claims given.
    pub before: Option<usize>,
    /// Which of the newer claims given.
    pub after: Option<usize>,
    /// What differs; nothing where there is one side only.
    pub differing: Differing,
    /// Whether either import says more than one thing about this subject; the pairs are then the likeliest ones.
    pub of_several: bool,
}

/// Every claim of both imports, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// Ordered by requirement, with the numbers in it as numbers, then role, component, and place in the imports.
    pub changes: Vec<Changed>,
}

/// How many entries are in each bucket.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// [`Change::Added`].
    pub added: usize,
    /// [`Change::Removed`].
    pub removed: usize,
    /// [`Change::Answer`].
    pub answer: usize,
    /// [`Change::Evidence`].
    pub evidence: usize,
    /// [`Change::Text`].
    pub text: usize,
    /// [`Change::Unchanged`].
    pub unchanged: usize,
}

impl Difference {
    /// The entries of one bucket.
    pub fn of(&self, change: Change) -> impl Iterator<Item = &Changed> {
        self.changes.iter().filter(move |entry| entry.change == change)
    }

    /// Counts the buckets. Earlier claims are all but `added`, newer ones all but `removed`.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for entry in &self.changes {
            let count = match entry.change {
                Change::Added => &mut counts.added,
                Change::Removed => &mut counts.removed,
                Change::Answer => &mut counts.answer,
                Change::Evidence => &mut counts.evidence,
                Change::Text => &mut counts.text,
                Change::Unchanged => &mut counts.unchanged,
            };
            *count += 1;
        }
        counts
    }
}

/// Requirement, role and component in the spelling in which they are compared.
type Compared = (String, Option<String>, Option<String>);

/// Compares two imports. Where a row is said several times, equal claims are paired first, then those with the same
/// answer and evidence, then those with the same answer, then the others in their order; what is left over was
/// added or removed.
pub fn compare(earlier: &[ComparedClaim], newer: &[ComparedClaim]) -> Difference {
    let known = KnownIds::new(earlier.iter().chain(newer).map(|claim| &claim.subject.requirement));
    let mut spelling: BTreeMap<&str, String> = BTreeMap::new();
    for claim in earlier.iter().chain(newer) {
        let id = claim.subject.requirement.as_str();
        spelling.entry(id).or_insert_with(|| canonical(id, &known));
    }
    let compared = |claim: &ComparedClaim| -> Compared {
        let id = claim.subject.requirement.as_str();
        let word = |text: &Option<String>| text.as_deref().map(key).filter(|text| !text.is_empty());
        let id = spelling.get(id).cloned().unwrap_or_else(|| key(id));
        (id, word(&claim.subject.role), word(&claim.subject.component))
    };
    let mut subjects: BTreeMap<Compared, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (at, claim) in earlier.iter().enumerate() {
        subjects.entry(compared(claim)).or_default().0.push(at);
    }
    for (at, claim) in newer.iter().enumerate() {
        subjects.entry(compared(claim)).or_default().1.push(at);
    }
    let mut groups: Vec<_> = subjects.into_iter().collect();
    groups.sort_by_cached_key(|((id, role, component), _)| (natural(id), role.clone(), component.clone()));
    let mut changes = Vec::with_capacity(earlier.len().max(newer.len()));
    for (_, (before, after)) in groups {
        let of_several = before.len() > 1 || after.len() > 1;
        let mut entries = pair(earlier, newer, before, after, of_several);
        entries.sort_by_key(|entry| (entry.after.is_none(), entry.after, entry.before));
        changes.extend(entries);
    }
    Difference { changes }
}

/// The checklist's usual spelling of an id; another text is compared as it is.
fn canonical(id: &str, known: &KnownIds) -> String {
    match ids::read_beside(id, known, false).as_slice() {
        [one] if one.counts() => one.canonical.as_deref().map(key).unwrap_or_else(|| key(id)),
        _ => key(id),
    }
}

fn pair(
    earlier: &[ComparedClaim],
    newer: &[ComparedClaim],
    mut before: Vec<usize>,
    mut after: Vec<usize>,
    of_several: bool,
) -> Vec<Changed> {
    let mut entries = Vec::new();
    // Equal texts find each other by their text: a sheet may say one row ten thousand times.
    for prints in [exact as fn(&ComparedClaim) -> Print, loose, answer, any] {
        let mut waiting: BTreeMap<Print, std::collections::VecDeque<usize>> = BTreeMap::new();
        for at in after.drain(..) {
            if let Some(claim) = newer.get(at) {
                waiting.entry(prints(claim)).or_default().push_back(at);
            }
        }
        before.retain(|at| {
            let Some(old) = earlier.get(*at) else { return false };
            let found = waiting.get_mut(&prints(old)).and_then(std::collections::VecDeque::pop_front);
            let Some((place, new)) = found.and_then(|place| Some((place, newer.get(place)?))) else {
                return true;
            };
            let differing = differing(old, new);
            entries.push(Changed {
                subject: new.subject.clone(),
                change: differing.change(),
                before: Some(*at),
                after: Some(place),
                differing,
                of_several,
            });
            false
        });
        after = waiting.into_values().flatten().collect();
        after.sort_unstable();
    }
    let one_sided = |claim: &ComparedClaim, change| Changed {
        subject: claim.subject.clone(),
        change,
        before: None,
        after: None,
        differing: Differing::default(),
        of_several,
    };
    entries.extend(
        before.into_iter().filter_map(|at| {
            Some(Changed { before: Some(at), ..one_sided(earlier.get(at)?, Change::Removed) })
        }),
    );
    entries.extend(
        after
            .into_iter()
            .filter_map(|at| Some(Changed { after: Some(at), ..one_sided(newer.get(at)?, Change::Added) })),
    );
    entries
}

/// What two claims have in common when they are paired at one step.
type Print = Vec<String>;

/// A text with a mark that tells it from a missing one.
fn marked(text: Option<&str>) -> String {
    text.map(|text| format!("={text}")).unwrap_or_default()
}

fn exact(claim: &ComparedClaim) -> Print {
    let mut print = vec![
        if is_bare(claim) { String::new() } else { marked(claim.response.as_deref()) },
        marked(claim.meaning.map(Meaning::word)),
        marked(claim.declared.as_deref()),
        marked(claim.comment.as_deref()),
    ];
    print.extend(claim.evidence.iter().cloned());
    print
}

fn loose(claim: &ComparedClaim) -> Print {
    let mut print = answer(claim);
    print.extend(evidence(claim));
    print
}

fn answer(claim: &ComparedClaim) -> Print {
    vec![words(claim), marked(claim.meaning.map(Meaning::word)), said(&claim.declared)]
}

fn any(_: &ComparedClaim) -> Print {
    Print::new()
}

/// The answer as it is compared, beside its meaning.
fn words(claim: &ComparedClaim) -> String {
    if is_bare(claim) { String::new() } else { said(&claim.response) }
}

/// Whether the answer is nothing but a known word, and so says no more than what it was taken to mean. A form that goes
/// back with *Met* where the vendor's own table had *Yes* would otherwise have changed in every row.
fn is_bare(claim: &ComparedClaim) -> bool {
    let known = |text: &str| Vocabulary::shipped().knows(text);
    claim.meaning.is_some() && claim.response.as_deref().is_some_and(known)
}

/// A text as it is compared: blank is the same as missing.
fn said(text: &Option<String>) -> String {
    text.as_deref().map(key).unwrap_or_default()
}

/// The evidence texts as they are compared: the order says nothing.
fn evidence(claim: &ComparedClaim) -> Vec<String> {
    let mut all: Vec<String> =
        claim.evidence.iter().map(|t| key(t)).filter(|text| !text.is_empty()).collect();
    all.sort_unstable();
    all
}

fn differing(old: &ComparedClaim, new: &ComparedClaim) -> Differing {
    let mut found = Differing {
        response: said(&old.response) != said(&new.response)
            && !(old.meaning == new.meaning && is_bare(old) && is_bare(new)),
        meaning: old.meaning != new.meaning,
        declared: said(&old.declared) != said(&new.declared),
        evidence: evidence(old) != evidence(new),
        comment: said(&old.comment) != said(&new.comment),
        spelling: false,
    };
    found.spelling = found == Differing::default() && exact(old) != exact(new);
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn claim(id: &str, response: &str, evidence: &[&str], comment: &str) -> ComparedClaim {
        let word = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let meaning = match key(response).as_str() {
            "compliant" | "met" => Some(Meaning::Met),
            "non compliant" => Some(Meaning::NotMet),
            _ => None,
        };
        ComparedClaim {
            subject: Subject { requirement: id.to_owned(), role: None, component: None },
            response: word(response),
            meaning,
            evidence: evidence.iter().map(|text| (*text).to_owned()).collect(),
            comment: word(comment),
            declared: None,
        }
    }

    fn changes(
        earlier: &[ComparedClaim],
        newer: &[ComparedClaim],
    ) -> Vec<(Option<usize>, Option<usize>, Change)> {
        compare(earlier, newer).changes.iter().map(|c| (c.before, c.after, c.change)).collect()
    }

    #[test]
    fn each_pair_is_in_the_bucket_of_the_gravest_change() {
        let old = claim("CR 1.1", "Compliant", &["MAN-01 §3", "DR-01"], "Local accounts");
        for (id, response, evidence, comment, change, why) in [
            (
                "CR 1.1",
                "Compliant",
                &["MAN-01 §3", "DR-01"][..],
                "Local accounts",
                Change::Unchanged,
                "all is equal",
            ),
            (
                "CR1.1",
                "Compliant",
                &["MAN-01 §3", "DR-01"],
                "Local accounts",
                Change::Unchanged,
                "ids have one spelling",
            ),
            (
                "CR 1.1",
                " compliant",
                &["MAN-01 §3", "DR-01"],
                "Local accounts",
                Change::Unchanged,
                "a known word says its meaning, however it is written",
            ),
            (
                "CR 1.1",
                "Compliant since 3.2",
                &["MAN-01 §3", "DR-01"],
                "Local accounts",
                Change::Answer,
                "what is more than the known word is looked at",
            ),
            (
                "CR 1.1",
                "Compliant",
                &["MAN-01 §3", "DR-01"],
                "local accounts",
                Change::Text,
                "capitals and blanks",
            ),
            (
                "CR 1.1",
                "Compliant",
                &["DR-01", "MAN-01 §3"],
                "Local accounts",
                Change::Text,
                "the order of evidence",
            ),
            ("CR 1.1", "Compliant", &["MAN-01 §3", "DR-01"], "Directory", Change::Text, "the comment alone"),
            (
                "CR 1.1",
                "Compliant",
                &["MAN-01 §3", "DR-01", " "],
                "Local accounts",
                Change::Text,
                "a blank is no evidence",
            ),
            (
                "CR 1.1",
                "Compliant",
                &["MAN-01 §4", "DR-01"],
                "Directory",
                Change::Evidence,
                "evidence before comment",
            ),
            (
                "CR 1.1",
                "Compliant",
                &["MAN-01 §3"],
                "Local accounts",
                Change::Evidence,
                "evidence was taken back",
            ),
            ("CR 1.1", "Non compliant", &["MAN-01 §4"], "Directory", Change::Answer, "the answer before all"),
            (
                "CR 1.1",
                "met",
                &["MAN-01 §3", "DR-01"],
                "Local accounts",
                Change::Unchanged,
                "and so does another known word for the same",
            ),
            (
                "CR 1.1",
                "",
                &["MAN-01 §3", "DR-01"],
                "Local accounts",
                Change::Answer,
                "the answer was taken back",
            ),
        ] {
            let new = claim(id, response, evidence, comment);
            assert_eq!(changes(std::slice::from_ref(&old), &[new]), [(Some(0), Some(0), change)], "{why}");
        }
    }

    #[test]
    fn a_change_says_what_differs() {
        let old = claim("CR 1.1", "Yes", &[], "");
        let new = ComparedClaim { meaning: Some(Meaning::Met), ..old.clone() };
        let found = compare(std::slice::from_ref(&old), &[new]);
        let differing = found.changes[0].differing;
        assert!(
            differing.meaning && !differing.response,
            "the vendor said the same; it was read in another way"
        );
        let declared = ComparedClaim { declared: Some("SL 2".to_owned()), ..old.clone() };
        let found = compare(&[old], &[declared]);
        assert_eq!(found.changes[0].change, Change::Answer, "a declared level is part of the answer");
    }

    #[test]
    fn what_stands_on_one_side_was_added_or_removed() {
        let old = [claim("CR 1.10", "Compliant", &[], ""), claim("CR 1.2", "Compliant", &[], "")];
        let new = [claim("CR 1.2", "Compliant", &[], ""), claim("CR 1.3", "Compliant", &[], "")];
        assert_eq!(
            changes(&old, &new),
            [
                (Some(1), Some(0), Change::Unchanged),
                (None, Some(1), Change::Added),
                (Some(0), None, Change::Removed)
            ],
            "ordered by id, 1.10 after 1.3"
        );
    }

    #[test]
    fn roles_and_components_are_subjects_of_their_own() {
        let of = |role: &str, component: &str| {
            let mut claim = claim("SP.01.01 BR", "Compliant", &[], "");
            claim.subject.role = Some(role.to_owned());
            claim.subject.component = (!component.is_empty()).then(|| component.to_owned());
            claim
        };
        assert_eq!(
            changes(&[of("integration", "Line 1")], &[of("maintenance", "Line 1")]),
            [(Some(0), None, Change::Removed), (None, Some(0), Change::Added)],
            "another role is another claim"
        );
        assert_eq!(
            changes(&[of("integration", "Line 1")], &[of("Integration", " line\u{a0}1")]),
            [(Some(0), Some(0), Change::Unchanged)],
            "the same subject in another spelling, and all that is compared beside it is equal"
        );
        assert_eq!(
            changes(&[of("integration", "")], &[of("integration", "Line 2")]),
            [(Some(0), None, Change::Removed), (None, Some(0), Change::Added)],
            "no component is not every component"
        );
    }

    #[test]
    fn a_row_said_twice_is_paired_with_what_it_equals() {
        let a = claim("CR 1.1", "Compliant", &["MAN-01"], "");
        let b = claim("CR 1.1", "Non compliant", &["MAN-02"], "");
        let c = claim("CR 1.1", "Compliant", &["MAN-03"], "");
        assert_eq!(
            changes(&[a.clone(), b.clone()], &[b.clone(), a.clone()]),
            [(Some(1), Some(0), Change::Unchanged), (Some(0), Some(1), Change::Unchanged)],
            "another order of the rows is no change"
        );
        assert_eq!(
            changes(&[a.clone(), b.clone()], &[c, b.clone()]),
            [(Some(0), Some(0), Change::Evidence), (Some(1), Some(1), Change::Unchanged)],
            "equal ones first, then those with the same answer"
        );
        let found = compare(&[a.clone(), a.clone()], std::slice::from_ref(&a));
        assert_eq!(
            found.counts(),
            Counts { removed: 1, unchanged: 1, ..Counts::default() },
            "one was taken back"
        );
        assert!(found.changes.iter().all(|entry| entry.of_several), "that the row was said twice is shown");
        assert_eq!(
            compare(std::slice::from_ref(&a), &[a.clone(), b]).counts(),
            Counts { added: 1, unchanged: 1, ..Counts::default() },
            "a contradiction that is new was added"
        );
    }

    #[test]
    fn ten_thousand_rows_on_one_subject_are_compared_at_once() {
        let many: Vec<_> = (0..10_000).map(|n| claim("CR 1.1", &format!("a{n}"), &[], "")).collect();
        let mut back = many.clone();
        back.reverse();
        assert_eq!(compare(&many, &back).counts().unchanged, 10_000, "each finds its equal, in time");
    }

    fn any_claim() -> impl Strategy<Value = ComparedClaim> {
        (
            prop::sample::select(vec![
                "CR 1.1",
                "CR1.1",
                "cr-1.1",
                "CR 1.2",
                "SM-1",
                "",
                "x",
                "CR 1.1, CR 1.2",
            ]),
            prop::option::of(prop::sample::select(vec!["integration", "Integration", " "])),
            prop::option::of(prop::sample::select(vec!["Compliant", "compliant ", "No", "\u{a0}"])),
            prop::option::of(prop::sample::select(vec![Meaning::Met, Meaning::NotMet])),
            prop::collection::vec("[ab ]{0,2}", 0..3),
            prop::option::of("[cd ]{0,2}"),
        )
            .prop_map(|(id, role, response, meaning, evidence, comment)| ComparedClaim {
                subject: Subject { requirement: id.into(), role: role.map(Into::into), component: None },
                response: response.map(Into::into),
                meaning,
                evidence,
                comment,
                declared: None,
            })
    }

    proptest! {
        #[test]
        fn every_claim_is_in_exactly_one_bucket(
            earlier in prop::collection::vec(any_claim(), 0..12),
            newer in prop::collection::vec(any_claim(), 0..12),
        ) {
            let found = compare(&earlier, &newer);
            let mut before: Vec<_> = found.changes.iter().filter_map(|entry| entry.before).collect();
            let mut after: Vec<_> = found.changes.iter().filter_map(|entry| entry.after).collect();
            before.sort_unstable();
            after.sort_unstable();
            prop_assert_eq!(before, (0..earlier.len()).collect::<Vec<_>>(), "every earlier claim once");
            prop_assert_eq!(after, (0..newer.len()).collect::<Vec<_>>(), "every newer claim once");
            let counts = found.counts();
            let both = counts.answer + counts.evidence + counts.text + counts.unchanged;
            prop_assert_eq!(both + counts.removed, earlier.len(), "the buckets add up to the earlier import");
            prop_assert_eq!(both + counts.added, newer.len(), "the buckets add up to the newer import");
            for entry in &found.changes {
                let sides = match entry.change {
                    Change::Added => (false, true),
                    Change::Removed => (true, false),
                    _ => (true, true),
                };
                prop_assert_eq!((entry.before.is_some(), entry.after.is_some()), sides, "a bucket has its sides");
            }
        }

        #[test]
        fn an_import_compared_with_itself_is_unchanged(claims in prop::collection::vec(any_claim(), 0..12)) {
            let found = compare(&claims, &claims);
            prop_assert_eq!(found.counts().unchanged, claims.len(), "nothing has changed");
        }

        #[test]
        fn the_other_way_round_added_and_removed_change_places(
            earlier in prop::collection::vec(any_claim(), 0..8),
            newer in prop::collection::vec(any_claim(), 0..8),
        ) {
            let (there, back) = (compare(&earlier, &newer).counts(), compare(&newer, &earlier).counts());
            prop_assert_eq!((there.added, there.removed), (back.removed, back.added), "the same two imports");
        }
    }
}
