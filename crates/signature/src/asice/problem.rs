//! What can be wrong with a container.

use core::fmt;

use crate::cades::SignatureProblem;

/// Why a container is not written, or not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContainerProblem {
    /// Not a zip archive, or one that is damaged; what the reader says.
    Archive(String),
    /// The archive has bytes that belong to no part.
    Around,
    /// It does not begin with the part that names its media type.
    MediaType,
    /// A name that may not stand in a container; which.
    Name(String),
    /// A name twice, if case makes no difference; which.
    Twice(String),
    /// A part that is encrypted, a link, or packed by another method than deflate; which.
    Part(String),
    /// A part unpacks to another size than it says, or to more than is allowed; which.
    Size(String),
    /// More parts than are allowed.
    TooMany,
    /// A manifest cannot be read, or has parts that are not understood; which.
    Manifest(String),
    /// A manifest has a digest that is not SHA-256; its algorithm.
    Algorithm(String),
    /// There is no signature.
    NoSignature,
    /// A manifest without its signature, or a signature without its manifest; which.
    Alone(String),
    /// A file that no manifest names; which.
    NotCovered(String),
    /// A file that a manifest names is not there; which.
    Missing(String),
    /// A file was changed: its digest is another; which.
    Changed(String),
    /// More signatures than have numbers, or a number that is not the next or an earlier one.
    Number(u32),
    /// The signature was not made or completed.
    Signature(SignatureProblem),
    /// Reading or writing failed; what the system says.
    Io(String),
}

impl ContainerProblem {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Archive(_) => "container-archive",
            Self::Around => "container-around",
            Self::MediaType => "container-media-type",
            Self::Name(_) => "container-name",
            Self::Twice(_) => "container-twice",
            Self::Part(_) => "container-part",
            Self::Size(_) => "container-size",
            Self::TooMany => "container-too-many",
            Self::Manifest(_) => "container-manifest",
            Self::Algorithm(_) => "container-algorithm",
            Self::NoSignature => "container-no-signature",
            Self::Alone(_) => "container-alone",
            Self::NotCovered(_) => "container-not-covered",
            Self::Missing(_) => "container-missing",
            Self::Changed(_) => "container-changed",
            Self::Number(_) => "container-number",
            Self::Signature(problem) => problem.code(),
            Self::Io(_) => "container-io",
        }
    }

    /// What the message names (`{ $detail }`), empty where it names nothing.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::Archive(what)
            | Self::Name(what)
            | Self::Twice(what)
            | Self::Part(what)
            | Self::Size(what)
            | Self::Manifest(what)
            | Self::Algorithm(what)
            | Self::Alone(what)
            | Self::NotCovered(what)
            | Self::Missing(what)
            | Self::Changed(what)
            | Self::Io(what) => what.clone(),
            Self::Number(number) => number.to_string(),
            Self::Signature(problem) => problem.detail(),
            Self::Around | Self::MediaType | Self::TooMany | Self::NoSignature => String::new(),
        }
    }
}

impl fmt::Display for ContainerProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.detail() {
            detail if detail.is_empty() => f.write_str(self.code()),
            detail => write!(f, "{} {detail}", self.code()),
        }
    }
}

impl core::error::Error for ContainerProblem {}
