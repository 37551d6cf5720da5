"""Checks the relative links of every document of the repository: files exist, and so do headings.

    python3 docs/site/links.py

The site has only the pages of its navigation, and mkdocs checks those. This checks the others too, as a web view of the
repository shows them.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FENCED = re.compile(r"^ *```.*?^ *```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^)\s]+)\)")


def documents() -> list[Path]:
    """The Markdown files of the repository, and those that are not committed yet."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in listed.splitlines()]


def text_of(page: Path) -> str:
    """The text without blocks of code."""
    return FENCED.sub("", page.read_text("utf-8"))


@cache
def anchors(page: Path) -> frozenset[str]:
    """The anchors of the headings, as web views make them: lower case, without punctuation, hyphens for blanks."""
    headings = re.findall(r"^#+ +(.*?) *#*$", text_of(page), re.MULTILINE)
    words = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return frozenset(of.replace(" ", "-") for of in words)


def broken(page: Path) -> Iterator[str]:
    """The links of a page that lead nowhere. A file can be a folder."""
    for target in LINK.findall(re.sub(r"`[^`\n]*`", "code", text_of(page))):
        name, _, anchor = target.partition("#")
        if ":" in name:
            continue
        file = page.parent / name if name else page
        if not file.exists():
            yield f"{target}: no such file"
        elif anchor and anchor not in anchors(file):
            yield f"{target}: no such heading"


def main() -> None:
    pages = documents()
    faults = [f"{page.relative_to(ROOT)}: {fault}" for page in pages for fault in broken(page)]
    if faults:
        raise SystemExit("\n".join(faults))
    print(f"the links of {len(pages)} documents")


if __name__ == "__main__":
    main()
