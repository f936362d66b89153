//! The signature algorithms of authorities: RSA PKCS#1 v1.5 and ECDSA with SHA-2, and Ed25519.

use der::asn1::UintRef;
use der::oid::ObjectIdentifier;
use der::{Decode as _, Sequence};
use p256::ecdsa::signature::hazmat::PrehashVerifier as _;
use rsa::{BoxedUint, Pkcs1v15Sign};
use sha2::{Digest as _, Sha256, Sha384, Sha512};
use trail::PublicKey;
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

use super::{SHA_256, StampProblem};

const fn oid(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(text)
}

const SHA_384: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.2");
const SHA_512: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.3");
/// The digest that each signature algorithm contains.
const SIGNATURES: [(ObjectIdentifier, ObjectIdentifier); 6] = [
    (oid("1.2.840.113549.1.1.11"), SHA_256),
    (oid("1.2.840.113549.1.1.12"), SHA_384),
    (oid("1.2.840.113549.1.1.13"), SHA_512),
    (oid("1.2.840.10045.4.3.2"), SHA_256),
    (oid("1.2.840.10045.4.3.3"), SHA_384),
    (oid("1.2.840.10045.4.3.4"), SHA_512),
];
const RSA: ObjectIdentifier = oid("1.2.840.113549.1.1.1");
const EC: ObjectIdentifier = oid("1.2.840.10045.2.1");
const P_256: ObjectIdentifier = oid("1.2.840.10045.3.1.7");
const P_384: ObjectIdentifier = oid("1.3.132.0.34");
const ED25519: ObjectIdentifier = oid("1.3.101.112");

/// What stands before the digest in an RSA signature (RFC 8017, 9.2), by digest.
const PREFIXES: [(ObjectIdentifier, [u8; 19]); 3] = [
    (SHA_256, [0x30, 0x31, 0x30, 0x0d, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1, 5, 0, 4, 0x20]),
    (SHA_384, [0x30, 0x41, 0x30, 0x0d, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 2, 5, 0, 4, 0x30]),
    (SHA_512, [0x30, 0x51, 0x30, 0x0d, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 3, 5, 0, 4, 0x40]),
];

/// RSA keys below this are not accepted, in bytes of the modulus.
const LEAST_RSA: usize = 256;

#[derive(Sequence)]
struct RsaKey<'a> {
    modulus: UintRef<'a>,
    exponent: UintRef<'a>,
}

fn unknown(oid: &ObjectIdentifier) -> StampProblem {
    StampProblem::Algorithm(oid.to_string())
}

/// A SHA-2 digest by its object identifier.
pub(crate) fn hash(of: &ObjectIdentifier, bytes: &[u8]) -> Result<Vec<u8>, StampProblem> {
    match *of {
        SHA_256 => Ok(Sha256::digest(bytes).to_vec()),
        SHA_384 => Ok(Sha384::digest(bytes).to_vec()),
        SHA_512 => Ok(Sha512::digest(bytes).to_vec()),
        _ => Err(unknown(of)),
    }
}

/// Whether `signature` over `message` is the key's. Beside the algorithm stands the digest that a signer names
/// elsewhere, for the form in which the algorithm itself names none.
pub(crate) fn verify(
    key: &SubjectPublicKeyInfoOwned,
    (algorithm, digest): (&AlgorithmIdentifierOwned, Option<&ObjectIdentifier>),
    message: &[u8],
    signature: &[u8],
) -> Result<(), StampProblem> {
    let bits = key.subject_public_key.as_bytes().ok_or(StampProblem::Form)?;
    if algorithm.oid == ED25519 && key.algorithm.oid == ED25519 {
        let key = PublicKey(bits.try_into().map_err(|_| StampProblem::Form)?);
        let signature: &[u8; 64] = signature.try_into().map_err(|_| StampProblem::Signature)?;
        return crate::verify::verify(&key, message, signature).then_some(()).ok_or(StampProblem::Signature);
    }
    let contained = SIGNATURES.iter().find(|(of, _)| *of == algorithm.oid).map(|(_, digest)| digest);
    let digest = match contained {
        Some(digest) => digest,
        None if algorithm.oid == RSA => digest.ok_or_else(|| unknown(&algorithm.oid))?,
        None => return Err(unknown(&algorithm.oid)),
    };
    let hashed = hash(digest, message)?;
    let is_rsa = algorithm.oid == RSA || SIGNATURES.iter().take(3).any(|(of, _)| *of == algorithm.oid);
    let holds = match (is_rsa, key.algorithm.oid) {
        (true, RSA) => rsa(bits, digest, &hashed, signature)?,
        (false, EC) => ecdsa(key, bits, &hashed, signature)?,
        (_, other) => return Err(unknown(&other)),
    };
    if holds { Ok(()) } else { Err(StampProblem::Signature) }
}

fn rsa(
    bits: &[u8],
    digest: &ObjectIdentifier,
    hashed: &[u8],
    signature: &[u8],
) -> Result<bool, StampProblem> {
    let key = RsaKey::from_der(bits).map_err(|_| StampProblem::Form)?;
    if key.modulus.as_bytes().len() < LEAST_RSA {
        return Err(StampProblem::Algorithm(format!(
            "RSA {}",
            key.modulus.as_bytes().len().saturating_mul(8)
        )));
    }
    let number = |uint: &UintRef<'_>| BoxedUint::from_be_slice_vartime(uint.as_bytes());
    let key =
        rsa::PublicKey::new(number(&key.modulus), number(&key.exponent)).map_err(|_| StampProblem::Form)?;
    let prefix = PREFIXES.iter().find(|(of, _)| of == digest).map(|(_, prefix)| prefix.as_slice());
    let prefix = prefix.ok_or_else(|| unknown(digest))?.into();
    Ok(key.verify(Pkcs1v15Sign { hash_len: Some(hashed.len()), prefix }, hashed, signature).is_ok())
}

fn ecdsa(
    key: &SubjectPublicKeyInfoOwned,
    bits: &[u8],
    hashed: &[u8],
    signature: &[u8],
) -> Result<bool, StampProblem> {
    let curve: ObjectIdentifier =
        key.algorithm.parameters.as_ref().and_then(|any| any.decode_as().ok()).ok_or(StampProblem::Form)?;
    match curve {
        P_256 => {
            let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(bits).map_err(|_| StampProblem::Form)?;
            let signature =
                p256::ecdsa::Signature::from_der(signature).map_err(|_| StampProblem::Signature)?;
            Ok(key.verify_prehash(hashed, &signature).is_ok())
        }
        P_384 => {
            let key = p384::ecdsa::VerifyingKey::from_sec1_bytes(bits).map_err(|_| StampProblem::Form)?;
            let signature =
                p384::ecdsa::Signature::from_der(signature).map_err(|_| StampProblem::Signature)?;
            Ok(key.verify_prehash(hashed, &signature).is_ok())
        }
        other => Err(unknown(&other)),
    }
}
