//! Templates of an organisation in place of the program's, by the same file names.
//!
//! They are checked three times: alone (known names, size, syntax), by drawing built-in data sets of every kind
//! ([`Templates::probe`]), and at every report that is drawn with them: a text that each report must show and that is
//! not there to be read stops the report.

use super::{Look, LookProblem};

use crate::pdf::{self, Rendering, world::TEMPLATE};
use crate::{RenderProblem, Words, json};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use trail::Digest;
use typst::syntax::{Source, SyntaxKind, SyntaxNode};

/// The most bytes one file may have.
const MOST_BYTES: usize = 256 * 1024;

/// Templates that passed the check of what they are written like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Templates {
    files: BTreeMap<String, String>,
}

/// What is drawn to try templates out: the data sets that are kept from issued samples, small and of every kind.
const PROBES: [&[u8]; 6] = [
    include_bytes!("../../../../fixtures/reports/component-self_declaration.json"),
    include_bytes!("../../../../fixtures/reports/component-independent_assessment.json"),
    include_bytes!("../../../../fixtures/reports/component-certification_body.json"),
    include_bytes!("../../../../fixtures/reports/service_provider-self_declaration.json"),
    include_bytes!("../../../../fixtures/reports/service_provider-independent_assessment.json"),
    include_bytes!("../../../../fixtures/reports/service_provider-certification_body.json"),
];

impl Templates {
    /// Takes the files of a template folder. A file that is left out is the program's own.
    ///
    /// # Errors
    /// Everything wrong with them, with file and line.
    pub fn read(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Self, Vec<LookProblem>> {
        let mut problems = Vec::new();
        let mut taken = BTreeMap::new();
        for (name, bytes) in files {
            if !TEMPLATE.iter().any(|(known, _)| *known == name) {
                problems.push(LookProblem::new("template-name", name, ""));
                continue;
            }
            if bytes.len() > MOST_BYTES {
                problems.push(LookProblem::new("template-size", name, bytes.len().to_string()));
                continue;
            }
            match String::from_utf8(bytes) {
                Ok(text) => {
                    problems.extend(syntax(&name, &text));
                    taken.insert(name, text);
                }
                Err(_) => problems.push(LookProblem::new("template-utf8", name, "")),
            }
        }
        if problems.is_empty() && taken.is_empty() {
            problems.push(LookProblem::new("template-none", "", ""));
        }
        if problems.is_empty() { Ok(Self { files: taken }) } else { Err(problems) }
    }

    /// Draws every built-in data set, as draft and as issued, full and as summary, in each of these languages.
    ///
    /// # Errors
    /// The first drawing that fails: what is missing or wrong, with file and line where the typesetter knows them.
    pub fn probe(&self, languages: &[Words]) -> Result<(), RenderProblem> {
        let look = Look { profile: None, templates: Some(self.clone()) };
        for words in languages {
            for (n, probe) in PROBES.iter().enumerate() {
                let mut contents = json::read(probe)?;
                contents.integrity.layout = look.layout();
                // A draft says so on each page; whether it does is tried with every second data set.
                contents.report.draft = n % 2 == 1;
                for rendering in [Rendering::Full, Rendering::Summary] {
                    drop(pdf::render_in(&contents, words, rendering, &look)?);
                }
            }
        }
        Ok(())
    }

    /// SHA-256 over one line `<SHA-256 of the file> <name>` and a line feed for each file, in the order of the names.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let list: String = self
            .files
            .iter()
            .map(|(name, text)| format!("{} {name}\n", Digest::of(text.as_bytes())))
            .collect();
        Digest::of(list.as_bytes())
    }

    pub(crate) fn files(&self) -> impl Iterator<Item = (&String, &String)> {
        self.files.iter()
    }
}

/// Errors of syntax, imports from elsewhere, and names that would run text or foreign code.
fn syntax(name: &str, text: &str) -> Vec<LookProblem> {
    let source = Source::detached(text);
    let mut problems = Vec::new();
    let line = |span| {
        let range = source.find(span).map(|node| node.range());
        range.and_then(|r| source.lines().byte_to_line(r.start)).map_or(1, |n| n.saturating_add(1))
    };
    walk(source.root(), &mut |node| {
        let place = || format!("{name}:{}", line(node.span()));
        match node.kind() {
            SyntaxKind::Error => {
                problems.push(LookProblem::new("template-syntax", place(), node.leaf_text().to_string()));
            }
            SyntaxKind::ModuleImport | SyntaxKind::ModuleInclude => {
                let target = node.children().find(|child| child.kind() == SyntaxKind::Str);
                let file = target.map(|t| t.leaf_text().trim_matches('"').to_owned()).unwrap_or_default();
                if !TEMPLATE.iter().any(|(known, _)| *known == file) {
                    problems.push(LookProblem::new("template-import", place(), file));
                }
            }
            SyntaxKind::Ident | SyntaxKind::MathIdent
                if matches!(node.leaf_text().as_str(), "eval" | "plugin") =>
            {
                problems.push(LookProblem::new("template-code", place(), node.leaf_text().to_string()));
            }
            _ => {}
        }
    });
    problems
}

fn walk(node: &SyntaxNode, visit: &mut impl FnMut(&SyntaxNode)) {
    visit(node);
    for child in node.children() {
        walk(child, visit);
    }
}
