### Words of the crate `evidence`: reading a workbook, mapping it, and accounting for its rows.

## A workbook that was not taken in. Nothing of it is used.

evidence-read-unreadable = { $file } kann nicht geöffnet werden: { $reason }.
evidence-read-unreadable-do = Prüfen Sie den Pfad und ob Sie die Datei lesen dürfen, und übernehmen Sie sie dann erneut.
evidence-read-file-too-large = { $file } hat { $bytes } Byte; höchstens { $limit } werden gelesen.
evidence-read-file-too-large-do = Bitten Sie den Hersteller um eine Arbeitsmappe ohne Bilder und Anhänge.
evidence-read-empty = { $file } ist leer.
evidence-read-empty-do = Bitten Sie den Hersteller, die Datei erneut zu senden.
evidence-read-unknown-type = { $file } ist keine Arbeitsmappe; die Datei sieht aus wie { $looks }.
evidence-read-unknown-type-do = Speichern Sie sie in einem Tabellenprogramm als .xlsx, .ods oder .csv, und übernehmen Sie diese Datei.
evidence-read-encrypted = { $file } ist durch ein Kennwort geschützt und kann daher nicht gelesen werden.
evidence-read-encrypted-do = Bitten Sie den Hersteller um eine Kopie ohne Kennwort.
evidence-read-broken-archive = { $file } ist beschädigt oder abgeschnitten: { $reason }.
evidence-read-broken-archive-do = Bitten Sie den Hersteller, die Datei erneut zu senden, und vergleichen Sie ihren SHA-256.
evidence-read-part-twice = { $file } enthält den Teil { $part } zweimal. Programme würden daraus unterschiedliche Inhalte lesen.
evidence-read-part-twice-do = Verwenden Sie diese Datei nicht. Fragen Sie den Hersteller, wie sie entstanden ist, und bitten Sie um eine, die ein Tabellenprogramm gespeichert hat.
evidence-read-bomb = { $file } entpackt sich zu weit mehr, als eine Arbeitsmappe braucht (Teil { $part }, Grenze { $limit }).
evidence-read-bomb-do = Verwenden Sie diese Datei nicht. Bitten Sie den Hersteller um eine, die ein Tabellenprogramm gespeichert hat.
evidence-read-too-many-sheets = { $file } hat { $found } Tabellenblätter; höchstens { $limit } werden gelesen.
evidence-read-too-many-sheets-do = Bitten Sie den Hersteller um eine Arbeitsmappe, die nur die Antworten enthält.
evidence-read-too-many-cells = { $file } hat mehr als { $limit } gefüllte Zellen ({ $place }).
evidence-read-too-many-cells-do = Bitten Sie den Hersteller um eine Arbeitsmappe, die nur die Antworten enthält.
evidence-read-too-much-text = { $file } enthält mehr als { $limit } Byte Text ({ $place }).
evidence-read-too-much-text-do = Bitten Sie den Hersteller um eine Arbeitsmappe, die nur die Antworten enthält.
evidence-read-too-many-merges = { $place } von { $file } hat zu viele verbundene Bereiche, um gelesen zu werden.
evidence-read-too-many-merges-do = Bitten Sie den Hersteller um ein Tabellenblatt ohne verbundene Bereiche.
evidence-read-cell-too-long = Der Text in { $place } von { $file } ist länger als { $limit } Zeichen. Er wird nicht gekürzt.
evidence-read-cell-too-long-do = Bitten Sie den Hersteller, den Text in eine Nachweisdatei zu verschieben und auf sie zu verweisen.
evidence-read-nul-in-text = { $place } von { $file } enthält ein NUL-Zeichen: Die Datei wurde in einer anderen Kodierung geschrieben, oder sie ist kein Text.
evidence-read-nul-in-text-do = Speichern Sie sie als .xlsx oder als UTF-8-Text, und übernehmen Sie diese Datei.
evidence-read-no-sheets = { $file } enthält kein Tabellenblatt, das gelesen werden kann.
evidence-read-no-sheets-do = Öffnen Sie die Datei in einem Tabellenprogramm, prüfen Sie, ob sie ein Tabellenblatt mit Zellen hat, und speichern Sie sie als .xlsx.
evidence-read-broken-workbook = { $file } verletzt bei { $place } ihr eigenes Format: { $reason }.
evidence-read-broken-workbook-do = Öffnen Sie die Datei in einem Tabellenprogramm, speichern Sie sie als .xlsx, und übernehmen Sie diese Datei.
evidence-read-reader-missing = Das Leseprogramm konnte nicht gestartet werden: { $reason }.
evidence-read-reader-missing-do = Installieren Sie Assay erneut; die Programmdatei wurde möglicherweise während des Laufs verschoben.
evidence-read-reader-stopped = Das Leseprogramm hat beim Lesen von { $file } angehalten: { $reason }. Aus der Datei wurde nichts verwendet.
evidence-read-reader-stopped-do = Die Datei verlangt mehr Speicher als erlaubt oder ist beschädigt. Speichern Sie sie in einem Tabellenprogramm als .xlsx, und übernehmen Sie diese Datei.
evidence-read-timed-out = Das Lesen von { $file } dauerte länger als { $seconds } Sekunden und wurde angehalten.
evidence-read-timed-out-do = Speichern Sie nur das Tabellenblatt mit den Antworten als neue .xlsx-Datei, und übernehmen Sie diese Datei.
evidence-read-cancelled = Das Lesen von { $file } wurde angehalten. Aus der Datei wurde nichts verwendet.
evidence-read-cancelled-do = Übernehmen Sie sie erneut, wenn Sie es wünschen.

## What was read differently from what the file shows, or not at all.

evidence-notice-hidden-sheet = { $place } ist ausgeblendet. Es wird zuletzt angeboten und nur verwendet, wenn Sie es wählen.
evidence-notice-sheet-not-read = { $place } ist keine Tabelle ({ $detail }) und wurde nicht gelesen.
evidence-notice-sheet-name-twice = Ein zweites Tabellenblatt mit dem Namen { $place } wurde nicht gelesen.
evidence-notice-formula-without-value = { $place } enthält eine Formel ohne gespeichertes Ergebnis: { $detail }. Hier wird nichts berechnet.
evidence-notice-text-from-formula = Der Text von { $place } wurde seiner Verknüpfungsformel entnommen: { $detail }.
evidence-notice-error-value = { $place } enthält den Fehler { $detail }.
evidence-notice-stale-under-merge = { $place } liegt unter einem verbundenen Bereich; der verdeckte Text wurde nicht verwendet: { $detail }.
evidence-notice-cell-twice = { $place } steht zweimal in der Datei; der zweite Wert wurde nicht verwendet: { $detail }.
evidence-notice-notes-not-read = Zellkommentare wurden nicht gelesen ({ $detail } Teile).
evidence-notice-links-not-read = { $place } hat { $detail } Zellverknüpfungen, die nicht gelesen wurden.
evidence-notice-attachment-not-opened = Eine eingebettete Datei wurde nicht geöffnet: { $detail }.
evidence-notice-macros-not-run = Die Arbeitsmappe enthält Makros. Sie wurden nicht ausgeführt.
evidence-notice-format-limits = { $detail ->
    [xlsb] In .xlsb-Dateien sind verbundene Bereiche nicht bekannt, und ein Ergebnis, das ein Fehler ist, erscheint als fehlend.
    [ods] In .ods-Dateien sind verbundene Bereiche nicht bekannt, und ein Ergebnis, das ein Fehler ist, erscheint als 0.
   *[other] In diesem Format sind ausgeblendete Zeilen und Zellkommentare nicht bekannt.
}
evidence-notice-encoding-guessed = Als Kodierung wurde { $detail } vermutet. Prüfen Sie Umlaute und Buchstaben mit Akzenten.
evidence-notice-bytes-replaced = Einige Zeichen passen nicht zu { $detail } und erscheinen als �.
evidence-notice-quote-not-closed = Ein Anführungszeichen in { $place } wird nie geschlossen. Zeilen können ineinandergelaufen sein; prüfen Sie die letzten Zeilen.

## A mapping that cannot be used.

evidence-mapping-not-a-pair = „{ $what }“ hat nicht die Form Name=Wert.
evidence-mapping-not-a-pair-do = Schreiben Sie es wie id=A,response=D,evidence=E.
evidence-mapping-unknown-role = „{ $what }“ ist keine Spaltenrolle.
evidence-mapping-unknown-role-do = Verwenden Sie id, response, evidence, comment, assessor, level, role, component, date, person oder ignore.
evidence-mapping-unknown-meaning = „{ $what }“ ist keine Bedeutung einer Antwort.
evidence-mapping-unknown-meaning-do = Verwenden Sie met, partial, not_met, not_applicable, not_assessed oder not_evaluated.
evidence-mapping-no-such-column = Das Tabellenblatt hat keine Spalte „{ $what }“.
evidence-mapping-no-such-column-do = Geben Sie die Buchstaben der Spalte oder ihre Überschrift an, wie die Vorschau sie zeigt.
evidence-mapping-ambiguous-column = „{ $what }“ kann mehr als eine Spalte sein.
evidence-mapping-ambiguous-column-do = Geben Sie die Buchstaben der Spalte an, und geben Sie den anderen eine andere Überschrift.
evidence-mapping-column-twice = Spalte { $what } hat zwei Rollen erhalten.
evidence-mapping-column-twice-do = Geben Sie jeder Spalte eine Rolle.
evidence-mapping-role-twice = Die Rolle { $what } wurde zwei Spalten gegeben.
evidence-mapping-role-twice-do = Geben Sie sie einer Spalte.
evidence-mapping-no-id-column = Keine Spalte enthält die Kennungen der Anforderungen.
evidence-mapping-no-id-column-do = Nennen Sie sie, zum Beispiel id=A.
evidence-mapping-no-such-sheet = Die Arbeitsmappe hat kein Tabellenblatt „{ $what }“.
evidence-mapping-no-such-sheet-do = Wählen Sie eines der Tabellenblätter, die die Vorschau aufführt.

## What deserves a second look.

evidence-remark-one-answer-throughout = Jede Zeile antwortet „{ $detail }“ ({ $count } Zeilen). Möglicherweise wurde die Vorlage nie ausgefüllt.
evidence-remark-number-ids = { $count } Kennungen sind als Zahlen gespeichert, die erste als { $detail }: Aus 1.10 wird so 1.1. Sie wurden nicht zugeordnet.
evidence-remark-date-ids = { $count } Kennungen sind als Datumswerte gespeichert, die erste als { $detail }. Sie wurden nicht zugeordnet.
evidence-remark-beside-800-53 = In dieser Spalte stehen Kennungen der NIST SP 800-53. SR-n und SI-n wurden nicht als Kennungen der IEC 62443-4-1 aufgefasst.
evidence-remark-role-not-known = { $count } Rollen sind weder Integration noch Instandhaltung, die erste ist „{ $detail }“. Sie bleiben, wie sie geschrieben sind.
evidence-remark-level-not-read = { $count } deklarierte Stufen konnten nicht gelesen werden, die erste ist „{ $detail }“. Sie bleiben, wie sie geschrieben sind.
evidence-remark-assessor-column = Spalte „{ $detail }“ wurde von einem Evaluator geschrieben. Ihre { $count } Zellen wurden nicht zu Angaben.
evidence-remark-column-not-taken = Spalte „{ $detail }“ wurde nicht übernommen ({ $count } Zellen).
