//! Data sets that contradict themselves: each is refused by name, in every rendering.

mod sample;

use report::contents::*;
use report::pdf::Rendering;
use report::{Contents, Kind, check, json, pdf, xlsx};

/// The rules that a changed sample breaks.
fn broken(kind: Kind, change: impl FnOnce(&mut Contents)) -> Vec<String> {
    let mut contents = sample::small_component(kind);
    assert_eq!(check(&contents), [], "the sample is sound before the change");
    change(&mut contents);
    check(&contents).into_iter().map(|untrue| untrue.rule).collect()
}

fn broken_provider(kind: Kind, change: impl FnOnce(&mut Contents)) -> Vec<String> {
    let mut contents = sample::small_provider(kind);
    assert_eq!(check(&contents), [], "the sample is sound before the change");
    change(&mut contents);
    check(&contents).into_iter().map(|untrue| untrue.rule).collect()
}

fn levels(contents: &mut Contents) -> &mut Vec<FrLevel> {
    match &mut contents.conclusion {
        Conclusion::Component(conclusion) => &mut conclusion.levels,
        Conclusion::ServiceProvider(_) => panic!("a component"),
    }
}

const FIRST: Kind = Kind::SelfDeclaration;
const SECOND: Kind = Kind::IndependentAssessment;
const BODY: Kind = Kind::CertificationBody;

#[test]
fn all_samples_are_sound() {
    for (name, contents) in sample::all() {
        assert_eq!(check(&contents), [], "{name} must not contradict itself");
    }
}

#[test]
fn certificate_data_need_a_certification_body_and_a_positive_decision() {
    let certificate = CertificateData { effective: "2026-11-20".into(), ..CertificateData::default() };
    let in_first = broken(FIRST, |c| c.certificate = Some(certificate.clone()));
    assert!(in_first.contains(&"certificate-outside-body".into()), "first party: {in_first:?}");
    let in_second = broken(SECOND, |c| c.certificate = Some(certificate.clone()));
    assert!(in_second.contains(&"certificate-outside-body".into()), "second party: {in_second:?}");
    let refused = broken(BODY, |c| c.decision.as_mut().expect("a decision").result = "refused".into());
    assert!(refused.contains(&"certificate-without-decision".into()), "refused: {refused:?}");
    let absent = broken(BODY, |c| c.decision = None);
    assert!(absent.contains(&"certificate-without-decision".into()), "no decision: {absent:?}");
    let early = broken(BODY, |c| c.certificate.as_mut().expect("data").effective = "2026-11-17".into());
    assert_eq!(early, ["effective-before-decision"], "17065 7.7: not before the decision");
}

#[test]
fn a_decision_belongs_to_a_certification_body_and_not_to_an_evaluator() {
    let decision = Decision { result: "granted".into(), ..Decision::default() };
    assert_eq!(broken(FIRST, |c| c.decision = Some(decision)), ["decision-outside-body"], "first party");
    let own =
        broken(BODY, |c| c.decision.as_mut().expect("a decision").decider = "dr.  amélie ROUSSEL".into());
    assert_eq!(own, ["decider-evaluated"], "another spelling is the same person");
}

#[test]
fn a_certification_body_states_conformity_only_after_review_and_decision() {
    let unreviewed = broken(BODY, |c| c.review = None);
    assert_eq!(unreviewed, ["statement-without-review"], "the sentence says that the review is complete");
    let returned = broken(BODY, |c| {
        c.report.draft = true;
        c.review.as_mut().expect("a review").result = "returned".into();
    });
    assert_eq!(returned, ["statement-without-review"], "in a draft as well");
    let undecided = broken(BODY, |c| {
        c.decision = None;
        c.certificate = None;
    });
    assert_eq!(undecided, ["statement-without-decision"], "and that the decision is");
}

#[test]
fn a_positive_statement_needs_closed_majors_final_rows_and_a_conclusion() {
    let open = broken(FIRST, |c| {
        c.findings.push(Finding {
            id: "F-9".into(),
            grade: "major".into(),
            state: "implemented".into(),
            ..Finding::default()
        });
    });
    assert_eq!(open, ["statement-with-open-major"], "implemented is not verified");
    let row = broken_provider(FIRST, |c| {
        c.rows[0].verdict = RowVerdict::Open;
        c.rows[0].evaluated_ml = None;
    });
    assert!(row.contains(&"statement-with-open-row".into()), "an open row: {row:?}");
    let outcome = broken(FIRST, |c| match &mut c.conclusion {
        Conclusion::Component(conclusion) => {
            conclusion.outcome = "unfinished".into();
            conclusion.levels.iter_mut().for_each(|l| (l.native, l.with_integration) = (None, None));
        }
        Conclusion::ServiceProvider(_) => panic!("a component"),
    });
    assert_eq!(outcome, ["statement-without-conclusion"], "nothing is concluded");
    let other = broken(FIRST, |c| c.statement.code = "provider".into());
    assert_eq!(other, ["statement-code"], "a provider's sentence about a component");
    let silent = broken(SECOND, |c| c.statement.limited_by.clear());
    assert_eq!(silent, ["statement-without-reason"], "no statement needs a reason");
}

#[test]
fn levels_are_seven_declared_and_capped() {
    let above = broken(FIRST, |c| levels(c)[3].with_integration = Some(2));
    assert_eq!(above, ["level-above-claim"], "never above the declared level");
    let lower = broken(FIRST, |c| levels(c)[1].with_integration = Some(1));
    assert_eq!(lower, ["level-integration-lower"], "integration cannot lower a level");
    let six = broken(FIRST, |c| {
        levels(c).pop();
    });
    assert_eq!(six, ["level-vector"], "seven values");
    let other = broken(FIRST, |c| c.claim.declared_levels[0] = 3);
    assert_eq!(other, ["level-declared"], "the claim and the conclusion must name the same level");
    let order = broken(FIRST, |c| levels(c)[0].fr = 2);
    assert_eq!(order, ["level-order"], "each in its place");
}

#[test]
fn totals_are_reproducible_from_the_rows() {
    let counts = broken(FIRST, |c| match &mut c.conclusion {
        Conclusion::Component(conclusion) => {
            conclusion.counts[1].not_applicable -= 1;
            conclusion.counts[1].fulfilled_by_component += 1;
        }
        Conclusion::ServiceProvider(_) => panic!("a component"),
    });
    assert_eq!(counts, ["count-rows"], "not applicable is not fulfilled");
    let sum = broken(FIRST, |c| match &mut c.conclusion {
        Conclusion::Component(conclusion) => conclusion.counts.last_mut().expect("total").specified += 1,
        Conclusion::ServiceProvider(_) => panic!("a component"),
    });
    assert_eq!(sum, ["count-sum"], "the parts make the whole");
    let effective = broken(FIRST, |c| {
        c.rows.iter_mut().find(|r| r.id == "CR 2.1").expect("row").counts_as = Some(RowVerdict::NotFulfilled)
    });
    assert_eq!(effective, ["count-rows"], "a row counts as what it says it counts as");

    let mut whole = sample::provider(FIRST);
    if let Conclusion::ServiceProvider(conclusion) = &mut whole.conclusion {
        conclusion.tuples[0].ra -= 1;
    }
    let rules: Vec<String> = check(&whole).into_iter().map(|u| u.rule).collect();
    assert_eq!(
        rules,
        ["tuple-sum", "tuple-total"],
        "RA + NAR + not met + N/E = TR, and the lines make the total"
    );

    let ml = broken_provider(FIRST, |c| {
        c.rows.iter_mut().find(|r| r.verdict == RowVerdict::Pass).expect("row").evaluated_ml = Some(1)
    });
    assert_eq!(
        ml,
        ["ml-distribution", "lowest-ml"],
        "the distribution and the lowest level follow from the rows"
    );
    let count = broken_provider(FIRST, |c| match &mut c.conclusion {
        Conclusion::ServiceProvider(conclusion) => {
            *conclusion.row_counts.get_mut("pass").expect("passes") += 1
        }
        Conclusion::Component(_) => panic!("a provider"),
    });
    assert_eq!(count, ["count-rows"], "rows are counted, not claimed");
}

#[test]
fn rows_are_of_the_right_kind_and_unique() {
    assert_eq!(
        broken(FIRST, |c| {
            let row = c.rows[7].clone();
            c.rows.push(row);
        }),
        ["row-twice"],
        "one row once"
    );
    assert_eq!(
        broken(FIRST, |c| c.rows[0].evaluated_ml = Some(2)),
        ["ml-for-component"],
        "components have no ML"
    );
    assert_eq!(broken_provider(FIRST, |c| c.rows[0].declared_ml = Some(5)), ["ml-range"], "there is no ML 5");
    let unjustified = broken(FIRST, |c| c.rows.iter_mut().for_each(|r| r.justification = None));
    assert_eq!(unjustified, ["not-applicable-unjustified"], "not applicable needs a reason");
    let kind = broken(FIRST, |c| c.rows[7].verdict = RowVerdict::Pass);
    assert!(kind.contains(&"verdict-kind".into()), "a pass is not a 4-2 verdict: {kind:?}");
}

#[test]
fn references_lead_somewhere() {
    assert_eq!(
        broken(FIRST, |c| c.rows[0].findings.push("F-77".into())),
        ["finding-unknown"],
        "a finding that is not there"
    );
    assert_eq!(
        broken(FIRST, |c| c.evidence[1].id = "E-001".into()).first().map(String::as_str),
        Some("evidence-twice"),
        "one id, one piece"
    );
    let unknown = broken(FIRST, |c| c.evidence.retain(|e| e.id != "E-006"));
    assert!(
        unknown.iter().all(|rule| rule == "evidence-unknown") && !unknown.is_empty(),
        "dangling evidence: {unknown:?}"
    );
    assert_eq!(
        broken(FIRST, |c| c.evidence[0].sha256 = "ABC".into()),
        ["evidence-hash"],
        "a digest is 64 hexadecimal characters"
    );
}

#[test]
fn every_rule_has_a_text_and_a_way_forward() {
    let words = sample::words();
    let source = ["check.rs", "check/counts.rs", "check/shapes.rs"]
        .map(|f| std::fs::read_to_string(sample::project(&format!("crates/report/src/{f}"))).expect("source"))
        .join("\n");
    let mut rules = 0;
    for (id, _) in words.iter().filter(|(id, _)| id.starts_with("report-untrue-") && !id.ends_with("-do")) {
        let rule = id.trim_start_matches("report-untrue-");
        assert!(source.contains(&format!("\"{rule}\"")), "{id} belongs to a rule that exists");
        assert!(words.contains_key(&format!("{id}-do")), "{id} says what to do");
        rules += 1;
    }
    assert!(rules > 30, "all rules are covered, found {rules}");
    for untrue in check(&{
        let mut c = sample::small_component(FIRST);
        c.schema = "x".into();
        c.report.issued_on = "20.11.2026".into();
        c.integrity.anchors.clear();
        c
    }) {
        assert!(words.contains_key(&format!("report-untrue-{}", untrue.rule)), "{untrue} has a text");
    }
}

#[test]
fn an_untrue_data_set_is_drawn_neither_as_pdf_nor_as_workbook() {
    let mut contents = sample::small_component(FIRST);
    contents.report.issued_on = "2026-02-30".into();
    let words = sample::words();
    assert_eq!(pdf::render(&contents, &words, Rendering::Full).expect_err("PDF").code(), "untrue", "no PDF");
    assert_eq!(xlsx::write(&contents, &words).expect_err("workbook").code(), "untrue", "no workbook");
}

#[test]
fn the_json_reads_back_and_refuses_anything_but_its_own_bytes() {
    for (name, contents) in sample::all() {
        let bytes = json::write(&contents).expect("canonical");
        assert_eq!(json::read(&bytes).expect("read"), contents, "{name} comes back as it was");
    }
    let bytes = json::write(&sample::small_provider(FIRST)).expect("canonical");
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    let refused = |text: String| json::read(text.as_bytes()).is_err();
    assert!(refused(text.replacen(':', ": ", 1)), "whitespace is another spelling");
    assert!(refused(text.replace("assay-report/2", "assay-report/3")), "another schema");
    assert!(refused(text.replacen("\"activities\"", "\"activitiez\"", 1)), "an unknown field");
    assert!(refused(text.strip_suffix('}').expect("an object").to_owned()), "a cut file");
}

#[test]
fn the_shape_of_a_report_must_fit_its_kind_and_party() {
    let subtype = |code: &str| Some(Assessment { subtype: code.into(), ..Assessment::default() });
    assert_eq!(broken(FIRST, |c| c.assessment = subtype("inspection")), ["subtype-outside-assessment"]);
    assert_eq!(
        broken(BODY, |c| c.supporting_file = Some(SupportingFile::default())),
        ["supporting-file-outside-declaration"]
    );
    assert_eq!(broken(SECOND, |c| c.assessment = subtype("audit")), ["subtype-party"], "an unknown sub-type");
    assert_eq!(
        broken(SECOND, |c| c.assessment = subtype("second_party_assessment")),
        ["subtype-party"],
        "a third party is none"
    );
    assert_eq!(
        broken(SECOND, |c| c.independence.inspection_type = None),
        ["inspection-without-type"],
        "17020 Annex A"
    );
    assert_eq!(
        broken(SECOND, |c| c.assessment = subtype("test_report")),
        ["test-report-item", "test-report-rule"],
        "17025 7.8"
    );
    let provider = broken_provider(SECOND, |c| c.assessment = subtype("test_report"));
    assert_eq!(provider, ["test-report-object"], "a service provider is no item that is tested");
    assert_eq!(check(&sample::process::component(SECOND)), [], "a test report with all of it is sound");
}

#[test]
fn a_review_is_not_accepted_beside_an_open_point() {
    let point = |state: &str| ReviewPoint { id: "P-1".into(), state: state.into(), ..ReviewPoint::default() };
    let open = broken(BODY, |c| c.review.as_mut().expect("a review").raised = vec![point("open")]);
    assert_eq!(
        open,
        ["accepted-with-open-point"],
        "17065 7.5: the sentence says that the review is complete"
    );
    let twice = broken(BODY, |c| {
        c.review.as_mut().expect("a review").raised = vec![point("settled"), point("settled")]
    });
    assert_eq!(twice, ["point-twice"], "a number names one point");
}

#[test]
fn the_sample_named_is_the_one_that_was_drawn() {
    let changed = |change: &dyn Fn(&mut Sampling)| -> Vec<String> {
        let mut c = sample::process::provider(BODY);
        change(c.conduct.sampling.as_mut().expect("a sample"));
        check(&c).into_iter().map(|untrue| untrue.rule).collect()
    };
    assert_eq!(changed(&|_| {}), Vec::<String>::new(), "the sample is sound before the change");
    assert_eq!(changed(&|s| s.sample.push("P-99".into())), ["draw-sample"], "one that was not drawn");
    assert_eq!(changed(&|s| drop(s.sample.pop())), ["draw-sample"], "one that was drawn is left out");
    assert_eq!(changed(&|s| s.population_size = Some(14)), ["draw-population"], "another size");
    assert_eq!(
        changed(&|s| s.draw.as_mut().expect("a draw").wanted = 1),
        ["draw-population"],
        "more than wanted"
    );
}

#[test]
fn states_of_a_certificate_stand_in_the_order_of_their_dates() {
    let mut c = sample::process::component(BODY);
    assert_eq!(check(&c), [], "sound before the change");
    c.certificate.as_mut().expect("data").states.reverse();
    let rules: Vec<String> = check(&c).into_iter().map(|untrue| untrue.rule).collect();
    assert_eq!(rules, ["certificate-states-order"], "the last line is the one that holds");
}
