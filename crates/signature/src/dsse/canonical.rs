//! Canonical JSON (RFC 8785) of any JSON without fractions.

use core::fmt;
use std::collections::BTreeMap;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::EnvelopeProblem;

/// The largest integer that every JSON reader holds exactly (RFC 7493).
const LARGEST: u64 = (1 << 53) - 1;

/// The canonical form (RFC 8785) of a JSON text.
///
/// # Errors
/// [`EnvelopeProblem::Json`]: it is not JSON, or has a number with a fraction or beyond 2^53-1, or a key twice in one object;
/// of these, one reader's canonical form is not another's.
pub fn canonical(text: &[u8]) -> Result<Vec<u8>, EnvelopeProblem> {
    let said = |error: serde_json::Error| EnvelopeProblem::Json(error.to_string());
    let node: Node = serde_json::from_slice(text).map_err(said)?;
    let mut out = String::new();
    node.write(&mut out).map_err(said)?;
    Ok(out.into_bytes())
}

/// A value, with the members of objects in the order of their keys' UTF-16 code units (RFC 8785, 3.2.3).
enum Node {
    Null,
    Bool(bool),
    Integer(i64),
    Text(String),
    List(Vec<Node>),
    Object(BTreeMap<Vec<u16>, (String, Node)>),
}

impl Node {
    fn write(&self, out: &mut String) -> Result<(), serde_json::Error> {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Integer(value) => out.push_str(&value.to_string()),
            Self::Text(text) => out.push_str(&serde_json::to_string(text)?),
            Self::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { "," });
                    item.write(out)?;
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (index, (key, value)) in members.values().enumerate() {
                    out.push_str(if index == 0 { "" } else { "," });
                    out.push_str(&serde_json::to_string(key)?);
                    out.push(':');
                    value.write(out)?;
                }
                out.push('}');
            }
        }
        Ok(())
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reading)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON with integers up to 2^53-1")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        if value.unsigned_abs() <= LARGEST { Ok(Node::Integer(value)) } else { Err(E::custom(value)) }
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        i64::try_from(value).map_err(E::custom).and_then(|value| self.visit_i64(value))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Node, A::Error> {
        let mut object = BTreeMap::new();
        while let Some((key, value)) = members.next_entry::<String, Node>()? {
            if object.insert(key.encode_utf16().collect(), (key.clone(), value)).is_some() {
                return Err(A::Error::custom(format!("duplicate key {key:?}")));
            }
        }
        Ok(Node::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn json_has_one_canonical_form_or_none() {
        let same =
            |text: &str| canonical(text.as_bytes()).map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
        for (text, form) in [
            (" { \"b\" : [ 1 , -2 ] , \"a\" : null } ", "{\"a\":null,\"b\":[1,-2]}"),
            // The order is that of UTF-16: a code point beyond the first plane comes before U+FB33 (RFC 8785, 3.2.3).
            ("{\"\u{fb33}\":1,\"\u{1f600}\":2,\"\\r\":3}", "{\"\\r\":3,\"\u{1f600}\":2,\"\u{fb33}\":1}"),
            ("\"\\u20ac\\u000f\\u000a\\/\\\"\\u007f\"", "\"\u{20ac}\\u000f\\n/\\\"\u{7f}\""),
            ("9007199254740991", "9007199254740991"),
            ("[true,false,{}]", "[true,false,{}]"),
        ] {
            assert_eq!(same(text).as_deref(), Ok(form), "{text} has this canonical form");
            assert_eq!(same(form).as_deref(), Ok(form), "which is its own");
        }
        for text in [
            "",
            "{",
            "1.0",
            "1e2",
            "-0",
            "9007199254740992",
            "18446744073709551615",
            "{\"a\":1,\"a\":1}",
            "[1] 2",
            "\"\\ud800\"",
            "NaN",
            "{a:1}",
        ] {
            assert!(same(text).is_err(), "{text} has none that all readers agree on");
        }
        let deep = "[".repeat(500) + &"]".repeat(500);
        assert!(same(&deep).is_err(), "what is nested without end is refused, not followed");
    }
}
