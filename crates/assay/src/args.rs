//! The command line. Its help texts are in the locale, under `cli-<command>` and `cli-<command>-<argument>`.

use std::path::PathBuf;

use clap::{Args, Command, CommandFactory, Parser, Subcommand, ValueEnum};
use words::Words;

#[derive(Debug, Parser)]
#[command(name = "assay", version, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) job: Job,
}

#[derive(Debug, Args)]
pub(crate) struct Global {
    #[arg(short, long, global = true, env = "ASSAY_DOSSIER", value_name = "FILE")]
    pub(crate) dossier: Option<PathBuf>,
    #[arg(long, global = true, env = "ASSAY_HOME", value_name = "FOLDER")]
    pub(crate) home: Option<PathBuf>,
    #[arg(long, global = true, env = "ASSAY_PASSPHRASE_FILE", value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    #[arg(long, global = true, env = "ASSAY_DOSSIER_PASSPHRASE_FILE", value_name = "FILE")]
    pub(crate) dossier_passphrase_file: Option<PathBuf>,
    #[arg(long, global = true, env = "ASSAY_DOSSIER_KEY_FILE", value_name = "FILE")]
    pub(crate) dossier_key_file: Option<PathBuf>,
    #[arg(long, global = true, env = "ASSAY_DOCUMENT_PASSPHRASE_FILE", value_name = "FILE")]
    pub(crate) document_passphrase_file: Option<PathBuf>,
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[arg(long, global = true, value_name = "REASON")]
    pub(crate) older_copy: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Job {
    #[command(subcommand)]
    Identity(IdentityJob),
    New(New),
    #[command(subcommand)]
    Case(CaseJob),
    #[command(subcommand)]
    People(PeopleJob),
    Form(Form),
    Import(Import),
    #[command(subcommand)]
    Mapping(MappingJob),
    Rows(Rows),
    Show(Show),
    Record(Box<Record>),
    Activities,
    Activity(Activity),
    #[command(subcommand)]
    Evidence(EvidenceJob),
    #[command(subcommand)]
    Finding(FindingJob),
    #[command(subcommand)]
    Sample(SampleJob),
    #[command(subcommand)]
    Certificate(CertificateJob),
    #[command(subcommand)]
    Surveillance(SurveillanceJob),
    Status,
    Conclude,
    #[command(subcommand)]
    Expert(ExpertJob),
    #[command(subcommand)]
    Review(ReviewJob),
    Lock(Lock),
    Unlock(Unlock),
    Decide(Decide),
    Report(Report),
    Issue(Issue),
    Export(Export),
    Sign(Sign),
    Complete(Complete),
    Bundle(Bundle),
    Look(LookCheck),
    Changes(Changes),
    Seal(Seal),
    Checkpoint(Checkpoint),
    Countersign(Countersign),
    #[command(subcommand)]
    Anchor(AnchorJob),
    Prove(Prove),
    Verify(Verify),
    Log(Log),
    Series(Series),
    #[command(subcommand)]
    Checklist(ChecklistJob),
    #[command(subcommand)]
    Profile(ProfileJob),
    #[command(subcommand)]
    Edition(EditionJob),
    #[command(subcommand)]
    Texts(TextsJob),
    #[command(subcommand)]
    Vectors(VectorsJob),
    HandOver(HandOver),
    Receive(Receive),
    Protect(Protect),
    Recover(Recover),
}

#[derive(Debug, Args)]
pub(crate) struct HandOver {
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
    #[arg(long = "for", value_name = "NAME/ORGANISATION")]
    pub(crate) for_whom: Option<String>,
    #[arg(long, value_name = "NAME|SHA256|all", num_args = 1..)]
    pub(crate) withhold_evidence: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Receive {
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) note: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with = "preview")]
    pub(crate) to: Option<PathBuf>,
    #[arg(long)]
    pub(crate) preview: bool,
}

#[derive(Debug, Args)]
pub(crate) struct IdentityRotate {
    pub(crate) file: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) reason: Option<String>,
    #[arg(long)]
    pub(crate) no_passphrase: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Revoke {
    pub(crate) key: String,
    #[arg(long, value_name = "N")]
    pub(crate) last: u64,
    #[arg(long)]
    pub(crate) reason: String,
}

#[derive(Debug, Args)]
pub(crate) struct NewKey {
    #[arg(long)]
    pub(crate) reason: Option<String>,
}

/// Who may read the dossier: sets, changes or takes away its passphrase, or says how it is protected.
#[derive(Debug, Args)]
pub(crate) struct Protect {
    #[arg(long, value_name = "FILE")]
    pub(crate) new_passphrase_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with = "no_recipient")]
    pub(crate) recipient: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) no_recipient: bool,
    #[arg(long, conflicts_with_all = ["remove", "new_passphrase_file", "to"])]
    pub(crate) same_passphrase: bool,
    #[arg(long, conflicts_with_all = ["new_passphrase_file", "recipient"])]
    pub(crate) remove: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) to: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["remove", "to", "new_passphrase_file", "recipient", "no_recipient", "same_passphrase"])]
    pub(crate) show: bool,
}

/// Opens a dossier whose passphrase is lost by the organisation's key, and gives it a new passphrase.
#[derive(Debug, Args)]
pub(crate) struct Recover {
    #[arg(long, value_name = "FILE")]
    pub(crate) identity: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) recovery: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with = "key_to")]
    pub(crate) new_passphrase_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) key_to: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum IdentityJob {
    New(IdentityNew),
    Show,
    Rotate(IdentityRotate),
    DocumentKey(DocumentKeyArgs),
    Trust(Trust),
}

#[derive(Debug, Args)]
pub(crate) struct DocumentKeyArgs {
    #[arg(long, value_name = "FILE", conflicts_with_all = ["key", "module", "forget"])]
    pub(crate) p12: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "certificates", conflicts_with_all = ["module", "forget"])]
    pub(crate) key: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) certificates: Option<PathBuf>,
    #[arg(long, value_name = "LIBRARY", requires = "token", requires = "label", conflicts_with = "forget")]
    pub(crate) module: Option<PathBuf>,
    #[arg(long, value_name = "LABEL", requires = "module")]
    pub(crate) token: Option<String>,
    #[arg(long, value_name = "LABEL", requires = "module")]
    pub(crate) label: Option<String>,
    #[arg(long, conflicts_with_all = ["module", "forget"])]
    pub(crate) remember: bool,
    #[arg(long)]
    pub(crate) forget: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Trust {
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct IdentityNew {
    #[arg(long)]
    pub(crate) name: String,
    #[arg(long)]
    pub(crate) organisation: String,
    #[arg(long)]
    pub(crate) function: String,
    #[arg(long)]
    pub(crate) no_passphrase: bool,
}

#[derive(Debug, Args)]
pub(crate) struct New {
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "4-2|2-4")]
    pub(crate) checklist: String,
    #[arg(long)]
    pub(crate) title: String,
    #[arg(long)]
    pub(crate) protect: bool,
    #[arg(long, value_name = "FILE", requires = "protect")]
    pub(crate) recipient: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum CaseJob {
    Fields,
    Show,
    Set(CaseSet),
    Load(CaseLoad),
}

#[derive(Debug, Args)]
pub(crate) struct CaseSet {
    pub(crate) field: String,
    #[arg(required = true)]
    pub(crate) value: Vec<String>,
    #[arg(long)]
    pub(crate) reason: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct CaseLoad {
    pub(crate) file: PathBuf,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PeopleJob {
    List,
    Admit(Admit),
    Revoke(Revoke),
    NewKey(NewKey),
    Introduce,
    Declare(Declare),
    Clear(Clear),
    Competence(Competence),
    Records,
}

/// The person's own declaration of impartiality: each question answered by `--no` or `--yes`.
#[derive(Debug, Args)]
pub(crate) struct Declare {
    #[arg(long, value_name = "POINT,…", value_delimiter = ',')]
    pub(crate) no: Vec<String>,
    #[arg(long, value_name = "POINT=EXPLANATION")]
    pub(crate) yes: Vec<String>,
    #[arg(long)]
    pub(crate) text: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Clear {
    pub(crate) key: String,
    #[arg(value_enum)]
    pub(crate) result: ClearWord,
    #[arg(long)]
    pub(crate) reasons: String,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ClearWord {
    Cleared,
    ClearedWithSafeguards,
    Barred,
}

#[derive(Debug, Args)]
pub(crate) struct Competence {
    pub(crate) key: String,
    #[arg(long, value_name = "KIND=NAME", required = true)]
    pub(crate) area: Vec<String>,
    #[arg(long)]
    pub(crate) basis: String,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) valid_until: String,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ExpertJob {
    Sign(ExpertSign),
    List,
}

#[derive(Debug, Args)]
pub(crate) struct ExpertSign {
    #[arg(long)]
    pub(crate) row: Vec<String>,
    #[arg(long)]
    pub(crate) activity: Vec<String>,
    #[arg(long)]
    pub(crate) text: String,
    #[arg(long, value_name = "NAME|SHA256")]
    pub(crate) evidence: Vec<String>,
    #[arg(long, value_name = "E-N")]
    pub(crate) replaces: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ReviewJob {
    Accept(ReviewPoints),
    Return(ReviewPoints),
    Point(PointRaise),
    Answer(PointAnswer),
    Close(PointClose),
    Points,
}

#[derive(Debug, Args)]
pub(crate) struct ReviewPoints {
    #[arg(long)]
    pub(crate) points: String,
}

#[derive(Debug, Args)]
pub(crate) struct PointRaise {
    #[arg(long)]
    pub(crate) row: Option<String>,
    #[arg(long)]
    pub(crate) activity: Option<String>,
    #[arg(long)]
    pub(crate) finding: Option<String>,
    #[arg(long)]
    pub(crate) text: String,
}

#[derive(Debug, Args)]
pub(crate) struct PointAnswer {
    pub(crate) point: String,
    #[arg(long)]
    pub(crate) text: String,
    #[arg(long, value_name = "NAME|SHA256")]
    pub(crate) evidence: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct PointClose {
    pub(crate) point: String,
    #[arg(value_enum)]
    pub(crate) result: PointWord,
    #[arg(long)]
    pub(crate) note: String,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum PointWord {
    Settled,
    NotSettled,
    Withdrawn,
}

#[derive(Debug, Args)]
pub(crate) struct Lock {
    #[arg(required_unless_present = "all")]
    pub(crate) row: Vec<String>,
    #[arg(long, conflicts_with = "row")]
    pub(crate) all: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Unlock {
    #[arg(required_unless_present = "all")]
    pub(crate) row: Vec<String>,
    #[arg(long, conflicts_with = "row")]
    pub(crate) all: bool,
    #[arg(long)]
    pub(crate) reason: String,
}

#[derive(Debug, Args)]
pub(crate) struct Admit {
    #[arg(long)]
    pub(crate) key: String,
    #[arg(long)]
    pub(crate) name: Option<String>,
    #[arg(long)]
    pub(crate) organisation: Option<String>,
    #[arg(long, required = true, value_delimiter = ',')]
    pub(crate) role: Vec<String>,
    #[arg(long)]
    pub(crate) competence: Option<String>,
    #[arg(long)]
    pub(crate) function: Option<String>,
    #[arg(long)]
    pub(crate) impartiality: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Form {
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
    #[arg(long, value_name = "en|de", default_value = "en")]
    pub(crate) language: String,
    #[arg(long)]
    pub(crate) by_component: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) sheet: Option<String>,
    #[arg(long, value_name = "ROW")]
    pub(crate) header_row: Option<u32>,
    #[arg(long, value_name = "id=A,response=D,…")]
    pub(crate) columns: Option<String>,
    #[arg(long, value_name = "Ja=met,Nein=not_met,…")]
    pub(crate) values: Option<String>,
    #[arg(long, value_name = "integration|maintenance|all")]
    pub(crate) role: Option<String>,
    #[arg(long, value_name = "ID,ID,…", value_delimiter = ',')]
    pub(crate) reversed: Vec<String>,
    #[arg(long, value_name = "NAME|FILE", conflicts_with = "no_profile")]
    pub(crate) profile: Option<String>,
    #[arg(long)]
    pub(crate) no_profile: bool,
    #[arg(long, value_name = "NAME")]
    pub(crate) save_profile: Option<String>,
    #[arg(long)]
    pub(crate) hidden_rows: bool,
    #[arg(long, value_name = "SHA256|all")]
    pub(crate) embedded: Vec<String>,
    #[arg(long)]
    pub(crate) preview: bool,
    #[arg(long)]
    pub(crate) again: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum MappingJob {
    List,
    Take(MappingTake),
    Save(MappingSave),
    Forget(MappingForget),
}

#[derive(Debug, Args)]
pub(crate) struct MappingTake {
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct MappingSave {
    pub(crate) name: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct MappingForget {
    pub(crate) name: String,
}

#[derive(Debug, Args)]
pub(crate) struct Rows {
    #[arg(long)]
    pub(crate) group: Option<String>,
    #[arg(long)]
    pub(crate) open: bool,
    #[arg(long)]
    pub(crate) failed: bool,
    #[arg(long)]
    pub(crate) all: bool,
    #[arg(long, value_name = "TEXT")]
    pub(crate) search: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    pub(crate) row: String,
}

#[derive(Debug, Args)]
pub(crate) struct Record {
    #[arg(required_unless_present = "from")]
    pub(crate) row: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "row")]
    pub(crate) from: Option<PathBuf>,
    #[arg(long)]
    pub(crate) verdict: Option<String>,
    #[arg(long)]
    pub(crate) rationale: Option<String>,
    #[arg(long, value_name = "NAME|SHA256")]
    pub(crate) evidence: Vec<String>,
    #[arg(long, value_name = "REASON")]
    pub(crate) no_evidence: Option<String>,
    #[arg(long, value_name = "component|integration")]
    pub(crate) by: Option<String>,
    #[arg(long)]
    pub(crate) countermeasure: Option<String>,
    #[arg(long, value_name = "PLACE")]
    pub(crate) documented_in: Option<String>,
    #[arg(long, value_name = "JUSTIFICATION")]
    pub(crate) not_applicable: Option<String>,
    #[arg(long, value_name = "REASON", conflicts_with = "not_applicable")]
    pub(crate) applicable: Option<String>,
    #[arg(long, requires = "not_applicable")]
    pub(crate) confirm: bool,
    #[arg(long, value_name = "1-4")]
    pub(crate) declared_ml: Option<u8>,
    #[arg(long, value_name = "1-4")]
    pub(crate) ml: Option<u8>,
    #[arg(long, value_name = "REASON")]
    pub(crate) lowered_claim: Option<String>,
    #[arg(long, value_name = "1,2,…", value_delimiter = ',')]
    pub(crate) sub_points: Vec<u32>,
    #[arg(long, value_name = "major|minor|observation", requires_all = ["finding_reason", "statement"])]
    pub(crate) finding: Option<String>,
    #[arg(long)]
    pub(crate) finding_reason: Option<String>,
    #[arg(long)]
    pub(crate) statement: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Activity {
    pub(crate) id: String,
    #[arg(long, value_name = "major|minor|observation", requires_all = ["finding_reason", "statement"])]
    pub(crate) finding: Option<String>,
    #[arg(long)]
    pub(crate) finding_reason: Option<String>,
    #[arg(long)]
    pub(crate) statement: Option<String>,
    #[arg(long, value_name = "pass|fail|inconclusive")]
    pub(crate) verdict: String,
    #[arg(long)]
    pub(crate) rationale: String,
    #[arg(long, value_name = "NAME|SHA256")]
    pub(crate) evidence: Vec<String>,
    #[arg(long, value_name = "REASON")]
    pub(crate) no_evidence: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum EvidenceJob {
    Add(EvidenceAdd),
    Load(EvidenceLoad),
    List,
    Save(EvidenceSave),
    Withhold(EvidenceWithhold),
    Documents,
    LinkDocument(DocumentLink),
    Requests(Requests),
}

#[derive(Debug, Args)]
pub(crate) struct DocumentLink {
    pub(crate) document: String,
    #[arg(long, value_name = "NAME|SHA256")]
    pub(crate) evidence: String,
}

#[derive(Debug, Args)]
pub(crate) struct Requests {
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
    #[arg(long, value_name = "en|de", default_value = "en")]
    pub(crate) language: String,
}

#[derive(Debug, Args)]
pub(crate) struct EvidenceAdd {
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) class: String,
    #[arg(long)]
    pub(crate) title: Option<String>,
    #[arg(long)]
    pub(crate) revision: Option<String>,
    #[arg(long, default_value = "supplier", value_name = "supplier|evaluator|third_party")]
    pub(crate) producer: String,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<String>,
    #[arg(long)]
    pub(crate) project: Option<String>,
    #[arg(long)]
    pub(crate) version: Option<String>,
    #[arg(long, default_value = "confidential", value_name = "public|confidential|strictly_confidential")]
    pub(crate) confidentiality: String,
}

#[derive(Debug, Args)]
pub(crate) struct EvidenceLoad {
    pub(crate) list: PathBuf,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) folder: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct EvidenceSave {
    pub(crate) evidence: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct EvidenceWithhold {
    pub(crate) evidence: String,
    #[arg(long)]
    pub(crate) reason: String,
}

#[derive(Debug, Subcommand)]
pub(crate) enum FindingJob {
    List,
    Raise(FindingRaise),
    Move(FindingMove),
    Answer(FindingAnswer),
    Escalate(FindingEscalate),
    Overdue(FindingOverdue),
}

#[derive(Debug, Args)]
pub(crate) struct FindingAnswer {
    pub(crate) finding: String,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) due: String,
    #[arg(long)]
    pub(crate) containment: String,
    #[arg(long)]
    pub(crate) extent: String,
    #[arg(long)]
    pub(crate) root_cause: String,
    #[arg(long)]
    pub(crate) action: String,
    #[arg(long)]
    pub(crate) owner: String,
    #[arg(long)]
    pub(crate) note: String,
    #[arg(long, value_name = "NAME|SHA256")]
    pub(crate) evidence: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct FindingEscalate {
    pub(crate) finding: String,
    #[arg(long, value_name = "systematic|repeated")]
    pub(crate) cause: String,
    #[arg(long)]
    pub(crate) reason: String,
    #[arg(long, value_name = "NAME|SHA256")]
    pub(crate) evidence: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct FindingOverdue {
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) on: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SampleJob {
    Draw(Box<SampleDraw>),
    List,
}

#[derive(Debug, Args)]
pub(crate) struct SampleDraw {
    #[arg(long, value_name = "FILE")]
    pub(crate) population: PathBuf,
    #[arg(long, value_name = "N")]
    pub(crate) n: u32,
    #[arg(long)]
    pub(crate) seed: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) stratum: Option<String>,
    #[arg(long, value_name = "COLUMN=VALUE")]
    pub(crate) only: Option<String>,
    #[arg(long, value_name = "COLUMN")]
    pub(crate) names: Option<String>,
    #[arg(long)]
    pub(crate) sheet: Option<String>,
    #[arg(long)]
    pub(crate) no_headings: bool,
    #[arg(long, value_name = "ITEM: REASON")]
    pub(crate) add: Vec<String>,
    #[arg(long, value_name = "ITEM: REASON")]
    pub(crate) leave_out: Vec<String>,
    #[arg(long)]
    pub(crate) reason: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum CertificateJob {
    Status(CertificateStatus),
    Grant(CertificateStep),
    Conditions(CertificateStep),
    Suspend(CertificateStep),
    Reinstate(CertificateReinstate),
    Reduce(CertificateReduce),
    Withdraw(CertificateStep),
    Expire(CertificateStep),
    Terminate(CertificateStep),
}

#[derive(Debug, Args)]
pub(crate) struct CertificateStatus {
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) on: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct CertificateStep {
    #[arg(long)]
    pub(crate) reason: String,
    #[arg(long)]
    pub(crate) directory: String,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct CertificateReinstate {
    #[command(flatten)]
    pub(crate) step: CertificateStep,
    #[arg(long)]
    pub(crate) conditions: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CertificateReduce {
    #[command(flatten)]
    pub(crate) step: CertificateStep,
    #[arg(long)]
    pub(crate) scope: String,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SurveillanceJob {
    Propose(SurveillancePropose),
    Plan(SurveillancePlan),
    Record(SurveillanceRecord),
    List,
}

#[derive(Debug, Args)]
pub(crate) struct SurveillancePropose {
    #[arg(long, value_name = "FILE")]
    pub(crate) to: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct SurveillancePlan {
    #[arg(long, value_name = "FILE")]
    pub(crate) from: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct SurveillanceRecord {
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: String,
    #[arg(long, value_name = "satisfactory|findings|unsatisfactory")]
    pub(crate) result: String,
    #[arg(long)]
    pub(crate) summary: String,
    #[arg(long, value_name = "F-1,F-2,…", value_delimiter = ',')]
    pub(crate) findings: Vec<String>,
    #[arg(long, value_name = "NAME|SHA256")]
    pub(crate) evidence: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct FindingRaise {
    #[arg(long, conflicts_with = "activity")]
    pub(crate) row: Option<String>,
    #[arg(long)]
    pub(crate) activity: Option<String>,
    #[arg(long, value_name = "major|minor|observation")]
    pub(crate) grade: String,
    #[arg(long)]
    pub(crate) reason: String,
    #[arg(long)]
    pub(crate) statement: String,
    #[arg(long, value_name = "NAME|SHA256")]
    pub(crate) evidence: Vec<String>,
    #[arg(long, value_name = "F-1")]
    pub(crate) repeats: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct FindingMove {
    pub(crate) finding: String,
    pub(crate) state: String,
    #[arg(long)]
    pub(crate) note: String,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) due: Option<String>,
    #[arg(long, value_name = "documents|on_site")]
    pub(crate) method: Option<String>,
    #[arg(long, value_name = "NAME|SHA256")]
    pub(crate) evidence: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Decide {
    #[arg(value_enum)]
    pub(crate) result: DecisionWord,
    #[arg(long)]
    pub(crate) reasons: String,
    #[arg(long)]
    pub(crate) condition: Vec<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum DecisionWord {
    Granted,
    GrantedLimited,
    Refused,
}

#[derive(Debug, Args)]
pub(crate) struct Report {
    #[arg(value_enum)]
    pub(crate) kind: KindWord,
    #[arg(long, required_unless_present = "gates")]
    pub(crate) number: Option<String>,
    #[arg(long, value_name = "FOLDER", default_value = "reports")]
    pub(crate) to: PathBuf,
    #[arg(long)]
    pub(crate) draft: bool,
    #[arg(long)]
    pub(crate) gates: bool,
    #[arg(long, conflicts_with = "draft")]
    pub(crate) stamp: bool,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) look: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Issue {
    #[arg(value_enum)]
    pub(crate) kind: KindWord,
    #[arg(long)]
    pub(crate) number: String,
    #[arg(long, value_name = "FOLDER", default_value = "reports")]
    pub(crate) to: PathBuf,
    #[arg(long)]
    pub(crate) stamp: bool,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) look: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Complete {
    pub(crate) signature: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) crl: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) certificates: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) stamp: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Bundle {
    pub(crate) signature: PathBuf,
    #[arg(long, value_enum, default_value = "listed")]
    pub(crate) evidence: EvidenceWord,
    #[arg(long)]
    pub(crate) stamp: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum EvidenceWord {
    Listed,
    Confidential,
    All,
}

#[derive(Debug, Args)]
pub(crate) struct Changes {
    pub(crate) report: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct LookCheck {
    pub(crate) folder: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum KindWord {
    SelfDeclaration,
    IndependentAssessment,
    CertificationBody,
}

/// The data set of a report for programs of other people.
#[derive(Debug, Args)]
pub(crate) struct Export {
    #[arg(value_enum)]
    pub(crate) format: FormatWord,
    #[arg(long, value_name = "FILE.json", required_unless_present = "draft_of")]
    pub(crate) report: Option<PathBuf>,
    #[arg(long, value_enum, value_name = "KIND", conflicts_with = "report", requires = "number")]
    pub(crate) draft_of: Option<KindWord>,
    #[arg(long, conflicts_with = "report")]
    pub(crate) number: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum FormatWord {
    Cyclonedx,
    Oscal,
    OscalPoam,
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Sign {
    pub(crate) signature: PathBuf,
    #[arg(long)]
    pub(crate) stamp: bool,
    #[arg(long)]
    pub(crate) note_only: bool,
    #[arg(long)]
    pub(crate) no_bundle: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Seal {
    #[arg(long, value_name = "opening|day_end|closing_meeting")]
    pub(crate) purpose: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) to: Option<PathBuf>,
    #[arg(long, value_name = "FILE.pdf")]
    pub(crate) paper: Option<PathBuf>,
    #[arg(long)]
    pub(crate) text: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Checkpoint {
    #[arg(long, value_name = "FILE")]
    pub(crate) to: Option<PathBuf>,
    #[arg(long, value_name = "FILE.pdf")]
    pub(crate) paper: Option<PathBuf>,
    #[arg(long)]
    pub(crate) text: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Countersign {
    pub(crate) note: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
}

#[derive(Debug, Subcommand)]
pub(crate) enum AnchorJob {
    Add(AnchorAdd),
    Request(AnchorRequest),
    Stamp(AnchorStamp),
    Witness(AnchorWitness),
    Authority(AnchorAuthority),
    List,
    Save(AnchorSave),
}

#[derive(Debug, Args)]
pub(crate) struct AnchorAdd {
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) name: Option<String>,
    #[arg(long)]
    pub(crate) organisation: Option<String>,
    #[arg(long, value_name = "HEX|KEY.pem")]
    pub(crate) key: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) note: Option<PathBuf>,
    #[arg(long, value_name = "CA.pem")]
    pub(crate) ca: Option<PathBuf>,
    #[arg(long, value_name = "VKEY|FILE")]
    pub(crate) witness: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct AnchorRequest {
    #[arg(long, value_name = "FILE.tsq")]
    pub(crate) to: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct AnchorStamp {
    #[arg(long, value_name = "URL", requires = "ca")]
    pub(crate) tsa: Option<String>,
    #[arg(long, value_name = "CA.pem", requires = "tsa")]
    pub(crate) ca: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct AnchorWitness {
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
    #[arg(long, value_name = "NOTE")]
    pub(crate) since: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct AnchorAuthority {
    #[arg(long, value_name = "URL")]
    pub(crate) url: String,
    #[arg(long, value_name = "CA.pem")]
    pub(crate) ca: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct AnchorSave {
    pub(crate) anchor: String,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) to: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Prove {
    #[arg(value_name = "EVENT|SHA256")]
    pub(crate) what: String,
    #[arg(long, value_name = "FILE.tlog-proof")]
    pub(crate) to: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    pub(crate) file: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) note: Option<PathBuf>,
    #[arg(long)]
    pub(crate) no_signatures: bool,
    #[arg(long, value_name = "WORDS")]
    pub(crate) words: Option<String>,
    #[arg(long, value_name = "N", requires = "words")]
    pub(crate) size: Option<u64>,
    #[arg(long, value_name = "FILE")]
    pub(crate) evidence: Option<PathBuf>,
    #[arg(long, value_name = "CA.pem")]
    pub(crate) ca: Option<PathBuf>,
    #[arg(long, value_name = "CA.pem")]
    pub(crate) trust: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Log {
    #[arg(long)]
    pub(crate) row: Option<String>,
    #[arg(long, value_name = "N")]
    pub(crate) last: Option<usize>,
}

#[derive(Debug, Args)]
pub(crate) struct Series {
    #[arg(long)]
    pub(crate) tier: Option<u8>,
    #[arg(long)]
    pub(crate) phase: Option<Phase>,
}

/// A phase of the lifecycle.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Phase {
    Assess,
    Develop,
    Maintain,
}

#[derive(Debug, Subcommand)]
pub(crate) enum VectorsJob {
    Levels(VectorsLevels),
}

#[derive(Debug, Args)]
pub(crate) struct VectorsLevels {
    pub(crate) file: PathBuf,
    #[arg(long, default_value = "4-2")]
    pub(crate) checklist: String,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ChecklistJob {
    List,
    Show(ChecklistShow),
    Check(ChecklistCheck),
    Diff(ChecklistDiff),
}

#[derive(Debug, Args)]
pub(crate) struct ChecklistShow {
    pub(crate) checklist: String,
    pub(crate) row: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ChecklistCheck {
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) checklist: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ChecklistDiff {
    pub(crate) a: String,
    pub(crate) b: String,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ProfileJob {
    Look(ProfileFile),
    Adopt(ProfileAdopt),
    Show,
}

#[derive(Debug, Args)]
pub(crate) struct ProfileFile {
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct ProfileAdopt {
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) reason: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum EditionJob {
    List,
    Move(EditionMove),
}

#[derive(Debug, Args)]
pub(crate) struct EditionMove {
    pub(crate) checklist: String,
    #[arg(long)]
    pub(crate) reason: String,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TextsJob {
    Take(TextsTake),
    Forget(TextsForget),
}

#[derive(Debug, Args)]
pub(crate) struct TextsTake {
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) checklist: String,
}

#[derive(Debug, Args)]
pub(crate) struct TextsForget {
    #[arg(long)]
    pub(crate) checklist: String,
}

/// The command with its help in the reader's language.
pub(crate) fn command(words: &Words) -> Command {
    localised(Cli::command(), "cli", words)
        .after_help(words.text("cli-exit-codes", &[]))
        .disable_help_subcommand(true)
}

fn localised(command: Command, id: &str, words: &Words) -> Command {
    let named = |id: &str| words.text(id, &[]);
    let global = [
        "dossier",
        "home",
        "passphrase_file",
        "dossier_passphrase_file",
        "dossier_key_file",
        "json",
        "older_copy",
    ];
    let command = command.about(named(id)).mut_args(|arg| {
        let name = arg.get_id().to_string();
        if matches!(name.as_str(), "help" | "version") {
            return arg;
        }
        let owner = if global.contains(&name.as_str()) { "cli" } else { id };
        let text = named(&format!("{owner}-{}", name.replace('_', "-")));
        arg.help(text)
    });
    command.mut_subcommands(|sub| {
        let below = format!("{id}-{}", sub.get_name());
        localised(sub, &below, words)
    })
}
