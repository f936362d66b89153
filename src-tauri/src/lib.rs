//! The desktop shell: one window around [`workbench::desk`], the system's file dialogs, and nothing else.
//!
//! The page in the window is not trusted with more than it needs. It may ask for the commands in
//! `capabilities/main.json` and for nothing else, never names a path, and can't leave for another address.

mod calls;
mod closing;
mod pick;
mod window;

use std::{
    panic::{self, AssertUnwindSafe},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::{Mutex, PoisonError, atomic::AtomicBool},
};

use tauri::{AppHandle, Builder, Emitter as _, Manager as _, Runtime};
use workbench::{
    Home, Problem,
    desk::{Desk, Offered, said},
};

pub use calls::{OWN_COMMANDS, aside};

/// What the window stands on.
struct Shell {
    desk: Desk,
    /// The file that the program was started with, until the page asks for it.
    opened_with: Mutex<Option<PathBuf>>,
    /// Where the last file was chosen; the next dialog opens there.
    folder: Mutex<Option<PathBuf>>,
    closing: AtomicBool,
}

impl Shell {
    fn take_opened_with(&self) -> Option<Offered> {
        let path = self.opened_with.lock().unwrap_or_else(PoisonError::into_inner).take()?;
        self.remember_folder(&path);
        self.desk.offer(vec![path]).pop()
    }

    fn remember_folder(&self, chosen: &Path) {
        let folder = if chosen.is_dir() { Some(chosen) } else { chosen.parent() };
        *self.folder.lock().unwrap_or_else(PoisonError::into_inner) = folder.map(Path::to_owned);
    }
}

/// Opens the window and stays until it is closed.
#[must_use]
pub fn run(opened_with: Option<PathBuf>) -> ExitCode {
    // Without a screen the toolkit panics. That is no fault of the program, so it is told in plain words.
    let told = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let built =
        panic::catch_unwind(AssertUnwindSafe(|| shell(Builder::default()).build(tauri::generate_context!())));
    panic::set_hook(told);
    let Ok(Ok(app)) = built else {
        eprintln!("{}", said(&Problem::new("desk-no-screen")));
        return ExitCode::FAILURE;
    };
    let home = Home::choose(std::env::var_os("ASSAY_HOME").map(PathBuf::from));
    match home.and_then(|home| furnish(app.handle(), home, opened_with)) {
        Ok(()) => ExitCode::from(u8::try_from(app.run_return(|_, _| {})).unwrap_or(1)),
        Err(problem) => {
            eprintln!("{}", said(&problem));
            ExitCode::FAILURE
        }
    }
}

/// The commands and rules of the window, for any runtime.
pub fn shell<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(calls::answer)
        .on_window_event(window::heard)
        .setup(|app| Ok(window::open(app.handle())?))
}

/// Puts a desk behind the commands. Comes before the window opens.
///
/// # Errors
/// The program can't tell where it is itself, so that it could not start its child processes.
pub fn furnish<R: Runtime>(
    app: &AppHandle<R>,
    home: Home,
    opened_with: Option<PathBuf>,
) -> Result<(), Problem> {
    let program = std::env::current_exe().map_err(|e| Problem::new("internal").with("why", e))?;
    let page = app.clone();
    // A window that is gone needs to hear nothing.
    let tell = Box::new(move |event: &str, payload| drop(page.emit(event, payload)));
    app.manage(Shell {
        desk: Desk::new(home, program, tell),
        opened_with: Mutex::new(opened_with),
        folder: Mutex::default(),
        closing: AtomicBool::new(false),
    });
    Ok(())
}
