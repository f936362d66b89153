//! How complete a signature is, and what it lacks (EN 319 142-1, 6).

use der::{Decode as _, Encode as _};
use x509_cert::Certificate;

use super::document::Pdf;
use super::validation::stored;
use crate::cades::{self, Revocation, Signed, Trust, When, token_certificates};

/// How complete a signature is. Each level has what the one before has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// B-B: signed.
    Basic,
    /// B-T: with a time stamp over the signature.
    Stamped,
    /// B-LT: with certificates and revocation lists for signer and stamp in the file.
    LongTerm,
    /// B-LTA: with a document time stamp over them.
    Archive,
}

impl Level {
    /// Its name in the standard.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Basic => "B-B",
            Self::Stamped => "B-T",
            Self::LongTerm => "B-LT",
            Self::Archive => "B-LTA",
        }
    }

    /// What the next level needs.
    #[must_use]
    pub const fn missing(self) -> Option<Missing> {
        match self {
            Self::Basic => Some(Missing::TimeStamp),
            Self::Stamped => Some(Missing::ValidationData),
            Self::LongTerm => Some(Missing::DocumentTimeStamp),
            Self::Archive => None,
        }
    }
}

/// What a signature lacks for the next level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A time stamp over the signature. It goes into the signed data, so it cannot be added to a file that was signed over
    /// afterwards; a document time stamp can.
    TimeStamp,
    /// A revocation list for a certificate on the path of the signer or of the stamp.
    ValidationData,
    /// A time stamp over the whole file.
    DocumentTimeStamp,
}

/// The level that a signature has by what the file holds. Whom the reader trusts does not matter here: a path may end at any
/// certificate in the file that issued itself. `archived` are the revisions that a document time stamp covers, `now` is the
/// last.
pub(super) fn level(
    cms: &[u8],
    parts: &[&[u8]],
    claimed: Option<u64>,
    now: &Pdf,
    archived: &[&Pdf],
) -> Level {
    let at = |pdf: &Pdf| reached(cms, parts, claimed, pdf);
    match at(now) {
        Level::LongTerm if archived.iter().any(|pdf| at(pdf) == Level::LongTerm) => Level::Archive,
        level => level,
    }
}

fn reached(cms: &[u8], parts: &[&[u8]], claimed: Option<u64>, pdf: &Pdf) -> Level {
    let (certificates, crls) = stored(pdf);
    let mut anchors = certificates.clone();
    if let Ok(signed) = Signed::read(cms) {
        anchors.extend(signed.certificates.iter().map(|one| one.to_vec()));
        if let Ok(Some(token)) = signed.token() {
            anchors.extend(token_certificates(token, signed.signature));
        }
    }
    anchors.retain(|der| is_own_issuer(der));
    let trust = Trust { anchors: &anchors, certificates: &certificates, crls: &crls, now: 0 };
    let answer = cades::check(cms, parts, claimed, &trust);
    let good = |revocation: &Revocation| !matches!(revocation, Revocation::Unknown { .. });
    match &answer.when {
        When::Stamped(stamp) if good(&stamp.revocation) && good(&answer.revocation) => Level::LongTerm,
        When::Stamped(_) => Level::Stamped,
        _ => Level::Basic,
    }
}

fn is_own_issuer(der: &[u8]) -> bool {
    let Ok(certificate) = Certificate::from_der(der) else { return false };
    let tbs = &certificate.tbs_certificate;
    tbs.subject == tbs.issuer && tbs.subject.to_der().is_ok()
}
