//! Draws all six sample reports and a draft with awkward contents, as PDF, workbook and JSON, into the
//! folder named as the argument, so that a person can look at every page.

#![allow(clippy::print_stdout, reason = "it tells what it has drawn")]

#[path = "../tests/sample/mod.rs"]
mod sample;

use report::{look::Look, pdf::Rendering};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).ok_or("name a folder")?);
    std::fs::create_dir_all(&folder)?;
    let languages = ["en", "de"].map(|language| (language, sample::words_in(language)));
    let mut all = sample::all();
    all.push(("draft".to_owned(), awkward()));
    for (name, contents) in all {
        for (language, words) in &languages {
            for rendering in [Rendering::Full, Rendering::Summary] {
                let pdf = report::pdf::render(&contents, words, rendering)?;
                let file = folder.join(format!("{name}.{}.{language}.pdf", rendering.code()));
                std::fs::write(file, &pdf.bytes)?;
                println!(
                    "{name} {} {language}: {} pages, {} bytes",
                    rendering.code(),
                    pdf.pages,
                    pdf.bytes.len()
                );
                for fault in report::pdf::faults(&contents, words, rendering, &Look::default())? {
                    println!("  {fault}");
                }
            }
        }
        std::fs::write(
            folder.join(format!("{name}.xlsx")),
            report::xlsx::write(&contents, &sample::words())?,
        )?;
        std::fs::write(folder.join(format!("{name}.json")), report::json::write(&contents)?)?;
    }
    Ok(())
}

/// A draft with much missing, very long texts and characters that no font has.
fn awkward() -> report::Contents {
    let mut contents = sample::small_component(report::Kind::CertificationBody);
    contents.report.draft = true;
    contents.evidence.clear();
    contents.activities.clear();
    contents.people.clear();
    contents.findings.clear();
    contents.integrity.chains.clear();
    contents.conduct.plan = None;
    for row in &mut contents.rows {
        row.evidence.clear();
        row.findings.clear();
    }
    let words: String = (0..1_500).map(|n| format!("word{n} ")).collect();
    if let Some(row) = contents.rows.first_mut() {
        row.rationale = words;
        row.label = "Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel".repeat(3);
        row.evaluator = Some("someone_with_a_very_long_account_name@subsidiary.example.invalid".into());
    }
    if let Some(row) = contents.rows.get_mut(1) {
        row.rationale = "😀 漢字 \u{202e}desrever".into();
        row.no_evidence_reason = Some("seen on the screen only".into());
    }
    contents
}
