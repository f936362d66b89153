//! What can and cannot become the next event of a chain.

use trail::checkpoint::Checkpoint;
use trail::json::{Value, write};
use trail::{
    ChainId, ChainWhy, Digest, DossierId, Event, Head, LinkProblem, Parent, PublicKey, Signature,
    signing_message,
};

const NOW: &str = "2026-11-23T05:00:00.000Z";
const DOSSIER: DossierId = DossierId([5; 16]);
const KEY: PublicKey = PublicKey([3; 32]);

fn opened() -> Head {
    let mut head = Head::new(DOSSIER, &KEY);
    let payload = Value::map([("key", KEY.to_string())]);
    let link = head.link("chain.open/1", &[], payload, NOW).expect("an opening");
    head.accept(&link).expect("the first link");
    head
}

fn nothing() -> Value {
    Value::Map(Default::default())
}

fn refused(head: &Head, kind: &str, parents: &[Parent], payload: Value, time: &str) -> &'static str {
    head.link(kind, parents, payload, time).map_or_else(LinkProblem::code, |_| "linked")
}

#[test]
fn a_link_that_a_reader_would_refuse_is_not_made() {
    let head = opened();
    let fresh = Head::new(DOSSIER, &KEY);
    let long = Value::map([("text", "x".repeat(65_535))]);
    let wide = Value::map([("n", Value::Int(i64::MAX))]);
    let key = Value::map([("ä", Value::Null)]);
    let own = Parent { chain: head.chain, id: Digest([1; 32]), seq: 0 };
    let other = Parent { chain: ChainId([1; 16]), ..own };
    let far = Parent { seq: u64::MAX, ..other };
    let cases = [
        ("kind", refused(&head, "Answer", &[], nothing(), NOW), "trail-body-field"),
        ("time", refused(&head, "a/1", &[], nothing(), "yesterday"), "trail-body-field"),
        ("list", refused(&head, "a/1", &[], Value::List(vec![]), NOW), "trail-body-field"),
        ("length", refused(&head, "a/1", &[], long, NOW), "trail-body-too-long"),
        ("range", refused(&head, "a/1", &[], wide, NOW), "trail-json-number-range"),
        ("key", refused(&head, "a/1", &[], key, NOW), "trail-json-key-character"),
        ("own parent", refused(&head, "a/1", &[own], nothing(), NOW), "trail-body-own-parent"),
        ("twice", refused(&head, "a/1", &[other, other], nothing(), NOW), "trail-body-parent-order"),
        ("far parent", refused(&head, "a/1", &[far], nothing(), NOW), "trail-json-number-range"),
        ("no opening", refused(&fresh, "a/1", &[], nothing(), NOW), "trail-chain-open-missing"),
        ("no key", refused(&fresh, "chain.open/1", &[], nothing(), NOW), "trail-chain-key-missing"),
        ("opened twice", refused(&head, "chain.open/1", &[], nothing(), NOW), "trail-chain-open-twice"),
        ("allowed", refused(&head, "a/1", &[other], nothing(), NOW), "linked"),
    ];
    for (what, found, want) in cases {
        assert_eq!(found, want, "{what}");
    }
}

#[test]
fn a_kind_and_a_time_cannot_bring_fields_of_their_own() {
    let head = opened();
    let kind = "a/1\",\"parents\":[],\"payload\":{\"a\":\"";
    let time = format!("{NOW}\",\"v\":1}},\"prev\":\"{}\",\"seq\":1,\"time\":\"{NOW}", head.prev);
    let code = refused(&head, kind, &[], nothing(), &time);
    assert_eq!(code, "trail-body-field", "quotes in a kind must not become structure");
}

#[test]
fn parents_are_sorted_by_the_writer() {
    let parent = |n: u8| Parent { chain: ChainId([n; 16]), id: Digest([9; 32]), seq: 4 };
    let link = opened().link("merge/1", &[parent(2), parent(1)], nothing(), NOW).unwrap();
    let read = Event::read(link.body()).unwrap();
    assert_eq!(read.parents, [parent(1), parent(2)], "any order goes in, one order is stored");
    assert_eq!(link.parents(), read.parents, "the link says what the body says");
}

#[test]
fn a_link_is_accepted_once_and_only_by_the_head_it_was_made_from() {
    let mut head = opened();
    let before = head.clone();
    let one = head.link("a/1", &[], nothing(), NOW).unwrap();
    let two = head.link("b/1", &[], nothing(), NOW).unwrap();
    head.accept(&one).expect("the first goes in");
    let after = head.clone();
    assert_eq!(head.accept(&one).unwrap_err().why, ChainWhy::Repeated, "not a second time");
    assert_eq!(head.accept(&two).unwrap_err().why, ChainWhy::Fork, "not beside it");
    assert_eq!(head, after, "a refused link leaves the head as it was");
    assert_eq!(after.tree.size(), before.tree.size() + 1, "one event, one leaf");
    let mut stranger = Head::new(DOSSIER, &PublicKey([4; 32]));
    let why = stranger.accept(&one).unwrap_err().why;
    assert_eq!(why, ChainWhy::WrongChain { found: head.chain }, "not by another chain");
}

#[test]
fn a_clock_that_runs_backwards_is_told_but_not_refused() {
    let mut head = opened();
    let early = "2026-11-23T04:59:59.999Z";
    assert!(head.runs_backwards(early), "it lies before the opening");
    assert!(!head.runs_backwards(NOW), "the same time does not");
    let link = head.link("a/1", &[], nothing(), early).expect("a clock proves nothing");
    head.accept(&link).expect("so the event goes in");
    assert_eq!(head.last_time, early, "and its claim is kept as it is");
}

#[test]
fn ids_read_back_only_in_their_one_spelling() {
    let uuid = "0190a3b4-7c11-4e5f-8a02-5d3c1b2a4f60";
    assert_eq!(DossierId::parse(uuid).unwrap().to_string(), uuid, "text to id to text");
    for wrong in [
        "",
        "0190A3B4-7c11-4e5f-8a02-5d3c1b2a4f60",
        "0190a3b47c11-4e5f-8a02-5d3c1b2a4f60-",
        "0190a3b4-7c11-4e5f-8a02-5d3c1b2a4f6",
        "0190a3b4-7c11-4e5f-8a02-5d3c1b2a4f60a",
        "0190a3b4-7c11-4e5f-8a02-5d3c1b2a4fg0",
        "0190a3b4_7c11_4e5f_8a02_5d3c1b2a4f60",
    ] {
        assert_eq!(DossierId::parse(wrong), None, "{wrong:?} is no dossier id");
    }
    let hex = "0a".repeat(32);
    assert_eq!(Digest::from_hex(&hex).unwrap().to_string(), hex, "text to digest to text");
    for wrong in [
        hex.to_uppercase(),
        format!("{hex}0a"),
        "0a".repeat(31),
        hex.replace('0', "g"),
        hex.replace('a', "ä"),
    ] {
        assert_eq!(Digest::from_hex(&wrong), None, "{wrong:?} is no digest");
    }
    assert_eq!(Signature::from_hex(&hex.repeat(2)).unwrap().0, [10; 64], "64 bytes");
    let chain = ChainId::of(&DOSSIER, &KEY);
    assert_eq!(ChainId::from_hex(&chain.to_string()), Some(chain), "32 digits");
    assert_ne!(ChainId::of(&DossierId([6; 16]), &KEY), chain, "another dossier, another chain");
    assert_ne!(ChainId::of(&DOSSIER, &PublicKey([4; 32])), chain, "another key, another chain");
}

#[test]
fn the_signed_message_is_its_first_line_and_the_id() {
    let message = signing_message(&Digest([7; 32]));
    assert_eq!(message[..19], *b"assay-event-sig/v1\n", "the first line says what is signed");
    assert_eq!(message[19..], [7; 32], "the id follows as bytes");
}

#[test]
fn a_checkpoint_reads_back_from_its_text() {
    for size in [0, 1, u64::MAX] {
        for root in [Digest::ZERO, Digest([255; 32]), Digest::of(b"root")] {
            let origin = Checkpoint::origin_for(&DOSSIER, &ChainId([1; 16]));
            let checkpoint = Checkpoint { origin, size, root };
            let text = checkpoint.to_text();
            assert_eq!(Checkpoint::parse(&text), Ok(checkpoint), "{text}");
        }
    }
}

#[test]
fn values_outside_the_profile_are_not_written() {
    let deep = (0..33).fold(Value::Null, |inner, _| Value::List(vec![inner]));
    let cases = [
        (Value::Int(1 << 53), "trail-json-number-range"),
        (Value::Int(i64::MIN), "trail-json-number-range"),
        (Value::map([("a\"", 1_i64)]), "trail-json-key-character"),
        (Value::map([("a\u{7f}", 1_i64)]), "trail-json-key-character"),
        (deep, "trail-json-depth"),
    ];
    for (value, code) in cases {
        assert_eq!(write(&value).map_err(|p| p.why.code()), Err(code), "{value:?}");
    }
}
