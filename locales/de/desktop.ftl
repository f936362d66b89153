# Die Wörter des Desktop-Programms.

## Der Rahmen der Seite: Kopf, Navigation, Statuszeile

ui-product = Assay
ui-product-what = Evaluierungen nach IEC 62443, so aufgezeichnet, dass jede spätere Änderung erkennbar ist.
ui-start = Start
ui-header = Dossier
ui-navigation = Ansichten
ui-navigation-narrow = Nur Symbole zeigen
ui-navigation-wide = Namen zeigen
ui-saved = Gespeichert, Eintrag { $n }
ui-read-only = Nur lesen
ui-undo = Rückgängig
ui-undo-what = Rückgängig: { $what }
ui-redo = Wiederholen
ui-redo-what = Wiederholen: { $what }
ui-search = Suchen ({ $key })
ui-search-hits = Suchergebnisse
ui-search-nothing = Nichts gefunden.
ui-loading = Wird geladen
ui-screen-failed = Diese Ansicht konnte nicht geladen werden: { $detail }
ui-screen-failed-do = Beenden Sie das Programm und starten Sie es neu. Alles Aufgezeichnete liegt auf dem Datenträger.
ui-status-keys = Tasten: { $help } · Nächster Bereich: { $region }
ui-options = Sprache und Darstellung
ui-language = Sprache
ui-theme = Darstellung
ui-theme-system = Wie das System
ui-theme-light = Hell
ui-theme-dark = Dunkel
ui-theme-contrast = Hoher Kontrast
ui-character-keys = Tasten ? und / außerhalb von Feldern
ui-character-keys-on = Ein
ui-character-keys-off = Aus: F1 und die Suchtaste nehmen
ui-problem-unknown = Das Programm hat dies aus einem Grund abgelehnt, für den hier kein Text steht ({ $code }).
ui-problem-unknown-do = Es wurde nichts aufgezeichnet. Notieren Sie den Code, wenn Sie um Hilfe bitten.
ui-host-failed = Das Programm konnte nicht antworten: { $detail }
ui-host-failed-do = Versuchen Sie es noch einmal. Geschieht es wieder, beenden Sie das Programm und starten Sie es neu; alles Aufgezeichnete liegt auf dem Datenträger.

## Ansichten

ui-screen-worklist = Arbeitsliste
ui-screen-conclusion = Ergebnis
ui-screen-activities = Evaluierungstätigkeiten
ui-screen-evidence = Nachweise
ui-screen-findings = Feststellungen
ui-screen-trail = Protokoll
ui-screen-import = Import
ui-screen-report = Bericht
ui-screen-series = Normenreihe
ui-screen-case = Vorgang

## Urteile, je ein Wort

ui-verdict-fulfilled = Erfüllt
ui-verdict-not_fulfilled = Nicht erfüllt
ui-verdict-pass = Bestanden
ui-verdict-fail = Nicht bestanden
ui-verdict-not_applicable = Nicht anwendbar
ui-verdict-inconclusive = Nicht eindeutig
ui-verdict-not_evaluated = Nicht evaluiert
ui-verdict-open = Offen

## Tasten

ui-keys-app = Überall
ui-keys-grid = In einer Tabelle
ui-keys-row = In einer geöffneten Zeile
ui-keys-dialog = In einem Dialog
ui-keys-component = Komponente
ui-keys-provider = Dienstleister
ui-key-help = Tastatur
ui-key-search = Suchen
ui-key-undo = Letzte Änderung rückgängig machen
ui-key-redo = Rückgängig Gemachtes wiederholen
ui-key-open = Dossier öffnen
ui-key-new = Neues Dossier
ui-key-import = Arbeitsmappe importieren
ui-key-next-region = Nächster Bereich des Fensters
ui-key-previous-region = Voriger Bereich des Fensters
ui-key-up = Zeile darüber
ui-key-down = Zeile darunter
ui-key-left = Zelle links
ui-key-right = Zelle rechts
ui-key-first-column = Erste Zelle der Zeile
ui-key-last-column = Letzte Zelle der Zeile
ui-key-first-row = Erste Zeile
ui-key-last-row = Letzte Zeile
ui-key-page-up = Eine Seite nach oben
ui-key-page-down = Eine Seite nach unten
ui-key-select = Zeile auswählen oder aus der Auswahl nehmen
ui-key-extend-up = Auswahl nach oben erweitern
ui-key-extend-down = Auswahl nach unten erweitern
ui-key-select-all = Alle Zeilen auswählen
ui-key-leave = Auswahl oder Eingabe beenden
ui-key-open-row = Zeile öffnen; im Kopf nach der Spalte sortieren
ui-key-narrower = Spalte schmaler machen
ui-key-wider = Spalte breiter machen
ui-key-type-ahead = Zu einer Kennung gehen, indem man sie tippt, etwa 5.2r3
ui-key-evidence = Nachweise der Zeile
ui-key-finding = Feststellung zur Zeile
ui-key-fulfilment = Art der Erfüllung
ui-key-tags = Schlagwörter
ui-key-fill-down = Nach unten ausfüllen
ui-key-copy = Kopieren
ui-key-paste = Einfügen
ui-key-next-row = Nächste Zeile
ui-key-previous-row = Vorige Zeile
ui-key-back-to-list = Zurück zur Liste
ui-key-confirm = Bestätigen
ui-key-close = Schließen

## Bausteine

ui-cancel = Abbrechen
ui-close = Schließen
ui-dismiss = Meldung ausblenden
ui-progress-count = { $done } von { $total }
ui-field-required = erforderlich
ui-field-restore = Vorigen Text wiederherstellen
ui-field-number-wrong = Schreiben Sie eine ganze Zahl.
ui-field-date-wrong = Schreiben Sie einen Tag, den es gibt, als JJJJ-MM-TT.
ui-field-date-hint = JJJJ-MM-TT
ui-grid-selected = Ausgewählt
ui-grid-selected-count = { $n } ausgewählt
ui-grid-typed = Gehe zu { $typed }
ui-grid-typed-missed = { $typed }: keine solche Zeile

## What blocks a report, and what to do here

ui-gates-none = Seiner Ausstellung steht nichts im Weg.
ui-gates-count = { $n ->
        [one] Ein Punkt steht im Weg:
       *[other] { $shown } Punkte stehen im Weg:
    }
ui-gate-field-missing-do = Erfassen Sie die Angabe im Vorgang.
ui-gate-claim-missing-do = Erfassen Sie im Vorgang, den Anspruch, bevor evaluiert wird.
ui-gate-version-missing-do = Erfassen Sie im Vorgang die Version von Hardware, Firmware oder Software.
ui-gate-not-positive-do = Die Ansicht „Ergebnis“ nennt, was dagegen spricht und was fehlt.
ui-gate-party-do = Berichtigen Sie die Partei im Vorgang, oder wählen Sie die passende Art von Bericht.
ui-gate-person-record-do = Die Leitung erfasst beides im Vorgang bei den Personen.
ui-gate-review-missing-do = Ein Prüfer, der nicht evaluiert hat, erfasst das Review.
ui-gate-decision-missing-do = Ein Entscheider, der nicht evaluiert hat, erfasst die Entscheidung.
ui-gate-effective-before-decision-do = Berichtigen Sie das Datum des Wirksamwerdens im Vorgang.
ui-gate-reserved-word-do = Sagen Sie es anders: welche Anforderungen welchen Dokuments und welcher Ausgabe.

## Conclusion

ui-conclusion-live = Das folgt aus dem, was jetzt erfasst ist, und ändert sich damit.
ui-conclusion-behind = Wird neu gebildet …
ui-conclusion-against = Spricht gegen eine positive Schlussfolgerung
ui-conclusion-missing = Fehlt für eine Schlussfolgerung
ui-conclusion-remarks = Zu beachten
ui-conclusion-show-all = Alle { $n } zeigen
ui-conclusion-levels = SL-C je grundlegender Anforderung
ui-conclusion-as-table = Als Tabelle
ui-conclusion-provisional = Zurzeit ist kein SL-C bestätigt. Gezeigt ist, was die Zeilen allein ergäben.
ui-conclusion-levels-note = Sieben Werte, nie einer. Stufen über der deklarierten werden nicht genannt. „Mit Integration“ steht neben der Stufe der Komponente selbst, nie an ihrer Stelle.
ui-conclusion-no-vector = Beansprucht ist eine Liste von Anforderungen; Stufen werden daher nicht genannt. Die Tupel und Listen hier zeigen, wie es um die genannten Anforderungen steht.
ui-conclusion-fr = Grundlegende Anforderung
ui-conclusion-fr-n = FR { $fr }
ui-conclusion-declared = Deklariert
ui-conclusion-native = Komponente selbst
ui-conclusion-integration = Mit Integration
ui-conclusion-note = Anmerkung
ui-conclusion-vacuous = beruht allein auf nicht anwendbaren Zeilen
ui-conclusion-vacuous-native = Die Stufe der Komponente selbst beruht allein auf nicht anwendbaren Zeilen; erfüllt gezeigt wurde nichts.
ui-conclusion-vacuous-integration = Die Stufe mit Integration beruht allein auf nicht anwendbaren Zeilen; erfüllt gezeigt wurde nichts.
ui-conclusion-plot = Stufen von 0 bis 4 für jede der sieben grundlegenden Anforderungen.
ui-conclusion-plot-fr = FR { $fr } { $abbreviation }: deklariert { $declared }, Komponente selbst { $native }, mit Integration { $integration }{ $vacuous ->
        [native] , allein auf nicht anwendbaren Zeilen beruhend
        [integration] , mit Integration allein auf nicht anwendbaren Zeilen beruhend
       *[none] {""}
    }.
ui-conclusion-fr-levels = deklariert { $declared } · selbst { $native } · mit Integration { $integration }
ui-conclusion-below = unter dem Anspruch
ui-conclusion-by-integration = nur durch Integration
ui-conclusion-blocks = Was die nächste Stufe verhindert
ui-conclusion-blocked = Stufe { $level } ist beansprucht und nicht erreicht. { $n ->
        [one] Eine Zeile steht im Weg:
       *[other] { $n } Zeilen stehen im Weg:
    }
ui-conclusion-blocked-beyond = Stufe { $level } ist nicht beansprucht. { $n ->
        [one] Eine Zeile stünde im Weg:
       *[other] { $n } Zeilen stünden im Weg:
    }
ui-conclusion-blocked-nothing = Keine Zeile verhindert eine weitere Stufe.
ui-conclusion-raise = { $n ->
        [one] Die kleinste Menge, die von { $from } auf { $to } anhebt, ist eine Zeile:
       *[other] Die kleinste Menge, die von { $from } auf { $to } anhebt, sind diese { $n } Zeilen:
    }
ui-conclusion-tuples = Anforderungen: RA, NAR, TR
ui-conclusion-tuples-note = RA: erfüllt. NAR: nicht anwendbar. TR: alle. Daneben steht, was nicht bestanden und was nicht evaluiert ist, sodass jede Zeile TR ergibt.
ui-conclusion-ra-means = Erfüllte Anforderungen
ui-conclusion-nar-means = Nicht anwendbar
ui-conclusion-tr-means = Alle Anforderungen
ui-conclusion-ra-integration = davon durch Integration
ui-conclusion-not-met = Nicht erfüllt
ui-conclusion-group = Gruppe
ui-conclusion-summary-level = Zusammenfassungsebene
ui-conclusion-total = Summe
ui-conclusion-whole = Alle Zusammenfassungsebenen
ui-conclusion-ne-why = Warum nicht evaluiert
ui-not-evaluated-above-claim = über dem Anspruch: { $n }
ui-not-evaluated-not-listed = nicht in der beanspruchten Liste: { $n }
ui-not-evaluated-other-type = anderer Komponententyp: { $n }
ui-not-evaluated-out-of-scope = außerhalb des Umfangs: { $n }
ui-not-evaluated-partly = zum Teil evaluiert: { $n }
ui-not-evaluated-no-row = ohne Zeile: { $n }
ui-not-evaluated-open = noch offen: { $n }
ui-conclusion-roles = Rolle
ui-conclusion-all-roles = Alle Rollen
ui-conclusion-maturity = Reifegrade der bestandenen Zeilen
ui-conclusion-ml-n = ML { $ml }
ui-conclusion-lowest = Niedrigster Reifegrad einer bestandenen Zeile: ML { $ml }.
ui-conclusion-lowest-none = Keine Zeile ist bestanden, also gibt es keinen niedrigsten Reifegrad.
ui-conclusion-lowest-short = Niedrigster
ui-conclusion-lowest-beside = { $n ->
        [0] Jede Zeile wurde evaluiert.
        [one] Eine Zeile wurde nicht evaluiert (N/E):
       *[other] { $n } Zeilen wurden nicht evaluiert (N/E):
    }
ui-conclusion-raise-ml = { $n ->
        [one] ML { $to } wäre der niedrigste, sobald diese Zeile angehoben ist:
       *[other] ML { $to } wäre der niedrigste, sobald diese { $n } Zeilen angehoben sind:
    }
ui-conclusion-blocked-ml = { $n ->
        [one] Eine Zeile steht ML { $level } durchgehend im Weg
       *[other] { $n } Zeilen stehen ML { $level } durchgehend im Weg
    }
ui-conclusion-gates = Was jede Art von Bericht verhindert
ui-coming-again = Erneut versuchen

## Results, seals and rows of a sheet

ui-result-accepted = angenommen
ui-result-returned = an den Evaluator zurückgegeben
ui-result-granted = erteilt
ui-result-refused = abgelehnt
ui-seal-opening = Eröffnung
ui-seal-day-end = Tagesende
ui-seal-closing-meeting = Abschlussgespräch
ui-seal-data-freeze = Datenstand für einen Bericht
ui-seal-report = Bericht
ui-rows-heading = Überschriften
ui-rows-repeated-header = wiederholte Kopfzeilen
ui-rows-blank = leer
ui-rows-matched = zugeordnet
ui-rows-matched-in-part = teilweise zugeordnet
ui-rows-duplicate = doppelt
ui-rows-unanswered = unbeantwortet
ui-rows-unknown-id = nicht erkannt
ui-rows-skipped = übergangen

## Meldungen des Arbeitsplatzes: was ein Befehl des Fensters ablehnt

desk-nothing-open = Es ist kein Dossier geöffnet.
desk-nothing-open-do = Öffnen Sie ein Dossier, oder legen Sie ein neues an.
desk-unknown-command = Das Programm kennt den Befehl { $name } nicht.
desk-unknown-command-do = Fenster und Programm haben verschiedene Versionen. Installieren Sie das Programm neu.
desk-arguments = Der Befehl { $name } kam in einer Form, die das Programm nicht versteht: { $why }.
desk-arguments-do = Schließen Sie das Fenster und öffnen Sie es wieder. Kommt die Meldung erneut, geben Sie sie wörtlich weiter.
desk-unknown-file = Die vorhin gewählte Datei ({ $token }) ist nicht mehr bekannt.
desk-unknown-file-do = Wählen Sie die Datei noch einmal.
desk-not-a-file = { $name } ist keine Datei, die aufgenommen werden kann.
desk-not-a-file-do = Wählen Sie eine Datei, keinen Ordner und kein Gerät.
desk-identity-locked = Der Schlüssel dieser Installation ist gesperrt.
desk-identity-locked-do = Geben Sie seine Passphrase ein.
desk-unknown-recent = Dieser Eintrag steht nicht mehr in der Liste der zuletzt geöffneten Dossiers.
desk-unknown-recent-do = Öffnen Sie die Datei selbst.
desk-unknown-row = Die Arbeitsliste hat keine Zeile { $row }.
desk-unknown-row-do = Sehen Sie bei den Komponententypen oder Rollen des Falls nach: Sie bestimmen, welche Zeilen es gibt.
desk-row-has-roles = Zu { $row } gibt es hier mehrere Zeilen: eine je Rolle oder Komponente.
desk-row-has-roles-do = Schreiben Sie die Rolle dazu, etwa SP.01.01 BR @integration
desk-unknown-event = In diesem Dossier gibt es kein solches Ereignis.
desk-unknown-event-do = Sehen Sie noch einmal im Protokoll nach.
desk-finding-for-many = Eine Feststellung gilt einer Zeile; sie wurde für mehrere verlangt.
desk-finding-for-many-do = Erfassen Sie die Zeilen, die eine Feststellung brauchen, einzeln.
desk-paste-too-long = Der eingefügte Text hat mehr Zeilen, als ausgewählt sind.
desk-paste-too-long-do = Wählen Sie ebenso viele Zeilen aus, oder fügen Sie Zeilen ein, die mit der Kennung beginnen.
desk-paste-twice = { $row } steht im eingefügten Text mehr als einmal.
desk-paste-twice-do = Lassen Sie eine Zeile dafür stehen und fügen Sie erneut ein.
desk-paste-no-verdict = { $row } hat noch kein Urteil, und die eingefügte Zeile nennt keines.
desk-paste-no-verdict-do = Fügen Sie mit der Begründung auch ein Urteil ein.
desk-paste-unchanged = { $row }: Die eingefügte Zeile sagt, was schon erfasst ist.
desk-paste-unchanged-do = Es ist nichts zu tun.
desk-nothing-to-undo = Es gibt nichts zurückzunehmen.
desk-nothing-to-undo-do = Ältere Einträge lassen sich im Protokoll einzeln zurücknehmen.
desk-nothing-to-redo = Es gibt nichts wiederherzustellen.
desk-nothing-to-redo-do = Es ist nichts zu tun.
desk-no-proposal = Diese Vorschau ist nicht mehr die neueste.
desk-no-proposal-do = Sehen Sie sich die Vorschau noch einmal an und erfassen Sie sie dann.
desk-stopped = Wie verlangt angehalten. Es wurde dabei nichts erfasst.
desk-stopped-do = Beginnen Sie erneut, wann Sie möchten.
desk-read-only-in-use = Ein anderes Fenster oder Programm arbeitet in diesem Dossier; hier kann es nur angesehen werden.
desk-read-only-in-use-do = Arbeiten Sie im anderen Fenster, oder schließen Sie es und lesen Sie das Dossier hier neu ein.
desk-read-only-received = Dies ist die Kopie einer fremden Datei; sie kann nur angesehen werden.
desk-read-only-received-do = Arbeiten Sie in Ihrem eigenen Dossier.
desk-read-only-no-identity = Hier ist kein Schlüssel geöffnet, deshalb kann nichts erfasst werden.
desk-read-only-no-identity-do = Richten Sie Ihre Identität ein oder entsperren Sie sie, und lesen Sie das Dossier neu ein.
desk-read-only-not-writable = Die Datei oder ihr Ordner kann nicht beschrieben werden.
desk-read-only-not-writable-do = Kopieren Sie das Dossier in einen eigenen Ordner, oder lassen Sie den Schutz aufheben.
desk-read-only-asked = Das Dossier wurde nur zum Ansehen geöffnet.
desk-read-only-asked-do = Öffnen Sie es noch einmal zum Arbeiten.

## Import

ui-import-begin = Tabelle eines Herstellers übernehmen
ui-import-begin-text = Ziehen Sie eine Datei hierher oder wählen Sie eine (.xlsx, .xls, .xlsb, .ods, .csv). Was sie sagt, wird zu Herstellerangaben, nie zu Urteilen. Zuerst sehen Sie, was erfasst würde.
ui-import-pick = Datei wählen
ui-import-read-only = Hier kann nichts übernommen werden
ui-import-read-only-why = Das Dossier ist nur zum Ansehen geöffnet.
ui-import-to-case = Zum Vorgang
ui-import-earlier = Frühere Übernahmen
ui-import-sheet-named = Tabellenblatt „{ $sheet }“
ui-import-by = { $author }, { $time }
ui-import-one-at-a-time = Eine Datei auf einmal: Gelesen wird { $name }.
ui-import-put-away = Datei weglegen
ui-import-reading = { $name } wird gelesen
ui-import-recording = Angaben werden erfasst
ui-import-behind = Wird neu gelesen …
ui-import-steps = Schritte
ui-import-step-look = 1 Tabellenblatt ansehen
ui-import-step-preview = 2 Ansehen, was erfasst würde
ui-import-to-preview = Ansehen, was erfasst würde
ui-import-sheet = Tabellenblatt
ui-import-sheet-ids = { $name } ({ $ids } bekannte Kennungen)
ui-import-sheet-ids-hidden = { $name } ({ $ids } bekannte Kennungen, in der Datei ausgeblendet)
ui-import-hidden = in der Datei ausgeblendet
ui-import-hidden-rows = { $n ->
        [one] Auch die eine ausgeblendete Zeile übernehmen
       *[other] Auch die { $shown } ausgeblendeten Zeilen übernehmen
    }
ui-import-hidden-rows-hint = Zeilen, die in der Datei ausgeblendet sind, werden nur zu Angaben, wenn Sie es wollen.
ui-import-sheet-hint = Ausgeblendete Tabellenblätter stehen am Ende.
ui-import-header-row = Zeile der Überschriften
ui-import-header-row-hint = Was darüber steht, wird nicht als Antwort gelesen.
ui-import-header-up = Überschriften eine Zeile höher
ui-import-header-down = Überschriften eine Zeile tiefer
ui-import-role = Rolle für diese Zeilen
ui-import-role-missing = { $n ->
        [one] Eine Zeile nennt keine Rolle des Dienstleisters. Für welche Rolle spricht sie?
       *[other] { $n } Zeilen nennen keine Rolle des Dienstleisters. Für welche Rolle sprechen sie?
    }
ui-import-role-said = Zeilen ohne Rolle gelten für die hier gewählte.
ui-import-role-open = Noch nicht gewählt
ui-import-role-all = Alle deklarierten Rollen
ui-import-columns = Spalten
ui-import-columns-text = Vergleichen Sie die Überschriften mit den Werten: Eine Überschrift kann über der falschen Spalte stehen.
ui-import-column = Spalte
ui-import-heading = Überschrift
ui-import-taken-for = Gilt als
ui-import-taken-for-column = Spalte { $column }, { $heading }: gilt als
ui-import-values = Erste Werte
ui-import-no-heading = (ohne Überschrift)
ui-import-no-values = keine Werte
ui-import-id-hits = { $n } bekannte Kennungen
ui-import-column-id = Kennung der Anforderung
ui-import-column-response = Antwort des Herstellers
ui-import-column-evidence = Verweis auf Nachweise
ui-import-column-link = Link zu einem Nachweis
ui-import-column-link-hint = Eine Adresse. Sie bleibt als Verweis erhalten; abgerufen wird nichts.
ui-import-column-comment = Kommentar des Herstellers
ui-import-column-assessor = Spalte eines Prüfers (nicht übernommen)
ui-import-column-level = Deklarierte Stufe
ui-import-column-role = Rolle des Dienstleisters
ui-import-column-component = Komponente
ui-import-column-wanted = Antwort, nach der gefragt ist
ui-import-column-wanted-hint = Fragt eine Frage nach „Nein“, so spricht die Antwort „Nein“ für die Anforderung und „Ja“ dagegen.
ui-import-column-date = Datum
ui-import-column-person = Person
ui-import-column-ignore = Nicht übernommen
ui-import-answers = Antworten und was sie bedeuten
ui-import-answers-text = Nichts wird angenommen: Eine Antwort ohne Bedeutung bleibt, wie sie geschrieben ist.
ui-import-answers-open = { $n ->
        [0] Jede Antwort hat eine Bedeutung.
        [one] Eine Antwort hat noch keine Bedeutung.
       *[other] { $n } Antworten haben noch keine Bedeutung.
    }
ui-import-no-answers = Keine Spalte gilt als Antwort des Herstellers, oder sie ist leer.
ui-import-answer = Antwort
ui-import-rows = Zeilen
ui-import-meaning = Bedeutung
ui-import-meaning-of = Bedeutung der Antwort { $answer }
ui-import-meaning-open = Ohne Bedeutung: bleibt wie geschrieben
ui-import-asks = fragt
ui-import-answer-offered = von der Liste der Datei angeboten, nicht verwendet
ui-import-answer-wanted = keine Zeile antwortet so, aber eine Frage fragt danach
ui-import-hints = kann bedeuten: { $hints }
ui-import-hint-yes = ja
ui-import-hint-no = nein
ui-import-hint-open = noch offen
ui-import-hint-mark = ein Zeichen, etwa ein Kreuz
ui-import-hint-error = ein Fehler der Tabelle
ui-import-hint-not_required = nicht verlangt
ui-import-turned = { $n ->
        [one] Eine Antwort umgekehrt, weil die Frage nach der anderen fragt
       *[other] { $shown } Antworten umgekehrt, weil die Frage nach der anderen fragt
    }
ui-import-turned-open = { $n ->
        [one] eine nicht bekannt
       *[other] { $n } nicht bekannt
    }
ui-import-turned-unknown = nicht bekannt; wählen Sie, was die gefragte Antwort bedeutet
ui-import-accounted = Verbleib geklärt für { $sum } von { $rows } Zeilen
ui-import-not-accounted = Die Zahlen ergeben nicht die Zeilen des Tabellenblatts. Erfassen Sie das nicht, und melden Sie die Datei als falsch gelesen.
ui-import-claims = { $n ->
        [0] Keine Angabe würde erfasst.
        [one] Eine Angabe würde erfasst.
       *[other] { $shown } Angaben würden erfasst.
    }
ui-import-unplaced = { $n ->
        [one] Eine Angabe findet keine Zeile
       *[other] { $n } Angaben finden keine Zeile
    }
ui-import-unplaced-role-unknown = „{ $word }“ ist keine deklarierte Rolle
ui-import-unplaced-role-missing = keine Rolle genannt
ui-import-and-more = und { $n } weitere
ui-import-changed-text = Was diese Datei sagt, tritt an die Stelle dessen, was die frühere sagte; beides bleibt im Protokoll. Ein schon gesetztes Urteil bleibt und wird als älter als die Angabe gekennzeichnet.
ui-import-since = Seit { $files }
ui-import-since-only = Gezeigte Änderungen
ui-import-since-all = Alle Änderungen
ui-import-since-unchanged = { $n ->
        [0] nichts unverändert
        [one] eine Zeile unverändert, nicht erneut erfasst
       *[other] { $shown } Zeilen unverändert, nicht erneut erfasst
    }
ui-import-since-nothing = Nichts hat sich geändert.
ui-import-since-said = Was der Hersteller zu { $row } sagt
ui-import-since-before = Vorher
ui-import-since-after = Jetzt
ui-import-since-differs = , geändert
ui-import-since-removed = Diese Zeile wird nicht mehr beantwortet. Die Angabe bleibt, wie sie ist, und wird zum erneuten Ansehen gekennzeichnet.
ui-import-inside = In der Arbeitsmappe
ui-import-inside-text = Dateien und Bilder, die in der Arbeitsmappe liegen. Geöffnet wurde keine davon. Was Sie ankreuzen, wird zu einem eigenen Nachweis.
ui-import-inside-take = Als Nachweis übernehmen
ui-import-inside-kind = Art
ui-import-inside-sheets = Tabellenblätter
ui-import-inside-known = ist schon ein Nachweis
ui-import-inside-file = Datei
ui-import-inside-image = Bild
ui-import-inside-taken = { $n ->
        [0] Nichts davon wird übernommen.
        [one] Eines davon wird übernommen.
       *[other] { $n } davon werden übernommen.
    }
ui-import-notices = { $n ->
        [one] Eine Anmerkung beim Lesen
       *[other] { $n } Anmerkungen beim Lesen
    }
ui-import-already = Diese Datei und dieses Tabellenblatt wurden schon übernommen.
ui-import-already-text = Bevor sie erneut erfasst werden, werden Sie noch einmal gefragt.
ui-import-lists = Zeilen des Tabellenblatts nach ihrem Verbleib
ui-import-list-matched = Zugeordnet
ui-import-list-unknown = Nicht erkannt
ui-import-list-duplicates = Doppelt und widersprüchlich
ui-import-list-skipped = Übergangen
ui-import-list-empty = Keine Zeile endet so.
ui-import-row = Zeile
ui-import-line = Zeile { $line }
ui-import-requirement = Anforderung
ui-import-not-taken = Nicht übernommene Kennung
ui-import-nearest = Nächste bekannte (nicht angewandt)
ui-import-nearest-none = keine
ui-import-stood-there = Was dort steht
ui-import-first-row = Zuerst in Zeile
ui-import-agreement = Im Vergleich dazu
ui-import-why = Warum
ui-import-why-no-id = ohne Kennung: Titel oder fortgesetzter Text
ui-import-why-section = bloße Abschnittsnummer ohne Antwort
ui-import-why-group-only = Gruppe von Anforderungen: keine Angabe zu ihren Mitgliedern
ui-import-why-hidden = in der Datei ausgeblendet
ui-import-why-unanswered = bekannte Kennung, aber nichts gesagt
ui-import-why-heading = Überschrift oder darüber
ui-import-why-repeated-header = Überschriften noch einmal
ui-import-why-blank = leer
ui-import-agrees-same = gleich; einmal erfasst
ui-import-agrees-differs = gleiche Antwort, andere Nachweise oder Worte; beide bleiben verzeichnet
ui-import-agrees-contradicts = andere Antwort: Beide werden als konkurrierende Angaben erfasst
ui-import-against-row = (zuerst in Zeile { $row }: { $how })
ui-import-unread-near = „{ $text }“ ist keine Kennung dieser Checkliste. Am nächsten: { $nearest }. Angewandt wurde nichts; der Hersteller muss sagen, was gemeint ist.
ui-import-unread = „{ $text }“ ist keine Kennung dieser Checkliste, und keine liegt nahe.
ui-import-commit = { $n ->
        [one] Eine Angabe erfassen
       *[other] { $n } Angaben erfassen
    }
ui-import-commit-text = Alles oder nichts, als eine Änderung, die zurückgenommen werden kann. Die Datei und das Verzeichnis ihrer Zeilen werden zu Nachweisen.
ui-import-not-yet-unplaced = Erst braucht jede Angabe ihre Zeile: Wählen Sie oben die Rolle oder eine andere Spalte dafür.
ui-import-not-yet-no-claims = Es gibt nichts zu erfassen. Sehen Sie sich die Spalten noch einmal an.
ui-import-again = Schon übernommen
ui-import-again-text = { $file }, Tabellenblatt „{ $sheet }“, wurde schon übernommen. Was schon gilt, wird nicht ein zweites Mal erfasst.
ui-import-again-do = Erneut erfassen
ui-import-done = { $n ->
        [0] { $file } ist übernommen; sie sagt, was schon gilt, deshalb wurde keine Angabe erfasst.
        [one] Eine Angabe aus { $file } ist erfasst.
       *[other] { $shown } Angaben aus { $file } sind erfasst.
    }
ui-import-done-text = Sie sind, was der Hersteller sagt. Urteile setzen Sie.
ui-import-done-repeated = { $n ->
        [one] Eine Zeile sagt, was schon gilt; sie wurde nicht erneut erfasst.
       *[other] { $shown } Zeilen sagen, was schon gilt; sie wurden nicht erneut erfasst.
    }
ui-import-done-embedded = { $n ->
        [one] Eine Datei aus der Arbeitsmappe wurde zum Nachweis.
       *[other] { $n } Dateien aus der Arbeitsmappe wurden zu Nachweisen.
    }
ui-import-to-worklist = Zur Arbeitsliste
ui-import-another = Andere Datei
ui-import-undo = Diese Übernahme zurücknehmen
ui-import-undo-not = Danach wurde etwas erfasst; nehmen Sie das zuerst zurück, oder die Übernahme im Protokoll.
ui-form = Dem Hersteller ein Formular schicken
ui-form-text = Eine Excel-Arbeitsmappe mit den Zeilen dieser Evaluierung, die der Hersteller ausfüllt. Sie enthält, was bisher angegeben wurde. Was zurückkommt, wird ohne Rückfrage gelesen.
ui-form-language = Sprache des Formulars
ui-form-by-component = Eine Zeile je Komponente
ui-form-no-components = Im Vorgang ist keine Komponente deklariert.
ui-form-write = Formular schreiben…
ui-form-written = { $n ->
        [one] Eine Zeile in { $name } geschrieben.
       *[other] { $shown } Zeilen in { $name } geschrieben.
    }
ui-form-answered = { $n ->
        [one] Eine davon trägt schon eine Antwort.
       *[other] { $shown } davon tragen schon eine Antwort.
    }
ui-mapping-read-with = Lesen mit
ui-mapping-none = Keine aufbewahrte Zuordnung
ui-mapping-keep = Diese Zuordnung aufbewahren…
ui-mapping-keep-title = Aufbewahren, wie diese Tabelle gelesen wird
ui-mapping-keep-text = Spalten und Bedeutungen der Antworten werden unter einem Namen auf diesem Rechner aufbewahrt. Die nächste Datei mit denselben Überschriften wird dann ebenso gelesen.
ui-mapping-keep-do = Aufbewahren
ui-mapping-name = Name, etwa der Ersteller der Datei
ui-mapping-replaces = Eine Zuordnung dieses Namens wird schon aufbewahrt und wird ersetzt.
ui-mapping-is-kept = Die Zuordnung { $name } wird aufbewahrt.
ui-mapping-applied-exact = Gelesen mit der aufbewahrten Zuordnung { $name }; die Überschriften sind genau die, für die sie aufbewahrt wurde.
ui-mapping-applied = Gelesen mit der aufbewahrten Zuordnung { $name }; sie passt nach ihren Spalten, die Überschriften sind nicht alle gleich.
ui-mapping-new-headings = Sie kennt nicht: { $headings }.
ui-mapping-gone-headings = Sie kennt, was der Tabelle fehlt: { $headings }.
ui-mapping-list = Aufbewahrte Zuordnungen
ui-mapping-list-text = Sie sagen, wie die Tabellen eines Erstellers gelesen werden. Sie liegen auf diesem Rechner und gehören zu keinem Dossier.
ui-mapping-list-empty = Noch wird keine Zuordnung aufbewahrt. Sehen Sie sich eine Datei an, und bewahren Sie auf, wie sie gelesen wird.
ui-mapping-answers = { $n ->
        [0] kennt keine Antworten
        [one] kennt eine Antwort
       *[other] kennt { $n } Antworten
    }
ui-mapping-column = { $heading }: { $role }
ui-mapping-save = In eine Datei speichern
ui-mapping-forget = Verwerfen
ui-mapping-forget-title = Die Zuordnung { $name } verwerfen?
ui-mapping-forget-text = Was mit ihr gelesen wurde, bleibt, wie es ist. Speichern Sie sie vorher in eine Datei, wenn Sie sie noch brauchen.
ui-mapping-forgotten = Die Zuordnung { $name } ist verworfen.
ui-mapping-take = Eine aufnehmen…
ui-mapping-take-pick = Zuordnung, die aufgenommen wird

## Worklist

ui-key-search-list = In der Liste suchen
ui-worklist-column-id = Kennung
ui-worklist-column-role = Rolle
ui-worklist-column-label = Anforderung
ui-worklist-column-selected-from = Ab SL
ui-worklist-column-declared = Deklariert
ui-worklist-column-claim = Herstellerangabe
ui-worklist-column-mode = Erfüllung
ui-worklist-column-applies = Anwendbarkeit
ui-worklist-column-verdict = Urteil
ui-worklist-column-ml = ML
ui-worklist-column-evidence = Nachweise
ui-worklist-column-findings = Feststellungen
ui-worklist-column-marks = Zu beachten
ui-worklist-column-tags = Merkmale
ui-worklist-sl = SL { $n }
ui-worklist-ml = ML { $n }
ui-worklist-ml-none = Nicht gewählt
ui-worklist-excluded = N/E (Profil)
ui-worklist-excluded-why = Das Profil schließt diese Zeile aus. Sie wird nicht evaluiert; das ist nicht dasselbe wie nicht anwendbar.
ui-worklist-above-claim = Über dem Anspruch
ui-worklist-above-claim-why = Erst eine höhere als die deklarierte Stufe wählt diese Zeile. Sie wird nicht evaluiert; das ist nicht dasselbe wie nicht anwendbar.
ui-worklist-claim-changed = geändert
ui-worklist-applicable = Anwendbar oder nichts erfasst
ui-worklist-not-applicable = Nicht anwendbar
ui-worklist-unconfirmed = Nicht anwendbar, unbestätigt
ui-worklist-mark-conflict = Widerspruch
ui-worklist-mark-conflict-why = Mehrere erfasste Werte stehen gegeneinander. Das Urteil zählt erst, wenn einer davon gewählt ist.
ui-worklist-mark-not-held = Hält nicht
ui-worklist-mark-not-held-why = Das Urteil widerspricht etwas anderem, das zu dieser Zeile erfasst ist.
ui-worklist-mark-draft = Entwurf
ui-worklist-mark-draft-why = Etwas ist geschrieben und noch nicht erfasst.
ui-worklist-mark-leaving = Verlässt die Liste
ui-worklist-mark-leaving-why = Der Filter lässt diese Zeile nicht mehr durch. Sie verschwindet, sobald Sie weitergehen.
ui-worklist-mark-low = Unsicher
ui-worklist-mark-low-why = Was die Checkliste über diese Zeile weiß, ist nicht gesichert. Vergleichen Sie es mit der Norm.
ui-worklist-all-rows = Alle Zeilen
ui-worklist-covered = { $judged } von { $rows }
ui-worklist-conflicting-count = { $n ->
        [one] 1 Widerspruch
       *[other] { $n } Widersprüche
    }
ui-worklist-outline = Gliederung
ui-worklist-outline-show = Gliederung zeigen
ui-worklist-outline-hide = Gliederung verbergen
ui-worklist-order = Reihenfolge
ui-worklist-order-clause = Nach Abschnitt
ui-worklist-order-interviewee = Nach Gesprächspartner
ui-worklist-order-place = Nach Ort
ui-worklist-order-document = Nach Dokument
ui-worklist-order-assignee = Nach Bearbeiter
ui-worklist-without-interviewee = Ohne Gesprächspartner
ui-worklist-without-place = Ohne Ort
ui-worklist-without-document = Ohne Dokument
ui-worklist-without-assignee = Ohne Bearbeiter
ui-worklist-tag-interviewee = Gesprächspartner
ui-worklist-tag-place = Ort
ui-worklist-tag-document = Dokument
ui-worklist-tag-assignee = Bearbeiter
ui-worklist-filter = Liste filtern
ui-worklist-search = Suchen ({ $key })
ui-worklist-search-label = In Kennungen, Bezeichnungen, Angaben, Begründungen, Merkmalen und Namen der Nachweise suchen
ui-worklist-count = { $total } von { $all }
ui-worklist-only = Nur zeigen
ui-worklist-only-open = Offen
ui-worklist-only-conflicting = Widersprüchlich
ui-worklist-only-no-evidence = Ohne Nachweis
ui-worklist-only-claim-changed = Angabe geändert
ui-worklist-only-mine = Meine
ui-worklist-only-findings = Offene Feststellungen
ui-worklist-more-filters = Weitere Filter
ui-worklist-any = Alle
ui-worklist-by-group = Gruppe
ui-worklist-by-base = Anforderung
ui-worklist-by-role = Rolle
ui-worklist-by-component = Komponente
ui-worklist-by-verdict = Urteil
ui-worklist-by-level = Gewählt ab
ui-worklist-by-scope = Anspruch
ui-worklist-by-applicability = Anwendbarkeit
ui-worklist-scope-selected = Vom Anspruch gewählt
ui-worklist-scope-excluded = Vom Profil ausgeschlossen
ui-worklist-scope-above = Über dem Anspruch
ui-worklist-chips = Gesetzte Filter
ui-worklist-chip = { $what }: { $value }
ui-worklist-chip-remove = Aufheben: { $what }
ui-worklist-chips-clear = Alle Filter aufheben
ui-worklist-search-clear = Suche leeren
ui-worklist-status = { $n ->
        [one] 1 Zeile
       *[other] { $n } Zeilen
    }
ui-worklist-status-selected = { $n } ausgewählt
ui-worklist-empty = Es gibt noch keine Zeilen.
ui-worklist-empty-text = Zeilen erscheinen, sobald der Vorgang sagt, was evaluiert wird: die Komponententypen oder die Rollen des Dienstleisters.
ui-worklist-empty-case = Vorgang öffnen
ui-worklist-none = Keine Zeile passt.
ui-worklist-none-text = Die Filter und die Suche lassen nichts von der Liste übrig.
ui-worklist-no-such-row = Eine Zeile { $row } gibt es in dieser Arbeitsliste nicht.
ui-worklist-not-recorded = Es wurde nichts erfasst.
ui-worklist-strip-one = { $row } – { $label }
ui-worklist-strip-many = { $n } Zeilen, eine Begründung, je ein Eintrag im Protokoll
ui-worklist-rationale = Begründung
ui-worklist-rationale-keys = Enter erfasst und geht zur nächsten Zeile, Umschalt+Enter beginnt eine neue Zeile im Text, Escape behält ihn als Entwurf.
ui-worklist-rationale-keys-many = Enter erfasst für jede Zeile, Umschalt+Enter beginnt eine neue Zeile im Text, Escape behält ihn als Entwurf.
ui-worklist-justification = Begründung der Nichtanwendbarkeit
ui-worklist-take-earlier = Früheren Text wiederherstellen
ui-worklist-key-enter = Enter
ui-worklist-record = Erfassen
ui-worklist-record-many = Für { $n } Zeilen erfassen
ui-worklist-strip-leave = Als Entwurf behalten
ui-worklist-recorded-many = { $verdict }: für { $n ->
        [one] 1 Zeile
       *[other] { $n } Zeilen
    } erfasst.
ui-worklist-undo-late = Seither wurde etwas anderes erfasst. Nehmen Sie es im Protokoll zurück.
ui-worklist-refused = { $n } von { $all } Zeilen würden abgelehnt. Noch ist nichts erfasst.
ui-worklist-refused-do = Lassen Sie diese Zeilen weg, oder ergänzen Sie, was fehlt.
ui-worklist-refused-record-rest = { $n ->
        [one] Weglassen und die andere Zeile erfassen
       *[other] Weglassen und die anderen { $n } erfassen
    }
ui-worklist-refused-deselect = Weglassen
ui-worklist-confirm = Ich bestätige, dass die Anforderung hier nicht gelten kann.
ui-worklist-confirm-hint = Das Urteil steht erst, wenn der Evaluator die Begründung bestätigt hat.
ui-worklist-applicable-after-all = Warum sie doch anwendbar ist
ui-worklist-applicable-after-all-hint = Die Zeile ist als nicht anwendbar erfasst.
ui-worklist-mode = Erfüllt durch
ui-worklist-mode-component = Durch Komponente
ui-worklist-mode-integration = Durch Integration
ui-worklist-mode-as-recorded = Wie erfasst
ui-worklist-countermeasure = Was das System leisten muss
ui-worklist-countermeasure-hint = Die Gegenmaßnahme außerhalb der Komponente.
ui-worklist-documented-in = Wo die Benutzerdokumentation das sagt
ui-worklist-documented-in-hint = Dokument und Abschnitt.
ui-worklist-declared-ml = Deklarierter Reifegrad
ui-worklist-evaluated-ml = Evaluierter Reifegrad
ui-worklist-evaluated-ml-hint = Deklariert: ML { $n }
ui-worklist-lowered-claim = Warum sie unter dem deklarierten Reifegrad besteht
ui-worklist-lowered-claim-hint = Der Anspruch dieser Zeile wird auf den evaluierten Reifegrad gesenkt.
ui-worklist-sub-points = Erfüllte Teile
ui-worklist-strip-evidence = Genannte Nachweise
ui-worklist-evidence-linked = Jede Zeile nennt, was mit ihr verknüpft ist. { $bare ->
        [0] Jede Zeile hat Nachweise.
       *[other] { $bare } von { $n } Zeilen haben keine.
    }
ui-worklist-evidence-none = Mit dieser Zeile ist nichts verknüpft.
ui-worklist-evidence-own = Von Assay oder aus der Arbeitsmappe des Herstellers: trägt allein kein positives Urteil.
ui-worklist-evidence-pick = Aus dem Verzeichnis wählen
ui-worklist-evidence-add = Nachweis im Seitenfeld hinzufügen
ui-worklist-evidence-find = Nach Titel, Name oder Projekt suchen
ui-worklist-evidence-register-empty = Es ist noch kein Nachweis eingetragen. Fügen Sie ihn im Seitenfeld hinzu, oder ziehen Sie Dateien auf das Fenster.
ui-worklist-evidence-more = { $n } weitere; tippen Sie, um einzugrenzen.
ui-worklist-evidence-nothing = Sonst passt nichts.
ui-worklist-no-evidence = Warum kein Nachweis genannt ist
ui-worklist-no-evidence-hint = Oder wählen Sie oben einen Nachweis. Leer bleibt es nie.
ui-worklist-no-evidence-hint-many = Erfasst wird es nur für { $n ->
        [one] die Zeile ohne Nachweis
       *[other] die { $n } Zeilen ohne Nachweis
    }.
ui-worklist-finding = Feststellung
ui-worklist-finding-raise = Feststellung treffen
ui-worklist-finding-another = Weitere Feststellung treffen
ui-worklist-finding-grade = Einstufung
ui-worklist-finding-reason = Warum diese Einstufung
ui-worklist-finding-statement = Was fehlt
ui-worklist-finding-statement-hint = Bleibt es leer, steht hier die Begründung.
ui-worklist-finding-many = Eine Feststellung gilt einer Zeile; hier wird deshalb keine getroffen.
ui-worklist-finding-many-do = Zeilen ohne offene Feststellung werden abgelehnt; beurteilen Sie diese einzeln.
ui-worklist-fill-select = Wählen Sie mindestens zwei Zeilen aus, um nach unten auszufüllen.
ui-worklist-fill-no-verdict = { $row } hat kein Urteil, das übernommen werden könnte.
ui-worklist-copied = { $n ->
        [one] 1 Zeile kopiert.
       *[other] { $n } Zeilen kopiert.
    }
ui-worklist-copy-again = Die Zeilen liegen jetzt bereit. Kopieren Sie noch einmal.
ui-worklist-paste-no-text = Die Zwischenablage enthält keinen Text.
ui-worklist-paste-title = Aus einer Tabelle einfügen
ui-worklist-paste-counts = { $good } von { $all } Zeilen des Textes können erfasst werden, { $bad } nicht. Noch ist nichts erfasst.
ui-worklist-paste-lines = Zeilen der Zwischenablage
ui-worklist-paste-line = Nr.
ui-worklist-paste-row = Zeile
ui-worklist-paste-outcome = Ergebnis
ui-worklist-paste-good = Wird erfasst
ui-worklist-paste-record = { $n ->
        [one] 1 Zeile erfassen
       *[other] { $n } Zeilen erfassen
    }
ui-worklist-pasted = { $n ->
        [one] 1 Zeile aus der Zwischenablage erfasst.
       *[other] { $n } Zeilen aus der Zwischenablage erfasst.
    }
ui-worklist-tags-one = Merkmale von { $row }
ui-worklist-tags-many = Merkmale von { $n } Zeilen
ui-worklist-tags-differ = Die Zeilen unterscheiden sich; unberührt behalten sie, was sie haben.
ui-worklist-tags-empty = Ein leeres Feld nimmt das Merkmal weg.
ui-worklist-tags-me = Mir zuweisen
ui-worklist-tags-record = Erfassen
ui-worklist-tag-values = Verwendete Werte
ui-worklist-panel = Zeile { $row }
ui-worklist-panel-width = Breite des Seitenfelds
ui-worklist-panel-back = Zurück zur Liste
ui-worklist-panel-close = Seitenfeld schließen
ui-worklist-panel-missing = Diese Fassung hat kein Seitenfeld für eine Zeile.

## Start: the first screen, identity, new dossier, receiving

ui-start-new = Neues Dossier
ui-start-open = Dossier öffnen
ui-start-open-title = Dossier öffnen
ui-start-receive = Datei von anderen entgegennehmen
ui-start-drop = Oder ziehen Sie ein Dossier (.assay) auf dieses Fenster.
ui-start-recents = Zuletzt geöffnete Dossiers
ui-start-none = Noch wurde kein Dossier geöffnet
ui-start-none-what = Eine Evaluierung ist eine Datei. Legen Sie eine neue an, oder öffnen Sie eine vorhandene.
ui-start-gone = Nicht mehr vorhanden
ui-start-forget = „{ $title }“ aus dieser Liste nehmen; die Datei bleibt
ui-identity = Wer hier erfasst
ui-identity-title = Ihre Identität einrichten
ui-identity-what = Alles, was Sie erfassen, wird mit einem Schlüssel signiert, der hier erzeugt wird und auf diesem Computer bleibt; daran können andere prüfen, dass Ihre Einträge nicht geändert wurden. Name, Organisation und Funktion stehen in jedem Dossier und Bericht bei Ihren Einträgen.
ui-identity-looking = Zum Ansehen von Dossiers ist kein Schlüssel nötig.
ui-identity-name = Name
ui-identity-name-hint = So, wie er in Berichten stehen soll. In bereits Erfasstem lässt er sich später nicht ändern.
ui-identity-organisation = Organisation
ui-identity-function = Funktion
ui-identity-function-hint = Zum Beispiel: Evaluator, Leitung der Inspektionsstelle
ui-identity-passphrase = Passphrase
ui-identity-passphrase-optional = Passphrase (kann entfallen)
ui-identity-passphrase-hint = Verschlüsselt die Schlüsseldatei und wird bei jedem Start verlangt. Eine vergessene kann niemand wiederherstellen.
ui-identity-passphrase-again = Passphrase wiederholen
ui-identity-passphrase-differs = Die beiden Passphrasen sind verschieden.
ui-identity-missing = Bitte ausfüllen.
ui-identity-create = Schlüssel erzeugen
ui-identity-unlock-title = Ihren Schlüssel öffnen
ui-identity-unlock-what = Der Schlüssel von { $name } ist durch eine Passphrase geschützt. Bis sie eingegeben ist, lassen sich Dossiers ansehen, aber nichts erfassen.
ui-identity-unlock = Schlüssel öffnen
ui-identity-key = Öffentlicher Schlüssel; geben Sie ihn der Leitung einer Evaluierung, um zugelassen zu werden:
ui-new = Neues Dossier
ui-new-steps = Schritte
ui-new-step-identity = Zuerst Ihre Identität
ui-new-step-checklist = Checkliste
ui-new-step-object = Was evaluiert wird
ui-new-step-claim = Was beansprucht wird
ui-new-step-issuer = Durch wen
ui-new-back = Zurück
ui-new-next = Weiter
ui-new-create = Speicherort wählen und anlegen
ui-new-start-over = Neu beginnen
ui-new-checklist = Nach welchem Dokument wird evaluiert?
ui-new-checklist-hint = Die Checkliste wird Teil des Dossiers und bleibt darin dieselbe, was auch später kommt.
ui-new-pack = { $document }, Ausgabe { $edition }: { $title }
ui-new-pack-component = Evaluiert eine Komponente nach der Methode der { $method }. { $requirements } Anforderungen, Stand { $date }.
ui-new-pack-process = Evaluiert den Entwicklungsprozess eines Anbieters. { $requirements } Anforderungen mit { $method }, Stand { $date }.
ui-new-pack-provider = Evaluiert einen Dienstleister nach der Methode der { $method }. { $requirements } Anforderungen, Stand { $date }.
ui-new-object-hint = Erfasst wird nur, was Sie ausfüllen. Alles lässt sich später auf der Seite „Vorgang“ angeben oder ändern.
ui-new-firmware = Firmware-Version
ui-new-hardware = Hardware-Version
ui-new-software = Software-Version
ui-new-version-hint = Ein Urteil gilt genau für die evaluierte Version: Für einen Bericht ist mindestens eine der drei nötig.
ui-new-types-hint = Solange kein Typ beansprucht ist, wählt die Arbeitsliste keine Zeile aus.
ui-new-roles-hint = Jede Anforderung wird für jede Rolle zu einer Zeile.
ui-new-levels = Deklarierte SL-C, eine für jede grundlegende Anforderung
ui-new-levels-hint = SL-C sind sieben Werte und nie eine Zahl. Lassen Sie alle offen, wenn eine Liste von Anforderungen beansprucht wird.
ui-new-needs-levels = Von den sieben Stufen fehlen einige.
ui-new-needs-levels-do = Geben Sie alle sieben an, oder lassen Sie alle offen.
ui-new-ml = Deklarierter Reifegrad
ui-new-ml-hint = Er gilt für jede Zeile, die keinen anderen deklariert.
ui-new-title = Wie die Evaluierung auf dem Bildschirm heißt
ui-new-title-hint = Ein Titel, unter dem Sie sie wiederfinden, mit der Version
ui-new-kind = Welche Art von Bericht ist das Ziel?
ui-new-kind-hint = Ein Wunsch, der auf diesem Computer gemerkt wird; er erfasst nichts und lässt sich jederzeit ändern.
ui-new-kind-open = Noch offen
ui-new-kind-other-party = Kommt von einer anderen Partei
ui-new-save-hint = Das Dossier ist eine Datei. Wo sie liegen soll, wird als Nächstes gefragt; eine vorhandene Datei wird nie überschrieben.
ui-new-save-title = Wo soll das Dossier liegen?
ui-new-needs-checklist = Es ist keine Checkliste gewählt.
ui-new-needs-checklist-do = Wählen Sie eine; sie lässt sich später nicht ändern.
ui-new-needs-title = Die Evaluierung hat keinen Titel.
ui-new-needs-title-do = Geben Sie einen Titel an, unter dem Sie sie wiederfinden.
ui-receive = Datei entgegennehmen
ui-receive-title = Das erhaltene Dossier wählen
ui-receive-verifying = { $name } wird verifiziert
ui-receive-ok = In { $name } wurde nichts Falsches gefunden.
ui-receive-wrong = { $name } hält der Verifizierung nicht stand.
ui-receive-not-opened = Die Datei wurde nicht geöffnet.
ui-receive-checked = Was geprüft wurde
ui-receive-remarks = Was dazu zu sagen ist
ui-receive-limits = Was dies nicht zeigt
ui-receive-copy = Eine eigene Kopie ist zum Ansehen geöffnet. Die Datei selbst wurde nicht angerührt.
ui-receive-look = Ansehen
ui-receive-leave = Wieder schließen

## Facts of a case: levels, kinds, roles

ui-fr-number = FR { $n }
ui-fr-1 = Identifizierung und Authentifizierung
ui-fr-2 = Nutzungskontrolle
ui-fr-3 = Systemintegrität
ui-fr-4 = Vertraulichkeit der Daten
ui-fr-5 = Eingeschränkter Datenfluss
ui-fr-6 = Rechtzeitige Reaktion auf Ereignisse
ui-fr-7 = Verfügbarkeit der Ressourcen
ui-level = SL { $n }
ui-level-not-given = Nicht angegeben
ui-level-all = Alle sieben setzen auf
ui-level-all-none = Wählen
ui-ml-1 = ML 1, anfänglich
ui-ml-1-hint = Es wurde mindestens einmal getan; die Vorgehensweise muss nicht schriftlich vorliegen.
ui-ml-2 = ML 2, gesteuert
ui-ml-2-hint = Es gibt ein schriftliches Verfahren, und die Beteiligten können es befolgen.
ui-ml-3 = ML 3, definiert und praktiziert
ui-ml-3-hint = Das Verfahren wird in der ganzen Organisation angewandt; datierte Aufzeichnungen zeigen es.
ui-ml-4 = ML 4, verbessernd
ui-ml-4-hint = Es werden Kennzahlen geführt, und aus ihnen folgen Verbesserungen.
ui-report-kind-self_declaration = Selbsterklärung
ui-report-kind-independent_assessment = Bericht einer unabhängigen Bewertung
ui-report-kind-certification_body = Evaluierungsbericht einer Zertifizierungsstelle
ui-component-type-SAR = SAR: Softwareanwendung
ui-component-type-EDR = EDR: eingebettetes Gerät
ui-component-type-HDR = HDR: Host-Gerät
ui-component-type-NDR = NDR: Netzwerkgerät
ui-role-integration = Integration
ui-role-maintenance = Instandhaltung
ui-person-role-client_contact = Ansprechperson des Auftraggebers
ui-person-role-client_contact-may = Spricht für die bewertete Seite: importiert, reicht Nachweise ein, antwortet auf Feststellungen.
ui-person-role-evaluator = Evaluator
ui-person-role-evaluator-may = Erfasst Angaben, Urteile, Tätigkeiten und Feststellungen.
ui-person-role-lead = Leitender Evaluator
ui-person-role-lead-may = Alles, was ein Evaluator darf, und lässt Personen zu.
ui-person-role-technical_expert = Fachexperte
ui-person-role-technical_expert-may = Reicht Nachweise ein und setzt kein Urteil.
ui-person-role-reviewer = Prüfer (Review)
ui-person-role-reviewer-may = Nimmt die Evaluierung an oder gibt sie zurück; hat nicht evaluiert.
ui-person-role-decision_maker = Entscheider
ui-person-role-decision_maker-may = Erteilt oder lehnt ab und gibt die Zertifikatsdaten an; hat nicht evaluiert.
ui-person-role-quality_manager = Beauftragter für Qualität oder Unparteilichkeit
ui-person-role-quality_manager-may = Reicht Nachweise ein; klärt Interessenkonflikte außerhalb des Dossiers.

## Case: facts and people

ui-case-facts = Angaben
ui-case-basis = Checkliste und Profil
ui-basis-checklist = Checkliste
ui-basis-method = Evaluiert nach { $method }; { $rows } Zeilen.
ui-basis-unproven = Die Liste der Zeilen dieser Checkliste ist abgeleitet und wurde an keiner Liste dieser Ausgabe geprüft.
ui-basis-unproven-do = Vergleichen Sie sie mit Ihrer Ausgabe, bevor Sie sich darauf verlassen. Berichte sagen es ebenfalls.
ui-basis-unproven-short = unbelegt
ui-basis-was-moved = { $author } hat die Evaluierung am { $time } auf diese Ausgabe umgestellt: { $carried } Zeilen übernommen, { $review } Zeilen und Aktivitäten anzusehen. Grund:
ui-basis-no-editions = Es gibt hier keine andere Ausgabe dieser Checkliste.
ui-basis-would-carry = { $carried } Zeilen würden mit ihren Antworten übernommen, { $review } Zeilen und Aktivitäten wären anzusehen.
ui-basis-review = Was anzusehen wäre
ui-basis-col-row = Zeile
ui-basis-col-label = Bezeichnung
ui-basis-col-why = Unterschied
ui-basis-col-judged = Beurteilt
ui-basis-changed = geändert
ui-basis-added = hinzugekommen
ui-basis-gone = entfallen
ui-basis-judged = wäre wieder offen
ui-basis-move-to = Auf diese Ausgabe umstellen
ui-basis-move-title = Umstellen auf { $document }:{ $edition }
ui-basis-move-what = { $carried } Zeilen behalten ihre Antworten. { $review } Zeilen und Aktivitäten sind anzusehen; { $judged } davon wurden beurteilt und sind dann wieder offen. Was erfasst wurde, bleibt in der Spur. Der Wechsel ist ein Eintrag und wird nicht zurückgenommen; ein Wechsel zurück ist ein weiterer.
ui-basis-move = Umstellen
ui-basis-moved = Die Evaluierung wird jetzt an { $document }:{ $edition } gehalten.
ui-basis-reason = Grund
ui-basis-profile = Security-Profil
ui-basis-no-profile = Es wurde kein Profil übernommen. Ein Profil (IEC TS 62443-1-5) wählt Zeilen und Level für eine Branche; Zeilen, die es ausschließt, werden nicht evaluiert (N/E).
ui-basis-profile-choose = Profil wählen …
ui-basis-profile-pick = Profil wählen
ui-basis-profile-confirm = Dieses Profil übernehmen?
ui-basis-profile-adopt = Übernehmen
ui-basis-profile-adopted = „{ $title }“ übernommen.
ui-basis-profile-line = Version { $version }, { $publisher }, { $date }
ui-basis-draft = Entwurf
ui-basis-published = veröffentlicht
ui-basis-withdrawn = zurückgezogen
ui-basis-tailoring = Ihm fehlt, was IEC TS 62443-1-5 von einem Profil verlangt.
ui-basis-tailoring-do = Es kann als Anpassung dienen und heißt in Berichten so.
ui-basis-more-flaws = und { $n } weitere
ui-basis-sector = Branche
ui-basis-assumptions = Annahmen
ui-basis-risk = Risikobewertung
ui-basis-threats = Bedrohungen
ui-basis-selects = { $included } Zeilen gehören dazu, { $excluded } nicht. Für { $raised } Zeilen verlangt es ein Level.
ui-basis-excluded = Zeilen, die es ausschließt (N/E)
ui-basis-no-justification = Keine Begründung angegeben.
ui-basis-raised = Level, die es verlangt
ui-basis-level = Level { $level }
ui-basis-texts = Lizenzierte Texte
ui-basis-texts-what = Mit Ihrer eigenen Datei lesen Sie den Wortlaut der Norm neben jeder Zeile. Er bleibt auf diesem Rechner und kommt in kein Dossier, keinen Bericht, keinen Export und keine Übergabe.
ui-basis-texts-here = auf diesem Rechner
ui-basis-texts-of = { $document }, { $language }, lizenziert für { $licensee }: { $texts } Texte, { $without } Zeilen ohne
ui-basis-texts-choose = Textpaket wählen …
ui-basis-texts-pick = Textpaket wählen
ui-basis-texts-taken = { $texts } Texte stehen jetzt neben ihren Zeilen.
ui-basis-texts-forget = Von diesem Rechner entfernen
ui-case-people = Personen
ui-case-sections = Abschnitte des Vorgangs
ui-case-section-object = Gegenstand
ui-case-section-claim = Anspruch
ui-case-section-issuer = Aussteller
ui-case-section-client = Auftraggeber
ui-case-section-independence = Unabhängigkeit
ui-case-section-conduct = Durchführung
ui-case-section-sampling = Stichprobe
ui-case-section-report = Bericht
ui-case-section-certificate = Zertifikatsdaten
ui-case-for = Nötig für
ui-case-any-kind = mindestens eine Berichtsart
ui-case-only-missing = Nur was fehlt
ui-case-missing = Fehlt
ui-case-missing-count = { $n } fehlen
ui-case-status = Es fehlen für { $kind }: { $n }
ui-case-nothing-missing = Hier fehlt nichts
ui-case-show-all = Alle Felder zeigen
ui-case-needed = Nötig für: { $kinds }
ui-case-needed-all = Nötig für jede Art von Bericht
ui-case-issuers-words = Wird als eigene Worte des Ausstellers gedruckt; vorbehaltene Wörter werden abgelehnt.
ui-case-recorded-by = Erfasst von { $name }, { $time }
ui-case-not-recorded = nicht erfasst
ui-case-none = Keine
ui-case-not-empty = Erfasstes lässt sich nicht leeren. Schreiben Sie, was jetzt gilt, oder nehmen Sie den Eintrag zurück.
ui-case-pending = Noch nicht erfasst.
ui-case-record = Erfassen
ui-case-discard = Verwerfen
ui-case-reason = Warum ändert sich der Anspruch?
ui-case-reason-hint = Unter dem alten Anspruch wurden Urteile erfasst; der Grund bleibt im Protokoll.
ui-case-conflict = In zwei Kopien wurde hierfür Verschiedenes erfasst.
ui-case-conflict-do = Sehen Sie beide an, und erfassen Sie den Wert, der gilt.
ui-case-conflict-look = Beide im Protokoll zeigen
ui-case-conflict-take = Den hier gezeigten Wert erfassen
ui-case-differ = „{ $field }“ nur für eine Art von Bericht
ui-case-differ-for = Weicht ab in: { $kind }
ui-case-field-of-kind = { $field } ({ $kind })
ui-case-excluded = Was
ui-case-excluded-reason = Grund
ui-case-excluded-half = Jeder Ausschluss braucht seinen Grund; dieser ist noch nicht erfasst.
ui-people-what = Eine Person wirkt mit ihrem eigenen Schlüssel mit. Die Leitung lässt den Schlüssel zu und sagt, in welcher Rolle; Einträge anderer Schlüssel bleiben erhalten und zählen nicht.
ui-people-separation = Wer evaluiert, führt weder das Review durch noch entscheidet er (ISO/IEC 17065, 7.5 und 7.6). Review und Entscheidung dürfen bei einer Person liegen.
ui-people-only-lead = Hier kann nur die Leitung Personen zulassen.
ui-people-admit = Person zulassen
ui-people-admit-this = Diesen Schlüssel zulassen
ui-people-change = Angaben ändern
ui-people-card = Angaben zu { $name }
ui-people-record = Erfassen
ui-people-me = das sind Sie
ui-people-not-admitted = Nicht zugelassen
ui-people-not-admitted-what = Was dieser Schlüssel erfasst hat, bleibt erhalten und zählt nicht, bis er zugelassen ist.
ui-people-evaluated = Hat in diesem Vorgang evaluiert und kann weder das Review durchführen noch entscheiden.
ui-people-not-evaluated = Hat in diesem Vorgang nicht evaluiert.
ui-people-may-judge = Hat in diesem Vorgang nicht evaluiert und darf in den genannten Rollen das Review durchführen oder entscheiden.
ui-people-competence = Kompetenz
ui-people-competence-hint = Woran zu sehen ist, dass die Person diese Arbeit leisten kann
ui-people-impartiality = Unparteilichkeit
ui-people-impartiality-hint = Die Erklärung der Person zu diesem Vorgang
ui-people-key = Öffentlicher Schlüssel
ui-people-key-hint = 64 hexadezimale Ziffern, wie sie die Startseite der Person zeigt. Vergleichen Sie sie auf einem anderen Weg als dem, auf dem sie kamen.
ui-people-key-wrong = Ein Schlüssel hat 64 hexadezimale Ziffern.
ui-people-copy-key = Ihren Schlüssel kopieren
ui-people-key-copied = Ihr Schlüssel ist in der Zwischenablage.
ui-people-key-not-copied = Die Zwischenablage ist nicht erreichbar.
ui-people-key-not-copied-do = Markieren Sie den Schlüssel unten, und kopieren Sie ihn.
ui-people-roles = Rollen in diesem Vorgang
ui-people-roles-missing = Wählen Sie mindestens eine Rolle.

## Case: the fields

ui-field-object-name = Komponente
ui-field-object-name-hint = Wie der Hersteller sie nennt, mit der Typbezeichnung
ui-field-object-identifier = Kennung
ui-field-object-identifier-hint = Was sie von jeder anderen unterscheidet: Bestellnummer, Modellnummer
ui-field-object-label = Kennzeichnung an der Komponente
ui-field-object-label-hint = Was auf dem Typenschild steht
ui-field-object-description = Beschreibung
ui-field-object-description-hint = Was sie ist und was sie tut, in wenigen Sätzen
ui-field-object-types = Komponententypen
ui-field-object-types-hint = Sie wählen die Zeilen aus; eine Komponente kann mehrere Typen haben.
ui-field-object-hardware = Hardware-Versionen
ui-field-object-hardware-hint = Für jeden Bericht ist mindestens eine Version nötig (Hardware, Firmware oder Software).
ui-field-object-firmware = Firmware-Versionen
ui-field-object-firmware-hint = Genau die evaluierten Versionen
ui-field-object-software = Software-Versionen
ui-field-object-software-hint = Genau die evaluierten Versionen
ui-field-object-file-hashes = Prüfsummen der evaluierten Dateien
ui-field-object-file-hashes-hint = Dateiname und SHA-256, je eine Zeile
ui-field-object-supplier = Hersteller
ui-field-object-supplier-hint = Die Rechtsperson, die die Komponente in Verkehr bringt
ui-field-object-security-context = Sicherheitskontext
ui-field-object-security-context-hint = Die Umgebung, für die die Komponente gedacht ist, und was sie von ihr erwartet
ui-field-object-intended-use = Bestimmungsgemäße Verwendung
ui-field-object-essential-functions = Wesentliche Funktionen
ui-field-object-essential-functions-hint = Funktionen, die durch Sicherheitsmaßnahmen nicht verloren gehen oder leiden dürfen (CCSC 1)
ui-field-object-excluded-functions = Ausgeschlossene oder nicht getestete Funktionen
ui-field-object-excluded-functions-hint = Jede mit dem Grund, etwa: im Auslieferungszustand abgeschaltet
ui-field-object-configuration = Evaluierte Konfiguration und Testaufbau
ui-field-object-samples = Prüfmuster
ui-field-object-samples-hint = Welche Stücke untersucht wurden und woher sie kamen
ui-field-object-lifecycle-process = Entwicklungsprozess (IEC 62443-4-1)
ui-field-object-lifecycle-process-hint = Womit gezeigt ist, dass auf diese Komponente ein Prozess mit Reifegrad 3 angewandt wurde
ui-field-object-legal-entity = Rechtsperson
ui-field-object-legal-entity-hint = Der Dienstleister, wie eingetragen
ui-field-object-program = Security-Programm
ui-field-object-program-hint = Name und Version
ui-field-object-units = Organisationseinheiten
ui-field-object-sites = Standorte
ui-field-object-products = Produkte
ui-field-object-products-hint = Die Produkte oder Produktlinien, die mit dem Prozess entwickelt werden
ui-field-object-services = Dienstleistungen
ui-field-object-services-hint = Die Dienstleistungen, um die es in der Evaluierung geht
ui-field-object-roles = Rollen
ui-field-object-roles-hint = Jede Anforderung wird für jede Rolle zu einer Zeile.
ui-field-object-components = Zeilen aufgeteilt nach
ui-field-object-components-hint = Komponenten oder Produkte, zwischen denen sich die Antwort unterscheidet
ui-field-object-solution-kinds = Arten von Automatisierungslösungen
ui-field-object-subcontractors = Unterauftragnehmer
ui-field-object-subcontractors-hint = Wer einen Teil der Dienstleistungen erbringt, oder keine
ui-field-object-exclusions = Ausgeschlossen
ui-field-object-exclusions-hint = Dienstleistungen, Standorte oder Einheiten außerhalb des Umfangs, jeweils mit dem Grund
ui-field-claim-levels = Deklarierte SL-C
ui-field-claim-levels-hint = Sieben Werte, einer für jede grundlegende Anforderung. Beansprucht werden entweder diese oder eine Liste von Anforderungen, nie beides.
ui-field-claim-requirements = Beanspruchte Anforderungen
ui-field-claim-requirements-hint = Kennungen wie CR 1.1 oder CR 1.1 RE(1), anstelle von Stufen
ui-field-claim-ml = Deklarierter Reifegrad
ui-field-claim-ml-hint = Er gilt für jede Zeile, die keinen anderen deklariert.
ui-field-issuer-name = Aussteller
ui-field-issuer-name-hint = Die Organisation, die den Bericht verantwortet
ui-field-issuer-address = Anschrift des Ausstellers
ui-field-issuer-contact = Kontakt des Ausstellers
ui-field-issuer-accreditation = Akkreditierung oder Anerkennung
ui-field-issuer-accreditation-hint = Stelle, Nummer und Umfang; oder die Angabe, dass es für diese Tätigkeit keine gibt
ui-field-client-name = Auftraggeber
ui-field-client-address = Anschrift des Auftraggebers
ui-field-client-contact = Kontakt des Auftraggebers
ui-field-client-representative = Vertretung des Auftraggebers
ui-field-client-representative-hint = Wer in dieser Evaluierung für den Auftraggeber gesprochen hat
ui-field-independence-party = Partei
ui-field-independence-party-hint = Sie entscheidet, welche Arten von Bericht möglich sind.
ui-field-independence-party-first = Erste Partei: der Hersteller oder Dienstleister selbst
ui-field-independence-party-second = Zweite Partei: mit dem Interesse eines Anwenders am Gegenstand
ui-field-independence-party-third = Dritte Partei: unabhängig von Hersteller und Anwendern
ui-field-independence-inspection-type = Typ der Inspektionsstelle
ui-field-independence-inspection-type-hint = Nur wenn der Aussteller als Inspektionsstelle handelt (ISO/IEC 17020)
ui-field-independence-inspection-type-A = A: vollständig unabhängig
ui-field-independence-inspection-type-B = B: abgegrenzter Teil der Organisation, für die sie inspiziert
ui-field-independence-inspection-type-C = C: Unabhängigkeit durch Vorkehrungen innerhalb der Organisation
ui-field-independence-relationship = Beziehung zum Auftraggeber
ui-field-independence-conflict-review = Prüfung auf Interessenkonflikte
ui-field-independence-conflict-review-hint = Wer sie wann mit welchem Ergebnis angesehen hat
ui-field-independence-testers = Unabhängigkeit der Sicherheitstester
ui-field-independence-testers-hint = Wie weit die Tester von den Entwicklern getrennt sind
ui-field-conduct-objectives = Ziele und Kriterien
ui-field-conduct-plan = Plan
ui-field-conduct-plan-hint = Welchem Plan gefolgt wurde, mit Datum
ui-field-conduct-plan-deviations = Abweichungen vom Plan
ui-field-conduct-from = Von
ui-field-conduct-to = Bis
ui-field-conduct-places = Orte
ui-field-conduct-on-site-and-remote = Vor Ort und aus der Ferne
ui-field-conduct-on-site-and-remote-hint = Welche Teile wo durchgeführt wurden
ui-field-conduct-person-days = Personentage
ui-field-conduct-meetings = Besprechungen
ui-field-conduct-meetings-hint = Eröffnung, Abschluss und andere, mit Datum und Beteiligten
ui-field-conduct-diverging-opinions = Abweichende Meinungen
ui-field-conduct-diverging-opinions-hint = Zwischen Evaluatoren und bewerteter Seite, soweit nicht geklärt
ui-field-conduct-testing = Sicherheitstests und Schwachstellenanalyse
ui-field-conduct-testing-hint = Welche Tests von wem durchgeführt wurden, mit den Berichten
ui-field-sampling-population = Grundgesamtheit
ui-field-sampling-population-hint = Alle Projekte, aus denen die Stichprobe gezogen wurde, und wie viele
ui-field-sampling-method = Methode und Begründung
ui-field-sampling-method-hint = Der Evaluator wählt aus, nicht der Auftraggeber.
ui-field-sampling-sample = Stichprobe
ui-field-sampling-sample-hint = Jedes Projekt, mit Rolle und Zeitraum
ui-field-report-limits = Grenzen der Gültigkeit
ui-field-report-limits-hint = Wofür der Bericht spricht und wofür nicht
ui-field-report-remarks = Bemerkungen des Ausstellers
ui-field-report-recommendation = Empfehlung des Evaluators
ui-field-report-recommendation-grant = Erteilen
ui-field-report-recommendation-grant-with-conditions = Mit Auflagen erteilen
ui-field-report-recommendation-do-not-grant = Nicht erteilen
ui-field-report-confidentiality = Vertraulichkeit
ui-field-report-confidentiality-public = Öffentlich
ui-field-report-confidentiality-confidential = Vertraulich
ui-field-report-confidentiality-strictly-confidential = Streng vertraulich
ui-field-report-distribution = Verteiler
ui-field-report-relied-on = Herangezogene Ergebnisse anderer
ui-field-report-relied-on-hint = Etwa Berichte von Laboren, mit Aussteller und Datum
ui-field-report-place = Ort der Ausstellung
ui-field-report-valid-until = Gültig bis
ui-field-report-retention = Wo und wie lange die Unterlagen aufbewahrt werden
ui-field-report-changes = Änderungen gegenüber dem ersetzten Dokument
ui-field-report-ownership = Eigentum am Bericht
ui-field-report-ownership-hint = Wem er gehört und wer ihn weitergeben darf
ui-field-report-subtype = Unterart der Beurteilung
ui-field-report-subtype-hint = Nur für die unabhängige Beurteilung
ui-field-report-subtype-second-party-assessment = Beurteilung durch die zweite Seite
ui-field-report-subtype-inspection = Inspektion (ISO/IEC 17020)
ui-field-report-subtype-test-report = Prüfbericht (Form nach ISO/IEC 17025)
ui-field-report-decision-rule = Entscheidungsregel
ui-field-report-decision-rule-hint = Nach welcher Regel Ergebnisse über die Konformität entscheiden (ISO/IEC 17025)
ui-field-assessment-contract = Auftrag oder Vertrag
ui-field-assessment-acceptance = Abnahmekriterien
ui-field-assessment-acceptance-hint = Beurteilung durch die zweite Seite
ui-field-assessment-equipment = Geräte und Werkzeuge
ui-field-assessment-subcontracted = Von anderen bezogene Ergebnisse
ui-field-assessment-subcontracted-hint = Sie sind im Bericht als solche bezeichnet.
ui-field-assessment-opinions = Meinungen und Interpretationen
ui-field-assessment-opinions-hint = Getrennt von den Ergebnissen
ui-field-declaration-responsible = Verantwortlich für die begleitenden Unterlagen
ui-field-declaration-change-control = Aufrechterhaltung, Änderung und Rücknahme
ui-field-declaration-change-control-hint = Was geschieht, wenn sich Gegenstand, Norm oder Organisation ändern
ui-field-declaration-access = Zugang für Behörden
ui-field-declaration-access-hint = Wer die begleitenden Unterlagen wo und wie schnell einsehen kann
ui-field-declaration-bodies = Beteiligte Stellen
ui-field-declaration-bodies-hint = Mit Bericht, Datum und Akkreditierung, wie erfasst
ui-field-declaration-reviewed-by = Unterlagen durchgesehen von
ui-field-declaration-reviewed-by-hint = Einer anderen Person als der unterzeichnenden, und wann
ui-field-object-batch = Los oder Seriennummern
ui-field-object-supplier-sites = Standorte des Lieferanten
ui-field-item-identification = Kennzeichnung der geprüften Gegenstände
ui-field-item-identification-hint = Seriennummern oder andere Kennzeichen
ui-field-item-condition = Zustand beim Eingang
ui-field-item-received = Gegenstände eingegangen am
ui-field-item-tested-from = Erster Tag der Prüfungen
ui-field-item-tested-to = Letzter Tag der Prüfungen
ui-field-vulnerability-metric = Maß für den Schweregrad
ui-field-vulnerability-threshold = Schweregrad, der nicht hingenommen wird
ui-field-vulnerability-threshold-hint = Für jedes Level
ui-field-vulnerability-issues = Schwachstellen und was aus ihnen wurde
ui-field-vulnerability-residual = Was an Schwachstellen bleibt
ui-field-vulnerability-searched-on = Suche nach öffentlich bekannten Schwachstellen am
ui-field-certificate-agreement = Vereinbarung mit dem Auftraggeber
ui-field-certificate-agreement-hint = Bezeichnung und Datum
ui-field-certificate-number = Zertifikatsnummer
ui-field-certificate-number-hint = Nur nach einer positiven Entscheidung einer Zertifizierungsstelle; die Stelle stellt ihr eigenes Dokument aus.
ui-field-certificate-scheme = Programm
ui-field-certificate-scope = Geltungsbereich
ui-field-certificate-effective = Gültig ab
ui-field-certificate-effective-hint = Nicht vor dem Tag der Entscheidung
ui-field-certificate-expiry = Läuft ab
ui-field-certificate-surveillance = Überwachung
ui-field-certificate-conditions-of-use = Nutzungsbedingungen

## The frame around an open dossier: reasons, dropping, help

ui-again = Erneut versuchen
ui-list-item = { $label }, { $n }
ui-list-remove = Entfernen: { $label }, { $n }
ui-list-add = Zeile hinzufügen
ui-undone = Zurückgenommen: { $what }
ui-redone = Wiederhergestellt: { $what }
ui-dossier-menu = Menü
ui-dossier-close = Dossier schließen
ui-conflicts = Konflikte: { $n }
ui-about = Über Assay
ui-about-version = Version { $version }
ui-about-network = Assay arbeitet ganz ohne Netzwerk. Alles bleibt in den Dateien, die Sie wählen.
ui-about-standards = Anforderungen werden mit ihrer Kennung und einem kurzen Titel in eigenen Worten genannt. Maßgeblich ist der Wortlaut der Normen.
ui-about-licence = Lizenziert unter MIT oder Apache-2.0, nach Ihrer Wahl.
ui-keys-search = Nach der Wirkung einer Taste oder der Taste suchen
ui-read-only-in-use = Nur zum Ansehen: Ein anderes Fenster oder Programm hat dieses Dossier geöffnet und erfasst darin.
ui-read-only-received = Nur zum Ansehen: Dies ist eine eigene Kopie einer Datei von anderen. Darin wird nichts erfasst.
ui-read-only-no-identity = Nur zum Ansehen: Hier gibt es keinen Schlüssel, der einen Eintrag signieren könnte, oder er ist nicht geöffnet.
ui-read-only-not-writable = Nur zum Ansehen: Die Datei oder ihr Ordner darf nicht beschrieben werden.
ui-read-only-asked = Nur zum Ansehen, wie gewünscht.
ui-read-only-reload = Neu lesen
ui-read-only-write = Zum Erfassen öffnen
ui-read-only-identity = Schlüssel einrichten oder öffnen
ui-identity-ready = Ihr Schlüssel ist geöffnet. Sie können erfassen.
ui-found-finding = Feststellung { $number } zu { $subject }
ui-found-evidence = Nachweis: { $title }
ui-found-field = Vorgang: { $field }
ui-drop = Hier ablegen
ui-drop-workbook = Arbeitsmappe des Herstellers: Angaben importieren
ui-drop-evidence = Andere Dateien: Nachweise, zur gewählten Zeile, wenn eine offen ist
ui-drop-dossier = Dossier (.assay): öffnen
ui-drop-no-dossier = Es ist kein Dossier geöffnet, das die Dateien aufnehmen könnte.
ui-drop-no-dossier-do = Öffnen Sie zuerst ein Dossier, oder legen Sie ein neues an.
ui-drop-read-only = Das Dossier ist nur zum Ansehen geöffnet; es wurde nichts aufgenommen.
ui-drop-others = Nicht importiert: { $n }
ui-drop-others-do = Arbeitsmappen werden einzeln importiert. Legen Sie die übrigen danach noch einmal ab.
ui-drop-ask = Was ist diese Datei?
ui-drop-ask-what = { $name } ist eine Tabelle. Sie kann Angaben des Herstellers enthalten oder ein Nachweis sein.
ui-drop-as-import = Angaben importieren
ui-drop-as-evidence = Als Nachweis hinzufügen

## Report

ui-report-kinds = Arten von Bericht
ui-report-kinds-text = Konformitätsbewertung durch die erste, zweite oder dritte Partei im Sinne von ISO/IEC 17000. Ein Bericht sagt nicht mehr, als seine Art erlaubt.
ui-report-signing = Zu signieren durch
ui-report-signing-none = Es ist noch niemand mit passender Rolle erfasst.
ui-report-you = (Sie)
ui-report-place-issuer = Aussteller
ui-report-place-evaluator = Evaluator
ui-report-place-reviewer = Prüfer (Review)
ui-report-place-approver = freigebende Person
ui-report-place-decision-maker = Entscheider
ui-report-choose = Diese Art wählen
ui-report-chosen = Unten gewählt
ui-report-number = Nummer
ui-report-number-hint = Eine schon benutzte Nummer ergibt die nächste Revision dieses Berichts.
ui-report-language = Sprache des Berichts
ui-report-language-en = Englisch
ui-report-language-de = Deutsch
ui-report-draft = Entwurf des Berichts
ui-report-draft-text = Ein Entwurf zeigt den Bericht, wie er jetzt wäre. Er ist als Entwurf gekennzeichnet, nicht erfasst und nicht signiert.
ui-report-draw = Entwurf zeichnen
ui-report-draw-again = Neu zeichnen
ui-report-drawing = Der Entwurf wird gezeichnet
ui-report-draft-pages = { $n ->
        [one] Eine Seite
       *[other] { $n } Seiten
    }
ui-report-draft-behind = Etwas hat sich geändert; wird neu gezeichnet …
ui-report-replaced = { $n ->
        [one] Ein Zeichen ist in keiner Schrift des Berichts und wird als Code gedruckt:
       *[other] { $n } Zeichen sind in keiner Schrift des Berichts und werden als Code gedruckt:
    }
ui-report-no-view = Die Seiten können hier nicht gezeigt werden: { $detail }
ui-report-issue = Ausstellen …
ui-report-write-draft = Entwurf in einen Ordner schreiben
ui-report-issuing = Der Bericht wird geschrieben
ui-report-folder = Ordner für die Dateien des Berichts
ui-report-not-read-only = Das Dossier ist nur zum Ansehen geöffnet; ausgestellt werden kann nichts.
ui-report-not-number = Ein Bericht braucht eine Nummer.
ui-report-not-gates = { $n ->
        [one] Er kann ausgestellt werden, sobald der Punkt oben geklärt ist.
       *[other] Er kann ausgestellt werden, sobald die { $n } Punkte oben geklärt sind.
    }
ui-report-issue-title = { $kind }, Nummer { $number }
ui-report-issue-folder = Die Dateien kommen in den Ordner „{ $folder }“.
ui-report-issue-files = PDF, Tabelle und JSON entstehen aus einem Datensatz, werden geschrieben und zurückgelesen.
ui-report-issue-seals = Vorher wird alles bisher Erfasste versiegelt; danach werden die Ausstellung und die SHA-256 der Dateien erfasst.
ui-report-issue-signs = Ihr Schlüssel signiert an jeder Stelle, die Sie nennt. Andere signieren später mit der Signaturdatei.
ui-report-issue-signs-not = Keine Stelle nennt Sie, also signiert Ihr Schlüssel nichts. Die Genannten signieren mit der Signaturdatei.
ui-report-issue-final = Ein ausgestellter Bericht bleibt erfasst. Was später zu berichtigen ist, wird als neue Revision ausgestellt.
ui-report-issue-now = Bericht ausstellen
ui-report-issued = Bericht { $number }, Revision { $revision }, ist ausgestellt ({ $n } Seiten).
ui-report-draft-written = Der Entwurf des Berichts { $number }, Revision { $revision }, ist geschrieben ({ $n } Seiten).
ui-report-draft-written-text = { $n ->
        [0] Erfasst oder signiert wurde nichts.
        [one] Erfasst oder signiert wurde nichts. Seiner Ausstellung steht ein Punkt im Weg.
       *[other] Erfasst oder signiert wurde nichts. Seiner Ausstellung stehen { $n } Punkte im Weg.
    }
ui-report-unsigned = Es fehlen die Signaturen von:
ui-report-unsigned-how = Sie öffnen die Signaturdatei neben dem Bericht mit „Meine Signatur hinzufügen“.
ui-report-signed-by-all = Alle, die er nennt, haben signiert.
ui-report-judged = Review und Entscheidung
ui-report-review = Review
ui-report-review-none = Ein Review gab es noch nicht.
ui-report-review-not = Ein Review erfasst nur ein Prüfer dieses Vorgangs, der ihn nicht evaluiert hat.
ui-report-review-points = Punkte
ui-report-review-points-hint = Was angesehen wurde, oder die zurückgegebenen Punkte.
ui-report-review-record = Review erfassen
ui-report-decision = Entscheidung einer Zertifizierungsstelle
ui-report-decision-none = Es ist keine Entscheidung erfasst.
ui-report-decision-not = Die Entscheidung erfasst nur ein Entscheider dieses Vorgangs, der ihn nicht evaluiert hat. Keine andere Art von Bericht braucht eine.
ui-report-decision-reasons = Gründe
ui-report-decision-reasons-hint = Warum erteilt oder abgelehnt wird.
ui-report-decision-record = Entscheidung erfassen
ui-report-result = Ergebnis
ui-report-people = Personen und Rollen des Vorgangs
ui-report-outdated = Danach hat sich etwas geändert; was jetzt gilt, ist damit nicht abgedeckt.
ui-report-by = { $author }, { $time }
ui-report-issued-reports = Ausgestellte Berichte
ui-report-issued-none = Aus diesem Dossier wurde noch kein Bericht ausgestellt.
ui-report-issued-name = { $number }, Revision { $revision }
ui-report-data = Datensatz
ui-report-digests = Die Zahlen sind SHA-256 des Datensatzes und jeder Datei.
ui-report-sign = Meine Signatur zu einem Bericht hinzufügen …
ui-report-sign-text = Wählen Sie die .sig-Datei. Zuerst werden die Dateien daneben mit ihr verglichen.
ui-report-sign-pick = Signaturdatei des Berichts

## Trail

ui-trail-entry = Eintrag
ui-trail-entry-n = Eintrag { $n }
ui-trail-time = Zeit (Angabe)
ui-trail-author = Verfasser
ui-trail-what = Was erfasst wurde
ui-trail-marks = Zu beachten
ui-trail-kind = Art
ui-trail-search = Suchen
ui-trail-all-kinds = Alle Arten
ui-trail-all-authors = Alle Verfasser
ui-trail-nameless = (ohne Namen)
ui-trail-count = { $n ->
        [one] Ein Eintrag
       *[other] { $shown } Einträge
    }
ui-trail-count-of = { $n } von { $all } Einträgen
ui-trail-void = zurückgenommen
ui-trail-idle = zählt nicht
ui-trail-replaces = { $n ->
        [one] ersetzt einen früheren Eintrag
       *[other] ersetzt { $n } frühere Einträge
    }
ui-trail-none = Kein Eintrag passt
ui-trail-none-text = Wählen Sie eine andere Art oder einen anderen Verfasser, oder suchen Sie andere Wörter.
ui-trail-entry-detail = Eintrag { $n } dieser Datei, Nummer { $entry } von { $author }. Zeit nach Angabe des Geräts: { $time }. Art: { $kind }.
ui-trail-to-subject = Zu { $subject }
ui-trail-take-back = Zurücknehmen
ui-trail-kind-chain-open = Kette eröffnet
ui-trail-kind-evaluation-open = Evaluierung eröffnet
ui-trail-kind-case-set = Angabe zum Vorgang
ui-trail-kind-actor-enroll = Person zugelassen
ui-trail-kind-claim-set = Herstellerangabe
ui-trail-kind-import = Übernahme
ui-trail-kind-applicability-set = Anwendbarkeit
ui-trail-kind-fulfilment-set = Art der Erfüllung
ui-trail-kind-declaration-set = deklarierter Reifegrad
ui-trail-kind-verdict-set = Urteil
ui-trail-kind-activity-set = Evaluierungstätigkeit
ui-trail-kind-evidence-add = Nachweis
ui-trail-kind-evidence-link = Zuordnung eines Nachweises
ui-trail-kind-evidence-withhold = Nachweis entnommen
ui-trail-kind-finding-raise = Feststellung getroffen
ui-trail-kind-finding-move = Feststellung weitergeführt
ui-trail-kind-profile-adopt = Profil
ui-trail-kind-edition-move = Ausgabe
ui-trail-kind-tag-set = Kennzeichen
ui-trail-kind-review-record = Review
ui-trail-kind-decision-record = Entscheidung
ui-trail-kind-report-issue = Bericht ausgestellt
ui-trail-kind-report-sign = signierte Datei erfasst
ui-trail-kind-retract = Rücknahme
ui-trail-kind-seal = Siegel
ui-trail-sealed-for = versiegelte alles bisher Erfasste ({ $purpose })
ui-trail-verify = Jetzt verifizieren
ui-trail-verifying = Die Datei des Dossiers wird verifiziert
ui-trail-verify-result = Verifizierung
ui-trail-verify-ok = { $time }: In dem, was geprüft wurde, fand sich nichts Falsches.
ui-damaged = Dieses Dossier enthält nicht mehr, was erfasst wurde.
ui-damaged-do = Erfassen Sie nichts mehr darin. Behalten Sie die Datei, wie sie ist, und arbeiten Sie mit einer Kopie von vorher weiter; das Protokoll sagt, was geprüft wurde.
ui-damaged-trail = Prüfung ansehen
ui-trail-verify-wrong = { $time }: Etwas stimmt nicht.
ui-trail-verify-checked = Geprüft
ui-trail-verify-remarks = Zu beachten
ui-trail-verify-limits = Was das nicht zeigt
ui-trail-verify-limits-text = Anderswo aufzubewahren ist der Checkpoint (Schaltfläche oben). Das kleine Programm assay-verify vergleicht ihn mit einer Kopie dieser Datei.
ui-trail-seal = Versiegeln…
ui-trail-seal-title = Alles bisher Erfasste versiegeln
ui-trail-seal-text = Ein Siegel ist ein Eintrag, der den neuesten Eintrag von jedem, alle gegenwärtigen Werte und alle Nachweise mit ihrem SHA-256 nennt. Eine spätere Änderung an etwas davor wird erkennbar.
ui-trail-seal-purpose = Wofür das Siegel ist
ui-trail-seal-opening-hint = Nach dem Eröffnungsgespräch, bevor evaluiert wird.
ui-trail-seal-day-end-hint = Am Ende eines Arbeitstags, vor Ort oder am Schreibtisch.
ui-trail-seal-closing-meeting-hint = Mit dem Stand, der im Abschlussgespräch vorgestellt wurde.
ui-trail-seal-limit = Das Siegel liegt in derselben Datei. Es schützt so weit, wie sein Checkpoint dort aufbewahrt wird, wo andere ihn nicht ändern können: Geben Sie ihn dem Auftraggeber, oder schreiben Sie ihn auf.
ui-trail-seal-now = Versiegeln
ui-trail-sealed = Versiegelt, Eintrag { $n }.
ui-trail-sealed-text = Bewahren Sie den Checkpoint außerhalb dieses Rechners auf.
ui-trail-checkpoint = Checkpoint
ui-trail-checkpoint-title = Checkpoint Ihrer Einträge
ui-trail-checkpoint-text = Signiert mit Ihrem Schlüssel. Wer ihn aufbewahrt, kann später sagen, ob diese Einträge noch dieselben und vollständig sind.
ui-trail-checkpoint-covers = Umfasst
ui-trail-checkpoint-entries = { $n ->
        [one] Ihren ersten Eintrag
       *[other] Ihre ersten { $shown } Einträge
    }
ui-trail-checkpoint-root = Wurzel
ui-trail-checkpoint-note = Signierte Notiz
ui-trail-copy = Kopieren
ui-trail-copied = Kopiert.
ui-trail-copy-self = Der Text ist ausgewählt; kopieren Sie ihn mit den Tasten Ihres Systems.
ui-trail-qr = Die signierte Notiz als QR-Code

## Series

ui-series-as-of = Stand { $date }
ui-series-text = Die Dokumente der IEC 62443, wie es sie gibt, neben dem, was eine verbreitete Übersicht nennt. Wo beides sich unterscheidet, steht es dabei.
ui-series-search = Suchen
ui-series-phase = Phase im Lebenszyklus
ui-series-phase-assess = Beurteilen
ui-series-phase-develop = Entwickeln und umsetzen
ui-series-phase-maintain = Aufrechterhalten
ui-series-phase-has = { $documents } Dokumente, { $checklists } Checklisten, { $dossiers } Dossiers
ui-series-phase-checklists = Checklisten dafür
ui-series-phase-dossiers = Dossiers, die dazugehören
ui-series-phase-no-dossiers = Kein hier geöffnetes Dossier gehört dazu.
ui-series-all-phases = Alle Phasen
ui-series-checklist = Checkliste in Assay
ui-series-any = Mit oder ohne
ui-series-with-checklist = Mit einer Checkliste
ui-series-no-checklist = keine
ui-series-count = { $n ->
        [one] Eines von { $all } Dokumenten.
       *[other] { $shown } von { $all } Dokumenten.
    }
ui-series-served = Checklisten in Assay dafür: { $checklists }.
ui-series-tier = Ebene { $n } der Übersicht: { $label }
ui-series-none = Kein Dokument passt
ui-series-none-text = Suchen Sie andere Wörter, oder wählen Sie eine andere Phase.
ui-series-sources = Quellen
ui-series-compared = { $document }: was es gibt und was die Übersicht nennt
ui-series-real = Was es gibt
ui-series-overview = Was die Übersicht nennt
ui-series-difference = Unterschied
ui-series-differs = weicht ab
ui-series-not-stated = nicht genannt
ui-series-title = Titel
ui-series-type = Art
ui-series-status = Stand
ui-series-scope = Was eine Beurteilung danach umfasst
ui-series-assessable = Beurteilbar
ui-series-confidence = Wie verlässlich das ist
ui-series-confidence-high = verlässlich
ui-series-confidence-medium = recht verlässlich
ui-series-confidence-low = wenig verlässlich

## Row: one requirement with everything about it, and what is recorded there

ui-row-region = Anforderung { $row }
ui-row-conflicting = Widersprechende Werte
ui-row-level = Ab SL { $level }
ui-row-above-claim = Über dem Anspruch
ui-row-declared-ml = Deklariert ML { $ml }
ui-row-ml = Evaluiert ML { $ml }
ui-row-declared = deklariert
ui-row-confidence-low = Nicht nachgeprüft
ui-row-confidence-low-hint = Unsere Angaben zu diesem Eintrag sind nicht an der Norm nachgeprüft. Vergleichen Sie sie mit Ihrem Exemplar.
ui-row-kind-ccsc = gemeinsame Randbedingung
ui-row-kind-base = Basisanforderung
ui-row-kind-enhancement = Erweiterung
ui-row-clause = Abschnitt { $clause }
ui-row-activities-open = { $count ->
        [one] Eine Evaluierungstätigkeit kommt vor den Anforderungen und ist noch offen.
       *[other] { $count } Evaluierungstätigkeiten kommen vor den Anforderungen und sind noch offen.
    }
ui-row-guidance = Hinweise
ui-row-claims = Angaben des Herstellers
ui-row-applicability = Anwendbarkeit
ui-row-fulfilment = Art der Erfüllung
ui-row-declared-level = Deklarierter Reifegrad
ui-row-verdict = Urteil
ui-row-evidence = Nachweise
ui-row-findings = Feststellungen
ui-row-history = Verlauf
ui-row-no-findings = Keine Feststellung zu dieser Zeile.
ui-row-condition = Trifft das zu?
ui-row-sub-points = Jeder Teil muss erfüllt sein
ui-row-applies-to = Komponententypen: { $types }
ui-row-owner-parameter = Hier legt der Anlagenbetreiber einen Wert fest. Prüfen Sie den vereinbarten Wert, keinen festen.
ui-row-documentation = Dem Anlagenbetreiber wird ein Dokument geliefert.
ui-row-no-documentation = Verlangt ist eine Fähigkeit; ein Dokument muss nicht geliefert werden.
ui-row-parent = Erweitert
ui-row-enhancements = Erweitert durch
ui-row-needs = Hängt ab von
ui-row-brings = Zieht nach sich
ui-row-typical-evidence = Typische Nachweise
ui-row-evaluator-does = Was der Evaluator tut
ui-row-not-enough = Was nicht genügt
ui-guidance-low = Unsere Lesart, unsicher
ui-guidance-low-hint = Wir wissen kaum mehr als den Titel dieser Anforderung. Prüfen Sie diese Hinweise an Ihrer Ausgabe der Norm.
ui-guidance-applies-if = Wann sie anwendbar ist
ui-guidance-checks = Was zu prüfen ist
ui-guidance-levels = Was mit dem Level steigt
ui-guidance-couplings = Diese Zeilen mit ansehen
ui-guidance-test = Vorgeschlagener Test { $n }
ui-guidance-test-preparation = Vorbereitung
ui-guidance-test-steps = Schritte
ui-guidance-test-result = Erwartetes Ergebnis
ui-guidance-untestable = Warum nicht getestet wird
ui-row-own-text = Ihr lizenzierter Text
ui-row-own-text-note = Nur auf diesem Rechner angezeigt.
ui-row-profile-excludes = Das Profil „{ $profile }“ schließt diese Zeile aus; sie wird nicht evaluiert (N/E).
ui-row-profile = Profil „{ $profile }“
ui-row-profile-level = Es verlangt Level { $level }.
ui-row-profile-examples = Beispiele der Umsetzung
ui-row-no-guidance = Die Checkliste sagt zu dieser Zeile nichts weiter.
ui-row-own-words = In unseren eigenen Worten; der Wortlaut der Norm steht in Ihrem Exemplar.

ui-claim-none = Der Hersteller hat zu dieser Zeile nichts angegeben. Importieren Sie seine Arbeitsmappe, oder urteilen Sie ohne Angabe.
ui-claim-not-verdict = Eine Angabe ist, was der Hersteller sagt. Sie ist weder Urteil noch Nachweis.
ui-claim-changed = Geändert seit dem Urteil
ui-claim-removed-in = In { $file } nicht mehr beantwortet
ui-claim-removed-in-do = Die Angabe bleibt, wie sie ist. Fragen Sie den Hersteller, ob sie noch gilt.
ui-claim-notes = Kommentare an ihren Zellen
ui-comment = Kommentar bei { $cell }:
ui-comment-by = Kommentar bei { $cell } von { $author }:
ui-claim-meaning-unknown = Bedeutung nicht erkannt
ui-claim-answer = Antwort
ui-claim-declared = Deklarierte Stufe
ui-claim-evidence = Verweise
ui-claim-comment = Kommentar
ui-claim-origin = Aus
ui-claim-cut = (nur der Anfang)
ui-claim-place = { $file }, Blatt { $sheet }, Zelle { $cell }, Zeile { $line }
ui-claim-imported = importiert von { $author }, { $time }; SHA-256 { $digest }…
ui-meaning-met = Angabe: erfüllt
ui-meaning-partial = Angabe: teilweise erfüllt
ui-meaning-not_met = Angabe: nicht erfüllt
ui-meaning-not_applicable = Angabe: nicht anwendbar
ui-meaning-not_assessed = Angabe: nicht bewertet
ui-meaning-not_evaluated = Angabe: nicht evaluiert

ui-recorded-by = { $author }, { $time }
ui-applicability-yes = Anwendbar
ui-applicability-no = Nicht anwendbar
ui-applicability-confirmed = Vom Evaluator bestätigt
ui-applicability-unconfirmed = Noch nicht bestätigt
ui-applicability-none = Nichts erfasst. Die Zeile gilt als anwendbar.
ui-applicability-confirm = Begründung bestätigen
ui-applicability-record-yes = Als anwendbar erfassen
ui-applicability-record-no = Als nicht anwendbar erfassen
ui-fulfilment-question = Was erfüllt die Anforderung?
ui-fulfilment-hint = „Lässt sich in ein System einbinden, das es leistet“ ist immer noch durch die Komponente erfüllt, wo die Anforderung nicht mehr verlangt.
ui-fulfilment-countermeasure = Was das System leisten muss
ui-fulfilment-countermeasure-hint = Die Gegenmaßnahme außerhalb der Komponente, etwa eine Zonen-Firewall, die einen Port sperrt.
ui-fulfilment-documented = Wo die Benutzerdokumentation es sagt
ui-fulfilment-documented-hint = Dokument und Abschnitt.
ui-fulfilment-none = Noch nicht erfasst. Eine erfüllte Zeile braucht sie.
ui-fulfilment-record = Art der Erfüllung erfassen
ui-mode-by_component = Durch die Komponente erfüllt
ui-mode-by_system_integration = Durch Systemintegration erfüllt
ui-declared-none = Weder für diese Zeile noch für den Vorgang ist ein Reifegrad deklariert.
ui-declared-is = ML { $ml } ist deklariert.
ui-declared-level = Für diese Zeile deklarierter Reifegrad
ui-declared-hint = Er geht für diese Zeile dem des Falls vor.
ui-declared-record = Deklarierten Reifegrad erfassen

ui-evaluation-verdict = Urteil
ui-evaluation-stands = { $verdict }, erfasst von { $author }, { $time }
ui-evaluation-does-not-hold = Dieses Urteil besteht nicht neben dem, was sonst zu der Zeile erfasst ist.
ui-evaluation-does-not-hold-do = Lesen Sie die Anmerkungen oben; erfassen Sie es dann neu, oder berichtigen Sie, was dagegen steht.
ui-evaluation-rationale = Begründung: was gesehen wurde und warum es zum Urteil führt
ui-evaluation-justification = Begründung: warum die Anforderung nicht zutreffen kann
ui-evaluation-justification-hint = Nennen Sie die Schnittstelle, Funktion oder Dienstleistung, die es nicht gibt, und wo das zu sehen war.
ui-evaluation-reason-not-evaluated = Grund: warum nicht evaluiert wird
ui-evaluation-recorded-text = Erfassten Text übernehmen
ui-evaluation-was-not-applicable = Die Zeile ist als nicht anwendbar erfasst. Ein Urteil braucht den Grund, warum sie doch anwendbar ist.
ui-evaluation-applicable-why = Warum sie doch anwendbar ist
ui-evaluation-confirm = Ich habe die Begründung geprüft und bestätige sie
ui-evaluation-confirm-hint = Ohne das ist die Zeile noch nicht „nicht anwendbar“.
ui-evaluation-sub-points = Erfüllte Teile: { $met } von { $all }
ui-evaluation-ml = Evaluierter Reifegrad
ui-evaluation-ml-choose = Reifegrad wählen
ui-evaluation-ml-declared = Deklariert: ML { $ml }. Die Stufen bauen aufeinander auf.
ui-evaluation-ml-not-declared = Es ist kein Reifegrad deklariert; setzen Sie ihn für den Vorgang oder für diese Zeile.
ui-evaluation-lowered = Warum der Anspruch gesenkt wird
ui-evaluation-lowered-hint = Der evaluierte Reifegrad liegt unter dem deklarierten.
ui-evaluation-evidence-named = { $count ->
        [0] Das Urteil nennt keinen Nachweis
        [one] Das Urteil nennt einen Nachweis
       *[other] Das Urteil nennt { $count } Nachweise
    }
ui-evaluation-evidence-none-linked = Es ist nichts zugeordnet. Fügen Sie unten Nachweise hinzu, oder sagen Sie, warum es keinen gibt.
ui-evaluation-no-evidence = Warum kein Nachweis genannt ist
ui-evaluation-no-evidence-hint = Eine erfüllte oder bestandene Zeile braucht Nachweise; nur ein anderes Urteil kann ohne stehen.
ui-evaluation-finding-open = { $finding } ist zu dieser Zeile noch offen.
ui-evaluation-finding-open-do = Verifizieren und schließen Sie sie zuerst; das frühere Urteil bleibt im Verlauf.
ui-evaluation-finding-needed = Ein negatives Urteil braucht eine Feststellung. Sie wird zusammen mit dem Urteil erfasst.
ui-evaluation-finding-too = Dazu eine Feststellung treffen
ui-evaluation-record = Erfassen
ui-evaluation-discard = Zurück zum Erfassten
ui-evaluation-unrecorded = noch nicht erfasst

ui-conflict-what = { $count } Werte widersprechen sich: { $field }. Keiner davon zählt.
ui-conflict-way = Vergleichen Sie sie, übernehmen Sie den zutreffenden in das Formular, ergänzen Sie seine Begründung, und erfassen Sie ihn. Die anderen bleiben im Verlauf.
ui-conflict-take = Diesen übernehmen: { $author }
ui-conflict-verdict = Urteil
ui-conflict-applicability = Anwendbarkeit
ui-conflict-fulfilment = Art der Erfüllung
ui-conflict-declaration = deklarierter Reifegrad
ui-value-verdict = Urteil
ui-value-rationale = Begründung
ui-value-no_evidence_reason = Warum kein Nachweis
ui-value-ml = Reifegrad
ui-value-lowered_claim = Gesenkter Anspruch
ui-value-sub_points_met = Erfüllte Teile
ui-value-applicable = Anwendbar
ui-value-confirmed = Bestätigt
ui-value-justification = Begründung
ui-value-mode = Erfüllt
ui-value-countermeasure = Gegenmaßnahme
ui-value-documented_in = Dokumentiert in
ui-value-evidence = Nachweise
ui-true = ja
ui-false = nein

ui-history-none = Hier ist noch nichts erfasst.
ui-history-entry = { $author }, { $time }, Eintrag { $entry }
ui-history-void = zurückgenommen
ui-history-counts-not = bleibt ohne Wirkung: Der Schlüssel ist nicht zugelassen oder hat die Rolle nicht
ui-history-replaces = { $count ->
        [one] ersetzt einen früheren Eintrag
       *[other] ersetzt { $count } frühere Einträge
    }
ui-history-take-back = Zurücknehmen
ui-history-all = { $count ->
        [one] Einen weiteren zeigen
       *[other] { $count } weitere zeigen
    }

## Events of the trail in words

ui-log-chain-open = eröffnete eine Kette als { $name }, { $organisation }
ui-log-evaluation-open = eröffnete die Evaluierung „{ $title }“ nach { $checklist }
ui-log-case-set = erfasste { $field }: { $value }
ui-log-actor-enroll = ließ { $name }, { $organisation }, zu als { $roles }
ui-log-claim-set = importierte die Angabe des Herstellers zu { $row }: „{ $answer }“ ({ $file_name }, { $sheet }, { $place })
ui-log-import = importierte { $file_name }, Blatt { $sheet }
ui-log-applicability-set = { $row }: { $applicable ->
        [true] anwendbar
       *[false] nicht anwendbar
    }. { $justification }
ui-log-fulfilment-set = { $row }: { $mode }. { $countermeasure } { $documented_in }
ui-log-declaration-set = { $row }: ML { $ml } deklariert
ui-log-verdict-set = { $row }: { $verdict }. { $rationale }
ui-log-activity-set = { $activity }: { $verdict }. { $rationale }
ui-log-evidence-add = registrierte den Nachweis { $name } ({ $class })
ui-log-evidence-link = { $about }: Nachweis { $linked ->
        [false] nicht mehr zugeordnet
       *[true] zugeordnet
    }
ui-log-evidence-withhold = entnahm die Bytes eines Nachweises: { $reason }
ui-log-profile-adopt = hat das Profil „{ $title }“, Version { $version }, übernommen
ui-log-edition-move = hat die Evaluierung auf { $checklist } umgestellt: { $carried } Zeilen übernommen, { $review } anzusehen; Grund: { $reason }
ui-log-tag-set = { $row }: Merkmal { $tag } ist „{ $value }“
ui-log-finding-raise = traf die Feststellung { $finding } ({ $grade }): { $statement }
ui-log-finding-move = { $finding } ist jetzt: { $state }. { $note }
ui-log-retract = nahm eigene Einträge zurück: { $reason }
ui-log-review-record = Review { $result }: { $points }
ui-log-decision-record = Entscheidung { $result }: { $reasons }
ui-log-report-issue = stellte den Bericht { $number }, Revision { $revision }, aus
ui-log-report-sign = erfasste die signierte Datei { $name } von Bericht { $number }, Revision { $revision }
ui-log-seal = versiegelte alles Bisherige
ui-log-anchor = erfasste einen Anker
ui-log-merge = übernahm eine andere Kopie: { $events } Einträge, { $evidence } Nachweise
ui-log-unknown = ein Ereignis der Art { $kind }, das diese Version nicht kennt

## Evidence: at a row, in the register, looked at

ui-evidence-title = Titel
ui-evidence-title-hint = Wie ein Leser es zitieren würde. Leer nimmt den Dateinamen.
ui-evidence-title-and-name = Titel und Dateiname
ui-evidence-day = Datum
ui-evidence-name = Dateiname
ui-evidence-class = Klasse
ui-evidence-class-choose = Wählen Sie, was es ist
ui-evidence-class-all = Alle Klassen
ui-evidence-class-ml = { $class } (ML { $ml })
ui-evidence-revision = Revision
ui-evidence-revision-short = Rev. { $revision }
ui-evidence-producer = Erstellt von
ui-evidence-confidentiality = Vertraulichkeit
ui-evidence-date = Datum des Dokuments
ui-evidence-version = Version der Komponente
ui-evidence-version-hint = Die Version, für die er entstand. Ein Nachweis für eine andere Version besagt wenig.
ui-evidence-project = Stichprobenprojekt
ui-evidence-project-hint = Das Projekt oder der Vertrag, aus dem er stammt.
ui-evidence-project-known = Bisher genannt: { $projects }
ui-evidence-size = Größe
ui-evidence-size-exact = { $size } ({ $bytes } Byte)
ui-evidence-type = Typ nach Inhalt
ui-evidence-digest = SHA-256
ui-evidence-digest-beginning = SHA-256 beginnt
ui-evidence-rows = Verwendet von
ui-evidence-used-by = Verwendet von
ui-evidence-unused = noch nichts
ui-evidence-registered = Registriert
ui-evidence-own = Von Assay abgelegt
ui-evidence-own-hint = Eine Checkliste, ein Import oder die Arbeitsmappe des Herstellers. Das trägt allein nie ein positives Urteil.
ui-evidence-withheld = Entnommen
ui-evidence-withheld-because = Die Bytes wurden entnommen: { $reason }
ui-evidence-withheld-do = Der Eintrag im Register bleibt, mit seinem SHA-256. Wer die Datei hat, kann sie weiterhin vergleichen.
ui-evidence-in-verdict = Im Urteil
ui-evidence-linked = Zugeordnet
ui-evidence-interview-only = Stützt nur
ui-evidence-notice = Ansehen
ui-evidence-none-here = Noch ist kein Nachweis zugeordnet.
ui-evidence-choose-files = Dateien hinzufügen
ui-evidence-camera = Foto aufnehmen
ui-evidence-link-existing = Vorhandene zuordnen
ui-evidence-add-hint = Dateien lassen sich auch auf das Fenster ziehen und Bilder aus der Zwischenablage einfügen.
ui-evidence-pick = Nachweise, die hinzugefügt werden
ui-evidence-add = Nachweise hinzufügen
ui-evidence-add-to = Nachweise zu { $subject } hinzufügen
ui-evidence-add-now = { $count ->
        [one] Hinzufügen
       *[other] { $count } Dateien hinzufügen
    }
ui-evidence-adding = Wird gelesen, gehasht und abgelegt
ui-evidence-added = { $count ->
        [one] Ein Nachweis wurde hinzugefügt.
       *[other] { $count } Nachweise wurden hinzugefügt.
    }
ui-evidence-not-added = { $name } wurde nicht hinzugefügt: { $why }
ui-evidence-leave-out = { $name } weglassen
ui-evidence-too-large-to-paste = { $name } ist zum Einfügen zu groß.
ui-evidence-too-large-to-paste-do = Fügen Sie es als Datei hinzu, oder ziehen Sie es auf das Fenster.
ui-evidence-camera-live = Bild der Kamera
ui-evidence-camera-take = Aufnehmen
ui-evidence-camera-taken = Eben aufgenommenes Foto
ui-evidence-camera-again = Noch einmal aufnehmen
ui-evidence-camera-use = Dieses verwenden
ui-evidence-camera-failed = Die Kamera liefert kein Bild: { $detail }
ui-evidence-camera-failed-do = Erlauben Sie dem Programm, sie zu verwenden, schließen Sie andere Programme, die sie belegen, oder fügen Sie ein Bild als Datei hinzu.
ui-evidence-look-at = { $name } ansehen
ui-evidence-unlink = Zuordnung lösen
ui-evidence-link-title = Nachweise zu { $subject } zuordnen
ui-evidence-link-which = Registrierte Nachweise
ui-evidence-link-now = { $count ->
        [0] Zuordnen
        [one] Einen zuordnen
       *[other] { $count } zuordnen
    }
ui-evidence-search = In Nachweisen suchen
ui-evidence-nothing-found = Nichts passt.
ui-evidence-none-to-choose = Es gibt keinen registrierten Nachweis zur Auswahl.
ui-evidence-more-found = { $count } weitere passen. Suchen Sie nach Wörtern des gemeinten.
ui-evidence-more = { $count ->
        [one] Einen weiteren zeigen
       *[other] { $count } weitere zeigen
    }
ui-evidence-divider = Breite der Einzelheiten
ui-evidence-only-unused = Nur nicht verwendete
ui-evidence-show-own = Auch zeigen, was Assay abgelegt hat
ui-evidence-show-all = Alle zeigen
ui-evidence-empty = Noch keine Nachweise
ui-evidence-empty-do = Ziehen Sie Dateien auf das Fenster, oder fügen Sie sie hier hinzu. Jede wird mit ihrem SHA-256 im Dossier abgelegt und kann jeder Zeile zugeordnet werden.
ui-evidence-choose-one = Nichts gewählt
ui-evidence-choose-one-do = Wählen Sie einen Nachweis, um ihn anzusehen, zu beschreiben oder zu sehen, welche Zeilen ihn verwenden.
ui-evidence-count = { $shown } von { $all } Nachweisen
ui-evidence-shown = Gezeigt: { $name }
ui-evidence-preview = Vorschau
ui-evidence-card = Beschreibung
ui-evidence-describe = Beschreibung erfassen
ui-evidence-save = Kopie speichern
ui-evidence-saved = { $name } wurde geschrieben.
ui-evidence-reading = Wird gelesen und gehasht
ui-evidence-intact = SHA-256 { $sha256 }, eben geprüft: stimmt überein
ui-evidence-damaged = BESCHÄDIGT: Die abgelegten Bytes sind nicht die, die als SHA-256 { $sha256 } registriert wurden.
ui-evidence-damaged-do = Verlassen Sie sich nicht auf das Gezeigte. Verifizieren Sie das Dossier in der Ansicht „Protokoll“, und beschaffen Sie eine unbeschädigte Kopie aus einer Sicherung oder von ihrem Urheber.
ui-evidence-text-cut = Gezeigt wird nur der Anfang des Textes.
ui-evidence-text-cut-do = Speichern Sie eine Kopie, um alles zu lesen.
ui-evidence-large = Die Datei ist zu groß, um hier gezeigt zu werden.
ui-evidence-no-preview = Dateien dieses Typs werden hier nicht gezeigt ({ $type }).
ui-evidence-save-do = Speichern Sie eine Kopie, und öffnen Sie sie mit dem passenden Programm.
ui-evidence-withhold = Entnehmen
ui-evidence-withhold-title = { $name } entnehmen
ui-evidence-withhold-final = Die Bytes werden endgültig aus dem Dossier entnommen. Das kann nicht zurückgenommen werden.
ui-evidence-withhold-final-do = Name, Klasse und SHA-256 bleiben im Register, ebenso Ihr Grund. Speichern Sie vorher eine Kopie, wenn Sie die Datei noch brauchen.
ui-evidence-withhold-reason = Grund, etwa personenbezogene Daten Dritter
ui-evidence-withhold-now = Bytes entnehmen
ui-evidence-many-rows = { $count } Zeilen stützen sich auf diesen einen Nachweis.
ui-evidence-many-rows-do = Prüfen Sie, ob er wirklich für jede von ihnen spricht.
ui-evidence-two-levels = Er steht hinter Zeilen, die mit ML 2 ({ $two }), und hinter solchen, die mit ML 3 oder höher ({ $three }) evaluiert sind.
ui-evidence-two-levels-do = Ein Verfahren zeigt ML 2, seine Ausführung ML 3. Prüfen Sie, ob die Zeilen der höheren Stufe auch datierte Aufzeichnungen nennen.
ui-evidence-register = Register
ui-documents = Dokumente
ui-documents-text = Worauf die Angaben des Herstellers verweisen, aus seinen Verweisen gelesen. Nichts davon ist eine Feststellung zu den Nachweisen selbst.
ui-documents-none = Keine Angabe verweist auf ein Dokument
ui-documents-none-do = Übernehmen Sie eine Tabelle eines Herstellers mit einer Spalte, die auf Nachweise verweist.
ui-documents-to-import = Zum Import
ui-documents-count = { $n ->
        [one] Ein Dokument
       *[other] { $n } Dokumente
    }
ui-documents-state-arrived = Eingegangen
ui-documents-state-missing = Fehlt
ui-documents-state-perhaps = Vielleicht eingegangen
ui-documents-state-other-revision = In anderer Revision eingegangen
ui-documents-state-other-content = Mit anderem Inhalt eingegangen
ui-documents-revisions = Revisionen, auf die verwiesen wird: { $revisions }
ui-documents-wanted = Nicht da: { $revisions }
ui-documents-addresses = Adressen daneben, nicht abgerufen: { $addresses }
ui-documents-rows = { $n ->
        [one] Eine Zeile nennt es, { $linked } zugeordnet
       *[other] { $shown } Zeilen nennen es, { $linked } zugeordnet
    }
ui-documents-places = bei { $places }
ui-documents-reading = vielleicht: Die Zeile davor nennt es; wird nicht mit zugeordnet
ui-documents-is-it = dieses Dokument
ui-documents-may-be-it = vielleicht dieses Dokument
ui-documents-link = { $n ->
        [one] Der einen Zeile zuordnen
       *[other] Den { $shown } Zeilen zuordnen
    }
ui-documents-linked = { $n ->
        [one] Der Zeile zugeordnet, die auf { $document } verweist.
       *[other] Den { $shown } Zeilen zugeordnet, die auf { $document } verweisen.
    }
ui-documents-linked-all = allen seinen Zeilen zugeordnet
ui-documents-arrived = { $file } ist das Dokument { $document }, auf das der Hersteller verweist.
ui-documents-arrived-more = { $n ->
        [one] Eines mehr ist eingegangen; siehe unten.
       *[other] { $n } weitere sind eingegangen; siehe unten.
    }
ui-documents-arrived-several = { $n } eben hinzugefügte Dateien sind Dokumente, auf die der Hersteller verweist.
ui-documents-show = Dokumente zeigen
ui-documents-request = Anforderungsliste schreiben…
ui-documents-request-language = Sprache der Anforderungsliste
ui-documents-alike = Vielleicht ein Dokument
ui-documents-alike-text = Das können zwei Namen eines Dokuments sein. Zusammengeführt wurde nichts.
ui-documents-alike-pair = { $first } und { $second }:
ui-documents-others = Verweise, die kein Dokument nennen
ui-documents-others-text = Sie stehen, wie der Hersteller sie schrieb; was gemeint ist, muss ein Mensch sagen.
ui-documents-other-location = eine Stelle ohne Dokument
ui-documents-other-row = verweist auf eine andere Zeile
ui-documents-other-above = verweist auf etwas darüber
ui-documents-other-below = verweist auf etwas darunter
ui-documents-other-pending = ein Nachweis wird angekündigt
ui-documents-other-none = sagt, dass es keinen gibt
ui-documents-other-text = anderer Text
ui-producer-supplier = Hersteller
ui-producer-evaluator = Evaluator
ui-producer-third_party = Dritter
ui-confidentiality-public = Öffentlich
ui-confidentiality-confidential = Vertraulich
ui-confidentiality-strictly_confidential = Streng vertraulich
ui-class-process_artefact = Artefakt des Entwicklungsprozesses
ui-class-design_doc = Entwurfsdokumentation
ui-class-user_guidance = Benutzerdokumentation
ui-class-requirement_test = Test einer Anforderung
ui-class-security_test = Sicherheitstest
ui-class-evaluator_test = Test des Evaluators
ui-class-evaluator_test-hint = Vom Evaluator durchgeführt oder beobachtet.
ui-class-inspection = Inspektion
ui-class-interview = Befragung
ui-class-interview-hint = Stützt andere Nachweise; allein trägt sie kein positives Urteil.
ui-class-declaration = Erklärung
ui-class-procedure = Verfahren
ui-class-procedure-hint = Schriftlich, mit Verantwortlichem, Version und Freigabe. ML 2 braucht es zusammen mit Kompetenz.
ui-class-competence = Kompetenz
ui-class-competence-hint = Schulung, Qualifikation oder Rollenmatrix der Ausführenden.
ui-class-deliverable = Geliefertes Dokument
ui-class-deliverable-hint = Geben Sie Datum und Stichprobenprojekt an: ML 3 braucht beides.
ui-class-execution_record = Ausführungsaufzeichnung
ui-class-execution_record-hint = Geben Sie Datum und Stichprobenprojekt an: ML 3 braucht beides.
ui-class-metrics = Kennzahlen
ui-class-metrics-hint = Zahlen, die ausgewertet werden, und was daraus folgte.
ui-class-other = Sonstiges
ui-class-vendor_workbook = Arbeitsmappe des Herstellers
ui-class-profile = Profil
ui-class-checklist = Checkliste
ui-class-import_ledger = Zeilennachweis eines Imports
ui-class-import_text = Langer Text eines Imports
ui-size-bytes = { $size } B
ui-size-kib = { $size } KiB
ui-size-mib = { $size } MiB
ui-zoom = Zoom
ui-zoom-in = Größer
ui-zoom-out = Kleiner
ui-zoom-fit = Einpassen
ui-pdf-tools = Seiten des Dokuments
ui-pdf-page = Seite { $page } von { $pages }
ui-pdf-previous = Vorige Seite
ui-pdf-next = Nächste Seite
ui-pdf-failed = Das PDF kann nicht gezeigt werden: { $detail }
ui-pdf-failed-do = Speichern Sie eine Kopie, und öffnen Sie sie mit einem PDF-Programm.
ui-pdf-page-failed = Seite { $page } kann nicht gezeigt werden: { $detail }

## Findings

ui-finding-grade = Einstufung
ui-grade-major = Schwerwiegend
ui-grade-minor = Geringfügig
ui-grade-observation = Beobachtung
ui-state-raised = Getroffen
ui-state-accepted = Angenommen
ui-state-disputed = Bestritten
ui-state-plan_proposed = Plan vorgeschlagen
ui-state-plan_accepted = Plan angenommen
ui-state-implemented = Umgesetzt
ui-state-closed = Geschlossen
ui-state-withdrawn = Zurückgezogen
ui-finding-statement = Was fehlt
ui-finding-statement-hint = Ein oder zwei Sätze, die im Bericht stehen.
ui-finding-reason = Warum diese Einstufung
ui-finding-why-grade = Einstufung, weil: { $reason }
ui-finding-evidence = Gesehen in: { $evidence }
ui-finding-seen-in = Nachweis, in dem es zu sehen war
ui-finding-due = Fällig { $due }
ui-finding-overdue = Überfällig seit { $due }
ui-finding-contested = Zwei Feststellungen tragen diese Nummer
ui-finding-steps = { $count ->
        [one] Ein Schritt
       *[other] { $count } Schritte
    }
ui-finding-next = Nächste Schritte
ui-finding-to-accepted = Vom Kunden angenommen
ui-finding-to-disputed = Vom Kunden bestritten
ui-finding-to-plan_proposed = Plan vorgeschlagen
ui-finding-to-plan_accepted = Plan annehmen
ui-finding-to-implemented = Umgesetzt
ui-finding-to-closed = Schließen
ui-finding-to-withdrawn = Zurückziehen
ui-finding-raise = Feststellung treffen
ui-finding-raise-on = Feststellung zu { $subject } treffen
ui-finding-subject = Zeile oder Tätigkeit
ui-finding-subject-hint = Etwa CR 1.1, SP.01.01 BR @integration oder CTX-1.
ui-finding-move-title = { $finding } weiterführen
ui-finding-state = Neuer Stand
ui-finding-note = Notiz
ui-finding-note-accepted = Was der Kunde geantwortet hat.
ui-finding-note-disputed = Was der Kunde dagegen vorbringt.
ui-finding-note-plan_proposed = Korrektur, Ursache und Korrekturmaßnahme, wie vorgeschlagen.
ui-finding-note-plan_accepted = Warum der Plan ausreicht.
ui-finding-note-implemented = Was nach Angabe des Kunden getan wurde.
ui-finding-note-closed = Was verifiziert wurde und wie.
ui-finding-note-withdrawn = Warum die Feststellung nicht besteht.
ui-finding-due-date = Termin des Plans
ui-finding-closing-evidence = Nachweis der Verifizierung
ui-finding-step-evidence = Nachweis des Getanen
ui-findings-count = { $shown } von { $all } Feststellungen
ui-findings-divider = Breite der Feststellung
ui-findings-view = Ansicht
ui-findings-board = Nach Stand
ui-findings-list = Liste
ui-findings-all-grades = Alle Einstufungen
ui-findings-only-open = Nur offene
ui-findings-only-overdue = Nur überfällige
ui-findings-show-all = Alle zeigen
ui-findings-nothing = Keine Feststellung passt.
ui-findings-empty = Keine Feststellungen
ui-findings-empty-do = Eine Feststellung wird mit einem negativen Urteil getroffen, oder hier zu jeder Zeile oder Tätigkeit.
ui-findings-choose-one = Keine Feststellung gewählt
ui-findings-choose-one-do = Wählen Sie eine Karte, um ihren Verlauf und ihre nächsten Schritte zu sehen. M führt die Karte mit dem Fokus weiter.

## Evaluation activities

ui-activities-order = In dieser Reihenfolge durchzuführen. Eine nicht eindeutige oder offene Tätigkeit lässt die Evaluierung unfertig.
ui-activities-count = { $done } von { $all } Tätigkeiten entschieden
ui-activities-divider = Breite der Tätigkeit
ui-activities-step = Schritt { $step }
ui-activities-none = Keine Tätigkeiten
ui-activities-none-do = Die Checkliste dieses Dossiers enthält keine Evaluierungstätigkeiten. Verwenden Sie eine mit denen der Methode.
ui-activities-provider = Hier gibt es keine gesonderten Tätigkeiten
ui-activities-provider-do = Die Methode für Dienstleister (IEC TS 62443-6-1) geht Anforderung für Anforderung vor. Was der Evaluator tut, steht in den Hinweisen jeder Zeile.
ui-activities-to-worklist = Zur Arbeitsliste
ui-activities-evidence = { $count ->
        [one] ein Nachweis
       *[other] { $count } Nachweise
    }
ui-activities-findings = { $count ->
        [one] eine offene Feststellung
       *[other] { $count } offene Feststellungen
    }
ui-activity-after = kommt nach { $earlier }; diese ist noch offen
ui-activity-blocked = Sie ist nach { $earlier } an der Reihe; diese ist noch offen. Ein Urteil außer der Reihe wird angemerkt.
ui-activity-conflict = Zu dieser Tätigkeit widersprechen sich mehrere Urteile. Keines davon zählt.
ui-activity-conflict-do = Lesen Sie den Verlauf, und erfassen Sie das zutreffende mit der Begründung.
ui-activity-needs = Was zum Bestehen nötig ist
ui-activity-own-words = In unseren eigenen Worten und mit eigenen Kennungen. Ein Verweis auf die Methode steht nur da, wo er bekannt ist.
ui-activity-reference = Verweis { $reference }
ui-activity-no-findings = Keine Feststellung zu dieser Tätigkeit.
ui-verb-check = prüfen
ui-verb-check-hint = Prüfen: Das Urteil ergibt sich aus einem einfachen Vergleich.
ui-verb-examine = untersuchen
ui-verb-examine-hint = Untersuchen: Das Urteil braucht eine Analyse mit der Fachkenntnis des Evaluators.
ui-activity-group-lifecycle = Entwicklungslebenszyklus
ui-activity-group-context = Sicherheitskontext
ui-activity-group-selection = Auswahl der Anforderungen
ui-activity-group-design = Entwurfsdokumentation
ui-activity-group-guideline = Sicherheitsrichtlinie
ui-activity-group-verification = Verifizierung der Anforderungen
ui-activity-group-security-testing = Sicherheitstests
ui-activity-group-vulnerability = Schwachstellen
ui-keys-cards = Bei Feststellungen und Tätigkeiten
ui-key-open-card = Zeigen
ui-key-move-finding = Feststellung weiterführen

## What to do about a refusal, here in the window

ui-refusal-verdict-needs-evidence-do = Ordnen Sie Nachweise zu, fügen Sie welche hinzu, oder schreiben Sie, warum kein Nachweis genannt ist.
ui-refusal-fail-needs-finding-do = Füllen Sie die Feststellung unter dem Urteil aus: Einstufung, was fehlt und warum diese Einstufung.
ui-refusal-not-applicable-needs-confirmation-do = Prüfen Sie die Begründung, und setzen Sie das Häkchen der Bestätigung.
ui-refusal-integration-needs-documentation-do = Schreiben Sie, was das System leisten muss und wo die Benutzerdokumentation es sagt.
ui-refusal-fulfilment-mode-missing-do = Wählen Sie, ob die Komponente selbst oder die Systemintegration die Anforderung erfüllt.
ui-refusal-verdict-of-other-method-do = Wählen Sie eines der angebotenen Urteile.
ui-refusal-sub-points-open-do = Haken Sie die erfüllten Teile an, oder wählen Sie ein anderes Urteil.
ui-refusal-pass-needs-ml-do = Wählen Sie den evaluierten Reifegrad.
ui-refusal-declared-ml-missing-do = Erfassen Sie den deklarierten Reifegrad für diese Zeile oder den beanspruchten in der Ansicht „Vorgang“.
ui-refusal-ml-below-declared-do = Wählen Sie „Nicht bestanden“, oder schreiben Sie, warum der Anspruch gesenkt wird.
ui-refusal-nothing-to-record-do = Wählen Sie ein Urteil, eine Anwendbarkeit, eine Art der Erfüllung oder einen deklarierten Reifegrad.
ui-refusal-finding-needs-statement-do = Schreiben Sie, was fehlt.
ui-refusal-finding-needs-grade-reason-do = Schreiben Sie, warum diese Einstufung.
ui-refusal-finding-move-needs-note-do = Schreiben Sie, was geantwortet, geplant oder gesehen wurde.
ui-refusal-plan-needs-due-date-do = Geben Sie den Termin als JJJJ-MM-TT an.
ui-refusal-closing-needs-evidence-do = Wählen Sie den Nachweis, in dem die Behebung verifiziert wurde.
ui-refusal-unknown-finding-do = Die Ansicht „Feststellungen“ zeigt alle.
ui-refusal-unknown-evidence-do = Fügen Sie die Datei zuerst hinzu.
ui-refusal-evidence-ambiguous-do = Wählen Sie ihn aus dem Register.
ui-refusal-unknown-activity-do = Die Ansicht „Evaluierungstätigkeiten“ zeigt alle.
ui-refusal-unknown-requirement-do = Die Arbeitsliste zeigt alle Kennungen.
ui-refusal-role-not-declared-do = Schreiben Sie die Zeile mit ihrer Rolle, etwa SP.01.01 BR @integration, oder deklarieren Sie die Rolle in der Ansicht „Vorgang“.
ui-refusal-component-not-declared-do = Deklarieren Sie die Komponente zuerst in der Ansicht „Vorgang“.
ui-refusal-family-not-claimed-do = Beanspruchen Sie den Komponententyp in der Ansicht „Vorgang“, oder lassen Sie die Zeile.
ui-refusal-not-admitted-do = Lassen Sie diese Identität von der Leitung in der Ansicht „Vorgang“ zu.
ui-refusal-needs-evaluator-do = Verwenden Sie die Identität eines Evaluators, oder lassen Sie diese von der Leitung in der Ansicht „Vorgang“ als solchen zu.

## Import and report: what to do in the window where the command line would name a command

ui-import-no-table-do = Prüfen Sie, ob die Datei zu dieser Evaluierung gehört. Stehen die Antworten auf einem ausgeblendeten Tabellenblatt, blenden Sie es zuerst in einem Tabellenprogramm ein.
ui-import-already-do = Das Protokoll zeigt, was sie mitbrachte. Bestätigen Sie, um sie erneut zu erfassen.
ui-import-role-missing-do = Wählen Sie die Spalte, die die Rolle nennt, oder die Rolle für diese Zeilen.
ui-import-role-unknown-do = Deklarieren Sie die Rolle im Vorgang, oder wählen Sie eine andere Spalte für die Rolle.
ui-import-roles-not-declared-do = Deklarieren Sie zuerst im Vorgang die Rollen des Dienstleisters; jede Zeile gehört zu einer.
ui-evidence-mapping-no-id-column-do = Wählen Sie die Spalte mit den Kennungen der Anforderungen.
ui-refusal-needs-reviewer-do = Lassen Sie die Leitung im Vorgang bei den Personen einen Prüfer zulassen, der nicht evaluiert hat.
ui-refusal-review-needs-points-do = Schreiben Sie, was angesehen wurde oder welche Punkte zurückgegeben werden.
ui-refusal-needs-decision-maker-do = Lassen Sie die Leitung im Vorgang bei den Personen einen Entscheider zulassen, der nicht evaluiert hat.
ui-refusal-decision-needs-reasons-do = Schreiben Sie die Gründe.
ui-refusal-grant-without-conclusion-do = Die Ansicht „Ergebnis“ nennt, was dagegen spricht und was fehlt.
ui-verify-limits = Ankerstufe A0: Das zeigt, dass die Datei in sich stimmt und mit diesen Schlüsseln signiert ist. Es zeigt nicht, dass die Schlüssel den genannten Personen gehören, dass vor dem Erfassen nichts weggelassen wurde, dass die Uhr richtig ging oder dass die ganze Datei keine ältere oder neu geschriebene Kopie ist. Vergleichen Sie sie dafür mit einem anderswo aufbewahrten Checkpoint.

## Bevor es ein Fenster gibt

desk-no-screen = Assay kann kein Fenster öffnen: Hier gibt es keinen Bildschirm, oder er ist nicht erreichbar.
desk-no-screen-do = Dieselben Arbeiten gehen im Terminal: assay --help
