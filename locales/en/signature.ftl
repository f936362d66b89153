# What can be wrong with key files, signed notes and report signatures.

signature-key-not-a-key = This is not a private key file (PKCS#8 in PEM).
signature-key-not-a-key-do = Choose the file that “assay identity new” made, or convert yours with “openssl pkcs8 -topk8”.
signature-key-not-ed25519 = The key is not an Ed25519 key.
signature-key-not-ed25519-do = Make a new identity with “assay identity new”.
signature-key-needs-passphrase = The key file is protected by a passphrase.
signature-key-needs-passphrase-do = Enter the passphrase.
signature-key-wrong-passphrase = The passphrase does not open the key file, or the file is damaged.
signature-key-wrong-passphrase-do = Try again; mind capitals and the keyboard layout. If it never opens, restore the file from a backup.
signature-key-unsupported-encryption = The key file is encrypted in a way that is not supported.
signature-key-unsupported-encryption-do = Convert it with “openssl pkcs8 -topk8 -v2 aes-256-cbc -scrypt”.
signature-key-too-costly = Opening the key file would take an unreasonable amount of memory or time.
signature-key-too-costly-do = Check where the file comes from. If it is yours, convert it with “openssl pkcs8 -topk8 -v2 aes-256-cbc -scrypt”.
signature-key-public-key-mismatch = The public key in the key file does not belong to its private key.
signature-key-public-key-mismatch-do = The file is damaged or was tampered with. Restore it from a backup.
signature-key-empty-passphrase = An empty passphrase protects nothing.
signature-key-empty-passphrase-do = Enter a passphrase, or choose to store the key without one.
signature-key-not-written = The key file could not be put together.
signature-key-not-written-do = Try a shorter passphrase. Please report this; it should not happen.

signature-note-text = The signed text is empty, does not end with a line break, or has control characters.
signature-note-text-do = Fetch the file again from its sender, as an attachment rather than as copied text.
signature-note-looks-like-event = The text begins like the signed form of an event and is not signed as anything else.
signature-note-looks-like-event-do = Choose another text.
signature-note-no-signatures = There is no signature in this file.
signature-note-no-signatures-do = Fetch the signed file, complete to its last line break, from its sender.
signature-note-line = Signature line { $line } cannot be read.
signature-note-line-do = Fetch the file again from its sender, as an attachment rather than as copied text.
signature-note-name = The name of a key is empty, or has a blank or a plus sign.
signature-note-name-do = Choose a name without blanks and plus signs.
signature-note-too-many = There are more than 100 signature lines.
signature-note-too-many-do = Ask the sender for the file with the signatures that matter.

signature-statement-version = This is not a report signature of a version that this release knows.
signature-statement-version-do = Choose the signature file of the report, or use a newer release of Assay.
signature-statement-line = Line { $line } of the report signature should be a “{ $word }” line and is not in its form.
signature-statement-line-do = The file was changed or damaged. Fetch it again from its sender.
signature-statement-file-twice = Two files in the report signature have the same name.
signature-statement-file-twice-do = The file was not written by Assay. Ask the issuer for the original.
signature-statement-signer-twice = The same signer is listed twice in the same function.
signature-statement-signer-twice-do = List each signer once for each function.
signature-statement-unwritable = A number, file name, function or name cannot stand in a report signature.
signature-statement-unwritable-do = Remove line breaks, invisible characters and blanks at the start or end. A function is one word.
signature-statement-not-a-signer = This key is not listed as a signer in that function.
signature-statement-not-a-signer-do = Choose the identity and the function that the report lists, or issue the report anew with this signer.
