# Seals on paper, anchors, proofs of one entry, and what an installation remembers.

## Command line

cli-older-copy = Work with an older or rewritten copy on purpose; the reason is recorded when something is recorded
cli-seal-to = Also write the signed checkpoint to a file
cli-seal-paper = Write the seal as a page to print: code, words, full root
cli-seal-text = Print the same for a terminal
cli-checkpoint-paper = Write it as a page to print: code, words, full root
cli-checkpoint-text = Print the same for a terminal
cli-countersign = Sign a checkpoint of somebody else's evaluation, as the assessed party
cli-countersign-note = The checkpoint as it was handed over
cli-countersign-to = The file to hand back
cli-anchor = What others say of a checkpoint: counter-signatures, time stamps, witnesses
cli-anchor-add = Check and record a counter-signature, the reply of a time-stamp authority, or a witness's cosignature
cli-anchor-add-file = The note with the added line, a bare Ed25519 signature of 64 bytes, or the reply (.tsr)
cli-anchor-add-name = Who counter-signed; not needed for an admitted key
cli-anchor-add-organisation = Of which organisation; not needed for an admitted key
cli-anchor-add-key = The key of the person who counter-signed, where it is not in the note or several are
cli-anchor-add-note = The checkpoint that a bare signature, or a reply to a request made elsewhere, is about
cli-anchor-add-ca = The certificate that a time stamp must lead to
cli-anchor-add-witness = The public key of a witness as its operator publishes it (vkey)
cli-anchor-request = Write a request for a time stamp on the newest checkpoint, to be answered elsewhere
cli-anchor-request-to = The request; the checkpoint it is about is written beside it
cli-anchor-stamp = Ask an authority for a time stamp over the network, and record it
cli-anchor-stamp-tsa = Its address; the configured one where it is not given
cli-anchor-stamp-ca = The certificate that its time stamps must lead to
cli-anchor-authority = Configure the time-stamp authority of this installation
cli-anchor-authority-url = Its address, http://…
cli-anchor-authority-ca = The certificate that its time stamps must lead to
cli-anchor-list = Every anchor, checked anew, and whether it covers everything said so far
cli-anchor-witness = Write what a witness is asked to cosign: the newest checkpoint, and the proof that it continues from one it knows
cli-anchor-witness-to = The file to write (C2SP tlog-witness, add-checkpoint)
cli-anchor-witness-since = The checkpoint that the witness saw last
cli-said-witness = Request for a witness written to { $path }: from { $old } to { $size } entries. What it returns is a line to add to the checkpoint; then: assay anchor add CHECKPOINT --witness VKEY
cli-anchor-save = Write what an anchor consists of, for checking with other programs
cli-anchor-save-anchor = The beginning of its id, as the list shows it
cli-anchor-save-to = The folder
cli-prove = Write a proof of one entry that can be checked without the rest
cli-prove-what = The entry's id, or the SHA-256 of registered evidence; the beginning is enough
cli-prove-to = The file to write
cli-report-stamp = Have the frozen state time-stamped by the configured authority before the report is drawn
cli-verify-words = The 15 words of a seal on paper, compared with the dossier
cli-verify-size = How many entries the words are over, as it stands beside them
cli-verify-evidence = The file that the entry in a proof names
cli-verify-ca = The certificate, got elsewhere, that recorded time stamps must lead to
cli-said-countersigned = Signed the checkpoint over { $size } entries, root { $root }, into { $path }. Hand it back together with: { $name }, { $organisation }, key { $key }
cli-said-anchored = Recorded at anchor level { $level } over the first { $size } entries, as entry { $entry }
cli-said-stamp-requested = Request written to { $path }, the checkpoint it is about to { $note }. The reply comes in with: assay anchor add REPLY.tsr --ca CA.pem
cli-said-authority = Time stamps are asked for at { $url } from now on, and checked against this certificate.
cli-said-no-anchors = No anchor is recorded: level A0.
cli-said-proved = Proof of { $kind }, event { $id }, at place { $index } of { $size }, written to { $path }
cli-said-paper = Page to print: { $path }
anchor-covers-all = covers everything said so far
anchor-covers-part = more was said since

## Problems

memory-older = { $path } is an older copy, or another history: of chain { $chain } this installation remembers { $known-size } entries with root { $known-root }, and the file has { $size } with root { $root }.
memory-older-do = Open the newest copy. If it is lost and this one must be continued, say so: --older-copy "reason". The reason and both roots are then recorded.
memory-rewritten = { $path } was written anew: the first { $known-size } entries of chain { $chain } are not those with root { $known-root } that this installation remembers; the file has { $size } with root { $root }.
memory-rewritten-do = Go back to a copy that was not rewritten, and find out who had the key. To continue this one all the same, say so: --older-copy "reason". The reason and both roots are then recorded.
memory-damaged = What this installation remembers of the dossier can't be read ({ $path }): { $why }.
memory-damaged-do = Restore the file from a copy. To go on without it, say so: --older-copy "reason"; older copies from before are then no longer noticed here.
memory-reason = A reason is needed for continuing an older copy.
memory-reason-do = Give it with --older-copy "reason".
anchor-not-a-checkpoint = This is not a signed checkpoint of a dossier.
anchor-not-a-checkpoint-do = Use the file that "assay checkpoint --to" wrote, unchanged, with signature lines added at its end.
anchor-known = This anchor is recorded already.
anchor-known-do = Nothing needs to be done.
anchor-differs = The checkpoint over { $size } entries is not one of this dossier's: its root is another.
anchor-differs-do = Look for the dossier that it was made from; this one may have been rewritten.
anchor-newer = The checkpoint is over { $size } entries, and this dossier has fewer.
anchor-newer-do = This is an older copy. Open the newest one.
anchor-nobody-signed = Nobody but the author signed this checkpoint.
anchor-nobody-signed-do = Let the assessed party sign it with: assay countersign CHECKPOINT --to FILE. For a witness, give its key with --witness.
anchor-several-signed = { $count } keys counter-signed this checkpoint.
anchor-several-signed-do = Record them one by one: name the key with --key.
anchor-needs-key = A bare signature does not say whose it is.
anchor-needs-key-do = Give the public key with --key KEY.pem.
anchor-needs-note = A bare signature does not say what it is about.
anchor-needs-note-do = Give the checkpoint that was signed with --note FILE.
anchor-own-side = The key { $key } is admitted here, and not as the contact of the assessed party.
anchor-own-side-do = A counter-signature is the word of the assessed party. Let its contact sign.
anchor-needs-name = It is not known whose key { $key } is.
anchor-needs-name-do = Give the person's name with --name, as the person stated it.
anchor-needs-organisation = It is not known for which organisation the key { $key } stands.
anchor-needs-organisation-do = Give it with --organisation.
anchor-key-unreadable = The key can't be read.
anchor-key-unreadable-do = Give 64 hexadecimal digits, or the file that "openssl pkey -pubout" writes for an Ed25519 key.
anchor-reply-too-large = Reply and certificate together are larger than { $most } bytes.
anchor-reply-too-large-do = Name the certificate of the authority alone, not a bundle. A larger reply can be kept beside the dossier and checked with openssl.
anchor-unknown = There is no anchor { $id }, or more than one that begins so.
anchor-unknown-do = Use the id that "assay anchor list" shows.
stamp-no-authority = No time-stamp authority is configured.
stamp-no-authority-do = Configure one with: assay anchor authority --url URL --ca CA.pem. Without a network use: assay anchor request --to FILE.tsq
stamp-authority-damaged = The configured authority can't be read ({ $path }): { $why }.
stamp-authority-damaged-do = Configure it again with: assay anchor authority --url URL --ca CA.pem
stamp-requests-damaged = The requests that wait for a reply can't be read ({ $path }): { $why }.
stamp-requests-damaged-do = Delete the file and make a new request; replies to earlier ones can still be added with --note.
stamp-not-asked = This is not the reply to any of the { $waiting } requests that wait here: its nonce is another.
stamp-not-asked-do = Use the reply to a request of this installation. For one made elsewhere, name the checkpoint with --note FILE.
stamp-needs-ca = It is not said which certificate the time stamp must lead to.
stamp-needs-ca-do = Give the authority's root certificate, got from the authority itself, with --ca CA.pem.
stamp-address = { $url } is no address of plain HTTP.
stamp-address-do = Use http://host[:port]/path. The request holds a digest only and the reply is signed, so the connection needs no encryption.
stamp-unreachable = { $url } gave no reply: { $why }.
stamp-unreachable-do = Nothing was recorded. Check address and network, or use a request file: assay anchor request --to FILE.tsq
stamp-status = { $url } answered with status { $status }.
stamp-status-do = Nothing was recorded. Check the address; redirections are not followed.
proof-unknown = Nothing here is named { $what }.
proof-unknown-do = Give at least 8 digits of an event's id (assay --json log) or of the SHA-256 of registered evidence.
proof-several = { $count } entries are named { $what }.
proof-several-do = Give more digits; for evidence that was registered more than once, the id of the entry.
proof-other-chain = The entry stands in chain { $chain } of another key, and no recorded anchor holds a signed checkpoint over it.
proof-other-chain-do = Ask its author to make the proof, or to hand over a signed checkpoint.
proof-other-history = The entry { $id } is not in the history that the checkpoint is over.
proof-other-history-do = Check the dossier with: assay verify
proof-forked = The chain has two histories from entry { $seq } on.
proof-forked-do = No checkpoint covers both. Ask the author which copy goes on.

## Signature problems

signature-anchor-payload = The anchor is not in one of the known forms.
signature-anchor-payload-do = Look at docs/formats/anchors.md; a later version may have written it.
signature-anchor-note = What is anchored is not a signed checkpoint of this dossier.
signature-anchor-note-do = Use a checkpoint of this dossier.
signature-anchor-author = The author of the chain did not sign this checkpoint.
signature-anchor-author-do = Use the checkpoint as it was handed out, with nothing but lines added at its end.
signature-anchor-countersignature = The counter-signature is not there or does not hold.
signature-anchor-countersignature-do = Let the person sign the checkpoint as it was handed over, and hand back what the program wrote, unchanged.
signature-anchor-own-key = The checkpoint is of a chain by this same key.
signature-anchor-own-key-do = A signature by the author's own key shows nothing more. Let somebody else sign.
signature-anchor-differs = The entries under the anchored checkpoint are not those in the dossier.
signature-anchor-differs-do = Go back to a copy that was not rewritten.
signature-anchor-older = The dossier has fewer entries than the anchored checkpoint.
signature-anchor-older-do = Open the newest copy.
signature-stamp-form = The reply is not a time stamp that can be read.
signature-stamp-form-do = Give the reply as the authority sent it (DER, .tsr).
signature-stamp-refused = The authority refused, with status { $detail } (RFC 3161, 2.4.2).
signature-stamp-refused-do = Ask the authority which requests it answers; SHA-256 is used.
signature-stamp-imprint = The time stamp is about something else than this checkpoint.
signature-stamp-imprint-do = Use the checkpoint the request was made for, unchanged.
signature-stamp-nonce = The time stamp answers another request.
signature-stamp-nonce-do = Use the reply to this request.
signature-stamp-signer = The reply does not hold exactly one signer with its certificate, named by the signature.
signature-stamp-signer-do = Ask the authority to include its certificate, as the request asks.
signature-stamp-signature = The authority's signature does not hold.
signature-stamp-signature-do = Ask for a new time stamp.
signature-stamp-algorithm = The algorithm { $detail } is not checked here.
signature-stamp-algorithm-do = RSA (PKCS#1 v1.5, from 2048 bit) and ECDSA on P-256 or P-384, with SHA-256, SHA-384 or SHA-512, and Ed25519 are. Use another authority, or check the reply with openssl.
signature-stamp-authority = The certificate named can't be read, or is not one of an authority.
signature-stamp-authority-do = Name the authority's root certificate in PEM.
signature-stamp-path = The certificate of the time stamp does not lead to the one named.
signature-stamp-path-do = Name the root certificate of this very authority. If it is the right one, do not rely on the time stamp.
signature-stamp-validity = The certificate of { $detail } was not valid at the time that is stamped.
signature-stamp-validity-do = Do not rely on the time stamp; ask for a new one.
signature-stamp-usage = The certificate of the time stamp was not made for time-stamping alone.
signature-stamp-usage-do = Do not rely on the time stamp; use an authority that follows RFC 3161.
signature-stamp-extension = A certificate has the critical extension { $detail }, which is not understood here.
signature-stamp-extension-do = Check the reply with openssl, or use another authority.
signature-witness-form = This is not the public key of a witness.
signature-witness-form-do = Give it as its operator publishes it: name+id+key.
signature-witness-type = The key is of another type than Ed25519 cosignatures (0x04).
signature-witness-type-do = Ask the operator for its key of cosignature/v1.
signature-witness-key-id = The id in the key is not that of its name and key.
signature-witness-key-id-do = Get the key again from its operator.
signature-witness-absent = The witness has not signed this checkpoint.
signature-witness-absent-do = Use the note that the witness returned.
signature-witness-wrong = The witness's signature does not hold.
signature-witness-wrong-do = Get the cosignature again.
signature-proof-line = The proof can't be read.
signature-proof-line-do = Get the file again, unchanged.
signature-proof-extra = The proof does not hold an entry.
signature-proof-extra-do = Get the file again from whoever made it.
signature-proof-note = The checkpoint in the proof is not one of the entry's own chain.
signature-proof-note-do = Do not rely on it; ask for a proof made anew.
signature-proof-key = The key in the proof is not that of the chain.
signature-proof-key-do = Do not rely on it; ask for a proof made anew.
signature-proof-index = The place stated is not that of the entry.
signature-proof-index-do = Do not rely on it; ask for a proof made anew.
signature-proof-signature = The signature on the entry does not hold.
signature-proof-signature-do = Do not rely on it; ask for a proof made anew.
signature-proof-note-signature = The author's signature on the checkpoint does not hold.
signature-proof-note-signature-do = Do not rely on it; ask for a proof made anew.
signature-proof-root = The entry is not under the checkpoint.
signature-proof-root-do = Do not rely on it; ask for a proof made anew.

## Verification

verify-ok-anchor-A1 = A1: the first { $size } entries of chain { $chain } were counter-signed with key { $key }, recorded as that of { $by }, { $of } (event { $n })
verify-ok-anchor-A2 = A2: the first { $size } entries of chain { $chain } existed at { $time }, by the time stamp of { $by }, checked against { $of } (SHA-256 { $key }; event { $n })
verify-ok-anchor-A3 = A3: the first { $size } entries of chain { $chain } were the newest that { $by } had seen at { $time } by its clock (key { $key }; event { $n })
verify-ok-report-anchored = the checkpoint of the report is under anchors of level { $levels }
verify-ok-report-not-anchored = no recorded anchor is over the checkpoint of the report: level A0
verify-ok-words = the words stand for the root over the first { $size } entries of chain { $chain }: { $root }
verify-ok-proof-event = { $kind } is entry { $id } at place { $seq } of chain { $chain } in dossier { $dossier }; its author states { $time } as the time
verify-ok-proof-key = the author's key { $key } signed the entry and the checkpoint
verify-ok-proof-note = the entry is under the checkpoint over { $size } entries with root { $root }
verify-ok-proof-evidence = the file is the one that the entry names: SHA-256 { $sha256 }, { $size } bytes
verify-ok-proof-names = the entry names evidence with SHA-256 { $sha256 }; a file is compared with it by --evidence
verify-remark-copy-continued = event { $n } says that an older copy was continued on purpose: { $reason }
verify-limits-anchors = The anchors above show what they say of the entries under them. They do not show that the keys belong to the people named, that a recorded certificate of an authority deserves trust (compare it with one got elsewhere, --ca), that nothing was left out before it was recorded, nor anything about later entries. An older or rewritten copy without them would not show that they are missing: for that, compare with a checkpoint kept elsewhere (--note, --words).
verify-option-idle = { $option } says nothing about a file of this kind.
verify-option-idle-do = Leave it out, or name the file that it is meant for.
verify-limits-proof = This shows that this key recorded this entry, and that it is under the checkpoint, and nothing about other entries: a later one may have replaced it. Whose key it is, and whether the checkpoint is the one that others hold, is to be compared with what you got from elsewhere.
verify-anchor = An anchor does not hold: { $why }
verify-anchor-means = What is recorded as the word of somebody else is not, or is about another history. { $detail }
verify-anchor-do = Do not rely on this copy. Ask whoever sent it how it came to be; go back to a copy that verifies.
verify-proof = The proof does not hold: { $why }
verify-proof-means = The entry shown is not shown to be in the evaluation's trail.
verify-proof-do = Do not rely on it; ask for a proof made anew.
verify-proof-evidence = The file is not the one that the entry names: its SHA-256 is { $found }, and { $named } is recorded.
verify-proof-evidence-means = The file was changed, or is another one.
verify-proof-evidence-do = Ask for the file that was handed in.
verify-proof-no-evidence = The entry names no evidence.
verify-proof-no-evidence-means = The file can't be compared with it.
verify-proof-no-evidence-do = Ask for the proof of the entry that registers the evidence.
verify-words-unreadable = These are not 15 words of the list.
verify-words-unreadable-means = A word was noted down or typed wrongly.
verify-words-unreadable-do = Compare them with the paper; the list is the English one of BIP-39.
verify-words-differ = The words stand for no root of this dossier (size { $size }).
verify-words-differ-means = The dossier is an older copy, was rewritten, or is another one than the paper is about.
verify-words-differ-do = Compare the dossier's id with the paper, and ask for the newest copy. If it is the right one, do not rely on it.

## The trail told

log-copy-continue = continues an older copy on purpose: { $reason }

## A seal on paper

seal-paper-lang = en
seal-paper-title = Seal
seal-paper-purpose = Made for
seal-paper-purpose-opening = opening
seal-paper-purpose-day-end = end of the day
seal-paper-purpose-closing-meeting = closing meeting
seal-paper-purpose-checkpoint = checkpoint
seal-paper-date = Date (claim of this computer)
seal-paper-by = Chain of
seal-paper-dossier = Dossier
seal-paper-chain = Chain
seal-paper-size = Entries
seal-paper-root = Root (SHA-256)
seal-paper-words = The root in 15 words
seal-paper-words-hint = For reading aloud and noting down. Each word stands for 11 bits of the root, from its beginning; together 165 of 256 bits. The list is the English one of BIP-39.
seal-paper-what = The root is computed from every entry of this chain up to here, and through its seals from everything else in the evaluation. Whoever keeps this page can later tell whether the dossier still holds these entries, unchanged and all of them.
seal-paper-check = To check, with a copy of the dossier:
seal-paper-seen-assessor = Place, date, name and signature of the assessor
seal-paper-seen-party = Place, date, name and signature of the assessed party
seal-paper-limits = This page does not show that the entries are true, when they were made, or that nothing was left out before it was recorded. The code holds the signed checkpoint (C2SP tlog-checkpoint).

## Beside a report

bundle-page =
    How to check this report without the program that wrote it
    ==========================================================

    You need Python 3 and the openssl command (version 3). Nothing here asks a network.

    1. The report. Its signature is the text file { $signature } in the folder above. It names every file of the
       report by its SHA-256, and who signs as what (report-signature.md).

           python3 verify.py "../{ $signature }"

       says whether every listed file is there unchanged and every listed person's key has signed. Whose key it
       is, this cannot show: compare the keys with ones that you got from these people.

    2. The evaluation, where you were given a copy of the dossier (the .assay file). Everything in it is a signed
       entry in a chain (trail.md). The report prints the checkpoint that it rests on.

           python3 verify.py DOSSIER.assay
           python3 verify.py DOSSIER.assay --note CHECKPOINT

       checks every entry, every piece of evidence, every anchor, and that the dossier still begins with what a
       checkpoint says that you kept. The 15 words of a seal on paper are compared with: assay verify DOSSIER --words

    3. One entry, where you were given a proof (.tlog-proof) in place of the dossier:

           python3 verify.py ITEM.tlog-proof --evidence FILE

       shows that the entry stands in the trail under the checkpoint in the proof, and that the file is the one it
       names. It shows nothing about other entries.

    4. The anchors recorded in the dossier are in the folder anchors, where there are any: what somebody outside said of
       a checkpoint (anchors.md). A time stamp is checked with

           openssl ts -verify -data checkpoint.note -in reply.tsr -CAfile ca.pem

       where ca.pem should be the certificate that you got from the authority yourself.

    What no check can show: that what was recorded is true, that nothing was left out before it was recorded, and
    without an anchor in your own hands, that the holders of the keys did not write the whole record anew. The report
    says which anchor level its record has and what follows from it.

    The folder vectors has test cases with their outcomes, for anyone who writes a checker.

## The window

ui-trail-kind-anchor = anchor
ui-trail-kind-copy-continue = older copy continued
ui-memory-older-do = Open the newest copy. To look at this one, take it in as a received file. If the newest is lost and this one must be continued, a reason is needed when it is opened for writing.
ui-memory-rewritten-do = Go back to a copy that was not rewritten, and find out who had the key. To continue this one all the same, a reason is needed when it is opened for writing.
ui-older = Not what this installation remembers
ui-older-reason = Why this copy is continued
ui-older-recorded = The reason and both roots are recorded in it, and whoever verifies it sees them.
ui-older-go = Continue this copy
ui-log-copy-continue = continued an older copy on purpose: { $reason }
