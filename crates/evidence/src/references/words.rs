//! The words references are written with, English and German. All in lower case.

use super::LocationKind;
use super::ReferenceKind;

/// Words that introduce a reference; the longest that fits is taken.
pub(super) const LEADS: &[&str] = &[
    "and", "und", "please see also", "please see", "please refer to", "bitte siehe", "see also", "see in",
    "see", "siehe auch", "siehe in", "siehe", "s. auch", "s.", "vgl.", "vgl", "cf.", "cf", "refer to",
    "reference:", "ref.:", "ref.", "ref:", "as described in", "described in", "documented in", "specified in",
    "defined in", "shown in", "as per", "per", "acc. to", "according to", "gemäß", "gemaess", "gem.", "laut",
    "lt.", "beschrieben in", "dokumentiert in", "nachweis:", "nachweise:", "evidence:", "same evidence as for",
    "same evidence as", "same as for", "same as in", "same as", "as for", "as in", "identical to", "analog zu",
    "analogous to", "wie bei", "wie unter", "wie in", "wie", "the", "der", "die", "das", "dem", "den", "in the",
    "in der", "in dem", "im", "in", "unter",
];

/// Words within a sentence behind which a reference begins.
pub(super) const INNER_LEADS: &[&str] = &[
    "see", "siehe", "vgl.", "cf.", "refer to", "described in", "documented in", "beschrieben in",
    "dokumentiert in",
];

/// Words that connect the parts of a reference and belong to none of them.
pub(super) const CONNECTING: &[&str] = &[
    "of", "in", "the", "and", "und", "dated", "date", "datum", "vom", "von", "from", "im", "des", "der", "die",
    "das", "to", "at", "on", "as", "stand", "status", "see", "siehe", "with", "mit", "sha-256", "sha256",
    "ausgabe", "issued", "issue", "version", "document", "dokument", "doc", "dok", "file", "datei", "nr", "no",
    "also", "auch", "sowie", "or", "oder", "rev",
];

/// A number behind one of these belongs to what is described, not to the describing document.
pub(super) const OF_WHAT: &[&str] = &[
    "of", "for", "für", "von", "on", "zu", "zur", "zum", "der", "des", "the", "with", "mit", "über",
];

/// Nouns that make a short text the title of a document; German compounds end with them.
pub(super) const NOUNS: &[&str] = &[
    "manual", "manuals", "guide", "guides", "guideline", "guidelines", "handbook", "handbuch", "report",
    "reports", "bericht", "berichte", "protocol", "protocols", "protokoll", "protokolle", "list", "lists",
    "liste", "record", "records", "aufzeichnung", "aufzeichnungen", "plan", "plans", "policy", "policies",
    "richtlinie", "procedure", "procedures", "verfahren", "verfahrensanweisung", "arbeitsanweisung",
    "anleitung", "anweisung", "specification", "specifications", "spezifikation", "lastenheft", "pflichtenheft",
    "documentation", "dokumentation", "document", "documents", "dokument", "dokumente", "concept", "konzept",
    "certificate", "certificates", "zertifikat", "zertifikate", "datasheet", "datenblatt", "checklist",
    "checkliste", "review", "diagram", "diagramm", "drawing", "drawings", "zeichnung", "screenshot",
    "screenshots", "model", "modell", "analysis", "analyse", "assessment", "statement", "declaration",
    "erklärung", "contract", "vertrag", "form", "forms", "formular", "template", "vorlage", "register",
    "tickets", "summary", "zusammenfassung", "catalogue", "katalog", "instructions", "notes", "sbom", "log",
    "logs", "minutes", "description", "beschreibung", "nachweis", "evidence", "sop", "wiki", "whitepaper",
    "matrix", "architecture", "architektur", "study", "results", "ergebnisse", "sheet",
];

/// A text that begins with one of these is an answer and no title.
pub(super) const ANSWERS: &[&str] = &[
    "yes", "no", "ja", "nein", "partly", "teilweise", "met", "implemented", "erfüllt", "compliant", "by",
    "with",
];

/// Words that tell a sentence from a title.
pub(super) const VERBS: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "can", "cannot", "will", "must", "needs", "need", "runs", "be",
    "been", "does", "do", "not", "ist", "sind", "war", "wird", "werden", "wurde", "hat", "haben", "kann",
    "können", "muss", "müssen", "nicht", "kein", "keine", "we", "wir", "it", "es",
];

/// First parts that look like a document number and are none: algorithms, protocols, levels, versions.
pub(super) const NO_NUMBERS: &[&str] = &[
    "aes", "sha", "sha1", "sha2", "sha3", "utf", "rsa", "ecdsa", "ecc", "ecdh", "ed", "x", "tls", "ssl", "dtls",
    "hmac", "cve", "cwe", "crc", "usb", "rs", "rj", "ip", "ipv", "ipv4", "ipv6", "http", "https", "sl", "ml",
    "sil", "wpa", "wpa2", "wpa3", "fw", "hw", "sw", "tcp", "udp", "cat", "md5", "q1", "q2", "q3", "q4", "h1",
    "h2", "kw", "opc", "base", "level", "part", "teil", "port", "vlan", "windows", "win", "log4j", "covid",
    "sl-c", "sl-t", "sl-a", "re", "br",
];

/// Publishers whose standards are numbered with a blank: `IEC 62443-4-2`.
pub(super) const PUBLISHERS: &[&str] = &[
    "nist sp", "bsi tr", "din en iso/iec", "din en iso", "din en iec", "din en", "din iso", "din iec",
    "iso/iec", "en iso/iec", "en iso", "en iec", "iec/ieee", "iec ts", "iec tr", "iso", "iec", "en", "din",
    "ieee", "rfc", "vde", "vdi", "etsi en", "isa", "fips",
];

/// Words before a number that say it is one.
pub(super) const LABELS: &[&str] = &[
    "document no.", "document no", "document number", "document id", "document-id", "doc. no.", "doc no.",
    "doc no", "doc-no.", "doc.-no.", "doc-id", "doc id", "dokument-nr.", "dokumentnr.", "dokumentennummer",
    "dokumentnummer", "dokument nr.", "dok.-nr.", "dok.nr.", "dok. nr.", "dok-nr.", "no.", "nr.", "number",
    "nummer", "id:",
];

/// Extensions of files that are sent as evidence.
pub(super) const EXTENSIONS: &[&str] = &[
    "pdf", "docx", "docm", "doc", "xlsx", "xlsm", "xls", "ods", "odt", "odp", "pptx", "ppt", "rtf", "txt", "md",
    "csv", "tsv", "zip", "7z", "tar.gz", "tgz", "tar", "gz", "png", "jpg", "jpeg", "gif", "svg", "tif", "tiff",
    "bmp", "html", "htm", "xml", "json", "yaml", "yml", "log", "pcap", "pcapng", "msg", "eml", "vsdx", "vsd",
    "drawio", "bin", "reqif", "sig", "asc", "pem", "cer", "crt", "mp4", "cdx", "spdx", "toml", "ini", "cfg",
    "conf", "sha256",
];

/// Words for places. A word that ends with a full stop may also stand without it before a blank.
pub(super) const PLACES: &[(&str, LocationKind)] = &[
    ("§§", LocationKind::Section),
    ("§", LocationKind::Section),
    ("sections", LocationKind::Section),
    ("section", LocationKind::Section),
    ("sect.", LocationKind::Section),
    ("sec.", LocationKind::Section),
    ("subsection", LocationKind::Section),
    ("abschnitte", LocationKind::Section),
    ("abschnitt", LocationKind::Section),
    ("abschn.", LocationKind::Section),
    ("ziffer", LocationKind::Section),
    ("ziff.", LocationKind::Section),
    ("punkt", LocationKind::Section),
    ("pkt.", LocationKind::Section),
    ("chapters", LocationKind::Chapter),
    ("chapter", LocationKind::Chapter),
    ("chap.", LocationKind::Chapter),
    ("ch.", LocationKind::Chapter),
    ("kapitel", LocationKind::Chapter),
    ("kap.", LocationKind::Chapter),
    ("clauses", LocationKind::Clause),
    ("clause", LocationKind::Clause),
    ("cl.", LocationKind::Clause),
    ("klausel", LocationKind::Clause),
    ("article", LocationKind::Clause),
    ("artikel", LocationKind::Clause),
    ("art.", LocationKind::Clause),
    ("paragraph", LocationKind::Paragraph),
    ("para.", LocationKind::Paragraph),
    ("absatz", LocationKind::Paragraph),
    ("abs.", LocationKind::Paragraph),
    ("pages", LocationKind::Page),
    ("page", LocationKind::Page),
    ("pp.", LocationKind::Page),
    ("pg.", LocationKind::Page),
    ("p.", LocationKind::Page),
    ("seiten", LocationKind::Page),
    ("seite", LocationKind::Page),
    ("s.", LocationKind::Page),
    ("blatt", LocationKind::Page),
    ("bl.", LocationKind::Page),
    ("slides", LocationKind::Page),
    ("slide", LocationKind::Page),
    ("folie", LocationKind::Page),
    ("annex", LocationKind::Annex),
    ("appendix", LocationKind::Annex),
    ("app.", LocationKind::Annex),
    ("anhang", LocationKind::Annex),
    ("anlage", LocationKind::Annex),
    ("tables", LocationKind::Table),
    ("table", LocationKind::Table),
    ("tabelle", LocationKind::Table),
    ("tab.", LocationKind::Table),
    ("figures", LocationKind::Figure),
    ("figure", LocationKind::Figure),
    ("fig.", LocationKind::Figure),
    ("abbildung", LocationKind::Figure),
    ("abb.", LocationKind::Figure),
    ("lines", LocationKind::Line),
    ("line", LocationKind::Line),
    ("zeilen", LocationKind::Line),
    ("zeile", LocationKind::Line),
    ("rows", LocationKind::Line),
    ("row", LocationKind::Line),
    ("step", LocationKind::Line),
    ("schritt", LocationKind::Line),
    ("test cases", LocationKind::Case),
    ("test case", LocationKind::Case),
    ("cases", LocationKind::Case),
    ("case", LocationKind::Case),
    ("testfälle", LocationKind::Case),
    ("testfall", LocationKind::Case),
];

/// Words for revisions; those with a letter as value are marked.
pub(super) const REVISIONS: &[(&str, bool)] = &[
    ("revision", true),
    ("rev.", true),
    ("version", true),
    ("vers.", false),
    ("ver.", false),
    ("v.", false),
    ("v", false),
    ("issue", true),
    ("edition", false),
    ("ed.", false),
    ("ausgabe", true),
    ("auflage", false),
    ("fassung", false),
    ("index", true),
    ("änderungsindex", true),
    ("r", false),
];

/// Months by the beginning of their names.
pub(super) const MONTHS: &[(&str, u32)] = &[
    ("january", 1), ("januar", 1), ("jänner", 1), ("jan", 1), ("february", 2), ("februar", 2), ("feb", 2),
    ("march", 3), ("märz", 3), ("maerz", 3), ("mar", 3), ("mär", 3), ("mrz", 3), ("april", 4), ("apr", 4),
    ("may", 5), ("mai", 5), ("june", 6), ("juni", 6), ("jun", 6), ("july", 7), ("juli", 7), ("jul", 7),
    ("august", 8), ("aug", 8), ("september", 9), ("sept", 9), ("sep", 9), ("october", 10), ("oktober", 10),
    ("oct", 10), ("okt", 10), ("november", 11), ("nov", 11), ("december", 12), ("dezember", 12), ("dec", 12),
    ("dez", 12),
];

/// Texts that are a saying as a whole.
pub(super) fn saying(key: &str) -> Option<ReferenceKind> {
    let text = key.trim_matches([' ', '(', ')', '.', '!']);
    let kind = match text {
        "n/a" | "n.a" | "na" | "n. a" | "none" | "nil" | "not applicable" | "no evidence" | "no document"
        | "-" | "--" | "---" | "/" | "./" | "./." | "keine" | "kein" | "keiner" | "kein nachweis"
        | "keine nachweise" | "entfällt" | "entfaellt" | "nicht anwendbar" | "nicht zutreffend"
        | "nicht relevant" | "n.z" | "k.a" | "k. a" | "keine angabe" | "not relevant" | "sans objet"
        | "ohne" => ReferenceKind::None,
        "see above"
        | "as above"
        | "same as above"
        | "same"
        | "same evidence"
        | "ditto"
        | "dito"
        | "idem"
        | "s.o"
        | "s. o"
        | "siehe oben"
        | "wie oben"
        | "wie vor"
        | "wie zuvor"
        | "see previous"
        | "see previous row"
        | "siehe vorherige zeile"
        | "\""
        | "''"
        | "〃"
        | "“"
        | "”"
        | "above"
        | "oben" => ReferenceKind::Above,
        "see below" | "siehe unten" | "s.u" | "s. u" | "below" => ReferenceKind::Below,
        "tbd"
        | "t.b.d"
        | "tba"
        | "tbc"
        | "to be provided"
        | "to be defined"
        | "to be delivered"
        | "to follow"
        | "follows"
        | "will be provided"
        | "will follow"
        | "wird nachgereicht"
        | "wird nachgeliefert"
        | "nachzureichen"
        | "folgt"
        | "in arbeit"
        | "in vorbereitung"
        | "in progress"
        | "in preparation"
        | "pending"
        | "on request"
        | "upon request"
        | "available on request"
        | "auf anfrage"
        | "auf nachfrage" => ReferenceKind::Pending,
        _ => return None,
    };
    Some(kind)
}
