//! Any text as the covering note of a copy, as a proof of one entry, and as the key of a witness: refused with a reason, or
//! read as something that is written as the very same text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signature::{cosignature::Witness, hand_over, proof::Proof};

fuzz_target!(|text: &str| {
    if let Err(problem) = hand_over::check(text) {
        assert!(!problem.code().is_empty(), "a refusal says why");
    }
    if let Ok(proof) = Proof::parse(text) {
        assert_eq!(proof.to_text().as_deref().ok(), Some(text), "a proof has one form");
        let _ = proof.check();
    }
    let _ = Witness::parse(text);
});
