//! A WebDriver client, as much of it as the journeys need, over plain HTTP.

use std::{
    fs::File,
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

/// Longer than any answer takes on a busy machine.
const ANSWER: Duration = Duration::from_secs(60);

/// What the driver refused: its short code, such as `no such element`, and its sentence.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) code: String,
    pub(crate) message: String,
}

/// One driver process with one session, which is one running program.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    session: String,
    /// When it was told to start the program.
    pub(crate) asked: Instant,
}

impl Driver {
    /// Starts the driver and, through it, the program in the same environment. What they say goes into `log`.
    pub(crate) fn start(
        environment: &dyn Fn(&mut Command),
        program: &Path,
        args: &[String],
        log: File,
    ) -> Self {
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        environment(&mut command);
        command.arg(format!("--port={port}")).arg("--host=127.0.0.1").env("TAURI_WEBVIEW_AUTOMATION", "true");
        let process = command
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("the log can be written"))
            .stderr(log)
            .spawn()
            .unwrap_or_else(|e| panic!("WebKitWebDriver (package webkit2gtk-driver) starts: {e}"));
        let mut driver = Self { process, port, session: String::new(), asked: Instant::now() };
        driver.wait_for_port();
        driver.asked = Instant::now();
        let options = json!({ "binary": program, "args": args });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let made = driver.send("POST", "/session", Some(&wanted)).expect("the driver starts the program");
        driver.session =
            made.get("sessionId").and_then(Value::as_str).expect("a session has an id").to_owned();
        driver
    }

    /// A command of the session: `path` as in the WebDriver standard, after `/session/ID`.
    pub(crate) fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Refused> {
        self.send(method, &format!("/session/{}{path}", self.session), body)
    }

    /// The running program. It is a child of the driver.
    pub(crate) fn program_id(&self) -> Option<u32> {
        let id = self.process.id();
        let children = std::fs::read_to_string(format!("/proc/{id}/task/{id}/children")).ok()?;
        children.split_whitespace().next()?.parse().ok()
    }

    fn wait_for_port(&mut self) {
        let until = Instant::now() + ANSWER;
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            let ended = self.process.try_wait().expect("the driver's state can be asked");
            assert!(ended.is_none(), "the driver must stay, it ended with {ended:?}");
            assert!(Instant::now() < until, "the driver must listen on its port");
            thread::sleep(Duration::from_millis(10));
        }
    }

    fn send(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Refused> {
        let answer = self.exchange(method, path, body).map_err(|e| Refused {
            code: "no answer".to_owned(),
            message: format!("{method} {path}: {e}"),
        })?;
        let value = answer.get("value").cloned().unwrap_or_default();
        match value.get("error").and_then(Value::as_str) {
            Some(code) => Err(Refused {
                code: code.to_owned(),
                message: value.get("message").and_then(Value::as_str).unwrap_or_default().to_owned(),
            }),
            None => Ok(value),
        }
    }

    fn exchange(&self, method: &str, path: &str, body: Option<&Value>) -> std::io::Result<Value> {
        let body = body.map(Value::to_string).unwrap_or_default();
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(ANSWER))?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = String::from_utf8_lossy(&answer);
        let (_, json) = answer.split_once("\r\n\r\n").ok_or_else(|| std::io::Error::other("no body"))?;
        serde_json::from_str(json).map_err(std::io::Error::other)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            let _ = self.ask("DELETE", "", None);
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port that nobody listens on. Another process could take it before the driver does; the driver would end at once
/// and the test say so.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
    listener.local_addr().expect("a listener has an address").port()
}
