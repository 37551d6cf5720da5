"""The command `suiji` as `python -m suiji`: the same code as the Rust binary."""

from __future__ import annotations

import signal
import sys

from suiji._native import run_command


def main() -> int:
    """Runs the command line of this process and returns its exit code."""
    # No Python code runs during the command, so none can raise KeyboardInterrupt.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.stdout.flush()
    return run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
