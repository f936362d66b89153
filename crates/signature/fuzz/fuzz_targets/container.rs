//! Any bytes as a container or a signed statement: what is said of files is only what its signers signed.
#![no_main]

use std::io::Cursor;

use libfuzzer_sys::fuzz_target;
use signature::asice::{Limits, add_signature, check};
use signature::cades::Trust;
use signature::dsse;
use signature::keys::SignerKey;

/// A container signed by the key of nobody in `seeds/store`.
const GOOD: &[u8] = include_bytes!("../seeds/container/bundle.asice");
const PUBLIC_KEY: &[u8] = include_bytes!("../seeds/store/public.der");

fuzz_target!(|bytes: &[u8]| {
    if let Ok(found) = check(Cursor::new(bytes), &Limits { unpacked: 1 << 24 }) {
        let good = check(Cursor::new(GOOD), &Limits::default()).expect("the seed is whole");
        for covering in &found.signatures {
            let intact = covering.signature.answer(&Trust::default()).intact.is_ok();
            let own = covering.signature.manifest == good.signatures[0].signature.manifest;
            assert!(!intact || own, "nobody else signed anything in here");
            let _ = add_signature(Cursor::new(bytes), Cursor::new(Vec::new()), &covering.signature);
        }
        assert!(found.files.iter().all(|file| !file.name.contains("..")), "no name leads elsewhere");
    }
    let key = SignerKey::from_info(PUBLIC_KEY).expect("a public key");
    if let Ok(statement) = dsse::verify(bytes, &key) {
        assert_eq!(statement.predicate_type, dsse::OSCAL_PREDICATE, "the key signed this one kind alone");
    }
    let _ = dsse::canonical(bytes);
});
