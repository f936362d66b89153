//! The samples with everything recorded that may be: what stands beside the verdicts, in all its parts.

use super::*;

pub fn component(kind: Kind) -> Contents {
    let mut c = super::small_component(kind);
    everything(&mut c);
    if let Object::Component(object) = &mut c.object {
        object.item = Some(TestedItem {
            identification: "26-04711, 26-04712".into(),
            condition: "undamaged, seals intact".into(),
            received: "2026-08-17".into(),
            tested_from: "2026-09-01".into(),
            tested_to: "2026-10-30".into(),
        });
    }
    c.conduct.vulnerabilities = Some(VulnerabilityAnalysis {
        metric: some("CVSS 3.1 base score"),
        threshold: some("nothing above 6.9 without correction"),
        issues: strings(&["NW-2026-4, 5.3: corrected", "NW-2026-6, 4.2: documented measure"]),
        residual: some("none above the threshold"),
        searched_on: some("2026-10-30"),
    });
    if let Some(assessment) = &mut c.assessment {
        assessment.subtype = "test_report".into();
        assessment.decision_rule =
            some("A requirement is met when each of its test cases is; no allowance is made.");
        assessment.opinions = strings(&["The serial port would be better left out of the product."]);
        assessment.subcontracted = strings(&["Penetration test: Fjordline Security AB"]);
    }
    c
}

pub fn provider(kind: Kind) -> Contents {
    let mut c = super::small_provider(kind);
    everything(&mut c);
    let items = ["P-01", "P-02", "P-03", "P-07", "P-11"].map(|id| DrawItem {
        id: id.into(),
        note: some("maintenance, remote access"),
        chosen: match id {
            "P-02" | "P-11" => "by_rule",
            "P-07" => "added",
            "P-03" => "left_out",
            _ => "not_chosen",
        }
        .into(),
        reason: matches!(id, "P-07" | "P-03")
            .then(|| "remote access would not be covered otherwise".to_owned()),
    });
    c.conduct.sampling = Some(Sampling {
        population: "Projects and contracts from 2024-10 to 2026-09".into(),
        population_size: Some(5),
        method: "Drawn by the program, then one added".into(),
        sample: strings(&["P-02", "P-07", "P-11"]),
        draw: Some(Draw {
            on: "2026-08-19".into(),
            by: "Dr. Amélie Roussel".into(),
            seed: "20260819".into(),
            rule: "sha256_lowest".into(),
            wanted: 2,
            source: some("E-003"),
            items: items.to_vec(),
        }),
    });
    c
}

fn everything(c: &mut Contents) {
    c.report.replaces = some("AS-2026-0141 (1)");
    c.report.changes = some("Row CR 1.1 was evaluated again on firmware 2.4.1.");
    c.validity.until = some("2028-11-20");
    for person in &mut c.people {
        person.areas = vec![
            CompetenceArea {
                area: "IEC 62443-4-2:2019".into(),
                basis: "training 2025, eleven evaluations".into(),
                until: some("2028-05-31"),
                recorded_by: some("Nora Lindqvist"),
            },
            CompetenceArea {
                area: "English".into(),
                basis: "working language".into(),
                ..CompetenceArea::default()
            },
        ];
        person.declaration = Some(Impartiality {
            declared_on: "2026-08-03".into(),
            points: ["employment", "ownership", "family", "consulting", "gifts", "fee"]
                .map(|code| ImpartialityPoint {
                    code: code.into(),
                    yes: code == "gifts",
                    explanation: (code == "gifts").then(|| "a calendar".to_owned()),
                })
                .to_vec(),
            remark: None,
            reviewed_by: some("Nora Lindqvist"),
            reviewed_on: some("2026-08-05"),
            result: some("cleared_with_safeguards"),
            reasons: some("The calendar was given back."),
        });
    }
    let ids: Vec<String> = c.rows.iter().take(2).map(|row| row.id.clone()).collect();
    c.contributions = vec![Contribution {
        expert: "Prof. Ada Nygaard".into(),
        date: "2026-10-02".into(),
        subjects: ids,
        text: "The key exchange follows the design; the parameters are those of the guideline.".into(),
    }];
    for (n, row) in c.rows.iter_mut().enumerate() {
        row.progress = some(["not_started", "in_work", "evaluated", "reviewed", "locked"][n % 5]);
        row.lock = (n % 5 == 4).then(|| Lock { by: "Dr. Amélie Roussel".into(), on: "2026-11-14".into() });
    }
    for finding in &mut c.findings {
        finding.overdue_since = some("2026-11-14");
        finding.repeats = some("F-000");
        finding.grades = vec![GradeChange {
            from: "observation".into(),
            to: finding.grade.clone(),
            on: "2026-10-20".into(),
            by: "Dr. Amélie Roussel".into(),
            reason: "Seen in a second project.".into(),
        }];
        finding.answer = Some(FindingAnswer {
            on: some("2026-10-24"),
            by: some("Ingrid Halvorsen"),
            correction: some("Manual corrected."),
            extent: some("Two other manuals, corrected as well."),
            root_cause: some("The table of defaults was copied by hand."),
            corrective_action: some("The table is generated from the configuration."),
            owner: some("Product security"),
            evidence: finding.evidence.clone(),
        });
        finding.checks = vec![
            FindingCheck {
                on: "2026-11-02".into(),
                by: "Tomáš Dvořák".into(),
                method: "documents".into(),
                result: "not_effective".into(),
                note: some("One table was left out."),
                evidence: Vec::new(),
            },
            FindingCheck {
                on: "2026-11-09".into(),
                by: "Tomáš Dvořák".into(),
                method: "on_site".into(),
                result: "effective".into(),
                note: None,
                evidence: finding.evidence.clone(),
            },
        ];
    }
    if let Some(review) = &mut c.review {
        review.raised = vec![
            ReviewPoint {
                id: "P-1".into(),
                subject: "CR 1.1".into(),
                text: "Which firmware was tested?".into(),
                raised_on: "2026-11-11".into(),
                answer: some("2.4.1; the protocol names it now."),
                answered_by: some("Tomáš Dvořák"),
                state: "settled".into(),
                closed_on: some("2026-11-13"),
            },
            ReviewPoint {
                id: "P-2".into(),
                text: "The list of people lacks the expert.".into(),
                raised_on: "2026-11-11".into(),
                answer: some("Added."),
                state: "settled".into(),
                closed_on: some("2026-11-13"),
                ..ReviewPoint::default()
            },
        ];
    }
    if let Some(data) = &mut c.certificate {
        data.states = vec![
            CertificateState {
                state: "valid".into(),
                date: "2026-11-20".into(),
                reason: "decision of 2026-11-18".into(),
                directory_text: some("Valid."),
                scope: None,
                by: some("Katarzyna Łęcka"),
            },
            CertificateState {
                state: "reduced_scope".into(),
                date: "2027-03-01".into(),
                reason: "site closed".into(),
                directory_text: some("Valid for one site."),
                scope: some("Trondheim"),
                by: some("Katarzyna Łęcka"),
            },
        ];
        data.visits = vec![Visit {
            due: "2027-11-18".into(),
            topics: strings(&["open minor nonconformities", "a third of the rows"]),
            held_on: None,
            result: None,
        }];
    }
}
