//! What the cell readers do not offer: comments, hidden rows and columns, drop-down lists, and which sheet
//! an embedded file belongs to. Read after [`super::archive`] has measured every part, so that nothing here
//! unpacks to more than the limits allow. What can't be read is a notice; the cells are read all the same.

mod comments;
mod lists;
mod ods;
mod package;
mod sheet;
mod xml;

use std::collections::{BTreeMap, BTreeSet};

use lists::Name;
use package::{Package, Relation};
use xml::{Node, attribute, walk};

use super::archive::Parts;
use crate::problem::{Notice, NoticeCode, Place};
use crate::workbook::{Comment, Embedded, EmbeddedKind, FoundList, ListValues, Merge, Span, not_read};

/// What stands around the cells of one sheet.
#[derive(Debug, Default)]
pub(super) struct Around {
    /// Merged areas; `None` where the parts do not tell and the cell reader is asked.
    pub(super) merges: Option<Vec<Merge>>,
    pub(super) links: usize,
    pub(super) hidden_rows: Vec<Span>,
    pub(super) hidden_columns: Vec<Span>,
    pub(super) comments: Vec<Comment>,
    pub(super) lists: Vec<FoundList>,
    pub(super) notices: Vec<Notice>,
}

/// What was found in the parts of a workbook.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// By the name of the sheet; of two sheets of one name only the first can be addressed.
    sheets: BTreeMap<String, Around>,
    pub(super) embedded: Vec<Embedded>,
    pub(super) notices: Vec<Notice>,
}

impl Found {
    /// Hands out what belongs to a sheet.
    pub(super) fn take(&mut self, sheet: &str) -> Around {
        self.sheets.remove(sheet).unwrap_or_default()
    }

    fn not_read(&mut self, place: Place, detail: String) {
        self.notices.push(Notice { code: NoticeCode::PartNotRead, place, detail });
    }

    /// Names every embedded file, and counts the pictures.
    fn tell_embedded(&mut self) {
        for file in self.embedded.iter().filter(|file| file.kind == EmbeddedKind::File) {
            let sheets =
                if file.sheets.is_empty() { String::new() } else { format!("; {}", file.sheets.join(", ")) };
            let detail = format!("{} ({} bytes{sheets})", file.name, file.size);
            let place = Place::default();
            self.notices.push(Notice { code: NoticeCode::AttachmentNotOpened, place, detail });
        }
        let images = self.embedded.iter().filter(|file| file.kind == EmbeddedKind::Image).count();
        if images > 0 {
            let (place, detail) = (Place::default(), images.to_string());
            self.notices.push(Notice { code: NoticeCode::ImagesNotOpened, place, detail });
        }
    }

    fn tell_notes(&mut self, parts: usize) {
        if parts > 0 {
            let (place, detail) = (Place::default(), parts.to_string());
            self.notices.push(Notice { code: NoticeCode::NotesNotRead, place, detail });
        }
    }
}

/// Reads the parts of an xlsx or xlsm workbook.
pub(super) fn xlsx(bytes: &[u8], parts: Parts) -> Found {
    let Parts { embedded, notes, sheets, .. } = parts;
    let mut found = Found { embedded, ..Found::default() };
    let mut unread: BTreeSet<String> = notes.iter().map(|name| name.to_lowercase()).collect();
    match Package::open(bytes) {
        Ok(mut package) => {
            Xlsx { package: &mut package, sheets: &sheets, found: &mut found, unread: &mut unread }.read();
        }
        Err(reason) => found.not_read(Place::default(), reason),
    }
    found.tell_notes(unread.len());
    found.tell_embedded();
    found
}

/// Names what an xlsb workbook carries; its parts are binary and stay unread.
pub(super) fn xlsb(parts: Parts) -> Found {
    let mut found = Found { embedded: parts.embedded, ..Found::default() };
    found.tell_notes(parts.notes.len());
    found.tell_embedded();
    found
}

/// Reads the content of an OpenDocument spreadsheet.
pub(super) fn ods(bytes: &[u8], parts: Parts) -> Found {
    let mut found = Found { embedded: parts.embedded, ..Found::default() };
    match Package::open(bytes) {
        Ok(mut package) => match package.part("content.xml") {
            Some(content) => {
                let (sheets, result) = ods::read(content);
                for (name, around) in sheets {
                    found.sheets.entry(name).or_insert(around);
                }
                if let Err(reason) = result {
                    found.not_read(Place::default(), format!("content.xml: {reason}"));
                }
            }
            None => found.not_read(Place::default(), "content.xml".into()),
        },
        Err(reason) => found.not_read(Place::default(), reason),
    }
    found.tell_embedded();
    found
}

struct Xlsx<'a, 'b> {
    package: &'a mut Package<'b>,
    /// What stands around the cells of each sheet part.
    sheets: &'a BTreeMap<String, Vec<u8>>,
    found: &'a mut Found,
    /// Parts of comments that no sheet has led to yet, in lower case.
    unread: &'a mut BTreeSet<String>,
}

/// What the part of the workbook itself says.
#[derive(Default)]
struct Contents {
    /// Name and relation of each sheet, in order.
    sheets: Vec<(String, String)>,
    names: Vec<Name>,
}

impl Xlsx<'_, '_> {
    fn read(mut self) {
        let roots = self.relations("");
        let named = roots.into_iter().find(|relation| relation.kind == "officeDocument");
        let workbook = named.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target);
        let Some(part) = self.package.part(&workbook) else {
            return self.found.not_read(Place::default(), workbook);
        };
        let (contents, result) = contents(part);
        if let Err(reason) = result {
            self.found.not_read(Place::default(), format!("{workbook}: {reason}"));
        }
        let relations = self.relations(&workbook);
        let persons = self.persons(&relations);
        let mut led_to = BTreeMap::<String, Vec<String>>::new();
        for (at, (name, id)) in contents.sheets.iter().enumerate() {
            let Some(relation) = relations.iter().find(|relation| relation.id == *id) else {
                continue;
            };
            let own = self.relations(&relation.target);
            if relation.kind == "worksheet" && !self.found.sheets.contains_key(name) {
                let around = self.sheet(at, name, &relation.target, &own, &contents.names, &persons);
                self.found.sheets.insert(name.clone(), around);
            }
            for part in self.reached(own) {
                led_to.entry(part).or_default().push(name.clone());
            }
        }
        for embedded in &mut self.found.embedded {
            embedded.sheets = led_to.remove(&embedded.name.to_lowercase()).unwrap_or_default();
        }
    }

    fn relations(&mut self, part: &str) -> Vec<Relation> {
        self.package.relations(part).unwrap_or_else(|reason| {
            self.found.not_read(Place::default(), reason);
            Vec::new()
        })
    }

    fn persons(&mut self, relations: &[Relation]) -> BTreeMap<String, String> {
        let mut all = BTreeMap::new();
        for relation in relations.iter().filter(|relation| relation.kind == "person") {
            let Some(part) = self.package.part(&relation.target) else {
                continue;
            };
            let (persons, result) = comments::persons(part);
            all.extend(persons);
            if let Err(reason) = result {
                self.found.not_read(Place::default(), format!("{}: {reason}", relation.target));
            }
        }
        all
    }

    fn sheet(
        &mut self,
        at: usize,
        name: &str,
        part: &str,
        relations: &[Relation],
        names: &[Name],
        persons: &BTreeMap<String, String>,
    ) -> Around {
        let mut around = Around::default();
        let skimmed = self.sheets.get(&part.to_ascii_lowercase());
        let (cells, result) = match (skimmed, self.package.part(part)) {
            (Some(skimmed), _) => sheet::read(skimmed.as_slice()),
            // A sheet in an unusual folder is read as a whole.
            (None, Some(part)) => sheet::read(part),
            (None, None) => return around,
        };
        let mut faults = Vec::new();
        match result {
            Ok(()) => around.merges = Some(cells.merges),
            Err(reason) => faults.push(format!("{part}: {reason}")),
        }
        around.links = cells.links;
        around.hidden_rows = cells.hidden_rows;
        around.hidden_columns = cells.hidden_columns;
        for rule in cells.rules {
            let values = match &rule.quoted {
                Some(list) => Some(ListValues::Texts(lists::quoted(list))),
                None => lists::values(&rule.formula, &rule.areas, at, name, names),
            };
            let formula = rule.quoted.unwrap_or(rule.formula);
            match values {
                Some(values) if !rule.areas.is_empty() => around.lists.push(FoundList {
                    areas: rule.areas,
                    enforced: rule.enforced,
                    formula,
                    values,
                }),
                _ => around.notices.push(not_read(name, &rule.areas, formula)),
            }
        }
        let (mut notes, mut threads, mut lost) = (Vec::new(), Vec::new(), 0);
        for relation in relations {
            let result = match (relation.kind.as_str(), self.package.part(&relation.target)) {
                ("comments", Some(part)) => {
                    let (found, result) = comments::notes(part);
                    notes.extend(found);
                    result
                }
                ("threadedComment", Some(part)) => {
                    let (found, result) = comments::threads(part);
                    threads.extend(found);
                    result
                }
                _ => continue,
            };
            self.unread.remove(&relation.target);
            match result {
                Ok(count) => lost += count,
                Err(reason) => faults.push(format!("{}: {reason}", relation.target)),
            }
        }
        around.comments = comments::together(notes, threads, persons);
        if lost > 0 {
            faults.push(format!("{lost} comments without a cell"));
        }
        let notice = |detail| Notice { code: NoticeCode::PartNotRead, place: Place::sheet(name), detail };
        around.notices.extend(faults.into_iter().map(notice));
        around
    }

    /// Every part that the relations lead to, over drawings, charts and the like.
    fn reached(&mut self, first: Vec<Relation>) -> BTreeSet<String> {
        let mut seen = BTreeSet::new();
        let mut open: Vec<String> = first.into_iter().map(|relation| relation.target).collect();
        while let Some(part) = open.pop() {
            if seen.insert(part.clone()) {
                open.extend(self.relations(&part).into_iter().map(|relation| relation.target));
            }
        }
        seen
    }
}

fn contents(part: impl std::io::BufRead) -> (Contents, Result<(), String>) {
    let mut out = Contents::default();
    let mut open: Option<Name> = None;
    let result = walk(part, &mut |node| match node {
        Node::Start(element) => match element.local_name().as_ref() {
            "sheet" => {
                // `r:id` has the local name `id`; `sheetId` has another.
                if let (Some(name), Some(id)) = (attribute(element, "name"), attribute(element, "id")) {
                    out.sheets.push((name, id));
                }
            }
            "definedName" => {
                open = attribute(element, "name").map(|name| Name {
                    name,
                    sheet: attribute(element, "localSheetId").and_then(|sheet| sheet.parse().ok()),
                    formula: String::new(),
                });
            }
            _ => {}
        },
        Node::Text(text) => {
            if let Some(name) = &mut open {
                name.formula.push_str(text);
            }
        }
        Node::End("definedName") => out.names.extend(open.take()),
        Node::End(_) => {}
    });
    (out, result)
}

#[cfg(test)]
mod tests;
