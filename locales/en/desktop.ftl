# The words of the desktop program.

## The frame of the page: header, navigation, status line

ui-product = Assay
ui-product-what = Evaluations under IEC 62443, recorded so that every later change is evident.
ui-start = Start
ui-header = Dossier
ui-navigation = Screens
ui-navigation-narrow = Show symbols alone
ui-navigation-wide = Show the names
ui-saved = Saved, entry { $n }
ui-read-only = Read only
ui-undo = Undo
ui-undo-what = Undo: { $what }
ui-redo = Redo
ui-redo-what = Redo: { $what }
ui-search = Search ({ $key })
ui-search-hits = Search results
ui-search-nothing = Nothing found.
ui-loading = Loading
ui-screen-failed = This screen could not be loaded: { $detail }
ui-screen-failed-do = Close the program and start it again. Everything recorded is on disk.
ui-status-keys = Keys: { $help } · Next region: { $region }
ui-options = Language and appearance
ui-language = Language
ui-theme = Appearance
ui-theme-system = As the system
ui-theme-light = Light
ui-theme-dark = Dark
ui-theme-contrast = High contrast
ui-character-keys = Keys ? and / outside of fields
ui-character-keys-on = On
ui-character-keys-off = Off: use F1 and the search key
ui-problem-unknown = The program refused this for a reason that has no text here ({ $code }).
ui-problem-unknown-do = Nothing was recorded. Note the code when you ask for help.
ui-host-failed = The program could not answer: { $detail }
ui-host-failed-do = Try it again. If it happens again, close the program and start it anew; everything recorded is on disk.

## Screens

ui-screen-worklist = Worklist
ui-screen-conclusion = Conclusion
ui-screen-activities = Evaluation activities
ui-screen-evidence = Evidence
ui-screen-findings = Findings
ui-screen-trail = Trail
ui-screen-import = Import
ui-screen-report = Report
ui-screen-series = Series
ui-screen-case = Case

## Verdicts, one word each

ui-verdict-fulfilled = Fulfilled
ui-verdict-not_fulfilled = Not fulfilled
ui-verdict-pass = Pass
ui-verdict-fail = Fail
ui-verdict-not_applicable = Not applicable
ui-verdict-inconclusive = Inconclusive
ui-verdict-not_evaluated = Not evaluated
ui-verdict-open = Open

## Keys

ui-keys-app = Everywhere
ui-keys-grid = In a table
ui-keys-row = In an opened row
ui-keys-dialog = In a dialog
ui-keys-component = component
ui-keys-provider = service provider
ui-key-help = Keyboard
ui-key-search = Search
ui-key-undo = Undo the last change
ui-key-redo = Do the undone change again
ui-key-open = Open a dossier
ui-key-new = New dossier
ui-key-import = Import a workbook
ui-key-next-region = Next region of the window
ui-key-previous-region = Previous region of the window
ui-key-up = Row above
ui-key-down = Row below
ui-key-left = Cell to the left
ui-key-right = Cell to the right
ui-key-first-column = First cell of the row
ui-key-last-column = Last cell of the row
ui-key-first-row = First row
ui-key-last-row = Last row
ui-key-page-up = One page up
ui-key-page-down = One page down
ui-key-select = Select the row, or take it out of the selection
ui-key-extend-up = Extend the selection upwards
ui-key-extend-down = Extend the selection downwards
ui-key-select-all = Select all rows
ui-key-leave = End the selection or the typing
ui-key-open-row = Open the row; in the head, sort by the column
ui-key-narrower = Make the column narrower
ui-key-wider = Make the column wider
ui-key-type-ahead = Go to an id by typing it, such as 5.2r3
ui-key-evidence = Evidence of the row
ui-key-finding = Finding on the row
ui-key-fulfilment = Mode of fulfilment
ui-key-tags = Tags
ui-key-fill-down = Fill down
ui-key-copy = Copy
ui-key-paste = Paste
ui-key-next-row = Next row
ui-key-previous-row = Previous row
ui-key-back-to-list = Back to the list
ui-key-confirm = Confirm
ui-key-close = Close

## Parts

ui-cancel = Cancel
ui-close = Close
ui-dismiss = Dismiss the message
ui-progress-count = { $done } of { $total }
ui-field-required = required
ui-field-restore = Restore previous text
ui-field-number-wrong = Write a whole number.
ui-field-date-wrong = Write a day that exists, as YYYY-MM-DD.
ui-field-date-hint = YYYY-MM-DD
ui-grid-selected = Selected
ui-grid-selected-count = { $n } selected
ui-grid-typed = Go to { $typed }
ui-grid-typed-missed = { $typed }: no such row

## What blocks a report, and what to do here

ui-gates-none = Nothing stands in the way of issuing it.
ui-gates-count = { $n ->
        [one] One point stands in the way:
       *[other] { $shown } points stand in the way:
    }
ui-gate-field-missing-do = Record it in the case.
ui-gate-claim-missing-do = State the claim in the case, before the evaluation.
ui-gate-version-missing-do = Record the hardware, firmware or software version in the case.
ui-gate-not-positive-do = The conclusion says what stands against it and what is missing.
ui-gate-party-do = Correct the party in the case, or choose the kind of report that fits.
ui-gate-person-record-do = Have the lead record both in the case, under the people.
ui-gate-review-missing-do = A reviewer who has not evaluated records the review.
ui-gate-decision-missing-do = A decision maker who has not evaluated records the decision.
ui-gate-effective-before-decision-do = Correct the effective date in the case.
ui-gate-reserved-word-do = Say it in other words: which requirements of which document and edition.

## Conclusion

ui-conclusion-live = This follows from what is recorded now, and moves with it.
ui-conclusion-behind = Being drawn anew …
ui-conclusion-against = Speaks against a positive statement
ui-conclusion-missing = Missing for a conclusion
ui-conclusion-remarks = To know
ui-conclusion-show-all = Show all { $n }
ui-conclusion-levels = SL-C by foundational requirement
ui-conclusion-as-table = As a table
ui-conclusion-provisional = There is no confirmed SL-C now. This is what the rows alone would give.
ui-conclusion-levels-note = Seven values, never one. Levels above the declared one are not stated. “With integration” stands beside the level of the component itself, never in its place.
ui-conclusion-no-vector = The claim is a list of requirements, so no levels are stated. The tuples and lists here say how the listed requirements stand.
ui-conclusion-fr = Foundational requirement
ui-conclusion-fr-n = FR { $fr }
ui-conclusion-declared = Declared
ui-conclusion-native = Component itself
ui-conclusion-integration = With integration
ui-conclusion-note = Note
ui-conclusion-vacuous = rests on rows that are not applicable alone
ui-conclusion-vacuous-native = The level of the component itself rests on rows that are not applicable alone; nothing was shown to be fulfilled.
ui-conclusion-vacuous-integration = The level with integration rests on rows that are not applicable alone; nothing was shown to be fulfilled.
ui-conclusion-plot = Levels from 0 to 4 for each of seven foundational requirements.
ui-conclusion-plot-fr = FR { $fr } { $abbreviation }: declared { $declared }, component itself { $native }, with integration { $integration }{ $vacuous ->
        [native] , resting on rows that are not applicable alone
        [integration] , with integration resting on rows that are not applicable alone
       *[none] {""}
    }.
ui-conclusion-fr-levels = declared { $declared } · itself { $native } · with integration { $integration }
ui-conclusion-below = below the claim
ui-conclusion-by-integration = by integration only
ui-conclusion-blocks = What blocks the next level
ui-conclusion-blocked = Level { $level } is claimed and not reached. { $n ->
        [one] One row is in the way:
       *[other] { $n } rows are in the way:
    }
ui-conclusion-blocked-beyond = Level { $level } is not claimed. { $n ->
        [one] One row would be in the way:
       *[other] { $n } rows would be in the way:
    }
ui-conclusion-blocked-nothing = No row blocks a further level.
ui-conclusion-raise = { $n ->
        [one] The smallest set of rows that raises it from { $from } to { $to } is one row:
       *[other] The smallest set of rows that raises it from { $from } to { $to } are these { $n }:
    }
ui-conclusion-tuples = Requirements: RA, NAR, TR
ui-conclusion-tuples-note = RA: met. NAR: not applicable. TR: all. Beside them what failed and what was not evaluated, so that each line adds up to TR.
ui-conclusion-ra-means = Requirements met
ui-conclusion-nar-means = Not applicable
ui-conclusion-tr-means = All requirements
ui-conclusion-ra-integration = of these by integration
ui-conclusion-not-met = Not met
ui-conclusion-group = Group
ui-conclusion-summary-level = Summary level
ui-conclusion-total = Total
ui-conclusion-whole = All summary levels
ui-conclusion-ne-why = Why not evaluated
ui-not-evaluated-above-claim = above the claim: { $n }
ui-not-evaluated-not-listed = not in the claimed list: { $n }
ui-not-evaluated-other-type = other component type: { $n }
ui-not-evaluated-out-of-scope = outside the scope: { $n }
ui-not-evaluated-partly = evaluated in part: { $n }
ui-not-evaluated-no-row = without a row: { $n }
ui-not-evaluated-open = still open: { $n }
ui-conclusion-roles = Role
ui-conclusion-all-roles = All roles
ui-conclusion-maturity = Maturity levels of passed rows
ui-conclusion-ml-n = ML { $ml }
ui-conclusion-lowest = Lowest maturity level of a passed row: ML { $ml }.
ui-conclusion-lowest-none = No row is passed, so there is no lowest maturity level.
ui-conclusion-lowest-short = Lowest
ui-conclusion-lowest-beside = { $n ->
        [0] Every row was evaluated.
        [one] One row was not evaluated (N/E):
       *[other] { $n } rows were not evaluated (N/E):
    }
ui-conclusion-raise-ml = { $n ->
        [one] ML { $to } would be the lowest once this row is raised:
       *[other] ML { $to } would be the lowest once these { $n } rows are raised:
    }
ui-conclusion-blocked-ml = { $n ->
        [one] One row is in the way of ML { $level } throughout
       *[other] { $n } rows are in the way of ML { $level } throughout
    }
ui-conclusion-gates = What blocks each kind of report
ui-coming-again = Try again

## Results, seals and rows of a sheet

ui-result-accepted = accepted
ui-result-returned = returned to the evaluator
ui-result-granted = granted
ui-result-refused = refused
ui-seal-opening = opening
ui-seal-day-end = end of the day
ui-seal-closing-meeting = closing meeting
ui-seal-data-freeze = data frozen for a report
ui-seal-report = report
ui-rows-heading = headings
ui-rows-repeated-header = repeated headings
ui-rows-blank = blank
ui-rows-matched = matched
ui-rows-matched-in-part = matched in part
ui-rows-duplicate = duplicates
ui-rows-unanswered = without an answer
ui-rows-unknown-id = not recognised
ui-rows-skipped = skipped

## Problems of the desk: what a command of the window refuses

desk-nothing-open = No dossier is open.
desk-nothing-open-do = Open a dossier, or make a new one.
desk-unknown-command = The program does not know the command { $name }.
desk-unknown-command-do = Window and program are of different versions. Install the program again.
desk-arguments = The command { $name } was asked in a way the program does not understand: { $why }.
desk-arguments-do = Close the window and open it again. If this comes back, report it with the words above.
desk-unknown-file = The file chosen before ({ $token }) is no longer known.
desk-unknown-file-do = Choose the file again.
desk-not-a-file = { $name } is not a file that can be taken in.
desk-not-a-file-do = Choose a file, not a folder or a device.
desk-identity-locked = The key of this installation is locked.
desk-identity-locked-do = Enter its passphrase.
desk-unknown-recent = This entry is no longer on the list of recent dossiers.
desk-unknown-recent-do = Open the file itself.
desk-unknown-row = The worklist has no row { $row }.
desk-unknown-row-do = Look at the component types or roles of the case: they decide which rows there are.
desk-row-has-roles = { $row } has more than one row here: one for each role or component.
desk-row-has-roles-do = Write the role with it, such as SP.01.01 BR @integration
desk-unknown-event = There is no such event in this dossier.
desk-unknown-event-do = Look at the trail again.
desk-finding-for-many = A finding is about one row and was asked for several.
desk-finding-for-many-do = Record the rows that need a finding one by one.
desk-paste-too-long = The pasted text has more lines than rows are selected.
desk-paste-too-long-do = Select as many rows, or paste lines that begin with the id.
desk-paste-twice = { $row } stands in the pasted text more than once.
desk-paste-twice-do = Keep one line for it and paste again.
desk-paste-no-verdict = { $row } has no verdict yet, and the pasted line gives none.
desk-paste-no-verdict-do = Paste a verdict with the rationale.
desk-paste-unchanged = { $row }: the pasted line says what is recorded already.
desk-paste-unchanged-do = Nothing needs to be done.
desk-nothing-to-undo = There is nothing to take back.
desk-nothing-to-undo-do = Older entries can be taken back one by one in the trail.
desk-nothing-to-redo = There is nothing to bring back.
desk-nothing-to-redo-do = Nothing needs to be done.
desk-no-proposal = This preview is no longer the newest one.
desk-no-proposal-do = Look at the preview again, then record it.
desk-stopped = Stopped, as asked. Nothing was recorded by it.
desk-stopped-do = Start it again when you like.
desk-read-only-in-use = Another window or program works in this dossier; here it can only be looked at.
desk-read-only-in-use-do = Work in the other window, or close it and read the dossier again here.
desk-read-only-received = This is a copy of a file from someone else; it can only be looked at.
desk-read-only-received-do = Work in your own dossier.
desk-read-only-no-identity = Nobody's key is open here, so nothing can be recorded.
desk-read-only-no-identity-do = Set up or unlock your identity, then read the dossier again.
desk-read-only-not-writable = The file or its folder can't be written.
desk-read-only-not-writable-do = Copy the dossier to a folder of your own, or have its protection taken off.
desk-read-only-asked = The dossier was opened for looking at.
desk-read-only-asked-do = Open it again for working.

## Import

ui-import-begin = Take in a vendor's spreadsheet
ui-import-begin-text = Drop a file here or choose one (.xlsx, .xls, .xlsb, .ods, .csv). What it says becomes the vendor's claims, never verdicts. First you see what would be recorded.
ui-import-pick = Choose a file
ui-import-read-only = Nothing can be imported here
ui-import-read-only-why = The dossier is open for looking at only.
ui-import-to-case = Go to the case
ui-import-earlier = Earlier imports
ui-import-sheet-named = sheet “{ $sheet }”
ui-import-by = { $author }, { $time }
ui-import-one-at-a-time = One file at a time: { $name } is read.
ui-import-put-away = Put the file away
ui-import-reading = Reading { $name }
ui-import-recording = Recording the claims
ui-import-behind = Being read anew …
ui-import-steps = Steps
ui-import-step-look = 1 Look at the sheet
ui-import-step-preview = 2 See what would be recorded
ui-import-to-preview = See what would be recorded
ui-import-sheet = Sheet
ui-import-sheet-ids = { $name } ({ $ids } known ids)
ui-import-sheet-ids-hidden = { $name } ({ $ids } known ids, hidden in the file)
ui-import-hidden = hidden in the file
ui-import-hidden-rows = { $n ->
        [one] Take the one hidden row too
       *[other] Take the { $shown } hidden rows too
    }
ui-import-hidden-rows-hint = Rows that are hidden in the file become claims only if you want them to.
ui-import-sheet-hint = Hidden sheets stand last.
ui-import-header-row = Row of the headings
ui-import-header-row-hint = What stands above it is not read as an answer.
ui-import-header-up = Headings one row higher
ui-import-header-down = Headings one row lower
ui-import-role = Role for these rows
ui-import-role-missing = { $n ->
        [one] One row names no role of the provider. For which role does it speak?
       *[other] { $n } rows name no role of the provider. For which role do they speak?
    }
ui-import-role-said = Rows that name no role are taken for the role chosen here.
ui-import-role-open = Not chosen yet
ui-import-role-all = All declared roles
ui-import-columns = Columns
ui-import-columns-text = Compare the headings with the values: a heading may stand over the wrong column.
ui-import-column = Column
ui-import-heading = Heading
ui-import-taken-for = Taken for
ui-import-taken-for-column = Column { $column }, { $heading }: taken for
ui-import-values = First values
ui-import-no-heading = (no heading)
ui-import-no-values = no values
ui-import-id-hits = { $n } known ids
ui-import-column-id = Requirement id
ui-import-column-response = Vendor's answer
ui-import-column-evidence = Reference to evidence
ui-import-column-link = Link to evidence
ui-import-column-link-hint = An address. It is kept as a reference; nothing is fetched.
ui-import-column-comment = Vendor's comment
ui-import-column-assessor = Assessor's column (not taken)
ui-import-column-level = Declared level
ui-import-column-role = Provider's role
ui-import-column-component = Component
ui-import-column-wanted = Answer the question asks for
ui-import-column-wanted-hint = Where a question asks for “No”, an answer “No” speaks for the requirement and “Yes” against it.
ui-import-column-date = Date
ui-import-column-person = Person
ui-import-column-ignore = Not taken
ui-import-answers = Answers and what they mean
ui-import-answers-text = Nothing is assumed: an answer without a meaning is kept as it is written.
ui-import-answers-open = { $n ->
        [0] Every answer has a meaning.
        [one] One answer has no meaning yet.
       *[other] { $n } answers have no meaning yet.
    }
ui-import-no-answers = No column is taken for the vendor's answer, or it is empty.
ui-import-answer = Answer
ui-import-rows = Rows
ui-import-meaning = Meaning
ui-import-meaning-of = Meaning of the answer { $answer }
ui-import-meaning-open = No meaning said: kept as written
ui-import-asks = asks
ui-import-answer-offered = offered by the file's list, not used
ui-import-answer-wanted = no row answers so, but a question asks for it
ui-import-hints = may mean: { $hints }
ui-import-hint-yes = yes
ui-import-hint-no = no
ui-import-hint-open = still open
ui-import-hint-mark = a mark, such as a cross
ui-import-hint-error = an error of the spreadsheet
ui-import-hint-not_required = not required
ui-import-turned = { $n ->
        [one] One answer turned because the question asks for the other one
       *[other] { $shown } answers turned because the question asks for the other one
    }
ui-import-turned-open = { $n ->
        [one] one not known
       *[other] { $n } not known
    }
ui-import-turned-unknown = not known, choose what the wanted answer means
ui-import-accounted = { $sum } of { $rows } rows accounted for
ui-import-not-accounted = The numbers do not add up to the rows of the sheet. Do not record this; please report the file as one that is read wrongly.
ui-import-claims = { $n ->
        [0] No claim would be recorded.
        [one] One claim would be recorded.
       *[other] { $shown } claims would be recorded.
    }
ui-import-unplaced = { $n ->
        [one] One claim finds no row
       *[other] { $n } claims find no row
    }
ui-import-unplaced-role-unknown = “{ $word }” is no declared role
ui-import-unplaced-role-missing = no role named
ui-import-and-more = and { $n } more
ui-import-changed-text = What this file says takes the place of what the earlier one said; both stay in the trail. A verdict that was set before stays and is marked as older than the claim.
ui-import-since = Since { $files }
ui-import-since-only = Changes to show
ui-import-since-all = All changes
ui-import-since-unchanged = { $n ->
        [0] nothing unchanged
        [one] one row unchanged, not recorded again
       *[other] { $shown } rows unchanged, not recorded again
    }
ui-import-since-nothing = Nothing has changed.
ui-import-since-said = What the vendor says about { $row }
ui-import-since-before = Before
ui-import-since-after = Now
ui-import-since-differs = , changed
ui-import-since-removed = This row is no longer answered. The claim stays as it is, marked for another look.
ui-import-inside = Inside the workbook
ui-import-inside-text = Files and images that lie in the workbook. None was opened. What you tick becomes evidence of its own.
ui-import-inside-take = Take as evidence
ui-import-inside-kind = Kind
ui-import-inside-sheets = Sheets
ui-import-inside-known = is evidence already
ui-import-inside-file = file
ui-import-inside-image = image
ui-import-inside-taken = { $n ->
        [0] None is taken.
        [one] One is taken.
       *[other] { $n } are taken.
    }
ui-import-notices = { $n ->
        [one] One remark of the reader
       *[other] { $n } remarks of the reader
    }
ui-import-already = This file and sheet were imported before.
ui-import-already-text = You are asked once more before it is recorded again.
ui-import-lists = Rows of the sheet by how they end
ui-import-list-matched = Matched
ui-import-list-unknown = Not recognised
ui-import-list-duplicates = Duplicates and contradictions
ui-import-list-skipped = Skipped
ui-import-list-empty = No row ends like this.
ui-import-row = Row
ui-import-line = Row { $line }
ui-import-requirement = Requirement
ui-import-not-taken = Id not taken
ui-import-nearest = Nearest known (not applied)
ui-import-nearest-none = none
ui-import-stood-there = What stands there
ui-import-first-row = First in row
ui-import-agreement = Compared with it
ui-import-why = Why
ui-import-why-no-id = no id: a title, or a continued text
ui-import-why-section = bare section number without an answer
ui-import-why-group-only = group of requirements: no claim for its members
ui-import-why-hidden = hidden in the file
ui-import-why-unanswered = known id, but nothing is said
ui-import-why-heading = heading, or above it
ui-import-why-repeated-header = headings again
ui-import-why-blank = blank
ui-import-agrees-same = the same; recorded once
ui-import-agrees-differs = same answer, other evidence or words; both stay in the account
ui-import-agrees-contradicts = another answer: both are recorded as competing claims
ui-import-against-row = (first in row { $row }: { $how })
ui-import-unread-near = “{ $text }” is not an id of this checklist. Nearest: { $nearest }. Nothing was applied; the vendor has to say what was meant.
ui-import-unread = “{ $text }” is not an id of this checklist, and none is near it.
ui-import-commit = { $n ->
        [one] Record one claim
       *[other] Record { $n } claims
    }
ui-import-commit-text = All or nothing, as one change that can be undone. The file and the account of its rows become evidence.
ui-import-not-yet-unplaced = First every claim needs its row: choose the role above, or another column for it.
ui-import-not-yet-no-claims = There is nothing to record. Look at the columns again.
ui-import-again = Imported before
ui-import-again-text = { $file }, sheet “{ $sheet }”, was imported before. What stands already is not recorded a second time.
ui-import-again-do = Record it again
ui-import-done = { $n ->
        [0] { $file } is taken in; it says what stands already, so no claim was recorded.
        [one] One claim of { $file } is recorded.
       *[other] { $shown } claims of { $file } are recorded.
    }
ui-import-done-text = They are what the vendor says. Verdicts are yours to set.
ui-import-done-repeated = { $n ->
        [one] One row says what stands already; it was not recorded again.
       *[other] { $shown } rows say what stands already; they were not recorded again.
    }
ui-import-done-embedded = { $n ->
        [one] One file of the workbook became evidence.
       *[other] { $n } files of the workbook became evidence.
    }
ui-import-to-worklist = To the worklist
ui-import-another = Another file
ui-import-undo = Undo this import
ui-import-undo-not = Something was recorded after it; undo that first, or take the import back in the trail.
ui-form = Send the vendor a form
ui-form-text = An Excel workbook with the rows of this evaluation, to be filled in by the vendor. It holds what was claimed so far. What comes back is read without any question.
ui-form-language = Language of the form
ui-form-by-component = One line for each component
ui-form-no-components = No component is declared in the case.
ui-form-write = Write a form…
ui-form-written = { $n ->
        [one] One line written to { $name }.
       *[other] { $shown } lines written to { $name }.
    }
ui-form-answered = { $n ->
        [one] One of them carries an answer already.
       *[other] { $shown } of them carry an answer already.
    }
ui-mapping-read-with = Read with
ui-mapping-none = No kept mapping
ui-mapping-keep = Keep this mapping…
ui-mapping-keep-title = Keep how this table is read
ui-mapping-keep-text = Columns and meanings of answers are kept on this computer under a name. The next file with the same headings is then read in the same way.
ui-mapping-keep-do = Keep
ui-mapping-name = Name, such as the maker of the file
ui-mapping-replaces = A mapping of this name is kept already and will be replaced.
ui-mapping-is-kept = The mapping { $name } is kept.
ui-mapping-applied-exact = Read with the kept mapping { $name }; the headings are exactly those it was kept for.
ui-mapping-applied = Read with the kept mapping { $name }; it fits by its columns, the headings are not all the same.
ui-mapping-new-headings = It does not know: { $headings }.
ui-mapping-gone-headings = It knows and the table lacks: { $headings }.
ui-mapping-list = Kept mappings
ui-mapping-list-text = They tell how the tables of a maker are read. They are kept on this computer and belong to no dossier.
ui-mapping-list-empty = No mapping is kept yet. Look at a file and keep how it is read.
ui-mapping-answers = { $n ->
        [0] knows no answers
        [one] knows one answer
       *[other] knows { $n } answers
    }
ui-mapping-column = { $heading }: { $role }
ui-mapping-save = Save to a file
ui-mapping-forget = Forget
ui-mapping-forget-title = Forget the mapping { $name }?
ui-mapping-forget-text = Imports that were read with it stay as they are. Save it to a file first if you still need it.
ui-mapping-forgotten = The mapping { $name } is forgotten.
ui-mapping-take = Take one in…
ui-mapping-take-pick = Mapping to be taken in

## Worklist

ui-key-search-list = Search in the list
ui-worklist-column-id = Id
ui-worklist-column-role = Role
ui-worklist-column-label = Requirement
ui-worklist-column-selected-from = From SL
ui-worklist-column-declared = Declared
ui-worklist-column-claim = Vendor's claim
ui-worklist-column-mode = Fulfilment
ui-worklist-column-applies = Applicability
ui-worklist-column-verdict = Verdict
ui-worklist-column-ml = ML
ui-worklist-column-evidence = Evidence
ui-worklist-column-findings = Findings
ui-worklist-column-marks = To notice
ui-worklist-column-tags = Tags
ui-worklist-sl = SL { $n }
ui-worklist-ml = ML { $n }
ui-worklist-ml-none = Not chosen
ui-worklist-excluded = N/E (profile)
ui-worklist-excluded-why = The profile excludes this row. It is not evaluated, which is not the same as not applicable.
ui-worklist-above-claim = Above the claim
ui-worklist-above-claim-why = A level above the declared one selects this row. It is not evaluated, which is not the same as not applicable.
ui-worklist-claim-changed = changed
ui-worklist-applicable = Applicable, or nothing recorded
ui-worklist-not-applicable = Not applicable
ui-worklist-unconfirmed = Not applicable, not confirmed
ui-worklist-mark-conflict = Conflict
ui-worklist-mark-conflict-why = Several recorded values compete. The verdict does not count until one of them is chosen.
ui-worklist-mark-not-held = Does not hold
ui-worklist-mark-not-held-why = The verdict contradicts something else that is recorded on the row.
ui-worklist-mark-draft = Draft
ui-worklist-mark-draft-why = Something was written and is not recorded yet.
ui-worklist-mark-leaving = Leaves the list
ui-worklist-mark-leaving-why = The filter no longer lets this row through. It goes once you move on.
ui-worklist-mark-low = Uncertain
ui-worklist-mark-low-why = What the checklist knows about this row is not certain. Compare it with the standard.
ui-worklist-all-rows = All rows
ui-worklist-covered = { $judged } of { $rows }
ui-worklist-conflicting-count = { $n ->
        [one] 1 conflict
       *[other] { $n } conflicts
    }
ui-worklist-outline = Outline
ui-worklist-outline-show = Show the outline
ui-worklist-outline-hide = Hide the outline
ui-worklist-order = Order
ui-worklist-order-clause = By clause
ui-worklist-order-interviewee = By interviewee
ui-worklist-order-place = By place
ui-worklist-order-document = By document
ui-worklist-order-assignee = By assignee
ui-worklist-without-interviewee = Without interviewee
ui-worklist-without-place = Without place
ui-worklist-without-document = Without document
ui-worklist-without-assignee = Without assignee
ui-worklist-tag-interviewee = Interviewee
ui-worklist-tag-place = Place
ui-worklist-tag-document = Document
ui-worklist-tag-assignee = Assignee
ui-worklist-filter = Filter the list
ui-worklist-search = Search ({ $key })
ui-worklist-search-label = Search ids, labels, claims, rationale, tags and evidence names
ui-worklist-count = { $total } of { $all }
ui-worklist-only = Show only
ui-worklist-only-open = Open
ui-worklist-only-conflicting = Conflicting
ui-worklist-only-no-evidence = No evidence
ui-worklist-only-claim-changed = Claim changed
ui-worklist-only-mine = Mine
ui-worklist-only-findings = Open findings
ui-worklist-more-filters = More filters
ui-worklist-any = Any
ui-worklist-by-group = Group
ui-worklist-by-base = Requirement
ui-worklist-by-role = Role
ui-worklist-by-component = Component
ui-worklist-by-verdict = Verdict
ui-worklist-by-level = Selected from
ui-worklist-by-scope = Claim
ui-worklist-by-applicability = Applicability
ui-worklist-scope-selected = Selected by the claim
ui-worklist-scope-excluded = Excluded by the profile
ui-worklist-scope-above = Above the claim
ui-worklist-chips = Filters that are set
ui-worklist-chip = { $what }: { $value }
ui-worklist-chip-remove = Take off: { $what }
ui-worklist-chips-clear = Take off all filters
ui-worklist-search-clear = Clear the search
ui-worklist-status = { $n ->
        [one] 1 row
       *[other] { $n } rows
    }
ui-worklist-status-selected = { $n } selected
ui-worklist-empty = There are no rows yet.
ui-worklist-empty-text = Rows appear once the case says what is evaluated: the component types, or the roles of the service provider.
ui-worklist-empty-case = Open the case
ui-worklist-none = No row matches.
ui-worklist-none-text = The filters and the search leave nothing of the list.
ui-worklist-no-such-row = There is no row { $row } in this worklist.
ui-worklist-not-recorded = Nothing was recorded.
ui-worklist-strip-one = { $row } – { $label }
ui-worklist-strip-many = { $n } rows, one reason, one entry in the trail for each
ui-worklist-rationale = Rationale
ui-worklist-rationale-keys = Enter records and goes to the next row, Shift+Enter begins a new line, Escape keeps it as a draft.
ui-worklist-rationale-keys-many = Enter records it for every row, Shift+Enter begins a new line, Escape keeps it as a draft.
ui-worklist-justification = Justification
ui-worklist-take-earlier = Restore the earlier text
ui-worklist-key-enter = Enter
ui-worklist-record = Record
ui-worklist-record-many = Record for { $n } rows
ui-worklist-strip-leave = Keep as draft
ui-worklist-recorded-many = { $verdict }: recorded for { $n ->
        [one] 1 row
       *[other] { $n } rows
    }.
ui-worklist-undo-late = Something else was recorded since. Take it back in the trail.
ui-worklist-refused = { $n } of { $all } rows would be refused. Nothing is recorded yet.
ui-worklist-refused-do = Leave these rows out, or complete what is missing.
ui-worklist-refused-record-rest = { $n ->
        [one] Leave them out and record the other row
       *[other] Leave them out and record the other { $n }
    }
ui-worklist-refused-deselect = Leave them out
ui-worklist-confirm = I confirm that the requirement cannot apply here.
ui-worklist-confirm-hint = The verdict stands only once the evaluator has confirmed the justification.
ui-worklist-applicable-after-all = Why it is applicable after all
ui-worklist-applicable-after-all-hint = The row is recorded as not applicable.
ui-worklist-mode = Fulfilled by
ui-worklist-mode-component = By component
ui-worklist-mode-integration = By integration
ui-worklist-mode-as-recorded = As recorded
ui-worklist-countermeasure = What the system must provide
ui-worklist-countermeasure-hint = The countermeasure outside the component.
ui-worklist-documented-in = Where the user documentation says so
ui-worklist-documented-in-hint = Document and section.
ui-worklist-declared-ml = Declared maturity level
ui-worklist-evaluated-ml = Evaluated maturity level
ui-worklist-evaluated-ml-hint = Declared: ML { $n }
ui-worklist-lowered-claim = Why it passes below the declared level
ui-worklist-lowered-claim-hint = The claim of this row is lowered to the evaluated level.
ui-worklist-sub-points = Parts that are met
ui-worklist-strip-evidence = Evidence named
ui-worklist-evidence-linked = Each row names what is linked to it. { $bare ->
        [0] Every row has evidence.
       *[other] { $bare } of { $n } rows have none.
    }
ui-worklist-evidence-none = Nothing is linked to this row.
ui-worklist-evidence-own = Made by Assay or the vendor's workbook: it carries no positive verdict alone.
ui-worklist-evidence-pick = Pick from the register
ui-worklist-evidence-add = Add evidence in the panel
ui-worklist-evidence-find = Find by title, name or project
ui-worklist-evidence-register-empty = No evidence is registered yet. Add it in the panel, or drop files on the window.
ui-worklist-evidence-more = { $n } more; type to narrow.
ui-worklist-evidence-nothing = Nothing else matches.
ui-worklist-no-evidence = Why no evidence is named
ui-worklist-no-evidence-hint = Or pick evidence above. It is never left empty.
ui-worklist-no-evidence-hint-many = It is recorded for the { $n ->
        [one] row without evidence
       *[other] { $n } rows without evidence
    } only.
ui-worklist-finding = Finding
ui-worklist-finding-raise = Raise a finding
ui-worklist-finding-another = Raise another finding
ui-worklist-finding-grade = Grade
ui-worklist-finding-reason = Why this grade
ui-worklist-finding-statement = What is missing
ui-worklist-finding-statement-hint = Left empty, the rationale stands here too.
ui-worklist-finding-many = A finding speaks of one row, so none is raised here.
ui-worklist-finding-many-do = Rows without an open finding will be refused; judge them one by one.
ui-worklist-fill-select = Select at least two rows to fill down.
ui-worklist-fill-no-verdict = { $row } has no verdict that could be filled down.
ui-worklist-copied = { $n ->
        [one] 1 row copied.
       *[other] { $n } rows copied.
    }
ui-worklist-copy-again = The rows are ready now. Copy once more.
ui-worklist-paste-no-text = The clipboard holds no text.
ui-worklist-paste-title = Paste from a spreadsheet
ui-worklist-paste-counts = { $good } of { $all } lines can be recorded, { $bad } cannot. Nothing is recorded yet.
ui-worklist-paste-lines = Lines of the clipboard
ui-worklist-paste-line = Line
ui-worklist-paste-row = Row
ui-worklist-paste-outcome = Outcome
ui-worklist-paste-good = Will be recorded
ui-worklist-paste-record = { $n ->
        [one] Record 1 line
       *[other] Record { $n } lines
    }
ui-worklist-pasted = { $n ->
        [one] 1 row recorded from the clipboard.
       *[other] { $n } rows recorded from the clipboard.
    }
ui-worklist-tags-one = Tags of { $row }
ui-worklist-tags-many = Tags of { $n } rows
ui-worklist-tags-differ = The rows differ; left alone, they keep what they have.
ui-worklist-tags-empty = An empty field takes the tag off.
ui-worklist-tags-me = Assign to me
ui-worklist-tags-record = Record
ui-worklist-tag-values = Values in use
ui-worklist-panel = Row { $row }
ui-worklist-panel-width = Width of the row's panel
ui-worklist-panel-back = Back to the list
ui-worklist-panel-close = Close the panel
ui-worklist-panel-missing = This build has no panel for a row.

## Start: the first screen, identity, new dossier, receiving

ui-start-new = New dossier
ui-start-open = Open a dossier
ui-start-open-title = Open a dossier
ui-start-receive = Receive a file from someone else
ui-start-drop = Or drop a dossier (.assay) onto this window.
ui-start-recents = Recent dossiers
ui-start-none = No dossier was opened yet
ui-start-none-what = An evaluation is one file. Make a new one, or open one that you have.
ui-start-gone = Not there any more
ui-start-forget = Take "{ $title }" off this list; the file stays
ui-identity = Who records here
ui-identity-title = Set up your identity
ui-identity-what = Everything you record is signed with a key that is made here and stays on this computer; by it others can check that your entries were not changed. Name, organisation and function stand beside your entries in every dossier and report.
ui-identity-looking = For looking at dossiers no key is needed.
ui-identity-name = Name
ui-identity-name-hint = As it shall stand in reports. It can't be changed later in what was recorded.
ui-identity-organisation = Organisation
ui-identity-function = Function
ui-identity-function-hint = For instance: evaluator, head of the inspection body
ui-identity-passphrase = Passphrase
ui-identity-passphrase-optional = Passphrase (may be left out)
ui-identity-passphrase-hint = Encrypts the key file and is asked for at each start. Nobody can restore a forgotten one.
ui-identity-passphrase-again = Passphrase again
ui-identity-passphrase-differs = The two passphrases differ.
ui-identity-missing = Fill this in.
ui-identity-create = Make the key
ui-identity-unlock-title = Open your key
ui-identity-unlock-what = The key of { $name } is protected by a passphrase. Until it is given, dossiers can be looked at, but nothing can be recorded.
ui-identity-unlock = Open the key
ui-identity-key = Public key; give it to the lead of an evaluation to be admitted:
ui-new = New dossier
ui-new-steps = Steps
ui-new-step-identity = First your identity
ui-new-step-checklist = Checklist
ui-new-step-object = What is evaluated
ui-new-step-claim = What is claimed
ui-new-step-issuer = By whom
ui-new-back = Back
ui-new-next = Next
ui-new-create = Choose where to save it, and make it
ui-new-start-over = Start over
ui-new-checklist = Against which document is the evaluation carried out?
ui-new-checklist-hint = The checklist becomes part of the dossier and stays the same in it, whatever comes later.
ui-new-pack = { $document }, edition { $edition }: { $title }
ui-new-pack-component = Evaluates a component with the method of { $method }. { $requirements } requirements, as of { $date }.
ui-new-pack-process = Evaluates the development process of a supplier. { $requirements } requirements with { $method }, as of { $date }.
ui-new-pack-provider = Evaluates a service provider with the method of { $method }. { $requirements } requirements, as of { $date }.
ui-new-object-hint = Only what you fill in is recorded. Everything can be given or changed later on the screen "Case".
ui-new-firmware = Firmware version
ui-new-hardware = Hardware version
ui-new-software = Software version
ui-new-version-hint = A verdict holds for exactly the version that was evaluated: at least one of the three is needed for a report.
ui-new-types-hint = Until a type is claimed, the worklist selects no row.
ui-new-roles-hint = Each requirement becomes one row for each role.
ui-new-levels = Declared SL-C, one for each foundational requirement
ui-new-levels-hint = SL-C is seven values and never one number. Leave all of them open if a list of requirements is claimed.
ui-new-needs-levels = Some of the seven levels are missing.
ui-new-needs-levels-do = Give all seven, or leave all of them open.
ui-new-ml = Declared maturity level
ui-new-ml-hint = It holds for every row that declares no other one.
ui-new-title = What the evaluation is called on screen
ui-new-title-hint = A title by which you find it again, with the version
ui-new-kind = Which kind of report is aimed at?
ui-new-kind-hint = A wish kept on this computer; it records nothing and can be changed at any time.
ui-new-kind-open = Not decided
ui-new-kind-other-party = Comes from another party
ui-new-save-hint = The dossier is one file. Where it lies is asked next; an existing file is never written over.
ui-new-save-title = Where shall the dossier lie?
ui-new-needs-checklist = No checklist is chosen.
ui-new-needs-checklist-do = Choose one; it can't be changed later.
ui-new-needs-title = The evaluation has no title.
ui-new-needs-title-do = Give a title by which you find it again.
ui-receive = Receive a file
ui-receive-title = Choose the dossier that you received
ui-receive-verifying = Verifying { $name }
ui-receive-ok = Nothing wrong was found in { $name }.
ui-receive-wrong = { $name } does not stand up to verification.
ui-receive-not-opened = It was not opened.
ui-receive-checked = What was checked
ui-receive-remarks = What must be said
ui-receive-limits = What this does not show
ui-receive-copy = A private copy is open for looking at. The file itself was not touched.
ui-receive-look = Look at it
ui-receive-leave = Close it again

## Facts of a case: levels, kinds, roles

ui-fr-number = FR { $n }
ui-fr-1 = Identification and authentication control
ui-fr-2 = Use control
ui-fr-3 = System integrity
ui-fr-4 = Data confidentiality
ui-fr-5 = Restricted data flow
ui-fr-6 = Timely response to events
ui-fr-7 = Resource availability
ui-level = SL { $n }
ui-level-not-given = Not given
ui-level-all = Set all seven to
ui-level-all-none = Choose
ui-ml-1 = ML 1, initial
ui-ml-1-hint = It was done at least once; the way of doing it need not be written.
ui-ml-2 = ML 2, managed
ui-ml-2-hint = There is a written procedure, and people are able to follow it.
ui-ml-3 = ML 3, defined and practised
ui-ml-3-hint = The procedure is carried out across the organisation; dated records show it.
ui-ml-4 = ML 4, improving
ui-ml-4-hint = Metrics are kept, and improvements follow from them.
ui-report-kind-self_declaration = Self-declaration
ui-report-kind-independent_assessment = Independent assessment report
ui-report-kind-certification_body = Evaluation report of a certification body
ui-component-type-SAR = SAR: software application
ui-component-type-EDR = EDR: embedded device
ui-component-type-HDR = HDR: host device
ui-component-type-NDR = NDR: network device
ui-role-integration = Integration
ui-role-maintenance = Maintenance
ui-person-role-client_contact = Contact of the client
ui-person-role-client_contact-may = Speaks for the assessed party: imports, hands in evidence, answers findings.
ui-person-role-evaluator = Evaluator
ui-person-role-evaluator-may = Records facts, verdicts, activities and findings.
ui-person-role-lead = Lead evaluator
ui-person-role-lead-may = All that an evaluator may, and admits people.
ui-person-role-technical_expert = Technical expert
ui-person-role-technical_expert-may = Hands in evidence and sets no verdict.
ui-person-role-reviewer = Reviewer
ui-person-role-reviewer-may = Accepts the evaluation or returns it; has not evaluated.
ui-person-role-decision_maker = Decision maker
ui-person-role-decision_maker-may = Grants or refuses, and states the certificate data; has not evaluated.
ui-person-role-quality_manager = Quality or impartiality manager
ui-person-role-quality_manager-may = Hands in evidence; clears conflicts of interest outside of the dossier.

## Case: facts and people

ui-case-facts = Facts
ui-case-basis = Checklist and profile
ui-basis-checklist = Checklist
ui-basis-method = Evaluated with { $method }; { $rows } rows.
ui-basis-unproven = The list of rows of this checklist is derived and was not checked against a list of that edition.
ui-basis-unproven-do = Compare it with your copy before you rely on it. Reports say so too.
ui-basis-unproven-short = unproven
ui-basis-was-moved = { $author } moved the evaluation to this edition on { $time }: { $carried } rows carried over, { $review } rows and activities to be looked at. Reason:
ui-basis-no-editions = There is no other edition of this checklist here.
ui-basis-would-carry = { $carried } rows would carry over with their answers, { $review } rows and activities would have to be looked at.
ui-basis-review = What would have to be looked at
ui-basis-col-row = Row
ui-basis-col-label = Label
ui-basis-col-why = Difference
ui-basis-col-judged = Judged
ui-basis-changed = changed
ui-basis-added = added
ui-basis-gone = gone
ui-basis-judged = would be open again
ui-basis-move-to = Move to this edition
ui-basis-move-title = Move to { $document }:{ $edition }
ui-basis-move-what = { $carried } rows keep their answers. { $review } rows and activities have to be looked at; { $judged } of them were judged and will be open again. What was recorded stays in the trail. The move is one entry and is not undone; a move back is another one.
ui-basis-move = Move
ui-basis-moved = The evaluation is now held against { $document }:{ $edition }.
ui-basis-reason = Reason
ui-basis-profile = Security profile
ui-basis-no-profile = No profile was adopted. A profile (IEC TS 62443-1-5) selects rows and levels for a sector; rows that it excludes are not evaluated (N/E).
ui-basis-profile-choose = Choose a profile …
ui-basis-profile-pick = Choose a profile
ui-basis-profile-confirm = Adopt this profile?
ui-basis-profile-adopt = Adopt
ui-basis-profile-adopted = Adopted "{ $title }".
ui-basis-profile-line = version { $version }, { $publisher }, { $date }
ui-basis-draft = draft
ui-basis-published = published
ui-basis-withdrawn = withdrawn
ui-basis-tailoring = It lacks what IEC TS 62443-1-5 asks of a profile.
ui-basis-tailoring-do = It can be used as a tailoring, and is called so in reports.
ui-basis-more-flaws = and { $n } more
ui-basis-sector = Sector
ui-basis-assumptions = Assumptions
ui-basis-risk = Risk evaluation
ui-basis-threats = Threats
ui-basis-selects = { $included } rows belong to it, { $excluded } do not. It asks a level of { $raised } rows.
ui-basis-excluded = Rows that it excludes (N/E)
ui-basis-no-justification = No justification is given.
ui-basis-raised = Levels that it asks for
ui-basis-level = level { $level }
ui-basis-texts = Licensed texts
ui-basis-texts-what = With your own file you can read the wording of the standard beside each row. It stays on this machine and goes into no dossier, report, export or hand-over.
ui-basis-texts-here = on this machine
ui-basis-texts-of = { $document }, { $language }, licensed to { $licensee }: { $texts } texts, { $without } rows without one
ui-basis-texts-choose = Choose a text pack …
ui-basis-texts-pick = Choose a text pack
ui-basis-texts-taken = { $texts } texts are shown beside their rows now.
ui-basis-texts-forget = Remove from this machine
ui-case-people = People
ui-case-sections = Sections of the case
ui-case-section-object = What is evaluated
ui-case-section-claim = Claim
ui-case-section-issuer = Issuer
ui-case-section-client = Client
ui-case-section-independence = Independence
ui-case-section-conduct = How it was done
ui-case-section-sampling = Sampling
ui-case-section-report = Report
ui-case-section-certificate = Certificate data
ui-case-for = Needed for
ui-case-any-kind = any kind of report
ui-case-only-missing = Only what is missing
ui-case-missing = Missing
ui-case-missing-count = { $n } missing
ui-case-status = Missing for { $kind }: { $n }
ui-case-nothing-missing = Nothing is missing here
ui-case-show-all = Show all fields
ui-case-needed = Needed for: { $kinds }
ui-case-needed-all = Needed for every kind of report
ui-case-issuers-words = Printed as the issuer's own words; reserved words are refused.
ui-case-recorded-by = Recorded by { $name }, { $time }
ui-case-not-recorded = not recorded
ui-case-none = None
ui-case-not-empty = What is recorded can't be emptied. Write what holds now, or undo the entry.
ui-case-pending = Not recorded yet.
ui-case-record = Record
ui-case-discard = Discard
ui-case-reason = Why does the claim change?
ui-case-reason-hint = Verdicts were recorded under the old claim; the reason stays in the trail.
ui-case-conflict = Different values were recorded for this in two copies.
ui-case-conflict-do = Look at both, and record the one that holds.
ui-case-conflict-look = Show both in the trail
ui-case-conflict-take = Record the value shown here
ui-case-differ = "{ $field }" for one kind of report alone
ui-case-differ-for = Differs in: { $kind }
ui-case-field-of-kind = { $field } ({ $kind })
ui-case-excluded = What
ui-case-excluded-reason = Reason
ui-case-excluded-half = Each exclusion needs its reason; this one is not recorded yet.
ui-people-what = A person takes part with a key of their own. The lead admits the key and says in which role; entries of other keys are kept and count for nothing.
ui-people-separation = Who evaluates neither reviews nor decides (ISO/IEC 17065, 7.5 and 7.6). Reviewer and decision maker may be one person.
ui-people-only-lead = Only the lead can admit people here.
ui-people-admit = Admit a person
ui-people-admit-this = Admit this key
ui-people-change = Change the card
ui-people-card = Card of { $name }
ui-people-record = Record
ui-people-me = this is you
ui-people-not-admitted = Not admitted
ui-people-not-admitted-what = What this key recorded is kept and counts for nothing until it is admitted.
ui-people-evaluated = Has evaluated in this case and can neither review nor decide.
ui-people-not-evaluated = Has not evaluated in this case.
ui-people-may-judge = Has not evaluated in this case and may review or decide in the roles given.
ui-people-competence = Competence
ui-people-competence-hint = What shows that the person is able to do this work
ui-people-impartiality = Impartiality
ui-people-impartiality-hint = The declaration of the person about this case
ui-people-key = Public key
ui-people-key-hint = 64 hexadecimal digits, as the person's start screen shows them. Compare them by another way than the one they came by.
ui-people-key-wrong = A key has 64 hexadecimal digits.
ui-people-copy-key = Copy your key
ui-people-key-copied = Your key is on the clipboard.
ui-people-key-not-copied = The clipboard can't be reached.
ui-people-key-not-copied-do = Mark the key below and copy it.
ui-people-roles = Roles in this case
ui-people-roles-missing = Choose at least one role.

## Case: the fields

ui-field-object-name = Component
ui-field-object-name-hint = As the supplier calls it, with the type designation
ui-field-object-identifier = Identifier
ui-field-object-identifier-hint = What tells it apart from every other: order number, model number
ui-field-object-label = Label on the component
ui-field-object-label-hint = What stands on its nameplate
ui-field-object-description = Description
ui-field-object-description-hint = What it is and what it does, in a few sentences
ui-field-object-types = Component types
ui-field-object-types-hint = They select the rows; a component may be of several types.
ui-field-object-hardware = Hardware versions
ui-field-object-hardware-hint = At least one version (hardware, firmware or software) is needed for every report.
ui-field-object-firmware = Firmware versions
ui-field-object-firmware-hint = Exactly the versions that were evaluated
ui-field-object-software = Software versions
ui-field-object-software-hint = Exactly the versions that were evaluated
ui-field-object-file-hashes = Digests of the evaluated files
ui-field-object-file-hashes-hint = File name and SHA-256, one line for each
ui-field-object-supplier = Supplier
ui-field-object-supplier-hint = The legal entity that places the component on the market
ui-field-object-security-context = Security context
ui-field-object-security-context-hint = The environment that the component expects, and what it expects of it
ui-field-object-intended-use = Intended use
ui-field-object-essential-functions = Essential functions
ui-field-object-essential-functions-hint = Functions that must not be lost or harmed by security measures (CCSC 1)
ui-field-object-excluded-functions = Functions excluded or not tested
ui-field-object-excluded-functions-hint = Each with the reason, such as: off by default
ui-field-object-configuration = Evaluated configuration and test set-up
ui-field-object-samples = Samples
ui-field-object-samples-hint = Which pieces were examined, and where they came from
ui-field-object-lifecycle-process = Development process (IEC 62443-4-1)
ui-field-object-lifecycle-process-hint = By what it is shown that a process at maturity level 3 was applied to this component
ui-field-object-legal-entity = Legal entity
ui-field-object-legal-entity-hint = The service provider, as registered
ui-field-object-program = Security program
ui-field-object-program-hint = Its name and version
ui-field-object-units = Organisational units
ui-field-object-sites = Sites
ui-field-object-products = Products
ui-field-object-products-hint = The products or product lines that are developed with the process
ui-field-object-services = Services
ui-field-object-services-hint = The services that the evaluation is about
ui-field-object-roles = Roles
ui-field-object-roles-hint = Each requirement becomes one row for each role.
ui-field-object-components = Rows split by
ui-field-object-components-hint = Components or products where the answer differs between them
ui-field-object-solution-kinds = Kinds of Automation Solution
ui-field-object-subcontractors = Subcontractors
ui-field-object-subcontractors-hint = Who does a part of the services, or none
ui-field-object-exclusions = Excluded
ui-field-object-exclusions-hint = Services, sites or units outside of the scope, each with the reason
ui-field-claim-levels = Declared SL-C
ui-field-claim-levels-hint = Seven values, one for each foundational requirement. Either these or a list of requirements is claimed, never both.
ui-field-claim-requirements = Claimed requirements
ui-field-claim-requirements-hint = Ids such as CR 1.1 or CR 1.1 RE(1), in place of levels
ui-field-claim-ml = Declared maturity level
ui-field-claim-ml-hint = It holds for every row that declares no other one.
ui-field-issuer-name = Issuer
ui-field-issuer-name-hint = The organisation that answers for the report
ui-field-issuer-address = Address of the issuer
ui-field-issuer-contact = Contact of the issuer
ui-field-issuer-accreditation = Accreditation or recognition
ui-field-issuer-accreditation-hint = Body, number and scope; or say that there is none for this activity
ui-field-client-name = Client
ui-field-client-address = Address of the client
ui-field-client-contact = Contact of the client
ui-field-client-representative = Representative of the client
ui-field-client-representative-hint = Who spoke for the client in this evaluation
ui-field-independence-party = Party
ui-field-independence-party-hint = It decides which kinds of report are possible.
ui-field-independence-party-first = First party: the supplier or provider itself
ui-field-independence-party-second = Second party: with a user's interest in the object
ui-field-independence-party-third = Third party: independent of supplier and users
ui-field-independence-inspection-type = Type of inspection body
ui-field-independence-inspection-type-hint = Only where the issuer acts as an inspection body (ISO/IEC 17020)
ui-field-independence-inspection-type-A = A: fully independent
ui-field-independence-inspection-type-B = B: separate part of the organisation it inspects for
ui-field-independence-inspection-type-C = C: independence by safeguards within the organisation
ui-field-independence-relationship = Relationship to the client
ui-field-independence-conflict-review = Review of conflicts of interest
ui-field-independence-conflict-review-hint = Who looked at them, when, and with which result
ui-field-independence-testers = Independence of security testers
ui-field-independence-testers-hint = How far those who tested are apart from those who developed
ui-field-conduct-objectives = Objectives and criteria
ui-field-conduct-plan = Plan
ui-field-conduct-plan-hint = Which plan was followed, with its date
ui-field-conduct-plan-deviations = Deviations from the plan
ui-field-conduct-from = From
ui-field-conduct-to = To
ui-field-conduct-places = Places
ui-field-conduct-on-site-and-remote = On site and remote
ui-field-conduct-on-site-and-remote-hint = Which parts were done where
ui-field-conduct-person-days = Person-days
ui-field-conduct-meetings = Meetings
ui-field-conduct-meetings-hint = Opening, closing and others, with date and people
ui-field-conduct-diverging-opinions = Diverging opinions
ui-field-conduct-diverging-opinions-hint = Between evaluators and the assessed party that were not settled
ui-field-conduct-testing = Security testing and vulnerability analysis
ui-field-conduct-testing-hint = Which tests were done by whom, with the reports
ui-field-sampling-population = Population
ui-field-sampling-population-hint = All projects from which the sample was taken, and how many
ui-field-sampling-method = Method and reason
ui-field-sampling-method-hint = The evaluator chooses, not the client.
ui-field-sampling-sample = Sample
ui-field-sampling-sample-hint = Each project, with role and period
ui-field-report-limits = Limits of validity
ui-field-report-limits-hint = For what the report speaks, and for what it does not
ui-field-report-remarks = Remarks of the issuer
ui-field-report-recommendation = Recommendation of the evaluator
ui-field-report-recommendation-grant = Grant
ui-field-report-recommendation-grant-with-conditions = Grant with conditions
ui-field-report-recommendation-do-not-grant = Do not grant
ui-field-report-confidentiality = Confidentiality
ui-field-report-confidentiality-public = Public
ui-field-report-confidentiality-confidential = Confidential
ui-field-report-confidentiality-strictly-confidential = Strictly confidential
ui-field-report-distribution = Distribution
ui-field-report-relied-on = Results of others relied on
ui-field-report-relied-on-hint = Such as reports of laboratories, with issuer and date
ui-field-report-place = Place of issue
ui-field-report-valid-until = Valid until
ui-field-report-retention = Where the supporting file is kept, and how long
ui-field-report-changes = Changes to the document replaced
ui-field-report-ownership = Ownership of the report
ui-field-report-ownership-hint = Who owns it and may hand it on
ui-field-report-subtype = Sub-type of the assessment
ui-field-report-subtype-hint = Independent assessment only
ui-field-report-subtype-second-party-assessment = Second-party assessment
ui-field-report-subtype-inspection = Inspection (ISO/IEC 17020)
ui-field-report-subtype-test-report = Test report (shape of ISO/IEC 17025)
ui-field-report-decision-rule = Decision rule
ui-field-report-decision-rule-hint = By which rule results decide on conformity (ISO/IEC 17025)
ui-field-assessment-contract = Order or contract
ui-field-assessment-acceptance = Criteria of acceptance
ui-field-assessment-acceptance-hint = Second-party assessment
ui-field-assessment-equipment = Equipment and tools
ui-field-assessment-subcontracted = Results obtained from others
ui-field-assessment-subcontracted-hint = They are marked in the report.
ui-field-assessment-opinions = Opinions and interpretations
ui-field-assessment-opinions-hint = Apart from the results
ui-field-declaration-responsible = Responsible for the supporting file
ui-field-declaration-change-control = Keeping conformity, change and withdrawal
ui-field-declaration-change-control-hint = What is done when the object, the standard or the organisation changes
ui-field-declaration-access = Access for authorities
ui-field-declaration-access-hint = Who may see the supporting file, where and how quickly
ui-field-declaration-bodies = Bodies involved
ui-field-declaration-bodies-hint = With report, date and accreditation as recorded
ui-field-declaration-reviewed-by = Supporting file reviewed by
ui-field-declaration-reviewed-by-hint = A person other than the signer, and when
ui-field-object-batch = Batch or serial numbers
ui-field-object-supplier-sites = Sites of the supplier
ui-field-item-identification = Identification of the items tested
ui-field-item-identification-hint = Serial numbers or other marks
ui-field-item-condition = Condition on receipt
ui-field-item-received = Items received on
ui-field-item-tested-from = First day of the tests
ui-field-item-tested-to = Last day of the tests
ui-field-vulnerability-metric = Metric of severity
ui-field-vulnerability-threshold = Severity that is not accepted
ui-field-vulnerability-threshold-hint = For each level
ui-field-vulnerability-issues = Issues and what became of them
ui-field-vulnerability-residual = What remains of vulnerabilities
ui-field-vulnerability-searched-on = Publicly known vulnerabilities searched on
ui-field-certificate-agreement = Agreement with the client
ui-field-certificate-agreement-hint = Reference and date
ui-field-certificate-number = Certificate number
ui-field-certificate-number-hint = Only after a positive decision of a certification body; the body issues its own document.
ui-field-certificate-scheme = Scheme
ui-field-certificate-scope = Scope
ui-field-certificate-effective = Effective from
ui-field-certificate-effective-hint = Not before the day of the decision
ui-field-certificate-expiry = Expires
ui-field-certificate-surveillance = Surveillance
ui-field-certificate-conditions-of-use = Conditions of use

## The frame around an open dossier: reasons, dropping, help

ui-again = Try again
ui-list-item = { $label }, { $n }
ui-list-remove = Take out: { $label }, { $n }
ui-list-add = Add a line
ui-undone = Taken back: { $what }
ui-redone = Brought back: { $what }
ui-dossier-menu = Menu
ui-dossier-close = Close the dossier
ui-conflicts = Conflicts: { $n }
ui-about = About Assay
ui-about-version = Version { $version }
ui-about-network = Assay works without any network. Everything stays in the files that you choose.
ui-about-standards = Requirements are named by their identifier and a short label in our own words. The wording that counts is that of the standards.
ui-about-licence = Licensed under MIT or Apache-2.0, as you choose.
ui-keys-search = Search by what a key does, or by the key
ui-read-only-in-use = For looking at only: another window or program has this dossier open and records in it.
ui-read-only-received = For looking at only: this is a private copy of a file from someone else. Nothing is recorded in it.
ui-read-only-no-identity = For looking at only: there is no key here that could sign an entry, or it is not open.
ui-read-only-not-writable = For looking at only: the file or its folder may not be written.
ui-read-only-asked = For looking at only, as asked for.
ui-read-only-reload = Read again
ui-read-only-write = Open for recording
ui-read-only-identity = Set up or open the key
ui-identity-ready = Your key is open. You can record.
ui-found-finding = Finding { $number } on { $subject }
ui-found-evidence = Evidence: { $title }
ui-found-field = Case: { $field }
ui-drop = Drop here
ui-drop-workbook = Vendor workbook: import what it claims
ui-drop-evidence = Other files: evidence, of the selected row where one is open
ui-drop-dossier = Dossier (.assay): open it
ui-drop-no-dossier = No dossier is open that could take the files.
ui-drop-no-dossier-do = Open a dossier first, or make a new one.
ui-drop-read-only = The dossier is open for looking at only; nothing was taken.
ui-drop-others = Not imported: { $n }
ui-drop-others-do = Workbooks are imported one at a time. Drop the others again afterwards.
ui-drop-ask = What is this file?
ui-drop-ask-what = { $name } is a spreadsheet. It can hold the vendor's claims, or it can be evidence.
ui-drop-as-import = Import the claims
ui-drop-as-evidence = Add as evidence

## Report

ui-report-kinds = Kinds of report
ui-report-kinds-text = First-, second- and third-party conformity assessment in the sense of ISO/IEC 17000. A report says no more than its kind allows.
ui-report-signing = Would be signed by
ui-report-signing-none = Nobody with a fitting role is recorded yet.
ui-report-you = (you)
ui-report-place-issuer = issuer
ui-report-place-evaluator = evaluator
ui-report-place-reviewer = reviewer
ui-report-place-approver = approver
ui-report-place-decision-maker = decision maker
ui-report-choose = Choose this kind
ui-report-chosen = Chosen below
ui-report-number = Number
ui-report-number-hint = A number in use gives the next revision of that report.
ui-report-language = Language of the report
ui-report-language-en = English
ui-report-language-de = German
ui-report-draft = Draft of the report
ui-report-draft-text = A draft shows the report as it would be now. It is marked as a draft, not recorded and not signed.
ui-report-draw = Draw a draft
ui-report-draw-again = Draw it again
ui-report-drawing = Drawing the draft
ui-report-draft-pages = { $n ->
        [one] One page
       *[other] { $n } pages
    }
ui-report-draft-behind = Something changed; being drawn anew …
ui-report-replaced = { $n ->
        [one] A character is in no font of the report and is printed as its code:
       *[other] { $n } characters are in no font of the report and are printed as their codes:
    }
ui-report-no-view = The pages cannot be shown here: { $detail }
ui-report-issue = Issue …
ui-report-write-draft = Write the draft into a folder
ui-report-issuing = Writing the report
ui-report-folder = Folder for the files of the report
ui-report-not-read-only = The dossier is open for looking at only; nothing can be issued.
ui-report-not-number = A report needs a number.
ui-report-not-gates = { $n ->
        [one] It can be issued once the point above is settled.
       *[other] It can be issued once the { $n } points above are settled.
    }
ui-report-issue-title = { $kind }, number { $number }
ui-report-issue-folder = The files go into the folder “{ $folder }”.
ui-report-issue-files = PDF, spreadsheet and JSON are made from one data set, written, and read back.
ui-report-issue-seals = Everything recorded so far is sealed before; the issue and the digests of the files are recorded after.
ui-report-issue-signs = Your key signs in every place that names you. Others sign later with the signature file.
ui-report-issue-signs-not = No place names you, so your key signs nothing. The people named sign with the signature file.
ui-report-issue-final = An issued report stays recorded. What has to be corrected later is issued as a new revision.
ui-report-issue-now = Issue the report
ui-report-issued = Report { $number }, revision { $revision }, is issued ({ $n } pages).
ui-report-draft-written = The draft of report { $number }, revision { $revision }, is written ({ $n } pages).
ui-report-draft-written-text = { $n ->
        [0] Nothing was recorded or signed.
        [one] Nothing was recorded or signed. One point stands in the way of issuing it.
       *[other] Nothing was recorded or signed. { $n } points stand in the way of issuing it.
    }
ui-report-unsigned = Still to be signed by:
ui-report-unsigned-how = They open the signature file beside the report with “Add my signature”.
ui-report-signed-by-all = Everyone it lists has signed.
ui-report-judged = Review and decision
ui-report-review = Review
ui-report-review-none = The case was not reviewed yet.
ui-report-review-not = Only a reviewer of this case who has not evaluated it records a review.
ui-report-review-points = Points
ui-report-review-points-hint = What was looked at, or the points returned.
ui-report-review-record = Record the review
ui-report-decision = Decision of a certification body
ui-report-decision-none = No decision is recorded.
ui-report-decision-not = Only a decision maker of this case who has not evaluated it records the decision. No other kind of report needs one.
ui-report-decision-reasons = Reasons
ui-report-decision-reasons-hint = Why it is granted or refused.
ui-report-decision-record = Record the decision
ui-report-result = Result
ui-report-people = People and roles of the case
ui-report-outdated = Something changed after it; it does not cover what stands now.
ui-report-by = { $author }, { $time }
ui-report-issued-reports = Issued reports
ui-report-issued-none = No report was issued from this dossier yet.
ui-report-issued-name = { $number }, revision { $revision }
ui-report-data = Data set
ui-report-digests = The numbers are SHA-256 of the data set and of each file.
ui-report-sign = Add my signature to a report …
ui-report-sign-text = Choose the .sig file. The files beside it are compared with it first.
ui-report-sign-pick = Signature file of the report

## Trail

ui-trail-entry = Entry
ui-trail-entry-n = Entry { $n }
ui-trail-time = Time (claimed)
ui-trail-author = Author
ui-trail-what = What was recorded
ui-trail-marks = To note
ui-trail-kind = Kind
ui-trail-search = Search
ui-trail-all-kinds = All kinds
ui-trail-all-authors = All authors
ui-trail-nameless = (without a name)
ui-trail-count = { $n ->
        [one] One entry
       *[other] { $shown } entries
    }
ui-trail-count-of = { $n } of { $all } entries
ui-trail-void = taken back
ui-trail-idle = does not count
ui-trail-replaces = { $n ->
        [one] replaces an earlier entry
       *[other] replaces { $n } earlier entries
    }
ui-trail-none = No entry matches
ui-trail-none-text = Choose another kind or author, or search for other words.
ui-trail-entry-detail = Entry { $n } of this file, number { $entry } of { $author }. Time as the device claims it: { $time }. Kind: { $kind }.
ui-trail-to-subject = Go to { $subject }
ui-trail-take-back = Take this back
ui-trail-kind-chain-open = chain opened
ui-trail-kind-evaluation-open = evaluation opened
ui-trail-kind-case-set = fact of the case
ui-trail-kind-actor-enroll = person admitted
ui-trail-kind-claim-set = vendor's claim
ui-trail-kind-import = import
ui-trail-kind-applicability-set = applicability
ui-trail-kind-fulfilment-set = mode of fulfilment
ui-trail-kind-declaration-set = declared maturity level
ui-trail-kind-verdict-set = verdict
ui-trail-kind-activity-set = evaluation activity
ui-trail-kind-evidence-add = evidence
ui-trail-kind-evidence-link = link to evidence
ui-trail-kind-evidence-withhold = evidence withheld
ui-trail-kind-finding-raise = finding raised
ui-trail-kind-finding-move = finding moved on
ui-trail-kind-profile-adopt = profile
ui-trail-kind-edition-move = edition
ui-trail-kind-tag-set = tag
ui-trail-kind-review-record = review
ui-trail-kind-decision-record = decision
ui-trail-kind-report-issue = report issued
ui-trail-kind-report-sign = signed file recorded
ui-trail-kind-retract = taken back
ui-trail-kind-seal = seal
ui-trail-sealed-for = sealed everything so far ({ $purpose })
ui-trail-verify = Verify now
ui-trail-verifying = Verifying the file of the dossier
ui-trail-verify-result = Verification
ui-trail-verify-ok = { $time }: nothing wrong was found in what was checked.
ui-damaged = This dossier does not hold what was recorded.
ui-damaged-do = Record nothing more in it. Keep the file as it is, and go on with a copy from before; the trail tells what was checked.
ui-damaged-trail = Show the check
ui-trail-verify-wrong = { $time }: something is wrong.
ui-trail-verify-checked = Checked
ui-trail-verify-remarks = To note
ui-trail-verify-limits = What this does not show
ui-trail-verify-limits-text = The checkpoint (button above) is what to keep elsewhere. The small program assay-verify compares it with a copy of this file.
ui-trail-seal = Seal…
ui-trail-seal-title = Seal everything so far
ui-trail-seal-text = A seal is an entry that names the newest entry of everyone, all current values and all evidence by their digests. A later change of anything before it becomes evident.
ui-trail-seal-purpose = What the seal is for
ui-trail-seal-opening-hint = After the opening meeting, before evaluating begins.
ui-trail-seal-day-end-hint = At the end of a day's work, on site or at the desk.
ui-trail-seal-closing-meeting-hint = With what was presented at the closing meeting.
ui-trail-seal-limit = The seal lies in the same file. It protects as far as its checkpoint is kept where others cannot change it: give it to the client, or write it down.
ui-trail-seal-now = Seal
ui-trail-sealed = Sealed, entry { $n }.
ui-trail-sealed-text = Keep the checkpoint outside of this computer.
ui-trail-checkpoint = Checkpoint
ui-trail-checkpoint-title = Checkpoint of your entries
ui-trail-checkpoint-text = Signed by your key. Whoever keeps it can later tell whether these entries are still the same and all there.
ui-trail-checkpoint-covers = Covers
ui-trail-checkpoint-entries = { $n ->
        [one] your first entry
       *[other] your first { $shown } entries
    }
ui-trail-checkpoint-root = Root
ui-trail-checkpoint-note = Signed note
ui-trail-copy = Copy
ui-trail-copied = Copied.
ui-trail-copy-self = The text is selected; copy it with the keys of your system.
ui-trail-qr = The signed note as a QR code

## Series

ui-series-as-of = As of { $date }
ui-series-text = The documents of IEC 62443 as they are there, beside what a common overview states. Where the two differ, it says so.
ui-series-search = Search
ui-series-phase = Lifecycle phase
ui-series-phase-assess = Assess
ui-series-phase-develop = Develop and implement
ui-series-phase-maintain = Maintain
ui-series-phase-has = { $documents } documents, { $checklists } checklists, { $dossiers } dossiers
ui-series-phase-checklists = Checklists for it
ui-series-phase-dossiers = Dossiers that belong to it
ui-series-phase-no-dossiers = No dossier opened here belongs to it.
ui-series-all-phases = All phases
ui-series-checklist = Checklist in Assay
ui-series-any = With or without
ui-series-with-checklist = With a checklist
ui-series-no-checklist = none
ui-series-count = { $n ->
        [one] One of { $all } documents.
       *[other] { $shown } of { $all } documents.
    }
ui-series-served = Checklists in Assay for them: { $checklists }.
ui-series-tier = Tier { $n } of the overview: { $label }
ui-series-none = No document matches
ui-series-none-text = Search for other words, or choose another phase.
ui-series-sources = Sources
ui-series-compared = { $document }: what is there, and what the overview states
ui-series-real = What is there
ui-series-overview = What the overview states
ui-series-difference = Difference
ui-series-differs = differs
ui-series-not-stated = not stated
ui-series-title = Title
ui-series-type = Type
ui-series-status = Status
ui-series-scope = What an assessment against it covers
ui-series-assessable = Can be assessed
ui-series-confidence = How sure this is
ui-series-confidence-high = sure
ui-series-confidence-medium = fairly sure
ui-series-confidence-low = not sure

## Row: one requirement with everything about it, and what is recorded there

ui-row-region = Requirement { $row }
ui-row-conflicting = Competing values
ui-row-level = From SL { $level } on
ui-row-above-claim = Above the claim
ui-row-declared-ml = Declared ML { $ml }
ui-row-ml = Evaluated ML { $ml }
ui-row-declared = declared
ui-row-confidence-low = Not verified
ui-row-confidence-low-hint = Our facts about this entry are not verified against the standard. Check them in your copy.
ui-row-kind-ccsc = common constraint
ui-row-kind-base = base requirement
ui-row-kind-enhancement = requirement enhancement
ui-row-clause = clause { $clause }
ui-row-activities-open = { $count ->
        [one] One evaluation activity comes before the requirements and is still open.
       *[other] { $count } evaluation activities come before the requirements and are still open.
    }
ui-row-guidance = Guidance
ui-row-claims = What the vendor claims
ui-row-applicability = Applicability
ui-row-fulfilment = Mode of fulfilment
ui-row-declared-level = Declared maturity level
ui-row-verdict = Verdict
ui-row-evidence = Evidence
ui-row-findings = Findings
ui-row-history = History
ui-row-no-findings = No finding on this row.
ui-row-condition = Does this hold?
ui-row-sub-points = Each part must hold
ui-row-applies-to = Component types: { $types }
ui-row-owner-parameter = The asset owner chooses a value here. Check the agreed value, not a fixed one.
ui-row-documentation = A document is delivered to the asset owner.
ui-row-no-documentation = An ability is asked for; no document has to be delivered.
ui-row-parent = Enhances
ui-row-enhancements = Enhanced by
ui-row-needs = Depends on
ui-row-brings = Brings with it
ui-row-typical-evidence = Typical evidence
ui-row-evaluator-does = What the evaluator does
ui-row-not-enough = What is not enough
ui-guidance-low = Our reading, unsure
ui-guidance-low-hint = We know little more than the title of this requirement. Check this guidance against your copy of the standard.
ui-guidance-applies-if = When it applies
ui-guidance-checks = What to check
ui-guidance-levels = What rises with the level
ui-guidance-couplings = Look at these rows too
ui-guidance-test = Suggested test { $n }
ui-guidance-test-preparation = Preparation
ui-guidance-test-steps = Steps
ui-guidance-test-result = Expected result
ui-guidance-untestable = Why it is not tested
ui-row-own-text = Your licensed text
ui-row-own-text-note = Shown on this machine only.
ui-row-profile-excludes = The profile "{ $profile }" excludes this row; it is not evaluated (N/E).
ui-row-profile = Profile "{ $profile }"
ui-row-profile-level = It asks for level { $level }.
ui-row-profile-examples = Examples of implementation
ui-row-no-guidance = The checklist says nothing more about this row.
ui-row-own-words = In our own words; the wording of the standard is in your copy.

ui-claim-none = The vendor has made no claim about this row. Import the vendor's workbook, or judge without one.
ui-claim-not-verdict = A claim is what the vendor says. It is no verdict and no evidence.
ui-claim-changed = Changed since the verdict
ui-claim-removed-in = No longer answered in { $file }
ui-claim-removed-in-do = The claim stays as it is. Ask the vendor whether it still holds.
ui-claim-notes = Comments on its cells
ui-comment = Comment at { $cell }:
ui-comment-by = Comment at { $cell } by { $author }:
ui-claim-meaning-unknown = Meaning not recognised
ui-claim-answer = Answer
ui-claim-declared = Declared level
ui-claim-evidence = References
ui-claim-comment = Comment
ui-claim-origin = From
ui-claim-cut = (beginning only)
ui-claim-place = { $file }, sheet { $sheet }, cell { $cell }, row { $line }
ui-claim-imported = imported by { $author }, { $time }; SHA-256 { $digest }…
ui-meaning-met = claims: met
ui-meaning-partial = claims: partly met
ui-meaning-not_met = claims: not met
ui-meaning-not_applicable = claims: not applicable
ui-meaning-not_assessed = claims: not assessed
ui-meaning-not_evaluated = claims: not evaluated

ui-recorded-by = { $author }, { $time }
ui-applicability-yes = Applicable
ui-applicability-no = Not applicable
ui-applicability-confirmed = Confirmed by the evaluator
ui-applicability-unconfirmed = Not confirmed yet
ui-applicability-none = Nothing is recorded. The row counts as applicable.
ui-applicability-confirm = Confirm the justification
ui-applicability-record-yes = Record as applicable
ui-applicability-record-no = Record as not applicable
ui-fulfilment-question = What meets the requirement?
ui-fulfilment-hint = "Can be integrated into a system that does it" is still met by the component where the requirement asks for no more.
ui-fulfilment-countermeasure = What the system must provide
ui-fulfilment-countermeasure-hint = The countermeasure outside the component, such as a zone firewall that closes a port.
ui-fulfilment-documented = Where the user documentation says so
ui-fulfilment-documented-hint = Document and section.
ui-fulfilment-none = Not recorded yet. A fulfilled row needs it.
ui-fulfilment-record = Record the mode
ui-mode-by_component = Met by the component
ui-mode-by_system_integration = Met by system integration
ui-declared-none = No level is declared for this row or for the case.
ui-declared-is = ML { $ml } is declared.
ui-declared-level = Level declared for this row
ui-declared-hint = It goes before the level of the case, for this row alone.
ui-declared-record = Record the declared level

ui-evaluation-verdict = Verdict
ui-evaluation-stands = { $verdict }, recorded by { $author }, { $time }
ui-evaluation-does-not-hold = This verdict does not hold beside what else is recorded on the row.
ui-evaluation-does-not-hold-do = See the remarks above, then record it again or correct what stands against it.
ui-evaluation-rationale = Rationale: what was seen, and why it leads to the verdict
ui-evaluation-justification = Justification: why the requirement cannot apply
ui-evaluation-justification-hint = Name the interface, function or service that does not exist, and where that was seen.
ui-evaluation-reason-not-evaluated = Reason: why it is not evaluated
ui-evaluation-recorded-text = Take the recorded text
ui-evaluation-was-not-applicable = The row is recorded as not applicable. A verdict needs the reason why it is applicable after all.
ui-evaluation-applicable-why = Why it is applicable after all
ui-evaluation-confirm = I have checked the justification and confirm it
ui-evaluation-confirm-hint = Without it the row is not yet "not applicable".
ui-evaluation-sub-points = Parts that are met: { $met } of { $all }
ui-evaluation-ml = Evaluated maturity level
ui-evaluation-ml-choose = Choose a level
ui-evaluation-ml-declared = Declared: ML { $ml }. Levels are cumulative.
ui-evaluation-ml-not-declared = No level is declared; set it for the case or for this row.
ui-evaluation-lowered = Why the claim is lowered
ui-evaluation-lowered-hint = The evaluated level is below the declared one.
ui-evaluation-evidence-named = { $count ->
        [0] The verdict names no evidence
        [one] The verdict names one piece of evidence
       *[other] The verdict names { $count } pieces of evidence
    }
ui-evaluation-evidence-none-linked = Nothing is linked. Add or link evidence below, or say why there is none.
ui-evaluation-no-evidence = Why no evidence is named
ui-evaluation-no-evidence-hint = A fulfilled or passed row needs evidence; only another verdict can stand without it.
ui-evaluation-finding-open = { $finding } is still open on this row.
ui-evaluation-finding-open-do = Verify and close it first; the earlier verdict stays in the history.
ui-evaluation-finding-needed = A negative verdict needs a finding. It is recorded together with the verdict.
ui-evaluation-finding-too = Raise a finding with it
ui-evaluation-record = Record
ui-evaluation-discard = Back to what is recorded
ui-evaluation-unrecorded = not recorded yet

ui-conflict-what = { $count } values compete: { $field }. None of them counts.
ui-conflict-way = Compare them, take the one that holds into the form, complete its reason and record it. The others stay in the history.
ui-conflict-take = Take this one: { $author }
ui-conflict-verdict = verdict
ui-conflict-applicability = applicability
ui-conflict-fulfilment = mode of fulfilment
ui-conflict-declaration = declared maturity level
ui-value-verdict = Verdict
ui-value-rationale = Rationale
ui-value-no_evidence_reason = Why no evidence
ui-value-ml = Maturity level
ui-value-lowered_claim = Lowered claim
ui-value-sub_points_met = Parts met
ui-value-applicable = Applicable
ui-value-confirmed = Confirmed
ui-value-justification = Justification
ui-value-mode = Met
ui-value-countermeasure = Countermeasure
ui-value-documented_in = Documented in
ui-value-evidence = Evidence
ui-true = yes
ui-false = no

ui-history-none = Nothing is recorded here yet.
ui-history-entry = { $author }, { $time }, entry { $entry }
ui-history-void = taken back
ui-history-counts-not = counts for nothing: the key is not admitted, or has not the role
ui-history-replaces = { $count ->
        [one] replaces an earlier entry
       *[other] replaces { $count } earlier entries
    }
ui-history-take-back = Take back
ui-history-all = { $count ->
        [one] Show one more
       *[other] Show { $count } more
    }

## Events of the trail in words

ui-log-chain-open = opened a chain of entries as { $name }, { $organisation }
ui-log-evaluation-open = opened the evaluation "{ $title }" against { $checklist }
ui-log-case-set = recorded { $field }: { $value }
ui-log-actor-enroll = admitted { $name }, { $organisation }, as { $roles }
ui-log-claim-set = imported the vendor's claim about { $row }: "{ $answer }" ({ $file_name }, { $sheet }, { $place })
ui-log-import = imported { $file_name }, sheet { $sheet }
ui-log-applicability-set = { $row }: { $applicable ->
        [true] applicable
       *[false] not applicable
    }. { $justification }
ui-log-fulfilment-set = { $row }: { $mode }. { $countermeasure } { $documented_in }
ui-log-declaration-set = { $row }: ML { $ml } declared
ui-log-verdict-set = { $row }: { $verdict }. { $rationale }
ui-log-activity-set = { $activity }: { $verdict }. { $rationale }
ui-log-evidence-add = registered evidence { $name } ({ $class })
ui-log-evidence-link = { $about }: evidence { $linked ->
        [false] no longer linked
       *[true] linked
    }
ui-log-evidence-withhold = took out the bytes of a piece of evidence: { $reason }
ui-log-profile-adopt = adopted the profile "{ $title }", version { $version }
ui-log-edition-move = moved the evaluation to { $checklist }: { $carried } rows carried over, { $review } to be looked at; reason: { $reason }
ui-log-tag-set = { $row }: tag { $tag } is "{ $value }"
ui-log-finding-raise = raised { $finding } ({ $grade }): { $statement }
ui-log-finding-move = { $finding } is now: { $state }. { $note }
ui-log-retract = took back own entries: { $reason }
ui-log-review-record = review { $result }: { $points }
ui-log-decision-record = decision { $result }: { $reasons }
ui-log-report-issue = issued report { $number }, revision { $revision }
ui-log-report-sign = recorded the signed file { $name } of report { $number }, revision { $revision }
ui-log-seal = sealed everything so far
ui-log-anchor = recorded an anchor
ui-log-merge = took in another copy: { $events } entries, { $evidence } pieces of evidence
ui-log-unknown = an event of kind { $kind }, which this version does not know

## Evidence: at a row, in the register, looked at

ui-evidence-title = Title
ui-evidence-title-hint = As a reader would cite it. Empty takes the file name.
ui-evidence-title-and-name = Title and file name
ui-evidence-day = Date
ui-evidence-name = File name
ui-evidence-class = Class
ui-evidence-class-choose = Choose what it is
ui-evidence-class-all = All classes
ui-evidence-class-ml = { $class } (ML { $ml })
ui-evidence-revision = Revision
ui-evidence-revision-short = rev. { $revision }
ui-evidence-producer = Produced by
ui-evidence-confidentiality = Confidentiality
ui-evidence-date = Date of the document
ui-evidence-version = Component version
ui-evidence-version-hint = The version it was made for. Evidence for another version proves little.
ui-evidence-project = Sampled project
ui-evidence-project-hint = The project or contract it comes from.
ui-evidence-project-known = Named so far: { $projects }
ui-evidence-size = Size
ui-evidence-size-exact = { $size } ({ $bytes } bytes)
ui-evidence-type = Type by content
ui-evidence-digest = SHA-256
ui-evidence-digest-beginning = SHA-256 begins
ui-evidence-rows = Used by
ui-evidence-used-by = Used by
ui-evidence-unused = nothing yet
ui-evidence-registered = Registered
ui-evidence-own = Stored by Assay
ui-evidence-own-hint = A checklist, an import or the vendor's workbook. It never carries a positive verdict alone.
ui-evidence-withheld = Withheld
ui-evidence-withheld-because = The bytes were taken out: { $reason }
ui-evidence-withheld-do = The entry of the register stays, with its SHA-256. Whoever has the file can still compare it.
ui-evidence-in-verdict = In the verdict
ui-evidence-linked = Linked
ui-evidence-interview-only = Supports only
ui-evidence-notice = Take a look
ui-evidence-none-here = No evidence is linked yet.
ui-evidence-choose-files = Add files
ui-evidence-camera = Take a photograph
ui-evidence-link-existing = Link existing
ui-evidence-add-hint = Files can also be dropped on the window, and pictures pasted from the clipboard.
ui-evidence-pick = Evidence to be added
ui-evidence-add = Add evidence
ui-evidence-add-to = Add evidence to { $subject }
ui-evidence-add-now = { $count ->
        [one] Add
       *[other] Add { $count } files
    }
ui-evidence-adding = Reading, hashing and storing
ui-evidence-added = { $count ->
        [one] Evidence was added.
       *[other] { $count } pieces of evidence were added.
    }
ui-evidence-not-added = { $name } was not added: { $why }
ui-evidence-leave-out = Leave { $name } out
ui-evidence-too-large-to-paste = { $name } is too large to be pasted.
ui-evidence-too-large-to-paste-do = Add it as a file, or drop it on the window.
ui-evidence-camera-live = Picture of the camera
ui-evidence-camera-take = Take
ui-evidence-camera-taken = Photograph just taken
ui-evidence-camera-again = Take again
ui-evidence-camera-use = Use this one
ui-evidence-camera-failed = The camera gives no picture: { $detail }
ui-evidence-camera-failed-do = Allow the program to use it, close other programs that use it, or add a picture as a file.
ui-evidence-look-at = Look at { $name }
ui-evidence-unlink = Unlink
ui-evidence-link-title = Link evidence to { $subject }
ui-evidence-link-which = Registered evidence
ui-evidence-link-now = { $count ->
        [0] Link
        [one] Link one
       *[other] Link { $count }
    }
ui-evidence-search = Search in evidence
ui-evidence-nothing-found = Nothing matches.
ui-evidence-none-to-choose = There is no registered evidence to choose from.
ui-evidence-more-found = { $count } more match. Search for words of the one you mean.
ui-evidence-more = { $count ->
        [one] Show one more
       *[other] Show { $count } more
    }
ui-evidence-divider = Width of the details
ui-evidence-only-unused = Unused only
ui-evidence-show-own = Show what Assay stored, too
ui-evidence-show-all = Show all
ui-evidence-empty = No evidence yet
ui-evidence-empty-do = Drop files on the window or add them here. Each is stored in the dossier with its SHA-256 and can be linked to any row.
ui-evidence-choose-one = Nothing chosen
ui-evidence-choose-one-do = Choose a piece of evidence to look at it, describe it or see which rows use it.
ui-evidence-count = { $shown } of { $all } pieces of evidence
ui-evidence-shown = Shown: { $name }
ui-evidence-preview = Preview
ui-evidence-card = Description
ui-evidence-describe = Record the description
ui-evidence-save = Save a copy
ui-evidence-saved = { $name } was written.
ui-evidence-reading = Reading and hashing
ui-evidence-intact = SHA-256 { $sha256 }, checked now: matches
ui-evidence-damaged = DAMAGED: the stored bytes are not those that were registered as SHA-256 { $sha256 }.
ui-evidence-damaged-do = Do not rely on what is shown. Verify the dossier on the trail screen and get an undamaged copy from a backup or its author.
ui-evidence-text-cut = Only the beginning of the text is shown.
ui-evidence-text-cut-do = Save a copy to read all of it.
ui-evidence-large = The file is too large to be shown here.
ui-evidence-no-preview = Files of this type are not shown here ({ $type }).
ui-evidence-save-do = Save a copy and open it with the program for it.
ui-evidence-withhold = Withhold
ui-evidence-withhold-title = Withhold { $name }
ui-evidence-withhold-final = The bytes are taken out of the dossier for good. This can't be taken back.
ui-evidence-withhold-final-do = Name, class and SHA-256 stay in the register, and so does your reason. Save a copy first if you still need the file.
ui-evidence-withhold-reason = Reason, such as personal data of third parties
ui-evidence-withhold-now = Take the bytes out
ui-evidence-many-rows = { $count } rows rest on this one piece.
ui-evidence-many-rows-do = Check that it really speaks for each of them.
ui-evidence-two-levels = It stands behind rows evaluated at ML 2 ({ $two }) and at ML 3 or higher ({ $three }).
ui-evidence-two-levels-do = A procedure shows ML 2, its execution ML 3. Check that the rows at the higher level name dated records, too.
ui-evidence-register = Register
ui-documents = Documents
ui-documents-text = What the vendor's claims refer to, read from their references. Nothing of it is a finding about the evidence itself.
ui-documents-none = No claim refers to a document
ui-documents-none-do = Import a vendor's spreadsheet with a column that refers to evidence.
ui-documents-to-import = Go to the import
ui-documents-count = { $n ->
        [one] One document
       *[other] { $n } documents
    }
ui-documents-state-arrived = Arrived
ui-documents-state-missing = Missing
ui-documents-state-perhaps = Perhaps arrived
ui-documents-state-other-revision = Arrived in another revision
ui-documents-state-other-content = Arrived with another content
ui-documents-revisions = Revisions referred to: { $revisions }
ui-documents-wanted = Not here: { $revisions }
ui-documents-addresses = Addresses beside it, not fetched: { $addresses }
ui-documents-rows = { $n ->
        [one] One row names it, { $linked } linked
       *[other] { $shown } rows name it, { $linked } linked
    }
ui-documents-places = at { $places }
ui-documents-reading = perhaps: the row before names it; not linked with the others
ui-documents-is-it = this document
ui-documents-may-be-it = perhaps this document
ui-documents-link = { $n ->
        [one] Link to its one row
       *[other] Link to its { $shown } rows
    }
ui-documents-linked = { $n ->
        [one] Linked to the row that refers to { $document }.
       *[other] Linked to the { $shown } rows that refer to { $document }.
    }
ui-documents-linked-all = linked to all its rows
ui-documents-arrived = { $file } is the document { $document } that the vendor refers to.
ui-documents-arrived-more = { $n ->
        [one] One more has arrived; see below.
       *[other] { $n } more have arrived; see below.
    }
ui-documents-arrived-several = { $n } files just added are documents that the vendor refers to.
ui-documents-show = Show the documents
ui-documents-request = Write the request list…
ui-documents-request-language = Language of the request list
ui-documents-alike = Perhaps one document
ui-documents-alike-text = These may be two names of one document. Nothing was merged.
ui-documents-alike-pair = { $first } and { $second }:
ui-documents-others = References that name no document
ui-documents-others-text = They stand as the vendor wrote them; a person has to say what is meant.
ui-documents-other-location = a place without a document
ui-documents-other-row = points at another row
ui-documents-other-above = points at what stands above
ui-documents-other-below = points at what stands below
ui-documents-other-pending = evidence is promised
ui-documents-other-none = says that there is none
ui-documents-other-text = other text
ui-producer-supplier = Supplier
ui-producer-evaluator = Evaluator
ui-producer-third_party = Third party
ui-confidentiality-public = Public
ui-confidentiality-confidential = Confidential
ui-confidentiality-strictly_confidential = Strictly confidential
ui-class-process_artefact = Artefact of the development process
ui-class-design_doc = Design documentation
ui-class-user_guidance = User documentation
ui-class-requirement_test = Test of a requirement
ui-class-security_test = Security test
ui-class-evaluator_test = Test by the evaluator
ui-class-evaluator_test-hint = Done or witnessed by the evaluator.
ui-class-inspection = Inspection
ui-class-interview = Interview
ui-class-interview-hint = Supports other evidence; alone it carries no positive verdict.
ui-class-declaration = Declaration
ui-class-procedure = Procedure
ui-class-procedure-hint = Written, with owner, version and release. ML 2 needs it together with competence.
ui-class-competence = Competence
ui-class-competence-hint = Training, qualification or role matrix of the people who do the work.
ui-class-deliverable = Delivered document
ui-class-deliverable-hint = Give the date and the sampled project: ML 3 needs both.
ui-class-execution_record = Record of execution
ui-class-execution_record-hint = Give the date and the sampled project: ML 3 needs both.
ui-class-metrics = Metrics
ui-class-metrics-hint = Figures that are reviewed, and what followed from them.
ui-class-other = Other
ui-class-vendor_workbook = Vendor's workbook
ui-class-profile = Profile
ui-class-checklist = Checklist
ui-class-import_ledger = Account of an import
ui-class-import_text = Long text of an import
ui-size-bytes = { $size } B
ui-size-kib = { $size } KiB
ui-size-mib = { $size } MiB
ui-zoom = Zoom
ui-zoom-in = Larger
ui-zoom-out = Smaller
ui-zoom-fit = Fit
ui-pdf-tools = Pages of the document
ui-pdf-page = Page { $page } of { $pages }
ui-pdf-previous = Previous page
ui-pdf-next = Next page
ui-pdf-failed = The PDF can't be shown: { $detail }
ui-pdf-failed-do = Save a copy and open it with a PDF program.
ui-pdf-page-failed = Page { $page } can't be shown: { $detail }

## Findings

ui-finding-grade = Grade
ui-grade-major = Major
ui-grade-minor = Minor
ui-grade-observation = Observation
ui-state-raised = Raised
ui-state-accepted = Accepted
ui-state-disputed = Disputed
ui-state-plan_proposed = Plan proposed
ui-state-plan_accepted = Plan accepted
ui-state-implemented = Implemented
ui-state-closed = Closed
ui-state-withdrawn = Withdrawn
ui-finding-statement = What is missing
ui-finding-statement-hint = One or two sentences that stand in the report.
ui-finding-reason = Why this grade
ui-finding-why-grade = Grade because: { $reason }
ui-finding-evidence = Seen in: { $evidence }
ui-finding-seen-in = Evidence in which it was seen
ui-finding-due = Due { $due }
ui-finding-overdue = Overdue since { $due }
ui-finding-contested = Two findings carry this number
ui-finding-steps = { $count ->
        [one] One step
       *[other] { $count } steps
    }
ui-finding-next = Next steps
ui-finding-to-accepted = Accepted by the client
ui-finding-to-disputed = Disputed by the client
ui-finding-to-plan_proposed = Plan proposed
ui-finding-to-plan_accepted = Accept the plan
ui-finding-to-implemented = Implemented
ui-finding-to-closed = Close
ui-finding-to-withdrawn = Withdraw
ui-finding-raise = Raise a finding
ui-finding-raise-on = Raise a finding on { $subject }
ui-finding-subject = Row or activity
ui-finding-subject-hint = Such as CR 1.1, SP.01.01 BR @integration or CTX-1.
ui-finding-move-title = Move { $finding } on
ui-finding-state = New state
ui-finding-note = Note
ui-finding-note-accepted = What the client answered.
ui-finding-note-disputed = What the client puts forward against it.
ui-finding-note-plan_proposed = Correction, cause and corrective action as proposed.
ui-finding-note-plan_accepted = Why the plan is sufficient.
ui-finding-note-implemented = What the client says was done.
ui-finding-note-closed = What was verified, and how.
ui-finding-note-withdrawn = Why the finding does not stand.
ui-finding-due-date = Due date of the plan
ui-finding-closing-evidence = Evidence of the verification
ui-finding-step-evidence = Evidence of what was done
ui-findings-count = { $shown } of { $all } findings
ui-findings-divider = Width of the finding
ui-findings-view = View
ui-findings-board = By state
ui-findings-list = List
ui-findings-all-grades = All grades
ui-findings-only-open = Open only
ui-findings-only-overdue = Overdue only
ui-findings-show-all = Show all
ui-findings-nothing = No finding matches.
ui-findings-empty = No findings
ui-findings-empty-do = A finding is raised with a negative verdict, or here on any row or activity.
ui-findings-choose-one = No finding chosen
ui-findings-choose-one-do = Choose a card to see its history and its next steps. M moves the focused card on.

## Evaluation activities

ui-activities-order = Carried out in this order. An inconclusive or open activity leaves the evaluation unfinished.
ui-activities-count = { $done } of { $all } activities decided
ui-activities-divider = Width of the activity
ui-activities-step = Step { $step }
ui-activities-none = No activities
ui-activities-none-do = The checklist of this dossier holds no evaluation activities. Use one that has those of the method.
ui-activities-provider = No separate activities here
ui-activities-provider-do = The method for service providers (IEC TS 62443-6-1) works requirement by requirement. What the evaluator does stands in the guidance of each row.
ui-activities-to-worklist = To the worklist
ui-activities-evidence = { $count ->
        [one] one piece of evidence
       *[other] { $count } pieces of evidence
    }
ui-activities-findings = { $count ->
        [one] one open finding
       *[other] { $count } open findings
    }
ui-activity-after = comes after { $earlier }, which is still open
ui-activity-blocked = Its turn comes after { $earlier }, which is still open. A verdict out of order is remarked.
ui-activity-conflict = Several verdicts compete on this activity. None of them counts.
ui-activity-conflict-do = Look at the history and record the one that holds, with the reason.
ui-activity-needs = What a pass needs
ui-activity-own-words = In our own words and with ids of our own. A reference to the method is shown only where it is known.
ui-activity-reference = reference { $reference }
ui-activity-no-findings = No finding on this activity.
ui-verb-check = check
ui-verb-check-hint = Check: the verdict follows from a simple comparison.
ui-verb-examine = examine
ui-verb-examine-hint = Examine: the verdict needs an analysis with the evaluator's expertise.
ui-activity-group-lifecycle = Development lifecycle
ui-activity-group-context = Security context
ui-activity-group-selection = Selection of requirements
ui-activity-group-design = Design documentation
ui-activity-group-guideline = Security guideline
ui-activity-group-verification = Verification of requirements
ui-activity-group-security-testing = Security testing
ui-activity-group-vulnerability = Vulnerabilities
ui-keys-cards = On findings and activities
ui-key-open-card = Show it
ui-key-move-finding = Move the finding on

## What to do about a refusal, here in the window

ui-refusal-verdict-needs-evidence-do = Link or add evidence, or write why no evidence is named.
ui-refusal-fail-needs-finding-do = Fill in the finding below the verdict: grade, what is missing, and why this grade.
ui-refusal-not-applicable-needs-confirmation-do = Check the justification and tick the confirmation.
ui-refusal-integration-needs-documentation-do = Write what the system must provide and where the user documentation says so.
ui-refusal-fulfilment-mode-missing-do = Choose whether the component itself or system integration meets the requirement.
ui-refusal-verdict-of-other-method-do = Choose one of the verdicts that are offered.
ui-refusal-sub-points-open-do = Tick the parts that are met, or choose another verdict.
ui-refusal-pass-needs-ml-do = Choose the evaluated maturity level.
ui-refusal-declared-ml-missing-do = Record the declared level for this row, or the claimed level on the screen "Case".
ui-refusal-ml-below-declared-do = Choose Fail, or write why the claim is lowered.
ui-refusal-nothing-to-record-do = Choose a verdict, an applicability, a mode of fulfilment or a declared level.
ui-refusal-finding-needs-statement-do = Write what is missing.
ui-refusal-finding-needs-grade-reason-do = Write why this grade.
ui-refusal-finding-move-needs-note-do = Write what was answered, planned or seen.
ui-refusal-plan-needs-due-date-do = Give the due date as YYYY-MM-DD.
ui-refusal-closing-needs-evidence-do = Choose the evidence in which the correction was verified.
ui-refusal-unknown-finding-do = The screen "Findings" shows them all.
ui-refusal-unknown-evidence-do = Add the file first.
ui-refusal-evidence-ambiguous-do = Choose it from the register.
ui-refusal-unknown-activity-do = The screen "Evaluation activities" shows them all.
ui-refusal-unknown-requirement-do = The worklist shows all ids.
ui-refusal-role-not-declared-do = Write the row with its role, such as SP.01.01 BR @integration, or declare the role on the screen "Case".
ui-refusal-component-not-declared-do = Declare the component on the screen "Case" first.
ui-refusal-family-not-claimed-do = Claim the component type on the screen "Case", or leave the row.
ui-refusal-not-admitted-do = Have the lead admit this identity on the screen "Case".
ui-refusal-needs-evaluator-do = Use the identity of an evaluator, or have the lead admit this one as such on the screen "Case".

## Import and report: what to do in the window where the command line would name a command

ui-import-no-table-do = Check that the file belongs to this evaluation. If the answers stand on a hidden sheet, show it in a spreadsheet program first.
ui-import-already-do = The trail shows what it brought. To record it again, confirm it.
ui-import-role-missing-do = Choose the column that names the role, or the role for these rows.
ui-import-role-unknown-do = Declare the role in the case, or choose another column for the role.
ui-import-roles-not-declared-do = Declare the provider's roles in the case first; each row of a provider belongs to one.
ui-evidence-mapping-no-id-column-do = Choose the column that holds the requirement ids.
ui-refusal-needs-reviewer-do = Have the lead admit a reviewer who has not evaluated, in the case under the people.
ui-refusal-review-needs-points-do = Write what was looked at, or which points are returned.
ui-refusal-needs-decision-maker-do = Have the lead admit a decision maker who has not evaluated, in the case under the people.
ui-refusal-decision-needs-reasons-do = Write the reasons.
ui-refusal-grant-without-conclusion-do = The conclusion says what stands against it and what is missing.
ui-verify-limits = Anchor level A0: this shows that the file holds together and was signed by these keys. It does not show that the keys belong to the people named, that nothing was left out before it was recorded, that the clock was right, or that the whole file is not an older or rewritten copy. For that, compare it with a checkpoint kept elsewhere.

## Before there is a window

desk-no-screen = Assay can't open a window: there is no screen here, or it can't be reached.
desk-no-screen-do = The same jobs can be done in a terminal: assay --help
