//! The series register shows beside what an overview states what is really published.

use crate::packs;

use checklist::{
    Confidence,
    series::{SeriesRegister, Subject},
};

fn register() -> SeriesRegister {
    SeriesRegister::parse(packs::SERIES).expect("the shipped register is good")
}

#[test]
fn all_21_entries_stand_in_six_tiers_and_none_is_lost_on_the_way() {
    let register = register();
    assert_eq!(register.as_of, "2026-11", "the register is dated");
    let sizes: Vec<(u8, usize)> =
        register.by_tier().map(|(tier, documents)| (tier.number, documents.len())).collect();
    assert_eq!(sizes, [(1, 6), (2, 5), (3, 3), (4, 2), (5, 2), (6, 3)], "documents per tier");
    let shown: usize = sizes.iter().map(|(_, size)| size).sum();
    assert_eq!(shown, register.documents.len(), "printing by tier shows every document");
}

#[test]
fn the_evaluation_methods_are_technical_specifications_whatever_the_overview_says() {
    let register = register();
    for (id, designation) in [("62443-6-1", "IEC TS 62443-6-1:2024"), ("62443-6-2", "IEC TS 62443-6-2:2025")]
    {
        let method = register.document(id).expect("a method");
        assert_eq!(method.overview.document_type, "TR", "the overview calls {id} a report");
        assert_eq!(method.actual.document_type.as_deref(), Some("TS"), "{id} is a specification");
        assert_eq!(method.actual.designation.as_deref(), Some(designation), "its real name");
        assert!(method.differs.contains(&Subject::Type), "both are to be shown");
    }
}

#[test]
fn what_does_not_exist_has_no_designation() {
    let register = register();
    for id in ["Profile X", "Conformance & Certification"] {
        let entry = register.document(id).expect("an entry of the overview");
        assert_eq!(entry.actual.designation, None, "{id} is not a document");
        assert!(entry.differs.contains(&Subject::Status), "the overview says otherwise");
    }
    let unsure = register.document("62443-2-5").expect("a document");
    assert_eq!(unsure.confidence, Confidence::Medium, "how sure a fact is stays with the fact");
}
