//! The text for a person who interrupts the command at a question.

use std::sync::{Mutex, PoisonError};

static TOLD: Mutex<Option<String>> = Mutex::new(None);

/// While this value exists, an interruption shows a text.
#[derive(Debug)]
pub(crate) struct Interrupt(());

impl Interrupt {
    pub(crate) fn tell(text: String) -> Self {
        set(Some(text));
        Self(())
    }
}

impl Drop for Interrupt {
    fn drop(&mut self) {
        set(None);
    }
}

fn set(text: Option<String>) {
    *TOLD.lock().unwrap_or_else(PoisonError::into_inner) = text;
}

/// The text for a person who interrupts the command now. A program that runs the command in its own process shows it
/// before the process ends.
pub fn on_interrupt() -> Option<String> {
    TOLD.lock().unwrap_or_else(PoisonError::into_inner).clone()
}
