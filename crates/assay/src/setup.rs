//! Before the evaluation: identity, dossier, case, people.

use dossier::Locked;
use evaluation::{
    case::{FIELDS, ReportKind, Shape},
    decide::Request,
};
use serde_json::{Value, json};
use workbench::{Problem, Session, packs, protection};

use crate::{
    Desk,
    args::{CaseJob, CaseLoad, CaseSet, IdentityJob, New},
    protect,
    screen::{Answer, short, table},
    signing, team,
};

pub(crate) fn identity(desk: &Desk<'_>, job: &IdentityJob) -> Result<Answer, Problem> {
    let home = desk.home()?;
    let (card, id) = match job {
        IdentityJob::Rotate(rotate) => return team::rotate(desk, rotate),
        IdentityJob::DocumentKey(key) => return signing::document_key(desk, key),
        IdentityJob::Trust(trust) => return signing::trust(desk, trust),
        IdentityJob::Show => (home.card()?, "cli-said-identity"),
        IdentityJob::New(new) => {
            let passphrase =
                if new.no_passphrase { None } else { Some(desk.passphrase("cli-ask-new-passphrase")?) };
            let passphrase = passphrase.as_ref().map(|p| p.as_str());
            (home.create(&new.name, &new.organisation, &new.function, passphrase)?, "cli-said-identity-new")
        }
    };
    let folder = home.folder().display().to_string();
    let lines = vec![
        desk.text(
            id,
            &[("name", &card.name), ("organisation", &card.organisation), ("function", &card.function)],
        ),
        desk.text("cli-said-key", &[("key", &card.key)]),
        desk.text("team-fingerprint", &[("fingerprint", &team::fingerprint(&card.key))]),
        desk.text("cli-said-folder", &[("folder", &folder)]),
    ];
    Ok(Answer::new(json!({ "identity": card, "folder": folder }), lines))
}

pub(crate) fn new(desk: &Desk<'_>, new: &New) -> Result<Answer, Problem> {
    let pack = packs::find(&new.checklist)?;
    let (key, recipients) = protect::for_new(desk, new)?;
    let file = Locked::with(&new.file, key.as_ref());
    let session = Session::create(file, &pack, &new.title, desk.signer()?)?;
    if let Some(key) = &key {
        protection::seal_new(&new.file, key, &recipients)?;
    }
    let path = session.path().display().to_string();
    let checklist = session.checklist();
    let rows = checklist.requirements.len().to_string();
    let mut lines = vec![
        desk.text("cli-said-new", &[("path", &path), ("title", &new.title)]),
        desk.text(
            "cli-said-checklist",
            &[
                ("document", &checklist.document),
                ("edition", &checklist.edition),
                ("method", &checklist.method),
                ("rows", &rows),
                ("sha256", &checklist.digest.to_string()),
            ],
        ),
    ];
    let data = json!({
        "dossier": session.dossier().id().to_string(), "path": path, "checklist": checklist.id,
        "checklist_sha256": checklist.digest.to_string(), "encrypted": key.is_some(),
    });
    if key.is_some() {
        lines.extend(protect::said_of(desk, &new.file, key.as_ref())?);
    }
    session.close()?;
    Ok(Answer::new(data, lines))
}

pub(crate) fn case(desk: &Desk<'_>, job: &CaseJob) -> Result<Answer, Problem> {
    match job {
        CaseJob::Fields => fields(desk),
        CaseJob::Show => show_case(desk),
        CaseJob::Set(set) => set_case(desk, set),
        CaseJob::Load(load) => load_case(desk, load),
    }
}

fn shape_words(desk: &Desk<'_>, shape: Shape) -> String {
    match shape {
        Shape::OneOf(codes) => codes.join("|"),
        Shape::Text => desk.text("cli-shape-text", &[]),
        Shape::Texts => desk.text("cli-shape-texts", &[]),
        Shape::TextsOrNone => desk.text("cli-shape-texts-or-none", &[]),
        Shape::Exclusions => desk.text("cli-shape-exclusions", &[]),
        Shape::ComponentTypes => "SAR|EDR|HDR|NDR …".to_owned(),
        Shape::ProviderRoles => "integration|maintenance …".to_owned(),
        Shape::Levels => desk.text("cli-shape-levels", &[]),
        Shape::MaturityLevel => "1|2|3|4".to_owned(),
        Shape::Date => "YYYY-MM-DD".to_owned(),
        Shape::Number => "1…3650".to_owned(),
    }
}

fn fields(desk: &Desk<'_>) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let object = session.checklist().object;
    let mut rows = Vec::new();
    let mut data = Vec::new();
    for field in FIELDS.iter().filter(|f| f.applies(object)) {
        let needed: Vec<&str> = ReportKind::ALL
            .into_iter()
            .filter(|k| field.is_needed(*k, object))
            .map(ReportKind::code)
            .collect();
        let value = session.state().case(field.name);
        let set = if value.is_some() { "cli-set" } else { "cli-not-set" };
        rows.push(vec![
            field.name.to_owned(),
            shape_words(desk, field.shape),
            desk.text(set, &[]),
            needed.join(", "),
        ]);
        data.push(json!({ "field": field.name, "needed_for": needed, "value": value }));
    }
    Ok(Answer::new(data, table(&rows)))
}

fn show_case(desk: &Desk<'_>) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let mut lines = Vec::new();
    let mut data = serde_json::Map::new();
    let prefixes =
        std::iter::once(String::new()).chain(ReportKind::ALL.into_iter().map(|k| format!("{}/", k.code())));
    for prefix in prefixes {
        for field in FIELDS.iter().filter(|f| f.applies(session.checklist().object)) {
            let name = format!("{prefix}{}", field.name);
            if let Some(value) = session.state().case(&name) {
                lines.push(format!("{name} = {}", short(&plain(&value), 160)));
                data.insert(name, value);
            }
        }
    }
    if lines.is_empty() {
        lines.push(desk.text("cli-said-case-empty", &[]));
    }
    Ok(Answer::new(data, lines))
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

/// The words of the command line in the shape of the field: several words are a list where the field is one.
fn value_of(name: &str, words: &[String]) -> Value {
    let shape = evaluation::case::field(name).map(|f| f.shape);
    let numbers =
        || words.iter().map(|w| w.parse::<u64>().map_or_else(|_| json!(w), |n| json!(n))).collect::<Vec<_>>();
    match shape {
        Some(Shape::Texts | Shape::ComponentTypes | Shape::ProviderRoles) => json!(words),
        Some(Shape::TextsOrNone | Shape::Exclusions) if words == ["none"] => json!([]),
        Some(Shape::TextsOrNone) => json!(words),
        Some(Shape::Exclusions) => {
            let split = |w: &String| {
                let (what, reason) = w.split_once(": ").unwrap_or((w, ""));
                json!({ "what": what, "reason": reason })
            };
            words.iter().map(split).collect()
        }
        Some(Shape::Levels) => Value::Array(numbers()),
        Some(Shape::MaturityLevel | Shape::Number) => numbers().into_iter().next().unwrap_or_default(),
        _ => json!(words.join(" ")),
    }
}

fn set_case(desk: &Desk<'_>, set: &CaseSet) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let value = value_of(&set.field, &set.value);
    let recording =
        session.perform(Request::SetCase { field: set.field.clone(), value, reason: set.reason.clone() })?;
    let entry = recording.entry.to_string();
    let lines = vec![desk.text("cli-said-saved", &[("what", &set.field), ("entry", &entry)])];
    session.close()?;
    Ok(Answer::new(recording, lines))
}

/// A JSON object of fields, or one `{"field", "value", "reason"}`.
fn load_case(desk: &Desk<'_>, load: &CaseLoad) -> Result<Answer, Problem> {
    let bytes = desk.read(&load.file)?;
    let unreadable = |why: &dyn std::fmt::Display| {
        Problem::new("case-file-unreadable").with("path", load.file.display()).with("why", why)
    };
    let value: Value = serde_json::from_slice(&bytes).map_err(|e| unreadable(&e))?;
    let object = value.as_object().ok_or_else(|| unreadable(&"not an object"))?;
    let one = object.get("field").and_then(Value::as_str);
    let fields: Vec<(String, Value, Option<String>)> = match one {
        Some(field) => {
            let reason = object.get("reason").and_then(Value::as_str).map(str::to_owned);
            vec![(field.to_owned(), object.get("value").cloned().unwrap_or_default(), reason)]
        }
        None => object.iter().map(|(k, v)| (k.clone(), v.clone(), None)).collect(),
    };
    let mut session = desk.open()?;
    let mut entry = 0;
    let mut refused = Vec::new();
    for (field, value, reason) in &fields {
        let request = Request::SetCase { field: field.clone(), value: value.clone(), reason: reason.clone() };
        match session.perform(request) {
            Ok(recording) => entry = recording.entry,
            Err(problem) => refused.push(problem),
        }
    }
    session.close()?;
    let saved = (fields.len() - refused.len()).to_string();
    if let Some(problem) = Problem::all(refused) {
        return Err(problem);
    }
    let lines = vec![desk.text("cli-said-case-loaded", &[("count", &saved), ("entry", &entry.to_string())])];
    Ok(Answer::new(json!({ "saved": fields.len(), "entry": entry }), lines))
}
