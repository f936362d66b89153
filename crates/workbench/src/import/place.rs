//! Each claim on its row of the worklist, with its origin.

use std::collections::BTreeMap;

use checklist::Object;
use evaluation::{
    conclude,
    event::{CellNote, ClaimSet, RowKey, SourceCell},
};
use evidence::{
    Workbook,
    claims::{Cell, Imported, ProposedClaim},
};
use trail::Digest;

use super::{LONGEST, Order, Unplaced};
use crate::{Problem, Session};

/// Puts each claim on its row or rows of the worklist.
pub(super) struct Placing<'a> {
    file: &'a Workbook,
    object: Object,
    roles: Vec<String>,
    components: Vec<String>,
    default_role: Option<String>,
    pub(super) claims: Vec<ClaimSet>,
    pub(super) unplaced: Vec<Unplaced>,
    pub(super) texts: BTreeMap<Digest, String>,
}

impl<'a> Placing<'a> {
    pub(super) fn new(session: &Session, order: &Order, file: &'a Workbook) -> Self {
        Self {
            file,
            object: session.checklist().object,
            roles: conclude::provider_roles(session.state()),
            components: session.state().case_texts("object.components"),
            default_role: order.role.clone(),
            claims: Vec::new(),
            unplaced: Vec::new(),
            texts: BTreeMap::new(),
        }
    }

    pub(super) fn place(&mut self, imported: &Imported) -> Result<(), Problem> {
        if self.object.has_roles() && self.roles.is_empty() {
            return Err(Problem::new("import-roles-not-declared"));
        }
        for claim in &imported.claims {
            // The same row said twice is one claim; the ledger keeps both lines.
            if claim.duplicate_of.is_some() && !claim.contradicted {
                continue;
            }
            for row in self.rows_of(claim) {
                let set = self.claim_set(claim, row);
                self.claims.push(set);
            }
        }
        Ok(())
    }

    fn rows_of(&mut self, claim: &ProposedClaim) -> Vec<RowKey> {
        if !self.object.has_roles() {
            return vec![RowKey::of(&claim.requirement)];
        }
        let word = claim.role.clone().or_else(|| self.default_role.clone());
        let roles = match word.as_deref() {
            Some("all") => self.roles.clone(),
            Some(role) if self.roles.iter().any(|r| r == role) => vec![role.to_owned()],
            None if self.roles.len() == 1 => self.roles.clone(),
            other => {
                self.unplaced.push(Unplaced {
                    line: claim.row,
                    requirement: claim.requirement.clone(),
                    why: if other.is_some() { "role-unknown" } else { "role-missing" },
                    word: other.unwrap_or_default().to_owned(),
                });
                return Vec::new();
            }
        };
        let component = claim.component.clone().filter(|c| self.components.contains(c));
        let row = |role| RowKey {
            requirement: claim.requirement.clone(),
            role: Some(role),
            component: component.clone(),
        };
        roles.into_iter().map(row).collect()
    }

    fn claim_set(&mut self, claim: &ProposedClaim, row: RowKey) -> ClaimSet {
        let comment = match claim.comments.as_slice() {
            [] => None,
            [one] => Some(self.cell(one)),
            several => {
                let cells: Vec<String> = several.iter().map(address).collect();
                Some(self.text(cells.join(", "), &claim.comment().unwrap_or_default()))
            }
        };
        ClaimSet {
            row,
            file: self.file.file.sha256.to_string(),
            file_name: self.file.file.name.clone(),
            sheet: claim.id.sheet.clone(),
            line: claim.row,
            id: self.cell(&claim.id),
            response: claim.response.as_ref().map(|c| self.cell(c)),
            meaning: claim.meaning.and_then(|m| serde_json::to_value(m).ok()?.as_str().map(str::to_owned)),
            evidence: claim.evidence_refs.iter().map(|c| self.cell(c)).collect(),
            comment,
            declared: claim.declared_level.as_ref().map(|d| self.cell(&d.cell)),
            notes: claim
                .cell_comments
                .iter()
                .map(|comment| CellNote {
                    author: comment.author.clone(),
                    note: self.text(format!("{}{}", comment.letters, comment.row), &comment.text),
                })
                .collect(),
            supersedes: Vec::new(),
        }
    }

    fn cell(&mut self, cell: &Cell) -> SourceCell {
        self.text(address(cell), &cell.raw)
    }

    fn text(&mut self, cell: String, text: &str) -> SourceCell {
        if text.len() <= LONGEST {
            return SourceCell { cell, text: text.to_owned(), whole: None };
        }
        let digest = Digest::of(text.as_bytes());
        self.texts.insert(digest, text.to_owned());
        let beginning = text.chars().take(LONGEST / 4).collect();
        SourceCell { cell, text: beginning, whole: Some(digest.to_string()) }
    }
}

fn address(cell: &Cell) -> String {
    format!("{}{}", cell.letters, cell.row)
}
