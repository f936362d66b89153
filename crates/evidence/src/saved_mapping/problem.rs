//! Why a file is no mapping, and why a mapping does not fit a table.

use std::fmt;

use serde::Serialize;

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedMappingProblem {
    /// The place as a JSON path, for example `columns[2].role`; empty for the whole file.
    pub path: String,
    /// What is wrong there.
    pub why: SavedMappingWhy,
}

/// What is wrong at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SavedMappingWhy {
    /// The file is larger than 1 MiB.
    TooLarge {
        /// Its size in bytes.
        size: usize,
    },
    /// The bytes are not JSON (RFC 8259).
    NotJson {
        /// Line from 1.
        line: usize,
        /// Column in bytes from 1.
        column: usize,
    },
    /// The `schema` field names another format, or another version of this one.
    WrongSchema {
        /// The word found.
        found: String,
    },
    /// The format has no such field here.
    UnknownField {
        /// Its name.
        field: String,
    },
    /// A field is missing.
    MissingField {
        /// Its name.
        field: String,
    },
    /// An object holds a field twice.
    RepeatedField {
        /// Its name.
        field: String,
    },
    /// The value is of another shape.
    WrongShape {
        /// The shape expected: `text`, `list`, `object`, `number`.
        expected: &'static str,
    },
    /// A text holds nothing to read, or a list nothing at all.
    Empty,
    /// No such word here.
    UnknownWord {
        /// The word found.
        found: String,
    },
    /// The headings do not hold this one (so often).
    NoSuchHeading {
        /// The heading.
        heading: String,
    },
    /// A column, answer or id stands at an earlier place already.
    Twice {
        /// What.
        what: String,
    },
    /// A role that only one column can have was given before.
    RoleTwice {
        /// The role's word.
        role: String,
    },
    /// No column is the one of the requirement ids.
    NoIdColumn,
}

impl SavedMappingWhy {
    /// The Fluent id of its words; `<id>-do` says what to do.
    pub fn id(&self) -> &'static str {
        match self {
            SavedMappingWhy::TooLarge { .. } => "evidence-saved-mapping-too-large",
            SavedMappingWhy::NotJson { .. } => "evidence-saved-mapping-not-json",
            SavedMappingWhy::WrongSchema { .. } => "evidence-saved-mapping-wrong-schema",
            SavedMappingWhy::UnknownField { .. } => "evidence-saved-mapping-unknown-field",
            SavedMappingWhy::MissingField { .. } => "evidence-saved-mapping-missing-field",
            SavedMappingWhy::RepeatedField { .. } => "evidence-saved-mapping-repeated-field",
            SavedMappingWhy::WrongShape { .. } => "evidence-saved-mapping-wrong-shape",
            SavedMappingWhy::Empty => "evidence-saved-mapping-nothing",
            SavedMappingWhy::UnknownWord { .. } => "evidence-saved-mapping-unknown-word",
            SavedMappingWhy::NoSuchHeading { .. } => "evidence-saved-mapping-no-such-heading",
            SavedMappingWhy::Twice { .. } => "evidence-saved-mapping-twice",
            SavedMappingWhy::RoleTwice { .. } => "evidence-saved-mapping-role-twice",
            SavedMappingWhy::NoIdColumn => "evidence-saved-mapping-no-id-column",
        }
    }
}

impl SavedMappingProblem {
    /// The arguments of its words: `path` and `what`; where the bytes are not JSON also `line` and `column`.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        let path = if self.path.is_empty() { "/".to_owned() } else { self.path.clone() };
        let mut all = vec![("path", path)];
        match &self.why {
            SavedMappingWhy::TooLarge { size } => all.push(("what", size.to_string())),
            SavedMappingWhy::NotJson { line, column } => {
                all.push(("line", line.to_string()));
                all.push(("column", column.to_string()));
            }
            SavedMappingWhy::WrongSchema { found: what }
            | SavedMappingWhy::UnknownField { field: what }
            | SavedMappingWhy::MissingField { field: what }
            | SavedMappingWhy::RepeatedField { field: what }
            | SavedMappingWhy::UnknownWord { found: what }
            | SavedMappingWhy::NoSuchHeading { heading: what }
            | SavedMappingWhy::Twice { what }
            | SavedMappingWhy::RoleTwice { role: what } => all.push(("what", what.clone())),
            SavedMappingWhy::WrongShape { expected } => all.push(("what", (*expected).to_owned())),
            SavedMappingWhy::Empty | SavedMappingWhy::NoIdColumn => {}
        }
        all
    }
}

impl fmt::Display for SavedMappingProblem {
    /// For logs and tests; a person reads the words of [`SavedMappingWhy::id`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {:?}", self.why.id(), self.path)
    }
}

impl std::error::Error for SavedMappingProblem {}

/// Why a saved mapping does not fit a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Misfit {
    /// The table has no headings.
    NoHeadings,
    /// The sheet is none the mapping is for.
    OtherSheet {
        /// The sheet.
        sheet: String,
    },
    /// The sheet is hidden, and the mapping does not name it.
    HiddenSheet {
        /// The sheet.
        sheet: String,
    },
    /// The table has no column with this heading.
    MissingHeading {
        /// The heading.
        heading: String,
    },
    /// The table has another number of columns with this heading, so that it can't be told which is meant.
    AmbiguousHeading {
        /// The heading.
        heading: String,
    },
    /// A mapped column has no heading it could be kept by.
    ColumnWithoutHeading {
        /// Its letters.
        column: String,
    },
    /// The mapping is for another sheet than the table, or names no id column.
    NoIdColumn,
    /// The mapping has no name.
    NoName,
}

impl Misfit {
    /// The Fluent id of its words.
    pub fn id(&self) -> &'static str {
        match self {
            Misfit::NoHeadings => "evidence-misfit-no-headings",
            Misfit::OtherSheet { .. } => "evidence-misfit-other-sheet",
            Misfit::HiddenSheet { .. } => "evidence-misfit-hidden-sheet",
            Misfit::MissingHeading { .. } => "evidence-misfit-missing-heading",
            Misfit::AmbiguousHeading { .. } => "evidence-misfit-ambiguous-heading",
            Misfit::ColumnWithoutHeading { .. } => "evidence-misfit-column-without-heading",
            Misfit::NoIdColumn => "evidence-misfit-no-id-column",
            Misfit::NoName => "evidence-misfit-no-name",
        }
    }

    /// The one argument of its words, `what`; empty where there is none.
    pub fn what(&self) -> &str {
        match self {
            Misfit::OtherSheet { sheet: what }
            | Misfit::HiddenSheet { sheet: what }
            | Misfit::MissingHeading { heading: what }
            | Misfit::AmbiguousHeading { heading: what }
            | Misfit::ColumnWithoutHeading { column: what } => what,
            Misfit::NoHeadings | Misfit::NoIdColumn | Misfit::NoName => "",
        }
    }
}
