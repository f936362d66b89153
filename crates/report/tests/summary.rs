//! The summary: what it leaves out, what it must not leave out, and what it says of the full report.

mod sample;

use report::pdf::{self, Rendering};
use report::{Contents, Kind, json, summary};
use serde_json::Value;

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn pages(contents: &Contents) -> String {
    let pages = pdf::text(contents, &sample::words(), Rendering::Summary);
    squeezed(&pages.unwrap_or_else(|problem| panic!("the summary is drawn: {problem}")).join("\n"))
}

/// Every text of the data set that a person wrote or that names a person, marked so that it can be found again.
/// Codes, dates, ids and what the checks compare stay as they are.
fn marked(contents: &Contents) -> (Contents, Vec<(String, String)>) {
    let mut value = serde_json::to_value(contents).expect("JSON");
    let mut marks = Vec::new();
    mark(&mut value, String::new(), &mut marks);
    (serde_json::from_value(value).expect("the same shape"), marks)
}

fn mark(value: &mut Value, path: String, marks: &mut Vec<(String, String)>) {
    match value {
        Value::String(text)
            if text.contains(' ')
                && !path.contains(".id")
                && !path.ends_with(".requirement")
                && !path.contains(".group") =>
        {
            let sign = format!("MARK{:04}", marks.len());
            *text = format!("{text} {sign}");
            marks.push((path, sign));
        }
        Value::Array(list) => {
            for (n, item) in list.iter_mut().enumerate() {
                mark(item, format!("{path}[{n}]"), marks);
            }
        }
        Value::Object(map) => {
            for (key, item) in map.iter_mut() {
                mark(item, format!("{path}.{key}"), marks);
            }
        }
        _ => {}
    }
}

/// What a summary may show of the words people wrote. Everything else is confidential.
const SHOWN: &[&str] = &[
    ".issuer.name",
    ".issuer.address",
    ".issuer.accreditation",
    ".client.name",
    ".client.address",
    ".basis.document",
    ".basis.edition",
    ".basis.amendments",
    ".basis.method",
    ".basis.pack",
    ".basis.profile",
    ".object.component.name",
    ".object.component.identifier",
    ".object.component.hardware",
    ".object.component.firmware",
    ".object.component.software",
    ".object.component.batch",
    ".object.component.supplier",
    ".object.service_provider.legal_entity",
    ".object.service_provider.program",
    ".object.service_provider.sites",
    ".object.service_provider.services",
    ".object.service_provider.solution_kinds",
    ".what",
    ".label",
    ".report.number",
    ".report.replaces",
    ".report.place",
    ".report.signatures",
    ".review.reviewer",
    ".decision.decider",
    ".certificate.number",
    ".certificate.scheme",
    ".certificate.scope",
    ".certificate.conditions_of_use",
    ".certificate.states",
    ".validity.limits",
];

#[test]
fn a_summary_shows_nothing_that_the_full_report_keeps_for_its_readers() {
    for kind in sample::KINDS {
        for contents in [sample::process::component(kind), sample::process::provider(kind)] {
            let (contents, marks) = marked(&contents);
            assert!(
                marks.len() > 60,
                "{kind:?}: the data set is full of words, so that a leak would be seen"
            );
            let text = pages(&contents);
            let digest = json::digest(&contents).expect("a digest");
            let embedded = serde_json::to_string(&summary::of(&contents, digest)).expect("JSON");
            for (path, sign) in marks {
                let may = SHOWN.iter().any(|known| path.contains(known));
                let reason =
                    [".reason", ".by"].iter().any(|end| path.ends_with(end)) && !path.contains("directory");
                if !may || reason {
                    assert!(!text.contains(&sign), "{kind:?}: {path} is confidential and stands on a page");
                    assert!(!embedded.contains(&sign), "{kind:?}: {path} is confidential and is embedded");
                }
            }
        }
    }
}

#[test]
fn a_summary_shows_every_row_its_verdict_and_what_was_not_evaluated() {
    for (name, contents) in sample::all() {
        let text = pages(&contents);
        for row in &contents.rows {
            assert!(text.contains(&squeezed(&row.id)), "{name}: row {} must not be dropped", row.id);
        }
        assert!(text.contains("N/E"), "{name}: what was not evaluated is counted");
        for finding in &contents.findings {
            assert!(text.contains(&finding.id), "{name}: finding {} must be seen", finding.id);
        }
    }
}

#[test]
fn a_summary_names_the_full_report_and_its_data_set_and_says_which_decides() {
    for (name, contents) in sample::all() {
        let text = pages(&contents);
        let digest = json::digest(&contents).expect("a digest").to_string();
        assert!(text.contains(&digest), "{name}: the same data set as the full report");
        assert!(text.contains(&squeezed(&contents.report.number)), "{name}: its number");
        assert!(text.contains("thefulldocumentdecides"), "{name}: and that it is not the report itself");
        let full = pdf::text(&contents, &sample::words(), Rendering::Full).expect("drawn").join("");
        assert!(squeezed(&full).contains(&digest), "{name}: the full report shows the same digest");
    }
}

#[test]
fn the_data_set_is_not_in_the_file_of_a_summary() {
    let contents = sample::small_component(Kind::SelfDeclaration);
    let drawn = pdf::render(&contents, &sample::words(), Rendering::Summary).expect("drawn");
    let bytes = String::from_utf8_lossy(&drawn.bytes);
    assert!(bytes.contains(pdf::SUMMARY_ATTACHMENT), "the counts are embedded");
    assert!(!bytes.contains(pdf::ATTACHMENT), "the data set is not");
    let again = pdf::render(&contents, &sample::words(), Rendering::Summary).expect("drawn");
    assert!(drawn.bytes == again.bytes, "the same data set gives the same bytes, as the full report does");
}

#[test]
fn what_is_embedded_agrees_with_the_report() {
    let contents = sample::component(Kind::CertificationBody);
    let digest = json::digest(&contents).expect("a digest");
    let told = summary::of(&contents, digest);
    assert_eq!(told.data_sha256, digest.to_string(), "it names the data set");
    assert_eq!(told.row_counts.values().sum::<u32>(), 126, "every row is counted");
    assert_eq!(told.levels.len(), 7, "a level for each foundational requirement, never one number");
    assert!(told.levels.iter().all(|l| l.native <= Some(l.declared)), "none above the declared one");
}

#[test]
fn a_negative_result_stays_negative_in_the_summary() {
    let text = pages(&sample::component(Kind::IndependentAssessment));
    assert!(text.contains("doesnotmeettheclaimedrequirements"), "it stands on the cover");
    assert!(!text.contains("conformsto"), "nowhere is conformity stated");
}
