//! The commands against the real capability file, without a screen.

use std::path::PathBuf;

use serde_json::{Value, json};
use tauri::{
    App, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    ipc::{CallbackFn, InvokeBody},
    test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder},
    webview::InvokeRequest,
};
use tempfile::TempDir;
use workbench::{Home, desk::COMMANDS};

/// Needed by every page that listens to the program.
const LISTENING: [&str; 2] = ["core:event:allow-listen", "core:event:allow-unlisten"];

fn app(opened_with: Option<PathBuf>) -> (App<MockRuntime>, TempDir) {
    let home = tempfile::tempdir().expect("a temporary home");
    let app = assay_desktop::shell(mock_builder())
        .build(tauri::generate_context!("tauri.conf.json", test = true))
        .expect("the configuration is complete");
    let chosen = Home::choose(Some(home.path().to_owned())).expect("the home was named");
    assay_desktop::furnish(app.handle(), chosen, opened_with).expect("the program knows where it is");
    (app, home)
}

fn window(app: &App<MockRuntime>, label: &str) -> WebviewWindow<MockRuntime> {
    WebviewWindowBuilder::new(app, label, WebviewUrl::default()).build().expect("a window without a screen")
}

fn ask(
    window: &WebviewWindow<MockRuntime>,
    from: &str,
    command: &str,
    body: InvokeBody,
) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: from.parse().expect("an address"),
        body,
        headers: tauri::http::HeaderMap::new(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize().expect("answers are JSON"))
}

const PAGE: &str = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };

#[test]
fn the_capability_file_grants_the_commands_there_are_and_nothing_else() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/capabilities/main.json");
    let file: Value =
        serde_json::from_str(&std::fs::read_to_string(file).expect("the file is there")).expect("JSON");
    let granted: Vec<&str> =
        file["permissions"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let ours =
        COMMANDS.iter().chain(assay_desktop::OWN_COMMANDS).map(|c| format!("allow-{}", c.replace('_', "-")));
    let expected: Vec<String> = LISTENING.iter().map(ToString::to_string).chain(ours).collect();
    assert_eq!(
        granted, expected,
        "capabilities/main.json must list the desk's commands, then the shell's, in order"
    );
    for command in COMMANDS {
        let plain = command.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        assert!(plain, "{command}: only small letters and _ come through the permission's name unchanged");
    }
    assert_eq!(file["windows"], json!(["main"]), "only our own window may ask");
    assert!(file.get("remote").is_none(), "no page from elsewhere may ask");
}

#[test]
fn only_our_page_in_our_window_may_ask_and_only_for_what_is_granted() {
    let (app, _home) = app(None);
    let main = window(&app, "main");
    let other = window(&app, "other");
    let empty = || InvokeBody::Json(json!({}));
    assert_eq!(ask(&main, PAGE, "opened_with", empty()), Ok(Value::Null), "our page must be answered");
    for (window, from, command, why) in [
        (&other, PAGE, "opened_with", "another window"),
        (&main, "http://127.0.0.1:8080", "opened_with", "a page from elsewhere"),
        (&main, PAGE, "no_such_command", "a command that is not granted"),
        (&main, PAGE, "plugin:dialog|open", "a dialog opened by the page"),
        (&main, PAGE, "plugin:event|emit", "an event made up by the page"),
    ] {
        let refused = ask(window, from, command, empty()).expect_err(why);
        assert!(refused.to_string().contains("not allowed"), "{why} must be refused by the rules: {refused}");
    }
}

#[test]
fn a_wrong_argument_is_a_problem_like_any_other() {
    let (app, _home) = app(None);
    let main = window(&app, "main");
    for body in
        [InvokeBody::Json(json!({ "title": 7 })), InvokeBody::Raw(vec![1, 2, 3]), InvokeBody::default()]
    {
        let refused = ask(&main, PAGE, "window_title", body).expect_err("a title is a text");
        assert_eq!(refused["code"], json!("desk-arguments"), "the page must be able to show it: {refused}");
        assert!(refused["args"]["why"].is_string(), "and say what was wrong: {refused}");
    }
}

#[test]
fn the_file_the_program_was_started_with_is_handed_over_once() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("plc.assay");
    std::fs::write(&file, b"12345").expect("the file is written");
    let (app, _home) = app(Some(file));
    let main = window(&app, "main");
    let ask = || ask(&main, PAGE, "opened_with", InvokeBody::default());
    let offered = ask().expect("our page may ask");
    assert_eq!(offered["name"], json!("plc.assay"), "the page must learn which file it is: {offered}");
    assert_eq!(offered["size"], json!(5), "the page must learn its size: {offered}");
    assert!(offered["token"].is_string(), "the page must be able to name it: {offered}");
    assert_eq!(ask(), Ok(Value::Null), "a page that is loaded again must not open it again");
}

#[test]
fn a_job_that_panics_is_a_problem_and_not_an_answer_that_never_comes() {
    let job = || -> Result<Value, workbench::Problem> { panic!("out of order") };
    let refused = tauri::async_runtime::block_on(assay_desktop::aside(job)).expect_err("nothing was done");
    assert_eq!(refused.0["code"], json!("internal"), "the page must be able to show it: {refused:?}");
    assert!(refused.0.to_string().contains("out of order"), "and say what happened: {refused:?}");
}
