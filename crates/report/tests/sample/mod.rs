//! Invented data sets: a component and a service provider, complete with every row of their
//! checklist, for each kind of report. Names and findings are fictional.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::indexing_slicing,
    clippy::manual_is_multiple_of,
    reason = "each test binary that includes this file uses another part of it"
)]

mod component;
pub mod process;
mod provider;

use report::contents::*;
use report::{Contents, Kind, Words};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;

pub const KINDS: [Kind; 3] = [Kind::SelfDeclaration, Kind::IndependentAssessment, Kind::CertificationBody];

/// All six combinations, by file name.
pub fn all() -> Vec<(String, Contents)> {
    KINDS
        .into_iter()
        .flat_map(|kind| {
            [
                (format!("component-{}", kind.code()), component::contents(kind)),
                (format!("service_provider-{}", kind.code()), provider::contents(kind)),
            ]
        })
        .collect()
}

pub fn component(kind: Kind) -> Contents {
    component::contents(kind)
}

pub fn provider(kind: Kind) -> Contents {
    provider::contents(kind)
}

/// A few rows of the component, with conclusions that hold for them: small enough for golden files.
pub fn small_component(kind: Kind) -> Contents {
    component::small(kind)
}

/// A few rows of the provider.
pub fn small_provider(kind: Kind) -> Contents {
    provider::small(kind)
}

/// A file of the project, from its root.
pub fn project(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// The English texts.
pub fn words() -> Words {
    words_in("en")
}

/// The texts of a language, read from the locale files in the simplest way that their simple form allows.
pub fn words_in(language: &str) -> Words {
    let mut words = Words::new();
    for file in ["report", "report-process"] {
        let text = std::fs::read_to_string(project(&format!("locales/{language}/{file}.ftl")))
            .expect("the texts of the reports are part of the project");
        for line in text.lines() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let (id, text) = line.split_once(" = ").expect("every line is `id = text`");
            let text = text.replace("{ $", "{$").replace(" }", "}");
            assert_eq!(words.insert(id.to_owned(), text), None, "{id} is defined once");
        }
    }
    words
}

fn pack(id: &str) -> Value {
    let path = project(&format!("checklists/{id}/pack.json"));
    let bytes = std::fs::read(path).expect("the checklist packs are part of the project");
    serde_json::from_slice(&bytes).expect("a pack is JSON")
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
}

fn strings(list: &[&str]) -> Vec<String> {
    list.iter().map(|s| (*s).to_owned()).collect()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// A digest that differs by name, so that no two entries of the sample look alike.
fn digest(name: &str) -> String {
    trail::Digest::of(name.as_bytes()).to_string()
}

fn coded(code: &str, args: &[(&str, &str)]) -> Coded {
    Coded { code: code.into(), args: map(args) }
}

fn person(name: &str, organisation: &str, role: &str, function: &str) -> Person {
    Person {
        name: name.into(),
        organisation: organisation.into(),
        roles: vec![role.into()],
        function: some(function),
        key: Some(digest(name)),
        competence: some("IEC 62443-4-2 and -2-4 evaluator training 2025; eleven evaluations since 2022"),
        impartiality: some(
            "No employment, ownership or consulting tie in the last two years; declared 2026-08-03, reviewed without objection",
        ),
        ..Person::default()
    }
}

fn evidence(id: &str, title: &str, file: &str, class: &str, producer: &str) -> Evidence {
    Evidence {
        id: id.into(),
        title: title.into(),
        file: some(file),
        revision: some("2.1"),
        class: class.into(),
        producer: producer.into(),
        date: some("2026-05-12"),
        received: some("2026-08-17"),
        media_type: "application/pdf".into(),
        size: 1_482_331,
        sha256: digest(id),
        confidentiality: "confidential".into(),
        withheld: None,
    }
}

fn used(id: &str, place: &str) -> EvidenceUse {
    EvidenceUse { id: id.into(), place: some(place) }
}

fn signatures(kind: Kind, vendor: &str) -> Vec<SignatureBox> {
    let of = |place: &str| -> SignatureBox {
        let (name, function, organisation) = match place {
            "issuer" => ("Ingrid Halvorsen", "Head of product security", vendor),
            "evaluator" => ("Dr. Amélie Roussel", "Lead evaluator", "Prüfstelle Isarwinkel GmbH"),
            "approver" => ("Jonas Weidner", "Head of the laboratory", "Prüfstelle Isarwinkel GmbH"),
            "reviewer" => ("Jonas Weidner", "Reviewer", "Prüfstelle Isarwinkel GmbH"),
            _ => ("Katarzyna Łęcka", "Decision maker", "Prüfstelle Isarwinkel GmbH"),
        };
        SignatureBox {
            place: place.into(),
            name: name.into(),
            function: function.into(),
            organisation: organisation.into(),
            key: Some(digest(name)),
        }
    };
    kind.signers().iter().map(|place| of(place)).collect()
}

/// What both objects share, for one kind.
fn frame(kind: Kind, vendor: Organisation, object: Object, basis: Basis, conclusion: Conclusion) -> Contents {
    let first = kind == Kind::SelfDeclaration;
    let body = Issuer {
        name: if first { vendor.name.clone() } else { "Prüfstelle Isarwinkel GmbH".into() },
        address: if first {
            vendor.address.clone()
        } else {
            "Am Mühlbach 7\n83661 Lenggries\nGermany".into()
        },
        contact: if first { vendor.contact.clone() } else { "evaluation@isarwinkel.example".into() },
        accreditation: None,
    };
    let lab = "Prüfstelle Isarwinkel GmbH";
    let mut people = vec![
        person("Dr. Amélie Roussel", lab, "lead", "Lead evaluator"),
        person("Tomáš Dvořák", lab, "evaluator", "Evaluator, embedded systems"),
    ];
    if first {
        people.push(person("Ingrid Halvorsen", &vendor.name, "signatory", "Head of product security"));
    } else {
        people.push(person(
            "Jonas Weidner",
            lab,
            if kind == Kind::CertificationBody { "reviewer" } else { "approver" },
            "Head of the laboratory",
        ));
    }
    if kind == Kind::CertificationBody {
        people.push(person("Katarzyna Łęcka", lab, "decision_maker", "Decision maker"));
    }
    Contents {
        schema: report::SCHEMA.into(),
        report: Head {
            kind,
            number: format!("AS-2026-0142-{}", kind.signers().len()),
            revision: 1,
            replaces: None,
            issued_on: "2026-11-20".into(),
            place: "Lenggries".into(),
            draft: false,
            confidentiality: "confidential".into(),
            distribution: strings(&["Client", "Issuer's file"]),
            relied_on: Vec::new(),
            remarks: None,
            dossier: "6f1c2a44-8d0e-4b6b-9b57-0d2f1c9a7e31".into(),
            changes: None,
            ownership: some("The client; copies for others only as a whole"),
            signatures: signatures(kind, &vendor.name),
        },
        issuer: body,
        client: vendor,
        object,
        basis,
        claim: Claim { recorded_on: some("2026-08-10"), ..Claim::default() },
        people,
        independence: Independence {
            party: if first { "first" } else { "third" }.into(),
            inspection_type: (kind == Kind::IndependentAssessment).then(|| "A".to_owned()),
            relationship: "Evaluation under contract at a fixed fee; no other business relation.".into(),
            conflict_review: some("Reviewed 2026-08-05; no conflict found."),
            testers: some("The supplier's test department reports to quality management, not to development."),
        },
        conduct: Conduct {
            objectives: "To establish whether the claimed requirements are met, on the supplier's artefacts and on tests witnessed by the evaluator.".into(),
            plan: some("Evaluation plan EP-0142 revision 2 of 2026-08-12"),
            plan_deviations: Vec::new(),
            from: some("2026-08-17"),
            to: some("2026-11-06"),
            places: strings(&["Lenggries (laboratory)", "Trondheim (client)"]),
            on_site_and_remote: some("Documents remotely; tests and interviews on site, 3 of 9 days."),
            person_days: some("9"),
            meetings: strings(&["Opening meeting 2026-08-17", "Closing meeting 2026-11-06"]),
            diverging_opinions: Vec::new(),
            testing: strings(&["Reports reviewed: threat mitigation, vulnerability scan, fuzzing, penetration test (summary)", "Metric: CVSS 3.1 base score with attack potential; threshold at SL 2: nothing above 6.9 unfixed", "Publicly known vulnerabilities searched on 2026-10-30: none open"]),
            sampling: None,
            vulnerabilities: None,
        },
        conclusion,
        statement: Statement::default(),
        rows: Vec::new(),
        activities: Vec::new(),
        findings: Vec::new(),
        evidence: Vec::new(),
        conflicts: Vec::new(),
        contributions: Vec::new(),
        assessment: (kind == Kind::IndependentAssessment).then(|| Assessment {
            subtype: "inspection".into(),
            contract: some("Order 4711-26 of 2026-07-30"),
            equipment: strings(&["Protocol analyser PA-3", "Test bench TB-2"]),
            ..Assessment::default()
        }),
        supporting_file: first.then(|| SupportingFile {
            responsible: "Ingrid Halvorsen, head of product security".into(),
            change_control: "Every release passes procedure QP-17; the declaration is renewed or withdrawn with the release that changes what it says.".into(),
            access: "On request at the address of the issuer, within ten working days".into(),
            bodies: Vec::new(),
            reviewed_by: some("Tomáš Dvořák, 2026-11-12"),
        }),
        review: (!first).then(|| Review {
            reviewer: "Jonas Weidner".into(),
            date: "2026-11-13".into(),
            result: "accepted".into(),
            points: strings(&["Rationale of two rows was too short; extended on 2026-11-12."]),
            ..Review::default()
        }),
        decision: None,
        certificate: None,
        validity: Validity {
            until: None,
            limits: strings(&["Only for the versions, the scope and the configuration named in this document."]),
            retention: first.then(|| "ten years after the last delivery".to_owned()),
        },
        integrity: Integrity {
            anchors: strings(if first { &["A0"] } else { &["A0", "A1", "A4"] }),
            anchored: if first { Vec::new() } else { vec![
                Anchored { level: "A2".into(), by: "CN=Example Time Stamping".into(), of: "CN=Example Root".into(), time: "2026-11-11T16:20:31Z".into(), chain: "0b5e1f2c3d4a59687766554433221100".into(), size: 1_102, whole: false },
                Anchored { level: "A1".into(), by: "Nora Lindqvist".into(), of: "Nordwerk Automation AB".into(), time: String::new(), chain: "0b5e1f2c3d4a59687766554433221100".into(), size: 1_283, whole: true },
            ] },
            checkpoint: Some(Checkpoint {
                origin: "dossier.assay.invalid/6f1c2a44-8d0e-4b6b-9b57-0d2f1c9a7e31/0b5e1f2c3d4a59687766554433221100".into(),
                size: 1_284,
                root: digest("root"),
                note: some("dossier.assay.invalid/6f1c2a44-8d0e-4b6b-9b57-0d2f1c9a7e31/0b5e1f2c3d4a59687766554433221100\n1284\nq83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=\n\n— assay+roussel 2f6b0c11AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw=="),
            }),
            chains: vec![
                ChainHead { chain: "0b5e1f2c3d4a59687766554433221100".into(), name: "Dr. Amélie Roussel".into(), seq: 1_283, event: digest("head 1") },
                ChainHead { chain: "9aa81d5c0f3b4e2277665544332211aa".into(), name: "Tomáš Dvořák".into(), seq: 417, event: digest("head 2") },
            ],
            digests: map(&[("evidence_list", &digest("evidence list")), ("projection", &digest("projection")), ("seal", &digest("seal"))]),
            app_version: "0.1.0".into(),
            signature_level: "detached_ed25519".into(),
            layout: None,
        },
    }
}

fn decide(c: &mut Contents, scope: &str) {
    c.decision = Some(Decision {
        decider: "Katarzyna Łęcka".into(),
        date: "2026-11-18".into(),
        result: "granted".into(),
        reasons:
            "The evaluation is complete, the review raised no open point, no major nonconformity is open."
                .into(),
        conditions: strings(&[
            "The open minor nonconformity is verified at the first surveillance at the latest.",
        ]),
        recommendation: some("grant_with_conditions"),
    });
    c.certificate = Some(CertificateData {
        number: "PI-62443-0142".into(),
        scheme: "Isarwinkel scheme for industrial components and services, 2026".into(),
        scope: scope.into(),
        effective: "2026-11-20".into(),
        expiry: some("2029-11-19"),
        surveillance: some("Once in each calendar year, first by 2027-11-18"),
        conditions_of_use: some("Named versions only; changes are notified before release."),
        agreement: some("Agreement 62443-0142 of 2026-07-30"),
        ..CertificateData::default()
    });
}

fn minor(requirement: &str, evidence: &str) -> Finding {
    Finding {
        id: "F-002".into(),
        grade: "minor".into(),
        grade_reason: "Isolated gap in the records of a process that is in place.".into(),
        requirement: requirement.into(),
        role: None,
        statement: "The retention time of security events is set, but the user documentation names another value than the delivered configuration.".into(),
        objective_evidence: some("Manual section 7.3 says 30 days, the delivered configuration holds 14 days."),
        evidence: vec![used(evidence, "section 7.3")],
        state: "plan_accepted".into(),
        raised_by: some("Tomáš Dvořák"),
        raised_on: some("2026-10-14"),
        plan: some("Manual is corrected with release 2.4.2; check of all configuration tables against the delivered defaults is added to the release procedure."),
        due: some("2026-12-18"),
        ..Finding::default()
    }
}
