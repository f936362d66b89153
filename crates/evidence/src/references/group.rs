//! Which references of all rows name the same document.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::piece::without_revision;
use super::{Location, Reference, ReferenceKind};
use crate::difference::Subject;
use crate::ids::KnownIds;
use crate::text::key;

/// What one row's cells refer to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowReferences {
    /// The requirement (and role, component) whose row it is.
    pub row: Subject,
    /// The references of all its evidence cells.
    pub references: Vec<Reference>,
}

/// The documents of all rows, and what names none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Documents {
    /// In the order in which they are first named.
    pub documents: Vec<Document>,
    /// Pairs that may be the same document. Nothing was merged because of them.
    pub suggestions: Vec<Suggestion>,
    /// References that name no document, in order. Every reference is either here or a mention of one document.
    pub others: Vec<Other>,
}

/// One document, as all rows together name it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What to call it: number and title, file, title or address as first written.
    pub name: String,
    /// The spellings of its number that occur.
    pub numbers: Vec<String>,
    /// The file names it is called by.
    pub files: Vec<String>,
    /// The titles it is called by.
    pub titles: Vec<String>,
    /// The addresses it is found at, without a place behind `#`.
    pub urls: Vec<String>,
    /// The SHA-256 named for it.
    pub sha256: Vec<String>,
    /// The revisions that are referred to.
    pub revisions: Vec<String>,
    /// The rows that need it.
    pub mentions: Vec<Mention>,
}

/// A row that needs a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The row.
    pub row: Subject,
    /// Which [`RowReferences`] of those given.
    pub entry: usize,
    /// Which reference of its.
    pub reference: usize,
    /// Where in the document.
    pub locations: Vec<Location>,
    /// Of a row that points at another one: how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<Through>,
}

/// How a row that names no document itself needs one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Through {
    /// It names the requirement whose row names the document.
    Row {
        /// That requirement.
        requirement: String,
    },
    /// It says that its evidence stands above, and the row before it names the document. Show it as a reading.
    Above,
}

/// A reference that names no document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Other {
    /// The row.
    pub row: Subject,
    /// Which [`RowReferences`] of those given.
    pub entry: usize,
    /// Which reference of its.
    pub reference: usize,
    /// What it is instead.
    pub kind: ReferenceKind,
    /// Its text.
    pub text: String,
}

/// Two documents that may be one; a person says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// The one that is named first.
    pub first: usize,
    /// The other.
    pub second: usize,
    /// Why.
    pub reason: SuggestionReason,
}

/// Why two documents may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuggestionReason {
    /// The same SHA-256 is named for both.
    SameSha256,
    /// The same file name stands beside both numbers.
    SameFile,
    /// The same address stands beside both.
    SameAddress,
    /// The numbers differ in leading zeros or separators only, or in O and 0, I and 1.
    NumberAlike,
    /// The number of one stands in the file name or title of the other.
    NumberInName,
    /// The file names differ in revision, date or extension only.
    FileAlike,
    /// One has a number or file and both have this title.
    SameTitle,
    /// All words of one title stand in the other.
    TitleWithin,
}

impl SuggestionReason {
    /// The Fluent id of its words.
    pub fn id(self) -> &'static str {
        match self {
            SuggestionReason::SameSha256 => "evidence-same-document-sha256",
            SuggestionReason::SameFile => "evidence-same-document-file",
            SuggestionReason::SameAddress => "evidence-same-document-address",
            SuggestionReason::NumberAlike => "evidence-same-document-number-alike",
            SuggestionReason::NumberInName => "evidence-same-document-number-in-name",
            SuggestionReason::FileAlike => "evidence-same-document-file-alike",
            SuggestionReason::SameTitle => "evidence-same-document-title",
            SuggestionReason::TitleWithin => "evidence-same-document-title-within",
        }
    }
}

/// A document number as it is compared: capital letters, one kind of separator.
pub(super) fn number_key(number: &str) -> String {
    let plain: String = key(number).chars().map(super::piece::plain).collect();
    let parts = plain.split(['-', '_', '.', '/', ' ']).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-").to_uppercase()
}

/// A file name as it is compared: without folders, lower case, blanks and underscores alike.
pub(super) fn file_key(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let plain: String = key(last).chars().map(super::piece::plain).collect();
    plain.split([' ', '_']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The stem of a file key, its extension, and the stem without revision and date with the revision.
pub(super) fn stem(file_key: &str) -> (String, String, String, Option<String>) {
    let (stem, extension) = match file_key.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && extension.len() <= 6 && !extension.contains(' ') => {
            (stem, extension)
        }
        _ => (file_key, ""),
    };
    // Copies that a browser or a mail program made, and dates, say nothing about which document it is.
    let mut bare = stem.to_owned();
    let mut revision = None;
    for _ in 0..3 {
        let before = bare.clone();
        for tail in [" final", "-final", " signed", "-signed", " copy", " kopie", " (1)", " (2)", " (3)"] {
            if let Some(cut) = bare.strip_suffix(tail) {
                bare = cut.to_owned();
            }
        }
        let (cut, date) = without_date(&bare);
        if date {
            bare = cut;
        }
        let (cut, found) = without_revision(&bare);
        if found.is_some() && revision.is_none() {
            bare = cut;
            revision = found;
        }
        if bare == before {
            break;
        }
    }
    (stem.to_owned(), extension.to_owned(), bare, revision)
}

/// Without a date `2026-03-01` or `20260301` at its end or beginning.
fn without_date(stem: &str) -> (String, bool) {
    let is_date = |text: &str| {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let shape = text.len() == 8 && digits.len() == 8
            || text.len() == 10 && digits.len() == 8 && text.matches('-').count() == 2;
        shape && (digits.starts_with("19") || digits.starts_with("20"))
    };
    for (sep_len, date_len) in [(1, 10), (1, 8)] {
        let chars: Vec<char> = stem.chars().collect();
        if chars.len() <= date_len + sep_len {
            continue;
        }
        let part =
            |from: usize, to: usize| chars.get(from..to).unwrap_or_default().iter().collect::<String>();
        let at = chars.len() - date_len;
        let mark = |i: usize| chars.get(i).is_some_and(|c| matches!(c, ' ' | '-' | '_' | '.'));
        if is_date(&part(at, chars.len())) && mark(at - 1) {
            return (part(0, at - 1), true);
        }
        if is_date(&part(0, date_len)) && mark(date_len) {
            return (part(date_len + 1, chars.len()), true);
        }
    }
    (stem.to_owned(), false)
}

/// An address as it is compared: without the place behind `#`, without a closing stroke.
pub(super) fn url_key(url: &str) -> String {
    let bare = without_place(url).trim_end_matches('/');
    match bare.split_once("://") {
        Some((scheme, rest)) => {
            let (host, path) =
                rest.split_once('/').map_or((rest, String::new()), |(h, p)| (h, format!("/{p}")));
            let scheme =
                if scheme.eq_ignore_ascii_case("http") { "https".to_owned() } else { scheme.to_lowercase() };
            format!("{scheme}://{}{path}", host.to_lowercase())
        }
        None => {
            let (host, path) =
                bare.split_once('/').map_or((bare, String::new()), |(h, p)| (h, format!("/{p}")));
            format!("https://{}{path}", host.to_lowercase())
        }
    }
}

fn without_place(url: &str) -> &str {
    url.split('#').next().filter(|bare| !bare.is_empty()).unwrap_or(url)
}

/// Words of a title or file name as they are compared.
pub(super) fn title_words(title: &str) -> Vec<String> {
    const SMALL: [&str; 14] =
        ["the", "a", "an", "of", "for", "and", "und", "der", "die", "das", "des", "für", "in", "zum"];
    let plain: String = key(title).chars().map(super::piece::plain).collect();
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !SMALL.contains(word))
        .map(str::to_owned)
        .collect()
}

/// What a reference is grouped by: the surest of its names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Name {
    Number(String),
    File(String),
    Url(String),
    Sha256(String),
    Title(String),
}

fn name_of(reference: &Reference) -> Option<Name> {
    if reference.kind != ReferenceKind::Document {
        return None;
    }
    if let Some(number) = &reference.number {
        return Some(Name::Number(number_key(number)));
    }
    if let Some(file) = &reference.file {
        let file = file_key(file);
        // `SG-200_r5.pdf` is the document SG-200: its whole name is the number.
        let (_, _, bare, _) = stem(&file);
        let number = bare.to_uppercase();
        let whole = super::piece::is_number(&number, &KnownIds::default());
        return Some(if whole { Name::Number(number_key(&number)) } else { Name::File(file) });
    }
    if let Some(url) = &reference.url {
        return Some(Name::Url(url_key(url)));
    }
    if let Some(sha256) = &reference.sha256 {
        return Some(Name::Sha256(sha256.clone()));
    }
    reference.title.as_ref().map(|title| Name::Title(title_key(title)))
}

fn title_key(title: &str) -> String {
    key(title).chars().map(super::piece::plain).collect()
}

fn add(list: &mut Vec<String>, text: Option<&str>) {
    if let Some(text) = text.filter(|text| !list.iter().any(|known| known == text)) {
        list.push(text.to_owned());
    }
}

/// Groups the references of all rows, given in the order of the sheet.
///
/// References are one document when their numbers are equal in everything but separators and capitals; without
/// a number, when file name, address, SHA-256 or title are. Two with different numbers are never one.
pub fn group(rows: &[RowReferences]) -> Documents {
    let named: Vec<(usize, usize, &Reference, Option<Name>)> = rows
        .iter()
        .enumerate()
        .flat_map(|(entry, row)| {
            row.references.iter().enumerate().map(move |(i, r)| (entry, i, r, name_of(r)))
        })
        .collect();
    // A file or address without a number belongs to the one numbered document beside which it is written.
    let mut beside: BTreeMap<Name, BTreeSet<Name>> = BTreeMap::new();
    for (_, _, reference, name) in &named {
        let Some(name) = name else { continue };
        let others = [
            reference.file.as_ref().map(|file| Name::File(file_key(file))),
            reference.url.as_ref().map(|url| Name::Url(url_key(url))),
            reference.sha256.as_ref().map(|sha256| Name::Sha256(sha256.clone())),
        ];
        for other in others.into_iter().flatten().filter(|other| other != name) {
            beside.entry(other).or_default().insert(name.clone());
        }
    }
    let home = |name: &Name| {
        let mut name = name.clone();
        // Address beside a file beside a number: three steps are all there are.
        for _ in 0..3 {
            match beside.get(&name).map(|homes| homes.iter().collect::<Vec<_>>()).as_deref() {
                Some([only]) => name = (*only).clone(),
                _ => break,
            }
        }
        name
    };
    let mut all = Documents::default();
    let mut places: BTreeMap<Name, usize> = BTreeMap::new();
    for (entry, at, reference, name) in &named {
        let Some(row) = rows.get(*entry).map(|row| &row.row) else { continue };
        let Some(name) = name.as_ref().map(&home) else {
            all.others.push(Other {
                row: row.clone(),
                entry: *entry,
                reference: *at,
                kind: reference.kind,
                text: reference.text.clone(),
            });
            continue;
        };
        let place = *places.entry(name).or_insert_with(|| {
            all.documents.push(Document::default());
            all.documents.len() - 1
        });
        let Some(document) = all.documents.get_mut(place) else { continue };
        add(&mut document.numbers, reference.number.as_deref());
        add(&mut document.files, reference.file.as_deref());
        add(&mut document.titles, reference.title.as_deref());
        add(&mut document.urls, reference.url.as_deref().map(without_place));
        add(&mut document.sha256, reference.sha256.as_deref());
        let of_file = reference.file.as_deref().and_then(|file| stem(&file_key(file)).3);
        add(&mut document.revisions, reference.revision.as_deref().or(of_file.as_deref()));
        document.mentions.push(Mention {
            row: row.clone(),
            entry: *entry,
            reference: *at,
            locations: reference.locations.clone(),
            through: None,
        });
    }
    for document in &mut all.documents {
        document.name = shown(document);
    }
    follow(rows, &mut all);
    all.suggestions = suggestions(&all.documents);
    all
}

fn shown(document: &Document) -> String {
    let first = |list: &[String]| list.first().cloned();
    let number_and_title = match (first(&document.numbers), first(&document.titles)) {
        (Some(number), Some(title)) => Some(format!("{number} {title}")),
        (Some(number), None) => Some(number),
        _ => None,
    };
    number_and_title
        .or_else(|| first(&document.files))
        .or_else(|| first(&document.titles))
        .or_else(|| first(&document.urls))
        .or_else(|| first(&document.sha256))
        .unwrap_or_default()
}

/// Rows that point at another row need what that row names.
fn follow(rows: &[RowReferences], all: &mut Documents) {
    let mut own: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, document) in all.documents.iter().enumerate() {
        for mention in &document.mentions {
            own.entry(mention.entry).or_default().push(place);
        }
    }
    let mut by_requirement: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (entry, row) in rows.iter().enumerate() {
        by_requirement.entry(&row.row.requirement).or_default().push(entry);
    }
    // Where an entry points, directly.
    let pointed = |entry: usize, reference: &Reference| -> Vec<(usize, Through)> {
        match reference.kind {
            ReferenceKind::Row => reference
                .rows
                .iter()
                .flat_map(|id| {
                    let entries = by_requirement.get(id.as_str()).cloned().unwrap_or_default();
                    // With roles and components, the row of the same ones is meant, if it is there.
                    let like = |other: &usize| {
                        let (own, other) = (rows.get(entry), rows.get(*other));
                        own.zip(other).is_some_and(|(a, b)| {
                            a.row.role == b.row.role && a.row.component == b.row.component
                        })
                    };
                    let alike: Vec<usize> = entries.iter().copied().filter(like).collect();
                    let chosen = if alike.is_empty() { entries } else { alike };
                    let through = Through::Row { requirement: id.clone() };
                    chosen.into_iter().map(move |entry| (entry, through.clone()))
                })
                .collect(),
            ReferenceKind::Above => {
                entry.checked_sub(1).map(|above| (above, Through::Above)).into_iter().collect()
            }
            _ => Vec::new(),
        }
    };
    let mut found: Vec<(usize, Mention)> = Vec::new();
    for (entry, row) in rows.iter().enumerate() {
        for (at, reference) in row.references.iter().enumerate() {
            let mut seen = BTreeSet::from([entry]);
            let mut open = pointed(entry, reference);
            let mut needed = BTreeSet::new();
            while let Some((target, through)) = open.pop() {
                // A long chain of `see above` is followed as far as a person would scroll.
                if seen.len() > 200 || !seen.insert(target) {
                    continue;
                }
                for place in own.get(&target).into_iter().flatten() {
                    if needed.insert(*place) {
                        let mention = Mention {
                            row: row.row.clone(),
                            entry,
                            reference: at,
                            locations: Vec::new(),
                            through: Some(through.clone()),
                        };
                        found.push((*place, mention));
                    }
                }
                let further = rows.get(target).into_iter().flat_map(|row| &row.references);
                open.extend(
                    further.flat_map(|r| pointed(target, r)).map(|(entry, _)| (entry, through.clone())),
                );
            }
        }
    }
    for (place, mention) in found {
        if let Some(document) = all.documents.get_mut(place) {
            document.mentions.push(mention);
        }
    }
}

/// Pairs that may be one document, found by what they share.
fn suggestions(documents: &[Document]) -> Vec<Suggestion> {
    let mut found: BTreeMap<(usize, usize), SuggestionReason> = BTreeMap::new();
    let mut pair = |a: usize, b: usize, reason: SuggestionReason| {
        if a != b {
            let entry = found.entry((a.min(b), a.max(b))).or_insert(reason);
            *entry = (*entry).min(reason);
        }
    };
    type Keys = BTreeMap<(SuggestionReason, String), Vec<usize>>;
    let mut shared = Keys::new();
    let mut share = |reason: SuggestionReason, key: String, place: usize| {
        let places = shared.entry((reason, key)).or_default();
        if places.last() != Some(&place) {
            places.push(place);
        }
    };
    for (place, document) in documents.iter().enumerate() {
        for sha256 in &document.sha256 {
            share(SuggestionReason::SameSha256, sha256.clone(), place);
        }
        for file in &document.files {
            share(SuggestionReason::SameFile, file_key(file), place);
            let (_, _, bare, _) = stem(&file_key(file));
            share(SuggestionReason::FileAlike, bare, place);
        }
        for url in &document.urls {
            share(SuggestionReason::SameAddress, url_key(url), place);
        }
        for number in &document.numbers {
            share(SuggestionReason::NumberAlike, loose(number), place);
        }
    }
    for ((reason, _), places) in shared {
        // The first is paired with each: a star says as much as all pairs and stays short.
        if let Some((first, rest)) = places.split_first() {
            rest.iter().for_each(|other| pair(*first, *other, reason));
        }
    }
    let numbered: BTreeMap<String, usize> = documents
        .iter()
        .enumerate()
        .flat_map(|(place, document)| document.numbers.iter().map(move |number| (number_key(number), place)))
        .collect();
    let mut by_title: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut by_word: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (place, document) in documents.iter().enumerate() {
        for name in document.files.iter().chain(&document.titles) {
            for number in numbers_in(name, &numbered) {
                pair(number, place, SuggestionReason::NumberInName);
            }
        }
        // The stem of a file name is as good as a title here.
        let stems = document.files.iter().map(|file| title_words(&stem(&file_key(file)).2));
        for words in document.titles.iter().map(|title| title_words(title)).chain(stems) {
            by_title.entry(words.join(" ")).or_default().push(place);
            for word in words {
                by_word.entry(word).or_default().insert(place);
            }
        }
    }
    let only_titled = |place: &usize| {
        documents
            .get(*place)
            .is_some_and(|d| d.numbers.is_empty() && d.files.is_empty() && d.sha256.is_empty())
    };
    for places in by_title.values() {
        let Some(titled) = places.iter().find(|place| only_titled(place)) else { continue };
        places.iter().for_each(|other| pair(*titled, *other, SuggestionReason::SameTitle));
    }
    for (place, document) in documents.iter().enumerate().filter(|(place, _)| only_titled(place)) {
        for title in &document.titles {
            let words = title_words(title);
            let lists: Option<Vec<&BTreeSet<usize>>> = words.iter().map(|word| by_word.get(word)).collect();
            let Some(mut lists) = lists else { continue };
            lists.sort_by_key(|list| list.len());
            let Some((rarest, others)) = lists.split_first() else { continue };
            let within: Vec<usize> = rarest
                .iter()
                .copied()
                .filter(|other| *other != place && others.iter().all(|list| list.contains(other)))
                .take(20)
                .collect();
            // One word such as `Manual` only says something where a single title holds it.
            if words.len() >= 2 || within.len() == 1 {
                within.into_iter().for_each(|other| pair(place, other, SuggestionReason::TitleWithin));
            }
        }
    }
    found.into_iter().map(|((first, second), reason)| Suggestion { first, second, reason }).collect()
}

/// The numbers of other documents that stand in a name as whole parts.
fn numbers_in(name: &str, numbered: &BTreeMap<String, usize>) -> BTreeSet<usize> {
    let framed = number_key(name);
    let parts: Vec<&str> = framed.split('-').collect();
    let mut found = BTreeSet::new();
    for from in 0..parts.len() {
        for to in from + 1..=parts.len().min(from + 6) {
            let part = parts.get(from..to).unwrap_or_default().join("-");
            if let Some(place) = numbered.get(&part) {
                found.insert(*place);
            }
        }
    }
    found
}

/// A number in the spelling in which slips of the pen are equal.
fn loose(number: &str) -> String {
    let key = number_key(number);
    let mut out = String::new();
    for part in key.split('-') {
        // Leading zeros of the digits at the end of a part: `DR01`, `DR-1`.
        let letters = part.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = part.strip_prefix(letters).unwrap_or_default();
        let fewer = digits.trim_start_matches('0');
        let fewer = if fewer.is_empty() && !digits.is_empty() { "0" } else { fewer };
        out.extend(letters.chars().map(|c| match c {
            'O' if letters.chars().any(|c| c.is_ascii_digit()) => '0',
            'I' if letters.chars().any(|c| c.is_ascii_digit()) => '1',
            c => c,
        }));
        out.push_str(fewer);
        // Two groups of digits stay two: FS-2-12 is not FS-21-2.
        out.push(if digits.is_empty() { '\u{0}' } else { '-' });
    }
    out.replace('\u{0}', "")
}
