// Written from the Rust types by the test `the_page_knows_the_commands`; not edited by hand.

/**
 * All activities, in the order of the method.
 */
export type Activities = { 
/**
 * In order.
 */
activities: Array<ActivityView>, };

/**
 * Records a verdict on an activity.
 */
export type ActivityRecord = { 
/**
 * Id.
 */
activity: string, 
/**
 * `pass`, `fail` or `inconclusive`.
 */
verdict: string, 
/**
 * Why.
 */
rationale: string, 
/**
 * SHA-256 of evidence; absent takes what is linked.
 */
evidence?: Array<string> | null, 
/**
 * Why none.
 */
no_evidence?: string | null, 
/**
 * A finding raised with it.
 */
finding?: FindingInput | null, };

/**
 * Verdict on an activity.
 */
export type ActivityVerdictView = { 
/**
 * `pass`, `fail` or `inconclusive`.
 */
verdict: string, 
/**
 * Why.
 */
rationale: string, 
/**
 * SHA-256 of evidence.
 */
evidence: Array<string>, 
/**
 * Why none.
 */
no_evidence: string | null, 
/**
 * Who recorded it.
 */
author: string, 
/**
 * When.
 */
time: string, };

/**
 * An evaluation activity.
 */
export type ActivityView = { 
/**
 * Id, `CTX-1`.
 */
id: string, 
/**
 * Step of the method.
 */
step: number, 
/**
 * Group.
 */
group: string, 
/**
 * Clause.
 */
clause: string, 
/**
 * `check` or `examine`.
 */
verb: string, 
/**
 * Our label.
 */
label: string, 
/**
 * What a pass needs.
 */
pass_needs: Array<string>, 
/**
 * Typical evidence.
 */
typical_evidence: Array<string>, 
/**
 * Reference to the method where known.
 */
reference: string | null, 
/**
 * `high`, `medium` or `low`.
 */
confidence: string, 
/**
 * Verdict that stands.
 */
verdict: ActivityVerdictView | null, 
/**
 * First earlier activity that is still open; it blocks this one's turn.
 */
blocked_by: string | null, 
/**
 * Several verdicts compete.
 */
conflicting: boolean, 
/**
 * Linked evidence.
 */
evidence: Array<EvidenceView>, 
/**
 * Findings on it.
 */
findings: Array<FindingView>, 
/**
 * Everything recorded about it, newest first.
 */
history: Array<TrailEntry>, 
/**
 * Texts written and not yet recorded.
 */
draft: { [key in string]: string }, };

/**
 * Admits a key, or writes a card anew.
 */
export type Admit = { 
/**
 * Key, 64 hexadecimal digits.
 */
key: string, 
/**
 * Name.
 */
name: string, 
/**
 * Organisation.
 */
organisation: string, 
/**
 * Function.
 */
function?: string | null, 
/**
 * Roles.
 */
roles: Array<string>, 
/**
 * Competence.
 */
competence?: string | null, 
/**
 * Impartiality.
 */
impartiality?: string | null, };

/**
 * Two documents that may be one.
 */
export type AlikeDocuments = { 
/**
 * Name of the one.
 */
first: string, 
/**
 * Name of the other.
 */
second: string, 
/**
 * Text id of why.
 */
reason: string, };

/**
 * A distinct answer.
 */
export type AnswerView = { 
/**
 * The answer.
 */
answer: string, 
/**
 * How often; 0 where only the drop-down list of the file offers it, or a question asks for it.
 */
count: number, 
/**
 * Meaning; `null` where it asks.
 */
meaning: string | null, 
/**
 * What it may mean: meanings, or words such as `yes`.
 */
hints: Array<string>, 
/**
 * The drop-down list of the file offers it.
 */
listed: boolean, };

/**
 * Whether the row can apply.
 */
export type ApplicabilityView = { 
/**
 * Whether it can.
 */
applicable: boolean, 
/**
 * Why.
 */
justification: string, 
/**
 * Confirmed by the evaluator.
 */
confirmed: boolean, 
/**
 * Who recorded it.
 */
author: string, 
/**
 * When.
 */
time: string, };

/**
 * A kept mapping that reads the table.
 */
export type AppliedMapping = { 
/**
 * Its name.
 */
name: string, 
/**
 * Whether the headings are exactly those it was kept for.
 */
exact: boolean, 
/**
 * Headings that it does not know.
 */
new_headings: Array<string>, 
/**
 * Headings that it knows and the table lacks.
 */
gone_headings: Array<string>, };

/**
 * What the evaluation is measured against.
 */
export type BasisView = { 
/**
 * Editions that it can be moved to.
 */
editions: Array<EditionView>, 
/**
 * The last move, if there was one.
 */
moved: MoveView | null, 
/**
 * The profile that stands.
 */
profile: ProfileView | null, 
/**
 * The licensed texts of this installation.
 */
texts: TextsView | null, };

/**
 * A level that is not reached.
 */
export type BlockedLevel = { 
/**
 * 1 to 4.
 */
level: number, 
/**
 * Whether it is claimed.
 */
within_claim: boolean, 
/**
 * Rows in the way.
 */
rows: Array<BlockingRowView>, };

/**
 * A row in the way of a level.
 */
export type BlockingRowView = { 
/**
 * The row.
 */
row: string, 
/**
 * Label.
 */
label: string, 
/**
 * Why, in words.
 */
why: Told, 
/**
 * Whether the claim selects it.
 */
within_claim: boolean, };

/**
 * Whose key it is.
 */
export type CardView = { 
/**
 * Name as it stands in reports.
 */
name: string, 
/**
 * Organisation.
 */
organisation: string, 
/**
 * Function there.
 */
function: string, 
/**
 * Public key, 64 hexadecimal digits.
 */
key: string, };

/**
 * Sets a fact of the case.
 */
export type CaseSetting = { 
/**
 * Field; with `kind/` before it for one kind of report alone.
 */
field: string, 
/**
 * Value.
 */
value: unknown, 
/**
 * Why a recorded claim changes.
 */
reason?: string | null, };

/**
 * The case.
 */
export type CaseView = { 
/**
 * Every field that belongs to this kind of evaluation, in order.
 */
fields: Array<FieldView>, 
/**
 * People with a key.
 */
people: Array<PersonView>, 
/**
 * Roles a person may have.
 */
roles: Array<string>, 
/**
 * This identity is the lead and may admit people.
 */
may_admit: boolean, };

/**
 * A cell of the vendor's file.
 */
export type CellText = { 
/**
 * Address, `D14`.
 */
cell: string, 
/**
 * Text.
 */
text: string, 
/**
 * SHA-256 of the whole text where this is only its beginning.
 */
whole: string | null, };

/**
 * A claim that changed.
 */
export type ChangeView = { 
/**
 * Its row.
 */
row: string, 
/**
 * `added`, `removed`, `answer`, `evidence` or `text`.
 */
change: string, 
/**
 * What it said.
 */
before: SaidView | null, 
/**
 * What it says.
 */
after: SaidView | null, };

/**
 * What a recorded change did.
 */
export type Changed = { 
/**
 * Where everything is now.
 */
status: Status, 
/**
 * Rows that look different now.
 */
rows: Array<Line>, 
/**
 * Numbers of findings that were raised.
 */
findings: Array<string>, 
/**
 * Whether the rows of the worklist or their order changed, so that pages must be asked for again.
 */
all_rows: boolean, };

/**
 * The checkpoint of this identity's chain.
 */
export type CheckpointView = { 
/**
 * Signed note.
 */
note: string, 
/**
 * Log.
 */
origin: string, 
/**
 * Entries it covers.
 */
size: number, 
/**
 * Merkle root.
 */
root: string, 
/**
 * The checkpoint as a QR code: rows of `0` and `1`.
 */
qr: Array<string>, };

/**
 * Names a file that was chosen.
 */
export type ChosenFile = { 
/**
 * Its token.
 */
file: string, };

/**
 * What the vendor claims, with its origin.
 */
export type ClaimView = { 
/**
 * Event.
 */
event: string, 
/**
 * The answer.
 */
response: CellText | null, 
/**
 * Its meaning.
 */
meaning: string | null, 
/**
 * References to evidence.
 */
evidence: Array<CellText>, 
/**
 * Comment.
 */
comment: CellText | null, 
/**
 * Declared level as written.
 */
declared: CellText | null, 
/**
 * The cell that named the requirement.
 */
id: CellText, 
/**
 * File name.
 */
file_name: string, 
/**
 * SHA-256 of the file.
 */
file: string, 
/**
 * Sheet.
 */
sheet: string, 
/**
 * Row of the sheet.
 */
line: number, 
/**
 * Who imported it.
 */
author: string, 
/**
 * When, RFC 3339.
 */
time: string, 
/**
 * Newer than the verdict, or gone from a file that is.
 */
changed: boolean, 
/**
 * Comments on the cells of its row in the file.
 */
notes: Array<CommentView>, 
/**
 * Name of a newer file of the same kind in which the row is not answered any more.
 */
removed_in: string | null, };

/**
 * A column, with real values.
 */
export type ColumnView = { 
/**
 * `D`.
 */
letters: string, 
/**
 * Heading as it stands.
 */
heading: string, 
/**
 * Role.
 */
role: string, 
/**
 * Up to five values.
 */
samples: Array<string>, 
/**
 * Known ids in it.
 */
id_hits: number, 
/**
 * It is hidden in the file, and has no role unless a person gives it one.
 */
hidden: boolean, };

/**
 * A comment on a cell of the vendor's row.
 */
export type CommentView = { 
/**
 * The cell.
 */
cell: string, 
/**
 * Who wrote it, as the file says; may be empty.
 */
author: string, 
/**
 * Its text.
 */
text: string, };

/**
 * What has changed since a report.
 */
export type ComparedView = { 
/**
 * The newest revision of this number.
 */
newest: number, 
/**
 * Everything that differs, rows first.
 */
changes: Array<ReportChange>, };

/**
 * What follows from everything recorded.
 */
export type ConclusionView = { 
/**
 * `component` or `service_provider`.
 */
object: string, 
/**
 * The outcome in words.
 */
outcome: Told, 
/**
 * Whether a positive statement may rest on it.
 */
positive: boolean, 
/**
 * Whether it speaks against the claim.
 */
negative: boolean, 
/**
 * Per foundational requirement (6-2).
 */
frs: Array<FrView>, 
/**
 * Tuples per summary level, the total last.
 */
tuples: Array<TupleView>, 
/**
 * Tuples per role (6-1).
 */
by_role: Array<RoleTuplesView>, 
/**
 * Maturity per summary level (6-1), the whole last.
 */
maturity: Array<MaturityView>, 
/**
 * What speaks against a positive statement.
 */
against: Array<Told>, 
/**
 * What is missing for a conclusion.
 */
missing: Array<Told>, 
/**
 * What an assessor has to know.
 */
remarks: Array<Told>, };

/**
 * One of several competing values.
 */
export type ConflictValue = { 
/**
 * Event.
 */
event: string, 
/**
 * Who recorded it.
 */
author: string, 
/**
 * When.
 */
time: string, 
/**
 * What was recorded: payload fields as text.
 */
args: { [key in string]: string }, 
/**
 * SHA-256 of the evidence it names.
 */
evidence: Array<string>, };

/**
 * A field with competing values.
 */
export type ConflictView = { 
/**
 * Field: `verdict`, `applicability`, `fulfilment` or `declaration`.
 */
field: string, 
/**
 * The values, each with who recorded it.
 */
values: Array<ConflictValue>, };

/**
 * Text for the clipboard: tab-separated, with a heading line.
 */
export type Copied = { 
/**
 * The text.
 */
text: string, };

/**
 * A copy for somebody.
 */
export type CopyAsk = { 
/**
 * Token of the file to be written; nothing is overwritten.
 */
file: string, 
/**
 * For whom.
 */
name?: string | null, 
/**
 * Their organisation; both or neither.
 */
organisation?: string | null, 
/**
 * Leaves the evidence out; it stays in this dossier.
 */
without_evidence: boolean, };

/**
 * A copy that was written.
 */
export type CopyWritten = { 
/**
 * File name of the copy.
 */
name: string, 
/**
 * File name of the covering note beside it.
 */
note: string, 
/**
 * How many pieces of evidence are not in it.
 */
left_out: number, 
/**
 * Where the dossier stands: that the copy was made is in its trail.
 */
status: Status, };

/**
 * Another row to look at.
 */
export type CouplingHint = { 
/**
 * Its id.
 */
row: string, 
/**
 * Why.
 */
because: string, };

/**
 * Registered evidence that may be a document.
 */
export type DocumentFile = { 
/**
 * SHA-256.
 */
sha256: string, 
/**
 * File name.
 */
name: string, 
/**
 * Text id of why it may be it.
 */
reason: string, 
/**
 * Sure enough to count as arrived.
 */
sure: boolean, };

/**
 * Where the document key lies.
 */
export type DocumentKeyView = { 
/**
 * `file`, `store` or `token`.
 */
kind: string, 
/**
 * Where, to be shown.
 */
shown: string, };

/**
 * Links evidence to every row that refers to a document.
 */
export type DocumentLink = { 
/**
 * Name of the document.
 */
document: string, 
/**
 * SHA-256 of the evidence.
 */
sha256: string, };

/**
 * A row that needs a document.
 */
export type DocumentRow = { 
/**
 * The row.
 */
row: string, 
/**
 * Text of the reference.
 */
text: string, 
/**
 * Places in the document as written, such as `4.2`.
 */
places: Array<string>, 
/**
 * The reference says *see above*, and the row before it names the document: a reading, not linked with the others.
 */
reading: boolean, 
/**
 * A file of the document is linked to the row, or named by its verdict.
 */
linked: boolean, };

/**
 * A document of the series: what an overview states and what is really there.
 */
export type DocumentView = { 
/**
 * Id, `62443-4-2`.
 */
id: string, 
/**
 * Title in the overview.
 */
overview_title: string, 
/**
 * Type in the overview.
 */
overview_type: string, 
/**
 * Status in the overview.
 */
overview_status: string, 
/**
 * Lifecycle phase in the overview.
 */
overview_phase: string | null, 
/**
 * Real designation.
 */
designation: string | null, 
/**
 * Real title.
 */
title: string | null, 
/**
 * Note on the title.
 */
title_note: string | null, 
/**
 * Real type.
 */
document_type: string | null, 
/**
 * Real status.
 */
status: string, 
/**
 * Edition.
 */
edition: string | null, 
/**
 * Lifecycle phase.
 */
phase: string | null, 
/**
 * Where overview and reality differ: `title`, `type`, `status`, `lifecycle_phase`.
 */
differs: Array<string>, 
/**
 * `component`, `system`, `organisation` or another code.
 */
certification_scope: string, 
/**
 * What a conformity assessment against it certifies.
 */
certifies: string | null, 
/**
 * Whether and how it can be assessed.
 */
assessable: string, 
/**
 * `high`, `medium` or `low`.
 */
confidence: string, 
/**
 * Why.
 */
confidence_note: string | null, 
/**
 * Codes of the phases in which it is used.
 */
phases: Array<string>, 
/**
 * Checklists in Assay that serve it.
 */
checklists: Array<string>, };

/**
 * The documents that the vendor's claims refer to.
 */
export type Documents = { 
/**
 * Documents, those that are missing first.
 */
documents: Array<ReferencedDocument>, 
/**
 * References that name no document.
 */
others: Array<OtherReference>, 
/**
 * Pairs that may be one document; nothing was merged.
 */
alike: Array<AlikeDocuments>, };

/**
 * A new dossier.
 */
export type DossierCreate = { 
/**
 * Token of the file to be made.
 */
file: string, 
/**
 * Checklist id.
 */
checklist: string, 
/**
 * What the evaluation is called.
 */
title: string, 
/**
 * First facts of the case, recorded right after: field name and value.
 */
facts: Array<Fact>, 
/**
 * Encrypts the dossier.
 */
passphrase?: string | null, 
/**
 * Token of a file with public keys that can open an encrypted dossier as well.
 */
recipients?: string | null, };

/**
 * The open dossier, in short.
 */
export type DossierHead = { 
/**
 * Title of the evaluation.
 */
title: string, 
/**
 * Where it lies, to be shown.
 */
path: string, 
/**
 * Id of the dossier.
 */
dossier: string, 
/**
 * The pinned checklist.
 */
checklist: PackInfo, 
/**
 * SHA-256 of the pinned checklist.
 */
checklist_digest: string, 
/**
 * Why nothing can be recorded: `in_use`, `received`, `no_identity`, `not_writable`, `asked`; `null` where it can.
 */
read_only: string | null, 
/**
 * It is encrypted with a passphrase.
 */
encrypted: boolean, 
/**
 * This identity's place in the case.
 */
me: Me | null, 
/**
 * Groups of the checklist, in order.
 */
groups: Array<GroupInfo>, 
/**
 * Declared roles (6-1).
 */
roles: Array<string>, 
/**
 * Declared components (6-1).
 */
components: Array<string>, 
/**
 * Claimed component types (6-2).
 */
types: Array<string>, 
/**
 * Declared SL-C, FR 1 first (6-2).
 */
levels: Array<number> | null, 
/**
 * Declared maturity level (6-1).
 */
ml: number | null, 
/**
 * What moves with every change.
 */
status: Status, };

/**
 * Opens a dossier: one of the two says which.
 */
export type DossierOpen = { 
/**
 * A recent one.
 */
recent?: string | null, 
/**
 * A chosen file.
 */
file?: string | null, 
/**
 * Open for looking at only.
 */
read_only?: boolean | null, 
/**
 * The passphrase of an encrypted one. Without it such a dossier is refused as `dossier-locked`.
 */
passphrase?: string | null, 
/**
 * Why an older or rewritten copy is continued all the same; recorded then.
 */
older_copy?: string | null, };

/**
 * Draws a draft.
 */
export type DraftAsk = { 
/**
 * Kind.
 */
kind: string, 
/**
 * Number to print.
 */
number: string, 
/**
 * Language of the report, `en` or `de`.
 */
language: string, 
/**
 * Id of the job.
 */
job: string, };

/**
 * Keeps what is being written about a row, so that nothing is lost before it is recorded.
 */
export type DraftSet = { 
/**
 * The row or activity.
 */
subject: string, 
/**
 * Texts by field; an empty map forgets them.
 */
texts: { [key in string]: string }, };

/**
 * A draft: not recorded, not signed.
 */
export type DraftView = { 
/**
 * The PDF, base64.
 */
pdf: string, 
/**
 * Pages.
 */
pages: number, 
/**
 * What would refuse the report.
 */
problems: Array<Trouble>, 
/**
 * Characters that no font has, by field.
 */
replaced: Array<string>, };

/**
 * One row or activity that the other edition has differently.
 */
export type EditionEntry = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its label.
 */
label: string, 
/**
 * `changed`, `added` or `gone`.
 */
why: string, 
/**
 * Whether something was judged there that would stand no longer.
 */
judged: boolean, };

/**
 * Moves the evaluation to another edition.
 */
export type EditionMoving = { 
/**
 * Id of the pack.
 */
pack: string, 
/**
 * Why.
 */
reason: string, };

/**
 * Another edition of the checklist and what moving there would do.
 */
export type EditionView = { 
/**
 * The pack.
 */
pack: PackInfo, 
/**
 * Rows whose answers carry over.
 */
carried: number, 
/**
 * Rows and activities to be looked at.
 */
review: Array<EditionEntry>, };

/**
 * A file or image inside the workbook.
 */
export type EmbeddedView = { 
/**
 * Name inside the workbook.
 */
name: string, 
/**
 * `file` or `image`.
 */
kind: string, 
/**
 * Size in bytes.
 */
size: number, 
/**
 * SHA-256, by which it is chosen.
 */
sha256: string, 
/**
 * Sheets that show it.
 */
sheets: Array<string>, 
/**
 * It is evidence already.
 */
known: boolean, };

/**
 * What an evaluator records about a row; absent parts stay as they are.
 */
export type EntryInput = { 
/**
 * Verdict code.
 */
verdict?: string | null, 
/**
 * Why.
 */
rationale?: string | null, 
/**
 * SHA-256 of evidence; absent takes what is linked to each row.
 */
evidence?: Array<string> | null, 
/**
 * Why no evidence is named.
 */
no_evidence?: string | null, 
/**
 * `by_component` or `by_system_integration`.
 */
mode?: string | null, 
/**
 * What the system must provide.
 */
countermeasure?: string | null, 
/**
 * Where the user documentation says so.
 */
documented_in?: string | null, 
/**
 * Justification of "not applicable".
 */
not_applicable?: string | null, 
/**
 * Why it is applicable after all.
 */
applicable?: string | null, 
/**
 * The evaluator confirms the justification.
 */
confirm?: boolean | null, 
/**
 * Declared maturity level.
 */
declared_ml?: number | null, 
/**
 * Evaluated maturity level.
 */
ml?: number | null, 
/**
 * Why a Pass below the declared level stands.
 */
lowered_claim?: string | null, 
/**
 * Sub-points met, from 1.
 */
sub_points?: Array<number> | null, 
/**
 * A finding raised with it.
 */
finding?: FindingInput | null, };

/**
 * Names an event to be taken back.
 */
export type EventName = { 
/**
 * Event id.
 */
id: string, };

/**
 * What was added.
 */
export type EvidenceAdded = { 
/**
 * Registered items.
 */
added: Array<EvidenceView>, 
/**
 * Files that could not be added, with the reason.
 */
refused: Array<RefusedFile>, 
/**
 * What changed.
 */
changed: Changed, };

/**
 * Adds evidence.
 */
export type EvidenceAdding = { 
/**
 * Tokens of chosen or dropped files.
 */
files: Array<string>, 
/**
 * What was pasted or photographed.
 */
pasted: Array<PastedFile>, 
/**
 * What is said about all of them.
 */
card: EvidenceCard, 
/**
 * The row they are linked to.
 */
row?: string | null, 
/**
 * The activity they are linked to.
 */
activity?: string | null, 
/**
 * Id of the job.
 */
job: string, };

/**
 * What is said about evidence that is added or described anew.
 */
export type EvidenceCard = { 
/**
 * Class.
 */
class: string, 
/**
 * Title; the file name where empty.
 */
title?: string | null, 
/**
 * Revision.
 */
revision?: string | null, 
/**
 * `supplier`, `evaluator` or `third_party`.
 */
producer?: string | null, 
/**
 * Date.
 */
date?: string | null, 
/**
 * Project.
 */
project?: string | null, 
/**
 * Component version.
 */
version?: string | null, 
/**
 * `public`, `confidential` or `strictly_confidential`.
 */
confidentiality?: string | null, };

/**
 * A class of evidence.
 */
export type EvidenceClass = { 
/**
 * Code.
 */
code: string, 
/**
 * Maturity level.
 */
ml: number | null, 
/**
 * Whether a person may choose it.
 */
choosable: boolean, };

/**
 * Describes registered evidence anew.
 */
export type EvidenceDescribe = { 
/**
 * SHA-256.
 */
sha256: string, 
/**
 * What is said about it now.
 */
card: EvidenceCard, };

/**
 * What to look at, of one class of evidence.
 */
export type EvidenceHint = { 
/**
 * Class code.
 */
class: string, 
/**
 * What that is for the row.
 */
examples: Array<string>, };

/**
 * Links evidence to a row or an activity, or takes the link off.
 */
export type EvidenceLinking = { 
/**
 * The row.
 */
row?: string | null, 
/**
 * Or the activity.
 */
activity?: string | null, 
/**
 * SHA-256 of each.
 */
evidence: Array<string>, 
/**
 * Linked or not.
 */
linked: boolean, };

/**
 * Names evidence.
 */
export type EvidenceName = { 
/**
 * SHA-256.
 */
sha256: string, };

/**
 * Evidence to look at; its bytes were read and hashed for this.
 */
export type EvidencePreview = { 
/**
 * `image`, `pdf`, `text`, `none` (no preview for this type), `large` (too large to show) or `withheld`.
 */
kind: string, 
/**
 * Media type.
 */
media_type: string, 
/**
 * Bytes of an image or PDF, base64.
 */
base64: string | null, 
/**
 * Text, its beginning.
 */
text: string | null, 
/**
 * Only the beginning is shown.
 */
truncated: boolean, 
/**
 * The digest computed just now is the recorded one; `false` is damage; `null` where there are no bytes.
 */
intact: boolean | null, };

/**
 * The register.
 */
export type EvidenceRegister = { 
/**
 * By name.
 */
items: Array<EvidenceView>, 
/**
 * Classes, with the maturity level they speak for where there is one.
 */
classes: Array<EvidenceClass>, 
/**
 * Projects named so far.
 */
projects: Array<string>, };

/**
 * Writes evidence out to a chosen file.
 */
export type EvidenceSave = { 
/**
 * SHA-256.
 */
sha256: string, 
/**
 * Token of the file.
 */
file: string, };

/**
 * A piece of evidence.
 */
export type EvidenceView = { 
/**
 * SHA-256 of the bytes.
 */
sha256: string, 
/**
 * Size in bytes.
 */
size: number, 
/**
 * File name.
 */
name: string, 
/**
 * Media type by content.
 */
media_type: string, 
/**
 * Class.
 */
class: string, 
/**
 * Title.
 */
title: string, 
/**
 * Revision.
 */
revision: string | null, 
/**
 * Who produced it.
 */
producer: string, 
/**
 * Date of the document.
 */
date: string | null, 
/**
 * Sampled project.
 */
project: string | null, 
/**
 * Component version.
 */
version: string | null, 
/**
 * Confidentiality.
 */
confidentiality: string, 
/**
 * Who registered it.
 */
author: string, 
/**
 * When.
 */
time: string, 
/**
 * Why its bytes were taken out.
 */
withheld: string | null, 
/**
 * Rows and activities it is linked to or that name it.
 */
used_by: Array<string>, 
/**
 * Findings that name it.
 */
findings: Array<string>, 
/**
 * Written by Assay or a vendor's workbook: never carries a positive verdict alone.
 */
own: boolean, 
/**
 * `image`, `pdf`, `text` or `none`.
 */
preview: string, };

/**
 * Takes evidence bytes out for good.
 */
export type EvidenceWithholding = { 
/**
 * SHA-256.
 */
sha256: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A row that the profile leaves out.
 */
export type ExcludedRow = { 
/**
 * Requirement id.
 */
row: string, 
/**
 * Its label.
 */
label: string, 
/**
 * Why.
 */
justification: string | null, };

/**
 * One fact of the case.
 */
export type Fact = { 
/**
 * Field name.
 */
field: string, 
/**
 * Value in the field's shape.
 */
value: unknown, };

/**
 * One field of the case.
 */
export type FieldView = { 
/**
 * Name, `object.name`.
 */
name: string, 
/**
 * `text`, `texts`, `texts_or_none`, `exclusions`, `one_of`, `component_types`, `roles`, `levels`, `ml` or `date`.
 */
shape: string, 
/**
 * Codes of `one_of`.
 */
codes: Array<string>, 
/**
 * Value; `null` while not recorded.
 */
value: unknown, 
/**
 * Report kinds that refuse to be issued without it.
 */
needed_by: Array<string>, 
/**
 * Reserved words are refused in it.
 */
issuers_words: boolean, 
/**
 * Several values compete.
 */
conflicting: boolean, 
/**
 * Who recorded it.
 */
author: string | null, 
/**
 * When.
 */
time: string | null, 
/**
 * A change needs a reason.
 */
needs_reason: boolean, 
/**
 * Values for one kind of report alone.
 */
for_kinds: Array<KindValue>, };

/**
 * Which rows.
 */
export type Filter = { 
/**
 * Group id.
 */
group?: string | null, 
/**
 * Base requirement whose rows are wanted, with its enhancements.
 */
base?: string | null, 
/**
 * Provider role.
 */
role?: string | null, 
/**
 * Component.
 */
component?: string | null, 
/**
 * Verdict code, or `open` for none that holds.
 */
verdict?: string | null, 
/**
 * Rows with competing values.
 */
conflicting?: boolean | null, 
/**
 * Rows without any evidence.
 */
no_evidence?: boolean | null, 
/**
 * Rows whose claim is newer than the verdict.
 */
claim_changed?: boolean | null, 
/**
 * Rows of this identity.
 */
mine?: boolean | null, 
/**
 * Rows that this level is the lowest to select.
 */
level?: number | null, 
/**
 * `selected`, `above_claim` or `excluded` (by the profile).
 */
scope?: string | null, 
/**
 * `applicable`, `not_applicable` or `unconfirmed`.
 */
applicability?: string | null, 
/**
 * Rows with open findings.
 */
findings?: boolean | null, 
/**
 * A tag kind; with `tag_value` rows that carry it, without rows that carry none of the kind.
 */
tag?: string | null, 
/**
 * The tag's value.
 */
tag_value?: string | null, };

/**
 * Looks for a row by what a person types.
 */
export type FindRow = { 
/**
 * Which rows.
 */
query: WorklistQuery, 
/**
 * Beginning of an id, `5.2r3`, or a whole row.
 */
typed: string, };

/**
 * A finding to be raised.
 */
export type FindingInput = { 
/**
 * `major`, `minor` or `observation`.
 */
grade: string, 
/**
 * Why this grade.
 */
reason: string, 
/**
 * What is missing.
 */
statement: string, 
/**
 * SHA-256 of objective evidence; that of the verdict where absent.
 */
evidence?: Array<string> | null, };

/**
 * Moves a finding on.
 */
export type FindingMoving = { 
/**
 * Number.
 */
finding: string, 
/**
 * New state.
 */
state: string, 
/**
 * What was said or seen.
 */
note: string, 
/**
 * Due date.
 */
due?: string | null, 
/**
 * SHA-256 of evidence.
 */
evidence: Array<string>, };

/**
 * Raises a finding on a row or an activity.
 */
export type FindingRaising = { 
/**
 * The row.
 */
row?: string | null, 
/**
 * Or the activity.
 */
activity?: string | null, 
/**
 * The finding.
 */
finding: FindingInput, };

/**
 * A step of a finding.
 */
export type FindingStep = { 
/**
 * State it moved to.
 */
state: string, 
/**
 * What was said.
 */
note: string, 
/**
 * Due date.
 */
due: string | null, 
/**
 * SHA-256 of evidence.
 */
evidence: Array<string>, 
/**
 * Who.
 */
author: string, 
/**
 * When.
 */
time: string, };

/**
 * A finding.
 */
export type FindingView = { 
/**
 * Number, `F-1`.
 */
number: string, 
/**
 * Row or activity.
 */
subject: string, 
/**
 * `row` or `activity`.
 */
subject_kind: string, 
/**
 * Label of the requirement or activity.
 */
label: string, 
/**
 * `major`, `minor` or `observation`.
 */
grade: string, 
/**
 * Why this grade.
 */
grade_reason: string, 
/**
 * Statement.
 */
statement: string, 
/**
 * SHA-256 of evidence.
 */
evidence: Array<string>, 
/**
 * State.
 */
state: string, 
/**
 * Whether it still stands.
 */
open: boolean, 
/**
 * States that may follow.
 */
next: Array<string>, 
/**
 * Due date of the plan.
 */
due: string | null, 
/**
 * The due date has passed by this computer's clock.
 */
overdue: boolean, 
/**
 * Two findings carry this number.
 */
contested: boolean, 
/**
 * Who raised it.
 */
author: string, 
/**
 * When.
 */
time: string, 
/**
 * Steps, oldest first.
 */
steps: Array<FindingStep>, 
/**
 * Texts written and not yet recorded.
 */
draft: { [key in string]: string }, };

/**
 * All findings.
 */
export type Findings = { 
/**
 * By number.
 */
findings: Array<FindingView>, };

/**
 * Writes the worksheet that a vendor fills in.
 */
export type FormAsk = { 
/**
 * Token of the file to write.
 */
file: string, 
/**
 * Language of its words, `en` or `de`.
 */
language: string, 
/**
 * A line for each declared component.
 */
by_component: boolean, };

/**
 * What was written.
 */
export type FormWritten = { 
/**
 * Lines.
 */
lines: number, 
/**
 * How many carry an answer already.
 */
answered: number, };

/**
 * Where it is.
 */
export type FoundRow = { 
/**
 * Place among the rows of the query, from 0.
 */
index: number | null, 
/**
 * The row.
 */
row: string | null, };

/**
 * A foundational requirement.
 */
export type FrView = { 
/**
 * 1 to 7.
 */
fr: number, 
/**
 * Abbreviation.
 */
abbreviation: string, 
/**
 * Label.
 */
label: string, 
/**
 * Declared SL-C; `null` under a list of requirements.
 */
declared: number | null, 
/**
 * Highest level that the claim covers.
 */
covered: number, 
/**
 * Native level, capped at the claim.
 */
native: number, 
/**
 * Level with integration, capped at the claim.
 */
with_integration: number, 
/**
 * The native level rests on rows that are not applicable alone.
 */
native_vacuous: boolean, 
/**
 * The level with integration rests on rows that are not applicable alone.
 */
vacuous: boolean, 
/**
 * Native levels that are not reached, lowest first.
 */
native_blocked: Array<BlockedLevel>, 
/**
 * Levels with integration that are not reached, lowest first.
 */
blocked: Array<BlockedLevel>, 
/**
 * Smallest set of rows that would raise the native level.
 */
raise_native: RaiseView | null, 
/**
 * Smallest set of rows that would raise the level with integration.
 */
raise: RaiseView | null, };

/**
 * How the row is met.
 */
export type FulfilmentView = { 
/**
 * Mode.
 */
mode: string, 
/**
 * What the system must provide.
 */
countermeasure: string | null, 
/**
 * Where it is documented.
 */
documented_in: string | null, 
/**
 * Who recorded it.
 */
author: string, 
/**
 * When.
 */
time: string, };

/**
 * What blocks each kind of report.
 */
export type Gates = { 
/**
 * The three kinds.
 */
kinds: Array<KindGates>, };

/**
 * A group of the checklist: a foundational requirement or a summary level.
 */
export type GroupInfo = { 
/**
 * Id.
 */
id: string, 
/**
 * FR number.
 */
number: number | null, 
/**
 * Our label.
 */
label: string, 
/**
 * Abbreviation, `IAC`.
 */
abbreviation: string, 
/**
 * Requirements in it.
 */
total: number, };

/**
 * Our own reading of a row; informative.
 */
export type GuidanceView = { 
/**
 * What is achieved when the row is met.
 */
objective: string, 
/**
 * Questions that can be answered from what is at hand.
 */
checks: Array<string>, 
/**
 * What to look at.
 */
evidence: Array<EvidenceHint>, 
/**
 * What does not show it.
 */
not_enough: Array<string>, 
/**
 * When the row applies, as a question; where the answer is no, it is not applicable.
 */
applies_if: string | null, 
/**
 * What rises with the level.
 */
levels: Array<LevelHint>, 
/**
 * Other rows to look at with this one.
 */
couplings: Array<CouplingHint>, 
/**
 * Suggested tests.
 */
test_cases: Array<TestHint>, 
/**
 * Why no test can show it.
 */
untestable: string | null, 
/**
 * `high`, `medium` or `low`.
 */
confidence: string, };

/**
 * Makes the identity of this installation.
 */
export type IdentityCreate = { 
/**
 * Name as it stands in reports.
 */
name: string, 
/**
 * Organisation.
 */
organisation: string, 
/**
 * Function there.
 */
function: string, 
/**
 * Encrypts the key file.
 */
passphrase?: string | null, };

/**
 * Whether there is an identity and whether it can sign now.
 */
export type IdentityState = { 
/**
 * `none`, `locked` (a passphrase is needed) or `ready`.
 */
state: string, 
/**
 * Whose it is.
 */
card: CardView | null, };

/**
 * Opens the key for signing.
 */
export type IdentityUnlock = { 
/**
 * The passphrase of the key file.
 */
passphrase: string, };

/**
 * Reads a file and says what it would record.
 */
export type ImportAsk = { 
/**
 * Token of the file.
 */
file: string, 
/**
 * Id of the job.
 */
job: string, 
/**
 * Sheet; the best one where absent.
 */
sheet?: string | null, 
/**
 * Header row, from 1.
 */
header_row?: number | null, 
/**
 * Role by column letter; guessed where absent.
 */
columns?: { [key in string]: string } | null, 
/**
 * Meaning by answer.
 */
values?: { [key in string]: string } | null, 
/**
 * Provider role of rows that name none: `integration`, `maintenance` or `all`.
 */
role?: string | null, 
/**
 * Name of a kept mapping to read the table with; an empty name reads it without any. Where absent, the one that fits
 * best is applied, if there is one.
 */
mapping?: string | null, 
/**
 * Take rows that are hidden in the file too.
 */
hidden_rows?: boolean | null, };

/**
 * Records a proposal.
 */
export type ImportCommit = { 
/**
 * The proposal.
 */
proposal: string, 
/**
 * Although it was imported before.
 */
again: boolean, 
/**
 * SHA-256 of the files and images inside the workbook that become evidence.
 */
embedded: Array<string>, 
/**
 * Id of the job.
 */
job: string, };

/**
 * What was recorded.
 */
export type ImportDone = { 
/**
 * Claims recorded; what stood already was not recorded again.
 */
claims: number, 
/**
 * Rows that the file repeats.
 */
repeated: number, 
/**
 * Files and images of the workbook that became evidence.
 */
embedded: number, 
/**
 * Totals.
 */
totals: Array<TotalView>, 
/**
 * What changed.
 */
changed: Changed, };

/**
 * What an import would record, with the account of every row.
 */
export type ImportProposal = { 
/**
 * By which it is committed.
 */
proposal: string, 
/**
 * File name.
 */
file_name: string, 
/**
 * SHA-256 of the file.
 */
sha256: string, 
/**
 * Sheets with their number of known ids, best first.
 */
sheets: Array<SheetView>, 
/**
 * Sheet taken.
 */
sheet: string, 
/**
 * Header row.
 */
header_row: number | null, 
/**
 * Columns.
 */
columns: Array<ColumnView>, 
/**
 * Roles a column may have.
 */
column_roles: Array<string>, 
/**
 * Distinct answers with their meaning.
 */
answers: Array<AnswerView>, 
/**
 * Meanings an answer may have.
 */
meanings: Array<string>, 
/**
 * Every row or run of rows of the sheet and how it ended.
 */
rows: Array<LedgerRowView>, 
/**
 * How many rows ended how: code and number.
 */
totals: Array<TotalView>, 
/**
 * Rows of the sheet; the totals add up to it.
 */
row_count: number, 
/**
 * Claims that would be recorded; what stands already is not recorded again.
 */
claims: number, 
/**
 * Claims that found no row.
 */
unplaced: Array<UnplacedView>, 
/**
 * How it differs from what an earlier file of the same kind said; `null` where there is none.
 */
since: SinceView | null, 
/**
 * The kept mapping that was applied.
 */
mapping: AppliedMapping | null, 
/**
 * Names of all kept mappings.
 */
mappings: Array<string>, 
/**
 * Rows that are hidden in the file.
 */
hidden_rows: number, 
/**
 * Whether they are taken.
 */
hidden_rows_taken: boolean, 
/**
 * Answers that mean the opposite, because the question asks for the other one.
 */
turned: Array<TurnedView>, 
/**
 * Files and images inside the workbook; none was opened.
 */
embedded: Array<EmbeddedView>, 
/**
 * What the reader noticed.
 */
notices: Array<Told>, 
/**
 * This file and sheet were imported before.
 */
already: boolean, };

/**
 * An import so far.
 */
export type ImportView = { 
/**
 * File name.
 */
file_name: string, 
/**
 * SHA-256.
 */
sha256: string, 
/**
 * Sheet.
 */
sheet: string, 
/**
 * Totals.
 */
totals: Array<TotalView>, 
/**
 * Who.
 */
author: string, 
/**
 * When.
 */
time: string, };

/**
 * Imports so far.
 */
export type Imports = { 
/**
 * Oldest first.
 */
imports: Array<ImportView>, 
/**
 * Problems with nothing to import into, such as roles that are not declared.
 */
problems: Array<Trouble>, };

/**
 * Issues a report.
 */
export type IssueAsk = { 
/**
 * Kind.
 */
kind: string, 
/**
 * Number.
 */
number: string, 
/**
 * Language of the report, `en` or `de`.
 */
language: string, 
/**
 * Token of the folder for its files.
 */
folder: string, 
/**
 * A draft is marked as one, not recorded and not signed.
 */
draft: boolean, 
/**
 * Id of the job.
 */
job: string, };

/**
 * A report on the disk.
 */
export type IssueDone = { 
/**
 * Number.
 */
number: string, 
/**
 * Revision.
 */
revision: number, 
/**
 * Files, to be shown.
 */
files: Array<string>, 
/**
 * Signature file.
 */
signature: string | null, 
/**
 * Who still has to sign.
 */
unsigned: Array<string>, 
/**
 * Pages.
 */
pages: number, 
/**
 * Gates of a draft.
 */
problems: Array<Trouble>, 
/**
 * What changed.
 */
changed: Changed, };

/**
 * A file of a report.
 */
export type IssuedFileView = { 
/**
 * Name.
 */
name: string, 
/**
 * SHA-256.
 */
sha256: string, };

/**
 * A report that was issued.
 */
export type IssuedView = { 
/**
 * Number.
 */
number: string, 
/**
 * Revision.
 */
revision: number, 
/**
 * Kind.
 */
kind: string, 
/**
 * SHA-256 of the data set.
 */
data: string, 
/**
 * Files with SHA-256.
 */
files: Array<IssuedFileView>, 
/**
 * Who.
 */
author: string, 
/**
 * When.
 */
time: string, };

/**
 * Names a job.
 */
export type JobId = { 
/**
 * As the page chose it.
 */
job: string, };

/**
 * Records a review or a decision.
 */
export type JudgeReport = { 
/**
 * `accepted` or `returned`; `granted` or `refused`.
 */
result: string, 
/**
 * Points or reasons.
 */
text: string, };

/**
 * What blocks one kind of report.
 */
export type KindGates = { 
/**
 * `self_declaration`, `independent_assessment` or `certification_body`.
 */
kind: string, 
/**
 * What stands against it; argument `place` names the row, field, finding or activity.
 */
problems: Array<Trouble>, 
/**
 * Who would sign.
 */
signing: Array<SigningView>, };

/**
 * A value for one kind of report alone.
 */
export type KindValue = { 
/**
 * Kind.
 */
kind: string, 
/**
 * Value.
 */
value: unknown, };

/**
 * A row of the sheet, or a run of rows that ended alike.
 */
export type LedgerRowView = { 
/**
 * First row, from 1.
 */
first: number, 
/**
 * Last row.
 */
last: number, 
/**
 * How it ended.
 */
kind: string, 
/**
 * Requirement ids taken.
 */
ids: Array<string>, 
/**
 * Ids not taken, with the nearest known ones.
 */
unread: Array<UnreadView>, 
/**
 * Earlier row with the same id.
 */
first_row: number | null, 
/**
 * `same`, `differs` or `contradicts`.
 */
agreement: string | null, 
/**
 * Why it was skipped.
 */
why: string | null, 
/**
 * What stood there.
 */
text: string, 
/**
 * The answer taken.
 */
answer: string | null, 
/**
 * Its meaning.
 */
meaning: string | null, 
/**
 * Comments on its cells.
 */
comments: Array<CommentView>, };

/**
 * What one level asks of a row.
 */
export type LevelHint = { 
/**
 * Security level or maturity level, 1 to 4.
 */
level: number, 
/**
 * What it adds.
 */
expects: string, };

/**
 * One row, as the grid shows it.
 */
export type Line = { 
/**
 * The row, `CR 1.1` or `SP.01.01 BR @integration`.
 */
row: string, 
/**
 * Requirement id.
 */
requirement: string, 
/**
 * Provider role.
 */
role: string | null, 
/**
 * Component of a split row.
 */
component: string | null, 
/**
 * Our label.
 */
label: string, 
/**
 * `ccsc`, `base` or `enhancement`.
 */
kind: string, 
/**
 * Group id.
 */
group: string, 
/**
 * Lowest level that selects the row (6-2).
 */
level: number | null, 
/**
 * `selected`, `above_claim` or `excluded` (by the profile).
 */
scope: string, 
/**
 * Verdict code; `null` while none stands.
 */
verdict: string | null, 
/**
 * Whether the verdict holds beside everything else recorded on the row.
 */
holds: boolean, 
/**
 * Evaluated maturity level.
 */
ml: number | null, 
/**
 * Declared maturity level.
 */
declared_ml: number | null, 
/**
 * Fulfilment mode.
 */
mode: string | null, 
/**
 * `false` where recorded as not applicable; `null` while nothing is recorded.
 */
applicable: boolean | null, 
/**
 * Whether the evaluator has confirmed that it is not applicable.
 */
confirmed: boolean, 
/**
 * The vendor's answer, its beginning.
 */
claim: string | null, 
/**
 * Its meaning.
 */
meaning: string | null, 
/**
 * The claim is newer than the verdict.
 */
claim_changed: boolean, 
/**
 * Pieces of evidence: named by the verdict or linked.
 */
evidence: number, 
/**
 * Open findings on the row.
 */
findings: number, 
/**
 * Fields with competing values.
 */
conflicts: Array<string>, 
/**
 * Tags by kind.
 */
tags: { [key in string]: Array<string> }, 
/**
 * Who set the verdict.
 */
author: string | null, 
/**
 * Whether this identity set the verdict, or the row is assigned to it.
 */
mine: boolean, 
/**
 * Beginning of the rationale.
 */
rationale: string, 
/**
 * A text was written and not yet recorded.
 */
draft: boolean, 
/**
 * `low` where our facts about the row are not certain.
 */
confidence: string, };

/**
 * That part.
 */
export type Lines = { 
/**
 * Rows that match.
 */
total: number, 
/**
 * Rows of the worklist.
 */
all: number, 
/**
 * Place of the first line, from 0.
 */
offset: number, 
/**
 * The lines.
 */
lines: Array<Line>, };

/**
 * A piece of evidence at a row.
 */
export type LinkedEvidence = { 
/**
 * The item.
 */
item: EvidenceView, 
/**
 * Named by the verdict that stands.
 */
in_verdict: boolean, 
/**
 * Linked to the row.
 */
linked: boolean, };

/**
 * A heading and its role.
 */
export type MappedColumn = { 
/**
 * Heading, in the spelling that is compared.
 */
heading: string, 
/**
 * Role.
 */
role: string, };

/**
 * Keeps how the table of a proposal is read.
 */
export type MappingKeep = { 
/**
 * The proposal.
 */
proposal: string, 
/**
 * Name to keep it under; one of that name is replaced.
 */
name: string, };

/**
 * Names a kept mapping.
 */
export type MappingName = { 
/**
 * Its name.
 */
name: string, };

/**
 * Writes a kept mapping to a file for others.
 */
export type MappingSave = { 
/**
 * Its name.
 */
name: string, 
/**
 * Token of the file to write.
 */
file: string, };

/**
 * A kept mapping.
 */
export type MappingView = { 
/**
 * Its name.
 */
name: string, 
/**
 * Headings it takes, with their roles.
 */
columns: Array<MappedColumn>, 
/**
 * Answers it knows.
 */
answers: number, };

/**
 * The mappings of this installation.
 */
export type Mappings = { 
/**
 * By name.
 */
mappings: Array<MappingView>, 
/**
 * Files that can't be read as a mapping.
 */
problems: Array<Trouble>, };

/**
 * Maturity of one summary level.
 */
export type MaturityView = { 
/**
 * Group id; empty for the whole.
 */
group: string, 
/**
 * Label.
 */
label: string, 
/**
 * Passed rows at ML 1, 2, 3, 4.
 */
distribution: Array<number>, 
/**
 * Lowest level over the passed rows.
 */
lowest: number | null, 
/**
 * Rows that are not evaluated.
 */
not_evaluated: Array<string>, 
/**
 * Rows in the way of the next level, of the whole; empty for a single summary level.
 */
blocked: Array<BlockedLevel>, 
/**
 * What would raise the lowest level.
 */
raise: RaiseView | null, };

/**
 * This identity's place in the case.
 */
export type Me = { 
/**
 * Name.
 */
name: string, 
/**
 * Chain.
 */
chain: string, 
/**
 * Roles in the case.
 */
roles: Array<string>, 
/**
 * Whether events of this key count.
 */
admitted: boolean, };

/**
 * A move to another edition that was recorded.
 */
export type MoveView = { 
/**
 * Rows whose answers carried over.
 */
carried: number, 
/**
 * Rows and activities to be looked at.
 */
review: number, 
/**
 * Why.
 */
reason: string, 
/**
 * Who.
 */
author: string, 
/**
 * When, as the device says.
 */
time: string, };

/**
 * No arguments, or no answer.
 */
export type Nothing = Record<symbol, never>;

/**
 * A file that was chosen in a dialog or dropped on the window.
 */
export type Offered = { 
/**
 * By which the page names it.
 */
token: string, 
/**
 * File name without folders.
 */
name: string, 
/**
 * Size in bytes; 0 where it does not exist yet.
 */
size: number, };

/**
 * A reference that names no document.
 */
export type OtherReference = { 
/**
 * The row.
 */
row: string, 
/**
 * Text of the reference.
 */
text: string, 
/**
 * `location`, `row`, `above`, `below`, `pending`, `none` or `text`.
 */
kind: string, };

/**
 * The tree beside the grid, with what is covered.
 */
export type Outline = { 
/**
 * Groups, or values of a tag; the last one, with an empty key, holds the rows without the tag.
 */
nodes: Array<OutlineNode>, };

/**
 * One node of the tree.
 */
export type OutlineNode = { 
/**
 * Group id, base requirement or tag value.
 */
key: string, 
/**
 * What it says.
 */
label: string, 
/**
 * Rows under it that the claim selects.
 */
rows: number, 
/**
 * Of them those with a verdict that holds.
 */
judged: number, 
/**
 * Rows with competing values.
 */
conflicting: number, 
/**
 * Nodes under it.
 */
children: Array<OutlineNode>, };

/**
 * The tree beside the grid.
 */
export type OutlineQuery = { 
/**
 * `clause`, `interviewee`, `place`, `document` or `assignee`.
 */
order: string, };

/**
 * A checklist that ships with the program.
 */
export type PackInfo = { 
/**
 * Checklist id.
 */
id: string, 
/**
 * Short name, `4-2`.
 */
part: string, 
/**
 * Document, `IEC 62443-4-2`.
 */
document: string, 
/**
 * Edition.
 */
edition: string, 
/**
 * Title of the pack.
 */
title: string, 
/**
 * The method it follows, `IEC TS 62443-6-2`.
 */
method: string, 
/**
 * `component` or `service_provider`.
 */
object: string, 
/**
 * Requirements.
 */
requirements: number, 
/**
 * Evaluation activities.
 */
activities: number, 
/**
 * As of which date.
 */
as_of: string, 
/**
 * Whether the list of rows itself is derived and was not checked against a list of that edition.
 */
unproven: boolean, };

/**
 * A value that a profile sets.
 */
export type ParameterView = { 
/**
 * What is set.
 */
name: string, 
/**
 * To what.
 */
value: string, };

/**
 * Text from the clipboard.
 */
export type Paste = { 
/**
 * Tab-separated lines, as a spreadsheet copies them.
 */
text: string, 
/**
 * Rows that receive lines without an id, in order.
 */
rows: Array<string>, 
/**
 * Column that a single unnamed column goes into: `verdict` or `rationale`.
 */
column: string, 
/**
 * Record it; otherwise only show what would be recorded.
 */
commit: boolean, };

/**
 * What a paste holds, line by line.
 */
export type Pasted = { 
/**
 * Every line of the text.
 */
lines: Array<PastedLine>, 
/**
 * What changed.
 */
changed: Changed | null, };

/**
 * Bytes from the clipboard or a camera.
 */
export type PastedFile = { 
/**
 * File name.
 */
name: string, 
/**
 * Bytes, base64.
 */
base64: string, };

/**
 * One pasted line.
 */
export type PastedLine = { 
/**
 * Number in the text, from 1.
 */
line: number, 
/**
 * The row it goes to.
 */
row: string | null, 
/**
 * Verdict code it gives.
 */
verdict: string | null, 
/**
 * Rationale it gives.
 */
rationale: string | null, 
/**
 * Why it is not recorded; `null` where it is.
 */
problem: Trouble | null, };

/**
 * What to look for at one maturity level.
 */
export type PatternView = { 
/**
 * 1 to 4.
 */
ml: number, 
/**
 * What is to be shown.
 */
to_show: string, 
/**
 * Typical evidence.
 */
typical_evidence: Array<string>, 
/**
 * What the evaluator does.
 */
activities: Array<string>, 
/**
 * What is not enough.
 */
not_enough: Array<string>, };

/**
 * A person with a key.
 */
export type PersonView = { 
/**
 * Chain.
 */
chain: string, 
/**
 * Key.
 */
key: string, 
/**
 * Name.
 */
name: string, 
/**
 * Organisation.
 */
organisation: string, 
/**
 * Function.
 */
function: string, 
/**
 * Roles.
 */
roles: Array<string>, 
/**
 * Whether events of this key count.
 */
admitted: boolean, 
/**
 * Competence for this case.
 */
competence: string | null, 
/**
 * Declaration of impartiality.
 */
impartiality: string | null, 
/**
 * It is this identity.
 */
me: boolean, 
/**
 * Has set verdicts or findings here, ever.
 */
evaluated: boolean, };

/**
 * A phase of the lifecycle and what belongs to it.
 */
export type PhaseView = { 
/**
 * `assess`, `develop` or `maintain`.
 */
code: string, 
/**
 * Documents used in it.
 */
documents: number, 
/**
 * Checklists that serve one of them.
 */
checklists: Array<PackInfo>, 
/**
 * Dossiers opened before that evaluate against one of them.
 */
dossiers: Array<Recent>, };

/**
 * A place of a report.
 */
export type PlaceView = { 
/**
 * `issuer`, `evaluator`, `approver`, `reviewer` or `decision_maker`.
 */
place: string, 
/**
 * Who signs there.
 */
name: string, 
/**
 * It is this identity.
 */
me: boolean, 
/**
 * The signature file is signed there.
 */
noted: boolean, 
/**
 * The signature in the PDF.
 */
signed: SignedView | null, 
/**
 * This identity can sign here now: something is missing, and nobody signs before.
 */
turn: boolean, };

/**
 * Who signs a report, and what is there so far.
 */
export type PlacesView = { 
/**
 * Number.
 */
number: string, 
/**
 * Revision.
 */
revision: number, 
/**
 * Kind.
 */
kind: string, 
/**
 * The places, in the order of signing.
 */
places: Array<PlaceView>, 
/**
 * The key with which this installation signs documents; without one, only the signature file is signed.
 */
key: DocumentKeyView | null, 
/**
 * An authority for time stamps is configured.
 */
stamp: boolean, 
/**
 * The open dossier has issued it and can record what is signed.
 */
recorded_here: boolean, };

/**
 * Adopts a profile.
 */
export type ProfileAdopting = { 
/**
 * Token of its file.
 */
file: string, 
/**
 * Why, where another profile stands.
 */
reason?: string | null, };

/**
 * What the profile says about one row.
 */
export type ProfileRowView = { 
/**
 * Title of the profile.
 */
profile: string, 
/**
 * Whether the row belongs to it.
 */
included: boolean, 
/**
 * The level it asks for.
 */
level: number | null, 
/**
 * Why it is excluded, or selected.
 */
justification: string | null, 
/**
 * Guidance for the sector.
 */
guidance: string | null, 
/**
 * How the sector reads the row.
 */
interpretation: string | null, 
/**
 * Values that the sector sets.
 */
parameters: Array<ParameterView>, 
/**
 * How it may be implemented.
 */
examples: Array<string>, };

/**
 * A security profile.
 */
export type ProfileView = { 
/**
 * Its own id.
 */
id: string, 
/**
 * Version.
 */
version: string, 
/**
 * Title.
 */
title: string, 
/**
 * Publisher.
 */
publisher: string, 
/**
 * `draft`, `published` or `withdrawn`.
 */
status: string, 
/**
 * Date of the profile.
 */
date: string, 
/**
 * Whether it has what IEC TS 62443-1-5 asks of one; else it is a tailoring.
 */
conforms: boolean, 
/**
 * Sector.
 */
sector: string | null, 
/**
 * The object it is about.
 */
object: string | null, 
/**
 * Assumptions.
 */
assumptions: Array<string>, 
/**
 * Threats of the sector.
 */
threats: Array<ThreatView>, 
/**
 * Summary of the risk evaluation.
 */
risk: string | null, 
/**
 * Rows that belong to it.
 */
included: number, 
/**
 * Rows that do not.
 */
excluded: Array<ExcludedRow>, 
/**
 * Rows for which it asks a level.
 */
raised: Array<RaisedRow>, 
/**
 * What a reader has to be told about it.
 */
flaws: Array<Told>, };

/**
 * How far the rows are; each row is counted once.
 */
export type Progress = { 
/**
 * Rows of the worklist that the claim selects.
 */
rows: number, 
/**
 * With a verdict that holds.
 */
judged: number, 
/**
 * Inconclusive.
 */
inconclusive: number, 
/**
 * With competing values.
 */
conflicting: number, 
/**
 * Without a verdict that holds.
 */
open: number, 
/**
 * Findings that stand open.
 */
findings: number, };

/**
 * Encrypts the dossier, changes its passphrase or takes it away.
 */
export type Protect = { 
/**
 * The new passphrase; without one the dossier becomes a plain file.
 */
passphrase?: string | null, 
/**
 * Token of a file with public keys that can open it as well, in place of those so far.
 */
recipients?: string | null, 
/**
 * Nobody else can open it from now on.
 */
nobody?: boolean | null, };

/**
 * Who may read the dossier.
 */
export type ProtectionView = { 
/**
 * It is encrypted with a passphrase.
 */
encrypted: boolean, 
/**
 * Public keys that can open it as well, by the recovery file beside it.
 */
recipients: Array<string>, 
/**
 * What is wrong with the recovery file.
 */
recovery: Trouble | null, };

/**
 * What would raise a level.
 */
export type RaiseView = { 
/**
 * From.
 */
from: number, 
/**
 * To.
 */
to: number, 
/**
 * The rows.
 */
rows: Array<string>, };

/**
 * A row for which the profile asks a level.
 */
export type RaisedRow = { 
/**
 * Requirement id.
 */
row: string, 
/**
 * Its label.
 */
label: string, 
/**
 * The level, 1 to 4.
 */
level: number, };

/**
 * A file from someone else, to be verified and looked at, never worked in.
 */
export type Receive = { 
/**
 * Token of the chosen file.
 */
file: string, 
/**
 * Id of the job, for progress and cancelling.
 */
job: string, 
/**
 * The passphrase of an encrypted one.
 */
passphrase?: string | null, };

/**
 * What came of a received file.
 */
export type Received = { 
/**
 * Result of the verification.
 */
verification: Verification, 
/**
 * Open for looking at, where nothing was wrong.
 */
open: DossierHead | null, };

/**
 * A dossier opened before.
 */
export type Recent = { 
/**
 * By which the page names it.
 */
id: string, 
/**
 * Title of the evaluation.
 */
title: string, 
/**
 * Where it lies, to be shown.
 */
path: string, 
/**
 * Document and edition it evaluates against.
 */
checklist: string, 
/**
 * When it was last opened, RFC 3339.
 */
opened: string, 
/**
 * Whether the file is there now.
 */
there: boolean, };

/**
 * Names a recent dossier.
 */
export type RecentId = { 
/**
 * Its id.
 */
id: string, };

/**
 * Records the same about one or more rows.
 */
export type RecordRows = { 
/**
 * The rows.
 */
rows: Array<string>, 
/**
 * What is recorded.
 */
entry: EntryInput, 
/**
 * Only say which rows would be refused.
 */
dry?: boolean | null, };

/**
 * What came of recording about rows.
 */
export type Recorded = { 
/**
 * What changed; `null` where nothing was recorded.
 */
changed: Changed | null, 
/**
 * Rows that were recorded, or would be.
 */
recorded: Array<string>, 
/**
 * Rows that were refused, or would be, and why.
 */
refused: Array<RefusedRow>, };

/**
 * A document that claims refer to.
 */
export type ReferencedDocument = { 
/**
 * By which it is named: what to call it.
 */
name: string, 
/**
 * Revisions referred to.
 */
revisions: Array<string>, 
/**
 * Addresses that stand beside it. Nothing is fetched.
 */
urls: Array<string>, 
/**
 * `arrived`, `missing`, `perhaps`, `other_revision` or `other_content`.
 */
state: string, 
/**
 * Revisions referred to that are not there.
 */
wanted: Array<string>, 
/**
 * Rows that need it, with the places in it.
 */
rows: Array<DocumentRow>, 
/**
 * Registered evidence that is it or may be it, the surest first.
 */
files: Array<DocumentFile>, };

/**
 * A file that was not added.
 */
export type RefusedFile = { 
/**
 * Name.
 */
name: string, 
/**
 * Why.
 */
problem: Trouble, };

/**
 * A row about which something could not be recorded.
 */
export type RefusedRow = { 
/**
 * The row.
 */
row: string, 
/**
 * Why.
 */
problem: Trouble, };

/**
 * One difference.
 */
export type ReportChange = { 
/**
 * `rows`, `activities`, `findings`, `evidence`, `people`, `conclusion`, or a member of the data set.
 */
part: string, 
/**
 * What it is about; empty for a member that is no list.
 */
subject: string, 
/**
 * Where that can be seen: a row, an activity, a finding.
 */
target: string | null, 
/**
 * The field; empty where the whole entry was added or is gone.
 */
field: string, 
/**
 * What the report says.
 */
was: string | null, 
/**
 * What the dossier says now.
 */
now: string | null, };

/**
 * Where the reports stand.
 */
export type Reports = { 
/**
 * What blocks each kind, and who would sign.
 */
kinds: Array<KindGates>, 
/**
 * Reports issued.
 */
issued: Array<IssuedView>, 
/**
 * The review.
 */
review: ReviewView | null, 
/**
 * The decision.
 */
decision: ReviewView | null, 
/**
 * This identity may review.
 */
may_review: boolean, 
/**
 * This identity may decide.
 */
may_decide: boolean, 
/**
 * A number that is free, such as `2026-001`.
 */
next_number: string, 
/**
 * Texts written and not yet recorded: `review` and `decision`.
 */
draft: { [key in string]: string }, };

/**
 * Writes the list of documents to ask the vendor for.
 */
export type RequestsSave = { 
/**
 * Token of the file to write.
 */
file: string, 
/**
 * Language of its words, `en` or `de`.
 */
language: string, };

/**
 * The requirement of a row.
 */
export type RequirementView = { 
/**
 * Id.
 */
id: string, 
/**
 * The base of an enhancement.
 */
parent: string | null, 
/**
 * `ccsc`, `base` or `enhancement`.
 */
kind: string, 
/**
 * Our label.
 */
label: string, 
/**
 * Group id.
 */
group: string, 
/**
 * Label of the group.
 */
group_label: string, 
/**
 * Component types it applies to.
 */
applies_to: Array<string>, 
/**
 * Lowest level that selects it.
 */
level: number | null, 
/**
 * Clause.
 */
clause: string | null, 
/**
 * Condition under which it applies.
 */
condition: string | null, 
/**
 * The row it rests on.
 */
needs: string | null, 
/**
 * Rows that it brings with it.
 */
brings: Array<string>, 
/**
 * A value chosen by the asset owner is checked, not a fixed one.
 */
owner_parameter: boolean, 
/**
 * Documentation is delivered to the owner.
 */
documentation_delivered: boolean | null, 
/**
 * Parts that must each hold.
 */
sub_points: Array<string>, 
/**
 * Notes.
 */
notes: Array<string>, 
/**
 * `high`, `medium` or `low`.
 */
confidence: string, 
/**
 * Evidence by maturity level (6-1).
 */
patterns: Array<PatternView>, 
/**
 * What the row is after and what to look at, in our own words.
 */
guidance: GuidanceView | null, 
/**
 * Enhancements of a base requirement.
 */
enhancements: Array<string>, };

/**
 * A checkpoint that a report prints.
 */
export type ReturnedCheckpoint = { 
/**
 * Whose chain.
 */
origin: string, 
/**
 * Number of entries.
 */
size: number, 
/**
 * Root of the tree over them.
 */
root: string, };

/**
 * What a report says of itself.
 */
export type ReturnedData = { 
/**
 * Number.
 */
number: string, 
/**
 * Revision.
 */
revision: number, 
/**
 * Kind.
 */
kind: string, 
/**
 * The dossier it was issued from.
 */
dossier: string, 
/**
 * That is the open one.
 */
this_dossier: boolean, 
/**
 * SHA-256 of the data set.
 */
data: string, 
/**
 * The checkpoint it was drawn from; a summary names none.
 */
checkpoint: ReturnedCheckpoint | null, 
/**
 * It is a summary and does not hold the rows.
 */
summary: boolean, };

/**
 * What a report that comes back shows.
 */
export type ReturnedView = { 
/**
 * File name.
 */
name: string, 
/**
 * `intact`, `changed`, `unsigned`, `unreadable`, or `data` for a JSON file, which nobody signs.
 */
state: string, 
/**
 * What is wrong.
 */
trouble: Trouble | null, 
/**
 * Every signature and time stamp, in the order they were made.
 */
signatures: Array<SignatureView>, 
/**
 * Places that nobody has signed.
 */
open: Array<string>, 
/**
 * What the data set in it says.
 */
embedded: ReturnedData | null, 
/**
 * Whether the open dossier knows the file: `issued`, `signed`, `signed_elsewhere` or `unknown`.
 */
known: string, 
/**
 * What has changed in the dossier since.
 */
compared: ComparedView | null, 
/**
 * Why it was not compared.
 */
not_compared: Trouble | null, };

/**
 * A review or decision.
 */
export type ReviewView = { 
/**
 * `accepted`, `returned`, `granted` or `refused`.
 */
result: string, 
/**
 * Points or reasons.
 */
text: string, 
/**
 * Covers exactly what stands now.
 */
current: boolean, 
/**
 * Who.
 */
author: string, 
/**
 * When.
 */
time: string, };

/**
 * Tuples of one role.
 */
export type RoleTuplesView = { 
/**
 * The role.
 */
role: string, 
/**
 * Its tuples, the total last.
 */
tuples: Array<TupleView>, };

/**
 * Rows to be copied.
 */
export type RowList = { 
/**
 * The rows.
 */
rows: Array<string>, };

/**
 * Names a row.
 */
export type RowName = { 
/**
 * `CR 1.1` or `SP.01.01 BR @integration`.
 */
row: string, };

/**
 * Names of rows that match a query.
 */
export type RowNames = { 
/**
 * In the query's order.
 */
rows: Array<string>, };

/**
 * Everything about one row.
 */
export type RowView = { 
/**
 * As the grid shows it.
 */
line: Line, 
/**
 * The requirement.
 */
requirement: RequirementView, 
/**
 * What the vendor claims.
 */
claims: Array<ClaimView>, 
/**
 * Whether it can apply.
 */
applicability: ApplicabilityView | null, 
/**
 * How it is met.
 */
fulfilment: FulfilmentView | null, 
/**
 * The verdict.
 */
verdict: VerdictView | null, 
/**
 * Evidence linked to the row or named by its verdict.
 */
evidence: Array<LinkedEvidence>, 
/**
 * Findings on the row.
 */
findings: Array<FindingView>, 
/**
 * Fields with competing values, side by side.
 */
conflicts: Array<ConflictView>, 
/**
 * Everything recorded about the row, newest first.
 */
history: Array<TrailEntry>, 
/**
 * What the rules remark about the row.
 */
remarks: Array<Told>, 
/**
 * What the profile says about it.
 */
profile: ProfileRowView | null, 
/**
 * The user's own licensed text of the requirement; it is shown here and goes nowhere else.
 */
own_text: string | null, 
/**
 * Evaluation activities that are still open before this row's turn.
 */
activities_open: Array<string>, 
/**
 * Texts written and not yet recorded.
 */
draft: { [key in string]: string }, 
/**
 * Verdicts that the method knows, in the order of their keys.
 */
verdicts: Array<string>, };

/**
 * What a claim says, in short.
 */
export type SaidView = { 
/**
 * The answer.
 */
answer: string | null, 
/**
 * Its meaning.
 */
meaning: string | null, 
/**
 * The declared level.
 */
declared: string | null, 
/**
 * References to evidence.
 */
evidence: Array<string>, 
/**
 * The comment.
 */
comment: string | null, 
/**
 * Where it stands: file, sheet and cell of the answer, or else of the id.
 */
origin: string, };

/**
 * Seals everything so far.
 */
export type Seal = { 
/**
 * `opening`, `day_end` or `closing_meeting`.
 */
purpose: string, };

/**
 * The register of the IEC 62443 series.
 */
export type SeriesView = { 
/**
 * As of which date.
 */
as_of: string, 
/**
 * Sources.
 */
sources: Array<string>, 
/**
 * Tiers with their documents.
 */
tiers: Array<TierView>, 
/**
 * The three phases of the lifecycle, each with where it leads.
 */
phases: Array<PhaseView>, };

/**
 * A sheet.
 */
export type SheetView = { 
/**
 * Name.
 */
name: string, 
/**
 * Known ids in its best column.
 */
ids: number, 
/**
 * It is hidden in the file, and taken only where it is chosen.
 */
hidden: boolean, };

/**
 * Adds this identity's signature to a report.
 */
export type SignAsk = { 
/**
 * Token of the signature file.
 */
file: string, 
/**
 * Passphrase or PIN of the document key, where one is named. It is kept nowhere.
 */
secret: string | null, 
/**
 * With a time stamp of the configured authority.
 */
stamp: boolean, 
/**
 * Language of what is seen in the field, `en` or `de`.
 */
language: string, };

/**
 * What came of signing.
 */
export type SignDone = { 
/**
 * Who still has to sign the signature file.
 */
unsigned: Array<string>, 
/**
 * Places that were signed in the PDF now; none without a document key.
 */
places: Array<string>, 
/**
 * Everything as it is now, for the next one.
 */
now: PlacesView, 
/**
 * Files that were written, to be shown.
 */
files: Array<string>, 
/**
 * The signatures carry a time stamp.
 */
stamped: boolean, 
/**
 * The key's own dates do not allow today.
 */
ended: boolean, 
/**
 * What could not be done after signing; the signatures stand.
 */
later: Array<Trouble>, 
/**
 * What changed in the open dossier, where it recorded the signed files.
 */
changed: Changed | null, };

/**
 * A signature or time stamp in a PDF: four answers that are never merged.
 */
export type SignatureView = { 
/**
 * The place.
 */
field: string, 
/**
 * It is a time stamp over the whole file and no person's signature.
 */
time_stamp: boolean, 
/**
 * Why it does not hold; `null` where it does.
 */
broken: Trouble | null, 
/**
 * Whom it names.
 */
subject: string | null, 
/**
 * Who vouches for that.
 */
issuer: string | null, 
/**
 * Its fingerprint, SHA-256.
 */
sha256: string | null, 
/**
 * The trusted root it leads to.
 */
anchor: string | null, 
/**
 * `stamped`, `claimed` or `none`.
 */
when: string, 
/**
 * The time.
 */
time: string | null, 
/**
 * Who stamped it.
 */
authority: string | null, 
/**
 * That authority leads to a trusted root.
 */
authority_trusted: boolean, 
/**
 * `good`, `revoked`, `no_path`, `no_list` or `old_list`.
 */
revocation: string, 
/**
 * As of when, or since when.
 */
revocation_time: string | null, 
/**
 * Whose certificate was revoked.
 */
revoked: string | null, 
/**
 * `B-B`, `B-T`, `B-LT` or `B-LTA`.
 */
level: string | null, };

/**
 * A signature in a PDF, in short.
 */
export type SignedView = { 
/**
 * Whom it names.
 */
subject: string, 
/**
 * `B-B`, `B-T`, `B-LT` or `B-LTA`.
 */
level: string, 
/**
 * The stamped time; none without a time stamp.
 */
time: string | null, };

/**
 * A place for a signature.
 */
export type SigningView = { 
/**
 * `issuer`, `evaluator`, `reviewer`, `approver` or `decision_maker`.
 */
place: string, 
/**
 * Name.
 */
name: string, 
/**
 * Whether it is this identity.
 */
me: boolean, };

/**
 * What an earlier file said otherwise.
 */
export type SinceView = { 
/**
 * Files compared with.
 */
files: Array<string>, 
/**
 * How many claims are in each bucket, also `unchanged`: code and number.
 */
counts: Array<TotalView>, 
/**
 * Every claim that is not unchanged, in the order of the ids.
 */
changes: Array<ChangeView>, };

/**
 * Everything the first screen shows.
 */
export type Start = { 
/**
 * Version of the program.
 */
version: string, 
/**
 * The identity of this installation.
 */
identity: IdentityState, 
/**
 * Dossiers opened before, newest first.
 */
recents: Array<Recent>, 
/**
 * Checklists that ship with the program.
 */
packs: Array<PackInfo>, 
/**
 * The open dossier.
 */
open: DossierHead | null, };

/**
 * What moves with every change.
 */
export type Status = { 
/**
 * Number of the newest entry of this identity: "saved, entry n".
 */
entry: number, 
/**
 * Events in the dossier.
 */
events: number, 
/**
 * When it was recorded, RFC 3339.
 */
saved: string, 
/**
 * What undo would take back.
 */
undo: Told | null, 
/**
 * What redo would bring back.
 */
redo: Told | null, 
/**
 * How far the rows are.
 */
progress: Progress, 
/**
 * Competing values, anywhere in the dossier.
 */
conflicts: number, };

/**
 * Puts a tag on rows; an empty value takes it off.
 */
export type TagRows = { 
/**
 * The rows.
 */
rows: Array<string>, 
/**
 * `interviewee`, `place`, `document` or `assignee`.
 */
tag: string, 
/**
 * Its value.
 */
value: string, };

/**
 * Tag values in use.
 */
export type TagValues = { 
/**
 * By kind.
 */
values: { [key in string]: Array<string> }, };

/**
 * What came of a copy that was received into the open dossier.
 */
export type TakenIn = { 
/**
 * What was taken in, line by line.
 */
lines: Array<Told>, 
/**
 * The dossier as it is now.
 */
head: DossierHead, };

/**
 * A suggested test.
 */
export type TestHint = { 
/**
 * What must hold.
 */
expectation: string, 
/**
 * What has to be there before.
 */
preparation: Array<string>, 
/**
 * What is done, in order.
 */
steps: Array<string>, 
/**
 * What is seen when it passes.
 */
result: string, };

/**
 * Licensed texts on this machine.
 */
export type TextsView = { 
/**
 * Who holds the licence.
 */
licensee: string, 
/**
 * Document and edition.
 */
document: string, 
/**
 * Language.
 */
language: string, 
/**
 * Rows with a text.
 */
texts: number, 
/**
 * Rows without.
 */
without: number, };

/**
 * A threat of the sector.
 */
export type ThreatView = { 
/**
 * The threat.
 */
threat: string, 
/**
 * What it leads to.
 */
consequence: string, };

/**
 * A tier of the series.
 */
export type TierView = { 
/**
 * Number.
 */
number: number, 
/**
 * Label.
 */
label: string, 
/**
 * Its documents.
 */
documents: Array<DocumentView>, };

/**
 * A text of the locales with its arguments.
 */
export type Told = { 
/**
 * Text id.
 */
text: string, 
/**
 * Its arguments.
 */
args: { [key in string]: string }, 
/**
 * What it is about: a row, an activity, a finding or a case field; empty where it is about the whole.
 */
subject: string, };

/**
 * How many rows ended how.
 */
export type TotalView = { 
/**
 * Code.
 */
code: string, 
/**
 * Rows.
 */
rows: number, };

/**
 * One event, told.
 */
export type TrailEntry = { 
/**
 * Place in this file, from 1.
 */
n: number, 
/**
 * Number in its chain, from 1.
 */
entry: number, 
/**
 * The device's claim of the time.
 */
time: string, 
/**
 * Who recorded it.
 */
author: string, 
/**
 * Whether it counts.
 */
counts: boolean, 
/**
 * Taken back by a later event.
 */
void: boolean, 
/**
 * Event id.
 */
id: string, 
/**
 * Kind with version.
 */
kind: string, 
/**
 * Text id.
 */
text: string, 
/**
 * Arguments of the text.
 */
args: { [key in string]: string }, 
/**
 * What it is about.
 */
subject: string, 
/**
 * How many earlier events it replaces.
 */
replaces: number, 
/**
 * This identity could take it back now.
 */
can_undo: boolean, };

/**
 * A part of the trail.
 */
export type TrailPage = { 
/**
 * Events that match.
 */
total: number, 
/**
 * Events in the dossier.
 */
all: number, 
/**
 * The events, newest first.
 */
entries: Array<TrailEntry>, 
/**
 * Kinds there are.
 */
kinds: Array<string>, 
/**
 * Authors there are.
 */
authors: Array<string>, };

/**
 * Which events.
 */
export type TrailQuery = { 
/**
 * Words that must stand in author, subject or arguments.
 */
search?: string | null, 
/**
 * Kind without version, `verdict.set`.
 */
kind?: string | null, 
/**
 * Author's name.
 */
author?: string | null, 
/**
 * First one wanted, from 0, newest first.
 */
offset: number, 
/**
 * How many.
 */
limit: number, };

/**
 * Something that kept a job from being done.
 */
export type Trouble = { 
/**
 * Text id; the way forward is under `<code>-do`.
 */
code: string, 
/**
 * Arguments of both texts.
 */
args: { [key in string]: string }, 
/**
 * Further problems found in the same go.
 */
more: Array<Trouble>, };

/**
 * RA, NAR, TR with N/E and Fail.
 */
export type TupleView = { 
/**
 * Group id; empty for the total.
 */
group: string, 
/**
 * Label.
 */
label: string, 
/**
 * Requirements met.
 */
ra: number, 
/**
 * Of them by system integration (6-2).
 */
ra_by_integration: number, 
/**
 * Not applicable.
 */
nar: number, 
/**
 * All.
 */
tr: number, 
/**
 * Not met.
 */
fail: number, 
/**
 * Not evaluated, in all.
 */
not_evaluated: number, 
/**
 * Not evaluated, by reason: code and number.
 */
why_not_evaluated: Array<Told>, };

/**
 * An answer that was turned.
 */
export type TurnedView = { 
/**
 * Row of the sheet.
 */
line: number, 
/**
 * Requirement.
 */
requirement: string, 
/**
 * What the answer would mean.
 */
from: string, 
/**
 * What it means; `null` where it is not known which answer is wanted.
 */
to: string | null, };

/**
 * A claim that found no row.
 */
export type UnplacedView = { 
/**
 * Row of the sheet.
 */
line: number, 
/**
 * Requirement.
 */
requirement: string, 
/**
 * `role-unknown` or `role-missing`.
 */
why: string, 
/**
 * The vendor's word.
 */
word: string, };

/**
 * An id that was not taken.
 */
export type UnreadView = { 
/**
 * As it stood.
 */
text: string, 
/**
 * Nearest known ids: suggestions, never applied.
 */
nearest: Array<string>, };

/**
 * The verdict.
 */
export type VerdictView = { 
/**
 * Event.
 */
event: string, 
/**
 * Code.
 */
verdict: string, 
/**
 * Why.
 */
rationale: string, 
/**
 * SHA-256 of evidence.
 */
evidence: Array<string>, 
/**
 * Why none.
 */
no_evidence: string | null, 
/**
 * Evaluated maturity level.
 */
ml: number | null, 
/**
 * Why it stands below the declared level.
 */
lowered_claim: string | null, 
/**
 * Sub-points met, from 1.
 */
sub_points: Array<number>, 
/**
 * Who recorded it.
 */
author: string, 
/**
 * When.
 */
time: string, 
/**
 * Whether it holds beside everything else recorded on the row.
 */
holds: boolean, };

/**
 * Result of a verification.
 */
export type Verification = { 
/**
 * Nothing wrong was found in what was checked.
 */
ok: boolean, 
/**
 * What was checked, line by line.
 */
checked: Array<Told>, 
/**
 * The first thing that is wrong.
 */
finding: Trouble | null, 
/**
 * What is not wrong, but must be said.
 */
remarks: Array<Told>, 
/**
 * What this does not show.
 */
limits: Array<Told>, };

/**
 * A part of the rows.
 */
export type WorklistPage = { 
/**
 * Which rows.
 */
query: WorklistQuery, 
/**
 * First one wanted, from 0.
 */
offset: number, 
/**
 * How many.
 */
limit: number, };

/**
 * Which rows in which order.
 */
export type WorklistQuery = { 
/**
 * Filters; all must hold.
 */
filter?: Filter | null, 
/**
 * `clause`, `interviewee`, `place`, `document` or `assignee`.
 */
order?: string | null, 
/**
 * Words, each of which must stand in id, label, claims, remarks, rationale, tags or evidence names.
 */
search?: string | null, };

/** Every command with what it takes and answers. */
export interface Commands {
  /** Everything the first screen shows. */
  start: { args: Nothing; answer: Start };
  /** Makes the identity of this installation and opens it. */
  identity_create: { args: IdentityCreate; answer: IdentityState };
  /** Opens the key of this installation for signing. */
  identity_unlock: { args: IdentityUnlock; answer: IdentityState };
  /** Makes a dossier and opens it. */
  dossier_create: { args: DossierCreate; answer: DossierHead };
  /** Opens a dossier; where it can't be written, for looking at, and says why. */
  dossier_open: { args: DossierOpen; answer: DossierHead };
  /** Closes the dossier, so that nothing but the one file is left. */
  dossier_close: { args: Nothing; answer: Nothing };
  /** The open dossier, in short. */
  dossier_head: { args: Nothing; answer: DossierHead };
  /** Reads again what another window recorded; only where this one is for looking at. */
  dossier_reload: { args: Nothing; answer: DossierHead };
  /** Verifies a file from someone else and opens a private copy of it for looking at. */
  dossier_receive: { args: Receive; answer: Received };
  /** Who may read the open dossier. */
  protection: { args: Nothing; answer: ProtectionView };
  /** Sets, changes or takes away the passphrase of the open dossier. */
  dossier_protect: { args: Protect; answer: DossierHead };
  /** Takes a dossier off the list of recent ones; the file stays. */
  recent_forget: { args: RecentId; answer: Nothing };
  /** Stops a job; what it had not finished is not recorded. */
  job_cancel: { args: JobId; answer: Nothing };
  /** A part of the worklist. */
  worklist: { args: WorklistPage; answer: Lines };
  /** The tree beside the grid, with what is covered. */
  worklist_outline: { args: OutlineQuery; answer: Outline };
  /** Where a row is, by what a person types. */
  worklist_find: { args: FindRow; answer: FoundRow };
  /** Names of all rows of a query. */
  worklist_rows: { args: WorklistQuery; answer: RowNames };
  /** Everything about one row. */
  row: { args: RowName; answer: RowView };
  /** Records the same about one or more rows: one event for each, in one transaction. */
  record: { args: RecordRows; answer: Recorded };
  /** Puts a tag on rows. */
  tag_rows: { args: TagRows; answer: Changed };
  /** Tag values in use. */
  tag_values: { args: Nothing; answer: TagValues };
  /** Rows as text for a spreadsheet. */
  copy_rows: { args: RowList; answer: Copied };
  /** Text from a spreadsheet, shown or recorded. */
  paste: { args: Paste; answer: Pasted };
  /** Keeps what is being written. */
  draft_set: { args: DraftSet; answer: Nothing };
  /** Takes back what was recorded last, as an event. */
  undo: { args: Nothing; answer: Changed };
  /** Brings back what was taken back last, as an event. */
  redo: { args: Nothing; answer: Changed };
  /** Takes back one event of this identity. */
  take_back: { args: EventName; answer: Changed };
  /** All evaluation activities. */
  activities: { args: Nothing; answer: Activities };
  /** Records a verdict on an activity. */
  activity_record: { args: ActivityRecord; answer: Changed };
  /** The conclusion as it would be drawn now. */
  conclusion: { args: Nothing; answer: ConclusionView };
  /** What blocks each kind of report. */
  gates: { args: Nothing; answer: Gates };
  /** The evidence register. */
  evidence: { args: Nothing; answer: EvidenceRegister };
  /** Adds evidence. */
  evidence_add: { args: EvidenceAdding; answer: EvidenceAdded };
  /** Describes evidence anew. */
  evidence_describe: { args: EvidenceDescribe; answer: Changed };
  /** Links evidence to a row or activity, or takes the link off. */
  evidence_link: { args: EvidenceLinking; answer: Changed };
  /** Takes evidence bytes out for good, with a reason. */
  evidence_withhold: { args: EvidenceWithholding; answer: Changed };
  /** Evidence to look at; its bytes are hashed for this. */
  evidence_preview: { args: EvidenceName; answer: EvidencePreview };
  /** The documents that the vendor's claims refer to, and which of them have arrived. */
  documents: { args: Nothing; answer: Documents };
  /** Links evidence to every row that refers to a document. */
  document_link: { args: DocumentLink; answer: Changed };
  /** Writes the list of documents to ask the vendor for. */
  requests_save: { args: RequestsSave; answer: Nothing };
  /** Writes evidence out to a chosen file. */
  evidence_save: { args: EvidenceSave; answer: Nothing };
  /** All findings. */
  findings: { args: Nothing; answer: Findings };
  /** Raises a finding. */
  finding_raise: { args: FindingRaising; answer: Changed };
  /** Moves a finding on. */
  finding_move: { args: FindingMoving; answer: Changed };
  /** The trail in words, newest first. */
  trail: { args: TrailQuery; answer: TrailPage };
  /** Verifies the open dossier from its file alone. */
  verify: { args: JobId; answer: Verification };
  /** Seals everything so far. */
  seal: { args: Seal; answer: Changed };
  /** The checkpoint of this identity's chain. */
  checkpoint: { args: Nothing; answer: CheckpointView };
  /** Writes a copy for somebody, with its covering note. */
  copy_hand_over: { args: CopyAsk; answer: CopyWritten };
  /** Verifies a copy of the open dossier and takes in what it has and ours lacks. */
  copy_take_in: { args: Receive; answer: TakenIn };
  /** Reads a vendor's spreadsheet and says what it would record. */
  import_propose: { args: ImportAsk; answer: ImportProposal };
  /** Records a proposal. */
  import_commit: { args: ImportCommit; answer: ImportDone };
  /** Writes the worksheet that a vendor fills in. */
  vendor_form: { args: FormAsk; answer: FormWritten };
  /** Mappings that this installation keeps. */
  mappings: { args: Nothing; answer: Mappings };
  /** Keeps how the table of a proposal is read. */
  mapping_keep: { args: MappingKeep; answer: Nothing };
  /** Forgets a kept mapping. */
  mapping_forget: { args: MappingName; answer: Nothing };
  /** Writes a kept mapping to a file for others. */
  mapping_save: { args: MappingSave; answer: Nothing };
  /** Takes in a mapping from a file. */
  mapping_take: { args: ChosenFile; answer: MappingView };
  /** Imports so far. */
  imports: { args: Nothing; answer: Imports };
  /** Where the reports stand. */
  reports: { args: Nothing; answer: Reports };
  /** Draws a draft; nothing is recorded. */
  report_draft: { args: DraftAsk; answer: DraftView };
  /** Issues a report into a chosen folder. */
  report_issue: { args: IssueAsk; answer: IssueDone };
  /** Who signs a report, and what is signed so far. */
  report_places: { args: ChosenFile; answer: PlacesView };
  /** Adds this identity's signature to a report. */
  report_sign: { args: SignAsk; answer: SignDone };
  /** Checks a report that comes back, and compares it with the open dossier. */
  report_returned: { args: ChosenFile; answer: ReturnedView };
  /** Records a review. */
  review: { args: JudgeReport; answer: Changed };
  /** Records a decision. */
  decide: { args: JudgeReport; answer: Changed };
  /** Facts of the case, and its people. */
  case: { args: Nothing; answer: CaseView };
  /** Sets a fact of the case. */
  case_set: { args: CaseSetting; answer: Changed };
  /** Admits a key. */
  admit: { args: Admit; answer: Changed };
  /** Editions, profile and licensed texts. */
  basis: { args: Nothing; answer: BasisView };
  /** Reads a profile without adopting it. */
  profile_look: { args: ChosenFile; answer: ProfileView };
  /** Adopts a security profile. */
  profile_adopt: { args: ProfileAdopting; answer: Changed };
  /** Moves the evaluation to another edition of its checklist. */
  edition_move: { args: EditionMoving; answer: Changed };
  /** Takes in the user's own licensed texts; they stay on this machine. */
  texts_take: { args: ChosenFile; answer: TextsView };
  /** Forgets them. */
  texts_forget: { args: Nothing; answer: Nothing };
  /** The register of the series. */
  series: { args: Nothing; answer: SeriesView };
}
