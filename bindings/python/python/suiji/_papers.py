"""The papers of a draw (文书), which an office prints, signs, hands out, publishes and files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Literal, overload

from suiji import _html

PaperKind = Literal[
    "minutes",
    "task_sheet",
    "approval",
    "notice",
    "announcement",
    "outcomes",
    "proposals",
    "summary",
    "table",
    "picture",
    "letter",
    "index",
]
"""A kind of paper. `outcomes`, `proposals` and `summary` need results, a `letter` is made for an entity, and the
`index` always."""
PaperForm = Literal["html", "docx", "xlsx", "csv", "svg", "json"]
"""The form of a paper, which is also the extension of its file."""


@dataclass(frozen=True)
class Paper:
    """One file: a page for printing, a document for editing, a workbook or a picture."""

    kind: PaperKind
    form: PaperForm
    name: str
    """The name of its file in the folder of the papers. It contains `/` if the file is in a subfolder."""
    title: str
    """The title, for people."""
    is_public: bool
    """It is public. All other papers are for the office, the inspectors or one entity."""
    content: bytes = field(repr=False)
    """The file."""

    def _repr_html_(self) -> str:
        if self.form == "html":
            page = escape(self.content.decode("utf-8"))
            # Scripts of a page do not run, and its styles do not affect the notebook.
            frame = f'<iframe sandbox="" srcdoc="{page}" style="width: 100%; height: 40em; background: white"></iframe>'
            return f"<p>{escape(self.title)}</p>{frame}"
        if self.form == "svg":
            return self.content.decode("utf-8")
        return f"<p>{escape(self.title)}: {escape(self.name)}, {len(self.content)} bytes</p>"


def templates(of: Mapping[str, str] | str | os.PathLike[str]) -> dict[str, str]:
    """The texts of templates by their names, from a mapping or from the files `*.html` of a folder."""
    if isinstance(of, Mapping):
        return dict(of)
    files = sorted(path for path in Path(of).iterdir() if path.suffix == ".html")
    return {path.name: path.read_text(encoding="utf-8") for path in files}


class Papers(Sequence[Paper]):
    """The papers of a draw, and the page that lists them: a sequence of `Paper`, made by `Record.papers`."""

    __slots__ = ("_papers",)

    def __init__(self, papers: Iterable[Paper]) -> None:
        self._papers = tuple(papers)

    def of(self, kind: PaperKind, form: PaperForm | None = None) -> tuple[Paper, ...]:
        """The papers of a kind. With `form`, only those of this form."""
        return tuple(of for of in self._papers if of.kind == kind and form in (None, of.form))

    def save(self, folder: str | os.PathLike[str]) -> Path:
        """Writes the papers to a folder that does not exist, and returns it. Open its `index.html`.

        Raises `FileExistsError` if the folder exists, because papers never replace others.
        """
        folder = Path(folder)
        folder.mkdir(parents=True, mode=0o700)
        for paper in self._papers:
            path = folder.joinpath(*paper.name.split("/"))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(paper.content)
        return folder

    def __len__(self) -> int:
        return len(self._papers)

    @overload
    def __getitem__(self, index: int) -> Paper: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Paper, ...]: ...
    def __getitem__(self, index: int | slice) -> Paper | tuple[Paper, ...]:
        return self._papers[index]

    def __iter__(self) -> Iterator[Paper]:
        return iter(self._papers)

    def __eq__(self, other: object) -> bool:
        return self._papers == other._papers if isinstance(other, Papers) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._papers)

    def __repr__(self) -> str:
        return f"<suiji.Papers: {len(self)} files>"

    def _repr_html_(self) -> str:
        return _html.papers(self)
