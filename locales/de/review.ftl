# Der Prozess hinter einem Bericht: Unparteilichkeit, Kompetenz, Beiträge, Punkte eines Reviews, Sperren, Entscheidungen.

## Was jemand nicht darf: die Regel, dann der Weg

refusal-reviewer-never-edits = Wer das Review durchführt, ändert nichts an der Evaluierung ({ $place }).
refusal-reviewer-never-edits-do = Geben Sie es als Punkt zurück: assay review point --text "…". Der Evaluator ändert es.
refusal-tie-needs-explanation = Eine Bindung ist erklärt, ohne zu sagen, worin sie besteht ({ $place }).
refusal-tie-needs-explanation-do = Erläutern Sie sie: --yes { $place }="…". Ein Qualitätsbeauftragter beurteilt sie dann.
refusal-needs-quality-manager = Nur ein Qualitätsbeauftragter dieses Falls beurteilt eine Erklärung zur Unparteilichkeit ({ $place }).
refusal-needs-quality-manager-do = Lassen Sie die Leitung einen zulassen: assay people admit … --role quality_manager
refusal-impartiality-of-oneself = { $place }: Niemand beurteilt die eigene Unparteilichkeit.
refusal-impartiality-of-oneself-do = Lassen Sie es einen anderen Qualitätsbeauftragten tun.
refusal-clearance-needs-reasons = Das Ergebnis zu { $place } hat keine Begründung.
refusal-clearance-needs-reasons-do = Sagen Sie, worauf es beruht und welche Vorkehrungen gelten: --reasons "…"
refusal-clearance-needs-declaration = { $place } hat nichts erklärt, das beurteilt werden könnte.
refusal-clearance-needs-declaration-do = Lassen Sie die Person zuerst mit der eigenen Identität erklären: assay people declare
refusal-needs-lead-or-quality-manager = Nur eine Leitung oder ein Qualitätsbeauftragter erfasst die Kompetenz von { $place }.
refusal-needs-lead-or-quality-manager-do = Bitten Sie sie, es mit der eigenen Identität zu tun.
refusal-competence-of-oneself = { $place }: Niemand erfasst die eigene Kompetenz.
refusal-competence-of-oneself-do = Lassen Sie es einen Qualitätsbeauftragten oder eine andere Leitung tun.
refusal-competence-needs-areas = Die Kompetenz von { $place } nennt kein Gebiet oder eines ohne Namen.
refusal-competence-needs-areas-do = Nennen Sie jedes mit seiner Ausgabe: --area standard="IEC 62443-4-2:2019"
refusal-competence-needs-basis = Die Kompetenz von { $place } beruht auf nichts, das genannt ist.
refusal-competence-needs-basis-do = Sagen Sie, worauf sie beruht, etwa Schulung, Projekte oder Beurteilung: --basis "…"
refusal-person-barred = { $name } ist von diesem Fall ausgeschlossen und erfasst hier nichts ({ $place }): { $reasons }
refusal-person-barred-do = Eine andere Person übernimmt, oder ein Qualitätsbeauftragter beurteilt es neu: assay people clear
refusal-needs-expert = Nur ein Fachexperte dieses Falls zeichnet einen Beitrag ({ $place }).
refusal-needs-expert-do = Lassen Sie die Leitung den Experten zulassen: assay people admit … --role technical_expert
refusal-contribution-needs-subject = Der Beitrag { $place } gilt keiner Zeile und keiner Evaluierungstätigkeit.
refusal-contribution-needs-subject-do = Nennen Sie mindestens eine: --row "CR 1.1" oder --activity CTX-1
refusal-contribution-too-wide = Der Beitrag { $place } gilt mehr als { $most } Zeilen und Tätigkeiten.
refusal-contribution-too-wide-do = Zeichnen Sie mehrere Beiträge.
refusal-contribution-needs-text = Der Beitrag { $place } sagt nichts aus.
refusal-contribution-needs-text-do = Sagen Sie, was Sie festgestellt haben: --text "…"
refusal-unknown-contribution = Es gibt keinen Beitrag { $place }.
refusal-unknown-contribution-do = Alle Beiträge zeigt: assay expert list
refusal-contribution-not-own = Der Beitrag { $place } ist von einem anderen Experten.
refusal-contribution-not-own-do = Zeichnen Sie einen eigenen; beide werden gezeigt.
refusal-lock-needs-lead = Nur eine Leitung sperrt Zeilen und öffnet sie wieder ({ $place }).
refusal-lock-needs-lead-do = Bitten Sie die Leitung, es mit der eigenen Identität zu tun.
refusal-lock-needs-review = Zeilen werden nach einem angenommenen Review gesperrt, und keines gilt dem, was jetzt steht.
refusal-lock-needs-review-do = Lassen Sie zuerst das Review durchführen: assay review accept
refusal-lock-row-open = { $place } hat kein Urteil, das gesperrt werden könnte (die Zeile ist { $stage ->
    [not_started] nicht begonnen
    [in_work] in Arbeit
    [evaluated] evaluiert, ohne Review
   *[other] { $stage }
}).
refusal-lock-row-open-do = Erfassen Sie das Urteil und lassen Sie das Review durchführen, oder sperren Sie die anderen Zeilen.
refusal-unlock-needs-reason = Für das Öffnen gesperrter Zeilen ist kein Grund genannt.
refusal-unlock-needs-reason-do = Sagen Sie, warum: --reason "…"
refusal-row-not-locked = { $place } ist nicht gesperrt.
refusal-row-not-locked-do = Es gibt nichts zu öffnen.
refusal-row-locked = { $place } ist gesperrt durch { $who } ({ $time }).
refusal-row-locked-do = Lassen Sie die Leitung die Zeile mit Begründung öffnen: assay unlock "{ $place }" --reason "…". Nach der Änderung folgt ein neues Review.
refusal-point-needs-one-subject = Der Punkt { $place } nennt mehr als einen Gegenstand.
refusal-point-needs-one-subject-do = Nennen Sie eine Zeile, Tätigkeit oder Feststellung, oder nichts für den ganzen Fall.
refusal-point-needs-text = Der Punkt { $place } sagt nichts aus.
refusal-point-needs-text-do = Sagen Sie, was nicht in Ordnung ist: --text "…"
refusal-answer-needs-text = Die Antwort auf { $place } sagt nichts aus.
refusal-answer-needs-text-do = Sagen Sie, was getan wurde oder warum nichts zu tun ist: --text "…"
refusal-unknown-point = Es gibt keinen Punkt { $place }.
refusal-unknown-point-do = Alle Punkte zeigt: assay review points
refusal-point-closed = Der Punkt { $place } ist schon geschlossen.
refusal-point-closed-do = Erfassen Sie einen neuen: assay review point
refusal-point-not-answered = Der Punkt { $place } ist noch nicht beantwortet.
refusal-point-not-answered-do = Lassen Sie den Evaluator antworten: assay review answer { $place } --text "…". Oder nehmen Sie ihn zurück: assay review close { $place } withdrawn
refusal-point-close-needs-note = Nichts sagt, wie der Punkt { $place } geklärt wurde oder was noch fehlt.
refusal-point-close-needs-note-do = Sagen Sie es in einem Satz: --note "…"
refusal-review-point-open = Der Punkt { $point } des Reviews ist offen ({ $how ->
    [raised] nicht beantwortet
    [answered] beantwortet, die Antwort ist nicht beurteilt
   *[other] die Antwort klärt ihn nicht
}).
refusal-review-point-open-do = Er steht unter: assay review points. Der Evaluator beantwortet ihn, der Prüfer (Review) schließt ihn.
refusal-limit-needs-conditions = Eine Entscheidung unter Auflagen nennt keine.
refusal-limit-needs-conditions-do = Nennen Sie jede: --condition "…"
refusal-conditions-without-limit = Auflagen gehören zu einer Entscheidung unter Auflagen, nicht zu einer, die { $code ->
    [granted] erteilt
   *[other] verweigert
}.
refusal-conditions-without-limit-do = assay decide granted-limited … --condition "…", oder lassen Sie die Auflagen weg.
refusal-decider-reviewed = Die Person hat in diesem Fall das Review durchgeführt, und das Programm verlangt für die Entscheidung eine andere.
refusal-decider-reviewed-do = Ein anderer Entscheider entscheidet. Das Feld des Falls ist scheme.separate_decision.
refusal-decider-of-client = Der Entscheider gehört zu { $organisation }, um deren Fall es geht.
refusal-decider-of-client-do = Eine Person der Stelle entscheidet (ISO/IEC 17065, 4.2).
refusal-reviewer-of-client = Der Prüfer (Review) gehört zu { $organisation }, um deren Fall es geht.
refusal-reviewer-of-client-do = Lassen Sie das Review eine Person der Stelle durchführen (ISO/IEC 17065, 4.2).

## Was gegen einen Bericht steht

gate-person-record = Kompetenz und Unparteilichkeit von { $place } sind nicht beide erfasst.
gate-person-record-do = Die Person erklärt: assay people declare. Eine Leitung oder ein Qualitätsbeauftragter erfasst: assay people competence. Beides zeigt: assay people records
gate-person-barred = { $place } hat mitgewirkt und ist von diesem Fall ausgeschlossen.
gate-person-barred-do = Eine andere Person führt diesen Teil neu durch, oder ein Qualitätsbeauftragter beurteilt es neu: assay people clear
gate-tie-unexplained = { $place } hat eine Bindung erklärt ({ $point }), ohne zu sagen, worin sie besteht.
gate-tie-unexplained-do = Lassen Sie die Person neu erklären, mit Erläuterung: assay people declare
gate-tie-not-cleared = { $place } hat eine Bindung erklärt ({ $point }), und kein Qualitätsbeauftragter hat diese Erklärung beurteilt.
gate-tie-not-cleared-do = assay people clear … (durch einen Qualitätsbeauftragten)
gate-competence-expired = Die Kompetenz von { $place } ist bis { $until } erfasst; der Bericht entstünde am { $on }.
gate-competence-expired-do = Lassen Sie sie neu erfassen: assay people competence … (durch einen Qualitätsbeauftragten oder eine andere Leitung)
gate-point-open = Der Punkt { $place } des Reviews ist offen.
gate-point-open-do = Er steht unter: assay review points. Der Evaluator beantwortet ihn, der Prüfer (Review) schließt ihn.
gate-locked-row-changed = { $place } wurde geändert, während die Zeile gesperrt war, auf einer anderen Kopie oder mit einem anderen Programm.
gate-locked-row-changed-do = Sehen Sie die Zeile an, lassen Sie die Leitung sie mit Begründung öffnen (assay unlock), und lassen Sie das Review erneut durchführen.
gate-decider-reviewed = Der Entscheider hat auch das Review durchgeführt, und das Programm trennt beides.
gate-decider-reviewed-do = Eine andere Person entscheidet. Das Feld des Falls ist scheme.separate_decision.
gate-decider-of-client = Der Entscheider { $place } gehört zu { $organisation }, um deren Fall es geht.
gate-decider-of-client-do = Eine Person der Stelle entscheidet (ISO/IEC 17065, 4.2).
gate-reviewer-of-client = Der Prüfer (Review) { $place } gehört zu { $organisation }, um deren Fall es geht.
gate-reviewer-of-client-do = Lassen Sie das Review eine Person der Stelle durchführen (ISO/IEC 17065, 4.2).
gate-decision-conditions = Ergebnis und Auflagen der Entscheidung passen nicht zusammen.
gate-decision-conditions-do = Lassen Sie neu entscheiden: Auflagen gehören zu granted-limited und zu nichts anderem.

## Wörter

impartiality-employment = beim Kunden oder Lieferanten angestellt, jetzt oder früher
impartiality-ownership = besitzt einen Teil des Kunden oder Lieferanten
impartiality-family = Familie mit einer solchen Bindung
impartiality-consulting = Beratung oder Entwicklung für den Kunden in den letzten zwei Jahren
impartiality-gifts = Geschenke oder Vergünstigungen
impartiality-fee = ein Honorar, das vom Ergebnis abhängt
clearance-cleared = unbedenklich
clearance-cleared_with_safeguards = unbedenklich mit Vorkehrungen
clearance-barred = ausgeschlossen
competence-standard = Norm
competence-method = Methode
competence-role = Rolle
competence-technology = Technik
competence-audit_method = Auditmethode
competence-language = Sprache
point-raised = nicht beantwortet
point-answered = beantwortet
point-not_settled = nicht geklärt
point-settled = geklärt
point-withdrawn = zurückgenommen
stage-not_started = nicht begonnen
stage-in_work = in Arbeit
stage-evaluated = evaluiert
stage-reviewed = Review angenommen
stage-locked = gesperrt
people-unknown-point = Es gibt keine Frage { $point }.
people-unknown-point-do = Die Fragen sind: { $known }
people-point-unanswered = Die Frage { $point } ist nicht beantwortet.
people-point-unanswered-do = Beantworten Sie jede Frage: --no { $point }, oder --yes { $point }="worin die Bindung besteht"
people-point-answered-twice = Die Frage { $point } ist mehr als einmal beantwortet.
people-point-answered-twice-do = Beantworten Sie sie mit --no oder mit --yes.
people-unknown-area = Es gibt keine Art von Gebiet { $area }.
people-unknown-area-do = Die Arten sind: { $known }. Etwa --area standard="IEC 62443-4-2:2019"

## Auf der Kommandozeile

cli-people-declare = Die eigene Unparteilichkeit für diesen Fall erklären, etwa: --no employment,ownership,family,consulting,gifts,fee
cli-people-declare-no = Mit Nein beantwortete Fragen: employment, ownership, family, consulting, gifts, fee
cli-people-declare-yes = Eine mit Ja beantwortete Frage und worin die Bindung besteht: --yes gifts="ein Kalender 2025"
cli-people-declare-text = Was Sie sonst erklären
cli-people-clear = Eine Erklärung zur Unparteilichkeit beurteilen (durch einen Qualitätsbeauftragten, nie die eigene)
cli-people-clear-key = Der Schlüssel der Person oder sein Anfang
cli-people-clear-result = Unbedenklich, unbedenklich mit Vorkehrungen, oder vom Fall ausgeschlossen
cli-people-clear-reasons = Warum, und welche Vorkehrungen gelten
cli-people-competence = Die Kompetenz einer Person erfassen (durch eine Leitung oder einen Qualitätsbeauftragten, nie die eigene)
cli-people-competence-key = Der Schlüssel der Person oder sein Anfang
cli-people-competence-area = Ein Gebiet mit seiner Art, standard, method, role, technology, audit_method oder language: --area standard="IEC 62443-4-2:2019"
cli-people-competence-basis = Worauf sie beruht: Schulung, Projekte, eine Beurteilung
cli-people-competence-valid-until = Der letzte Tag, an dem sie gilt; spätere Berichte werden abgelehnt
cli-people-records = Wer was erklärt hat, was daraus wurde, und wer worin kompetent ist
cli-expert = Beiträge von Fachexperten, bei der Zeile gezeigt; nie ein Urteil
cli-expert-sign = Einen Beitrag zeichnen (durch einen Fachexperten)
cli-expert-sign-row = Eine Zeile, der er gilt
cli-expert-sign-activity = Eine Evaluierungstätigkeit, der er gilt
cli-expert-sign-text = Was Sie festgestellt haben
cli-expert-sign-evidence = Worauf er beruht, mit Name oder SHA-256
cli-expert-sign-replaces = Der eigene Beitrag, an dessen Stelle er tritt, etwa E-1
cli-expert-list = Alle Beiträge, die stehen
cli-review = Das Review: Punkte, Antworten und das Ergebnis
cli-review-accept = Annehmen, was steht (durch einen Prüfer, der nicht evaluiert hat; kein Punkt darf offen sein)
cli-review-accept-points = Was angesehen wurde
cli-review-return = Den Fall an den Evaluator zurückgeben
cli-review-return-points = Was angesehen wurde und was zurückgeht
cli-review-point = Einen Punkt erfassen, den der Evaluator beantworten muss (durch einen Prüfer)
cli-review-point-row = Die Zeile, der er gilt
cli-review-point-activity = Die Evaluierungstätigkeit, der er gilt
cli-review-point-finding = Die Feststellung, der er gilt
cli-review-point-text = Was nicht in Ordnung ist
cli-review-answer = Einen Punkt beantworten (durch einen Evaluator)
cli-review-answer-point = Seine Nummer, etwa P-1
cli-review-answer-text = Was getan wurde oder warum nichts zu tun ist
cli-review-answer-evidence = Neue Nachweise, mit Name oder SHA-256
cli-review-close = Sagen, ob die Antwort den Punkt klärt, oder ihn zurücknehmen (durch einen Prüfer)
cli-review-close-point = Seine Nummer, etwa P-1
cli-review-close-result = Geklärt, nicht geklärt oder zurückgenommen
cli-review-close-note = Wie er geklärt wurde oder was noch fehlt
cli-review-points = Alle Punkte mit ihren Antworten
cli-lock = Zeilen gegen Änderungen sperren (durch die Leitung, nach einem angenommenen Review)
cli-lock-row = Zeilen, etwa "CR 1.1"
cli-lock-all = Alle Zeilen der Arbeitsliste
cli-unlock = Gesperrte Zeilen wieder öffnen (durch die Leitung)
cli-unlock-row = Zeilen, etwa "CR 1.1"
cli-unlock-all = Alle gesperrten Zeilen
cli-unlock-reason = Warum; es bleibt im Protokoll
cli-decide-condition = Eine Auflage einer Entscheidung unter Auflagen; je Auflage einmal
cli-said-declared = Erklärung zur Unparteilichkeit erfasst, Bindungen: { $ties }; Eintrag { $entry }
cli-said-clearance = { $name }: { $result }, Eintrag { $entry }
cli-said-competence = Kompetenz von { $name } erfasst bis { $until }, Eintrag { $entry }
cli-said-contribution = Beitrag gezeichnet, Eintrag { $entry }
cli-said-no-contributions = Kein Experte hat einen Beitrag gezeichnet.
cli-said-point = Punkt { $point } erfasst, Eintrag { $entry }
cli-said-point-answered = Antwort erfasst, Eintrag { $entry }
cli-said-point-settled = Der Punkt ist geklärt, Eintrag { $entry }
cli-said-point-not-settled = Der Punkt geht an den Evaluator zurück, Eintrag { $entry }
cli-said-point-withdrawn = Der Punkt ist zurückgenommen, Eintrag { $entry }
cli-said-no-points = Im Review wurde kein Punkt erfasst.
cli-said-locked = Zeilen gesperrt: { $count }; Eintrag { $entry }
cli-said-unlocked = Zeilen geöffnet: { $count }; Eintrag { $entry }
cli-said-granted-limited = Entscheidung: erteilt unter Auflagen, Eintrag { $entry }
cli-record-declaration = Unparteilichkeit erklärt am { $time }
cli-record-declaration-said = Unparteilichkeit erklärt am { $time }: { $text }
cli-record-tie = Bindung: { $point }: { $explanation }
cli-record-clearance = { $result } durch { $name }: { $reasons }
cli-record-impartiality-card = Unparteilichkeit, wie auf der Karte: { $text }
cli-record-impartiality-card-none = Unparteilichkeit: nicht erfasst
cli-record-competence = kompetent in { $areas }; { $basis }; bis { $until }
cli-record-competence-card = Kompetenz, wie auf der Karte: { $text }
cli-record-competence-card-none = Kompetenz: nicht erfasst
cli-point-whole = { $point } ({ $state }) durch { $name }, { $time }: { $text }
cli-point-about = { $point } ({ $state }) zu { $about }, durch { $name }, { $time }: { $text }
cli-point-answer = Antwort von { $name }, { $time }: { $text }
cli-point-close = { $result }, durch { $name }, { $time }: { $text }
cli-row-stage = Stand: { $value }
cli-row-locked = Gesperrt durch { $name }, { $time }
cli-row-contribution = Experte { $name }, { $number }: { $text }
cli-status-stages = Stand der Zeilen: { $value }
cli-status-points = Offene Punkte des Reviews: { $value }

## Das Protokoll

log-impartiality-declare = erklärt die Unparteilichkeit, Bindungen: { $ties }
log-impartiality-review = beurteilt die Unparteilichkeit zum Schlüssel der Kette { $chain }: { $result }, { $reasons }
log-competence-record = erfasst die Kompetenz zum Schlüssel der Kette { $chain } bis { $valid_until }: { $areas }; { $basis }
log-contribution-sign = zeichnet den Beitrag { $contribution } zu { $about }: { $text }
log-row-lock = sperrt Zeilen, { $rows } an der Zahl
log-row-unlock = öffnet gesperrte Zeilen, { $rows } an der Zahl: { $reason }
log-review-point = erfasst den Punkt { $point } zu { $about }: { $text }
log-point-answer = beantwortet den Punkt { $point }: { $text }
log-point-close = schließt den Punkt { $point } mit { $result }: { $note }
ui-log-impartiality-declare = hat die Unparteilichkeit erklärt, Bindungen: { $ties }
ui-log-impartiality-review = hat die Unparteilichkeit zum Schlüssel der Kette { $chain } beurteilt: { $result }. { $reasons }
ui-log-competence-record = hat die Kompetenz zum Schlüssel der Kette { $chain } bis { $valid_until } erfasst: { $areas }; { $basis }
ui-log-contribution-sign = hat den Beitrag { $contribution } zu { $about } gezeichnet: { $text }
ui-log-row-lock = hat Zeilen gesperrt, { $rows } an der Zahl
ui-log-row-unlock = hat gesperrte Zeilen geöffnet, { $rows } an der Zahl: { $reason }
ui-log-review-point = hat den Punkt { $point } zu { $about } erfasst: { $text }
ui-log-point-answer = hat den Punkt { $point } beantwortet: { $text }
ui-log-point-close = hat den Punkt { $point } geschlossen mit { $result }: { $note }

## Im Fenster

ui-case-section-scheme = Zertifizierungsprogramm
ui-result-granted-limited = unter Auflagen erteilt
ui-field-scheme-separate-decision = Entscheidung durch eine andere Person als im Review
ui-field-scheme-separate-decision-yes = Ja: wer das Review durchführt, entscheidet nicht
ui-field-scheme-separate-decision-no = Nein: wer das Review durchführt, darf entscheiden
ui-field-scheme-separate-decision-hint = Das Zertifizierungsprogramm sagt es; ohne Angabe gilt Nein
ui-trail-kind-impartiality-declare = Erklärung zur Unparteilichkeit
ui-trail-kind-impartiality-review = Beurteilung der Unparteilichkeit
ui-trail-kind-competence-record = Kompetenz
ui-trail-kind-contribution-sign = Beitrag eines Experten
ui-trail-kind-row-lock = Sperre
ui-trail-kind-row-unlock = Sperre geöffnet
ui-trail-kind-review-point = Punkt des Reviews
ui-trail-kind-point-answer = Antwort auf einen Punkt
ui-trail-kind-point-close = Ergebnis zu einem Punkt
