//! A screen of its own for one test, and what a person does outside the page: the system's file dialogs, the
//! clipboard, files dragged in, the window's close button.

use std::{
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How long something outside the page may take to appear or go away.
const PATIENCE: Duration = Duration::from_secs(10);

/// An X server that nobody sees. It and all that it started end with the test.
pub(crate) struct Screen {
    server: Child,
    display: String,
    size: (u32, u32),
    others: Vec<Child>,
}

impl Screen {
    pub(crate) fn start(size: (u32, u32)) -> Self {
        let mut server = Command::new("Xvfb")
            // The server picks a display that is free, so that tests can run beside each other.
            .args(["-displayfd", "1", "-noreset", "-nolisten", "tcp", "-dpi", "96", "-screen", "0"])
            .arg(format!("{}x{}x24", size.0, size.1))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|e| panic!("Xvfb (package xvfb) starts: {e}"));
        let mut number = String::new();
        let out = server.stdout.take().expect("the output was asked for");
        BufReader::new(out).read_line(&mut number).expect("Xvfb tells its display");
        Self { server, display: format!(":{}", number.trim()), size, others: Vec::new() }
    }

    pub(crate) fn display(&self) -> &str {
        &self.display
    }

    /// Answers an open dialog, or one for a folder, with this title. The clipboard then holds the path.
    ///
    /// The dialog is the real one everywhere: a way around it would be a part of the program that only tests use, and
    /// with the look at what stands in the line before it is confirmed, answering it has proved as reliable.
    pub(crate) fn choose(&mut self, title: &str, path: &Path) {
        self.answer(title, path, true);
    }

    /// Answers a save dialog with this title. The clipboard then holds the path.
    pub(crate) fn choose_save(&mut self, title: &str, path: &Path) {
        self.answer(title, path, false);
    }

    /// Leaves a dialog with this title without choosing.
    pub(crate) fn cancel(&self, title: &str) {
        let dialog = self.dialog(title);
        self.xdotool(&["key", "Escape"]);
        self.wait_gone(&dialog, title);
    }

    /// Puts text on the clipboard.
    pub(crate) fn copy_text(&mut self, text: &str) {
        let file = tempfile::NamedTempFile::new().expect("a temporary file");
        std::fs::write(file.path(), text).expect("the text is written");
        self.own("clipboard", "UTF8_STRING", file.path());
    }

    /// Puts a PNG file on the clipboard as a picture.
    pub(crate) fn copy_image(&mut self, png: &Path) {
        self.own("clipboard", "image/png", png);
    }

    /// Drags files from another program onto a point of the window, and lets go of them there.
    pub(crate) fn drop_files(&mut self, files: &[PathBuf], at: (u32, u32)) {
        self.carry_files(files, at);
        self.let_go();
    }

    /// Lets go of the files that are held over the window.
    pub(crate) fn let_go(&mut self) {
        self.xdotool(&["mouseup", "1"]);
        // The source ends by itself once the files have arrived.
        let mut source = self.others.pop().expect("the source was started");
        let until = Instant::now() + PATIENCE;
        while source.try_wait().expect("the state of the source can be asked").is_none() {
            assert!(Instant::now() < until, "the window must take what was dropped on it");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Drags files over a point of the window and holds them there.
    pub(crate) fn carry_files(&mut self, files: &[PathBuf], at: (u32, u32)) {
        // In the corner farthest from the target, above our window.
        let corner = (self.size.0 - 30, self.size.1 - 30);
        let mut command = self.x11();
        let mut source = command
            .args(["drag", &corner.0.to_string(), &corner.1.to_string()])
            .args(files)
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 starts");
        let mut ready = String::new();
        let out = source.stdout.take().expect("the output was asked for");
        BufReader::new(out).read_line(&mut ready).expect("the source says that it is there");
        assert_eq!(
            ready.trim(),
            "ready",
            "the drag source (packages python3-gi, gir1.2-gtk-3.0) must come up"
        );
        self.others.push(source);
        self.pointer((corner.0 + 10, corner.1 + 10));
        self.xdotool(&["mousedown", "1"]);
        // A drag begins after a few pixels, and each side answers the other between the steps.
        for step in 1..=10_u32 {
            let between = |from: u32, to: u32| (from * (10 - step) + to * step) / 10;
            self.pointer((between(corner.0, at.0), between(corner.1, at.1)));
            thread::sleep(Duration::from_millis(30));
        }
        self.pointer((at.0 + 1, at.1));
        thread::sleep(Duration::from_millis(200));
    }

    /// Presses the close button of the window with this title.
    pub(crate) fn press_close(&self, title: &str) {
        let window = self.wait_window(title);
        let done = self.x11().args(["close", &window]).status().expect("python3 starts");
        assert!(done.success(), "the window must be told to close");
    }

    /// Waits until a window has this title.
    pub(crate) fn wait_window(&self, title: &str) -> String {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(window) = self.windows(title).pop() {
                return window;
            }
            assert!(Instant::now() < until, "a window with the title {title:?} must appear");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Whether a window has this title now.
    pub(crate) fn has_window(&self, title: &str) -> bool {
        !self.windows(title).is_empty()
    }

    /// The whole screen as a picture, with what stands outside the page.
    pub(crate) fn shot(&self, file: &Path) {
        let mut command = Command::new("import");
        let done = command.env("DISPLAY", &self.display).args(["-window", "root"]).arg(file).status();
        assert!(done.is_ok_and(|s| s.success()), "import (package imagemagick) must draw the screen");
    }

    fn dialog(&self, title: &str) -> String {
        let dialog = self.wait_window(title);
        self.xdotool(&["windowfocus", "--sync", &dialog]);
        dialog
    }

    /// Pasted and not typed: completion gets in the way of single letters when the machine is busy.
    fn answer(&mut self, title: &str, path: &Path, line_is_hidden: bool) {
        let path = path.to_str().expect("paths of tests are UTF-8");
        let dialog = self.dialog(title);
        // A dialog before may have left the very same path selected.
        let nothing = tempfile::NamedTempFile::new().expect("a temporary file");
        self.own("primary", "UTF8_STRING", nothing.path());
        let until = Instant::now() + PATIENCE;
        // Two ways lead to the line, wherever the focus has gone: one is tried after the other.
        let mut ways = [if line_is_hidden { "slash" } else { "alt+n" }, "ctrl+l"].into_iter().cycle();
        // What is selected can be read by other programs: so it is known whether the line was there and took the path.
        // The dialog itself adds a slash to a folder.
        loop {
            let seen = self.selected();
            if seen.trim_end_matches('/') == path {
                break;
            }
            if Instant::now() > until {
                self.shot(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../out/screens/failed-dialog.png"));
                panic!("the dialog {title:?} must take the path {path}, and holds {seen:?}");
            }
            self.copy_text(path);
            self.xdotool(&["windowfocus", &dialog]);
            self.xdotool(&["key", ways.next().unwrap_or("slash")]);
            thread::sleep(Duration::from_millis(150));
            self.xdotool(&["key", "ctrl+a"]);
            self.xdotool(&["key", "ctrl+v"]);
            thread::sleep(Duration::from_millis(150));
            self.xdotool(&["key", "ctrl+a"]);
            thread::sleep(Duration::from_millis(50));
        }
        self.xdotool(&["key", "Return"]);
        self.wait_gone(&dialog, title);
    }

    fn selected(&self) -> String {
        let mut command = Command::new("xclip");
        let out = command.env("DISPLAY", &self.display).args(["-selection", "primary", "-o"]).output();
        String::from_utf8_lossy(&out.expect("xclip starts").stdout).into_owned()
    }

    fn wait_gone(&self, window: &str, title: &str) {
        let until = Instant::now() + PATIENCE;
        while self.windows(title).iter().any(|w| w == window) {
            assert!(Instant::now() < until, "the window {title:?} must close");
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn windows(&self, title: &str) -> Vec<String> {
        let whole = format!("^{title}$");
        let out = Command::new("xdotool")
            .env("DISPLAY", &self.display)
            .args(["search", "--onlyvisible", "--name", &whole])
            .output()
            .unwrap_or_else(|e| panic!("xdotool (package xdotool) starts: {e}"));
        String::from_utf8_lossy(&out.stdout).lines().map(str::to_owned).collect()
    }

    fn pointer(&self, at: (u32, u32)) {
        self.xdotool(&["mousemove", "--sync", &at.0.to_string(), &at.1.to_string()]);
    }

    fn xdotool(&self, args: &[&str]) {
        // Letters beyond ASCII are typed only where the language has them.
        let out = Command::new("xdotool")
            .env("DISPLAY", &self.display)
            .env("LC_ALL", "C.UTF-8")
            .args(args)
            .output();
        let out = out.unwrap_or_else(|e| panic!("xdotool (package xdotool) starts: {e}"));
        assert!(out.status.success(), "xdotool {args:?} failed: {}", String::from_utf8_lossy(&out.stderr));
    }

    fn own(&mut self, selection: &str, kind: &str, file: &Path) {
        // It stays and hands the content out for as long as nobody else copies something.
        let mut command = Command::new("xclip");
        let owner = command
            .env("DISPLAY", &self.display)
            .args(["-quiet", "-selection", selection, "-t", kind, "-i"])
            .arg(file)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|e| panic!("xclip (package xclip) starts: {e}"));
        self.others.push(owner);
        let until = Instant::now() + PATIENCE;
        loop {
            let out = Command::new("xclip")
                .env("DISPLAY", &self.display)
                .args(["-selection", selection, "-t", "TARGETS", "-o"])
                .output()
                .expect("xclip starts");
            if String::from_utf8_lossy(&out.stdout).lines().any(|line| line == kind) {
                return;
            }
            assert!(Instant::now() < until, "{kind} must be on the clipboard");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The system's own Python: the bindings to GTK are packages of the system.
    fn x11(&self) -> Command {
        let mut command = Command::new("/usr/bin/python3");
        command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/e2e/harness/x11.py"));
        command.env("DISPLAY", &self.display).env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
        command
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for other in &mut self.others {
            let _ = other.kill();
            let _ = other.wait();
        }
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
