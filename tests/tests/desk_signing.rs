//! A report signed in the window, and the same report when it comes back: the window's commands over real files, a real
//! key store and the real renderer.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use across::{Desk, root};
use serde_json::{Value, json};
use tempfile::TempDir;

const PASSPHRASE: &str = "correct horse battery";

/// A dossier whose declaration can be issued, its issued declaration, and a key store.
struct Case {
    folder: TempDir,
    desk: Desk,
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let desk = Desk { home: folder.path().join("home"), dossier: folder.path().join("a.assay") };
        let person = ["--name", "A. Lead", "--organisation", "Lab", "--function", "Lead"];
        desk.ok(&[&["identity", "new", "--no-passphrase"], &person[..]].concat());
        let case = Self { folder, desk };
        let sample = root().join("fixtures/evaluations/nordwerk-plc-200");
        let file = |name: &str| sample.join(name).to_str().expect("a UTF-8 path").to_owned();
        let desk = &case.desk;
        desk.ok(&["new", text(&desk.dossier), "--checklist", "4-2", "--title", "Signing"]);
        desk.ok(&["case", "load", &file("case.json")]);
        desk.ok(&["evidence", "load", &file("evidence.json"), "--folder", &file("evidence")]);
        desk.ok(&["record", "--from", &file("worksheet-1.json")]);
        desk.ok(&["case", "load", &file("claim-2.json")]);
        desk.ok(&["record", "--from", &file("worksheet-2.json")]);
        desk.ok(&["report", "self-declaration", "--number", "S-1", "--to", text(&case.path("reports"))]);
        case
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn report(&self, ending: &str) -> PathBuf {
        self.path("reports").join(format!("self-declaration-S-1-r1{ending}"))
    }

    /// Makes a key store with a certificate of its own, and names it as this installation's document key.
    fn key(&self) {
        let made = Command::new("sh")
            .current_dir(self.folder.path())
            .args(["-c", &format!(
                "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj '/CN=A. Lead' \
                 -addext keyUsage=critical,digitalSignature,nonRepudiation -keyout k.pem -out c.pem && \
                 openssl pkcs12 -export -inkey k.pem -in c.pem -out key.p12 -passout 'pass:{PASSPHRASE}'"
            )])
            .output()
            .expect("sh starts");
        assert!(made.status.success(), "openssl makes the store: {}", String::from_utf8_lossy(&made.stderr));
        fs::write(self.path("pass"), format!("{PASSPHRASE}\n")).expect("the passphrase is written");
        let pass = self.path("pass");
        self.desk.ok(&[
            "--document-passphrase-file",
            text(&pass),
            "identity",
            "document-key",
            "--p12",
            text(&self.path("key.p12")),
        ]);
    }

    fn files(&self) -> Vec<String> {
        let list = fs::read_dir(self.path("reports")).expect("the folder of the report");
        let mut names: Vec<String> =
            list.filter_map(|e| Some(e.ok()?.file_name().to_string_lossy().into_owned())).collect();
        names.sort();
        names
    }
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a UTF-8 path")
}

struct Window(workbench::desk::Desk);

impl Window {
    fn open(desk: &Desk) -> Self {
        let home = workbench::Home::choose(Some(desk.home.clone())).expect("a home");
        let window = Self(workbench::desk::Desk::new(home, across::program("assay"), Box::new(|_, _| {})));
        let file = window.offer(&desk.dossier);
        window.ok("dossier_open", json!({ "file": file }));
        window
    }

    fn offer(&self, path: &Path) -> String {
        self.0.offer(vec![path.to_owned()]).first().expect("a token").token.clone()
    }

    fn ok(&self, name: &str, args: Value) -> Value {
        self.0.call(name, args).unwrap_or_else(|p| panic!("{name} must be carried out, but: {p:?}"))
    }

    fn of(&self, name: &str, path: &Path) -> Value {
        self.ok(name, json!({ "file": self.offer(path) }))
    }

    fn sign(&self, note: &Path, secret: Option<&str>) -> Result<Value, String> {
        let args = json!({ "file": self.offer(note), "secret": secret, "stamp": false, "language": "en" });
        self.0.call("report_sign", args).map_err(|p| p.code)
    }
}

#[test]
fn a_report_is_signed_in_the_window_and_checked_when_it_comes_back() {
    let case = Case::new();
    case.key();
    let window = Window::open(&case.desk);
    let note = case.report(".sig");

    let before = window.of("report_places", &note);
    assert_eq!(before["places"][0]["place"], "issuer", "a declaration has one place");
    assert_eq!(before["places"][0]["noted"], true, "the note was signed with the issue");
    assert_eq!(before["places"][0]["signed"], Value::Null, "the PDF was not");
    assert_eq!(before["places"][0]["turn"], true, "so it is this person's turn");
    assert_eq!(before["key"]["kind"], "store", "the key store is named");
    assert_eq!(before["stamp"], false, "no authority is configured");
    assert_eq!(before["recorded_here"], true, "the open dossier issued it");

    let files = case.files();
    let wrong = window.sign(&note, Some("wrong")).expect_err("a wrong passphrase");
    assert!(wrong.starts_with("signature-document-key-"), "{wrong} says what is wrong with the key");
    window.sign(&note, None).expect_err("no passphrase at all");
    assert_eq!(case.files(), files, "neither left anything behind");

    let done = window.sign(&note, Some(PASSPHRASE)).expect("the right one signs");
    assert_eq!(done["places"], json!(["issuer"]), "in the one place: {done}");
    assert_eq!(done["later"], json!([]), "nothing failed after it: {done}");
    assert_eq!(done["unsigned"], json!([]), "nobody is missing");
    assert_eq!(done["now"]["places"][0]["turn"], false, "nothing is left to sign");
    assert!(done["changed"]["status"]["entry"].is_number(), "the dossier recorded it: {done}");
    for ending in ["-signed.pdf", ".xlsx.p7s", ".asice"] {
        assert!(case.report(ending).is_file(), "{ending} is written, the bundle since nobody is missing");
    }
    let again = window.sign(&note, Some(PASSPHRASE)).expect_err("a second time");
    assert_eq!(again, "sign-nothing-open", "signing twice is refused in words");

    let back = window.of("report_returned", &case.report("-signed.pdf"));
    assert_eq!(back["state"], "intact", "{back}");
    assert_eq!(back["known"], "signed", "the dossier has recorded exactly these bytes");
    assert_eq!(back["signatures"][0]["field"], "issuer", "one signature, by its place");
    assert_eq!(back["signatures"][0]["anchor"], Value::Null, "nobody named it as trusted");
    assert_eq!(back["signatures"][0]["when"], "claimed", "without a stamp the time is a claim");
    assert_eq!(back["signatures"][0]["revocation"], "no_path", "and nothing is known of revocation");
    assert_eq!(back["embedded"]["number"], "S-1", "the data set says which report it is");
    assert_eq!(back["embedded"]["this_dossier"], true, "and of which dossier");
    assert!(back["embedded"]["checkpoint"]["size"].as_u64() > Some(0), "and of which state of it");
    assert_eq!(back["compared"]["changes"], json!([]), "nothing has changed but the signing itself");

    let rests_on = window.ok("row", json!({ "row": "CR 1.1" }))["verdict"]["evidence"].clone();
    let entry = json!({ "verdict": "inconclusive", "rationale": "Looked at again.", "evidence": rests_on });
    window.ok("record", json!({ "rows": ["CR 1.1"], "entry": entry }));
    let back = window.of("report_returned", &case.report("-signed.pdf"));
    let changes = back["compared"]["changes"].as_array().cloned().unwrap_or_default();
    let verdict = changes.iter().find(|c| c["target"] == "CR 1.1" && c["field"] == "verdict");
    assert_eq!(
        verdict.map(|c| (&c["was"], &c["now"])),
        Some((&json!("fulfilled"), &json!("inconclusive"))),
        "the row is named with both values: {changes:?}"
    );
    assert_eq!(back["state"], "intact", "what changes in the dossier changes nothing in the report");

    let mut bytes = fs::read(case.report("-signed.pdf")).expect("the signed PDF");
    let middle = fs::read(case.report(".pdf")).expect("the issued PDF").len() / 2;
    *bytes.get_mut(middle).expect("a byte of what was issued") ^= 1;
    fs::write(case.path("changed.pdf"), bytes).expect("the changed copy is written");
    let changed = window.of("report_returned", &case.path("changed.pdf"));
    assert_ne!(changed["state"], "intact", "one bit is not overlooked");
    assert!(changed["trouble"]["code"].is_string(), "and is said in words: {}", changed["trouble"]);
    assert_eq!(changed["known"], "unknown", "the dossier never saw these bytes");

    let unsigned = window.of("report_returned", &case.report(".pdf"));
    assert_eq!(
        (&unsigned["state"], &unsigned["known"]),
        (&json!("unsigned"), &json!("issued")),
        "the issued PDF is signed by nobody, and is the one that was issued"
    );
    let data = window.of("report_returned", &case.report(".json"));
    assert_eq!((&data["state"], &data["known"]), (&json!("data"), &json!("issued")), "so is its data set");
}

#[test]
fn without_a_document_key_the_window_signs_the_note_alone() {
    let case = Case::new();
    let window = Window::open(&case.desk);
    let places = window.of("report_places", &case.report(".sig"));
    assert_eq!(places["key"], Value::Null, "no key is named");
    assert_eq!(
        places["places"][0]["turn"], false,
        "the note was signed with the issue, so nothing is missing"
    );
    let files = case.files();
    let done = window.sign(&case.report(".sig"), None).expect("signing again changes nothing");
    assert_eq!((&done["places"], &done["files"]), (&json!([]), &json!([])), "no PDF was signed: {done}");
    assert_eq!(case.files(), files, "and none was written");
}
