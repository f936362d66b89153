//! What stands about the case itself: its facts, the evidence register, review, decision and reports.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};

use super::{State, Valued};
use crate::{
    case::ReportKind,
    event::{CaseSet, DecisionRecord, EvidenceAdd, Import, ReportIssue, ReportSign, ReviewRecord},
};

impl State {
    /// A fact of the case as a report of this kind states it: the value set for this kind alone
    /// (`self_declaration/issuer.name`), else the general one.
    #[must_use]
    pub fn case_for(&self, kind: ReportKind, field: &str) -> Option<serde_json::Value> {
        self.case(&alloc::format!("{}/{field}", kind.code())).or_else(|| self.case(field))
    }

    /// A fact of the case.
    #[must_use]
    pub fn case(&self, field: &str) -> Option<serde_json::Value> {
        self.value::<CaseSet>("case", field).map(|v| v.value.value)
    }

    /// A fact of the case that is a list of texts; empty while not recorded.
    #[must_use]
    pub fn case_texts(&self, field: &str) -> Vec<String> {
        let list = self.case(field).and_then(|v| v.as_array().cloned()).unwrap_or_default();
        list.iter().filter_map(|v| v.as_str().map(ToString::to_string)).collect()
    }

    /// The declared SL-C vector, FR 1 first, if the claim is one.
    #[must_use]
    pub fn declared_levels(&self) -> Option<[u8; 7]> {
        let list = self.case("claim.levels")?;
        let levels: Vec<u8> = list.as_array()?.iter().filter_map(|v| v.as_u64()?.try_into().ok()).collect();
        levels.try_into().ok()
    }

    /// The evidence register: every item whose bytes Assay was given, by name.
    #[must_use]
    pub fn evidence(&self) -> Vec<Valued<EvidenceAdd>> {
        let mut items: Vec<Valued<EvidenceAdd>> = self
            .of_prefix("evidence:")
            .filter_map(|sha| self.value(&alloc::format!("evidence:{sha}"), "register"))
            .collect();
        items.sort_by(|a, b| (&a.value.name, &a.value.sha256).cmp(&(&b.value.name, &b.value.sha256)));
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
        self.of_prefix("import:").flat_map(|l| self.values(&alloc::format!("import:{l}"), "import")).collect()
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
        let subjects: Vec<String> = self.of_prefix("report:").map(|n| alloc::format!("report:{n}")).collect();
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

    /// Signed files of issued reports, by chain and place in it: each state of a file that was recorded. What two
    /// people recorded of the same bytes is one of them.
    #[must_use]
    pub fn signed_files(&self) -> Vec<Valued<ReportSign>> {
        let files = self.of_prefix("signed:").map(|sha| alloc::format!("signed:{sha}"));
        let mut signed: Vec<Valued<ReportSign>> =
            files.filter_map(|file| self.values(&file, "file").into_iter().next()).collect();
        signed.sort_by_key(|one| (one.chain, one.seq));
        signed
    }
}
