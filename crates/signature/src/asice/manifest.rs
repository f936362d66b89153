//! ASiCManifest (EN 319 162-1, annex A.4): which files a signature is over.

use std::collections::BTreeSet;

use base64ct::{Base64, Encoding as _};
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;
use trail::Digest;

use super::{ContainerProblem, Entry, MOST_SIGNATURES, name};

const ASIC: &str = "http://uri.etsi.org/02918/v1.2.1#";
const DSIG: &str = "http://www.w3.org/2000/09/xmldsig#";
const SHA_256: &str = "http://www.w3.org/2001/04/xmlenc#sha256";

/// A manifest that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Manifest {
    /// The part with the signature.
    pub(super) signature: String,
    pub(super) files: Vec<Entry>,
}

/// The parts of a signature by its number: manifest and signature.
pub(super) fn parts(number: u32) -> (String, String) {
    (format!("META-INF/ASiCManifest{number:03}.xml"), format!("META-INF/signature{number:03}.p7s"))
}

/// The manifest for the signature of that number.
pub(super) fn write(number: u32, files: &[Entry], root: Option<&str>) -> Result<Vec<u8>, ContainerProblem> {
    if !(1..=MOST_SIGNATURES).contains(&number) {
        return Err(ContainerProblem::Number(number));
    }
    let mut seen = BTreeSet::new();
    let (_, signature) = parts(number);
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<asic:ASiCManifest xmlns:asic=\"{ASIC}\" xmlns:ds=\"{DSIG}\">\n\
         <asic:SigReference URI=\"{signature}\" MimeType=\"application/pkcs7-signature\"/>\n"
    );
    for file in files {
        name::checked(&file.name)?;
        if !seen.insert(file.name.to_lowercase()) {
            return Err(ContainerProblem::Twice(file.name.clone()));
        }
        let rootfile = if root == Some(file.name.as_str()) { " Rootfile=\"true\"" } else { "" };
        let (uri, media_type) = (name::to_uri(&file.name), escaped(&file.media_type));
        let digest = Base64::encode_string(&file.sha256.0);
        xml += &format!(
            "<asic:DataObjectReference URI=\"{uri}\" MimeType=\"{media_type}\"{rootfile}>\n\
             <ds:DigestMethod Algorithm=\"{SHA_256}\"/>\n<ds:DigestValue>{digest}</ds:DigestValue>\n\
             </asic:DataObjectReference>\n"
        );
    }
    if let Some(missing) = root.filter(|root| !files.iter().any(|file| file.name == *root)) {
        return Err(ContainerProblem::Missing(missing.to_owned()));
    }
    if files.is_empty() {
        return Err(ContainerProblem::Manifest(parts(number).0));
    }
    xml += "</asic:ASiCManifest>\n";
    Ok(xml.into_bytes())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Reads the manifest in the part `at`.
pub(super) fn read(at: &str, bytes: &[u8]) -> Result<Manifest, ContainerProblem> {
    let bad = || ContainerProblem::Manifest(at.to_owned());
    let text = core::str::from_utf8(bytes).map_err(|_| bad())?;
    let mut reading = Reading::default();
    let mut reader = NsReader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut path: Vec<Element> = Vec::new();
    loop {
        let (namespace, event) = reader.read_resolved_event().map_err(|_| bad())?;
        match event {
            Event::Start(start) => {
                let element = Element::of(&namespace, &start);
                reading.start(&path, element, &start).map_err(|why| why.unwrap_or_else(bad))?;
                path.push(element);
            }
            Event::End(_) => {
                let ended = path.pop().ok_or_else(bad)?;
                reading.end(ended).ok_or_else(bad)?;
            }
            Event::Text(text) => reading.text(path.last(), &text.xml10_content()).ok_or_else(bad)?,
            Event::Decl(_) | Event::Comment(_) => {}
            Event::Eof if path.is_empty() => break,
            // A DTD could give names of its own to other text; the rest has no place here.
            _ => return Err(bad()),
        }
    }
    reading.finish().ok_or_else(bad)
}

/// The elements that are known; inside an extension, everything is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Element {
    Manifest,
    SigReference,
    File,
    DigestMethod,
    DigestValue,
    Extensions,
    Other,
}

impl Element {
    fn of(namespace: &ResolveResult<'_>, start: &BytesStart<'_>) -> Self {
        let ResolveResult::Bound(Namespace(namespace)) = namespace else { return Self::Other };
        let local = start.local_name();
        match (*namespace, local.as_ref()) {
            (ASIC, "ASiCManifest") => Self::Manifest,
            (ASIC, "SigReference") => Self::SigReference,
            (ASIC, "DataObjectReference") => Self::File,
            (ASIC, "ASiCManifestExtensions" | "DataObjectReferenceExtensions") => Self::Extensions,
            (DSIG, "DigestMethod") => Self::DigestMethod,
            (DSIG, "DigestValue") => Self::DigestValue,
            _ => Self::Other,
        }
    }
}

#[derive(Default)]
struct Reading {
    roots: u32,
    signature: Option<String>,
    files: Vec<Entry>,
    open: Option<Open>,
}

/// The file reference that is being read.
struct Open {
    name: String,
    media_type: String,
    method: bool,
    digest: Option<String>,
}

/// `None` stands for a manifest that can't be read, without more to say.
type Why = Option<ContainerProblem>;

impl Reading {
    fn start(&mut self, path: &[Element], element: Element, start: &BytesStart<'_>) -> Result<(), Why> {
        use Element::{DigestMethod, DigestValue, Extensions, File, Manifest, SigReference};
        if path.contains(&Extensions) {
            // One that must be understood is not.
            let critical =
                attribute(start, "Critical")?.is_some_and(|value| value != "false" && value != "0");
            return if critical { Err(None) } else { Ok(()) };
        }
        match (path, element) {
            ([], Manifest) if self.roots == 0 => self.roots = 1,
            ([Manifest], SigReference) if self.signature.is_none() => {
                self.signature = Some(reference(start)?);
            }
            ([Manifest], File) => {
                let media_type = attribute(start, "MimeType")?.unwrap_or_default();
                self.open = Some(Open { name: reference(start)?, media_type, method: false, digest: None });
            }
            ([Manifest, File], DigestMethod) => {
                let open = self.open.as_mut().filter(|open| !open.method).ok_or(None)?;
                let algorithm = attribute(start, "Algorithm")?.ok_or(None)?;
                if algorithm != SHA_256 {
                    return Err(Some(ContainerProblem::Algorithm(algorithm)));
                }
                open.method = true;
            }
            ([Manifest, File], DigestValue) => {
                let open = self.open.as_mut().filter(|open| open.digest.is_none()).ok_or(None)?;
                open.digest = Some(String::new());
            }
            ([Manifest] | [Manifest, File], Extensions) => {}
            _ => return Err(None),
        }
        Ok(())
    }

    fn text(&mut self, at: Option<&Element>, text: &str) -> Option<()> {
        match at {
            Some(Element::DigestValue) => self.open.as_mut()?.digest.as_mut()?.push_str(text.trim()),
            Some(Element::Extensions | Element::Other) => {}
            _ if text.trim().is_empty() => {}
            _ => return None,
        }
        Some(())
    }

    fn end(&mut self, element: Element) -> Option<()> {
        if element == Element::File {
            let open = self.open.take().filter(|open| open.method)?;
            let digest = Base64::decode_vec(&open.digest?).ok()?;
            let sha256 = Digest(digest.try_into().ok()?);
            if self.files.iter().any(|file| file.name == open.name) {
                return None;
            }
            self.files.push(Entry { name: open.name, media_type: open.media_type, sha256 });
        }
        Some(())
    }

    fn finish(self) -> Option<Manifest> {
        let signature = self.signature.filter(|_| self.roots == 1)?;
        if self.files.is_empty() { None } else { Some(Manifest { signature, files: self.files }) }
    }
}

fn reference(start: &BytesStart<'_>) -> Result<String, Why> {
    let uri = attribute(start, "URI")?.ok_or(None)?;
    // "./a" and "/a" stand for "a" in the wild, but a name that must be guessed is none.
    name::from_uri(&uri).filter(|name| !name.is_empty()).ok_or(None)
}

/// An attribute that has no namespace, by its name.
fn attribute(start: &BytesStart<'_>, name: &str) -> Result<Option<String>, Why> {
    let mut found = None;
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| None)?;
        if attribute.key.as_ref() == name {
            let value = quick_xml::escape::unescape(&attribute.value).map_err(|_| None)?;
            found = Some(value.into_owned());
        }
    }
    Ok(found)
}
