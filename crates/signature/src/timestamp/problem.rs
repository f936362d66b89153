//! What can be wrong with a time stamp.

use core::fmt;

/// Why a reply is not a time stamp on what was asked, under the authority that was named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StampProblem {
    /// Not a time-stamp request or reply in DER, or one with parts that are not understood.
    Form,
    /// The authority refused; its status number (RFC 3161, 2.4.2).
    Refused(u8),
    /// It is about other bytes.
    Imprint,
    /// It answers another request.
    Nonce,
    /// Not exactly one signer with its certificate in the token.
    Signer,
    /// The signature does not hold.
    Signature,
    /// An algorithm that is not checked here; its object identifier.
    Algorithm(String),
    /// The named certificate cannot be read, or is not one of an authority.
    Authority,
    /// The signer's certificate does not lead to the named one.
    Path,
    /// A certificate on the way was not valid at the time that is stamped; whose.
    Validity(String),
    /// The signer's certificate was not made for time-stamping alone.
    Usage,
    /// A certificate has a critical extension that is not understood; which.
    Extension(String),
}

impl StampProblem {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Form => "signature-stamp-form",
            Self::Refused(_) => "signature-stamp-refused",
            Self::Imprint => "signature-stamp-imprint",
            Self::Nonce => "signature-stamp-nonce",
            Self::Signer => "signature-stamp-signer",
            Self::Signature => "signature-stamp-signature",
            Self::Algorithm(_) => "signature-stamp-algorithm",
            Self::Authority => "signature-stamp-authority",
            Self::Path => "signature-stamp-path",
            Self::Validity(_) => "signature-stamp-validity",
            Self::Usage => "signature-stamp-usage",
            Self::Extension(_) => "signature-stamp-extension",
        }
    }

    /// What the message names, empty where it names nothing.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::Refused(status) => status.to_string(),
            Self::Algorithm(what) | Self::Validity(what) | Self::Extension(what) => what.clone(),
            _ => String::new(),
        }
    }
}

impl fmt::Display for StampProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code(), self.detail())
    }
}

impl core::error::Error for StampProblem {}
