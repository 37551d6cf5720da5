"""Opens the papers of a case as an office does, and compares what they show with what was written.

    python3 tests/office/papers.py CASE

CASE has `papers/` (in Chinese) and `record.json`. Chromium prints each page, and LibreOffice converts each document and
table. Their texts are compared, and codes are read from the printed page. If the environment variable SUIJI_OFFICE names a
folder, PDF files and pictures stay there, so that somebody can look at them.
"""

import csv
import html
import html.parser
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
import zipfile

CHROMIUM = [
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-pdf-header-footer",
]


# The text before the number of a page.
FEET = re.compile(
    r"(含信用风险分类,仅存档备查,不得公开|含信用风险分类,内部使用,不得公开|内部审批用,未经决定不得公开)?第\d+页共\d+页"
)
# Where the text of a page begins, in points: after a margin of 28 mm and the padding of a cell.
LEFT = (79, 96)
# The resolution of pictures in which margins are looked at, and the darkest grey that is still white.
DPI = 50
WHITE = 250
# The longest time in which all papers of a kind may print.
SECONDS = 60
# The papers that everybody may read, and those that the results of inspections add.
CLASSES = ("高风险", "较高风险", "一般风险", "低风险")
PUBLIC = {"公示.html", "检查结果公示.html"}
OF_RESULTS = {"检查结果公示.html", "列入经营异常名录建议表.html", "抽查工作总结.html"}


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{words[0]}: {done.stderr or done.stdout}")
    return done.stdout


def plain(text):
    """Text without blanks, in one normal form, because a font may have one glyph for two characters."""
    return re.sub(r"\s|\u00ad|\ufeff", "", unicodedata.normalize("NFKC", text))


class Body(html.parser.HTMLParser):
    """The texts of a page, one for each run between tags."""

    def __init__(self):
        super().__init__()
        self.texts, self.inside = [], False

    def handle_starttag(self, tag, attributes):
        self.inside = self.inside or tag == "body"

    def handle_data(self, data):
        if self.inside and plain(data):
            self.texts.append(plain(data))


def texts(page):
    body = Body()
    body.feed(page.read_text(encoding="utf-8"))
    return body.texts


def missing(wanted, found, what):
    lost = [text for text in wanted if text not in found]
    if lost:
        sys.exit(f"{what}: not seen: {lost[:5]}")


def in_margins(pdf, out):
    """The pages with ink within 15 mm of the left, right or upper edge, where no paper has any."""
    stem = out / f"{pdf.stem}-margins"
    run("pdftoppm", "-r", str(DPI), "-gray", str(pdf), str(stem))
    edge, wrong = DPI * 15 // 25, []
    for picture in sorted(out.glob(f"{stem.name}*.pgm")):
        _, size, _, pixels = picture.read_bytes().split(b"\n", 3)
        width, height = map(int, size.split())
        rows = [pixels[row * width : (row + 1) * width] for row in range(height)]
        margins = rows[:edge] + [row[:edge] + row[-edge:] for row in rows]
        if min(map(min, margins)) < WHITE:
            wrong.append(picture.stem.rsplit("-", 1)[1])
        picture.unlink()
    return wrong


def as_pdf(page, out):
    """A page as PDF, as the browser prints it on A4, and the number of its pages.

    If something is too wide, a browser makes everything smaller and moves it to the middle, so the text begins elsewhere.
    """
    pdf = out / f"{page.stem}.pdf"
    run(*CHROMIUM, f"--user-data-dir={tempfile.mkdtemp(dir=out)}", f"--print-to-pdf={pdf}", page.resolve().as_uri())
    information = run("pdfinfo", str(pdf))
    if "A4" not in re.search(r"Page size:.*", information)[0]:
        sys.exit(f"{page}: not A4")
    left = min(map(float, re.findall(r'<word xMin="([0-9.]+)"', run("pdftotext", "-bbox", str(pdf), "-"))))
    if not LEFT[0] < left < LEFT[1]:
        sys.exit(f"{page}: the text begins at {left} points, so something is too wide for the paper")
    return pdf, int(re.search(r"Pages:\s+(\d+)", information)[1])


def printed_at_once(page, single, out):
    """A file with all papers of a kind prints in seconds."""
    start = time.monotonic()
    pdf, pages = as_pdf(page, out)
    seconds = time.monotonic() - start
    missing(texts(page), plain(run("pdftotext", "-raw", str(pdf), "-")), page)
    if pages < single or seconds > SECONDS:
        sys.exit(f"{page}: {pages} pages for {single} papers in {seconds:.0f} seconds")
    print(f"{page.name}: {single} papers, {pages} pages printed in {seconds:.1f} s")


def printed(page, out):
    """A page as PDF, as the browser prints it: A4, all texts, numbered pages."""
    pdf, pages = as_pdf(page, out)
    seen = plain(run("pdftotext", "-raw", str(pdf), "-"))
    # The foot of a page may be in the middle of a text that continues on the next page.
    missing([f"第{number}页共{pages}页" for number in range(1, pages + 1)], seen, f"{page}: page numbers")
    without_feet = FEET.sub("", seen)
    missing(texts(page), without_feet, page)
    if page.name in PUBLIC:
        told = [name for name in CLASSES if name in without_feet]
        if told:
            sys.exit(f"{page}: a public paper names the classes {told}")
    return pdf, pages


def charts(document):
    """The texts that the charts of a document show: the names of rows, series and marks."""
    shown = []
    with zipfile.ZipFile(document) as parts:
        for name in parts.namelist():
            if name.startswith("word/charts/chart"):
                chart = parts.read(name).decode("utf-8")
                cached = "".join(re.findall(r"<c:strCache>.*?</c:strCache>", chart, re.DOTALL))
                found = re.findall(r"<c:v>([^<]*)</c:v>", cached) + re.findall(r"<a:t>([^<]*)</a:t>", chart)
                shown += [plain(html.unescape(text)) for text in found]
    return shown


def converted(file, to, out):
    run("soffice", f"-env:UserInstallation={(out / 'profile').as_uri()}", "--headless", "--convert-to", to,
        "--outdir", str(out), str(file))
    return out / f"{file.stem}.{to.split(':')[0]}"


def codes(pdf, out):
    """The QR codes of a PDF."""
    run("pdftoppm", "-r", "150", "-png", str(pdf), str(out / f"{pdf.stem}-page"))
    found = set()
    for picture in sorted(out.glob(f"{pdf.stem}-page*.png")):
        read = subprocess.run(["zbarimg", "-q", "--raw", str(picture)], capture_output=True, text=True)
        found.update(read.stdout.split("\n"))
    return found - {""}


def main(case):
    papers = case / "papers"
    digest = record_digest(case)
    kept = os.environ.get("SUIJI_OFFICE")
    out = pathlib.Path(kept or tempfile.mkdtemp())
    out.mkdir(parents=True, exist_ok=True)
    pages = [page for page in sorted(papers.glob("*.html")) if page.name != "index.html" and "（全部）" not in page.name]
    pages += [sorted((papers / name).glob("*.html"))[0] for name in ("检查任务单", "检查审批表", "检查通知书")]
    lost = (PUBLIC | OF_RESULTS) - {page.name for page in pages}
    if lost:
        sys.exit(f"no paper {sorted(lost)}")
    with_code = with_charts = 0
    for page in pages:
        pdf, count = printed(page, out)
        print(f"{page.relative_to(papers)}: {count} pages printed")
        found = codes(pdf, out) if 'src="data:image/png' in page.read_text(encoding="utf-8") else set()
        if found:
            with_code += 1
            if not all(digest in code for code in found):
                sys.exit(f"{page}: the code is {found}, not of the record {digest}")
        document = page.with_suffix(".docx")
        if document.exists():
            seen = converted(document, "pdf", out)
            wrong = in_margins(seen, out)
            if wrong:
                sys.exit(f"{document}: pages {wrong} have something in the margins")
            if codes(seen, out) != found:
                sys.exit(f"{document}: the codes differ from those of the page")
            text = plain(run("pdftotext", "-raw", str(seen), "-"))
            missing(texts(page), FEET.sub("", text), document)
            drawn = charts(document)
            missing(drawn, text, f"{document}: charts")
            with_charts += bool(drawn)
    if with_code < 3:
        sys.exit(f"only {with_code} pages have a code that can be read")
    # Minutes, annex and summary.
    if with_charts != 3:
        sys.exit(f"{with_charts} documents have charts")
    for together in sorted(papers.glob("*（全部）.html")):
        single = len(list((papers / together.stem.removesuffix("（全部）")).glob("*.html")))
        printed_at_once(together, single, out)
    for workbook in sorted(papers.rglob("*.xlsx")):
        # Every sheet becomes a file with its name.
        converted(workbook, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", out)
        for seen in sorted(out.glob(f"{workbook.stem}-*.csv")):
            name = seen.stem.removeprefix(f"{workbook.stem}-")
            beside = workbook.with_name(f"{name}.csv")
            if beside.exists():
                rows = [list(csv.reader(path.open(encoding="utf-8-sig"))) for path in (seen, beside)]
                if rows[0] != rows[1]:
                    sys.exit(f"{workbook}, sheet {name}, and {beside} differ")
            print(f"{workbook.relative_to(papers)}: {name}")


def record_digest(case):
    """The digest of the record: the index of the papers names it, and the receipt of the case does."""
    receipt = json.loads((case / "receipt.json").read_text(encoding="utf-8"))
    return receipt["record"]


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
