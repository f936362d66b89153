//! What goes over the bridge between window and workbench: plain data, written out for TypeScript by `ts-rs`.
//!
//! Codes (verdicts, grades, meanings …) are the codes of the event formats; what a person reads for them is in the
//! locales. A missing value is `null`, never an empty text.

mod basis;
mod case;
mod conclusion;
mod copies;
mod evidence;
mod import;
mod report;
mod row;
mod series;
mod signing;
mod start;
mod trail;
mod worklist;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::{
    basis::*, case::*, conclusion::*, copies::*, evidence::*, import::*, report::*, row::*, series::*,
    signing::*, start::*, trail::*, worklist::*,
};

/// No arguments, or no answer.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// A text of the locales with its arguments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Told {
    /// Text id.
    pub text: String,
    /// Its arguments.
    pub args: BTreeMap<String, String>,
    /// What it is about: a row, an activity, a finding or a case field; empty where it is about the whole.
    pub subject: String,
}

/// Something that kept a job from being done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Trouble {
    /// Text id; the way forward is under `<code>-do`.
    pub code: String,
    /// Arguments of both texts.
    pub args: BTreeMap<String, String>,
    /// Further problems found in the same go.
    pub more: Vec<Trouble>,
}

impl From<crate::Problem> for Trouble {
    fn from(problem: crate::Problem) -> Self {
        Self {
            code: problem.code,
            args: problem.args,
            more: problem.more.into_iter().map(Self::from).collect(),
        }
    }
}
