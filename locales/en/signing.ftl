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

cli-document-passphrase-file = File whose first line is the passphrase or PIN of the document key
cli-ask-document-passphrase = Passphrase or PIN of the document key:
cli-identity-document-key = Where the key lies with which this installation signs documents; without options, what it is
cli-identity-document-key-p12 = A key store with key and certificates (PKCS#12)
cli-identity-document-key-key = A key file (PKCS#8)
cli-identity-document-key-certificates = The certificates of the key file, or those the token does not hold; the signer's own first
cli-identity-document-key-module = The library of a token or card (PKCS#11)
cli-identity-document-key-token = The token's label
cli-identity-document-key-label = The key's label in the token
cli-identity-document-key-remember = Keep the passphrase in the desktop's keyring; a PIN is never kept
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
cli-said-remembered = The passphrase is kept in the desktop's keyring.
cli-said-not-remembered = The passphrase was not kept: there is no keyring here, or it refused.
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

## Checking

cli-verify-trust = A root certificate that you trust for signatures made with certificates
verify-ok-pdf = { $name }: { $count } signature(s) or time stamp(s), and nothing changed after any of them
verify-ok-container = { $name }: { $files } files, each as its signed manifest names it
verify-ok-signature-trusted = { $field }: signed by { $subject }; the certificate leads to { $anchor }, which you trust
verify-ok-signature-stamped = { $field }: existed at { $time }, as { $authority } states, whose certificate leads to one that you trust
verify-ok-signature-not-revoked = { $field }: no certificate on its path was revoked as of { $at }
verify-ok-signature-level = { $field }: level { $level }
verify-ok-signed-recorded = the dossier has recorded { $name } with exactly these bytes
verify-ok-embedded = report { $number }, revision { $revision }, of dossier { $dossier }; data set SHA-256 { $data }
verify-ok-embedded-checkpoint = drawn from the first { $size } entries of { $origin }, root { $root }
verify-remark-signature-unknown = { $field }: signed by { $subject } (certificate SHA-256 { $sha256 }); it leads to no certificate that you named as trusted
verify-remark-signature-claimed = { $field }: signed at { $time } by the clock of the signer's computer; there is no time stamp in the signature
verify-remark-signature-no-time = { $field }: no time is named
verify-remark-signature-stamped = { $field }: stamped { $time } by { $authority }, whose certificate leads to none that you named as trusted
verify-remark-revocation-no-path = { $field }: whether a certificate was revoked is not known, since it leads to none that you trust
verify-remark-revocation-no-list = { $field }: whether a certificate was revoked is not known; the file holds no list of its issuer
verify-remark-revocation-old-list = { $field }: whether a certificate was revoked is not known; the list in the file is older than the signature
verify-remark-field-open = nobody has signed as { $field } yet
verify-remark-signed-not-recorded = the dossier has not recorded { $name } with these bytes; it may have been signed or completed elsewhere since
verify-limits-certificates = Whether a certificate belongs to the person it names is what its authority vouches for.
verify-trust-unreadable = The file given as trusted holds no certificate.
verify-trust-unreadable-means = Nothing was checked with it.
verify-trust-unreadable-do = Give the root certificate of the authority, PEM or DER.
verify-pdf-unreadable = This PDF cannot be checked: { $detail }
verify-pdf-unreadable-means = It is damaged, or another program has saved it anew.
verify-pdf-unreadable-do = Ask for the file as it was signed.
verify-pdf-not-signed = Nobody has signed this PDF.
verify-pdf-not-signed-means = By itself it shows nothing about who issued it.
verify-pdf-not-signed-do = Ask for the signed PDF, or for the .sig file beside it.
verify-pdf-other-issue = This PDF does not begin with what was issued as { $name }.
verify-pdf-other-issue-means = Its signatures hold, but over something else than the report that the note names.
verify-pdf-other-issue-do = Do not rely on it; ask for the file as it was signed.
verify-pdf-not-ours = No data set of Assay is embedded in this PDF.
verify-pdf-not-ours-means = Its signatures hold, but it is no report of Assay, or the data set was taken out before it was signed.
verify-pdf-not-ours-do = Check it with another tool.
verify-signature-not-intact = The signature { $field } does not hold: { $detail }
verify-signature-not-intact-means = The file is not what was signed there.
verify-signature-not-intact-do = Do not rely on this copy; ask for the file as it was signed.
verify-signature-revoked = The certificate of { $of } behind { $field } was revoked since { $since }.
verify-signature-revoked-means = Its authority no longer vouched for it when the signature was made, as far as is shown.
verify-signature-revoked-do = Do not rely on this signature; ask for one under a certificate that is good.
verify-container-wrong = The container is not as it was signed: { $detail }
verify-container-wrong-means = A file in it was added, changed or taken out, or it is damaged.
verify-container-wrong-do = Do not rely on this copy; ask for the container as it was signed.

## A report that comes back

cli-changes = What has changed in the dossier since a report was issued, row by row; ends with 1 where something has
cli-changes-report = The report: its PDF, signed or not, or its JSON
cli-said-returned = Report { $number }, revision { $revision }, compared with what the dossier says now:
cli-said-newer-revision = The dossier has issued revision { $revision } since.
cli-said-nothing = nothing
cli-said-since-change = { $place }: { $then } → { $now }
cli-said-since-changes = Differences: { $count }
returned-unreadable = { $path } holds no data set of a report that can be read: { $why }
returned-unreadable-do = Give the PDF or the JSON file as it was issued.
returned-not-issued = Report { $number } was not issued from this dossier; it names the dossier { $dossier }.
returned-not-issued-do = Open that dossier, or take in the copy in which it was issued.
returned-summary = { $path } is a summary: it names the data set and does not hold the rows.
returned-summary-do = Give the full report, signed or not, or its JSON file.
returned-no-data = No data set is embedded in { $path }.
returned-no-data-do = Give the report as Assay issued it.
