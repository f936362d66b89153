//! A window with an empty page: what the toolkit alone costs, to measure Assay's own start against.

use tauri::{Builder, WebviewUrl, WebviewWindowBuilder};

fn main() -> tauri::Result<()> {
    let app = Builder::default()
        .setup(|app| {
            let page = "about:blank".parse().map(WebviewUrl::External)?;
            WebviewWindowBuilder::new(app, "main", page).title("Empty").inner_size(1280.0, 800.0).build()?;
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(|_, _| {});
    Ok(())
}
