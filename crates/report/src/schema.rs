//! The JSON Schemas of the data set and of what a summary embeds, made from the types.
//!
//! They serve other programs. They describe the shape alone; what the parts must be to each other only
//! [`crate::check()`] knows.

use crate::{Contents, SCHEMA, contents::SCHEMA_BEFORE, summary};
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The schema of each kind of file, by the name of its format, as the text that is shipped.
#[must_use]
pub fn all() -> Vec<(&'static str, String)> {
    vec![
        ("report", text(&of::<Contents>(json!({"enum": [SCHEMA, SCHEMA_BEFORE]})))),
        ("report-summary", text(&of::<summary::Summary>(json!({"const": summary::SCHEMA})))),
    ]
}

fn of<T: JsonSchema>(word: Value) -> Value {
    let generator = SchemaGenerator::new(SchemaSettings::draft2020_12());
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    as_written(&mut schema);
    if let Some(field) = schema.pointer_mut("/properties/schema") {
        *field = word;
    }
    schema
}

/// Neither defaults nor number formats: they say how this program reads, not what stands in a file.
fn as_written(schema: &mut Value) {
    match schema {
        Value::Array(all) => all.iter_mut().for_each(as_written),
        Value::Object(fields) => {
            fields.remove("default");
            if fields.get("format").is_some_and(|f| f.as_str().is_some_and(|f| f.starts_with("uint"))) {
                fields.remove("format");
            }
            fields.values_mut().for_each(as_written);
        }
        _ => {}
    }
}

/// Fields sorted, whatever features of serde_json another crate turns on.
fn text(schema: &Value) -> String {
    fn sorted(value: &Value) -> Sorted {
        match value {
            Value::Array(list) => Sorted::List(list.iter().map(sorted).collect()),
            Value::Object(map) => Sorted::Map(map.iter().map(|(k, v)| (k.clone(), sorted(v))).collect()),
            other => Sorted::Plain(other.clone()),
        }
    }
    let mut text = serde_json::to_string_pretty(&sorted(schema)).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(serde::Serialize)]
#[serde(untagged)]
enum Sorted {
    List(Vec<Sorted>),
    Map(BTreeMap<String, Sorted>),
    Plain(Value),
}
