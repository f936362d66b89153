//! The words vendors answer with and head their columns with, in 27 languages (`data/answers.csv`).
//!
//! A word stands for a meaning only when every language that uses it agrees; otherwise a person is asked.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::text::key;

/// What a vendor claims for a requirement. Never a verdict: that is the evaluator's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// The requirement is met.
    Met,
    /// It is met in part.
    Partial,
    /// It is not met.
    NotMet,
    /// It does not apply.
    NotApplicable,
    /// The vendor has not looked at it yet.
    NotAssessed,
    /// It could not be, or was not, evaluated: not the same as not applicable.
    NotEvaluated,
}

impl Meaning {
    /// The word used in mapping files and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Meaning::Met => "met",
            Meaning::Partial => "partial",
            Meaning::NotMet => "not_met",
            Meaning::NotApplicable => "not_applicable",
            Meaning::NotAssessed => "not_assessed",
            Meaning::NotEvaluated => "not_evaluated",
        }
    }

    /// The meaning of that word.
    pub fn of_word(word: &str) -> Option<Meaning> {
        use Meaning::{Met, NotApplicable, NotAssessed, NotEvaluated, NotMet, Partial};
        [Met, Partial, NotMet, NotApplicable, NotAssessed, NotEvaluated]
            .into_iter()
            .find(|meaning| meaning.word() == word)
    }
}

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Requirement id.
    Requirement,
    /// The vendor's answer.
    Response,
    /// Where the vendor's evidence is.
    Evidence,
    /// An address where evidence is; a reference to evidence like the others.
    Link,
    /// The vendor's explanation.
    Comment,
    /// The answer that the question asks for, where *No* can be the good one.
    Wanted,
    /// Written by an assessor: recognised so that it never becomes a claim.
    Assessor,
    /// Declared security or maturity level.
    Level,
    /// Role of a service provider: integration or maintenance.
    ApplicantRole,
    /// Part of the product or solution the answer is about.
    Component,
    /// A date.
    Date,
    /// A person.
    Person,
    /// Not taken.
    Ignore,
}

impl Role {
    /// Every role, in the order in which a person is offered them.
    pub const ALL: [Role; 13] = [
        Role::Requirement,
        Role::Response,
        Role::Evidence,
        Role::Link,
        Role::Comment,
        Role::Assessor,
        Role::Level,
        Role::ApplicantRole,
        Role::Component,
        Role::Wanted,
        Role::Date,
        Role::Person,
        Role::Ignore,
    ];

    /// The word used in mapping files, on the command line and in the vocabulary.
    pub fn word(self) -> &'static str {
        match self {
            Role::Requirement => "id",
            Role::Response => "response",
            Role::Evidence => "evidence",
            Role::Link => "link",
            Role::Wanted => "wanted",
            Role::Comment => "comment",
            Role::Assessor => "assessor",
            Role::Level => "level",
            Role::ApplicantRole => "role",
            Role::Component => "component",
            Role::Date => "date",
            Role::Person => "person",
            Role::Ignore => "ignore",
        }
    }

    /// The role of that word; `requirement` is taken for `id`.
    pub fn of_word(word: &str) -> Option<Role> {
        let word = if word == "requirement" { "id" } else { word };
        Role::ALL.into_iter().find(|role| role.word() == word)
    }

    /// Whether several columns of a table can have the role.
    pub fn may_repeat(self) -> bool {
        use Role::{Assessor, Comment, Date, Evidence, Ignore, Link, Person};
        matches!(self, Evidence | Link | Comment | Assessor | Date | Person | Ignore)
    }

    /// Whether cells of such a column become part of claims.
    pub fn is_taken(self) -> bool {
        !matches!(self, Role::Ignore | Role::Assessor | Role::Date | Role::Person)
    }
}

/// How an answer's text is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// The whole text is a known answer.
    Means(Meaning),
    /// A person must say; the hints are what it may mean (`yes`, `open`, `not_evaluated` …), empty when unknown.
    Ask(Vec<String>),
}

/// The words and what they mean.
#[derive(Debug, Default)]
pub struct Vocabulary {
    answers: BTreeMap<String, BTreeSet<String>>,
    headings: BTreeMap<String, BTreeSet<Role>>,
}

impl Vocabulary {
    /// The shipped words.
    pub fn shipped() -> &'static Vocabulary {
        static WORDS: OnceLock<Vocabulary> = OnceLock::new();
        WORDS.get_or_init(|| Vocabulary::parse(include_str!("../data/answers.csv")))
    }

    /// From lines `language,term,meaning`; a meaning is a [`Meaning::word`], `ask:` with a hint, or `column:`
    /// with a [`Role::word`]. Lines of any other form are left out.
    pub fn parse(text: &str) -> Vocabulary {
        let mut words = Vocabulary::default();
        for record in csv::Reader::from_reader(text.as_bytes()).records().flatten() {
            let (Some(term), Some(meaning)) = (record.get(1), record.get(2)) else {
                continue;
            };
            if let Some(role) = meaning.strip_prefix("column:") {
                if let Some(role) = Role::of_word(role) {
                    words.headings.entry(key(term)).or_default().insert(role);
                }
            } else {
                words.answers.entry(key(term)).or_default().insert(meaning.to_owned());
            }
        }
        words
    }

    /// What an answer means: only a whole text counts, so *Non Conforme* is never read as *Conforme*.
    pub fn answer(&self, raw: &str) -> Reading {
        let text = key(raw);
        if let Some(meanings) = self.answers.get(&text) {
            let mut all = meanings.iter();
            if let (Some(only), None) = (all.next(), all.next())
                && let Some(meaning) = Meaning::of_word(only)
            {
                return Reading::Means(meaning);
            }
            return Reading::Ask(hints(meanings));
        }
        // A known word at the start of prose is a hint, the longest one first, and never more.
        let start = self
            .answers
            .iter()
            .filter(|(term, _)| {
                text.strip_prefix(term.as_str())
                    .is_some_and(|rest| rest.starts_with([' ', ',', ';', ':', '-', '.', '(']))
            })
            .max_by_key(|(term, _)| term.len());
        Reading::Ask(start.map(|(_, meanings)| hints(meanings)).unwrap_or_default())
    }

    /// Whether the whole text is one of the words for an answer, whatever it means.
    pub(crate) fn knows(&self, raw: &str) -> bool {
        self.answers.contains_key(&key(raw))
    }

    /// What a heading says its column is for, and how many letters of it were understood.
    pub(crate) fn heading(&self, raw: &str) -> Option<(Role, usize)> {
        let text = key(raw);
        if let Some(roles) = self.headings.get(&text) {
            return Some((preferred(roles)?, text.len() + 1));
        }
        // Otherwise the longest known words that stand in it as whole words.
        let padded = format!(" {} ", text.replace(['/', '(', ')', '_', ':', '-'], " "));
        self.headings
            .iter()
            .filter(|(term, _)| term.len() > 2 && padded.contains(&format!(" {term} ")))
            .max_by_key(|(term, _)| term.len())
            .and_then(|(term, roles)| Some((preferred(roles)?, term.len())))
    }
}

/// When languages disagree on a heading, the reading that takes least over as a claim wins.
fn preferred(roles: &BTreeSet<Role>) -> Option<Role> {
    if roles.contains(&Role::Assessor) { Some(Role::Assessor) } else { roles.first().copied() }
}

fn hints(meanings: &BTreeSet<String>) -> Vec<String> {
    meanings.iter().map(|meaning| meaning.trim_start_matches("ask:").to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_answers_have_a_meaning() {
        let words = Vocabulary::shipped();
        for (text, meaning) in [
            ("Compliant", Meaning::Met),
            ("Non Conforme", Meaning::NotMet),
            (" Partiellement\u{a0}conforme ", Meaning::Partial),
            ("Nicht anwendbar", Meaning::NotApplicable),
            ("N/E", Meaning::NotEvaluated),
            ("not applicable.", Meaning::NotApplicable),
        ] {
            assert_eq!(words.answer(text), Reading::Means(meaning), "{text} is a whole known answer");
        }
        for (text, hint) in [
            ("Yes", "yes"),
            ("NE", "not_evaluated"),
            ("Alternate", "partial"),
            ("Compliant, see chapter 3", "met"),
            ("Open", "open"),
        ] {
            let Reading::Ask(hints) = words.answer(text) else { panic!("{text} must not be decided here") };
            assert!(hints.iter().any(|h| h == hint), "{text} may mean {hint}: {hints:?}");
        }
        let Reading::Ask(hints) = words.answer("NE") else { panic!("NE is ambiguous") };
        assert!(hints.contains(&"no".to_owned()), "Ne is also Czech for no");
        assert_eq!(words.answer("42 pages"), Reading::Ask(vec![]), "nothing is guessed from unknown words");
    }

    #[test]
    fn headings_tell_assessor_columns_from_vendor_columns() {
        let role = |text: &str| Vocabulary::shipped().heading(text).map(|(role, _)| role);
        assert_eq!(role("Verdict "), Some(Role::Assessor), "a verdict is never a claim");
        assert_eq!(role("Assessor / Comment"), Some(Role::Assessor), "the longer words win");
        assert_eq!(
            role("Claimed verdict"),
            Some(Role::Response),
            "what is claimed is the vendor's, also where it is called a verdict"
        );
        assert_eq!(role("Vendor comment"), Some(Role::Comment), "the vendor's own words");
        assert_eq!(role("Anforderung"), Some(Role::Requirement), "other languages count");
        assert_eq!(role("Colour"), None, "unknown headings say nothing");
    }
}
