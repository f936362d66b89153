//! The table of allowed edges between crates, compared with what `cargo metadata` says.
//! A new edge is a decision: two paragraphs in `docs/decisions/`, then a line here.

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use serde_json::Value;

/// Who may use whom among our own crates, and which outside crates are one crate's alone.
const EDGES: &[(&str, &[&str])] = &[
    ("trail", &[]),
    ("checklist", &["trail"]),
    ("evaluation", &["checklist", "trail"]),
    ("evidence", &["checklist", "trail"]),
    ("dossier", &["evaluation", "trail"]),
    ("signature", &["trail"]),
    ("report", &["checklist", "evaluation", "trail"]),
    ("words", &[]),
    (
        "workbench",
        &["checklist", "dossier", "evaluation", "evidence", "report", "signature", "trail", "words"],
    ),
    (
        "assay",
        &["assay-verify", "checklist", "dossier", "evaluation", "evidence", "trail", "words", "workbench"],
    ),
    ("assay-verify", &["dossier", "signature", "trail", "words"]),
    ("assay-desktop", &["workbench"]),
    ("across", &["dossier", "evaluation", "signature", "trail", "words", "workbench"]),
];

/// Outside crates that only one of ours may name among its dependencies.
const ALONE: &[(&str, &str)] = &[
    ("rusqlite", "dossier"),
    ("argon2", "dossier"),
    ("aes", "dossier"),
    ("chacha20poly1305", "dossier"),
    ("x25519-dalek", "dossier"),
    ("calamine", "evidence"),
    ("csv", "evidence"),
    ("typst", "report"),
    ("typst-pdf", "report"),
    ("typst-layout", "report"),
    ("rust_xlsxwriter", "report"),
    ("ed25519-dalek", "signature"),
    ("pkcs8", "signature"),
    ("cms", "signature"),
    ("lopdf", "signature"),
    ("cryptoki", "signature"),
    ("pkcs12", "signature"),
    ("x509-cert", "signature"),
    ("x509-tsp", "signature"),
    ("rsa", "signature"),
    ("p256", "signature"),
    ("p384", "signature"),
    ("bip39", "signature"),
    ("ureq", "workbench"),
    ("fluent-bundle", "words"),
    ("uuid", "workbench"),
    ("getrandom", "workbench"),
    ("tauri", "assay-desktop"),
    ("tauri-plugin-dialog", "assay-desktop"),
];

/// Crates that read no file, clock, random source or environment.
const PURE: &[(&str, &[&str])] = &[
    ("trail", &["sha2"]),
    ("checklist", &["schemars", "serde", "serde_json"]),
    ("evaluation", &["serde", "serde_json"]),
];

fn root() -> &'static str {
    concat!(env!("CARGO_MANIFEST_DIR"), "/..")
}

/// Our crates with the names in their `[dependencies]` (not those for tests or builds).
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let out = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo metadata runs");
    let metadata: Value = serde_json::from_slice(&out.stdout).expect("cargo metadata answers in JSON");
    let packages = metadata.get("packages").and_then(Value::as_array).expect("a list of packages");
    packages
        .iter()
        .map(|package| {
            let normal =
                package["dependencies"].as_array().into_iter().flatten().filter(|d| d["kind"].is_null());
            let names = normal.filter_map(|d| d["name"].as_str().map(str::to_owned)).collect();
            (package["name"].as_str().unwrap_or_default().to_owned(), names)
        })
        .collect()
}

#[test]
fn no_crate_uses_another_that_the_table_does_not_allow() {
    let found = dependencies();
    let ours: BTreeSet<&String> = found.keys().collect();
    for (name, used) in &found {
        let (_, allowed) = EDGES
            .iter()
            .find(|(n, _)| n == name)
            .unwrap_or_else(|| panic!("{name} is a new crate: decide on its edges and add it to the table"));
        for edge in used.iter().filter(|u| ours.contains(u)) {
            assert!(allowed.contains(&edge.as_str()), "{name} may not use {edge}; see docs/decisions/");
        }
    }
    for (name, _) in EDGES {
        assert!(found.contains_key(*name), "{name} is in the table but not in the workspace");
    }
}

#[test]
fn outside_crates_that_belong_to_one_of_ours_stay_there() {
    for (name, used) in dependencies() {
        for (outside, owner) in ALONE {
            assert!(!used.contains(*outside) || name == *owner, "only {owner} may use {outside}, not {name}");
        }
    }
}

#[test]
fn pure_crates_use_nothing_but_what_is_allowed() {
    let found = dependencies();
    let ours: Vec<&str> = EDGES.iter().map(|(n, _)| *n).collect();
    for (name, allowed) in PURE {
        for outside in found[*name].iter().filter(|d| !ours.contains(&d.as_str())) {
            assert!(allowed.contains(&outside.as_str()), "{name} is pure and may not use {outside}");
        }
        let lib = std::fs::read_to_string(format!("{}/crates/{name}/src/lib.rs", root()))
            .expect("lib.rs is readable");
        assert!(
            lib.contains("#![no_std]"),
            "{name} must stay no_std, so that it can't reach files, clock or chance"
        );
    }
}

#[test]
fn every_dependency_line_says_why_it_is_there() {
    for (name, _) in EDGES {
        let path = match *name {
            "across" => "tests".to_owned(),
            "assay-desktop" => "src-tauri".to_owned(),
            name => format!("crates/{name}"),
        };
        let text =
            std::fs::read_to_string(format!("{}/{path}/Cargo.toml", root())).expect("Cargo.toml is readable");
        let mut in_dependencies = false;
        for line in text.lines() {
            if line.starts_with('[') {
                in_dependencies = line.contains("dependencies");
            } else if in_dependencies && line.contains('=') {
                assert!(line.contains("# "), "{path}/Cargo.toml: `{line}` does not say why it is there");
            }
        }
    }
}

#[test]
fn the_window_decides_nothing_and_so_stays_small() {
    let folder = std::fs::read_dir(format!("{}/src-tauri/src", root())).expect("the shell is there");
    let lines: usize = folder
        .map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("sources are text"))
        .map(|text| text.lines().count())
        .sum();
    assert!((1..400).contains(&lines), "the shell has {lines} lines; what it decides belongs into workbench");
}

#[test]
fn no_file_names_the_machine_it_was_written_on() {
    let out =
        Command::new("git").args(["ls-files"]).current_dir(root()).output().expect("git lists the files");
    let needles = [
        "/wo".to_owned() + "rk/",
        "/ro".to_owned() + "ot/",
        "crates.i".to_owned() + "o/",
        "../sha".to_owned() + "red",
    ];
    for file in String::from_utf8_lossy(&out.stdout).lines() {
        let Ok(text) = std::fs::read_to_string(format!("{}/{file}", root())) else { continue };
        if file.ends_with("Cargo.lock") {
            continue;
        }
        for needle in &needles {
            assert!(!text.contains(needle.as_str()), "{file} contains {needle}");
        }
    }
}
