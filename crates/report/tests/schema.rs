//! The shipped JSON Schemas are those of the types, and data sets of earlier releases are still read.

mod sample;

use report::pdf::{self, Rendering};
use report::{SCHEMA, json};

#[test]
fn the_shipped_schemas_are_those_of_the_types() {
    let overwrite = std::env::var("ASSAY_GOLDEN").is_ok_and(|value| value == "overwrite");
    for (name, text) in report::schema::all() {
        let path = sample::project(&format!("docs/formats/schemas/{name}.schema.json"));
        if overwrite {
            std::fs::write(&path, &text).expect("written");
        }
        let shipped =
            std::fs::read_to_string(&path).expect("the shipped schema; ASSAY_GOLDEN=overwrite writes it");
        assert!(shipped == text, "{name}: the types have changed; ASSAY_GOLDEN=overwrite, and read the diff");
    }
}

#[test]
fn a_data_set_of_an_earlier_release_keeps_its_bytes_and_is_drawn() {
    let folder = sample::project("fixtures/reports/before");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).expect("the folder of issued data sets") {
        let path = entry.expect("an entry").path();
        let bytes = std::fs::read(&path).expect("a data set");
        let contents = json::read(&bytes).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
        assert_eq!(contents.schema, "assay-report/1", "{}: written before", path.display());
        let again = json::write(&contents).expect("canonical");
        assert!(
            again == bytes,
            "{}: its SHA-256 is what was signed, so not a byte may change",
            path.display()
        );
        for rendering in [Rendering::Full, Rendering::Summary] {
            pdf::render(&contents, &sample::words(), rendering)
                .unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
        }
        seen += 1;
    }
    assert_eq!(seen, 3, "three data sets are kept");
}

#[test]
fn new_data_sets_say_their_version_and_another_one_is_refused() {
    let contents = sample::small_component(report::Kind::SelfDeclaration);
    assert_eq!(contents.schema, SCHEMA, "samples are of this version");
    let bytes = json::write(&contents).expect("canonical");
    let text = String::from_utf8(bytes).expect("UTF-8").replace(SCHEMA, "assay-report/3");
    let problem = json::read(text.as_bytes()).expect_err("a later version");
    assert!(problem.detail().contains("assay-report/3"), "the message names what was found: {problem}");
}
