//! Keys that sign documents: an X.509 certificate over a private key, wherever that key lies.
//!
//! An [`crate::Identity`] signs the trail. What leaves Assay is signed once more with a key that other people's tools
//! know how to check: the private key of a certificate, from a key file (PKCS#8), a key store (PKCS#12) or a token
//! (PKCS#11). What is done with it (CMS, PDF, container) does not depend on where it lies.

use core::fmt;

/// How a document key signs. SHA-256 with P-256 and RSA, SHA-384 with P-384 (RFC 5754, RFC 5753).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// ECDSA over P-256 with SHA-256.
    EcdsaP256,
    /// ECDSA over P-384 with SHA-384.
    EcdsaP384,
    /// RSA PKCS#1 v1.5 with SHA-256, modulus of 2048 bits or more.
    RsaPkcs1,
}

/// A key that can sign documents, with its certificates.
pub trait DocumentKey {
    /// Certificates in DER, the signer's own first, then each one's issuer as far as they are known.
    fn certificates(&self) -> &[Vec<u8>];

    /// How it signs; it follows from the certificate's public key.
    fn algorithm(&self) -> Algorithm;

    /// The signature over `message`, which is hashed here: for ECDSA the DER of `Ecdsa-Sig-Value` (RFC 3279, 2.2.3),
    /// for RSA the bytes of the signature.
    ///
    /// # Errors
    /// The key lies elsewhere and cannot be reached, or refuses.
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, NotSigned>;

    /// RSA alone: a signature with PSS, SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 8017, 8.1). Some formats
    /// have RSA only so (DSSE as securesystemslib reads it).
    ///
    /// # Errors
    /// As [`DocumentKey::sign`]; a key that cannot do it.
    fn sign_pss(&self, _message: &[u8]) -> Result<Vec<u8>, NotSigned> {
        Err(NotSigned(format!("{:?}: PSS", self.algorithm())))
    }
}

/// Why a key did not sign, in the words of where it lies (a token's return code, a library that is not there).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotSigned(pub String);

impl fmt::Display for NotSigned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotSigned {}
