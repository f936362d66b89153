//! Any bytes: a profile that says something about every row of a shipped checklist, or the reasons why there is none.
#![no_main]

use checklist::{
    Checklist,
    profile::{Profile, Selection},
};
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
    match Profile::parse(bytes, list) {
        Ok(profile) => {
            let (included, excluded) = (profile.included().count(), profile.excluded().count());
            assert_eq!(included + excluded, list.requirements.len(), "every row is one or the other");
            for row in &list.requirements {
                if let Selection::Included { min_level: Some(level) } = profile.selection(&row.id) {
                    let lowest = row.selected_from.unwrap_or(1);
                    assert!((lowest..=4).contains(&level), "{} has a level that there is", row.id);
                }
            }
            assert_eq!(profile.tailoring_only(), profile.flaws().iter().any(|flaw| flaw.tailoring_only()));
        }
        Err(problems) => assert!(!problems.is_empty(), "a refusal says why"),
    }
});
