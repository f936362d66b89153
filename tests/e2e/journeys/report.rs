//! A draft of the report: seen on the screen, and as files.

use std::fs;

use super::{entry, open_sample};

#[test]
fn a_draft_is_seen_page_by_page_and_written_into_a_folder() {
    let mut app = open_sample();
    let before = entry(&app);
    app.press("Control+8");
    app.click_named("main button", "Draw a draft");
    app.wait_text("main .draft", "pages");
    app.until("a page must be drawn", || {
        let drawn = app.script(
            "const c = document.querySelector('main .pages canvas');
             if (!c || c.width === 0) return false;
             const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
             return d.some((v, i) => i % 4 < 3 && v < 100)",
            &[],
        );
        (drawn == true).then_some(())
    });
    app.shot("journey-draft");
    let folder = app.home().join("reports");
    fs::create_dir(&folder).expect("the folder is made");
    app.click_named("main button", "Write the draft into a folder");
    app.screen.choose("Folder for the files of the report", &folder);
    app.wait_text("main", "Nothing was recorded or signed");
    let files: Vec<_> =
        fs::read_dir(&folder).expect("the folder can be read").flatten().map(|f| f.path()).collect();
    let pdf = files.iter().find(|f| f.extension().is_some_and(|e| e == "pdf"));
    let pdf = fs::read(pdf.expect("a PDF is written")).expect("the PDF can be read");
    assert!(pdf.starts_with(b"%PDF-"), "the file must be a PDF");
    assert_eq!(entry(&app), before, "a draft must record nothing");
}
