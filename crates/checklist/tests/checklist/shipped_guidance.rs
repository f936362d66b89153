//! The shipped guidance: complete for every row, written for it, and in words that are ours to use.

use checklist::{Checklist, Confidence, guidance::Guidance};
use std::collections::BTreeMap;

/// Each pack that has guidance of its own.
const SHIPPED: [(&[u8], &[u8]); 3] = [
    (
        include_bytes!("../../../../checklists/iec-62443-4-2-2019/pack.json"),
        include_bytes!("../../../../checklists/iec-62443-4-2-2019/guidance.json"),
    ),
    (
        include_bytes!("../../../../checklists/iec-62443-2-4-2023/pack.json"),
        include_bytes!("../../../../checklists/iec-62443-2-4-2023/guidance.json"),
    ),
    (
        include_bytes!("../../../../checklists/iec-62443-4-1-2018/pack.json"),
        include_bytes!("../../../../checklists/iec-62443-4-1-2018/guidance.json"),
    ),
];

fn shipped() -> Vec<(Checklist, Guidance)> {
    let read = |(pack, guidance): (&[u8], &[u8])| {
        let list = Checklist::parse(pack).expect("a shipped pack is good");
        let guidance = Guidance::parse(guidance, &list).unwrap_or_else(|problems| {
            let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
            panic!("{}: the shipped guidance must be good:\n{}", list.id, told.join("\n"))
        });
        (list, guidance)
    };
    SHIPPED.into_iter().map(read).collect()
}

#[test]
fn every_row_of_every_pack_has_its_guidance() {
    for (list, guidance) in shipped() {
        let count = |has: &dyn Fn(&checklist::guidance::RowGuidance) -> bool| {
            guidance.rows.iter().filter(|row| has(row)).count()
        };
        let rows = list.requirements.len();
        println!(
            "{}: {rows} rows; objective {}, checks {}, evidence {}, not enough {}, levels {}, applies if {}, couplings {}, \
             test cases in {} rows ({} in all), untestable {}, sub-points in {} rows, low confidence {}",
            list.id,
            count(&|r| !r.objective.is_empty()),
            count(&|r| r.checks.len() >= 2),
            count(&|r| r.evidence.len() >= 2),
            count(&|r| !r.not_enough.is_empty()),
            count(&|r| !r.levels.is_empty()),
            count(&|r| r.applies_if.is_some()),
            count(&|r| !r.couplings.is_empty()),
            count(&|r| !r.test_cases.is_empty()),
            guidance.rows.iter().map(|r| r.test_cases.len()).sum::<usize>(),
            count(&|r| r.untestable.is_some()),
            list.requirements.iter().filter(|r| !r.sub_points.is_empty()).count(),
            count(&|r| r.confidence == Confidence::Low),
        );
        assert_eq!(guidance.rows.len(), rows, "{}: one entry for each row", list.id);
        assert_eq!(count(&|r| r.objective.is_empty() || r.checks.len() < 2), 0, "{}: none is empty", list.id);
        assert_eq!(count(&|r| r.evidence.len() >= 2), rows, "{}: evidence of more than one class", list.id);
        if list.object.has_security_levels() {
            assert_eq!(
                count(&|r| r.test_cases.is_empty() && r.untestable.is_none()),
                0,
                "{}: a row is tested, or it is said why it can't be",
                list.id
            );
        }
    }
}

#[test]
fn a_text_is_written_for_its_row() {
    for (list, guidance) in shipped() {
        let mut rows: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for row in &guidance.rows {
            let texts = row.checks.iter().chain(&row.not_enough).chain([&row.objective]);
            for text in texts.chain(row.levels.iter().map(|level| &level.expects)) {
                rows.entry(text).or_default().push(&row.id);
            }
        }
        let shared: Vec<_> = rows.iter().filter(|(_, ids)| ids.len() > 2).collect();
        assert!(shared.is_empty(), "{}: what fits many rows says nothing about one: {shared:?}", list.id);
    }
}

#[test]
fn an_objective_is_one_sentence_and_a_condition_of_the_pack_has_its_question() {
    for (list, guidance) in shipped() {
        for row in &guidance.rows {
            let inner = row.objective.trim_end_matches('.');
            assert!(!inner.contains(". "), "{} {}: more than a sentence: {}", list.id, row.id, row.objective);
            let condition = list.requirement(&row.id).and_then(|r| r.condition.as_ref());
            assert!(
                condition.is_none() || row.applies_if.is_some(),
                "{} {}: a condition without its question can't be answered",
                list.id,
                row.id
            );
        }
    }
}

#[test]
fn guidance_uses_no_word_that_is_reserved_or_belongs_to_a_standard() {
    // Reserved in docs/wording.md, or the language of requirements, which is not ours.
    const NEVER: [&str; 9] = [
        "certified",
        "compliant",
        "tamper-proof",
        "immutable",
        " shall ",
        "score",
        " per cent",
        "%",
        "accredited",
    ];
    for (list, guidance) in shipped() {
        let text = serde_json::to_string(&guidance).expect("guidance is data").to_lowercase();
        for word in NEVER {
            assert!(!text.contains(word), "{}: {word:?} must not stand in guidance", list.id);
        }
    }
}

#[test]
fn couplings_that_the_pack_knows_are_told_to_the_assessor() {
    for (list, guidance) in shipped() {
        for row in &list.requirements {
            let told: Vec<&str> = guidance
                .row(&row.id)
                .map(|g| g.couplings.iter().map(|c| c.row.as_str()).collect())
                .unwrap_or_default();
            for other in row.brings.iter().chain(&row.needs) {
                assert!(told.contains(&other.as_str()), "{}: {} must lead to {other}", list.id, row.id);
            }
        }
    }
}
