//! What may come after a signature: other signatures in fields that were there, their appearances, time stamps, and data for
//! readers without a network. Everything else is a change.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::document::Pdf;

type Change = Result<(), String>;

/// Entries of the security store.
const STORE: [&[u8]; 5] = [b"Type", b"Certs", b"OCSPs", b"CRLs", b"VRI"];

/// Whether the later of two revisions adds nothing but what it may.
///
/// # Errors
/// The first object that is something else, as a person who knows PDF would name it.
pub(super) fn allowed(before: &Pdf, after: &Pdf) -> Change {
    let mut step = Step {
        before,
        after,
        dangling: dangling(before),
        known: BTreeSet::new(),
        fields: Vec::new(),
        signatures: Vec::new(),
    };
    for key in [b"Root".as_slice(), b"Info", b"Encrypt"] {
        if before.document.trailer.get(key).ok() != after.document.trailer.get(key).ok() {
            return Err(format!("trailer: {}", String::from_utf8_lossy(key)));
        }
    }
    step.form()?;
    step.filled()?;
    step.catalog()?;
    step.objects()
}

struct Step<'a> {
    before: &'a Pdf,
    after: &'a Pdf,
    /// What the earlier revision refers to and does not have: new objects may not take these numbers, or what was signed
    /// as empty could be filled.
    dangling: BTreeSet<ObjectId>,
    /// Objects that were looked at, and may be as they are.
    known: BTreeSet<ObjectId>,
    /// New fields of time stamps.
    fields: Vec<ObjectId>,
    /// New signatures.
    signatures: Vec<ObjectId>,
}

impl Step<'_> {
    fn is_new(&self, id: ObjectId) -> bool {
        let had = self.before.document.objects.contains_key(&id) || self.dangling.contains(&id);
        !had && self.after.document.objects.contains_key(&id)
    }

    /// The form may get fields of document time stamps, behind the ones it has.
    fn form(&mut self) -> Change {
        let (Some((id, old)), Some((new_id, new))) = (self.before.form(), self.after.form()) else {
            return Err("AcroForm".to_owned());
        };
        if id != new_id {
            return Err("AcroForm".to_owned());
        }
        only(old, new, &[b"Fields"]).map_err(|keys| format!("AcroForm: {keys}"))?;
        let (had, has) = (self.before.array(old, b"Fields"), self.after.array(new, b"Fields"));
        let added = has.strip_prefix(had).ok_or("AcroForm: Fields")?;
        for field in added {
            let id = field.as_reference().map_err(|_| "AcroForm: Fields".to_owned())?;
            let stamp = self.time_stamp(id).ok_or(format!("object {} was added to the form", id.0))?;
            self.fields.push(id);
            self.known.extend([id, stamp]);
        }
        self.known.extend(id);
        Ok(())
    }

    /// The time stamp in a new field that is not seen.
    fn time_stamp(&self, id: ObjectId) -> Option<ObjectId> {
        let field = self.after.dictionary(id).ok().filter(|_| self.is_new(id))?;
        let rect = self.after.array(field, b"Rect");
        let seen = rect.iter().any(|number| number.as_float().is_ok_and(|number| number != 0.0));
        let shape: [&[u8]; 10] =
            [b"Type", b"Subtype", b"FT", b"T", b"TU", b"F", b"P", b"Rect", b"V", b"Lock"];
        let plain = field.iter().all(|(key, _)| shape.contains(&key.as_slice()));
        let stamp = field.get(b"V").and_then(Object::as_reference).ok()?;
        let value = self.after.dictionary(stamp).ok()?;
        (!seen && plain && self.is_new(stamp) && value.has_type(b"DocTimeStamp")).then_some(stamp)
    }

    /// A field that was empty may get a signature and an appearance, both new.
    fn filled(&mut self) -> Change {
        for (id, name, old) in self.before.fields() {
            let changed = || format!("field {name}");
            let new = self.after.dictionary(id).map_err(|_| changed())?;
            self.known.insert(id);
            if old == new {
                continue;
            }
            let value = new.get(b"V").and_then(Object::as_reference).map_err(|_| changed())?;
            let signature = self.after.dictionary(value).map_err(|_| changed())?;
            if old.has(b"V") || !self.is_new(value) || !signature.has_type(b"Sig") {
                return Err(changed());
            }
            only(old, new, &[b"V", b"AP"]).map_err(|keys| format!("field {name}: {keys}"))?;
            self.appearance(old, new).ok_or(format!("field {name}: AP"))?;
            self.signatures.push(value);
            self.known.insert(value);
        }
        Ok(())
    }

    /// A new drawing that uses nothing but paths; or the one that was there.
    fn appearance(&mut self, old: &Dictionary, new: &Dictionary) -> Option<()> {
        if old.get(b"AP").ok() == new.get(b"AP").ok() {
            return Some(());
        }
        let states = self.after.inner(new, b"AP")?;
        let id = states.get(b"N").and_then(Object::as_reference).ok().filter(|_| states.len() == 1)?;
        let drawing = self.after.document.get_object(id).and_then(Object::as_stream).ok()?;
        let shape: [&[u8]; 6] = [b"Type", b"Subtype", b"BBox", b"Length", b"Filter", b"Resources"];
        let plain = drawing.dict.iter().all(|(key, _)| shape.contains(&key.as_slice()));
        let uses =
            self.after.inner(&drawing.dict, b"Resources").is_some_and(|resources| !resources.is_empty());
        if !self.is_new(id) || !plain || uses {
            return None;
        }
        self.known.insert(id);
        Some(())
    }

    /// The catalog may get the rights of the first signature, and the store.
    fn catalog(&mut self) -> Change {
        let changed = |what: &str| Err(format!("catalog: {what}"));
        let (Ok(old), Ok(new), Ok(root)) = (self.before.catalog(), self.after.catalog(), self.after.root())
        else {
            return changed("Root");
        };
        only(old, new, &[b"Perms", b"DSS", b"AcroForm"]).map_err(|keys| format!("catalog: {keys}"))?;
        if old.get(b"Perms").ok() != new.get(b"Perms").ok() {
            let rights = new.get(b"Perms").and_then(Object::as_dict).ok().filter(|rights| rights.len() == 1);
            let by = rights.and_then(|rights| rights.get(b"DocMDP").and_then(Object::as_reference).ok());
            if old.has(b"Perms") || !by.is_some_and(|by| self.signatures.contains(&by)) {
                return changed("Perms");
            }
        }
        if old.has(b"DSS") && !new.has(b"DSS") {
            return changed("DSS");
        }
        self.known.insert(root);
        self.store(new, old)
    }

    /// What the store leads to and is new cannot be seen by a reader, and means nothing until it is checked.
    fn store(&mut self, new: &Dictionary, old: &Dictionary) -> Change {
        let Ok(entry) = new.get(b"DSS") else { return Ok(()) };
        let store = self.after.inner(new, b"DSS").ok_or("catalog: DSS")?;
        if store.iter().any(|(key, _)| !STORE.contains(&key.as_slice())) {
            return Err("DSS".to_owned());
        }
        // The same object may be written anew if it was the store before.
        if let (Ok(id), Ok(Object::Reference(was))) = (entry.as_reference(), old.get(b"DSS"))
            && id == *was
        {
            self.known.insert(id);
        }
        let mut left = vec![entry];
        while let Some(object) = left.pop() {
            match object {
                Object::Reference(id) if self.is_new(*id) && self.known.insert(*id) => {
                    left.extend(self.after.document.get_object(*id).ok());
                }
                Object::Reference(id) if Some(id) == entry.as_reference().ok().as_ref() => {
                    left.extend(store.iter().map(|(_, value)| value));
                }
                Object::Array(values) => left.extend(values),
                Object::Dictionary(values) => left.extend(values.iter().map(|(_, value)| value)),
                _ => {}
            }
        }
        Ok(())
    }

    /// Every other object is as it was, and none is new.
    fn objects(&self) -> Change {
        let (old, new) = (&self.before.document.objects, &self.after.document.objects);
        if let Some(id) = old.keys().find(|id| !new.contains_key(id)) {
            return Err(format!("object {} was removed", id.0));
        }
        for (id, object) in new {
            match old.get(id) {
                _ if self.known.contains(id) => {}
                None => return Err(format!("object {}{} was added", id.0, kind(object))),
                Some(was) if was == object => {}
                Some(was) => self
                    .page(was, object)
                    .map_err(|what| format!("object {}{}: {what}", id.0, kind(object)))?,
            }
        }
        Ok(())
    }

    /// A page may get the fields of time stamps, behind what it has.
    fn page(&self, old: &Object, new: &Object) -> Change {
        let (Ok(old), Ok(new)) = (old.as_dict(), new.as_dict()) else { return Err("changed".to_owned()) };
        if !old.has_type(b"Page") {
            return Err(only(old, new, &[]).err().unwrap_or_default());
        }
        only(old, new, &[b"Annots"])?;
        let (had, has) = (self.before.array(old, b"Annots"), self.after.array(new, b"Annots"));
        let added = has.strip_prefix(had).ok_or("Annots")?;
        let all = added.iter().all(|one| one.as_reference().is_ok_and(|id| self.fields.contains(&id)));
        if all { Ok(()) } else { Err("Annots".to_owned()) }
    }
}

/// References to nothing.
fn dangling(pdf: &Pdf) -> BTreeSet<ObjectId> {
    let mut found = BTreeSet::new();
    let mut left: Vec<&Object> = pdf.document.objects.values().collect();
    while let Some(object) = left.pop() {
        match object {
            Object::Reference(id) if !pdf.document.objects.contains_key(id) => {
                found.insert(*id);
            }
            Object::Array(values) => left.extend(values),
            Object::Dictionary(values) => left.extend(values.iter().map(|(_, value)| value)),
            Object::Stream(stream) => left.extend(stream.dict.iter().map(|(_, value)| value)),
            _ => {}
        }
    }
    found
}

/// The keys that differ beside those that may.
fn only(old: &Dictionary, new: &Dictionary, may: &[&[u8]]) -> Change {
    let keys: BTreeSet<&[u8]> = old.iter().chain(new).map(|(key, _)| key.as_slice()).collect();
    let differ = keys.into_iter().filter(|key| !may.contains(key) && old.get(key).ok() != new.get(key).ok());
    let differ: Vec<_> = differ.map(|key| String::from_utf8_lossy(key).into_owned()).collect();
    if differ.is_empty() { Ok(()) } else { Err(differ.join(", ")) }
}

fn kind(object: &Object) -> String {
    let kind = object.as_dict().and_then(Dictionary::get_type).map(String::from_utf8_lossy);
    kind.map(|kind| format!(" ({kind})")).unwrap_or_default()
}
