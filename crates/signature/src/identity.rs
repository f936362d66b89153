//! The secret half: an installation's signing key.

use crate::note::{self, Note, NoteProblem, NoteSignature};
use core::fmt;
use ed25519_dalek::{Signer as _, SigningKey};
use trail::{EventId, PublicKey, Signature, signing_message};
use zeroize::Zeroizing;

/// One installation's Ed25519 key (RFC 8032). The secret is wiped from memory when dropped, and
/// is shown by no formatting.
pub struct Identity {
    key: SigningKey,
}

impl Identity {
    /// The identity of a secret: 32 bytes from a cryptographic random source, the seed of
    /// RFC 8032 section 5.1.5. The caller's own copy is the caller's to wipe.
    #[must_use]
    pub fn new(secret: [u8; 32]) -> Self {
        let secret = Zeroizing::new(secret);
        Self { key: SigningKey::from_bytes(&secret) }
    }

    /// The public half, which every chain of this installation carries.
    #[must_use]
    pub fn public_key(&self) -> PublicKey {
        PublicKey(self.key.verifying_key().to_bytes())
    }

    /// Signs an event by its id; see [`trail::signing_message`].
    #[must_use]
    pub fn sign_event(&self, id: &EventId) -> Signature {
        Signature(self.key.sign(&signing_message(id)).to_bytes())
    }

    /// A C2SP signed note of `text` with one signature line by this key under the key name
    /// `name`: a checkpoint's origin, or a report signer's key name.
    ///
    /// # Errors
    /// The name or the text cannot stand in a note, or the text begins like an event's signing
    /// message.
    pub fn sign_note(&self, name: &str, text: &str) -> Result<String, NoteProblem> {
        let mut note = Note::new(text)?;
        self.add_signature(name, &mut note)?;
        Ok(note.to_text())
    }

    /// Adds this key's signature line to a note, after those it has.
    ///
    /// # Errors
    /// The name cannot stand in a note, or the note is full.
    pub fn add_signature(&self, name: &str, note: &mut Note) -> Result<(), NoteProblem> {
        let key_id = note::key_id(name, &self.public_key());
        let bytes = self.key.sign(note.text().as_bytes()).to_bytes().to_vec();
        note.push(NoteSignature { name: name.to_owned(), key_id, bytes })
    }

    pub(crate) fn secret(&self) -> &[u8; 32] {
        self.key.as_bytes()
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity({})", self.public_key())
    }
}
