//! Who else signed a checkpoint: the assessed party, and witnesses (C2SP `tlog-cosignature`, Ed25519).

use core::fmt;

use base64ct::{Base64, Encoding as _};
use trail::PublicKey;

use crate::note::{self, Note, NoteSignature};
use crate::verify::verify;

/// What the key name of a counter-signature begins with; the public key follows as 64 hexadecimal digits, so that the
/// line says by itself which key it is to be checked with.
pub const COUNTERSIGN_PREFIX: &str = "countersign.assay.invalid/";

/// The signature type of `cosignature/v1`.
const COSIGNATURE_TYPE: u8 = 0x04;

/// The key name under which an assessed party counter-signs.
#[must_use]
pub fn countersign_name(key: &PublicKey) -> String {
    format!("{COUNTERSIGN_PREFIX}{key}")
}

/// The keys whose counter-signatures a note claims to carry, each once.
#[must_use]
pub fn countersigners(note: &Note) -> Vec<PublicKey> {
    let mut keys = Vec::new();
    for line in note.signatures() {
        if let Some(key) = line.name.strip_prefix(COUNTERSIGN_PREFIX).and_then(PublicKey::from_hex)
            && !keys.contains(&key)
        {
            keys.push(key);
        }
    }
    keys
}

/// A signature line from a bare Ed25519 signature over the text, as the `openssl` command makes it.
#[must_use]
pub fn countersignature(key: &PublicKey, signature: &[u8; 64]) -> NoteSignature {
    let name = countersign_name(key);
    NoteSignature { key_id: note::key_id(&name, key), name, bytes: signature.to_vec() }
}

/// A witness as its operator publishes it: a vkey of C2SP `signed-note` with signature type 0x04.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// Key name.
    pub name: String,
    /// Public key.
    pub key: PublicKey,
}

/// Why a text is no witness's key, or a note does not carry its cosignature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WitnessProblem {
    /// Not `name+id+key` with an 8-digit key id and base64.
    Form,
    /// A key of another type than 0x04.
    Type,
    /// The key id is not that of name and key.
    KeyId,
    /// The note has no line of this witness.
    Absent,
    /// A line of this witness that does not hold.
    Wrong,
}

impl WitnessProblem {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Form => "signature-witness-form",
            Self::Type => "signature-witness-type",
            Self::KeyId => "signature-witness-key-id",
            Self::Absent => "signature-witness-absent",
            Self::Wrong => "signature-witness-wrong",
        }
    }
}

impl fmt::Display for WitnessProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl core::error::Error for WitnessProblem {}

impl Witness {
    /// Reads a vkey: the name, `+`, the key id as 8 hexadecimal digits, `+`, base64 of 0x04 and the key.
    ///
    /// # Errors
    /// The first part that is not so; a key of another type is not taken for one of this.
    pub fn parse(vkey: &str) -> Result<Self, WitnessProblem> {
        let mut parts = vkey.trim().splitn(3, '+');
        let (Some(name), Some(id), Some(key), true) =
            (parts.next(), parts.next(), parts.next(), parts.next().is_none())
        else {
            return Err(WitnessProblem::Form);
        };
        let bytes = Base64::decode_vec(key).map_err(|_| WitnessProblem::Form)?;
        let (kind, key) = bytes.split_first().ok_or(WitnessProblem::Form)?;
        if *kind != COSIGNATURE_TYPE {
            return Err(WitnessProblem::Type);
        }
        let witness =
            Self { name: name.to_owned(), key: PublicKey(key.try_into().map_err(|_| WitnessProblem::Form)?) };
        let stated: String = witness.key_id().iter().map(|byte| format!("{byte:02x}")).collect();
        let is_name = !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c.is_control());
        match (is_name, stated == id) {
            (false, _) => Err(WitnessProblem::Form),
            (true, false) => Err(WitnessProblem::KeyId),
            (true, true) => Ok(witness),
        }
    }

    /// The key id of `cosignature/v1`: the first four bytes of SHA-256(name ‖ newline ‖ 0x04 ‖ key).
    #[must_use]
    pub fn key_id(&self) -> [u8; 4] {
        note::typed_key_id(&self.name, COSIGNATURE_TYPE, &self.key)
    }

    /// The time at which this witness says that the checkpoint was the newest it had seen, in seconds since 1970. All
    /// of its lines must hold; of several the latest time is given.
    ///
    /// # Errors
    /// It has no line in the note, or one that does not hold.
    pub fn check(&self, note: &Note) -> Result<u64, WitnessProblem> {
        let own =
            note.signatures().iter().filter(|line| line.name == self.name && line.key_id == self.key_id());
        let mut latest = None;
        for line in own {
            let time = self.time_of(note, &line.bytes).ok_or(WitnessProblem::Wrong)?;
            latest = latest.max(Some(time));
        }
        latest.ok_or(WitnessProblem::Absent)
    }

    fn time_of(&self, note: &Note, bytes: &[u8]) -> Option<u64> {
        let (time, signature) = bytes.split_first_chunk::<8>()?;
        let time = u64::from_be_bytes(*time);
        let signature: &[u8; 64] = signature.try_into().ok()?;
        let message = format!("cosignature/v1\ntime {time}\n{}", note.text());
        // More than 2^63 - 1 is no time that the specification allows.
        (i64::try_from(time).is_ok() && verify(&self.key, message.as_bytes(), signature)).then_some(time)
    }
}

/// Seconds since 1970 as RFC 3339 in UTC; `None` for a time no calendar of ours has.
#[must_use]
pub fn time_text(seconds: u64) -> Option<String> {
    let at = der::DateTime::from_unix_duration(core::time::Duration::from_secs(seconds)).ok()?;
    Some(at.to_string())
}
