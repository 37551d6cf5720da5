"""Copies the doc comments of the compiled half into its stub, `python/suiji/_native.pyi`, which has the types.

They are written once, beside the Rust code. `docstrings.py` rewrites the stub; `docstrings.py --check` reports whether
it is current. It needs the package installed, and ruff.
"""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

from suiji import _native

STUB = Path(__file__).parent / "python" / "suiji" / "_native.pyi"


def described(node: ast.stmt, owner: object) -> None:
    """Copies the docstrings of `owner` to a class or function and to its members."""
    if not isinstance(node, (ast.ClassDef, ast.FunctionDef)):
        return
    thing = getattr(owner, node.name, None)
    for inner in node.body:
        described(inner, thing)
    if node.name.startswith("__"):
        # Python's own docstring, or none.
        return
    text = inspect.getdoc(thing)
    if ast.get_docstring(node):
        node.body.pop(0)
    if text and "\n" in text:
        text += "\n"
    if text:
        kept = [] if isinstance(node, ast.FunctionDef) else node.body
        node.body = [ast.Expr(ast.Constant(text)), *kept]
    node.body = node.body or [ast.Expr(ast.Constant(...))]


def stub() -> str:
    """The stub as it should be."""
    tree = ast.parse(STUB.read_text("utf-8"))
    for node in tree.body:
        described(node, _native)
    format = ["ruff", "format", "--line-length=120", "--stdin-filename=_native.pyi", "-"]
    text = ast.unparse(tree)
    return subprocess.run(format, input=text, capture_output=True, text=True, check=True, encoding="utf-8").stdout


def main() -> int:
    """Rewrites the stub, or reports that it is stale."""
    right = stub()
    if sys.argv[1:] == ["--check"]:
        if STUB.read_text("utf-8") == right:
            return 0
        print(f"{STUB.name} is stale: run python bindings/python/docstrings.py", file=sys.stderr)
        return 1
    STUB.write_text(right, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
