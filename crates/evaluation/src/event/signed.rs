//! Signatures over issued reports.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use super::IssuedFile;

/// The places in which a report is signed, as its signature boxes call them.
pub const SIGNING_PLACES: [&str; 5] = ["issuer", "evaluator", "approver", "reviewer", "decision_maker"];

/// What a signature brings along: nothing but the certificate, a time stamp, what is needed to check both for as long
/// as the algorithms hold, and a time stamp over all of that (ETSI EN 319 142-1 and 319 122-1, clause 6).
pub const SIGNATURE_LEVELS: [&str; 4] = ["B-B", "B-T", "B-LT", "B-LTA"];

/// One signature in a signed file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedBy {
    /// One of [`SIGNING_PLACES`].
    pub place: String,
    /// SHA-256 of the signed data (CMS, DER) as it lies in the file.
    pub signature: String,
    /// Whom the certificate names (RFC 4514).
    pub subject: String,
    /// SHA-256 of the certificate in DER.
    pub certificate: String,
    /// One of [`SIGNATURE_LEVELS`].
    pub level: String,
    /// The stamped time, RFC 3339 in UTC; absent where there is no time stamp.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
}

/// Payload of `report.sign/1`: a signed file of an issued report, as it now is, with every signature in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportSign {
    /// Report number.
    pub number: String,
    /// Its revision.
    pub revision: u32,
    /// The signed file.
    pub file: IssuedFile,
    /// Every signature in it, in the order of signing.
    pub signatures: Vec<SignedBy>,
}
