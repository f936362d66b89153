//! Why a report could not be drawn. The text of each is `report-problem-<code>` with `-do` beside it.

use crate::check::Untrue;
use crate::look::LookProblem;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why no report came out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RenderProblem {
    /// The data set would make the report's own sentences untrue; nothing was drawn.
    Untrue(Vec<Untrue>),
    /// A text is missing in the language chosen: its id.
    MissingWord(String),
    /// The data cannot be written as canonical JSON: byte offset and code.
    Json(String),
    /// The typesetter refused, or warned, which counts as the same: its messages.
    Typesetting(Vec<String>),
    /// The organisation's profile or templates cannot be used, or leave out what a report must show.
    Look(Vec<LookProblem>),
    /// The spreadsheet writer refused: its message.
    Spreadsheet(String),
    /// The drawing process could not be started, spoken to or understood: the reason.
    Process(String),
    /// The drawing process took longer than the limit, in seconds, and was ended.
    TimeLimit(u64),
}

impl RenderProblem {
    /// The stable code: the text is `report-problem-<code>`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Untrue(_) => "untrue",
            Self::MissingWord(_) => "missing-word",
            Self::Json(_) => "json",
            Self::Typesetting(_) => "typesetting",
            Self::Look(_) => "look",
            Self::Spreadsheet(_) => "spreadsheet",
            Self::Process(_) => "process",
            Self::TimeLimit(_) => "time-limit",
        }
    }

    /// What the placeholder `{$detail}` of the text stands for.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::Untrue(all) => all.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
            Self::Look(all) => all.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
            Self::MissingWord(text) | Self::Json(text) | Self::Spreadsheet(text) | Self::Process(text) => {
                text.clone()
            }
            Self::Typesetting(all) => all.join("; "),
            Self::TimeLimit(seconds) => seconds.to_string(),
        }
    }
}

impl fmt::Display for RenderProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "report-problem-{}: {}", self.code(), self.detail())
    }
}

impl std::error::Error for RenderProblem {}
