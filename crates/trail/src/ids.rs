//! Who and what an event names: dossiers, chains, keys and signatures, each by its bytes.

use crate::Digest;
use crate::hex::{self, shown_as_hex};
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

/// A dossier's id: a UUID (RFC 9562), shown as its lower-case text `8-4-4-4-12`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DossierId(pub [u8; 16]);

/// One author's chain in one dossier, shown as 32 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChainId(pub [u8; 16]);

/// An Ed25519 public key (RFC 8032), shown as 64 lower-case hexadecimal digits.
///
/// Any 32 bytes may stand here; whether they are a usable key is for the verifier to say.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey(pub [u8; 32]);

/// An Ed25519 signature (RFC 8032), shown as 128 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Signature(pub [u8; 64]);

shown_as_hex!(ChainId, 16, "32");
shown_as_hex!(PublicKey, 32, "64");
shown_as_hex!(Signature, 64, "128");

impl ChainId {
    /// The chain that `key` writes in `dossier`: the first 16 bytes of
    /// SHA-256(`"assay-chain/v1\n"` ‖ dossier as UUID text ‖ `"\n"` ‖ the 32 key bytes).
    ///
    /// Both go in, so an event fits neither another dossier nor another key.
    #[must_use]
    pub fn of(dossier: &DossierId, key: &PublicKey) -> Self {
        let mut bytes = Vec::from(b"assay-chain/v1\n");
        bytes.extend(dossier.text());
        bytes.push(b'\n');
        bytes.extend(key.0);
        let Digest([half @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _]) = Digest::of(&bytes);
        Self(half)
    }
}

/// Where the hyphens of a UUID's text stand.
const HYPHENS: [usize; 4] = [8, 13, 18, 23];

impl DossierId {
    /// Reads a UUID's lower-case text with its four hyphens; anything else is `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(text.as_bytes())
    }

    pub(crate) fn read(text: &[u8]) -> Option<Self> {
        let text: &[u8; 36] = text.try_into().ok()?;
        let mut digits = [0; 32];
        let mut to = digits.iter_mut();
        for (place, byte) in text.iter().enumerate() {
            if HYPHENS.contains(&place) {
                (*byte == b'-').then_some(())?;
            } else {
                *to.next()? = *byte;
            }
        }
        hex::bytes(&digits).map(Self)
    }

    fn text(&self) -> Vec<u8> {
        alloc::format!("{self}").into_bytes()
    }
}

impl fmt::Display for DossierId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, byte) in self.0.iter().enumerate() {
            if matches!(place, 4 | 6 | 8 | 10) {
                f.write_char('-')?;
            }
            hex::format(&[*byte], f)?;
        }
        Ok(())
    }
}

impl fmt::Debug for DossierId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
