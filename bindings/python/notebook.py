"""Runs the notebooks of examples/python: every cell must run, with the output that the file has.

`notebook.py` compares the outputs; `notebook.py --write` writes them into the files. Pictures are drawn but not
compared, because they depend on fonts. With a folder as argument, they are saved there for inspection.
"""

from __future__ import annotations

import base64
import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[2] / "examples" / "python").glob("*.ipynb"))


def texts(notebook: Any) -> list[list[str]]:
    """The text output of each cell, without pictures."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [[said for output in cell.outputs for said in _said(output)] for cell in cells]


def _said(output: Any) -> list[str]:
    data = output.get("data", {})
    # The text of a picture contains the address of an object; stderr reports what the machine lacks, such as a font.
    if "image/png" in data or output.get("name") == "stderr":
        return []
    return [str(output.get("text", data.get("text/plain", "")))]


def pictures(notebook: Any) -> list[bytes]:
    """The pictures of all cells."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return [base64.b64decode(of["data"]["image/png"]) for of in outputs if "image/png" in of.get("data", {})]


def main(words: list[str]) -> int:
    """Runs the notebooks, and compares their output or writes it."""
    return max(run(file, words) for file in NOTEBOOKS)


def run(file: Path, words: list[str]) -> int:
    """Runs one notebook."""
    before = nbformat.read(file, as_version=4)
    after = nbformat.read(file, as_version=4)
    client = NotebookClient(after, kernel_name="python3", resources={"metadata": {"path": str(file.parent)}})
    client.execute()
    if words == ["--write"]:
        for cell in after.cells:
            cell.metadata.clear()
            if cell.cell_type == "code":
                # Warnings about the machine, such as a missing font, are left out.
                cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
        nbformat.write(after, file)
        return 0
    drawn = pictures(after)
    for number, picture in enumerate(drawn, 1):
        for folder in words:
            Path(folder, f"{file.stem}-{number}.png").write_bytes(picture)
    if texts(before) != texts(after) or len(drawn) != len(pictures(before)):
        print(f"{file.name} says something else: run python bindings/python/notebook.py --write", file=sys.stderr)
        return 1
    print(f"{file.name}: {len(drawn)} pictures, and every cell says what it said")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
