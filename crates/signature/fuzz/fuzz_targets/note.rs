//! Any text: a signed note that is written as the very same text, or the reason why there is none. Nobody has signed it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signature::note::Note;
use trail::PublicKey;

fuzz_target!(|text: &str| match Note::parse(text) {
    Ok(note) => {
        assert_eq!(note.to_text(), text, "a note has one form");
        for line in note.signatures() {
            assert!(!note.verify(&line.name, &PublicKey([7; 32])), "no line is by a key that signed nothing");
        }
    }
    Err(problem) => assert!(!problem.code().is_empty(), "a refusal says why"),
});
