//! The one list of commands: what each takes and answers, and the function that does it.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{
    Desk, basis, case, conclusion, copies, documents, evidence, findings, import, protect, record, report,
    returned, row, series, signing, start, trail, types::*, undo, worklist,
};
use crate::Problem;

macro_rules! commands {
    ($($(#[doc = $doc:literal])* $name:ident($args:ty) -> $answer:ty = $run:path;)*) => {
        /// Names of all commands; the shell's capability file lists exactly these and the shell's own.
        pub const COMMANDS: &[&str] = &[$(stringify!($name)),*];

        pub(super) fn call(desk: &Desk, name: &str, args: Value) -> Result<Value, Problem> {
            match name {
                $(stringify!($name) => answer::<$answer>($run(desk, arguments::<$args>(name, args)?)?),)*
                _ => Err(Problem::new("desk-unknown-command").with("name", name)),
            }
        }

        #[cfg(test)]
        pub(super) fn describe(take: &mut super::bindings::Taker) {
            $(take.command::<$args, $answer>(stringify!($name), concat!($($doc, "\n"),*));)*
        }
    };
}

fn arguments<T: DeserializeOwned>(name: &str, args: Value) -> Result<T, Problem> {
    let args = if args.is_null() { Value::Object(serde_json::Map::new()) } else { args };
    serde_json::from_value(args).map_err(|e| Problem::new("desk-arguments").with("name", name).with("why", e))
}

fn answer<T: Serialize>(answer: T) -> Result<Value, Problem> {
    serde_json::to_value(answer).map_err(|e| Problem::new("internal").with("why", e))
}

commands! {
    /// Everything the first screen shows.
    start(Nothing) -> Start = start::start;
    /// Makes the identity of this installation and opens it.
    identity_create(IdentityCreate) -> IdentityState = start::identity_create;
    /// Opens the key of this installation for signing.
    identity_unlock(IdentityUnlock) -> IdentityState = start::identity_unlock;
    /// Makes a dossier and opens it.
    dossier_create(DossierCreate) -> DossierHead = start::dossier_create;
    /// Opens a dossier; where it can't be written, for looking at, and says why.
    dossier_open(DossierOpen) -> DossierHead = start::dossier_open;
    /// Closes the dossier, so that nothing but the one file is left.
    dossier_close(Nothing) -> Nothing = start::dossier_close;
    /// The open dossier, in short.
    dossier_head(Nothing) -> DossierHead = start::dossier_head;
    /// Reads again what another window recorded; only where this one is for looking at.
    dossier_reload(Nothing) -> DossierHead = start::dossier_reload;
    /// Verifies a file from someone else and opens a private copy of it for looking at.
    dossier_receive(Receive) -> Received = start::dossier_receive;
    /// Who may read the open dossier.
    protection(Nothing) -> ProtectionView = protect::protection;
    /// Sets, changes or takes away the passphrase of the open dossier.
    dossier_protect(Protect) -> DossierHead = protect::protect;
    /// Takes a dossier off the list of recent ones; the file stays.
    recent_forget(RecentId) -> Nothing = start::recent_forget;
    /// Stops a job; what it had not finished is not recorded.
    job_cancel(JobId) -> Nothing = start::job_cancel;

    /// A part of the worklist.
    worklist(WorklistPage) -> Lines = worklist::page;
    /// The tree beside the grid, with what is covered.
    worklist_outline(OutlineQuery) -> Outline = worklist::outline;
    /// Where a row is, by what a person types.
    worklist_find(FindRow) -> FoundRow = worklist::find;
    /// Names of all rows of a query.
    worklist_rows(WorklistQuery) -> RowNames = worklist::names;
    /// Everything about one row.
    row(RowName) -> RowView = row::row;
    /// Records the same about one or more rows: one event for each, in one transaction.
    record(RecordRows) -> Recorded = record::record;
    /// Puts a tag on rows.
    tag_rows(TagRows) -> Changed = record::tag;
    /// Tag values in use.
    tag_values(Nothing) -> TagValues = worklist::tag_values;
    /// Rows as text for a spreadsheet.
    copy_rows(RowList) -> Copied = record::copy;
    /// Text from a spreadsheet, shown or recorded.
    paste(Paste) -> Pasted = record::paste;
    /// Keeps what is being written.
    draft_set(DraftSet) -> Nothing = record::draft_set;
    /// Takes back what was recorded last, as an event.
    undo(Nothing) -> Changed = undo::undo;
    /// Brings back what was taken back last, as an event.
    redo(Nothing) -> Changed = undo::redo;
    /// Takes back one event of this identity.
    take_back(EventName) -> Changed = undo::take_back;

    /// All evaluation activities.
    activities(Nothing) -> Activities = row::activities;
    /// Records a verdict on an activity.
    activity_record(ActivityRecord) -> Changed = record::activity;

    /// The conclusion as it would be drawn now.
    conclusion(Nothing) -> ConclusionView = conclusion::conclusion;
    /// What blocks each kind of report.
    gates(Nothing) -> Gates = conclusion::gates;

    /// The evidence register.
    evidence(Nothing) -> EvidenceRegister = evidence::register;
    /// Adds evidence.
    evidence_add(EvidenceAdding) -> EvidenceAdded = evidence::add;
    /// Describes evidence anew.
    evidence_describe(EvidenceDescribe) -> Changed = evidence::describe;
    /// Links evidence to a row or activity, or takes the link off.
    evidence_link(EvidenceLinking) -> Changed = evidence::link;
    /// Takes evidence bytes out for good, with a reason.
    evidence_withhold(EvidenceWithholding) -> Changed = evidence::withhold;
    /// Evidence to look at; its bytes are hashed for this.
    evidence_preview(EvidenceName) -> EvidencePreview = evidence::preview;
    /// The documents that the vendor's claims refer to, and which of them have arrived.
    documents(Nothing) -> Documents = documents::documents;
    /// Links evidence to every row that refers to a document.
    document_link(DocumentLink) -> Changed = documents::link;
    /// Writes the list of documents to ask the vendor for.
    requests_save(RequestsSave) -> Nothing = documents::save;
    /// Writes evidence out to a chosen file.
    evidence_save(EvidenceSave) -> Nothing = evidence::save;

    /// All findings.
    findings(Nothing) -> Findings = findings::findings;
    /// Raises a finding.
    finding_raise(FindingRaising) -> Changed = findings::raise;
    /// Moves a finding on.
    finding_move(FindingMoving) -> Changed = findings::step;

    /// The trail in words, newest first.
    trail(TrailQuery) -> TrailPage = trail::page;
    /// Verifies the open dossier from its file alone.
    verify(JobId) -> Verification = trail::verify;
    /// Seals everything so far.
    seal(Seal) -> Changed = trail::seal;
    /// The checkpoint of this identity's chain.
    checkpoint(Nothing) -> CheckpointView = trail::checkpoint;
    /// Writes a copy for somebody, with its covering note.
    copy_hand_over(CopyAsk) -> CopyWritten = copies::hand_over;
    /// Verifies a copy of the open dossier and takes in what it has and ours lacks.
    copy_take_in(Receive) -> TakenIn = copies::take_in;

    /// Reads a vendor's spreadsheet and says what it would record.
    import_propose(ImportAsk) -> ImportProposal = import::propose;
    /// Records a proposal.
    import_commit(ImportCommit) -> ImportDone = import::commit;
    /// Writes the worksheet that a vendor fills in.
    vendor_form(FormAsk) -> FormWritten = import::form;
    /// Mappings that this installation keeps.
    mappings(Nothing) -> Mappings = import::mappings;
    /// Keeps how the table of a proposal is read.
    mapping_keep(MappingKeep) -> Nothing = import::mapping_keep;
    /// Forgets a kept mapping.
    mapping_forget(MappingName) -> Nothing = import::mapping_forget;
    /// Writes a kept mapping to a file for others.
    mapping_save(MappingSave) -> Nothing = import::mapping_save;
    /// Takes in a mapping from a file.
    mapping_take(ChosenFile) -> MappingView = import::mapping_take;
    /// Imports so far.
    imports(Nothing) -> Imports = import::imports;

    /// Where the reports stand.
    reports(Nothing) -> Reports = report::reports;
    /// Draws a draft; nothing is recorded.
    report_draft(DraftAsk) -> DraftView = report::draft;
    /// Issues a report into a chosen folder.
    report_issue(IssueAsk) -> IssueDone = report::issue;
    /// Who signs a report, and what is signed so far.
    report_places(ChosenFile) -> PlacesView = signing::places;
    /// Adds this identity's signature to a report.
    report_sign(SignAsk) -> SignDone = signing::sign;
    /// Checks a report that comes back, and compares it with the open dossier.
    report_returned(ChosenFile) -> ReturnedView = returned::returned;
    /// Records a review.
    review(JudgeReport) -> Changed = report::review;
    /// Records a decision.
    decide(JudgeReport) -> Changed = report::decide;

    /// Facts of the case, and its people.
    case(Nothing) -> CaseView = case::case;
    /// Sets a fact of the case.
    case_set(CaseSetting) -> Changed = case::set;
    /// Admits a key.
    admit(Admit) -> Changed = case::admit;
    /// Editions, profile and licensed texts.
    basis(Nothing) -> BasisView = basis::basis;
    /// Reads a profile without adopting it.
    profile_look(ChosenFile) -> ProfileView = basis::profile_look;
    /// Adopts a security profile.
    profile_adopt(ProfileAdopting) -> Changed = basis::profile_adopt;
    /// Moves the evaluation to another edition of its checklist.
    edition_move(EditionMoving) -> Changed = basis::edition_move;
    /// Takes in the user's own licensed texts; they stay on this machine.
    texts_take(ChosenFile) -> TextsView = basis::texts_take;
    /// Forgets them.
    texts_forget(Nothing) -> Nothing = basis::texts_forget;
    /// The register of the series.
    series(Nothing) -> SeriesView = series::series;
}
