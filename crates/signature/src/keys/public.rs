//! The public half of a document key, as its certificate has it.

use der::asn1::UintRef;
use der::oid::ObjectIdentifier;
use der::{Decode as _, Sequence};
use p256::ecdsa::signature::Verifier as _;
use rsa::{BoxedUint, Pkcs1v15Sign};
use sha2::{Digest as _, Sha256};
use x509_cert::spki::SubjectPublicKeyInfoOwned;

use super::DocumentKeyProblem;
use crate::Algorithm;

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
pub(super) const EC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
pub(super) const P_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
pub(super) const P_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");

/// RSA moduli that are accepted, in bits.
const RSA_BITS: core::ops::RangeInclusive<u32> = 2048..=8192;

/// What stands before the SHA-256 in an RSA signature (RFC 8017, 9.2).
pub(super) const SHA_256_INFO: [u8; 19] =
    [0x30, 0x31, 0x30, 0x0d, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1, 5, 0, 4, 0x20];

/// A public key that document signatures are checked with.
#[derive(Clone, Debug, PartialEq)]
pub enum SignerKey {
    /// ECDSA over P-256 with SHA-256.
    P256(Box<p256::ecdsa::VerifyingKey>),
    /// ECDSA over P-384 with SHA-384.
    P384(Box<p384::ecdsa::VerifyingKey>),
    /// RSA with SHA-256.
    Rsa(Box<rsa::PublicKey>),
}

#[derive(Sequence)]
struct RsaKey<'a> {
    modulus: UintRef<'a>,
    exponent: UintRef<'a>,
}

/// How an RSA signature is padded: the same everywhere in this crate.
pub(super) fn padding() -> Pkcs1v15Sign {
    Pkcs1v15Sign { hash_len: Some(32), prefix: SHA_256_INFO.into() }
}

/// An integer out of DER.
pub(super) fn number(uint: &UintRef<'_>) -> BoxedUint {
    BoxedUint::from_be_slice_vartime(uint.as_bytes())
}

/// The modulus, if its size is accepted.
pub(super) fn accepted_modulus(uint: &UintRef<'_>) -> Result<BoxedUint, DocumentKeyProblem> {
    accepted(number(uint))
}

fn accepted(modulus: BoxedUint) -> Result<BoxedUint, DocumentKeyProblem> {
    if RSA_BITS.contains(&modulus.bit_width_vartime()) {
        Ok(modulus)
    } else {
        Err(DocumentKeyProblem::Algorithm(format!("RSA {}", modulus.bit_width_vartime())))
    }
}

impl SignerKey {
    /// The key in a SubjectPublicKeyInfo (RFC 5280, 4.1.2.7; RFC 5480; RFC 3279).
    ///
    /// # Errors
    /// [`DocumentKeyProblem::Algorithm`] for what is not supported, [`DocumentKeyProblem::NotACertificate`] for what
    /// cannot be read.
    pub fn from_info(der: &[u8]) -> Result<Self, DocumentKeyProblem> {
        let info =
            SubjectPublicKeyInfoOwned::from_der(der).map_err(|_| DocumentKeyProblem::NotACertificate)?;
        Self::of(&info)
    }

    pub(super) fn of(info: &SubjectPublicKeyInfoOwned) -> Result<Self, DocumentKeyProblem> {
        let bits = info.subject_public_key.as_bytes().ok_or(DocumentKeyProblem::NotACertificate)?;
        match info.algorithm.oid {
            RSA => Self::rsa(bits),
            EC => {
                let curve = info.algorithm.parameters.as_ref().and_then(|any| any.decode_as().ok());
                Self::on_curve(curve.ok_or_else(|| DocumentKeyProblem::Algorithm(EC.to_string()))?, bits)
            }
            other => Err(DocumentKeyProblem::Algorithm(other.to_string())),
        }
    }

    fn rsa(der: &[u8]) -> Result<Self, DocumentKeyProblem> {
        let key = RsaKey::from_der(der).map_err(|_| DocumentKeyProblem::NotACertificate)?;
        let modulus = accepted_modulus(&key.modulus)?;
        let key = rsa::PublicKey::new(modulus, number(&key.exponent));
        key.map(|key| Self::Rsa(Box::new(key))).map_err(|_| DocumentKeyProblem::NotACertificate)
    }

    /// An RSA key by its two numbers, big-endian.
    #[cfg(feature = "token")]
    pub(super) fn from_rsa(modulus: &[u8], exponent: &[u8]) -> Result<Self, DocumentKeyProblem> {
        let modulus = BoxedUint::from_be_slice_vartime(modulus);
        let key = rsa::PublicKey::new(accepted(modulus)?, BoxedUint::from_be_slice_vartime(exponent));
        key.map(|key| Self::Rsa(Box::new(key))).map_err(|_| DocumentKeyProblem::Algorithm("RSA".into()))
    }

    pub(super) fn on_curve(curve: ObjectIdentifier, point: &[u8]) -> Result<Self, DocumentKeyProblem> {
        let unreadable = |_| DocumentKeyProblem::NotACertificate;
        match curve {
            P_256 => p256::ecdsa::VerifyingKey::from_sec1_bytes(point)
                .map(|key| Self::P256(Box::new(key)))
                .map_err(unreadable),
            P_384 => p384::ecdsa::VerifyingKey::from_sec1_bytes(point)
                .map(|key| Self::P384(Box::new(key)))
                .map_err(unreadable),
            other => Err(DocumentKeyProblem::Algorithm(other.to_string())),
        }
    }

    /// How a key pair with this public key signs.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        match self {
            Self::P256(_) => Algorithm::EcdsaP256,
            Self::P384(_) => Algorithm::EcdsaP384,
            Self::Rsa(_) => Algorithm::RsaPkcs1,
        }
    }

    /// Whether `signature` over `message` is what [`crate::DocumentKey::sign`] makes with this key.
    #[must_use]
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::P256(key) => p256::ecdsa::Signature::from_der(signature)
                .is_ok_and(|signature| key.verify(message, &signature).is_ok()),
            Self::P384(key) => p384::ecdsa::Signature::from_der(signature)
                .is_ok_and(|signature| key.verify(message, &signature).is_ok()),
            Self::Rsa(key) => key.verify(padding(), &Sha256::digest(message), signature).is_ok(),
        }
    }

    /// The same for [`crate::DocumentKey::sign_pss`]; never true of a key that is not RSA.
    #[must_use]
    pub fn verifies_pss(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Rsa(key) => key.pss_verify::<rsa::sha2::Sha256>(message, signature).is_ok(),
            _ => false,
        }
    }
}
