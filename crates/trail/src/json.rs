//! Canonical JSON: the profile of RFC 8785 (JCS) in which every value has one spelling.
//!
//! Objects have printable ASCII keys without quote or backslash, each once, in byte order; numbers
//! are integers from -(2^53-1) to 2^53-1; there is no whitespace; strings carry UTF-8 literally
//! and escape only what must be escaped, in the shortest way. Whatever is not in that spelling is
//! refused rather than repaired, so equal values have equal bytes and equal digests.

mod scan;
mod value;
mod write;

pub(crate) use scan::Scan;
pub use value::Value;
pub use write::write;

use core::fmt;

/// The largest integer, 2^53-1: the last one that every JSON reader holds exactly (RFC 7493).
pub const MAX_INT: i64 = 9_007_199_254_740_991;

/// How deep lists and objects may stand in one another.
pub const MAX_DEPTH: u8 = 32;

/// What is not canonical, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonProblem {
    /// Byte offset, counted from 0: in the text read, or in the text written so far.
    pub at: usize,
    /// What is wrong there.
    pub why: JsonWhy,
}

/// The ways in which bytes, or a value, can fail to be canonical JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonWhy {
    /// The text ends inside a value.
    End,
    /// The bytes are not UTF-8 (overlong forms and surrogates included).
    NotUtf8,
    /// Whitespace outside a string.
    Whitespace,
    /// A number with a fraction or an exponent.
    Float,
    /// A number spelled otherwise than by its shortest decimal digits: `-0`, `007`, `+1`.
    NumberForm,
    /// An integer beyond ±(2^53-1).
    NumberRange,
    /// A key that should stand before the one in front of it.
    KeyOrder,
    /// The same key twice in one object.
    DuplicateKey,
    /// A key with anything but printable ASCII, or with a quote or backslash.
    KeyCharacter,
    /// An escape that is unknown or not the canonical one for its character.
    Escape,
    /// A control character that stands in a string unescaped.
    Control,
    /// A byte that cannot stand here.
    Unexpected,
    /// Something follows the value.
    Trailing,
    /// More than [`MAX_DEPTH`] lists and objects inside one another.
    Depth,
}

impl JsonWhy {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::End => "trail-json-end",
            Self::NotUtf8 => "trail-json-not-utf8",
            Self::Whitespace => "trail-json-whitespace",
            Self::Float => "trail-json-float",
            Self::NumberForm => "trail-json-number-form",
            Self::NumberRange => "trail-json-number-range",
            Self::KeyOrder => "trail-json-key-order",
            Self::DuplicateKey => "trail-json-duplicate-key",
            Self::KeyCharacter => "trail-json-key-character",
            Self::Escape => "trail-json-escape",
            Self::Control => "trail-json-control",
            Self::Unexpected => "trail-json-unexpected",
            Self::Trailing => "trail-json-trailing",
            Self::Depth => "trail-json-depth",
        }
    }
}

impl fmt::Display for JsonProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at={}", self.why.code(), self.at)
    }
}

impl core::error::Error for JsonProblem {}

/// Reads a value from its canonical form.
///
/// # Errors
/// The first place at which the bytes are not canonical JSON.
pub fn parse(bytes: &[u8]) -> Result<Value, JsonProblem> {
    Scan::whole(bytes)
}

/// Says whether `bytes` are canonical JSON, without building the value: `check` accepts exactly
/// what [`parse`] accepts, since both run the same grammar.
///
/// # Errors
/// The first place at which the bytes are not canonical JSON.
pub fn check(bytes: &[u8]) -> Result<(), JsonProblem> {
    Scan::whole(bytes)
}

/// Whether a key may stand in an object: printable ASCII without quote and backslash, so that
/// order by UTF-16 code units (RFC 8785 section 3.2.3) is order by bytes.
pub(crate) fn is_key(key: &[u8]) -> bool {
    key.iter().all(|byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\'))
}
