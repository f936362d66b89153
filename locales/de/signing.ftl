# Signaturen über ausgestellte Berichte, mit Zertifikaten gemacht, und was von ihnen gesagt wird.

## Im PDF

signing-field-issuer = Signatur des Ausstellers
signing-field-evaluator = Signatur der evaluierenden Person
signing-field-approver = Signatur der freigebenden Person
signing-field-reviewer = Signatur der Person, die das Review durchgeführt hat
signing-field-decision-maker = Signatur der Person, die entschieden hat
signing-seen-claimed = { $time } UTC (Uhr des Unterzeichners)
signing-seen-stamped = { $time } UTC, mit Zeitstempel

## Was dem Signieren entgegensteht

sign-nothing-open = Jede Stelle von { $name } in diesem Bericht ist schon signiert.
sign-nothing-open-do = Es ist nichts zu tun; andere signieren mit ihrer eigenen Identität und ihrem eigenen Schlüssel.
sign-no-field = { $path } hat kein Signaturfeld für { $place }.
sign-no-field-do = Der Bericht stammt aus der Zeit vor diesen Feldern. Stellen Sie eine neue Revision aus und signieren Sie diese.
sign-not-your-turn = Zuerst signiert { $name } als { $place }.
sign-not-your-turn-do = Lassen Sie den Bericht in seiner Reihenfolge signieren; wer prüft oder entscheidet, signiert das, wofür die evaluierende Person einsteht.
sign-file-changed = { $path } ist nicht unversehrt: { $detail }
sign-file-changed-do = Legen Sie die Datei wieder so hin, wie sie signiert wurde. Hat sie niemand mehr, entfernen Sie sie und lassen Sie den Bericht vom ausgestellten PDF aus neu signieren.
sign-nothing-signed = Kein PDF neben { $path } ist signiert.
sign-nothing-signed-do = Lassen Sie den Bericht zuerst signieren: assay sign { $path }
sign-no-key = Diese Installation hat keinen Dokumentenschlüssel.
sign-no-key-do = Nennen Sie einen: assay identity document-key --p12 DATEI, oder eine Schlüsseldatei, oder ein Token. Ohne ihn wird nur die Signaturdatei signiert.
document-key-damaged = { $path } sagt nicht, wo der Dokumentenschlüssel liegt: { $why }
document-key-damaged-do = Nennen Sie den Schlüssel neu: assay identity document-key --p12 DATEI
document-key-too-large = { $path } ist kein Schlüssel und kein Zertifikat: zu groß.
document-key-too-large-do = Nennen Sie die Datei mit dem Schlüssel oder den Zertifikaten.
report-file-too-large = { $path } ist keine Datei eines Berichts oder größer als 512 MiB.
report-file-too-large-do = Nennen Sie die Datei, die ausgestellt wurde.
bundle-needs-dossier = Evidenz kommt nur aus ihrem Dossier in das Bündel.
bundle-needs-dossier-do = Nennen Sie das Dossier mit --dossier, oder erstellen Sie das Bündel ohne Evidenz.

## Am Terminal

cli-document-passphrase-file = Datei, deren erste Zeile Passphrase oder PIN des Dokumentenschlüssels ist
cli-ask-document-passphrase = Passphrase oder PIN des Dokumentenschlüssels:
cli-identity-document-key = Wo der Schlüssel liegt, mit dem diese Installation Dokumente signiert; ohne Angaben: was er ist
cli-identity-document-key-p12 = Ein Schlüsselspeicher mit Schlüssel und Zertifikaten (PKCS#12)
cli-identity-document-key-key = Eine Schlüsseldatei (PKCS#8)
cli-identity-document-key-certificates = Die Zertifikate zur Schlüsseldatei, oder die, die das Token nicht enthält; das eigene zuerst
cli-identity-document-key-module = Die Bibliothek eines Tokens oder einer Karte (PKCS#11)
cli-identity-document-key-token = Bezeichnung des Tokens
cli-identity-document-key-label = Bezeichnung des Schlüssels im Token
cli-identity-document-key-remember = Die Passphrase im Schlüsselbund des Desktops ablegen; eine PIN wird nie abgelegt
cli-identity-document-key-forget = Vergessen, wo der Schlüssel liegt; der Schlüssel selbst bleibt
cli-identity-trust = Ein Wurzelzertifikat nennen, dem Sie beim Prüfen von Signaturen vertrauen
cli-identity-trust-file = Das Zertifikat, PEM oder DER
cli-issue = Einen Bericht ausstellen und signieren: vom Einfrieren bis zum signierten Bündel, soweit Sie beteiligt sind
cli-issue-kind = Welche Art von Bericht
cli-issue-number = Nummer des Berichts
cli-issue-to = Ordner für seine Dateien
cli-issue-stamp = Den eingefrorenen Stand und Ihre Signaturen von der eingerichteten Stelle mit Zeitstempel versehen lassen
cli-issue-look = Ordner mit Profil und Vorlagen Ihrer Organisation
cli-report-look = Ordner mit Profil und Vorlagen Ihrer Organisation
cli-sign-stamp = Ihre Signaturen von der eingerichteten Stelle mit Zeitstempel versehen lassen
cli-sign-note-only = Nur die Signaturdatei signieren und kein PDF
cli-sign-no-bundle = Nach der letzten Signatur kein Bündel erstellen
cli-complete = Sperrlisten und einen Zeitstempel über alles in die signierten PDFs aufnehmen, damit sie lange prüfbar bleiben
cli-complete-signature = Die Signaturdatei (.sig) des Berichts
cli-complete-crl = Eine Sperrliste einer Stelle, DER
cli-complete-certificates = Zertifikate, die die PDFs noch nicht enthalten
cli-complete-stamp = Ein Zeitstempel der eingerichteten Stelle über die ganze Datei
cli-bundle = Alles, was ausgestellt wurde, in einen signierten Container legen (ASiC-E)
cli-bundle-signature = Die Signaturdatei (.sig) des Berichts
cli-bundle-evidence = Welche Evidenz hineinkommt: nur ihre Liste, was nicht streng vertraulich ist, oder alles
cli-bundle-stamp = Die Signatur des Containers von der eingerichteten Stelle mit Zeitstempel versehen lassen
cli-look = Profil und Vorlagen Ihrer Organisation ausprobieren
cli-look-folder = Ordner mit profile.json und templates
cli-said-key-forgotten = Diese Installation hat keinen Dokumentenschlüssel mehr. Der Schlüssel selbst liegt, wo er war.
cli-said-document-key = Dokumentenschlüssel in { $place }: { $subject }
cli-said-document-key-issuer = Ausgestellt von { $issuer }, gültig bis { $until }
cli-said-remembered = Die Passphrase liegt im Schlüsselbund des Desktops.
cli-said-not-remembered = Die Passphrase wurde nicht abgelegt: Hier gibt es keinen Schlüsselbund, oder er hat abgelehnt.
cli-said-trusted = { $count } Zertifikat(e) als vertrauenswürdig abgelegt.
cli-said-look = Profil und Vorlagen sind verwendbar: Jede Art von Bericht ließ sich damit in jeder Sprache zeichnen.
cli-said-not-a-signer = Sie gehören nicht zu denen, die signieren. Diese signieren mit: assay sign { $path }
cli-said-note-only = Es ist kein Dokumentenschlüssel genannt, also wurde nur die Signaturdatei signiert. Siehe: assay identity document-key --help
cli-said-signed-claimed = Signiert als { $places } von { $subject }. Noch ohne Zeitstempel: Die Zeit ist eine Angabe dieses Rechners.
cli-said-signed-stamped = Signiert als { $places } von { $subject }, mit Zeitstempel.
cli-said-certificate-ended = Ihr Zertifikat ist nach seinen eigenen Daten heute nicht gültig. Andere werden das sehen.
cli-said-still-open = Noch zu signieren, in dieser Reihenfolge: { $people }
cli-said-recorded-signed = { $count } signierte Datei(en) im Dossier erfasst.
cli-said-not-recorded = Kein Dossier ist zur Hand, daher sind die signierten Dateien noch nicht erfasst. Wer es hat, erfasst sie mit dem nächsten assay sign, complete oder bundle.
cli-said-level = { $place }: { $level }
cli-said-bundle = Bündel geschrieben: { $path }
complete-with-nothing = Es gibt nichts, womit der Bericht vervollständigt werden könnte.
complete-with-nothing-do = Geben Sie Sperrlisten mit --crl an, einen Zeitstempel mit --stamp, oder beides.
look-empty = { $path } enthält weder profile.json noch einen Ordner templates.
look-empty-do = docs/formats/report-profile.md beschreibt, woraus Profil und Vorlagen bestehen.

## Prüfen

cli-verify-trust = Ein Wurzelzertifikat, dem Sie bei Signaturen mit Zertifikaten vertrauen
verify-ok-pdf = { $name }: { $count } Signatur(en) oder Zeitstempel, und nach keiner davon wurde etwas geändert
verify-ok-container = { $name }: { $files } Dateien, jede wie im signierten Verzeichnis genannt
verify-ok-signature-trusted = { $field }: signiert von { $subject }; das Zertifikat führt zu { $anchor }, dem Sie vertrauen
verify-ok-signature-stamped = { $field }: lag am { $time } vor, wie { $authority } angibt; deren Zertifikat führt zu einem, dem Sie vertrauen
verify-ok-signature-not-revoked = { $field }: kein Zertifikat auf dem Pfad war am { $at } gesperrt
verify-ok-signature-level = { $field }: Niveau { $level }
verify-ok-signed-recorded = das Dossier hat { $name } mit genau diesen Bytes erfasst
verify-ok-embedded = Bericht { $number }, Revision { $revision }, aus Dossier { $dossier }; Datensatz SHA-256 { $data }
verify-ok-embedded-checkpoint = gezeichnet aus den ersten { $size } Einträgen von { $origin }, Wurzel { $root }
verify-remark-signature-unknown = { $field }: signiert von { $subject } (Zertifikat SHA-256 { $sha256 }); es führt zu keinem Zertifikat, das Sie als vertrauenswürdig genannt haben
verify-remark-signature-claimed = { $field }: signiert am { $time } nach der Uhr des Rechners; in der Signatur ist kein Zeitstempel
verify-remark-signature-no-time = { $field }: keine Zeit genannt
verify-remark-signature-stamped = { $field }: am { $time } gestempelt von { $authority }; deren Zertifikat führt zu keinem, das Sie als vertrauenswürdig genannt haben
verify-remark-revocation-no-path = { $field }: ob ein Zertifikat gesperrt war, ist nicht bekannt, da es zu keinem führt, dem Sie vertrauen
verify-remark-revocation-no-list = { $field }: ob ein Zertifikat gesperrt war, ist nicht bekannt; die Datei enthält keine Liste seines Ausstellers
verify-remark-revocation-old-list = { $field }: ob ein Zertifikat gesperrt war, ist nicht bekannt; die Liste in der Datei ist älter als die Signatur
verify-remark-field-open = als { $field } hat noch niemand signiert
verify-remark-signed-not-recorded = das Dossier hat { $name } nicht mit diesen Bytes erfasst; seither kann anderswo signiert oder vervollständigt worden sein
verify-limits-certificates = Ob ein Zertifikat der Person gehört, die es nennt, verantwortet dessen Aussteller.
verify-trust-unreadable = Die als vertrauenswürdig genannte Datei enthält kein Zertifikat.
verify-trust-unreadable-means = Mit ihr wurde nichts geprüft.
verify-trust-unreadable-do = Geben Sie das Wurzelzertifikat der Stelle an, PEM oder DER.
verify-pdf-unreadable = Dieses PDF lässt sich nicht prüfen: { $detail }
verify-pdf-unreadable-means = Es ist beschädigt, oder ein anderes Programm hat es neu gespeichert.
verify-pdf-unreadable-do = Bitten Sie um die Datei, wie sie signiert wurde.
verify-pdf-not-signed = Niemand hat dieses PDF signiert.
verify-pdf-not-signed-means = Für sich zeigt es nicht, wer es ausgestellt hat.
verify-pdf-not-signed-do = Bitten Sie um das signierte PDF oder um die Signaturdatei (.sig) dazu.
verify-pdf-other-issue = Dieses PDF beginnt nicht mit dem, was als { $name } ausgestellt wurde.
verify-pdf-other-issue-means = Seine Signaturen halten, aber über etwas anderem als dem Bericht, den die Signaturdatei nennt.
verify-pdf-other-issue-do = Verlassen Sie sich nicht darauf; bitten Sie um die Datei, wie sie signiert wurde.
verify-pdf-not-ours = In diesem PDF ist kein Datensatz von Assay eingebettet.
verify-pdf-not-ours-means = Seine Signaturen halten, aber es ist kein Bericht von Assay, oder der Datensatz wurde vor dem Signieren entfernt.
verify-pdf-not-ours-do = Prüfen Sie es mit einem anderen Werkzeug.
verify-signature-not-intact = Die Signatur { $field } hält nicht: { $detail }
verify-signature-not-intact-means = Die Datei ist nicht das, was dort signiert wurde.
verify-signature-not-intact-do = Verlassen Sie sich nicht auf diese Kopie; bitten Sie um die Datei, wie sie signiert wurde.
verify-signature-revoked = Das Zertifikat von { $of } hinter { $field } ist seit { $since } gesperrt.
verify-signature-revoked-means = Sein Aussteller stand, soweit erkennbar, beim Signieren nicht mehr dafür ein.
verify-signature-revoked-do = Verlassen Sie sich nicht auf diese Signatur; bitten Sie um eine mit einem gültigen Zertifikat.
verify-container-wrong = Der Container ist nicht, wie er signiert wurde: { $detail }
verify-container-wrong-means = Eine Datei darin wurde hinzugefügt, geändert oder entfernt, oder er ist beschädigt.
verify-container-wrong-do = Verlassen Sie sich nicht auf diese Kopie; bitten Sie um den Container, wie er signiert wurde.

## Ein Bericht, der zurückkommt

cli-changes = Was sich im Dossier geändert hat, seit ein Bericht ausgestellt wurde, Zeile für Zeile; endet mit 1, wenn sich etwas geändert hat
cli-changes-report = Der Bericht: sein PDF, signiert oder nicht, oder sein JSON
cli-said-returned = Bericht { $number }, Revision { $revision }, verglichen mit dem, was das Dossier jetzt sagt:
cli-said-newer-revision = Das Dossier hat seither Revision { $revision } ausgestellt.
cli-said-nothing = nichts
cli-said-since-change = { $place }: { $then } → { $now }
cli-said-since-changes = Unterschiede: { $count }
returned-unreadable = { $path } enthält keinen lesbaren Datensatz eines Berichts: { $why }
returned-unreadable-do = Geben Sie das PDF oder die JSON-Datei an, wie sie ausgestellt wurde.
returned-not-issued = Bericht { $number } wurde nicht aus diesem Dossier ausgestellt; er nennt das Dossier { $dossier }.
returned-not-issued-do = Öffnen Sie jenes Dossier, oder übernehmen Sie die Kopie, in der er ausgestellt wurde.
returned-summary = { $path } ist eine Zusammenfassung: Sie nennt den Datensatz und enthält die Zeilen nicht.
returned-summary-do = Geben Sie den vollständigen Bericht an, signiert oder nicht, oder seine JSON-Datei.
returned-no-data = In { $path } ist kein Datensatz eingebettet.
returned-no-data-do = Geben Sie den Bericht an, wie Assay ihn ausgestellt hat.
