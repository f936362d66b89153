//! Key files: PKCS#8 in PEM or DER.

use der::asn1::OctetString;
use der::oid::ObjectIdentifier;
use der::{Decode as _, Sequence};
use pkcs8::{EncryptedPrivateKeyInfo, PrivateKeyInfo, SecretDocument};
use x509_cert::spki::AlgorithmIdentifierOwned;

use super::software::Secret;
use super::{DocumentKeyProblem, FileKey, certificates_in};
use crate::key_file::{ENCRYPTED_LABEL, KeyProblem, PLAIN_LABEL, open};

impl FileKey {
    /// A key file in PKCS#8 (RFC 5958), PEM or DER, with the files that hold its certificates. A passphrase that is not
    /// needed is not used.
    ///
    /// # Errors
    /// [`DocumentKeyProblem::NeedsPassphrase`] tells that asking for one will help; the others say why the key cannot be
    /// used, or why no certificate fits it.
    pub fn from_pkcs8(
        file: &[u8],
        passphrase: Option<&[u8]>,
        certificates: &[&[u8]],
    ) -> Result<Self, DocumentKeyProblem> {
        let secret = secret(file, passphrase)?;
        let mut all = Vec::new();
        for file in certificates {
            all.extend(certificates_in(file)?);
        }
        Self::new(secret, &all)
    }
}

fn secret(file: &[u8], passphrase: Option<&[u8]>) -> Result<Secret, DocumentKeyProblem> {
    if file.starts_with(&[0x30]) {
        if PrivateKeyInfo::from_der(file).is_ok() {
            return Secret::from_der(file);
        }
        sealed_with(file).ok_or(DocumentKeyProblem::NotAKey)?;
        return decrypted(file, passphrase);
    }
    let text = core::str::from_utf8(file).map_err(|_| DocumentKeyProblem::NotAKey)?;
    let text = key_block(text)?;
    let (label, document) = SecretDocument::from_pem(&text).map_err(|_| DocumentKeyProblem::NotAKey)?;
    match label {
        PLAIN_LABEL => Secret::from_der(document.as_bytes()),
        ENCRYPTED_LABEL => decrypted(document.as_bytes(), passphrase),
        _ => Err(DocumentKeyProblem::NotAKey),
    }
}

/// The one private key of a PEM file, in which certificates may stand beside it.
fn key_block(text: &str) -> Result<zeroize::Zeroizing<String>, DocumentKeyProblem> {
    let mut found = None;
    for block in text.split("-----BEGIN ").skip(1) {
        let (label, body) = block.split_once("-----").ok_or(DocumentKeyProblem::NotAKey)?;
        if !label.ends_with("PRIVATE KEY") {
            continue;
        }
        if label != PLAIN_LABEL && label != ENCRYPTED_LABEL {
            return Err(DocumentKeyProblem::OlderForm(label.to_owned()));
        }
        let end = format!("-----END {label}-----");
        let (body, _) = body.split_once(&end).ok_or(DocumentKeyProblem::NotAKey)?;
        if found.is_some() {
            return Err(DocumentKeyProblem::SeveralKeys(text.matches("PRIVATE KEY-----").count() / 2));
        }
        let pem = format!("-----BEGIN {label}-----\n{}\n{end}\n", body.trim());
        found = Some(zeroize::Zeroizing::new(pem));
    }
    found.ok_or(DocumentKeyProblem::NotAKey)
}

/// What an EncryptedPrivateKeyInfo (RFC 5958, 3) is encrypted with, whatever that is.
pub(super) fn sealed_with(der: &[u8]) -> Option<ObjectIdentifier> {
    #[derive(Sequence)]
    struct Sealed {
        algorithm: AlgorithmIdentifierOwned,
        bytes: OctetString,
    }
    Sealed::from_der(der).ok().map(|sealed| sealed.algorithm.oid)
}

/// An encrypted private key, opened.
pub(super) fn decrypted(der: &[u8], passphrase: Option<&[u8]>) -> Result<Secret, DocumentKeyProblem> {
    // The library reads no parameters but those of the schemes it knows.
    if EncryptedPrivateKeyInfo::from_der(der).is_err() {
        let is_one = sealed_with(der).is_some();
        return Err(if is_one {
            DocumentKeyProblem::UnsupportedEncryption
        } else {
            DocumentKeyProblem::NotAKey
        });
    }
    let passphrase = passphrase.ok_or(DocumentKeyProblem::NeedsPassphrase)?;
    let opened = open(der, passphrase).map_err(|problem| match problem {
        KeyProblem::WrongPassphrase => DocumentKeyProblem::WrongPassphrase,
        KeyProblem::UnsupportedEncryption => DocumentKeyProblem::UnsupportedEncryption,
        KeyProblem::TooCostly => DocumentKeyProblem::TooCostly,
        _ => DocumentKeyProblem::NotAKey,
    })?;
    Secret::from_der(opened.as_bytes()).map_err(|problem| match problem {
        // One wrong passphrase in about 256 decrypts to something, but to no key.
        DocumentKeyProblem::NotAKey => DocumentKeyProblem::WrongPassphrase,
        other => other,
    })
}
