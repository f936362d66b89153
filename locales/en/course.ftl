# The course of a nonconformity, the sample, and what becomes of a certificate.

## Refusals: nonconformities

refusal-answer-out-of-place = { $place }: an answer of the client has no place in the step to { $to }.
refusal-answer-out-of-place-do = Give the answer with accepted, plan_proposed or implemented.
refusal-answer-incomplete = { $place }: these parts of the answer say nothing: { $open }.
refusal-answer-incomplete-do = Answer each part; a plan needs containment, extent, root_cause, action and owner.
refusal-verification-out-of-place = { $place }: a way of verification has no place in the step to { $to }.
refusal-verification-out-of-place-do = State it with closed or not_effective.
refusal-verifier-is-client = { $place }: whoever speaks for the client does not verify the client's action.
refusal-verifier-is-client-do = Have it verified by an evaluator who is no client contact.
refusal-verification-needs-evidence = { $place }: a verification names what was looked at.
refusal-verification-needs-evidence-do = Name the evidence.
refusal-closing-needs-new-evidence = { $place }: the evidence named is what the finding was raised on.
refusal-closing-needs-new-evidence-do = Name evidence of the correction; the old one shows the lapse.
refusal-escalation-needs-reason = { $place }: it is not said why the nonconformity is major now.
refusal-escalation-needs-reason-do = Give the reason.
refusal-escalation-of-open-minor-only = { $place } is { $grade } and { $state }; only an open minor nonconformity becomes major.
refusal-escalation-of-open-minor-only-do = Raise a new finding; where it repeats this one, name it with --repeats.
refusal-repeat-of-another = { $place }: { $finding } is no nonconformity on the same row or activity.
refusal-repeat-of-another-do = Name the finding that is seen again, or none.
refusal-repeat-is-major = { $place }: { $finding } is seen again, so the new finding is major.
refusal-repeat-is-major-do = Raise it as major.
refusal-grant-with-late-major = The major nonconformity { $finding } was verified after { $until }, the end of its time limit.
refusal-grant-with-late-major-do = Repeat the practice stage and record its last day as conduct.to, or refuse.
gate-practice-stage-repeat = The major nonconformity { $place } was verified after { $until }, the end of its time limit.
gate-practice-stage-repeat-do = Repeat the practice stage and record its last day as conduct.to.
gate-surveillance-minor-missing = No surveillance visit looks at the open minor nonconformity { $place } in time.
gate-surveillance-minor-missing-do = Have the decision maker record a plan whose first visit names it: assay surveillance plan

## Refusals: sampling

refusal-sampling-again-needs-reason = { $place } was drawn already, and no reason is given to draw again.
refusal-sampling-again-needs-reason-do = Keep the draw, or say why it is done again: --reason "…"
refusal-sampling-population-too-large = { $place }: the list with its { $items } items does not fit into one entry of the trail.
refusal-sampling-population-too-large-do = Draw from parts of it (--only COLUMN=VALUE), or from a list with fewer columns.
refusal-sampling-needs-stratum = It is not said what the draw is of.
refusal-sampling-needs-stratum-do = Name it, such as integration.
refusal-sampling-seed = { $place }: "{ $about }" is no seed.
refusal-sampling-seed-do = Use 1 to 64 letters, digits, dots, underscores or hyphens.
refusal-sampling-item = { $place }: the item "{ $about }" has no name, or is there twice.
refusal-sampling-item-do = Correct the list, register it again and draw from that one.
refusal-sampling-values = { $place }: the item { $about } has not one value for each column.
refusal-sampling-values-do = Read the list again from its file.
refusal-sampling-size = { $place }: { $n } can't be taken from { $about }.
refusal-sampling-size-do = Take at least one, and no more than there are.
refusal-sampling-unknown-item = { $place }: { $about } is not in the population.
refusal-sampling-unknown-item-do = Name items as the list does.
refusal-sampling-item-twice = { $place }: { $about } is drawn, added or left out more than once.
refusal-sampling-item-twice-do = Add only what was not drawn, and leave out or add an item once.
refusal-sampling-needs-reason = { $place }: there is no reason why { $about } is added or left out.
refusal-sampling-needs-reason-do = Write it behind a colon: { $about }: reason

## Refusals: after the decision

refusal-certificate-not-granted = There is no decision to grant a certificate that stands ({ $place }).
refusal-certificate-not-granted-do = Decide first: assay decide granted
refusal-certificate-step = A certificate that is { $from } can't become { $to }.
refusal-certificate-step-do = Possible next: { $next }
refusal-certificate-contested = Several states of the certificate compete.
refusal-certificate-contested-do = Settle it on the safe side first, with suspended or withdrawn.
refusal-certificate-date-order = { $date } is before { $earliest }, the day of the decision or of the state before.
refusal-certificate-date-order-do = Give { $earliest } or a later day.
refusal-certificate-not-expired = The term of the certificate is not over (certificate.expiry: { $expiry }).
refusal-certificate-not-expired-do = Record terminated or withdrawn, if it ends before.
refusal-certificate-with-open-major = The major nonconformity { $finding } is open, so the certificate does not hold.
refusal-certificate-with-open-major-do = Close it first; until then the certificate may be suspended.
refusal-certificate-needs-decision = The decision does not cover what stands now.
refusal-certificate-needs-decision-do = Have what changed reviewed and decided on: assay review accept, assay decide granted
refusal-certificate-limited-decision = The decision granted with conditions, so the certificate is not valid without them.
refusal-certificate-limited-decision-do = Record conditions: assay certificate conditions
refusal-certificate-data-missing = The field { $field } is missing, which belongs to the certificate data.
refusal-certificate-data-missing-do = Record it: assay case set { $field } …
refusal-certificate-needs-reason = It is not said why the certificate changes its state.
refusal-certificate-needs-reason-do = Give the reason.
refusal-certificate-needs-directory = It is not said what the directory shall say.
refusal-certificate-needs-directory-do = Give the text of the directory: --directory "…"
refusal-certificate-scope = A scope belongs to reduced_scope and to no other state ({ $to }).
refusal-certificate-scope-do = Name the scope that is left with reduced_scope, and none with another state.
refusal-certificate-wording = The text says "{ $word }", and it may not.
refusal-certificate-wording-do = Use other words; see docs/wording.md.
refusal-surveillance-order = There is no visit, or the visit of { $due } is not behind the one before.
refusal-surveillance-order-do = Name the visits in the order of their days.
refusal-surveillance-first-late = The first visit is later than { $due }, twelve months after the decision.
refusal-surveillance-first-late-do = Plan it earlier.
refusal-surveillance-after-expiry = The visit of { $due } lies after the term of the certificate.
refusal-surveillance-after-expiry-do = Leave it out, or plan it within the term.
refusal-surveillance-year-missing = There is no visit in { $year }.
refusal-surveillance-year-missing-do = Plan at least one in each calendar year of the term.
refusal-surveillance-minor-missing = The first visit does not look at the open minor nonconformity { $finding }.
refusal-surveillance-minor-missing-do = Add it to the first visit.
refusal-surveillance-needs-summary = It is not said what was looked at.
refusal-surveillance-needs-summary-do = Give a summary.
refusal-surveillance-needs-findings = A surveillance that ends with { $result } names its findings.
refusal-surveillance-needs-findings-do = Raise them first, and name their numbers.
refusal-surveillance-leaves-open = { $finding } was due at this visit and is still open, so the visit is not satisfactory.
refusal-surveillance-leaves-open-do = Close it, or record the visit with findings.

## Problems of the jobs

finding-unknown-cause = "{ $word }" is no cause of an escalation.
finding-unknown-cause-do = Use systematic or repeated.
worksheet-unknown-method = { $place }: "{ $word }" is no way of verification.
worksheet-unknown-method-do = Use documents or on_site.
sampling-list-not-registered = The list { $path } (SHA-256 { $sha256 }) is not registered as evidence.
sampling-list-not-registered-do = Register it before drawing: assay evidence add { $path } --class other
sampling-list-empty = The list { $path } has no items here (sheet "{ $sheet }").
sampling-list-empty-do = Check the sheet, the headings and --only.
sampling-list-column = The list { $path } has no column "{ $column }".
sampling-list-column-do = Its columns: { $known }
sampling-list-row = Row { $row } of { $path } has no name.
sampling-list-row-do = Name the item in the list, or choose the column of names with --names.
sampling-only-form = "{ $text }" is not a column and a value.
sampling-only-form-do = Write --only COLUMN=VALUE, such as role=integration.
surveillance-nothing-granted = Nothing was granted, so there is nothing to survey.
surveillance-nothing-granted-do = Decide first: assay decide granted
surveillance-plan-unreadable = The plan { $path } can't be read: { $why }.
surveillance-plan-unreadable-do = Write a JSON list of visits with due, findings, rows and other. What makes such a list: assay surveillance propose
surveillance-unknown-result = "{ $word }" is no result of a surveillance.
surveillance-unknown-result-do = Use satisfactory, findings or unsatisfactory.

## What the jobs say

limit-answer = the client's answer
limit-action = the action of the plan
limit-closure = the closure
limit-major = the verification of a major nonconformity; the practice stage is repeated
limit-surveillance = the surveillance visit that looks at it
cli-said-not-overdue = No time limit has passed.
cli-said-sample = { $stratum }: { $n } of { $items } drawn with seed { $seed } from the list with SHA-256 { $source }
cli-sample-drawn = drawn
cli-sample-added = added
cli-sample-left-out = left out
cli-said-sample-suggested = A first idea of the size, by the square root: { $initial } at first, { $surveillance } for surveillance, { $recertification } at the end of the term. The size is your judgement.
cli-said-sample-saved = Draw of { $stratum } saved, entry { $entry }
cli-said-sample-again = Drawn { $count } times; reason of the last: { $reason }
cli-said-no-sample = No sample was drawn.
status-not_granted = No decision to grant a certificate stands.
status-not_stated = Granted; no state of the certificate is recorded.
status-contested = Several states of the certificate compete; none of them holds.
status-valid = The certificate is valid since { $since }.
status-conditions = The certificate holds under conditions since { $since }.
status-reduced_scope = The certificate holds for a reduced scope since { $since }.
status-suspended = The certificate is suspended since { $since }.
status-withdrawn = The certificate was withdrawn on { $since }.
status-expired = The term of the certificate is over ({ $since }).
status-terminated = The client gave the certificate up on { $since }.
cli-said-status-why = Reason: { $reason }. Directory: "{ $directory }"
cli-said-status-scope = Scope that is left: { $scope }
cli-said-status-saved = State saved, entry { $entry }
cli-said-surveillance-proposed = A proposal; nothing was recorded. Visit, findings, rows, other:
cli-said-surveillance-file = Written to { $path }. Change it as needed and record it: assay surveillance plan --from { $path }
cli-said-surveillance-planned = Plan saved, entry { $entry }
cli-said-surveillance-recorded = Surveillance of { $date } saved, entry { $entry }
cli-said-no-surveillance = No surveillance is planned or recorded.
surveillance-satisfactory = satisfactory
surveillance-findings = with findings
surveillance-unsatisfactory = unsatisfactory

## Help of the commands

cli-finding-raise-repeats = The nonconformity that is seen again; the new one is major
cli-finding-move-method = How it was verified (with closed and not_effective)
cli-finding-answer = Propose a plan with all its parts, as the client states it
cli-finding-answer-finding = The finding, F-1
cli-finding-answer-due = Due date of the plan
cli-finding-answer-containment = What was done at once
cli-finding-answer-extent = Where else it was looked for, and what was found
cli-finding-answer-root-cause = Why it could happen
cli-finding-answer-action = What is changed so that it does not come back
cli-finding-answer-owner = Who does it
cli-finding-answer-note = In a sentence, or where the plan is written
cli-finding-answer-evidence = New evidence
cli-finding-escalate = Make an open minor nonconformity a major one
cli-finding-escalate-finding = The finding, F-1
cli-finding-escalate-cause = Systematic, or repeated after it was said to be corrected
cli-finding-escalate-reason = Why
cli-finding-escalate-evidence = What it was seen in
cli-finding-overdue = Findings whose time limits have passed
cli-finding-overdue-on = On this day; today where none is given
cli-sample = The sample: drawn by a rule that anyone can do again
cli-sample-list = The draws that stand
cli-sample-draw = Draw from a list that is registered as evidence: the lowest SHA-256 of seed:item
cli-sample-draw-population = The list: CSV, text or workbook, with headings
cli-sample-draw-n = How many the rule takes
cli-sample-draw-seed = The seed, such as the dice show it; random where none is given
cli-sample-draw-stratum = What the draw is of; the value of --only, or all
cli-sample-draw-only = Only items with this value
cli-sample-draw-names = The column of names; the first where none is given
cli-sample-draw-sheet = The sheet of a workbook; the first where none is given
cli-sample-draw-no-headings = The first row is an item already
cli-sample-draw-add = Take this one too, and why
cli-sample-draw-leave-out = Pass over this one, and why
cli-sample-draw-reason = Why it is drawn again
cli-certificate = What becomes of a certificate after the decision to grant it (decision maker)
cli-certificate-status = What it is on a day
cli-certificate-status-on = On this day; today where none is given
cli-certificate-grant = Record it as valid
cli-certificate-grant-reason = Why
cli-certificate-grant-directory = What the directory says
cli-certificate-grant-date = From which day; today where none is given
cli-certificate-conditions = Record that it holds under conditions
cli-certificate-conditions-reason = Why
cli-certificate-conditions-directory = What the directory says
cli-certificate-conditions-date = From which day; today where none is given
cli-certificate-suspend = Suspend it
cli-certificate-suspend-reason = Why
cli-certificate-suspend-directory = What the directory says
cli-certificate-suspend-date = From which day; today where none is given
cli-certificate-reinstate = End a suspension
cli-certificate-reinstate-reason = Why
cli-certificate-reinstate-directory = What the directory says
cli-certificate-reinstate-date = From which day; today where none is given
cli-certificate-reduce = Reduce its scope
cli-certificate-reduce-reason = Why
cli-certificate-reduce-directory = What the directory says
cli-certificate-reduce-date = From which day; today where none is given
cli-certificate-withdraw = Withdraw it
cli-certificate-withdraw-reason = Why
cli-certificate-withdraw-directory = What the directory says
cli-certificate-withdraw-date = From which day; today where none is given
cli-certificate-expire = Record that its term is over
cli-certificate-expire-reason = Why
cli-certificate-expire-directory = What the directory says
cli-certificate-expire-date = From which day; today where none is given
cli-certificate-terminate = Record that the client gave it up
cli-certificate-terminate-reason = Why
cli-certificate-terminate-directory = What the directory says
cli-certificate-terminate-date = From which day; today where none is given
cli-certificate-reinstate-conditions = Under conditions
cli-certificate-reduce-scope = The scope that is left
cli-surveillance = Surveillance after the decision: a proposal, the plan, the visits
cli-surveillance-propose = Work out a plan; nothing is recorded
cli-surveillance-propose-to = Write it to this file, to be changed and recorded
cli-surveillance-plan = Record a plan (decision maker)
cli-surveillance-plan-from = A JSON list of visits
cli-surveillance-record = Record a surveillance that took place (evaluator)
cli-surveillance-record-date = Its last day
cli-surveillance-record-result = How it ended
cli-surveillance-record-summary = What was looked at and seen
cli-surveillance-record-findings = Findings that were raised or looked at
cli-surveillance-record-evidence = Evidence
cli-surveillance-list = Planned and recorded

## The trail

log-finding-escalate = makes { $finding } a major nonconformity ({ $cause }): { $reason }
ui-log-finding-escalate = made { $finding } a major nonconformity ({ $cause }): { $reason }
log-sampling-draw = draws { $n } of { $population } for { $stratum } with seed { $seed }: { $chosen }
ui-log-sampling-draw = drew { $n } of { $population } for { $stratum } with seed { $seed }: { $chosen }
log-certificate-state = records the certificate as { $state } from { $date }: { $reason }
ui-log-certificate-state = recorded the certificate as { $state } from { $date }: { $reason }
log-surveillance-plan = plans surveillance, { $visits } in number, the first by { $due }
ui-log-surveillance-plan = planned surveillance, { $visits } in number, the first by { $due }
log-surveillance-record = records the surveillance of { $date } ({ $result }): { $summary }
ui-log-surveillance-record = recorded the surveillance of { $date } ({ $result }): { $summary }

## States of a finding and of a certificate in the window and in reports

ui-state-upheld = Upheld
ui-state-plan_rejected = Plan returned
ui-state-not_effective = Not effective
ui-finding-to-upheld = Uphold
ui-finding-to-plan_rejected = Return the plan
ui-finding-to-not_effective = Not effective
ui-finding-note-upheld = Why the finding stands although the client disputes it.
ui-finding-note-plan_rejected = What the plan lacks.
ui-finding-note-not_effective = What was looked at, and why it does not work.
report-state-upheld = Disputed by the client and upheld
report-limit-certificate_conditions = The certificate holds under conditions since { $date }: { $text }
report-limit-certificate_reduced_scope = The certificate holds for a reduced scope since { $date }: { $text }
report-limit-certificate_suspended = The certificate is suspended since { $date } and does not attest conformity: { $text }
report-limit-certificate_withdrawn = The certificate was withdrawn on { $date }: { $text }
report-limit-certificate_expired = The term of the certificate ended before { $date }: { $text }
report-limit-certificate_terminated = The client gave the certificate up on { $date }: { $text }
report-limit-certificate_past_expiry = The term of the certificate ended on { $date }.
report-limit-certificate_contested = Several recorded states of the certificate contradict each other; none of them holds.
