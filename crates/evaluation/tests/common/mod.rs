//! The shipped checklists, for every test.
#![allow(dead_code, reason = "each test binary uses its own part")]

use checklist::{Checklist, ComponentType, Object};

/// The bytes of the shipped pack for this object.
pub(crate) fn pack_for(object: Object) -> &'static [u8] {
    match object {
        Object::Component => include_bytes!("../../../../checklists/iec-62443-4-2-2019/pack.json"),
        Object::ServiceProvider => include_bytes!("../../../../checklists/iec-62443-2-4-2023/pack.json"),
        Object::Process => include_bytes!("../../../../checklists/iec-62443-4-1-2018/pack.json"),
    }
}

/// The shipped checklist for this object.
pub(crate) fn checklist_for(object: Object) -> Checklist {
    Checklist::parse(pack_for(object)).expect("the shipped pack must load")
}

/// The shipped checklist for components.
pub(crate) fn component_checklist() -> Checklist {
    checklist_for(Object::Component)
}

/// The shipped checklist for service providers.
pub(crate) fn provider_checklist() -> Checklist {
    checklist_for(Object::ServiceProvider)
}

/// Component types by their abbreviations.
pub(crate) fn types(names: &[&str]) -> Vec<ComponentType> {
    names.iter().map(|name| ComponentType::parse(name).expect("a component type")).collect()
}
