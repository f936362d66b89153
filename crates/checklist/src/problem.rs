//! What is wrong with a pack, with the register, or with a file that goes with a pack, and where.

use alloc::{
    string::{String, ToString},
    vec,
    vec::Vec,
};
use core::fmt;

/// One thing that is wrong with a pack, with the series register, or with a file that goes with a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackProblem {
    /// The place as a JSON path, for example `requirements[17].parent`; empty for the whole file.
    pub path: String,
    /// The id of the row, heading, group, activity or document at that place, where it has one.
    pub id: Option<String>,
    /// What is wrong there.
    pub why: PackWhy,
}

/// What is wrong at one place of a pack.
///
/// [`PackWhy::code`] is the id of the message a person reads, [`PackWhy::arguments`] fills it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackWhy {
    /// The file is larger than the loader reads.
    TooLarge {
        /// Its size in bytes.
        size: usize,
        /// The most that is read, in bytes.
        most: usize,
    },
    /// The bytes are not JSON (RFC 8259) from this line and column on, both counted from 1.
    NotJson {
        /// The line.
        line: usize,
        /// The column, in bytes.
        column: usize,
    },
    /// The `schema` field names another format, or another version of this one.
    WrongSchema {
        /// The word that was found.
        found: String,
        /// The word that this version reads.
        expected: &'static str,
    },
    /// The format has no field of this name here.
    UnknownField {
        /// Its name.
        field: String,
    },
    /// The format demands a field that is not there.
    MissingField {
        /// Its name.
        field: &'static str,
    },
    /// One object holds the same field twice.
    RepeatedField {
        /// Its name.
        field: String,
    },
    /// The value is not of the expected shape, for example a text where a list is expected.
    WrongShape {
        /// The shape that is expected, as a word of the format: `text`, `list`, `date` …
        expected: &'static str,
    },
    /// A text or list is empty, or a text starts or ends with a blank.
    Empty,
    /// The word is not one of those that may stand here.
    UnknownWord {
        /// The word that was found.
        found: String,
        /// The words that may stand here, separated by commas.
        expected: String,
    },
    /// The number is outside the range that is allowed here.
    OutOfRange {
        /// The number that was found.
        found: i64,
        /// The lowest that is allowed.
        low: i64,
        /// The highest that is allowed.
        high: i64,
    },
    /// The id stands at an earlier place already, be it of a row or of a heading.
    DuplicateId {
        /// The earlier place.
        first: String,
    },
    /// No group has this id.
    UnknownGroup {
        /// The id that was found.
        group: String,
    },
    /// The parent is no row of the pack.
    UnknownParent {
        /// The id that was found.
        parent: String,
    },
    /// An enhancement names no base requirement that it enhances.
    EnhancementWithoutBase,
    /// The parent is a row, but not a base requirement.
    ParentNotBase {
        /// The id of the parent.
        parent: String,
    },
    /// A base requirement or common constraint names a parent.
    BaseWithParent,
    /// Following the parents leads back to the row itself.
    Cycle {
        /// The ids along the way, from this row back to it.
        through: String,
    },
    /// An enhancement is selected at a lower level than its base requirement.
    BelowBase {
        /// The level that selects the enhancement.
        level: u8,
        /// The level that selects its base requirement.
        base: u8,
    },
    /// The field belongs to the other kind of checklist, for example a security level on a 2-4 row.
    NotForObject {
        /// Its name.
        field: &'static str,
    },
    /// The value contradicts another field of the same object or of its base requirement.
    Disagrees {
        /// The field that it contradicts.
        with: &'static str,
        /// The value that would agree.
        expected: String,
    },
    /// The TR constant differs from the rows and headings that count in the group.
    Total {
        /// The constant.
        total: u32,
        /// The rows and headings that are there.
        counted: u32,
    },
    /// The entry stands on the wrong side of another one, or apart from its group.
    OutOfOrder {
        /// The id of the other entry.
        other: String,
    },
    /// A row has a kind of evidence for which this maturity level has no pattern.
    PatternMissing {
        /// The kind of evidence.
        kind: String,
        /// The maturity level, 1 to 4.
        ml: u8,
    },
    /// A row of the checklist has no entry.
    MissingRow {
        /// The id of the row.
        row: String,
    },
    /// A row is named that the pack does not have.
    UnknownRow {
        /// The id that was found.
        row: String,
    },
    /// The file was written for another checklist, or for other bytes of this one.
    OtherChecklist {
        /// What the file names.
        found: String,
        /// What the checklist at hand has in its place.
        expected: String,
    },
    /// A profile would put its own words in the place of a requirement.
    Overrides {
        /// The field of the row that it would replace.
        field: &'static str,
    },
    /// A profile says that it is an official part of IEC 62443-5.
    OfficialProfile,
}

impl PackWhy {
    /// The id of the message that tells a person what is wrong; `<code>-do` tells what to do.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "checklist-too-large",
            Self::NotJson { .. } => "checklist-not-json",
            Self::WrongSchema { .. } => "checklist-wrong-schema",
            Self::UnknownField { .. } => "checklist-unknown-field",
            Self::MissingField { .. } => "checklist-missing-field",
            Self::RepeatedField { .. } => "checklist-repeated-field",
            Self::WrongShape { .. } => "checklist-wrong-shape",
            Self::Empty => "checklist-empty",
            Self::UnknownWord { .. } => "checklist-unknown-word",
            Self::OutOfRange { .. } => "checklist-out-of-range",
            Self::DuplicateId { .. } => "checklist-duplicate-id",
            Self::UnknownGroup { .. } => "checklist-unknown-group",
            Self::UnknownParent { .. } => "checklist-unknown-parent",
            Self::EnhancementWithoutBase => "checklist-enhancement-without-base",
            Self::ParentNotBase { .. } => "checklist-parent-not-base",
            Self::BaseWithParent => "checklist-base-with-parent",
            Self::Cycle { .. } => "checklist-cycle",
            Self::BelowBase { .. } => "checklist-below-base",
            Self::NotForObject { .. } => "checklist-not-for-object",
            Self::Disagrees { .. } => "checklist-disagrees",
            Self::Total { .. } => "checklist-total",
            Self::OutOfOrder { .. } => "checklist-out-of-order",
            Self::PatternMissing { .. } => "checklist-pattern-missing",
            Self::MissingRow { .. } => "checklist-missing-row",
            Self::UnknownRow { .. } => "checklist-unknown-row",
            Self::OtherChecklist { .. } => "checklist-other-checklist",
            Self::Overrides { .. } => "checklist-overrides",
            Self::OfficialProfile => "checklist-official-profile",
        }
    }

    /// The names and values that fill in the message.
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { size, most } => {
                vec![("size", size.to_string()), ("most", most.to_string())]
            }
            Self::NotJson { line, column } => {
                vec![("line", line.to_string()), ("column", column.to_string())]
            }
            Self::WrongSchema { found, expected } => {
                vec![("found", found.clone()), ("expected", (*expected).into())]
            }
            Self::UnknownField { field } | Self::RepeatedField { field } => {
                vec![("field", field.clone())]
            }
            Self::MissingField { field } | Self::NotForObject { field } | Self::Overrides { field } => {
                vec![("field", (*field).into())]
            }
            Self::WrongShape { expected } => vec![("expected", (*expected).into())],
            Self::UnknownWord { found, expected } | Self::OtherChecklist { found, expected } => {
                vec![("found", found.clone()), ("expected", expected.clone())]
            }
            Self::OutOfRange { found, low, high } => {
                vec![("found", found.to_string()), ("low", low.to_string()), ("high", high.to_string())]
            }
            Self::DuplicateId { first } => vec![("first", first.clone())],
            Self::UnknownGroup { group } => vec![("group", group.clone())],
            Self::UnknownParent { parent } | Self::ParentNotBase { parent } => {
                vec![("parent", parent.clone())]
            }
            Self::Cycle { through } => vec![("through", through.clone())],
            Self::BelowBase { level, base } => {
                vec![("level", level.to_string()), ("base", base.to_string())]
            }
            Self::Disagrees { with, expected } => {
                vec![("with", (*with).into()), ("expected", expected.clone())]
            }
            Self::Total { total, counted } => {
                vec![("total", total.to_string()), ("counted", counted.to_string())]
            }
            Self::OutOfOrder { other } => vec![("other", other.clone())],
            Self::PatternMissing { kind, ml } => {
                vec![("kind", kind.clone()), ("ml", ml.to_string())]
            }
            Self::MissingRow { row } | Self::UnknownRow { row } => vec![("row", row.clone())],
            Self::Empty | Self::EnhancementWithoutBase | Self::BaseWithParent | Self::OfficialProfile => {
                Vec::new()
            }
        }
    }
}

/// Place, code and arguments, for logs and tests; a person reads the message of the code.
impl fmt::Display for PackProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        if let Some(id) = &self.id {
            write!(f, " ({id})")?;
        }
        write!(f, ": {}", self.why.code())?;
        for (name, value) in self.why.arguments() {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}

impl core::error::Error for PackProblem {}
