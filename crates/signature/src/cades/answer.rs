//! The four answers, which are never merged: intact, who, when, revocation.

use trail::Digest;

use super::SignatureProblem;

/// What the reader brings along: nothing in a signature deserves trust by itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Trust<'a> {
    /// Certificates in DER that a path may end at, of signers and of time-stamp authorities.
    pub anchors: &'a [Vec<u8>],
    /// Further certificates in DER that a path may go over; they are trusted for nothing.
    pub certificates: &'a [Vec<u8>],
    /// Revocation lists in DER.
    pub crls: &'a [Vec<u8>],
    /// The present in seconds since 1970, for a signature that names no time.
    pub now: u64,
}

/// What a signature shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Whether the signed bytes, the attributes and the time stamp are as they were made; else the first thing that is not.
    pub intact: Result<(), SignatureProblem>,
    /// Whose certificate it is; none where the signed data has none that can be read.
    pub who: Option<DocumentSigner>,
    /// At which time, and by whose word.
    pub when: When,
    /// Whether a certificate on the signer's path was revoked.
    pub revocation: Revocation,
}

impl Answer {
    /// An answer that could say nothing but what is wrong.
    pub(crate) fn refused(problem: SignatureProblem) -> Self {
        let revocation = Revocation::Unknown { of: String::new(), why: WhyUnknown::NoPath };
        Self { intact: Err(problem), who: None, when: When::None, revocation }
    }
}

/// The certificate that a signature holds under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentSigner {
    /// Its subject (RFC 4514).
    pub subject: String,
    /// Who issued it (RFC 4514).
    pub issuer: String,
    /// Its serial number, hexadecimal.
    pub serial: String,
    /// SHA-256 of it in DER, its fingerprint.
    pub sha256: Digest,
    /// Whether it leads to a certificate that the reader trusts, and may sign documents.
    pub chain: Chain,
}

/// Whether a certificate leads to one that the reader trusts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chain {
    /// It does.
    Trusted {
        /// The subject of the trusted certificate (RFC 4514).
        anchor: String,
        /// SHA-256 of it in DER.
        sha256: Digest,
    },
    /// It does not, and why.
    NotKnown(SignatureProblem),
}

impl Chain {
    /// Whether it does.
    #[must_use]
    pub const fn is_trusted(&self) -> bool {
        matches!(self, Self::Trusted { .. })
    }
}

/// When a signature was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// It existed at the time that an authority stamped; whether that authority is trusted is part of it. (Boxed for its size.)
    Stamped(Box<TimeStamp>),
    /// The time that the signer's computer said, RFC 3339 in UTC.
    Claimed(String),
    /// No time is named.
    None,
}

/// A time stamp whose signature holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeStamp {
    /// The time, RFC 3339 in UTC.
    pub time: String,
    /// The same in seconds since 1970.
    pub at: u64,
    /// The authority, as its certificate names it (RFC 4514).
    pub authority: String,
    /// SHA-256 of that certificate in DER.
    pub sha256: Digest,
    /// Whether that certificate leads to a trusted one.
    pub chain: Chain,
    /// Whether a certificate on the authority's path was revoked.
    pub revocation: Revocation,
}

/// What revocation lists say of the certificates on a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Revocation {
    /// None was revoked at this time (RFC 3339 in UTC): the issue of the oldest list that was used, or the stamped time where a
    /// certificate was revoked after it.
    Good {
        /// The time.
        at: String,
    },
    /// One was.
    Revoked {
        /// Whose (RFC 4514).
        of: String,
        /// Since when, RFC 3339 in UTC.
        since: String,
    },
    /// Nothing is known of one.
    Unknown {
        /// Whose (RFC 4514); empty where there is no path.
        of: String,
        /// Why.
        why: WhyUnknown,
    },
}

/// Why nothing is known of a certificate's revocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyUnknown {
    /// The certificate leads to no trusted one, so nobody's list would mean anything.
    NoPath,
    /// No list of its issuer is at hand.
    NoList,
    /// The list's successor was due before the signature was made.
    OldList,
}
