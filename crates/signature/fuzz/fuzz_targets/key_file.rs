//! Any text and passphrase: an identity that can be written and read again, or the reason why there is none.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signature::Identity;

fuzz_target!(|given: (Option<&[u8]>, &str)| {
    let (passphrase, pem) = given;
    match Identity::from_pem(pem, passphrase) {
        Ok(identity) => {
            let written = identity.to_pem(None, &[0; 16], &[0; 16]).expect("a key can be written");
            let again = Identity::from_pem(&written, None).expect("and read");
            assert_eq!(again.public_key(), identity.public_key(), "as the same key");
        }
        Err(problem) => assert!(!problem.code().is_empty(), "a refusal says why"),
    }
});
