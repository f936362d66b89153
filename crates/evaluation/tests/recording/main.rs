//! What may be recorded, what follows from it, and what stands against a report.

#[path = "../common/mod.rs"]
mod common;

mod asked;
mod basis;
mod course;
mod desk;
mod documents;
mod gates;
mod keys;
mod payloads;
mod prepared;
mod process;
mod refusals;
mod roles;
mod rules;
mod sampling;
mod signed;
mod standing;
mod state_properties;
mod taking_back;
mod visiting;
