//! The parts of an archive and how they refer to each other (ECMA-376 part 2, 9.3).

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor};

use zip::ZipArchive;
use zip::read::ZipFile;

use super::xml::{Node, attribute, walk};

/// Relations of a workbook that are followed; the largest workbook seen had 300.
const RELATIONS: usize = 100_000;

/// An archive whose parts were all measured before.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Place in the archive by name in lower case: part names are compared ignoring case.
    places: BTreeMap<String, usize>,
    relations: usize,
}

/// A relation to another part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relation {
    pub(super) id: String,
    /// The last word of its type, which is the same in the strict and the transitional form.
    pub(super) kind: String,
    /// The part, in lower case.
    pub(super) target: String,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Package<'a>, String> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
        let places = archive
            .file_names_raw()
            .enumerate()
            .map(|(at, name)| (plain(&String::from_utf8_lossy(name)), at))
            .collect();
        Ok(Package { archive, places, relations: 0 })
    }

    /// A part; `None` when there is none of that name.
    pub(super) fn part(&mut self, name: &str) -> Option<BufReader<ZipFile<'_, Cursor<&'a [u8]>>>> {
        let place = *self.places.get(&plain(name))?;
        self.archive.by_index(place).ok().map(BufReader::new)
    }

    /// The parts a part refers to; the empty name stands for the whole archive.
    ///
    /// # Errors
    /// The list of relations is no XML, or there are too many of them.
    pub(super) fn relations(&mut self, part: &str) -> Result<Vec<Relation>, String> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let slash = if folder.is_empty() { "" } else { "/" };
        let list = format!("{folder}{slash}_rels/{name}.rels");
        let mut left = RELATIONS.saturating_sub(self.relations);
        let Some(part) = self.part(&list) else {
            return Ok(Vec::new());
        };
        let mut found = Vec::new();
        let mut too_many = false;
        walk(part, &mut |node| {
            let Node::Start(element) = node else { return };
            if element.local_name().as_ref() != "Relationship"
                || attribute(element, "TargetMode").is_some_and(|mode| mode == "External")
            {
                return;
            }
            let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target")) else {
                return;
            };
            too_many |= left == 0;
            if left > 0 {
                left -= 1;
                let kind = attribute(element, "Type").unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                found.push(Relation { id, kind, target: resolve(folder, &target) });
            }
        })
        .map_err(|reason| format!("{list}: {reason}"))?;
        self.relations += found.len();
        if too_many {
            return Err(format!("{list}: too many relations"));
        }
        Ok(found)
    }
}

fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// The part a target names, seen from a folder.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    plain(&steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_seen_from_the_folder_of_its_part() {
        for (folder, target, part) in [
            ("xl/worksheets", "../comments1.xml", "xl/comments1.xml"),
            ("xl", "worksheets/Sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/worksheets", "/xl/media/image1.png", "xl/media/image1.png"),
            ("xl", "../../../etc/passwd", "etc/passwd"),
            ("", "xl/./workbook.xml", "xl/workbook.xml"),
            ("xl\\worksheets", "..\\media\\a.png", "media/a.png"),
        ] {
            assert_eq!(resolve(folder, target), part, "{target} in {folder} stays inside the archive");
        }
    }
}
