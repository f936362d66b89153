//! What the page asks for: name and arguments in, data or a problem out.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tauri::{
    Manager as _, Runtime, Webview, async_runtime,
    ipc::{Invoke, InvokeBody, InvokeError},
};
use workbench::{Problem, desk::COMMANDS};

use crate::{Shell, closing, pick};

/// Commands of the shell itself, beside those of the desk.
pub const OWN_COMMANDS: &[&str] = &["opened_with", "pick", "window_close_now", "window_title"];

/// Answers one call.
pub(crate) fn answer<R: Runtime>(invoke: Invoke<R>) -> bool {
    let Invoke { message, resolver, .. } = invoke;
    let webview = message.webview();
    let name = message.command().to_owned();
    let args = match message.payload() {
        InvokeBody::Json(args) => args.clone(),
        InvokeBody::Raw(_) => Value::Null,
    };
    resolver.respond_async(aside(move || carry_out(&webview, &name, args)));
    true
}

/// Does a job on a thread of its own: the window stays awake however long it takes, and a job that panics is a problem
/// told to the page and not an answer that never comes.
///
/// # Errors
/// What the job says, or that it panicked.
pub async fn aside(
    job: impl FnOnce() -> Result<Value, Problem> + Send + 'static,
) -> Result<Value, InvokeError> {
    let done = async_runtime::spawn_blocking(job).await;
    done.unwrap_or_else(|gone| Err(internal(gone))).map_err(InvokeError::from)
}

fn carry_out<R: Runtime>(webview: &Webview<R>, name: &str, args: Value) -> Result<Value, Problem> {
    let shell = webview.state::<Shell>();
    match name {
        "opened_with" => Ok(json!(shell.take_opened_with())),
        "pick" => Ok(json!(pick::pick(webview, &shell, read(name, args)?))),
        "window_close_now" => {
            closing::now(&webview.window());
            Ok(Value::Null)
        }
        "window_title" => {
            let title: String = read(name, args.get("title").cloned().unwrap_or_default())?;
            webview.window().set_title(&title).map_err(internal)?;
            Ok(Value::Null)
        }
        _ if COMMANDS.contains(&name) => shell.desk.call(name, args),
        _ => Err(Problem::new("desk-unknown-command").with("name", name)),
    }
}

fn read<T: DeserializeOwned>(name: &str, args: Value) -> Result<T, Problem> {
    serde_json::from_value(args).map_err(|e| Problem::new("desk-arguments").with("name", name).with("why", e))
}

/// A fault of the program, not of its user.
fn internal(why: impl std::fmt::Display) -> Problem {
    Problem::new("internal").with("why", why)
}
