//! The 44 traps about components, by their number.
#![expect(clippy::indexing_slicing, reason = "a test that reaches for what is not there should fail")]

use std::collections::BTreeSet;

use checklist::{
    Checklist,
    ComponentType::{self, Edr, Hdr, Ndr, Sar},
    HeadingKind, RequirementKind,
    series::{SeriesRegister, Subject},
    text::TextPack,
};
use evaluation::{
    case::{FIELDS, ReportKind, Shape, check, field, reserved_word},
    component::{Claim, ComponentOutcome, selected},
    conclude::{Conclusion, rows},
    counts::ComponentTuple,
    decide::{RecordRow, Request, edition_change},
    event::{
        AnyVerdict, DecisionResult, EditionDifference, FindingState, IssuedFile, ReportIssue, Role, RowKey,
        to_payload,
    },
    issuing::positive_decision,
    kind,
    levels::BlockCode,
    remark::{ReasonCode, RemarkCode},
    verdict::{ActivityVerdict, Fulfilment, Grade, Verdict},
};
use serde_json::{Value, json};

use crate::desk::{
    Desk, EVERY, Made, NOT_OWN, PACK_4_2, SERIES, accept, activity_verdict, asked_for, card, codes, decision,
    failed, fulfilled, guidance, holds_counts_only, import, item, load, nonconformity, not_applicable,
    open_finding, part_4_2, pass, raw, set, sha, spoiled, verdict,
};

const IN_SYSTEM: Option<Fulfilment> = Some(Fulfilment::BySystemIntegration);
const ONE: [u8; 7] = [1; 7];
const TWO: [u8; 7] = [2; 7];

fn desk() -> Desk {
    Desk::opened(part_4_2())
}

fn total(tuples: &[ComponentTuple]) -> &ComponentTuple {
    tuples.last().expect("the total line")
}

fn ids(pack: &Checklist, types: &[ComponentType], levels: [u8; 7]) -> Vec<String> {
    selected(pack, types, &Claim::Levels(levels)).into_iter().map(|row| row.id.clone()).collect()
}

#[test]
fn component_01_sl_c_is_a_vector_of_seven() {
    let shape = field("claim.levels").expect("a field").shape;
    for one_number in [json!(2), json!([2]), json!([2, 2, 2, 2, 2, 2]), json!([2, 2, 2, 2, 2, 2, 2, 2])] {
        assert_eq!(check(shape, &one_number), Err("levels"), "{one_number} is no SL-C");
    }
    let pack = part_4_2();
    let claim = [2, 1, 2, 1, 1, 1, 2];
    let found = Made::met(&pack, &[Edr], claim).conclude(&pack);
    assert_eq!(found.confirmed.map(|c| c.native), Some(claim), "each FR keeps its own level");
    let frs: Vec<u8> = found.frs.iter().map(|fr| fr.fr).collect();
    assert_eq!(frs, [1, 2, 3, 4, 5, 6, 7], "seven of them");
    let data = serde_json::to_value(&found).expect("a conclusion can be written");
    for name in ["level", "sl", "sl_c", "overall", "security_level"] {
        assert!(data.get(name).is_none(), "a field {name} would be one level for the whole product");
    }
}

#[test]
fn component_02_the_only_vector_of_a_component_is_its_sl_c() {
    let vectors: Vec<&str> = FIELDS.iter().filter(|f| f.shape == Shape::Levels).map(|f| f.name).collect();
    assert_eq!(vectors, ["claim.levels"], "SL-T belongs to a zone and SL-A to a plant: neither has a field");
    let desk = desk();
    for other in ["claim.sl_t", "claim.target_levels", "claim.achieved_levels"] {
        let rule = desk.refuses("lead", set(other, json!(ONE)));
        assert_eq!(rule, Some("unknown-field"), "{other} is not part of a component's case");
    }
    let pack = part_4_2();
    let found = Made::met(&pack, &[Edr], TWO).with("CR 1.1", Verdict::Fulfilled, IN_SYSTEM).conclude(&pack);
    let levels = found.confirmed.expect("everything is decided");
    assert_eq!(
        (levels.native[0], levels.with_integration[0]),
        (0, 2),
        "what a system around it achieves stands beside SL-C and never in its place"
    );
}

#[test]
fn component_03_no_level_above_the_declared_one() {
    let pack = part_4_2();
    let found = Made::met(&pack, &[Edr], ONE).conclude(&pack);
    let rdf = &found.frs[4];
    assert_eq!(rdf.computed.native, 4, "the single row of RDF would reach 4 on a PLC");
    assert_eq!((rdf.native, rdf.with_integration), (1, 1), "1 is declared, so 1 is told");
    assert_eq!(found.confirmed.map(|c| c.native), Some(ONE), "nothing above the claim is confirmed");
    let data = serde_json::to_value(&found).expect("a conclusion can be written");
    assert!(data["frs"][4].get("computed").is_none(), "the computed level does not even travel");
    let mut listed = Made::met(&pack, &[Edr], ONE);
    listed.claim = Claim::Requirements(vec!["CR 5.1".to_owned()]);
    assert_eq!(listed.conclude(&pack).frs[4].native, 1, "nor does a list of one row give 4");
}

#[test]
fn component_04_one_failed_row_of_level_1_is_sl_c_0_for_its_fr_whatever_else_is_met() {
    let pack = part_4_2();
    let found = Made::met(&pack, &[Edr], TWO).with("CR 7.8", Verdict::NotFulfilled, None).conclude(&pack);
    assert_eq!(
        found.confirmed.map(|c| c.native),
        Some([2, 2, 2, 2, 2, 2, 1]),
        "a failed row of level 2 costs 2"
    );
    let found = Made::met(&pack, &[Edr], TWO).with("CR 7.4", Verdict::NotFulfilled, None).conclude(&pack);
    holds_counts_only(&found);
    assert_eq!(
        found.confirmed.map(|c| c.native),
        Some([2, 2, 2, 2, 2, 2, 0]),
        "64 of 65 rows are met and FR 7 is 0: nothing is weighed against the failed row"
    );
    assert_eq!(
        found.outcome,
        ComponentOutcome::BelowDeclared { frs: vec![7], with_integration: vec![] },
        "the FR is named"
    );
    let word = reserved_word("87 % compliant", ReportKind::IndependentAssessment, false);
    assert_eq!(word.as_deref(), Some("% compliant"), "nor can it be written by hand");
}

#[test]
fn component_05_level_0_is_a_result_and_not_an_open_row() {
    let pack = part_4_2();
    let zero = Made::met(&pack, &[Edr], ONE).with("CR 6.1", Verdict::NotFulfilled, None).conclude(&pack);
    assert_eq!(zero.confirmed.map(|c| c.native[5]), Some(0), "assessed, and level 1 is not reached");
    assert!(matches!(zero.outcome, ComponentOutcome::BelowDeclared { .. }), "that is a conclusion");
    let open = Made::met(&pack, &[Edr], ONE).with("CR 6.1", Verdict::NotEvaluated, None).conclude(&pack);
    assert_eq!(open.confirmed, None, "not assessed: no level at all");
    assert!(matches!(open.outcome, ComponentOutcome::Unfinished { .. }), "and no conclusion");
    assert_eq!(open.open_rows, ["CR 6.1"], "the row is named as open");
    let computed = (zero.frs[5].computed.potential, open.frs[5].computed.potential);
    assert_eq!(computed, (0, 4), "only the open one can still be reached");
}

#[test]
fn component_06_declaring_0_is_not_reaching_0() {
    let pack = part_4_2();
    let claim = [1, 1, 1, 1, 0, 1, 1];
    let declared = Made::met(&pack, &[Edr], claim).conclude(&pack);
    let fr5 =
        |found: &evaluation::component::ComponentConclusion| (found.frs[4].declared, found.frs[4].native);
    assert_eq!(fr5(&declared), (Some(0), 0), "FR 5 is not claimed");
    assert_eq!(declared.outcome, ComponentOutcome::Confirmed, "which is no failure");
    assert_eq!(declared.counts.total.not_fulfilled, 0, "no row of it counts against the component");
    let reached = Made::met(&pack, &[Edr], ONE).with("CR 5.1", Verdict::NotFulfilled, None).conclude(&pack);
    assert_eq!(fr5(&reached), (Some(1), 0), "here 1 is claimed and 0 reached");
    assert!(!reached.outcome.is_positive(), "which is one");
    let of = |found: &evaluation::component::ComponentConclusion| {
        let line = found.tuples.iter().find(|line| line.group == "FR5").expect("a line");
        (line.fail, line.not_evaluated.above_claim)
    };
    assert_eq!((of(&declared), of(&reached)), ((0, 1), (1, 0)), "and the tuples tell the two apart");
}

#[test]
fn component_07_a_level_is_more_than_a_filter_of_rows() {
    let pack = part_4_2();
    assert_eq!(pack.enhancements_of("CR 4.1").count(), 0, "CR 4.1 has no enhancement");
    let notes = &pack.requirement("CR 4.1").expect("a row").notes;
    assert!(notes.iter().any(|note| note.contains("rises with the declared level")), "{notes:?}");
    let guidance = guidance(&pack);
    for own in &guidance.rows {
        let row = pack.requirement(&own.id).expect("a row");
        let from = row.selected_from.expect("each row of 4-2 has a level");
        let levels: Vec<u8> = own.levels.iter().map(|level| level.level).collect();
        assert_eq!(levels, (from..=4).collect::<Vec<_>>(), "{}: what each level asks is said", own.id);
        let texts: BTreeSet<&str> = own.levels.iter().map(|level| level.expects.as_str()).collect();
        assert_eq!(texts.len(), levels.len(), "{}: and no level asks the same as another", own.id);
    }
    let needs = |id: &str| pack.activity(id).map(|a| a.pass_needs.join(" ")).unwrap_or_default();
    assert!(needs("DES-1").contains("fits the declared level"), "design depth rises: {}", needs("DES-1"));
    assert!(needs("VUL-1").contains("threshold for the declared level"), "so does the threshold");
}

#[test]
fn component_08_no_maturity_level_on_a_row_of_4_2() {
    let desk = desk();
    let declared =
        RecordRow { row: Some(RowKey::of("CR 1.1")), declared_ml: Some(2), ..RecordRow::default() };
    assert_eq!(desk.refuses_record(declared), Some("ml-only-for-providers"), "none is declared");
    let mut judged = fulfilled("CR 1.1");
    judged.verdict.as_mut().expect("a verdict").ml = Some(3);
    assert_eq!(desk.refuses_record(judged), Some("ml-only-for-providers"), "none is found");
    let claimed = desk.refuses("lead", set("claim.ml", json!(2)));
    assert_eq!(claimed, Some("field-of-other-object"), "none is claimed");
    let other = desk.refuses_record(pass("CR 1.1", 2, &["test.pdf"]));
    assert_eq!(other, Some("verdict-of-other-method"), "Pass is the word of the other method");
    assert_eq!(part_4_2().evidence_patterns, [], "and the pack has no evidence by maturity level");
}

#[test]
fn component_09_an_enhancement_counts_only_with_its_base() {
    let pack = part_4_2();
    let base_failed =
        Made::met(&pack, &[Edr], TWO).with("CR 1.1", Verdict::NotFulfilled, None).conclude(&pack);
    assert_eq!(base_failed.frs[0].native, 0, "no level rests on CR 1.1 RE(1) alone");
    let level_2 = base_failed.frs[0].native_not_reached.iter().find(|one| one.level == 2).expect("level 2");
    let why = level_2.rows.iter().find(|row| row.requirement == "CR 1.1 RE(1)").expect("it is in the way");
    assert_eq!(
        (why.why, why.base.as_deref()),
        (BlockCode::ReWithoutBase, Some("CR 1.1")),
        "for want of its base"
    );
    assert_eq!(base_failed.counts.total.not_fulfilled, 2, "the enhancement is counted where its base is");
    let remark = base_failed.remarks.iter().find(|r| r.requirement == "CR 1.1 RE(1)");
    assert_eq!(remark.map(|r| r.code), Some(RemarkCode::ReWithoutBase), "and the assessor is told");
    let base_in_system =
        Made::met(&pack, &[Edr], TWO).with("CR 1.1", Verdict::Fulfilled, IN_SYSTEM).conclude(&pack);
    assert_eq!(base_in_system.frs[0].native, 0, "nor is it native above a base that is not");
    let base_na = Made::met(&pack, &[Edr], TWO).with("CR 1.1", Verdict::NotApplicable, None).conclude(&pack);
    let contradiction = base_na.missing.iter().find(|m| m.subject == "CR 1.1 RE(1)");
    assert_eq!(
        contradiction.map(|m| m.code),
        Some(ReasonCode::Contradiction),
        "met above a base that cannot apply is a contradiction, and no conclusion is drawn over it"
    );
    let mut desk = desk();
    desk.done("lead", Request::Record(not_applicable("CR 3.4", "It has no software", true)));
    let rule = desk.refuses_record(fulfilled("CR 3.4 RE(1)"));
    assert_eq!(rule, Some("base-not-applicable"), "it is not recorded in the first place");
}

#[test]
fn component_10_levels_are_cumulative() {
    let pack = part_4_2();
    let four = [4; 7];
    for (row, from) in [("CR 2.1", 1), ("CR 2.1 RE(1)", 2), ("CR 2.1 RE(3)", 3), ("CR 2.1 RE(4)", 4)] {
        assert_eq!(pack.requirement(row).and_then(|r| r.selected_from), Some(from), "{row} is of this level");
        let found = Made::met(&pack, &[Edr], four).with(row, Verdict::NotFulfilled, None).conclude(&pack);
        assert_eq!(found.frs[1].native, from - 1, "{row}: every row of the levels above is met, and still");
    }
    for level in 1..4 {
        let (lower, upper) = (ids(&pack, &[Edr], [level; 7]), ids(&pack, &[Edr], [level + 1; 7]));
        assert!(lower.iter().all(|id| upper.contains(id)), "level {level} is part of the next one");
        assert!(lower.len() < upper.len(), "which asks for more");
    }
}

#[test]
fn component_11_headings_are_no_questions() {
    let pack = part_4_2();
    let kind =
        |kind| pack.headings.iter().filter(|h| h.kind == kind).map(|h| h.id.as_str()).collect::<Vec<_>>();
    let system_level = kind(HeadingKind::NoComponentRequirement);
    assert_eq!(system_level, ["CR 2.3", "CR 5.4", "CR 7.5"], "these exist at system level only");
    assert_eq!(kind(HeadingKind::Pointer).len(), 12, "these point to the rows of the component types");
    let mut desk = desk();
    desk.done("lead", set("object.types", json!(["SAR", "EDR", "HDR", "NDR"])));
    let worklist = rows(&desk.state, &pack);
    for heading in &pack.headings {
        let id = &heading.id;
        assert!(!worklist.contains(&RowKey::of(id)), "{id} is not asked");
        let rule = desk.refuses_record(fulfilled(id));
        assert_eq!(rule, Some("heading-not-assessable"), "{id} gets no verdict");
        let mut made = Made::met(&pack, &[Edr], ONE);
        made.claim = Claim::Requirements(vec!["CR 1.1".to_owned(), id.clone()]);
        let found = made.conclude(&pack);
        let told =
            found.remarks.iter().any(|r| r.requirement == *id && r.code == RemarkCode::HeadingNotAssessable);
        assert!(told, "{id} cannot be claimed either");
    }
}

#[test]
fn component_12_rows_of_other_types_are_not_asked() {
    let pack = part_4_2();
    let families = |types: &[ComponentType]| {
        let rows = selected(&pack, types, &Claim::Levels([4; 7]));
        rows.into_iter().map(|row| row.family.clone()).collect::<BTreeSet<_>>()
    };
    let set_of = |names: &[&str]| names.iter().map(ToString::to_string).collect::<BTreeSet<_>>();
    assert_eq!(families(&[Edr]), set_of(&["CCSC", "CR", "EDR"]), "a PLC is asked no row of a network device");
    assert_eq!(families(&[Sar]), set_of(&["CCSC", "CR", "SAR"]), "an application none of an embedded device");
    let desk = desk();
    for (row, rule) in [
        ("NDR 1.6", Some("family-not-claimed")),
        ("CR 1.6", Some("heading-not-assessable")),
        ("EDR 3.2", None),
    ] {
        assert_eq!(desk.refuses_record(fulfilled(row)), rule, "{row} on an embedded device");
    }
    let mut application = Desk::opened(pack);
    application.done("lead", set("object.types", json!(["SAR"])));
    let rule = application.refuses_record(fulfilled("EDR 3.2"));
    assert_eq!(rule, Some("family-not-claimed"), "an application has no EDR 3.2");
}

#[test]
fn component_13_a_component_may_be_of_several_types() {
    let pack = part_4_2();
    let untyped = Made::met(&pack, &[], ONE).conclude(&pack);
    assert!(untyped.frs.iter().all(|fr| fr.native == 0), "of no type it reaches nothing");
    assert!(
        untyped.missing.iter().any(|m| m.code == ReasonCode::NoComponentType),
        "and the type is asked for"
    );
    let several = [Sar, Edr, Ndr];
    let together = ids(&pack, &several, TWO);
    let union: BTreeSet<String> = several.iter().flat_map(|one| ids(&pack, &[*one], TWO)).collect();
    assert_eq!(together.iter().cloned().collect::<BTreeSet<_>>(), union, "all rows of all its types");
    assert_eq!(together.len(), union.len(), "each once");
    let found = Made::met(&pack, &several, TWO).with("NDR 5.2", Verdict::NotFulfilled, None).conclude(&pack);
    assert_eq!(found.frs[4].native, 0, "what its switch fails, the whole component fails");
    let mut desk = desk();
    desk.done("lead", set("object.types", json!(["SAR", "EDR", "NDR"])));
    for row in ["SAR 3.2", "EDR 3.2", "NDR 3.2", "CR 1.1"] {
        assert_eq!(desk.refuses_record(fulfilled(row)), None, "{row} is judged");
    }
    assert_eq!(desk.refuses_record(fulfilled("HDR 3.2")), Some("family-not-claimed"), "and no host row");
}

#[test]
fn component_14_the_common_constraints_stand_before_every_level_and_in_no_fr() {
    let pack = part_4_2();
    let constraints: Vec<&str> = pack
        .requirements
        .iter()
        .filter(|row| row.kind == RequirementKind::Ccsc)
        .map(|row| row.id.as_str())
        .collect();
    assert_eq!(constraints, ["CCSC 1", "CCSC 2", "CCSC 3", "CCSC 4"], "there are four");
    for id in constraints {
        assert_eq!(pack.requirement(id).and_then(|row| row.fr), None, "{id} is scored in no FR");
        for types in [[Sar], [Edr], [Hdr], [Ndr]] {
            assert!(
                ids(&pack, &types, [0; 7]).contains(&id.to_owned()),
                "{id} holds for {types:?} at any claim"
            );
        }
        let found = Made::met(&pack, &[Edr], ONE).with(id, Verdict::NotFulfilled, None).conclude(&pack);
        assert!(found.frs.iter().all(|fr| fr.native == 1), "{id} lowers no single FR");
        assert_eq!(found.confirmed, None, "it takes all of them away");
        assert_eq!(found.against[0].code, ReasonCode::ConstraintFailed, "and is named as the reason");
        let open = Made::met(&pack, &[Edr], ONE).with(id, Verdict::NotEvaluated, None).conclude(&pack);
        assert!(matches!(open.outcome, ComponentOutcome::Unfinished { .. }), "{id} cannot be left out");
    }
}

#[test]
fn component_15_levels_are_those_of_4_2_and_not_of_3_3() {
    let pack = part_4_2();
    let from = |id: &str| pack.requirement(id).and_then(|row| row.selected_from);
    // 3-3 selects SR 2.12 from SL 3 and SR 3.1 RE(1) from SL 3 on, and has an SR 1.1 RE(3).
    assert_eq!(from("CR 2.12"), Some(1), "non-repudiation is asked of components from level 1 on");
    assert_eq!(from("CR 3.1 RE(1)"), Some(2), "authenticated communication from level 2 on");
    assert_eq!(from("CR 1.1 RE(3)"), None, "4-2 has no third enhancement here");
    assert!(pack.requirements.iter().all(|row| row.family != "SR"), "and no system requirement is a row");
    let rule = desk().refuses_record(fulfilled("SR 1.1"));
    assert_eq!(rule, Some("unknown-requirement"), "an answer to SR 1.1 is none to CR 1.1");
}

#[test]
fn component_16_the_enhancements_that_are_easily_forgotten_are_there() {
    let pack = part_4_2();
    for (id, base, kind, level) in [
        ("HDR 3.2 RE(1)", "HDR 3.2", Hdr, 2),
        ("NDR 5.2 RE(1)", "NDR 5.2", Ndr, 2),
        ("NDR 5.2 RE(2)", "NDR 5.2", Ndr, 3),
        ("NDR 5.2 RE(3)", "NDR 5.2", Ndr, 3),
    ] {
        let row = pack.requirement(id).unwrap_or_else(|| panic!("{id} is missing"));
        assert_eq!(row.parent.as_deref(), Some(base), "{id} enhances {base}");
        assert_eq!(
            (row.selected_from, row.applies_to.as_slice()),
            (Some(level), &[kind][..]),
            "{id}: its place"
        );
        assert!(ids(&pack, &[kind], [level; 7]).contains(&id.to_owned()), "{id} is selected at {level}");
        assert!(!ids(&pack, &[kind], [level - 1; 7]).contains(&id.to_owned()), "and not below");
    }
}

#[test]
fn component_17_ids_stand_in_the_order_of_the_standard() {
    let pack = part_4_2();
    let numbers = |id: &str| {
        let digits = id.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
        digits.map(|part| part.parse::<u32>().expect("a number")).collect::<Vec<_>>()
    };
    for family in ["CR", "SAR", "EDR", "HDR", "NDR"] {
        let own: Vec<_> = pack.requirements.iter().filter(|row| row.family == family).collect();
        let placed: Vec<Vec<u32>> = own.iter().map(|row| numbers(&row.id)).collect();
        let mut sorted = placed.clone();
        sorted.sort();
        assert_eq!(placed, sorted, "{family}: 1.2 stands before 1.10, a base before its enhancements");
    }
    let mut made = Made::met(&pack, &[Edr], ONE);
    for id in ["CR 1.10", "CR 1.3", "CR 2.11", "CR 2.2"] {
        made = made.with(id, Verdict::NotEvaluated, None);
    }
    let found = made.conclude(&pack);
    assert_eq!(found.open_rows, ["CR 1.3", "CR 1.10", "CR 2.2", "CR 2.11"], "results keep this order");
}

#[test]
fn component_18_not_applicable_needs_a_reason_and_the_evaluator() {
    let mut desk = desk();
    let na = |why, confirmed| desk.refuses_record(not_applicable("CR 1.3", why, confirmed));
    assert_eq!(na("", true), Some("not-applicable-needs-justification"), "no free click");
    let rule = na("One fixed administrator account", false);
    assert_eq!(rule, Some("not-applicable-needs-confirmation"), "the vendor's word is not enough");
    assert_eq!(na("One fixed administrator account", true), None, "a confirmed fact about the component is");
    let by_client = desk.refuses("carl", Request::Record(not_applicable("CR 1.3", "None", true)));
    assert_eq!(by_client, Some("needs-evaluator"), "and the evaluator is who confirms");
    desk.done("lead", Request::Record(not_applicable("CR 1.3", "One fixed administrator account", true)));
    let doubt = RecordRow {
        row: Some(RowKey::of("CR 1.3")),
        applicability: Some((false, "One fixed administrator account".to_owned(), false)),
        ..RecordRow::default()
    };
    desk.done("lead", Request::Record(doubt));
    let holds = desk.state.row(&RowKey::of("CR 1.3")).verdict_that_holds().is_some();
    assert!(!holds, "without the confirmation the verdict holds no longer");
}

#[test]
fn component_19_not_applicable_is_never_counted_as_fulfilled() {
    let pack = part_4_2();
    let met = Made::met(&pack, &[Edr], ONE).conclude(&pack);
    let found = Made::met(&pack, &[Edr], ONE).with("CR 1.10", Verdict::NotApplicable, None).conclude(&pack);
    let count = |found: &evaluation::component::ComponentConclusion| {
        let line = total(&found.tuples);
        (line.ra, line.nar, line.tr)
    };
    assert_eq!((count(&met), count(&found)), ((40, 0, 141), (39, 1, 141)), "RA, NAR and TR stay apart");
    let counts = found.counts.total;
    assert_eq!((counts.specified, counts.fulfilled, counts.not_applicable), (40, 39, 1), "here too");
    let empty = Made::met(&pack, &[Edr], ONE).with("CR 5.1", Verdict::NotApplicable, None).conclude(&pack);
    assert!(empty.frs[4].vacuous, "a level that rests on no fulfilled row is marked");
    assert!(empty.remarks.iter().any(|r| r.code == RemarkCode::VacuousLevel), "and remarked");
}

#[test]
fn component_20_the_ways_of_not_being_evaluated_are_kept_apart() {
    let pack = part_4_2();
    let found = Made::met(&pack, &[Edr], ONE)
        .with("CR 1.10", Verdict::NotApplicable, None)
        .with("CR 1.11", Verdict::NotEvaluated, None)
        .conclude(&pack);
    let line = total(&found.tuples);
    let why = line.not_evaluated;
    let apart = [line.ra, line.nar, why.above_claim, why.not_listed, why.other_type, why.open, line.headings];
    assert_eq!(
        apart,
        [38, 1, 47, 0, 39, 1, 15],
        "fulfilled, N/A, a higher level, not listed, another type, open, headings"
    );
    assert_eq!(apart.iter().sum::<u32>(), 141, "and together they are the whole standard");
    let mut listed = Made::met(&pack, &[Edr], ONE);
    listed.claim = Claim::Requirements(vec!["CR 1.1".to_owned()]);
    let found = listed.conclude(&pack);
    let why = total(&found.tuples).not_evaluated;
    assert_eq!((why.above_claim, why.not_listed), (0, 82), "a list leaves out, it does not stop at a level");
    assert_eq!(
        found.recorded_outside_claim.len(),
        35,
        "what was recorded for rows left out is told, not counted"
    );
}

#[test]
fn component_21_native_and_by_system_integration_are_two_readings() {
    let pack = part_4_2();
    let found = Made::met(&pack, &[Edr], ONE).with("CR 6.1", Verdict::Fulfilled, IN_SYSTEM).conclude(&pack);
    let levels = found.confirmed.expect("everything is decided");
    assert_eq!((levels.native[5], levels.with_integration[5]), (0, 1), "an external measure is not native");
    let outcome = ComponentOutcome::ConfirmedWithIntegration { frs: vec![6] };
    assert_eq!(found.outcome, outcome, "the statement names the FR that needs the system");
    assert_eq!(total(&found.tuples).ra_by_integration, 1, "and the tuple how many rows do");
    let unsaid = Made::met(&pack, &[Edr], ONE).with("CR 6.1", Verdict::Fulfilled, None).conclude(&pack);
    assert_eq!(unsaid.frs[5].native, 0, "what nobody said is not taken for native");
    let silent = desk().refuses_record(verdict("CR 6.1", AnyVerdict::Fulfilled, &["test.pdf"]));
    assert_eq!(silent, Some("fulfilment-mode-missing"), "a verdict says by what it is met");
    for id in ["CR 1.3", "CR 1.4", "CR 1.5", "CR 1.8", "CR 1.9", "CR 3.4", "CR 6.2", "CR 7.3"] {
        let notes = &pack.requirement(id).expect("a row").notes;
        let native =
            notes.iter().any(|note| note.starts_with("Integrating into a system that does it counts"));
        assert!(native, "{id}: \"integrates into\" is native, and the row says so");
    }
}

#[test]
fn component_22_a_countermeasure_is_described_for_the_user() {
    let desk = desk();
    let by_system = |countermeasure: Option<&str>, documented: Option<&str>| {
        let said = |text: Option<&str>| text.map(str::to_owned);
        let fulfilment = Some((Fulfilment::BySystemIntegration, said(countermeasure), said(documented)));
        desk.refuses_record(RecordRow { fulfilment, ..fulfilled("CR 6.1") })
    };
    let rule = Some("integration-needs-documentation");
    assert_eq!(by_system(None, None), rule, "which one, and where the user finds it");
    assert_eq!(by_system(Some("A log server"), Some(" ")), rule, "a name alone is not documentation");
    assert_eq!(by_system(None, Some("Manual 4.2")), rule, "nor a place without the measure");
    assert_eq!(by_system(Some("A log server"), Some("Manual 4.2")), None, "with both it is recorded");
    let needs = part_4_2().activity("CTX-5").map(|a| a.pass_needs.join(" ")).unwrap_or_default();
    assert!(needs.contains("names the outside capability"), "the evaluator checks it: {needs}");
}

#[test]
fn component_23_a_high_level_of_fr_5_on_a_device_without_network_role_is_commented() {
    let pack = part_4_2();
    let of_fr_5 = |level| {
        let rows = selected(&pack, &[Edr], &Claim::Levels([level; 7]));
        rows.into_iter().filter(|row| row.fr == Some(5)).map(|row| row.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of_fr_5(1), ["CR 5.1"], "FR 5 of a PLC is one row");
    assert_eq!(of_fr_5(4), ["CR 5.1"], "at level 4 too, so a 4 says little");
    let notes = &pack.requirement("CR 5.1").expect("a row").notes;
    assert!(notes.iter().any(|note| note.contains("comment a high level for FR 5")), "{notes:?}");
    let guidance = guidance(&pack);
    let own = guidance.rows.iter().find(|own| own.id == "CR 5.1").expect("guidance");
    assert!(own.applies_if.is_some(), "whether it has a network interface at all is asked first");
    let bare = own.not_enough.iter().any(|text| text.contains("without a comment"));
    assert!(bare, "a high level without a comment is named as not enough");
}

#[test]
fn component_24_rows_that_condition_one_another_are_remarked() {
    let pack = part_4_2();
    let remarks = |made: Made| {
        made.conclude(&pack).remarks.into_iter().map(|r| (r.code, r.requirement)).collect::<Vec<_>>()
    };
    let brought = remarks(Made::met(&pack, &[Edr], TWO).with("CR 4.3", Verdict::NotApplicable, None));
    let expected = (RemarkCode::BroughtRowNotApplicable, "CR 1.14".to_owned());
    assert!(brought.contains(&expected), "symmetric keys are cryptography: 4.3 applies: {brought:?}");
    for family in [Edr, Hdr, Ndr] {
        let (base, row) = (format!("{family} 2.4"), format!("{family} 3.13"));
        let made = Made::met(&pack, &[family], TWO).with(&base, Verdict::NotApplicable, None);
        let found = remarks(made);
        let expected = (RemarkCode::NeededRowNotApplicable, row.clone());
        assert!(found.contains(&expected), "{row} rests on {base}: {found:?}");
    }
    let met = remarks(Made::met(&pack, &[Edr], TWO));
    assert_eq!(met, [], "where both apply there is nothing to remark");
}

#[test]
fn component_25_context_threats_and_essential_functions_come_first() {
    let fields = ["object.security_context", "object.essential_functions", "object.configuration"];
    let why = "answers to rows mean nothing without the context they are given for";
    asked_for(&part_4_2(), &fields, EVERY, why);
    let pack = part_4_2();
    for (activity, about) in
        [("CTX-1", "threat model"), ("CTX-2", "threat model"), ("CTX-3", "essential functions")]
    {
        let own = pack.activity(activity).expect("an activity");
        let text = format!("{} {}", own.label, own.pass_needs.join(" ")).to_lowercase();
        assert!(text.contains(about), "{activity} is about it: {text}");
        let mut made = Made::met(&pack, &[Edr], ONE);
        made.activities.remove(activity);
        let found = made.conclude(&pack);
        let open = found.missing.iter().any(|m| m.subject == activity && m.code == ReasonCode::ActivityOpen);
        assert!(open && found.confirmed.is_none(), "{activity}: rows alone, all answered, conclude nothing");
    }
}

#[test]
fn component_26_the_lifecycle_process_of_4_1_at_ml_3_is_part_of_the_evaluation() {
    let pack = part_4_2();
    let first = pack.activities.first().expect("activities");
    assert_eq!(first.id, "LC-1", "it is the first thing that is evaluated");
    assert!(first.label.contains("62443-4-1 at ML 3"), "{}", first.label);
    let mut made = Made::met(&pack, &[Edr], ONE);
    made.activities.insert("LC-1".to_owned(), ActivityVerdict::Fail);
    let found = made.conclude(&pack);
    let against: Vec<_> = found.against.iter().map(|a| (a.code, a.subject.as_str())).collect();
    assert_eq!(against, [(ReasonCode::ActivityFailed, "LC-1")], "without it no SL-C is confirmed");
    assert_eq!(found.confirmed, None, "however many rows are met");
    asked_for(&pack, &["object.lifecycle_process"], EVERY, "the process behind the component is named");
}

#[test]
fn component_27_evidence_belongs_to_the_evaluated_version() {
    let mut desk = desk();
    let version = |desk: &Desk| desk.gate(ReportKind::SelfDeclaration, "gate-version-missing");
    assert!(version(&desk), "what was evaluated has a version");
    desk.done("lead", set("object.firmware", json!(["3.2.1"])));
    assert!(!version(&desk), "the firmware's is enough");
    let kept = desk.state.evidence_item(&sha("test.pdf")).expect("on file").value;
    assert_eq!(kept.version.as_deref(), Some("3.2.1"), "a file says with which version it was made");
    let needs = |id: &str| part_4_2().activity(id).map(|a| a.pass_needs.join(" ")).unwrap_or_default();
    for activity in ["CTX-1", "VER-1", "TST-1"] {
        let text = needs(activity);
        assert!(text.contains("evaluated version"), "{activity}: the evaluator compares the two: {text}");
    }
    assert!(
        needs("VER-1").contains("Each selected requirement has at least one test case"),
        "and looks for evidence row by row"
    );
}

#[test]
fn component_28_a_verdict_has_a_reason_evidence_an_author_and_a_time() {
    let mut desk = desk();
    let mut silent = fulfilled("CR 1.1");
    silent.verdict.as_mut().expect("a verdict").rationale = "\t".to_owned();
    assert_eq!(desk.refuses_record(silent), Some("verdict-needs-rationale"), "a tick is no verdict");
    let mut bare = fulfilled("CR 1.1");
    bare.verdict.as_mut().expect("a verdict").evidence.clear();
    assert_eq!(
        desk.refuses_record(bare),
        Some("verdict-needs-evidence"),
        "it rests on something, or says why not"
    );
    desk.done("lead", Request::Record(fulfilled("CR 1.1")));
    let stands = desk.state.row(&RowKey::of("CR 1.1")).verdict.expect("a verdict");
    assert_eq!(stands.chain, crate::desk::chain("lead"), "it is known who judged");
    assert_eq!(stands.time, "2026-06-01T10:00:00.000Z", "and when, as far as a clock can tell");
}

#[test]
fn component_29_inconclusive_exists_and_blocks() {
    let pack = part_4_2();
    let found = Made::met(&pack, &[Edr], ONE).with("CR 1.1", Verdict::Inconclusive, None).conclude(&pack);
    let missing: Vec<_> = found.missing.iter().map(|m| (m.code, m.subject.as_str())).collect();
    assert_eq!(missing, [(ReasonCode::RowInconclusive, "CR 1.1")], "it is neither met nor failed");
    assert_eq!(found.confirmed, None, "and no level is confirmed over it");
    assert_eq!(found.counts.total.inconclusive, 1, "it has a count of its own");
    let mut made = Made::met(&pack, &[Edr], ONE);
    made.activities.insert("TST-3".to_owned(), ActivityVerdict::Inconclusive);
    let found = made.conclude(&pack);
    let open = found.missing.iter().any(|m| m.code == ReasonCode::ActivityInconclusive);
    assert!(open, "so it is for an activity");
    let rule = desk().refuses_record(verdict("CR 1.1", AnyVerdict::Inconclusive, &[]));
    assert_eq!(rule, None, "an evaluator may say so");
}

#[test]
fn component_30_what_the_supplier_writes_is_a_claim() {
    let mut desk = desk();
    let before = desk.conclude();
    desk.done("lead", import(&["CR 1.1", "CR 1.3"]));
    let row = desk.state.row(&RowKey::of("CR 1.1"));
    assert_eq!(row.claims.len(), 1, "it is kept as a claim");
    assert!(
        row.verdict.is_none() && row.applicability.is_none() && row.fulfilment.is_none(),
        "and sets nothing"
    );
    assert_eq!(desk.conclude(), before, "nor does it change the conclusion");
    let by_client = desk.refuses("carl", Request::Record(fulfilled("CR 1.1")));
    assert_eq!(by_client, Some("needs-evaluator"), "the supplier sets no verdict himself");
    let mut answered = fulfilled("CR 1.1");
    answered.verdict.as_mut().expect("a verdict").evidence = vec![sha("answers.xlsx")];
    assert_eq!(
        desk.refuses_record(answered),
        Some("claim-is-not-evidence"),
        "his answers prove nothing alone"
    );
    desk.done("lead", Request::Record(failed("CR 1.1", AnyVerdict::NotFulfilled, Grade::Major)));
    let row = desk.state.row(&RowKey::of("CR 1.1"));
    let both = (row.claims[0].value.meaning.as_deref(), row.verdict.map(|v| v.value.verdict));
    assert_eq!(
        both,
        (Some("met"), Some(AnyVerdict::NotFulfilled)),
        "claim and verdict may differ, and both stay"
    );
}

#[test]
fn component_31_a_penetration_test_is_one_part_and_a_score_no_threshold() {
    let pack = part_4_2();
    let mut scan_only = Made::met(&pack, &[Edr], ONE);
    let claimed = scan_only.rows.len();
    scan_only.rows.clear();
    let found = scan_only.conclude(&pack);
    assert_eq!(found.open_rows.len(), claimed, "all activities pass, and each row is still open");
    assert_eq!(found.confirmed, None, "no level follows from tests alone");
    for activity in ["TST-1", "VER-1", "VUL-1", "VUL-2"] {
        let mut made = Made::met(&pack, &[Edr], ONE);
        made.activities.remove(activity);
        assert_eq!(made.conclude(&pack).confirmed, None, "{activity} is not replaced by the others");
    }
    let metric = pack.activity("VUL-1").map(|a| a.pass_needs.join(" ")).unwrap_or_default();
    assert!(
        metric.contains("residual risk that the supplier accepts"),
        "a bare score is no metric: {metric}"
    );
}

#[test]
fn component_32_independence_is_recorded_and_roles_exclude_each_other() {
    let why = "a reader has to know how near they were to the supplier";
    let fields = ["independence.relationship", "independence.conflict_review", "independence.testers"];
    asked_for(&part_4_2(), &fields, NOT_OWN, why);
    asked_for(&part_4_2(), &["independence.party"], EVERY, "first, second or third party");
    let mut desk = Desk::evaluated(part_4_2());
    for role in [Role::Reviewer, Role::DecisionMaker] {
        let rule = desk.refuses("lead", Request::Enroll(card("eva", &[Role::Evaluator, role])));
        assert_eq!(rule, Some("roles-conflict"), "nobody evaluates and is {role:?}");
    }
    let early = desk.refuses("dora", decision(DecisionResult::Granted));
    assert_eq!(early, Some("decision-needs-review"), "evaluation, review and decision are three steps");
    desk.done("rita", accept());
    let same = desk.refuses("rita", decision(DecisionResult::Granted));
    assert_eq!(same, Some("needs-decision-maker"), "by people with three roles");
    assert_eq!(desk.refuses("dora", decision(DecisionResult::Granted)), None, "in this order");
}

#[test]
fn component_33_tests_are_made_on_the_hardened_evaluated_build() {
    let pack = part_4_2();
    let needs = |id: &str| pack.activity(id).map(|a| a.pass_needs.join(" ")).unwrap_or_default();
    let hardened = "The tested configuration is the one that the guideline describes";
    assert!(needs("TST-3").contains(hardened), "not a laboratory set-up: {}", needs("TST-3"));
    let build = "Each kind of security test is reported for the evaluated version";
    assert!(needs("TST-1").contains(build), "not another build: {}", needs("TST-1"));
    asked_for(&pack, &["object.configuration"], EVERY, "the evaluated configuration is part of the object");
    asked_for(
        &pack,
        &["conduct.testing", "object.samples"],
        NOT_OWN,
        "what was tested, and on which samples",
    );
    let guidance = guidance(&pack);
    let prepared = guidance.rows.iter().flat_map(|own| &own.test_cases);
    let hardened = prepared.filter(|case| {
        let text = case.preparation.join(" ").to_lowercase();
        text.contains("harden") || text.contains("guideline") || text.contains("evaluated version")
    });
    assert!(hardened.count() > 20, "the suggested tests start from there too");
}

#[test]
fn component_34_evaluation_activities_exist_and_have_an_order() {
    let pack = part_4_2();
    assert_eq!(pack.activities.len(), 18, "the method's activities are in the pack");
    let steps: Vec<u8> = pack.activities.iter().map(|a| a.step).collect();
    assert!(
        steps.is_sorted() && steps.contains(&1) && steps.contains(&2),
        "step 1 comes before step 2: {steps:?}"
    );
    let mut early = Made::met(&pack, &[Edr], ONE);
    early.activities.retain(|id, _| id == "VUL-1");
    let found = early.conclude(&pack);
    let remark = found.remarks.iter().find(|r| r.requirement == "VUL-1");
    assert_eq!(remark.map(|r| r.code), Some(RemarkCode::ActivityOutOfOrder), "a later one before an earlier");
    let mut bare = raw(PACK_4_2);
    bare.as_object_mut().expect("a pack").remove("activities");
    let found = codes(Checklist::parse(bare.to_string().as_bytes()));
    assert!(found.contains(&"checklist-missing-field"), "a pack without them is refused: {found:?}");
    let mut bare = part_4_2();
    bare.activities.clear();
    let found = Made::met(&bare, &[Edr], ONE).conclude(&bare);
    let none = found.missing.iter().any(|m| m.code == ReasonCode::NoActivities);
    assert!(none && found.confirmed.is_none(), "rows without any activity are no evaluation after 6-2");
    let mut swapped = raw(PACK_4_2);
    swapped["activities"].as_array_mut().expect("a list").reverse();
    let found = codes(Checklist::parse(swapped.to_string().as_bytes()));
    assert!(found.contains(&"checklist-out-of-order"), "a pack cannot turn the order round: {found:?}");
}

#[test]
fn component_35_no_bare_claim_of_compliance() {
    for kind in ReportKind::ALL {
        for text in ["IEC 62443 compliant", "The PLC is iec 62443 COMPLIANT."] {
            let word = reserved_word(text, kind, true);
            assert_eq!(
                word.as_deref(),
                Some("iec 62443 compliant"),
                "{kind:?}: without part, edition and scope"
            );
        }
    }
    let mut desk = desk();
    desk.done("lead", set("report.remarks", json!("Certified by Assay")));
    for kind in ReportKind::ALL {
        assert!(desk.gate(kind, "gate-reserved-word"), "{kind:?}: a tool certifies nothing");
    }
    let pack = part_4_2();
    let full = (pack.document.as_str(), pack.edition.as_str(), pack.method.as_str());
    assert_eq!(
        full,
        ("IEC 62443-4-2", "2019", "IEC TS 62443-6-2:2025"),
        "part, edition and method are at hand"
    );
}

#[test]
fn component_36_methods_are_specifications_and_the_series_has_no_tiers_of_conformity() {
    let register = SeriesRegister::parse(SERIES).expect("the shipped register is good");
    for id in ["62443-6-1", "62443-6-2"] {
        let document = register.document(id).expect("a document");
        assert_eq!(document.actual.document_type.as_deref(), Some("TS"), "{id} is no technical report");
        assert!(document.differs.contains(&Subject::Type), "{id}: the overview's word is shown as different");
        assert!(document.assessable.starts_with("method for"), "{id} is a method: {}", document.assessable);
        assert_eq!(document.certifies, None, "{id} is no certification scheme");
    }
    let scheme = register.document("Conformance & Certification").expect("the overview lists it");
    assert_eq!(scheme.actual.designation, None, "there is no such document");
    for kind in ReportKind::ALL {
        let word = reserved_word("IEC 62443 tier 3", kind, true);
        assert!(word.is_some(), "{kind:?}: first, second and third party are terms of ISO/IEC 17000");
    }
}

#[test]
fn component_37_no_presumption_of_conformity() {
    for kind in ReportKind::ALL {
        for text in ["It gives a presumption of conformity.", "The PLC is presumed conform with the CRA."] {
            assert!(reserved_word(text, kind, true).is_some(), "{kind:?}: law grants it, no report: {text}");
        }
    }
    let register = SeriesRegister::parse(SERIES).expect("the shipped register is good");
    let status = &register.document("62443-4-2").expect("a document").actual.status;
    assert!(status.contains("not cited in OJEU"), "the register says that the EN is not cited: {status}");
}

#[test]
fn component_38_version_limits_and_exclusions_are_stated() {
    let fields = ["report.limits", "object.excluded_functions", "object.identifier"];
    asked_for(&part_4_2(), &fields, EVERY, "a result without its limits covers everything and nothing");
    let shape = field("object.excluded_functions").expect("a field").shape;
    assert!(check(shape, &json!([{"what": "Bluetooth"}])).is_err(), "what is left out has a reason");
    assert_eq!(check(shape, &json!([])), Ok(()), "and \"nothing\" can be said");
    let desk = desk();
    for kind in ReportKind::ALL {
        assert!(desk.gate(kind, "gate-version-missing"), "{kind:?}: no report without a version");
    }
}

#[test]
fn component_39_no_text_of_the_standard_in_the_checklist() {
    let pack = part_4_2();
    let ours = pack.requirements.iter().map(|row| (&row.id, &row.label));
    for (id, label) in ours.chain(pack.headings.iter().map(|heading| (&heading.id, &heading.label))) {
        let short = label.len() <= 100 && !label.contains(". ") && !label.contains("shall");
        assert!(short, "{id}: a short title, not the text: {label}");
    }
    for field in ["text", "rationale", "supplemental_guidance"] {
        let found = spoiled(PACK_4_2, field, json!("Components shall provide the capability to identify"));
        assert!(found.contains(&"checklist-unknown-field"), "a pack has no place for {field}: {found:?}");
    }
    for own in &guidance(&pack).rows {
        let text = serde_json::to_string(own).expect("guidance can be written").to_lowercase();
        let shall = text.split(|c: char| !c.is_alphabetic()).any(|word| word == "shall");
        assert!(!shall, "{}: a sentence of the standard in our guidance", own.id);
    }
    let text = json!({"schema": "assay-text/1", "checklist": pack.id, "document": pack.document,
        "edition": "2019", "language": "en", "licensee": "Example",
        "texts": [{"id": "CR 1.1", "text": "Words from a licensed copy"}]});
    let text = TextPack::parse(text.to_string().as_bytes(), &pack).expect("the licensee's own file is read");
    assert!(!format!("{text:?}").contains("licensed copy"), "and its words go into no log");
}

/// The shipped pack with another label on one row, as a later catalogue might have it.
fn updated(row: &str) -> Checklist {
    let mut pack = raw(PACK_4_2);
    let rows = pack["requirements"].as_array_mut().expect("rows");
    let own = rows.iter_mut().find(|own| own["id"] == row).expect("the row");
    own["label"] = Value::from("Another label");
    load(pack.to_string().as_bytes())
}

#[test]
fn component_40_an_updated_catalogue_changes_no_evaluation_by_itself() {
    let (pack, newer) = (part_4_2(), updated("CR 1.1"));
    assert_ne!(pack.digest, newer.digest, "the bytes are others, so is the digest");
    let mut desk = Desk::opened(pack.clone());
    for row in ["CR 1.1", "CR 1.3"] {
        desk.done("lead", Request::Record(fulfilled(row)));
    }
    let pinned = Some(pack.digest.to_string());
    assert_eq!(desk.state.checklist_sha256(), pinned, "the pack's bytes are pinned at the opening");
    let change = edition_change(&pack, &newer);
    let review: Vec<_> = change.review.iter().map(|one| (one.id.as_str(), one.why)).collect();
    assert_eq!(review, [("CR 1.1", EditionDifference::Changed)], "what changed is told row by row");
    let moved =
        |reason: &str| Request::MoveEdition { to: Box::new(newer.clone()), reason: reason.to_owned() };
    assert_eq!(desk.refuses("lead", moved(" ")), Some("edition-needs-reason"), "a move needs a reason");
    assert_eq!(desk.refuses("carl", moved("New")), Some("needs-evaluator"), "and an evaluator");
    desk.done("lead", moved("Corrected label"));
    assert_eq!(desk.standing("CR 1.1"), None, "the changed row is open again");
    assert_eq!(desk.standing("CR 1.3"), Some(AnyVerdict::Fulfilled), "the others stand");
}

#[test]
fn component_41_an_observation_is_an_opinion_and_carries_no_verdict() {
    let mut desk = desk();
    let opinion = failed("CR 1.1", AnyVerdict::NotFulfilled, Grade::Observation);
    assert_eq!(
        desk.refuses_record(opinion),
        Some("fail-needs-finding"),
        "an observation breaks no requirement"
    );
    desk.done("lead", Request::RaiseFinding(nonconformity("CR 1.1", Grade::Observation)));
    assert_eq!(desk.standing("CR 1.1"), None, "and is no verdict");
    assert_eq!(desk.refuses_record(fulfilled("CR 1.1")), None, "nor does it stand against one");
    let pack = part_4_2();
    let mut made = Made::met(&pack, &[Edr], ONE);
    made.findings = vec![open_finding("CR 1.1", Grade::Observation, false)];
    assert_eq!(made.conclude(&pack).outcome, ComponentOutcome::Confirmed, "it changes no result");
    made.findings = vec![open_finding("CR 1.1", Grade::Major, true)];
    assert!(!made.conclude(&pack).outcome.is_positive(), "which a nonconformity does");
    asked_for(&pack, &["conduct.diverging_opinions"], NOT_OWN, "opinions that differed are reported as such");
}

#[test]
fn component_42_an_issued_report_is_revised_and_never_amended_in_place() {
    let mut desk = desk();
    let issue = |revision, data: &str| {
        let issue = ReportIssue {
            number: "R-1".to_owned(),
            revision,
            report_kind: ReportKind::SelfDeclaration.code().to_owned(),
            data: sha(data),
            files: vec![IssuedFile { name: "r.pdf".to_owned(), sha256: sha(data), size: 1 }],
        };
        to_payload(&issue).expect("a payload")
    };
    desk.write("lead", kind::REPORT_ISSUE, issue(1, "first"));
    desk.write("lead", kind::REPORT_ISSUE, issue(2, "second"));
    let issued: Vec<(u32, String)> =
        desk.state.reports().into_iter().map(|r| (r.value.revision, r.value.data)).collect();
    assert_eq!(
        issued,
        [(1, sha("first")), (2, sha("second"))],
        "both revisions stand, each with its digests"
    );
    assert_eq!(desk.state.conflicts(), [], "which is in order");
    desk.write("lead", kind::REPORT_ISSUE, issue(1, "amended"));
    let conflicts = desk.state.conflicts();
    let place = (conflicts[0].subject.as_str(), conflicts[0].field.as_str());
    assert_eq!(
        place,
        ("report:R-1", "revision 1"),
        "the same revision with other bytes is a visible conflict"
    );
    assert!(!evaluation::event::is_retractable(kind::REPORT_ISSUE), "and what was issued is not taken back");
}

#[test]
fn component_43_a_fail_stays_in_the_record_and_a_new_build_ends_review_and_decision() {
    let mut desk = desk();
    desk.done("lead", Request::Record(failed("CR 1.1", AnyVerdict::NotFulfilled, Grade::Major)));
    let at_once = desk.refuses_record(fulfilled("CR 1.1"));
    assert_eq!(at_once, Some("finding-open"), "a fix is not believed: the finding is closed first");
    let steps = [
        (FindingState::Accepted, vec![]),
        (FindingState::Implemented, vec![]),
        (FindingState::Closed, vec![sha("retest.pdf")]),
    ];
    desk.done("lead", Request::AddEvidence(item("retest.pdf", "evaluator_test")));
    for (state, evidence) in steps {
        let note = "As seen".to_owned();
        let step = Request::MoveFinding {
            finding: "F-1".to_owned(),
            state,
            note,
            due: None,
            evidence,
            answer: None,
            method: None,
        };
        desk.done("lead", step);
    }
    desk.done("lead", Request::Record(fulfilled("CR 1.1")));
    let history = desk.state.verdict_history(&RowKey::of("CR 1.1"));
    let history: Vec<AnyVerdict> = history.into_iter().map(|v| v.value.verdict).collect();
    assert_eq!(history, [AnyVerdict::NotFulfilled, AnyVerdict::Fulfilled], "the first result stays");
    let findings = desk.state.findings();
    assert_eq!(findings.len(), 1, "and so does its finding");
    assert_eq!(findings[0].state, FindingState::Closed, "as closed");

    let mut desk = Desk::granted(part_4_2());
    assert!(positive_decision(&desk.state), "the decision is about this build");
    desk.done("lead", set("object.firmware", json!(["3.2.2"])));
    assert!(!positive_decision(&desk.state), "a new build is another object");
    let gates = desk.gates(ReportKind::CertificationBody);
    for rule in ["gate-review-outdated", "gate-decision-outdated"] {
        assert!(gates.iter().any(|(own, _)| *own == rule), "{rule} sends both back to work: {gates:?}");
    }
}

#[test]
fn component_44_four_hand_picked_tests_are_no_evaluation() {
    let mut desk = desk();
    for row in ["CR 1.1", "CR 2.1", "CR 3.1", "CR 7.1"] {
        desk.done("lead", Request::Record(fulfilled(row)));
    }
    for activity in ["TST-1", "TST-3"] {
        desk.done("lead", activity_verdict(activity, ActivityVerdict::Pass));
    }
    let Conclusion::Component(found) = desk.conclude() else { panic!("a component") };
    assert!(matches!(found.outcome, ComponentOutcome::Unfinished { .. }), "nothing is concluded from them");
    assert_eq!(found.confirmed, None, "no level is confirmed");
    assert_eq!(found.open_rows.len(), 36, "the other 36 of the 40 claimed rows are named");
    assert!(desk.gate(ReportKind::SelfDeclaration, "gate-not-positive"), "no declaration is issued");
    desk.done("rita", accept());
    let granted = desk.refuses("dora", decision(DecisionResult::Granted));
    assert_eq!(granted, Some("grant-without-conclusion"), "and nothing is granted");
}
