# What the evaluation rules say: outcomes, reasons, remarks, blocking rows, level cases.
# Library crates hand over a code and arguments; the sentence is made here.

## Outcomes for a component (IEC 62443-4-2)

outcome-confirmed = Der deklarierte SL-C ist bestätigt: Die Komponente selbst erfüllt jede beanspruchte Anforderung.
outcome-confirmed-with-integration = Der Anspruch ist in { $frs } nur mit Systemintegration erfüllt. Der SL-C-Vektor der Komponente selbst steht daneben und ist dort niedriger.
outcome-below-declared = Der Anspruch ist in { $frs } nicht erfüllt. Die bestätigten Stufen sind niedriger als die deklarierten.
outcome-below-declared-with-integration = In { $frs } ist der Anspruch nur mit Systemintegration erfüllt.
outcome-not-confirmed = Es ist kein SL-C bestätigt.
outcome-unfinished = Die Evaluierung ist nicht abgeschlossen; daher gibt es keine Schlussfolgerung.

## Outcomes for a service provider (IEC 62443-2-4)

outcome-provider-positive = Jede Anforderung ist bestanden oder mit Begründung nicht anwendbar.
outcome-provider-positive-limited = Was evaluiert wurde, ist bestanden. Die Aussage ist eingeschränkt: siehe die nicht evaluierten Zeilen und die offenen geringfügigen Nichtkonformitäten.
outcome-provider-not-positive = Eine positive Aussage ist nicht möglich.
outcome-provider-unfinished = Die Evaluierung ist nicht abgeschlossen; daher gibt es keine Schlussfolgerung.

## Reasons behind an outcome: what stands in the way, then what to do

outcome-why-constraint-failed = { $subject }: Die gemeinsame Randbedingung ist nicht erfüllt.
outcome-why-constraint-failed-do = Eine Komponente, die eine gemeinsame Randbedingung verletzt, hat keinen SL-C. Evaluieren Sie die Randbedingung erneut, wenn die Komponente geändert ist.
outcome-why-activity-failed = { $subject }: Die Evaluierungstätigkeit ist nicht bestanden.
outcome-why-activity-failed-do = Wiederholen Sie die Tätigkeit, wenn die Ursache beseitigt ist; das erste Ergebnis bleibt im Protokoll.
outcome-why-open-major = { $subject }: Die schwerwiegende Nichtkonformität { $finding } ist offen.
outcome-why-open-major-do = Schließen Sie die Feststellung, nachdem die Behebung verifiziert ist, oder nehmen Sie die Zeile aus dem Anspruch.
outcome-why-row-failed = { $subject }: Die Anforderung ist nicht bestanden, und kein angenommener Plan deckt sie ab.
outcome-why-row-failed-do = Evaluieren Sie die Zeile nach der Behebung erneut, oder nehmen Sie den Plan zu einer geringfügigen Nichtkonformität an.
outcome-why-row-not-evaluated = { $row }: Es gibt kein Urteil.
outcome-why-row-not-evaluated-do = Erfassen Sie ein Urteil.
outcome-why-row-inconclusive = { $subject }: Das Urteil ist nicht eindeutig.
outcome-why-row-inconclusive-do = Beschaffen Sie den fehlenden Nachweis und urteilen Sie, oder beenden Sie die Evaluierung ohne Bestätigung.
outcome-why-fulfilment-missing = { $subject }: Die Zeile ist erfüllt, aber es ist nicht erfasst, ob durch die Komponente oder durch Systemintegration.
outcome-why-fulfilment-missing-do = Erfassen Sie die Art der Erfüllung.
outcome-why-contradiction = { $subject }: Die Erweiterung hat ein Urteil, obwohl ihre Basisanforderung { $base } nicht anwendbar ist.
outcome-why-contradiction-do = Erfassen Sie die Erweiterung als nicht anwendbar, oder entscheiden Sie erneut über die Basisanforderung.
outcome-why-activity-open = { $subject }: Die Evaluierungstätigkeit hat kein Urteil.
outcome-why-activity-open-do = Führen Sie die Tätigkeit in der Reihenfolge der Methode durch, und erfassen Sie ihr Urteil.
outcome-why-activity-inconclusive = { $subject }: Die Evaluierungstätigkeit ist nicht eindeutig.
outcome-why-activity-inconclusive-do = Beschaffen Sie, was fehlt, und urteilen Sie; bis dahin ist die Evaluierung nicht abgeschlossen.
outcome-why-no-activities = Die Checkliste enthält keine Evaluierungstätigkeiten.
outcome-why-no-activities-do = Verwenden Sie eine Checkliste mit den Tätigkeiten der Methode.
outcome-why-no-requirements = Die Checkliste enthält keine gemeinsamen Randbedingungen.
outcome-why-no-requirements-do = Verwenden Sie eine vollständige Checkliste für IEC 62443-4-2.
outcome-why-no-component-type = Es ist kein Komponententyp beansprucht.
outcome-why-no-component-type-do = Beanspruchen Sie einen oder mehrere von SAR, EDR, HDR und NDR.
outcome-why-nothing-claimed = Der Anspruch wählt keine Anforderung aus.
outcome-why-nothing-claimed-do = Deklarieren Sie für eine grundlegende Anforderung eine Stufe von 1 oder mehr, oder listen Sie Anforderungen auf.
outcome-why-declared-out-of-range = { $subject }: Die deklarierte Stufe { $level } gibt es nicht.
outcome-why-declared-out-of-range-do = Deklarieren Sie eine Stufe von 0 bis 4.
outcome-why-listed-row-unusable = { $subject }: Der Anspruch führt sie auf, aber sie kann für diese Komponente nicht beansprucht werden.
outcome-why-listed-row-unusable-do = Berichtigen Sie die Liste; die Anmerkung zu { $subject } sagt, warum.
outcome-why-base-not-claimed = { $subject }: Ihre Basisanforderung { $base } steht nicht in der beanspruchten Liste.
outcome-why-base-not-claimed-do = Nehmen Sie { $base } in den Anspruch auf, oder nehmen Sie die Erweiterung heraus.
outcome-why-plan-not-accepted = { $subject }: Die geringfügige Nichtkonformität { $finding } ist offen, ohne dass ein Plan angenommen ist.
outcome-why-plan-not-accepted-do = Nehmen Sie einen Korrekturmaßnahmenplan an, oder schließen Sie die Feststellung.
outcome-why-requirement-without-row = { $subject }: Die Anforderung hat überhaupt keine Zeile.
outcome-why-requirement-without-row-do = Erfassen Sie ein Urteil; N/E mit Begründung, wenn sie außerhalb des Umfangs liegt.
outcome-why-rows-conflict = { $row }: Die Zeile ist zweimal mit unterschiedlichem Inhalt erfasst.
outcome-why-rows-conflict-do = Entscheiden Sie, welche der beiden gilt, und erfassen Sie sie.
outcome-why-ml-missing = { $row }: Die Zeile ist bestanden, aber es ist kein Reifegrad von 1 bis 4 erfasst.
outcome-why-ml-missing-do = Erfassen Sie den evaluierten Reifegrad.
outcome-why-nothing-passed = Keine Zeile ist bestanden; daher gibt es nichts auszusagen.
outcome-why-nothing-passed-do = Prüfen Sie den Umfang der Evaluierung.

## Remarks

remark-re-without-base = { $requirement }: Die Erweiterung ist erfüllt, aber ihre Basisanforderung { $base } ist { $verdict ->
        [not_fulfilled] nicht erfüllt
        [inconclusive] nicht eindeutig
        [fail] nicht bestanden
       *[not_evaluated] nicht evaluiert
    }. Eine Erweiterung zählt nie ohne ihre Basisanforderung.
remark-re-under-na-base = { $requirement }: Die Erweiterung hat ein Urteil, obwohl ihre Basisanforderung { $base } nicht anwendbar ist.
remark-out-of-scope = { $requirement }: Die Zeile gehört zu einem Komponententyp, der nicht beansprucht ist ({ $types }). Sie zählt nicht.
remark-heading-not-assessable = { $requirement }: Dies ist eine Überschrift ohne eigene Anforderung. Hier lässt sich nichts beurteilen.
remark-unknown-requirement = { $requirement }: Die Checkliste hat keine solche Anforderung. Sie zählt nicht.
remark-fulfilment-missing = { $requirement }: Erfüllt, aber nicht erfasst, wodurch. Zählt nicht als durch die Komponente erfüllt.
remark-no-component-type = Es ist kein Komponententyp beansprucht; daher ist keine Anforderung ausgewählt.
remark-vacuous-level = { $requirement }: Stufe { $level } beruht allein auf nicht anwendbaren Zeilen; dass etwas erfüllt ist, wurde nicht gezeigt.
remark-declared-out-of-range = { $requirement }: Die deklarierte Stufe { $level } gibt es nicht.
remark-brought-row-not-applicable = { $requirement }: Die Zeile ist anwendbar, also auch { $other }; diese ist jedoch als nicht anwendbar erfasst.
remark-needed-row-not-applicable = { $requirement }: Die Zeile hat ein Urteil, aber { $other }, wovon sie abhängt, ist nicht anwendbar.
remark-constraint-not-applicable = { $requirement }: Eine gemeinsame Randbedingung ist als nicht anwendbar erfasst. Sie bindet jede Komponente.
remark-base-not-in-list = { $requirement }: Die beanspruchte Liste nennt die Erweiterung ohne ihre Basisanforderung { $base }.
remark-listed-twice = { $requirement }: Die beanspruchte Liste nennt sie mehr als einmal. Sie zählt einmal.
remark-activity-out-of-order = { $requirement }: Die Tätigkeit hat ein Urteil, während die frühere { $earlier } offen ist.
remark-unknown-activity = { $requirement }: Die Checkliste hat keine solche Evaluierungstätigkeit. Sie zählt nicht.
remark-open-major-outside-claim = { $requirement }: Die schwerwiegende Nichtkonformität { $finding } ist zu einer Zeile außerhalb des Anspruchs offen. Sie wird berichtet und hält die Schlussfolgerung nicht auf.
remark-below-declared-ml = { $row }: Evaluiert mit ML { $evaluated }, deklariert ML { $declared }. Der Anspruch ist auf ML { $evaluated } gesenkt.
remark-ml-out-of-range = { $row }: Den Reifegrad { $level } gibt es nicht. Reifegrade sind 1 bis 4.
remark-duplicate-row = { $row }: Dieselbe Zeile ist zweimal erfasst. Sie zählt einmal.
remark-conflicting-rows = { $row }: Die Zeile ist zweimal mit unterschiedlichem Inhalt erfasst. Keine von beiden zählt.
remark-no-row-for-role = { $requirement }: Es gibt keine Zeile für die Rolle { $role }.
remark-partly-evaluated = { $requirement }: Einige Zeilen sind bestanden, andere nicht evaluiert. Die Anforderung zählt nicht als erfüllt.

## What blocks a security level

blocks-not-fulfilled = { $requirement } ist nicht erfüllt
blocks-inconclusive = { $requirement } ist nicht eindeutig
blocks-not-evaluated = { $requirement } ist nicht evaluiert
blocks-only-by-integration = { $requirement } ist nur durch Systemintegration erfüllt
blocks-fulfilment-missing = { $requirement } ist erfüllt, aber nicht erfasst, wodurch
blocks-re-without-base = { $requirement } zählt nicht ohne die Basisanforderung { $base }

## What blocks a maturity level

blocks-ml-below = { $requirement } ist mit ML { $evaluated } bestanden
blocks-ml-failed = { $requirement } ist nicht bestanden
blocks-ml-no-verdict = { $requirement } hat kein Urteil
blocks-ml-conflict = { $requirement } ist zweimal mit unterschiedlichem Inhalt erfasst
blocks-ml-ml-missing = { $requirement } ist ohne Reifegrad bestanden

## Level cases (`assay vectors levels FILE`)

case-differs-native = FR { $fr }, Komponente selbst (native): erwartet { $expected }, gefunden { $found }
case-differs-with-integration = FR { $fr }, mit Integration: erwartet { $expected }, gefunden { $found }
case-differs-potential = FR { $fr }, erreichbar (potential): erwartet { $expected }, gefunden { $found }
case-differs-vacuous = FR { $fr }, allein auf nicht anwendbaren Zeilen (vacuous): erwartet { $expected }, gefunden { $found }
case-differs-finding-missing = { $requirement }: Eine Feststellung wird erwartet und kommt nicht ({ $expected })
case-differs-finding-unexpected = { $requirement }: Eine Feststellung kommt und wird nicht erwartet ({ $found })

case-file-not-json = Zeile { $line }, Spalte { $column }: Die Datei ist kein JSON ({ $detail }).
case-file-not-json-do = Exportieren Sie die Fälle als JSON in UTF-8; das Format ist in docs/formats/level-cases.md beschrieben.
case-file-ended = Zeile { $line }, Spalte { $column }: Die Datei endet mittendrin ({ $detail }).
case-file-ended-do = Beschaffen Sie die ganze Datei; kein Fall daraus wurde ausgeführt.
case-file-not-a-case = Zeile { $line }, Spalte { $column }: Dies ist nicht, was ein Stufenfall hier enthält ({ $detail }).
case-file-not-a-case-do = Berichtigen Sie den Wert; kein Fall der Datei wurde ausgeführt. Das Format ist in docs/formats/level-cases.md beschrieben.
case-file-no-cases = Die Datei enthält keinen Fall; daher wurde nichts geprüft.
case-file-no-cases-do = Geben Sie eine Datei mit mindestens einem Fall an.
