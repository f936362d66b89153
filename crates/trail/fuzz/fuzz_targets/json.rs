//! Any bytes: a value that is written as the very same bytes, or the reason why there is none.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trail::json;

fuzz_target!(|bytes: &[u8]| match json::parse(bytes) {
    Ok(value) => {
        let written = json::write(&value).expect("what was read can be written");
        assert_eq!(written.as_bytes(), bytes, "canonical JSON has one form");
    }
    Err(problem) => assert!(!problem.to_string().is_empty(), "a refusal says why"),
});
