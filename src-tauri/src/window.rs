//! The window, locked: it shows our page and nothing else, and what is dropped on it is offered to the desk.

use serde_json::json;
use tauri::{
    AppHandle, DragDropEvent, Emitter as _, Manager as _, Runtime, Url, WebviewWindowBuilder, Window,
    WindowEvent, async_runtime, webview::NewWindowResponse,
};

use crate::{Shell, closing};

/// Links and pictures can't be dragged out of the window, where another program would take them for addresses.
const NOTHING_IS_DRAGGED_OUT: &str = "addEventListener('dragstart', event => {
    if (event.target instanceof Element && event.target.closest('a, img')) event.preventDefault();
}, true)";

/// Opens the one window. The content policy does not stop a page from leaving for another address; these rules do.
pub(crate) fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    for config in &app.config().app.windows {
        WebviewWindowBuilder::from_config(app, config)?
            .on_navigation(is_ours)
            .on_new_window(|_, _| NewWindowResponse::Deny)
            .on_download(|_, _| false)
            // WebKitGTK keeps pictures from the paste event; the page has to ask the clipboard itself.
            .enable_clipboard_access()
            .initialization_script(NOTHING_IS_DRAGGED_OUT)
            .build()?;
    }
    Ok(())
}

/// Our own page: `tauri://localhost`, or `http://tauri.localhost` where a platform wants it so.
fn is_ours(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    (url.scheme() == "tauri" && host == "localhost")
        || (matches!(url.scheme(), "http" | "https") && host == "tauri.localhost")
}

/// What happens to the window.
pub(crate) fn heard<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    match event {
        WindowEvent::CloseRequested { api, .. } => {
            api.prevent_close();
            closing::ask(window);
        }
        WindowEvent::DragDrop(event) => dragged(window, event),
        _ => {}
    }
}

/// A page that is gone needs to hear nothing, so the results of telling it are dropped.
fn dragged<R: Runtime>(window: &Window<R>, event: &DragDropEvent) {
    match event {
        DragDropEvent::Enter { .. } => drop(window.emit("dragging", json!({ "over": true }))),
        DragDropEvent::Leave => drop(window.emit("dragging", json!({ "over": false }))),
        DragDropEvent::Drop { paths, .. } => {
            drop(window.emit("dragging", json!({ "over": false })));
            let (window, paths) = (window.clone(), paths.clone());
            // Looking at files on a slow drive must not hold up the window.
            async_runtime::spawn_blocking(move || {
                let files = window.state::<Shell>().desk.offer(paths);
                window.emit("dropped", json!({ "files": files }))
            });
        }
        _ => {}
    }
}
