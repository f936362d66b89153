//! Who may read a dossier: the key of an encrypted one, and how it comes from a passphrase.
//!
//! The format is written down in `docs/formats/encryption.md`. Everything secret here is wiped when it
//! is let go.

mod age;
pub(crate) mod page;
pub mod recovery;

use std::fmt;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::{Zeroize as _, Zeroizing};

use crate::copying::beside;
use crate::error::DossierError;
use crate::schema::PAGE_SIZE;

/// Random bytes with which an encrypted dossier begins; also SQLCipher's.
pub const SALT: usize = 16;

/// The first bytes of every SQLite file that is not encrypted.
const MAGIC: &[u8; SALT] = b"SQLite format 3\0";

/// Argon2id as RFC 9106, section 4, recommends second: 64 MiB, 3 passes, 4 lanes, 32 bytes.
const MEMORY_KIB: u32 = 1 << 16;
const PASSES: u32 = 3;
const LANES: u32 = 4;

/// The key of one encrypted dossier, together with the salt that the file begins with.
pub struct Key {
    salt: [u8; SALT],
    /// In one place for as long as it lives: what is moved about leaves copies behind.
    raw: Box<Zeroizing<[u8; 32]>>,
}

impl Key {
    /// The key that a passphrase makes for a file with this salt. Takes 64 MiB and a moment, by design.
    /// The passphrase is taken in Unicode's form NFC, so that keyboards that compose letters otherwise
    /// still write the same one.
    ///
    /// # Errors
    /// The passphrase is empty: it protects nothing.
    pub fn derive(passphrase: &str, salt: [u8; SALT]) -> Result<Self, DossierError> {
        if passphrase.is_empty() {
            return Err(DossierError::EmptyPassphrase);
        }
        let mut composed = Zeroizing::new(String::with_capacity(passphrase.len().saturating_mul(3)));
        composed.extend(passphrase.nfc());
        let mut raw = Box::new(Zeroizing::new([0; 32]));
        let not_derived = |_| DossierError::Io {
            doing: "deriving the key",
            path: PathBuf::new(),
            source: std::io::ErrorKind::OutOfMemory.into(),
        };
        let parameters = Params::new(MEMORY_KIB, PASSES, LANES, Some(32)).map_err(not_derived)?;
        Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
            .hash_password_into(composed.as_bytes(), &salt, raw.as_mut_slice())
            .map_err(not_derived)?;
        wipe_stack();
        Ok(Self { salt, raw })
    }

    /// The key itself, as a key file or a recovery file hands it over.
    #[must_use]
    pub fn from_raw(salt: [u8; SALT], mut raw: [u8; 32]) -> Self {
        let mut kept = Box::new(Zeroizing::new([0; 32]));
        kept.copy_from_slice(&raw);
        raw.zeroize();
        Self { salt, raw: kept }
    }

    /// The salt of the file that this key opens.
    #[must_use]
    pub const fn salt(&self) -> &[u8; SALT] {
        &self.salt
    }

    pub(crate) fn raw(&self) -> &[u8; 32] {
        &self.raw
    }

    /// 32 bytes for another purpose than the pages of the dossier, by HKDF-SHA256 (RFC 5869): whoever
    /// has them learns nothing about the key.
    #[must_use]
    pub fn for_purpose(&self, purpose: &str) -> Zeroizing<[u8; 32]> {
        expand(self.raw(), &self.salt, purpose.as_bytes())
    }

    /// Encrypts a few bytes that belong to the dossier and lie elsewhere, with a key for this purpose
    /// (XChaCha20-Poly1305). `nonce` is random and stands before what is returned.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn seal(&self, purpose: &str, bytes: &[u8], nonce: [u8; 24]) -> Result<Vec<u8>, DossierError> {
        let sealed = self.aead(purpose).encrypt(&nonce.into(), bytes).map_err(|_| DossierError::Io {
            doing: "encrypting",
            path: PathBuf::new(),
            source: std::io::ErrorKind::OutOfMemory.into(),
        })?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Decrypts what [`Key::seal`] gave; `None` where it was another key, another purpose or other bytes.
    #[must_use]
    pub fn unseal(&self, purpose: &str, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_first_chunk::<24>()?;
        self.aead(purpose).decrypt(nonce.into(), sealed).ok().map(Zeroizing::new)
    }

    fn aead(&self, purpose: &str) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.for_purpose(purpose).as_slice().into())
    }

    /// The salt as a text: what an encrypted file is told apart from others by.
    #[must_use]
    pub fn salt_text(&self) -> String {
        let mut text = String::new();
        push_hex(&mut text, &self.salt);
        text
    }

    /// Key and salt in hexadecimal, as SQLCipher takes them: `x'…'` without the frame.
    pub(crate) fn hex(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(96));
        push_hex(&mut text, self.raw.as_slice());
        push_hex(&mut text, &self.salt);
        text
    }
}

impl Clone for Key {
    fn clone(&self) -> Self {
        let mut raw = Box::new(Zeroizing::new([0; 32]));
        raw.copy_from_slice(self.raw.as_slice());
        Self { salt: self.salt, raw }
    }
}

impl fmt::Debug for Key {
    /// Names the file it opens and nothing else.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key(for {})", self.salt_text())
    }
}

/// A dossier's file and, where it is encrypted, the key to it. Paths turn into one without a key.
#[derive(Clone, Copy, Debug)]
pub struct Locked<'a> {
    pub(crate) path: &'a Path,
    pub(crate) key: Option<&'a Key>,
}

impl<'a> Locked<'a> {
    /// The file with its key, if it has one.
    #[must_use]
    pub const fn with(path: &'a Path, key: Option<&'a Key>) -> Self {
        Self { path, key }
    }

    /// The file.
    #[must_use]
    pub const fn path(&self) -> &'a Path {
        self.path
    }

    /// Its key, if one was given.
    #[must_use]
    pub const fn key(&self) -> Option<&'a Key> {
        self.key
    }
}

impl<'a> From<&'a Path> for Locked<'a> {
    fn from(path: &'a Path) -> Self {
        Self { path, key: None }
    }
}

impl<'a> From<&'a PathBuf> for Locked<'a> {
    fn from(path: &'a PathBuf) -> Self {
        Self { path, key: None }
    }
}

/// The salt that an encrypted dossier begins with, or `None` for a plain one. Of what is neither, this
/// says only that it may be encrypted: nothing in an encrypted file says so.
///
/// # Errors
/// The file cannot be read, or is neither: not a whole number of pages, or empty.
pub fn salt_of(path: &Path) -> Result<Option<[u8; SALT]>, DossierError> {
    let io = |source| DossierError::io("opening the dossier", path, source);
    let not_a_dossier =
        |detail: &str| DossierError::NotADossier { path: path.into(), detail: detail.to_owned() };
    // Asked before it is opened: opening a pipe would wait for somebody who writes into it.
    if !std::fs::metadata(path).map_err(io)?.is_file() {
        return Err(not_a_dossier("it is a folder, a device or a pipe"));
    }
    let mut file = File::open(path).map_err(io)?;
    let size = file.metadata().map_err(io)?.len();
    let mut start = [0; SALT];
    if size == 0 {
        return Err(not_a_dossier("the file is empty"));
    }
    file.read_exact(&mut start).map_err(|_| not_a_dossier("the file is shorter than a database header"))?;
    if start == *MAGIC {
        return Ok(None);
    }
    if size % u64::from(PAGE_SIZE) == 0 || has_journal(path) {
        Ok(Some(start))
    } else {
        Err(not_a_dossier("it does not begin as a dossier does"))
    }
}

/// Whether an interrupted save waits beside the file to be undone.
pub(crate) fn has_journal(path: &Path) -> bool {
    std::fs::metadata(beside(path, "-journal")).is_ok_and(|journal| journal.len() > 0)
}

/// Overwrites the part of the stack that functions which have returned had in use: ciphers and hashes move their state about,
/// and what they leave there nobody else wipes.
#[inline(never)]
pub(crate) fn wipe_stack() {
    let mut below = [0_u8; 1 << 15];
    below.zeroize();
    std::hint::black_box(&mut below);
}

fn push_hex(text: &mut String, bytes: &[u8]) {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    for nibble in bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]) {
        text.push(DIGITS.get(usize::from(nibble)).copied().unwrap_or_default());
    }
}

fn from_hex<const N: usize>(text: &str) -> Option<Zeroizing<[u8; N]>> {
    let mut bytes = Zeroizing::new([0; N]);
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() || pairs.len() != N {
        return None;
    }
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        let digit = |digit: u8| char::from(digit).to_digit(16).filter(|_| !digit.is_ascii_uppercase());
        *byte = u8::try_from(digit(*high)? << 4 | digit(*low)?).ok()?;
    }
    Some(bytes)
}

/// HKDF-SHA256 (RFC 5869), 32 bytes.
fn expand(secret: &[u8], salt: &[u8], info: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut out = Zeroizing::new([0; 32]);
    // 32 bytes are less than the 8160 that are possible, so this cannot fail; zeros would be noticed at
    // once, since nothing opens with them.
    if hkdf::Hkdf::<sha2::Sha256>::new(Some(salt), secret).expand(info, out.as_mut_slice()).is_err() {
        out.zeroize();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(passphrase: &str) -> String {
        let mut text = String::new();
        push_hex(&mut text, Key::derive(passphrase, *b"0123456789abcdef").unwrap().raw());
        text
    }

    #[test]
    fn a_passphrase_gives_the_key_that_other_programs_derive() {
        assert_eq!(
            raw("correct horse battery staple"),
            "efb51f9a76584f6dd6a4f7942a1a2f6ae5a6e4ec5142ff674dfd5d27eb45e446",
            "argon2-cffi gave this: a dossier must open without Assay, and in every later release"
        );
    }

    #[test]
    fn one_passphrase_typed_on_two_keyboards_is_one() {
        assert_eq!(
            raw("Pr\u{fc}fung"),
            raw("Pru\u{308}fung"),
            "composed and decomposed letters look the same"
        );
        assert_ne!(raw("Pr\u{fc}fung"), raw("Prufung"), "an accent counts");
    }

    #[test]
    fn an_empty_passphrase_is_refused() {
        assert!(
            matches!(Key::derive("", [1; SALT]), Err(DossierError::EmptyPassphrase)),
            "it would protect nothing and look as if it did"
        );
    }

    #[test]
    fn a_key_is_not_printed() {
        let key = Key::from_raw([0xab; SALT], [0xcd; 32]);
        let said = format!("{key:?}");
        assert!(said.contains("abab") && !said.contains("cdcd"), "a log may name the file and not its key");
    }

    #[test]
    fn what_is_sealed_for_one_purpose_opens_for_no_other() {
        let (key, other) = (Key::from_raw([1; SALT], [2; 32]), Key::from_raw([1; SALT], [3; 32]));
        let sealed = key.seal("drafts", b"half a thought", [7; 24]).unwrap();
        assert!(!sealed.windows(4).any(|window| window == b"half"), "it cannot be read");
        assert_eq!(key.unseal("drafts", &sealed).unwrap().as_slice(), b"half a thought");
        assert!(key.unseal("other", &sealed).is_none(), "each purpose has its own key");
        assert!(other.unseal("drafts", &sealed).is_none(), "and each dossier");
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(key.unseal("drafts", &changed).is_none(), "byte {at} was changed");
        }
        assert!(key.unseal("drafts", &[]).is_none(), "nothing is not something");
    }

    #[test]
    fn hexadecimal_is_read_in_one_form_alone() {
        assert_eq!(from_hex::<2>("0aff").as_deref(), Some(&[0x0a, 0xff]));
        for wrong in ["0aFF", "0af", "0aff00", "0g00", "+1+1", ""] {
            assert!(from_hex::<2>(wrong).is_none(), "{wrong} is not two bytes in our form");
        }
    }
}
