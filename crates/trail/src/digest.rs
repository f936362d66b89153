//! SHA-256 digests, written as 64 lower-case hexadecimal digits.

use crate::hex::shown_as_hex;
use sha2::{Digest as _, Sha256};

/// A SHA-256 digest (FIPS 180-4): 32 bytes, shown as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Digest(pub [u8; 32]);

shown_as_hex!(Digest, 32, "64");

impl Digest {
    /// All zeros: the `prev` of a chain's first event.
    pub const ZERO: Self = Self([0; 32]);

    /// The SHA-256 of `bytes`, the same figure `sha256sum` prints.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The leaf hash of RFC 6962 section 2.1, SHA-256(0x00 ‖ `bytes`): an event's id.
    #[must_use]
    pub fn leaf(bytes: &[u8]) -> Self {
        Self(Sha256::new_with_prefix([0]).chain_update(bytes).finalize().into())
    }

    /// The node hash of RFC 6962 section 2.1, SHA-256(0x01 ‖ left ‖ right).
    #[must_use]
    pub fn node(left: &Self, right: &Self) -> Self {
        let mut bytes = [1; 65];
        let parts = left.0.iter().chain(&right.0);
        bytes.iter_mut().skip(1).zip(parts).for_each(|(to, from)| *to = *from);
        Self::of(&bytes)
    }
}
