//! Calls of libraries that read workbooks. These calls may panic on a damaged file.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::Once;
use std::thread;

use crate::base::problem::Problem;
use crate::base::texts::{self, codes};

thread_local! {
    /// Whether this thread is in a call whose panic is an error of the file.
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs a library. A panic becomes an error of the file, and nothing is printed.
pub(super) fn guarded<T>(read: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    install();
    let before = QUIET.replace(true);
    let result = catch_unwind(AssertUnwindSafe(read));
    QUIET.set(before);
    result.unwrap_or_else(|_| Err(codes::workbook(texts::records_damaged())))
}

/// Installs a panic hook once. It prints nothing for panics that are caught here, and passes other panics to the
/// previous hook.
fn install() {
    static INSTALLED: Once = Once::new();
    if thread::panicking() {
        return;
    }
    INSTALLED.call_once(|| {
        let other = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                other(info);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_of_the_file_and_others_are_told() {
        let panics = || guarded::<()>(|| panic!("index out of bounds"));
        assert_eq!(panics().unwrap_err().code(), "import.workbook");
        // In a nested call, later panics of the outer call are caught too.
        let both = guarded(|| Ok((panics().is_err(), QUIET.get())));
        assert_eq!(both.unwrap(), (true, true));
        assert!(!QUIET.get());
    }

    /// The output of a run of this test in which a library and then the program panic.
    #[test]
    fn nothing_is_printed_for_a_panic_that_is_caught() {
        const CHILD: &str = "SUIJI_IMPORT_PANICS";
        if std::env::var_os(CHILD).is_some() {
            let _ = guarded::<()>(|| panic!("of a library"));
            let _ = catch_unwind(|| panic!("of the program"));
            return;
        }
        let name = "sheet::book::quiet::tests::nothing_is_printed_for_a_panic_that_is_caught";
        let test = std::env::current_exe().unwrap();
        let ran = std::process::Command::new(test)
            .args(["--exact", name, "--nocapture"])
            .env(CHILD, "1")
            .output()
            .unwrap();
        let printed = String::from_utf8_lossy(&ran.stderr);
        assert!(!printed.contains("of a library"), "{printed}");
        assert!(printed.contains("of the program"), "{printed}");
    }
}
