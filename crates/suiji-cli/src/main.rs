//! The `suiji` command, on the streams of the process.

use std::process::ExitCode;

fn main() -> ExitCode {
    handle_file_size_limit();
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

/// Makes a file that exceeds the size limit of the system an error of the write, which can be reported. By
/// default the process would end without a message.
fn handle_file_size_limit() {
    #[cfg(unix)]
    {
        use signal_hook::{consts::SIGXFSZ, flag};
        // If that fails, the default remains.
        let _ = flag::register(SIGXFSZ, std::sync::Arc::default());
    }
}
