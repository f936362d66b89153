//! The data set as canonical JSON: the bytes that are hashed, embedded in the PDF and verified.
//!
//! Same spelling as in the trail (RFC 8785 with ASCII keys and integers only), so that equal
//! contents have equal bytes. The fields are described in `docs/formats/report-json.md`.

use crate::contents::SCHEMA_BEFORE;
use crate::{Contents, RenderProblem, SCHEMA};
use serde::Serialize;
use serde_json::Value as Loose;
use trail::json::Value;

/// The canonical bytes of `contents`.
///
/// # Errors
/// [`RenderProblem::Json`] when a number is beyond ±(2^53-1) or an argument's name is not ASCII.
pub fn write(contents: &Contents) -> Result<Vec<u8>, RenderProblem> {
    canonical(contents)
}

/// The canonical bytes of anything that has integers only.
///
/// # Errors
/// As [`write`].
pub fn canonical(value: &impl Serialize) -> Result<Vec<u8>, RenderProblem> {
    let loose = serde_json::to_value(value).map_err(|e| RenderProblem::Json(e.to_string()))?;
    let text =
        trail::json::write(&strict(loose)?).map_err(|problem| RenderProblem::Json(problem.to_string()))?;
    Ok(text.into_bytes())
}

/// SHA-256 of [`write`]: the data digest on the cover.
///
/// # Errors
/// As [`write`].
pub fn digest(contents: &Contents) -> Result<trail::Digest, RenderProblem> {
    Ok(trail::Digest::of(&write(contents)?))
}

/// Reads what [`write`] wrote, and nothing else: the bytes must be canonical and of this schema
/// or the one before.
///
/// # Errors
/// [`RenderProblem::Json`] with the place of the first byte that is not canonical, or with the field
/// that is unknown, missing or of the wrong kind.
pub fn read(bytes: &[u8]) -> Result<Contents, RenderProblem> {
    trail::json::check(bytes).map_err(|problem| RenderProblem::Json(problem.to_string()))?;
    let contents: Contents = serde_json::from_slice(bytes).map_err(|e| RenderProblem::Json(e.to_string()))?;
    if [SCHEMA, SCHEMA_BEFORE].contains(&contents.schema.as_str()) {
        Ok(contents)
    } else {
        Err(RenderProblem::Json(format!("schema is {:?}, expected {SCHEMA:?}", contents.schema)))
    }
}

/// A value with nothing in it that canonical JSON has not.
fn strict(value: Loose) -> Result<Value, RenderProblem> {
    Ok(match value {
        Loose::Null => Value::Null,
        Loose::Bool(b) => Value::Bool(b),
        Loose::Number(n) => Value::Int(
            n.as_i64().ok_or_else(|| RenderProblem::Json(format!("{n} is not an integer in range")))?,
        ),
        Loose::String(s) => Value::Text(s),
        Loose::Array(list) => Value::List(list.into_iter().map(strict).collect::<Result<_, _>>()?),
        Loose::Object(map) => Value::Map(
            map.into_iter()
                .map(|(key, value)| Ok((key, strict(value)?)))
                .collect::<Result<_, RenderProblem>>()?,
        ),
    })
}
