//! "Fjordtek Services", an invented integrator and maintainer.

use super::*;

pub fn contents(kind: Kind) -> Contents {
    let pack = pack("iec-62443-2-4-2023");
    let negative = kind == Kind::IndependentAssessment;
    let mut rows = Vec::new();
    for (n, r) in pack["requirements"].as_array().expect("rows").iter().enumerate() {
        rows.push(row(n, r, "integration", negative));
        if ["Patch management", "Backup/Restore", "Account management"]
            .contains(&r["group"].as_str().unwrap_or_default())
        {
            rows.push(row(n, r, "maintenance", negative));
        }
    }
    let conclusion = conclude(&pack, &rows, negative);
    let vendor = Organisation {
        name: "Fjordtek Services AS".into(),
        address: "Verftsgata 3\n5014 Bergen\nNorway".into(),
        contact: "quality@fjordtek.example".into(),
        representative: some("Sigurd Aas"),
    };
    let object = Object::ServiceProvider(Provider {
        legal_entity: "Fjordtek Services AS".into(),
        program: "Security program FSP, revision 6 of 2026-04-02".into(),
        units: strings(&["Project department", "Field service"]),
        sites: strings(&["Bergen", "Stavanger"]),
        services: strings(&[
            "Integration of process control systems",
            "Maintenance of process control systems",
        ]),
        roles: strings(&["integration", "maintenance"]),
        components: Vec::new(),
        solution_kinds: strings(&["BPCS", "Remote access"]),
        subcontractors: strings(&["Kabel & Tavle AS (cabinet building)"]),
        exclusions: vec![Exclusion { what: "Safety systems".into(), reason: "not offered".into() }],
    });
    let basis = Basis {
        document: text(&pack, "document"),
        edition: text(&pack, "edition"),
        method: text(&pack, "method"),
        pack: text(&pack, "id"),
        pack_sha256: digest("pack 2-4"),
        ..Basis::default()
    };
    let mut c = frame(kind, vendor, object, basis, Conclusion::ServiceProvider(conclusion));
    c.claim.declared_ml = Some(2);
    c.independence.testers = None;
    c.conduct.testing = Vec::new();
    c.conduct.sampling = Some(Sampling {
        population:
            "Projects and contracts from 2024-10 to 2026-09, both sites; list of 2026-08-19, SHA-256 in E-003"
                .into(),
        population_size: Some(14),
        method: "Chosen by the evaluator: random with seed 20260819, then P-07 added to cover remote access"
            .into(),
        sample: strings(&["P-02", "P-07", "P-11"]),
        draw: None,
    });
    c.evidence = vec![
        evidence("E-001", "Security program FSP", "FSP rev6.pdf", "process_artefact", "supplier"),
        evidence(
            "E-002",
            "Training and competence records, redacted",
            "competence-matrix.xlsx",
            "record",
            "supplier",
        ),
        evidence("E-003", "List of projects and contracts", "population.csv", "record", "supplier"),
        evidence(
            "E-004",
            "Execution records of the sampled projects",
            "records P-02 P-07 P-11.zip",
            "record",
            "supplier",
        ),
    ];
    c.findings = if kind == Kind::SelfDeclaration {
        Vec::new()
    } else {
        vec![Finding { role: some("integration"), ..minor("SP.08.01 BR", "E-004") }]
    };
    if negative {
        c.findings.insert(0, Finding {
            id: "F-001".into(),
            grade: "major".into(),
            grade_reason: "The process is missing.".into(),
            requirement: "SP.12.01 BR".into(),
            role: some("maintenance"),
            statement: "Backups are taken in maintenance, but there is no defined process for restoring them; none of the sampled contracts holds a restore test.".into(),
            state: "raised".into(),
            raised_by: some("Dr. Amélie Roussel"),
            raised_on: some("2026-10-21"),
            evidence: vec![used("E-004", "P-11")],
            ..Finding::default()
        });
    }
    c.statement = if negative {
        Statement {
            given: false,
            code: "provider_negative".into(),
            limited_by: vec![
                coded("open_major", &[("id", "F-001"), ("requirement", "SP.12.01 BR")]),
                coded("failed", &[("n", "1")]),
            ],
            ..Statement::default()
        }
    } else {
        Statement {
            given: true,
            code: "provider".into(),
            limited_by: vec![coded("not_applicable", &[("n", "18")]), coded("not_evaluated", &[("n", "4")])],
            ..Statement::default()
        }
    };
    c.rows = rows;
    if kind == Kind::CertificationBody {
        decide(
            &mut c,
            "Security program of Fjordtek Services AS for integration and maintenance of process control systems, sites Bergen and Stavanger",
        );
    }
    c
}

/// The same provider with a few rows.
pub fn small(kind: Kind) -> Contents {
    let mut c = contents(kind);
    c.rows.retain(|row| {
        ["SP.01.01 BR", "SP.02.02 RE(1)", "SP.04.01 BR", "SP.12.01 BR", "SP.12.02 BR"]
            .contains(&row.id.as_str())
    });
    let Conclusion::ServiceProvider(conclusion) = &mut c.conclusion else { unreachable!("a provider") };
    (conclusion.ml_distribution, conclusion.row_counts) = distribution(&c.rows);
    conclusion.tuples.clear();
    conclusion.role_tuples.clear();
    c
}

fn distribution(rows: &[RowEntry]) -> ([u32; 4], BTreeMap<String, u32>) {
    let mut ml = [0u32; 4];
    let mut counts = BTreeMap::new();
    for row in rows {
        *counts.entry(row.verdict.code().to_owned()).or_default() += 1;
        if let (RowVerdict::Pass, Some(level)) = (row.verdict, row.evaluated_ml) {
            ml[usize::from(level) - 1] += 1;
        }
    }
    (ml, counts)
}

fn row(n: usize, r: &Value, role: &str, negative: bool) -> RowEntry {
    let id = text(r, "id");
    let group = text(r, "group");
    let mut row = RowEntry {
        id: id.clone(),
        role: some(role),
        label: text(r, "label"),
        group: group.clone(),
        scope: "selected".into(),
        applicability: "applicable".into(),
        claim: Some(ClaimText {
            answer: "Conforms".into(),
            text: ["Covered by procedure FSP-04, applied in every project.", "The project leader hands the document over at acceptance; the owner signs for it.", ""][n % 3].into(),
            origin: Some(Origin { file: "Fjordtek 2-4 worksheet 2026.xlsx".into(), sha256: digest("worksheet"), sheet: if role == "integration" { "Integration" } else { "Maintenance" }.into(), cell: format!("H{}", n + 9) }),
        }),
        declared_ml: Some(2),
        evaluated_ml: Some(if n % 5 == 0 { 3 } else { 2 }),
        verdict: RowVerdict::Pass,
        rationale: ["Procedure read; process owner interviewed; the competence matrix names the people who run it.", "Procedure and template read. Records of P-02 and P-11 show that it was followed, with dates inside the period.", "The procedure takes any value the owner chooses; shown on two contracts with different values."][n % 3].into(),
        evidence: vec![used("E-001", &format!("FSP-{:02}", n % 14 + 1)), used("E-004", "P-02")],
        evaluator: some("Dr. Amélie Roussel"),
        date: some("2026-10-19"),
        ..RowEntry::default()
    };
    if group == "SIS" || group == "Wireless" {
        row.applicability = "not_applicable".into();
        row.verdict = RowVerdict::NotApplicable;
        row.justification = some(if group == "SIS" {
            "Safety systems are not offered; list of services of 2026-08-19."
        } else {
            "No wireless technology in the services offered."
        });
        row.confirmed_by = some("Dr. Amélie Roussel");
        row.evaluated_ml = None;
        row.rationale = "Compared with the list of projects: no entry uses this technology.".into();
    }
    if id.starts_with("SP.02.0") && id.ends_with("RE(1)") {
        row.scope = "out_of_scope".into();
        row.scope_reason = some("not selected by the applicant");
        row.verdict = RowVerdict::NotEvaluated;
        row.evaluated_ml = None;
        row.rationale = String::new();
        row.evidence.clear();
    }
    if negative && id == "SP.12.01 BR" && role == "maintenance" {
        row.verdict = RowVerdict::Fail;
        row.evaluated_ml = None;
        row.findings = strings(&["F-001"]);
        row.rationale = "Backups exist, a process for restoring does not; two of four parts of the requirement are not met.".into();
    }
    row
}

fn conclude(pack: &Value, rows: &[RowEntry], negative: bool) -> ProviderConclusion {
    let requirements = pack["requirements"].as_array().expect("rows");
    let tuples_for = |role: Option<&str>| -> Vec<Tuple> {
        let mut lines: Vec<Tuple> = pack["groups"]
            .as_array()
            .expect("groups")
            .iter()
            .map(|g| {
                let group = text(g, "id");
                let mut t = Tuple {
                    group: group.clone(),
                    label: text(g, "label"),
                    role: role.map(str::to_owned),
                    tr: g["total"].as_u64().expect("TR") as u32,
                    ..Tuple::default()
                };
                for r in requirements.iter().filter(|r| text(r, "group") == group) {
                    let own: Vec<&RowEntry> = rows
                        .iter()
                        .filter(|row| {
                            row.id == text(r, "id")
                                && role.is_none_or(|role| row.role.as_deref() == Some(role))
                        })
                        .collect();
                    let any = |v: RowVerdict| own.iter().any(|row| row.verdict == v);
                    if own.is_empty() {
                        *t.not_evaluated.entry("no_row".into()).or_default() += 1;
                    } else if any(RowVerdict::Fail) {
                        t.fail += 1;
                    } else if any(RowVerdict::NotEvaluated) {
                        *t.not_evaluated.entry("out_of_scope".into()).or_default() += 1;
                    } else if any(RowVerdict::Pass) {
                        t.ra += 1;
                    } else {
                        t.nar += 1;
                    }
                }
                t
            })
            .collect();
        let mut total = super::component::total(&lines);
        total.role = role.map(str::to_owned);
        lines.push(total);
        lines
    };
    let (ml, counts) = distribution(rows);
    let role_tuples =
        ["integration", "maintenance"].into_iter().filter_map(|role| tuples_for(Some(role)).pop()).collect();
    ProviderConclusion {
        outcome: if negative { "not_positive" } else { "positive_limited" }.into(),
        reasons: if negative { vec![coded("row_failed", &[("subject", "SP.12.01 BR")])] } else { Vec::new() },
        remarks: Vec::new(),
        tuples: tuples_for(None),
        role_tuples,
        ml_distribution: ml,
        lowest_ml: Some(2),
        row_counts: counts,
    }
}
