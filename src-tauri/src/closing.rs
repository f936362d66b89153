//! The way out. What was acknowledged is saved already; the page gets a moment for what is still being typed.

use std::{
    sync::{atomic::Ordering, mpsc},
    thread,
    time::Duration,
};

use serde_json::json;
use tauri::{Emitter as _, Manager as _, Runtime, Window};

use crate::Shell;

/// A page that hangs must not keep the window open.
const PATIENCE: Duration = Duration::from_secs(2);

/// Tells the page that the window is about to close; it answers with `window_close_now`.
pub(crate) fn ask<R: Runtime>(window: &Window<R>) {
    if window.state::<Shell>().closing.swap(true, Ordering::SeqCst) {
        return;
    }
    if window.emit("closing", json!({})).is_err() {
        return now(window);
    }
    let window = window.clone();
    thread::spawn(move || {
        thread::sleep(PATIENCE);
        now(&window);
    });
}

/// Closes, and leaves nothing but the one file of the dossier. A job that still holds the dossier is not waited for
/// longer than the page was: what it had not finished is not recorded.
pub(crate) fn now<R: Runtime>(window: &Window<R>) {
    let app = window.app_handle().clone();
    let (tell, closed) = mpsc::channel();
    thread::spawn(move || {
        app.state::<Shell>().desk.close();
        tell.send(())
    });
    let _ = closed.recv_timeout(PATIENCE);
    if window.destroy().is_err() {
        window.app_handle().exit(0);
    }
}
