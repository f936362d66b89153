//! The desktop program `assay-desktop [DOSSIER]`.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::{env, process::ExitCode};

/// Read by Tauri: lets other programs steer the page. The tests of debug builds need it; whoever uses a release must
/// not be steered by a variable left in the environment.
const AUTOMATION: &str = "TAURI_WEBVIEW_AUTOMATION";

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let first = arguments.next();
    // The two child processes are told apart before anything else runs in them.
    match first.as_deref().and_then(|a| a.to_str()) {
        Some("read-workbook") => return workbench::import::serve_reader(arguments),
        Some(workbench::RENDER_COMMAND) => return workbench::reporting::serve_renderer(),
        _ => {}
    }
    if cfg!(not(debug_assertions)) && env::var_os(AUTOMATION).is_some() {
        return again_without_automation();
    }
    assay_desktop::run(first.map(Into::into))
}

/// A variable can't be taken out of a running process safely, so a second one is started without it.
fn again_without_automation() -> ExitCode {
    let program = env::current_exe().unwrap_or_else(|_| "assay-desktop".into());
    let child =
        std::process::Command::new(program).args(env::args_os().skip(1)).env_remove(AUTOMATION).status();
    if child.is_ok_and(|status| status.success()) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
