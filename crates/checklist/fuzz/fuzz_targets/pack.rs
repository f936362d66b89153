//! Any bytes: a checklist in which no row is lost, or the reasons why there is none.
#![no_main]

use checklist::{Checklist, diff::Diff};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| match Checklist::parse(bytes) {
    Ok(list) => {
        let entries = list.requirements.len() + list.headings.len();
        assert_eq!(list.total() as usize, entries, "every row and heading counts once");
        assert!(Diff::between(&list, &list).is_empty(), "nothing differs from itself");
        for row in &list.requirements {
            assert!(list.group(list.tuple_group_of(row)).is_some(), "{} counts somewhere", row.id);
        }
    }
    Err(problems) => {
        assert!(!problems.is_empty(), "a refusal says why");
        for problem in problems {
            assert!(!problem.to_string().is_empty(), "and can be shown");
        }
    }
});
