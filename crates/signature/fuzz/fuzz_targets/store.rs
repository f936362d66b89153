//! Any bytes as a key store, key file or certificates: no key comes out of what nobody's passphrase protects, and nothing is
//! signed that the certificate does not verify.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signature::DocumentKey;
use signature::keys::{FileKey, SignerKey, certificates_in, facts, is_store};

/// The certificate of `seeds/store/key.p12`, whose passphrase is `fuzz`; a key of nobody.
const CERTIFICATE: &[u8] = include_bytes!("../seeds/store/certificate.pem");

fuzz_target!(|bytes: &[u8]| {
    let _ = is_store(bytes);
    let _ = SignerKey::from_info(bytes);
    for der in certificates_in(bytes).unwrap_or_default() {
        let _ = facts(&der);
    }
    let opened = [
        FileKey::from_pkcs12(bytes, b"fuzz"),
        FileKey::from_pkcs8(bytes, None, &[CERTIFICATE]),
        FileKey::from_pkcs8(bytes, Some(b"fuzz"), &[CERTIFICATE]),
    ];
    for key in opened {
        match key {
            Ok(key) => assert!(key.sign(b"x").is_ok(), "a key that fits its certificate signs"),
            Err(problem) => assert!(!problem.code().is_empty(), "a refusal says why"),
        }
    }
});
