# The process behind a report: impartiality, competence, contributions, points of a review, locks, decisions.

## What a person may not do: the rule, then the way forward

refusal-reviewer-never-edits = A reviewer changes nothing that is evaluated ({ $place }).
refusal-reviewer-never-edits-do = Return it as a point: assay review point --text "…". The evaluator changes it.
refusal-tie-needs-explanation = A tie was declared without saying what it is ({ $place }).
refusal-tie-needs-explanation-do = Explain it: --yes { $place }="…". A quality manager judges it then.
refusal-needs-quality-manager = Only a quality manager of this case judges a declaration of impartiality ({ $place }).
refusal-needs-quality-manager-do = Have the lead admit one: assay people admit … --role quality_manager
refusal-impartiality-of-oneself = { $place }: nobody judges the own impartiality.
refusal-impartiality-of-oneself-do = Have another quality manager do it.
refusal-clearance-needs-reasons = The result on { $place } has no reasons.
refusal-clearance-needs-reasons-do = Say what it rests on, and which safeguards hold: --reasons "…"
refusal-clearance-needs-declaration = { $place } has declared nothing that could be judged.
refusal-clearance-needs-declaration-do = Have the person declare first, with the person's own identity: assay people declare
refusal-needs-lead-or-quality-manager = Only a lead or a quality manager records the competence of { $place }.
refusal-needs-lead-or-quality-manager-do = Ask one of them to do it with their own identity.
refusal-competence-of-oneself = { $place }: nobody records the own competence.
refusal-competence-of-oneself-do = Have a quality manager or another lead do it.
refusal-competence-needs-areas = The competence of { $place } names no area, or one without a name.
refusal-competence-needs-areas-do = Name each with its edition: --area standard="IEC 62443-4-2:2019"
refusal-competence-needs-basis = The competence of { $place } rests on nothing that is named.
refusal-competence-needs-basis-do = Say what it rests on, training, projects or an assessment: --basis "…"
refusal-person-barred = { $name } is barred from this case and records nothing here ({ $place }): { $reasons }
refusal-person-barred-do = Another person takes over, or a quality manager judges it anew: assay people clear
refusal-needs-expert = Only a technical expert of this case signs a contribution ({ $place }).
refusal-needs-expert-do = Have the lead admit the expert: assay people admit … --role technical_expert
refusal-contribution-needs-subject = The contribution { $place } is about no row and no activity.
refusal-contribution-needs-subject-do = Name at least one: --row "CR 1.1" or --activity CTX-1
refusal-contribution-too-wide = The contribution { $place } is about more than { $most } rows and activities.
refusal-contribution-too-wide-do = Sign several contributions.
refusal-contribution-needs-text = The contribution { $place } says nothing.
refusal-contribution-needs-text-do = Say what you found: --text "…"
refusal-unknown-contribution = There is no contribution { $place }.
refusal-unknown-contribution-do = See them with: assay expert list
refusal-contribution-not-own = The contribution { $place } is another expert's.
refusal-contribution-not-own-do = Sign one of your own; both are shown.
refusal-lock-needs-lead = Only a lead locks rows and opens them again ({ $place }).
refusal-lock-needs-lead-do = Ask the lead to do it with the lead's own identity.
refusal-lock-needs-review = Rows are locked after an accepted review, and none covers what stands now.
refusal-lock-needs-review-do = Have the case reviewed first: assay review accept
refusal-lock-row-open = { $place } has no verdict that could be locked (it is { $stage ->
    [not_started] not started
    [in_work] in work
    [evaluated] evaluated and not reviewed
   *[other] { $stage }
}).
refusal-lock-row-open-do = Record the verdict and have it reviewed, or lock the other rows.
refusal-unlock-needs-reason = No reason is given for opening locked rows.
refusal-unlock-needs-reason-do = Say why: --reason "…"
refusal-row-not-locked = { $place } is not locked.
refusal-row-not-locked-do = There is nothing to open.
refusal-row-locked = { $place } is locked by { $who } ({ $time }).
refusal-row-locked-do = Have the lead open it, with the reason: assay unlock "{ $place }" --reason "…". After the change it is reviewed again.
refusal-point-needs-one-subject = The point { $place } names more than one subject.
refusal-point-needs-one-subject-do = Name one row, activity or finding, or none for the case as a whole.
refusal-point-needs-text = The point { $place } says nothing.
refusal-point-needs-text-do = Say what is not in order: --text "…"
refusal-answer-needs-text = The answer to { $place } says nothing.
refusal-answer-needs-text-do = Say what was done, or why nothing is to be done: --text "…"
refusal-unknown-point = There is no point { $place }.
refusal-unknown-point-do = See them with: assay review points
refusal-point-closed = The point { $place } is closed already.
refusal-point-closed-do = Raise a new one: assay review point
refusal-point-not-answered = The point { $place } was not answered yet.
refusal-point-not-answered-do = Have the evaluator answer it: assay review answer { $place } --text "…". Or take it back: assay review close { $place } withdrawn
refusal-point-close-needs-note = Nothing says how the point { $place } was settled, or what is still missing.
refusal-point-close-needs-note-do = Say it in a sentence: --note "…"
refusal-review-point-open = The point { $point } of the review is open ({ $how ->
    [raised] not answered
    [answered] answered, and the answer is not judged
   *[other] the answer does not settle it
}).
refusal-review-point-open-do = See it with: assay review points. The evaluator answers it, the reviewer closes it.
refusal-limit-needs-conditions = A decision under conditions names none.
refusal-limit-needs-conditions-do = Name each of them: --condition "…"
refusal-conditions-without-limit = Conditions belong to a decision that is granted under conditions, not to one that is { $code ->
    [granted] granted
   *[other] refused
}.
refusal-conditions-without-limit-do = assay decide granted-limited … --condition "…", or leave the conditions out.
refusal-decider-reviewed = The person reviewed this case, and the scheme asks for another person to decide.
refusal-decider-reviewed-do = Another decision maker decides. The case field is scheme.separate_decision.
refusal-decider-of-client = The decision maker belongs to { $organisation }, whose case this is.
refusal-decider-of-client-do = A person of the body decides (ISO/IEC 17065, 4.2).
refusal-reviewer-of-client = The reviewer belongs to { $organisation }, whose case this is.
refusal-reviewer-of-client-do = Have a person of the body review it (ISO/IEC 17065, 4.2).

## What stands against a report

gate-person-record = Competence and impartiality of { $place } are not both recorded.
gate-person-record-do = The person declares: assay people declare. A lead or a quality manager records: assay people competence. See both with: assay people records
gate-person-barred = { $place } took part and is barred from this case.
gate-person-barred-do = Another person does that part again, or a quality manager judges it anew: assay people clear
gate-tie-unexplained = { $place } declared a tie ({ $point }) without saying what it is.
gate-tie-unexplained-do = Have the person declare anew with the explanation: assay people declare
gate-tie-not-cleared = { $place } declared a tie ({ $point }), and no quality manager has judged this declaration.
gate-tie-not-cleared-do = assay people clear … (by a quality manager)
gate-competence-expired = The competence of { $place } is recorded until { $until }; the report would be issued on { $on }.
gate-competence-expired-do = Have it recorded anew: assay people competence … (by a quality manager or another lead)
gate-point-open = The point { $place } of the review is open.
gate-point-open-do = See it with: assay review points. The evaluator answers it, the reviewer closes it.
gate-locked-row-changed = { $place } was changed while it was locked, on another copy or with another program.
gate-locked-row-changed-do = Look at the row, have the lead open it with the reason (assay unlock), and have it reviewed again.
gate-decider-reviewed = The decision maker reviewed the case as well, and the scheme separates the two.
gate-decider-reviewed-do = Another person decides. The case field is scheme.separate_decision.
gate-decider-of-client = The decision maker { $place } belongs to { $organisation }, whose case this is.
gate-decider-of-client-do = A person of the body decides (ISO/IEC 17065, 4.2).
gate-reviewer-of-client = The reviewer { $place } belongs to { $organisation }, whose case this is.
gate-reviewer-of-client-do = Have a person of the body review it (ISO/IEC 17065, 4.2).
gate-decision-conditions = The result of the decision and its conditions do not fit each other.
gate-decision-conditions-do = Have it decided again: conditions belong to granted-limited, and to nothing else.

## Words

impartiality-employment = employed by the client or the supplier, now or before
impartiality-ownership = owns a part of the client or the supplier
impartiality-family = family with such a tie
impartiality-consulting = consulting or design work for the client in the last two years
impartiality-gifts = gifts or favours
impartiality-fee = a fee that depends on the result
clearance-cleared = cleared
clearance-cleared_with_safeguards = cleared with safeguards
clearance-barred = barred
competence-standard = standard
competence-method = method
competence-role = role
competence-technology = technology
competence-audit_method = audit method
competence-language = language
point-raised = not answered
point-answered = answered
point-not_settled = not settled
point-settled = settled
point-withdrawn = taken back
stage-not_started = not started
stage-in_work = in work
stage-evaluated = evaluated
stage-reviewed = reviewed
stage-locked = locked
people-unknown-point = There is no question { $point }.
people-unknown-point-do = The questions are: { $known }
people-point-unanswered = The question { $point } is not answered.
people-point-unanswered-do = Answer each question: --no { $point }, or --yes { $point }="what it is"
people-point-answered-twice = The question { $point } is answered more than once.
people-point-answered-twice-do = Answer it by --no or by --yes.
people-unknown-area = There is no kind of area { $area }.
people-unknown-area-do = The kinds are: { $known }. Such as --area standard="IEC 62443-4-2:2019"

## On the command line

cli-people-declare = Declare your impartiality for this case, such as: --no employment,ownership,family,consulting,gifts,fee
cli-people-declare-no = Questions answered with no: employment, ownership, family, consulting, gifts, fee
cli-people-declare-yes = A question answered with yes, and what the tie is: --yes gifts="a calendar in 2025"
cli-people-declare-text = What else you declare
cli-people-clear = Judge somebody's declaration of impartiality (by a quality manager, never on oneself)
cli-people-clear-key = The person's key, or its beginning
cli-people-clear-result = Cleared, cleared with safeguards, or barred from the case
cli-people-clear-reasons = Why, and which safeguards hold
cli-people-competence = Record somebody's competence (by a lead or a quality manager, never on oneself)
cli-people-competence-key = The person's key, or its beginning
cli-people-competence-area = An area by its kind, standard, method, role, technology, audit_method or language: --area standard="IEC 62443-4-2:2019"
cli-people-competence-basis = What it rests on: training, projects, an assessment
cli-people-competence-valid-until = The last day on which it holds; reports issued later are refused
cli-people-records = Who has declared what, what became of it, and who is competent in what
cli-expert = Input of technical experts, shown at the row; never a verdict
cli-expert-sign = Sign a contribution (by a technical expert)
cli-expert-sign-row = A row that it is about
cli-expert-sign-activity = An evaluation activity that it is about
cli-expert-sign-text = What you found
cli-expert-sign-evidence = What it rests on, by name or SHA-256
cli-expert-sign-replaces = The own contribution that it takes the place of, such as E-1
cli-expert-list = All contributions that stand
cli-review = The review: points, their answers, and the result
cli-review-accept = Accept what stands (by a reviewer who has not evaluated; no point may be open)
cli-review-accept-points = What was looked at
cli-review-return = Return the case to the evaluator
cli-review-return-points = What was looked at, and what is returned
cli-review-point = Raise a point that the evaluator has to answer (by a reviewer)
cli-review-point-row = The row it is about
cli-review-point-activity = The evaluation activity it is about
cli-review-point-finding = The finding it is about
cli-review-point-text = What is not in order
cli-review-answer = Answer a point (by an evaluator)
cli-review-answer-point = Its number, such as P-1
cli-review-answer-text = What was done, or why nothing is to be done
cli-review-answer-evidence = New evidence, by name or SHA-256
cli-review-close = Say whether the answer settles the point, or take the point back (by a reviewer)
cli-review-close-point = Its number, such as P-1
cli-review-close-result = Settled, not settled, or withdrawn
cli-review-close-note = How it was settled, or what is still missing
cli-review-points = All points with their answers
cli-lock = Lock rows against changes (by the lead, after an accepted review)
cli-lock-row = Rows, such as "CR 1.1"
cli-lock-all = All rows of the worklist
cli-unlock = Open locked rows again (by the lead)
cli-unlock-row = Rows, such as "CR 1.1"
cli-unlock-all = All locked rows
cli-unlock-reason = Why; it stays in the trail
cli-decide-condition = A condition of a decision that is granted under conditions; one for each
cli-said-declared = Declaration of impartiality recorded, ties: { $ties }; entry { $entry }
cli-said-clearance = { $name }: { $result }, entry { $entry }
cli-said-competence = Competence of { $name } recorded until { $until }, entry { $entry }
cli-said-contribution = Contribution signed, entry { $entry }
cli-said-no-contributions = No expert has signed a contribution.
cli-said-point = Point { $point } raised, entry { $entry }
cli-said-point-answered = Answer recorded, entry { $entry }
cli-said-point-settled = The point is settled, entry { $entry }
cli-said-point-not-settled = The point goes back to the evaluator, entry { $entry }
cli-said-point-withdrawn = The point is taken back, entry { $entry }
cli-said-no-points = The reviewers have raised no point.
cli-said-locked = Rows locked: { $count }; entry { $entry }
cli-said-unlocked = Rows opened: { $count }; entry { $entry }
cli-said-granted-limited = Decision: granted under conditions, entry { $entry }
cli-record-declaration = declared impartiality on { $time }
cli-record-declaration-said = declared impartiality on { $time }: { $text }
cli-record-tie = tie: { $point }: { $explanation }
cli-record-clearance = { $result } by { $name }: { $reasons }
cli-record-impartiality-card = impartiality, as on the card: { $text }
cli-record-impartiality-card-none = impartiality: not recorded
cli-record-competence = competent in { $areas }; { $basis }; until { $until }
cli-record-competence-card = competence, as on the card: { $text }
cli-record-competence-card-none = competence: not recorded
cli-point-whole = { $point } ({ $state }) by { $name }, { $time }: { $text }
cli-point-about = { $point } ({ $state }) on { $about }, by { $name }, { $time }: { $text }
cli-point-answer = answer by { $name }, { $time }: { $text }
cli-point-close = { $result }, by { $name }, { $time }: { $text }
cli-row-stage = Stage: { $value }
cli-row-locked = Locked by { $name }, { $time }
cli-row-contribution = Expert { $name }, { $number }: { $text }
cli-status-stages = Stages: { $value }
cli-status-points = Open points of the review: { $value }

## The trail

log-impartiality-declare = declares impartiality, ties: { $ties }
log-impartiality-review = judges the impartiality of the key of chain { $chain }: { $result }, { $reasons }
log-competence-record = records competence of the key of chain { $chain } until { $valid_until }: { $areas }; { $basis }
log-contribution-sign = signs contribution { $contribution } on { $about }: { $text }
log-row-lock = locks rows, { $rows } in number
log-row-unlock = opens locked rows, { $rows } in number: { $reason }
log-review-point = raises point { $point } on { $about }: { $text }
log-point-answer = answers point { $point }: { $text }
log-point-close = closes point { $point } as { $result }: { $note }
ui-log-impartiality-declare = declared impartiality, ties: { $ties }
ui-log-impartiality-review = judged the impartiality of the key of chain { $chain }: { $result }. { $reasons }
ui-log-competence-record = recorded competence of the key of chain { $chain } until { $valid_until }: { $areas }; { $basis }
ui-log-contribution-sign = signed contribution { $contribution } on { $about }: { $text }
ui-log-row-lock = locked rows, { $rows } in number
ui-log-row-unlock = opened locked rows, { $rows } in number: { $reason }
ui-log-review-point = raised point { $point } on { $about }: { $text }
ui-log-point-answer = answered point { $point }: { $text }
ui-log-point-close = closed point { $point } as { $result }: { $note }

## In the window

ui-case-section-scheme = Certification scheme
ui-result-granted-limited = granted under conditions
ui-field-scheme-separate-decision = Decision by another person than the reviewer
ui-field-scheme-separate-decision-yes = Yes: whoever reviews does not decide
ui-field-scheme-separate-decision-no = No: whoever reviews may decide
ui-field-scheme-separate-decision-hint = The certification scheme says it; nothing recorded means no
ui-trail-kind-impartiality-declare = declaration of impartiality
ui-trail-kind-impartiality-review = judgement of impartiality
ui-trail-kind-competence-record = competence
ui-trail-kind-contribution-sign = contribution of an expert
ui-trail-kind-row-lock = lock
ui-trail-kind-row-unlock = lock opened
ui-trail-kind-review-point = point of the review
ui-trail-kind-point-answer = answer to a point
ui-trail-kind-point-close = result on a point
