//! The file as it is written, its fields in the order in which a person reads them.

use std::collections::BTreeSet;

use serde::Serialize;

#[derive(Serialize)]
pub(super) struct File<'a> {
    pub(super) schema: &'a str,
    pub(super) name: &'a str,
    pub(super) headings: &'a [String],
    pub(super) columns: Vec<Column<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sheet: Option<Sheet<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) values: Vec<Value<'a>>,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub(super) reversed: &'a BTreeSet<String>,
}

#[derive(Serialize)]
pub(super) struct Column<'a> {
    pub(super) heading: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) occurrence: Option<usize>,
    pub(super) role: &'a str,
}

#[derive(Serialize)]
pub(super) struct Sheet<'a> {
    pub(super) rule: &'a str,
    pub(super) text: &'a str,
}

#[derive(Serialize)]
pub(super) struct Value<'a> {
    pub(super) answer: &'a str,
    pub(super) means: &'a str,
}
