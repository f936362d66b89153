//! What a report cannot be issued without, field by field, and which words it may not use.

use checklist::Object;
use evaluation::{
    case::{CERTIFICATE_FIELDS, FIELDS, ReportKind, check, field, is_date, reserved_word},
    conclude::conclude,
    issuing,
};
use serde_json::json;

use crate::{
    desk::{Desk, TODAY},
    prepared::{accept, done, evaluated, grant, prepared},
};

const OBJECTS: [Object; 2] = [Object::Component, Object::ServiceProvider];

fn gates(desk: &Desk, kind: ReportKind) -> Vec<(&'static str, String)> {
    let conclusion = conclude(&desk.state, &desk.checklist);
    issuing::report(&desk.state, &desk.checklist, kind, &conclusion, TODAY)
        .into_iter()
        .map(|gate| (gate.rule, gate.place))
        .collect()
}

#[test]
fn a_case_that_was_only_opened_lacks_exactly_the_fields_of_the_table() {
    for object in OBJECTS {
        for kind in ReportKind::ALL {
            let desk = Desk::of(object);
            let missing: Vec<String> = gates(&desk, kind)
                .into_iter()
                .filter(|(rule, _)| *rule == "gate-field-missing")
                .map(|(_, place)| place)
                .collect();
            let needed: Vec<&str> =
                FIELDS.iter().filter(|f| f.is_needed(kind, object)).map(|f| f.name).collect();
            assert_eq!(missing, needed, "{object:?} {kind:?}: every needed field is named");
            assert!(needed.len() > 15, "{object:?} {kind:?}: a report needs many fields");
        }
    }
}

#[test]
fn a_prepared_case_has_no_gate_and_a_draft_of_another_kind_has() {
    for object in OBJECTS {
        for kind in ReportKind::ALL {
            let desk = prepared(object, kind, &[]);
            assert_eq!(gates(&desk, kind), [], "{object:?} {kind:?}: nothing may be missing");
            let positive = issuing::positive_decision(&desk.state);
            assert_eq!(
                positive,
                kind == ReportKind::CertificationBody,
                "{object:?} {kind:?}: only a body decides"
            );
        }
        let own = prepared(object, ReportKind::SelfDeclaration, &[]);
        let body = gates(&own, ReportKind::CertificationBody);
        for rule in ["gate-party", "gate-review-missing", "gate-decision-missing", "gate-field-missing"] {
            assert!(
                body.iter().any(|(r, _)| *r == rule),
                "a self-declaration's case is no body's: {rule} in {body:?}"
            );
        }
    }
}

#[test]
fn a_positive_decision_needs_all_certificate_data() {
    let mut desk = evaluated(Object::Component, ReportKind::CertificationBody, &[]);
    done(&mut desk, "rita", accept());
    done(&mut desk, "dora", grant());
    let found = gates(&desk, ReportKind::CertificationBody);
    let expected: Vec<(&str, String)> =
        CERTIFICATE_FIELDS.iter().map(|f| ("gate-field-missing", (*f).to_owned())).collect();
    assert_eq!(found, expected, "each field of the certificate data is named, and nothing else");
}

#[test]
fn a_decision_lapses_with_the_content_and_with_the_role() {
    let mut desk = prepared(Object::Component, ReportKind::CertificationBody, &[]);
    assert!(issuing::positive_decision(&desk.state), "it stands at first");
    done(&mut desk, "lead", crate::prepared::set("object.configuration", json!("Other")));
    assert!(!issuing::positive_decision(&desk.state), "it covered what stood then");
    let found = gates(&desk, ReportKind::CertificationBody);
    for rule in ["gate-review-outdated", "gate-decision-outdated"] {
        assert!(found.iter().any(|(r, _)| *r == rule), "{rule} must be named: {found:?}");
    }
}

#[test]
fn reserved_words_depend_on_the_kind_and_the_decision() {
    use ReportKind::{CertificationBody, IndependentAssessment, SelfDeclaration};
    for (text, kind, decided, word) in [
        ("Certified by us", SelfDeclaration, false, Some("certified")),
        ("Certified by us", IndependentAssessment, true, Some("certified")),
        ("Certified by us", CertificationBody, false, Some("certified")),
        ("Certified by us", CertificationBody, true, None),
        ("A certification body", CertificationBody, false, None),
        ("A certification body", IndependentAssessment, false, Some("certification")),
        ("TAMPER-PROOF", CertificationBody, true, Some("tamper-proof")),
        ("90 % compliant", CertificationBody, true, Some("% compliant")),
        ("IEC 62443 compliant", CertificationBody, true, Some("iec 62443 compliant")),
        ("IEC 62443 tier 2", SelfDeclaration, false, Some("iec 62443 tier")),
        ("Valid for firmware 3.2.1", SelfDeclaration, false, None),
    ] {
        assert_eq!(
            reserved_word(text, kind, decided).as_deref(),
            word,
            "{text:?} in {kind:?}, decided: {decided}"
        );
    }
}

#[test]
fn fields_are_found_by_name_and_by_kind() {
    let name = |n| field(n).map(|f| f.name);
    assert_eq!(name("issuer.name"), Some("issuer.name"), "the plain name");
    assert_eq!(name("self_declaration/issuer.name"), Some("issuer.name"), "for one kind alone");
    for wrong in
        ["self_declaration/object.name", "certification_body/claim.levels", "other/issuer.name", "", "/"]
    {
        assert_eq!(name(wrong), None, "{wrong:?} is no field");
    }
    let mut names: Vec<&str> = FIELDS.iter().map(|f| f.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), FIELDS.len(), "no field stands twice in the table");
    for name in CERTIFICATE_FIELDS {
        assert!(field(name).is_some(), "{name} must be in the table");
    }
}

#[test]
fn days_that_do_not_exist_are_no_dates() {
    for day in ["2026-02-28", "2028-02-29", "2000-02-29", "2026-12-31"] {
        assert!(is_date(day), "{day} exists");
    }
    for day in [
        "2026-02-29",
        "1900-02-29",
        "2026-04-31",
        "2026-00-10",
        "2026-10-00",
        "2026-1-1",
        "2026-11-23T",
        "+026-11-23",
        "",
        "2026-11-23-1",
    ] {
        assert!(!is_date(day), "{day:?} does not");
    }
    let levels = field("claim.levels").expect("a field").shape;
    assert_eq!(check(levels, &json!([0, 1, 2, 3, 4, 0, 0])), Ok(()), "seven levels");
    assert_eq!(check(levels, &json!([0, 1, 2, 3, 4, 0, -1])), Err("levels"), "no level below 0");
}
