//! Any bytes: guidance for every row of a shipped checklist, or the reasons why there is none.
#![no_main]

use checklist::{Checklist, guidance::Guidance};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static LISTS: LazyLock<[Checklist; 2]> = LazyLock::new(|| {
    [
        include_bytes!("../../../../checklists/iec-62443-4-2-2019/pack.json").as_slice(),
        include_bytes!("../../../../checklists/iec-62443-2-4-2023/pack.json").as_slice(),
    ]
    .map(|bytes| Checklist::parse(bytes).expect("a shipped pack is good"))
});

fuzz_target!(|bytes: &[u8]| for list in LISTS.iter() {
    match Guidance::parse(bytes, list) {
        Ok(guidance) => {
            for row in &list.requirements {
                assert!(guidance.row(&row.id).is_some(), "{} has an entry", row.id);
            }
        }
        Err(problems) => assert!(!problems.is_empty(), "a refusal says why"),
    }
});
