//! The real program in its real window, for one test: a screen, a driver, a home and a temporary folder of its own.
//!
//! Everything that waits, waits up to half a minute and then fails with what it waited for and a picture in
//! `out/screens/`.

mod app;
mod driver;
mod gate;
mod hand;
mod keys;
mod screen;

pub(crate) use app::{App, Launch};
pub(crate) use hand::Keyboard;
