//! What goes beside an issued report so that others can check it with public tools alone: the one-page checker, how to
//! use it in words, the format pages, test vectors, and the anchors as files.

use std::{fs, path::Path};

use words::Words;

use crate::{Problem, Session, anchors, files};

/// Name of the folder beside the report.
pub const FOLDER: &str = "check";

/// The pages and vectors, as they are in the repository of this version.
const PAGES: [(&str, &str); 14] = [
    ("verify.py", include_str!("../../../docs/formats/verify.py")),
    ("trail.md", include_str!("../../../docs/formats/trail.md")),
    ("checkpoint.md", include_str!("../../../docs/formats/checkpoint.md")),
    ("anchors.md", include_str!("../../../docs/formats/anchors.md")),
    ("report-signature.md", include_str!("../../../docs/formats/report-signature.md")),
    ("vectors/README.md", include_str!("../../../fixtures/vectors/trail/README.md")),
    ("vectors/chains.json", include_str!("../../../fixtures/vectors/trail/chains.json")),
    ("vectors/roots.json", include_str!("../../../fixtures/vectors/trail/roots.json")),
    ("vectors/signatures.json", include_str!("../../../fixtures/vectors/trail/signatures.json")),
    ("vectors/notes.json", include_str!("../../../fixtures/vectors/trail/notes.json")),
    ("vectors/inclusion.json", include_str!("../../../fixtures/vectors/trail/inclusion.json")),
    ("vectors/consistency.json", include_str!("../../../fixtures/vectors/trail/consistency.json")),
    ("vectors/cosignatures.json", include_str!("../../../fixtures/vectors/trail/cosignatures.json")),
    ("vectors/tlog-proofs.json", include_str!("../../../fixtures/vectors/trail/tlog-proofs.json")),
];

/// Writes the folder beside a report; what an earlier report left there is the same or is replaced.
///
/// # Errors
/// A file can't be written, or an anchor does not hold.
pub fn write(session: &Session, reports: &Path, signature: &str) -> Result<(), Problem> {
    let folder = reports.join(FOLDER);
    for (name, text) in PAGES {
        put(&folder.join(name), text.as_bytes())?;
    }
    for (language, name) in [("en", "how-to-check.txt"), ("de", "so-pruefen-sie.txt")] {
        let text = Words::load(language).text("bundle-page", &[("signature", signature)]);
        put(&folder.join(name), format!("{}\n", text.trim_end()).as_bytes())?;
    }
    for anchor in anchors::list(session)? {
        let id: String = anchor.id.chars().take(12).collect();
        for (name, bytes) in anchors::files_of(session, &anchor.id)? {
            put(&folder.join("anchors").join(format!("{}-{id}", anchor.level)).join(name), &bytes)?;
        }
    }
    Ok(())
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|e| Problem::file("file-not-written", folder, &e))?;
    }
    files::write_whole(path, bytes)
}
