//! The profile: one small JSON file and a logo beside it.

use super::{Logo, LookProblem};
use crate::contents::{Contents, Kind};
use crate::pdf::contrast_to;
use serde::{Deserialize, Serialize};
use trail::Digest;

/// The schema name of a profile.
const SCHEMA: &str = "assay-report-profile/1";
/// The most bytes a profile's JSON may have.
const MOST_BYTES: usize = 16 * 1024;
/// The most lines of a letterhead, and letters in a line or in the footer.
const MOST_LINES: usize = 5;
const MOST_LETTERS: usize = 90;
/// The least contrast of text (WCAG 2.2, 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;
/// The fill behind the heads of tables in the template.
const PALE: [u8; 3] = [0xee, 0xf2, 0xf6];

/// What an organisation's reports have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Whose profile it is: the issuer's name, letter by letter as in the case.
    pub issuer: String,
    /// Lines beside the logo, such as the address of the branch.
    pub letterhead: Vec<String>,
    /// Colour of headings, rules and bars, `#rrggbb`.
    pub accent: Option<String>,
    /// A line at the foot of every page.
    pub footer: Option<String>,
    /// The logo.
    pub logo: Option<Logo>,
    /// SHA-256 of the profile's file.
    pub sha256: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    schema: String,
    issuer: String,
    #[serde(default)]
    letterhead: Vec<String>,
    #[serde(default)]
    accent: Option<String>,
    #[serde(default)]
    footer: Option<String>,
    #[serde(default)]
    logo: Option<WrittenLogo>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenLogo {
    file: String,
    alt: String,
    #[serde(default)]
    width_mm: Option<u32>,
}

impl Profile {
    /// Reads a profile; `file` gives the bytes of the logo that the profile names, from beside it.
    ///
    /// # Errors
    /// Everything that keeps it from being used, each with its member.
    pub fn read(
        bytes: &[u8],
        file: impl FnOnce(&str) -> Result<Vec<u8>, String>,
    ) -> Result<Self, Vec<LookProblem>> {
        if bytes.len() > MOST_BYTES {
            return Err(vec![LookProblem::new("size", "profile", bytes.len().to_string())]);
        }
        let written: Written = serde_json::from_slice(bytes).map_err(|e| {
            vec![LookProblem::new("json", format!("{}:{}", e.line(), e.column()), e.to_string())]
        })?;
        let mut problems = Vec::new();
        if written.schema != SCHEMA {
            problems.push(LookProblem::new("schema", "schema", written.schema.as_str()));
        }
        let lines = written.letterhead.iter().chain(&written.footer);
        for line in lines.chain([&written.issuer]) {
            if line.trim().is_empty()
                || line.chars().count() > MOST_LETTERS
                || line.chars().any(char::is_control)
            {
                problems.push(LookProblem::new("line", "letterhead, footer, issuer", line.as_str()));
            }
        }
        if written.letterhead.len() > MOST_LINES {
            problems.push(LookProblem::new("lines", "letterhead", written.letterhead.len().to_string()));
        }
        if let Some(accent) = &written.accent {
            problems.extend(colour_problem(accent));
        }
        let logo = written.logo.and_then(|logo| match read_logo(logo, file) {
            Ok(logo) => Some(logo),
            Err(problem) => {
                problems.push(problem);
                None
            }
        });
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self {
            issuer: written.issuer,
            letterhead: written.letterhead,
            accent: written.accent,
            footer: written.footer,
            logo,
            sha256: Digest::of(bytes).to_string(),
        })
    }

    /// SHA-256 over `<SHA-256 of the profile's file>:<SHA-256 of the logo's file>` in hexadecimal, the latter empty
    /// without a logo.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let logo = self.logo.as_ref().map(|l| Digest::of(l.bytes()).to_string()).unwrap_or_default();
        Digest::of(format!("{}:{logo}", self.sha256).as_bytes())
    }

    /// Reserved words in what the profile puts on every page (`docs/wording.md`).
    pub(super) fn reserved(&self, contents: &Contents) -> Vec<LookProblem> {
        let body = contents.report.kind == Kind::CertificationBody;
        // An organisation may be called "certification body" in its own name; nothing else may hold these words.
        let own = self.issuer.to_lowercase();
        let texts = self.letterhead.iter().chain(&self.footer).chain(self.logo.as_ref().map(|l| &l.alt));
        let mut problems = Vec::new();
        for text in texts {
            let said = text.to_lowercase().replace(&own, "");
            let accredited = contents.issuer.accreditation.is_some();
            let reserved = RESERVED.iter().filter(|(_, of_body)| !(body && *of_body)).map(|(word, _)| *word);
            let without = ["accredit", "akkredit"].into_iter().filter(|_| !accredited);
            if let Some(word) = reserved.chain(without).find(|word| said.contains(word)) {
                problems.push(LookProblem::new("reserved-word", text.as_str(), word));
            }
        }
        problems
    }
}

/// Words that a profile may not put beside a report's own, and whether a certification body may.
const RESERVED: [(&str, bool); 10] = [
    ("certif", true),
    ("zertifi", true),
    ("compliant", false),
    ("konformitätsvermutung", false),
    ("presumption", false),
    ("tamper", false),
    ("approved by", false),
    ("prüfzeichen", false),
    ("gütesiegel", false),
    ("security level", false),
];

fn read_logo(
    written: WrittenLogo,
    file: impl FnOnce(&str) -> Result<Vec<u8>, String>,
) -> Result<Logo, LookProblem> {
    let name = written.file.as_str();
    if name.is_empty() || name.starts_with('.') || name.contains(['/', '\\', ':']) {
        return Err(LookProblem::new("logo-name", "logo.file", name));
    }
    let bytes = file(name).map_err(|why| LookProblem::new("logo-missing", "logo.file", why))?;
    Logo::read(bytes, &written.alt, written.width_mm.unwrap_or(45))
}

fn colour_problem(text: &str) -> Option<LookProblem> {
    let Some(colour) = colour(text) else { return Some(LookProblem::new("colour", "accent", text)) };
    let least = contrast_to(colour, PALE).min(contrast_to(colour, [0xff; 3]));
    (least < LEAST_CONTRAST).then(|| LookProblem::new("contrast", "accent", format!("{text}, {least:.1}")))
}

fn colour(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#')?;
    if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some([red, green, blue])
}
