//! The rules whose breach would make the words on the page untrue.
//!
//! Whether a report may be issued is decided in `evaluation`, before the data set is built. What is
//! checked here is that the data set agrees with itself: counts with rows, levels with claims,
//! references with registers, and reserved words with the kind of report. Each rule has a text
//! `report-untrue-<rule>` and `report-untrue-<rule>-do`.

mod counts;
mod shapes;

use crate::SCHEMA;
use crate::contents::{
    Conclusion, Contents, Decision, EvidenceUse, Kind, Object, RowEntry, RowVerdict, SCHEMA_BEFORE,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// One place at which the data set contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Untrue {
    /// The rule, for example `tuple-sum`.
    pub rule: String,
    /// The field, row or register line.
    pub place: String,
}

impl fmt::Display for Untrue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "report-untrue-{}: {}", self.rule, self.place)
    }
}

/// Everything in `contents` that contradicts something else in it; empty when nothing does.
#[must_use]
pub fn check(contents: &Contents) -> Vec<Untrue> {
    let mut found = Found(Vec::new());
    head(contents, &mut found);
    reserved(contents, &mut found);
    statement(contents, &mut found);
    registers(contents, &mut found);
    rows(contents, &mut found);
    shapes::check(contents, &mut found);
    counts::check(contents, &mut found);
    found.0
}

/// What has been found so far.
struct Found(Vec<Untrue>);

impl Found {
    /// Notes a breach of `rule` at `place` unless `holds`.
    fn expect(&mut self, holds: bool, rule: &str, place: impl Into<String>) {
        if !holds {
            self.0.push(Untrue { rule: rule.to_owned(), place: place.into() });
        }
    }
}

fn head(c: &Contents, found: &mut Found) {
    found.expect([SCHEMA, SCHEMA_BEFORE].contains(&c.schema.as_str()), "schema", c.schema.as_str());
    found.expect(is_date(&c.report.issued_on), "date", "report.issued_on");
    let of_one_kind = matches!(
        (&c.object, &c.conclusion),
        (Object::Component(_), Conclusion::Component(_))
            | (Object::ServiceProvider(_) | Object::Process(_), Conclusion::ServiceProvider(_))
    );
    found.expect(of_one_kind, "object-kind", "conclusion");
    let mut boxes = BTreeSet::new();
    for signature in &c.report.signatures {
        let known = c.report.kind.signers().contains(&signature.place.as_str());
        found.expect(known, "signature-place", signature.place.as_str());
        found.expect(boxes.insert(&signature.place), "signature-twice", signature.place.as_str());
    }
    let anchored = c.integrity.anchors.iter().any(|level| level == "A0");
    found.expect(c.report.draft || anchored, "anchor-missing", "integrity.anchors");
}

/// "Certificate" and "decision" are words of a certification body (ISO/IEC 17065 7.6, 7.7).
fn reserved(c: &Contents, found: &mut Found) {
    let body = c.report.kind == Kind::CertificationBody;
    found.expect(body || c.decision.is_none(), "decision-outside-body", "decision");
    let positive = c.decision.as_ref().is_some_and(Decision::is_positive);
    if let Some(certificate) = &c.certificate {
        found.expect(body, "certificate-outside-body", "certificate");
        found.expect(positive, "certificate-without-decision", "certificate");
        found.expect(c.statement.given, "certificate-without-statement", "statement.given");
        found.expect(is_date(&certificate.effective), "date", "certificate.effective");
        let decided = c.decision.as_ref().map_or("", |d| d.date.as_str());
        found.expect(
            certificate.effective.as_str() >= decided,
            "effective-before-decision",
            "certificate.effective",
        );
    }
    if let (Some(decision), true) = (&c.decision, body) {
        let evaluated = c.people.iter().any(|person| {
            let evaluates = |role: &String| matches!(role.as_str(), "lead" | "evaluator");
            person.roles.iter().any(evaluates) && same_person(&person.name, &decision.decider)
        });
        found.expect(!evaluated, "decider-evaluated", decision.decider.as_str());
    }
}

/// The statement's words come from `statement.code`, so the code must agree with the conclusion.
fn statement(c: &Contents, found: &mut Found) {
    let s = &c.statement;
    let known: &[&str] = match (&c.object, s.given) {
        (Object::Component(_), true) => &["component_levels", "component_requirements"],
        (Object::Component(_), false) => &["component_none", "component_negative"],
        (Object::ServiceProvider(_), true) => &["provider"],
        (Object::ServiceProvider(_), false) => &["provider_none", "provider_negative"],
        (Object::Process(_), true) => &["process"],
        (Object::Process(_), false) => &["process_none", "process_negative"],
    };
    found.expect(known.contains(&s.code.as_str()), "statement-code", s.code.as_str());
    if !s.given {
        found.expect(!s.limited_by.is_empty(), "statement-without-reason", "statement.limited_by");
        return;
    }
    let open = c
        .rows
        .iter()
        .filter(|row| row.scope == "selected")
        .find(|row| matches!(row.verdict, RowVerdict::Inconclusive | RowVerdict::Open));
    found.expect(open.is_none(), "statement-with-open-row", open.map(row_key).unwrap_or_default());
    let major = c.findings.iter().find(|finding| {
        finding.grade == "major" && !matches!(finding.state.as_str(), "closed" | "rejected" | "withdrawn")
    });
    found.expect(
        major.is_none(),
        "statement-with-open-major",
        major.map(|f| f.id.clone()).unwrap_or_default(),
    );
    match &c.conclusion {
        Conclusion::Component(conclusion) => {
            let concluded = matches!(
                conclusion.outcome.as_str(),
                "confirmed" | "confirmed_with_integration" | "below_declared"
            );
            found.expect(concluded, "statement-without-conclusion", conclusion.outcome.as_str());
        }
        Conclusion::ServiceProvider(conclusion) => {
            let concluded = matches!(conclusion.outcome.as_str(), "positive" | "positive_limited");
            found.expect(concluded, "statement-without-conclusion", conclusion.outcome.as_str());
        }
    }
    if c.report.kind == Kind::CertificationBody {
        // Its sentence says that evaluation, review and decision are complete, in a draft as well.
        let positive = c.decision.as_ref().is_some_and(Decision::is_positive);
        found.expect(positive, "statement-without-decision", "decision");
        let reviewed = c.review.as_ref().is_some_and(|r| r.result == "accepted");
        found.expect(reviewed, "statement-without-review", "review");
    }
}

/// Every reference leads somewhere, and no id is used twice.
fn registers(c: &Contents, found: &mut Found) {
    let mut evidence = BTreeSet::new();
    for item in &c.evidence {
        found.expect(evidence.insert(item.id.as_str()), "evidence-twice", item.id.as_str());
        found.expect(is_hex(&item.sha256, 64), "evidence-hash", item.id.as_str());
    }
    let mut findings = BTreeSet::new();
    for item in &c.findings {
        found.expect(findings.insert(item.id.as_str()), "finding-twice", item.id.as_str());
    }
    let mut used = |uses: &[EvidenceUse], place: String| {
        for one in uses {
            let known = evidence.contains(one.id.as_str());
            found.expect(known, "evidence-unknown", format!("{place}: {}", one.id));
        }
    };
    for row in &c.rows {
        used(&row.evidence, row_key(row));
    }
    for activity in &c.activities {
        used(&activity.evidence, activity.id.clone());
    }
    for finding in &c.findings {
        used(&finding.evidence, finding.id.clone());
    }
    for row in &c.rows {
        for id in &row.findings {
            let known = findings.contains(id.as_str());
            found.expect(known, "finding-unknown", format!("{}: {id}", row_key(row)));
        }
    }
}

fn rows(c: &Contents, found: &mut Found) {
    let component = matches!(c.object, Object::Component(_));
    let mut keys = BTreeSet::new();
    for row in &c.rows {
        let key = row_key(row);
        let fits = match row.verdict {
            RowVerdict::NotApplicable | RowVerdict::NotEvaluated => true,
            RowVerdict::Fulfilled | RowVerdict::NotFulfilled | RowVerdict::Inconclusive => component,
            RowVerdict::Pass | RowVerdict::Fail | RowVerdict::Open => !component,
        };
        found.expect(fits, "verdict-kind", key.as_str());
        let levels = [row.declared_ml, row.evaluated_ml];
        let in_range = levels.iter().flatten().all(|ml| (1..=4).contains(ml));
        found.expect(in_range, "ml-range", key.as_str());
        let none_for_component = !component || levels.iter().all(Option::is_none);
        found.expect(none_for_component, "ml-for-component", key.as_str());
        let justified = row.verdict != RowVerdict::NotApplicable || row.justification.is_some();
        found.expect(justified, "not-applicable-unjustified", key.as_str());
        found.expect(keys.insert(key.clone()), "row-twice", key.as_str());
    }
    found.expect(!c.rows.is_empty(), "no-rows", "rows");
}

/// How a row is named in a message: id, role and component.
fn row_key(row: &RowEntry) -> String {
    let mut key = row.id.clone();
    for part in [&row.role, &row.component].into_iter().flatten() {
        key.push_str(" / ");
        key.push_str(part);
    }
    key
}

/// Two spellings of one name: case and spacing are not a difference between people.
fn same_person(a: &str, b: &str) -> bool {
    let folded = |name: &str| name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    folded(a) == folded(b)
}

fn is_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// A calendar day as `YYYY-MM-DD`.
pub(crate) fn is_date(text: &str) -> bool {
    day(text).is_some()
}

/// Year, month and day of a `YYYY-MM-DD`.
pub(crate) fn day(text: &str) -> Option<typst::foundations::Datetime> {
    let mut parts = text.split('-');
    let (year, month, date) = (parts.next()?, parts.next()?, parts.next()?);
    let sized = year.len() == 4 && month.len() == 2 && date.len() == 2;
    if parts.next().is_some() || !sized {
        return None;
    }
    typst::foundations::Datetime::from_ymd(year.parse().ok()?, month.parse().ok()?, date.parse().ok()?)
}
