//! A private key in memory, and what it signs with.

use core::convert::Infallible;
use core::fmt;

use der::asn1::{BitStringRef, OctetStringRef, UintRef};
use der::oid::ObjectIdentifier;
use der::{AnyRef, Decode as _, Sequence};
use hmac::{Hmac, Mac as _};
use p256::ecdsa::signature::Signer as _;
use pkcs8::PrivateKeyInfo;
use rsa::rand_core::{TryCryptoRng, TryRng};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::certificates::chain;
use super::public::{EC, P_256, P_384, accepted_modulus, number, padding};
use super::{DocumentKeyProblem, SignerKey};
use crate::{Algorithm, DocumentKey, NotSigned};

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");

/// A document key out of a key file or key store. Its secret is wiped from memory when it is dropped.
pub struct FileKey {
    secret: Secret,
    public: SignerKey,
    certificates: Vec<Vec<u8>>,
}

/// A private key of one of the three kinds.
pub(super) enum Secret {
    P256(Box<p256::ecdsa::SigningKey>),
    P384(Box<p384::ecdsa::SigningKey>),
    Rsa { key: Box<rsa::PrivateKey>, blinding: Zeroizing<[u8; 32]> },
}

/// ECPrivateKey (RFC 5915, 3).
#[derive(Sequence)]
struct EcKey<'a> {
    version: u8,
    private_key: OctetStringRef<'a>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    parameters: Option<AnyRef<'a>>,
    #[asn1(context_specific = "1", tag_mode = "EXPLICIT", optional = "true")]
    public_key: Option<BitStringRef<'a>>,
}

/// RSAPrivateKey with two primes (RFC 8017, A.1.2).
#[derive(Sequence)]
struct RsaKey<'a> {
    version: u8,
    modulus: UintRef<'a>,
    public_exponent: UintRef<'a>,
    private_exponent: UintRef<'a>,
    prime1: UintRef<'a>,
    prime2: UintRef<'a>,
    exponent1: UintRef<'a>,
    exponent2: UintRef<'a>,
    coefficient: UintRef<'a>,
}

impl Secret {
    /// The private key in a PrivateKeyInfo (PKCS#8).
    pub(super) fn from_der(der: &[u8]) -> Result<Self, DocumentKeyProblem> {
        let info = PrivateKeyInfo::from_der(der).map_err(|_| DocumentKeyProblem::NotAKey)?;
        match info.algorithm.oid {
            EC => {
                let curve = info.algorithm.parameters.and_then(|any| any.decode_as().ok());
                Self::on_curve(curve.ok_or(DocumentKeyProblem::NotAKey)?, info.private_key)
            }
            RSA => Self::rsa(info.private_key),
            other => Err(DocumentKeyProblem::Algorithm(other.to_string())),
        }
    }

    fn on_curve(curve: ObjectIdentifier, der: &[u8]) -> Result<Self, DocumentKeyProblem> {
        let not = |_| DocumentKeyProblem::NotAKey;
        if curve != P_256 && curve != P_384 {
            return Err(DocumentKeyProblem::Algorithm(curve.to_string()));
        }
        let key = EcKey::from_der(der).map_err(|_| DocumentKeyProblem::NotAKey)?;
        let bytes = key.private_key.as_bytes();
        let secret = if curve == P_256 {
            Self::P256(Box::new(p256::ecdsa::SigningKey::from_slice(bytes).map_err(not)?))
        } else {
            Self::P384(Box::new(p384::ecdsa::SigningKey::from_slice(bytes).map_err(not)?))
        };
        let named = key.public_key.and_then(|bits| bits.as_bytes());
        if named.is_some_and(|point| !secret.has_point(point)) {
            return Err(DocumentKeyProblem::PublicKeyMismatch);
        }
        Ok(secret)
    }

    fn has_point(&self, point: &[u8]) -> bool {
        match self {
            Self::P256(key) => p256::ecdsa::VerifyingKey::from_sec1_bytes(point)
                .is_ok_and(|public| public == *key.verifying_key()),
            Self::P384(key) => p384::ecdsa::VerifyingKey::from_sec1_bytes(point)
                .is_ok_and(|public| public == *key.verifying_key()),
            Self::Rsa { .. } => false,
        }
    }

    fn rsa(der: &[u8]) -> Result<Self, DocumentKeyProblem> {
        let key = RsaKey::from_der(der).map_err(|_| DocumentKeyProblem::NotAKey)?;
        let modulus = accepted_modulus(&key.modulus)?;
        let primes = vec![number(&key.prime1), number(&key.prime2)];
        let exponents = (number(&key.public_exponent), number(&key.private_exponent));
        // What does not belong together is refused here: the product of the primes, the exponents.
        let built = rsa::PrivateKey::from_components(modulus, exponents.0, exponents.1, primes);
        let blinding = Zeroizing::new(Sha256::digest(key.private_exponent.as_bytes()).into());
        let key = Box::new(built.map_err(|_| DocumentKeyProblem::NotAKey)?);
        Ok(Self::Rsa { key, blinding })
    }

    fn public(&self) -> SignerKey {
        match self {
            Self::P256(key) => SignerKey::P256(Box::new(*key.verifying_key())),
            Self::P384(key) => SignerKey::P384(Box::new(*key.verifying_key())),
            Self::Rsa { key, .. } => SignerKey::Rsa(Box::new(key.to_public_key())),
        }
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, NotSigned> {
        match self {
            Self::P256(key) => {
                let signature: p256::ecdsa::Signature = key.try_sign(message).map_err(failed)?;
                Ok(signature.to_der().as_bytes().to_vec())
            }
            Self::P384(key) => {
                let signature: p384::ecdsa::Signature = key.try_sign(message).map_err(failed)?;
                Ok(signature.to_der().as_bytes().to_vec())
            }
            Self::Rsa { key, blinding } => key
                .sign_with_rng(
                    &mut Stream::new(blinding, b"PKCS#1 v1.5", message),
                    padding(),
                    &Sha256::digest(message),
                )
                .map_err(failed),
        }
    }
}

fn failed(error: impl fmt::Display) -> NotSigned {
    NotSigned(error.to_string())
}

impl FileKey {
    /// The key with its certificates, out of these in any order.
    pub(super) fn new(secret: Secret, certificates: &[Vec<u8>]) -> Result<Self, DocumentKeyProblem> {
        let own = secret.public();
        let (certificates, public) = chain(certificates, |key| *key == own)?;
        Ok(Self { secret, public, certificates })
    }

    fn checked(&self, holds: bool, signature: Vec<u8>) -> Result<Vec<u8>, NotSigned> {
        // A fault while signing can give the key away (RSA with CRT) or make a signature that nobody accepts.
        if holds { Ok(signature) } else { Err(NotSigned("signature does not verify".into())) }
    }
}

impl DocumentKey for FileKey {
    fn certificates(&self) -> &[Vec<u8>] {
        &self.certificates
    }

    fn algorithm(&self) -> Algorithm {
        self.public.algorithm()
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, NotSigned> {
        let signature = self.secret.sign(message)?;
        self.checked(self.public.verifies(message, &signature), signature)
    }

    fn sign_pss(&self, message: &[u8]) -> Result<Vec<u8>, NotSigned> {
        let Secret::Rsa { key, blinding } = &self.secret else {
            return Err(NotSigned(format!("{:?}: PSS", self.algorithm())));
        };
        let mut stream = Stream::new(blinding, b"PSS", message);
        let signature =
            key.pss_sign_with_rng::<rsa::sha2::Sha256, _>(&mut stream, message).map_err(failed)?;
        self.checked(self.public.verifies_pss(message, &signature), signature)
    }
}

impl fmt::Debug for FileKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileKey").field("algorithm", &self.public.algorithm()).finish_non_exhaustive()
    }
}

/// What RSA is blinded with, and the salt of PSS: HMAC-SHA-256 in counter mode, under a secret of the key, for this one
/// message. Nobody else can foretell it, and no source of randomness is needed, as RFC 6979 has it for ECDSA.
struct Stream {
    mac: Hmac<Sha256>,
    counter: u64,
}

impl Stream {
    fn new(secret: &[u8; 32], purpose: &[u8], message: &[u8]) -> Self {
        let mut mac = keyed(secret);
        mac.update(b"assay-rsa-blinding/1\n");
        mac.update(purpose);
        mac.update(b"\n");
        mac.update(&Sha256::digest(message));
        Self { mac, counter: 0 }
    }
}

fn keyed(secret: &[u8; 32]) -> Hmac<Sha256> {
    let mut block = Zeroizing::new([0u8; 64]);
    for (to, from) in block.iter_mut().zip(secret) {
        *to = *from;
    }
    // A key of exactly one block is taken as it is, so nothing can fail.
    <Hmac<Sha256> as hmac::digest::KeyInit>::new((&*block).into())
}

impl TryRng for Stream {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, to: &mut [u8]) -> Result<(), Infallible> {
        for piece in to.chunks_mut(32) {
            let mut mac = self.mac.clone();
            mac.update(&self.counter.to_be_bytes());
            self.counter = self.counter.wrapping_add(1);
            let block = Zeroizing::new(<[u8; 32]>::from(mac.finalize().into_bytes()));
            for (to, from) in piece.iter_mut().zip(block.iter()) {
                *to = *from;
            }
        }
        Ok(())
    }
}

impl TryCryptoRng for Stream {}
