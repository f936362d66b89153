//! A file read with every problem in it at its place.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use checklist::Json;

use super::problem::{SavedMappingProblem, SavedMappingWhy};
use super::{ColumnName, MOST_OCCURRENCES, SCHEMA, SavedMapping, SheetRule};
use crate::answers::{Meaning, Role};
use crate::text::{is_empty, key};

/// Takes a file apart and keeps every problem.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) problems: Vec<SavedMappingProblem>,
}

/// The fields of an object that were not taken yet.
type Fields = BTreeMap<String, Json>;

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

impl Reading {
    fn problem(&mut self, path: impl Into<String>, why: SavedMappingWhy) {
        self.problems.push(SavedMappingProblem { path: path.into(), why });
    }

    fn object(&mut self, value: Json, path: &str) -> Option<Fields> {
        let Json::Object(all) = value else {
            self.problem(path, SavedMappingWhy::WrongShape { expected: "object" });
            return None;
        };
        let mut fields = Fields::new();
        for (name, value) in all {
            match fields.entry(name) {
                Entry::Vacant(free) => drop(free.insert(value)),
                Entry::Occupied(taken) => {
                    let field = taken.key().clone();
                    self.problem(join(path, &field), SavedMappingWhy::RepeatedField { field });
                }
            }
        }
        Some(fields)
    }

    fn finish(&mut self, fields: Fields, path: &str) {
        for (field, _) in fields {
            self.problem(join(path, &field), SavedMappingWhy::UnknownField { field });
        }
    }

    fn demand(&mut self, fields: &mut Fields, path: &str, name: &str) -> Option<Json> {
        let found = fields.remove(name);
        if found.is_none() {
            self.problem(join(path, name), SavedMappingWhy::MissingField { field: name.to_owned() });
        }
        found
    }

    /// A text in which something can be read.
    fn text(&mut self, value: Json, path: &str) -> Option<String> {
        match value {
            Json::Text(text) if is_empty(&text) => self.problem(path, SavedMappingWhy::Empty),
            Json::Text(text) => return Some(text),
            _ => self.problem(path, SavedMappingWhy::WrongShape { expected: "text" }),
        }
        None
    }

    /// A text in the spelling in which headings and answers are compared.
    fn key(&mut self, value: Json, path: &str) -> Option<String> {
        let text = key(&self.text(value, path)?);
        if text.is_empty() {
            self.problem(path, SavedMappingWhy::Empty);
            return None;
        }
        Some(text)
    }

    fn list(&mut self, value: Json, path: &str) -> Vec<Json> {
        match value {
            Json::List(list) => {
                if list.is_empty() {
                    self.problem(path, SavedMappingWhy::Empty);
                }
                list
            }
            _ => {
                self.problem(path, SavedMappingWhy::WrongShape { expected: "list" });
                Vec::new()
            }
        }
    }

    pub(super) fn file(&mut self, json: Json) -> Option<SavedMapping> {
        let mut fields = self.object(json, "")?;
        if let Some(schema) =
            self.demand(&mut fields, "", "schema").and_then(|value| self.text(value, "schema"))
            && schema != SCHEMA
        {
            // Another version may mean other things by the same fields, so nothing more is said about it.
            self.problem("schema", SavedMappingWhy::WrongSchema { found: schema });
            return None;
        }
        let name = self.demand(&mut fields, "", "name").and_then(|value| self.text(value, "name"));
        let mut headings = Vec::new();
        if let Some(value) = self.demand(&mut fields, "", "headings") {
            for (i, heading) in self.list(value, "headings").into_iter().enumerate() {
                headings.extend(self.key(heading, &format!("headings[{i}]")));
            }
        }
        let columns = self.demand(&mut fields, "", "columns").map(|value| self.columns(value, &headings));
        let sheet = fields.remove("sheet").map_or(Some(SheetRule::Any), |value| self.sheet_rule(value));
        let values = fields.remove("values").map(|value| self.values(value)).unwrap_or_default();
        let reversed = fields.remove("reversed").map(|value| self.reversed(value)).unwrap_or_default();
        self.finish(fields, "");
        let name = crate::normalise(&name?).replace('\n', " ");
        Some(SavedMapping { name, headings, sheet: sheet?, columns: columns?, values, reversed })
    }

    /// `heading` and `occurrence`, which must stand in the headings.
    fn column_name(&mut self, fields: &mut Fields, path: &str, headings: &[String]) -> Option<ColumnName> {
        let place = join(path, "heading");
        let heading = self.demand(fields, path, "heading").and_then(|value| self.key(value, &place))?;
        let occurrence = match fields.remove("occurrence") {
            None => 1,
            Some(Json::Whole(number)) if (1..=MOST_OCCURRENCES).contains(&number) => {
                usize::try_from(number).unwrap_or(usize::MAX)
            }
            Some(_) => {
                self.problem(join(path, "occurrence"), SavedMappingWhy::WrongShape { expected: "number" });
                return None;
            }
        };
        if headings.iter().filter(|known| **known == heading).count() < occurrence {
            self.problem(place, SavedMappingWhy::NoSuchHeading { heading });
            return None;
        }
        Some(ColumnName { heading, occurrence })
    }

    fn columns(&mut self, value: Json, headings: &[String]) -> Vec<(ColumnName, Role)> {
        let mut all: Vec<(ColumnName, Role)> = Vec::new();
        // What could not be read may have been the id column; its own problem is enough then.
        let mut sound = true;
        for (i, column) in self.list(value, "columns").into_iter().enumerate() {
            let path = format!("columns[{i}]");
            let Some(mut fields) = self.object(column, &path) else {
                sound = false;
                continue;
            };
            let name = self.column_name(&mut fields, &path, headings);
            let place = join(&path, "role");
            let word = self.demand(&mut fields, &path, "role").and_then(|value| self.text(value, &place));
            let role = word.and_then(|word| {
                let role = Role::of_word(&word);
                if role.is_none() {
                    self.problem(place.as_str(), SavedMappingWhy::UnknownWord { found: word });
                }
                role
            });
            self.finish(fields, &path);
            let (Some(name), Some(role)) = (name, role) else {
                sound = false;
                continue;
            };
            if all.iter().any(|(known, _)| *known == name) {
                self.problem(path.as_str(), SavedMappingWhy::Twice { what: name.heading.clone() });
            }
            if !role.may_repeat() && all.iter().any(|(_, known)| *known == role) {
                self.problem(place, SavedMappingWhy::RoleTwice { role: role.word().to_owned() });
            }
            all.push((name, role));
        }
        if sound && !all.is_empty() && !all.iter().any(|(_, role)| *role == Role::Requirement) {
            self.problem("columns", SavedMappingWhy::NoIdColumn);
        }
        all
    }

    fn sheet_rule(&mut self, value: Json) -> Option<SheetRule> {
        let mut fields = self.object(value, "sheet")?;
        let rule = self.demand(&mut fields, "sheet", "rule").and_then(|value| self.text(value, "sheet.rule"));
        let text = self.demand(&mut fields, "sheet", "text").and_then(|value| self.text(value, "sheet.text"));
        self.finish(fields, "sheet");
        match rule?.as_str() {
            "named" => text.map(SheetRule::Named),
            "begins_with" => text.map(SheetRule::BeginsWith),
            other => {
                self.problem("sheet.rule", SavedMappingWhy::UnknownWord { found: other.to_owned() });
                None
            }
        }
    }

    fn values(&mut self, value: Json) -> BTreeMap<String, Meaning> {
        let mut all = BTreeMap::new();
        for (i, value) in self.list(value, "values").into_iter().enumerate() {
            let path = format!("values[{i}]");
            let Some(mut fields) = self.object(value, &path) else { continue };
            let place = join(&path, "answer");
            let answer = self.demand(&mut fields, &path, "answer").and_then(|value| self.key(value, &place));
            let place_means = join(&path, "means");
            let word =
                self.demand(&mut fields, &path, "means").and_then(|value| self.text(value, &place_means));
            self.finish(fields, &path);
            let meaning = word.and_then(|word| {
                let meaning = Meaning::of_word(&word);
                if meaning.is_none() {
                    self.problem(place_means, SavedMappingWhy::UnknownWord { found: word });
                }
                meaning
            });
            let (Some(answer), Some(meaning)) = (answer, meaning) else { continue };
            match all.entry(answer) {
                Entry::Vacant(free) => drop(free.insert(meaning)),
                Entry::Occupied(taken) => {
                    self.problem(place, SavedMappingWhy::Twice { what: taken.key().clone() });
                }
            }
        }
        all
    }

    fn reversed(&mut self, value: Json) -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        for (i, id) in self.list(value, "reversed").into_iter().enumerate() {
            let path = format!("reversed[{i}]");
            let Some(id) = self.text(id, &path) else { continue };
            let id = crate::normalise(&id);
            if !ids.insert(id.clone()) {
                self.problem(path, SavedMappingWhy::Twice { what: id });
            }
        }
        ids
    }
}
