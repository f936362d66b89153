//! The facts of the case and its people.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The case.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseView {
    /// Every field that belongs to this kind of evaluation, in order.
    pub fields: Vec<FieldView>,
    /// People with a key.
    pub people: Vec<PersonView>,
    /// Roles a person may have.
    pub roles: Vec<String>,
    /// This identity is the lead and may admit people.
    pub may_admit: bool,
}

/// One field of the case.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FieldView {
    /// Name, `object.name`.
    pub name: String,
    /// `text`, `texts`, `texts_or_none`, `exclusions`, `one_of`, `component_types`, `roles`, `levels`, `ml` or `date`.
    pub shape: String,
    /// Codes of `one_of`.
    pub codes: Vec<String>,
    /// Value; `null` while not recorded.
    #[ts(type = "unknown")]
    pub value: serde_json::Value,
    /// Report kinds that refuse to be issued without it.
    pub needed_by: Vec<String>,
    /// Reserved words are refused in it.
    pub issuers_words: bool,
    /// Several values compete.
    pub conflicting: bool,
    /// Who recorded it.
    pub author: Option<String>,
    /// When.
    pub time: Option<String>,
    /// A change needs a reason.
    pub needs_reason: bool,
    /// Values for one kind of report alone.
    pub for_kinds: Vec<KindValue>,
}

/// A value for one kind of report alone.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KindValue {
    /// Kind.
    pub kind: String,
    /// Value.
    #[ts(type = "unknown")]
    pub value: serde_json::Value,
}

/// Sets a fact of the case.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct CaseSetting {
    /// Field; with `kind/` before it for one kind of report alone.
    pub field: String,
    /// Value.
    #[ts(type = "unknown")]
    pub value: serde_json::Value,
    /// Why a recorded claim changes.
    pub reason: Option<String>,
}

/// A person with a key.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PersonView {
    /// Chain.
    pub chain: String,
    /// Key.
    pub key: String,
    /// Name.
    pub name: String,
    /// Organisation.
    pub organisation: String,
    /// Function.
    pub function: String,
    /// Roles.
    pub roles: Vec<String>,
    /// Whether events of this key count.
    pub admitted: bool,
    /// Competence for this case.
    pub competence: Option<String>,
    /// Declaration of impartiality.
    pub impartiality: Option<String>,
    /// It is this identity.
    pub me: bool,
    /// Has set verdicts or findings here, ever.
    pub evaluated: bool,
}

/// Admits a key, or writes a card anew.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Admit {
    /// Key, 64 hexadecimal digits.
    pub key: String,
    /// Name.
    pub name: String,
    /// Organisation.
    pub organisation: String,
    /// Function.
    pub function: Option<String>,
    /// Roles.
    pub roles: Vec<String>,
    /// Competence.
    pub competence: Option<String>,
    /// Impartiality.
    pub impartiality: Option<String>,
}
