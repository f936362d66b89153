//! Between typed payloads and the canonical JSON that the trail stores.

use alloc::{
    format,
    string::{String, ToString},
};

use serde::{Serialize, de::DeserializeOwned};
use trail::json;

/// Turns a typed payload into the canonical form the trail stores.
///
/// # Errors
/// The payload holds a number with a fraction or outside ±(2^53-1), or a key that is not ASCII.
pub fn to_payload<T: Serialize>(payload: &T) -> Result<json::Value, PayloadProblem> {
    let value = serde_json::to_value(payload).map_err(|e| PayloadProblem(e.to_string()))?;
    to_canonical(&value)
}

/// Reads a payload into its typed structure.
///
/// # Errors
/// The payload is not of that kind: a field is missing, unknown or of another type.
pub fn from_payload<T: DeserializeOwned>(payload: &json::Value) -> Result<T, PayloadProblem> {
    serde_json::from_value(from_canonical(payload)).map_err(|e| PayloadProblem(e.to_string()))
}

/// A payload that cannot be recorded or read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayloadProblem(pub String);

/// JSON as serde knows it, in the trail's canonical value type.
///
/// # Errors
/// A number with a fraction or outside ±(2^53-1), or a key that the trail's profile does not allow.
pub fn to_canonical(value: &serde_json::Value) -> Result<json::Value, PayloadProblem> {
    Ok(match value {
        serde_json::Value::Null => json::Value::Null,
        serde_json::Value::Bool(b) => json::Value::Bool(*b),
        serde_json::Value::Number(n) => json::Value::Int(
            n.as_i64()
                .filter(|i| i.unsigned_abs() < 1 << 53)
                .ok_or_else(|| PayloadProblem(format!("{n} is not a whole number the trail can hold")))?,
        ),
        serde_json::Value::String(s) => json::Value::Text(s.clone()),
        serde_json::Value::Array(list) => {
            json::Value::List(list.iter().map(to_canonical).collect::<Result<_, _>>()?)
        }
        serde_json::Value::Object(map) => json::Value::Map(
            map.iter()
                .map(|(k, v)| Ok((key(k)?, to_canonical(v)?)))
                .collect::<Result<_, PayloadProblem>>()?,
        ),
    })
}

/// Keys are printable ASCII without `"` and `\` (`docs/formats/trail.md`).
fn key(key: &str) -> Result<String, PayloadProblem> {
    let allowed = |b: u8| (0x20..0x7f).contains(&b) && b != b'"' && b != b'\\';
    if key.bytes().all(allowed) {
        Ok(key.to_string())
    } else {
        Err(PayloadProblem(format!("the key {key:?} is not plain ASCII")))
    }
}

/// The trail's canonical value as JSON that serde knows.
#[must_use]
pub fn from_canonical(value: &json::Value) -> serde_json::Value {
    match value {
        json::Value::Null => serde_json::Value::Null,
        json::Value::Bool(b) => (*b).into(),
        json::Value::Int(i) => (*i).into(),
        json::Value::Text(s) => s.clone().into(),
        json::Value::List(list) => list.iter().map(from_canonical).collect(),
        json::Value::Map(map) => {
            serde_json::Value::Object(map.iter().map(|(k, v)| (k.clone(), from_canonical(v))).collect())
        }
    }
}
