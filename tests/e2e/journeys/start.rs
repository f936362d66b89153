//! From nothing: the first start, and the whole way without a mouse.

use std::fs;

use super::{entry, verify};
use crate::harness::{App, Keyboard};

#[test]
fn the_first_start_leads_from_an_identity_to_the_worklist_of_a_new_dossier() {
    let mut app = App::start();
    app.click_named("main button", "New dossier");
    app.wait_text("dialog", "First your identity");
    app.type_into(&app.field("Name"), "Ida Feddersen");
    app.click_named("dialog button", "Make the key");
    app.wait_text("dialog", "Fill this in.");
    app.type_into(&app.field("Organisation"), "Sandtorkai");
    app.click_named("dialog button", "Make the key");
    app.wait_text("dialog legend", "Against which document");
    app.click_named("dialog label", "IEC 62443-4-2");
    app.click_named("dialog button", "Next");
    app.type_into(&app.field("Component"), "PLC-200");
    app.type_into(&app.field("Firmware version"), "3.2.1");
    app.click_named("dialog label", "EDR: embedded device");
    app.click_named("dialog button", "Next");
    let all = app.field("Set all seven to");
    app.click(&format!("{all} option[value=\"2\"]"));
    app.click_named("dialog button", "Next");
    assert_eq!(app.value(&app.field("Issuer")), "Sandtorkai", "who makes it is usually the issuer");
    let title = app.field("What the evaluation is called on screen");
    assert_eq!(app.value(&title), "PLC-200, 3.2.1", "a title must be proposed from what was given");
    let found = app.axe();
    assert!(found.is_empty(), "the guided start must be usable with assistive technology: {found:#?}");
    app.click_named("dialog button", "Choose where to save it");
    let file = app.home().join("plc.assay");
    app.screen.choose_save(SAVE, &file);
    app.wait("[role=grid] [role=rowheader]");
    app.wait_text("header strong", "PLC-200, 3.2.1");
    assert!(app.count("[role=row] [role=rowheader]") > 60, "the type must select the rows of the worklist");
    assert!(entry(&app) > 5, "what was given must be recorded as facts of the case");
    assert!(file.exists(), "the dossier must lie where it was asked for");
    let home = app.leave();
    let out = verify(&home.path().join("plc.assay"));
    assert!(out.status.success(), "the new dossier must verify: {}", super::said(&out));
}

/// Title of the save dialog; titles are looked for as patterns.
const SAVE: &str = "Where shall the dossier lie[?]";

#[test]
fn the_way_from_nothing_to_a_draft_needs_no_mouse() {
    let mut app = App::start();
    app.wait("main button");
    let keyboard = Keyboard::of(&app);
    keyboard.press("Control+n");
    app.until("the first field must have the focus", || {
        app.focused().starts_with("input Name").then_some(())
    });
    app.write("Ida Feddersen");
    keyboard.press("Tab");
    app.write("Sandtorkai");
    keyboard.press("Enter");
    app.wait_text("dialog legend", "Against which document");
    app.until("the checklist of components must be the first choice", || {
        app.focused().contains("IEC 62443").then_some(())
    });
    while !app.focused().contains("62443-4-2") {
        keyboard.press("ArrowDown");
    }
    keyboard.press("Space");
    keyboard.press("Control+Enter");
    app.until("the name must be asked for", || app.focused().starts_with("input Component").then_some(()));
    app.write("PLC-200");
    super::tab_to(&app, &keyboard, "EDR: embedded device");
    keyboard.press("Space");
    keyboard.press("Control+Enter");
    app.until("the levels must be asked for", || app.focused().contains("Set all seven to").then_some(()));
    keyboard.press("ArrowDown");
    keyboard.press("Control+Enter");
    app.until("the issuer must be asked for", || app.focused().starts_with("input Issuer").then_some(()));
    keyboard.press("Control+Enter");
    let keys = keyboard.pressed();
    assert!(keys < 30, "the way to a new dossier must be short, and took {keys} keys beside the texts");
    let home = app.home().to_owned();
    app.screen.choose_save(SAVE, &home.join("plc.assay"));
    app.wait("[role=grid] [role=rowheader]");
    app.until("the list must have the focus", || app.focused().starts_with("div Worklist").then_some(()));

    let keyboard = Keyboard::of(&app);
    keyboard.press("i");
    app.until("the rationale must have the focus", || app.focused().starts_with("textarea").then_some(()));
    app.write("Not yet seen on a sample.");
    keyboard.press("Enter");
    super::wait_row(&app, "CCSC 1", "Inconclusive");
    assert_eq!(keyboard.pressed(), 2, "a verdict must need two keys beyond its reason");

    let keyboard = Keyboard::of(&app);
    keyboard.press("Control+8");
    app.wait_text("main", "Draw a draft");
    // The points that stand in the way are passed over: F6 goes from part to part.
    keyboard.press("F6");
    keyboard.press("F6");
    app.until("the number of the report must have the focus", || {
        app.focused().starts_with("input Number").then_some(())
    });
    super::tab_to(&app, &keyboard, "Write the draft into a folder");
    keyboard.press("Enter");
    assert!(keyboard.pressed() < 10, "a draft must be near, and took {} keys", keyboard.pressed());
    let folder = home.join("reports");
    fs::create_dir(&folder).expect("the folder is made");
    app.screen.choose("Folder for the files of the report", &folder);
    app.wait_text("main", "Nothing was recorded or signed");
    let files = fs::read_dir(&folder).expect("the folder can be read").flatten();
    let pdf = files.filter(|f| f.path().extension().is_some_and(|e| e == "pdf")).count();
    assert_eq!(pdf, 2, "the draft and its summary must be written");
}
