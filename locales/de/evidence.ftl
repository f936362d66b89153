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
evidence-read-no-such-part = { $file } enthält keine Datei und kein Bild namens { $part }.
evidence-read-no-such-part-do = Die Datei hat sich vielleicht geändert, seit sie gelesen wurde. Lesen Sie sie noch einmal.
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
evidence-notice-notes-not-read = { $detail } Teile mit Zellkommentaren wurden nicht gelesen: Das Format gibt sie nicht her, oder kein Tabellenblatt verweist auf sie.
evidence-notice-comments = { $place } hat { $detail } Zellkommentare. Jene an Zellen einer Angabe werden mit ihr gezeigt.
evidence-notice-hidden-rows = { $place } hat ausgeblendete Zeilen, in denen etwas steht: { $detail }. Sie werden nur zu Angaben, wenn Sie es so wählen.
evidence-notice-hidden-columns = { $place } hat ausgeblendete Spalten, in denen etwas steht: { $detail }. Sie werden nur übernommen, wenn Sie sie wählen.
evidence-notice-list-not-read = Die Auswahlliste von { $place } müsste berechnet werden und ist nicht bekannt: { $detail }.
evidence-notice-part-not-read = Ein Teil von { $place } wurde nicht verstanden: { $detail }. Kommentare, ausgeblendete Zeilen oder Auswahllisten können fehlen.
evidence-notice-images-not-opened = { $detail } Bilder in der Arbeitsmappe wurden nicht angesehen.
evidence-notice-links-not-read = { $place } hat { $detail } Zellverknüpfungen, die nicht gelesen wurden.
evidence-notice-attachment-not-opened = Eine eingebettete Datei wurde nicht geöffnet: { $detail }.
evidence-notice-macros-not-run = Die Arbeitsmappe enthält Makros. Sie wurden nicht ausgeführt.
evidence-notice-format-limits = { $detail ->
    [xlsb] In .xlsb-Dateien sind verbundene Bereiche, ausgeblendete Zeilen und Spalten, Zellkommentare und Auswahllisten nicht bekannt, und ein Ergebnis, das ein Fehler ist, erscheint als fehlend.
    [ods] In .ods-Dateien sind verbundene Bereiche nicht bekannt, und ein Ergebnis, das ein Fehler ist, erscheint als 0.
   *[other] In diesem Format sind ausgeblendete Zeilen und Spalten, Zellkommentare und Auswahllisten nicht bekannt.
}
evidence-notice-encoding-guessed = Als Kodierung wurde { $detail } vermutet. Prüfen Sie Umlaute und Buchstaben mit Akzenten.
evidence-notice-bytes-replaced = Einige Zeichen passen nicht zu { $detail } und erscheinen als �.
evidence-notice-quote-not-closed = Ein Anführungszeichen in { $place } wird nie geschlossen. Zeilen können ineinandergelaufen sein; prüfen Sie die letzten Zeilen.

## A mapping that cannot be used.

evidence-mapping-not-a-pair = „{ $what }“ hat nicht die Form Name=Wert.
evidence-mapping-not-a-pair-do = Schreiben Sie es wie id=A,response=D,evidence=E.
evidence-mapping-unknown-role = „{ $what }“ ist keine Spaltenrolle.
evidence-mapping-unknown-role-do = Verwenden Sie id, response, evidence, link, comment, assessor, level, role, component, wanted, date, person oder ignore.
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
evidence-remark-merged-id = { $count } Zeilen unter der ersten einer verbundenen Zelle haben keine eigene Kennung, die erste ist Zeile { $row }. Sie wurden der Kennung zugeordnet, die die Zelle zeigt, zuerst { $detail }.
evidence-remark-number-ids = { $count } Kennungen sind als Zahlen gespeichert, die erste als { $detail }: Aus 1.10 wird so 1.1. Sie wurden nicht zugeordnet.
evidence-remark-date-ids = { $count } Kennungen sind als Datumswerte gespeichert, die erste als { $detail }. Sie wurden nicht zugeordnet.
evidence-remark-beside-800-53 = In dieser Spalte stehen Kennungen der NIST SP 800-53. SR-n und SI-n wurden nicht als Kennungen der IEC 62443-4-1 aufgefasst.
evidence-remark-role-not-known = { $count } Rollen sind weder Integration noch Instandhaltung, die erste ist „{ $detail }“. Sie bleiben, wie sie geschrieben sind.
evidence-remark-level-not-read = { $count } deklarierte Stufen konnten nicht gelesen werden, die erste ist „{ $detail }“. Sie bleiben, wie sie geschrieben sind.
evidence-remark-assessor-column = Spalte „{ $detail }“ wurde von einem Evaluator geschrieben. Ihre { $count } Zellen wurden nicht zu Angaben.
evidence-remark-column-not-taken = Spalte „{ $detail }“ wurde nicht übernommen ({ $count } Zellen).
evidence-remark-hidden-column = Spalte „{ $detail }“ ist in der Datei ausgeblendet und wurde nicht übernommen ({ $count } Zellen). Wählen Sie sie, wenn sie gemeint ist.
evidence-remark-hidden-column-taken = Spalte „{ $detail }“ ist in der Datei ausgeblendet und wurde übernommen ({ $count } Zellen).
evidence-remark-hidden-rows = { $count } Zeilen sind in der Datei ausgeblendet, die erste ist Zeile { $detail }. Sie wurden nicht zu Angaben.
evidence-remark-hidden-rows-taken = { $count } Zeilen sind in der Datei ausgeblendet und wurden zu Angaben, die erste ist Zeile { $detail }.
evidence-remark-comments-elsewhere = { $count } Zellkommentare dieses Tabellenblatts gehören zu keiner Angabe, der erste steht bei { $detail }.

## A file with a saved mapping that cannot be used.

evidence-saved-mapping-too-large = Die Datei hat { $what } Bytes; eine gespeicherte Zuordnung hat höchstens 1 MiB.
evidence-saved-mapping-too-large-do = Prüfen Sie, ob es die richtige Datei ist.
evidence-saved-mapping-not-json = Die Datei ist ab Zeile { $line }, Spalte { $column } kein JSON.
evidence-saved-mapping-not-json-do = Exportieren Sie die Zuordnung erneut, und nehmen Sie diese Datei.
evidence-saved-mapping-wrong-schema = Dies ist „{ $what }“ und nicht „assay-mapping/1“.
evidence-saved-mapping-wrong-schema-do = Prüfen Sie, ob es die richtige Datei ist, oder verwenden Sie die Version von Assay, mit der sie erstellt wurde.
evidence-saved-mapping-unknown-field = Bei { $path } gibt es kein Feld „{ $what }“.
evidence-saved-mapping-unknown-field-do = Entfernen Sie es, oder prüfen Sie die Schreibweise.
evidence-saved-mapping-missing-field = Bei { $path } fehlt das Feld „{ $what }“.
evidence-saved-mapping-missing-field-do = Ergänzen Sie es.
evidence-saved-mapping-repeated-field = Das Feld „{ $what }“ steht bei { $path } zweimal.
evidence-saved-mapping-repeated-field-do = Behalten Sie eines der beiden.
evidence-saved-mapping-wrong-shape = { $path } ist von anderer Art als erwartet ({ $what }).
evidence-saved-mapping-wrong-shape-do = Schreiben Sie es, wie die Formatbeschreibung es zeigt.
evidence-saved-mapping-nothing = { $path } ist leer.
evidence-saved-mapping-nothing-do = Füllen Sie es aus, oder lassen Sie das Feld weg, wenn es entbehrlich ist.
evidence-saved-mapping-unknown-word = „{ $what }“ ist bei { $path } nicht zulässig.
evidence-saved-mapping-unknown-word-do = Verwenden Sie ein Wort der Formatbeschreibung.
evidence-saved-mapping-no-such-heading = Die Überschriften enthalten „{ $what }“ nicht oder nicht so oft ({ $path }).
evidence-saved-mapping-no-such-heading-do = Verwenden Sie eine Überschrift aus der Liste der Überschriften.
evidence-saved-mapping-twice = „{ $what }“ steht bei { $path } ein zweites Mal.
evidence-saved-mapping-twice-do = Behalten Sie eines der beiden.
evidence-saved-mapping-role-twice = Die Rolle { $what } wird bei { $path } einer zweiten Spalte gegeben.
evidence-saved-mapping-role-twice-do = Geben Sie sie einer Spalte.
evidence-saved-mapping-no-id-column = Keine Spalte hat die Rolle id.
evidence-saved-mapping-no-id-column-do = Geben Sie sie der Spalte mit den Kennungen der Anforderungen.

## Why a saved mapping does not fit a table, or a mapping cannot be saved.

evidence-misfit-no-headings = Die Tabelle hat keine Überschriften.
evidence-misfit-no-headings-do = Wählen Sie die Kopfzeile, oder lesen Sie die Datei ohne die aufbewahrte Zuordnung.
evidence-misfit-other-sheet = Sie ist nicht für das Tabellenblatt „{ $what }“ gedacht.
evidence-misfit-other-sheet-do = Wählen Sie das Tabellenblatt, für das die Zuordnung gilt, oder lesen Sie die Datei ohne sie.
evidence-misfit-hidden-sheet = Das Tabellenblatt „{ $what }“ ist ausgeblendet, und die Zuordnung nennt es nicht.
evidence-misfit-hidden-sheet-do = Wählen Sie das Tabellenblatt mit seinem Namen, wenn es das richtige ist.
evidence-misfit-missing-heading = Die Tabelle hat keine Spalte „{ $what }“.
evidence-misfit-missing-heading-do = Lesen Sie die Datei ohne die aufbewahrte Zuordnung, und bewahren Sie eine neue auf.
evidence-misfit-ambiguous-heading = Die Tabelle hat eine andere Anzahl von Spalten „{ $what }“ als zuvor.
evidence-misfit-ambiguous-heading-do = Lesen Sie die Datei ohne die aufbewahrte Zuordnung, und wählen Sie die Spalte.
evidence-misfit-column-without-heading = Spalte { $what } hat keine Überschrift, an der sie wiederzufinden wäre.
evidence-misfit-column-without-heading-do = Geben Sie der Spalte eine Überschrift, oder übernehmen Sie sie nicht.
evidence-misfit-no-id-column = Keine Spalte enthält die Kennungen der Anforderungen.
evidence-misfit-no-id-column-do = Wählen Sie die Spalte mit den Kennungen der Anforderungen.
evidence-misfit-no-name = Die Zuordnung hat keinen Namen.
evidence-misfit-no-name-do = Geben Sie ihr einen Namen.

## What has changed between two imports.

evidence-change-added = Neu
evidence-change-removed = Nicht mehr vorhanden
evidence-change-answer = Antwort geändert
evidence-change-evidence = Nachweis geändert
evidence-change-text = Nur Text geändert
evidence-change-unchanged = Unverändert

## Why two names may stand for one document.

evidence-same-document-sha256 = Für beide ist derselbe SHA-256 genannt.
evidence-same-document-file = Neben beiden steht derselbe Dateiname.
evidence-same-document-address = Neben beiden steht dieselbe Adresse.
evidence-same-document-number-alike = Ihre Nummern unterscheiden sich nur in Nullen oder Trennzeichen.
evidence-same-document-number-in-name = Die Nummer des einen ist Teil des Namens des anderen.
evidence-same-document-file-alike = Ihre Dateinamen unterscheiden sich nur in Revision, Datum oder Dateityp.
evidence-same-document-title = Beide haben denselben Titel.
evidence-same-document-title-within = Alle Wörter des einen Titels stehen im anderen.

## Why a file may be a document that is referred to.

evidence-file-match-sha256 = Ihr SHA-256 ist der, den der Hersteller nennt.
evidence-file-match-file-name = Ihr Name ist der Dateiname, den der Hersteller schreibt.
evidence-file-match-number = Ihr Name ist die Dokumentnummer.
evidence-file-match-file-alike = Ihr Name unterscheidet sich von dem, den der Hersteller schreibt, nur in Revision, Datum oder Dateityp.
evidence-file-match-title = Ihr Name ist der Titel.
evidence-file-match-number-in-name = Die Dokumentnummer ist Teil ihres Namens.
evidence-file-match-longer-number = Eine längere Nummer, die mit der Dokumentnummer beginnt, ist Teil ihres Namens.
evidence-file-match-title-in-name = Alle Wörter des Titels stehen in ihrem Namen.

## What is missing of the documents that are referred to.

evidence-request-missing = Nicht erhalten
evidence-request-perhaps = Vielleicht unter anderem Namen erhalten
evidence-request-other-revision = In anderer Revision erhalten
evidence-request-other-content = Mit anderem Inhalt erhalten als dem SHA-256, den der Hersteller nennt
