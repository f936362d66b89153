//! What this crate needs of keys, and no more.

use trail::{EventId, PublicKey, Signature};

/// Someone who can sign events: an identity, a token.
pub trait Signer {
    /// The Ed25519 public key; with the dossier's id it gives the chain that is written.
    fn key(&self) -> PublicKey;

    /// The Ed25519 signature over [`trail::signing_message`] of `id`.
    fn sign(&self, id: &EventId) -> Signature;
}

/// Someone who can check a signature.
pub trait Verifier {
    /// Whether `signature` is the strict Ed25519 signature of `key` over [`trail::signing_message`] of `id`.
    fn verify(&self, key: &PublicKey, id: &EventId, signature: &Signature) -> bool;
}
