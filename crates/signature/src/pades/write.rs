//! An incremental update (ISO 32000-2, 7.5.6): objects, a classic cross-reference table, a trailer. The same objects over the
//! same file give the same bytes.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId};
use trail::Digest;

use super::PdfProblem;
use super::document::Pdf;

/// Objects to be appended to a file.
pub(super) struct Update {
    objects: BTreeMap<u32, Vec<u8>>,
    next: u32,
}

impl Update {
    pub(super) fn over(pdf: &Pdf) -> Self {
        let size = pdf.document.trailer.get(b"Size").and_then(Object::as_i64).ok();
        let size = size.and_then(|size| u32::try_from(size).ok()).unwrap_or(0);
        Self { objects: BTreeMap::new(), next: size.max(pdf.document.max_id.saturating_add(1)) }
    }

    /// A number that no object has.
    pub(super) fn reserve(&mut self) -> ObjectId {
        let id = (self.next, 0);
        self.next = self.next.saturating_add(1);
        id
    }

    /// Sets an object, new or changed. Reports have generation 0 alone.
    pub(super) fn set(&mut self, id: ObjectId, object: &Object) {
        let mut bytes = Vec::new();
        write(object, &mut bytes);
        self.set_bytes(id, bytes);
    }

    pub(super) fn set_bytes(&mut self, id: ObjectId, bytes: Vec<u8>) {
        self.objects.insert(id.0, bytes);
    }

    pub(super) fn add(&mut self, object: &Object) -> ObjectId {
        let id = self.reserve();
        self.set(id, object);
        id
    }

    /// The file with the update behind it, and where each object's content begins.
    pub(super) fn append(
        self,
        bytes: &[u8],
        pdf: &Pdf,
    ) -> Result<(Vec<u8>, BTreeMap<u32, usize>), PdfProblem> {
        let unreadable = |what: &str| PdfProblem::Unreadable(what.to_owned());
        let mut out = bytes.to_vec();
        if !out.ends_with(b"\n") {
            out.push(b'\n');
        }
        let from = out.len();
        let (mut offsets, mut contents) = (BTreeMap::new(), BTreeMap::new());
        for (id, object) in &self.objects {
            offsets.insert(*id, out.len());
            out.extend(format!("{id} 0 obj\n").into_bytes());
            contents.insert(*id, out.len());
            out.extend(object);
            out.extend(b"\nendobj\n");
        }
        let changed = Digest::of(out.get(from..).unwrap_or_default());
        let start = out.len();
        out.extend(table(&offsets));
        let old = &pdf.document.trailer;
        let mut trailer = Dictionary::new();
        trailer.set("Size", i64::from(self.next));
        for key in [b"Root".as_slice(), b"Info"] {
            if let Ok(value) = old.get(key) {
                trailer.set(key, value.clone());
            }
        }
        // The first half of the identifier stays, the second is of this revision (14.4).
        let first = old.get(b"ID").and_then(Object::as_array).ok().and_then(|id| id.first());
        let first = first.ok_or(unreadable("ID"))?.clone();
        let second = changed.0.iter().take(16).copied().collect();
        let second = Object::String(second, lopdf::StringFormat::Hexadecimal);
        trailer.set("ID", vec![first, second]);
        let before = i64::try_from(pdf.document.xref_start).map_err(|_| unreadable("startxref"))?;
        trailer.set("Prev", before);
        out.extend(b"trailer\n");
        write(&Object::Dictionary(trailer), &mut out);
        out.extend(format!("\nstartxref\n{start}\n%%EOF\n").into_bytes());
        Ok((out, contents))
    }
}

/// One subsection for each run of numbers.
fn table(offsets: &BTreeMap<u32, usize>) -> Vec<u8> {
    let mut runs: Vec<(u32, Vec<usize>)> = Vec::new();
    for (id, offset) in offsets {
        match runs.last_mut() {
            Some((first, run)) if usize::try_from(id.saturating_sub(*first)) == Ok(run.len()) => {
                run.push(*offset)
            }
            _ => runs.push((*id, vec![*offset])),
        }
    }
    let mut out = b"xref\n".to_vec();
    for (first, run) in runs {
        out.extend(format!("{first} {}\n", run.len()).into_bytes());
        out.extend(run.into_iter().flat_map(|offset| format!("{offset:010} 00000 n \n").into_bytes()));
    }
    out
}

/// An object in the syntax of 7.3. A stream is written with the length that it has.
pub(super) fn write(object: &Object, out: &mut Vec<u8>) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Boolean(value) => out.extend(value.to_string().into_bytes()),
        Object::Integer(value) => out.extend(value.to_string().into_bytes()),
        Object::Real(value) => out.extend(value.to_string().into_bytes()),
        Object::Name(name) => write_name(name, out),
        Object::String(bytes, _) => write_string(bytes, out),
        Object::Array(values) => {
            out.push(b'[');
            for (n, value) in values.iter().enumerate() {
                if n > 0 {
                    out.push(b' ');
                }
                write(value, out);
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => write_dictionary(dictionary, out),
        Object::Reference((id, generation)) => out.extend(format!("{id} {generation} R").into_bytes()),
        Object::Stream(stream) => {
            let mut dictionary = stream.dict.clone();
            dictionary.set("Length", i64::try_from(stream.content.len()).unwrap_or_default());
            write_dictionary(&dictionary, out);
            out.extend(b"\nstream\n");
            out.extend(&stream.content);
            out.extend(b"\nendstream");
        }
    }
}

fn write_dictionary(dictionary: &Dictionary, out: &mut Vec<u8>) {
    out.extend(b"<<");
    for (key, value) in dictionary {
        write_name(key, out);
        out.push(b' ');
        write(value, out);
    }
    out.extend(b">>");
}

fn write_name(name: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_alphanumeric() || b"-_.+*:@".contains(byte) {
            out.push(*byte);
        } else {
            out.extend(format!("#{byte:02x}").into_bytes());
        }
    }
}

fn write_string(bytes: &[u8], out: &mut Vec<u8>) {
    if bytes.iter().all(|byte| (b' '..=b'~').contains(byte)) {
        out.push(b'(');
        for byte in bytes {
            if b"()\\".contains(byte) {
                out.push(b'\\');
            }
            out.push(*byte);
        }
        out.push(b')');
    } else {
        out.push(b'<');
        out.extend(bytes.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()));
        out.push(b'>');
    }
}

/// A text string: ASCII as it is, everything else in UTF-16 (7.9.2.2).
pub(super) fn text_string(text: &str) -> Object {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Object::String(text.as_bytes().to_vec(), lopdf::StringFormat::Literal);
    }
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    Object::String([0xfe, 0xff].into_iter().chain(units).collect(), lopdf::StringFormat::Hexadecimal)
}
