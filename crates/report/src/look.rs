//! How an organisation's reports look: its logo, letterhead, colour and footer line, and its own templates.
//!
//! A look changes no word of a report. Profile and templates are described in `docs/formats/report-profile.md`; they
//! come in as bytes, are checked here, and are named in the data set by their digests, so that whoever draws the
//! report again knows with what.

mod logo;
pub(crate) mod mandatory;
mod profile;
mod templates;

pub use logo::Logo;
pub use profile::Profile;
pub use templates::Templates;

use crate::RenderProblem;
use crate::contents::{Contents, Layout};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::fmt;

/// Profile and templates of the issuing organisation; without either, the program's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// Logo, letterhead, colour, footer line.
    pub profile: Option<Profile>,
    /// Templates that stand in for the program's.
    pub templates: Option<Templates>,
}

/// One thing that keeps a profile or a template from being used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookProblem {
    /// The stable code; the text is `report-look-<code>`.
    pub code: String,
    /// File and line or member, for example `sections.typ:12` or `logo.alt`.
    pub place: String,
    /// What was found there.
    pub detail: String,
}

impl LookProblem {
    pub(crate) fn new(code: &str, place: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { code: code.to_owned(), place: place.into(), detail: detail.into() }
    }
}

impl fmt::Display for LookProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "report-look-{}: {}", self.code, self.place)?;
        if self.detail.is_empty() { Ok(()) } else { write!(f, ": {}", self.detail) }
    }
}

impl Look {
    /// What `contents.integrity.layout` must say for a report that is drawn in this look; `None` for the program's own.
    #[must_use]
    pub fn layout(&self) -> Option<Layout> {
        let layout = Layout {
            profile_sha256: self.profile.as_ref().map(|p| p.digest().to_string()),
            templates_sha256: self.templates.as_ref().map(|t| t.digest().to_string()),
        };
        (layout != Layout::default()).then_some(layout)
    }

    /// Whether the data set names this look, and whether the profile is its issuer's.
    pub(crate) fn fits(&self, contents: &Contents) -> Result<(), RenderProblem> {
        let mut problems = Vec::new();
        if contents.integrity.layout != self.layout() {
            problems.push(LookProblem::new("other", "integrity.layout", ""));
        }
        if let Some(profile) = &self.profile
            && profile.issuer != contents.issuer.name
        {
            problems.push(LookProblem::new("issuer", "issuer", profile.issuer.as_str()));
        }
        if let Some(profile) = &self.profile {
            problems.extend(profile.reserved(contents));
        }
        if problems.is_empty() { Ok(()) } else { Err(RenderProblem::Look(problems)) }
    }

    /// File name and bytes of the logo, as the template reads it.
    pub(crate) fn logo(&self) -> Option<(&'static str, &[u8])> {
        let logo = self.profile.as_ref()?.logo.as_ref()?;
        Some((logo.file_name(), logo.bytes()))
    }

    /// What the template reads.
    pub(crate) fn shown(&self) -> Value {
        let profile = self.profile.as_ref();
        let logo = profile.and_then(|p| p.logo.as_ref());
        json!({
            "logo": logo.map(|l| json!({"file": l.file_name(), "alt": l.alt, "width_mm": l.width_mm})),
            "letterhead": profile.map(|p| p.letterhead.clone()).unwrap_or_default(),
            "accent": profile.and_then(|p| p.accent.clone()),
            "footer": profile.and_then(|p| p.footer.clone()),
        })
    }
}
