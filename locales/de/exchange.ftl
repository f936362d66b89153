### Ausgaben eines Berichts für andere Programme (CycloneDX, OSCAL) und der Befehl, der sie schreibt.

## In den Dateien

report-exchange-rendering = { $kind } { $number }, Revision { $revision }, als Ausgabe des Datensatzes mit dem SHA-256 { $sha256 }. Maßgeblich ist der signierte Bericht.
report-exchange-sl = Ausgewählt beim Security-Level der Fähigkeit SL-C { $n }
report-exchange-ml = Reifegrad { $n }
report-exchange-claim = { $requirement }: Die Antwort des Anbieters lautet „{ $answer }“.
report-exchange-no-claim = { $requirement }: Eine Antwort des Anbieters ist nicht erfasst.
report-exchange-counted = Gezählt als: { $verdict }.
report-exchange-integration = Erfüllt nur zusammen mit einer Maßnahme außerhalb der Komponente.
report-exchange-mode-open = Erfüllt; ob durch die Komponente selbst, ist nicht erfasst.
report-exchange-on-base = Erfüllt durch die Komponente selbst, auf einer Grundanforderung, die es nicht ist.
report-exchange-countermeasure = Maßnahme außerhalb der Komponente für { $requirement }
report-exchange-signature = Als unterzeichnende Person des Berichts genannt. Ob der Bericht signiert ist, zeigt allein der Bericht: Dieser Eintrag führt zu seinem Datensatz und ist keine Signatur.
report-exchange-plan = Evaluierungsplan
report-exchange-no-plan = Einen Plan in OSCAL gibt es nicht. Der Verweis führt zu einem Eintrag für den Evaluierungsplan: { $plan }
report-exchange-data-set = Datensatz des Berichts
report-exchange-row = { $id }: { $verdict }
report-exchange-not-met-or-met = Keine Feststellung im Sinn dieses Formats, das nur „satisfied“ und „not satisfied“ kennt.
report-exchange-reviewed = Anforderungen im Umfang der Evaluierung
report-exchange-milestone = Geplantes Ende der Korrekturmaßnahme
report-exchange-poam = Offene Feststellungen des Berichts

## Der Befehl

cli-export = Datensatz eines Berichts in einem Format schreiben, das andere Programme lesen
cli-export-format = Das Format: CycloneDX 1.6, OSCAL-Ergebnisse (assessment results), ein OSCAL-Maßnahmenplan für die offenen Feststellungen oder der Datensatz selbst
cli-export-report = Die JSON-Datei eines Berichts
cli-export-draft-of = Anstelle einer Datei: ein Entwurf dieser Art, aus dem Dossier nach jetzigem Stand
cli-export-number = Die Nummer des Entwurfs
cli-export-to = Die Datei, die geschrieben wird
cli-said-exported = { $path }: { $rows } Zeilen, SHA-256 { $sha256 }
cli-said-exported-draft = Dies ist ein Entwurf. Was andere bekommen, wird aus der JSON-Datei eines ausgestellten Berichts gemacht.

## Probleme

exchange-not-a-report = { $path } ist nicht der Datensatz eines Berichts: { $why }
exchange-not-a-report-do = Nennen Sie die JSON-Datei, die mit dem Bericht ausgestellt wurde, unverändert. Dateien einer anderen Version liest jene Version.
exchange-nothing-open = Keine Feststellung von { $number } ist offen, und einen OSCAL-Maßnahmenplan ohne Eintrag gibt es nicht.
exchange-nothing-open-do = Es gibt nichts zu exportieren. Die geschlossenen Feststellungen stehen in den Ergebnissen (assay export oscal).
