//! How the pages are set, measured on the pages: nothing beyond the margins or over other text, no heading left
//! alone, however many rows there are and however long the words.
#![expect(clippy::indexing_slicing, reason = "a test that reaches for what is not there should fail")]

mod sample;

use report::contents::*;
use report::look::Look;
use report::pdf::{self, Fault, Rendering};
use report::{Kind, Words};

fn faults(contents: &report::Contents, words: &Words, rendering: Rendering) -> Vec<Fault> {
    pdf::faults(contents, words, rendering, &Look::default())
        .unwrap_or_else(|problem| panic!("the data set is drawn: {problem}"))
}

#[track_caller]
fn well_set(name: &str, contents: &report::Contents) {
    for language in ["en", "de"] {
        let words = sample::words_in(language);
        for rendering in [Rendering::Full, Rendering::Summary] {
            let found = faults(contents, &words, rendering);
            let told: Vec<String> = found.iter().take(8).map(ToString::to_string).collect();
            assert!(found.is_empty(), "{name}, {rendering:?}, {language}: {} faults: {told:#?}", found.len());
        }
    }
}

#[test]
fn every_sample_is_well_set_in_both_languages_and_renderings() {
    for (name, contents) in sample::all() {
        well_set(&name, &contents);
    }
}

const LONG: &str = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

/// 3,000 characters of a rationale, with a word of 80 letters now and then.
fn rationale() -> String {
    let mut text = String::new();
    while text.chars().count() < 3_000 {
        text.push_str("The witnessed test showed that the mechanism acts on all interfaces of the list. ");
        text.push_str(LONG);
        text.push_str(" was the name of the department that keeps the record. ");
    }
    text
}

#[test]
fn long_german_words_and_rationales_of_3000_characters_break_well() {
    for kind in sample::KINDS {
        let mut contents = sample::small_component(kind);
        let path =
            "C:\\Projects\\PLC200\\Docs\\Security\\Requirements\\2.4.1\\Traceability_Matrix_final_v7.xlsx";
        for (n, row) in contents.rows.iter_mut().enumerate() {
            row.rationale = rationale();
            row.label = LONG.to_owned();
            row.evaluator =
                Some("someone_with_a_very_long_account_name@subsidiary.example.invalid".to_owned());
            row.justification = row.justification.as_ref().map(|_| rationale());
            if n % 2 == 0 {
                row.claim = Some(ClaimText { answer: LONG.to_owned(), text: rationale(), origin: None });
            }
        }
        for activity in &mut contents.activities {
            activity.rationale = rationale();
            activity.label = LONG.to_owned();
        }
        for finding in &mut contents.findings {
            finding.statement = rationale();
            finding.plan = Some(rationale());
        }
        for evidence in &mut contents.evidence {
            evidence.title = format!("{LONG} {path}");
            evidence.file = Some(path.to_owned());
            evidence.withheld = Some(LONG.to_owned());
        }
        for person in &mut contents.people {
            person.competence = Some(rationale());
            person.organisation = LONG.to_owned();
        }
        contents.issuer.address = format!("{LONG}\n{path}");
        contents.conduct.objectives = rationale();
        contents.validity.limits = vec![rationale(), LONG.to_owned()];
        if let Object::Component(component) = &mut contents.object {
            component.name = format!("Nordwerk {LONG}");
            component.identifier = path.to_owned();
            component.description = rationale();
        }
        if let Some(review) = &mut contents.review {
            review.points = vec![rationale(), LONG.to_owned()];
        }
        well_set("long texts", &contents);
    }
}

/// A data set that has as many rows as wanted, in the groups of the sample.
fn grown(kind: Kind, rows: usize) -> report::Contents {
    let mut contents = sample::provider(kind);
    let own = contents.rows.clone();
    contents.rows = (0..rows)
        .filter_map(|n| {
            let mut row = own.get(n % own.len())?.clone();
            if n >= own.len() {
                row.component = Some(format!("Component {}", n / own.len()));
            }
            Some(row)
        })
        .collect();
    let Conclusion::ServiceProvider(conclusion) = &mut contents.conclusion else { panic!("a provider") };
    conclusion.row_counts.clear();
    conclusion.ml_distribution = [0; 4];
    for row in &contents.rows {
        *conclusion.row_counts.entry(row.verdict.code().to_owned()).or_default() += 1;
        if let (RowVerdict::Pass, Some(level)) = (row.verdict, row.evaluated_ml) {
            conclusion.ml_distribution[usize::from(level) - 1] += 1;
        }
    }
    contents
}

#[test]
fn a_table_of_500_rows_breaks_well() {
    let contents = grown(Kind::CertificationBody, 500);
    assert_eq!(report::check(&contents), [], "the grown data set does not contradict itself");
    let found = faults(&contents, &sample::words_in("de"), Rendering::Full);
    assert_eq!(found, [], "no row is cut, no heading stands alone");
}

#[test]
fn everything_that_may_be_recorded_is_well_set() {
    for kind in sample::KINDS {
        well_set("full component", &sample::process::component(kind));
        well_set("full provider", &sample::process::provider(kind));
    }
}

#[test]
fn a_draft_with_next_to_nothing_recorded_is_well_set() {
    for kind in sample::KINDS {
        let mut contents = sample::small_component(kind);
        contents.report.draft = true;
        contents.evidence.clear();
        contents.activities.clear();
        contents.people.clear();
        contents.findings.clear();
        contents.integrity.chains.clear();
        contents.report.signatures.clear();
        contents.client = Organisation::default();
        for row in &mut contents.rows {
            row.evidence.clear();
            row.findings.clear();
        }
        well_set("empty draft", &contents);
    }
}

#[test]
fn a_signature_box_leaves_room_and_stands_on_the_page() {
    for kind in sample::KINDS {
        for contents in [sample::small_component(kind), sample::small_provider(kind)] {
            for rendering in [Rendering::Full, Rendering::Summary] {
                let drawn = pdf::render(&contents, &sample::words(), rendering).expect("drawn");
                let places: Vec<&str> = drawn.boxes.iter().map(|b| b.place.as_str()).collect();
                assert_eq!(places, kind.signers(), "{rendering:?}: a box for each who signs");
                for one in &drawn.boxes {
                    let mm = 72.0 / 25.4;
                    assert!(one.width >= 70.0 * mm, "{}: 70 mm for a visible signature, {one:?}", one.place);
                    assert!(one.height >= 28.0 * mm, "{}: 28 mm in height, {one:?}", one.place);
                    assert!(one.x + one.width <= 190.5 * mm, "{}: inside the right margin", one.place);
                    assert!(one.y + one.height <= 276.5 * mm, "{}: above the foot of the page", one.place);
                    assert!(one.page <= drawn.pages, "{}: on a page of the file", one.place);
                }
            }
        }
    }
}

#[test]
fn the_measure_itself_sees_text_that_leaves_its_column() {
    // A word that the template is told not to break: an id is set in one piece.
    let mut contents = sample::small_component(Kind::SelfDeclaration);
    contents.rows[0].id = format!("CR {}", "9".repeat(80));
    let Conclusion::Component(conclusion) = &mut contents.conclusion else { panic!("a component") };
    conclusion.ccsc.clear();
    let found = faults(&contents, &sample::words(), Rendering::Full);
    assert!(!found.is_empty(), "an id of 80 digits cannot stand in its column: the test would be blind");
}
