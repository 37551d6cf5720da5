//! Values that are derived from another value. They are made when they are first needed, and kept next to it.

use core::fmt;
use std::sync::OnceLock;

use crate::base::run::Cancelled;

/// A value that is made once and kept. The caller can cancel making it.
///
/// It is derived from the value next to it, so comparisons ignore it and a copy makes its own. No thread waits for
/// another. If several threads need it at the same time, each makes it, and one of the equal results is kept.
pub(crate) struct Lazy<T>(OnceLock<T>);

impl<T> Lazy<T> {
    pub(crate) fn get(&self, make: impl FnOnce() -> Result<T, Cancelled>) -> Result<&T, Cancelled> {
        match self.0.get() {
            Some(made) => Ok(made),
            None => {
                let made = make()?;
                Ok(self.0.get_or_init(|| made))
            }
        }
    }
}

impl<T> Default for Lazy<T> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<T> Clone for Lazy<T> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<T> PartialEq for Lazy<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T> Eq for Lazy<T> {}

impl<T> fmt::Debug for Lazy<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_made_once_and_again_after_a_cancelled_attempt() {
        let lazy = Lazy::<u32>::default();
        assert_eq!(lazy.get(|| Err(Cancelled)), Err(Cancelled));
        assert_eq!(lazy.get(|| Ok(1)), Ok(&1));
        assert_eq!(lazy.get(|| Ok(2)), Ok(&1));
        assert_eq!(lazy.clone().get(|| Ok(3)), Ok(&3));
    }
}
