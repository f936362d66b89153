//! The identity's key file: PKCS#8 in PEM, as `openssl pkey` reads and writes it.

use crate::Identity;
use core::fmt;
use ed25519_dalek::pkcs8::KeypairBytes;
use pkcs8::der::asn1::OctetStringRef;
use pkcs8::der::pem::LineEnding;
use pkcs8::der::{Decode as _, Encode as _, SecretDocument};
use pkcs8::pkcs5::pbes2::{EncryptionScheme as Cipher, Kdf, Parameters, ScryptParams};
use pkcs8::pkcs5::{self, EncryptionScheme};
use pkcs8::{AlgorithmIdentifierRef, EncryptedPrivateKeyInfo, ObjectIdentifier, PrivateKeyInfo};
use trail::PublicKey;
use zeroize::Zeroizing;

/// id-Ed25519 of RFC 8410 section 3.
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");

pub(crate) const PLAIN_LABEL: &str = "PRIVATE KEY";
pub(crate) const ENCRYPTED_LABEL: &str = "ENCRYPTED PRIVATE KEY";

/// scrypt's N, r and p (RFC 7914). 128·N·r is 16 MiB: the largest power of two that stock OpenSSL
/// accepts when it reads a key file (its limit is 32 MiB, work space included); p makes up for it.
const SCRYPT: (u64, u16, u16) = (1 << 14, 8, 5);

/// The most memory, 128·N·r, and the most work, 128·N·r·p, that a key file may ask of us in bytes.
const MOST_MEMORY: u64 = 256 << 20;
const MOST_WORK: u64 = 4 << 30;

/// The most PBKDF2 rounds that a key file may ask of us.
pub(crate) const MOST_ROUNDS: u32 = 10_000_000;

/// Why a key file cannot be used or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyProblem {
    /// Not a private key in PKCS#8 PEM.
    NotAKey,
    /// A private key, but of another algorithm than Ed25519.
    NotEd25519,
    /// The file is encrypted and no passphrase was given.
    NeedsPassphrase,
    /// The passphrase does not open the file, or the file is damaged: the two look the same.
    WrongPassphrase,
    /// The file is encrypted by a method that is not supported; PBES2 with AES-CBC is.
    UnsupportedEncryption,
    /// Opening the file would take unreasonably much memory or time.
    TooCostly,
    /// The file carries a public key that does not belong to its private key.
    PublicKeyMismatch,
    /// An empty passphrase protects nothing: set one, or set none.
    EmptyPassphrase,
    /// The file could not be put together.
    NotWritten,
}

impl KeyProblem {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAKey => "signature-key-not-a-key",
            Self::NotEd25519 => "signature-key-not-ed25519",
            Self::NeedsPassphrase => "signature-key-needs-passphrase",
            Self::WrongPassphrase => "signature-key-wrong-passphrase",
            Self::UnsupportedEncryption => "signature-key-unsupported-encryption",
            Self::TooCostly => "signature-key-too-costly",
            Self::PublicKeyMismatch => "signature-key-public-key-mismatch",
            Self::EmptyPassphrase => "signature-key-empty-passphrase",
            Self::NotWritten => "signature-key-not-written",
        }
    }
}

impl fmt::Display for KeyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl core::error::Error for KeyProblem {}

impl Identity {
    /// The key file's text: PKCS#8 (RFC 5958) in PEM. With a passphrase it is encrypted by PBES2
    /// (RFC 8018) with scrypt and AES-256-CBC; `salt` and `iv` must then be fresh
    /// random bytes each time; without one they are not used.
    ///
    /// # Errors
    /// An empty passphrase.
    pub fn to_pem(
        &self,
        passphrase: Option<&[u8]>,
        salt: &[u8; 16],
        iv: &[u8; 16],
    ) -> Result<Zeroizing<String>, KeyProblem> {
        let written = |_| KeyProblem::NotWritten;
        let octets = OctetStringRef::new(self.secret()).map_err(written)?;
        let secret = Zeroizing::new(octets.to_der().map_err(written)?);
        let algorithm = AlgorithmIdentifierRef { oid: ED25519, parameters: None };
        let key = PrivateKeyInfo::new(algorithm, &secret);
        let pem = match passphrase {
            None => SecretDocument::try_from(key)
                .and_then(|document| Ok(document.to_pem(PLAIN_LABEL, LineEnding::LF)?)),
            Some([]) => return Err(KeyProblem::EmptyPassphrase),
            Some(passphrase) => key
                .encrypt_with_params(protection(salt, iv), passphrase)
                .and_then(|document| Ok(document.to_pem(ENCRYPTED_LABEL, LineEnding::LF)?)),
        };
        pem.map_err(|_| KeyProblem::NotWritten)
    }

    /// Reads a key file: what [`Identity::to_pem`] writes, and what `openssl genpkey -algorithm
    /// ed25519` and `openssl pkcs8 -topk8` write. A passphrase that is not needed is not used.
    ///
    /// # Errors
    /// [`KeyProblem::NeedsPassphrase`] tells that asking for one will help; the others say why
    /// the file cannot be used.
    pub fn from_pem(pem: &str, passphrase: Option<&[u8]>) -> Result<Self, KeyProblem> {
        let (label, document) = SecretDocument::from_pem(pem).map_err(|_| KeyProblem::NotAKey)?;
        match label {
            PLAIN_LABEL => Self::from_der(document.as_bytes()),
            ENCRYPTED_LABEL => {
                let passphrase = passphrase.ok_or(KeyProblem::NeedsPassphrase)?;
                let opened = open(document.as_bytes(), passphrase)?;
                Self::from_der(opened.as_bytes()).map_err(|problem| match problem {
                    // One wrong passphrase in about 256 decrypts to something, but to no key.
                    KeyProblem::NotAKey => KeyProblem::WrongPassphrase,
                    other => other,
                })
            }
            _ => Err(KeyProblem::NotAKey),
        }
    }

    fn from_der(der: &[u8]) -> Result<Self, KeyProblem> {
        let info = PrivateKeyInfo::from_der(der).map_err(|_| KeyProblem::NotAKey)?;
        if info.algorithm.oid != ED25519 {
            return Err(KeyProblem::NotEd25519);
        }
        let pair = KeypairBytes::try_from(info).map_err(|_| KeyProblem::NotAKey)?;
        let identity = Self::new(pair.secret_key);
        match &pair.public_key {
            Some(public) if public.0 != identity.public_key().0 => Err(KeyProblem::PublicKeyMismatch),
            _ => Ok(identity),
        }
    }
}

/// How a new key file is encrypted.
fn protection<'a>(salt: &'a [u8; 16], iv: &'a [u8; 16]) -> Parameters<'a> {
    let (cost_parameter, block_size, parallelization) = SCRYPT;
    let scrypt = ScryptParams { salt, cost_parameter, block_size, parallelization, key_length: None };
    Parameters { kdf: Kdf::Scrypt(scrypt), encryption: Cipher::Aes256Cbc { iv } }
}

/// Decrypts, once it is known what that will cost.
pub(crate) fn open(der: &[u8], passphrase: &[u8]) -> Result<SecretDocument, KeyProblem> {
    let info = EncryptedPrivateKeyInfo::from_der(der).map_err(|_| KeyProblem::NotAKey)?;
    let EncryptionScheme::Pbes2(scheme) = &info.encryption_algorithm else {
        return Err(KeyProblem::UnsupportedEncryption);
    };
    if !is_affordable(&scheme.kdf) {
        return Err(KeyProblem::TooCostly);
    }
    info.decrypt(passphrase).map_err(|error| match error {
        pkcs8::Error::EncryptedPrivateKey(
            pkcs5::Error::UnsupportedAlgorithm { .. }
            | pkcs5::Error::NoPbes1CryptSupport
            | pkcs5::Error::AlgorithmParametersInvalid { .. },
        ) => KeyProblem::UnsupportedEncryption,
        _ => KeyProblem::WrongPassphrase,
    })
}

pub(crate) fn is_affordable(kdf: &Kdf<'_>) -> bool {
    match kdf {
        Kdf::Pbkdf2(pbkdf2) => pbkdf2.iteration_count <= MOST_ROUNDS,
        Kdf::Scrypt(scrypt) => {
            let blocks = u64::from(scrypt.block_size).saturating_mul(128);
            let memory = blocks.saturating_mul(scrypt.cost_parameter);
            let work = memory.saturating_mul(u64::from(scrypt.parallelization));
            memory <= MOST_MEMORY && work <= MOST_WORK
        }
        _ => false,
    }
}

/// A public key as SubjectPublicKeyInfo (RFC 8410) in PEM, which `openssl pkeyutl -verify -pubin`
/// takes.
#[must_use]
pub fn public_key_pem(key: &PublicKey) -> String {
    use base64ct::{Base64, Encoding as _};
    /// SEQUENCE { SEQUENCE { id-Ed25519 }, BIT STRING of 32 bytes }, up to the key itself.
    const PREFIX: [u8; 12] = [0x30, 0x2a, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 3, 0x21, 0];
    let der = [&PREFIX[..], &key.0].concat();
    format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", Base64::encode_string(&der))
}
