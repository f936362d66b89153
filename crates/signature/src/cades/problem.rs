//! What can be wrong with a document signature.

use core::fmt;

use crate::NotSigned;
use crate::timestamp::StampProblem;

/// Why a signature was not made, or does not show what it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureProblem {
    /// Not signed data in DER, or with parts that are not understood.
    Form,
    /// The key did not sign; what it said.
    Key(NotSigned),
    /// The key has no certificate, or one that cannot be read or does not fit its way of signing.
    Certificate,
    /// Not exactly one signer with its certificate in the signed data.
    Signer,
    /// An attribute that must be signed, once and with one value, is not.
    Attribute,
    /// The signed bytes were changed: their digest is another.
    Digest,
    /// The signature names another certificate than the one it comes with.
    Named,
    /// The signature does not hold.
    Signature,
    /// An algorithm that is not checked here; its object identifier.
    Algorithm(String),
    /// The certificate does not lead to a trusted one.
    Path,
    /// A certificate on the way was not valid at the time of the signature; whose.
    Validity(String),
    /// A certificate has a critical extension that is not understood; which.
    Extension(String),
    /// The certificate was not made for signing documents.
    Usage,
    /// The time stamp in it is not one over this signature; why.
    Stamp(StampProblem),
    /// A signature in a PDF does not cover its whole revision of the file.
    Range,
    /// Behind a signature in a PDF stands something that is not signed.
    Padding,
    /// The PDF was changed after it was signed, beyond what may be added; what.
    Changed(String),
    /// The signed data is larger than the room that a PDF has for it.
    Room,
}

impl SignatureProblem {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Form => "document-signature-form",
            Self::Key(_) => "document-signature-key",
            Self::Certificate => "document-signature-certificate",
            Self::Signer => "document-signature-signer",
            Self::Attribute => "document-signature-attribute",
            Self::Digest => "document-signature-digest",
            Self::Named => "document-signature-named",
            Self::Signature => "document-signature-signature",
            Self::Algorithm(_) => "document-signature-algorithm",
            Self::Path => "document-signature-path",
            Self::Validity(_) => "document-signature-validity",
            Self::Extension(_) => "document-signature-extension",
            Self::Usage => "document-signature-usage",
            Self::Stamp(_) => "document-signature-stamp",
            Self::Range => "document-signature-range",
            Self::Padding => "document-signature-padding",
            Self::Changed(_) => "document-signature-changed",
            Self::Room => "document-signature-room",
        }
    }

    /// What the message names, empty where it names nothing. Of a time stamp it is the code of its own problem.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::Key(said) => said.to_string(),
            Self::Algorithm(what) | Self::Validity(what) | Self::Extension(what) | Self::Changed(what) => {
                what.clone()
            }
            Self::Stamp(problem) => problem.code().to_owned(),
            _ => String::new(),
        }
    }
}

/// What is wrong with a path, an algorithm or a signature is the same for documents as for time stamps.
impl From<StampProblem> for SignatureProblem {
    fn from(problem: StampProblem) -> Self {
        match problem {
            StampProblem::Path | StampProblem::Authority => Self::Path,
            StampProblem::Validity(whose) => Self::Validity(whose),
            StampProblem::Extension(which) => Self::Extension(which),
            StampProblem::Usage => Self::Usage,
            StampProblem::Algorithm(which) => Self::Algorithm(which),
            StampProblem::Signature => Self::Signature,
            _ => Self::Form,
        }
    }
}

impl fmt::Display for SignatureProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code(), self.detail())
    }
}

impl core::error::Error for SignatureProblem {}
