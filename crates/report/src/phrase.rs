//! What the sentences of a report stand on: values taken from the data set itself, so that no
//! sentence can name a level or an edition that the tables beside it do not show.

use crate::contents::{Coded, Conclusion, Contents, FrLevel, Object};
use std::collections::BTreeMap;

/// The values for the placeholders of the statement. Arguments that came with the data set are kept
/// only where this crate has no value of its own.
pub(crate) fn arguments(c: &Contents) -> BTreeMap<String, String> {
    let mut args = c.statement.args.clone();
    let mut put = |key: &str, value: String| {
        args.insert(key.to_owned(), value);
    };
    put("client", c.client.name.clone());
    put("issuer", c.issuer.name.clone());
    put("object", c.object.name().to_owned());
    put("document", document(c));
    put("method", c.basis.method.clone());
    put("number", c.report.number.clone());
    put("date", c.report.issued_on.clone());
    match &c.object {
        Object::Component(component) => {
            let versions = [&component.hardware, &component.firmware, &component.software];
            let named: Vec<&str> = versions.iter().flat_map(|list| list.iter().map(String::as_str)).collect();
            put("versions", named.join(", "));
            put("identifier", component.identifier.clone());
        }
        Object::ServiceProvider(provider) => {
            put("program", provider.program.clone());
            put("services", provider.services.join(", "));
            put("sites", provider.sites.join(", "));
        }
        Object::Process(process) => {
            put("program", process.program.clone());
            put("products", process.products.join(", "));
            put("sites", process.sites.join(", "));
        }
    }
    match &c.conclusion {
        Conclusion::Component(conclusion) => {
            put("levels", vector(&conclusion.levels, |level| level.native));
            put("levels_with_integration", vector(&conclusion.levels, |level| level.with_integration));
            put("requirements", c.claim.requirements.len().to_string());
        }
        Conclusion::ServiceProvider(conclusion) => {
            let lowest = conclusion.lowest_ml.map(|ml| ml.to_string());
            put("lowest", lowest.unwrap_or_default());
        }
    }
    args
}

/// What limits the statement. Where the number in a sentence also stands in a table of the report, it is
/// taken from there.
pub(crate) fn limits(c: &Contents) -> Vec<Coded> {
    c.statement
        .limited_by
        .iter()
        .map(|limit| {
            let mut limit = limit.clone();
            if let Some(n) = counted(c, &limit.code) {
                limit.args.insert("n".to_owned(), n.to_string());
            }
            limit
        })
        .collect()
}

/// The number that the tables hold for a limit; `None` for a limit that no table counts.
fn counted(c: &Contents, code: &str) -> Option<u32> {
    let (tuples, counts) = match &c.conclusion {
        Conclusion::Component(conclusion) => (&conclusion.tuples, Some(&conclusion.counts)),
        Conclusion::ServiceProvider(conclusion) => (&conclusion.tuples, None),
    };
    let total = tuples.iter().find(|tuple| tuple.group == "total" && tuple.role.is_none())?;
    let because = |reason: &str| total.not_evaluated.get(reason).copied().unwrap_or(0);
    let counted = counts.and_then(|lines| lines.iter().find(|line| line.group == "total"));
    match code {
        "not_applicable" => Some(total.nar),
        "not_evaluated" => Some(total.ne()),
        "not_selected" => Some(because("above_claim").saturating_add(because("not_listed"))),
        "not_fulfilled" => Some(total.fail),
        "integration" => counted.map(|line| line.fulfilled_by_integration),
        _ => None,
    }
}

/// For example `IEC 62443-4-2:2019 with COR1:2022`.
pub(crate) fn document(c: &Contents) -> String {
    let mut text = c.basis.document.clone();
    if !c.basis.edition.is_empty() {
        text = format!("{text}:{}", c.basis.edition);
    }
    for amendment in &c.basis.amendments {
        text = format!("{text} + {amendment}");
    }
    text
}

/// The vector of seven, written so that no one can take it for one number.
fn vector(levels: &[FrLevel], of: impl Fn(&FrLevel) -> Option<u8>) -> String {
    levels
        .iter()
        .map(|level| {
            let value = of(level).map_or_else(|| "–".to_owned(), |n| format!("SL\u{a0}{n}"));
            format!("FR\u{a0}{}:\u{a0}{value}", level.fr)
        })
        .collect::<Vec<_>>()
        .join(", ")
}
