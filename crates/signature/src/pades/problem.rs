//! Why a PDF cannot be signed or checked here.

use core::fmt;

/// Why a PDF cannot be signed or checked here; what is wrong with a signature in it is a
/// [`SignatureProblem`](crate::cades::SignatureProblem).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfProblem {
    /// It is no PDF, is damaged, encrypted, or built in a way that is not written here; where.
    Unreadable(String),
    /// It has signature fields already.
    Prepared,
    /// It has no signature fields, or not this one.
    NotPrepared,
    /// The field is signed already; which.
    Signed(String),
    /// A field's place is not on a page of the file; which field.
    Place(String),
    /// The font cannot be read.
    Font,
    /// A character has no shape in the font; which.
    Character(String),
}

impl PdfProblem {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "document-pdf-unreadable",
            Self::Prepared => "document-pdf-prepared",
            Self::NotPrepared => "document-pdf-not-prepared",
            Self::Signed(_) => "document-pdf-signed",
            Self::Place(_) => "document-pdf-place",
            Self::Font => "document-pdf-font",
            Self::Character(_) => "document-pdf-character",
        }
    }

    /// What the message names, empty where it names nothing.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::Unreadable(what) | Self::Signed(what) | Self::Place(what) | Self::Character(what) => {
                what.clone()
            }
            _ => String::new(),
        }
    }
}

impl fmt::Display for PdfProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code(), self.detail())
    }
}

impl core::error::Error for PdfProblem {}
