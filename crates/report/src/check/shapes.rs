//! Sub-types, the supporting file, review points, the sample and the life of a certificate.

use super::{Found, is_date};
use crate::contents::{Contents, Kind, Object};
use std::collections::BTreeSet;

pub(super) fn check(c: &Contents, found: &mut Found) {
    assessment(c, found);
    let first = c.report.kind == Kind::SelfDeclaration;
    found.expect(
        first || c.supporting_file.is_none(),
        "supporting-file-outside-declaration",
        "supporting_file",
    );
    review(c, found);
    draw(c, found);
    certificate(c, found);
}

/// The title of an independent assessment says what it is, so the rest must agree with it.
fn assessment(c: &Contents, found: &mut Found) {
    let Some(a) = &c.assessment else { return };
    let second = c.report.kind == Kind::IndependentAssessment;
    found.expect(second, "subtype-outside-assessment", "assessment");
    if !second {
        return;
    }
    let party = c.independence.party.as_str();
    let fits = match a.subtype.as_str() {
        "second_party_assessment" => matches!(party, "" | "second"),
        "inspection" | "test_report" => true,
        _ => false,
    };
    found.expect(fits, "subtype-party", a.subtype.as_str());
    let typed = a.subtype != "inspection" || c.report.draft || c.independence.inspection_type.is_some();
    found.expect(typed, "inspection-without-type", "independence.inspection_type");
    if a.subtype == "test_report" {
        let Object::Component(object) = &c.object else {
            found.expect(false, "test-report-object", "assessment.subtype");
            return;
        };
        let item = object.item.as_ref();
        found.expect(c.report.draft || item.is_some(), "test-report-item", "object.component.item");
        found.expect(
            c.report.draft || a.decision_rule.is_some(),
            "test-report-rule",
            "assessment.decision_rule",
        );
        for date in item.into_iter().flat_map(|i| [&i.received, &i.tested_from, &i.tested_to]) {
            found.expect(date.is_empty() || is_date(date), "date", "object.component.item");
        }
    }
}

/// "Accepted" beside a point that is still open would not be true (ISO/IEC 17065 7.5).
fn review(c: &Contents, found: &mut Found) {
    let Some(review) = &c.review else { return };
    let mut ids = BTreeSet::new();
    for point in &review.raised {
        found.expect(ids.insert(point.id.as_str()), "point-twice", point.id.as_str());
        let settled = review.result != "accepted" || point.state == "settled";
        found.expect(settled, "accepted-with-open-point", point.id.as_str());
    }
}

/// What is printed as the sample is what the draw says was chosen.
fn draw(c: &Contents, found: &mut Found) {
    let Some(sampling) = &c.conduct.sampling else { return };
    let Some(draw) = &sampling.draw else { return };
    let chosen: BTreeSet<&str> = draw
        .items
        .iter()
        .filter(|item| matches!(item.chosen.as_str(), "by_rule" | "added"))
        .map(|item| item.id.as_str())
        .collect();
    let named: BTreeSet<&str> = sampling.sample.iter().map(String::as_str).collect();
    found.expect(chosen == named, "draw-sample", "conduct.sampling.sample");
    let size =
        sampling.population_size.is_none_or(|n| usize::try_from(n).is_ok_and(|n| n == draw.items.len()));
    found.expect(size, "draw-population", "conduct.sampling.population_size");
    let by_rule = draw.items.iter().filter(|item| item.chosen == "by_rule").count();
    let most = usize::try_from(draw.wanted).unwrap_or(usize::MAX);
    found.expect(by_rule <= most, "draw-population", "conduct.sampling.draw.wanted");
}

fn certificate(c: &Contents, found: &mut Found) {
    let Some(data) = &c.certificate else { return };
    let mut before = "";
    for state in &data.states {
        found.expect(is_date(&state.date), "date", "certificate.states");
        found.expect(state.date.as_str() >= before, "certificate-states-order", state.state.as_str());
        before = state.date.as_str();
    }
}
