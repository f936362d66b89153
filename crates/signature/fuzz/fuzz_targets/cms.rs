//! Any bytes as the signed data of a document: only what was signed is intact.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signature::cades::{self, Trust};

fuzz_target!(|bytes: &[u8]| {
    let _ = cades::signature_value(bytes);
    let _ = cades::with_time_stamp(bytes, bytes);
    let lists = [bytes.to_vec()];
    let trust = Trust { anchors: &lists, certificates: &lists, crls: &lists, now: 0 };
    let one = cades::check(bytes, &[b"data"], None, &trust);
    if one.intact.is_ok() {
        let other = cades::check(bytes, &[b"date"], None, &trust);
        assert!(other.intact.is_err(), "a signature is over its own content");
    }
});
