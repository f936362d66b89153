//! The one data set behind all three reports.
//!
//! It is codes, names, numbers and the words of the people involved; every fixed text comes from
//! [`crate::Words`] at rendering time. The field numbers `F-01` to `F-30` and the clause numbers
//! (ISO/IEC 17050-1 6.1, ISO/IEC 17020 7.4.2, ISO/IEC 17065 7.7, IEC TS 62443-6-2 Annex A and B)
//! are listed with their meaning in `docs/formats/report-json.md`.
//!
//! An empty text in a mandatory place is printed as "not recorded". Whether a report may be issued
//! at all is decided before it comes here; [`crate::check()`] repeats only the rules whose breach
//! would make the words on the page untrue.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use crate::conclusion::*;

/// The schema name in every report's JSON. A reader refuses any other value.
pub const SCHEMA: &str = "assay-report/1";

/// Everything a report says, without one localised word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contents {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Number, kind, revision, date (F-01, F-02, F-21, F-25).
    pub report: Head,
    /// Who issues the report (F-03).
    pub issuer: Issuer,
    /// Whose object was evaluated (F-04). In a self-declaration the same legal person as the issuer.
    pub client: Organisation,
    /// What was evaluated (F-05; core block "component").
    pub object: Object,
    /// Against what, with which method and which checklist pack (F-06).
    pub basis: Basis,
    /// What was claimed before the evaluation began (core block "claim").
    pub claim: Claim,
    /// Team, experts, reviewer, decision maker, signatories (F-14, F-20).
    pub people: Vec<Person>,
    /// Party, independence, impartiality (F-19).
    pub independence: Independence,
    /// Plan, dates, places, meetings, sampling, diverging opinions (F-12, F-13, F-15, F-18).
    pub conduct: Conduct,
    /// What follows from the verdicts (F-08, F-09).
    pub conclusion: Conclusion,
    /// The statement of conformity, or why none is given (F-11).
    pub statement: Statement,
    /// Every row of the checklist in the order of the standard, none left out (F-07 to F-10).
    pub rows: Vec<RowEntry>,
    /// The evaluation activities in their order (component only; empty for a service provider).
    pub activities: Vec<ActivityEntry>,
    /// All findings, closed ones too (F-16, F-17).
    pub findings: Vec<Finding>,
    /// The evidence register (F-10; core block "evidence register").
    pub evidence: Vec<Evidence>,
    /// Values that two people recorded differently and nobody has settled yet.
    pub conflicts: Vec<Conflict>,
    /// The technical review (F-23; ISO/IEC 17065 7.5).
    pub review: Option<Review>,
    /// The decision (F-24; ISO/IEC 17065 7.6). Certification-body report only.
    pub decision: Option<Decision>,
    /// The data a certification body prints on its own document (ISO/IEC 17065 7.7).
    /// Allowed only beside a positive decision.
    pub certificate: Option<CertificateData>,
    /// What limits the report's validity (F-25, F-29; ISO/IEC 17050-1 6.1 h).
    pub validity: Validity,
    /// What ties the report to the signed trail (F-28).
    pub integrity: Integrity,
}

/// Which of the three reports this is (F-01). IEC 62443 itself knows no such tiers: they are
/// first-, second- and third-party conformity assessment of ISO/IEC 17000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// First party, in the shape of ISO/IEC 17050-1. One signature.
    SelfDeclaration,
    /// Second party, or an inspection body (ISO/IEC 17020). Two signatures.
    IndependentAssessment,
    /// The report a certification body (ISO/IEC 17065) files behind its decision. Three signatures.
    CertificationBody,
}

impl Kind {
    /// The code used in word ids and in JSON.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Kind::SelfDeclaration => "self_declaration",
            Kind::IndependentAssessment => "independent_assessment",
            Kind::CertificationBody => "certification_body",
        }
    }

    /// Who signs, in the order of the boxes on the page. These are the values of
    /// [`SignatureBox::place`].
    #[must_use]
    pub fn signers(self) -> &'static [&'static str] {
        match self {
            Kind::SelfDeclaration => &["issuer"],
            Kind::IndependentAssessment => &["evaluator", "approver"],
            Kind::CertificationBody => &["evaluator", "reviewer", "decision_maker"],
        }
    }
}

/// Number, kind and dates of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Which report (F-01).
    pub kind: Kind,
    /// Unique number of the document (F-02; ISO/IEC 17050-1 6.1 a, 17020 7.4.2 b). Printed on every page.
    pub number: String,
    /// Revision, from 1 (F-02).
    pub revision: u32,
    /// Number and revision of the document this one replaces (F-02).
    pub replaces: Option<String>,
    /// Date of issue as `YYYY-MM-DD` (F-25; ISO/IEC 17050-1 6.1 f). Also the creation date inside the files.
    pub issued_on: String,
    /// Place of issue (F-25).
    pub place: String,
    /// True: every page says "Draft" and no signature box is offered.
    pub draft: bool,
    /// Confidentiality class code (F-21): `public`, `restricted`, `confidential`.
    pub confidentiality: String,
    /// Who receives the report (F-21).
    pub distribution: Vec<String>,
    /// Earlier reports and results of others that were relied on (F-30).
    pub relied_on: Vec<String>,
    /// Dossier id, 8-4-4-4-12 lower-case hexadecimal.
    pub dossier: String,
    /// Who signs (F-26); see [`Kind::signers`].
    pub signatures: Vec<SignatureBox>,
}

/// One signature box (F-26).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SignatureBox {
    /// `issuer`, `evaluator`, `approver`, `reviewer` or `decision_maker`.
    pub place: String,
    /// Name of the person.
    pub name: String,
    /// Function of the person in the organisation, in its own words.
    pub function: String,
    /// Organisation the person signs for.
    pub organisation: String,
    /// Public key (64 lower-case hexadecimal characters) the detached signature will verify with.
    pub key: Option<String>,
}

/// The issuing body (F-03).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Issuer {
    /// Legal name.
    pub name: String,
    /// Postal address, one line per line.
    pub address: String,
    /// E-mail, telephone or person.
    pub contact: String,
    /// Accreditation or recognition reference; `None` prints "not accredited for this activity".
    pub accreditation: Option<String>,
}

/// A legal person (F-04).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Organisation {
    /// Legal name.
    pub name: String,
    /// Postal address.
    pub address: String,
    /// Contact.
    pub contact: String,
    /// Representative for this evaluation.
    pub representative: Option<String>,
}

/// What was evaluated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Object {
    /// A component against IEC 62443-4-2.
    Component(Component),
    /// A service provider's security program against IEC 62443-2-4.
    ServiceProvider(Provider),
}

impl Object {
    /// The code used in word ids: `component` or `service_provider`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Object::Component(_) => "component",
            Object::ServiceProvider(_) => "service_provider",
        }
    }
    /// The name a reader knows the object by.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Object::Component(c) => &c.name,
            Object::ServiceProvider(p) => &p.legal_entity,
        }
    }
}

/// A component (IEC TS 62443-6-2 Annex A.2). All texts are the supplier's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Component {
    /// Product name.
    pub name: String,
    /// Unique identifier or model number.
    pub identifier: String,
    /// How the device is labelled.
    pub label: Option<String>,
    /// Hardware versions.
    pub hardware: Vec<String>,
    /// Firmware versions.
    pub firmware: Vec<String>,
    /// Software versions.
    pub software: Vec<String>,
    /// SHA-256 of the evaluated files (4-1 SM-6).
    pub file_hashes: Vec<FileHash>,
    /// Claimed component types: `SAR`, `EDR`, `HDR`, `NDR`.
    pub types: Vec<String>,
    /// Short description.
    pub description: String,
    /// Supplier's legal name, when it differs from the client.
    pub supplier: Option<String>,
    /// Security context and assumptions on the environment.
    pub security_context: String,
    /// Intended use.
    pub intended_use: Option<String>,
    /// Essential functions (CCSC 1).
    pub essential_functions: Vec<String>,
    /// Functions excluded from the evaluation or not tested, each with its reason (Annex A.2, B.2).
    pub excluded_functions: Vec<Exclusion>,
    /// Configuration, hardening state and test set-up (B.2).
    pub configuration: String,
    /// Identification, condition and date of receipt of the samples (ISO/IEC 17025 7.8.2).
    pub samples: Option<String>,
    /// The 4-1 process: identity, maturity, attestation and date (ER-2).
    pub lifecycle_process: Option<String>,
}

/// A file of the component and its digest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FileHash {
    /// File name.
    pub file: String,
    /// SHA-256, 64 lower-case hexadecimal characters.
    pub sha256: String,
}

/// A service provider (F-05).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Provider {
    /// Legal entity.
    pub legal_entity: String,
    /// Name and revision of the security program.
    pub program: String,
    /// Organisational units.
    pub units: Vec<String>,
    /// Sites.
    pub sites: Vec<String>,
    /// Services.
    pub services: Vec<String>,
    /// Role codes: `integration`, `maintenance`.
    pub roles: Vec<String>,
    /// Kinds of Automation Solution (BPCS, SIS, wireless, remote access …).
    pub solution_kinds: Vec<String>,
    /// Subcontractors.
    pub subcontractors: Vec<String>,
    /// What was excluded and why.
    pub exclusions: Vec<Exclusion>,
}

/// Something that was left out, with the reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Exclusion {
    /// What.
    pub what: String,
    /// Why.
    pub reason: String,
}

/// The requirement document, the method and the pinned checklist pack (F-06; ISO/IEC 17050-1 6.1 e).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Basis {
    /// For example `IEC 62443-4-2`.
    pub document: String,
    /// For example `2019`.
    pub edition: String,
    /// Amendments and corrigenda.
    pub amendments: Vec<String>,
    /// For example `IEC TS 62443-6-2:2025`.
    pub method: String,
    /// Checklist pack id.
    pub pack: String,
    /// SHA-256 of the pack's bytes, 64 lower-case hexadecimal characters.
    pub pack_sha256: String,
    /// Profile id and version, when one was used.
    pub profile: Option<String>,
    /// Deviations from the method, each with its reason.
    pub deviations: Vec<String>,
}

/// What was claimed before the evaluation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Claim {
    /// Component: the declared SL-C of FR 1 to FR 7, seven values from 0 to 4; empty when the claim
    /// is a list of requirements or the object is a service provider.
    pub declared_levels: Vec<u8>,
    /// Claim by list of requirements instead of levels: their ids.
    pub requirements: Vec<String>,
    /// Service provider: the maturity level declared for the program, when one was (rows have their own).
    pub declared_ml: Option<u8>,
    /// Date on which the claim was recorded, `YYYY-MM-DD`.
    pub recorded_on: Option<String>,
    /// Anything the client added.
    pub remark: Option<String>,
}

/// A person who took part (F-14, F-20).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Person {
    /// Name.
    pub name: String,
    /// Organisation.
    pub organisation: String,
    /// Role code: `lead_evaluator`, `evaluator`, `technical_expert`, `reviewer`, `approver`,
    /// `decision_maker`, `signatory`, `client_contact`, `observer`.
    pub role: String,
    /// Function in the organisation, in its own words.
    pub function: Option<String>,
    /// Public key the person signs with, 64 lower-case hexadecimal characters.
    pub key: Option<String>,
    /// Competence statement for this evaluation (F-20).
    pub competence: Option<String>,
    /// The person's impartiality declaration and the result of its review (F-19).
    pub impartiality: Option<String>,
}

/// Party and independence (F-19; core block "evaluator(s), party").
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Independence {
    /// `first`, `second` or `third`: ISO/IEC 17000 party.
    pub party: String,
    /// Type of inspection body `a`, `b` or `c` (ISO/IEC 17020 Annex A), when it is one.
    pub inspection_type: Option<String>,
    /// Relationship of the issuer to the client, in the issuer's words.
    pub relationship: String,
    /// Results of the review of conflicts of interest.
    pub conflict_review: Option<String>,
    /// Independence of the security testers (4-1 SVV-5), component only.
    pub testers: Option<String>,
}

/// How the evaluation was carried out (F-12, F-13, F-15, F-18).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Conduct {
    /// Objectives and criteria.
    pub objectives: String,
    /// Plan reference.
    pub plan: Option<String>,
    /// Deviations from the plan.
    pub plan_deviations: Vec<String>,
    /// First and last day, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// Last day, `YYYY-MM-DD`.
    pub to: Option<String>,
    /// Places of the evaluation.
    pub places: Vec<String>,
    /// What was done on site and what remotely.
    pub on_site_and_remote: Option<String>,
    /// Person-days, as text (for example `12.5`).
    pub person_days: Option<String>,
    /// Opening, closing and other meetings.
    pub meetings: Vec<String>,
    /// Opinions that stayed different at the closing meeting (F-18).
    pub diverging_opinions: Vec<String>,
    /// Security testing and vulnerability analysis: reports reviewed, metric, threshold, residual issues (6-2 B.5, B.6).
    pub testing: Vec<String>,
    /// Sampling (F-15); `None` prints that no sampling was recorded.
    pub sampling: Option<Sampling>,
}

/// Sampling of projects or parts (F-15).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sampling {
    /// Population and period.
    pub population: String,
    /// Number of items in the population.
    pub population_size: Option<u32>,
    /// Method and reason, with the seed when it was random.
    pub method: String,
    /// Coded names of the chosen items.
    pub sample: Vec<String>,
}

/// The statement of conformity (F-11). Whether it may be given is decided elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Statement {
    /// True when a positive statement is given.
    pub given: bool,
    /// Outcome code. The text is `report-statement-<kind>-<code>`; codes: `component_levels`,
    /// `component_requirements`, `provider` (positive), `component_none`, `provider_none` (no
    /// statement is given), `component_negative`, `provider_negative` (not conforming).
    pub code: String,
    /// Values for the placeholders of the text.
    pub args: BTreeMap<String, String>,
    /// What limits the statement, or why none is given.
    pub limited_by: Vec<Coded>,
}

/// A code with arguments; its text is `report-<family>-<code>`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Coded {
    /// The code.
    pub code: String,
    /// Values for the placeholders of the text.
    pub args: BTreeMap<String, String>,
}

/// The verdict of a row. Components use the first five, service providers `Pass`, `Fail`,
/// `NotApplicable`, `NotEvaluated` and `Open`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowVerdict {
    /// 4-2 row fulfilled.
    Fulfilled,
    /// 4-2 row not fulfilled.
    NotFulfilled,
    /// Cannot apply; justified and confirmed.
    NotApplicable,
    /// The evidence allows no verdict.
    Inconclusive,
    /// Not in the scope of this evaluation, or not evaluated.
    #[default]
    NotEvaluated,
    /// 2-4 row passed.
    Pass,
    /// 2-4 row failed.
    Fail,
    /// 2-4 row in scope without a final verdict yet.
    Open,
}

impl RowVerdict {
    /// The code used in word ids and in JSON.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            RowVerdict::Fulfilled => "fulfilled",
            RowVerdict::NotFulfilled => "not_fulfilled",
            RowVerdict::NotApplicable => "not_applicable",
            RowVerdict::Inconclusive => "inconclusive",
            RowVerdict::NotEvaluated => "not_evaluated",
            RowVerdict::Pass => "pass",
            RowVerdict::Fail => "fail",
            RowVerdict::Open => "open",
        }
    }
}

/// One row: a requirement, or for a service provider requirement × role (× component).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RowEntry {
    /// Requirement id, for example `CR 1.1 RE(1)` or `SP.01.01 BR`.
    pub id: String,
    /// Role code (`integration`, `maintenance`), service provider only.
    pub role: Option<String>,
    /// Component the row was split by, service provider only.
    pub component: Option<String>,
    /// Our own label of the requirement.
    pub label: String,
    /// Group id of the checklist (`CCSC`, `FR1` …, or the summary level).
    pub group: String,
    /// Lowest SL at which 4-2 selects the requirement.
    pub selected_from: Option<u8>,
    /// Scope code: `selected`, `above_claim`, `excluded_by_supplier`, `type_not_claimed`,
    /// `not_in_claim_list`, `not_in_scope`.
    pub scope: String,
    /// Why the row is outside the scope, when it is.
    pub scope_reason: Option<String>,
    /// Applicability code: `applicable`, `not_applicable`, `not_decided`.
    pub applicability: String,
    /// Justification of "not applicable".
    pub justification: Option<String>,
    /// Who confirmed the justification.
    pub confirmed_by: Option<String>,
    /// The supplier's or provider's claim, never a verdict.
    pub claim: Option<ClaimText>,
    /// Fulfilment mode code: `by_component`, `by_system_integration`.
    pub fulfilment: Option<String>,
    /// Compensating countermeasure outside the component: what it is and where it is documented.
    pub countermeasure: Option<String>,
    /// The evaluator's verdict.
    pub verdict: RowVerdict,
    /// Declared maturity level 1 to 4, service provider only.
    pub declared_ml: Option<u8>,
    /// Evaluated maturity level 1 to 4, service provider only.
    pub evaluated_ml: Option<u8>,
    /// Why the verdict is what it is.
    pub rationale: String,
    /// Evidence the verdict rests on.
    pub evidence: Vec<EvidenceUse>,
    /// Why there is no evidence, when there is none.
    pub no_evidence_reason: Option<String>,
    /// Ids of findings on this row.
    pub findings: Vec<String>,
    /// Test case references.
    pub tests: Vec<String>,
    /// Who gave the verdict.
    pub evaluator: Option<String>,
    /// When, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The evaluator's confidence code: `high`, `medium`, `low`.
    pub confidence: Option<String>,
    /// Earlier verdicts of this row, oldest first: a fix never erases them.
    pub earlier: Vec<EarlierVerdict>,
}

/// A verdict that a later one took the place of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EarlierVerdict {
    /// The verdict.
    pub verdict: RowVerdict,
    /// Who gave it.
    pub evaluator: String,
    /// When, `YYYY-MM-DD`.
    pub date: String,
    /// Why it was taken up again.
    pub reason: String,
}

/// What the vendor wrote, word for word, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ClaimText {
    /// The answer as it was given, for example `Yes` or `met by component`.
    pub answer: String,
    /// The explanation.
    pub text: String,
    /// Where it came from; `None` when it was typed in.
    pub origin: Option<Origin>,
}

/// A place in a vendor's file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Origin {
    /// File name.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Sheet.
    pub sheet: String,
    /// Cell, for example `D17`.
    pub cell: String,
}

/// A use of a piece of evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EvidenceUse {
    /// Evidence id.
    pub id: String,
    /// Section, page or record.
    pub place: Option<String>,
}

/// One evaluation activity (core block "EA table").
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ActivityEntry {
    /// Our own id, for example `CTX-1`.
    pub id: String,
    /// Group and clause, for example `context (5.3.2)`.
    pub group: String,
    /// Verb code: `check`, `examine`.
    pub verb: String,
    /// Own wording.
    pub label: String,
    /// The numbered activity of the method it stands for, where publicly known.
    pub reference: Option<String>,
    /// `pass`, `fail`, `inconclusive`, or `None` while it has not been carried out.
    pub verdict: Option<String>,
    /// Why.
    pub rationale: String,
    /// Evidence.
    pub evidence: Vec<EvidenceUse>,
    /// Who.
    pub evaluator: Option<String>,
    /// When, `YYYY-MM-DD`.
    pub date: Option<String>,
}

/// A finding (F-16, F-17).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Finding {
    /// Id, for example `F-003`.
    pub id: String,
    /// Grade code: `major`, `minor`, `observation`.
    pub grade: String,
    /// Why this grade.
    pub grade_reason: String,
    /// Requirement or activity id.
    pub requirement: String,
    /// Role code, service provider only.
    pub role: Option<String>,
    /// The statement of the nonconformity.
    pub statement: String,
    /// Objective evidence, in words.
    pub objective_evidence: Option<String>,
    /// Evidence.
    pub evidence: Vec<EvidenceUse>,
    /// State code: `raised`, `accepted`, `disputed`, `plan_proposed`, `plan_accepted`, `implemented`,
    /// `closed`, `rejected`, `escalated`, `withdrawn`.
    pub state: String,
    /// Raised by.
    pub raised_by: Option<String>,
    /// Raised on, `YYYY-MM-DD`.
    pub raised_on: Option<String>,
    /// The client's answer: cause, correction, corrective action.
    pub plan: Option<String>,
    /// Due date, `YYYY-MM-DD`.
    pub due: Option<String>,
    /// How, by whom, when and with what result closure was verified.
    pub verification: Option<String>,
}

/// A line of the evidence register.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Evidence {
    /// Id, for example `E-012`.
    pub id: String,
    /// Title.
    pub title: String,
    /// File name as received.
    pub file: Option<String>,
    /// Revision of the document.
    pub revision: Option<String>,
    /// Class code: `process_artefact`, `design_doc`, `user_guidance`, `requirement_test`,
    /// `security_test`, `evaluator_test`, `inspection`, `interview`, `declaration`, `record`, `other`.
    pub class: String,
    /// Producer code: `supplier`, `evaluator`, `third_party`.
    pub producer: String,
    /// Date of the document, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Date on which it was received, `YYYY-MM-DD`.
    pub received: Option<String>,
    /// Media type.
    pub media_type: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of the plain bytes.
    pub sha256: String,
    /// Confidentiality class code, as for [`Head::confidentiality`].
    pub confidentiality: String,
    /// Reason why the bytes are withheld, when they are.
    pub withheld: Option<String>,
}

/// Two recorded values that no one has settled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Conflict {
    /// Row, finding or other subject.
    pub subject: String,
    /// Which field.
    pub field: String,
    /// The values, each with its author.
    pub values: Vec<String>,
}

/// The technical review (F-23).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Review {
    /// Who.
    pub reviewer: String,
    /// When, `YYYY-MM-DD`.
    pub date: String,
    /// Result code: `accepted`, `returned`.
    pub result: String,
    /// Points raised and how they were settled.
    pub points: Vec<String>,
}

/// The decision (F-24).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Decision {
    /// Who.
    pub decider: String,
    /// When, `YYYY-MM-DD`.
    pub date: String,
    /// Result code: `granted`, `granted_limited`, `refused`.
    pub result: String,
    /// Reasons.
    pub reasons: String,
    /// Conditions.
    pub conditions: Vec<String>,
    /// The evaluator's recommendation (F-22), code `grant`, `grant_with_conditions`, `do_not_grant`.
    pub recommendation: Option<String>,
}

impl Decision {
    /// True when the result is `granted` or `granted_limited`.
    #[must_use]
    pub fn is_positive(&self) -> bool {
        matches!(self.result.as_str(), "granted" | "granted_limited")
    }
}

/// Data for the certification body's own document (ISO/IEC 17065 7.7; 17021-1 8.2.2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CertificateData {
    /// Number.
    pub number: String,
    /// Scheme name, as the body calls it.
    pub scheme: String,
    /// Scope in words.
    pub scope: String,
    /// Effective from, `YYYY-MM-DD`, not before the decision.
    pub effective: String,
    /// Expiry or term, `YYYY-MM-DD`.
    pub expiry: Option<String>,
    /// Surveillance plan (F-27).
    pub surveillance: Option<String>,
    /// Conditions of use (F-27).
    pub conditions_of_use: Option<String>,
}

/// What limits the validity (F-25, F-29).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Validity {
    /// Expiry, `YYYY-MM-DD`, when there is one.
    pub until: Option<String>,
    /// The issuer's own limits (version, configuration, batch), beside the fixed ones.
    pub limits: Vec<String>,
    /// How long the supporting file is kept (ISO/IEC 17050-2), self-declaration.
    pub retention: Option<String>,
}

/// What ties the report to the trail (F-28).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Integrity {
    /// Anchor levels reached, from `A0` to `A4`, at least `A0`.
    pub anchors: Vec<String>,
    /// Checkpoint of the issuing chain.
    pub checkpoint: Option<Checkpoint>,
    /// Heads of all chains the report was drawn from.
    pub chains: Vec<ChainHead>,
    /// Digests of the data the report rests on, by name: `projection`, `evidence_list`, `seal` …
    pub digests: BTreeMap<String, String>,
    /// Version of the program that wrote the report.
    pub app_version: String,
    /// Signature level code: `detached_ed25519`, `none`.
    pub signature_level: String,
}

/// A C2SP `tlog-checkpoint`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Checkpoint {
    /// Origin line.
    pub origin: String,
    /// Number of events.
    pub size: u64,
    /// RFC 6962 root, 64 lower-case hexadecimal characters.
    pub root: String,
    /// The signed note, whole.
    pub note: Option<String>,
}

/// The newest event of one chain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ChainHead {
    /// Chain id, 32 hexadecimal characters.
    pub chain: String,
    /// Whose chain.
    pub name: String,
    /// Sequence number of the newest event.
    pub seq: u64,
    /// Its id, 64 hexadecimal characters.
    pub event: String,
}
