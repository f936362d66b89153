//! JSON as it stands in the file, with nothing lost: fields keep their order and their repetitions.
//!
//! `serde_json::Value` would let the last of two equal fields win without a word, and its field
//! order depends on a feature that any other crate of the build may turn on. Both are unfit for a
//! pack whose rows are pinned by digest.

use crate::{PackProblem, PackWhy};
use alloc::{
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, SeqAccess, Visitor},
    ser::SerializeMap,
};

/// The largest file that is read, in bytes: more than ten times the larger of the shipped packs.
pub(crate) const MOST_BYTES: usize = 1024 * 1024;

/// A JSON value (RFC 8259). Numbers other than whole ones are kept apart, no file of ours has one.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// A fraction, or a whole number that does not fit in 64 bits. Refused wherever it stands.
    OtherNumber,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object: its fields in their order, a repeated one as often as it stands there.
    Object(Vec<(String, Json)>),
}

/// Reads the whole of `bytes` as one JSON value.
pub(crate) fn read(bytes: &[u8]) -> Result<Json, PackProblem> {
    let refuse = |why| PackProblem { path: String::new(), id: None, why };
    if bytes.len() > MOST_BYTES {
        return Err(refuse(PackWhy::TooLarge { size: bytes.len(), most: MOST_BYTES }));
    }
    serde_json::from_slice(bytes)
        .map_err(|error| refuse(PackWhy::NotJson { line: error.line(), column: error.column() }))
}

/// The canonical form (RFC 8785) of a value without [`Json::OtherNumber`]: fields sorted, no
/// blanks. `None` for a value that has no such form here.
///
/// serde_json escapes strings as RFC 8785 demands; ASCII field names sort the same in UTF-8 and in
/// UTF-16, and the format has no others.
pub(crate) fn canonical(value: &Json) -> Option<Vec<u8>> {
    serde_json::to_vec(value).ok()
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => to.serialize_unit(),
            Self::Bool(yes) => to.serialize_bool(*yes),
            Self::Whole(number) => to.serialize_i64(*number),
            Self::OtherNumber => Err(serde::ser::Error::custom("not a whole number")),
            Self::Text(text) => to.serialize_str(text),
            Self::List(list) => to.collect_seq(list),
            Self::Object(fields) => {
                let mut sorted: Vec<_> = fields.iter().collect();
                sorted.sort_by(|(a, _), (b, _)| a.cmp(b));
                let mut map = to.serialize_map(Some(sorted.len()))?;
                for (name, value) in sorted {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Json, E> {
        Ok(Json::Bool(yes))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Whole(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(i64::try_from(number).map_or(Json::OtherNumber, Json::Whole))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::OtherNumber)
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_string()))
    }

    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(Json::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            fields.push(entry);
        }
        Ok(Json::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_canonical_form_sorts_fields_and_drops_blanks() {
        let value = read(b" { \"b\" : [1, true, null], \"a\" : \"\\u00e9\\n\" } ").unwrap();
        assert_eq!(
            canonical(&value).unwrap(),
            "{\"a\":\"é\\n\",\"b\":[1,true,null]}".as_bytes(),
            "two spellings of one content must have one digest"
        );
    }

    #[test]
    fn a_fraction_has_no_canonical_form() {
        let value = read(b"{\"a\":1.0}").unwrap();
        assert_eq!(canonical(&value), None, "a pack holds whole numbers only");
    }

    #[test]
    fn a_file_beyond_the_limit_is_not_parsed() {
        let bytes = alloc::vec![b' '; MOST_BYTES + 1];
        assert_eq!(
            read(&bytes).unwrap_err().why,
            PackWhy::TooLarge { size: MOST_BYTES + 1, most: MOST_BYTES },
            "size is checked before anything is allocated for the content"
        );
    }

    #[test]
    fn brackets_nested_without_end_are_refused_and_do_not_overflow_the_stack() {
        let bytes = alloc::vec![b'['; 100_000];
        assert!(
            matches!(read(&bytes).unwrap_err().why, PackWhy::NotJson { line: 1, .. }),
            "a hostile pack must not be able to end the program"
        );
    }
}
