//! Any text: a report's statement that is written as the very same text and names plain files, or the reason why not.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signature::report::{self, ReportStatement};

fuzz_target!(|text: &str| {
    if let Ok(statement) = ReportStatement::parse(text) {
        assert_eq!(
            statement.to_text().expect("what was read can be written"),
            text,
            "a statement has one form"
        );
        for file in &statement.files {
            let plain = !file.name.contains(['/', '\\', '\0']) && file.name != "..";
            assert!(plain, "a statement names files beside it and no others: {:?}", file.name);
        }
    }
    match report::check(text) {
        Ok(checked) => {
            let said = checked.statement.to_text().expect("what was checked can be written");
            assert!(text.starts_with(&said), "what was checked is what stands there");
        }
        Err(problem) => assert!(!problem.code().is_empty(), "a refusal says why"),
    }
});
