//! The worksheet that goes out to a vendor (`docs/formats/vendor-form.md`): the rows of the worklist with what the vendor
//! has claimed so far. What comes back is imported like any other file, and needs no question.

use std::path::Path;

use checklist::{Object, Requirement};
use evaluation::{
    conclude,
    event::{ClaimSet, RowKey},
};
use report::xlsx::form::{ANSWERS, Form, FormLine};
use serde::Serialize;
use words::Words;

use crate::{Problem, Session, clock, documents::whole, files};

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Written {
    /// Lines of the form.
    pub lines: usize,
    /// How many of them carry an answer already.
    pub answered: usize,
}

/// Writes the form. With `by_component`, a provider's row is a line for each declared component.
///
/// # Errors
/// The scope is not declared yet (component types, roles), so that there are no rows; or the file can't be written.
pub fn write(session: &Session, words: &Words, by_component: bool, to: &Path) -> Result<Written, Problem> {
    let form = form(session, by_component);
    if form.lines.is_empty() {
        return Err(Problem::new("form-no-rows"));
    }
    let problem = |p: report::RenderProblem| {
        Problem::new(format!("report-problem-{}", p.code())).with("detail", p.detail())
    };
    let bytes = report::xlsx::form::write(&form, &words.with_prefix("report-")).map_err(problem)?;
    files::write_whole(to, &bytes)?;
    let answered = form.lines.iter().filter(|line| line.response.is_some()).count();
    Ok(Written { lines: form.lines.len(), answered })
}

fn form(session: &Session, by_component: bool) -> Form {
    let (state, checklist) = (session.state(), session.checklist());
    let components = if by_component { state.case_texts("object.components") } else { Vec::new() };
    let mut lines = Vec::new();
    for key in conclude::rows(state, checklist) {
        let Some(requirement) = checklist.requirement(&key.requirement) else { continue };
        // What the profile excludes is not asked.
        if state.excluded_by_profile(&key.requirement).is_some() {
            continue;
        }
        let is_whole = key.role.is_some() && key.component.is_none() && !components.is_empty();
        if is_whole {
            let of = |component: &String| RowKey { component: Some(component.clone()), ..key.clone() };
            lines.extend(components.iter().map(|component| line(session, requirement, &of(component))));
        } else {
            lines.push(line(session, requirement, &key));
        }
    }
    Form {
        title: ["object.name", "object.program"]
            .iter()
            .find_map(|field| Some(state.case(field)?.as_str()?.to_owned()))
            .unwrap_or_else(|| checklist.title.clone()),
        document: format!("{}:{}", checklist.document, checklist.edition),
        written_on: clock::today(),
        has_roles: checklist.object.has_roles(),
        declares_maturity: !checklist.object.has_security_levels(),
        lines,
    }
}

fn line(session: &Session, requirement: &Requirement, key: &RowKey) -> FormLine {
    let (state, checklist) = (session.state(), session.checklist());
    let claims = state.row(key).claims;
    // Where several claims compete, none of them is put into the vendor's mouth.
    let claim = match claims.as_slice() {
        [only] => Some(&only.value),
        _ => None,
    };
    let group = checklist.group(&requirement.group);
    let fixed = || {
        let level = state.declared_levels()?.get(usize::from(requirement.fr?.checked_sub(1)?)).copied()?;
        Some(format!("SL {level}"))
    };
    FormLine {
        group: group.map(|g| format!("{} {}", g.id, g.label)).unwrap_or_default(),
        id: requirement.id.clone(),
        role: key.role.clone(),
        label: requirement.label.clone(),
        declared: match checklist.object {
            Object::Component => fixed(),
            Object::ServiceProvider | Object::Process => {
                claim.and_then(|c| c.declared.as_ref()).map(|cell| whole(session, cell))
            }
        }
        .unwrap_or_default(),
        response: claim.and_then(answer),
        component: key.component.clone().unwrap_or_default(),
        evidence: claim.map(|c| evidence(session, c)).unwrap_or_default(),
        comment: claim.and_then(|c| c.comment.as_ref()).map(|cell| whole(session, cell)).unwrap_or_default(),
    }
}

fn answer(claim: &ClaimSet) -> Option<&'static str> {
    let meaning = claim.meaning.as_deref()?;
    ANSWERS.into_iter().find(|answer| *answer == meaning)
}

fn evidence(session: &Session, claim: &ClaimSet) -> String {
    let texts: Vec<String> = claim.evidence.iter().map(|cell| whole(session, cell)).collect();
    texts.join("\n")
}
