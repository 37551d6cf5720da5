"""A case as a folder: reads its documents, and writes new ones without replacing any."""
import json
import os
import tempfile
from pathlib import Path

from .forms import differences, read_written
from .sheet import COMMITMENT, read_sheet, seal
from .sources import CONTRIBUTIONS
from .tables import documents_of, read_inputs
from .text import need


def seal_case(documents):
    """Seals the documents of a case. If the case was sealed before, it must give the same commitment again."""
    sealed = seal(read_inputs(documents), read_sheet(documents))
    if "commitment.json" in documents:
        before = read_written(COMMITMENT, documents["commitment.json"], "commitment")
        for wrong in differences(sealed.commitment, before, "commitment"):
            need(False, f"the inputs are not those that were sealed: {wrong}")
    return sealed


def contributions_of(documents):
    """[R4]"""
    need("contributions.json" in documents, "missing contributions.json")
    return read_written(CONTRIBUTIONS, documents["contributions.json"], "contributions")


def load(folder) -> dict:
    return documents_of(folder, "ceremony.json", "commitment.json", "contributions.json")


def write_new(files: dict):
    """Writes documents by path, all of them or none. A file that exists must have the same content already."""
    files = {Path(path): (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode() for path, value in files.items()}
    for path, data in files.items():
        same = path.is_file() and not path.is_symlink() and path.read_bytes() == data
        need(same or not os.path.lexists(path), f"{path} already exists")
    for path, data in files.items():
        with tempfile.TemporaryDirectory(dir=path.parent) as beside:
            Path(beside, path.name).write_bytes(data)
            Path(beside, path.name).replace(path)
