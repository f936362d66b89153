//! "Nordwerk PLC-200", an invented controller.

use super::*;

const DECLARED: [u8; 7] = [2, 2, 2, 1, 1, 1, 2];

pub fn contents(kind: Kind) -> Contents {
    let pack = pack("iec-62443-4-2-2019");
    let negative = kind == Kind::IndependentAssessment;
    let rows: Vec<RowEntry> = pack["requirements"]
        .as_array()
        .expect("rows")
        .iter()
        .enumerate()
        .map(|(n, r)| row(n, r, negative))
        .collect();
    let conclusion = conclude(&pack, &rows, negative);
    let vendor = Organisation {
        name: "Nordwerk Automasjon AS".into(),
        address: "Kaiveien 12\n7042 Trondheim\nNorway".into(),
        contact: "security@nordwerk.example".into(),
        representative: some("Ingrid Halvorsen"),
    };
    let basis = Basis {
        document: text(&pack, "document"),
        edition: text(&pack, "edition"),
        amendments: strings(&["COR 2022"]),
        method: text(&pack, "method"),
        pack: text(&pack, "id"),
        pack_sha256: digest("pack"),
        unproven: false,
        profile: None,
        profile_sha256: None,
        profile_conforms: None,
        deviations: Vec::new(),
    };
    let object = Object::Component(Component {
        name: "Nordwerk PLC-200".into(),
        identifier: "NW-PLC-200-CPU3".into(),
        label: some("Type plate on the left side of the housing"),
        hardware: strings(&["HW 1.3"]),
        firmware: strings(&["FW 2.4.1"]),
        software: Vec::new(),
        file_hashes: vec![FileHash { file: "nordwerk_plc200_cpu3_firmware_release_2.4.1+build.20260504_signed.bin".into(), sha256: digest("firmware") }],
        types: strings(&["EDR"]),
        description: "Programmable controller with two Ethernet ports and a serial service port, for machine and process control.".into(),
        supplier: None,
        security_context: "Mounted in a locked cabinet, in a zone with other controllers of the same machine. The zone is separated from the plant network by a firewall. No wireless interface. Remote maintenance only through a jump host of the operator.".into(),
        intended_use: some("Control of machines and process units in industrial plants."),
        essential_functions: strings(&["Execution of the control program within its cycle time", "Local emergency stop input"]),
        excluded_functions: vec![Exclusion { what: "Web server for diagnosis".into(), reason: "off by default; not part of the hardened configuration".into() }],
        configuration: "Hardened after security guideline SG-200 revision 5; test bench with engineering station, operator panel and traffic generator.".into(),
        samples: some("Two devices, serial numbers 26-04711 and 26-04712, received undamaged on 2026-08-17"),
        batch: some("Serial numbers from 26-04000"),
        supplier_sites: strings(&["Trondheim (development)", "Tallinn (production)"]),
        item: None,
        lifecycle_process: some("SDL 3.2 of Nordwerk, assessed at ML 3 after IEC 62443-4-1 in March 2026"),
    });
    let mut c = frame(kind, vendor, object, basis, Conclusion::Component(conclusion));
    c.claim.declared_levels = DECLARED.to_vec();
    c.evidence = registers();
    c.activities = activities(&pack);
    c.findings = vec![minor("CR 2.9", "E-004")];
    if negative {
        c.findings.insert(0, Finding {
            id: "F-001".into(),
            grade: "major".into(),
            grade_reason: "The requirement is missing in a function that the claim rests on.".into(),
            requirement: "CR 2.1".into(),
            statement: "Authorisation is enforced for the engineering protocol. Over the serial service port every command is carried out without authorisation.".into(),
            objective_evidence: some("Test T-2.1-4: mode change over the serial port without login."),
            evidence: vec![used("E-006", "T-2.1-4")],
            state: "disputed".into(),
            raised_by: some("Dr. Amélie Roussel"),
            raised_on: some("2026-10-09"),
            ..Finding::default()
        });
        c.conduct.diverging_opinions = strings(&[
            "The supplier holds that the serial port is behind a locked door and needs no authorisation.",
        ]);
    }
    c.statement = if negative {
        Statement {
            given: false,
            code: "component_negative".into(),
            args: BTreeMap::new(),
            limited_by: vec![
                coded("open_major", &[("id", "F-001"), ("requirement", "CR 2.1")]),
                coded("not_fulfilled", &[("n", "1")]),
            ],
        }
    } else {
        Statement {
            given: true,
            code: "component_levels".into(),
            args: BTreeMap::new(),
            limited_by: vec![
                coded("integration", &[("n", "1")]),
                coded("open_minor", &[("id", "F-002"), ("requirement", "CR 2.9")]),
                coded("not_selected", &[("n", "37")]),
            ],
        }
    };
    c.rows = rows;
    if kind == Kind::CertificationBody {
        decide(&mut c, "Nordwerk PLC-200 (NW-PLC-200-CPU3), hardware 1.3, firmware 2.4.1, embedded device");
    }
    c
}

/// The same component with the rows of one group, under a claim by list of requirements.
pub fn small(kind: Kind) -> Contents {
    let mut c = contents(kind);
    c.rows.retain(|row| {
        ["CCSC 1", "CR 1.1", "CR 1.1 RE(1)", "CR 1.2 RE(1)", "CR 1.8", "CR 2.1", "CR 2.9", "NDR 1.6"]
            .contains(&row.id.as_str())
    });
    c.activities.truncate(2);
    let rows = &c.rows;
    let Conclusion::Component(conclusion) = &mut c.conclusion else { unreachable!("a component") };
    conclusion.counts =
        ["CCSC", "FR1", "FR2"].iter().map(|g| count(g, rows.iter().filter(|r| r.group == *g))).collect();
    conclusion.counts.push(count("total", rows.iter()));
    conclusion.tuples.clear();
    conclusion.ccsc.retain(|id, _| id == "CCSC 1");
    conclusion.activities.pass = 2;
    c
}

fn registers() -> Vec<Evidence> {
    let mut list = vec![
        evidence(
            "E-001",
            "Security context and threat model PLC-200",
            "NW-200 Security context and threat model.pdf",
            "design_doc",
            "supplier",
        ),
        evidence(
            "E-002",
            "Design documentation, interfaces and cryptography",
            "NW-200_Design_Interfaces_Cryptography_rev2.1.pdf",
            "design_doc",
            "supplier",
        ),
        evidence("E-003", "Security guideline SG-200", "SG-200_r5.pdf", "user_guidance", "supplier"),
        evidence("E-004", "User manual PLC-200", "PLC-200 manual en.pdf", "user_guidance", "supplier"),
        evidence(
            "E-005",
            "Requirement verification report",
            "verification-report-2.4.1.xlsx",
            "requirement_test",
            "supplier",
        ),
        evidence("E-006", "Evaluator's test protocol", "T-0142 protocol.pdf", "evaluator_test", "evaluator"),
        evidence("E-007", "Penetration test, summary", "pentest-summary.pdf", "security_test", "third_party"),
    ];
    list[6].withheld = some("the full report stays with the supplier; the summary was read on site");
    list[4].media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".into();
    list
}

fn activities(pack: &Value) -> Vec<ActivityEntry> {
    pack["activities"].as_array().expect("activities").iter().map(|a| ActivityEntry {
        id: text(a, "id"),
        group: format!("{} ({})", text(a, "group"), text(a, "clause")),
        verb: text(a, "verb"),
        label: text(a, "label"),
        reference: a["reference"].as_str().map(str::to_owned),
        verdict: some("pass"),
        rationale: "The artefact was read in full and compared with the evaluated version; it is complete for this component.".into(),
        evidence: vec![used("E-001", "whole"), used("E-002", "sections 2 to 6")],
        evaluator: some("Dr. Amélie Roussel"),
        date: some("2026-09-11"),
    }).collect()
}

fn row(n: usize, r: &Value, negative: bool) -> RowEntry {
    let id = text(r, "id");
    let family = text(r, "family");
    let fr = r["fr"].as_u64().and_then(|fr| usize::try_from(fr).ok());
    let from = r["selected_from"].as_u64().and_then(|l| u8::try_from(l).ok());
    let applies = r["applies_to"].as_array().expect("types").iter().any(|t| t == "EDR");
    let declared = fr.map_or(4, |fr| DECLARED[fr - 1]);
    let scope = if !applies {
        "other_type"
    } else if from.unwrap_or(1) > declared {
        "above_claim"
    } else {
        "selected"
    };
    let mut row = RowEntry {
        label: text(r, "label"),
        group: text(r, "group"),
        selected_from: from,
        scope: scope.into(),
        applicability: "applicable".into(),
        id: id.clone(),
        ..RowEntry::default()
    };
    if scope != "selected" {
        return row;
    }
    row.claim = Some(ClaimText {
        answer: if n % 4 == 0 { "Yes" } else { "Met by component" }.into(),
        text: claim_text(n),
        origin: Some(Origin {
            file: "Nordwerk PLC-200 answers 4-2.xlsx".into(),
            sha256: digest("answers"),
            sheet: "Requirements".into(),
            cell: format!("F{}", n + 6),
        }),
    });
    row.verdict = RowVerdict::Fulfilled;
    row.fulfilment = (family != "CCSC").then(|| "by_component".to_owned());
    row.rationale = rationale(n);
    row.evidence = vec![
        used("E-005", &format!("case {}", n + 1)),
        used("E-006", &format!("T-{}", id.replace(' ', "-"))),
    ];
    row.tests = vec![format!("T-{}", n + 1)];
    row.evaluator = some(if n % 3 == 0 { "Tomáš Dvořák" } else { "Dr. Amélie Roussel" });
    row.date = some("2026-10-07");
    row.confidence = some("high");
    match id.as_str() {
        "CR 2.2" | "CR 1.8" | "CR 1.9" => {
            row.verdict = RowVerdict::NotApplicable;
            row.applicability = "not_applicable".into();
            row.fulfilment = None;
            row.justification = some(if id == "CR 2.2" {
                "The component has no wireless interface (interface list, section 2 of E-002)."
            } else {
                "The component uses no public-key certificates; authentication rests on keys provisioned at commissioning (E-002, section 5)."
            });
            row.confirmed_by = some("Dr. Amélie Roussel");
            row.rationale = "The interface list was compared with the opened device and with a port scan; the condition is not given.".into();
        }
        "CR 1.1 RE(1)" => {
            row.fulfilment = some("by_system_integration");
            row.countermeasure = some(
                "Operator panel with personal accounts in front of the controller; guideline SG-200, section 4.2",
            );
        }
        "CR 2.9" => row.findings = strings(&["F-002"]),
        "CR 2.1" if negative => {
            row.verdict = RowVerdict::NotFulfilled;
            row.findings = strings(&["F-001"]);
            row.rationale = "Authorisation is enforced for the engineering protocol and for the panel. Over the serial service port every command of the service protocol is carried out without authorisation, mode change and program download included. The supplier refers to the locked cabinet; the security context names the cabinet, but the requirement is on the component and the measure is not described as a compensating countermeasure in the guideline.".into();
            row.earlier = vec![EarlierVerdict {
                verdict: RowVerdict::Inconclusive,
                evaluator: "Tomáš Dvořák".into(),
                date: "2026-09-30".into(),
                reason: "serial port adapter was missing on the first test day".into(),
            }];
        }
        _ => {}
    }
    row
}

fn claim_text(n: usize) -> String {
    match n % 5 {
        0 => "Implemented. See manual section 4 and guideline SG-200.",
        1 => "The firmware enforces this for all network interfaces; settings can be changed by the role Administrator only. Default is on.",
        2 => "=HYPERLINK(\"http://example.invalid\",\"see document\") implemented since FW 2.0",
        3 => "Supported natively. Events are written to the local log and sent by syslog over TLS if a server is configured. See C:\\Projects\\PLC200\\Docs\\Security\\Requirements\\2.4.1\\Traceability_Matrix_final_v7.xlsx",
        _ => "Yes, with engineering tool version 5.2 or later.",
    }.into()
}

fn rationale(n: usize) -> String {
    match n % 4 {
        0 => "Verified by the supplier's test and repeated by the evaluator on firmware 2.4.1 with the same result.",
        1 => "The design documentation describes the mechanism; the witnessed test showed that it acts on all interfaces of the interface list. The negative case (wrong credentials, replayed session) was refused and logged.",
        2 => "Supplier's verification read; the result supports the claim. One test case repeated by the evaluator.",
        _ => "Configuration read back from the device and compared with the guideline; behaviour confirmed under load (90 % of the specified connections) without effect on the cycle time of the control program.",
    }.into()
}

fn conclude(pack: &Value, rows: &[RowEntry], negative: bool) -> ComponentConclusion {
    let fr_of = |group: &str| group.strip_prefix("FR").and_then(|n| n.parse::<u8>().ok());
    let stands = |row: &RowEntry, native: bool| match row.verdict {
        RowVerdict::NotApplicable => true,
        RowVerdict::Fulfilled => !native || row.fulfilment.as_deref() == Some("by_component"),
        _ => false,
    };
    let mut levels = Vec::new();
    for fr in 1u8..=7 {
        let declared = DECLARED[usize::from(fr) - 1];
        let own: Vec<&RowEntry> =
            rows.iter().filter(|r| fr_of(&r.group) == Some(fr) && r.scope == "selected").collect();
        let in_way = |level: u8, native: bool| -> Vec<BlockingRow> {
            own.iter()
                .filter(|r| r.selected_from.unwrap_or(1) <= level && !stands(r, native))
                .map(|r| BlockingRow {
                    id: r.id.clone(),
                    why: if r.verdict == RowVerdict::Fulfilled {
                        "only_by_integration"
                    } else {
                        "not_fulfilled"
                    }
                    .into(),
                })
                .collect()
        };
        let reached =
            |native: bool| (0..=declared).rev().find(|l| in_way(*l, native).is_empty()).unwrap_or(0);
        let (native, both) = (reached(true), reached(false));
        let blockers: Vec<Blocker> = (native + 1..=declared)
            .map(|level| Blocker {
                level,
                native: in_way(level, true),
                with_integration: in_way(level, false),
            })
            .collect();
        let raise = blockers
            .first()
            .map(|b| Raise { to: b.level, rows: b.native.iter().map(|r| r.id.clone()).collect() });
        levels.push(FrLevel {
            fr,
            declared,
            native: Some(native),
            with_integration: Some(both),
            native_vacuous: false,
            vacuous: false,
            blockers,
            raise,
        });
    }
    let groups: Vec<String> =
        pack["groups"].as_array().expect("groups").iter().map(|g| text(g, "id")).collect();
    let family = |row: &RowEntry| row.id.split(' ').next().unwrap_or_default().to_owned();
    let mut counts: Vec<Counts> = groups
        .iter()
        .filter(|g| g.starts_with("FR") || *g == "CCSC")
        .map(|g| count(g, rows.iter().filter(|r| r.group == *g)))
        .collect();
    counts.push(count("CR", rows.iter().filter(|r| family(r) == "CR")));
    counts.push(count("EDR", rows.iter().filter(|r| family(r) == "EDR")));
    counts.push(count("total", rows.iter()));
    let mut tuples: Vec<Tuple> = pack["groups"]
        .as_array()
        .expect("groups")
        .iter()
        .map(|g| {
            let id = text(g, "id");
            let own = rows.iter().filter(|r| {
                if ["SAR", "EDR", "HDR", "NDR"].contains(&family(r).as_str()) {
                    family(r) == id
                } else {
                    r.group == id
                }
            });
            tuple(&id, &text(g, "label"), g["total"].as_u64().expect("TR") as u32, own)
        })
        .collect();
    tuples.push(total(&tuples));
    ComponentConclusion {
        outcome: if negative { "below_declared" } else { "confirmed_with_integration" }.into(),
        reasons: if negative {
            vec![coded("row_failed", &[("subject", "CR 2.1")]), coded("below_declared", &[("fr", "2")])]
        } else {
            vec![coded("needs_integration", &[("fr", "1")])]
        },
        remarks: Vec::new(),
        levels,
        counts,
        tuples,
        ccsc: rows
            .iter()
            .filter(|r| r.group == "CCSC")
            .map(|r| (r.id.clone(), r.verdict.code().to_owned()))
            .collect(),
        activities: ActivityCounts {
            pass: pack["activities"].as_array().expect("activities").len() as u32,
            ..ActivityCounts::default()
        },
    }
}

fn count<'a>(group: &str, rows: impl Iterator<Item = &'a RowEntry>) -> Counts {
    let mut c = Counts { group: group.into(), ..Counts::default() };
    for row in rows.filter(|r| r.scope == "selected") {
        c.specified += 1;
        let n = match row.verdict {
            RowVerdict::Fulfilled if row.fulfilment.as_deref() == Some("by_system_integration") => {
                &mut c.fulfilled_by_integration
            }
            RowVerdict::Fulfilled => &mut c.fulfilled_by_component,
            RowVerdict::NotFulfilled => &mut c.not_fulfilled,
            RowVerdict::NotApplicable => &mut c.not_applicable,
            RowVerdict::Inconclusive => &mut c.inconclusive,
            _ => &mut c.not_evaluated,
        };
        *n += 1;
    }
    c
}

fn tuple<'a>(group: &str, label: &str, tr: u32, rows: impl Iterator<Item = &'a RowEntry>) -> Tuple {
    let mut t = Tuple { group: group.into(), label: label.into(), tr, ..Tuple::default() };
    let mut seen = 0;
    for row in rows {
        seen += 1;
        match row.verdict {
            RowVerdict::Fulfilled => t.ra += 1,
            RowVerdict::NotApplicable => t.nar += 1,
            RowVerdict::NotFulfilled => t.fail += 1,
            _ => {
                *t.not_evaluated
                    .entry(if row.scope == "selected" { "open".into() } else { row.scope.clone() })
                    .or_default() += 1
            }
        }
    }
    if tr > seen {
        t.not_evaluated.insert("headings".into(), tr - seen);
    }
    t
}

pub fn total(tuples: &[Tuple]) -> Tuple {
    let mut sum = Tuple { group: "total".into(), ..Tuple::default() };
    for t in tuples {
        sum.ra += t.ra;
        sum.nar += t.nar;
        sum.fail += t.fail;
        sum.tr += t.tr;
        for (reason, n) in &t.not_evaluated {
            *sum.not_evaluated.entry(reason.clone()).or_default() += n;
        }
    }
    sum
}
