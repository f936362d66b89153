//! Any text: a checkpoint that is written as the very same text, or the reason why there is none.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trail::checkpoint::Checkpoint;

fuzz_target!(|text: &str| match Checkpoint::parse(text) {
    Ok(checkpoint) => assert_eq!(checkpoint.to_text(), text, "a checkpoint has one form"),
    Err(problem) => assert!(!problem.to_string().is_empty(), "a refusal says why"),
});
