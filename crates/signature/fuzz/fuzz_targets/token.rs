//! Any bytes as the reply of a time-stamp authority: only the one that the authority signed is a time stamp.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signature::timestamp;

/// A certificate of nobody; `seeds/token/reply.tsr` leads to it.
const AUTHORITY: &str = include_str!("../authority.pem");
const REPLY: &[u8] = include_bytes!("../seeds/token/reply.tsr");

fuzz_target!(|bytes: &[u8]| {
    let _ = timestamp::nonce_of(bytes);
    let _ = timestamp::nonce_answered(bytes);
    if let Ok(pem) = std::str::from_utf8(bytes) {
        let _ = timestamp::check_authority(pem);
        let _ = timestamp::check(REPLY, b"data", None, pem);
    }
    match timestamp::check(bytes, b"data", None, AUTHORITY) {
        // What is around the signed part may differ in ways that mean nothing; other data is never stamped.
        Ok(_) => assert!(timestamp::check(bytes, b"date", None, AUTHORITY).is_err(), "a stamp is of its own data"),
        Err(problem) => assert!(!problem.code().is_empty(), "a refusal says why"),
    }
});
