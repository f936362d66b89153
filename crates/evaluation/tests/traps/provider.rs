//! The 32 traps about service providers, by their number.

use std::collections::BTreeSet;

use checklist::{
    Object, RequirementKind,
    diff::Diff,
    profile::Profile,
    series::{SeriesRegister, Subject},
    text::TextPack,
};
use evaluation::{
    case::{FIELDS, ReportKind, Shape, check, reserved_word},
    conclude::{Conclusion, provider_rows, rows},
    decide::{NewFinding, RecordRow, Request, edition_change},
    event::{AnyVerdict, DecisionResult, EditionDifference, EvidenceAdd, FindingState, Role, RowKey},
    issuing::positive_decision,
    provider::ProviderOutcome,
    provider_tuples::ProviderTuple,
    remark::{ReasonCode, RemarkCode},
    verdict::{Fulfilment, Grade, ProviderVerdict},
};
use serde_json::json;

use crate::desk::{
    Desk, EVERY, NOT_OWN, PACK_2_4, PACK_2_4_EDITION_1, PACKS, SERIES, accept, asked_for, card, codes,
    conclude_provider, decision, failed, guidance, holds_counts_only, import, item, load, nonconformity,
    not_applicable, open_finding, part_2_4, pass, passed, row_of, set, sha, spoiled, verdict, water,
};

const BOTH: &[&str] = &["integration", "maintenance"];
const MANAGED: &[&str] = &["procedure.pdf", "competence.csv"];
const ROW: &str = "SP.01.01 BR @integration";

fn desk() -> Desk {
    Desk::opened(part_2_4())
}

fn total(tuples: &[ProviderTuple]) -> &ProviderTuple {
    tuples.last().expect("the total line")
}

#[test]
fn provider_01_results_are_counts_and_tuples_never_percentages() {
    let pack = part_2_4();
    let mut rows = passed(&pack, BOTH, 2);
    row_of(&mut rows, "SP.12.09 BR").verdict = Some(ProviderVerdict::Fail);
    let found = conclude_provider(&pack, BOTH, rows, &[]);
    holds_counts_only(&found);
    let line = total(&found.tuples);
    assert_eq!((line.ra, line.fail, line.tr), (122, 1, 123), "the counts stand side by side");
    assert!(
        matches!(found.outcome, ProviderOutcome::NotPositive { .. }),
        "122 of 123 is no good mark: one failing requirement is against a positive statement"
    );
    let word = reserved_word("We are 83 % compliant.", ReportKind::SelfDeclaration, false);
    assert_eq!(word.as_deref(), Some("% compliant"), "the issuer cannot write the score by hand either");
}

#[test]
fn provider_02_maturity_runs_from_1_to_4_for_each_row() {
    let desk = desk();
    for ml in [0, 5] {
        let declared =
            RecordRow { row: Some(RowKey::read(ROW)), declared_ml: Some(ml), ..RecordRow::default() };
        assert_eq!(desk.refuses_record(declared), Some("ml-out-of-range"), "CMMI's 0 and 5 are no ML of 2-4");
        let rule = desk.refuses_record(pass(ROW, ml, MANAGED));
        assert_eq!(rule, Some("ml-out-of-range"), "and none is found at {ml}");
        let claimed = desk.refuses("lead", set("claim.ml", json!(ml)));
        assert_eq!(claimed, Some("field-shape"), "nor claimed at {ml} for the case");
    }
    let pack = part_2_4();
    let mut rows = passed(&pack, BOTH, 2);
    for (id, ml) in [("SP.01.01 BR", 1), ("SP.01.02 BR", 3), ("SP.01.03 BR", 4)] {
        let row = row_of(&mut rows, id);
        (row.declared_ml, row.evaluated_ml) = (Some(ml), Some(ml));
    }
    let found = conclude_provider(&pack, BOTH, rows.clone(), &[]);
    let all = found.maturity.last().expect("the total");
    assert_eq!(all.distribution, [1, 243, 1, 1], "four levels, each row counted at its own");
    row_of(&mut rows, "SP.01.01 BR").evaluated_ml = Some(5);
    let found = conclude_provider(&pack, BOTH, rows, &[]);
    let missing = found.missing.iter().any(|m| m.code == ReasonCode::MlMissing && m.subject == "SP.01.01 BR");
    assert!(missing, "a level that another program wrote beyond 4 is no level: the row has none");
}

#[test]
fn provider_03_no_security_level_on_a_2_4_row() {
    for bytes in [PACK_2_4, PACK_2_4_EDITION_1] {
        let pack = load(bytes);
        assert!(!pack.object.has_security_levels(), "{}: 2-4 rises with maturity alone", pack.id);
        let level = pack.requirements.iter().find(|row| row.selected_from.is_some() || row.fr.is_some());
        assert!(level.is_none(), "{}: no row has an SL or an FR: {level:?}", pack.id);
        let found = spoiled(bytes, "selected_from", json!(1));
        assert!(found.contains(&"checklist-not-for-object"), "a pack that brings one is refused: {found:?}");
    }
    for field in ["claim.levels", "claim.requirements"] {
        let rule = desk().refuses("lead", set(field, json!([1, 1, 1, 1, 1, 1, 1])));
        assert_eq!(rule, Some("field-of-other-object"), "{field}: a provider claims no SL-C");
    }
    let level_for_a_row = water(|profile| {
        let row = profile["requirements"][0].as_object_mut().expect("a row");
        row.remove("min_ml");
        row.insert("min_sl".to_owned(), json!(2));
    });
    let found = codes(Profile::parse(&level_for_a_row, &part_2_4()));
    assert!(found.contains(&"checklist-not-for-object"), "nor does a profile ask for one: {found:?}");
}

#[test]
fn provider_04_a_maturity_level_belongs_to_a_row_and_ml_3_needs_execution_records() {
    let pack = part_2_4();
    let mut rows = passed(&pack, &["maintenance"], 3);
    for id in ["SP.01.01 BR", "SP.11.03 BR"] {
        row_of(&mut rows, id).evaluated_ml = Some(2);
    }
    let found = conclude_provider(&pack, &["maintenance"], rows, &[]);
    let of = |group: &str| found.maturity.iter().find(|m| m.group == group).expect("a summary level");
    assert_eq!(of("total").distribution, [0, 2, 121, 0], "rows keep their levels, none stands for all");
    assert_eq!(of("Solution staffing").lowest, Some(2), "the lowest is told where it is");
    assert_eq!(of("Backup/Restore").lowest, Some(3), "and does not spread to other summary levels");
    let named: Vec<&str> =
        of("total").raise.iter().flat_map(|raise| &raise.rows).map(|row| row.requirement.as_str()).collect();
    assert_eq!(named, ["SP.01.01 BR", "SP.11.03 BR"], "the rows at the lowest level are named");

    let desk = desk();
    let rule = |ml, evidence: &[&str]| desk.refuses_record(pass(ROW, ml, evidence));
    let good_paper = rule(3, MANAGED);
    assert_eq!(good_paper, Some("ml3-needs-dated-record"), "a good procedure is ML 2, not practice");
    for record in ["undated.csv", "of-no-project.csv"] {
        let vague = rule(3, &["procedure.pdf", "competence.csv", record]);
        assert_eq!(vague, Some("ml3-needs-dated-record"), "{record}: a job has a day and a project");
    }
    assert_eq!(rule(3, &["procedure.pdf", "competence.csv", "record.csv"]), None, "with one, ML 3 stands");
    let records_only = rule(3, &["record.csv"]);
    assert_eq!(records_only, Some("ml2-needs-procedure-and-competence"), "levels are cumulative");
    assert_eq!(rule(2, MANAGED), None, "ML 2 is not refused because no project has run yet");
}

#[test]
fn provider_05_not_applicable_is_not_not_evaluated() {
    let pack = part_2_4();
    let with = |verdict| {
        let mut rows = passed(&pack, &["integration"], 2);
        row_of(&mut rows, "SP.05.01 BR").verdict = Some(verdict);
        conclude_provider(&pack, &["integration"], rows, &[])
    };
    let na = with(ProviderVerdict::NotApplicable);
    let ne = with(ProviderVerdict::NotEvaluated);
    let count = |line: &ProviderTuple| (line.ra, line.nar, line.not_evaluated.total());
    assert_eq!(count(total(&na.tuples)), (122, 1, 0), "N/A is counted in NAR");
    assert_eq!(count(total(&ne.tuples)), (122, 0, 1), "N/E is counted apart");
    assert_eq!(na.outcome, ProviderOutcome::Positive, "what cannot apply leaves nothing open");
    let ProviderOutcome::PositiveLimited { not_evaluated, .. } = &ne.outcome else {
        panic!("a row left out limits the statement: {:?}", ne.outcome)
    };
    assert_eq!(not_evaluated[0].requirement, "SP.05.01 BR", "and is named in it");

    let desk = desk();
    let na = |why, confirmed| desk.refuses_record(not_applicable("SP.05.01 BR @integration", why, confirmed));
    assert_eq!(na(" ", true), Some("not-applicable-needs-justification"), "no N/A without a reason");
    let unconfirmed = na("No safety systems are offered", false);
    assert_eq!(
        unconfirmed,
        Some("not-applicable-needs-confirmation"),
        "nor before the evaluator confirms it"
    );
    assert_eq!(na("No safety systems are offered", true), None, "with both it stands");
    let bare = desk.refuses_record(verdict(ROW, AnyVerdict::NotApplicable, &[]));
    assert_eq!(bare, Some("not-applicable-needs-confirmation"), "the verdict alone is not enough");
}

#[test]
fn provider_06_rows_are_split_by_role_and_a_repeated_row_is_no_error() {
    let mut desk = desk();
    let no_role = desk.refuses_record(pass("SP.01.01 BR", 2, MANAGED));
    assert_eq!(no_role, Some("role-not-declared"), "a verdict says for which role it holds");
    desk.done("lead", Request::Record(pass(ROW, 2, MANAGED)));
    assert_eq!(
        desk.standing("SP.01.01 BR @maintenance"),
        None,
        "integration answers nothing for maintenance"
    );
    desk.done("lead", set("object.components", json!(["PLC", "SCADA"])));
    desk.done("lead", Request::Record(pass("SP.03.05 RE(1) @integration /PLC", 2, MANAGED)));
    let split = rows(&desk.state, &desk.checklist);
    let split: Vec<String> = split.iter().map(ToString::to_string).filter(|row| row.contains('/')).collect();
    assert_eq!(
        split,
        ["SP.03.05 RE(1) @integration /PLC", "SP.03.05 RE(1) @integration /SCADA"],
        "a row told for one component is a row for every component of that role"
    );
    desk.done("lead", import(&[ROW, ROW]));
    let claims = desk.state.row(&RowKey::read(ROW)).claims.len();
    assert_eq!(claims, 2, "a sheet that names a row twice, as for two components, keeps both answers");
    assert_eq!(desk.state.conflicts(), [], "and nobody has to settle them");

    let pack = part_2_4();
    let mut rows = passed(&pack, BOTH, 2);
    let again = row_of(&mut rows, "SP.01.01 BR").clone();
    rows.push(again.clone());
    let found = conclude_provider(&pack, BOTH, rows.clone(), &[]);
    assert_eq!(found.outcome, ProviderOutcome::Positive, "the same said twice counts once");
    assert!(found.remarks.iter().any(|r| r.code == RemarkCode::DuplicateRow), "and is remarked");
    rows.push(evaluation::provider::ProviderRow { verdict: Some(ProviderVerdict::Fail), ..again });
    let found = conclude_provider(&pack, BOTH, rows, &[]);
    assert!(found.missing.iter().any(|m| m.code == ReasonCode::RowsConflict), "two answers leave it open");
}

#[test]
fn provider_07_no_row_is_bound_to_a_role_by_the_standard() {
    let pack = part_2_4();
    let found = spoiled(PACK_2_4, "roles", json!(["integration"]));
    assert!(found.contains(&"checklist-unknown-field"), "a pack has no such column: {found:?}");
    let bound = pack.requirements.iter().find(|row| !row.applies_to.is_empty());
    assert!(bound.is_none(), "and no row uses the component types for it: {bound:?}");
    for role in BOTH {
        let mut desk = desk();
        desk.done("lead", set("object.roles", json!([role])));
        let asked: Vec<String> =
            provider_rows(&desk.state, &pack).into_iter().map(|row| row.requirement).collect();
        let all: Vec<String> = pack.requirements.iter().map(|row| row.id.clone()).collect();
        assert_eq!(asked, all, "{role}: contract and profile select, never a fixed list per role");
    }
}

#[test]
fn provider_08_an_enhancement_is_a_requirement_of_its_own_and_needs_its_base() {
    let pack = part_2_4();
    let enhancements: Vec<&str> = pack
        .requirements
        .iter()
        .filter(|row| row.kind == RequirementKind::Enhancement)
        .map(|row| row.id.as_str())
        .collect();
    assert_eq!(enhancements.len(), 51, "51 of the 123 requirements are enhancements");
    let mut rows = passed(&pack, BOTH, 2);
    rows.retain(|row| !enhancements.contains(&row.requirement.as_str()));
    let found = conclude_provider(&pack, BOTH, rows, &[]);
    let missing: BTreeSet<&str> = found.missing.iter().map(|m| m.subject.as_str()).collect();
    assert_eq!(missing, enhancements.into_iter().collect(), "none of them is an optional extra");

    let mut rows = passed(&pack, &["integration"], 2);
    row_of(&mut rows, "SP.01.01 BR").verdict = Some(ProviderVerdict::Fail);
    let found = conclude_provider(&pack, &["integration"], rows, &[]);
    let remark = found.remarks.iter().find(|r| r.requirement == "SP.01.01 RE(1)");
    let remark = remark.expect("a pass above a failing base is told");
    assert_eq!(remark.code, RemarkCode::ReWithoutBase, "the enhancement enhances nothing");
    assert!(
        matches!(found.outcome, ProviderOutcome::NotPositive { .. }),
        "and does not make up for the base"
    );

    let mut desk = desk();
    let nobody = "No staff of its own";
    desk.done("lead", Request::Record(not_applicable(ROW, nobody, true)));
    let rule = desk.refuses_record(pass("SP.01.01 RE(1) @integration", 2, MANAGED));
    assert_eq!(rule, Some("base-not-applicable"), "no pass above a base that cannot apply");
}

#[test]
fn provider_09_a_pass_needs_every_part_of_the_row() {
    let pack = part_2_4();
    let parts = |id: &str| pack.requirement(id).map(|row| row.sub_points.len());
    assert_eq!(parts("SP.12.01 BR"), Some(4), "the backup procedure has four parts");
    assert_eq!(parts("SP.01.05 BR"), Some(4), "the security contact has four duties");
    let desk = desk();
    let rule = |met: &[u32]| {
        let mut record = pass("SP.12.01 BR @integration", 2, MANAGED);
        record.verdict.as_mut().expect("a verdict").sub_points_met = met.to_vec();
        desk.refuses_record(record)
    };
    assert_eq!(rule(&[]), Some("sub-points-open"), "a bare pass ignores the parts");
    assert_eq!(rule(&[1, 2, 4]), Some("sub-points-open"), "three of four is no pass");
    assert_eq!(rule(&[1, 2, 4, 4]), Some("sub-points-open"), "and one part counts once");
    assert_eq!(rule(&[4, 3, 2, 1]), None, "all four are");
}

#[test]
fn provider_10_values_of_the_asset_owner_are_left_to_the_asset_owner() {
    let pack = part_2_4();
    let guidance = guidance(&pack);
    let owned: Vec<_> = pack.requirements.iter().filter(|row| row.owner_parameter).collect();
    for id in ["SP.09.06 BR", "SP.09.06 RE(1)", "SP.09.08 BR", "SP.11.02 BR", "SP.12.06 BR"] {
        assert!(owned.iter().any(|row| row.id == id), "{id}: periods and numbers are the owner's");
    }
    for row in owned {
        let number = row.label.chars().find(char::is_ascii_digit);
        assert_eq!(number, None, "{}: a fixed number would be our value, not the owner's", row.id);
        let own = guidance.rows.iter().find(|own| own.id == row.id).expect("guidance for each row");
        let text = format!("{} {}", own.objective, own.checks.join(" "));
        let asks = ["agreed", "owner", "contract", "site"].iter().any(|word| text.contains(word));
        assert!(asks, "{}: the check is against what was agreed: {text}", row.id);
    }
    let complexity = guidance.rows.iter().find(|own| own.id == "SP.09.05 BR").expect("guidance");
    let fixed = complexity.not_enough.iter().any(|text| text.contains("Fixed minimum length"));
    assert!(fixed, "a fixed password length in place of the owner's is named as not enough");
    let value = json!([{"name": "password expires after", "value": "180 days"}]);
    let sector = water(|profile| {
        let rows = profile["requirements"].as_array_mut().expect("rows");
        let row = rows.iter_mut().find(|row| row["ref"] == "SP.09.06 BR").expect("the row is listed");
        row["parameters"] = value;
    });
    let sector = Profile::parse(&sector, &pack).expect("a profile may set the value");
    let row = sector.row("SP.09.06 BR").expect("the row");
    assert_eq!(row.parameters[0].value, "180 days", "the value comes from owner or sector, beside the row");
}

#[test]
fn provider_11_the_process_is_evaluated_and_not_the_features_of_a_product() {
    let pack = part_2_4();
    let guidance = guidance(&pack);
    for own in &guidance.rows {
        let of = |class: &str| own.evidence.iter().any(|e| e.class == class);
        assert!(
            of("procedure") && of("competence"),
            "{}: what is looked at is how the provider works",
            own.id
        );
        for product in ["requirement_test", "security_test", "evaluator_test", "user_guidance"] {
            assert!(!of(product), "{}: {product} would be about a product", own.id);
        }
        assert!(own.test_cases.is_empty(), "{}: a service has no test bench", own.id);
    }
    let desk = desk();
    let tested = desk.refuses_record(pass(ROW, 2, &["test.pdf"]));
    assert_eq!(tested, Some("ml2-needs-procedure-and-competence"), "a test of a product shows no process");
    let native = RecordRow {
        row: Some(RowKey::read(ROW)),
        fulfilment: Some((Fulfilment::ByComponent, None, None)),
        ..RecordRow::default()
    };
    let rule = desk.refuses_record(native);
    assert_eq!(rule, Some("fulfilment-only-for-components"), "no component fulfils a row of 2-4");
    let types = desk.refuses("lead", set("object.types", json!(["EDR"])));
    assert_eq!(types, Some("field-of-other-object"), "and none is what is evaluated");
}

#[test]
fn provider_12_subcontractor_rows_are_not_answered_by_own_staff() {
    let pack = part_2_4();
    let guidance = guidance(&pack);
    for number in ["SP.01.01", "SP.01.03", "SP.01.04"] {
        let (base, row) = (format!("{number} BR"), format!("{number} RE(1)"));
        let own = pack.requirement(&row).expect("a row");
        assert!(own.label.contains("ubcontractor"), "{row} is about subcontractors: {}", own.label);
        let warned = own.notes.iter().any(|note| note.contains("own staff does not answer"));
        assert!(warned, "{row}: the assessor is told so at the row");
        let not_enough = &guidance.rows.iter().find(|one| one.id == row).expect("guidance").not_enough;
        assert!(not_enough.iter().any(|text| text.contains("own employees")), "{row}: {not_enough:?}");
        let mut rows = passed(&pack, &["integration"], 2);
        rows.retain(|one| one.requirement != row);
        let found = conclude_provider(&pack, &["integration"], rows, &[]);
        let missing: Vec<&str> = found.missing.iter().map(|m| m.subject.as_str()).collect();
        assert!(
            missing.contains(&row.as_str()),
            "{base} passed for own staff leaves {row} open: {missing:?}"
        );
    }
    asked_for(&pack, &["object.subcontractors"], EVERY, "who else works there is said, or that nobody does");
}

#[test]
fn provider_13_ids_keep_their_meaning() {
    let pack = part_2_4();
    for row in pack.requirements.iter().filter(|row| row.id.starts_with("SP.02.")) {
        let label = row.label.to_lowercase();
        for invented in ["access control", "authentication", "patch"] {
            assert!(!label.contains(invented), "{}: an invented meaning: {label}", row.id);
        }
        assert_eq!(row.group, "Assurance", "{}: SP.02 is about assurance", row.id);
    }
    let label = |id: &str| pack.requirement(id).map(|row| row.label.to_lowercase()).unwrap_or_default();
    assert!(label("SP.02.02 BR").contains("security analysis tools"), "{}", label("SP.02.02 BR"));
    assert!(label("SP.02.03 BR").contains("hardening"), "{}", label("SP.02.03 BR"));
    let desk = desk();
    for wrong in ["62443-2-1 SP.02.02", "SP.02.02", "SP.02.04 BR", "SP.13.01 BR"] {
        let rule = desk.refuses_record(pass(&format!("{wrong} @integration"), 2, MANAGED));
        assert_eq!(rule, Some("unknown-requirement"), "{wrong} is no requirement of 2-4");
    }
}

#[test]
fn provider_14_the_edition_is_fixed_and_nothing_migrates_by_itself() {
    let (new, old) = (part_2_4(), load(PACK_2_4_EDITION_1));
    assert_eq!(
        (new.document.as_str(), new.edition.as_str()),
        ("IEC 62443-2-4", "2023"),
        "the edition is named"
    );
    assert_eq!(
        (old.edition.as_str(), old.amendments.len()),
        ("2015", 1),
        "2015 with its amendment is another"
    );
    assert!(old.unproven && !new.unproven, "a list of edition 1 that nobody checked says so");
    let mut desk = Desk::opened(old.clone());
    let change = edition_change(&old, &new);
    let why = |id: &str| change.review.iter().find(|one| one.id == id).map(|one| one.why);
    assert_eq!(why("SP.01.01 BR"), None, "this row is the same to the letter in both");
    assert_eq!(why("SP.01.04 BR"), Some(EditionDifference::Changed), "this one is not");
    assert_eq!(why("SP.11.02 RE(2)"), Some(EditionDifference::Added), "and this one is new");
    assert!(
        !Diff::between(&old, &new).carries_over("SP.01.04 BR"),
        "no answer carries over to another content"
    );
    for row in [ROW, "SP.01.04 BR @integration"] {
        desk.done("lead", Request::Record(pass(row, 2, MANAGED)));
    }
    let pinned = Some(old.digest.to_string());
    assert_eq!(desk.state.checklist_sha256(), pinned, "the opening pins the bytes of the pack");
    desk.checklist = new.clone();
    assert_eq!(desk.state.checklist_sha256(), pinned, "a newer pack beside it changes nothing");
    desk.checklist = old;
    let moved = |reason: &str| Request::MoveEdition { to: Box::new(new.clone()), reason: reason.to_owned() };
    assert_eq!(
        desk.refuses("lead", moved("")),
        Some("edition-needs-reason"),
        "a move is asked for and reasoned"
    );
    desk.done("lead", moved("The contract names edition 2"));
    assert_eq!(desk.state.checklist_sha256(), Some(new.digest.to_string()), "then the other pack is pinned");
    assert_eq!(desk.standing(ROW), Some(AnyVerdict::Pass), "what is the same stands");
    assert_eq!(desk.standing("SP.01.04 BR @integration"), None, "what changed is open again");
    let ever = desk.state.history("row:SP.01.04 BR @integration", "verdict").len();
    assert_eq!(ever, 1, "and its verdict under edition 1 is kept in the history");
}

#[test]
fn provider_15_labels_are_our_own_and_the_standard_comes_from_the_licensee() {
    for bytes in PACKS {
        let pack = load(bytes);
        for row in &pack.requirements {
            let texts = [&row.label].into_iter().chain(&row.sub_points).chain(&row.notes);
            for text in texts {
                let shall = text.split(|c: char| !c.is_alphabetic()).any(|word| word == "shall");
                assert!(!shall, "{}: a normative sentence in place of a label: {text}", row.id);
            }
            let short = row.label.len() <= 100 && !row.label.contains(". ");
            assert!(short, "{}: a label, not a text: {}", row.id, row.label);
        }
        for field in ["text", "requirement", "rationale"] {
            let found = spoiled(bytes, field, json!("The service provider shall have the capability"));
            assert!(
                found.contains(&"checklist-unknown-field"),
                "{}: no place for {field}: {found:?}",
                pack.id
            );
        }
    }
    let pack = part_2_4();
    let words = "Words of the standard as the licensee typed them";
    let licensed = |edition: &str| {
        json!({"schema": "assay-text/1", "checklist": pack.id, "document": pack.document, "edition": edition,
            "language": "en", "licensee": "Example", "texts": [{"id": "SP.01.01 BR", "text": words}]})
        .to_string()
    };
    let text = TextPack::parse(licensed("2023").as_bytes(), &pack).expect("a user may load his own copy");
    assert_eq!(text.text("SP.01.01 BR"), Some(words), "it is shown beside our label");
    assert!(!format!("{text:?}").contains("licensee typed"), "and stands in no log");
    let kept = serde_json::to_string(&pack).expect("a pack can be written");
    assert!(!kept.contains(words), "nor in the checklist that is handed on");
    let other = codes(TextPack::parse(licensed("2015").as_bytes(), &pack));
    assert_eq!(other, ["checklist-other-checklist"], "the text of edition 1 is not shown beside edition 2");
}

#[test]
fn provider_16_documents_have_their_real_type_and_a_profile_adds_no_requirement() {
    let register = SeriesRegister::parse(SERIES).expect("the shipped register is good");
    for (id, kind) in [("62443-6-1", "TS"), ("62443-1-5", "TS"), ("62443-2-4", "IS")] {
        let document = register.document(id).expect("a document");
        assert_eq!(document.actual.document_type.as_deref(), Some(kind), "{id} is of this type");
        assert!(
            document.actual.status.starts_with("published"),
            "{id} is no draft: {}",
            document.actual.status
        );
    }
    let x = register.document("Profile X").expect("the overview lists it");
    assert_eq!(x.actual.designation, None, "there is no such document");
    assert_eq!(part_2_4().method, "IEC TS 62443-6-1:2024", "the method is called what it is");
    let read = |change: &dyn Fn(&mut serde_json::Value)| {
        codes(Profile::parse(&water(|profile| change(profile)), &part_2_4()))
    };
    assert_eq!(read(&|_| {}), [] as [&str; 0], "the profile of the example is good");
    let added = read(&|p| p["requirements"][0]["ref"] = json!("SP.13.01 BR"));
    assert!(added.contains(&"checklist-unknown-row"), "a profile selects, it adds no row: {added:?}");
    let reworded = read(&|p| p["requirements"][0]["label"] = json!("Our own requirement"));
    assert!(reworded.contains(&"checklist-overrides"), "nor does it change one: {reworded:?}");
    let official = read(&|p| p["is_official_62443_5"] = json!(true));
    assert!(
        official.contains(&"checklist-official-profile"),
        "no part of 62443-5 is published: {official:?}"
    );
}

#[test]
fn provider_17_nobody_reviews_or_decides_what_he_evaluated() {
    let mut desk = desk();
    let both = Request::Enroll(card("eva", &[Role::Evaluator, Role::Reviewer]));
    assert_eq!(desk.refuses("lead", both), Some("roles-conflict"), "one card does not hold both roles");
    desk.done("lead", Request::Enroll(card("eva", &[Role::Evaluator])));
    desk.done("eva", Request::Record(pass(ROW, 2, MANAGED)));
    for role in [Role::Reviewer, Role::DecisionMaker] {
        let switched = desk.refuses("lead", Request::Enroll(card("eva", &[role])));
        assert_eq!(switched, Some("roles-conflict"), "a new role does not undo that she evaluated");
    }
    // What a program without this rule might have written.
    let forced = evaluation::event::to_payload(&card("eva", &[Role::Reviewer])).expect("a payload");
    desk.write("lead", evaluation::kind::ACTOR_ENROLL, forced);
    assert_eq!(desk.refuses("eva", accept()), Some("reviewer-evaluated"), "the rule looks at what was done");
    let decided = desk.refuses("eva", decision(DecisionResult::Granted));
    assert_eq!(decided, Some("decider-evaluated"), "and so it does for the decision");
    let named = desk.refuses("lead", accept());
    assert_eq!(
        named,
        Some("needs-reviewer"),
        "the lead is no reviewer, whatever name he writes into a field"
    );
}

#[test]
fn provider_18_a_reviewer_edits_no_verdict_and_a_change_ends_review_and_decision() {
    let mut desk = Desk::granted(part_2_4());
    let refused =
        [("rita", "reviewer-never-edits"), ("dora", "needs-evaluator"), ("carl", "needs-evaluator")];
    for (person, expected) in refused {
        let rule = desk.refuses(person, Request::Record(pass(ROW, 2, MANAGED)));
        assert_eq!(rule, Some(expected), "{person} sets no verdict");
    }
    let mut silent = pass(ROW, 2, MANAGED);
    silent.verdict.as_mut().expect("a verdict").rationale = " ".to_owned();
    assert_eq!(desk.refuses_record(silent), Some("verdict-needs-rationale"), "no verdict without a reason");
    assert!(positive_decision(&desk.state), "the decision stands");
    desk.done("lead", Request::Record(pass(ROW, 2, MANAGED)));
    assert!(!positive_decision(&desk.state), "even the same verdict set anew is not what was decided on");
    for rule in ["gate-review-outdated", "gate-decision-outdated"] {
        assert!(desk.gate(ReportKind::CertificationBody, rule), "{rule}: the report waits for both");
    }
}

#[test]
fn provider_19_no_positive_decision_beside_an_open_major_and_no_certificate_without_its_data() {
    let mut desk = Desk::evaluated(part_2_4());
    desk.done("lead", Request::RaiseFinding(nonconformity(ROW, Grade::Major)));
    desk.done("rita", accept());
    let granted = desk.refuses("dora", decision(DecisionResult::Granted));
    assert_eq!(
        granted,
        Some("grant-with-open-major"),
        "an open major and a positive decision exclude each other"
    );
    assert_eq!(desk.refuses("dora", decision(DecisionResult::Refused)), None, "refusing is possible");

    let body = ReportKind::CertificationBody;
    let mut desk = Desk::granted(part_2_4());
    desk.done("dora", set("certificate.effective", json!("2026-05-31")));
    assert!(
        desk.gate(body, "gate-effective-before-decision"),
        "a certificate holds from the decision of 2026-06-01 on, not before"
    );
    let mut desk = Desk::evaluated(part_2_4());
    desk.done("rita", accept());
    desk.done("dora", decision(DecisionResult::Granted));
    let missing: Vec<String> = desk.gates(body).into_iter().map(|(_, place)| place).collect();
    for name in ["certificate.scope", "certificate.expiry", "certificate.effective"] {
        assert!(
            missing.iter().any(|place| place == name),
            "{name} is part of every certificate: {missing:?}"
        );
    }
    let why = "what the statement covers is said before it is made";
    asked_for(&part_2_4(), &["object.services", "object.exclusions"], EVERY, why);
}

#[test]
fn provider_20_a_finding_rests_on_evidence_and_only_the_evaluator_closes_it() {
    let mut desk = desk();
    let without = NewFinding { evidence: Vec::new(), ..nonconformity(ROW, Grade::Major) };
    let rule = desk.refuses("lead", Request::RaiseFinding(without));
    assert_eq!(rule, Some("finding-needs-evidence"), "no finding without objective evidence");
    let nowhere = NewFinding { row: None, ..nonconformity(ROW, Grade::Major) };
    let rule = desk.refuses("lead", Request::RaiseFinding(nowhere));
    assert_eq!(rule, Some("finding-needs-subject"), "nor without a requirement");
    let bare = verdict(ROW, AnyVerdict::Fail, &["test.pdf"]);
    assert_eq!(desk.refuses_record(bare), Some("fail-needs-finding"), "and no fail without a finding");

    desk.done("lead", Request::Record(failed(ROW, AnyVerdict::Fail, Grade::Major)));
    let step = |state, evidence: &[&str]| Request::MoveFinding {
        finding: "F-1".to_owned(),
        state,
        note: "As seen".to_owned(),
        due: None,
        evidence: evidence.iter().map(|name| sha(name)).collect(),
        answer: None,
        method: None,
    };
    desk.done("carl", step(FindingState::Accepted, &[]));
    desk.done("carl", step(FindingState::Implemented, &[]));
    let closed = step(FindingState::Closed, &["record.csv"]);
    assert_eq!(desk.refuses("carl", closed.clone()), Some("needs-evaluator"), "the client does not close it");
    let blind = desk.refuses("lead", step(FindingState::Closed, &[]));
    assert_eq!(blind, Some("closing-needs-evidence"), "the evaluator looks before he closes it");
    let early = desk.refuses_record(pass(ROW, 2, MANAGED));
    assert_eq!(early, Some("finding-open"), "the row does not pass before");
    desk.done("lead", closed);
    desk.done("lead", Request::Record(pass(ROW, 2, MANAGED)));
    let history = desk.state.verdict_history(&RowKey::read(ROW));
    let history: Vec<AnyVerdict> = history.into_iter().map(|v| v.value.verdict).collect();
    assert_eq!(history, [AnyVerdict::Fail, AnyVerdict::Pass], "the first verdict is never overwritten");
}

#[test]
fn provider_21_sampling_is_recorded_with_its_population() {
    let why = "who chose which projects out of which is part of the result";
    asked_for(&part_2_4(), &["sampling.population", "sampling.method", "sampling.sample"], NOT_OWN, why);
    let desk = desk();
    let by_client = desk.refuses("carl", set("sampling.sample", json!(["P01"])));
    assert_eq!(by_client, Some("needs-evaluator"), "the client does not pick the projects");
}

#[test]
fn provider_22_evidence_is_more_than_a_file_name_and_serves_one_maturity_level() {
    let mut desk = desk();
    let untitled = EvidenceAdd { title: " ".to_owned(), ..item("plan.pdf", "procedure") };
    assert_eq!(desk.refuses("lead", Request::AddEvidence(untitled)), Some("title-empty"), "it has a title");
    let kept = desk.state.evidence_item(&sha("record.csv")).expect("on file").value;
    let said = (kept.revision.as_deref(), kept.date.as_deref(), kept.project.as_deref());
    assert_eq!(said, (Some("B"), Some("2026-02-03"), Some("P01")), "revision, day and project are kept");
    let unknown = verdict(ROW, AnyVerdict::Fail, &["unregistered.pdf"]);
    assert_eq!(desk.refuses_record(unknown), Some("unknown-evidence"), "a name nobody registered is none");
    // The same bytes as procedure and as record of practice.
    let all = ["procedure.pdf", "competence.csv", "record.csv"];
    assert_eq!(desk.refuses_record(pass(ROW, 3, &all)), None, "two files: ML 3 stands");
    let twice = ["procedure.pdf", "competence.csv", "procedure.pdf"];
    let rule = desk.refuses_record(pass(ROW, 3, &twice));
    assert_eq!(rule, Some("ml3-needs-dated-record"), "the ML 2 file is not named again for ML 3");
    desk.done("lead", Request::AddEvidence(item("procedure.pdf", "execution_record")));
    let rule = desk.refuses_record(pass(ROW, 3, &twice));
    assert_eq!(
        rule,
        Some("ml2-needs-procedure-and-competence"),
        "called a record, the file is the procedure no longer: one file, one class"
    );
}

#[test]
fn provider_23_personal_and_confidential_data_can_stay_out() {
    let pack = part_2_4();
    for id in ["SP.01.04 BR", "SP.01.04 RE(1)"] {
        let notes = &pack.requirement(id).expect("a row").notes;
        let told = notes.iter().any(|note| note.contains("Record the confirmation, not the report"));
        assert!(told, "{id}: a background check is not collected: {notes:?}");
    }
    let mut desk = desk();
    let vague = EvidenceAdd { confidentiality: "internal".to_owned(), ..item("p.pdf", "procedure") };
    let rule = desk.refuses("lead", Request::AddEvidence(vague));
    assert_eq!(rule, Some("unknown-confidentiality"), "how confidential a file is, is said in known words");
    let withhold =
        |reason: &str| Request::WithholdEvidence { sha256: sha("record.csv"), reason: reason.to_owned() };
    assert_eq!(
        desk.refuses("lead", withhold("")),
        Some("withholding-needs-reason"),
        "taking it out is reasoned"
    );
    desk.done("lead", Request::Record(pass(ROW, 3, &["procedure.pdf", "competence.csv", "record.csv"])));
    desk.done("lead", withhold("Names of persons"));
    assert_eq!(desk.standing(ROW), Some(AnyVerdict::Pass), "what rested on it stands without its bytes");
    let link = Request::LinkEvidence {
        row: Some(RowKey::read(ROW)),
        activity: None,
        evidence: vec![sha("record.csv")],
        linked: true,
    };
    assert_eq!(desk.refuses("lead", link), Some("evidence-withheld"), "it is not handed round again");
}

#[test]
fn provider_24_competence_impartiality_and_party_are_recorded() {
    let mut desk = Desk::granted(part_2_4());
    let body = ReportKind::CertificationBody;
    for (competence, impartiality) in [(None, Some("No ties")), (Some("2-4"), Some(" "))] {
        let mut lacking = card("rita", &[Role::Reviewer]);
        lacking.competence = competence.map(str::to_owned);
        lacking.impartiality = impartiality.map(str::to_owned);
        desk.done("lead", Request::Enroll(lacking));
        assert!(desk.gate(body, "gate-person-record"), "each person's competence and ties are on record");
    }
    desk.done("lead", Request::Enroll(card("rita", &[Role::Reviewer])));
    assert_eq!(desk.gates(body), [], "with both nothing stands against it");
    for party in ["first", "second"] {
        desk.done("lead", set("independence.party", json!(party)));
        assert!(desk.gate(body, "gate-party"), "a {party} party is no certification body");
    }
    let why = "who advised the provider is told before anybody relies on the result";
    let fields = ["independence.relationship", "independence.conflict_review"];
    asked_for(&part_2_4(), &fields, NOT_OWN, why);
    asked_for(&part_2_4(), &["independence.party"], EVERY, "first, second or third party is always said");
}

#[test]
fn provider_25_a_claim_taken_in_is_never_a_verdict() {
    let mut desk = desk();
    let everything: Vec<String> =
        rows(&desk.state, &desk.checklist).iter().map(ToString::to_string).collect();
    let everything: Vec<&str> = everything.iter().map(String::as_str).collect();
    let before = desk.conclude();
    desk.done("lead", import(&everything));
    let row = desk.state.row(&RowKey::read(ROW));
    assert_eq!(row.claims[0].value.meaning.as_deref(), Some("met"), "the answer is kept as a claim");
    assert!(row.verdict.is_none(), "and sets no verdict");
    assert_eq!(desk.conclude(), before, "246 answers \"met\" change nothing in the conclusion");
    assert!(!before.is_positive() && !before.missing().is_empty(), "which is still unfinished");
    assert!(desk.state.evaluators().is_empty(), "and nobody has evaluated");
    let answered = desk.refuses_record(pass(ROW, 1, &["answers.xlsx"]));
    assert_eq!(answered, Some("claim-is-not-evidence"), "the answers are no evidence for themselves");
}

#[test]
fn provider_26_meetings_opinions_deviations_and_remote_work_are_reported() {
    let fields = [
        "conduct.meetings",
        "conduct.diverging_opinions",
        "conduct.plan_deviations",
        "conduct.on_site_and_remote",
    ];
    asked_for(&part_2_4(), &fields, NOT_OWN, "\"none\" is an answer, silence is not");
    let none = evaluation::case::field("conduct.plan_deviations").map(|f| check(f.shape, &json!([])));
    assert_eq!(none, Some(Ok(())), "the empty list says that there was none");
}

#[test]
fn provider_27_words_of_a_certification_body_are_its_own() {
    use ReportKind::{CertificationBody, IndependentAssessment, SelfDeclaration};
    for kind in [SelfDeclaration, IndependentAssessment] {
        for text in ["This is a certificate.", "We are certified by us.", "IECEE certification"] {
            assert!(reserved_word(text, kind, true).is_some(), "{kind:?} may not write {text:?}");
        }
    }
    assert!(
        reserved_word("Certified.", CertificationBody, false).is_some(),
        "nor may a body before its positive decision"
    );
    assert_eq!(reserved_word("Certified.", CertificationBody, true), None, "after it, it may");
    let mut desk = desk();
    desk.done("lead", set("report.remarks", json!("Certified by Assay")));
    assert!(desk.gate(SelfDeclaration, "gate-reserved-word"), "the report is not issued with it");
    let mut desk = Desk::evaluated(part_2_4());
    desk.done("rita", accept());
    desk.done("dora", decision(DecisionResult::Refused));
    desk.done("dora", set("certificate.number", json!("1")));
    let rule = "gate-certificate-without-decision";
    assert!(desk.gate(CertificationBody, rule), "data of a certificate need a positive decision");
    let logo = FIELDS.iter().find(|f| ["logo", "mark", "seal"].iter().any(|w| f.name.ends_with(w)));
    assert!(logo.is_none(), "there is no place for a logo: {logo:?}");
}

#[test]
fn provider_28_nobody_calls_the_record_tamper_proof() {
    for kind in ReportKind::ALL {
        for text in ["A tamper-proof record", "Tamperproof"] {
            assert!(
                reserved_word(text, kind, true).is_some(),
                "{kind:?}: the trail makes changes evident only"
            );
        }
    }
    let mut desk = desk();
    desk.done("lead", set("report.limits", json!("The trail is TAMPER-PROOF.")));
    for kind in ReportKind::ALL {
        assert!(desk.gate(kind, "gate-reserved-word"), "{kind:?}: no report is issued with it");
    }
}

#[test]
fn provider_29_each_person_has_a_key_of_his_own() {
    let mut desk = desk();
    let borrowed =
        evaluation::event::ActorEnroll { key: card("lead", &[]).key, ..card("eva", &[Role::Evaluator]) };
    let rule = desk.refuses("lead", Request::Enroll(borrowed.clone()));
    assert_eq!(rule, Some("not-a-key"), "a card does not put two people behind one key");
    let forced = evaluation::event::to_payload(&borrowed).expect("a payload");
    desk.write("lead", evaluation::kind::ACTOR_ENROLL, forced);
    let rule = desk.refuses("eva", Request::Record(pass(ROW, 2, MANAGED)));
    assert_eq!(rule, Some("needs-evaluator"), "and such a card admits nobody, whoever wrote it");
    desk.done("lead", Request::Record(pass(ROW, 2, MANAGED)));
    let set_by = desk.state.row(&RowKey::read(ROW)).verdict.map(|v| v.chain);
    assert_eq!(set_by, Some(crate::desk::chain("lead")), "a verdict stands under the key that set it");
}

#[test]
fn provider_30_tuples_add_up_and_can_be_counted_again_from_the_rows() {
    let pack = part_2_4();
    let mut rows = passed(&pack, BOTH, 2);
    let verdicts = [
        Some(ProviderVerdict::Pass),
        Some(ProviderVerdict::Fail),
        Some(ProviderVerdict::NotApplicable),
        Some(ProviderVerdict::NotEvaluated),
        None,
    ];
    for (n, row) in rows.iter_mut().enumerate() {
        row.verdict = verdicts[(n + n / 7) % verdicts.len()];
    }
    let found = conclude_provider(&pack, BOTH, rows.clone(), &[]);
    let tables = found.by_role.iter().map(|role| &role.tuples).chain([&found.tuples]);
    for lines in tables {
        let (all, groups) = lines.split_last().expect("a total");
        for line in lines {
            let sum = line.ra + line.nar + line.fail + line.not_evaluated.total();
            assert_eq!(sum, line.tr, "{}: every requirement is counted once", line.group);
        }
        for (group, line) in pack.tuple_groups().zip(groups) {
            assert_eq!(
                (&group.id, group.total),
                (&line.group, line.tr),
                "TR is the constant of the standard"
            );
        }
        assert_eq!(groups.iter().map(|line| line.ra).sum::<u32>(), all.ra, "the total is the sum");
        assert_eq!(all.tr, 123, "2-4:2023 has 123 requirements");
    }
    let fails =
        |id: &&String| rows.iter().any(|r| r.requirement == **id && r.verdict == Some(ProviderVerdict::Fail));
    let failing = pack.requirements.iter().map(|r| &r.id).filter(fails).count();
    assert!(failing > 10, "the rows of this test must hold failing ones");
    assert_eq!(total(&found.tuples).fail as usize, failing, "a reader counts the same from the rows");
}

#[test]
fn provider_31_the_result_is_about_units_sites_services_and_roles() {
    let fields = ["object.legal_entity", "object.program", "object.units", "object.sites", "object.services"];
    asked_for(&part_2_4(), &fields, EVERY, "\"the company\" is no object of an evaluation");
    let pack = part_2_4();
    let mut desk = Desk::opened(pack.clone());
    desk.done("lead", set("object.roles", json!(["maintenance"])));
    let rule = desk.refuses_record(pass(ROW, 2, MANAGED));
    assert_eq!(rule, Some("role-not-declared"), "nothing is evaluated for a role that is not in the scope");
    let found = conclude_provider(&pack, BOTH, passed(&pack, &["maintenance"], 2), &[]);
    assert!(
        matches!(found.outcome, ProviderOutcome::Unfinished { .. }),
        "maintenance alone says nothing about integration"
    );
}

#[test]
fn provider_32_part_2_4_is_about_integration_as_well_as_maintenance() {
    let register = SeriesRegister::parse(SERIES).expect("the shipped register is good");
    let document = register.document("62443-2-4").expect("a document");
    let phase = document.actual.lifecycle_phase.as_deref().unwrap_or_default();
    assert!(phase.contains("Develop & implement") && phase.contains("Maintain"), "both phases: {phase}");
    assert!(
        document.differs.contains(&Subject::LifecyclePhase),
        "where an overview says less, both are shown"
    );
    let roles = FIELDS.iter().find(|f| f.shape == Shape::ProviderRoles).expect("the roles");
    for role in BOTH {
        assert_eq!(check(roles.shape, &json!([role])), Ok(()), "{role} is a role of 2-4");
    }
    assert_eq!(part_2_4().object, Object::ServiceProvider, "and the provider is what is evaluated");
}

#[test]
fn provider_20_a_failing_row_is_excused_only_by_an_accepted_plan() {
    let pack = part_2_4();
    let with = |findings: &[evaluation::verdict::OpenFinding]| {
        let mut rows = passed(&pack, &["integration"], 2);
        row_of(&mut rows, "SP.01.01 BR").verdict = Some(ProviderVerdict::Fail);
        conclude_provider(&pack, &["integration"], rows, findings)
    };
    let planned = with(&[open_finding("SP.01.01 BR", Grade::Minor, true)]);
    assert_eq!(planned.failed_with_plan, ["SP.01.01 BR"], "a minor one with an accepted plan is told apart");
    assert!(planned.outcome.is_positive(), "and limits the statement");
    for bad in [
        vec![],
        vec![open_finding("SP.01.01 BR", Grade::Minor, false)],
        vec![open_finding("SP.01.01 BR", Grade::Major, true)],
        vec![open_finding("SP.01.01 BR", Grade::Observation, true)],
    ] {
        let found = with(&bad);
        assert!(!found.outcome.is_positive(), "nothing else excuses a fail: {bad:?}");
        assert!(found.failed_with_plan.is_empty(), "nor is it told as excused: {bad:?}");
    }
    let Conclusion::ServiceProvider(empty) = desk().conclude() else { panic!("a provider") };
    assert!(matches!(empty.outcome, ProviderOutcome::Unfinished { .. }), "an empty case says nothing");
}
