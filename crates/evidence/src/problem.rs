//! What went wrong while reading, with its place and a code a person's words are found by.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Where in a workbook: rows and columns count from 1, as the person sees them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Sheet name as the workbook writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Row number from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// Column number from 1 (A is 1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
}

impl Place {
    /// A whole sheet.
    pub fn sheet(name: &str) -> Place {
        Place { sheet: Some(name.to_owned()), row: None, column: None }
    }

    /// One cell of a sheet.
    pub fn cell(sheet: &str, row: u32, column: u32) -> Place {
        Place { sheet: Some(sheet.to_owned()), row: Some(row), column: Some(column) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.sheet.as_deref().unwrap_or("workbook"))?;
        match (self.row, self.column) {
            (Some(row), Some(column)) => write!(f, "!{}{row}", crate::letters(column)),
            (Some(row), None) => write!(f, " row {row}"),
            _ => Ok(()),
        }
    }
}

/// Something that was read differently from what the file shows, or not at all; the rest was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// What kind of thing it is.
    pub code: NoticeCode,
    /// Where it stands.
    #[serde(default)]
    pub place: Place,
    /// The text, name or number it is about, as found in the file.
    #[serde(default)]
    pub detail: String,
}

/// The kinds of [`Notice`]; [`NoticeCode::id`] is the id of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeCode {
    /// A hidden sheet; it was read, and is offered last.
    HiddenSheet,
    /// A chart, dialog or macro sheet: it holds no cells that can be read.
    SheetNotRead,
    /// Two sheets of one name; only the first can be addressed.
    SheetNameTwice,
    /// A formula whose result the file does not store.
    FormulaWithoutValue,
    /// The text of a HYPERLINK formula without a stored result, taken from the formula itself.
    TextFromFormula,
    /// A formula's stored result is an error such as `#REF!`.
    ErrorValue,
    /// Text hidden below a merged area; what is shown is the area's first cell.
    StaleUnderMerge,
    /// The same cell twice; the first one counts.
    CellTwice,
    /// Parts with cell comments that were not read, or that belong to no sheet; the detail is their number.
    NotesNotRead,
    /// Cell comments of a sheet, which were read; the detail is their number.
    Comments,
    /// Rows that hold something and are hidden in the file; the detail names them.
    HiddenRows,
    /// Columns that hold something and are hidden in the file; the detail names them.
    HiddenColumns,
    /// A drop-down list whose values cannot be told without calculating; the detail is its formula.
    ListNotRead,
    /// A part of the archive that was not understood, or not to its end; the detail names it.
    PartNotRead,
    /// Images in the workbook, none of which was looked at; the detail is their number.
    ImagesNotOpened,
    /// Cell links exist and were not read (link formulas are).
    LinksNotRead,
    /// An embedded file: named, not opened.
    AttachmentNotOpened,
    /// The workbook carries macros; they were not run.
    MacrosNotRun,
    /// What this file format does not tell; the detail is the format.
    FormatLimits,
    /// The encoding was guessed; the detail names it.
    EncodingGuessed,
    /// Some bytes do not fit the encoding and show as U+FFFD.
    BytesReplaced,
    /// A quotation mark is never closed: rows may have run together.
    QuoteNotClosed,
}

impl NoticeCode {
    /// The Fluent id of this notice's words.
    pub fn id(self) -> &'static str {
        match self {
            NoticeCode::HiddenSheet => "evidence-notice-hidden-sheet",
            NoticeCode::SheetNotRead => "evidence-notice-sheet-not-read",
            NoticeCode::SheetNameTwice => "evidence-notice-sheet-name-twice",
            NoticeCode::FormulaWithoutValue => "evidence-notice-formula-without-value",
            NoticeCode::TextFromFormula => "evidence-notice-text-from-formula",
            NoticeCode::ErrorValue => "evidence-notice-error-value",
            NoticeCode::StaleUnderMerge => "evidence-notice-stale-under-merge",
            NoticeCode::CellTwice => "evidence-notice-cell-twice",
            NoticeCode::NotesNotRead => "evidence-notice-notes-not-read",
            NoticeCode::Comments => "evidence-notice-comments",
            NoticeCode::HiddenRows => "evidence-notice-hidden-rows",
            NoticeCode::HiddenColumns => "evidence-notice-hidden-columns",
            NoticeCode::ListNotRead => "evidence-notice-list-not-read",
            NoticeCode::PartNotRead => "evidence-notice-part-not-read",
            NoticeCode::ImagesNotOpened => "evidence-notice-images-not-opened",
            NoticeCode::LinksNotRead => "evidence-notice-links-not-read",
            NoticeCode::AttachmentNotOpened => "evidence-notice-attachment-not-opened",
            NoticeCode::MacrosNotRun => "evidence-notice-macros-not-run",
            NoticeCode::FormatLimits => "evidence-notice-format-limits",
            NoticeCode::EncodingGuessed => "evidence-notice-encoding-guessed",
            NoticeCode::BytesReplaced => "evidence-notice-bytes-replaced",
            NoticeCode::QuoteNotClosed => "evidence-notice-quote-not-closed",
        }
    }
}

/// Why a workbook was not taken in at all. Nothing of it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadProblem {
    /// File name, without its folder.
    pub file: String,
    /// Where in the file, when it has a place.
    #[serde(default)]
    pub place: Place,
    /// The reason.
    pub why: Why,
}

/// The reasons of a [`ReadProblem`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Why {
    /// The operating system does not give the file.
    Unreadable {
        /// Its own words.
        reason: String,
    },
    /// The file is larger than [`crate::Limits::file_bytes`].
    FileTooLarge {
        /// Size in bytes.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// Nothing in the file.
    Empty,
    /// Not a workbook and not a table of text; `looks_like` says what it resembles.
    UnknownType {
        /// What the first bytes suggest.
        looks_like: String,
    },
    /// Protected by a password: its content cannot be read.
    Encrypted,
    /// The archive is damaged or cut short.
    BrokenArchive {
        /// The unpacker's words.
        reason: String,
    },
    /// Two parts of one name (also ignoring case): programs would disagree about the content.
    PartTwice {
        /// The name.
        part: String,
    },
    /// A part swells far beyond anything a workbook needs.
    Bomb {
        /// The part's name.
        part: String,
        /// Its limit: a ratio, or bytes in total.
        limit: u64,
    },
    /// More sheets than [`crate::Limits::sheets`].
    TooManySheets {
        /// Sheets found.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// More non-empty cells than [`crate::Limits::cells`].
    TooManyCells {
        /// The limit.
        limit: u64,
    },
    /// More text than [`crate::Limits::text_bytes`].
    TooMuchText {
        /// The limit in bytes.
        limit: u64,
    },
    /// More merged areas than can be compared with the cells.
    TooManyMerges,
    /// A cell's text is longer than [`crate::Limits::cell_text`].
    CellTooLong {
        /// The limit in UTF-16 units.
        limit: usize,
    },
    /// A NUL inside a text: the file was decoded wrongly or is no text.
    NulInText,
    /// No sheet could be read.
    NoSheets,
    /// The workbook breaks its own format.
    BrokenWorkbook {
        /// The reader's words.
        reason: String,
    },
    /// The workbook holds no such file or image.
    NoSuchPart {
        /// Its name.
        part: String,
    },
    /// The reader process could not be started.
    ReaderMissing {
        /// The operating system's words.
        reason: String,
    },
    /// The reader process ended without finishing (out of memory, or a fault in a reader).
    ReaderStopped {
        /// How it ended.
        reason: String,
    },
    /// The reader process took longer than [`crate::Limits::seconds`].
    TimedOut {
        /// The limit in seconds.
        seconds: u64,
    },
    /// The person asked to stop.
    Cancelled,
}

impl Why {
    /// The Fluent id of the words; `<id>-do` says what to do.
    pub fn id(&self) -> &'static str {
        match self {
            Why::Unreadable { .. } => "evidence-read-unreadable",
            Why::FileTooLarge { .. } => "evidence-read-file-too-large",
            Why::Empty => "evidence-read-empty",
            Why::UnknownType { .. } => "evidence-read-unknown-type",
            Why::Encrypted => "evidence-read-encrypted",
            Why::BrokenArchive { .. } => "evidence-read-broken-archive",
            Why::PartTwice { .. } => "evidence-read-part-twice",
            Why::Bomb { .. } => "evidence-read-bomb",
            Why::TooManySheets { .. } => "evidence-read-too-many-sheets",
            Why::TooManyCells { .. } => "evidence-read-too-many-cells",
            Why::TooMuchText { .. } => "evidence-read-too-much-text",
            Why::TooManyMerges => "evidence-read-too-many-merges",
            Why::CellTooLong { .. } => "evidence-read-cell-too-long",
            Why::NulInText => "evidence-read-nul-in-text",
            Why::NoSheets => "evidence-read-no-sheets",
            Why::BrokenWorkbook { .. } => "evidence-read-broken-workbook",
            Why::NoSuchPart { .. } => "evidence-read-no-such-part",
            Why::ReaderMissing { .. } => "evidence-read-reader-missing",
            Why::ReaderStopped { .. } => "evidence-read-reader-stopped",
            Why::TimedOut { .. } => "evidence-read-timed-out",
            Why::Cancelled => "evidence-read-cancelled",
        }
    }
}

impl ReadProblem {
    pub(crate) fn new(why: Why) -> ReadProblem {
        ReadProblem { file: String::new(), place: Place::default(), why }
    }

    pub(crate) fn at(place: Place, why: Why) -> ReadProblem {
        ReadProblem { file: String::new(), place, why }
    }

    pub(crate) fn of_file(mut self, file: &str) -> ReadProblem {
        file.clone_into(&mut self.file);
        self
    }

    /// The arguments of the words [`Why::id`] names: `file`, `place` and those of the reason.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        let mut all = vec![("file", self.file.clone()), ("place", self.place.to_string())];
        match &self.why {
            Why::Unreadable { reason }
            | Why::BrokenArchive { reason }
            | Why::BrokenWorkbook { reason }
            | Why::ReaderMissing { reason }
            | Why::ReaderStopped { reason } => all.push(("reason", reason.clone())),
            Why::FileTooLarge { bytes, limit } => {
                all.push(("bytes", bytes.to_string()));
                all.push(("limit", limit.to_string()));
            }
            Why::UnknownType { looks_like } => all.push(("looks", looks_like.clone())),
            Why::PartTwice { part } | Why::NoSuchPart { part } => all.push(("part", part.clone())),
            Why::Bomb { part, limit } => {
                all.push(("part", part.clone()));
                all.push(("limit", limit.to_string()));
            }
            Why::TooManySheets { found, limit } => {
                all.push(("found", found.to_string()));
                all.push(("limit", limit.to_string()));
            }
            Why::TooManyCells { limit } | Why::TooMuchText { limit } => {
                all.push(("limit", limit.to_string()));
            }
            Why::CellTooLong { limit } => all.push(("limit", limit.to_string())),
            Why::TimedOut { seconds } => all.push(("seconds", seconds.to_string())),
            Why::Empty
            | Why::Encrypted
            | Why::TooManyMerges
            | Why::NulInText
            | Why::NoSheets
            | Why::Cancelled => {}
        }
        all
    }
}

impl fmt::Display for ReadProblem {
    /// For logs and tests; a person reads the words of [`Why::id`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}: {:?}", self.file, self.place, self.why)
    }
}

impl std::error::Error for ReadProblem {}
