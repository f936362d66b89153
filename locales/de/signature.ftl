# What can be wrong with key files, signed notes and report signatures.

signature-key-not-a-key = Dies ist keine Datei mit einem privaten Schlüssel (PKCS#8 in PEM).
signature-key-not-a-key-do = Wählen Sie die Datei, die „assay identity new“ angelegt hat, oder wandeln Sie Ihre mit „openssl pkcs8 -topk8“ um.
signature-key-not-ed25519 = Der Schlüssel ist kein Ed25519-Schlüssel.
signature-key-not-ed25519-do = Legen Sie mit „assay identity new“ eine neue Identität an.
signature-key-needs-passphrase = Die Schlüsseldatei ist durch eine Passphrase geschützt.
signature-key-needs-passphrase-do = Geben Sie die Passphrase ein.
signature-key-wrong-passphrase = Die Passphrase öffnet die Schlüsseldatei nicht, oder die Datei ist beschädigt.
signature-key-wrong-passphrase-do = Versuchen Sie es erneut; achten Sie auf Großschreibung und Tastaturbelegung. Öffnet sie sich nie, stellen Sie die Datei aus einer Sicherung wieder her.
signature-key-unsupported-encryption = Die Schlüsseldatei ist auf eine Weise verschlüsselt, die nicht unterstützt wird.
signature-key-unsupported-encryption-do = Wandeln Sie sie mit „openssl pkcs8 -topk8 -v2 aes-256-cbc -scrypt“ um.
signature-key-too-costly = Das Öffnen der Schlüsseldatei würde unverhältnismäßig viel Speicher oder Zeit brauchen.
signature-key-too-costly-do = Prüfen Sie, woher die Datei kommt. Ist es Ihre, wandeln Sie sie mit „openssl pkcs8 -topk8 -v2 aes-256-cbc -scrypt“ um.
signature-key-public-key-mismatch = Der öffentliche Schlüssel in der Schlüsseldatei gehört nicht zu ihrem privaten Schlüssel.
signature-key-public-key-mismatch-do = Die Datei ist beschädigt oder wurde manipuliert. Stellen Sie sie aus einer Sicherung wieder her.
signature-key-empty-passphrase = Eine leere Passphrase schützt nichts.
signature-key-empty-passphrase-do = Geben Sie eine Passphrase ein, oder wählen Sie, den Schlüssel ohne Passphrase aufzubewahren.
signature-key-not-written = Die Schlüsseldatei konnte nicht zusammengestellt werden.
signature-key-not-written-do = Versuchen Sie es mit einer kürzeren Passphrase. Bitte melden Sie dies; es sollte nicht vorkommen.

signature-note-text = Der signierte Text ist leer, endet nicht mit einem Zeilenumbruch oder enthält Steuerzeichen.
signature-note-text-do = Holen Sie die Datei erneut vom Absender, als Anhang und nicht als kopierten Text.
signature-note-looks-like-event = Der Text beginnt wie die signierte Form eines Ereignisses und wird nicht als etwas anderes signiert.
signature-note-looks-like-event-do = Wählen Sie einen anderen Text.
signature-note-no-signatures = In dieser Datei ist keine Signatur.
signature-note-no-signatures-do = Holen Sie die signierte Datei vom Absender, vollständig bis zum letzten Zeilenumbruch.
signature-note-line = Die Signaturzeile { $line } kann nicht gelesen werden.
signature-note-line-do = Holen Sie die Datei erneut vom Absender, als Anhang und nicht als kopierten Text.
signature-note-name = Der Name eines Schlüssels ist leer oder enthält ein Leerzeichen oder ein Pluszeichen.
signature-note-name-do = Wählen Sie einen Namen ohne Leerzeichen und Pluszeichen.
signature-note-too-many = Es gibt mehr als 100 Signaturzeilen.
signature-note-too-many-do = Bitten Sie den Absender um die Datei mit den Signaturen, auf die es ankommt.

signature-statement-version = Dies ist keine Berichtssignatur einer Version, die diese Ausgabe kennt.
signature-statement-version-do = Wählen Sie die Signaturdatei des Berichts, oder verwenden Sie eine neuere Ausgabe von Assay.
signature-statement-line = Zeile { $line } der Berichtssignatur sollte eine Zeile „{ $word }“ sein und hat nicht deren Form.
signature-statement-line-do = Die Datei wurde geändert oder beschädigt. Holen Sie sie erneut vom Absender.
signature-statement-file-twice = Zwei Dateien in der Berichtssignatur haben denselben Namen.
signature-statement-file-twice-do = Die Datei wurde nicht von Assay geschrieben. Bitten Sie den Aussteller um das Original.
signature-statement-signer-twice = Derselbe Unterzeichner ist zweimal in derselben Funktion aufgeführt.
signature-statement-signer-twice-do = Führen Sie jeden Unterzeichner je Funktion einmal auf.
signature-statement-unwritable = Eine Nummer, ein Dateiname, eine Funktion oder ein Name kann nicht in einer Berichtssignatur stehen.
signature-statement-unwritable-do = Entfernen Sie Zeilenumbrüche, nicht sichtbare Zeichen und Leerzeichen am Anfang oder Ende. Eine Funktion ist ein einziges Wort.
signature-statement-not-a-signer = Dieser Schlüssel ist in dieser Funktion nicht als Unterzeichner aufgeführt.
signature-statement-not-a-signer-do = Wählen Sie die Identität und die Funktion, die der Bericht aufführt, oder stellen Sie den Bericht mit diesem Unterzeichner neu aus.
