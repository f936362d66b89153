//! What becomes of a granted certificate, and its surveillance (ISO/IEC 17065, 7.9 to 7.11).

use alloc::{
    string::{String, ToString},
    vec,
    vec::Vec,
};

use super::{Context, NewEvent, Refusal, check_date, event, filled, stated};
use crate::{
    case::{self, CERTIFICATE_FIELDS, ReportKind},
    certificate::{self, PlanProblem},
    conclude,
    event::{
        CertificateSet, CertificateState, DecisionRecord, DecisionResult, SurveillancePlan,
        SurveillanceRecord, SurveillanceResult, kind,
    },
    issuing,
    state::Valued,
};

const PLACE: &str = "certificate";

impl Context<'_> {
    pub(super) fn set_certificate(&self, set: CertificateSet) -> Result<Vec<NewEvent>, Refusal> {
        let decision = self.decides_on_certificate()?;
        let standing = self.state.certificate_states();
        let supersedes = self.supersedes("certificate", "state");
        if supersedes.len() > 1 && set.state.attests() {
            // What competes is settled to the safe side first.
            return Err(Refusal::new("certificate-contested", PLACE));
        }
        self.check_step(&set, standing.first().filter(|_| supersedes.len() == 1), &decision)?;
        self.check_said(&set)?;
        let decided: String = decision.time.chars().take(10).collect();
        let earliest =
            standing.iter().map(|s| s.value.date.clone()).chain([decided]).max().unwrap_or_default();
        if set.date < earliest {
            return Err(Refusal::new("certificate-date-order", PLACE)
                .with("date", &set.date)
                .with("earliest", earliest));
        }
        let expiry = certificate::expiry(self.state).unwrap_or_default();
        if set.state == CertificateState::Expired && (expiry.is_empty() || set.date <= expiry) {
            return Err(Refusal::new("certificate-not-expired", PLACE).with("expiry", expiry));
        }
        let decision = decision.id.to_string();
        let scope = set.scope.clone().filter(|s| stated(Some(s)));
        Ok(vec![event(kind::CERTIFICATE_STATE, &CertificateSet { decision, scope, supersedes, ..set })?])
    }

    /// The granted decision, where the author may act on it.
    fn decides_on_certificate(&self) -> Result<Valued<DecisionRecord>, Refusal> {
        self.decides(PLACE)?;
        certificate::granted(self.state).ok_or_else(|| Refusal::new("certificate-not-granted", PLACE))
    }

    fn check_step(
        &self,
        set: &CertificateSet,
        before: Option<&Valued<CertificateSet>>,
        decision: &Valued<DecisionRecord>,
    ) -> Result<(), Refusal> {
        let next = match before {
            None => CertificateState::FIRST,
            Some(b) if b.value.decision == decision.id.to_string() => b.value.state.next(),
            Some(b) => b.value.state.next_under_new_decision(),
        };
        let contested = before.is_none() && !self.state.certificate_states().is_empty();
        if !next.contains(&set.state) && !contested {
            let next: Vec<&str> = next.iter().map(|s| s.code()).collect();
            let from = before.map_or("–", |b| b.value.state.code());
            return Err(Refusal::new("certificate-step", PLACE)
                .with("from", from)
                .with("to", set.state)
                .with("next", if next.is_empty() { "–".to_string() } else { next.join(", ") }));
        }
        if !set.state.attests() {
            return Ok(());
        }
        if let Some(finding) = conclude::open_majors(self.state).first() {
            return Err(Refusal::new("certificate-with-open-major", PLACE).with("finding", finding));
        }
        // What was granted under conditions is not called valid without them.
        if set.state == CertificateState::Valid && decision.value.result == DecisionResult::GrantedLimited {
            return Err(Refusal::new("certificate-limited-decision", PLACE));
        }
        let suspended = before.is_some_and(|b| b.value.state == CertificateState::Suspended);
        let whole = matches!(set.state, CertificateState::Valid | CertificateState::Conditions);
        if (whole || suspended) && !issuing::positive_decision(self.state) {
            return Err(Refusal::new("certificate-needs-decision", PLACE));
        }
        let kind = ReportKind::CertificationBody;
        let missing = CERTIFICATE_FIELDS.iter().find(|f| self.state.case_for(kind, f).is_none());
        match missing {
            Some(field) => Err(Refusal::new("certificate-data-missing", PLACE).with("field", field)),
            None => Ok(()),
        }
    }

    /// Reason, scope and directory text say what they must, and the directory no more than it may.
    fn check_said(&self, set: &CertificateSet) -> Result<(), Refusal> {
        check_date(Some(&set.date))?;
        filled(&set.reason, "certificate-needs-reason", &PLACE)?;
        filled(&set.directory, "certificate-needs-directory", &PLACE)?;
        let reduced = set.state == CertificateState::ReducedScope;
        if reduced != stated(set.scope.as_ref()) {
            return Err(Refusal::new("certificate-scope", PLACE).with("to", set.state));
        }
        let said = [&set.directory, &set.reason];
        let kind = ReportKind::CertificationBody;
        let word = said.iter().find_map(|text| case::reserved_word(text, kind, true));
        let word = word.or_else(|| if set.state.attests() { None } else { called_valid(&set.directory) });
        match word {
            Some(word) => Err(Refusal::new("certificate-wording", PLACE).with("word", word)),
            None => Ok(()),
        }
    }

    pub(super) fn plan_surveillance(&self, plan: SurveillancePlan) -> Result<Vec<NewEvent>, Refusal> {
        let place = "surveillance";
        let decision = self.decides_on_certificate()?;
        for visit in &plan.visits {
            check_date(Some(&visit.due))?;
            self.check_known_findings(&visit.findings)?;
            for id in &visit.rows {
                self.requirement(id)?;
            }
        }
        if let Some(problem) = certificate::plan_problem(self.state, &decision, &plan.visits) {
            return Err(match problem {
                PlanProblem::Order(due) => Refusal::new("surveillance-order", place).with("due", due),
                PlanProblem::FirstLate(due) => {
                    Refusal::new("surveillance-first-late", place).with("due", due)
                }
                PlanProblem::AfterExpiry(due) => {
                    Refusal::new("surveillance-after-expiry", place).with("due", due)
                }
                PlanProblem::YearMissing(year) => {
                    Refusal::new("surveillance-year-missing", place).with("year", year)
                }
                PlanProblem::MinorMissing(finding) => {
                    Refusal::new("surveillance-minor-missing", place).with("finding", finding)
                }
            });
        }
        let supersedes = self.supersedes("surveillance", "plan");
        Ok(vec![event(kind::SURVEILLANCE_PLAN, &SurveillancePlan { supersedes, ..plan })?])
    }

    pub(super) fn record_surveillance(&self, record: SurveillanceRecord) -> Result<Vec<NewEvent>, Refusal> {
        let place = "surveillance";
        self.needs_evaluator(&place)?;
        if certificate::granted(self.state).is_none() {
            return Err(Refusal::new("certificate-not-granted", place));
        }
        check_date(Some(&record.date))?;
        filled(&record.summary, "surveillance-needs-summary", &place)?;
        self.check_evidence(&record.evidence, &place)?;
        self.check_known_findings(&record.findings)?;
        let satisfactory = record.result == SurveillanceResult::Satisfactory;
        if !satisfactory && record.findings.is_empty() {
            return Err(Refusal::new("surveillance-needs-findings", place).with("result", record.result));
        }
        if let Some(finding) = self.left_open(&record).filter(|_| satisfactory) {
            return Err(Refusal::new("surveillance-leaves-open", place).with("finding", finding));
        }
        let supersedes = self.supersedes(&alloc::format!("surveillance:{}", record.date), "record");
        Ok(vec![event(kind::SURVEILLANCE_RECORD, &SurveillanceRecord { supersedes, ..record })?])
    }

    /// A nonconformity still open that the visit looked at, or was planned to: all that were due by the first visit
    /// planned on its day or later.
    fn left_open(&self, record: &SurveillanceRecord) -> Option<String> {
        let visits = self.state.surveillance_plan().map(|p| p.value.visits).unwrap_or_default();
        let past = visits.iter().filter(|v| v.due < record.date).count();
        let planned: Vec<&String> =
            visits.iter().take(past.saturating_add(1)).flat_map(|v| &v.findings).collect();
        let open = |f: &&crate::state::Finding| f.state.is_open();
        let findings = self.state.findings();
        let nonconformities = findings.iter().filter(|f| f.grade != crate::verdict::Grade::Observation);
        let mut open = nonconformities.filter(open).map(|f| &f.raised.value.finding);
        open.find(|number| record.findings.contains(number) || planned.contains(number)).cloned()
    }

    fn check_known_findings(&self, numbers: &[String]) -> Result<(), Refusal> {
        let findings = self.state.findings();
        let known = |number: &&String| !findings.iter().any(|f| f.raised.value.finding == **number);
        match numbers.iter().find(known) {
            Some(number) => Err(Refusal::new("unknown-finding", number)),
            None => Ok(()),
        }
    }
}

/// A directory that says of a certificate which is not that it is.
fn called_valid(text: &str) -> Option<String> {
    const CLAIMS: [&str; 8] = [
        "is valid",
        "are valid",
        "remains valid",
        "still valid",
        "ist gültig",
        "bleibt gültig",
        "weiterhin gültig",
        "gilt weiter",
    ];
    let lower = text.to_lowercase();
    CLAIMS.iter().find(|claim| lower.contains(**claim)).map(ToString::to_string)
}
