//! Golden reports: the data set and the text of its pages, for each object and kind.
//!
//! `ASSAY_GOLDEN=overwrite cargo test -p report --test golden` writes them anew; the change is then read
//! in the diff. The small data sets are kept as files, so that a later version shows whether it
//! still reads and prints what an earlier one wrote.

mod sample;

use report::pdf::Rendering;
use report::{Contents, json, pdf, xlsx};

fn all() -> Vec<(String, Contents)> {
    sample::KINDS
        .into_iter()
        .flat_map(|kind| {
            [
                (format!("component-{}", kind.code()), sample::small_component(kind)),
                (format!("service_provider-{}", kind.code()), sample::small_provider(kind)),
            ]
        })
        .collect()
}

#[test]
fn golden_data_sets_are_read_and_print_the_golden_text() {
    let overwrite = std::env::var("ASSAY_GOLDEN").is_ok_and(|value| value == "overwrite");
    let words = sample::words();
    for (name, contents) in all() {
        let data = sample::project(&format!("fixtures/reports/{name}.json"));
        let text = sample::project(&format!("fixtures/reports/{name}.txt"));
        if overwrite {
            std::fs::write(&data, json::write(&contents).expect("canonical")).expect("written");
        }
        let bytes = std::fs::read(&data).expect("the golden data set; ASSAY_GOLDEN=overwrite writes it");
        let read = json::read(&bytes).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        let drawn = pages(&read, &words);
        if overwrite {
            std::fs::write(&text, &drawn).expect("written");
        }
        let golden = std::fs::read_to_string(&text).expect("the golden text");
        if let Some((n, (was, is))) =
            golden.lines().zip(drawn.lines()).enumerate().find(|(_, (was, is))| was != is)
        {
            panic!(
                "{name}.txt line {}: was {was:?}, is {is:?}; if that is meant, ASSAY_GOLDEN=overwrite",
                n + 1
            );
        }
        assert_eq!(golden.len(), drawn.len(), "{name}: the texts end together");
        xlsx::write(&read, &words)
            .unwrap_or_else(|problem| panic!("{name}: the workbook as well: {problem}"));
    }
}

fn pages(contents: &Contents, words: &report::Words) -> String {
    let pages = pdf::text(contents, words, Rendering::Full).unwrap_or_else(|problem| panic!("{problem}"));
    let mut out = String::new();
    for (n, page) in pages.iter().enumerate() {
        out.push_str(&format!("--- page {} ---\n{page}\n", n + 1));
    }
    out
}
