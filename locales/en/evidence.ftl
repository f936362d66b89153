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
evidence-read-no-such-part = { $file } holds no file or image called { $part }.
evidence-read-no-such-part-do = The file may have changed since it was read. Read it again.
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
evidence-notice-notes-not-read = { $detail } parts with cell comments were not read: this format does not tell, or no sheet refers to them.
evidence-notice-comments = { $place } has { $detail } cell comments. Those on cells of a claim are shown with it.
evidence-notice-hidden-rows = { $place } has hidden rows that hold something: { $detail }. They become claims only if you choose so.
evidence-notice-hidden-columns = { $place } has hidden columns that hold something: { $detail }. They are taken only if you choose them.
evidence-notice-list-not-read = The drop-down list of { $place } would have to be calculated and is not known: { $detail }.
evidence-notice-part-not-read = A part of { $place } was not understood: { $detail }. Comments, hidden rows or drop-down lists may be missing.
evidence-notice-images-not-opened = { $detail } images in the workbook were not looked at.
evidence-notice-links-not-read = { $place } has { $detail } cell links that were not read.
evidence-notice-attachment-not-opened = An embedded file was not opened: { $detail }.
evidence-notice-macros-not-run = The workbook holds macros. They were not run.
evidence-notice-format-limits = { $detail ->
    [xlsb] In .xlsb files merged areas, hidden rows and columns, cell comments and drop-down lists are not known, and a result that is an error shows as missing.
    [ods] In .ods files merged areas are not known, and a result that is an error shows as 0.
   *[other] In this format hidden rows and columns, cell comments and drop-down lists are not known.
}
evidence-notice-encoding-guessed = The encoding was guessed as { $detail }. Check letters with accents.
evidence-notice-bytes-replaced = Some characters do not fit { $detail } and show as �.
evidence-notice-quote-not-closed = A quotation mark in { $place } is never closed. Rows may have run together; check the last rows.

## A mapping that cannot be used.

evidence-mapping-not-a-pair = “{ $what }” is not of the form name=value.
evidence-mapping-not-a-pair-do = Write it like id=A,response=D,evidence=E.
evidence-mapping-unknown-role = “{ $what }” is no column role.
evidence-mapping-unknown-role-do = Use id, response, evidence, link, comment, assessor, level, role, component, wanted, date, person or ignore.
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
evidence-remark-merged-id = { $count } rows below the first of a merged cell have no id of their own, the first one is row { $row }. They were taken for the id that the cell shows, first { $detail }.
evidence-remark-number-ids = { $count } ids are stored as numbers, the first as { $detail }: 1.10 becomes 1.1 that way. They were not matched.
evidence-remark-date-ids = { $count } ids are stored as dates, the first as { $detail }. They were not matched.
evidence-remark-beside-800-53 = Ids of NIST SP 800-53 stand in this column. SR-n and SI-n were not taken for IEC 62443-4-1.
evidence-remark-role-not-known = { $count } roles are neither integration nor maintenance, the first is “{ $detail }”. They were kept as written.
evidence-remark-level-not-read = { $count } declared levels could not be read, the first is “{ $detail }”. They were kept as written.
evidence-remark-assessor-column = Column “{ $detail }” was written by an assessor. Its { $count } cells did not become claims.
evidence-remark-column-not-taken = Column “{ $detail }” was not taken ({ $count } cells).
evidence-remark-hidden-column = Column “{ $detail }” is hidden in the file and was not taken ({ $count } cells). Choose it if it is meant.
evidence-remark-hidden-column-taken = Column “{ $detail }” is hidden in the file and was taken ({ $count } cells).
evidence-remark-hidden-rows = { $count } rows are hidden in the file, the first is row { $detail }. They did not become claims.
evidence-remark-hidden-rows-taken = { $count } rows are hidden in the file and became claims, the first is row { $detail }.
evidence-remark-comments-elsewhere = { $count } cell comments of this sheet belong to no claim, the first stands at { $detail }.

## A file with a saved mapping that cannot be used.

evidence-saved-mapping-too-large = The file has { $what } bytes; a saved mapping has at most 1 MiB.
evidence-saved-mapping-too-large-do = Check whether this is the right file.
evidence-saved-mapping-not-json = The file is no JSON from line { $line }, column { $column } on.
evidence-saved-mapping-not-json-do = Export the mapping again and take that file.
evidence-saved-mapping-wrong-schema = This is “{ $what }”, not “assay-mapping/1”.
evidence-saved-mapping-wrong-schema-do = Check whether this is the right file, or use the version of Assay it was made with.
evidence-saved-mapping-unknown-field = There is no field “{ $what }” at { $path }.
evidence-saved-mapping-unknown-field-do = Remove it, or check its spelling.
evidence-saved-mapping-missing-field = The field “{ $what }” is missing at { $path }.
evidence-saved-mapping-missing-field-do = Add it.
evidence-saved-mapping-repeated-field = The field “{ $what }” is there twice at { $path }.
evidence-saved-mapping-repeated-field-do = Keep one of the two.
evidence-saved-mapping-wrong-shape = { $path } is of another kind than expected ({ $what }).
evidence-saved-mapping-wrong-shape-do = Write it as the format description shows.
evidence-saved-mapping-nothing = { $path } is empty.
evidence-saved-mapping-nothing-do = Fill it in, or leave the field out if it is optional.
evidence-saved-mapping-unknown-word = “{ $what }” is not allowed at { $path }.
evidence-saved-mapping-unknown-word-do = Use a word of the format description.
evidence-saved-mapping-no-such-heading = The headings do not hold “{ $what }”, or not so often ({ $path }).
evidence-saved-mapping-no-such-heading-do = Use a heading from the list of headings.
evidence-saved-mapping-twice = “{ $what }” is there a second time at { $path }.
evidence-saved-mapping-twice-do = Keep one of the two.
evidence-saved-mapping-role-twice = The role { $what } is given to a second column at { $path }.
evidence-saved-mapping-role-twice-do = Give it to one column.
evidence-saved-mapping-no-id-column = No column has the role id.
evidence-saved-mapping-no-id-column-do = Give it to the column of the requirement ids.

## Why a saved mapping does not fit a table, or a mapping cannot be saved.

evidence-misfit-no-headings = The table has no headings.
evidence-misfit-no-headings-do = Choose the header row, or read the file without the kept mapping.
evidence-misfit-other-sheet = It is not meant for the sheet “{ $what }”.
evidence-misfit-other-sheet-do = Choose the sheet that the mapping is for, or read the file without it.
evidence-misfit-hidden-sheet = The sheet “{ $what }” is hidden, and the mapping does not name it.
evidence-misfit-hidden-sheet-do = Choose the sheet by its name if it is the right one.
evidence-misfit-missing-heading = The table has no column “{ $what }”.
evidence-misfit-missing-heading-do = Read the file without the kept mapping, and keep a new one.
evidence-misfit-ambiguous-heading = The table has another number of columns “{ $what }” than before.
evidence-misfit-ambiguous-heading-do = Read the file without the kept mapping, and choose the column.
evidence-misfit-column-without-heading = Column { $what } has no heading by which it could be found again.
evidence-misfit-column-without-heading-do = Give the column a heading, or do not take it.
evidence-misfit-no-id-column = No column holds the requirement ids.
evidence-misfit-no-id-column-do = Choose the column that holds the requirement ids.
evidence-misfit-no-name = The mapping has no name.
evidence-misfit-no-name-do = Give it a name.

## What has changed between two imports.

evidence-change-added = New
evidence-change-removed = No longer there
evidence-change-answer = Answer changed
evidence-change-evidence = Evidence changed
evidence-change-text = Only text changed
evidence-change-unchanged = Unchanged

## Why two names may stand for one document.

evidence-same-document-sha256 = The same SHA-256 is named for both.
evidence-same-document-file = The same file name is written beside both.
evidence-same-document-address = The same address is written beside both.
evidence-same-document-number-alike = Their numbers differ only in zeros or separators.
evidence-same-document-number-in-name = The number of one is part of the name of the other.
evidence-same-document-file-alike = Their file names differ only in revision, date or type.
evidence-same-document-title = Both have the same title.
evidence-same-document-title-within = All words of one title are in the other.

## Why a file may be a document that is referred to.

evidence-file-match-sha256 = Its SHA-256 is the one the vendor names.
evidence-file-match-file-name = Its name is the file name the vendor writes.
evidence-file-match-number = Its name is the document number.
evidence-file-match-file-alike = Its name differs from the one the vendor writes only in revision, date or type.
evidence-file-match-title = Its name is the title.
evidence-file-match-number-in-name = The document number is part of its name.
evidence-file-match-longer-number = A longer number that begins with the document number is part of its name.
evidence-file-match-title-in-name = All words of the title are in its name.

## What is missing of the documents that are referred to.

evidence-request-missing = Not received
evidence-request-perhaps = Perhaps received under another name
evidence-request-other-revision = Received in another revision
evidence-request-other-content = Received with another content than the SHA-256 the vendor names
