//! What a person does with the eyes on the words and the hands on the keys: things are found by what is written on
//! them, and every key can be counted.

use std::{cell::Cell, process::Command};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::app::{App, ELEMENT};

/// What is written on an element or read out for it; the key that is drawn beside it is no part of its name.
const NAMED: &str = "const [css, name] = arguments;
    const said = e => {
        const own = e.cloneNode(true);
        own.querySelectorAll('kbd, .key, .required, .note').forEach(part => part.remove());
        return (e.getAttribute('aria-label') ?? own.textContent).replace(/\\s+/g, ' ').trim();
    };
    const seen = [...document.querySelectorAll(css)].filter(e => e.checkVisibility());
    const found = seen.filter(e => said(e) === name).at(-1) ?? seen.filter(e => said(e).startsWith(name)).at(-1);";

impl App {
    /// Clicks the one that matches and bears this name, or begins with it. Of several, the topmost: a dialog comes last.
    pub(crate) fn click_named(&self, css: &str, name: &str) {
        self.until(&format!("{css} with the name {name:?} must be there to be clicked"), || {
            // The driver scrolls the page alone, not a part of it, and then finds the element covered.
            let body = format!("{NAMED} found?.scrollIntoView({{ block: 'center' }}); return found ?? null");
            let element = self.script(&body, &[json!(css), json!(name)]);
            let path = format!("/element/{}/click", element.get(ELEMENT)?.as_str()?);
            // What is just being drawn anew or still covered is tried again.
            self.driver.ask("POST", &path, Some(&json!({}))).ok()
        });
    }

    /// The field with this label, as something to type into.
    pub(crate) fn field(&self, label: &str) -> String {
        self.until(&format!("a field {label:?} must be there"), || {
            let id = self
                .script(&format!("{NAMED} return found?.htmlFor ?? null"), &[json!("label"), json!(label)]);
            id.as_str().map(|id| format!("[id=\"{id}\"]"))
        })
    }

    /// Is something with this name there now?
    pub(crate) fn shows(&self, css: &str, name: &str) -> bool {
        self.script(&format!("{NAMED} return found !== undefined"), &[json!(css), json!(name)]) == json!(true)
    }

    /// What the focus is on: the element's kind and its name.
    pub(crate) fn focused(&self) -> String {
        let body = "const e = document.activeElement; const label = e.id && document.querySelector(`label[for=\"${e.id}\"]`);
            return `${e.localName} ${e.getAttribute('aria-label') ?? label?.textContent ?? e.textContent}`.trim().slice(0, 80)";
        self.script(body, &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Types text wherever the focus is, key by key.
    pub(crate) fn write(&self, text: &str) {
        let event = |kind: &str, key: char| json!({ "type": kind, "value": key.to_string() });
        let events: Vec<Value> =
            text.chars().flat_map(|key| [event("keyDown", key), event("keyUp", key)]).collect();
        let actions = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": events }] });
        self.driver.ask("POST", "/actions", Some(&actions)).expect("the text is typed");
    }

    /// Where on the screen the middle of the first that matches is.
    pub(crate) fn middle_of(&self, css: &str) -> (u32, u32) {
        self.wait(css);
        let body = "const r = document.querySelector(arguments[0]).getBoundingClientRect();
            return [Math.round(r.x + r.width / 2), Math.round(r.y + r.height / 2)]";
        let at = self.script(body, &[json!(css)]);
        serde_json::from_value(at).expect("a place is two numbers")
    }

    /// Ends the program as a power cut does, with nothing said to it, and keeps its home.
    pub(crate) fn cut_off(self) -> TempDir {
        let id = self.driver.program_id().expect("the program runs");
        let done = Command::new("kill").args(["-9", &id.to_string()]).status().expect("kill starts");
        assert!(done.success(), "the program must be ended");
        self.wait_ended();
        self.leave()
    }
}

/// The keyboard, with a count of the presses.
pub(crate) struct Keyboard<'a> {
    app: &'a App,
    pressed: Cell<u32>,
}

impl<'a> Keyboard<'a> {
    pub(crate) fn of(app: &'a App) -> Self {
        Self { app, pressed: Cell::new(0) }
    }

    /// Presses a key or a chord, which counts once.
    pub(crate) fn press(&self, chord: &str) {
        self.app.press(chord);
        self.pressed.set(self.pressed.get() + 1);
    }

    /// Types text, which a person has to type in any program; each letter counts.
    pub(crate) fn write(&self, text: &str) {
        self.app.write(text);
        self.pressed.set(self.pressed.get() + u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
    }

    pub(crate) fn pressed(&self) -> u32 {
        self.pressed.get()
    }
}
