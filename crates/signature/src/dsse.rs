//! Signed statements for readers that know no CMS: an in-toto Statement v1 in a DSSE envelope v1.
//!
//! The format is `docs/formats/container.md`. The pre-authentication encoding is of the DSSE protocol 1.0
//! (secure-systems-lab/dsse), the statement of in-toto's attestation framework 1.0.

mod canonical;

use core::fmt;

use base64ct::{Base64, Encoding as _};
use serde_json::{Value as Json, json};
use sha2::{Digest as _, Sha256};
use trail::Digest;
use x509_cert::Certificate;
use x509_cert::der::{Decode as _, Encode as _};

use crate::keys::SignerKey;
use crate::{Algorithm, DocumentKey, NotSigned};

pub use canonical::canonical;

/// What the payload is.
const PAYLOAD_TYPE: &str = "application/vnd.in-toto+json";
/// What a statement is.
const STATEMENT_TYPE: &str = "https://in-toto.io/Statement/v1";
/// The predicate by which `trestle verify` knows a signed OSCAL file.
pub const OSCAL_PREDICATE: &str =
    "https://oscal-compass.github.io/compliance-trestle/predicates/oscal-signing/v1";
/// The predicate of a statement over all files of a bundle.
pub const BUNDLE_PREDICATE: &str = "https://assay.invalid/bundle/v1";

/// Most bytes of an envelope, and most signatures in it.
const MOST_BYTES: usize = 4 << 20;
const MOST_SIGNATURES: usize = 16;

/// Something a statement is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its name; for a file, the file's.
    pub name: String,
    /// SHA-256, of what the predicate says.
    pub sha256: Digest,
}

/// A statement that was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What it is about.
    pub subjects: Vec<Subject>,
    /// Of what kind it is: a URI.
    pub predicate_type: String,
    /// What it says, as JSON.
    pub predicate: Json,
}

/// Why an envelope is not made or does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EnvelopeProblem {
    /// What should be signed is not JSON that has one canonical form; at which place.
    Json(String),
    /// The key did not sign; what it said.
    Key(NotSigned),
    /// The signer's certificate cannot be read.
    Certificate,
    /// Not a DSSE envelope with an in-toto statement.
    Form,
    /// No signature in it holds under this key.
    Signature,
    /// It is not about a file of this name; about what it is.
    Subject(String),
    /// The file was changed: its digest is another; which.
    Changed(String),
}

impl EnvelopeProblem {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Json(_) => "envelope-json",
            Self::Key(_) => "envelope-key",
            Self::Certificate => "envelope-certificate",
            Self::Form => "envelope-form",
            Self::Signature => "envelope-signature",
            Self::Subject(_) => "envelope-subject",
            Self::Changed(_) => "envelope-changed",
        }
    }

    /// What the message names (`{ $detail }`), empty where it names nothing.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::Json(what) | Self::Subject(what) | Self::Changed(what) => what.clone(),
            Self::Key(said) => said.to_string(),
            Self::Certificate | Self::Form | Self::Signature => String::new(),
        }
    }
}

impl fmt::Display for EnvelopeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.detail() {
            detail if detail.is_empty() => f.write_str(self.code()),
            detail => write!(f, "{} {detail}", self.code()),
        }
    }
}

impl core::error::Error for EnvelopeProblem {}

impl Statement {
    /// The statement over one OSCAL file that `trestle verify` accepts: its digest is of the file's canonical JSON, so that
    /// white space does not matter.
    ///
    /// # Errors
    /// [`EnvelopeProblem::Json`]: the file is not JSON, or has no one canonical form.
    pub fn oscal(name: &str, file: &[u8]) -> Result<Self, EnvelopeProblem> {
        let subject = Subject { name: name.to_owned(), sha256: Digest::of(&canonical(file)?) };
        let predicate = json!({
            "canonicalization": "RFC8785", "digestAlgorithm": "sha256", "digestSource": "canonical-json", "tool": "assay",
        });
        Ok(Self { subjects: vec![subject], predicate_type: OSCAL_PREDICATE.to_owned(), predicate })
    }

    /// The statement in canonical JSON: what is signed.
    fn to_json(&self) -> Result<Vec<u8>, EnvelopeProblem> {
        let subjects: Vec<_> = self
            .subjects
            .iter()
            .map(
                |subject| json!({ "name": subject.name, "digest": { "sha256": subject.sha256.to_string() } }),
            )
            .collect();
        let statement = json!({
            "_type": STATEMENT_TYPE, "subject": subjects, "predicateType": self.predicate_type,
            "predicate": self.predicate,
        });
        canonical(statement.to_string().as_bytes())
    }

    fn from_json(payload: &[u8]) -> Option<Self> {
        let statement: Json = serde_json::from_slice(payload).ok()?;
        let text = |value: &Json, key: &str| Some(value.get(key)?.as_str()?.to_owned());
        if text(&statement, "_type")? != STATEMENT_TYPE {
            return None;
        }
        let subject = |one: &Json| {
            let sha256 = Digest::from_hex(&text(one.get("digest")?, "sha256")?)?;
            Some(Subject { name: text(one, "name")?, sha256 })
        };
        let subjects: Option<Vec<_>> = statement.get("subject")?.as_array()?.iter().map(subject).collect();
        Some(Self {
            subjects: subjects?,
            predicate_type: text(&statement, "predicateType")?,
            predicate: statement.get("predicate").cloned().unwrap_or(Json::Null),
        })
    }

    /// Whether it is about this file: for an OSCAL statement by its canonical JSON, for others by its bytes.
    ///
    /// # Errors
    /// [`EnvelopeProblem::Subject`] or [`EnvelopeProblem::Changed`].
    pub fn covers(&self, name: &str, file: &[u8]) -> Result<(), EnvelopeProblem> {
        let found = self.subjects.iter().find(|subject| subject.name == name);
        let found = found.ok_or_else(|| {
            let names: Vec<_> = self.subjects.iter().map(|subject| subject.name.as_str()).collect();
            EnvelopeProblem::Subject(names.join("; "))
        })?;
        let digest = if self.predicate_type == OSCAL_PREDICATE {
            Digest::of(&canonical(file)?)
        } else {
            Digest::of(file)
        };
        if digest == found.sha256 { Ok(()) } else { Err(EnvelopeProblem::Changed(name.to_owned())) }
    }
}

/// What is signed in place of the payload (PAE), so that its kind can't be mistaken.
fn encoded(payload: &[u8]) -> Vec<u8> {
    let head = format!("DSSEv1 {} {PAYLOAD_TYPE} {} ", PAYLOAD_TYPE.len(), payload.len());
    [head.as_bytes(), payload].concat()
}

fn public_key(certificate: &[u8]) -> Option<Vec<u8>> {
    Certificate::from_der(certificate).ok()?.tbs_certificate.subject_public_key_info.to_der().ok()
}

/// The public key of a certificate in DER, as SubjectPublicKeyInfo in PEM: what `trestle verify --public-key` takes.
///
/// # Errors
/// [`EnvelopeProblem::Certificate`].
pub fn public_key_pem(certificate: &[u8]) -> Result<String, EnvelopeProblem> {
    let der = public_key(certificate).ok_or(EnvelopeProblem::Certificate)?;
    der::pem::encode_string("PUBLIC KEY", der::pem::LineEnding::LF, &der)
        .map_err(|_| EnvelopeProblem::Certificate)
}

/// Signs a statement: the envelope as JSON text.
///
/// # Errors
/// The key does not sign, or the predicate has no canonical form.
pub fn sign(statement: &Statement, key: &dyn DocumentKey) -> Result<String, EnvelopeProblem> {
    let payload = statement.to_json()?;
    let message = encoded(&payload);
    let signed =
        if key.algorithm() == Algorithm::RsaPkcs1 { key.sign_pss(&message) } else { key.sign(&message) };
    let signature = signed.map_err(EnvelopeProblem::Key)?;
    let own =
        key.certificates().first().and_then(|der| public_key(der)).ok_or(EnvelopeProblem::Certificate)?;
    let envelope = json!({
        "payload": Base64::encode_string(&payload),
        "payloadType": PAYLOAD_TYPE,
        "signatures": [{ "keyid": hexadecimal(&Sha256::digest(&own)), "sig": Base64::encode_string(&signature) }],
    });
    Ok(envelope.to_string() + "\n")
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The statement in an envelope, if one of its signatures holds under the key.
///
/// # Errors
/// [`EnvelopeProblem::Form`] or [`EnvelopeProblem::Signature`].
pub fn verify(envelope: &[u8], key: &SignerKey) -> Result<Statement, EnvelopeProblem> {
    let form = || EnvelopeProblem::Form;
    if envelope.len() > MOST_BYTES {
        return Err(EnvelopeProblem::Form);
    }
    // A key twice would let two readers see two envelopes.
    let envelope = canonical(envelope).map_err(|_| EnvelopeProblem::Form)?;
    let envelope: Json = serde_json::from_slice(&envelope).map_err(|_| EnvelopeProblem::Form)?;
    let text = |value: &Json, key: &str| value.get(key).and_then(Json::as_str).map(str::to_owned);
    if text(&envelope, "payloadType").as_deref() != Some(PAYLOAD_TYPE) {
        return Err(EnvelopeProblem::Form);
    }
    let payload =
        text(&envelope, "payload").and_then(|text| Base64::decode_vec(&text).ok()).ok_or_else(form)?;
    let message = encoded(&payload);
    let signatures = envelope.get("signatures").and_then(Json::as_array).ok_or_else(form)?;
    if signatures.len() > MOST_SIGNATURES {
        return Err(EnvelopeProblem::Form);
    }
    let holds = |signature: &[u8]| match key {
        SignerKey::Rsa(_) => key.verifies_pss(&message, signature),
        _ => key.verifies(&message, signature),
    };
    let decoded = |one: &Json| text(one, "sig").and_then(|text| Base64::decode_vec(&text).ok());
    if !signatures.iter().filter_map(decoded).any(|signature| holds(&signature)) {
        return Err(EnvelopeProblem::Signature);
    }
    canonical(&payload).map_err(|_| EnvelopeProblem::Form)?;
    Statement::from_json(&payload).ok_or(EnvelopeProblem::Form)
}
