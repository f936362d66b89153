## Encryption at rest: opening an encrypted dossier

dossier-locked = { $path } does not begin as a dossier in plain does. It is an encrypted dossier, and no passphrase was given, or it is no dossier at all.
dossier-locked-do = Give its passphrase.
dossier-not-unlocked = { $path } does not open with this passphrase or key. Either it is another one, or the file was changed or damaged; an encrypted file does not show which.
dossier-not-unlocked-do = Try again; mind capitals and the keyboard layout. If it never opens, use a backup, or the recovery file with your organisation's key.
dossier-empty-passphrase = An empty passphrase protects nothing.
dossier-empty-passphrase-do = Enter a passphrase of several words.
dossier-copy-differs = The copy { $path } did not read back as it was written, and was removed. The dossier itself is untouched.
dossier-copy-differs-do = Check the disk, and try again or in another folder.
protection-not-encrypted = { $path } is not encrypted.
protection-not-encrypted-do = Set a passphrase first if it shall be.
protection-passphrases-differ = The two passphrases differ. Nothing was changed.
protection-passphrases-differ-do = Enter the same one twice.
protection-passphrase-not-asked = The passphrase of the dossier could not be asked for: { $why }.
protection-passphrase-not-asked-do = Name a file with --dossier-passphrase-file, or for a new passphrase with --new-passphrase-file.

## The recovery file

recovery-missing = There is no recovery file { $path }.
recovery-missing-do = Name it, if it lies elsewhere or was printed. A dossier that was never given a recipient has none.
recovery-not-a-recipient = This is not a public key as age has it (age1…).
recovery-not-a-recipient-do = Take the line that age-keygen printed as the public key.
recovery-recipient-count = There must be 1 to 16 recipients.
recovery-recipient-count-do = Name the organisation's key, and no more than 16.
recovery-not-an-identity = This is not a private key as age has it (AGE-SECRET-KEY-1…).
recovery-not-an-identity-do = Take the file that age-keygen wrote. If it is encrypted, decrypt it with age first.
recovery-not-a-recovery-file = This is not a recovery file, or it is damaged.
recovery-not-a-recovery-file-do = Take the file that lay beside the dossier, with every line of it.
recovery-other-dossier = This holds no key for this dossier as it is now.
recovery-other-dossier-do = Take the recovery file from the time when this file's passphrase was last changed.
recovery-not-for-this-identity = The recovery file was sealed to others than this key, or was changed.
recovery-not-for-this-identity-do = Use the organisation's key that was named when the passphrase was set.
recovery-not-a-key-file = This is not a key file of a dossier.
recovery-not-a-key-file-do = Take the file that was written when the dossier was recovered, or what age gave from the recovery file.
recovery-forged = The recipients in the recovery file were not written by somebody who could open the dossier. Nothing was changed.
recovery-forged-do = Do not trust that file. Name the recipients yourself.

## At the terminal

cli-dossier-passphrase-file = File whose first line is the passphrase of an encrypted dossier; asked for where it is not given
cli-dossier-key-file = Key file of an encrypted dossier, in place of its passphrase
cli-new-protect = Encrypt it with a passphrase
cli-new-recipient = File with public keys of age (age1…) that can open it as well; kept in a recovery file beside it
cli-protect = Encrypt the dossier with a passphrase, change that, or take it away
cli-protect-new-passphrase-file = File whose first line is the new passphrase; asked for twice where it is not given
cli-protect-recipient = File with public keys of age (age1…) that can open it as well, in place of those so far
cli-protect-no-recipient = Nobody else can open it: no recovery file
cli-protect-same-passphrase = Keep the passphrase and write the recovery file anew
cli-protect-remove = Make it a plain file again
cli-protect-to = Leave the dossier as it is and write a copy so protected; with --remove a plain one
cli-protect-show = Say how it is protected
cli-recover = Open a dossier whose passphrase is lost by the organisation's key, and give it a new one
cli-recover-identity = The organisation's private key, as age-keygen wrote it
cli-recover-recovery = The recovery file, where it does not lie beside the dossier
cli-recover-new-passphrase-file = File whose first line is the new passphrase; asked for twice where it is not given
cli-recover-key-to = Leave the passphrase and write the key to this file, for --dossier-key-file
cli-ask-dossier-passphrase = Passphrase of { $path }:{" "}
cli-ask-dossier-new-passphrase = New passphrase of the dossier:{" "}
cli-ask-dossier-passphrase-again = The same again:{" "}
cli-said-encrypted = { $path } is encrypted with a passphrase. Nobody can restore a forgotten one.
cli-said-plain = { $path } is not encrypted: whoever has the file can read it.
cli-said-recipient = It can also be opened by the holder of { $recipient }, with the recovery file beside it.
cli-said-no-recipient = Nobody else can open it: it has no recovery file.
cli-said-was-plain = What was on the disk in plain may still be found there, in free space and in backups, until that is overwritten.
cli-said-short-passphrase = The passphrase has fewer than { $count } characters. Whoever has the file can try many.
cli-said-copy-plain = Wrote { $path } in plain: whoever has that file can read it.
cli-said-copy-encrypted = Wrote { $path }, encrypted with the new passphrase.
cli-said-key-file = Wrote the key to { $path }. Whoever has that file can open the dossier until its passphrase is changed.
cli-said-recovered = The dossier was opened with the organisation's key and has the new passphrase.
verify-ask-passphrase = Passphrase of { $path }:{" "}
verify-passphrase-not-asked = The dossier is encrypted and its passphrase could not be asked for ({ $detail }).
verify-passphrase-not-asked-do = Name a file with --dossier-passphrase-file or --dossier-key-file.
verify-remark-locked-beside = { $path } lies in the same folder and is encrypted or no dossier; it was not opened, so whether it is the report's dossier is not known. Name it with --dossier to compare them.

## In the window

ui-secret-show = Show the passphrase
ui-dossier-passphrase = Passphrase of the dossier
ui-unlock = Encrypted dossier
ui-unlock-idle = The dossier was locked because nobody used the window for a while. Everything recorded is saved, and what was being written is kept, encrypted.
ui-unlock-locked = The dossier is locked. Everything recorded is saved, and what was being written is kept, encrypted.
ui-unlock-now = Open
ui-lock-now = Lock the dossier now
ui-lock-after = Lock an encrypted dossier when not used
ui-lock-minutes = after { $n } minutes
ui-lock-never = never
ui-new-encrypt = Encrypt with a passphrase
ui-new-encrypt-hint = Whoever has the file can't read it without the passphrase. It can be set, changed and taken away later as well.
ui-new-needs-passphrase = The dossier is to be encrypted, and the passphrase has not been typed twice the same.
ui-new-needs-passphrase-do = Type it in both fields, or leave the dossier unencrypted.
ui-protect = Who may read this dossier
ui-protect-open = Encryption…
ui-protect-is = This dossier is encrypted with a passphrase. Nobody can restore a forgotten one.
ui-protect-is-not = This dossier is not encrypted: whoever has the file can read it.
ui-protect-others = The holders of these keys can open it too, with the recovery file beside it:
ui-protect-new = Encrypt it
ui-protect-new-now = Encrypt
ui-protect-change = Change the passphrase
ui-protect-change-now = Change
ui-protect-take = Take the encryption away
ui-protect-taken = The dossier is a plain file again.
ui-protect-set = The dossier is encrypted with the new passphrase.
ui-protect-hint = Several words. Asked for at each opening; nobody can restore a forgotten one.
ui-protect-short = Fewer than 12 characters: whoever has the file can try many.
ui-protect-recipients = Choose keys…
ui-protect-recipients-title = File with public keys of age
ui-protect-recipients-none = Somebody else can be able to open it as well, such as the organisation: by a public key of age (age1…).
ui-protect-recipients-chosen = The keys in { $name } can open it as well.
ui-protect-was-plain = What was on the disk in plain may still be found there, in free space and in backups, until that is overwritten.
