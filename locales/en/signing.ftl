# Signatures over issued reports, made with certificates, and what is told of them.

## In the PDF

signing-field-issuer = Signature of the issuer
signing-field-evaluator = Signature of the evaluator
signing-field-approver = Signature of the person who releases the report
signing-field-reviewer = Signature of the reviewer
signing-field-decision-maker = Signature of the decision maker
signing-seen-claimed = { $time } UTC (clock of the signer)
signing-seen-stamped = { $time } UTC, with time stamp

## What stands in the way of signing

sign-nothing-open = Every place of { $name } in this report is signed already.
sign-nothing-open-do = Nothing needs to be done; another person signs with their own identity and key.
sign-no-field = { $path } has no signature field for { $place }.
sign-no-field-do = It was issued before reports had them. Issue a new revision, and sign that.
sign-not-your-turn = { $name } signs first, as { $place }.
sign-not-your-turn-do = Have the report signed in its order; who reviews or decides signs what the evaluator stands for.
sign-file-changed = { $path } is not intact: { $detail }
sign-file-changed-do = Put the file back as it was signed. If nobody has it, remove it and have the report signed again from the issued PDF.
sign-nothing-signed = No PDF beside { $path } is signed.
sign-nothing-signed-do = Have the report signed first: assay sign { $path }
sign-no-key = This installation has no document key.
sign-no-key-do = Name one: assay identity document-key --p12 FILE, or a key file, or a token. Without one, only the note is signed.
document-key-damaged = { $path } does not say where the document key lies: { $why }
document-key-damaged-do = Name the key again: assay identity document-key --p12 FILE
document-key-too-large = { $path } is no key or certificate: it is too large.
document-key-too-large-do = Name the file with the key or the certificates.
report-file-too-large = { $path } is no file of a report, or larger than 512 MiB.
report-file-too-large-do = Name the file that was issued.
bundle-needs-dossier = Evidence goes into the bundle only from its dossier.
bundle-needs-dossier-do = Name the dossier with --dossier, or make the bundle without evidence.

## At the terminal

cli-global-document-passphrase-file = File whose first line is the passphrase or PIN of the document key
cli-ask-document-passphrase = Passphrase or PIN of the document key:
cli-identity-document-key = Where the key lies with which this installation signs documents; without options, what it is
cli-identity-document-key-p12 = A key store with key and certificates (PKCS#12)
cli-identity-document-key-key = A key file (PKCS#8)
cli-identity-document-key-certificates = The certificates of the key file, or those the token does not hold; the signer's own first
cli-identity-document-key-module = The library of a token or card (PKCS#11)
cli-identity-document-key-token = The token's label
cli-identity-document-key-label = The key's label in the token
cli-identity-document-key-forget = Forget where the key lies; the key itself stays
cli-identity-trust = Name a root certificate that you trust when signatures are checked
cli-identity-trust-file = The certificate, PEM or DER
cli-issue = Issue a report and sign it: from the freeze to the signed bundle, as far as you go
cli-issue-kind = Which kind of report
cli-issue-number = The report's number
cli-issue-to = The folder for its files
cli-issue-stamp = Have the frozen state and your signatures time-stamped by the configured authority
cli-issue-look = Folder with your organisation's profile and templates
cli-report-look = Folder with your organisation's profile and templates
cli-sign-stamp = Have your signatures time-stamped by the configured authority
cli-sign-note-only = Sign the note alone, and no PDF
cli-sign-no-bundle = Make no bundle after the last signature
cli-complete = Put revocation lists and a time stamp over everything into the signed PDFs, so that they can be checked for long
cli-complete-signature = The report's .sig file
cli-complete-crl = A revocation list of an authority, DER
cli-complete-certificates = Certificates that the PDFs do not hold yet
cli-complete-stamp = A time stamp over the whole file, by the configured authority
cli-bundle = Put everything that was issued into one signed container (ASiC-E)
cli-bundle-signature = The report's .sig file
cli-bundle-evidence = Which evidence goes in: none but its list, what is not strictly confidential, or all
cli-bundle-stamp = Have the container's signature time-stamped by the configured authority
cli-look = Try out your organisation's profile and templates
cli-look-folder = The folder with profile.json and templates
cli-said-key-forgotten = This installation has no document key any more. The key itself is where it was.
cli-said-document-key = Document key in { $place }: { $subject }
cli-said-document-key-issuer = Issued by { $issuer }, valid until { $until }
cli-said-trusted = { $count } certificate(s) kept as trusted.
cli-said-look = The look can be used: every kind of report could be drawn with it in every language.
cli-said-not-a-signer = You are not among those who sign. They sign with: assay sign { $path }
cli-said-note-only = No document key is named, so only the note was signed. See: assay identity document-key --help
cli-said-signed-claimed = Signed as { $places } by { $subject }. Not time-stamped yet: the time is the claim of this computer.
cli-said-signed-stamped = Signed as { $places } by { $subject }, with a time stamp.
cli-said-certificate-ended = Your certificate is not valid today by its own dates. Others will see that.
cli-said-still-open = Still to sign, in this order: { $people }
cli-said-recorded-signed = { $count } signed file(s) recorded in the dossier.
cli-said-not-recorded = No dossier is at hand, so the signed files are not recorded yet. Whoever has it records them with their next assay sign, complete or bundle.
cli-said-level = { $place }: { $level }
cli-said-bundle = Bundle written: { $path }
complete-with-nothing = There is nothing to complete the report with.
complete-with-nothing-do = Give revocation lists with --crl, a time stamp with --stamp, or both.
look-empty = { $path } holds neither profile.json nor a folder templates.
look-empty-do = See docs/formats/report-profile.md for what a look consists of.
