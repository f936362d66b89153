//! The conclusion as it would be drawn now.

use serde::Serialize;
use ts_rs::TS;

use super::{Told, Trouble};

/// What follows from everything recorded.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ConclusionView {
    /// `component` or `service_provider`.
    pub object: String,
    /// The outcome in words.
    pub outcome: Told,
    /// Whether a positive statement may rest on it.
    pub positive: bool,
    /// Whether it speaks against the claim.
    pub negative: bool,
    /// Per foundational requirement (6-2).
    pub frs: Vec<FrView>,
    /// Tuples per summary level, the total last.
    pub tuples: Vec<TupleView>,
    /// Tuples per role (6-1).
    pub by_role: Vec<RoleTuplesView>,
    /// Maturity per summary level (6-1), the whole last.
    pub maturity: Vec<MaturityView>,
    /// What speaks against a positive statement.
    pub against: Vec<Told>,
    /// What is missing for a conclusion.
    pub missing: Vec<Told>,
    /// What an assessor has to know.
    pub remarks: Vec<Told>,
}

/// A foundational requirement.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FrView {
    /// 1 to 7.
    pub fr: u8,
    /// Abbreviation.
    pub abbreviation: String,
    /// Label.
    pub label: String,
    /// Declared SL-C; `null` under a list of requirements.
    pub declared: Option<u8>,
    /// Highest level that the claim covers.
    pub covered: u8,
    /// Native level, capped at the claim.
    pub native: u8,
    /// Level with integration, capped at the claim.
    pub with_integration: u8,
    /// The native level rests on rows that are not applicable alone.
    pub native_vacuous: bool,
    /// The level with integration rests on rows that are not applicable alone.
    pub vacuous: bool,
    /// Native levels that are not reached, lowest first.
    pub native_blocked: Vec<BlockedLevel>,
    /// Levels with integration that are not reached, lowest first.
    pub blocked: Vec<BlockedLevel>,
    /// Smallest set of rows that would raise the native level.
    pub raise_native: Option<RaiseView>,
    /// Smallest set of rows that would raise the level with integration.
    pub raise: Option<RaiseView>,
}

/// A level that is not reached.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BlockedLevel {
    /// 1 to 4.
    pub level: u8,
    /// Whether it is claimed.
    pub within_claim: bool,
    /// Rows in the way.
    pub rows: Vec<BlockingRowView>,
}

/// A row in the way of a level.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BlockingRowView {
    /// The row.
    pub row: String,
    /// Label.
    pub label: String,
    /// Why, in words.
    pub why: Told,
    /// Whether the claim selects it.
    pub within_claim: bool,
}

/// What would raise a level.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RaiseView {
    /// From.
    pub from: u8,
    /// To.
    pub to: u8,
    /// The rows.
    pub rows: Vec<String>,
}

/// RA, NAR, TR with N/E and Fail.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TupleView {
    /// Group id; empty for the total.
    pub group: String,
    /// Label.
    pub label: String,
    /// Requirements met.
    pub ra: u32,
    /// Of them by system integration (6-2).
    pub ra_by_integration: u32,
    /// Not applicable.
    pub nar: u32,
    /// All.
    pub tr: u32,
    /// Not met.
    pub fail: u32,
    /// Not evaluated, in all.
    pub not_evaluated: u32,
    /// Not evaluated, by reason: code and number.
    pub why_not_evaluated: Vec<Told>,
}

/// Tuples of one role.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RoleTuplesView {
    /// The role.
    pub role: String,
    /// Its tuples, the total last.
    pub tuples: Vec<TupleView>,
}

/// Maturity of one summary level.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MaturityView {
    /// Group id; empty for the whole.
    pub group: String,
    /// Label.
    pub label: String,
    /// Passed rows at ML 1, 2, 3, 4.
    pub distribution: Vec<u32>,
    /// Lowest level over the passed rows.
    pub lowest: Option<u8>,
    /// Rows that are not evaluated.
    pub not_evaluated: Vec<String>,
    /// Rows in the way of the next level, of the whole; empty for a single summary level.
    pub blocked: Vec<BlockedLevel>,
    /// What would raise the lowest level.
    pub raise: Option<RaiseView>,
}

/// What blocks each kind of report.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Gates {
    /// The three kinds.
    pub kinds: Vec<KindGates>,
}

/// What blocks one kind of report.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KindGates {
    /// `self_declaration`, `independent_assessment` or `certification_body`.
    pub kind: String,
    /// What stands against it; argument `place` names the row, field, finding or activity.
    pub problems: Vec<Trouble>,
    /// Who would sign.
    pub signing: Vec<SigningView>,
}

/// A place for a signature.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SigningView {
    /// `issuer`, `evaluator`, `reviewer`, `approver` or `decision_maker`.
    pub place: String,
    /// Name.
    pub name: String,
    /// Whether it is this identity.
    pub me: bool,
}
