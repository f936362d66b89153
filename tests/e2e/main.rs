//! Journeys through the real program in its real window: what a person sees, clicks and types.

mod harness;
mod journeys;
mod sample;
mod shell;
mod tour;
