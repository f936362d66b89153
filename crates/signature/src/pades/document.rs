//! A PDF as it is read: strictly, without repair, with its revisions told apart.

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};

use super::PdfProblem;

/// No stream of a report is larger when it is unpacked; what is, is not unpacked.
const LARGEST_STREAM: usize = 64 * 1024 * 1024;
/// A report has one revision for each signature, their data and their time stamps.
const MOST_REVISIONS: usize = 64;

fn unreadable(what: &str) -> PdfProblem {
    PdfProblem::Unreadable(what.to_owned())
}

/// A PDF at one of its revisions.
pub(super) struct Pdf {
    pub(super) document: Document,
}

impl Pdf {
    /// # Errors
    /// [`PdfProblem::Unreadable`].
    pub(super) fn read(bytes: &[u8]) -> Result<Self, PdfProblem> {
        if !bytes.starts_with(b"%PDF-1.") {
            return Err(unreadable("header"));
        }
        let options = LoadOptions {
            strict: true,
            max_decompressed_size: Some(LARGEST_STREAM),
            ..LoadOptions::default()
        };
        // The parser is not ours and the bytes are anybody's: should it ever give up by a panic, that is a file
        // which cannot be read and no end of the program.
        let read = std::panic::catch_unwind(|| Document::load_mem_with_options(bytes, options));
        let document = read.map_err(|_| unreadable("parser"))?.map_err(|why| unreadable(&why.to_string()))?;
        if document.xref_recovery.is_some() {
            return Err(unreadable("xref"));
        }
        if document.is_encrypted() || document.was_encrypted() {
            return Err(unreadable("Encrypt"));
        }
        // Nothing is ever freed and used again in a report, so no number has a second generation.
        if document.objects.keys().any(|(_, generation)| *generation != 0) {
            return Err(unreadable("generation"));
        }
        Ok(Self { document })
    }

    /// The object behind a reference, or the object itself.
    pub(super) fn resolve<'a>(&'a self, object: &'a Object) -> Option<&'a Object> {
        self.document.dereference(object).ok().map(|(_, found)| found)
    }

    /// A dictionary under a key, wherever it lies.
    pub(super) fn inner<'a>(&'a self, of: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
        self.resolve(of.get(key).ok()?)?.as_dict().ok()
    }

    /// The values of an array under a key, wherever it lies; none where there is no array.
    pub(super) fn array<'a>(&'a self, of: &'a Dictionary, key: &[u8]) -> &'a [Object] {
        let found = of.get(key).ok().and_then(|object| self.resolve(object));
        found.and_then(|object| object.as_array().ok()).map_or(&[], Vec::as_slice)
    }

    pub(super) fn dictionary(&self, id: ObjectId) -> Result<&Dictionary, PdfProblem> {
        self.document.get_dictionary(id).map_err(|_| unreadable(&format!("{} {} R", id.0, id.1)))
    }

    pub(super) fn root(&self) -> Result<ObjectId, PdfProblem> {
        let root = self.document.trailer.get(b"Root").and_then(Object::as_reference);
        root.map_err(|_| unreadable("Root"))
    }

    pub(super) fn catalog(&self) -> Result<&Dictionary, PdfProblem> {
        self.dictionary(self.root()?)
    }

    /// The interactive form, and where it lies if not in the catalog itself.
    pub(super) fn form(&self) -> Option<(Option<ObjectId>, &Dictionary)> {
        let entry = self.catalog().ok()?.get(b"AcroForm").ok()?;
        Some((entry.as_reference().ok(), self.resolve(entry)?.as_dict().ok()?))
    }

    /// The signature fields, in the order of the form: each with its name.
    pub(super) fn fields(&self) -> Vec<(ObjectId, String, &Dictionary)> {
        let Some((_, form)) = self.form() else { return Vec::new() };
        let fields = self.array(form, b"Fields").iter().filter_map(|field| field.as_reference().ok());
        fields
            .filter_map(|id| Some((id, self.dictionary(id).ok()?)))
            .filter(|(_, field)| field.get(b"FT").and_then(Object::as_name).is_ok_and(|kind| kind == b"Sig"))
            .map(|(id, field)| (id, text(field, b"T"), field))
            .collect()
    }
}

/// A text string (ISO 32000-2, 7.9.2) under a key, in ASCII or UTF-16.
pub(super) fn text(of: &Dictionary, key: &[u8]) -> String {
    let Ok(bytes) = of.get(key).and_then(Object::as_str) else { return String::new() };
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(rest) => {
            let units =
                rest.chunks_exact(2).filter_map(|pair| Some(u16::from_be_bytes(pair.try_into().ok()?)));
            String::from_utf16_lossy(&units.collect::<Vec<_>>())
        }
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Where each revision of a file ends, the oldest first (ISO 32000-2, 7.5.6), by following the cross-reference tables from
/// the last. Only the classic form is followed, which is what reports are written in.
pub(super) fn revisions(bytes: &[u8]) -> Result<Vec<usize>, PdfProblem> {
    let last = last_start(bytes).ok_or(unreadable("startxref"))?;
    let mut found = Vec::new();
    let (mut at, mut limit) = (last, bytes.len());
    loop {
        let (end, before) = section(bytes, at, limit).ok_or(unreadable("xref"))?;
        found.push(end);
        match before {
            None => break,
            // Going backwards only, or a table could name itself.
            Some(before) if before < at && found.len() < MOST_REVISIONS => (at, limit) = (before, at),
            Some(_) => return Err(unreadable("Prev")),
        }
    }
    found.reverse();
    if found.last() == Some(&bytes.len()) { Ok(found) } else { Err(unreadable("%%EOF")) }
}

/// The offset that the last `startxref` names.
fn last_start(bytes: &[u8]) -> Option<usize> {
    let tail = bytes.len().saturating_sub(64);
    let at = find_last(bytes.get(tail..)?, b"startxref")?;
    number(bytes.get(tail.checked_add(at)?..)?.strip_prefix(b"startxref")?).map(|(value, _)| value)
}

/// Of the cross-reference section at an offset: where its revision ends, and the offset of the one before.
fn section(bytes: &[u8], at: usize, limit: usize) -> Option<(usize, Option<usize>)> {
    let whole = bytes.get(at..limit)?;
    if !whole.starts_with(b"xref") {
        return None;
    }
    let trailer = find(whole, b"trailer")?;
    let start = trailer.checked_add(find(whole.get(trailer..)?, b"startxref")?)?;
    if find(whole.get(trailer..start)?, b"/XRefStm").is_some() {
        return None;
    }
    let before = match find(whole.get(trailer..start)?, b"/Prev") {
        None => None,
        Some(prev) => Some(number(whole.get(trailer.checked_add(prev)?..start)?.strip_prefix(b"/Prev")?)?.0),
    };
    let (named, rest) = number(whole.get(start..)?.strip_prefix(b"startxref")?)?;
    let rest = trim(rest).strip_prefix(b"%%EOF")?;
    let rest = rest.strip_prefix(b"\r").unwrap_or(rest);
    let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    if named == at { Some((limit.checked_sub(rest.len())?, before)) } else { None }
}

fn trim(mut bytes: &[u8]) -> &[u8] {
    while let Some((b' ' | b'\r' | b'\n' | b'\t', rest)) = bytes.split_first() {
        bytes = rest;
    }
    bytes
}

/// A decimal number after white space, and what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let bytes = trim(bytes);
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = bytes.split_at_checked(digits)?;
    Some((core::str::from_utf8(digits).ok()?.parse().ok()?, rest))
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

fn find_last(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).rposition(|window| window == what)
}
