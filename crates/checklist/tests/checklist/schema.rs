//! The shipped JSON Schemas are those of the types, every good file fits its schema, and every field of a schema
//! stands in some file.

use crate::packs;
use checklist::schema;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

fn root(path: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(path)
}

fn json(path: PathBuf) -> Value {
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn schemas() -> BTreeMap<&'static str, Value> {
    let parsed = |text: String| serde_json::from_str(&text).expect("a schema is JSON");
    schema::all().into_iter().map(|(name, text)| (name, parsed(text))).collect()
}

#[test]
fn the_shipped_schemas_are_made_from_the_types() {
    for (name, text) in schema::all() {
        let path = root(&format!("docs/formats/schemas/{name}.schema.json"));
        if std::env::var_os("SCHEMAS").is_some_and(|value| value == "overwrite") {
            fs::write(&path, &text).expect("the folder can be written to");
        }
        let shipped = fs::read_to_string(&path).unwrap_or_default();
        assert!(shipped == text, "{name}: run the test with SCHEMAS=overwrite and read what changed");
    }
}

/// Holds a value against the part of JSON Schema that the shipped schemas use, and panics at any other part.
struct Check<'a> {
    root: &'a Value,
    /// What does not fit.
    wrong: Vec<String>,
    /// The fields that were met, as `type.field`.
    met: &'a mut BTreeSet<String>,
}

impl Check<'_> {
    fn hold(&mut self, schema: &Value, name: &str, value: &Value, at: &str) {
        for (word, inner) in schema.as_object().expect("a schema is an object") {
            let fits = match word.as_str() {
                "$ref" => {
                    let name =
                        inner.as_str().and_then(|way| way.strip_prefix("#/$defs/")).expect("a definition");
                    self.hold(&self.root["$defs"][name].clone(), name, value, at);
                    true
                }
                "type" => match inner.as_str().expect("one type") {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "integer" => value.is_i64(),
                    "boolean" => value.is_boolean(),
                    other => panic!("{other} is no type of a file"),
                },
                "const" => inner == value,
                "enum" => inner.as_array().expect("words").contains(value),
                "minimum" => value.as_i64().is_none_or(|number| number >= inner.as_i64().expect("a number")),
                "maximum" => value.as_i64().is_none_or(|number| number <= inner.as_i64().expect("a number")),
                "minLength" => value.as_str().is_none_or(|text| !text.is_empty()),
                "minItems" => {
                    value.as_array().is_none_or(|all| all.len() as u64 >= inner.as_u64().expect("a count"))
                }
                "maxItems" => {
                    value.as_array().is_none_or(|all| all.len() as u64 <= inner.as_u64().expect("a count"))
                }
                "pattern" => {
                    value.as_str().is_none_or(|text| matches(inner.as_str().expect("a pattern"), text))
                }
                "required" => inner.as_array().expect("names").iter().all(|name| {
                    value.as_object().is_none_or(|all| all.contains_key(name.as_str().expect("a name")))
                }),
                "items" => {
                    for (n, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.hold(inner, name, item, &format!("{at}[{n}]"));
                    }
                    true
                }
                "properties" => {
                    for (field, item) in value.as_object().into_iter().flatten() {
                        if let Some(inner) = inner.get(field) {
                            self.met.insert(format!("{name}.{field}"));
                            self.hold(inner, name, item, &format!("{at}.{field}"));
                        }
                    }
                    true
                }
                "additionalProperties" => {
                    assert_eq!(inner, false, "{at}: a field that is not listed is refused");
                    let known = &schema["properties"];
                    value.as_object().is_none_or(|all| all.keys().all(|field| known.get(field).is_some()))
                }
                "$schema" | "$defs" | "title" | "description" => true,
                other => panic!("{at}: the check doesn't know {other}"),
            };
            if !fits {
                self.wrong.push(format!("{at}: {word} {inner}"));
            }
        }
    }
}

/// The patterns of the schemas, so that no test needs a crate for them.
fn matches(pattern: &str, text: &str) -> bool {
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    match pattern {
        "^[0-9a-f]{64}$" => trail::Digest::from_hex(text).is_some(),
        "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$" => {
            let parts: Vec<&str> = text.split('-').collect();
            (2..=3).contains(&parts.len())
                && digits(parts[0], 4)
                && parts.iter().skip(1).all(|part| digits(part, 2))
        }
        "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" => {
            text.split('-').all(|part| part.len() >= 2 && part.bytes().all(|b| b.is_ascii_alphanumeric()))
        }
        other => panic!("the check doesn't know the pattern {other}"),
    }
}

fn check(schema: &Value, value: &Value, met: &mut BTreeSet<String>) -> Vec<String> {
    let name = schema["title"].as_str().expect("a title");
    let mut check = Check { root: schema, wrong: Vec::new(), met };
    check.hold(schema, name, value, "");
    check.wrong
}

/// Every good file that there is, shipped, sample or built by a test, with the name of its schema.
fn good_files() -> Vec<(String, &'static str, Value)> {
    let mut files = vec![("series.json".to_string(), "series", json(root("checklists/series.json")))];
    let named = |path: &PathBuf| path.display().to_string();
    for entry in fs::read_dir(root("checklists")).expect("the folder").flatten() {
        for (file, kind) in [("pack.json", "checklist"), ("guidance.json", "guidance")] {
            let path = entry.path().join(file);
            if path.exists() {
                files.push((named(&path), kind, json(path)));
            }
        }
    }
    for entry in fs::read_dir(root("fixtures/profiles")).expect("the folder").flatten() {
        if entry.path().extension().is_some_and(|end| end == "json") {
            files.push((named(&entry.path()), "profile", json(entry.path())));
        }
    }
    let small = json(root("fixtures/checklists/good/expected.json"));
    for (file, about) in small.as_object().expect("an object") {
        let kind = kind_of(about);
        files.push((file.clone(), kind, json(root("fixtures/checklists/good").join(file))));
    }
    for (name, kind) in
        [("component-profile", "profile"), ("provider-profile", "profile"), ("texts", "text-pack")]
    {
        files.push((name.to_string(), kind, packs::file(name)));
    }
    files
}

/// The name of the schema for a kind of file of `fixtures/checklists`.
fn kind_of(about: &Value) -> &'static str {
    match about["kind"].as_str() {
        Some("checklist") => "checklist",
        Some("guidance") => "guidance",
        Some("profile") => "profile",
        Some("texts") => "text-pack",
        Some("series") => "series",
        other => panic!("no such kind: {other:?}"),
    }
}

#[test]
fn every_good_file_fits_its_schema_and_uses_all_of_it() {
    let schemas = schemas();
    let mut met: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let files = good_files();
    assert!(files.len() >= 15, "the files must be found");
    for (file, kind, value) in &files {
        let wrong = check(&schemas[kind], value, met.entry(kind).or_default());
        assert!(wrong.is_empty(), "{file}: a file that loads must fit the schema: {wrong:#?}");
    }
    for (name, schema) in &schemas {
        let types =
            schema["$defs"].as_object().into_iter().flatten().map(|(name, inner)| (name.as_str(), inner));
        let title = schema["title"].as_str().expect("a title");
        for (title, inner) in types.chain([(title, schema)]) {
            for field in inner["properties"].as_object().into_iter().flatten().map(|(field, _)| field) {
                let field = format!("{title}.{field}");
                assert!(
                    met[name].contains(&field),
                    "{name}: no file has {field}; is it a field of the file at all?"
                );
            }
        }
    }
}

#[test]
fn a_schema_sees_what_concerns_the_shape() {
    let schemas = schemas();
    let expected = json(root("fixtures/checklists/broken/expected.json"));
    for file in [
        "of-a-later-version",
        "maturity-level-5",
        "null-parent",
        "level-as-text",
        "level-0",
        "verb-of-another-method",
        "text-of-the-standard",
        "no-sources",
        "date-as-people-write-it",
        "profile-rewords",
        "profile-official",
        "profile-over-3-2",
        "profile-one-level",
        "profile-not-applicable",
        "texts-without-licensee",
        "series-designation-empty",
    ] {
        let file = format!("{file}.json");
        let value = json(root("fixtures/checklists/broken").join(&file));
        let wrong = check(&schemas[kind_of(&expected[&file])], &value, &mut BTreeSet::new());
        assert_eq!(wrong.len(), 1, "{file}: an editor can show the mistake: {wrong:#?}");
    }
}

#[test]
fn no_schema_allows_null_a_digest_of_the_file_or_a_field_that_is_not_listed() {
    fn walk(schema: &Value, see: &mut impl FnMut(&Value)) {
        see(schema);
        match schema {
            Value::Array(all) => all.iter().for_each(|one| walk(one, see)),
            Value::Object(all) => all.values().for_each(|one| walk(one, see)),
            _ => {}
        }
    }
    for (name, schema) in schemas() {
        walk(&schema, &mut |part| {
            assert_ne!(part, "null", "{name}: what is absent is left out");
            if part["type"] == "object" {
                assert_eq!(part["additionalProperties"], false, "{name}: what is not listed is refused");
                assert!(part["properties"].get("digest").is_none(), "{name}: no file holds its own digest");
            }
        });
    }
}
