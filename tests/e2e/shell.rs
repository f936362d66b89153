//! The window itself: what it shows, what it refuses, its dialogs, what is dropped on it, and the way out.

use std::{
    fs,
    net::TcpListener,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::harness::{App, Launch};

/// Starts a command and leaves its answer in `window.answers[name]`: a dialog is answered while the page waits.
fn begin(app: &App, name: &str, command: &str, args: &Value) {
    let body = "const [name, command, args] = arguments; window.answers ??= {};
        __TAURI_INTERNALS__.invoke(command, args).then(a => answers[name] = a, p => answers[name] = p)";
    app.script(body, &[json!(name), json!(command), args.clone()]);
}

fn answer(app: &App, name: &str) -> Value {
    app.until(&format!("the answer {name} must come"), || {
        let body = "return window.answers?.[arguments[0]] ?? null";
        Some(app.script(body, &[json!(name)])).filter(|a| !a.is_null())
    })
}

/// Collects what the program tells the page under this name.
fn listen(app: &App, event: &str) {
    let body = "const [event, done] = arguments; window.told ??= {}; told[event] = [];
        const handler = __TAURI_INTERNALS__.transformCallback(e => told[event].push(e.payload));
        __TAURI_INTERNALS__.invoke('plugin:event|listen', { event, target: { kind: 'Any' }, handler }).then(done, done)";
    let id = app.script_async(body, &[json!(event)]);
    assert!(id.is_u64(), "the page may listen to {event}: {id}");
}

fn told(app: &App, event: &str) -> Vec<Value> {
    let told = app.script("return told[arguments[0]]", &[json!(event)]);
    serde_json::from_value(told).expect("what was told is a list")
}

/// A field of our own in the page, so that this file does not depend on any screen.
fn field(app: &App) {
    app.script(
        "document.body.innerHTML = '<label>Field <textarea id=field></textarea></label><p id=seen></p>';
         field.addEventListener('paste', async () => { for (const item of await navigator.clipboard.read())
             for (const type of item.types.filter(t => t.startsWith('image/')))
                 seen.textContent = `${type} ${(await item.getType(type)).size}`; });
         field.addEventListener('keydown', e => { if (e.ctrlKey && e.key === 'm') seen.textContent = 'Control+m'; })",
        &[],
    );
}

#[test]
fn the_window_opens_with_the_page_in_it() {
    let app = App::start();
    app.until("the page must show something", || (!app.text("body").trim().is_empty()).then_some(()));
    assert_eq!(
        app.attribute("html", "lang").as_deref(),
        Some("en"),
        "the language must be told to screen readers"
    );
    assert!(app.count("body *") > 0, "the page must have content");
    let picture = fs::read(app.shot("start")).expect("the picture was saved");
    assert!(
        picture.starts_with(b"\x89PNG") && picture.len() > 2_000,
        "the picture must show more than an empty area"
    );
    let found = app.axe();
    assert!(found.is_empty(), "the first screen must be usable with assistive technology: {found:#?}");
    app.resize(900, 640);
    app.until("the page must follow the window", || (app.page_size() == (900, 640)).then_some(()));
}

#[test]
fn the_page_is_locked_down() {
    let app = App::start();
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
    let port = listener.local_addr().expect("a listener has an address").port();
    let elsewhere = format!("http://127.0.0.1:{port}/");
    listener.set_nonblocking(true).expect("the listener need not wait");

    app.script("const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.head.append(s)", &[]);
    app.script("const b = document.createElement('button'); b.setAttribute('onclick', 'window.ran = 1'); document.body.append(b); b.click()", &[]);
    assert!(app.script("return window.ran", &[]).is_null(), "scripts written into the page must not run");
    // Asked of the page itself: scripts of the driver are not held by its policy. Frames are held back before it is asked.
    let policy = app.script_async(
        "const [url, done] = arguments; const heard = [];
         document.addEventListener('securitypolicyviolation', e => heard.push(e.effectiveDirective));
         const add = (tag, set) => document.body.append(Object.assign(document.createElement(tag), set));
         add('img', { src: url }); add('iframe', { src: url }); add('object', { data: url }); add('video', { src: url });
         try { new Worker('data:text/javascript,1') } catch { heard.push('worker-src') }
         setTimeout(() => done(heard), 500)",
        &[json!(elsewhere)],
    );
    let policy = policy.to_string();
    for directive in ["img-src", "object-src", "media-src", "worker-src"] {
        assert!(
            policy.contains(directive),
            "{directive} must hold back other addresses; held back were {policy}"
        );
    }
    let fetched = app.script_async(
        "const [url, done] = arguments; fetch(url).then(() => done('arrived'), e => done(String(e)))",
        &[json!(elsewhere)],
    );
    assert_ne!(fetched, json!("arrived"), "the page must not reach the network");

    assert!(listener.accept().is_err(), "nothing in the page must reach the network");

    let plain = app.script("return typeof __TAURI__", &[]);
    assert_eq!(plain, json!("undefined"), "the whole of Tauri's interface must not lie about");
    assert_eq!(
        app.script("return Object.isFrozen(Object.prototype)", &[]),
        json!(true),
        "prototypes must be frozen"
    );
    for command in [
        "plugin:dialog|open",
        "plugin:dialog|message",
        "plugin:fs|read_text_file",
        "plugin:event|emit",
        "no_such_command",
    ] {
        let refused = app.invoke(command, &json!({})).expect_err("what is not granted must be refused");
        assert!(
            refused.to_string().contains("not allowed") || refused.to_string().contains("not found"),
            "{command}: {refused}"
        );
    }

    for way in [
        "location.href = arguments[0]",
        "location.replace('file:///etc/hostname')",
        "location.assign('data:text/html,elsewhere')",
        "const a = document.createElement('a'); a.href = arguments[0]; document.body.append(a); a.click()",
        "const a = document.createElement('a'); a.href = arguments[0]; a.target = '_blank'; document.body.append(a); a.click()",
        "const a = document.createElement('a'); a.href = arguments[0]; a.download = 'x'; document.body.append(a); a.click()",
        "window.open(arguments[0])",
    ] {
        app.script(way, &[json!(elsewhere)]);
        std::thread::sleep(Duration::from_millis(200));
        assert!(listener.accept().is_err(), "nothing must arrive at another address by {way}");
    }
    let place = app.script("return location.origin", &[]);
    assert_eq!(place, json!("tauri://localhost"), "the window must not leave for another address");
}

#[test]
fn without_a_screen_the_program_says_so_and_names_the_terminal() {
    for screen in [None, Some(":987")] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_assay-desktop"));
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").stdin(Stdio::null());
        let out = command.envs(screen.map(|s| ("DISPLAY", s))).output().expect("the program starts");
        let said = String::from_utf8_lossy(&out.stderr);
        assert_eq!(out.status.code(), Some(1), "no window is a failure: {said}");
        assert!(said.contains("assay --help"), "the way forward must be named: {said}");
        assert!(!said.contains("panicked"), "a missing screen is no fault of the program: {said}");
    }
}

#[test]
fn the_system_dialogs_give_tokens_and_never_paths() {
    let mut app = App::start();
    let file = app.home().join("Prüf bericht (1).pdf");
    fs::write(&file, b"four").expect("the file is written");
    let reports = app.home().join("reports");
    fs::create_dir(&reports).expect("the folder is made");

    begin(&app, "evidence", "pick", &json!({ "purpose": "evidence", "title": "Add evidence" }));
    app.screen.choose("Add evidence", &file);
    let chosen = answer(&app, "evidence");
    assert_eq!(chosen[0]["name"], json!("Prüf bericht (1).pdf"), "the page must learn the name: {chosen}");
    assert_eq!(chosen[0]["size"], json!(4), "the page must learn the size: {chosen}");
    assert!(!chosen.to_string().contains(app.home().to_str().expect("UTF-8")), "but not the place: {chosen}");

    begin(&app, "save", "pick", &json!({ "purpose": "save_dossier", "title": "New dossier", "name": "plc" }));
    app.screen.choose_save("New dossier", &app.home().join("plc-7"));
    assert_eq!(answer(&app, "save")[0]["name"], json!("plc-7.assay"), "a dossier must get its ending");

    begin(&app, "folder", "pick", &json!({ "purpose": "folder", "title": "Where to" }));
    app.screen.choose("Where to", &reports);
    assert_eq!(answer(&app, "folder")[0]["name"], json!("reports"), "a folder must be chosen like a file");

    begin(&app, "cancelled", "pick", &json!({ "purpose": "workbook", "title": "Import" }));
    app.screen.wait_window("Import");
    app.screen.shot(&app.shot("dialog").with_file_name("dialog-screen.png"));
    app.screen.cancel("Import");
    assert_eq!(answer(&app, "cancelled"), json!([]), "nothing chosen is nothing");

    let refused =
        app.invoke("pick", &json!({ "purpose": "anything" })).expect_err("there is no such purpose");
    assert_eq!(
        refused["code"],
        json!("desk-arguments"),
        "a wrong argument must be a problem like any other: {refused}"
    );
}

#[test]
fn files_dropped_on_the_window_are_offered() {
    let mut app = App::start();
    let files: Vec<_> = ["a b.xlsx", "ä.csv"].iter().map(|name| app.home().join(name)).collect();
    for file in &files {
        fs::write(file, b"x").expect("the file is written");
    }
    listen(&app, "dragging");
    listen(&app, "dropped");
    app.screen.drop_files(&files, (400, 300));
    app.until("the drop must be told", || (!told(&app, "dropped").is_empty()).then_some(()));
    let dropped = told(&app, "dropped");
    let names: Vec<&Value> =
        dropped[0]["files"].as_array().into_iter().flatten().map(|f| &f["name"]).collect();
    assert_eq!(names, ["a b.xlsx", "ä.csv"], "each file must be offered once, under its name");
    let dragging = told(&app, "dragging");
    assert_eq!(
        dragging.first(),
        Some(&json!({ "over": true })),
        "the page must be able to show where to drop"
    );
    assert_eq!(dragging.last(), Some(&json!({ "over": false })), "and stop showing it: {dragging:?}");
}

#[test]
fn keys_and_the_clipboard_reach_the_page() {
    let mut app = App::start();
    field(&app);
    app.click("#field");
    app.fill("#field", "rationale");
    assert_eq!(app.value("#field"), "rationale", "what is typed must arrive");
    app.screen.copy_text("Beleg 7");
    app.press("Control+a");
    app.press("Control+v");
    app.until("text must be pasted", || (app.value("#field") == "Beleg 7").then_some(()));
    app.press("Control+m");
    app.wait_text("#seen", "Control+m");
    let picture = app.shot("field");
    app.screen.copy_image(&picture);
    app.press("Control+v");
    // WebKitGTK has pictures in no paste event, so the page asks the clipboard.
    app.wait_text("#seen", &format!("image/png {}", fs::metadata(&picture).expect("it was saved").len()));
    app.script("seen.remove()", &[]);
    app.wait_gone("#seen");
}

#[test]
fn the_window_closes_when_the_page_has_saved_and_also_when_it_hangs() {
    let app = App::start();
    app.wait("body");
    app.script("window.addEventListener('keyup', () => {})", &[]);
    let home = app.leave();

    let app = App::launch(Launch { home: Some(home), screen: (1000, 700), ..Launch::default() });
    listen(&app, "closing");
    // A page that answers nobody any more.
    app.script("setTimeout(() => { const end = Date.now() + 20000; while (Date.now() < end); }, 50)", &[]);
    std::thread::sleep(Duration::from_millis(150));
    let asked = Instant::now();
    app.screen.press_close("Assay");
    app.wait_ended();
    assert!(asked.elapsed() > Duration::from_millis(1_500), "the page must get a moment to save");

    let app = App::start();
    // The page gives the window its own title once it is there; until then it may replace the one given here.
    app.wait("main");
    app.until("the title can be set", || {
        let set = app.invoke("window_title", &json!({ "title": "PLC 7" }));
        assert_eq!(set, Ok(Value::Null), "the title is taken");
        app.screen.has_window("PLC 7").then_some(())
    });
    app.script("setTimeout(() => __TAURI_INTERNALS__.invoke('window_close_now'), 50)", &[]);
    app.wait_ended();
}
