//! Page 1 of an encrypted dossier, decrypted here, so that its header is looked at before SQLite is.
//!
//! SQLCipher 4: AES-256-CBC over the page without its first 16 bytes (the salt) and its last 80 (the
//! initialisation vector and HMAC-SHA512 over what was encrypted, the vector and the page's number).

use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::time::Duration;

use aes::Aes256;
use cbc::cipher::block_padding::NoPadding;
use cbc::cipher::{BlockDecryptMut as _, KeyIvInit as _};
use hmac::{Hmac, Mac as _};
use sha2::Sha512;
use zeroize::Zeroizing;

use super::{Key, MAGIC, SALT, has_journal, wipe_stack};
use crate::error::DossierError;
use crate::schema::PAGE_SIZE;

/// Bytes at the end of every page that SQLite leaves to the cipher.
pub(crate) const RESERVED: u8 = 80;

const VECTOR: usize = 16;
const TAG: usize = 64;

/// What the salt is combined with, byte by byte, for the key of the page HMACs.
const SALT_MASK: u8 = 0x3a;
const HMAC_KEY_ROUNDS: u32 = 2;

/// How often page 1 is read while somebody saves, and how long is waited in between.
const ATTEMPTS: u32 = 20;
const PAUSE: Duration = Duration::from_millis(50);

/// The 100 bytes of the SQLite header, as they are before encryption.
///
/// # Errors
/// [`DossierError::NotUnlocked`]: the key is another file's, or the page was changed.
pub(crate) fn header(path: &Path, key: &Key) -> Result<[u8; 100], DossierError> {
    let io = |source| DossierError::io("opening the dossier", path, source);
    let mut page = Zeroizing::new(vec![0; usize::from(PAGE_SIZE)]);
    for attempt in 0..ATTEMPTS {
        File::open(path).and_then(|mut file| file.read_exact(&mut page)).map_err(io)?;
        let header = decrypt(&mut page, key);
        wipe_stack();
        if let Some(header) = header {
            return Ok(header);
        }
        // Somebody may be saving at this very moment: the page was half the old and half the new one.
        if attempt > 0 && !has_journal(path) {
            break;
        }
        std::thread::sleep(PAUSE);
    }
    Err(DossierError::NotUnlocked { path: path.into() })
}

fn decrypt(page: &mut [u8], key: &Key) -> Option<[u8; 100]> {
    let (salt, rest) = page.split_at_mut_checked(SALT)?;
    if salt != key.salt() {
        return None;
    }
    let (signed, tag) = rest.split_at_mut_checked(rest.len().checked_sub(TAG)?)?;
    let mut mac = Hmac::<Sha512>::new_from_slice(hmac_key(key).as_slice()).ok()?;
    mac.update(signed);
    mac.update(&1_u32.to_le_bytes());
    mac.verify_slice(tag).ok()?;
    let (body, vector) = signed.split_at_mut_checked(signed.len().checked_sub(VECTOR)?)?;
    let cipher = cbc::Decryptor::<Aes256>::new_from_slices(key.raw(), vector).ok()?;
    let plain = cipher.decrypt_padded_mut::<NoPadding>(body).ok()?;
    let mut header = [0; 100];
    let (first, second) = header.split_at_mut_checked(SALT)?;
    first.copy_from_slice(MAGIC);
    second.copy_from_slice(plain.get(..second.len())?);
    Some(header)
}

fn hmac_key(key: &Key) -> Zeroizing<[u8; 32]> {
    let mut derived = Zeroizing::new([0; 32]);
    let salt = key.salt().map(|byte| byte ^ SALT_MASK);
    pbkdf2::pbkdf2_hmac::<Sha512>(key.raw(), &salt, HMAC_KEY_ROUNDS, derived.as_mut_slice());
    derived
}
