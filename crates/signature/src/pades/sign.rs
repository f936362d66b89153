//! Filling a field: in two steps, because between them lie a key that may be elsewhere and a time-stamp authority.

use core::ops::Range;
use core::time::Duration;

use der::DateTime;
use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::document::{Pdf, revisions};
use super::write::{Update, text_string, write};
use super::{Appearance, PdfProblem};
use crate::Algorithm;
use crate::cades::{self, SignatureProblem, Trust};
use crate::timestamp::{Embedded, token_of};

/// Room for the signed data or the token, in bytes: a chain of certificates, and a token with its own.
const ROOM: usize = 16 * 1024;

/// What stands in a signature beside the signed data.
#[derive(Clone, Copy, Debug)]
pub struct Signing<'a> {
    /// The signer's name.
    pub name: &'a str,
    /// The time that the signer's computer says, in seconds since 1970.
    pub claimed: u64,
    /// What is seen in the field.
    pub appearance: Appearance<'a>,
}

/// A file with room for a signature, over everything but that room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    bytes: Vec<u8>,
    /// From the opening to behind the closing angle bracket.
    hole: Range<usize>,
}

/// Begins a signature in an empty field. The first one in a file certifies it: from then on only fields may be filled
/// (DocMDP, ISO 32000-2, 12.8.2.2).
///
/// # Errors
/// The file cannot be read, has no such field, or it is signed already; the font or a character of it is missing.
pub fn begin(pdf: &[u8], field: &str, signing: &Signing<'_>) -> Result<Begun, PdfProblem> {
    let read = readable(pdf)?;
    let fields = read.fields();
    let (id, _, empty) = fields.iter().find(|(_, name, _)| name == field).ok_or(PdfProblem::NotPrepared)?;
    if empty.has(b"V") {
        return Err(PdfProblem::Signed(field.to_owned()));
    }
    let first = fields.iter().all(|(_, _, field)| !field.has(b"V"));
    let mut update = Update::over(&read);
    let signature = update.reserve();
    let mut filled = (*empty).clone();
    let (width, height) = size(&read, empty).ok_or_else(|| PdfProblem::Place(field.to_owned()))?;
    let drawn = update.add(&signing.appearance.draw(width, height)?);
    filled.set("V", signature);
    filled.set("AP", dictionary! { "N" => drawn });
    update.set(*id, &filled.into());
    let mut entries = dictionary! {
        "Type" => "Sig", "Filter" => "Adobe.PPKLite", "SubFilter" => "ETSI.CAdES.detached",
        "M" => text_string(&date(signing.claimed)?), "Name" => text_string(signing.name),
    };
    if first {
        let rights = dictionary! { "Type" => "TransformParams", "P" => 2, "V" => "1.2" };
        let reference =
            dictionary! { "Type" => "SigRef", "TransformMethod" => "DocMDP", "TransformParams" => rights };
        entries.set("Reference", vec![Object::Dictionary(reference)]);
        let mut catalog = read.catalog()?.clone();
        catalog.set("Perms", dictionary! { "DocMDP" => signature });
        update.set(read.root()?, &catalog.into());
    }
    with_room(update, signature, &entries, pdf, &read)
}

/// Begins a time stamp over the whole file as it is (EN 319 142-1, 5.4.3), in a field of its own that is not seen.
///
/// # Errors
/// The file cannot be read, or has no signature field.
pub fn begin_time_stamp(pdf: &[u8]) -> Result<Begun, PdfProblem> {
    let read = readable(pdf)?;
    let mut update = Update::over(&read);
    let (stamp, field) = (update.reserve(), update.reserve());
    let page = read.document.page_iter().next().ok_or(PdfProblem::NotPrepared)?;
    let number = read.fields().len().saturating_add(1);
    let nowhere = vec![Object::Integer(0); 4];
    let widget = dictionary! {
        "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig",
        "T" => text_string(&format!("time_stamp_{number}")), "TU" => text_string("Document time stamp (RFC 3161)"),
        "F" => 132, "P" => page, "Rect" => nowhere, "V" => stamp,
    };
    update.set(field, &widget.into());
    let mut changed = read.dictionary(page)?.clone();
    let mut all = read.array(&changed, b"Annots").to_vec();
    all.push(Object::Reference(field));
    changed.set("Annots", all);
    update.set(page, &changed.into());
    let (form_id, form) = read.form().ok_or(PdfProblem::NotPrepared)?;
    let mut form = form.clone();
    let mut fields = read.array(&form, b"Fields").to_vec();
    fields.push(Object::Reference(field));
    form.set("Fields", fields);
    match form_id {
        Some(id) => update.set(id, &form.into()),
        None => {
            let mut catalog = read.catalog()?.clone();
            catalog.set("AcroForm", form);
            update.set(read.root()?, &catalog.into());
        }
    }
    let entries =
        dictionary! { "Type" => "DocTimeStamp", "Filter" => "Adobe.PPKLite", "SubFilter" => "ETSI.RFC3161" };
    with_room(update, stamp, &entries, pdf, &read)
}

/// A file that can be written to: one that can also be told apart into revisions.
fn readable(pdf: &[u8]) -> Result<Pdf, PdfProblem> {
    let _ = revisions(pdf)?;
    let read = Pdf::read(pdf)?;
    if read.fields().is_empty() { Err(PdfProblem::NotPrepared) } else { Ok(read) }
}

/// Appends the update with a signature dictionary whose byte range covers all but its room.
fn with_room(
    mut update: Update,
    id: ObjectId,
    entries: &Dictionary,
    pdf: &[u8],
    read: &Pdf,
) -> Result<Begun, PdfProblem> {
    let mut object = Vec::new();
    write(&Object::Dictionary(entries.clone()), &mut object);
    object.truncate(object.len().saturating_sub(2));
    let range_at = object.len();
    object.extend(range(0, 0, 0));
    object.extend(b"/Contents ");
    let from = object.len();
    object.push(b'<');
    object.resize(object.len().saturating_add(ROOM.saturating_mul(2)), b'0');
    object.push(b'>');
    let to = object.len();
    object.extend(b">>");
    update.set_bytes(id, object);
    let (mut bytes, contents) = update.append(pdf, read)?;
    let start = contents.get(&id.0).copied().unwrap_or(0);
    let hole = start.saturating_add(from)..start.saturating_add(to);
    let range = range(hole.start, hole.end, bytes.len().saturating_sub(hole.end));
    let at = start.saturating_add(range_at);
    if let Some(place) = bytes.get_mut(at..at.saturating_add(range.len())) {
        place.copy_from_slice(&range);
    }
    Ok(Begun { bytes, hole })
}

/// Always of the same length.
fn range(first: usize, second: usize, rest: usize) -> Vec<u8> {
    format!("/ByteRange [0 {first:>10} {second:>10} {rest:>10}]").into_bytes()
}

impl Begun {
    /// The bytes that are signed, in two parts.
    #[must_use]
    pub fn parts(&self) -> [&[u8]; 2] {
        let part = |range: Range<usize>| self.bytes.get(range).unwrap_or_default();
        [part(0..self.hole.start), part(self.hole.end..self.bytes.len())]
    }

    /// The digest that goes into the signed data ([`cades::sign`]).
    #[must_use]
    pub fn digest(&self, algorithm: Algorithm) -> Vec<u8> {
        cades::digest(algorithm, &self.parts())
    }

    /// The bytes that a document time stamp is asked for ([`crate::timestamp::request`]).
    #[must_use]
    pub fn signed_bytes(&self) -> Vec<u8> {
        self.parts().concat()
    }

    /// The file with this signed data in its room.
    ///
    /// # Errors
    /// It is not one over these bytes, or is too large.
    pub fn finish(self, cms: &[u8]) -> Result<Vec<u8>, SignatureProblem> {
        cades::check(cms, &self.parts(), None, &Trust::default()).intact?;
        self.fill(cms)
    }

    /// The file with the token of this reply in its room. Whether the authority is trusted is for the caller to check
    /// ([`crate::timestamp::check`]).
    ///
    /// # Errors
    /// It has no token over these bytes, or one that is too large.
    pub fn finish_time_stamp(self, reply: &[u8]) -> Result<Vec<u8>, SignatureProblem> {
        let token = token_of(reply).map_err(SignatureProblem::Stamp)?;
        let _ = Embedded::read(token, &self.signed_bytes()).map_err(SignatureProblem::Stamp)?;
        self.fill(token)
    }

    fn fill(mut self, der: &[u8]) -> Result<Vec<u8>, SignatureProblem> {
        let hex: Vec<u8> = der.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect();
        let from = self.hole.start.saturating_add(1);
        let to = from.saturating_add(hex.len());
        if to >= self.hole.end {
            return Err(SignatureProblem::Room);
        }
        self.bytes.get_mut(from..to).ok_or(SignatureProblem::Room)?.copy_from_slice(&hex);
        Ok(self.bytes)
    }
}

/// Width and height of a field.
fn size(read: &Pdf, field: &Dictionary) -> Option<(f32, f32)> {
    let rect: Vec<f32> =
        read.array(field, b"Rect").iter().filter_map(|number| number.as_float().ok()).collect();
    let [left, bottom, right, top] = rect.as_slice() else { return None };
    Some((right - left, top - bottom))
}

/// A date (ISO 32000-2, 7.9.4) in UTC.
fn date(at: u64) -> Result<String, PdfProblem> {
    let at = DateTime::from_unix_duration(Duration::from_secs(at));
    let at = at.map_err(|_| PdfProblem::Unreadable("M".to_owned()))?;
    let (year, month, day) = (at.year(), at.month(), at.day());
    Ok(format!("D:{year:04}{month:02}{day:02}{:02}{:02}{:02}Z", at.hour(), at.minutes(), at.seconds()))
}
