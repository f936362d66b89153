use super::*;

/// `expected` of the vectors: `CR 1.1 RE(1) [ok]; ...`.
fn vectors() -> Vec<(String, Vec<(String, String)>)> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/vectors/ids.csv");
    let mut reader = csv::Reader::from_path(file).expect("the id vectors are part of the project");
    reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            let expected = record[1]
                .split("; ")
                .map(|part| {
                    let (id, kind) = part.trim_end_matches(']').rsplit_once(" [").unwrap();
                    (id.to_owned(), kind.to_owned())
                })
                .collect();
            (record[0].to_owned(), expected)
        })
        .collect()
}

fn word(kind: IdKind) -> String {
    serde_json::to_value(kind).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn all_spellings_seen_in_real_workbooks_are_read_as_expected() {
    let vectors = vectors();
    assert_eq!(vectors.len(), 46, "no vector may get lost");
    // The vectors mix several parts of the series: everything expected to be an id is loaded.
    let known = KnownIds::new(
        vectors.iter().flat_map(|(_, ids)| ids).filter(|(_, kind)| kind != "unknown").map(|(id, _)| id),
    );
    for (raw, expected) in &vectors {
        let found: Vec<(String, String)> = read(raw, &known)
            .into_iter()
            .map(|found| (found.canonical.unwrap_or(found.raw), word(found.kind)))
            .collect();
        assert_eq!(&found, expected, "{raw:?} must be read as the vectors say");
    }
}

#[test]
fn only_ids_of_the_loaded_checklist_count() {
    let known = KnownIds::new(["CR 1.1", "CR 1.1 RE(1)"]);
    let kinds = |cell: &str| read(cell, &known).iter().map(|m| m.kind).collect::<Vec<_>>();
    assert_eq!(kinds("CR 1.1 RE(1)"), [IdKind::Ok], "it is loaded");
    assert_eq!(kinds("SR 1.1"), [IdKind::Unknown], "3-3 is not loaded, however alike the id looks");
    assert_eq!(kinds("SM-1; CR 1.1"), [IdKind::Unknown, IdKind::Ok], "each id is judged for itself");
    assert_eq!(kinds("CR 1.1 (5.3)"), [IdKind::Clause], "a clause number does not change the id");
    assert_eq!(kinds(" \u{a0}"), [], "a blank cell holds no id");
}

#[test]
fn practice_sr_1_requirement_sr_1_1_and_control_sr_1_are_never_confused() {
    let practices = KnownIds::new(["SR-1", "SI-2"]);
    let systems = KnownIds::new(["SR 1.1", "SR 1.2"]);
    assert_eq!(read("SR-1", &practices)[0].kind, IdKind::Ok, "4-1 is loaded");
    assert_eq!(read("SR 1.1", &practices)[0].kind, IdKind::Unknown, "SR 1.1 is no practice");
    assert_eq!(read("SR-1", &systems)[0].kind, IdKind::Unknown, "SR-1 is not the family SR 1.x");
    assert_eq!(read("SR-1.1", &systems)[0].canonical.as_deref(), Some("SR 1.1"), "a dash for a blank");
    let beside = read("AC-2, SR-1, SI-2", &practices);
    assert!(beside.iter().all(|m| !m.counts()), "beside AC-2 these are controls of SP 800-53: {beside:?}");
    assert!(!read("SI-2(1)", &practices)[0].counts(), "a control enhancement is no practice");
}

#[test]
fn slips_of_the_pen_are_suggested_and_never_applied() {
    let known = KnownIds::new(["CR 1.1", "CR 1.1 RE(1)", "CR 1.10", "SP.01.02 BR", "SVV-3"]);
    for (slip, meant) in [
        ("CR 1.1 E1", "CR 1.1 RE(1)"),
        ("CR 01.1", "CR 1.1"),
        ("CR 1.1.2", "CR 1.1"),
        ("SP.1.2 BR", "SP.01.02 BR"),
        ("SVV-3.5", "SVV-3"),
    ] {
        let found = read(slip, &known);
        assert_eq!(found[0].kind, IdKind::Suggest, "{slip} needs a person: {found:?}");
        assert_eq!(found[0].canonical.as_deref(), Some(meant), "{slip} was probably {meant}");
    }
}

#[test]
fn a_number_in_an_id_column_offers_both_readings() {
    let known = KnownIds::new(["CR 1.1", "CR 1.10", "NDR 1.1", "CR 1.1 RE(1)", "CR 2.1"]);
    let offered: Vec<_> = known.of_number("1.1").into_iter().filter_map(|m| m.canonical).collect();
    assert_eq!(offered, ["CR 1.1", "CR 1.10", "NDR 1.1"], "1.10 stored as a number has become 1.1");
    assert!(known.of_number("1.1").iter().all(|m| m.kind == IdKind::Suggest), "never applied");
    assert!(known.of_number("17").is_empty(), "a plain number says nothing");
}

#[test]
fn ranges_and_lists_expand_only_to_loaded_ids() {
    let known = KnownIds::new(["CR 1.3", "CR 1.5", "CR 1.1", "CR 1.1 RE(1)", "CR 1.1 RE(2)"]);
    let ids = |cell: &str| {
        read(cell, &known)
            .into_iter()
            .map(|m| format!("{} {}", m.canonical.unwrap_or_default(), word(m.kind)))
            .collect::<Vec<_>>()
    };
    assert_eq!(ids("CR 1.3–1.5"), ["CR 1.3 ok", "CR 1.5 ok"], "CR 1.4 is not loaded and not invented");
    assert_eq!(
        ids("CR 1.3 - CR 1.6"),
        ["CR 1.3 ok", "CR 1.5 ok", "CR 1.6 unknown"],
        "a written end is shown"
    );
    assert_eq!(ids("CR 1.1, 1.3 and 1.9"), ["CR 1.1 ok", "CR 1.3 ok", "CR 1.9 unknown"], "lists");
    assert_eq!(ids("CR 1.1 RE 1-2"), ["CR 1.1 RE(1) ok", "CR 1.1 RE(2) ok"], "ranges of enhancements");
    assert_eq!(ids("CR 1.1 RE(1), RE(2)"), ["CR 1.1 RE(1) ok", "CR 1.1 RE(2) ok"], "lists of enhancements");
    assert!(read("CR 1.3-1.5", &known).iter().all(|m| m.of_range), "members of a range are marked as such");
}

#[test]
fn the_nearest_known_id_is_named_and_far_ones_are_not() {
    let known = KnownIds::new(["CR 1.1", "CR 2.11", "NDR 1.6 RE(1)", "SP.03.10 BR"]);
    assert_eq!(known.nearest("NDR 1.6 RE(7)"), ["NDR 1.6 RE(1)"], "one digit away");
    assert_eq!(known.nearest("SP.03.1O BR"), ["SP.03.10 BR"], "the letter O for a zero");
    assert!(known.nearest("WSTG-INFO-01").is_empty(), "another catalogue's id resembles nothing");
}
