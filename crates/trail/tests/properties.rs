//! What holds for every value, every chain and every flipped byte.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it should be"
)]

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use trail::json::{self, JsonWhy, MAX_INT, Value};
use trail::{Digest, DossierId, Event, Head, PublicKey, merkle::Fold};

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (-MAX_INT..=MAX_INT).prop_map(Value::Int),
        vec(any::<char>(), 0..20).prop_map(|text| Value::Text(text.into_iter().collect())),
        "[\\x00-\\x7f]{0,12}".prop_map(Value::Text),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::List),
            btree_map("[ !#-\\[\\]-~]{0,6}", inner, 0..6).prop_map(Value::Map),
        ]
    })
}

/// Bytes that are often nearly JSON.
fn nearly_json() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        "[\\[\\]{}:,\"0-9.eE+\\- ntf\\\\u]{1,3}",
        Just("\"a\":".to_owned()),
        Just("\\u001f".to_owned()),
        Just("null".to_owned()),
        Just("\"ä\"".to_owned()),
    ];
    prop_oneof![
        vec(piece, 0..8).prop_map(|pieces| pieces.concat().into_bytes()),
        (value(), any::<prop::sample::Index>(), any::<u8>()).prop_map(|(value, place, byte)| {
            let mut bytes = json::write(&value).unwrap().into_bytes();
            let place = place.index(bytes.len());
            bytes[place] = byte;
            bytes
        }),
        vec(any::<u8>(), 0..20),
    ]
}

/// A chain of `length` events and the head after them.
fn chain(length: u64, texts: &[String]) -> (Head, Vec<Vec<u8>>) {
    let key = PublicKey([3; 32]);
    let mut head = Head::new(DossierId([5; 16]), &key);
    let mut bodies = Vec::new();
    for seq in 0..length {
        let text = texts.get(seq as usize).cloned().unwrap_or_default();
        let (kind, payload) = match seq {
            0 => ("chain.open/1", Value::map([("key", key.to_string())])),
            _ => ("answer.set/1", Value::map([("text", text)])),
        };
        let link = head.link(kind, &[], payload, "2026-11-23T05:00:00.000Z").unwrap();
        head.accept(&link).unwrap();
        bodies.push(link.body().to_vec());
    }
    (head, bodies)
}

/// The head after reading `bodies`, or nothing at the first that is refused.
fn follow(bodies: &[Vec<u8>]) -> Option<Head> {
    let mut head = Head::new(DossierId([5; 16]), &PublicKey([3; 32]));
    for body in bodies {
        head.follow(&Event::read(body).ok()?).ok()?;
    }
    Some(head)
}

/// RFC 6962 section 2.1 as it stands there: split at the largest power of two below the size.
fn naive_root(leaves: &[Digest]) -> Digest {
    match leaves {
        [] => Digest::of(&[]),
        [one] => *one,
        _ => {
            let half = leaves.len().next_power_of_two() / 2;
            Digest::node(&naive_root(&leaves[..half]), &naive_root(&leaves[half..]))
        }
    }
}

proptest! {
    #[test]
    fn what_is_written_reads_back_to_the_same_value(value in value()) {
        let written = json::write(&value).expect("the value is within the profile");
        prop_assert_eq!(json::parse(written.as_bytes()), Ok(value.clone()), "{}", written);
        let other: serde_json::Value = serde_json::from_str(&written).expect("it is JSON");
        prop_assert_eq!(serde_json::to_string(&other).unwrap(), written, "serde_json agrees");
    }

    #[test]
    fn check_and_parse_agree_and_what_they_accept_is_its_own_encoding(bytes in nearly_json()) {
        let parsed = json::parse(&bytes);
        prop_assert_eq!(json::check(&bytes), parsed.clone().map(|_| ()), "one grammar, one answer");
        if let Ok(value) = &parsed {
            prop_assert_eq!(json::write(value).unwrap().into_bytes(), bytes, "one spelling");
        } else if let Ok(other) = serde_json::from_slice::<serde_json::Value>(&bytes) {
            // A second parser reads it: then it must be the spelling that was wrong.
            let why = parsed.unwrap_err().why;
            let respelled = serde_json::to_string(&other).unwrap().into_bytes();
            let outside = matches!(why, JsonWhy::KeyCharacter | JsonWhy::NumberRange | JsonWhy::Depth | JsonWhy::Float);
            prop_assert!(outside || respelled != bytes, "{:?} refused for {:?}", bytes, why);
        }
    }

    #[test]
    fn the_fold_is_the_tree_of_rfc_6962(leaves in vec(any::<[u8; 32]>(), 0..70)) {
        let leaves: Vec<_> = leaves.into_iter().map(Digest).collect();
        let mut fold = Fold::new();
        for leaf in &leaves {
            fold.push(leaf);
        }
        prop_assert_eq!(fold.root(), naive_root(&leaves), "folded and recursive roots agree");
    }

    #[test]
    fn a_changed_byte_is_refused_or_changes_the_root(
        texts in vec(".{0,30}", 6),
        event in 0_usize..6,
        place in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let (head, mut bodies) = chain(6, &texts);
        let place = place.index(bodies[event].len());
        let same = std::mem::replace(&mut bodies[event][place], byte) == byte;
        match follow(&bodies) {
            None => prop_assert!(!same, "an unchanged chain must be accepted"),
            Some(read) if same => prop_assert_eq!(read, head, "reading gives the writer's head"),
            // Only the last event can be changed without breaking `prev`; the root shows it.
            Some(read) => {
                prop_assert_eq!(event, 5, "a change before the last event breaks the chain");
                prop_assert_ne!(read.tree.root(), head.tree.root(), "the root shows the change");
            }
        }
    }

    #[test]
    fn any_rearrangement_of_a_chain_is_refused(order in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let (_, bodies) = chain(6, &[]);
        let moved: Vec<_> = order.iter().map(|place| bodies[*place].clone()).collect();
        prop_assert_eq!(follow(&moved).is_some(), order.is_sorted(), "order {:?}", order);
    }

    #[test]
    fn whatever_is_linked_reads_back_as_it_was_given(kind in ".{0,40}", time in ".{0,40}", payload in value()) {
        let (mut head, _) = chain(2, &[]);
        let before = head.clone();
        let times = [time.as_str(), "2026-11-23T05:00:00.000Z"];
        let kinds = [kind.as_str(), "answer.set/1"];
        for (time, kind) in times.iter().flat_map(|t| kinds.map(|k| (*t, k))) {
            let Ok(link) = head.link(kind, &[], payload.clone(), time) else { continue };
            let event = Event::read(link.body()).expect("a link's body reads");
            prop_assert_eq!(event.kind, kind, "the kind that was given");
            prop_assert_eq!(event.time, time, "the time that was given");
            prop_assert_eq!(event.payload(), Ok(payload.clone()), "the payload that was given");
            prop_assert_eq!(event.id, link.id(), "the id of the body");
            head.follow(&event).expect("a link continues its chain");
            let mut accepted = before.clone();
            accepted.accept(&link).expect("and can be accepted");
            prop_assert_eq!(&accepted, &head, "reading and accepting lead to the same head");
            head = before.clone();
        }
    }
}
