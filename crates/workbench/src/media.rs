//! What kind of file evidence is, by its first bytes; the name only breaks ties among texts and packages.

use std::io::{self, Read, Seek, SeekFrom};

/// Media type of the file, from its first bytes. The position is put back to the start.
///
/// # Errors
/// The file can't be read.
pub fn sniff(file: &mut (impl Read + Seek), name: &str) -> io::Result<&'static str> {
    let mut first = [0; 512];
    let mut read = 0;
    while let Some(rest) = first.get_mut(read..).filter(|r| !r.is_empty()) {
        match file.read(rest)? {
            0 => break,
            n => read += n,
        }
    }
    file.seek(SeekFrom::Start(0))?;
    Ok(media_type(first.get(..read).unwrap_or_default(), name))
}

fn media_type(first: &[u8], name: &str) -> &'static str {
    const SIGNATURES: [(&[u8], &str); 8] = [
        (b"%PDF-", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"GIF8", "image/gif"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
        (b"\x0a\x0d\x0d\x0a", "application/x-pcapng"),
        (b"\xd4\xc3\xb2\xa1", "application/vnd.tcpdump.pcap"),
        (b"\x1f\x8b", "application/gzip"),
    ];
    let extension = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
    if let Some((_, media)) = SIGNATURES.iter().find(|(bytes, _)| first.starts_with(bytes)) {
        return media;
    }
    if first.starts_with(b"PK\x03\x04") {
        return match extension.as_str() {
            "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "ods" => "application/vnd.oasis.opendocument.spreadsheet",
            _ => "application/zip",
        };
    }
    // A text cut in the middle of a character is still a text.
    let is_text =
        !first.contains(&0) && std::str::from_utf8(first).map_or_else(|e| e.error_len().is_none(), |_| true);
    match extension.as_str() {
        _ if !is_text => "application/octet-stream",
        "json" => "application/json",
        "csv" => "text/csv",
        "md" => "text/markdown",
        "html" | "htm" => "text/html",
        "xml" => "application/xml",
        _ => "text/plain",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_decides_not_the_name() {
        for (first, name, expected) in [
            (&b"%PDF-1.7"[..], "photo.png", "application/pdf"),
            (b"\x89PNG\r\n\x1a\n", "report.pdf", "image/png"),
            (
                b"PK\x03\x04...",
                "answers.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
            (b"PK\x03\x04...", "answers.exe", "application/zip"),
            (b"a,b\n1,2\n", "tests.csv", "text/csv"),
            (b"a\0b", "tests.csv", "application/octet-stream"),
            ("caf\u{e9}".as_bytes(), "notes.txt", "text/plain"),
            (b"", "empty", "text/plain"),
        ] {
            assert_eq!(media_type(first, name), expected, "{name} must be told by what it holds");
        }
    }
}
