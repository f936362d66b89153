//! The public half: whether a key signed what it is said to have signed.

use ed25519_dalek::{Signature as Ed25519, VerifyingKey, verify_batch};
use trail::{EventId, PublicKey, Signature, signing_message};

/// Whether `key` signed the event `id`: the verdict.
///
/// Strict in the sense of ed25519-dalek's `verify_strict`: no cofactor, no small-order points,
/// only canonical encodings, so that every strict verifier, OpenSSL among them, says the same.
#[must_use]
pub fn verify_event(key: &PublicKey, id: &EventId, signature: &Signature) -> bool {
    verify(key, &signing_message(id), &signature.0)
}

/// Whether `key` signed exactly `message`, strictly.
pub(crate) fn verify(key: &PublicKey, message: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(&key.0)
        .and_then(|key| key.verify_strict(message, &Ed25519::from_bytes(signature)))
        .is_ok()
}

/// Whether all of these events seem to be signed: three times as quick as [`verify_event`] one by
/// one, fit for browsing.
///
/// Never the verdict: on signatures crafted for it, a batch can say yes where the strict check
/// says no. `false` says nothing about which one is wrong. An empty batch is `true`.
#[must_use]
pub fn verify_events_batch(events: &[(PublicKey, EventId, Signature)]) -> bool {
    let messages: Vec<_> = events.iter().map(|(_, id, _)| signing_message(id)).collect();
    let messages: Vec<&[u8]> = messages.iter().map(<[u8; 51]>::as_slice).collect();
    let signatures: Vec<_> = events.iter().map(|(_, _, sig)| Ed25519::from_bytes(&sig.0)).collect();
    let keys: Result<Vec<_>, _> = events.iter().map(|(key, _, _)| VerifyingKey::from_bytes(&key.0)).collect();
    keys.and_then(|keys| verify_batch(&messages, &signatures, &keys)).is_ok()
}
