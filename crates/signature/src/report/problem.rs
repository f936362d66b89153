//! Why a text is not a report statement.

use core::fmt;

/// What is wrong with a report statement, and in which line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatementProblem {
    /// The line, counted from 1; 0 when the statement as a whole is meant.
    pub line: usize,
    /// What is wrong.
    pub why: StatementWhy,
}

/// The ways in which a report statement can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementWhy {
    /// The first line is not `assay-report/1`; a newer release may be able to read it.
    Version,
    /// This line should begin with the named word and have its form.
    Line(&'static str),
    /// Two files have the same name.
    FileTwice,
    /// The same key is listed twice in the same function.
    SignerTwice,
    /// A text in the statement has no place in one line: it is empty, begins or ends with a
    /// space, or has a control or direction character, or, in a file name, a slash or backslash.
    Unwritable,
    /// The key that was to sign is not listed as a signer in that function.
    NotASigner,
}

impl StatementWhy {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Version => "signature-statement-version",
            Self::Line(_) => "signature-statement-line",
            Self::FileTwice => "signature-statement-file-twice",
            Self::SignerTwice => "signature-statement-signer-twice",
            Self::Unwritable => "signature-statement-unwritable",
            Self::NotASigner => "signature-statement-not-a-signer",
        }
    }
}

impl fmt::Display for StatementProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} line={}", self.why.code(), self.line)
    }
}

impl core::error::Error for StatementProblem {}
