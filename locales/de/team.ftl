## Kopien für andere: die Befehle

cli-hand-over = Schreibt eine Kopie für eine Kollegin oder den Anbieter, mit signiertem Begleitschreiben
cli-hand-over-to = Die Kopie; nichts wird überschrieben. Das Begleitschreiben liegt daneben als FILE.note
cli-hand-over-for-whom = Für wen die Kopie ist
cli-hand-over-withhold-evidence = Nachweise, die hier bleiben und nicht in der Kopie sind; "all" für alle
cli-receive = Prüft die Kopie eines Dossiers und übernimmt, was unserem fehlt
cli-receive-file = Die Kopie; sie wird nicht verändert
cli-receive-note = Ihr Begleitschreiben, wo es nicht als FILE.note daneben liegt
cli-receive-to = Beginnt die Arbeit an der Kopie: schreibt sie in diese neue Datei, die Ihre eigene ist
cli-receive-preview = Sagt nur, was übernommen würde
cli-identity-rotate = Erzeugt einen neuen Schlüssel für diese Installation an Stelle des jetzigen
cli-identity-rotate-file = Dossiers, in denen der alte Schlüssel den neuen gleich benennt
cli-identity-rotate-reason = Warum
cli-identity-rotate-no-passphrase = Bewahrt die neue Schlüsseldatei ohne Passphrase auf
cli-people-revoke = Sagt, ab welchem Eintrag die Ereignisse eines Schlüssels nichts zählen (durch die Leitung)
cli-people-revoke-key = Der Schlüssel oder sein Anfang
cli-people-revoke-last = Der letzte Eintrag dieses Schlüssels, der zählt; "assay log" nummeriert sie
cli-people-revoke-reason = Warum
cli-people-new-key = Hält mit dem früheren Schlüssel fest, dass der jetzige dieser Installation an seine Stelle tritt
cli-people-new-key-reason = Warum
cli-people-introduce = Trägt Ihren Schlüssel in das Dossier ein, damit die Leitung ihn sieht und zulassen kann

## Kopien für andere: was gesagt wird

team-fingerprint = Fingerabdruck: { $fingerprint }
team-compare = Vergleichen Sie den Fingerabdruck mit { $name } am Telefon oder persönlich: Der Name ist, was der Schlüssel von sich selbst sagt.
team-entries = { $count } Einträge
team-replaced = durch einen neueren Schlüssel ersetzt
team-revoked-behind = widerrufen: zählt bis Eintrag { $entry }
team-waiting = Wartet auf Zulassung: { $name }, { $organisation }, { $count } Einträge, die nichts zählen, bis die Leitung den Schlüssel { $key } zulässt (Fingerabdruck { $fingerprint }). Siehe: assay people admit
team-fork = Zwei Verläufe: Der Schlüssel von { $name } schrieb aus zwei Kopien, ab Eintrag { $entry } (Kette { $chain }). Beide bleiben erhalten. Mit diesem Schlüssel geht es nur über einen neuen weiter: assay identity rotate
team-verifying = Prüfung
team-taking-in = Übernahme
team-said-handed-over = Kopie geschrieben: { $file } ({ $size } Byte)
team-said-note = Begleitschreiben, signiert: { $note }
team-said-sha256 = SHA-256: { $sha256 }
team-said-left-out = { $count } Nachweise sind nicht in der Kopie; sie bleiben in Ihrem Dossier.
team-say-how = Schicken Sie beide Dateien. Wer sie erhält, beginnt mit: assay receive FILE --to NEW, und Sie übernehmen die Kopie zurück mit: assay receive FILE
team-verified = Die Datei wurde vollständig geprüft.
team-no-note = Sie kam ohne Begleitschreiben: Nichts sagt, ob es die Datei ist, die geschickt wurde.
team-note = Übergeben von { $name }, { $organisation }, am { $time } nach eigener Angabe; das Begleitschreiben passt zu dieser Datei. Fingerabdruck des Schlüssels: { $fingerprint }
team-preview = Nichts wurde festgehalten. Dazu käme es:
team-said-new-copy = Ihr Dossier: { $path }
team-not-admitted-yet = Ihr Schlüssel ist noch nicht zugelassen, sodass Sie nichts festhalten können, was zählt. Geben Sie Ihre Kopie zurück (assay hand-over): Dann sieht die Leitung den Schlüssel und kann ihn zulassen.
team-nothing-new = Nichts zu übernehmen: Ihr Dossier hat alles schon.
team-older = Nichts zu übernehmen: Das ist ein älterer Stand dessen, was Sie haben.
team-taken = Neu hier: { $events } Einträge, { $evidence } Nachweise
team-taken-of = { $count } von { $name } (Kette { $chain })
team-conflicts = { $count } Felder haben jetzt konkurrierende Werte; beide bleiben, bis ein Mensch entscheidet. Siehe: assay status
team-not-included = { $count } Nachweise sind in der Kopie nicht enthalten, und Sie haben sie nicht; wer sie übergeben hat, hat sie.
team-said-rotated = Neuer Schlüssel für { $name }. Der alte bleibt im Ordner, um den neuen in jedem Dossier zu benennen.
team-said-new-key = { $path }: Der alte Schlüssel hat den neuen benannt, Eintrag { $entry }
team-rotate-the-rest = In jedem weiteren Dossier, an dem Sie arbeiten: assay people new-key
team-said-revoked = Schlüssel von { $name } hinter Eintrag { $last } widerrufen: { $behind } Einträge in diesem Dossier zählen ab jetzt nichts. Eintrag { $entry }
team-said-introduced = Ihr Schlüssel steht jetzt im Dossier.
team-ask-old-passphrase = Passphrase des bisherigen Schlüssels:{" "}
cli-status-fork = Zwei Verläufe: Schlüssel von { $name }, ab Eintrag { $entry }. Beide bleiben erhalten.
cli-status-waiting = { $count } Schlüssel warten auf Zulassung. Siehe: assay people list

## Kopien für andere: Probleme

receive-beside = Neben { $path } liegt eine Datei "{ $suffix }": Das Dossier ist irgendwo offen oder wurde mitten im Speichern kopiert.
receive-beside-do = Lassen Sie es dort schließen, oder bitten Sie um eine Kopie aus: assay hand-over
receive-no-plain-file = { $path } ist keine gewöhnliche Datei.
receive-no-plain-file-do = Nennen Sie die Datei der Kopie selbst.
receive-wrong = { $path } wurde nicht übernommen: Die Prüfung geht nicht auf.
receive-wrong-do = Bitten Sie um eine frische Kopie. Ihr Dossier ist, wie es war.
receive-note-other-file = Das Begleitschreiben { $path } gehört zu einer anderen Datei, oder die Datei wurde unterwegs verändert.
receive-note-other-file-do = Bitten Sie noch einmal um Datei und Begleitschreiben. Ihr Dossier ist, wie es war.
receive-note-stranger = Das Begleitschreiben von { $path } passt nicht zum Inhalt der Datei: anderes Dossier, andere Köpfe der Ketten oder ein Schlüssel, der nie darin schrieb.
receive-note-stranger-do = Fragen Sie, wer die Datei schickte, wie sie entstanden ist. Ihr Dossier ist, wie es war.
receive-have-it-already = { $path } ist dieses Dossier schon, und Ihr Schlüssel hat darin geschrieben. Eine zweite Kopie gäbe Ihren Einträgen zwei Verläufe.
receive-have-it-already-do = Übernehmen Sie die Datei dort: assay receive FILE, mit --dossier für jene Datei.
rotate-no-chain = In { $path } ist kein Schlüssel zugelassen, den Sie früher benutzt haben.
rotate-no-chain-do = Schreiben Sie mit Ihrem jetzigen Schlüssel (assay people introduce) und bitten Sie die Leitung, ihn zuzulassen.
team-for-whom = "{ $text }" sagt nicht, für wen die Kopie ist.
team-for-whom-do = Schreiben Sie Name und Organisation mit einem Schrägstrich dazwischen: "Bea Beispiel/Nordwerk".
team-last-entry = Einträge werden ab 1 gezählt, und der erste stellt den Schlüssel vor: Er bleibt immer stehen.
team-last-entry-do = Geben Sie den letzten Eintrag an, der zählen soll; 1, wenn keiner außer dem ersten.
dossier-other-dossier = Das ist die Kopie eines anderen Dossiers ({ $theirs }); unseres ist { $ours }.
dossier-other-dossier-do = Behalten Sie es als eigenes Dossier: assay receive FILE --to NEW. Oder nennen Sie mit --dossier das Dossier, zu dem es gehört.
dossier-too-many-forks = Zusammengenommen enthalten die Kopien mehr Verläufe der Kette { $chain }, als verfolgt werden.
dossier-too-many-forks-do = Fragen Sie, wie ein Schlüssel aus so vielen Kopien schreiben konnte. Nichts wurde übernommen.
signature-hand-over-version = { $path } ist kein Begleitschreiben einer Kopie oder eines einer späteren Version.
signature-hand-over-version-do = Wählen Sie das Begleitschreiben, das mit der Datei kam, oder nehmen Sie eine neuere Ausgabe des Programms.
signature-hand-over-line = Zeile { $line } des Begleitschreibens { $path } ist nicht, wie sie sein soll.
signature-hand-over-line-do = Bitten Sie noch einmal um das Begleitschreiben. Ein Name darin darf keine Zeilenwechsel und kein " / " haben.
signature-hand-over-signature = Die Signatur des Begleitschreibens { $path } fehlt oder ist nicht vom genannten Schlüssel.
signature-hand-over-signature-do = Bitten Sie noch einmal um Datei und Begleitschreiben, und vergleichen Sie den Fingerabdruck des Schlüssels mit seinem Inhaber.

## Kopien für andere: der Verlauf

log-hand_over = macht eine Kopie für { $name }, ohne { $left_out } Nachweise
log-actor-rotate = benennt den Schlüssel { $key }, der an seine Stelle tritt
log-actor-revoke = widerruft den Schlüssel der Kette { $chain } hinter Eintrag { $entry }: { $reason }
log-two-histories = einer von zwei Verläufen dieses Schlüssels
ui-log-hand_over = machte eine Kopie für { $name }, ohne { $left_out } Nachweise
ui-log-actor-rotate = benannte den Schlüssel { $key }, der an seine Stelle tritt
ui-log-actor-revoke = widerrief den Schlüssel der Kette { $chain } hinter Eintrag { $entry }: { $reason }
verify-ok-not-included = nicht in dieser Kopie enthalten: Nachweis { $sha256 }, bei der Übergabe weggelassen (Ereignis { $n })

## Kopien für andere: im Fenster

ui-team-receive = Kopie übernehmen…
ui-team-receive-title = Eine Kopie dieses Dossiers übernehmen
ui-team-receive-text = Was die Kopie hat und diesem Dossier fehlt, wird übernommen; von Ihrem wird nichts verändert oder weggenommen.
ui-team-verifying = Die Kopie wird geprüft
ui-team-hand-over = Übergeben…
ui-team-hand-over-title = Eine Kopie übergeben
ui-team-hand-over-text = Die Kopie ist eine Datei, daneben liegt ein signiertes Begleitschreiben. Schicken Sie beide.
ui-team-name = Für wen
ui-team-organisation = Organisation
ui-team-without = Nachweise weglassen
ui-team-without-hint = Sie bleiben in Ihrem Dossier. Wer die Kopie prüft, liest, dass sie nicht enthalten sind.
ui-team-write = Datei wählen und schreiben
ui-team-written = { $name } geschrieben, mit { $note }
ui-team-written-without = { $count } Nachweise sind nicht darin; sie bleiben in Ihrem Dossier.
ui-team-conflicts = { $count } Felder haben jetzt konkurrierende Werte. Beide bleiben, bis ein Mensch entscheidet.
ui-team-waiting = Wartet auf Zulassung: { $name }, { $organisation }. Vergleichen Sie den Fingerabdruck mit der Person: { $fingerprint }
