# Der Gang einer Nichtkonformität, die Stichprobe, und was aus einem Zertifikat wird.

## Refusals: nonconformities

refusal-answer-out-of-place = { $place }: Eine Antwort des Kunden hat im Schritt zu { $to } keinen Platz.
refusal-answer-out-of-place-do = Geben Sie die Antwort mit accepted, plan_proposed oder implemented.
refusal-answer-incomplete = { $place }: Diese Teile der Antwort sagen nichts: { $open }.
refusal-answer-incomplete-do = Beantworten Sie jeden Teil; ein Plan braucht containment, extent, root_cause, action und owner.
refusal-verification-out-of-place = { $place }: Eine Art der Verifizierung hat im Schritt zu { $to } keinen Platz.
refusal-verification-out-of-place-do = Geben Sie sie mit closed oder not_effective an.
refusal-verifier-is-client = { $place }: Wer für den Kunden spricht, verifiziert dessen Maßnahme nicht.
refusal-verifier-is-client-do = Lassen Sie sie von einem Evaluator verifizieren, der nicht Ansprechpartner des Kunden ist.
refusal-verification-needs-evidence = { $place }: Eine Verifizierung nennt, was angesehen wurde.
refusal-verification-needs-evidence-do = Nennen Sie den Nachweis.
refusal-closing-needs-new-evidence = { $place }: Der genannte Nachweis ist der, auf dem die Feststellung beruht.
refusal-closing-needs-new-evidence-do = Nennen Sie einen Nachweis der Korrektur; der alte zeigt den Mangel.
refusal-escalation-needs-reason = { $place }: Es fehlt, warum die Nichtkonformität jetzt schwerwiegend ist.
refusal-escalation-needs-reason-do = Geben Sie den Grund an.
refusal-escalation-of-open-minor-only = { $place } ist { $grade } und { $state }; nur eine offene geringfügige Nichtkonformität wird schwerwiegend.
refusal-escalation-of-open-minor-only-do = Treffen Sie eine neue Feststellung; wiederholt sie diese, nennen Sie sie mit --repeats.
refusal-repeat-of-another = { $place }: { $finding } ist keine Nichtkonformität zur selben Zeile oder Tätigkeit.
refusal-repeat-of-another-do = Nennen Sie die Feststellung, die sich wiederholt, oder keine.
refusal-repeat-is-major = { $place }: { $finding } wiederholt sich, deshalb ist die neue Feststellung schwerwiegend.
refusal-repeat-is-major-do = Treffen Sie sie als major.
refusal-grant-with-late-major = Die schwerwiegende Nichtkonformität { $finding } wurde nach dem { $until } verifiziert, dem Ende ihrer Frist.
refusal-grant-with-late-major-do = Wiederholen Sie die Praxisphase und erfassen Sie ihren letzten Tag als conduct.to, oder lehnen Sie ab.
gate-practice-stage-repeat = Die schwerwiegende Nichtkonformität { $place } wurde nach dem { $until } verifiziert, dem Ende ihrer Frist.
gate-practice-stage-repeat-do = Wiederholen Sie die Praxisphase und erfassen Sie ihren letzten Tag als conduct.to.
gate-surveillance-minor-missing = Kein Überwachungsbesuch sieht die offene geringfügige Nichtkonformität { $place } rechtzeitig an.
gate-surveillance-minor-missing-do = Lassen Sie die entscheidende Person einen Plan erfassen, dessen erster Besuch sie nennt: assay surveillance plan

## Refusals: sampling

refusal-sampling-again-needs-reason = { $place } wurde schon gezogen, und es fehlt ein Grund, neu zu ziehen.
refusal-sampling-again-needs-reason-do = Bleiben Sie bei der Ziehung, oder sagen Sie, warum neu gezogen wird: --reason "…"
refusal-sampling-population-too-large = { $place }: Die Liste mit { $items } Einträgen passt nicht in einen Eintrag des Trails.
refusal-sampling-population-too-large-do = Ziehen Sie aus Teilen davon (--only SPALTE=WERT) oder aus einer Liste mit weniger Spalten.
refusal-sampling-needs-stratum = Es fehlt, wovon gezogen wird.
refusal-sampling-needs-stratum-do = Benennen Sie es, etwa integration.
refusal-sampling-seed = { $place }: „{ $about }“ ist kein Startwert.
refusal-sampling-seed-do = Nehmen Sie 1 bis 64 Buchstaben, Ziffern, Punkte, Unterstriche oder Bindestriche.
refusal-sampling-item = { $place }: Der Eintrag „{ $about }“ hat keinen Namen oder steht zweimal da.
refusal-sampling-item-do = Berichtigen Sie die Liste, registrieren Sie sie neu und ziehen Sie aus dieser.
refusal-sampling-values = { $place }: Der Eintrag { $about } hat nicht für jede Spalte einen Wert.
refusal-sampling-values-do = Lesen Sie die Liste noch einmal aus ihrer Datei.
refusal-sampling-size = { $place }: { $n } können nicht aus { $about } genommen werden.
refusal-sampling-size-do = Nehmen Sie mindestens einen und nicht mehr, als es gibt.
refusal-sampling-unknown-item = { $place }: { $about } gehört nicht zur Grundgesamtheit.
refusal-sampling-unknown-item-do = Benennen Sie Einträge wie in der Liste.
refusal-sampling-item-twice = { $place }: { $about } ist mehr als einmal gezogen, hinzugefügt oder ausgelassen.
refusal-sampling-item-twice-do = Fügen Sie nur hinzu, was nicht gezogen wurde, und lassen Sie jeden Eintrag nur einmal aus oder fügen Sie ihn einmal hinzu.
refusal-sampling-needs-reason = { $place }: Es fehlt der Grund, warum { $about } hinzugefügt oder ausgelassen wird.
refusal-sampling-needs-reason-do = Schreiben Sie ihn hinter einen Doppelpunkt: { $about }: Grund

## Refusals: after the decision

refusal-certificate-not-granted = Es besteht keine Entscheidung, ein Zertifikat zu erteilen ({ $place }).
refusal-certificate-not-granted-do = Entscheiden Sie zuerst: assay decide granted
refusal-certificate-step = Ein Zertifikat im Status { $from } kann nicht { $to } werden.
refusal-certificate-step-do = Als Nächstes möglich: { $next }
refusal-certificate-contested = Mehrere Status des Zertifikats stehen gegeneinander.
refusal-certificate-contested-do = Entscheiden Sie zuerst zur vorsichtigen Seite: suspended oder withdrawn.
refusal-certificate-date-order = { $date } liegt vor dem { $earliest }, dem Tag der Entscheidung oder des Status davor.
refusal-certificate-date-order-do = Geben Sie den { $earliest } oder einen späteren Tag an.
refusal-certificate-not-expired = Die Laufzeit des Zertifikats ist nicht zu Ende (certificate.expiry: { $expiry }).
refusal-certificate-not-expired-do = Erfassen Sie terminated oder withdrawn, wenn es vorher endet.
refusal-certificate-with-open-major = Die schwerwiegende Nichtkonformität { $finding } ist offen, deshalb gilt das Zertifikat nicht.
refusal-certificate-with-open-major-do = Schließen Sie sie zuerst; bis dahin kann das Zertifikat ausgesetzt werden.
refusal-certificate-needs-decision = Die Entscheidung umfasst nicht, was jetzt gilt.
refusal-certificate-needs-decision-do = Lassen Sie die Änderungen prüfen und entscheiden: assay review accept, assay decide granted
refusal-certificate-limited-decision = Die Entscheidung hat mit Auflagen erteilt, deshalb gilt das Zertifikat nicht ohne sie.
refusal-certificate-limited-decision-do = Erfassen Sie conditions: assay certificate conditions
refusal-certificate-data-missing = Das Feld { $field } fehlt, das zu den Zertifikatsdaten gehört.
refusal-certificate-data-missing-do = Erfassen Sie es: assay case set { $field } …
refusal-certificate-needs-reason = Es fehlt, warum das Zertifikat seinen Status ändert.
refusal-certificate-needs-reason-do = Geben Sie den Grund an.
refusal-certificate-needs-directory = Es fehlt, was im Verzeichnis stehen soll.
refusal-certificate-needs-directory-do = Geben Sie den Text des Verzeichnisses an: --directory "…"
refusal-certificate-scope = Ein Geltungsbereich gehört zu reduced_scope und zu keinem anderen Status ({ $to }).
refusal-certificate-scope-do = Nennen Sie bei reduced_scope den verbleibenden Geltungsbereich und sonst keinen.
refusal-certificate-wording = Der Text sagt „{ $word }“ und darf es nicht.
refusal-certificate-wording-do = Verwenden Sie andere Worte; siehe docs/wording.md.
refusal-surveillance-order = Es gibt keinen Besuch, oder der Besuch vom { $due } liegt nicht hinter dem davor.
refusal-surveillance-order-do = Nennen Sie die Besuche in der Folge ihrer Tage.
refusal-surveillance-first-late = Der erste Besuch liegt nach dem { $due }, zwölf Monate nach der Entscheidung.
refusal-surveillance-first-late-do = Planen Sie ihn früher.
refusal-surveillance-after-expiry = Der Besuch vom { $due } liegt nach der Laufzeit des Zertifikats.
refusal-surveillance-after-expiry-do = Lassen Sie ihn weg, oder planen Sie ihn in die Laufzeit.
refusal-surveillance-year-missing = Im Jahr { $year } gibt es keinen Besuch.
refusal-surveillance-year-missing-do = Planen Sie in jedem Kalenderjahr der Laufzeit mindestens einen.
refusal-surveillance-minor-missing = Der erste Besuch sieht die offene geringfügige Nichtkonformität { $finding } nicht an.
refusal-surveillance-minor-missing-do = Nehmen Sie sie in den ersten Besuch auf.
refusal-surveillance-needs-summary = Es fehlt, was angesehen wurde.
refusal-surveillance-needs-summary-do = Geben Sie eine Zusammenfassung an.
refusal-surveillance-needs-findings = Eine Überwachung mit dem Ergebnis { $result } nennt ihre Feststellungen.
refusal-surveillance-needs-findings-do = Treffen Sie sie zuerst, und nennen Sie ihre Nummern.
refusal-surveillance-leaves-open = { $finding } stand bei diesem Besuch an und ist noch offen, deshalb ist er nicht zufriedenstellend.
refusal-surveillance-leaves-open-do = Schließen Sie sie, oder erfassen Sie den Besuch mit Feststellungen.

## Problems of the jobs

finding-unknown-cause = „{ $word }“ ist keine Ursache einer Hochstufung.
finding-unknown-cause-do = Verwenden Sie systematic oder repeated.
worksheet-unknown-method = { $place }: „{ $word }“ ist keine Art der Verifizierung.
worksheet-unknown-method-do = Verwenden Sie documents oder on_site.
sampling-list-not-registered = Die Liste { $path } (SHA-256 { $sha256 }) ist nicht als Nachweis registriert.
sampling-list-not-registered-do = Registrieren Sie sie vor der Ziehung: assay evidence add { $path } --class other
sampling-list-empty = Die Liste { $path } hat hier keine Einträge (Blatt „{ $sheet }“).
sampling-list-empty-do = Prüfen Sie das Blatt, die Überschriften und --only.
sampling-list-column = Die Liste { $path } hat keine Spalte „{ $column }“.
sampling-list-column-do = Ihre Spalten: { $known }
sampling-list-row = Zeile { $row } von { $path } hat keinen Namen.
sampling-list-row-do = Benennen Sie den Eintrag in der Liste, oder wählen Sie die Spalte der Namen mit --names.
sampling-only-form = „{ $text }“ ist nicht eine Spalte und ein Wert.
sampling-only-form-do = Schreiben Sie --only COLUMN=VALUE, etwa role=integration.
surveillance-nothing-granted = Es wurde nichts erteilt, also gibt es nichts zu überwachen.
surveillance-nothing-granted-do = Entscheiden Sie zuerst: assay decide granted
surveillance-plan-unreadable = Der Plan { $path } ist nicht lesbar: { $why }.
surveillance-plan-unreadable-do = Schreiben Sie eine JSON-Liste von Besuchen mit due, findings, rows und other. Eine solche Liste macht: assay surveillance propose
surveillance-unknown-result = „{ $word }“ ist kein Ergebnis einer Überwachung.
surveillance-unknown-result-do = Verwenden Sie satisfactory, findings oder unsatisfactory.

## What the jobs say

limit-answer = die Antwort des Kunden
limit-action = die Maßnahme des Plans
limit-closure = das Schließen
limit-major = die Verifizierung einer schwerwiegenden Nichtkonformität; die Praxisphase wird wiederholt
limit-surveillance = der Überwachungsbesuch, der sie ansieht
cli-said-not-overdue = Keine Frist ist verstrichen.
cli-said-sample = { $stratum }: { $n } von { $items } gezogen mit Startwert { $seed } aus der Liste mit SHA-256 { $source }
cli-sample-drawn = gezogen
cli-sample-added = hinzugefügt
cli-sample-left-out = ausgelassen
cli-said-sample-suggested = Ein erster Anhalt für den Umfang, nach der Quadratwurzel: { $initial } am Anfang, { $surveillance } bei einer Überwachung, { $recertification } am Ende der Laufzeit. Den Umfang beurteilen Sie.
cli-said-sample-saved = Ziehung von { $stratum } gespeichert, Eintrag { $entry }
cli-said-sample-again = { $count } Mal gezogen; Grund der letzten: { $reason }
cli-said-no-sample = Es wurde keine Stichprobe gezogen.
status-not_granted = Es besteht keine Entscheidung, ein Zertifikat zu erteilen.
status-not_stated = Erteilt; es ist kein Status des Zertifikats erfasst.
status-contested = Mehrere Status des Zertifikats stehen gegeneinander; keiner davon gilt.
status-valid = Das Zertifikat gilt seit { $since }.
status-conditions = Das Zertifikat gilt seit { $since } unter Bedingungen.
status-reduced_scope = Das Zertifikat gilt seit { $since } mit verkleinertem Geltungsbereich.
status-suspended = Das Zertifikat ist seit { $since } ausgesetzt.
status-withdrawn = Das Zertifikat wurde am { $since } zurückgezogen.
status-expired = Die Laufzeit des Zertifikats ist zu Ende ({ $since }).
status-terminated = Der Kunde hat das Zertifikat am { $since } aufgegeben.
cli-said-status-why = Grund: { $reason }. Verzeichnis: „{ $directory }“
cli-said-status-scope = Verbleibender Geltungsbereich: { $scope }
cli-said-status-saved = Status gespeichert, Eintrag { $entry }
cli-said-surveillance-proposed = Ein Vorschlag; nichts wurde erfasst. Besuch, Feststellungen, Zeilen, anderes:
cli-said-surveillance-file = Nach { $path } geschrieben. Ändern Sie es nach Bedarf und erfassen Sie es: assay surveillance plan --from { $path }
cli-said-surveillance-planned = Plan gespeichert, Eintrag { $entry }
cli-said-surveillance-recorded = Überwachung vom { $date } gespeichert, Eintrag { $entry }
cli-said-no-surveillance = Es ist keine Überwachung geplant oder erfasst.
surveillance-satisfactory = zufriedenstellend
surveillance-findings = mit Feststellungen
surveillance-unsatisfactory = nicht zufriedenstellend

## Help of the commands

cli-finding-raise-repeats = Die Nichtkonformität, die sich wiederholt; die neue ist schwerwiegend
cli-finding-move-method = Wie verifiziert wurde (mit closed und not_effective)
cli-finding-answer = Einen Plan mit allen Teilen vorschlagen, wie der Kunde ihn angibt
cli-finding-answer-finding = Die Feststellung, F-1
cli-finding-answer-due = Termin des Plans
cli-finding-answer-containment = Was sofort getan wurde
cli-finding-answer-extent = Wo sonst gesucht wurde und was dort war
cli-finding-answer-root-cause = Warum es dazu kommen konnte
cli-finding-answer-action = Was geändert wird, damit es nicht wiederkommt
cli-finding-answer-owner = Wer es tut
cli-finding-answer-note = In einem Satz, oder wo der Plan steht
cli-finding-answer-evidence = Neuer Nachweis
cli-finding-escalate = Eine offene geringfügige Nichtkonformität hochstufen
cli-finding-escalate-finding = Die Feststellung, F-1
cli-finding-escalate-cause = Systematisch, oder wiederholt nach angegebener Korrektur
cli-finding-escalate-reason = Warum
cli-finding-escalate-evidence = Worin es zu sehen war
cli-finding-overdue = Feststellungen, deren Fristen verstrichen sind
cli-finding-overdue-on = An diesem Tag; heute, wenn keiner angegeben ist
cli-sample = Die Stichprobe: gezogen nach einer Regel, die jeder nachvollziehen kann
cli-sample-list = Die Ziehungen, die gelten
cli-sample-draw = Aus einer als Nachweis registrierten Liste ziehen: die kleinsten SHA-256 von Startwert:Eintrag
cli-sample-draw-population = Die Liste: CSV, Text oder Arbeitsmappe, mit Überschriften
cli-sample-draw-n = Wie viele die Regel nimmt
cli-sample-draw-seed = Der Startwert, wie ihn etwa Würfel zeigen; zufällig, wenn keiner angegeben ist
cli-sample-draw-stratum = Wovon gezogen wird; der Wert von --only, oder all
cli-sample-draw-only = Nur Einträge mit diesem Wert
cli-sample-draw-names = Die Spalte der Namen; die erste, wenn keine angegeben ist
cli-sample-draw-sheet = Das Blatt einer Arbeitsmappe; das erste, wenn keines angegeben ist
cli-sample-draw-no-headings = Schon die erste Zeile ist ein Eintrag
cli-sample-draw-add = Auch diesen nehmen, und warum
cli-sample-draw-leave-out = Diesen übergehen, und warum
cli-sample-draw-reason = Warum neu gezogen wird
cli-certificate = Was nach der Entscheidung, es zu erteilen, aus einem Zertifikat wird (entscheidende Person)
cli-certificate-status = Was es an einem Tag ist
cli-certificate-status-on = An diesem Tag; heute, wenn keiner angegeben ist
cli-certificate-grant = Als gültig erfassen
cli-certificate-grant-reason = Warum
cli-certificate-grant-directory = Was im Verzeichnis steht
cli-certificate-grant-date = Ab welchem Tag; heute, wenn keiner angegeben ist
cli-certificate-conditions = Erfassen, dass es unter Bedingungen gilt
cli-certificate-conditions-reason = Warum
cli-certificate-conditions-directory = Was im Verzeichnis steht
cli-certificate-conditions-date = Ab welchem Tag; heute, wenn keiner angegeben ist
cli-certificate-suspend = Aussetzen
cli-certificate-suspend-reason = Warum
cli-certificate-suspend-directory = Was im Verzeichnis steht
cli-certificate-suspend-date = Ab welchem Tag; heute, wenn keiner angegeben ist
cli-certificate-reinstate = Eine Aussetzung beenden
cli-certificate-reinstate-reason = Warum
cli-certificate-reinstate-directory = Was im Verzeichnis steht
cli-certificate-reinstate-date = Ab welchem Tag; heute, wenn keiner angegeben ist
cli-certificate-reduce = Den Geltungsbereich verkleinern
cli-certificate-reduce-reason = Warum
cli-certificate-reduce-directory = Was im Verzeichnis steht
cli-certificate-reduce-date = Ab welchem Tag; heute, wenn keiner angegeben ist
cli-certificate-withdraw = Zurückziehen
cli-certificate-withdraw-reason = Warum
cli-certificate-withdraw-directory = Was im Verzeichnis steht
cli-certificate-withdraw-date = Ab welchem Tag; heute, wenn keiner angegeben ist
cli-certificate-expire = Erfassen, dass die Laufzeit zu Ende ist
cli-certificate-expire-reason = Warum
cli-certificate-expire-directory = Was im Verzeichnis steht
cli-certificate-expire-date = Ab welchem Tag; heute, wenn keiner angegeben ist
cli-certificate-terminate = Erfassen, dass der Kunde es aufgegeben hat
cli-certificate-terminate-reason = Warum
cli-certificate-terminate-directory = Was im Verzeichnis steht
cli-certificate-terminate-date = Ab welchem Tag; heute, wenn keiner angegeben ist
cli-certificate-reinstate-conditions = Unter Bedingungen
cli-certificate-reduce-scope = Der verbleibende Geltungsbereich
cli-surveillance = Überwachung nach der Entscheidung: ein Vorschlag, der Plan, die Besuche
cli-surveillance-propose = Einen Plan ausrechnen; nichts wird erfasst
cli-surveillance-propose-to = In diese Datei schreiben, zum Ändern und Erfassen
cli-surveillance-plan = Einen Plan erfassen (entscheidende Person)
cli-surveillance-plan-from = Eine JSON-Liste von Besuchen
cli-surveillance-record = Eine Überwachung erfassen, die stattgefunden hat (Evaluator)
cli-surveillance-record-date = Ihr letzter Tag
cli-surveillance-record-result = Wie sie ausging
cli-surveillance-record-summary = Was angesehen und gesehen wurde
cli-surveillance-record-findings = Feststellungen, die getroffen oder angesehen wurden
cli-surveillance-record-evidence = Nachweise
cli-surveillance-list = Geplant und erfasst

## The trail

log-finding-escalate = stuft { $finding } zu einer schwerwiegenden Nichtkonformität hoch ({ $cause }): { $reason }
ui-log-finding-escalate = stufte { $finding } zu einer schwerwiegenden Nichtkonformität hoch ({ $cause }): { $reason }
log-sampling-draw = zieht { $n } von { $population } für { $stratum } mit Startwert { $seed }: { $chosen }
ui-log-sampling-draw = zog { $n } von { $population } für { $stratum } mit Startwert { $seed }: { $chosen }
log-certificate-state = erfasst das Zertifikat als { $state } ab { $date }: { $reason }
ui-log-certificate-state = erfasste das Zertifikat als { $state } ab { $date }: { $reason }
log-surveillance-plan = plant Überwachungen, { $visits } an der Zahl, die erste bis { $due }
ui-log-surveillance-plan = plante Überwachungen, { $visits } an der Zahl, die erste bis { $due }
log-surveillance-record = erfasst die Überwachung vom { $date } ({ $result }): { $summary }
ui-log-surveillance-record = erfasste die Überwachung vom { $date } ({ $result }): { $summary }

## States of a finding and of a certificate in the window and in reports

ui-state-upheld = Aufrechterhalten
ui-state-plan_rejected = Plan zurückgegeben
ui-state-not_effective = Nicht wirksam
ui-finding-to-upheld = Aufrechterhalten
ui-finding-to-plan_rejected = Plan zurückgeben
ui-finding-to-not_effective = Nicht wirksam
ui-finding-note-upheld = Warum die Feststellung bestehen bleibt, obwohl der Kunde sie bestreitet.
ui-finding-note-plan_rejected = Was dem Plan fehlt.
ui-finding-note-not_effective = Was angesehen wurde, und warum es nicht wirkt.
report-state-upheld = Vom Kunden bestritten und aufrechterhalten
report-limit-certificate_conditions = Das Zertifikat gilt seit { $date } unter Bedingungen: { $text }
report-limit-certificate_reduced_scope = Das Zertifikat gilt seit { $date } mit verkleinertem Geltungsbereich: { $text }
report-limit-certificate_suspended = Das Zertifikat ist seit { $date } ausgesetzt und bescheinigt nichts: { $text }
report-limit-certificate_withdrawn = Das Zertifikat wurde am { $date } zurückgezogen: { $text }
report-limit-certificate_expired = Die Laufzeit des Zertifikats endete vor dem { $date }: { $text }
report-limit-certificate_terminated = Der Kunde hat das Zertifikat am { $date } aufgegeben: { $text }
report-limit-certificate_past_expiry = Die Laufzeit des Zertifikats endete am { $date }.
report-limit-certificate_contested = Mehrere erfasste Status des Zertifikats widersprechen sich; keiner davon gilt.
