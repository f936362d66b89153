//! The JSON Schemas of the files, made from the types that they are read into.
//!
//! They serve editors and other programs. They describe the shape of a file; what its parts must be to each other
//! only the loaders know, so a file that fits its schema may still be refused.

use crate::{
    Checklist, guidance::Guidance, json::Json, profile::Profile, series::SeriesRegister, text::TextPack,
};
use alloc::{
    string::{String, ToString},
    vec::Vec,
};
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

/// A year and month, or a day. That the day exists only the loader checks.
pub(crate) const DATE: &str = "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$";
/// 64 lower-case hexadecimal digits.
pub(crate) const SHA_256: &str = "^[0-9a-f]{64}$";
/// A language as BCP 47 writes it, as far as its shape goes.
pub(crate) const LANGUAGE: &str = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$";

/// The schema of each kind of file, by the name of its format, as the text that is shipped.
#[must_use]
pub fn all() -> Vec<(&'static str, String)> {
    let mut profile = of::<Profile>(crate::profile::SCHEMA);
    // Read and then forgotten, because it says the same of every profile that is not refused.
    let official = json!({"const": false, "description": "No part of IEC 62443-5 is known to be published."});
    demand(&mut profile, "is_official_62443_5", official);
    [
        ("checklist", of::<Checklist>(crate::SCHEMA)),
        ("guidance", of::<Guidance>(crate::guidance::SCHEMA)),
        ("profile", profile),
        ("text-pack", of::<TextPack>(crate::text::SCHEMA)),
        ("series", of::<SeriesRegister>(crate::series::SCHEMA)),
    ]
    .into_iter()
    .map(|(name, schema)| (name, text(schema)))
    .collect()
}

/// The schema of the files that are read into a `T`.
fn of<T: JsonSchema>(word: &str) -> Value {
    let generator = SchemaGenerator::new(SchemaSettings::draft2020_12());
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    as_in_the_file(&mut schema);
    demand(&mut schema, "schema", json!({"const": word, "description": "The format and its version."}));
    schema
}

/// Adds a field that the file must have and the type doesn't.
fn demand(schema: &mut Value, name: &str, field: Value) {
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.insert(name.to_string(), field);
    }
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.insert(0, name.into());
    }
}

/// From what the types can hold to what stands in a file: what is absent is left out and never null, lists and
/// texts hold something, words are listed.
fn as_in_the_file(schema: &mut Value) {
    match schema {
        Value::Array(all) => all.iter_mut().for_each(as_in_the_file),
        Value::Object(fields) => {
            without_null(fields);
            words(fields);
            for unused in ["default", "format"] {
                fields.remove(unused);
            }
            // Sizes of numbers in memory say nothing about the file; the ranges of the format stay.
            if fields.get("maximum") == Some(&json!(255)) {
                fields.remove("maximum");
            }
            let kind = fields.get("type").and_then(Value::as_str);
            let least = match kind {
                Some("array") => Some("minItems"),
                Some("string") if !fields.contains_key("enum") => Some("minLength"),
                _ => None,
            };
            if let Some(least) = least {
                fields.entry(least).or_insert_with(|| 1.into());
            }
            if let Some(Value::String(text)) = fields.get_mut("description") {
                *text = text
                    .replace("[`", "`")
                    .replace("`]", "`")
                    .replace("`None`", "Left out")
                    .replace('\n', " ");
            }
            for (name, inner) in fields.iter_mut() {
                match inner {
                    // A field of a file may have any name, `default` and `format` too.
                    Value::Object(named) if name == "properties" || name == "$defs" => {
                        named.values_mut().for_each(as_in_the_file);
                    }
                    _ => as_in_the_file(inner),
                }
            }
        }
        _ => {}
    }
}

/// `["string", "null"]` becomes `"string"`, and one of a schema and null becomes the schema.
fn without_null(fields: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = fields.get_mut("type") {
        types.retain(|one| one != "null");
        if let [one] = types.as_slice() {
            let one = one.clone();
            fields.insert("type".to_string(), one);
        }
    }
    if let Some(Value::Array(choices)) = fields.get_mut("anyOf") {
        choices.retain(|one| one.get("type").is_none_or(|kind| kind != "null"));
        if let [Value::Object(only)] = choices.as_slice() {
            let only = only.clone();
            fields.remove("anyOf");
            fields.extend(only);
        }
    }
}

/// One constant of several becomes a list of words.
fn words(fields: &mut Map<String, Value>) {
    let Some(Value::Array(choices)) = fields.get("oneOf") else {
        return;
    };
    let listed: Option<Vec<Value>> = choices
        .iter()
        .map(|one| match (one.get("const"), one.get("enum")) {
            (Some(word), None) => Some(Vec::from([word.clone()])),
            (None, Some(Value::Array(words))) => Some(words.clone()),
            _ => None,
        })
        .collect::<Option<Vec<Vec<Value>>>>()
        .map(|all| all.concat());
    if let Some(listed) = listed {
        fields.remove("oneOf");
        fields.insert("type".to_string(), "string".into());
        fields.insert("enum".to_string(), listed.into());
    }
}

/// Fields sorted, whatever features of serde_json another crate turns on.
fn text(schema: Value) -> String {
    let sorted: Option<Json> = serde_json::from_value(schema).ok();
    let mut text = sorted.and_then(|json| serde_json::to_string_pretty(&json).ok()).unwrap_or_default();
    text.push('\n');
    text
}
