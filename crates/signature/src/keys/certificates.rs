//! Certificates that come with a key: read, put into order, and what they say.

use core::time::Duration;

use der::{Decode as _, Encode as _};
use trail::Digest;
use x509_cert::Certificate;
use x509_cert::ext::pkix::{AuthorityKeyIdentifier, SubjectKeyIdentifier};

use super::{DocumentKeyProblem, SignerKey};
use crate::Algorithm;
use crate::timestamp::algorithm;

/// The longest chain that is put together.
const LONGEST: usize = 8;
/// Most certificates that are read from one file.
const MOST: usize = 64;

/// What a certificate says of its holder, as far as a person chooses by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The holder (RFC 4514).
    pub subject: String,
    /// Who issued it (RFC 4514).
    pub issuer: String,
    /// Its serial number, hexadecimal.
    pub serial: String,
    /// Valid from, since 1970 (UTC).
    pub not_before: Duration,
    /// Valid until, the same.
    pub not_after: Duration,
    /// How its key signs.
    pub algorithm: Algorithm,
    /// SHA-256 of the certificate in DER, its fingerprint.
    pub sha256: Digest,
}

impl Facts {
    /// Whether the certificate's own dates allow this time, given since 1970 (UTC).
    #[must_use]
    pub fn is_valid_at(&self, time: Duration) -> bool {
        (self.not_before..=self.not_after).contains(&time)
    }
}

/// What a certificate in DER says.
///
/// # Errors
/// It cannot be read, or its key is of a kind that signs no documents here.
pub fn facts(der: &[u8]) -> Result<Facts, DocumentKeyProblem> {
    let certificate = Certificate::from_der(der).map_err(|_| DocumentKeyProblem::NotACertificate)?;
    let of = &certificate.tbs_certificate;
    Ok(Facts {
        subject: of.subject.to_string(),
        issuer: of.issuer.to_string(),
        serial: of.serial_number.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect(),
        not_before: of.validity.not_before.to_unix_duration(),
        not_after: of.validity.not_after.to_unix_duration(),
        algorithm: SignerKey::of(&of.subject_public_key_info)?.algorithm(),
        sha256: Digest::of(der),
    })
}

/// The certificates in a file, each in DER: one in DER, or every block `CERTIFICATE` of a PEM file. What else stands in a
/// PEM file is passed over.
///
/// # Errors
/// There is none, or one cannot be read.
pub fn certificates_in(file: &[u8]) -> Result<Vec<Vec<u8>>, DocumentKeyProblem> {
    const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
    const END: &str = "-----END CERTIFICATE-----";
    let unreadable = DocumentKeyProblem::NotACertificate;
    if file.starts_with(&[0x30]) {
        return Certificate::from_der(file).map(|_| vec![file.to_vec()]).map_err(|_| unreadable);
    }
    let text = core::str::from_utf8(file).map_err(|_| unreadable.clone())?;
    let mut found = Vec::new();
    for block in text.split(BEGIN).skip(1).take(MOST) {
        let (body, _) = block.split_once(END).ok_or_else(|| unreadable.clone())?;
        let pem = format!("{BEGIN}\n{}\n{END}\n", body.trim().replace('\r', ""));
        let (_, der) = der::pem::decode_vec(pem.as_bytes()).map_err(|_| unreadable.clone())?;
        Certificate::from_der(&der).map_err(|_| unreadable.clone())?;
        found.push(der);
    }
    if found.is_empty() { Err(unreadable) } else { Ok(found) }
}

/// The signer's certificate and its issuers, out of these in any order; and the signer's public key.
pub(super) fn chain(
    all: &[Vec<u8>],
    is_the_signers: impl Fn(&SignerKey) -> bool,
) -> Result<(Vec<Vec<u8>>, SignerKey), DocumentKeyProblem> {
    if all.is_empty() {
        return Err(DocumentKeyProblem::NoCertificate);
    }
    let parsed: Result<Vec<_>, _> = all.iter().map(|der| Certificate::from_der(der)).collect();
    let parsed = parsed.map_err(|_| DocumentKeyProblem::NotACertificate)?;
    let key_of = |one: &Certificate| SignerKey::of(&one.tbs_certificate.subject_public_key_info);
    let found = parsed.iter().find_map(|one| {
        let key = key_of(one).ok()?;
        is_the_signers(&key).then_some((one, key))
    });
    let Some((signer, key)) = found else {
        return Err(match parsed.as_slice() {
            // With one alone there is no doubt which was meant: a reason why it can't be used is the better answer.
            [only] if key_of(only).is_err() => {
                key_of(only).err().unwrap_or(DocumentKeyProblem::NotACertificate)
            }
            several => {
                let names: Vec<_> =
                    several.iter().map(|one| one.tbs_certificate.subject.to_string()).collect();
                DocumentKeyProblem::Mismatch(names.join("; "))
            }
        });
    };
    let mut links = vec![signer];
    while let Some(last) = links.last().filter(|_| links.len() < LONGEST) {
        let next = parsed.iter().find(|one| !links.contains(one) && issued(one, last));
        let Some(next) = next else { break };
        links.push(next);
    }
    let ders: Result<Vec<_>, _> = links.iter().map(|one| one.to_der()).collect();
    Ok((ders.map_err(|_| DocumentKeyProblem::NotACertificate)?, key))
}

/// Whether the certificate of `issuer` signed that of `subject`, by name, key identifiers and signature.
fn issued(issuer: &Certificate, subject: &Certificate) -> bool {
    let (by, of) = (&issuer.tbs_certificate, &subject.tbs_certificate);
    let named = of.get::<AuthorityKeyIdentifier>().ok().flatten().and_then(|(_, id)| id.key_identifier);
    let has = by.get::<SubjectKeyIdentifier>().ok().flatten().map(|(_, id)| id.0);
    let fits = named.is_none() || has.is_none() || named == has;
    let Some(signature) = subject.signature.as_bytes() else { return false };
    fits && by.subject == of.issuer
        && of.to_der().is_ok_and(|message| {
            let with = (&subject.signature_algorithm, None);
            algorithm::verify(&by.subject_public_key_info, with, &message, signature).is_ok()
        })
}
