//! The shipped checklists, for every test.
#![allow(dead_code, reason = "each test binary uses its own part")]

use checklist::{Checklist, ComponentType};

/// The shipped checklist for components.
pub(crate) fn component_checklist() -> Checklist {
    let bytes = include_bytes!("../../../../checklists/iec-62443-4-2-2019/pack.json");
    Checklist::parse(bytes).expect("the shipped 4-2 pack must load")
}

/// The shipped checklist for service providers.
pub(crate) fn provider_checklist() -> Checklist {
    let bytes = include_bytes!("../../../../checklists/iec-62443-2-4-2023/pack.json");
    Checklist::parse(bytes).expect("the shipped 2-4 pack must load")
}

/// Component types by their abbreviations.
pub(crate) fn types(names: &[&str]) -> Vec<ComponentType> {
    names.iter().map(|name| ComponentType::parse(name).expect("a component type")).collect()
}
