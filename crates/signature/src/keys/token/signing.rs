//! Signing in the token.

use core::fmt;

use cryptoki::error::Error;
use cryptoki::mechanism::rsa::{PkcsMgfType, PkcsPssParams};
use cryptoki::mechanism::{Mechanism, MechanismType};
use cryptoki::object::ObjectHandle;
use cryptoki::session::{Session, UserType};
use cryptoki::types::AuthPin;
use sha2::{Digest as _, Sha256, Sha384};

use super::{found::Found, refused};
use crate::keys::certificates::chain;
use crate::keys::public::SHA_256_INFO;
use crate::keys::{DocumentKeyProblem, SignerKey};
use crate::{Algorithm, DocumentKey, NotSigned};

/// A document key in a token. The session, and with it the entered PIN, ends when it is dropped.
pub struct TokenKey {
    session: Session,
    handle: ObjectHandle,
    public: SignerKey,
    certificates: Vec<Vec<u8>>,
    /// Whether the token hashes the message itself.
    hashes: bool,
    /// The PIN again, where the key wants it for each signature; wiped from memory when it is dropped.
    asks: Option<Option<AuthPin>>,
}

impl TokenKey {
    pub(super) fn new(
        session: Session,
        found: Found,
        given: &[Vec<u8>],
        mechanisms: &[MechanismType],
        pin: Option<AuthPin>,
    ) -> Result<Self, DocumentKeyProblem> {
        let Found { handle, always_asks, public, certificates: mut all, own, .. } = found;
        all.extend(given.iter().cloned());
        let (certificates, public) = match public {
            Some(public) => chain(&all, |key| *key == public)?,
            // The token does not show the public key: its certificate of the same id is taken at its word, or else the
            // first that was given. A wrong one is found out with the first signature.
            None => chain(if own > 0 { &all } else { given }, |_| true)?,
        };
        let (bare, hashing) = match public.algorithm() {
            Algorithm::EcdsaP256 => (MechanismType::ECDSA, MechanismType::ECDSA_SHA256),
            Algorithm::EcdsaP384 => (MechanismType::ECDSA, MechanismType::ECDSA_SHA384),
            Algorithm::RsaPkcs1 => (MechanismType::RSA_PKCS, MechanismType::SHA256_RSA_PKCS),
        };
        let (has_bare, has_hashing) = (mechanisms.contains(&bare), mechanisms.contains(&hashing));
        let hashes = has_hashing && (always_asks || !has_bare);
        let asks = always_asks.then_some(pin);
        Ok(Self { session, handle, public, certificates, hashes, asks })
    }

    /// The signature as the token gives it.
    fn raw(&self, mechanism: &Mechanism<'_>, data: &[u8]) -> Result<Vec<u8>, NotSigned> {
        let failed = |error: Error| NotSigned(refused(&error).detail());
        let Some(pin) = &self.asks else {
            return self.session.sign(mechanism, self.handle, data).map_err(failed);
        };
        // PKCS#11 wants the PIN between beginning and end (CKA_ALWAYS_AUTHENTICATE).
        self.session.sign_init(mechanism, self.handle).map_err(failed)?;
        self.session.login(UserType::ContextSpecific, pin.as_ref()).map_err(failed)?;
        self.session.sign_update(data).map_err(failed)?;
        self.session.sign_final().map_err(failed)
    }

    fn signed(&self, message: &[u8]) -> Result<Vec<u8>, NotSigned> {
        let unreadable = |_| NotSigned("r and s".into());
        let of_message = self.hashes;
        match self.public.algorithm() {
            Algorithm::EcdsaP256 => {
                let raw = if of_message {
                    self.raw(&Mechanism::EcdsaSha256, message)?
                } else {
                    self.raw(&Mechanism::Ecdsa, &Sha256::digest(message))?
                };
                let signature = p256::ecdsa::Signature::from_slice(&raw).map_err(unreadable)?;
                Ok(signature.to_der().as_bytes().to_vec())
            }
            Algorithm::EcdsaP384 => {
                let raw = if of_message {
                    self.raw(&Mechanism::EcdsaSha384, message)?
                } else {
                    self.raw(&Mechanism::Ecdsa, &Sha384::digest(message))?
                };
                let signature = p384::ecdsa::Signature::from_slice(&raw).map_err(unreadable)?;
                Ok(signature.to_der().as_bytes().to_vec())
            }
            Algorithm::RsaPkcs1 if of_message => self.raw(&Mechanism::Sha256RsaPkcs, message),
            Algorithm::RsaPkcs1 => {
                let info = [&SHA_256_INFO[..], &Sha256::digest(message)].concat();
                self.raw(&Mechanism::RsaPkcs, &info)
            }
        }
    }
}

/// Only what the certificate verifies is handed out: a key of the same id may still be another's.
fn checked(holds: bool, signature: Vec<u8>) -> Result<Vec<u8>, NotSigned> {
    if holds {
        Ok(signature)
    } else {
        Err(NotSigned("signature does not verify under the certificate".into()))
    }
}

impl DocumentKey for TokenKey {
    fn certificates(&self) -> &[Vec<u8>] {
        &self.certificates
    }

    fn algorithm(&self) -> Algorithm {
        self.public.algorithm()
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, NotSigned> {
        let signature = self.signed(message)?;
        checked(self.public.verifies(message, &signature), signature)
    }

    fn sign_pss(&self, message: &[u8]) -> Result<Vec<u8>, NotSigned> {
        if self.algorithm() != Algorithm::RsaPkcs1 {
            return Err(NotSigned(format!("{:?}: PSS", self.algorithm())));
        }
        let like = PkcsPssParams {
            hash_alg: MechanismType::SHA256,
            mgf: PkcsMgfType::MGF1_SHA256,
            s_len: 32.into(),
        };
        let signature = self.raw(&Mechanism::Sha256RsaPkcsPss(like), message)?;
        checked(self.public.verifies_pss(message, &signature), signature)
    }
}

impl fmt::Debug for TokenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenKey").field("algorithm", &self.public.algorithm()).finish_non_exhaustive()
    }
}
