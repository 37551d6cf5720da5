//! The `suiji` command, on the streams of the process.

use std::process::ExitCode;

fn main() -> ExitCode {
    tell_of_file_size();
    let (input, out, err) = (std::io::stdin(), std::io::stdout(), std::io::stderr());
    let terminal = suiji_cli::Terminal::of_process();
    let (mut input, mut out, mut err) = (input.lock(), out.lock(), err.lock());
    let code = suiji_cli::run(
        std::env::args_os().skip(1),
        &mut input,
        &mut out,
        &mut err,
        terminal,
    );
    ExitCode::from(code)
}

/// A file beyond the size that the system allows is then an error of the write, which can be told; by
/// default the process ends without a word.
fn tell_of_file_size() {
    #[cfg(unix)]
    {
        use signal_hook::{consts::SIGXFSZ, flag};
        // Where that fails, the default stands.
        let _ = flag::register(SIGXFSZ, std::sync::Arc::default());
    }
}
