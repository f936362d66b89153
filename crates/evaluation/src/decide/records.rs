//! Declarations of impartiality, what becomes of them, competence, and what experts sign.

use alloc::{
    string::{String, ToString},
    vec,
    vec::Vec,
};

use trail::ChainId;

use super::{Context, Contribution, NewEvent, Refusal, check_date, event, filled, stated};
use crate::event::{
    Area, Clearance, CompetenceRecord, ContributionSign, ImpartialityDeclare, ImpartialityReview, Role, Ties,
    kind,
};

/// So many rows and activities stay well below what an event can hold.
const SUBJECTS_PER_CONTRIBUTION: usize = 200;

impl Context<'_> {
    pub(super) fn declare_impartiality(
        &self,
        points: Ties,
        text: Option<String>,
    ) -> Result<Vec<NewEvent>, Refusal> {
        self.needs_admission(&"impartiality")?;
        let blank = |t: &Option<String>| !stated(t.as_ref());
        if let Some((point, _)) = points.declared().find(|(_, tie)| blank(&tie.explanation)) {
            return Err(Refusal::new("tie-needs-explanation", point));
        }
        let text = text.filter(|t| stated(Some(t)));
        let supersedes = self.supersedes(&alloc::format!("person:{}", self.author), "declaration");
        let chain = self.author.to_string();
        Ok(vec![event(kind::IMPARTIALITY_DECLARE, &ImpartialityDeclare { chain, points, text, supersedes })?])
    }

    pub(super) fn review_impartiality(
        &self,
        of: ChainId,
        result: Clearance,
        reasons: String,
    ) -> Result<Vec<NewEvent>, Refusal> {
        let person = self.person(of)?;
        if !self.state.has_role(self.author, Role::QualityManager) {
            return Err(Refusal::new("needs-quality-manager", person.name));
        }
        if self.state.same_person(self.author, of) {
            return Err(Refusal::new("impartiality-of-oneself", person.name));
        }
        filled(&reasons, "clearance-needs-reasons", &person.name)?;
        if result != Clearance::Barred && !person.has_impartiality() {
            return Err(Refusal::new("clearance-needs-declaration", person.name));
        }
        let declaration = person.declaration.map(|d| d.id.to_string());
        let supersedes = self.supersedes(&alloc::format!("person:{}", person.chain), "clearance");
        let chain = person.chain.to_string();
        let review = ImpartialityReview { chain, declaration, result, reasons, supersedes };
        Ok(vec![event(kind::IMPARTIALITY_REVIEW, &review)?])
    }

    pub(super) fn record_competence(
        &self,
        of: ChainId,
        areas: Vec<Area>,
        basis: String,
        valid_until: String,
    ) -> Result<Vec<NewEvent>, Refusal> {
        let person = self.person(of)?;
        let may = [Role::Lead, Role::QualityManager];
        if !may.iter().any(|role| self.state.has_role(self.author, *role)) {
            return Err(Refusal::new("needs-lead-or-quality-manager", person.name));
        }
        if self.state.same_person(self.author, of) {
            return Err(Refusal::new("competence-of-oneself", person.name));
        }
        if areas.is_empty() || areas.iter().any(|a| a.name.trim().is_empty()) {
            return Err(Refusal::new("competence-needs-areas", person.name));
        }
        filled(&basis, "competence-needs-basis", &person.name)?;
        check_date(Some(&valid_until))?;
        let supersedes = self.supersedes(&alloc::format!("person:{}", person.chain), "competence");
        let chain = person.chain.to_string();
        let record = CompetenceRecord { chain, areas, basis, valid_until, supersedes };
        Ok(vec![event(kind::COMPETENCE_RECORD, &record)?])
    }

    pub(super) fn contribute(&self, asked: Contribution) -> Result<Vec<NewEvent>, Refusal> {
        let Contribution { rows, activities, text, evidence, replaces } = asked;
        let highest = self.state.highest("contribution:", "E-", "text");
        let number = replaces.clone().unwrap_or_else(|| alloc::format!("E-{}", highest.saturating_add(1)));
        self.not_barred(&number)?;
        if !self.state.has_role(self.author, Role::TechnicalExpert) {
            return Err(Refusal::new("needs-expert", number));
        }
        if rows.is_empty() && activities.is_empty() {
            return Err(Refusal::new("contribution-needs-subject", number));
        }
        if rows.len().saturating_add(activities.len()) > SUBJECTS_PER_CONTRIBUTION {
            return Err(Refusal::new("contribution-too-wide", number).with("most", SUBJECTS_PER_CONTRIBUTION));
        }
        for row in &rows {
            self.check_row(row)?;
            self.not_locked(row)?;
        }
        if let Some(unknown) = activities.iter().find(|id| self.checklist.activity(id).is_none()) {
            return Err(Refusal::new("unknown-activity", unknown));
        }
        filled(&text, "contribution-needs-text", &number)?;
        self.check_evidence(&evidence, &number)?;
        let standing = self.state.contributions();
        let named = standing.iter().filter(|c| c.value.contribution == number);
        let (own, others): (Vec<_>, Vec<_>) =
            named.partition(|c| self.state.same_person(c.chain, self.author));
        if replaces.is_some() && own.is_empty() {
            let rule = if others.is_empty() { "unknown-contribution" } else { "contribution-not-own" };
            return Err(Refusal::new(rule, number));
        }
        for row in own.iter().flat_map(|c| &c.value.rows) {
            self.not_locked(row)?;
        }
        let supersedes = own.iter().map(|c| c.id.to_string()).collect();
        let sign = ContributionSign { contribution: number, rows, activities, text, evidence, supersedes };
        Ok(vec![event(kind::CONTRIBUTION_SIGN, &sign)?])
    }

    /// The records of the person behind a key of this dossier.
    fn person(&self, chain: ChainId) -> Result<crate::state::PersonRecords, Refusal> {
        if self.state.knows_key(chain) {
            Ok(self.state.records(chain))
        } else {
            Err(Refusal::new("unknown-key", chain))
        }
    }

    /// Whoever is barred takes no part.
    pub(super) fn not_barred(&self, place: &impl ToString) -> Result<(), Refusal> {
        let own = self.state.records(self.author);
        match own.clearances.iter().find(|c| c.value.result == Clearance::Barred) {
            None => Ok(()),
            Some(barred) => Err(Refusal::new("person-barred", place.to_string())
                .with("name", own.name)
                .with("reasons", &barred.value.reasons)),
        }
    }
}
