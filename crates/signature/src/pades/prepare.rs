//! The empty signature fields of a report: made once, before anybody signs, so that a signature only fills a field.

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::PdfProblem;
use super::document::Pdf;
use super::write::{Update, text_string};

/// A signature field to be made.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name, in ASCII and without a full stop, such as `evaluator`.
    pub name: String,
    /// What it is for, in the report's language: read aloud in place of the field.
    pub label: String,
    /// Page, counted from 1.
    pub page: usize,
    /// Left edge in points from the left edge of the page.
    pub x: f64,
    /// Upper edge in points from the upper edge of the page.
    pub y: f64,
    /// Width in points.
    pub width: f64,
    /// Height in points.
    pub height: f64,
}

/// The widget's flag Print and Locked (ISO 32000-2, table 167): PDF/A wants the first.
const FLAGS: i64 = 132;

/// The file with an unsigned update that makes these fields: as visible boxes, in the form, and in the structure of a
/// tagged file. The same file and fields give the same bytes.
///
/// # Errors
/// The file cannot be read, has a form already, or a field is not on one of its pages.
pub fn prepare(pdf: &[u8], fields: &[Field]) -> Result<Vec<u8>, PdfProblem> {
    let read = Pdf::read(pdf)?;
    let mut catalog = read.catalog()?.clone();
    if catalog.has(b"AcroForm") {
        return Err(PdfProblem::Prepared);
    }
    let mut update = Update::over(&read);
    let pages = read.document.get_pages();
    let mut widgets: Vec<(ObjectId, ObjectId)> = Vec::new();
    let mut tree = Tree::of(&read, &catalog)?;
    for field in fields {
        let place = || PdfProblem::Place(field.name.clone());
        let number = u32::try_from(field.page).map_err(|_| place())?;
        let page = *pages.get(&number).ok_or_else(place)?;
        let regular = !field.name.is_empty()
            && field.name.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b));
        let rect = rect(&read, page, field).filter(|_| regular).ok_or_else(place)?;
        let id = update.reserve();
        let parent = tree.as_mut().map(|tree| tree.adopt(&mut update, id, page, &field.label));
        let appearance = empty(&mut update, field);
        update.set(id, &widget(appearance, field, page, rect, parent));
        widgets.push((page, id));
    }
    for page in pages.values().filter(|page| widgets.iter().any(|(on, _)| on == *page)) {
        let mut changed = read.dictionary(*page)?.clone();
        let mut all = read.array(&changed, b"Annots").to_vec();
        all.extend(widgets.iter().filter(|(on, _)| on == page).map(|(_, id)| Object::Reference(*id)));
        changed.set("Annots", all);
        changed.set("Tabs", "S");
        update.set(*page, &changed.into());
    }
    if let Some(tree) = tree {
        tree.finish(&mut update);
    }
    let all: Vec<Object> = widgets.iter().map(|(_, id)| Object::Reference(*id)).collect();
    catalog.set("AcroForm", dictionary! { "Fields" => all, "SigFlags" => 3 });
    update.set(read.root()?, &catalog.into());
    update.append(pdf, &read).map(|(bytes, _)| bytes)
}

/// The place on the page, in the page's own coordinates from its lower left corner.
fn rect(read: &Pdf, page: ObjectId, field: &Field) -> Option<[f32; 4]> {
    let numbers: Vec<f32> = read
        .array(read.dictionary(page).ok()?, b"MediaBox")
        .iter()
        .filter_map(|number| number.as_float().ok())
        .collect();
    let [left, bottom, right, top] = numbers.as_slice() else { return None };
    #[expect(clippy::cast_possible_truncation, reason = "a page is some hundred points wide")]
    let [x, y, width, height] = [field.x, field.y, field.width, field.height].map(|value| value as f32);
    let rect = [left + x, top - y - height, left + x + width, top - y];
    let inside = rect[0] >= *left && rect[1] >= *bottom && rect[2] <= *right && rect[3] <= *top;
    (inside && width > 0.0 && height > 0.0).then_some(rect)
}

/// An appearance that shows nothing, of the field's size: PDF/A wants every widget to have one.
fn empty(update: &mut Update, field: &Field) -> ObjectId {
    #[expect(clippy::cast_possible_truncation, reason = "a page is some hundred points wide")]
    let bounds: Vec<Object> = [0.0, 0.0, field.width as f32, field.height as f32].map(Object::Real).to_vec();
    let empty = dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => bounds };
    update.add(&Object::Stream(Stream::new(empty, Vec::new())))
}

fn widget(
    appearance: ObjectId,
    field: &Field,
    page: ObjectId,
    rect: [f32; 4],
    parent: Option<i64>,
) -> Object {
    let mut widget = dictionary! {
        "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig",
        "T" => text_string(&field.name), "TU" => text_string(&field.label),
        "F" => FLAGS, "P" => page,
        "Rect" => rect.map(Object::Real).to_vec(),
        "AP" => dictionary! { "N" => appearance },
    };
    if let Some(parent) = parent {
        widget.set("StructParent", parent);
    }
    widget.into()
}

/// The structure tree of a tagged file (14.7), with what is added to it.
struct Tree {
    root_id: ObjectId,
    root: Dictionary,
    top_id: ObjectId,
    top: Dictionary,
    /// Behind the keys of the parent tree that are there, key and element by turns.
    numbers: Vec<Object>,
    children: Vec<Object>,
    next: i64,
}

impl Tree {
    /// None in a file that is not tagged.
    fn of(read: &Pdf, catalog: &Dictionary) -> Result<Option<Self>, PdfProblem> {
        let Ok(entry) = catalog.get(b"StructTreeRoot") else { return Ok(None) };
        let broken = || PdfProblem::Unreadable("StructTreeRoot".to_owned());
        let root_id = entry.as_reference().map_err(|_| broken())?;
        let root = read.dictionary(root_id)?.clone();
        let first = match root.get(b"K") {
            Ok(Object::Array(all)) => all.first().and_then(|one| one.as_reference().ok()),
            Ok(one) => one.as_reference().ok(),
            Err(_) => None,
        };
        let top_id = first.ok_or_else(broken)?;
        let top = read.dictionary(top_id)?.clone();
        let children = match top.get(b"K").map_err(|_| broken())? {
            Object::Array(all) => all.clone(),
            one => vec![one.clone()],
        };
        // A parent tree with branches is not what reports are written with, and not extended here.
        let parents = read.inner(&root, b"ParentTree").ok_or_else(broken)?;
        let numbers = parents.get(b"Nums").and_then(Object::as_array).map_err(|_| broken())?.clone();
        let keys = numbers.iter().step_by(2).filter_map(|key| key.as_i64().ok());
        let next = keys.max().unwrap_or(-1).saturating_add(1);
        let next = root.get(b"ParentTreeNextKey").and_then(Object::as_i64).unwrap_or(0).max(next);
        Ok(Some(Self { root_id, root, top_id, top, numbers, children, next }))
    }

    /// A form element around a widget; returns the key of the widget's parent.
    fn adopt(&mut self, update: &mut Update, widget: ObjectId, page: ObjectId, label: &str) -> i64 {
        let key = self.next;
        self.next = self.next.saturating_add(1);
        let object = dictionary! { "Type" => "OBJR", "Obj" => widget, "Pg" => page };
        let element = dictionary! {
            "Type" => "StructElem", "S" => "Form", "P" => self.top_id, "Pg" => page,
            "Alt" => text_string(label), "K" => object,
        };
        let element = update.add(&element.into());
        self.children.push(Object::Reference(element));
        self.numbers.extend([Object::Integer(key), Object::Reference(element)]);
        key
    }

    fn finish(mut self, update: &mut Update) {
        self.root.set("ParentTree", dictionary! { "Nums" => self.numbers });
        self.root.set("ParentTreeNextKey", self.next);
        self.top.set("K", self.children);
        update.set(self.root_id, &self.root.into());
        update.set(self.top_id, &self.top.into());
    }
}
