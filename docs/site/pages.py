"""A hook of mkdocs: the pages of the site are documents of the repository, under their paths in it.

A document is written once, for a web view of the repository and for the site. So this hook

- gives mkdocs a temporary folder with links to the pages in `nav`, their Chinese versions and their pictures;
- makes plain text of a link to a file of the repository that is not a page (a link to a missing file stays, and mkdocs
  reports it);
- makes a link of every rule that is cited, such as [F4];
- removes the line that links to the other language: the site has a menu for that;
- joins lines of Chinese, between which a browser would show a blank;
- adds blank lines and indentation that Python-Markdown needs and GitHub's Markdown does not.
"""

from __future__ import annotations

import posixpath
import re
import tempfile
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from mkdocs.plugins import event_priority, get_plugin_logger
from pymdownx.slugs import slugify

ROOT = Path(__file__).resolve().parents[2]
CHINESE = ".zh-CN.md"
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")
OTHER_LANGUAGE = re.compile(r"(中文版?[：:]?|English[：:]?)?\s*\[[^\]]*\]\((?P<to>[^)#]+)\)[。.]?\s*(?P<rest>.*)")
CHARACTER = r"[\u2018-\u201d\u2026\u3001-\u303f\u4e00-\u9fff\uff01-\uff60]"
ITEM = re.compile(r"( *)([-*]|\d+\.)( +)\S")

SPEC = "crates/suiji/SPEC.md"
RULE = r"\[([A-Z]\d+[a-z]?)\](?![(\[])"
# As in tests/src/rules.rs: at the start of a line or an item, or before a sentence that begins with “The”.
DEFINED = re.compile(r"(^(?:- )?)\[([A-Z]\d+[a-z]?)\](?= |$)|(?<=\. )()\[([A-Z]\d+[a-z]?)\](?= The )")

log = get_plugin_logger("pages")
folder = tempfile.TemporaryDirectory(prefix="suiji-docs-")


class Rule(InlineProcessor):
    """A cited rule is a link to its definition. mkdocs-autorefs finds the page."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:
        link = etree.Element("autoref", {"identifier": m[1]})
        link.text = m[0]
        return link, m.start(0), m.end(0)


class Rules(Extension):
    """The citations of rules, in pages and docstrings."""

    def extendMarkdown(self, md: Markdown) -> None:
        # Before links, which have 160 and 170, and after code, which has 190.
        md.inlinePatterns.register(Rule(RULE, md), "rule", 175)


def named(nav: Any) -> Iterator[str]:
    """The files in the navigation."""
    if isinstance(nav, str):
        yield nav
    else:
        for part in nav.values() if isinstance(nav, dict) else nav:
            yield from named(part)


def pictures(page: Path) -> Iterator[Path]:
    """The pictures that a page shows."""
    for picture, _, target in LINK.findall(page.read_text("utf-8").replace("\n", " ")):
        if picture and ":" not in target:
            yield (page.parent / target).resolve()


@event_priority(100)
def on_config(config: Any) -> Any:
    """Collects the files. It is called once for each language."""
    docs = Path(folder.name)
    config.docs_dir = str(docs)
    config.mdx_configs["pymdownx.snippets"]["base_path"] = [str(ROOT)]
    if not any(isinstance(extension, Rules) for extension in config.markdown_extensions):
        config.markdown_extensions.append(Rules())
    pages = [ROOT / name for name in named(config.nav)]
    pages += [chinese for page in pages if (chinese := page.with_name(page.stem + CHINESE)).exists()]
    for source in {*pages, *(picture for page in pages if page.exists() for picture in pictures(page))}:
        target = docs / source.relative_to(ROOT)
        if source.exists() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.symlink_to(source)
    return config


def on_page_markdown(markdown: str, page: Any, config: Any, **_: Any) -> str:
    """The text of a page as Python-Markdown needs it, with links that work on the site."""
    path = page.file.src_uri
    lines = list(without_other_language(markdown.split("\n"), path))
    if path == SPEC:
        autorefs = config.plugins["autorefs"]
        for number, line in enumerate(lines):
            for found in reversed(list(DEFINED.finditer(line))):
                rule, at = found[2] or found[4], line.index("[", found.start())
                autorefs.register_anchor(page=page, identifier=rule)
                line = f'{line[:at]}<a id="{rule}"></a>{line[at:]}'
            lines[number] = line
    return "\n".join(spaced(linked(lines, path)))


def on_page_content(html: str, page: Any, **_: Any) -> str:
    """Warns of a list or a table that was not recognised."""
    for paragraph in re.findall(r"<p>(?:(?!</p>).)*\n(?:- |\* |\d+\. |\|)", html, re.DOTALL):
        log.warning("%s: a list or a table is part of a paragraph: %s", page.file.src_uri, paragraph[-60:])
    return html


def without_other_language(lines: list[str], path: str) -> Iterator[str]:
    """Removes the link at the top to the same page in the other language. Text behind it on the line stays."""
    stem = posixpath.basename(path).removesuffix(CHINESE).removesuffix(".md")
    for number, line in enumerate(lines):
        found = OTHER_LANGUAGE.fullmatch(line) if number < 12 else None
        if found and found["to"] in (f"{stem}.md", f"{stem}{CHINESE}"):
            yield found["rest"]
        else:
            yield line


def blocks(lines: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """Blocks of code, with their fences, and the lines between them."""
    block: list[str] = []
    fence = ""
    for line in lines:
        mark = line.lstrip(" ")[:3] if line.lstrip(" ").startswith("```") else ""
        if mark and not fence:
            yield False, block
            block, fence = [line], mark
        elif mark and line.strip() == fence:
            yield True, [*block, line]
            block, fence = [], ""
        else:
            block.append(line)
    yield bool(fence), block


def in_english(path: str, shown: str, page: str, anchor: str) -> str:
    """A link of a Chinese page to the English version of a page, which is in another part of the site."""
    headings = re.findall(r"^#+ (.*)$", (ROOT / page).read_text("utf-8"), re.MULTILINE)
    if anchor and anchor not in map(slugify(case="lower"), headings, "-" * len(headings)):
        log.warning("%s: %s has no heading %s", path, page, anchor)
    url = page.removesuffix(".md").removesuffix("README").rstrip("/")
    own = path.removesuffix(CHINESE).removesuffix("README").rstrip("/")
    up = posixpath.relpath(url or ".", posixpath.join("zh-CN", own))
    return f'<a href="{up}/{"#" + anchor if anchor else ""}">{shown.replace("`", "")}</a>'


def linked(lines: list[str], path: str) -> list[str]:
    """Links to files of the repository that are not on the site become text, and lines of Chinese are joined."""
    docs = Path(folder.name)

    def one(found: re.Match[str]) -> str:
        picture, shown, target = found.groups()
        file, _, anchor = target.partition("#")
        inside = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
        if picture or not file or ":" in file or not (ROOT / inside).exists():
            return found[0]
        if not (docs / inside).is_file():
            return shown
        if path.endswith(CHINESE) and (docs / inside).with_name(Path(inside).stem + CHINESE).exists():
            return in_english(path, shown, inside, anchor)
        return found[0]

    result: list[str] = []
    for is_code, block in blocks(lines):
        if not is_code and block:
            text = LINK.sub(one, "\n".join(block))
            if path.endswith(CHINESE):
                text = re.sub(rf"(?<={CHARACTER})\n(?={CHARACTER})", "", text)
            block = text.split("\n")
        result += block
    return result


def spaced(lines: list[str]) -> Iterator[str]:
    """Lists and tables begin after a blank line, and each level of a list is indented by four blanks."""
    levels: list[int] = []  # the columns at which the texts of the enclosing items begin
    before = ""
    for is_code, block in blocks(lines):
        for number, line in enumerate(block):
            inside = is_code and number > 0
            item = None if is_code else ITEM.match(line)
            is_table = not is_code and line.lstrip(" ").startswith("|")
            indent = len(line) - len(line.lstrip(" "))
            if line.strip() and not inside:
                # A line of text without indentation continues an item, unless a blank line is before it.
                ends = item or is_table or is_code or not before.strip() or line.startswith("#")
                depth = len(levels)
                while ends and levels and indent < levels[-1]:
                    levels.pop()
                continues = before.lstrip(" ").startswith("|") if is_table else depth > 0
                if (item or is_table) and before.strip() and not continues:
                    yield ""
            margin = min(levels[-1] if levels else 0, indent)
            yield " " * 4 * len(levels) + line[margin:] if line.strip() else line
            if item:
                levels.append(item.end() - 1)
            before = line
