//! From the JSON of a pack to its parts. What the parts mean to each other is checked in `rules`.

use crate::{
    Activity, Checklist, ComponentType, EvidencePattern, Group, Heading, Object, PackProblem, PackWhy,
    Requirement, SCHEMA,
    fields::{Fields, Problems, id_of},
    json::{self, Json},
    rules,
};
use alloc::{format, string::String, vec, vec::Vec};
use trail::Digest;

const OBJECTS: &[&str] = &["component", "service_provider", "process"];
/// The objects that a field may belong to.
const COMPONENT: &[Object] = &[Object::Component];
const PROVIDER: &[Object] = &[Object::ServiceProvider];
const MATURITY: &[Object] = &[Object::ServiceProvider, Object::Process];
const KINDS: &[&str] = &["ccsc", "base", "enhancement"];
pub(crate) const CONFIDENCES: &[&str] = &["high", "medium", "low"];
const BASES: &[&str] = &["confirmed", "derived", "uncertain"];
const CHANGES: &[&str] = &["wording", "scope", "stronger", "relaxed", "disputed", "uncertain"];
const HEADINGS: &[&str] = &["pointer", "no_component_requirement"];
const VERBS: &[&str] = &["check", "examine"];
const TYPES: &[&str] = &["SAR", "EDR", "HDR", "NDR"];

/// A part of a pack and the place where it stands.
pub(crate) struct Placed<T> {
    pub(crate) path: String,
    pub(crate) item: T,
}

/// What could be read of one list.
pub(crate) struct Listed<T> {
    pub(crate) items: Vec<Placed<T>>,
    /// Whether that is all of it, so that counting and missing make sense.
    pub(crate) whole: bool,
}

/// The parts of a pack that could be read, before they are held against each other.
pub(crate) struct Parts {
    pub(crate) object: Option<Object>,
    pub(crate) groups: Listed<Group>,
    pub(crate) requirements: Listed<Requirement>,
    pub(crate) headings: Listed<Heading>,
    pub(crate) activities: Listed<Activity>,
    pub(crate) patterns: Listed<EvidencePattern>,
    /// Rows that are there but could not be read.
    pub(crate) unread: Unread,
}

/// Rows that are there but could not be read: whoever names one makes no mistake.
#[derive(Default)]
pub(crate) struct Unread {
    ids: Vec<String>,
    /// Whether one of them has no id to go by.
    nameless: bool,
}

impl Unread {
    /// Whether a row with this id may be among them.
    pub(crate) fn may_hold(&self, id: &str) -> bool {
        self.nameless || self.ids.iter().any(|own| own == id)
    }

    fn add(&mut self, id: Option<String>) {
        match id {
            Some(id) => self.ids.push(id),
            None => self.nameless = true,
        }
    }
}

/// The fields that stand once in a pack.
struct Head {
    id: String,
    document: String,
    edition: String,
    amendments: Vec<String>,
    title: String,
    object: Object,
    method: String,
    as_of: String,
    sources: Vec<String>,
    unproven: bool,
}

/// Reads a pack, or says everything that is wrong with it.
pub(crate) fn pack(bytes: &[u8]) -> Result<Checklist, Vec<PackProblem>> {
    let value = json::read(bytes).map_err(|problem| vec![problem])?;
    let mut problems = Problems::default();
    let read = object(value, &mut problems);
    if let Some((_, parts)) = &read {
        rules::hold(parts, &mut problems);
    }
    match read {
        Some((Some(head), parts)) if problems.0.is_empty() => Ok(assemble(head, parts, Digest::of(bytes))),
        _ => Err(problems.0),
    }
}

fn assemble(head: Head, parts: Parts, digest: Digest) -> Checklist {
    fn items<T>(listed: Listed<T>) -> Vec<T> {
        listed.items.into_iter().map(|one| one.item).collect()
    }
    Checklist {
        id: head.id,
        document: head.document,
        edition: head.edition,
        amendments: head.amendments,
        title: head.title,
        object: head.object,
        method: head.method,
        as_of: head.as_of,
        sources: head.sources,
        unproven: head.unproven,
        digest,
        groups: items(parts.groups),
        requirements: items(parts.requirements),
        headings: items(parts.headings),
        activities: items(parts.activities),
        evidence_patterns: items(parts.patterns),
    }
}

/// Reads the outermost object. A wrong schema ends the reading: every further problem would only
/// say that another format is another format.
fn object(value: Json, problems: &mut Problems) -> Option<(Option<Head>, Parts)> {
    let mut fields = Fields::of(value, String::new(), problems)?;
    if !schema(&mut fields, SCHEMA) {
        return None;
    }
    let object: Option<Object> = fields.word("object", OBJECTS);
    for (name, owners, needed) in [
        ("headings", COMPONENT, false),
        ("activities", COMPONENT, true),
        ("evidence_patterns", MATURITY, true),
    ] {
        belongs(&mut fields, object, owners, name, needed);
    }
    let head = head(&mut fields, object);
    let (requirements, unread) = rows(&mut fields, object);
    let groups = items(&mut fields, "groups", |f| group(f, object));
    let headings = optional_items(&mut fields, "headings", heading);
    let activities = optional_items(&mut fields, "activities", activity);
    let patterns = optional_items(&mut fields, "evidence_patterns", pattern);
    fields.finish();
    let parts = Parts { object, groups, requirements, headings, activities, patterns, unread };
    Some((head, parts))
}

/// Whether the `schema` field holds the expected word.
pub(crate) fn schema(fields: &mut Fields<'_>, expected: &'static str) -> bool {
    match fields.text("schema") {
        Some(found) if found == expected => true,
        Some(found) => {
            fields.problem("schema", PackWhy::WrongSchema { found, expected });
            false
        }
        None => false,
    }
}

fn head(fields: &mut Fields<'_>, object: Option<Object>) -> Option<Head> {
    let id = fields.text("id");
    let document = fields.text("document");
    let edition = fields.text("edition");
    let amendments = fields.texts("amendments");
    let title = fields.text("title");
    let method = fields.text("method");
    let as_of = fields.date("as_of");
    let sources = fields.some_texts("sources");
    let unproven = fields.optional_yes("unproven").unwrap_or(false);
    Some(Head {
        id: id?,
        document: document?,
        edition: edition?,
        amendments: amendments?,
        title: title?,
        object: object?,
        method: method?,
        as_of: as_of?,
        sources: sources?,
        unproven,
    })
}

/// The items of the list `name`, which must be there and hold some.
fn some_items(fields: &mut Fields<'_>, name: &'static str) -> Option<Vec<Json>> {
    let list = fields.list(name)?;
    if list.is_empty() {
        fields.problem(name, PackWhy::Empty);
        return None;
    }
    Some(list)
}

/// Reads every item of the list `name`, which must hold some.
pub(crate) fn items<T>(
    fields: &mut Fields<'_>,
    name: &'static str,
    read: impl Fn(&mut Fields<'_>) -> Option<T>,
) -> Listed<T> {
    let mut items = Vec::new();
    let Some(list) = some_items(fields, name) else {
        return Listed { items, whole: false };
    };
    let count = list.len();
    for (n, value) in list.into_iter().enumerate() {
        let path = fields.place(&format!("{name}[{n}]"));
        let Some(mut inner) = Fields::of(value, path.clone(), fields.problems()) else {
            continue;
        };
        if let Some(item) = read(&mut inner).filter(|_| inner.sound()) {
            items.push(Placed { path, item });
        }
        inner.finish();
    }
    Listed { whole: items.len() == count, items }
}

/// Like [`items`] for a list that is left out when there are none.
pub(crate) fn optional_items<T>(
    fields: &mut Fields<'_>,
    name: &'static str,
    read: impl Fn(&mut Fields<'_>) -> Option<T>,
) -> Listed<T> {
    match fields.has(name) {
        true => items(fields, name, read),
        false => Listed { items: Vec::new(), whole: true },
    }
}

/// Reads the rows, each with the digest of its own content, and keeps the ids of those that could
/// not be read.
fn rows(fields: &mut Fields<'_>, object: Option<Object>) -> (Listed<Requirement>, Unread) {
    let mut items = Vec::new();
    let mut unread = Unread::default();
    let Some(list) = some_items(fields, "requirements") else {
        unread.add(None);
        return (Listed { items, whole: false }, unread);
    };
    let count = list.len();
    for (n, value) in list.into_iter().enumerate() {
        let path = format!("requirements[{n}]");
        let digest = json::canonical(&value).map(|bytes| Digest::of(&bytes));
        let id = match &value {
            Json::Object(all) => id_of(all),
            _ => None,
        };
        let row = Fields::of(value, path.clone(), fields.problems()).and_then(|mut inner| {
            let row = requirement(&mut inner, object, digest).filter(|_| inner.sound());
            inner.finish();
            row
        });
        match row {
            Some(item) => items.push(Placed { path, item }),
            None => unread.add(id),
        }
    }
    (Listed { whole: items.len() == count, items }, unread)
}

/// Refuses a field of the other kind of checklist, and the lack of one of this kind.
fn belongs(
    fields: &mut Fields<'_>,
    object: Option<Object>,
    owners: &[Object],
    name: &'static str,
    needed: bool,
) {
    let there = fields.has(name);
    match object {
        Some(object) if !owners.contains(&object) && there => {
            fields.note(name, PackWhy::NotForObject { field: name });
        }
        Some(object) if owners.contains(&object) && needed && !there => {
            fields.note(name, PackWhy::MissingField { field: name });
        }
        _ => {}
    }
}

fn requirement(
    fields: &mut Fields<'_>,
    object: Option<Object>,
    digest: Option<Digest>,
) -> Option<Requirement> {
    for (name, owners, needed) in [
        ("fr", COMPONENT, false),
        ("applies_to", COMPONENT, true),
        ("selected_from", COMPONENT, true),
        ("needs", COMPONENT, false),
        ("brings", COMPONENT, false),
        ("area", PROVIDER, false),
        ("evidence_kind", MATURITY, true),
        ("documentation_delivered", PROVIDER, true),
        ("documentation_basis", PROVIDER, true),
        ("owner_parameter", PROVIDER, true),
        ("in_edition_1", PROVIDER, false),
        ("edition_2_change", PROVIDER, false),
    ] {
        belongs(fields, object, owners, name, needed);
    }
    let id = fields.text("id");
    let parent = fields.optional_text("parent");
    let kind = fields.word("kind", KINDS);
    let group = fields.text("group");
    let family = fields.text("family");
    let fr = fields.optional_number("fr", 1, 7);
    let area = fields.optional_text("area");
    let label = fields.text("label");
    let applies_to = fields.optional_words::<ComponentType>("applies_to", TYPES);
    let selected_from = fields.optional_number("selected_from", 1, 4);
    let clause = fields.optional_text("clause");
    let evidence_kind = fields.optional_text("evidence_kind");
    let documentation_delivered = fields.optional_yes("documentation_delivered");
    let documentation_basis = fields.optional_word("documentation_basis", BASES);
    let condition = fields.optional_text("condition");
    let needs = fields.optional_text("needs");
    let brings = fields.optional_texts("brings");
    let owner_parameter = fields.optional_yes("owner_parameter");
    let in_edition_1 = fields.optional_yes("in_edition_1");
    let edition_2_change = fields.optional_word("edition_2_change", CHANGES);
    let sub_points = fields.optional_texts("sub_points");
    let notes = fields.optional_texts("notes");
    let confidence = fields.word("confidence", CONFIDENCES);
    Some(Requirement {
        id: id?,
        parent,
        kind: kind?,
        group: group?,
        family: family?,
        fr,
        area,
        label: label?,
        applies_to: applies_to?,
        selected_from,
        clause,
        evidence_kind,
        documentation_delivered,
        documentation_basis,
        condition,
        needs,
        brings: brings?,
        owner_parameter: owner_parameter.unwrap_or(false),
        in_edition_1,
        edition_2_change,
        sub_points: sub_points?,
        notes: notes?,
        confidence: confidence?,
        digest: digest?,
    })
}

fn group(fields: &mut Fields<'_>, object: Option<Object>) -> Option<Group> {
    belongs(fields, object, COMPONENT, "number", false);
    let id = fields.text("id");
    let number = fields.optional_number("number", 1, 7);
    let label = fields.text("label");
    let abbreviation = fields.text("abbreviation");
    let total = fields.number("total", 1, 10_000);
    Some(Group { id: id?, number, label: label?, abbreviation: abbreviation?, total: total? })
}

fn heading(fields: &mut Fields<'_>) -> Option<Heading> {
    let id = fields.text("id");
    let group = fields.text("group");
    let fr = fields.number("fr", 1, 7);
    let label = fields.text("label");
    let kind = fields.word("kind", HEADINGS);
    let see = fields.optional_words("see", TYPES);
    Some(Heading { id: id?, group: group?, fr: fr?, label: label?, kind: kind?, see: see? })
}

fn activity(fields: &mut Fields<'_>) -> Option<Activity> {
    let id = fields.text("id");
    let step = fields.number("step", 1, 2);
    let group = fields.text("group");
    let clause = fields.text("clause");
    let verb = fields.word("verb", VERBS);
    let label = fields.text("label");
    let pass_needs = fields.some_texts("pass_needs");
    let typical_evidence = fields.some_texts("typical_evidence");
    let reference = fields.optional_text("reference");
    let place = fields.optional_text("place");
    let confidence = fields.word("confidence", CONFIDENCES);
    Some(Activity {
        id: id?,
        step: step?,
        group: group?,
        clause: clause?,
        verb: verb?,
        label: label?,
        pass_needs: pass_needs?,
        typical_evidence: typical_evidence?,
        reference,
        place,
        confidence: confidence?,
    })
}

fn pattern(fields: &mut Fields<'_>) -> Option<EvidencePattern> {
    let kind = fields.text("kind");
    let ml = fields.number("ml", 1, 4);
    let statement_to_show = fields.text("statement_to_show");
    let typical_evidence = fields.some_texts("typical_evidence");
    let evaluator_activities = fields.some_texts("evaluator_activities");
    let not_enough = fields.optional_texts("not_enough");
    Some(EvidencePattern {
        kind: kind?,
        ml: ml?,
        statement_to_show: statement_to_show?,
        typical_evidence: typical_evidence?,
        evaluator_activities: evaluator_activities?,
        not_enough: not_enough?,
    })
}
