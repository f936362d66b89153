//! The part of OSCAL 1.2 that a report is told with (models "assessment results" and "plan of action and milestones").
//!
//! A list without entries is left out: the schemas want at least one.

use serde::Serialize;

use super::super::texts::one_line;

/// The namespace of our names, in every property. A name, not a place to visit.
pub(super) const OURS: &str = "https://assay.invalid/ns/oscal";

#[derive(Serialize)]
pub(super) struct ResultsFile {
    #[serde(rename = "assessment-results")]
    pub(super) results: AssessmentResults,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct AssessmentResults {
    pub(super) uuid: String,
    pub(super) metadata: Metadata,
    pub(super) import_ap: Import,
    pub(super) local_definitions: Objectives,
    pub(super) results: Vec<ResultOf>,
    pub(super) back_matter: BackMatter,
}

#[derive(Serialize)]
pub(super) struct PlanFile {
    #[serde(rename = "plan-of-action-and-milestones")]
    pub(super) plan: Plan,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Plan {
    pub(super) uuid: String,
    pub(super) metadata: Metadata,
    pub(super) system_id: SystemId,
    pub(super) local_definitions: Components,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) observations: Vec<Observation>,
    pub(super) risks: Vec<Risk>,
    pub(super) poam_items: Vec<Item>,
    pub(super) back_matter: BackMatter,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct SystemId {
    pub(super) identifier_type: &'static str,
    pub(super) id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Metadata {
    pub(super) title: String,
    pub(super) last_modified: String,
    pub(super) version: String,
    pub(super) oscal_version: &'static str,
    pub(super) document_ids: Vec<DocumentId>,
    pub(super) props: Vec<Prop>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) roles: Vec<Role>,
    pub(super) parties: Vec<Party>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) responsible_parties: Vec<Responsible>,
    pub(super) remarks: String,
}

#[derive(Serialize)]
pub(super) struct DocumentId {
    pub(super) identifier: String,
}

#[derive(Serialize)]
pub(super) struct Prop {
    pub(super) name: String,
    pub(super) ns: &'static str,
    pub(super) value: String,
}

/// Properties with a value; a value is one line, an empty one is left out.
#[derive(Default)]
pub(super) struct Props(pub(super) Vec<Prop>);

impl Props {
    pub(super) fn put(&mut self, name: &str, value: impl ToString) {
        let value = one_line(&value.to_string());
        if !value.is_empty() {
            self.0.push(Prop { name: name.to_owned(), ns: OURS, value });
        }
    }

    pub(super) fn maybe(&mut self, name: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }
}

#[derive(Serialize)]
pub(super) struct Role {
    pub(super) id: String,
    pub(super) title: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Party {
    pub(super) uuid: String,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Prop>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) member_of_organizations: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Responsible {
    pub(super) role_id: String,
    pub(super) party_uuids: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Import {
    pub(super) href: String,
    pub(super) remarks: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Objectives {
    pub(super) objectives_and_methods: Vec<Objective>,
    pub(super) remarks: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Objective {
    pub(super) control_id: String,
    pub(super) props: Vec<Prop>,
    pub(super) parts: Vec<Part>,
}

#[derive(Serialize)]
pub(super) struct Part {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    pub(super) name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ns: Option<&'static str>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) prose: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ResultOf {
    pub(super) uuid: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) start: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<String>,
    pub(super) props: Vec<Prop>,
    pub(super) local_definitions: Components,
    pub(super) reviewed_controls: Reviewed,
    pub(super) attestations: Vec<Attestation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) observations: Vec<Observation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) risks: Vec<Risk>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) findings: Vec<Finding>,
}

#[derive(Serialize)]
pub(super) struct Components {
    pub(super) components: Vec<Component>,
}

#[derive(Serialize)]
pub(super) struct Component {
    pub(super) uuid: String,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Prop>,
    pub(super) status: State,
}

#[derive(Serialize)]
pub(super) struct State {
    pub(super) state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reason: Option<&'static str>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) remarks: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Reviewed {
    pub(super) control_selections: Vec<Selection>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Selection {
    pub(super) description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) include_all: Option<Everything>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) include_controls: Vec<Control>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) exclude_controls: Vec<Control>,
}

/// The empty object that stands for all controls.
#[derive(Serialize)]
pub(super) struct Everything {}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Control {
    pub(super) control_id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Attestation {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) responsible_parties: Vec<Responsible>,
    pub(super) parts: Vec<Part>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Observation {
    pub(super) uuid: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) props: Vec<Prop>,
    pub(super) methods: Vec<&'static str>,
    pub(super) types: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) origins: Vec<Origin>,
    pub(super) subjects: Vec<Subject>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) relevant_evidence: Vec<Relevant>,
    pub(super) collected: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) remarks: String,
}

#[derive(Serialize)]
pub(super) struct Origin {
    pub(super) actors: Vec<Actor>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Actor {
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) actor_uuid: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Subject {
    pub(super) subject_uuid: String,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
}

#[derive(Serialize)]
pub(super) struct Relevant {
    pub(super) href: String,
    pub(super) description: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Finding {
    pub(super) uuid: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) props: Vec<Prop>,
    pub(super) target: Target,
    pub(super) related_observations: Vec<OfObservation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) related_risks: Vec<OfRisk>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Target {
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) target_id: String,
    pub(super) title: String,
    pub(super) status: State,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct OfObservation {
    pub(super) observation_uuid: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct OfRisk {
    pub(super) risk_uuid: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Risk {
    pub(super) uuid: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) statement: String,
    pub(super) props: Vec<Prop>,
    pub(super) status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) deadline: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) remediations: Vec<Response>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) related_observations: Vec<OfObservation>,
}

#[derive(Serialize)]
pub(super) struct Response {
    pub(super) uuid: String,
    pub(super) lifecycle: &'static str,
    pub(super) title: String,
    pub(super) description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) tasks: Vec<Task>,
}

#[derive(Serialize)]
pub(super) struct Task {
    pub(super) uuid: String,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) timing: Timing,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Timing {
    pub(super) on_date: OnDate,
}

#[derive(Serialize)]
pub(super) struct OnDate {
    pub(super) date: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Item {
    pub(super) uuid: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) props: Vec<Prop>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) related_observations: Vec<OfObservation>,
    pub(super) related_risks: Vec<OfRisk>,
}

#[derive(Serialize)]
pub(super) struct BackMatter {
    pub(super) resources: Vec<Resource>,
}

#[derive(Serialize)]
pub(super) struct Resource {
    pub(super) uuid: String,
    pub(super) title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Prop>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) rlinks: Vec<Link>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Link {
    pub(super) href: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) media_type: String,
    pub(super) hashes: Vec<Hash>,
}

#[derive(Serialize)]
pub(super) struct Hash {
    pub(super) algorithm: &'static str,
    pub(super) value: String,
}
