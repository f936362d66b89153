//! Signed notes (C2SP `signed-note`): a text, an empty line, and signature lines.
//!
//! Only Ed25519 signatures (type 0x01) are made and verified; lines of other types are kept.

use crate::verify::verify;
use base64ct::{Base64, Encoding as _};
use core::fmt;
use trail::{Digest, PublicKey, SIGNING_PREFIX};

/// What every signature line begins with: an em dash and a space.
const DASH: &str = "\u{2014} ";

/// The signature type of plain Ed25519 over the text.
const ED25519_TYPE: u8 = 0x01;

/// More signature lines than any note of ours can need.
const MOST_SIGNATURES: usize = 100;

/// A text and who signed it. The text and its lines can be read, but only joined in valid ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<NoteSignature>,
}

/// One signature line. What it says is a claim until [`Note::verify`] says yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteSignature {
    /// The key name: not empty, without spaces and `+`.
    pub name: String,
    /// The first four bytes of what [`key_id`] hashes: a hint, not proof.
    pub key_id: [u8; 4],
    /// The signature; 64 bytes for Ed25519.
    pub bytes: Vec<u8>,
}

/// Why something is not a signed note, or cannot become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteProblem {
    /// The text is empty, does not end with a newline, or has a control character.
    Text,
    /// The text begins like an event's signing message, so its signature could pass for one.
    LooksLikeEvent,
    /// There is no empty line between a text and signature lines.
    NoSignatures,
    /// This signature line (counted from 1) is not `— name base64`.
    Line(usize),
    /// The key name is empty or has a space, a control character or a `+`.
    Name,
    /// More than 100 signature lines.
    TooMany,
}

impl NoteProblem {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Text => "signature-note-text",
            Self::LooksLikeEvent => "signature-note-looks-like-event",
            Self::NoSignatures => "signature-note-no-signatures",
            Self::Line(_) => "signature-note-line",
            Self::Name => "signature-note-name",
            Self::TooMany => "signature-note-too-many",
        }
    }
}

impl fmt::Display for NoteProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())?;
        if let Self::Line(line) = self { write!(f, " line={line}") } else { Ok(()) }
    }
}

impl core::error::Error for NoteProblem {}

/// The key id of C2SP `signed-note`: the first four bytes of
/// SHA-256(name ‖ newline ‖ 0x01 ‖ public key).
#[must_use]
pub fn key_id(name: &str, key: &PublicKey) -> [u8; 4] {
    typed_key_id(name, ED25519_TYPE, key)
}

/// The same for another type of signature.
pub(crate) fn typed_key_id(name: &str, kind: u8, key: &PublicKey) -> [u8; 4] {
    let bytes = [name.as_bytes(), b"\n", &[kind], &key.0].concat();
    let Digest([a, b, c, d, ..]) = Digest::of(&bytes);
    [a, b, c, d]
}

impl Note {
    /// A note that nobody has signed yet.
    ///
    /// # Errors
    /// The text is empty, does not end with a newline, has control characters, or looks like the
    /// signing message of an event.
    pub fn new(text: &str) -> Result<Self, NoteProblem> {
        let is_control = |byte: u8| byte < 0x20 && byte != b'\n';
        if !text.ends_with('\n') || text.bytes().any(is_control) {
            return Err(NoteProblem::Text);
        }
        if text.as_bytes().starts_with(SIGNING_PREFIX) {
            return Err(NoteProblem::LooksLikeEvent);
        }
        Ok(Self { text: text.to_owned(), signatures: Vec::new() })
    }

    /// Reads a signed note. The last empty line parts the text from the signatures.
    ///
    /// # Errors
    /// The first part that is not as C2SP `signed-note` wants it.
    pub fn parse(text: &str) -> Result<Self, NoteProblem> {
        let (body, lines) = text.rsplit_once("\n\n").ok_or(NoteProblem::NoSignatures)?;
        let mut note = Self::new(&format!("{body}\n"))?;
        let lines = lines.strip_suffix('\n').ok_or(NoteProblem::NoSignatures)?;
        for (place, line) in lines.split('\n').enumerate() {
            let signature = signature(line).ok_or(NoteProblem::Line(place + 1))?;
            note.push(signature)?;
        }
        Ok(note)
    }

    /// The text that is signed, with its last newline.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signature lines in their order.
    #[must_use]
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Adds a signature line after the others.
    ///
    /// # Errors
    /// The name cannot stand in a line, or there are 100 lines already.
    pub fn push(&mut self, signature: NoteSignature) -> Result<(), NoteProblem> {
        if !is_name(&signature.name) {
            return Err(NoteProblem::Name);
        }
        if self.signatures.len() >= MOST_SIGNATURES {
            return Err(NoteProblem::TooMany);
        }
        self.signatures.push(signature);
        Ok(())
    }

    /// The note as it is stored and sent: text, empty line, signature lines.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut note = format!("{}\n", self.text);
        for signature in &self.signatures {
            let bytes = [&signature.key_id, signature.bytes.as_slice()].concat();
            note += &format!("{DASH}{} {}\n", signature.name, Base64::encode_string(&bytes));
        }
        note
    }

    /// Whether `key`, under the key name `name`, signed the text.
    ///
    /// All lines with that name and key id must hold, and there must be one: a line that is
    /// addressed to this key and fails is a forgery, not noise.
    #[must_use]
    pub fn verify(&self, name: &str, key: &PublicKey) -> bool {
        let mut lines = self.signatures.iter().filter(|line| line.is_by(name, key)).peekable();
        lines.peek().is_some() && lines.all(|line| self.holds(line, key))
    }

    fn holds(&self, line: &NoteSignature, key: &PublicKey) -> bool {
        let bytes: Result<&[u8; 64], _> = line.bytes.as_slice().try_into();
        bytes.is_ok_and(|bytes| verify(key, self.text.as_bytes(), bytes))
    }
}

impl NoteSignature {
    /// Whether the line claims to be by `key` under `name`.
    #[must_use]
    pub fn is_by(&self, name: &str, key: &PublicKey) -> bool {
        self.name == name && self.key_id == key_id(name, key)
    }
}

/// Whether a key name may stand in a signature line.
fn is_name(name: &str) -> bool {
    let is_wrong = |c: char| c.is_whitespace() || c.is_control() || c == '+';
    !name.is_empty() && !name.contains(is_wrong)
}

fn signature(line: &str) -> Option<NoteSignature> {
    let (name, base64) = line.strip_prefix(DASH)?.split_once(' ')?;
    let bytes = Base64::decode_vec(base64).ok()?;
    let (key_id, signature) = bytes.split_first_chunk::<4>()?;
    let complete = is_name(name) && !signature.is_empty();
    complete.then(|| NoteSignature { name: name.to_owned(), key_id: *key_id, bytes: signature.to_vec() })
}
