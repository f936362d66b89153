//! The program as a person has it before them: look, click, type, wait.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::{Duration, Instant},
};

use base64ct::{Base64, Encoding as _};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{
    driver::{Driver, Refused},
    gate::Place,
    keys,
    screen::Screen,
};

/// How long a test waits for what it expects.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(25);
/// What the program and the driver wrote to their terminal.
const LOG: &str = "terminal.log";
/// The key under which WebDriver answers with an element.
pub(super) const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How the program is started.
pub(crate) struct Launch {
    /// The window under test, or one to compare it with.
    pub(crate) program: PathBuf,
    /// Size of the screen in pixels. The window is as large, or smaller when it wants.
    pub(crate) screen: (u32, u32),
    /// Arguments, such as a dossier to open.
    pub(crate) args: Vec<String>,
    /// A home that another run has left; a new one otherwise.
    pub(crate) home: Option<TempDir>,
}

impl Default for Launch {
    fn default() -> Self {
        let program = env!("CARGO_BIN_EXE_assay-desktop").into();
        Self { program, screen: (1280, 800), args: Vec::new(), home: None }
    }
}

/// One running program. Fields are dropped in this order: the program, the screen, its files, its place.
pub(crate) struct App {
    pub(super) driver: Driver,
    /// What lies outside the page.
    pub(crate) screen: Screen,
    home: TempDir,
    _place: Place,
}

impl App {
    /// Starts the program as after an installation.
    pub(crate) fn start() -> Self {
        Self::launch(Launch::default())
    }

    /// Starts the program.
    pub(crate) fn launch(launch: Launch) -> Self {
        let place = Place::wait();
        let home = launch.home.unwrap_or_else(|| tempfile::tempdir().expect("a temporary home"));
        let screen = Screen::start(launch.screen);
        let environment = |command: &mut Command| environment(command, home.path(), screen.display());
        let log = fs::File::create(home.path().join(LOG)).expect("the home can be written");
        let driver = Driver::start(&environment, &launch.program, &launch.args, log);
        Self { driver, screen, home, _place: place }
    }

    /// A folder that vanishes with the test: `HOME` of the program, and a place for files to choose.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// The running program.
    pub(crate) fn program_id(&self) -> Option<u32> {
        self.driver.program_id()
    }

    /// Time since the program was told to start.
    pub(crate) fn since_start(&self) -> Duration {
        self.driver.asked.elapsed()
    }

    /// Ends the program and keeps its home for another start.
    pub(crate) fn leave(self) -> TempDir {
        let Self { driver, screen, home, _place } = self;
        drop((driver, screen));
        home
    }

    /// Waits until the program has ended.
    pub(crate) fn wait_ended(&self) {
        self.until("the program must end", || self.program_id().is_none().then_some(()));
    }

    /// Waits until something is there, and gives it.
    pub(crate) fn until<T>(&self, what: &str, mut found: impl FnMut() -> Option<T>) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = found() {
                return found;
            }
            assert!(Instant::now() < end, "{what}. {}", self.what_is_seen());
            thread::sleep(PAUSE);
        }
    }

    /// Waits until an element matches.
    pub(crate) fn wait(&self, css: &str) {
        self.until(&format!("{css} must be there"), || self.find(css).ok());
    }

    /// Waits until no element matches.
    pub(crate) fn wait_gone(&self, css: &str) {
        self.until(&format!("{css} must go away"), || (self.count(css) == 0).then_some(()));
    }

    /// Waits until an element that matches shows this text.
    pub(crate) fn wait_text(&self, css: &str, text: &str) {
        self.until(&format!("{css} must show {text:?}"), || {
            self.texts(css).iter().any(|t| t.contains(text)).then_some(())
        });
    }

    /// Clicks what matches, once it can be clicked.
    pub(crate) fn click(&self, css: &str) {
        self.act(css, "click", &json!({}));
    }

    /// Types into what matches, after what stands there.
    pub(crate) fn type_into(&self, css: &str, text: &str) {
        self.act(css, "value", &json!({ "text": text }));
    }

    /// Replaces what stands in a field.
    pub(crate) fn fill(&self, css: &str, text: &str) {
        self.act(css, "clear", &json!({}));
        self.type_into(css, text);
    }

    /// Presses keys wherever the focus is: `j`, `Enter`, `Control+Shift+k`.
    pub(crate) fn press(&self, chord: &str) {
        let (held, last) = keys::chord(chord);
        let event = |kind: &str, key: char| json!({ "type": kind, "value": key.to_string() });
        let mut events: Vec<Value> = held.iter().map(|k| event("keyDown", *k)).collect();
        events.extend([event("keyDown", last), event("keyUp", last)]);
        events.extend(held.iter().rev().map(|k| event("keyUp", *k)));
        let actions = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": events }] });
        self.driver.ask("POST", "/actions", Some(&actions)).expect("the keys are pressed");
    }

    /// The visible text of the first that matches.
    pub(crate) fn text(&self, css: &str) -> String {
        self.until(&format!("{css} must be there"), || self.texts(css).into_iter().next())
    }

    /// The visible texts of all that match.
    pub(crate) fn texts(&self, css: &str) -> Vec<String> {
        let texts = self.script(
            "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText)",
            &[json!(css)],
        );
        serde_json::from_value(texts).expect("texts are strings")
    }

    /// How many match.
    pub(crate) fn count(&self, css: &str) -> u64 {
        let count = self.script("return document.querySelectorAll(arguments[0]).length", &[json!(css)]);
        count.as_u64().expect("a count is a number")
    }

    /// An attribute of the first that matches.
    pub(crate) fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.wait(css);
        let script = "return document.querySelector(arguments[0]).getAttribute(arguments[1])";
        self.script(script, &[json!(css), json!(name)]).as_str().map(str::to_owned)
    }

    /// What stands in the field that matches.
    pub(crate) fn value(&self, css: &str) -> String {
        self.wait(css);
        let value = self.script("return document.querySelector(arguments[0]).value", &[json!(css)]);
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Runs a function body in the page and gives what it returns.
    pub(crate) fn script(&self, body: &str, args: &[Value]) -> Value {
        let asked = json!({ "script": body, "args": args });
        self.driver.ask("POST", "/execute/sync", Some(&asked)).unwrap_or_else(|e| panic!("{body}: {e:?}"))
    }

    /// Runs a function body in the page; its last argument is a function that takes the result.
    pub(crate) fn script_async(&self, body: &str, args: &[Value]) -> Value {
        let asked = json!({ "script": body, "args": args });
        self.driver.ask("POST", "/execute/async", Some(&asked)).unwrap_or_else(|e| panic!("{body}: {e:?}"))
    }

    /// Asks the program as the page would: the answer, or what it was refused with.
    pub(crate) fn invoke(&self, command: &str, args: &Value) -> Result<Value, Value> {
        let body = "const [command, args, done] = arguments;
            __TAURI_INTERNALS__.invoke(command, args).then(ok => done({ ok }), refused => done({ refused }))";
        let mut answer = self.script_async(body, &[json!(command), args.clone()]);
        match answer.get_mut("refused") {
            Some(refused) => Err(refused.take()),
            None => Ok(answer.get_mut("ok").map(Value::take).unwrap_or_default()),
        }
    }

    /// Size of the page in pixels.
    pub(crate) fn page_size(&self) -> (u64, u64) {
        let size = self.script("return [innerWidth, innerHeight]", &[]);
        serde_json::from_value(size).expect("a size is two numbers")
    }

    /// Gives the window another size.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        let rect = json!({ "width": width, "height": height });
        self.driver.ask("POST", "/window/rect", Some(&rect)).expect("the window takes another size");
    }

    /// A picture of the page as `out/screens/NAME.png`.
    pub(crate) fn shot(&self, name: &str) -> PathBuf {
        // What a change has just drawn is on the screen after the second frame.
        self.script_async(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(0)))",
            &[],
        );
        let file = screens().join(format!("{name}.png"));
        self.save_shot(&file).expect("the driver takes a picture");
        file
    }

    /// What axe-core finds in the page as it stands: rule, what it asks for, and where.
    pub(crate) fn axe(&self) -> Vec<String> {
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/node_modules/axe-core/axe.min.js");
        let source = fs::read_to_string(source).expect("axe-core is installed with the page");
        if self.script("return typeof axe", &[]) == "undefined" {
            self.script(&source, &[]);
        }
        let body = "const done = arguments[0]; axe.run().then(found => done(found.violations.map(
            v => `${v.id}: ${v.help} at ${v.nodes.map(n => n.target.join(' ')).join(', ')}`)))";
        serde_json::from_value(self.script_async(body, &[])).expect("findings are strings")
    }

    fn find(&self, css: &str) -> Result<String, Refused> {
        let asked = json!({ "using": "css selector", "value": css });
        let found = self.driver.ask("POST", "/element", Some(&asked))?;
        Ok(found.get(ELEMENT).and_then(Value::as_str).unwrap_or_default().to_owned())
    }

    /// Acts on an element; one that is not there yet, covered or just drawn anew is tried again.
    fn act(&self, css: &str, action: &str, body: &Value) {
        let end = Instant::now() + PATIENCE;
        loop {
            let done = self.find(css).and_then(|element| {
                self.driver.ask("POST", &format!("/element/{element}/{action}"), Some(body))
            });
            let Err(Refused { code, message }) = done else { return };
            assert!(Instant::now() < end, "{action} on {css}: {code}, {message}. {}", self.what_is_seen());
            thread::sleep(PAUSE);
        }
    }

    fn save_shot(&self, file: &Path) -> Result<(), Refused> {
        let picture = self.driver.ask("GET", "/screenshot", None)?;
        let bytes =
            Base64::decode_vec(picture.as_str().unwrap_or_default()).expect("pictures come in Base64");
        fs::create_dir_all(screens())
            .and_then(|()| fs::write(file, bytes))
            .expect("out/screens can be written");
        Ok(())
    }

    /// For the message of a test that fails.
    fn what_is_seen(&self) -> String {
        let name = thread::current().name().unwrap_or("test").replace("::", "-");
        let file = screens().join(format!("failed-{name}.png"));
        let picture = self.save_shot(&file).map_or_else(|e| e.message, |()| file.display().to_string());
        let asked = json!({ "script": "return document.body.innerText.slice(0, 2000)", "args": [] });
        let text = self.driver.ask("POST", "/execute/sync", Some(&asked)).unwrap_or_default();
        let log = fs::read_to_string(self.home().join(LOG)).unwrap_or_default();
        let after = self.since_start();
        format!("After {after:.0?}: picture {picture}. The page says: {text}. The terminal says: {log}")
    }
}

fn screens() -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../out/screens")).to_owned()
}

/// A fresh installation on a machine without anything special: nothing of the person who runs the tests reaches the
/// program, and nothing of it reaches them.
fn environment(command: &mut Command, home: &Path, display: &str) {
    let runtime = home.join("runtime");
    fs::create_dir_all(&runtime).expect("the home can be written");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&runtime, fs::Permissions::from_mode(0o700)).expect("the home is ours");
    }
    command.env_clear().current_dir(home);
    for kept in ["PATH", "LD_LIBRARY_PATH"] {
        if let Some(value) = std::env::var_os(kept) {
            command.env(kept, value);
        }
    }
    command
        .env("DISPLAY", display)
        .env("HOME", home)
        .env("ASSAY_HOME", home.join("assay"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_RUNTIME_DIR", runtime)
        .env("LANG", "C.UTF-8")
        .env("TZ", "UTC")
        .env("GDK_BACKEND", "x11")
        .env("GSETTINGS_BACKEND", "memory")
        // There is no graphics card behind the screen; its emulation would compile a program for every kind of shape.
        .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")
        .env("MESA_SHADER_CACHE_DISABLE", "true")
        .env("NO_AT_BRIDGE", "1");
}
