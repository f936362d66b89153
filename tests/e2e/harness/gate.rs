//! At most two windows at a time: more would only make each other wait, and hit time limits on small machines.

use std::sync::{Condvar, Mutex, PoisonError};

const MOST: u32 = 2;

static OPEN: Mutex<u32> = Mutex::new(0);
static CHANGED: Condvar = Condvar::new();

/// A place among the open windows, given back when it is dropped.
pub(crate) struct Place(());

impl Place {
    pub(crate) fn wait() -> Self {
        let open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut open = CHANGED.wait_while(open, |open| *open >= MOST).unwrap_or_else(PoisonError::into_inner);
        *open += 1;
        Self(())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        *OPEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        CHANGED.notify_one();
    }
}
