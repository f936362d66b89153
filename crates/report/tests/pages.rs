//! What a reader sees on the pages, for all six combinations of object and kind.

mod sample;

use report::contents::*;
use report::pdf::Rendering;
use report::{Kind, RenderProblem, json, pdf};

fn pages(contents: &report::Contents) -> String {
    pdf::text(contents, &sample::words(), Rendering::Full)
        .unwrap_or_else(|problem| panic!("the sample is drawn: {problem}"))
        .join("\n")
}

/// Text without line breaks, for sentences that may be broken anywhere.
fn flat(contents: &report::Contents) -> String {
    pages(contents).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_row_of_the_checklist_stands_in_every_report() {
    for (name, contents) in sample::all() {
        let text = flat(&contents);
        for row in &contents.rows {
            assert!(text.contains(&row.id), "{name}: row {} must not be dropped", row.id);
        }
        for item in &contents.evidence {
            assert!(text.contains(&item.id), "{name}: evidence {} must be listed", item.id);
        }
        for finding in &contents.findings {
            assert!(text.contains(&finding.id), "{name}: finding {} must be listed", finding.id);
        }
    }
}

#[test]
fn the_component_sample_has_the_126_rows_and_the_tuples_add_up_to_141() {
    let contents = sample::component(Kind::SelfDeclaration);
    assert_eq!(contents.rows.len(), 126, "4 constraints, 73 base requirements, 49 enhancements");
    let Conclusion::Component(conclusion) = &contents.conclusion else { panic!("a component") };
    let total = conclusion.tuples.last().expect("a total line");
    assert_eq!((total.group.as_str(), total.tr), ("total", 141), "headings count in TR");
}

#[test]
fn reserved_words_do_not_stand_in_reports_of_the_first_and_second_kind() {
    let mut all = sample::all();
    for kind in sample::KINDS {
        all.push(("everything recorded".to_owned(), sample::process::component(kind)));
        all.push(("everything recorded".to_owned(), sample::process::provider(kind)));
    }
    for (name, mut contents) in all {
        if contents.report.kind == Kind::CertificationBody {
            continue;
        }
        for row in &mut contents.rows {
            // Public-key certificates are a technology that requirements and their reasons name.
            row.label.clear();
            row.justification = row.justification.as_ref().map(|_| "reason".to_owned());
        }
        let summary = pdf::text(&contents, &sample::words(), Rendering::Summary).expect("drawn").join(" ");
        let text = (flat(&contents) + &summary).to_lowercase();
        for word in ["certificat", "certified", "certify", "accredited by", "approved by"] {
            assert!(!text.contains(word), "{name}: {word:?} is reserved to a certification body");
        }
    }
}

#[test]
fn words_that_nobody_may_use_stand_in_no_report() {
    for (name, contents) in sample::all() {
        let summary = pdf::text(&contents, &sample::words(), Rendering::Summary).expect("drawn").join(" ");
        let text = flat(&contents) + &summary.split_whitespace().collect::<Vec<_>>().join(" ");
        for word in ["tamper-proof", "tamperproof", "62443 tier", "compliant", "% conform", "score of"] {
            assert!(!text.to_lowercase().contains(word), "{name}: {word:?} overclaims");
        }
        let presumption = text.replace("No presumption of conformity", "");
        assert!(!presumption.contains("presumption"), "{name}: none may be claimed");
    }
}

#[test]
fn no_fixed_text_holds_a_percentage_or_a_reserved_word_of_another_kind() {
    for (id, text) in sample::words() {
        if id.starts_with("report-problem")
            || id.starts_with("report-untrue")
            || id.starts_with("report-replaced")
        {
            continue;
        }
        assert!(!text.contains('%'), "{id}: results are counts and verdicts, never percentages");
        let body_only = [
            "report-certificate",
            "report-section-certificate",
            "report-kind-certification_body",
            "report-statement-certification_body",
            "report-validity-certification_body",
            "report-look",
        ];
        if !body_only.iter().any(|prefix| id.starts_with(prefix)) {
            let lower = text.to_lowercase();
            assert!(
                !lower.contains("certif"),
                "{id}: the word is reserved to the certification body's report"
            );
        }
    }
}

#[test]
fn the_levels_are_seven_values_and_never_one_number() {
    let text = flat(&sample::component(Kind::CertificationBody)).replace('\u{a0}', " ");
    assert!(
        text.contains("FR 1: SL 1, FR 2: SL 2, FR 3: SL 2, FR 4: SL 1, FR 5: SL 1, FR 6: SL 1, FR 7: SL 2"),
        "the statement names the level of the component itself for each requirement"
    );
}

#[test]
fn a_negative_result_says_so_first_and_gives_no_statement() {
    let all = pdf::text(&sample::component(Kind::IndependentAssessment), &sample::words(), Rendering::Full)
        .expect("drawn");
    let cover = all.first().expect("a cover").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        cover.contains("does not meet the claimed requirements"),
        "the result stands on the cover: {cover}"
    );
    assert!(cover.contains("No statement of conformity is given"), "and that no statement is given");
    assert!(!all.join(" ").contains("conforms to"), "nowhere is conformity stated");
}

#[test]
fn the_sha256_of_the_data_stands_on_the_cover_and_the_data_in_the_file() {
    let contents = sample::small_provider(Kind::SelfDeclaration);
    let digest = json::digest(&contents).expect("a digest").to_string();
    let text = pages(&contents).replace(['\n', ' '], "");
    assert!(text.contains(&digest), "a reader compares it with the embedded data set");
    let pdf = pdf::render(&contents, &sample::words(), Rendering::Full).expect("drawn");
    let bytes = String::from_utf8_lossy(&pdf.bytes);
    assert!(
        bytes.contains("/AFRelationship /Data") || bytes.contains("/AFRelationship/Data"),
        "the data set is attached as data"
    );
    assert!(bytes.contains(pdf::ATTACHMENT), "under its name");
}

#[test]
fn each_kind_has_its_signature_boxes_and_a_draft_has_none() {
    for kind in sample::KINDS {
        let mut contents = sample::small_component(kind);
        let drawn = pdf::render(&contents, &sample::words(), Rendering::Full).expect("drawn");
        let places: Vec<&str> = drawn.boxes.iter().map(|b| b.place.as_str()).collect();
        assert_eq!(places, kind.signers(), "the boxes of {kind:?}");
        contents.report.draft = true;
        let draft = pdf::render(&contents, &sample::words(), Rendering::Full).expect("drawn");
        assert_eq!(draft.boxes, [], "a draft is not signed");
        assert!(flat(&contents).contains("Draft"), "and says so on the page");
    }
}

#[test]
fn empty_fields_are_said_to_be_empty() {
    let mut contents = sample::small_component(Kind::IndependentAssessment);
    contents.findings.clear();
    contents.evidence.clear();
    contents.activities.clear();
    contents.people.clear();
    contents.review = None;
    contents.integrity.checkpoint = None;
    contents.integrity.chains.clear();
    contents.report.signatures.clear();
    contents.client = Organisation::default();
    if let Object::Component(component) = &mut contents.object {
        *component = Component { name: "X".into(), ..Component::default() };
    }
    for row in &mut contents.rows {
        row.findings.clear();
        row.evidence.clear();
    }
    let text = flat(&contents);
    for sentence in [
        "No finding is recorded.",
        "No evidence is registered.",
        "No evaluation activity is recorded.",
        "No people are recorded.",
        "No technical review is recorded.",
        "No checkpoint is recorded.",
        "No chains are recorded.",
        "No digests of files are recorded.",
        "not recorded",
    ] {
        assert!(text.contains(sentence), "an empty section prints {sentence:?}");
    }
}

#[test]
fn what_people_wrote_is_printed_letter_by_letter() {
    let mut contents = sample::small_component(Kind::SelfDeclaration);
    let nasty = "#panic(\"x\") *b* $x$ @ref <lab> = {$object} \\ // `raw` #import \"a\"";
    contents.rows[0].rationale = nasty.into();
    contents.rows[1].label = "line one\r\nline two\n\n".into();
    contents.issuer.address = String::new();
    let text = flat(&contents);
    let wanted: String = nasty.split_whitespace().collect();
    assert!(text.replace(' ', "").contains(&wanted), "a rationale is text, never code or a placeholder");
}

#[test]
fn a_character_without_a_glyph_is_shown_by_code_point_and_reported() {
    let mut contents = sample::small_component(Kind::SelfDeclaration);
    contents.rows[0].rationale = "tested 😀 in 漢字 mode".into();
    let pdf = pdf::render(&contents, &sample::words(), Rendering::Full)
        .expect("one character must not stop a report");
    let shown: Vec<String> = pdf.replaced.iter().map(report::Replaced::shown).collect();
    assert_eq!(shown, ["⟨U+5B57⟩", "⟨U+6F22⟩", "⟨U+1F600⟩"], "each is reported");
    assert!(pdf.replaced.iter().all(|r| r.field == "rows[0].rationale"), "with its field");
    let text = flat(&contents).replace(' ', "");
    assert!(text.contains("⟨U+1F600⟩"), "and visible on the page");
}

#[test]
fn very_long_texts_are_neither_clipped_nor_lost() {
    let mut contents = sample::small_component(Kind::SelfDeclaration);
    let long: String = (0..2_000).map(|n| format!("word{n} ")).collect();
    contents.rows[1].rationale = long.clone();
    contents.rows[1].label = "A".repeat(300);
    let text = flat(&contents);
    for n in [0, 999, 1_999] {
        assert!(text.contains(&format!("word{n} ")), "word {n} must be on a page");
    }
}

#[test]
fn a_missing_text_stops_the_report_with_its_id() {
    let mut words = sample::words();
    words.remove("report-section-validity");
    let problem = pdf::render(&sample::small_component(Kind::SelfDeclaration), &words, Rendering::Full)
        .expect_err("a text is missing");
    assert_eq!(problem, RenderProblem::MissingWord("report-section-validity".into()), "the id says which");
}

#[test]
fn an_unknown_code_stops_the_report_with_the_id_of_its_text() {
    let mut contents = sample::small_component(Kind::SelfDeclaration);
    contents.rows[7].scope = "somewhere".into();
    let problem =
        pdf::render(&contents, &sample::words(), Rendering::Full).expect_err("no text for this code");
    assert_eq!(
        problem,
        RenderProblem::MissingWord("report-scope-somewhere".into()),
        "codes are never printed raw"
    );
}

#[test]
fn numbers_in_the_limits_come_from_the_tables() {
    let mut contents = sample::component(Kind::SelfDeclaration);
    for limit in &mut contents.statement.limited_by {
        if limit.code == "integration" {
            limit.args.insert("n".into(), "0".into());
        }
    }
    assert!(
        flat(&contents).contains("measures outside the component: 1."),
        "a sentence cannot state another number than the table"
    );
}

#[test]
fn a_draft_can_be_drawn_before_the_party_is_stated() {
    for (name, mut contents) in sample::all() {
        contents.independence.party.clear();
        let text = flat(&contents);
        assert!(text.contains("not recorded"), "{name}: a gap must be said, and not stop the draft");
    }
}
