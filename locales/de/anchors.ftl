# Siegel auf Papier, Anker, Belege eines Eintrags, und was eine Installation sich merkt.

## Kommandozeile

cli-older-copy = Bewusst mit einer älteren oder neu geschriebenen Kopie arbeiten; der Grund wird erfasst, sobald etwas erfasst wird
cli-seal-to = Den signierten Checkpoint auch in eine Datei schreiben
cli-seal-paper = Das Siegel als Seite zum Drucken schreiben: Code, Wörter, ganze Wurzel
cli-seal-text = Dasselbe im Terminal ausgeben
cli-checkpoint-paper = Ihn als Seite zum Drucken schreiben: Code, Wörter, ganze Wurzel
cli-checkpoint-text = Dasselbe im Terminal ausgeben
cli-countersign = Als beurteilte Partei einen Checkpoint einer fremden Evaluierung unterschreiben
cli-countersign-note = Der Checkpoint, wie er übergeben wurde
cli-countersign-to = Die Datei, die zurückgegeben wird
cli-anchor = Was andere zu einem Checkpoint sagen: Gegenzeichnungen, Zeitstempel, Zeugen
cli-anchor-add = Eine Gegenzeichnung, die Antwort eines Zeitstempeldienstes oder die Mitsignatur eines Zeugen prüfen und erfassen
cli-anchor-add-file = Die Notiz mit der hinzugefügten Zeile, eine bloße Ed25519-Signatur von 64 Bytes, oder die Antwort (.tsr)
cli-anchor-add-name = Wer gegengezeichnet hat; bei einem zugelassenen Schlüssel nicht nötig
cli-anchor-add-organisation = Für welche Organisation; bei einem zugelassenen Schlüssel nicht nötig
cli-anchor-add-key = Der Schlüssel der Person, die gegengezeichnet hat, wenn er nicht in der Notiz steht oder mehrere darin stehen
cli-anchor-add-note = Der Checkpoint, um den es bei einer bloßen Signatur oder bei der Antwort auf eine anderswo gestellte Anfrage geht
cli-anchor-add-ca = Das Zertifikat, zu dem ein Zeitstempel führen muss
cli-anchor-add-witness = Der öffentliche Schlüssel eines Zeugen, wie dessen Betreiber ihn veröffentlicht (vkey)
cli-anchor-request = Eine Anfrage nach einem Zeitstempel auf den neuesten Checkpoint schreiben, die anderswo beantwortet wird
cli-anchor-request-to = Die Anfrage; der Checkpoint dazu wird daneben geschrieben
cli-anchor-stamp = Über das Netz bei einem Dienst einen Zeitstempel holen und ihn erfassen
cli-anchor-stamp-tsa = Dessen Adresse; ohne Angabe die eingestellte
cli-anchor-stamp-ca = Das Zertifikat, zu dem dessen Zeitstempel führen müssen
cli-anchor-authority = Den Zeitstempeldienst dieser Installation einstellen
cli-anchor-authority-url = Dessen Adresse, http://…
cli-anchor-authority-ca = Das Zertifikat, zu dem dessen Zeitstempel führen müssen
cli-anchor-list = Alle Anker, neu geprüft, und ob sie alles bisher Gesagte abdecken
cli-anchor-witness = Schreiben, was ein Zeuge mitsignieren soll: den neuesten Checkpoint, und dass er einen fortsetzt, den er kennt
cli-anchor-witness-to = Die Datei, die geschrieben wird (C2SP tlog-witness, add-checkpoint)
cli-anchor-witness-since = Der Checkpoint, den der Zeuge zuletzt gesehen hat
cli-said-witness = Anfrage an einen Zeugen nach { $path } geschrieben: von { $old } auf { $size } Einträge. Was er zurückgibt, ist eine Zeile, die an den Checkpoint angefügt wird; dann: assay anchor add CHECKPOINT --witness VKEY
cli-anchor-save = Schreiben, woraus ein Anker besteht, um ihn mit anderen Programmen zu prüfen
cli-anchor-save-anchor = Der Anfang seiner Kennung, wie die Liste sie zeigt
cli-anchor-save-to = Der Ordner
cli-prove = Einen Beleg für einen einzelnen Eintrag schreiben, der ohne den Rest geprüft werden kann
cli-prove-what = Die Kennung des Eintrags oder der SHA-256 eines registrierten Nachweises; der Anfang genügt
cli-prove-to = Die Datei, die geschrieben wird
cli-report-stamp = Den festgehaltenen Stand vor dem Zeichnen des Berichts vom eingestellten Dienst mit einem Zeitstempel versehen lassen
cli-verify-words = Die 15 Wörter eines Siegels auf Papier, verglichen mit dem Dossier
cli-verify-size = Über wie viele Einträge die Wörter gehen, wie es daneben steht
cli-verify-evidence = Die Datei, die der Eintrag in einem Beleg nennt
cli-verify-ca = Das anderswoher erhaltene Zertifikat, zu dem erfasste Zeitstempel führen müssen
cli-said-countersigned = Den Checkpoint über { $size } Einträge, Wurzel { $root }, unterschrieben in { $path }. Geben Sie ihn zurück, zusammen mit: { $name }, { $organisation }, Schlüssel { $key }
cli-said-anchored = Erfasst auf Ankerstufe { $level } über die ersten { $size } Einträge, als Eintrag { $entry }
cli-said-stamp-requested = Anfrage nach { $path } geschrieben, der Checkpoint dazu nach { $note }. Die Antwort wird aufgenommen mit: assay anchor add REPLY.tsr --ca CA.pem
cli-said-authority = Zeitstempel werden von nun an bei { $url } geholt und gegen dieses Zertifikat geprüft.
cli-said-no-anchors = Es ist kein Anker erfasst: Stufe A0.
cli-said-proved = Beleg für { $kind }, Ereignis { $id }, an Stelle { $index } von { $size }, nach { $path } geschrieben
cli-said-paper = Seite zum Drucken: { $path }
anchor-covers-all = deckt alles bisher Gesagte ab
anchor-covers-part = seither wurde mehr gesagt

## Probleme

memory-older = { $path } ist eine ältere Kopie oder eine andere Geschichte: Von der Kette { $chain } kennt diese Installation { $known-size } Einträge mit der Wurzel { $known-root }, und die Datei hat { $size } mit der Wurzel { $root }.
memory-older-do = Öffnen Sie die neueste Kopie. Ist sie verloren und muss mit dieser weitergearbeitet werden, so geben Sie an: --older-copy "Grund". Der Grund und beide Wurzeln werden dann erfasst.
memory-rewritten = { $path } wurde neu geschrieben: Die ersten { $known-size } Einträge der Kette { $chain } sind nicht die mit der Wurzel { $known-root }, die diese Installation kennt; die Datei hat { $size } mit der Wurzel { $root }.
memory-rewritten-do = Gehen Sie auf eine Kopie zurück, die nicht neu geschrieben wurde, und klären Sie, wer den Schlüssel hatte. Soll dennoch mit dieser weitergearbeitet werden, so geben Sie an: --older-copy "Grund". Der Grund und beide Wurzeln werden dann erfasst.
memory-damaged = Was diese Installation sich zu dem Dossier gemerkt hat, ist nicht lesbar ({ $path }): { $why }.
memory-damaged-do = Stellen Sie die Datei aus einer Kopie wieder her. Um ohne sie weiterzuarbeiten, geben Sie an: --older-copy "Grund"; ältere Kopien aus der Zeit davor fallen hier dann nicht mehr auf.
memory-reason = Um mit einer älteren Kopie weiterzuarbeiten, braucht es einen Grund.
memory-reason-do = Geben Sie ihn mit --older-copy "Grund" an.
anchor-not-a-checkpoint = Das ist kein signierter Checkpoint eines Dossiers.
anchor-not-a-checkpoint-do = Verwenden Sie die Datei, die "assay checkpoint --to" geschrieben hat, unverändert bis auf Signaturzeilen am Ende.
anchor-known = Dieser Anker ist bereits erfasst.
anchor-known-do = Es ist nichts zu tun.
anchor-differs = Der Checkpoint über { $size } Einträge gehört nicht zu diesem Dossier: Seine Wurzel ist eine andere.
anchor-differs-do = Suchen Sie das Dossier, von dem er stammt; dieses wurde möglicherweise neu geschrieben.
anchor-newer = Der Checkpoint geht über { $size } Einträge, und dieses Dossier hat weniger.
anchor-newer-do = Dies ist eine ältere Kopie. Öffnen Sie die neueste.
anchor-nobody-signed = Niemand außer dem Verfasser hat diesen Checkpoint signiert.
anchor-nobody-signed-do = Lassen Sie die beurteilte Partei unterschreiben: assay countersign CHECKPOINT --to FILE. Für einen Zeugen geben Sie dessen Schlüssel mit --witness an.
anchor-several-signed = { $count } Schlüssel haben diesen Checkpoint gegengezeichnet.
anchor-several-signed-do = Erfassen Sie sie einzeln: Nennen Sie den Schlüssel mit --key.
anchor-needs-key = Eine bloße Signatur sagt nicht, von wem sie ist.
anchor-needs-key-do = Geben Sie den öffentlichen Schlüssel mit --key KEY.pem an.
anchor-needs-note = Eine bloße Signatur sagt nicht, worüber sie ist.
anchor-needs-note-do = Geben Sie den Checkpoint, der signiert wurde, mit --note FILE an.
anchor-own-side = Der Schlüssel { $key } ist hier zugelassen, und nicht als Ansprechpartner der beurteilten Partei.
anchor-own-side-do = Eine Gegenzeichnung ist das Wort der beurteilten Partei. Lassen Sie deren Ansprechpartner signieren.
anchor-needs-name = Es ist nicht bekannt, wem der Schlüssel { $key } gehört.
anchor-needs-name-do = Geben Sie den Namen der Person mit --name an, wie sie ihn genannt hat.
anchor-needs-organisation = Es ist nicht bekannt, für welche Organisation der Schlüssel { $key } steht.
anchor-needs-organisation-do = Geben Sie sie mit --organisation an.
anchor-key-unreadable = Der Schlüssel ist nicht lesbar.
anchor-key-unreadable-do = Geben Sie 64 hexadezimale Ziffern an, oder die Datei, die "openssl pkey -pubout" für einen Ed25519-Schlüssel schreibt.
anchor-reply-too-large = Antwort und Zertifikat sind zusammen größer als { $most } Bytes.
anchor-reply-too-large-do = Nennen Sie nur das Zertifikat des Dienstes, kein Bündel. Eine größere Antwort kann neben dem Dossier aufbewahrt und mit openssl geprüft werden.
anchor-unknown = Es gibt keinen Anker { $id }, oder mehr als einen, der so beginnt.
anchor-unknown-do = Verwenden Sie die Kennung, die "assay anchor list" zeigt.
stamp-no-authority = Es ist kein Zeitstempeldienst eingestellt.
stamp-no-authority-do = Stellen Sie einen ein: assay anchor authority --url URL --ca CA.pem. Ohne Netz verwenden Sie: assay anchor request --to FILE.tsq
stamp-authority-damaged = Der eingestellte Dienst ist nicht lesbar ({ $path }): { $why }.
stamp-authority-damaged-do = Stellen Sie ihn neu ein: assay anchor authority --url URL --ca CA.pem
stamp-requests-damaged = Die Anfragen, die auf Antwort warten, sind nicht lesbar ({ $path }): { $why }.
stamp-requests-damaged-do = Löschen Sie die Datei und stellen Sie eine neue Anfrage; Antworten auf frühere lassen sich mit --note noch aufnehmen.
stamp-not-asked = Das ist nicht die Antwort auf eine der { $waiting } Anfragen, die hier warten: Ihre Nonce ist eine andere.
stamp-not-asked-do = Verwenden Sie die Antwort auf eine Anfrage dieser Installation. Für eine anderswo gestellte nennen Sie den Checkpoint mit --note FILE.
stamp-needs-ca = Es ist nicht gesagt, zu welchem Zertifikat der Zeitstempel führen muss.
stamp-needs-ca-do = Geben Sie das Wurzelzertifikat des Dienstes, das Sie von ihm selbst haben, mit --ca CA.pem an.
stamp-address = { $url } ist keine Adresse für einfaches HTTP.
stamp-address-do = Verwenden Sie http://host[:port]/path. Die Anfrage enthält nur einen Hashwert und die Antwort ist signiert; die Verbindung braucht daher keine Verschlüsselung.
stamp-unreachable = { $url } hat nicht geantwortet: { $why }.
stamp-unreachable-do = Es wurde nichts erfasst. Prüfen Sie Adresse und Netz, oder verwenden Sie eine Anfragedatei: assay anchor request --to FILE.tsq
stamp-status = { $url } hat mit dem Status { $status } geantwortet.
stamp-status-do = Es wurde nichts erfasst. Prüfen Sie die Adresse; Weiterleitungen wird nicht gefolgt.
proof-unknown = Hier heißt nichts { $what }.
proof-unknown-do = Geben Sie mindestens 8 Ziffern der Kennung eines Ereignisses (assay --json log) oder des SHA-256 eines registrierten Nachweises an.
proof-several = { $count } Einträge heißen { $what }.
proof-several-do = Geben Sie mehr Ziffern an; bei mehrfach registrierten Nachweisen die Kennung des Eintrags.
proof-other-chain = Der Eintrag steht in der Kette { $chain } eines anderen Schlüssels, und kein erfasster Anker enthält einen signierten Checkpoint darüber.
proof-other-chain-do = Bitten Sie den Verfasser um den Beleg oder um einen signierten Checkpoint.
proof-other-history = Der Eintrag { $id } gehört nicht zu der Geschichte, über die der Checkpoint geht.
proof-other-history-do = Prüfen Sie das Dossier mit: assay verify
proof-forked = Die Kette hat ab Eintrag { $seq } zwei Geschichten.
proof-forked-do = Kein Checkpoint deckt beide ab. Fragen Sie den Verfasser, welche Kopie gilt.

## Probleme mit Signaturen

signature-anchor-payload = Der Anker hat keine der bekannten Formen.
signature-anchor-payload-do = Siehe docs/formats/anchors.md; eine spätere Version hat ihn möglicherweise geschrieben.
signature-anchor-note = Was verankert ist, ist kein signierter Checkpoint dieses Dossiers.
signature-anchor-note-do = Verwenden Sie einen Checkpoint dieses Dossiers.
signature-anchor-author = Der Verfasser der Kette hat diesen Checkpoint nicht signiert.
signature-anchor-author-do = Verwenden Sie den Checkpoint, wie er ausgegeben wurde, nur mit hinzugefügten Zeilen am Ende.
signature-anchor-countersignature = Die Gegenzeichnung fehlt oder gilt nicht.
signature-anchor-countersignature-do = Lassen Sie die Person den Checkpoint unterschreiben, wie er übergeben wurde, und unverändert zurückgeben, was das Programm geschrieben hat.
signature-anchor-own-key = Der Checkpoint gehört zu einer Kette desselben Schlüssels.
signature-anchor-own-key-do = Eine Signatur mit dem Schlüssel des Verfassers zeigt nichts weiter. Lassen Sie jemand anderen signieren.
signature-anchor-differs = Die Einträge unter dem verankerten Checkpoint sind nicht die im Dossier.
signature-anchor-differs-do = Gehen Sie auf eine Kopie zurück, die nicht neu geschrieben wurde.
signature-anchor-older = Das Dossier hat weniger Einträge als der verankerte Checkpoint.
signature-anchor-older-do = Öffnen Sie die neueste Kopie.
signature-stamp-form = Die Antwort ist kein lesbarer Zeitstempel.
signature-stamp-form-do = Geben Sie die Antwort an, wie der Dienst sie gesendet hat (DER, .tsr).
signature-stamp-refused = Der Dienst hat mit dem Status { $detail } abgelehnt (RFC 3161, 2.4.2).
signature-stamp-refused-do = Fragen Sie den Dienst, welche Anfragen er beantwortet; verwendet wird SHA-256.
signature-stamp-imprint = Der Zeitstempel gilt etwas anderem als diesem Checkpoint.
signature-stamp-imprint-do = Verwenden Sie den Checkpoint, für den die Anfrage gestellt wurde, unverändert.
signature-stamp-nonce = Der Zeitstempel beantwortet eine andere Anfrage.
signature-stamp-nonce-do = Verwenden Sie die Antwort auf diese Anfrage.
signature-stamp-signer = Die Antwort enthält nicht genau einen Signierenden mit seinem Zertifikat, das die Signatur nennt.
signature-stamp-signer-do = Bitten Sie den Dienst, sein Zertifikat mitzusenden, wie es die Anfrage verlangt.
signature-stamp-signature = Die Signatur des Dienstes gilt nicht.
signature-stamp-signature-do = Holen Sie einen neuen Zeitstempel.
signature-stamp-algorithm = Das Verfahren { $detail } wird hier nicht geprüft.
signature-stamp-algorithm-do = Geprüft werden RSA (PKCS#1 v1.5, ab 2048 Bit) und ECDSA auf P-256 oder P-384, jeweils mit SHA-256, SHA-384 oder SHA-512, sowie Ed25519. Verwenden Sie einen anderen Dienst, oder prüfen Sie die Antwort mit openssl.
signature-stamp-authority = Das genannte Zertifikat ist nicht lesbar oder gehört keiner Stelle, die Zertifikate ausgibt.
signature-stamp-authority-do = Nennen Sie das Wurzelzertifikat des Dienstes in PEM.
signature-stamp-path = Das Zertifikat des Zeitstempels führt nicht zu dem genannten.
signature-stamp-path-do = Nennen Sie das Wurzelzertifikat genau dieses Dienstes. Ist es das richtige, so verlassen Sie sich nicht auf den Zeitstempel.
signature-stamp-validity = Das Zertifikat von { $detail } war zum gestempelten Zeitpunkt nicht gültig.
signature-stamp-validity-do = Verlassen Sie sich nicht auf den Zeitstempel; holen Sie einen neuen.
signature-stamp-usage = Das Zertifikat des Zeitstempels wurde nicht allein für Zeitstempel ausgestellt.
signature-stamp-usage-do = Verlassen Sie sich nicht auf den Zeitstempel; verwenden Sie einen Dienst, der RFC 3161 folgt.
signature-stamp-extension = Ein Zertifikat hat die kritische Erweiterung { $detail }, die hier nicht verstanden wird.
signature-stamp-extension-do = Prüfen Sie die Antwort mit openssl, oder verwenden Sie einen anderen Dienst.
signature-witness-form = Das ist kein öffentlicher Schlüssel eines Zeugen.
signature-witness-form-do = Geben Sie ihn an, wie sein Betreiber ihn veröffentlicht: name+id+key.
signature-witness-type = Der Schlüssel ist von anderer Art als Ed25519-Mitsignaturen (0x04).
signature-witness-type-do = Fragen Sie den Betreiber nach seinem Schlüssel für cosignature/v1.
signature-witness-key-id = Die Kennung im Schlüssel gehört nicht zu seinem Namen und Schlüsselwert.
signature-witness-key-id-do = Holen Sie den Schlüssel erneut beim Betreiber.
signature-witness-absent = Der Zeuge hat diesen Checkpoint nicht signiert.
signature-witness-absent-do = Verwenden Sie die Notiz, die der Zeuge zurückgegeben hat.
signature-witness-wrong = Die Signatur des Zeugen gilt nicht.
signature-witness-wrong-do = Holen Sie die Mitsignatur erneut.
signature-proof-line = Der Beleg ist nicht lesbar.
signature-proof-line-do = Holen Sie die Datei erneut, unverändert.
signature-proof-extra = Der Beleg enthält keinen Eintrag.
signature-proof-extra-do = Holen Sie die Datei erneut von dem, der sie erstellt hat.
signature-proof-note = Der Checkpoint im Beleg gehört nicht zur Kette des Eintrags.
signature-proof-note-do = Verlassen Sie sich nicht darauf; bitten Sie um einen neuen Beleg.
signature-proof-key = Der Schlüssel im Beleg ist nicht der der Kette.
signature-proof-key-do = Verlassen Sie sich nicht darauf; bitten Sie um einen neuen Beleg.
signature-proof-index = Die genannte Stelle ist nicht die des Eintrags.
signature-proof-index-do = Verlassen Sie sich nicht darauf; bitten Sie um einen neuen Beleg.
signature-proof-signature = Die Signatur des Eintrags gilt nicht.
signature-proof-signature-do = Verlassen Sie sich nicht darauf; bitten Sie um einen neuen Beleg.
signature-proof-note-signature = Die Signatur des Verfassers auf dem Checkpoint gilt nicht.
signature-proof-note-signature-do = Verlassen Sie sich nicht darauf; bitten Sie um einen neuen Beleg.
signature-proof-root = Der Eintrag steht nicht unter dem Checkpoint.
signature-proof-root-do = Verlassen Sie sich nicht darauf; bitten Sie um einen neuen Beleg.

## Verifizierung

verify-ok-anchor-A1 = A1: Die ersten { $size } Einträge der Kette { $chain } wurden mit dem Schlüssel { $key } gegengezeichnet, erfasst als der von { $by }, { $of } (Ereignis { $n })
verify-ok-anchor-A2 = A2: Die ersten { $size } Einträge der Kette { $chain } gab es am { $time }, nach dem Zeitstempel von { $by }, geprüft gegen { $of } (SHA-256 { $key }; Ereignis { $n })
verify-ok-anchor-A3 = A3: Die ersten { $size } Einträge der Kette { $chain } waren die neuesten, die { $by } am { $time } nach eigener Uhr gesehen hatte (Schlüssel { $key }; Ereignis { $n })
verify-ok-report-anchored = der Checkpoint des Berichts liegt unter Ankern der Stufe { $levels }
verify-ok-report-not-anchored = kein erfasster Anker liegt über dem Checkpoint des Berichts: Stufe A0
verify-ok-words = die Wörter stehen für die Wurzel über die ersten { $size } Einträge der Kette { $chain }: { $root }
verify-ok-proof-event = { $kind } ist der Eintrag { $id } an Stelle { $seq } der Kette { $chain } im Dossier { $dossier }; als Zeit gibt sein Verfasser { $time } an
verify-ok-proof-key = der Schlüssel { $key } des Verfassers hat den Eintrag und den Checkpoint signiert
verify-ok-proof-note = der Eintrag steht unter dem Checkpoint über { $size } Einträge mit der Wurzel { $root }
verify-ok-proof-evidence = die Datei ist die, die der Eintrag nennt: SHA-256 { $sha256 }, { $size } Bytes
verify-ok-proof-names = der Eintrag nennt einen Nachweis mit dem SHA-256 { $sha256 }; eine Datei wird mit --evidence damit verglichen
verify-remark-copy-continued = Ereignis { $n } sagt, dass mit einer älteren Kopie bewusst weitergearbeitet wurde: { $reason }
verify-limits-anchors = Die Anker oben zeigen, was sie von den Einträgen unter ihnen sagen. Sie zeigen nicht, dass die Schlüssel den genannten Personen gehören, dass das erfasste Zertifikat eines Dienstes Vertrauen verdient (vergleichen Sie es mit einem anderswoher erhaltenen, --ca), dass vor dem Erfassen nichts weggelassen wurde, und nichts über spätere Einträge. Eine ältere oder neu geschriebene Kopie ohne sie ließe nicht erkennen, dass sie fehlen: Dafür vergleichen Sie mit einem anderswo aufbewahrten Checkpoint (--note, --words).
verify-option-idle = { $option } sagt über eine Datei dieser Art nichts.
verify-option-idle-do = Lassen Sie die Option weg, oder nennen Sie die Datei, für die sie gedacht ist.
verify-limits-proof = Das zeigt, dass dieser Schlüssel diesen Eintrag erfasst hat und dass er unter dem Checkpoint steht, und nichts über andere Einträge: Ein späterer kann ihn ersetzt haben. Wem der Schlüssel gehört, und ob der Checkpoint der ist, den andere haben, ist mit dem zu vergleichen, was Sie anderswoher haben.
verify-anchor = Ein Anker gilt nicht: { $why }
verify-anchor-means = Was als Wort eines anderen erfasst ist, ist es nicht, oder gilt einer anderen Geschichte. { $detail }
verify-anchor-do = Verlassen Sie sich nicht auf diese Kopie. Fragen Sie den Absender, wie es dazu kam; gehen Sie auf eine Kopie zurück, die der Prüfung standhält.
verify-proof = Der Beleg gilt nicht: { $why }
verify-proof-means = Es ist nicht gezeigt, dass der Eintrag im Protokoll der Evaluierung steht.
verify-proof-do = Verlassen Sie sich nicht darauf; bitten Sie um einen neuen Beleg.
verify-proof-evidence = Die Datei ist nicht die, die der Eintrag nennt: Ihr SHA-256 ist { $found }, und { $named } ist erfasst.
verify-proof-evidence-means = Die Datei wurde geändert oder ist eine andere.
verify-proof-evidence-do = Bitten Sie um die Datei, die eingereicht wurde.
verify-proof-no-evidence = Der Eintrag nennt keinen Nachweis.
verify-proof-no-evidence-means = Die Datei kann nicht mit ihm verglichen werden.
verify-proof-no-evidence-do = Bitten Sie um den Beleg des Eintrags, der den Nachweis registriert.
verify-words-unreadable = Das sind nicht 15 Wörter der Liste.
verify-words-unreadable-means = Ein Wort wurde falsch notiert oder getippt.
verify-words-unreadable-do = Vergleichen Sie sie mit dem Papier; die Liste ist die englische von BIP-39.
verify-words-differ = Die Wörter stehen für keine Wurzel dieses Dossiers (Größe { $size }).
verify-words-differ-means = Das Dossier ist eine ältere Kopie, wurde neu geschrieben, oder ist ein anderes als das auf dem Papier.
verify-words-differ-do = Vergleichen Sie die Kennung des Dossiers mit dem Papier, und bitten Sie um die neueste Kopie. Ist es das richtige, so verlassen Sie sich nicht darauf.

## Die Aufzeichnung in Worten

log-copy-continue = arbeitet bewusst mit einer älteren Kopie weiter: { $reason }

## Ein Siegel auf Papier

seal-paper-lang = de
seal-paper-title = Siegel
seal-paper-purpose = Anlass
seal-paper-purpose-opening = Eröffnung
seal-paper-purpose-day-end = Ende des Tages
seal-paper-purpose-closing-meeting = Abschlussgespräch
seal-paper-purpose-checkpoint = einzelner Checkpoint
seal-paper-date = Datum (Angabe dieses Rechners)
seal-paper-by = Kette von
seal-paper-dossier = Dossier-Kennung
seal-paper-chain = Kette
seal-paper-size = Einträge
seal-paper-root = Wurzel (SHA-256)
seal-paper-words = Die Wurzel in 15 Wörtern
seal-paper-words-hint = Zum Vorlesen und Notieren. Jedes Wort steht für 11 Bits der Wurzel, von ihrem Anfang an; zusammen sind es 165 von 256 Bits. Die Liste ist die englische von BIP-39.
seal-paper-what = Die Wurzel ist aus jedem Eintrag dieser Kette bis hierher berechnet, und durch deren Siegel aus allem Übrigen der Evaluierung. Wer diese Seite aufbewahrt, kann später erkennen, ob das Dossier diese Einträge noch enthält, unverändert und vollständig.
seal-paper-check = Prüfen, mit einer Kopie des Dossiers:
seal-paper-seen-assessor = Ort, Datum, Name und Unterschrift der evaluierenden Person
seal-paper-seen-party = Ort, Datum, Name und Unterschrift der beurteilten Partei
seal-paper-limits = Diese Seite zeigt nicht, dass die Einträge wahr sind, wann sie entstanden, oder dass vor dem Erfassen nichts weggelassen wurde. Der Code enthält den signierten Checkpoint (C2SP tlog-checkpoint).

## Neben einem Bericht

bundle-page =
    Wie Sie diesen Bericht ohne das Programm prüfen, das ihn geschrieben hat
    ========================================================================

    Sie brauchen Python 3 und den Befehl openssl (Version 3). Nichts davon fragt ein Netz.

    1. Der Bericht. Seine Signatur ist die Textdatei { $signature } im Ordner darüber. Sie nennt jede Datei des
       Berichts mit ihrem SHA-256, und wer als was unterschreibt (report-signature.md).

           python3 verify.py "../{ $signature }"

       sagt, ob jede genannte Datei unverändert da ist und der Schlüssel jeder genannten Person signiert hat. Wem ein
       Schlüssel gehört, lässt sich so nicht zeigen: Vergleichen Sie die Schlüssel mit solchen, die Sie von diesen
       Personen selbst haben.

    2. Die Evaluierung, wenn Sie eine Kopie des Dossiers haben (die Datei .assay). Alles darin ist ein signierter
       Eintrag in einer Kette (trail.md). Der Bericht druckt den Checkpoint, auf dem er beruht.

           python3 verify.py DOSSIER.assay
           python3 verify.py DOSSIER.assay --note CHECKPOINT

       prüft jeden Eintrag, jeden Nachweis, jeden Anker, und dass das Dossier noch mit dem beginnt, was ein Checkpoint
       sagt, den Sie aufbewahrt haben. Die 15 Wörter eines Siegels auf Papier vergleicht: assay verify DOSSIER --words

    3. Ein einzelner Eintrag, wenn Sie statt des Dossiers einen Beleg haben (.tlog-proof):

           python3 verify.py ITEM.tlog-proof --evidence FILE

       zeigt, dass der Eintrag unter dem Checkpoint im Beleg im Protokoll steht, und dass die Datei die ist, die er nennt.
       Über andere Einträge zeigt es nichts.

    4. Die im Dossier erfassten Anker liegen im Ordner anchors, wenn es welche gibt: was jemand von außen zu einem
       Checkpoint gesagt hat (anchors.md). Ein Zeitstempel wird geprüft mit

           openssl ts -verify -data checkpoint.note -in reply.tsr -CAfile ca.pem

       wobei ca.pem das Zertifikat sein sollte, das Sie selbst von dem Dienst haben.

    Was keine Prüfung zeigen kann: dass das Erfasste wahr ist, dass vor dem Erfassen nichts weggelassen wurde, und ohne
    einen Anker in Ihrer eigenen Hand, dass die Inhaber der Schlüssel nicht die ganze Aufzeichnung neu geschrieben haben.
    Der Bericht sagt, welche Ankerstufe seine Aufzeichnung hat und was daraus folgt.

    Der Ordner vectors enthält Testfälle mit ihrem Ergebnis, für alle, die ein Prüfprogramm schreiben.

## Das Fenster

ui-trail-kind-anchor = Anker
ui-trail-kind-copy-continue = ältere Kopie fortgesetzt
ui-memory-older-do = Öffnen Sie die neueste Kopie. Um diese anzusehen, nehmen Sie sie als erhaltene Datei an. Ist die neueste verloren und muss mit dieser weitergearbeitet werden, so wird beim Öffnen zum Schreiben ein Grund verlangt.
ui-memory-rewritten-do = Gehen Sie auf eine Kopie zurück, die nicht neu geschrieben wurde, und klären Sie, wer den Schlüssel hatte. Um dennoch mit dieser weiterzuarbeiten, wird beim Öffnen zum Schreiben ein Grund verlangt.
ui-older = Nicht, woran sich diese Installation erinnert
ui-older-reason = Warum mit dieser Kopie weitergearbeitet wird
ui-older-recorded = Der Grund und beide Wurzeln werden in ihr aufgezeichnet, und wer sie prüft, sieht sie.
ui-older-go = Mit dieser Kopie weiterarbeiten
ui-log-copy-continue = hat bewusst mit einer älteren Kopie weitergearbeitet: { $reason }
