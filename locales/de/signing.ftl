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

cli-global-document-passphrase-file = Datei, deren erste Zeile Passphrase oder PIN des Dokumentenschlüssels ist
cli-ask-document-passphrase = Passphrase oder PIN des Dokumentenschlüssels:
cli-identity-document-key = Wo der Schlüssel liegt, mit dem diese Installation Dokumente signiert; ohne Angaben: was er ist
cli-identity-document-key-p12 = Ein Schlüsselspeicher mit Schlüssel und Zertifikaten (PKCS#12)
cli-identity-document-key-key = Eine Schlüsseldatei (PKCS#8)
cli-identity-document-key-certificates = Die Zertifikate zur Schlüsseldatei, oder die, die das Token nicht enthält; das eigene zuerst
cli-identity-document-key-module = Die Bibliothek eines Tokens oder einer Karte (PKCS#11)
cli-identity-document-key-token = Bezeichnung des Tokens
cli-identity-document-key-label = Bezeichnung des Schlüssels im Token
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
