"""Runs a program in a terminal and answers its questions: `terminal.py [--raw] PROGRAM ARGUMENTS… <DIALOGUE`.

Each line of the dialogue is `EXPECTED|ANSWER`: when the screen shows the expected text, the answer is typed, with Enter. Without `|` nothing
is typed. Spaces and the sequences that move the cursor are ignored. It prints what the screen showed, and ends as the program ends. With --raw the terminal
passes each key on unchanged, as Wine expects.
"""

import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time
import tty

PATIENCE = 120
SEQUENCE = re.compile(r"\x1b(\[[0-9;?]*[A-Za-z]|\][^\x07]*\x07|[()][A-B0-2]|[=>78])")


def plain(shown: str) -> str:
    return re.sub(r"\s", "", SEQUENCE.sub("", shown))


def run(command: list[str], dialogue: list[str], raw_keys: bool) -> int:
    child, terminal = pty.fork()
    if child == 0:
        if raw_keys:
            tty.setraw(0)
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 160, 0, 0))
    raw, read_until, end = b"", 0, time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if dialogue:
            screen = plain(raw.decode("utf-8", "ignore"))
            expected, typed, answer = dialogue[0].partition("|")
            found = screen.find(plain(expected), read_until)
            if found >= 0:
                read_until = found + len(plain(expected))
                if typed:
                    os.write(terminal, answer.encode() + b"\r")
                dialogue.pop(0)
                end = time.monotonic() + PATIENCE
                continue
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            more = os.read(terminal, 65536)
        except OSError:  # the terminal was closed
            more = b""
        if not more:
            break
        raw += more
    else:
        os.kill(child, 9)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(SEQUENCE.sub("", raw.decode("utf-8", "replace")))
    if dialogue:
        print(f"terminal: expected on the screen: {dialogue[0]}", file=sys.stderr)
        return 1
    return code


def main() -> int:
    raw_keys = sys.argv[1] == "--raw"
    return run(sys.argv[1 + raw_keys :], sys.stdin.read().splitlines(), raw_keys)


sys.exit(main())
