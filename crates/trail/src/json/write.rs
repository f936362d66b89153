//! Writing the one canonical spelling of a value.

use super::{JsonProblem, JsonWhy, MAX_DEPTH, MAX_INT, Value, is_key};
use alloc::format;
use alloc::string::{String, ToString as _};

/// Writes the canonical form, which [`super::parse`] reads back to an equal value.
///
/// # Errors
/// A key that is not printable ASCII or has a quote or backslash, an integer beyond ±(2^53-1),
/// or nesting deeper than [`MAX_DEPTH`]; `at` is how far the text had been written.
pub fn write(value: &Value) -> Result<String, JsonProblem> {
    let mut text = String::new();
    value.push(&mut text, 0)?;
    Ok(text)
}

impl Value {
    fn push(&self, text: &mut String, depth: u8) -> Result<(), JsonProblem> {
        let fail = |text: &String, why| Err(JsonProblem { at: text.len(), why });
        if depth >= MAX_DEPTH && matches!(self, Self::List(_) | Self::Map(_)) {
            return fail(text, JsonWhy::Depth);
        }
        let inside = depth.saturating_add(1);
        match self {
            Self::Null => text.push_str("null"),
            Self::Bool(true) => text.push_str("true"),
            Self::Bool(false) => text.push_str("false"),
            Self::Int(int) if int.unsigned_abs() > MAX_INT.unsigned_abs() => {
                return fail(text, JsonWhy::NumberRange);
            }
            Self::Int(int) => text.push_str(&int.to_string()),
            Self::Text(string) => push_string(text, string),
            Self::List(list) => {
                text.push('[');
                for (place, element) in list.iter().enumerate() {
                    if place > 0 {
                        text.push(',');
                    }
                    element.push(text, inside)?;
                }
                text.push(']');
            }
            Self::Map(map) => {
                text.push('{');
                for (place, (key, field)) in map.iter().enumerate() {
                    if place > 0 {
                        text.push(',');
                    }
                    if !is_key(key.as_bytes()) {
                        return fail(text, JsonWhy::KeyCharacter);
                    }
                    push_string(text, key);
                    text.push(':');
                    field.push(text, inside)?;
                }
                text.push('}');
            }
        }
        Ok(())
    }
}

/// RFC 8785 section 3.2.2.2: two-character escapes where JSON has them, `\u00xx` in lower case
/// for the other control characters, everything else as it is.
fn push_string(text: &mut String, string: &str) {
    text.push('"');
    for character in string.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\u{8}' => text.push_str("\\b"),
            '\t' => text.push_str("\\t"),
            '\n' => text.push_str("\\n"),
            '\u{c}' => text.push_str("\\f"),
            '\r' => text.push_str("\\r"),
            '\0'..='\u{1f}' => text.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => text.push(character),
        }
    }
    text.push('"');
}
