# What can be wrong with an event and its place in the trail. The place (chain, number, byte) is
# shown beside each message.

trail-json-end = Der erfasste Text endet mittendrin.
trail-json-end-do = Die Datei ist beschädigt oder wurde abgeschnitten. Holen Sie sie erneut vom Absender oder aus einer Sicherung.
trail-json-not-utf8 = Der erfasste Text ist kein gültiges UTF-8.
trail-json-not-utf8-do = Das Ereignis wurde nicht von Assay geschrieben oder seither geändert. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.
trail-json-whitespace = Ein Leerzeichen oder Zeilenumbruch steht, wo keines stehen darf.
trail-json-whitespace-do = Das Ereignis wurde nicht von Assay geschrieben oder seither geändert. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.
trail-json-float = Eine Zahl hat Nachkommastellen oder einen Exponenten. Nur ganze Zahlen können erfasst werden.
trail-json-float-do = Erfassen Sie die Zahl als Text oder als ganze Zahl einer kleineren Einheit.
trail-json-number-form = Eine Zahl ist nicht in ihrer kürzesten Form geschrieben.
trail-json-number-form-do = Das Ereignis wurde nicht von Assay geschrieben oder seither geändert. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.
trail-json-number-range = Eine ganze Zahl liegt jenseits von 9.007.199.254.740.991, der größten, die erfasst werden kann.
trail-json-number-range-do = Erfassen Sie die Zahl als Text oder in einer größeren Einheit.
trail-json-key-order = Die Felder eines Ereignisses sind nicht in der richtigen Reihenfolge.
trail-json-key-order-do = Das Ereignis wurde nicht von Assay geschrieben oder seither geändert. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.
trail-json-duplicate-key = Ein Feld steht zweimal in einem Ereignis, sodass es auf zwei Arten gelesen werden könnte.
trail-json-duplicate-key-do = Das Ereignis wurde gemacht, um irrezuführen. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.
trail-json-key-character = Der Name eines Feldes enthält ein Zeichen, das in Namen nicht erlaubt ist.
trail-json-key-character-do = Namen von Feldern bestehen aus einfachen Buchstaben, Ziffern und Zeichen ohne Anführungszeichen und umgekehrte Schrägstriche. Benennen Sie das Feld um.
trail-json-escape = Ein Zeichen in einem Text ist auf ungewöhnliche Weise geschrieben.
trail-json-escape-do = Das Ereignis wurde nicht von Assay geschrieben oder seither geändert. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.
trail-json-control = Ein Steuerzeichen steht unverändert in einem Text.
trail-json-control-do = Das Ereignis wurde nicht von Assay geschrieben oder seither geändert. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.
trail-json-unexpected = Ein Zeichen steht, wo es nicht stehen kann.
trail-json-unexpected-do = Das Ereignis wurde nicht von Assay geschrieben oder seither geändert. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.
trail-json-trailing = Auf das Ende des Ereignisses folgt noch etwas.
trail-json-trailing-do = Das Ereignis wurde nicht von Assay geschrieben oder seither geändert. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.
trail-json-depth = Listen sind mehr als 32-fach ineinander geschachtelt.
trail-json-depth-do = Erfassen Sie weniger Ebenen, oder fügen Sie den Inhalt als Nachweis hinzu.

trail-body-too-long = Der Eintrag ist länger als 65.535 Byte.
trail-body-too-long-do = Kürzen Sie den Text, oder fügen Sie ihn als Nachweis hinzu und verweisen Sie darauf.
trail-body-field = Das Feld { $field } eines Ereignisses fehlt, steht nicht an seiner Stelle oder hat nicht seine Form.
trail-body-field-do = Das Ereignis wurde nicht von Assay geschrieben oder seither geändert. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.
trail-body-parent-order = Die Ereignisse, auf die ein Ereignis verweist, sind nicht in der richtigen Reihenfolge, oder eines steht dort zweimal.
trail-body-parent-order-do = Das Ereignis wurde nicht von Assay geschrieben oder seither geändert. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.
trail-body-own-parent = Ein Ereignis verweist auf seine eigene Kette, als wäre sie eine fremde.
trail-body-own-parent-do = Das Ereignis wurde nicht von Assay geschrieben oder seither geändert. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.
trail-body-version = Das Ereignis hat eine Version, die diese Ausgabe nicht kennt.
trail-body-version-do = Öffnen Sie das Dossier mit einer neueren Ausgabe von Assay.

trail-chain-wrong-dossier = Das Ereignis gehört zu einem anderen Dossier.
trail-chain-wrong-dossier-do = Jemand hat es hier eingefügt. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.
trail-chain-wrong-chain = Das Ereignis gehört zur Kette eines anderen Urhebers.
trail-chain-wrong-chain-do = Jemand hat es hier eingefügt. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.
trail-chain-gap = Ereignis { $expected } der Kette fehlt; das nächste vorhandene ist { $found }.
trail-chain-gap-do = Es wurden Ereignisse entfernt, oder die Kopie ist unvollständig. Bitten Sie den Urheber der Kette um eine vollständige Kopie.
trail-chain-fork = Ein anderes Ereignis hat diesen Platz bereits: Derselbe Schlüssel hat in zwei Kopien des Dossiers geschrieben.
trail-chain-fork-do = Beide bleiben erhalten. Ermitteln Sie, welche Kopie nach einer Wiederherstellung oder auf einem kopierten Rechner fortgeführt wurde, und lassen Sie ihren Urheber jeden Widerspruch klären.
trail-chain-repeated = Dasselbe Ereignis ist zweimal gespeichert.
trail-chain-repeated-do = Es ist nichts verloren. Führen Sie das Dossier in eine neue Kopie zusammen, um das Doppel zu entfernen.
trail-chain-prev-mismatch = Das Ereignis setzt das vorhergehende nicht fort.
trail-chain-prev-mismatch-do = Eines der beiden wurde nach dem Erfassen geändert. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.
trail-chain-open-missing = Die Kette beginnt nicht mit ihrer Eröffnung, die den Schlüssel des Urhebers trägt.
trail-chain-open-missing-do = Der Anfang wurde entfernt oder ersetzt. Bitten Sie den Urheber der Kette um eine vollständige Kopie.
trail-chain-open-twice = Die Kette wird ein zweites Mal eröffnet.
trail-chain-open-twice-do = Das Ereignis wurde nicht von Assay geschrieben. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.
trail-chain-key-missing = Die Eröffnung der Kette trägt keinen verwendbaren Schlüssel.
trail-chain-key-missing-do = Das Ereignis wurde nicht von Assay geschrieben. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.
trail-chain-key-mismatch = Der Schlüssel in der Eröffnung ist nicht der, für den diese Kette angelegt wurde.
trail-chain-key-mismatch-do = Der Schlüssel wurde ersetzt. Verlassen Sie sich nicht auf dieses Dossier; bitten Sie den Urheber um das Original.

trail-checkpoint-line = Zeile { $line } des Checkpoints ist nicht, wie sie sein sollte.
trail-checkpoint-line-do = Vergleichen Sie sie mit docs/formats/checkpoint.md, und holen Sie den Checkpoint erneut vom Absender.
