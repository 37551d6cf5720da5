//! The `suiji` command, on the streams of the process.

use std::process::ExitCode;

fn main() -> ExitCode {
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
