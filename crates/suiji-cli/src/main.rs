//! The `suiji` command, on the streams of the process.

use std::process::ExitCode;

fn main() -> ExitCode {
    handle_file_size_limit();
    tell_when_interrupted();
    let (input, out, mut err) = (std::io::stdin(), std::io::stdout(), std::io::stderr());
    let terminal = suiji_cli::Terminal::of_process();
    // The error stream is not locked, because another thread writes the text about an interruption there.
    let (mut input, mut out) = (input.lock(), out.lock());
    let code = suiji_cli::run(
        std::env::args_os().skip(1),
        &mut input,
        &mut out,
        &mut err,
        terminal,
    );
    ExitCode::from(code)
}

/// If a person presses Ctrl-C at a question, shows whether the answers were saved. Then the process ends as it
/// does by default.
fn tell_when_interrupted() {
    #[cfg(unix)]
    {
        use std::io::Write as _;

        use signal_hook::consts::SIGINT;
        use signal_hook::iterator::Signals;
        use signal_hook::low_level::emulate_default_handler;
        // If that fails, the default remains.
        if let Ok(mut signals) = Signals::new([SIGINT]) {
            std::thread::spawn(move || {
                if signals.forever().next().is_some() {
                    if let Some(text) = suiji_cli::on_interrupt() {
                        // An error here cannot be reported.
                        let _ = writeln!(std::io::stderr(), "{text}");
                    }
                    let _ = emulate_default_handler(SIGINT);
                }
            });
        }
    }
}

/// Without this, the process ends without a message if a file exceeds the size limit of the system. With it,
/// the write fails, and the error is reported.
fn handle_file_size_limit() {
    #[cfg(unix)]
    {
        use signal_hook::{consts::SIGXFSZ, flag};
        // If that fails, the default remains.
        let _ = flag::register(SIGXFSZ, std::sync::Arc::default());
    }
}
