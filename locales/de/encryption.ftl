## Encryption at rest: opening an encrypted dossier

dossier-locked = { $path } beginnt nicht wie ein unverschlüsseltes Dossier. Entweder ist es ein verschlüsseltes Dossier, und es wurde keine Passphrase angegeben, oder es ist gar kein Dossier.
dossier-locked-do = Geben Sie die Passphrase an.
dossier-not-unlocked = { $path } lässt sich mit dieser Passphrase oder diesem Schlüssel nicht öffnen. Entweder ist es eine andere, oder die Datei wurde geändert oder beschädigt; einer verschlüsselten Datei ist nicht anzusehen, was davon zutrifft.
dossier-not-unlocked-do = Versuchen Sie es erneut; achten Sie auf Großschreibung und Tastaturbelegung. Öffnet sie sich nie, verwenden Sie eine Sicherung oder die Wiederherstellungsdatei mit dem Schlüssel Ihrer Organisation.
dossier-empty-passphrase = Eine leere Passphrase schützt nichts.
dossier-empty-passphrase-do = Geben Sie eine Passphrase aus mehreren Wörtern ein.
dossier-copy-differs = Die Kopie { $path } ließ sich nicht so zurücklesen, wie sie geschrieben wurde, und wurde entfernt. Das Dossier selbst ist unberührt.
dossier-copy-differs-do = Prüfen Sie den Datenträger, und versuchen Sie es erneut oder in einem anderen Ordner.
protection-not-encrypted = { $path } ist nicht verschlüsselt.
protection-not-encrypted-do = Setzen Sie zuerst eine Passphrase, wenn es das sein soll.
protection-passphrases-differ = Die beiden Passphrasen unterscheiden sich. Es wurde nichts geändert.
protection-passphrases-differ-do = Geben Sie zweimal dieselbe ein.
protection-passphrase-not-asked = Nach der Passphrase des Dossiers konnte nicht gefragt werden: { $why }.
protection-passphrase-not-asked-do = Geben Sie eine Datei mit --dossier-passphrase-file an, für eine neue Passphrase mit --new-passphrase-file.

## The recovery file

recovery-missing = Es gibt keine Wiederherstellungsdatei { $path }.
recovery-missing-do = Geben Sie sie an, wenn sie woanders liegt oder gedruckt wurde. Ein Dossier, für das nie ein Empfänger genannt wurde, hat keine.
recovery-not-a-recipient = Das ist kein öffentlicher Schlüssel, wie age ihn hat (age1…).
recovery-not-a-recipient-do = Nehmen Sie die Zeile, die age-keygen als öffentlichen Schlüssel ausgegeben hat.
recovery-recipient-count = Es müssen 1 bis 16 Empfänger sein.
recovery-recipient-count-do = Nennen Sie den Schlüssel der Organisation, und nicht mehr als 16.
recovery-not-an-identity = Das ist kein privater Schlüssel, wie age ihn hat (AGE-SECRET-KEY-1…).
recovery-not-an-identity-do = Nehmen Sie die Datei, die age-keygen geschrieben hat. Ist sie verschlüsselt, entschlüsseln Sie sie zuerst mit age.
recovery-not-a-recovery-file = Das ist keine Wiederherstellungsdatei, oder sie ist beschädigt.
recovery-not-a-recovery-file-do = Nehmen Sie die Datei, die neben dem Dossier lag, mit jeder ihrer Zeilen.
recovery-other-dossier = Darin ist kein Schlüssel für dieses Dossier, so wie es jetzt ist.
recovery-other-dossier-do = Nehmen Sie die Wiederherstellungsdatei aus der Zeit, zu der die Passphrase dieser Datei zuletzt geändert wurde.
recovery-not-for-this-identity = Die Wiederherstellungsdatei wurde für andere als diesen Schlüssel versiegelt oder wurde geändert.
recovery-not-for-this-identity-do = Verwenden Sie den Schlüssel der Organisation, der beim Setzen der Passphrase genannt wurde.
recovery-not-a-key-file = Das ist keine Schlüsseldatei eines Dossiers.
recovery-not-a-key-file-do = Nehmen Sie die Datei, die beim Wiederherstellen des Dossiers geschrieben wurde, oder was age aus der Wiederherstellungsdatei gewonnen hat.
recovery-forged = Die Empfänger in der Wiederherstellungsdatei stammen nicht von jemandem, der das Dossier öffnen konnte. Es wurde nichts geändert.
recovery-forged-do = Vertrauen Sie dieser Datei nicht. Nennen Sie die Empfänger selbst.

## At the terminal

cli-dossier-passphrase-file = Datei, deren erste Zeile die Passphrase eines verschlüsselten Dossiers ist; ohne sie wird gefragt
cli-dossier-key-file = Schlüsseldatei eines verschlüsselten Dossiers, anstelle seiner Passphrase
cli-new-protect = Mit einer Passphrase verschlüsseln
cli-new-recipient = Datei mit öffentlichen Schlüsseln von age (age1…), die es ebenfalls öffnen können; liegt als Wiederherstellungsdatei daneben
cli-protect = Das Dossier mit einer Passphrase verschlüsseln, diese ändern oder wegnehmen
cli-protect-new-passphrase-file = Datei, deren erste Zeile die neue Passphrase ist; ohne sie wird zweimal gefragt
cli-protect-recipient = Datei mit öffentlichen Schlüsseln von age (age1…), die es ebenfalls öffnen können, anstelle der bisherigen
cli-protect-no-recipient = Niemand sonst kann es öffnen: keine Wiederherstellungsdatei
cli-protect-same-passphrase = Die Passphrase behalten und die Wiederherstellungsdatei neu schreiben
cli-protect-remove = Wieder zu einer unverschlüsselten Datei machen
cli-protect-to = Das Dossier lassen, wie es ist, und eine so geschützte Kopie schreiben; mit --remove eine unverschlüsselte
cli-protect-show = Angeben, wie es geschützt ist
cli-recover = Ein Dossier, dessen Passphrase verloren ist, mit dem Schlüssel der Organisation öffnen und ihm eine neue geben
cli-recover-identity = Der private Schlüssel der Organisation, wie age-keygen ihn geschrieben hat
cli-recover-recovery = Die Wiederherstellungsdatei, wenn sie nicht neben dem Dossier liegt
cli-recover-new-passphrase-file = Datei, deren erste Zeile die neue Passphrase ist; ohne sie wird zweimal gefragt
cli-recover-key-to = Die Passphrase lassen und den Schlüssel in diese Datei schreiben, für --dossier-key-file
cli-ask-dossier-passphrase = Passphrase von { $path }:{" "}
cli-ask-dossier-new-passphrase = Neue Passphrase des Dossiers:{" "}
cli-ask-dossier-passphrase-again = Noch einmal dieselbe:{" "}
cli-said-encrypted = { $path } ist mit einer Passphrase verschlüsselt. Eine vergessene kann niemand wiederherstellen.
cli-said-plain = { $path } ist nicht verschlüsselt: Wer die Datei hat, kann sie lesen.
cli-said-recipient = Auch wer den privaten Schlüssel zu { $recipient } hat, kann es öffnen, mit der Wiederherstellungsdatei daneben.
cli-said-no-recipient = Niemand sonst kann es öffnen: Es hat keine Wiederherstellungsdatei.
cli-said-was-plain = Was unverschlüsselt auf dem Datenträger stand, kann dort noch gefunden werden, in freien Bereichen und in Sicherungen, bis es überschrieben wird.
cli-said-short-passphrase = Die Passphrase hat weniger als { $count } Zeichen. Wer die Datei hat, kann viele ausprobieren.
cli-said-copy-plain = { $path } wurde unverschlüsselt geschrieben: Wer diese Datei hat, kann sie lesen.
cli-said-copy-encrypted = { $path } wurde geschrieben, verschlüsselt mit der neuen Passphrase.
cli-said-key-file = Der Schlüssel wurde in { $path } geschrieben. Wer diese Datei hat, kann das Dossier öffnen, bis seine Passphrase geändert wird.
cli-said-recovered = Das Dossier wurde mit dem Schlüssel der Organisation geöffnet und hat die neue Passphrase.
verify-ask-passphrase = Passphrase von { $path }:{" "}
verify-passphrase-not-asked = Das Dossier ist verschlüsselt, und nach der Passphrase konnte nicht gefragt werden ({ $detail }).
verify-passphrase-not-asked-do = Nennen Sie eine Datei mit --dossier-passphrase-file oder --dossier-key-file.
verify-remark-locked-beside = { $path } liegt im selben Ordner und ist verschlüsselt oder kein Dossier; es wurde nicht geöffnet, daher ist nicht bekannt, ob es das Dossier des Berichts ist. Nennen Sie es mit --dossier, um beides zu vergleichen.

## In the window

ui-secret-show = Passphrase zeigen
ui-dossier-passphrase = Passphrase des Dossiers
ui-unlock = Verschlüsseltes Dossier
ui-unlock-idle = Das Dossier wurde gesperrt, weil das Fenster eine Weile nicht benutzt wurde. Alles Erfasste ist gespeichert, und was gerade geschrieben wurde, ist verschlüsselt aufbewahrt.
ui-unlock-locked = Das Dossier ist gesperrt. Alles Erfasste ist gespeichert, und was gerade geschrieben wurde, ist verschlüsselt aufbewahrt.
ui-unlock-now = Öffnen
ui-lock-now = Dossier jetzt sperren
ui-lock-after = Ein verschlüsseltes Dossier bei Nichtbenutzung sperren
ui-lock-minutes = nach { $n } Minuten
ui-lock-never = nie
ui-new-encrypt = Mit einer Passphrase verschlüsseln
ui-new-encrypt-hint = Wer die Datei hat, kann sie ohne die Passphrase nicht lesen. Sie lässt sich auch später setzen, ändern und wegnehmen.
ui-new-needs-passphrase = Das Dossier soll verschlüsselt werden, und die Passphrase wurde nicht zweimal gleich eingegeben.
ui-new-needs-passphrase-do = Geben Sie sie in beide Felder ein, oder lassen Sie das Dossier unverschlüsselt.
ui-protect = Wer dieses Dossier lesen kann
ui-protect-open = Verschlüsselung…
ui-protect-is = Dieses Dossier ist mit einer Passphrase verschlüsselt. Eine vergessene kann niemand wiederherstellen.
ui-protect-is-not = Dieses Dossier ist nicht verschlüsselt: Wer die Datei hat, kann sie lesen.
ui-protect-others = Auch wer einen dieser Schlüssel besitzt, kann es öffnen, mit der Wiederherstellungsdatei daneben:
ui-protect-new = Verschlüsseln
ui-protect-new-now = Verschlüsseln
ui-protect-change = Passphrase ändern
ui-protect-change-now = Ändern
ui-protect-take = Verschlüsselung wegnehmen
ui-protect-taken = Das Dossier ist wieder eine unverschlüsselte Datei.
ui-protect-set = Das Dossier ist mit der neuen Passphrase verschlüsselt.
ui-protect-hint = Mehrere Wörter. Wird bei jedem Öffnen verlangt; eine vergessene kann niemand wiederherstellen.
ui-protect-short = Weniger als 12 Zeichen: Wer die Datei hat, kann viele ausprobieren.
ui-protect-recipients = Schlüssel wählen…
ui-protect-recipients-title = Datei mit öffentlichen Schlüsseln von age
ui-protect-recipients-none = Es kann auch jemand anderes öffnen können, etwa die Organisation: mit einem öffentlichen Schlüssel von age (age1…).
ui-protect-recipients-chosen = Die Schlüssel in { $name } können es ebenfalls öffnen.
ui-protect-was-plain = Was unverschlüsselt auf dem Datenträger stand, kann dort noch gefunden werden, in freien Bereichen und in Sicherungen, bis es überschrieben wird.
