//! Guidance stands beside every row. The vectors of what is refused are in `bad-guidance.json`.

use crate::packs;
use checklist::{Confidence, guidance::Guidance};

#[test]
fn each_row_finds_its_guidance() {
    for list in [packs::component(), packs::provider()] {
        let bytes = packs::guidance(&list).to_string();
        let guidance = Guidance::parse(bytes.as_bytes(), &list).expect("the least that is good");
        assert_eq!(guidance.rows.len(), list.requirements.len(), "one entry for each row");
        for row in &list.requirements {
            let entry = guidance.row(&row.id).expect("an entry");
            assert_eq!(entry.id, row.id, "of that row");
            assert!(entry.confidence <= row.confidence, "never surer than the row");
            assert_eq!(
                entry.levels.first().map(|one| one.level),
                Some(row.selected_from.unwrap_or(1)),
                "{}",
                row.id
            );
        }
        assert_eq!(guidance.row("CR 2.3"), None, "a heading has nothing to assess");
        assert_eq!(guidance.digest, trail::Digest::of(bytes.as_bytes()), "of the bytes");
    }
}

#[test]
fn what_is_optional_is_read_when_it_is_there() {
    let list = packs::component();
    let mut value = packs::guidance(&list);
    let row = &mut value["rows"][4];
    row.as_object_mut().expect("an object").remove("untestable");
    row["applies_if"] = "Does a person use any interface?".into();
    row["couplings"] = serde_json::json!([{"row": "CR 1.5", "because": "what authenticates is kept there"}]);
    row["test_cases"] = serde_json::json!([{
        "expectation": "A stranger is refused.",
        "preparation": ["The delivered device"],
        "steps": ["Log in with a name that is not there"],
        "result": "No access, and a line in the log",
    }]);
    row["confidence"] = "high".into();
    let guidance = Guidance::parse(value.to_string().as_bytes(), &list).expect("good");
    let entry = guidance.row("CR 1.1").expect("an entry");
    assert_eq!(entry.test_cases.len(), 1, "a test in place of the reason why there is none");
    assert_eq!(entry.couplings[0].row, "CR 1.5", "the row to look at with it");
    assert!(entry.applies_if.is_some(), "the question that decides whether the row applies");
    assert_eq!(entry.confidence, Confidence::High, "as sure as the row");
}
