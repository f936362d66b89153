//! Everything the typesetter can see: the template, the data, the attachment, the logo, the fonts.

use crate::fonts::FONTS;
use crate::look::{Look, Templates};
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Binding, Bytes, Datetime, Duration, Value};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// The template by file name; `report.typ` is the first one read.
pub(crate) const TEMPLATE: [(&str, &str); 7] = [
    ("report.typ", include_str!("../../templates/report.typ")),
    ("parts.typ", include_str!("../../templates/parts.typ")),
    ("conclusion.typ", include_str!("../../templates/conclusion.typ")),
    ("sections.typ", include_str!("../../templates/sections.typ")),
    ("process.typ", include_str!("../../templates/process.typ")),
    ("annexes.typ", include_str!("../../templates/annexes.typ")),
    ("summary.typ", include_str!("../../templates/summary.typ")),
];

/// The page of a seal, which stands by itself and is nobody's to change.
const SEAL: (&str, &str) = ("seal.typ", include_str!("../../templates/seal.typ"));

/// The sources of the template. File ids are interned for ever, so there is a fixed set of them.
static SOURCES: LazyLock<Vec<(FileId, Source)>> = LazyLock::new(|| {
    TEMPLATE.iter().chain([&SEAL]).filter_map(|(name, text)| source(name, (*text).to_owned())).collect()
});
/// The library without what would run text or foreign code: a text of a person is never evaluated, not even by a
/// template of somebody else.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let mut library = Library::default();
    for name in ["eval", "plugin"] {
        library.global.scope_mut().bind(name.into(), Binding::detached(Value::None));
    }
    library.std = Binding::detached(library.global.clone());
    LazyHash::new(library)
});
static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// One report about to be drawn.
pub(crate) struct Sheet {
    main: FileId,
    own: Vec<(FileId, Source)>,
    files: Vec<(FileId, Bytes)>,
}

impl Sheet {
    /// The report with its data, what is embedded in it, and the organisation's look.
    pub(super) fn new(data: Vec<u8>, (name, attachment): (&str, Vec<u8>), look: &Look) -> Self {
        let logo = look.logo().map(|(name, bytes)| (name, bytes.to_vec()));
        let files = [Some(("data.json", data)), Some((name, attachment)), logo];
        let own = look.templates.as_ref().map(Templates::files).into_iter().flatten();
        Self {
            main: SOURCES.first().map_or_else(nowhere, |(id, _)| *id),
            own: own.filter_map(|(name, text)| source(name, text.clone())).collect(),
            files: files
                .into_iter()
                .flatten()
                .filter_map(|(name, b)| Some((id(name)?, Bytes::new(b))))
                .collect(),
        }
    }

    /// The page of a seal.
    pub(crate) fn of_seal(data: Vec<u8>) -> Self {
        let files = id("data.json").map(|id| (id, Bytes::new(data))).into_iter().collect();
        Self { main: id(SEAL.0).unwrap_or_else(nowhere), own: Vec::new(), files }
    }

    /// The name of a template file.
    pub(super) fn name(&self, wanted: FileId) -> Option<String> {
        TEMPLATE
            .iter()
            .chain([&SEAL])
            .map(|(name, _)| *name)
            .find(|name| id(name) == Some(wanted))
            .map(str::to_owned)
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
        self.own
            .iter()
            .chain(SOURCES.iter())
            .find(|(known, _)| *known == id)
            .map(|(_, source)| source.clone())
            .ok_or(FileError::AccessDenied)
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files
            .iter()
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

fn nowhere() -> FileId {
    Source::detached(String::new()).id()
}

fn source(name: &str, text: String) -> Option<(FileId, Source)> {
    let id = id(name)?;
    Some((id, Source::new(id, text)))
}

fn id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}
