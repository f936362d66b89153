//! The TypeScript side of the commands, written from the Rust types and compared with the file in the page's sources.

use std::{any::TypeId, collections::BTreeMap, fmt::Write as _};

use ts_rs::{Config, TS, TypeVisitor};

use super::commands;

/// Collects declarations and the table of commands.
pub(super) struct Taker {
    config: Config,
    seen: BTreeMap<String, String>,
    ids: Vec<TypeId>,
    table: String,
}

impl TypeVisitor for Taker {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.declare::<T>();
    }
}

impl Taker {
    fn declare<T: TS + 'static + ?Sized>(&mut self) {
        if self.ids.contains(&TypeId::of::<T>()) {
            return;
        }
        self.ids.push(TypeId::of::<T>());
        // Built-in types have no place of their own and are not declared.
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declared = format!("{docs}export {}\n", T::decl(&self.config));
            self.seen.insert(T::ident(&self.config), declared);
        }
        T::visit_dependencies(self);
    }

    pub(super) fn command<A: TS + 'static, B: TS + 'static>(&mut self, name: &str, doc: &str) {
        self.declare::<A>();
        self.declare::<B>();
        let (args, answer) = (A::name(&self.config), B::name(&self.config));
        let doc = doc.trim();
        let _ = writeln!(self.table, "  /** {doc} */\n  {name}: {{ args: {args}; answer: {answer} }};");
    }
}

fn written() -> String {
    let mut taker =
        Taker { config: Config::new(), seen: BTreeMap::new(), ids: Vec::new(), table: String::new() };
    taker.declare::<super::types::Trouble>();
    taker.declare::<super::Offered>();
    commands::describe(&mut taker);
    let mut text =
        "// Written from the Rust types by the test `the_page_knows_the_commands`; not edited by hand.\n\n"
            .to_owned();
    for declared in taker.seen.values() {
        text.push_str(declared);
        text.push('\n');
    }
    let _ = write!(
        text,
        "/** Every command with what it takes and answers. */\nexport interface Commands {{\n{}}}\n",
        taker.table
    );
    text
}

#[test]
fn the_page_knows_the_commands() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/host/bindings/index.ts");
    let now = written();
    if std::env::var_os("BINDINGS").is_some_and(|v| v == "overwrite") {
        std::fs::write(path, &now).expect("the bindings can be written");
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == now,
        "the page's types are stale: run with BINDINGS=overwrite and read the difference"
    );
}
