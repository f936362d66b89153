## Copies for others: the commands

cli-hand-over = Write a copy for a colleague or the vendor, with a signed covering note
cli-hand-over-to = The copy; nothing is overwritten. The note goes beside it as FILE.note
cli-hand-over-for-whom = Whom the copy is for
cli-hand-over-withhold-evidence = Evidence that stays here and is not in the copy; "all" for all of it
cli-receive = Verify a copy of a dossier and take in what ours lacks
cli-receive-file = The copy; it is not changed
cli-receive-note = Its covering note, where it does not lie beside it as FILE.note
cli-receive-to = Begin working on the copy: write it into this new file, which is yours
cli-receive-preview = Only say what would be taken in
cli-identity-rotate = Make a new key for this installation, in place of the present one
cli-identity-rotate-file = Dossiers in which the old key names the new one at once
cli-identity-rotate-reason = Why
cli-identity-rotate-no-passphrase = Keep the new key file without a passphrase
cli-people-revoke = Say from which entry on the events of a key count for nothing (by the lead)
cli-people-revoke-key = The key, or its beginning
cli-people-revoke-last = The last entry of this key that counts; "assay log" numbers them
cli-people-revoke-reason = Why
cli-people-new-key = Record, by the key used before, that the present key of this installation takes its place
cli-people-new-key-reason = Why
cli-people-introduce = Record your key in the dossier, so that a lead sees it and can admit it

## Copies for others: what is said

team-fingerprint = Fingerprint: { $fingerprint }
team-compare = Compare the fingerprint with { $name } by telephone or in person: the name is what the key says of itself.
team-entries = { $count } entries
team-replaced = replaced by a newer key
team-revoked-behind = revoked: counts up to entry { $entry }
team-waiting = Waiting for admission: { $name }, { $organisation }, { $count } entries, which count for nothing until a lead admits the key { $key } (fingerprint { $fingerprint }). See: assay people admit
team-fork = Two histories: the key of { $name } wrote from two copies, from entry { $entry } on (chain { $chain }). Both are kept. This key goes on with a new one only: assay identity rotate
team-verifying = Verifying
team-taking-in = Taking in
team-said-handed-over = Copy written: { $file } ({ $size } bytes)
team-said-note = Covering note, signed: { $note }
team-said-sha256 = SHA-256: { $sha256 }
team-said-left-out = { $count } pieces of evidence are not in the copy; they stay in your dossier.
team-say-how = Send both files. Whoever receives them begins with: assay receive FILE --to NEW, and you take their copy in with: assay receive FILE
team-verified = The file was verified in full.
team-no-note = It came without a covering note: nothing says whether it is the file that was sent.
team-note = Handed over by { $name }, { $organisation }, at { $time } as they state; the covering note fits this file. Fingerprint of their key: { $fingerprint }
team-preview = Nothing was recorded. It would come to this:
team-said-new-copy = Your dossier: { $path }
team-not-admitted-yet = Your key is not admitted yet, so that you can record nothing that counts. Hand your copy back (assay hand-over): a lead then sees your key and can admit it.
team-nothing-new = Nothing to take: your dossier has all of it already.
team-older = Nothing to take: this is an older state of what you have.
team-taken = New here: { $events } entries, { $evidence } pieces of evidence
team-taken-of = { $count } by { $name } (chain { $chain })
team-conflicts = { $count } fields have competing values now; both are kept until a person decides. See: assay status
team-not-included = { $count } pieces of evidence are not included in the copy, and you do not have them; whoever handed it over does.
team-said-rotated = New key for { $name }. The old key stays in the folder, to name the new one in each dossier.
team-said-new-key = { $path }: the old key named the new one, entry { $entry }
team-rotate-the-rest = In every other dossier you work on: assay people new-key
team-said-revoked = Key of { $name } revoked behind entry { $last }: { $behind } entries in this dossier count for nothing from now on. Entry { $entry }
team-said-introduced = Your key is in the dossier now.
team-ask-old-passphrase = Passphrase of the key used so far:{" "}
cli-status-fork = Two histories: key of { $name }, from entry { $entry } on. Both are kept.
cli-status-waiting = { $count } keys wait for admission. See: assay people list

## Copies for others: problems

receive-beside = A file "{ $suffix }" lies beside { $path }: the dossier is open somewhere, or was copied in the middle of a save.
receive-beside-do = Have it closed there, or ask for a copy made with: assay hand-over
receive-no-plain-file = { $path } is no plain file.
receive-no-plain-file-do = Name the file of the copy itself.
receive-wrong = { $path } was not taken in: it does not verify.
receive-wrong-do = Ask for a fresh copy. Your dossier is as it was.
receive-note-other-file = The covering note { $path } is of another file than this one, or the file was changed on the way.
receive-note-other-file-do = Ask for file and note once more. Your dossier is as it was.
receive-note-stranger = The covering note of { $path } does not fit what the file holds: another dossier, other heads, or a key that never wrote in it.
receive-note-stranger-do = Ask whoever sent it how it came to be. Your dossier is as it was.
receive-have-it-already = { $path } is this dossier already, and your key has written in it. A second copy would give your entries two histories.
receive-have-it-already-do = Take the file in there: assay receive FILE, with --dossier naming that file.
rotate-no-chain = In { $path } no key that you used before is admitted.
rotate-no-chain-do = Record with your present key (assay people introduce) and ask the lead to admit it.
team-for-whom = "{ $text }" does not say whom the copy is for.
team-for-whom-do = Write name and organisation with a slash between them: "Bea Beispiel/Nordwerk".
team-last-entry = Entries are counted from 1, and the first one introduces the key: it always stands.
team-last-entry-do = Give the last entry that shall count; 1 if none but the first shall.
dossier-other-dossier = This is a copy of another dossier ({ $theirs }); ours is { $ours }.
dossier-other-dossier-do = Keep it as a dossier of its own: assay receive FILE --to NEW. Or name the dossier it belongs to with --dossier.
dossier-too-many-forks = Taken together, the copies hold more histories of chain { $chain } than are followed.
dossier-too-many-forks-do = Ask how one key came to write from so many copies. Nothing was taken in.
signature-hand-over-version = { $path } is no covering note of a copy, or of a later version.
signature-hand-over-version-do = Choose the note that came with the file, or use a newer release.
signature-hand-over-line = Line { $line } of the covering note { $path } is not as it should be.
signature-hand-over-line-do = Ask for the note once more. A name in it may have no line breaks and no " / ".
signature-hand-over-signature = The signature of the covering note { $path } is missing, or not by the key that the note names.
signature-hand-over-signature-do = Ask for file and note once more, and compare the fingerprint of the key with its holder.

## Copies for others: the trail

log-hand_over = makes a copy for { $name }, without { $left_out } pieces of evidence
log-actor-rotate = names the key { $key } that takes its place
log-actor-revoke = revokes the key of chain { $chain } behind entry { $entry }: { $reason }
log-two-histories = one of two histories of this key
ui-log-hand_over = made a copy for { $name }, without { $left_out } pieces of evidence
ui-log-actor-rotate = named the key { $key } that takes its place
ui-log-actor-revoke = revoked the key of chain { $chain } behind entry { $entry }: { $reason }
verify-ok-not-included = not included in this copy: evidence { $sha256 }, left out when it was handed over (event { $n })

## Copies for others: in the window

ui-team-receive = Take in a copy…
ui-team-receive-title = Take in a copy of this dossier
ui-team-receive-text = What the copy has and this dossier lacks is taken in; nothing of yours is changed or taken away.
ui-team-verifying = Verifying the copy
ui-team-hand-over = Hand over…
ui-team-hand-over-title = Hand over a copy
ui-team-hand-over-text = The copy is one file, with a signed covering note beside it. Send both.
ui-team-name = For whom
ui-team-organisation = Organisation
ui-team-without = Leave the evidence out
ui-team-without-hint = It stays in your dossier. Whoever verifies the copy reads that it is not included.
ui-team-write = Choose the file and write
ui-team-written = { $name } written, with { $note }
ui-team-written-without = { $count } pieces of evidence are not in it; they stay in your dossier.
ui-team-conflicts = { $count } fields have competing values now. Both are kept until a person decides.
ui-team-waiting = Waiting for admission: { $name }, { $organisation }. Compare the fingerprint with the person: { $fingerprint }
