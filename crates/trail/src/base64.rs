//! Standard base64 (RFC 4648 section 4) of a root: 32 bytes, always 44 characters.

use crate::Digest;
use alloc::string::String;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The 44 characters of a digest.
#[must_use]
pub fn of(digest: &Digest) -> String {
    let mut text = String::new();
    push(&mut text, digest);
    text
}

/// Appends the 44 characters of a digest.
pub(crate) fn push(text: &mut String, digest: &Digest) {
    for three in digest.0.chunks(3) {
        let word = three
            .iter()
            .chain(core::iter::repeat(&0))
            .take(3)
            .fold(0_u32, |word, byte| word << 8 | u32::from(*byte));
        for (place, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let six = usize::try_from(word >> shift & 0x3f).unwrap_or(0);
            let character = if place <= three.len() { ALPHABET.get(six).copied() } else { None };
            text.push(char::from(character.unwrap_or(b'=')));
        }
    }
}

/// Reads exactly what [`of`] writes: 43 characters and one `=`, spare bits zero.
#[must_use]
pub fn read(text: &str) -> Option<Digest> {
    let digits: &[u8; 43] = text.strip_suffix('=')?.as_bytes().try_into().ok()?;
    let mut digest = Digest::ZERO;
    let mut to = digest.0.iter_mut();
    for four in digits.chunks(4) {
        let mut word = 0_u32;
        for digit in four {
            let six = ALPHABET.iter().position(|letter| letter == digit)?;
            word = word << 6 | u32::try_from(six).ok()?;
        }
        if four.len() == 3 {
            word <<= 6;
        }
        let [_, bytes @ ..] = word.to_be_bytes();
        for byte in bytes {
            match to.next() {
                Some(place) => *place = byte,
                // Only the two bits that do not fill a byte are left: they must be zero.
                None => (byte == 0).then_some(())?,
            }
        }
    }
    Some(digest)
}
