//! Tells Tauri our commands, so that each is refused unless the capability file grants it.

use std::fs;

use tauri_build::{AppManifest, Attributes};

/// The one list of what the page may ask for; a test compares it with the commands there are.
const CAPABILITY: &str = "capabilities/main.json";

fn main() {
    println!("cargo::rerun-if-changed={CAPABILITY}");
    let text = fs::read_to_string(CAPABILITY).expect("the capability file is readable");
    let capability: serde_json::Value = serde_json::from_str(&text).expect("the capability file is JSON");
    // Tauri writes `allow-some-command` for `some_command`; a name with a colon belongs to Tauri itself.
    let commands: Vec<&'static str> = capability
        .get("permissions")
        .and_then(serde_json::Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|permission| permission.as_str()?.strip_prefix("allow-"))
        .map(|name| &*name.replace('-', "_").leak())
        .collect();
    let attributes = Attributes::new().app_manifest(AppManifest::new().commands(commands.leak()));
    tauri_build::try_build(attributes).expect("tauri.conf.json and the capability file fit together");
}
