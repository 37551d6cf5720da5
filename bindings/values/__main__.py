"""Writes the value types of the bindings from the JSON Schemas: `python3 bindings/values go|csharp [--check]`.

With `--check` nothing is written; it fails if a file is not current.
"""

import importlib
import json
import sys
from pathlib import Path

from model import Model

ROOT = Path(__file__).parents[2]
BACKENDS = {"go": "golang", "csharp": "csharp"}


def main() -> int:
    language = sys.argv[1]
    own = json.loads((Path(__file__).parent / "names.json").read_text("utf-8"))[language]
    model = Model(ROOT / "crates/suiji/schema", ROOT / "bindings/jvm/generate/names.properties", own)
    old = []
    for path, text in importlib.import_module(BACKENDS[language]).files(model).items():
        file = ROOT / path
        if "--check" not in sys.argv:
            file.write_text(text, "utf-8")
        elif not file.exists() or file.read_text("utf-8") != text:
            old.append(path)
    if old:
        print(f"not current: {', '.join(old)}; run: python3 bindings/values {language}", file=sys.stderr)
    return 1 if old else 0


sys.exit(main())
