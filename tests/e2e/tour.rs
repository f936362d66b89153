//! Every screen, in both themes and both languages: usable with assistive technology, whole, and nowhere wider than
//! the window.
//!
//! `SCREENS=1` also saves a picture of each as `out/screens/SCREEN-THEME-LANGUAGE-SIZE.png`, to be looked at.

use std::env;

use serde_json::json;

use crate::harness::{App, Launch};

use crate::sample::{COMPONENT, PROVIDER, Sample};

/// Sizes for pictures. A window of 1280 × 800 at 200 % zoom has the room of half of that.
const SIZES: &[(&str, u32, u32)] = &[("1280", 1280, 800), ("1920", 1920, 1080), ("zoomed", 640, 400)];

#[test]
fn every_screen_is_usable_in_light_english() {
    tour("light", "en");
}

#[test]
fn every_screen_is_usable_in_dark_english() {
    tour("dark", "en");
}

#[test]
fn every_screen_is_usable_in_light_german() {
    tour("light", "de");
}

#[test]
fn every_screen_is_usable_in_dark_german() {
    tour("dark", "de");
}

#[test]
fn the_screens_of_a_provider_are_usable_in_both_themes_and_languages() {
    let mut tour = Tour::begin(PROVIDER);
    for (theme, language) in [("light", "en"), ("dark", "de")] {
        tour.dress(theme, language);
        tour.worklist("provider-", "p");
        tour.app.press("Control+2");
        tour.look("provider-conclusion", "main h2");
        tour.app.press("Control+1");
    }
    tour.end();
}

/// Goes once through the whole window.
fn tour(theme: &str, language: &str) {
    let mut tour = Tour::begin(COMPONENT);
    tour.dress(theme, language);
    tour.worklist("", "f");
    for (key, name, there) in [
        ("Control+2", "conclusion", "main h2"),
        ("Control+3", "activities", "[data-activity]"),
        ("Control+6", "trail", "main [role=grid] [aria-rowindex='2']"),
        ("Control+9", "series", "main section h2"),
        ("Control+0", "case", "main h2"),
    ] {
        tour.app.press(key);
        tour.look(name, there);
    }
    tour.app.press("Control+0");
    tour.app.click("main [role=tab]:nth-of-type(2)");
    tour.look("case-basis", "#basis-checklist");
    tour.app.press("Control+4");
    tour.look("evidence", "main tbody button");
    tour.app.click("main tbody tr:nth-child(2) button");
    tour.look("evidence-preview", "main .divider + .pane :is(img, canvas, pre)");
    tour.app.click("main [role=tab]:nth-of-type(2)");
    tour.look("documents", "main .documents article");

    tour.app.press("Control+5");
    tour.look("findings", "[data-finding]");
    tour.app.click("[data-finding]");
    tour.look("finding", "[data-finding][aria-pressed='true']");

    tour.app.press("Control+7");
    tour.look("import", "main .drop button");
    tour.app.click("main .drop button");
    let title = if language == "de" { "Datei wählen" } else { "Choose a file" };
    tour.app.screen.choose(title, &COMPONENT.workbook());
    tour.look("import-look", "main nav [aria-current=step]");
    tour.app.click("main nav button:nth-of-type(2)");
    tour.look("import-preview", "main .foot");

    tour.app.press("Control+8");
    tour.look("report", "main .draft button");
    tour.app.click("main .draft button");
    tour.app.wait("main .draft canvas");
    tour.app.script("document.querySelector('main .draft .pages').scrollIntoView()", &[]);
    tour.look("report-draft", "main .draft canvas");

    tour.app.press("?");
    tour.look("keys", "dialog[open] kbd");
    tour.app.press("Escape");
    tour.app.wait_gone("dialog[open]");

    tour.app.click("header [aria-haspopup=menu]");
    tour.look("menu", "[role=menu] [role=menuitem]:focus");
    tour.app.click("header [role=menu] [role=menuitem]:nth-last-of-type(2)");
    tour.look("start", "main .start section li");
    tour.app.press("Control+n");
    tour.look("new", "dialog[open] .step");
    tour.end();
}

struct Tour {
    app: App,
    pictures: bool,
    dress: String,
    /// What is wrong, gathered over all screens: one run shows all of it.
    wrong: Vec<String>,
}

impl Tour {
    fn begin(sample: Sample) -> Self {
        let home = sample.first_pass();
        let dossier = sample.dossier(home.path()).to_str().expect("paths of tests are UTF-8").to_owned();
        let (screen, args) = ((1920, 1080), vec![dossier]);
        let app = App::launch(Launch { screen, args, home: Some(home), ..Launch::default() });
        app.resize(1280, 800);
        app.wait("nav [aria-current=page]");
        Self { app, pictures: env::var_os("SCREENS").is_some(), dress: String::new(), wrong: Vec::new() }
    }

    /// Shows the page anew in this theme and language, as if they had been chosen the last time.
    fn dress(&mut self, theme: &str, language: &str) {
        self.dress = format!("{theme}-{language}");
        let body = "localStorage.setItem('assay.theme', arguments[0]);
            localStorage.setItem('assay.language', arguments[1]);
            window.before = true; location.reload()";
        self.app.script(body, &[json!(theme), json!(language)]);
        self.app.until("the page must come anew", || {
            let anew = "return !window.before && document.documentElement.lang";
            (self.app.script(anew, &[]) == language).then_some(())
        });
        // The page is there before its script has read what was chosen.
        self.app.until("the theme that was chosen must be shown", || {
            (self.app.attribute("html", "data-theme").as_deref() == Some(theme)).then_some(())
        });
    }

    /// The list, a row opened beside it, and a verdict being written.
    fn worklist(&mut self, prefix: &str, verdict: &str) {
        self.look(&format!("{prefix}worklist"), "main [role=grid] [aria-rowindex='4']");
        self.app.click("main [role=grid] [aria-rowindex='4'] [role=rowheader]");
        self.app.press("Enter");
        self.look(&format!("{prefix}row"), "main section.pane form");
        self.app.script("document.querySelector('[data-part=guidance]').scrollIntoView()", &[]);
        self.look(&format!("{prefix}row-guidance"), "main section.pane [data-part=guidance] .objective");
        self.app.press("Escape");
        self.app.click("main section.pane .close button");
        self.app.press(verdict);
        self.look(&format!("{prefix}strip"), "main .strip textarea");
        self.app.press("Escape");
        self.app.wait_gone("main .strip");
    }

    /// Waits for something of a screen, then judges the screen.
    fn look(&mut self, name: &str, there: &str) {
        self.app.wait(there);
        self.still();
        let name = format!("{name}-{}", self.dress);
        for (size, width, height) in SIZES {
            if *size == "1920" && !self.pictures {
                continue;
            }
            self.app.resize(*width, *height);
            self.app.until("the page must follow the window", || {
                (self.app.page_size() == (u64::from(*width), u64::from(*height))).then_some(())
            });
            self.still();
            let wide = self.app.script(WIDER_THAN_THE_WINDOW, &[]);
            if wide != json!([]) {
                self.wrong.push(format!("{name} at {size} can only be read by scrolling sideways: {wide}"));
            }
            let tall = self.app.script(TALLER_THAN_THE_WINDOW, &[]);
            if tall != json!([]) {
                self.wrong.push(format!("{name} at {size} can be scrolled away with its frame: {tall}"));
            }
            if self.pictures {
                self.app.shot(&format!("{name}-{size}"));
            }
        }
        self.app.resize(1280, 800);
        self.still();
        self.wrong.extend(self.app.axe().into_iter().map(|found| format!("{name}: {found}")));
        let text = self.app.text("body");
        let nameless: Vec<&str> = text.split('⟦').skip(1).filter_map(|t| t.split('⟧').next()).collect();
        if !nameless.is_empty() {
            self.wrong.push(format!("{name} lacks the texts {nameless:?}"));
        }
    }

    /// Waits until nothing is being loaded, drawn or moved any more.
    fn still(&self) {
        let body = "const done = arguments[0]; let quiet = 0, seen = '';
            const end = performance.now() + 8000;
            const look = () => {
                const now = document.body.innerText + document.getAnimations().length;
                const busy = document.querySelector('[role=progressbar], [aria-busy=true]');
                quiet = now === seen && !busy ? quiet + 1 : 0; seen = now;
                if (quiet > 3 || performance.now() > end) done(0); else setTimeout(look, 60);
            }; look()";
        self.app.script_async(body, &[]);
    }

    fn end(self) {
        assert!(self.wrong.is_empty(), "every screen must be usable:\n{}", self.wrong.join("\n"));
    }
}

/// What is wider than the room it has, where that can't be scrolled to or must not be: the window and its main part.
const WIDER_THAN_THE_WINDOW: &str = "return [document.documentElement, document.querySelector('main')]
    .filter(e => e.scrollWidth > e.clientWidth)
    .map(e => `${e.tagName} ${e.scrollWidth} in ${e.clientWidth}`)";

/// The frame stays where it is: only what is inside it scrolls.
const TALLER_THAN_THE_WINDOW: &str = "return [document.documentElement, document.body]
    .filter(e => e.scrollHeight > e.clientHeight)
    .map(e => `${e.tagName} ${e.scrollHeight} in ${e.clientHeight}`)";
