//! For `./dev bench`: draws a report from its JSON, or the same texts as one plain table, so that the whole
//! processes can be timed side by side. Usage: `render report|summary|plain REPORT.json WORDS.json [TEMPLATES]`,
//! the last being a folder of own templates.

use std::{error::Error, fs, path::Path};

use report::{
    Contents,
    look::{Look, Templates},
    pdf::Rendering,
};
use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, Source},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// One source with the texts in it, and the report's own fonts.
struct Plain {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    source: Source,
}

impl World for Plain {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }
    fn main(&self) -> FileId {
        self.source.id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }
    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }
    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (mode, data, words, own) = match args.as_slice() {
        [mode, data, words] => (mode, data, words, None),
        [mode, data, words, own] => (mode, data, words, Some(own)),
        _ => return Err("render report|summary|plain REPORT.json WORDS.json [TEMPLATES]".into()),
    };
    let mut contents = report::json::read(&fs::read(data)?).map_err(|p| p.to_string())?;
    let rendering = if mode == "summary" { Rendering::Summary } else { Rendering::Full };
    let bytes = if mode == "plain" {
        plain(&contents)?
    } else {
        let words = serde_json::from_slice(&fs::read(words)?)?;
        let look = Look { profile: None, templates: own.map(templates).transpose()? };
        contents.integrity.layout = look.layout();
        report::pdf::render_in(&contents, &words, rendering, &look).map_err(|p| p.to_string())?.bytes
    };
    fs::write(Path::new(data).with_extension(format!("{mode}.bench.pdf")), bytes)?;
    Ok(())
}

fn templates(folder: &String) -> Result<Templates, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name != "seal.typ" {
            files.push((name, fs::read(entry.path())?));
        }
    }
    Templates::read(files).map_err(|all| format!("{all:?}").into())
}

/// Every text of the rows, activities, findings and the register, one cell each.
fn plain(contents: &Contents) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut cells = Vec::new();
    for row in &contents.rows {
        let claim = row.claim.as_ref().map(|c| format!("{} {}", c.answer, c.text)).unwrap_or_default();
        cells.extend([
            row.id.clone(),
            row.label.clone(),
            row.verdict.code().to_owned(),
            row.rationale.clone(),
            claim,
        ]);
    }
    for a in &contents.activities {
        cells.extend([
            a.id.clone(),
            a.label.clone(),
            a.verdict.clone().unwrap_or_default(),
            a.rationale.clone(),
            a.group.clone(),
        ]);
    }
    for f in &contents.findings {
        cells.extend([
            f.id.clone(),
            f.requirement.clone(),
            f.grade.clone(),
            f.statement.clone(),
            f.grade_reason.clone(),
        ]);
    }
    for e in &contents.evidence {
        cells.extend([
            e.id.clone(),
            e.title.clone(),
            e.class.clone(),
            e.sha256.clone(),
            e.media_type.clone(),
        ]);
    }
    let cells: Vec<String> = cells.iter().map(serde_json::to_string).collect::<Result<_, _>>()?;
    let text = format!(
        "#set document(title: \"Plain\", date: datetime(year: 2026, month: 1, day: 1))\n#set text(lang: \"en\", font: \"Noto Sans\", size: 8pt)\n#table(columns: (auto, 1fr, auto, 2fr, 1fr), {})",
        cells.join(", ")
    );
    let mut fonts = Vec::new();
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|x| x == "ttf") {
            fonts.extend(Font::iter(Bytes::new(fs::read(path)?)));
        }
    }
    let world = Plain {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(fonts.iter())),
        fonts,
        source: Source::detached(text),
    };
    let document: PagedDocument = typst::compile(&world).output.map_err(|e| format!("{e:?}"))?;
    let standards = PdfStandards::new(&[PdfStandard::A_3a]).map_err(|e| e.message().to_string())?;
    let options = PdfOptions { standards, ..PdfOptions::default() };
    Ok(typst_pdf::pdf(&document, &options).map_err(|e| format!("{e:?}"))?)
}
