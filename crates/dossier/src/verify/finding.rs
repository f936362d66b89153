//! What can be wrong, and where.

use std::fmt;

use trail::{ChainId, Digest};

/// The first thing that is wrong. The message is `verify-<code>` with the arguments; what it means is
/// `verify-<code>-means`, what to do `verify-<code>-do`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// Arguments of the message.
    pub args: Vec<(&'static str, String)>,
}

impl Finding {
    pub(crate) fn new(code: Code, place: Place) -> Self {
        Self { code, place, args: Vec::new() }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

impl fmt::Display for Finding {
    /// For logs and tests; what a person reads is looked up by code.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}", self.code.as_str(), self.place.code())?;
        for (name, value) in self.place.args().iter().chain(&self.args) {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}

/// Where something is wrong. The message is `verify-place-<code>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The file as a whole.
    File,
    /// Its tables, indexes, triggers, views.
    Schema,
    /// One row of the table of events.
    Event {
        /// Place in this file, counted from 1.
        n: u64,
        /// The chain it says it belongs to, as stored beside the body.
        chain: Option<ChainId>,
        /// Its place in the chain, as stored beside the body.
        seq: Option<u64>,
    },
    /// One piece of evidence.
    Evidence {
        /// Its SHA-256.
        sha256: String,
    },
    /// One row of the projection.
    Projection {
        /// Subject.
        subject: String,
        /// Field.
        field: String,
    },
}

impl Place {
    /// `file`, `schema`, `event`, `evidence`, `projection`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Schema => "schema",
            Self::Event { .. } => "event",
            Self::Evidence { .. } => "evidence",
            Self::Projection { .. } => "projection",
        }
    }

    /// Arguments of the message.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let unknown = || "?".to_owned();
        match self {
            Self::File | Self::Schema => Vec::new(),
            Self::Event { n, chain, seq } => vec![
                ("n", n.to_string()),
                ("chain", chain.map_or_else(unknown, |chain| chain.to_string())),
                ("seq", seq.map_or_else(unknown, |seq| seq.to_string())),
            ],
            Self::Evidence { sha256 } => vec![("sha256", sha256.clone())],
            Self::Projection { subject, field } => {
                vec![("subject", subject.clone()), ("field", field.clone())]
            }
        }
    }
}

/// Not wrong, but must be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// An empty journal lies beside the file: it is open elsewhere, or was not closed in order.
    JournalBeside,
    /// Two events of one chain claim one place: the key wrote from two copies. Both are kept.
    Fork {
        /// The chain.
        chain: ChainId,
        /// The first place that is taken twice.
        seq: u64,
    },
    /// The device's clock ran backwards.
    TimeBackwards {
        /// The first event of which that is so, by its place in this file.
        n: u64,
        /// In how many events.
        count: u64,
    },
    /// Evidence was withheld, but its bytes are (again) in the file.
    WithheldPresent {
        /// Its SHA-256.
        sha256: Digest,
    },
    /// A seal over a forked chain, whose digests do not say which history they mean.
    SealOverFork {
        /// The seal's place in this file.
        n: u64,
    },
    /// Seals that contradict each other's order so often that not all were computed again.
    SealsNotAllChecked {
        /// How many were not.
        count: u64,
    },
}

impl Remark {
    /// The message is `verify-remark-<code>`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::JournalBeside => "journal-beside",
            Self::Fork { .. } => "fork",
            Self::TimeBackwards { .. } => "time-backwards",
            Self::WithheldPresent { .. } => "withheld-present",
            Self::SealOverFork { .. } => "seal-over-fork",
            Self::SealsNotAllChecked { .. } => "seals-not-all-checked",
        }
    }

    /// Arguments of the message.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::JournalBeside => Vec::new(),
            Self::Fork { chain, seq } => {
                vec![("chain", chain.to_string()), ("seq", seq.to_string())]
            }
            Self::TimeBackwards { n, count } => {
                vec![("n", n.to_string()), ("count", count.to_string())]
            }
            Self::WithheldPresent { sha256 } => vec![("sha256", sha256.to_string())],
            Self::SealOverFork { n } => vec![("n", n.to_string())],
            Self::SealsNotAllChecked { count } => vec![("count", count.to_string())],
        }
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal,)+) => {
        /// What is wrong, one code for each thing.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The stable text of the code.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }
        }
    };
}

codes! {
    /// No SQLite file, or not with a dossier's application id.
    NotADossier = "not-a-dossier",
    /// A dossier of another format version.
    OtherVersion = "other-version",
    /// A journal with content lies beside the file, so the file alone is not the whole dossier.
    LeftoverJournal = "leftover-journal",
    /// A table, index, trigger or view that a dossier does not have.
    SchemaExtra = "schema-extra",
    /// A table or index with another definition.
    SchemaAltered = "schema-altered",
    /// A table or index is missing.
    SchemaMissing = "schema-missing",
    /// The file's structure is broken.
    Damaged = "damaged",
    /// An index says something else than its table, or a row is out of place.
    Integrity = "integrity",
    /// A body that is no event, or not in its only spelling.
    EventBody = "event-body",
    /// The stored id is not the hash of the body.
    EventId = "event-id",
    /// Chain or place beside the body differ from those in it.
    EventColumns = "event-columns",
    /// Events do not stand in the order in which they can have been received.
    EventOrder = "event-order",
    /// An event of another dossier.
    EventDossier = "event-dossier",
    /// One or more events are missing before this one.
    EventGap = "event-gap",
    /// The event before this one is another than it names.
    EventPrev = "event-prev",
    /// The same event twice.
    EventTwice = "event-twice",
    /// A chain that does not begin with its opening and key, or opens twice.
    ChainOpening = "chain-opening",
    /// More histories of one chain than anyone can have made by accident.
    ChainForks = "chain-forks",
    /// The signature is not the author's.
    Signature = "signature",
    /// An event of another chain that is named as seen is not there.
    ParentMissing = "parent-missing",
    /// Less of another chain is named as seen than before.
    ParentBackwards = "parent-backwards",
    /// What is superseded is not there.
    SupersedesMissing = "supersedes-missing",
    /// What is superseded is about something else.
    SupersedesOther = "supersedes-other",
    /// What is superseded had not been seen by the author.
    SupersedesUnseen = "supersedes-unseen",
    /// An entry of `supersedes` is no event id.
    SupersedesUnreadable = "supersedes-unreadable",
    /// The payload of an event about evidence names no digest and size.
    EvidencePayload = "evidence-payload",
    /// Bytes that an event names are not there, and no event says why.
    EvidenceMissing = "evidence-missing",
    /// The bytes are not those that were recorded.
    EvidenceBytes = "evidence-bytes",
    /// The size is not the one recorded, or is recorded twice in different ways.
    EvidenceSize = "evidence-size",
    /// Bytes that no event names.
    EvidenceOrphan = "evidence-orphan",
    /// A value that the events give is missing in the projection.
    ProjectionMissing = "projection-missing",
    /// The projection shows another value than the event.
    ProjectionValue = "projection-value",
    /// The projection shows a value that a later event replaced.
    ProjectionSuperseded = "projection-superseded",
    /// The projection shows a value that its author took back.
    ProjectionVoid = "projection-void",
    /// The projection shows something that no event says.
    ProjectionExtra = "projection-extra",
    /// A seal that cannot be read.
    SealPayload = "seal-payload",
    /// A seal does not name exactly the heads its author had seen.
    SealHeads = "seal-heads",
    /// A chain's root is not the one sealed.
    SealRoot = "seal-root",
    /// The projection is not the one sealed.
    SealProjection = "seal-projection",
    /// The list of evidence is not the one sealed.
    SealEvidence = "seal-evidence",
}
