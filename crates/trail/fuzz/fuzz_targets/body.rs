//! Any bytes: an event whose body is its own canonical form, or the reason why there is none.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trail::{Digest, Event, json};

fuzz_target!(|bytes: &[u8]| match Event::read(bytes) {
    Ok(event) => {
        let value = json::parse(bytes).expect("a body is canonical JSON");
        assert_eq!(
            json::write(&value).expect("and can be written"),
            String::from_utf8_lossy(bytes),
            "in one way only"
        );
        assert_eq!(event.id, Digest::of(&[&[0], bytes].concat()), "its id is the hash of its bytes");
        assert!(event.payload().is_ok(), "its payload can be read");
        assert!(bytes.len() <= 65_535, "and it is no longer than an entry may be");
    }
    Err(problem) => assert!(!problem.to_string().is_empty(), "a refusal says why"),
});
