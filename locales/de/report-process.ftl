# Texte der Berichte, zweiter Teil: was neben den Urteilen steht, Unterarten, die Zusammenfassung, das Aussehen der Organisation.
# Vorbehaltene Wörter stehen in docs/wording.md; ein Test sucht in den gezeichneten Berichten nach ihnen.

## Unterarten einer unabhängigen Beurteilung

report-subtype-second_party_assessment = Bericht einer Beurteilung durch die zweite Seite
report-subtype-inspection = Inspektionsbericht
report-subtype-test_report = Prüfbericht
report-section-assessment = Auftrag, Kriterien und Mittel
report-contract = Auftrag oder Vertrag
report-acceptance = Abnahmekriterien
report-decision-rule = Entscheidungsregel
report-equipment = Geräte und Werkzeuge
report-subcontracted = Von anderen bezogene Ergebnisse
report-none-recorded-subcontracted = keine erfasst
report-opinions = Meinungen und Interpretationen
report-section-item = Geprüfte Gegenstände
report-item-identification = Kennzeichnung
report-item-condition = Zustand beim Eingang
report-item-received = Eingegangen am
report-item-tested = Datum der Prüfungen
report-item-only = Die Ergebnisse beziehen sich nur auf die geprüften Gegenstände.
report-end = Ende des Dokuments { $number }, Revision { $revision }

## Begleitende Unterlagen einer Erklärung

report-section-supporting-file = Begleitende Unterlagen
report-supporting-file-holds = Die begleitenden Unterlagen sind dieses Dokument mit seinen Anhängen und der Datensatz: Beschreibung des Gegenstands, Anforderungen und Verfahren, das Ergebnis jeder Anforderung mit den Nachweisen, auf denen es beruht, und die Bewertung der Ergebnisse. Daneben ist erfasst:
report-file-responsible = Verantwortlich für die Unterlagen
report-file-access = Zugang für Behörden
report-file-change-control = Aufrechterhaltung, Änderung und Rücknahme
report-file-bodies = Beteiligte Stellen
report-none-recorded-bodies = keine erfasst
report-file-reviewed-by = Von einer anderen Person durchgesehen

## Gegenstand und Durchführung

report-versions = Versionen
report-batch = Los oder Seriennummern
report-supplier-sites = Standorte des Lieferanten
report-vulnerability-metric = Maß für den Schweregrad
report-vulnerability-threshold = Nicht hingenommen
report-vulnerability-issues = Schwachstellen und was aus ihnen wurde
report-vulnerability-residual = Was bleibt
report-vulnerability-searched-on = Suche nach öffentlich bekannten Schwachstellen am
report-ownership = Eigentum
report-changes = Änderungen gegenüber dem ersetzten Dokument

## Personen

report-yes = ja
report-no = nein
report-competence-until = bis { $date }
report-impartiality-declared = Für diesen Fall erklärt am { $date }:
report-impartiality-point-employment = Anstellung beim Auftraggeber oder Anbieter, jetzt oder früher
report-impartiality-point-ownership = Beteiligung am Auftraggeber oder Anbieter
report-impartiality-point-family = Familiäre Bindung an jemanden beim Auftraggeber oder Anbieter
report-impartiality-point-consulting = Beratung oder Entwurfsarbeit am Gegenstand in den letzten zwei Jahren
report-impartiality-point-gifts = Geschenke oder andere Vorteile
report-impartiality-point-fee = Vergütung, die vom Ergebnis abhängt
report-impartiality-not-reviewed = Die Erklärung wurde nicht geprüft.
report-impartiality-cleared = kein Konflikt gefunden
report-impartiality-cleared_with_safeguards = kein Konflikt unter diesen Maßnahmen
report-impartiality-barred = von diesem Fall ausgeschlossen
report-section-contributions = Beiträge von Fachexperten
report-contributions-intro = Was Fachexperten unterzeichnet haben. Es fließt in die Urteile der Evaluatoren ein und ist selbst kein Urteil.
report-contribution-about = Zu
report-contribution-text = Beitrag

## Feststellungen

report-grade-changed = Einstufung geändert
report-repeats = Wiederholt die Feststellung
report-overdue-since = überfällig seit { $date }
report-answer-correction = Korrektur
report-answer-extent = Umfang
report-answer-root-cause = Ursache
report-answer-corrective-action = Korrekturmaßnahme
report-answer-owner = Zuständig
report-check-effective = wirksam
report-check-not_effective = nicht wirksam
report-check-documents = an Unterlagen verifiziert
report-check-on_site = vor Ort verifiziert

## Stichprobe

report-draw-line = Gezogen von { $by } am { $on } mit Startwert { $seed }: { $rule }, die ersten { $n }.
report-draw-rule-sha256_lowest = SHA-256 von „Startwert:Element“, kleinste zuerst
report-draw-by_rule = nach der Regel gewählt
report-draw-added = hinzugenommen
report-draw-left_out = ausgelassen
report-draw-not_chosen = nicht gewählt
report-annex-sample = Stichprobe
report-sample-intro = Alle Elemente der Grundgesamtheit in ihrer Reihenfolge. Jeder kann die Wahl wiederholen: { $rule }, mit dem Startwert { $seed }; die ersten { $n } sind gewählt.
report-sample-source = Die Grundgesamtheit stammt aus dem Nachweis
report-sample-note = Was davon bekannt ist
report-sample-chosen = Gewählt
report-sample-reason = Grund

## Prüfung, Entscheidung, Zertifikatsdaten

report-points-below = siehe die Tabelle darunter
report-point = Punkt
report-point-about = Zu
report-point-whole = dem ganzen Bericht
report-point-answer = Antwort des Evaluators
report-point-open = Offen
report-point-settled = Geklärt
report-point-not_settled = Nicht geklärt
report-point-withdrawn = Von der prüfenden Person zurückgezogen
report-capability = Worum es geht
report-agreement = Vereinbarung
report-section-certificate-states = Stand und Verlauf
report-certificate-states-intro = Was dazu bis zum Ausstellungsdatum dieses Berichts entschieden wurde, das Älteste zuerst. Was heute gilt, sagt das Verzeichnis der Stelle.
report-certificate-state-valid = Gültig
report-certificate-state-conditions = Unter Auflagen gültig
report-certificate-state-suspended = Ausgesetzt
report-certificate-state-reduced_scope = Umfang eingeschränkt
report-certificate-state-withdrawn = Zurückgezogen
report-certificate-state-expired = Abgelaufen
report-certificate-state-terminated = Beendet
report-directory-text = Text des Verzeichnisses
report-section-surveillance = Überwachung
report-visit-topics = Was betrachtet wird
report-visit-held = Stattgefunden am

## Zeilen

report-row-locked = gesperrt von { $by } am { $on }
report-progress-not_started = nicht begonnen
report-progress-in_work = in Arbeit
report-progress-evaluated = evaluiert
report-progress-reviewed = geprüft
report-progress-locked = gesperrt

## Unterschriften

report-sign-means-issuer = Eine Signatur hier übernimmt im Namen des Ausstellers die Verantwortung für die Erklärung.
report-sign-means-evaluator = Eine Signatur hier steht für die Ergebnisse der Zeilen, Tätigkeiten und Feststellungen.
report-sign-means-approver = Eine Signatur hier steht für die Ausstellung dieses Berichts im Namen des Ausstellers.
report-sign-means-reviewer = Eine Signatur hier steht für die Prüfung: durch eine Person, die nicht evaluiert hat.
report-sign-means-decision_maker = Eine Signatur hier steht für die Entscheidung: durch eine Person, die nicht evaluiert hat.
report-signature-pades = Elektronisch signiert in den Feldern dieser Datei, mit dem Schlüssel, den jede Signatur nennt (PAdES), und außerhalb dieser Datei durch abgesetzte Ed25519-Signaturen über ihren SHA-256, gebunden an den Checkpoint des Protokolls. Was ein Kasten zeigt, ist ein Bild: Nur die Prüfung der Signatur sagt, ob es eine gibt, von wem, und ob ihre Zeit von einer dritten Stelle bestätigt oder eine Angabe des verwendeten Rechners ist. Ein leeres Feld ist nicht signiert.

## Aussehen der Organisation

report-own-profile = Profil des Ausstellers
report-own-profile-is = Logo, Briefkopf, Farben und Fußzeile sind die des Ausstellers. SHA-256:
report-own-templates = Vorlagen des Ausstellers
report-own-templates-is = Die Seiten wurden mit Vorlagen des Ausstellers gezeichnet, nicht mit denen des Programms. Was jeder Bericht zeigen muss, wurde geprüft. SHA-256:

## Zusammenfassung

report-summary-of = Zusammenfassung: { $name }
report-summary-full-decides = Dies ist eine Zusammenfassung des unten genannten Dokuments. Sie lässt Begründungen, Nachweise und die Angaben des Auftraggebers weg. Wo sich beide unterscheiden, entscheidet das vollständige Dokument. Genannte Abschnitte und Anhänge sind die des vollständigen Dokuments.
report-summary-footer = Zusammenfassung; das vollständige Dokument entscheidet – SHA-256 der Daten beginnt mit { $sha }
report-summary-attachment = Zahlen und Level der Zusammenfassung als kanonisches JSON; der Datensatz selbst ist in das vollständige Dokument eingebettet
report-summary-data-where = eingebettet in das vollständige Dokument; diese Datei enthält { $name } mit Zahlen und Leveln
report-summary-end = Ende der Zusammenfassung des Dokuments { $number }, Revision { $revision }
report-summary-scope = Was evaluiert wurde
report-summary-rows = Ergebnisse je Anforderung
report-summary-rows-intro = Alle Zeilen ({ $n }) in der Reihenfolge des Anforderungsdokuments. Warum eine Zeile ihr Urteil hat, nicht anwendbar ist oder nicht evaluiert wurde, steht im vollständigen Dokument.
report-summary-record = Vollständiges Dokument und Protokoll
report-summary-full-report = Vollständiges Dokument
report-summary-conditions = Anzahl der Bedingungen: { $n }. Sie stehen im vollständigen Dokument.

## Probleme: was nicht stimmt und was zu tun ist

report-untrue-supporting-file-outside-declaration = In einem Bericht, der keine Erklärung ist, sind begleitende Unterlagen beschrieben.
report-untrue-supporting-file-outside-declaration-do = Lassen Sie sie weg oder wählen Sie die Selbsterklärung.
report-untrue-subtype-outside-assessment = In einem Bericht anderer Art steht eine Unterart der unabhängigen Beurteilung.
report-untrue-subtype-outside-assessment-do = Lassen Sie sie weg oder wählen Sie die unabhängige Beurteilung.
report-untrue-subtype-party = Die Unterart { $place } gibt es nicht, oder sie passt nicht zu der Seite, die beurteilt hat.
report-untrue-subtype-party-do = Geben Sie für die Beurteilung durch die zweite Seite die zweite Seite an oder wählen Sie Inspektion oder Prüfbericht.
report-untrue-inspection-without-type = Ein Inspektionsbericht sagt nicht, von welcher Art die Inspektionsstelle ist.
report-untrue-inspection-without-type-do = Geben Sie Typ A, B oder C an (ISO/IEC 17020, Anhang A).
report-untrue-test-report-object = Ein Prüfbericht handelt von einer Komponente, und dieser Gegenstand ist keine.
report-untrue-test-report-object-do = Wählen Sie die Beurteilung durch die zweite Seite oder die Inspektion.
report-untrue-test-report-item = Ein Prüfbericht nennt die geprüften Gegenstände nicht.
report-untrue-test-report-item-do = Erfassen Sie Kennzeichnung, Zustand, Eingangsdatum und Datum der Prüfungen.
report-untrue-test-report-rule = Ein Prüfbericht mit Konformitätsaussage hat keine Entscheidungsregel.
report-untrue-test-report-rule-do = Erfassen Sie die Regel, nach der Ergebnisse über die Konformität entscheiden.
report-untrue-point-twice = Zwei Punkte der Prüfung haben die Nummer { $place }.
report-untrue-point-twice-do = Geben Sie jedem Punkt eine eigene Nummer.
report-untrue-accepted-with-open-point = Die Prüfung ist angenommen, obwohl Punkt { $place } nicht geklärt ist.
report-untrue-accepted-with-open-point-do = Klären Sie zuerst den Punkt oder geben Sie die Evaluierung zurück.
report-untrue-draw-sample = Die genannte Stichprobe weicht von dem ab, was gezogen und hinzugenommen wurde.
report-untrue-draw-sample-do = Übernehmen Sie die Stichprobe aus der Ziehung.
report-untrue-draw-population = Die Größe der Grundgesamtheit oder der Wahl weicht von der Ziehung ab ({ $place }).
report-untrue-draw-population-do = Übernehmen Sie die Zahlen aus der Ziehung.
report-untrue-certificate-states-order = Der Stand { $place } liegt vor dem, auf den er folgt.
report-untrue-certificate-states-order-do = Ordnen Sie die Stände nach ihrem Datum.
report-problem-look = Das Profil oder die Vorlagen des Ausstellers können nicht verwendet werden: { $detail }
report-problem-look-do = Berichtigen Sie, was genannt ist, oder stellen Sie den Bericht ohne sie aus.
report-look-other = Der Bericht ist für ein anderes Profil oder andere Vorlagen gemacht ({ $place }).
report-look-issuer = Das Profil ist das von „{ $detail }“, nicht das des Ausstellers dieses Berichts.
report-look-reserved-word = „{ $place }“ enthält ein Wort, das diese Art von Bericht nicht verwenden darf: { $detail }.
report-look-size = Das Profil hat { $detail } Byte; höchstens 16384 sind möglich.
report-look-json = Das Profil ist bei { $place } nicht so, wie docs/formats/report-profile.md es beschreibt: { $detail }.
report-look-schema = Das Profil hat das Schema „{ $detail }“, das diese Version nicht kennt.
report-look-line = Eine Zeile ist leer, zu lang oder enthält Steuerzeichen: „{ $detail }“.
report-look-lines = Der Briefkopf hat { $detail } Zeilen; höchstens fünf sind möglich.
report-look-colour = „{ $detail }“ ist keine Farbe der Form #rrggbb.
report-look-contrast = Die Farbe ist zu hell, um auf Weiß gelesen zu werden: { $detail } zu 1; mindestens 4,5 sind nötig.
report-look-logo-name = „{ $detail }“ ist kein Dateiname neben dem Profil.
report-look-logo-missing = Das Logo kann nicht gelesen werden: { $detail }.
report-look-logo-alt = Das Logo braucht einen Text von bis zu 120 Zeichen, der sagt, was es zeigt.
report-look-logo-width = Die Breite des Logos ist { $detail } mm; möglich sind 10 bis 70.
report-look-logo-size = Das Logo hat { $detail } Byte; ein SVG darf 262144 haben, ein PNG oder JPEG 1048576.
report-look-logo-pixels = Das Logo hat { $detail } Bildpunkte; höchstens 4000 in jeder Richtung sind möglich.
report-look-logo-kind = Das Logo ist weder SVG noch PNG noch JPEG in Grau oder RGB.
report-look-logo-svg = Das Logo enthält mehr als Formen: { $detail }. Text muss in Pfade umgewandelt sein.
report-look-template-name = { $place } ist nicht der Name einer Vorlage.
report-look-template-size = { $place } hat { $detail } Byte; höchstens 262144 sind möglich.
report-look-template-utf8 = { $place } ist nicht UTF-8.
report-look-template-none = In dem Ordner ist keine Vorlage.
report-look-template-syntax = { $place }: „{ $detail }“ wird nicht verstanden.
report-look-template-import = { $place }: „{ $detail }“ kann nicht eingebunden werden; eine Vorlage bindet nur Vorlagen ein.
report-look-template-code = { $place }: { $detail } steht nicht zur Verfügung, weil kein Text als Programm laufen darf.
report-look-template-missing = Die Seiten zeigen nicht in lesbarer Schrift, was jeder Bericht zeigen muss ({ $place }): { $detail }
report-look-template-page = Nicht jede Seite zeigt, was sie zeigen muss ({ $place }): { $detail }
report-look-template-boxes = Die Kästen für Signaturen müssen { $place } sein; es gibt { $detail }.
report-look-template-box-size = Der Kasten { $place } ist für eine sichtbare Signatur zu klein: { $detail }; mindestens 170 x 68 pt sind nötig.
report-state-plan_rejected = Plan an den Kunden zurückgegeben
report-state-not_effective = Als nicht wirksam verifiziert
