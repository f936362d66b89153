# Das Fenster: einen Bericht der Reihe nach signieren, und ein Bericht, der zurückkam.

## Worte des Programms

sign-not-recorded = Bericht { $number } wurde nicht aus dem offenen Dossier ausgestellt; die signierten Dateien sind darin also nicht erfasst.
sign-not-recorded-do = Öffnen Sie das Dossier, aus dem er ausgestellt wurde; wer den Bericht dort signiert oder vervollständigt, erfasst sie.

## Signieren

ui-signing-title = Bericht { $number }, Revision { $revision }, signieren
ui-signing-order = Die Stellen werden in dieser Reihenfolge signiert. Jede Person signiert an ihrem eigenen Rechner, mit ihrem eigenen Schlüssel.
ui-signing-as-issuer = Als Aussteller signieren
ui-signing-as-evaluator = Als Evaluator signieren
ui-signing-as-reviewer = Als Prüfer (Review) signieren
ui-signing-as-approver = Als freigebende Person signieren
ui-signing-as-decision-maker = Als Entscheider signieren
ui-signing-signed = im PDF und in der Signaturdatei signiert
ui-signing-noted = in der Signaturdatei signiert, nicht im PDF
ui-signing-pdf-only = im PDF signiert, nicht in der Signaturdatei
ui-signing-open = noch nicht signiert
ui-signing-stamped = { $subject }; { $level }, Zeitstempel { $time }
ui-signing-claimed = { $subject }; { $level }, ohne Zeitstempel
ui-signing-not-you = Hier signiert { $name }.
ui-signing-not-yet = Vor Ihnen signiert { $name }.
ui-signing-nobody = Sie signieren an keiner Stelle dieses Berichts. Die Genannten signieren mit dieser Signaturdatei.
ui-signing-key = Dokumentenschlüssel: { $where }
ui-signing-no-key = Diese Installation hat keinen Dokumentenschlüssel; signiert wird also nur die Signaturdatei und nicht das PDF. Ein Dokumentenschlüssel wird im Terminal genannt: assay identity document-key --help
ui-signing-passphrase = Passphrase des Dokumentenschlüssels
ui-signing-passphrase-hint = Sie wird einmal verwendet und nicht behalten. Lassen Sie sie leer, wenn der Schlüssel keine hat.
ui-signing-pin = PIN des Tokens
ui-signing-pin-hint = Sie wird einmal verwendet und nicht behalten. Lassen Sie sie leer, wenn die PIN am Lesegerät eingegeben wird.
ui-signing-stamp = Mit Zeitstempel
ui-signing-stamp-hint = Gefragt wird über das Netz die Stelle, die diese Installation nennt. Hinaus geht nur ein Hashwert.
ui-signing-elsewhere = Das offene Dossier kann die signierten Dateien nicht erfassen: Es hat diesen Bericht nicht ausgestellt oder ist nur zum Ansehen geöffnet.
ui-signing-done = Sie haben den Bericht { $number } signiert.
ui-signing-done-places = Im PDF signiert als { $places }.
ui-signing-done-note = In der Signaturdatei signiert; das PDF enthält keine Signatur von Ihnen.
ui-signing-done-stamped = Mit Zeitstempel.
ui-signing-done-claimed = Ohne Zeitstempel: Die Zeit ist eine Angabe dieses Rechners.
ui-signing-done-ended = Nach seinen eigenen Daten gilt der Schlüssel heute nicht. Andere werden das sehen.
ui-signing-done-recorded = Das offene Dossier hat die signierten Dateien erfasst.
ui-signing-done-all = Alle, die er nennt, haben signiert.
ui-signing-next = Als Nächstes signiert { $name } ({ $place }).
ui-signing-later = Ihre Signatur steht. Danach war dies nicht möglich:

## Ein Bericht, der zurückkam

ui-returned-check = Einen zurückgekommenen Bericht prüfen …
ui-returned-check-text = Ein PDF, signiert oder nicht, oder seine JSON-Datei. Er kann auch auf diese Seite gezogen werden.
ui-returned-pick = Zurückgekommener Bericht
ui-returned-drop = Bericht (PDF oder JSON): prüfen
ui-returned-title = { $name }
ui-returned-checking = Der Bericht wird geprüft
ui-returned-intact = Jede Signatur darin gilt, und nach keiner wurde etwas geändert.
ui-returned-changed = Dieses PDF ist nicht unversehrt. Verlassen Sie sich nicht auf das, was darin steht.
ui-returned-unsigned = Niemand hat dieses PDF signiert.
ui-returned-unsigned-do = Ob es das ausgestellte ist, zeigt unten allein sein Hashwert.
ui-returned-unreadable = Dieses PDF kann nicht geprüft werden. Verlassen Sie sich nicht auf das, was darin steht.
ui-returned-data = Dies ist der Datensatz eines Berichts. Für sich allein wird er nicht signiert.
ui-returned-known-issued = Das offene Dossier hat genau diese Datei als ausgestellt erfasst.
ui-returned-known-signed = Das offene Dossier hat genau diese Datei als signiert erfasst.
ui-returned-known-signed_elsewhere = Das offene Dossier hat ausgestellt, was hier signiert wurde; diese signierte Datei selbst ist darin nicht erfasst.
ui-returned-known-unknown = Das offene Dossier hat diese Datei nicht erfasst.
ui-returned-report = Bericht
ui-returned-report-name = { $number }, Revision { $revision }
ui-returned-kind = Art
ui-returned-dossier = Dossier
ui-returned-this-dossier = das offene
ui-returned-other-dossier = ein anderes als das offene
ui-returned-checkpoint = Gezeichnet aus
ui-returned-checkpoint-text = den ersten { $size } Einträgen von { $origin }; Wurzel { $root }
ui-returned-checkpoint-none = Eine Zusammenfassung nennt keinen Checkpoint.
ui-returned-data-set = Datensatz (SHA-256)
ui-returned-signatures = Signaturen
ui-returned-signature = Stelle
ui-returned-time-stamp = Zeitstempel über die ganze Datei
ui-returned-is-intact = Unversehrt
ui-returned-who = Wer
ui-returned-when = Wann
ui-returned-revocation = Gesperrt
ui-returned-level = Stufe
ui-returned-holds = ja
ui-returned-holds-not = nein
ui-returned-trusted = Führt zu { $anchor }; dem vertrauen Sie.
ui-returned-not-trusted = Ausgestellt von { $issuer }; führt zu niemandem, den Sie als vertrauenswürdig genannt haben.
ui-returned-nobody = nicht bekannt
ui-returned-stamped = { $time }, gestempelt von { $authority }
ui-returned-stamped-unknown = { $time }, gestempelt von { $authority }, die Sie nicht als vertrauenswürdig genannt haben
ui-returned-claimed = { $time } nach der Uhr des Rechners, an dem signiert wurde; kein Zeitstempel
ui-returned-no-time = keine Zeit genannt
ui-returned-good = nein, Stand { $time }
ui-returned-revoked = ja, seit { $time }: { $of }
ui-returned-no_path = nicht bekannt, da es zu niemandem führt, dem Sie vertrauen
ui-returned-no_list = nicht bekannt; die Datei enthält keine Sperrliste der ausstellenden Stelle
ui-returned-old_list = nicht bekannt; die Sperrliste in der Datei ist älter als die Signatur
ui-returned-open = Noch nicht signiert haben:
ui-returned-changes = Seither im Dossier geändert
ui-returned-nothing = Nichts hat sich geändert.
ui-returned-nothing-text = Das Dossier sagt heute, was dieser Bericht sagt.
ui-returned-newer = Das Dossier hat seither Revision { $revision } dieses Berichts ausgestellt.
ui-returned-count = { $n ->
    [one] Ein Unterschied
   *[other] { $shown } Unterschiede
  }
ui-returned-about = Was
ui-returned-field = Feld
ui-returned-then = Im Bericht
ui-returned-now = Jetzt im Dossier
ui-returned-silent = nichts
ui-returned-entry = ganzer Eintrag
ui-returned-not-compared = Mit dem offenen Dossier wurde er nicht verglichen.
ui-returned-part-rows = Zeile
ui-returned-part-activities = Aktivität
ui-returned-part-findings = Feststellung
ui-returned-part-evidence = Evidenz
ui-returned-part-people = Personen
ui-returned-part-conclusion = Schluss
ui-returned-part-statement = Aussage
ui-returned-part-claim = Angabe
ui-returned-part-object = Gegenstand
ui-returned-field-verdict = Verdikt
ui-returned-field-rationale = Begründung
ui-returned-field-evidence = Evidenz
ui-returned-field-state = Stand
ui-returned-field-applicability = Anwendbarkeit
