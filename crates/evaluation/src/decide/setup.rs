//! Opening the evaluation and stating the facts of the case.

use alloc::{
    string::{String, ToString},
    vec,
    vec::Vec,
};

use super::{Context, NewEvent, Refusal, event, filled, stated};
use crate::{
    case::{self, Shape},
    event::{CaseSet, EvaluationOpen, Role, kind},
};

impl Context<'_> {
    pub(super) fn open(&self, open: &EvaluationOpen) -> Result<Vec<NewEvent>, Refusal> {
        filled(&open.title, "title-empty", &"title")?;
        if self.state.is_opened() {
            return Err(Refusal::new("already-open", &open.title));
        }
        Ok(vec![event(kind::EVALUATION_OPEN, open)?])
    }

    pub(super) fn set_case(
        &self,
        name: &str,
        value: serde_json::Value,
        reason: Option<String>,
    ) -> Result<Vec<NewEvent>, Refusal> {
        let field = case::field(name).ok_or_else(|| Refusal::new("unknown-field", name))?;
        if !field.applies(self.checklist.object) {
            return Err(Refusal::new("field-of-other-object", name));
        }
        let decider =
            field.name.starts_with("certificate.") && self.state.has_role(self.author, Role::DecisionMaker);
        if !decider {
            self.needs_evaluator(&name)?;
        }
        case::check(field.shape, &value).map_err(|expected| {
            let codes = if let Shape::OneOf(codes) = field.shape {
                alloc::format!(": {}", codes.join(", "))
            } else {
                String::new()
            };
            Refusal::new("field-shape", name).with("expected", expected).with("codes", codes)
        })?;
        self.check_claim(name, &value)?;
        let supersedes = self.supersedes("case", name);
        let is_claim = name.starts_with("claim.") || name == "object.types" || name == "object.roles";
        let reason = reason.filter(|r| stated(Some(r)));
        if is_claim && !supersedes.is_empty() && !self.state.evaluators().is_empty() && reason.is_none() {
            return Err(Refusal::new("claim-change-needs-reason", name));
        }
        Ok(vec![event(kind::CASE_SET, &CaseSet { field: name.to_string(), value, reason, supersedes })?])
    }

    /// A claim is a vector or a list, never both; a list names requirements that exist.
    pub(super) fn check_claim(&self, name: &str, value: &serde_json::Value) -> Result<(), Refusal> {
        let other = match name {
            "claim.levels" => "claim.requirements",
            "claim.requirements" => "claim.levels",
            _ => return Ok(()),
        };
        if self.state.case(other).is_some() {
            return Err(Refusal::new("two-claims", name).with("other", other));
        }
        if name == "claim.requirements" {
            for id in value.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str) {
                self.requirement(id)?;
            }
        }
        Ok(())
    }
}
