//! Signed data for documents: CMS (RFC 5652) with the attributes of CAdES and PAdES (ETSI EN 319 122-1, EN 319 142-1).
//!
//! [`sign`] makes it over a digest, [`with_time_stamp`] completes it later, [`check`] answers what it shows in four values
//! that are never merged. The format is in `docs/formats/document-signatures.md`.

mod answer;
mod build;
mod certificate;
mod check;
mod problem;
mod read;
mod revocation;

pub use answer::{Answer, Chain, DocumentSigner, Revocation, TimeStamp, Trust, When, WhyUnknown};
pub use build::{digest, sign, signature_value, with_time_stamp};
use certificate::{all_certificates, certificates_of};
pub use check::check;
pub(crate) use check::{stamp_over, token_certificates};
pub use problem::SignatureProblem;
pub(crate) use read::Signed;

use core::time::Duration;
use der::DateTime;
use der::oid::ObjectIdentifier;

const fn oid(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(text)
}

const DATA: ObjectIdentifier = oid("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = oid("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = oid("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = oid("1.2.840.113549.1.9.4");
const SIGNING_TIME: ObjectIdentifier = oid("1.2.840.113549.1.9.5");
/// signingCertificateV2 (RFC 5035, section 3).
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = oid("1.2.840.113549.1.9.16.2.47");
/// signatureTimeStampToken (RFC 3161, appendix A).
const TIME_STAMP_TOKEN: ObjectIdentifier = oid("1.2.840.113549.1.9.16.2.14");
const SHA_256: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.1");
const SHA_384: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.2");

/// Seconds since 1970 as RFC 3339 in UTC; empty beyond the year 9999.
#[must_use]
pub(crate) fn time_text(at: Duration) -> String {
    DateTime::from_unix_duration(Duration::from_secs(at.as_secs()))
        .map(|at| at.to_string())
        .unwrap_or_default()
}
