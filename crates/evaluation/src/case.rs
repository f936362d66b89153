//! The facts of a case: one table of every field, its shape, and which report cannot do without it.
//!
//! Sources of the needs: ISO/IEC 17050-1 clause 6.1, ISO/IEC 17020 clause 7.4.2, ISO/IEC 17065 clauses 7.5 to 7.7,
//! IEC TS 62443-6-2 Annexes A and B (recalled where no clause is public).

use alloc::{
    string::{String, ToString},
    vec::Vec,
};

use checklist::Object;

use crate::event::AnyVerdict;

/// How a value must look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One text.
    Text,
    /// A list of texts, at least one.
    Texts,
    /// A list of texts; the empty list says "none".
    TextsOrNone,
    /// A list of `{"what": …, "reason": …}`; the empty list says "none".
    Exclusions,
    /// One of a few codes.
    OneOf(&'static [&'static str]),
    /// Component types, each of SAR, EDR, HDR, NDR.
    ComponentTypes,
    /// Provider roles, each of `integration`, `maintenance`.
    ProviderRoles,
    /// Seven security levels 0 to 4, FR 1 first.
    Levels,
    /// One maturity level 1 to 4.
    MaturityLevel,
    /// A calendar date, ISO 8601 `2026-11-23`.
    Date,
    /// A whole number from 1 to 3650: days or months.
    Number,
}

/// The three kinds of report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// Supplier's declaration of conformity (ISO/IEC 17050-1), first party.
    SelfDeclaration,
    /// Assessment by a second party or an inspection body (ISO/IEC 17020).
    IndependentAssessment,
    /// Evaluation report of a certification body (ISO/IEC 17065).
    CertificationBody,
}

impl ReportKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::SelfDeclaration, Self::IndependentAssessment, Self::CertificationBody];

    /// The code used in events, reports and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SelfDeclaration => "self_declaration",
            Self::IndependentAssessment => "independent_assessment",
            Self::CertificationBody => "certification_body",
        }
    }
}

/// One field of the case.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Name, as in `case.set/1`.
    pub name: &'static str,
    /// Shape of the value.
    pub shape: Shape,
    /// The objects it belongs to.
    pub objects: &'static [Object],
    /// Whether self-declaration, independent assessment, certification-body report refuse to be issued without it.
    pub needed: [bool; 3],
    /// Written by the issuer and printed as the issuer's own words: reserved words are refused in it.
    pub issuers_words: bool,
}

impl Field {
    /// Whether a report of this kind about this object refuses to be issued without the field.
    #[must_use]
    pub fn is_needed(&self, kind: ReportKind, object: Object) -> bool {
        let [own, independent, body] = self.needed;
        self.applies(object)
            && match kind {
                ReportKind::SelfDeclaration => own,
                ReportKind::IndependentAssessment => independent,
                ReportKind::CertificationBody => body,
            }
    }

    /// Whether the field belongs to a case about this object.
    #[must_use]
    pub fn applies(&self, object: Object) -> bool {
        self.objects.contains(&object)
    }
}

const EVERY: &[Object] = &[Object::Component, Object::ServiceProvider, Object::Process];
const ALL: [bool; 3] = [true, true, true];
const NONE: [bool; 3] = [false, false, false];
const OTHERS: [bool; 3] = [false, true, true];
const BODY: [bool; 3] = [false, false, true];
const OWN: [bool; 3] = [true, false, false];

const fn both(name: &'static str, shape: Shape, needed: [bool; 3]) -> Field {
    Field { name, shape, objects: EVERY, needed, issuers_words: false }
}
const fn issuer(name: &'static str, needed: [bool; 3]) -> Field {
    Field { name, shape: Shape::Text, objects: EVERY, needed, issuers_words: true }
}
const fn component(name: &'static str, shape: Shape, needed: [bool; 3]) -> Field {
    Field { name, shape, objects: &[Object::Component], needed, issuers_words: false }
}
const fn provider(name: &'static str, shape: Shape, needed: [bool; 3]) -> Field {
    Field { name, shape, objects: &[Object::ServiceProvider], needed, issuers_words: false }
}
const fn organisation(name: &'static str, shape: Shape, needed: [bool; 3]) -> Field {
    Field { name, shape, objects: &[Object::ServiceProvider, Object::Process], needed, issuers_words: false }
}
const fn process(name: &'static str, shape: Shape, needed: [bool; 3]) -> Field {
    Field { name, shape, objects: &[Object::Process], needed, issuers_words: false }
}

/// Every field of a case.
pub const FIELDS: &[Field] = &[
    // The object.
    component("object.name", Shape::Text, ALL),
    component("object.identifier", Shape::Text, ALL),
    component("object.label", Shape::Text, NONE),
    component("object.description", Shape::Text, ALL),
    component("object.types", Shape::ComponentTypes, ALL),
    component("object.hardware", Shape::Texts, NONE),
    component("object.firmware", Shape::Texts, NONE),
    component("object.software", Shape::Texts, NONE),
    component("object.file_hashes", Shape::Texts, NONE),
    component("object.supplier", Shape::Text, ALL),
    component("object.security_context", Shape::Text, ALL),
    component("object.intended_use", Shape::Text, NONE),
    component("object.essential_functions", Shape::Texts, ALL),
    component("object.excluded_functions", Shape::Exclusions, ALL),
    component("object.configuration", Shape::Text, ALL),
    component("object.samples", Shape::Text, OTHERS),
    component("object.lifecycle_process", Shape::Text, ALL),
    organisation("object.legal_entity", Shape::Text, ALL),
    organisation("object.program", Shape::Text, ALL),
    organisation("object.units", Shape::Texts, ALL),
    organisation("object.sites", Shape::Texts, ALL),
    provider("object.services", Shape::Texts, ALL),
    provider("object.roles", Shape::ProviderRoles, ALL),
    provider("object.components", Shape::Texts, NONE),
    provider("object.solution_kinds", Shape::Texts, ALL),
    organisation("object.subcontractors", Shape::TextsOrNone, ALL),
    organisation("object.exclusions", Shape::Exclusions, ALL),
    process("object.products", Shape::Texts, ALL),
    // The claim.
    component("claim.levels", Shape::Levels, NONE),
    component("claim.requirements", Shape::Texts, NONE),
    organisation("claim.ml", Shape::MaturityLevel, ALL),
    // Issuer and client.
    both("issuer.name", Shape::Text, ALL),
    both("issuer.address", Shape::Text, ALL),
    both("issuer.contact", Shape::Text, ALL),
    issuer("issuer.accreditation", OTHERS),
    both("client.name", Shape::Text, OTHERS),
    both("client.address", Shape::Text, OTHERS),
    both("client.contact", Shape::Text, NONE),
    both("client.representative", Shape::Text, OTHERS),
    // Independence (ISO/IEC 17020 clause 4.1 and Annex A).
    both("independence.party", Shape::OneOf(&["first", "second", "third"]), ALL),
    both("independence.inspection_type", Shape::OneOf(&["A", "B", "C"]), NONE),
    both("independence.relationship", Shape::Text, OTHERS),
    both("independence.conflict_review", Shape::Text, OTHERS),
    component("independence.testers", Shape::Text, OTHERS),
    // How it was done.
    both("conduct.objectives", Shape::Text, OTHERS),
    both("conduct.plan", Shape::Text, OTHERS),
    both("conduct.plan_deviations", Shape::TextsOrNone, OTHERS),
    both("conduct.from", Shape::Date, OTHERS),
    both("conduct.to", Shape::Date, OTHERS),
    both("conduct.places", Shape::Texts, OTHERS),
    both("conduct.on_site_and_remote", Shape::Text, OTHERS),
    both("conduct.person_days", Shape::Text, NONE),
    both("conduct.meetings", Shape::TextsOrNone, OTHERS),
    both("conduct.diverging_opinions", Shape::TextsOrNone, OTHERS),
    component("conduct.testing", Shape::Texts, OTHERS),
    organisation("sampling.population", Shape::Text, OTHERS),
    organisation("sampling.method", Shape::Text, OTHERS),
    organisation("sampling.sample", Shape::Texts, OTHERS),
    // What the scheme asks of a body (ISO/IEC 17065, 7.6.2 lets the reviewer decide).
    both("scheme.separate_decision", Shape::OneOf(&["yes", "no"]), NONE),
    // Time limits of nonconformities; without them the usual ones hold (docs/formats/events.md).
    both("findings.answer_days", Shape::Number, NONE),
    both("findings.close_days", Shape::Number, NONE),
    both("findings.major_months", Shape::Number, NONE),
    // What the issuer says.
    issuer("report.limits", ALL),
    issuer("report.remarks", NONE),
    both("report.recommendation", Shape::OneOf(&["grant", "grant_with_conditions", "do_not_grant"]), BODY),
    both(
        "report.confidentiality",
        Shape::OneOf(&["public", "confidential", "strictly_confidential"]),
        OTHERS,
    ),
    both("report.distribution", Shape::Texts, OTHERS),
    both("report.relied_on", Shape::TextsOrNone, OTHERS),
    both("report.place", Shape::Text, ALL),
    both("report.valid_until", Shape::Date, NONE),
    both("report.retention", Shape::Text, [true, false, false]),
    // The shape of the report: its sub-type, the file behind a declaration, what only some reports ask for.
    both("report.changes", Shape::Text, NONE),
    both("report.ownership", Shape::Text, NONE),
    both("report.subtype", Shape::OneOf(&SUBTYPES), NONE),
    both("report.decision_rule", Shape::Text, NONE),
    both("assessment.contract", Shape::Text, NONE),
    both("assessment.acceptance", Shape::Text, NONE),
    both("assessment.equipment", Shape::TextsOrNone, NONE),
    both("assessment.subcontracted", Shape::TextsOrNone, NONE),
    both("assessment.opinions", Shape::TextsOrNone, NONE),
    both("declaration.responsible", Shape::Text, OWN),
    both("declaration.change_control", Shape::Text, OWN),
    both("declaration.access", Shape::Text, OWN),
    both("declaration.bodies", Shape::TextsOrNone, NONE),
    both("declaration.reviewed_by", Shape::Text, NONE),
    component("object.batch", Shape::Text, NONE),
    component("object.supplier_sites", Shape::Texts, NONE),
    component("item.identification", Shape::Text, NONE),
    component("item.condition", Shape::Text, NONE),
    component("item.received", Shape::Date, NONE),
    component("item.tested_from", Shape::Date, NONE),
    component("item.tested_to", Shape::Date, NONE),
    component("vulnerability.metric", Shape::Text, NONE),
    component("vulnerability.threshold", Shape::Text, NONE),
    component("vulnerability.issues", Shape::TextsOrNone, NONE),
    component("vulnerability.residual", Shape::Text, NONE),
    component("vulnerability.searched_on", Shape::Date, NONE),
    both("certificate.agreement", Shape::Text, NONE),
    // After a positive decision of a certification body.
    both("certificate.number", Shape::Text, NONE),
    both("certificate.scheme", Shape::Text, NONE),
    both("certificate.scope", Shape::Text, NONE),
    both("certificate.effective", Shape::Date, NONE),
    both("certificate.expiry", Shape::Date, NONE),
    both("certificate.surveillance", Shape::Text, NONE),
    both("certificate.conditions_of_use", Shape::Text, NONE),
];

/// Sub-types of an independent assessment: by a second party, by an inspection body (ISO/IEC 17020), or in the shape of
/// a laboratory's report (ISO/IEC 17025 clause 7.8, component only). Without one the report carries the general title.
pub const SUBTYPES: [&str; 3] = ["second_party_assessment", "inspection", "test_report"];

/// What a sub-type cannot be issued without, beside what every independent assessment needs.
#[must_use]
pub fn needed_by_subtype(subtype: &str) -> &'static [&'static str] {
    match subtype {
        "second_party_assessment" => &["assessment.contract", "assessment.acceptance"],
        "inspection" => &["independence.inspection_type"],
        "test_report" => &[
            "item.identification",
            "item.condition",
            "item.received",
            "item.tested_from",
            "item.tested_to",
            "report.decision_rule",
        ],
        _ => &[],
    }
}

/// The fields of the certificate data, all needed once a positive decision stands.
pub const CERTIFICATE_FIELDS: [&str; 6] = [
    "certificate.number",
    "certificate.scheme",
    "certificate.scope",
    "certificate.effective",
    "certificate.expiry",
    "certificate.surveillance",
];

/// The field of that name. A name may be set for one kind of report alone, `self_declaration/issuer.name`, because
/// one evaluation can serve a supplier's declaration and a body's report; what was evaluated and what is claimed can't.
#[must_use]
pub fn field(name: &str) -> Option<&'static Field> {
    let plain = match name.split_once('/') {
        Some((kind, plain)) => {
            let of_object = plain.starts_with("object.") || plain.starts_with("claim.");
            if of_object || !ReportKind::ALL.iter().any(|k| k.code() == kind) {
                return None;
            }
            plain
        }
        None => name,
    };
    FIELDS.iter().find(|f| f.name == plain)
}

/// Classes of evidence (IEC TS 62443-6-2 clause 5 artefacts; ML evidence of IEC TS 62443-6-1), with the
/// maturity level whose file they belong to: 1 a job was done, 2 procedure or competence, 3 dated record, 4 metric.
pub const EVIDENCE_CLASSES: &[(&str, Option<u8>)] = &[
    ("process_artefact", None),
    ("design_doc", None),
    ("user_guidance", None),
    ("requirement_test", None),
    ("security_test", None),
    ("evaluator_test", None),
    ("inspection", None),
    ("interview", Some(1)),
    ("declaration", None),
    ("procedure", Some(2)),
    ("competence", Some(2)),
    ("deliverable", Some(3)),
    ("execution_record", Some(3)),
    ("metrics", Some(4)),
    ("vendor_workbook", None),
    ("checklist", None),
    ("profile", None),
    ("import_ledger", None),
    ("import_text", None),
    ("other", None),
];

/// Evidence classes that Assay itself stores: never an evaluator's evidence for a verdict.
pub const OWN_CLASSES: [&str; 5] =
    ["checklist", "import_ledger", "import_text", "profile", "vendor_workbook"];

/// Whether `value` has the shape; if not, a code saying what was expected.
///
/// # Errors
/// The code of the expectation: `text`, `texts`, `texts-or-none`, `exclusions`, `one-of`, `component-types`, `roles`,
/// `levels`, `ml`, `date`, `number`.
pub fn check(shape: Shape, value: &serde_json::Value) -> Result<(), &'static str> {
    let texts = |ok: &dyn Fn(&str) -> bool| {
        value.as_array().is_some_and(|list| {
            !list.is_empty() && list.iter().all(|v| v.as_str().is_some_and(|s| !s.trim().is_empty() && ok(s)))
        })
    };
    let (ok, expected) = match shape {
        Shape::TextsOrNone => {
            (value.as_array().is_some_and(Vec::is_empty) || texts(&|_| true), "texts-or-none")
        }
        Shape::Exclusions => (
            value.as_array().is_some_and(|list| {
                list.iter().all(|v| {
                    v.as_object().is_some_and(|o| o.len() == 2)
                        && ["what", "reason"]
                            .iter()
                            .all(|k| v.get(k).and_then(|t| t.as_str()).is_some_and(|t| !t.trim().is_empty()))
                })
            }),
            "exclusions",
        ),
        Shape::OneOf(codes) => (value.as_str().is_some_and(|s| codes.contains(&s)), "one-of"),
        Shape::Text => (value.as_str().is_some_and(|s| !s.trim().is_empty()), "text"),
        Shape::Texts => (texts(&|_| true), "texts"),
        Shape::ComponentTypes => (texts(&|s| matches!(s, "SAR" | "EDR" | "HDR" | "NDR")), "component-types"),
        Shape::ProviderRoles => (texts(&|s| PROVIDER_ROLES.contains(&s)), "roles"),
        Shape::Levels => (
            value
                .as_array()
                .is_some_and(|l| l.len() == 7 && l.iter().all(|v| v.as_u64().is_some_and(|n| n <= 4))),
            "levels",
        ),
        Shape::MaturityLevel => (value.as_u64().is_some_and(|n| (1..=4).contains(&n)), "ml"),
        Shape::Date => (value.as_str().is_some_and(is_date), "date"),
        Shape::Number => (value.as_u64().is_some_and(|n| (1..=3650).contains(&n)), "number"),
    };
    if ok { Ok(()) } else { Err(expected) }
}

/// Roles of a service provider (IEC 62443-2-4).
pub const PROVIDER_ROLES: [&str; 2] = ["integration", "maintenance"];

/// Whether the text is a calendar date of the form `2026-11-23` that exists.
#[must_use]
pub fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut number = |digits: usize| {
        parts
            .next()
            .filter(|p| p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()))
            .and_then(|p| p.parse::<u32>().ok())
    };
    let (Some(year), Some(month), Some(day)) = (number(4), number(2), number(2)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => return false,
    };
    parts.next().is_none() && (1..=days).contains(&day)
}

/// A verdict of this code, in either method.
#[must_use]
pub fn verdict_of(code: &str) -> Option<AnyVerdict> {
    [
        AnyVerdict::Fulfilled,
        AnyVerdict::NotFulfilled,
        AnyVerdict::Inconclusive,
        AnyVerdict::Pass,
        AnyVerdict::Fail,
        AnyVerdict::NotApplicable,
        AnyVerdict::NotEvaluated,
    ]
    .into_iter()
    .find(|v| v.code() == code)
}

/// The words that a text of this report must not use, and the one that was found; `None` if it is clean.
/// Rules: `docs/wording.md`.
#[must_use]
pub fn reserved_word(text: &str, kind: ReportKind, positive_decision: bool) -> Option<String> {
    const ALWAYS: [&str; 8] = [
        "tamper-proof",
        "tamperproof",
        "presumption of conformity",
        "presumed conform",
        "iec 62443 compliant",
        "iec 62443 tier",
        "% compliant",
        "% conform",
    ];
    const CERTIFICATE: [&str; 5] = ["certificate", "certified", "certification", "certify", "certifies"];
    let lower = text.to_lowercase();
    let certificate_allowed = kind == ReportKind::CertificationBody && positive_decision;
    let found = |words: &[&str]| words.iter().find(|w| lower.contains(**w)).map(ToString::to_string);
    found(&ALWAYS).or_else(|| {
        // A certification body may name itself before its decision; it may not announce a certificate.
        let words: &[&str] = match kind {
            ReportKind::CertificationBody => &["certificate", "certified", "certifies"],
            _ => &CERTIFICATE,
        };
        if certificate_allowed { None } else { found(words) }
    })
}
