//! Files embedded in a PDF (ISO 32000-2, 7.11.4), read without following anything else.

use lopdf::{Dictionary, Object};

use super::PdfProblem;
use super::document::{LARGEST_STREAM, Pdf};

/// Levels of a name tree that are followed.
const DEEPEST: usize = 8;

/// The bytes of the embedded file with this name; `None` where there is none. With the name twice there is no telling
/// which one is meant, so it is refused.
///
/// # Errors
/// The file cannot be read, holds the name twice, or the embedded bytes cannot be unpacked within the limit.
pub fn attached(pdf: &[u8], name: &str) -> Result<Option<Vec<u8>>, PdfProblem> {
    let read = Pdf::read(pdf)?;
    let unreadable = || PdfProblem::Unreadable(name.to_owned());
    let Some(tree) =
        read.inner(read.catalog()?, b"Names").and_then(|names| read.inner(names, b"EmbeddedFiles"))
    else {
        return Ok(None);
    };
    let mut found = Vec::new();
    collect(&read, tree, DEEPEST, &mut found);
    let mut named = found.into_iter().filter(|file| is_named(file, name));
    let Some(file) = named.next() else { return Ok(None) };
    if named.next().is_some() {
        return Err(unreadable());
    }
    let stream = read
        .inner(file, b"EF")
        .and_then(|files| files.get(b"F").ok())
        .and_then(|object| read.resolve(object))
        .and_then(|object| object.as_stream().ok())
        .ok_or_else(unreadable)?;
    if stream.dict.has(b"Filter") {
        stream.decompressed_content_with_limit(LARGEST_STREAM).map(Some).map_err(|_| unreadable())
    } else {
        Ok(Some(stream.content.clone()))
    }
}

fn collect<'a>(read: &'a Pdf, node: &'a Dictionary, left: usize, found: &mut Vec<&'a Dictionary>) {
    let dictionary = |object: &'a Object| read.resolve(object).and_then(|object| object.as_dict().ok());
    found.extend(read.array(node, b"Names").iter().skip(1).step_by(2).filter_map(dictionary));
    if left > 0 {
        for kid in read.array(node, b"Kids").iter().filter_map(dictionary) {
            collect(read, kid, left - 1, found);
        }
    }
}

fn is_named(file: &Dictionary, name: &str) -> bool {
    let text = |key: &[u8]| file.get(key).ok().and_then(|value| lopdf::decode_text_string(value).ok());
    text(b"UF").or_else(|| text(b"F")).as_deref() == Some(name)
}
