# Dateien von anderswo, und was hinausgeschrieben wird.

file-is-link = { $name } ist eine Verknüpfung auf eine andere Datei.
file-is-link-do = Wählen Sie die Datei selbst. Verknüpfungen wird nicht gefolgt: ein Ordner von jemand anderem könnte auf eine Ihrer eigenen Dateien zeigen.
evidence-list-path = Die Liste nennt die Datei „{ $file }“ mit einem Pfad.
evidence-list-path-do = Legen Sie die Dateien in den Ordner, den --folder nennt, und schreiben Sie nur ihre Namen in die Liste.
report-text-unsigned = „{ $text }“ kann nicht in der Signatur eines Berichts stehen: es ist leer, beginnt oder endet mit einem Leerzeichen oder enthält Zeichen, die man nicht sieht.
report-text-unsigned-do = Geben Sie die Berichtsnummer oder den Namen der unterzeichnenden Person neu ohne sie ein.
