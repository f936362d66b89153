//! Everything the typesetter can see: the template, the data, the attachment, the fonts.

use crate::fonts::FONTS;
use crate::pdf::ATTACHMENT;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// The template by file name; `report.typ` is the first one read.
const TEMPLATE: [(&str, &str); 6] = [
    ("report.typ", include_str!("../../templates/report.typ")),
    ("parts.typ", include_str!("../../templates/parts.typ")),
    ("conclusion.typ", include_str!("../../templates/conclusion.typ")),
    ("sections.typ", include_str!("../../templates/sections.typ")),
    ("annexes.typ", include_str!("../../templates/annexes.typ")),
    (SEAL, include_str!("../../templates/seal.typ")),
];

/// The page of a seal, which stands by itself.
const SEAL: &str = "seal.typ";

/// The sources of the template. File ids are interned for ever, so there is a fixed set of them.
static SOURCES: LazyLock<Vec<(FileId, Source)>> = LazyLock::new(|| {
    TEMPLATE
        .iter()
        .filter_map(|(name, text)| {
            let id = id(name)?;
            Some((id, Source::new(id, (*text).to_owned())))
        })
        .collect()
});
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// One report about to be drawn.
pub(crate) struct Sheet {
    main: FileId,
    data: Option<(FileId, Bytes)>,
    attachment: Option<(FileId, Bytes)>,
}

impl Sheet {
    pub(super) fn new(data: Vec<u8>, attachment: Vec<u8>) -> Self {
        let file = |name: &str, bytes: Vec<u8>| Some((id(name)?, Bytes::new(bytes)));
        let detached = Source::detached(String::new()).id();
        Self {
            main: SOURCES.first().map_or(detached, |(id, _)| *id),
            data: file("data.json", data),
            attachment: file(ATTACHMENT, attachment),
        }
    }

    /// The page of a seal.
    pub(crate) fn of_seal(data: Vec<u8>) -> Self {
        let detached = Source::detached(String::new()).id();
        let data = id("data.json").map(|id| (id, Bytes::new(data)));
        Self { main: id(SEAL).unwrap_or(detached), data, attachment: None }
    }
}

impl World for Sheet {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }
    fn main(&self) -> FileId {
        self.main
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        SOURCES
            .iter()
            .find(|(known, _)| *known == id)
            .map(|(_, source)| source.clone())
            .ok_or(FileError::AccessDenied)
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        [&self.data, &self.attachment]
            .into_iter()
            .flatten()
            .find(|(known, _)| *known == id)
            .map(|(_, bytes)| bytes.clone())
            .ok_or(FileError::AccessDenied)
    }
    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None // a report's date is the date of issue in its data
    }
}

fn id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}
