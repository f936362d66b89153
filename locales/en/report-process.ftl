# Texts of the reports, second part: what stands beside the verdicts, sub-types, the summary, the organisation's look.
# Reserved words are listed in docs/wording.md; a test searches the drawn reports for them.

## Sub-types of an independent assessment

report-subtype-second_party_assessment = Second-party assessment report
report-subtype-inspection = Inspection report
report-subtype-test_report = Test report
report-section-assessment = Order, criteria and means
report-contract = Order or contract
report-acceptance = Criteria of acceptance
report-decision-rule = Decision rule
report-equipment = Equipment and tools
report-subcontracted = Results obtained from others
report-none-recorded-subcontracted = none recorded
report-opinions = Opinions and interpretations
report-section-item = Items tested
report-item-identification = Identification
report-item-condition = Condition on receipt
report-item-received = Received on
report-item-tested = Dates of the tests
report-item-only = The results relate only to the items tested.
report-end = End of document { $number }, revision { $revision }

## Supporting file of a declaration

report-section-supporting-file = Supporting file
report-supporting-file-holds = The supporting file is this document with its annexes and the data set: description of the object, requirements and method, the result of each requirement with the evidence it rests on, and the evaluation of the results. Beside it are recorded:
report-file-responsible = Responsible for the file
report-file-access = Access for authorities
report-file-change-control = Keeping conformity, change and withdrawal
report-file-bodies = Bodies involved
report-none-recorded-bodies = none recorded
report-file-reviewed-by = Reviewed by another person

## Object and conduct

report-versions = Versions
report-batch = Batch or serial numbers
report-supplier-sites = Sites of the supplier
report-vulnerability-metric = Metric of severity
report-vulnerability-threshold = Not accepted
report-vulnerability-issues = Issues and what became of them
report-vulnerability-residual = What remains
report-vulnerability-searched-on = Publicly known vulnerabilities searched on
report-ownership = Ownership
report-changes = Changes to the document replaced

## People

report-yes = yes
report-no = no
report-competence-until = until { $date }
report-impartiality-declared = Declared for this case on { $date }:
report-impartiality-point-employment = Employment by the client or the supplier, now or before
report-impartiality-point-ownership = A share in the client or the supplier
report-impartiality-point-family = A family tie to somebody of the client or the supplier
report-impartiality-point-consulting = Consulting or design work on the object within the last two years
report-impartiality-point-gifts = Gifts or other advantages
report-impartiality-point-fee = Fee that depends on the result
report-impartiality-not-reviewed = The declaration was not reviewed.
report-impartiality-cleared = no conflict found
report-impartiality-cleared_with_safeguards = no conflict with these safeguards
report-impartiality-barred = barred from this case
report-section-contributions = Contributions of technical experts
report-contributions-intro = What technical experts signed. It is input to the evaluators' verdicts and no verdict itself.
report-contribution-about = About
report-contribution-text = Contribution

## Findings

report-grade-changed = Grade changed
report-repeats = Repeats finding
report-overdue-since = overdue since { $date }
report-answer-correction = Correction
report-answer-extent = Extent
report-answer-root-cause = Root cause
report-answer-corrective-action = Corrective action
report-answer-owner = Owner
report-check-effective = effective
report-check-not_effective = not effective
report-check-documents = verified on documents
report-check-on_site = verified on site

## Sampling

report-draw-line = Drawn by { $by } on { $on } with seed { $seed }: { $rule }, first { $n }.
report-draw-rule-sha256_lowest = SHA-256 of "seed:item", lowest first
report-draw-by_rule = chosen by the rule
report-draw-added = added
report-draw-left_out = left out
report-draw-not_chosen = not chosen
report-annex-sample = Sample
report-sample-intro = All items of the population in their order. Anybody can repeat the choice: { $rule }, with the seed { $seed }; the first { $n } are chosen.
report-sample-source = The population was taken from evidence
report-sample-note = What is known of it
report-sample-chosen = Chosen
report-sample-reason = Reason

## Review, decision, certificate data

report-points-below = see the table below
report-point = Point
report-point-about = About
report-point-whole = the whole report
report-point-answer = Answer of the evaluator
report-point-open = Open
report-point-settled = Settled
report-point-not_settled = Not settled
report-point-withdrawn = Withdrawn by the reviewer
report-capability = What it is about
report-agreement = Agreement
report-section-certificate-states = State and history
report-certificate-states-intro = What was decided about it up to the date of issue of this report, oldest first. The directory of the body says what holds today.
report-certificate-state-valid = Valid
report-certificate-state-conditions = Valid under conditions
report-certificate-state-suspended = Suspended
report-certificate-state-reduced_scope = Scope reduced
report-certificate-state-withdrawn = Withdrawn
report-certificate-state-expired = Expired
report-certificate-state-terminated = Terminated
report-directory-text = Text of the directory
report-section-surveillance = Surveillance
report-visit-topics = What is looked at
report-visit-held = Held on

## Rows

report-row-locked = locked by { $by } on { $on }
report-progress-not_started = not started
report-progress-in_work = in work
report-progress-evaluated = evaluated
report-progress-reviewed = reviewed
report-progress-locked = locked

## Signatures

report-sign-means-issuer = A signature here takes responsibility for the declaration in the name of the issuer.
report-sign-means-evaluator = A signature here stands for the results of the rows, activities and findings.
report-sign-means-approver = A signature here stands for the issue of this report in the name of the issuer.
report-sign-means-reviewer = A signature here stands for the review: by a person who did not evaluate.
report-sign-means-decision_maker = A signature here stands for the decision: by a person who did not evaluate.
report-signature-pades = Signed electronically in the fields of this file, with the key that each signature names (PAdES), and outside this file by detached Ed25519 signatures over its SHA-256, bound to the checkpoint of the trail. What a box shows is a picture: only the check of the signature tells whether there is one, of whom, and whether its time is confirmed by a third party or the claim of the computer used. A field that is empty is not signed.

## Look of the organisation

report-own-profile = Profile of the issuer
report-own-profile-is = Logo, letterhead, colours and footer are those of the issuer. SHA-256:
report-own-templates = Templates of the issuer
report-own-templates-is = The pages were drawn with templates of the issuer, not with those of the program. What every report must show was checked. SHA-256:

## Summary

report-summary-of = Summary: { $name }
report-summary-full-decides = This is a summary of the document named below. It leaves out reasons, evidence and what the client wrote. Where the two differ, the full document decides. Sections and annexes that are named are those of the full document.
report-summary-footer = Summary; the full document decides – data SHA-256 begins { $sha }
report-summary-attachment = Counts and levels of the summary as canonical JSON; the data set itself is embedded in the full document
report-summary-data-where = embedded in the full document; this file holds { $name } with counts and levels
report-summary-end = End of the summary of document { $number }, revision { $revision }
report-summary-scope = What was evaluated
report-summary-rows = Results by requirement
report-summary-rows-intro = All rows ({ $n }) in the order of the requirement document. Why a row has its verdict, does not apply or was not evaluated stands in the full document.
report-summary-record = Full document and record
report-summary-full-report = Full document
report-summary-conditions = Number of conditions: { $n }. They stand in the full document.

## Problems: what is wrong, and what to do

report-untrue-supporting-file-outside-declaration = A supporting file is described in a report that is no declaration.
report-untrue-supporting-file-outside-declaration-do = Leave it out, or choose the self-declaration.
report-untrue-subtype-outside-assessment = A sub-type of an independent assessment stands in a report of another kind.
report-untrue-subtype-outside-assessment-do = Leave it out, or choose the independent assessment.
report-untrue-subtype-party = The sub-type { $place } does not exist or does not go with the party that assessed.
report-untrue-subtype-party-do = State the second party for a second-party assessment, or choose inspection or test report.
report-untrue-inspection-without-type = An inspection report does not say of which type the inspection body is.
report-untrue-inspection-without-type-do = State type A, B or C (ISO/IEC 17020, Annex A).
report-untrue-test-report-object = A test report is about a component, and this object is none.
report-untrue-test-report-object-do = Choose the second-party assessment or the inspection.
report-untrue-test-report-item = A test report does not name the items tested.
report-untrue-test-report-item-do = Record identification, condition, date of receipt and dates of the tests.
report-untrue-test-report-rule = A test report with a statement of conformity has no decision rule.
report-untrue-test-report-rule-do = Record the rule by which results decide on conformity.
report-untrue-point-twice = Two review points have the number { $place }.
report-untrue-point-twice-do = Give each point a number of its own.
report-untrue-accepted-with-open-point = The review is accepted while point { $place } is not settled.
report-untrue-accepted-with-open-point-do = Settle the point first, or return the evaluation.
report-untrue-draw-sample = The sample named differs from what was drawn and added.
report-untrue-draw-sample-do = Take the sample from the draw.
report-untrue-draw-population = The size of the population or of the choice differs from the draw ({ $place }).
report-untrue-draw-population-do = Take the numbers from the draw.
report-untrue-certificate-states-order = The state { $place } is dated before the one it follows.
report-untrue-certificate-states-order-do = Put the states in the order of their dates.
report-problem-look = The profile or the templates of the issuer cannot be used: { $detail }
report-problem-look-do = Correct what is named, or issue the report without them.
report-look-other = The report was made for another profile or other templates ({ $place }).
report-look-issuer = The profile is that of "{ $detail }", not of the issuer of this report.
report-look-reserved-word = "{ $place }" holds a word that this kind of report must not use: { $detail }.
report-look-size = The profile has { $detail } bytes; 16384 are the most.
report-look-json = The profile is not what docs/formats/report-profile.md describes, at { $place }: { $detail }.
report-look-schema = The profile has the schema "{ $detail }", which this version does not know.
report-look-line = A line is empty, too long or holds control characters: "{ $detail }".
report-look-lines = The letterhead has { $detail } lines; five are the most.
report-look-colour = "{ $detail }" is not a colour of the form #rrggbb.
report-look-contrast = The colour is too light to be read on white: { $detail } to 1; 4.5 is the least.
report-look-logo-name = "{ $detail }" is not a file name beside the profile.
report-look-logo-missing = The logo cannot be read: { $detail }.
report-look-logo-alt = The logo needs a text of up to 120 letters that says what it shows.
report-look-logo-width = The width of the logo is { $detail } mm; 10 to 70 are possible.
report-look-logo-size = The logo has { $detail } bytes; an SVG may have 262144, a PNG or JPEG 1048576.
report-look-logo-pixels = The logo has { $detail } pixels; 4000 in each direction are the most.
report-look-logo-kind = The logo is neither SVG, PNG nor JPEG in grey or RGB.
report-look-logo-svg = The logo holds more than shapes: { $detail }. Text must be turned into paths.
report-look-template-name = { $place } is not the name of a template.
report-look-template-size = { $place } has { $detail } bytes; 262144 are the most.
report-look-template-utf8 = { $place } is not UTF-8.
report-look-template-none = There is no template in the folder.
report-look-template-syntax = { $place }: "{ $detail }" is not understood.
report-look-template-import = { $place }: "{ $detail }" cannot be imported; a template imports templates alone.
report-look-template-code = { $place }: { $detail } is not available, since no text may be run as code.
report-look-template-missing = The pages do not show, in readable type, what every report must show ({ $place }): { $detail }
report-look-template-page = Not every page shows what it must ({ $place }): { $detail }
report-look-template-boxes = The boxes for signatures must be { $place }; there are { $detail }.
report-look-template-box-size = The box { $place } is too small for a visible signature: { $detail }; 170 x 68 pt is the least.
report-state-plan_rejected = Plan returned to the client
report-state-not_effective = Verified as not effective
