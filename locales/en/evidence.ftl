### Words of the crate `evidence`: reading a workbook, mapping it, and accounting for its rows.

## A workbook that was not taken in. Nothing of it is used.

evidence-read-unreadable = { $file } cannot be opened: { $reason }.
evidence-read-unreadable-do = Check the path and that you may read the file, then import again.
evidence-read-file-too-large = { $file } has { $bytes } bytes; at most { $limit } are read.
evidence-read-file-too-large-do = Ask the vendor for a workbook without pictures and attachments.
evidence-read-empty = { $file } is empty.
evidence-read-empty-do = Ask the vendor to send the file again.
evidence-read-unknown-type = { $file } is no workbook; it looks like { $looks }.
evidence-read-unknown-type-do = Save it as .xlsx, .ods or .csv in a spreadsheet program and import that file.
evidence-read-encrypted = { $file } is protected by a password, so it cannot be read.
evidence-read-encrypted-do = Ask the vendor for a copy without a password.
evidence-read-broken-archive = { $file } is damaged or cut short: { $reason }.
evidence-read-broken-archive-do = Ask the vendor to send the file again, and compare its SHA-256.
evidence-read-part-twice = { $file } holds the part { $part } twice. Programs would read different contents from it.
evidence-read-part-twice-do = Do not use this file. Ask the vendor how it was made and for one saved by a spreadsheet program.
evidence-read-bomb = { $file } unpacks to far more than a workbook needs (part { $part }, limit { $limit }).
evidence-read-bomb-do = Do not use this file. Ask the vendor for one saved by a spreadsheet program.
evidence-read-too-many-sheets = { $file } has { $found } sheets; at most { $limit } are read.
evidence-read-too-many-sheets-do = Ask the vendor for a workbook that holds only the answers.
evidence-read-too-many-cells = { $file } has more than { $limit } filled cells ({ $place }).
evidence-read-too-many-cells-do = Ask the vendor for a workbook that holds only the answers.
evidence-read-too-much-text = { $file } holds more than { $limit } bytes of text ({ $place }).
evidence-read-too-much-text-do = Ask the vendor for a workbook that holds only the answers.
evidence-read-too-many-merges = { $place } of { $file } has too many merged areas to be read.
evidence-read-too-many-merges-do = Ask the vendor for a sheet without merged areas.
evidence-read-cell-too-long = The text in { $place } of { $file } is longer than { $limit } characters. It is not cut.
evidence-read-cell-too-long-do = Ask the vendor to move the text to an evidence file and to refer to it.
evidence-read-nul-in-text = { $place } of { $file } holds a NUL character: it was written in another encoding, or it is no text.
evidence-read-nul-in-text-do = Save it as .xlsx or as UTF-8 text and import that file.
evidence-read-no-sheets = { $file } holds no sheet that can be read.
evidence-read-no-sheets-do = Open it in a spreadsheet program, check that it has a sheet with cells, and save it as .xlsx.
evidence-read-broken-workbook = { $file } breaks its own format at { $place }: { $reason }.
evidence-read-broken-workbook-do = Open it in a spreadsheet program, save it as .xlsx, and import that file.
evidence-read-reader-missing = The reader could not be started: { $reason }.
evidence-read-reader-missing-do = Install Assay again; its program file may have been moved while it ran.
evidence-read-reader-stopped = The reader stopped while reading { $file }: { $reason }. Nothing of the file was used.
evidence-read-reader-stopped-do = The file asks for more memory than allowed, or is damaged. Save it as .xlsx in a spreadsheet program and import that file.
evidence-read-timed-out = Reading { $file } took longer than { $seconds } seconds and was stopped.
evidence-read-timed-out-do = Save only the sheet with the answers as a new .xlsx and import that file.
evidence-read-cancelled = Reading { $file } was stopped. Nothing of it was used.
evidence-read-cancelled-do = Import it again when you want it.

## What was read differently from what the file shows, or not at all.

evidence-notice-hidden-sheet = { $place } is hidden. It is offered last and used only if you choose it.
evidence-notice-sheet-not-read = { $place } is no table ({ $detail }) and was not read.
evidence-notice-sheet-name-twice = A second sheet named { $place } was not read.
evidence-notice-formula-without-value = { $place } holds a formula without a stored result: { $detail }. Nothing is calculated here.
evidence-notice-text-from-formula = The text of { $place } was taken from its link formula: { $detail }.
evidence-notice-error-value = { $place } holds the error { $detail }.
evidence-notice-stale-under-merge = { $place } lies below a merged area; its hidden text was not used: { $detail }.
evidence-notice-cell-twice = { $place } is in the file twice; the second value was not used: { $detail }.
evidence-notice-notes-not-read = Cell comments were not read ({ $detail } parts).
evidence-notice-links-not-read = { $place } has { $detail } cell links that were not read.
evidence-notice-attachment-not-opened = An embedded file was not opened: { $detail }.
evidence-notice-macros-not-run = The workbook holds macros. They were not run.
evidence-notice-format-limits = { $detail ->
    [xlsb] In .xlsb files merged areas are not known, and a result that is an error shows as missing.
    [ods] In .ods files merged areas are not known, and a result that is an error shows as 0.
   *[other] In this format hidden rows and cell comments are not known.
}
evidence-notice-encoding-guessed = The encoding was guessed as { $detail }. Check letters with accents.
evidence-notice-bytes-replaced = Some characters do not fit { $detail } and show as �.
evidence-notice-quote-not-closed = A quotation mark in { $place } is never closed. Rows may have run together; check the last rows.

## A mapping that cannot be used.

evidence-mapping-not-a-pair = “{ $what }” is not of the form name=value.
evidence-mapping-not-a-pair-do = Write it like id=A,response=D,evidence=E.
evidence-mapping-unknown-role = “{ $what }” is no column role.
evidence-mapping-unknown-role-do = Use id, response, evidence, comment, assessor, level, role, component, date, person or ignore.
evidence-mapping-unknown-meaning = “{ $what }” is no meaning of an answer.
evidence-mapping-unknown-meaning-do = Use met, partial, not_met, not_applicable, not_assessed or not_evaluated.
evidence-mapping-no-such-column = The sheet has no column “{ $what }”.
evidence-mapping-no-such-column-do = Give a column's letters or its heading, as the preview shows them.
evidence-mapping-ambiguous-column = “{ $what }” can be more than one column.
evidence-mapping-ambiguous-column-do = Give the letters of the column and give the others another heading.
evidence-mapping-column-twice = Column { $what } was given two roles.
evidence-mapping-column-twice-do = Give each column one role.
evidence-mapping-role-twice = The role { $what } was given to two columns.
evidence-mapping-role-twice-do = Give it to one column.
evidence-mapping-no-id-column = No column holds the requirement ids.
evidence-mapping-no-id-column-do = Name it, for example id=A.
evidence-mapping-no-such-sheet = The workbook has no sheet “{ $what }”.
evidence-mapping-no-such-sheet-do = Choose one of the sheets the preview lists.

## What deserves a second look.

evidence-remark-one-answer-throughout = Every row answers “{ $detail }” ({ $count } rows). Perhaps the template was never filled in.
evidence-remark-number-ids = { $count } ids are stored as numbers, the first as { $detail }: 1.10 becomes 1.1 that way. They were not matched.
evidence-remark-date-ids = { $count } ids are stored as dates, the first as { $detail }. They were not matched.
evidence-remark-beside-800-53 = Ids of NIST SP 800-53 stand in this column. SR-n and SI-n were not taken for IEC 62443-4-1.
evidence-remark-role-not-known = { $count } roles are neither integration nor maintenance, the first is “{ $detail }”. They were kept as written.
evidence-remark-level-not-read = { $count } declared levels could not be read, the first is “{ $detail }”. They were kept as written.
evidence-remark-assessor-column = Column “{ $detail }” was written by an assessor. Its { $count } cells did not become claims.
evidence-remark-column-not-taken = Column “{ $detail }” was not taken ({ $count } cells).
