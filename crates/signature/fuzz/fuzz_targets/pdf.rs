//! Any bytes as a signed PDF: they are checked, signed and completed without ever failing badly, and what nobody signed is
//! never called intact.
#![no_main]

use libfuzzer_sys::fuzz_target;
use signature::cades::Trust;
use signature::pades::{self, Appearance, Field, Signing, ValidationData};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(checked) = pades::check(bytes, &Trust::default()) {
        if checked.is_intact() {
            let last = checked.signatures.iter().map(|one| one.covers).max();
            assert!(last.is_some_and(|last| last <= bytes.len()), "a signature covers bytes of the file");
        }
        let _ = pades::issued_part(bytes);
    }
    let field =
        Field { name: "one".into(), label: "One".into(), page: 1, x: 9.0, y: 9.0, width: 9.0, height: 9.0 };
    if let Ok(prepared) = pades::prepare(bytes, &[field]) {
        let appearance = Appearance { lines: &[], font: b"" };
        let _ = pades::begin(&prepared, "one", &Signing { name: "A", claimed: 0, appearance });
    }
    let _ = pades::begin_time_stamp(bytes);
    let _ = pades::add_validation_data(bytes, &ValidationData::default());
});
