# The window: signing a report one after the other, and a report that came back.

## Words of the program

sign-not-recorded = Report { $number } was not issued from the open dossier, so the signed files are not recorded in it.
sign-not-recorded-do = Open the dossier it was issued from; whoever signs or completes the report there records them.

## Signing

ui-signing-title = Sign report { $number }, revision { $revision }
ui-signing-order = The places are signed in this order. Each person signs on their own computer, with their own key.
ui-signing-as-issuer = Sign as issuer
ui-signing-as-evaluator = Sign as evaluator
ui-signing-as-reviewer = Sign as reviewer
ui-signing-as-approver = Sign as approver
ui-signing-as-decision-maker = Sign as decision maker
ui-signing-signed = signed in the PDF and in the signature file
ui-signing-noted = signed in the signature file, not in the PDF
ui-signing-pdf-only = signed in the PDF, not in the signature file
ui-signing-open = not signed yet
ui-signing-stamped = { $subject }; { $level }, time stamp { $time }
ui-signing-claimed = { $subject }; { $level }, no time stamp
ui-signing-not-you = { $name } signs here.
ui-signing-not-yet = { $name } signs before you.
ui-signing-nobody = You sign at no place of this report. The people named sign with this signature file.
ui-signing-key = Document key: { $where }
ui-signing-no-key = This installation has no document key, so only the signature file is signed and not the PDF. A document key is named in the terminal: assay identity document-key --help
ui-signing-passphrase = Passphrase of the document key
ui-signing-passphrase-hint = It is used once and not kept. Leave it empty where the key has none.
ui-signing-pin = PIN of the token
ui-signing-pin-hint = It is used once and not kept. Leave it empty where the PIN is typed on the reader.
ui-signing-stamp = With a time stamp
ui-signing-stamp-hint = The authority that this installation names is asked over the network. Only a digest goes out.
ui-signing-elsewhere = The open dossier cannot record the signed files: it did not issue this report, or is open for looking at only.
ui-signing-done = You have signed report { $number }.
ui-signing-done-places = Signed in the PDF as { $places }.
ui-signing-done-note = Signed in the signature file; the PDF holds no signature of yours.
ui-signing-done-stamped = With a time stamp.
ui-signing-done-claimed = Without a time stamp: the time is the claim of this computer.
ui-signing-done-ended = By its own dates the key is not valid today. Others will see that.
ui-signing-done-recorded = The open dossier has recorded the signed files.
ui-signing-done-all = Everyone it lists has signed.
ui-signing-next = Next signs { $name } ({ $place }).
ui-signing-later = Your signature stands. This could not be done after it:

## A report that came back

ui-returned-check = Check a report that came back …
ui-returned-check-text = A PDF, signed or not, or its JSON file. It can also be dropped on this page.
ui-returned-pick = Report that came back
ui-returned-drop = Report (PDF or JSON): check it
ui-returned-title = { $name }
ui-returned-checking = Checking the report
ui-returned-intact = Every signature in it holds, and nothing was changed after any of them.
ui-returned-changed = This PDF is not intact. Do not rely on what it says.
ui-returned-unsigned = Nobody has signed this PDF.
ui-returned-unsigned-do = Whether it is the one that was issued shows below, by its digest alone.
ui-returned-unreadable = This PDF cannot be checked. Do not rely on what it says.
ui-returned-data = This is the data set of a report. Nobody signs it by itself.
ui-returned-known-issued = The open dossier has recorded exactly this file as issued.
ui-returned-known-signed = The open dossier has recorded exactly this file as signed.
ui-returned-known-signed_elsewhere = The open dossier issued what was signed here; this signed file itself is not recorded in it.
ui-returned-known-unknown = The open dossier has not recorded this file.
ui-returned-report = Report
ui-returned-report-name = { $number }, revision { $revision }
ui-returned-kind = Kind
ui-returned-dossier = Dossier
ui-returned-this-dossier = the open one
ui-returned-other-dossier = another one than the open one
ui-returned-checkpoint = Drawn from
ui-returned-checkpoint-text = the first { $size } entries of { $origin }; root { $root }
ui-returned-checkpoint-none = A summary names no checkpoint.
ui-returned-data-set = Data set (SHA-256)
ui-returned-signatures = Signatures
ui-returned-signature = Place
ui-returned-time-stamp = Time stamp over the whole file
ui-returned-is-intact = Intact
ui-returned-who = Who
ui-returned-when = When
ui-returned-revocation = Revoked
ui-returned-level = Level
ui-returned-holds = yes
ui-returned-holds-not = no
ui-returned-trusted = It leads to { $anchor }, which you trust.
ui-returned-not-trusted = Issued by { $issuer }; it leads to nobody that you named as trusted.
ui-returned-nobody = not known
ui-returned-stamped = { $time }, as { $authority } stamped it
ui-returned-stamped-unknown = { $time }, as { $authority } stamped it, whom you have not named as trusted
ui-returned-claimed = { $time } by the clock of the signer's computer; no time stamp
ui-returned-no-time = no time is named
ui-returned-good = no, as of { $time }
ui-returned-revoked = yes, since { $time }: { $of }
ui-returned-no_path = not known, since it leads to nobody that you trust
ui-returned-no_list = not known; the file holds no list of its issuer
ui-returned-old_list = not known; the list in the file is older than the signature
ui-returned-open = Nobody has signed yet as:
ui-returned-changes = Changed in the dossier since
ui-returned-nothing = Nothing has changed.
ui-returned-nothing-text = The dossier says today what this report says.
ui-returned-newer = The dossier has issued revision { $revision } of this report since.
ui-returned-count = { $n ->
    [one] One difference
   *[other] { $shown } differences
  }
ui-returned-about = What
ui-returned-field = Field
ui-returned-then = In the report
ui-returned-now = In the dossier now
ui-returned-silent = nothing
ui-returned-entry = whole entry
ui-returned-not-compared = It was not compared with the open dossier.
ui-returned-part-rows = row
ui-returned-part-activities = activity
ui-returned-part-findings = finding
ui-returned-part-evidence = evidence
ui-returned-part-people = people
ui-returned-part-conclusion = conclusion
ui-returned-part-statement = statement
ui-returned-part-claim = claim
ui-returned-part-object = object
ui-returned-field-verdict = verdict
ui-returned-field-rationale = rationale
ui-returned-field-evidence = evidence
ui-returned-field-state = state
ui-returned-field-applicability = applicability
