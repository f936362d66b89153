//! What the evaluation is measured against: a profile is adopted, and the evaluation moves to another edition.

use std::path::{Path, PathBuf};

use super::{assay, entry, open, said, verify};

fn fixture(name: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures")).join(name)
}

/// A service provider's evaluation before the first verdict.
fn begun() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().expect("a temporary home");
    let dossier = home.path().join("water.assay");
    let who = ["--name", "Ida Feddersen", "--organisation", "Sandtorkai", "--function", "Lead evaluator"];
    assay(home.path(), &dossier, &[&["identity", "new", "--no-passphrase"], &who[..]].concat());
    let path = dossier.to_str().expect("paths of tests are UTF-8").to_owned();
    assay(home.path(), &dossier, &["new", &path, "--checklist", "2-4", "--title", "Water"]);
    assay(home.path(), &dossier, &["case", "set", "object.roles", "maintenance"]);
    (home, dossier)
}

#[test]
fn a_profile_selects_rows_and_another_edition_keeps_what_is_the_same() {
    let (home, dossier) = begun();
    let mut app = open(home, &dossier);
    app.press("Control+0");
    app.click_named("main [role=tab]", "Checklist and profile");
    app.wait_text("main #basis-profile", "Security profile");
    app.click_named("main button", "Choose a profile");
    app.screen.choose("Choose a profile", &fixture("profiles/water-maintenance.json"));
    app.wait_text("dialog[open]", "rows belong to it");
    app.shot("journey-profile");
    let before = entry(&app);
    app.click_named("dialog[open] button", "Adopt");
    app.wait_gone("dialog[open]");
    app.until("the adoption must be recorded", || (entry(&app) > before).then_some(()));
    app.wait_text("main", "Rows that it excludes");
    let found = app.axe();
    assert!(found.is_empty(), "the page must be usable with assistive technology: {found:#?}");

    // A row that the profile excludes says so and takes no verdict but "not evaluated".
    app.press("Control+1");
    app.wait("[role=grid] [role=rowheader]");
    app.press("Control+k");
    app.until("the search must have the focus", || app.focused().contains("Search").then_some(()));
    app.write("SP.05.01");
    app.wait_text("#search-hits li:first-child", "SP.05.01 BR");
    app.press("Enter");
    app.wait_text("main [role=grid] .active", "SP.05.01 BR");
    app.wait_text("main [role=grid] .active", "N/E (profile)");
    app.press("Enter");
    app.wait_text("main section.pane", "excludes this row");

    app.press("Control+0");
    app.click_named("main [role=tab]", "Checklist and profile");
    app.click_named("main button", "Move to this edition");
    let reason = app.field("Reason");
    app.type_into(&reason, "The client asks for edition 1");
    app.click_named("dialog[open] button", "Move");
    app.wait_gone("dialog[open]");
    app.wait_text("main", "2-4:2015");
    app.wait_text("main", "was not checked against a list of that edition");
    app.shot("journey-edition");
    let home = app.leave();
    let out = verify(&home.path().join("water.assay"));
    assert!(
        out.status.success(),
        "the dossier must verify with both packs and the profile in it: {}",
        said(&out)
    );
}
