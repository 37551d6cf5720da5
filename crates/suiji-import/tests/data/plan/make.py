"""Makes work-plan.html, work-plan.docx and work-plan.xlsx from work-plan.txt, the published plan of a county.

    python3 make.py && soffice --headless --infilter="HTML (StarWriter)" --convert-to docx:"MS Word 2007 XML" work-plan.html

LibreOffice makes the tables of the document, with cells that are merged over rows and over columns: no writer of this
repository takes part. The workbook has each annex on a sheet, with a merged title, and needs openpyxl.
"""

import html
import pathlib

HERE = pathlib.Path(__file__).parent
LINES = HERE.joinpath("work-plan.txt").read_text(encoding="utf-8").splitlines()


def parts():
    """Paragraphs, and tables as lists of rows."""
    table = []
    for line in LINES:
        if "\t" in line:
            table.append(line.split("\t"))
            continue
        if table:
            yield table
            table = []
        if line.strip():
            yield line.strip()
    if table:
        yield table


def spans(rows, column):
    """For each row how many rows its cell covers; 0 in a cell that is covered. Names, numbers and dates stay."""
    merged = rows[0][column] in ("发起部门", "配合部门", "抽查检查模式", "抽查类型")
    result = [1] * len(rows)
    if merged:
        result[1:] = [len(rows) - 1] + [0] * (len(rows) - 2)
    return result


def page():
    out = ["<html><head><meta charset='utf-8'></head><body>"]
    for part in parts():
        if isinstance(part, str):
            out.append(f"<p>{html.escape(part)}</p>")
            continue
        covers = [spans(part, column) for column in range(len(part[0]))]
        out.append("<table border='1'>")
        for number, row in enumerate(part):
            cells = []
            for column, cell in enumerate(row):
                if covers[column][number]:
                    span = covers[column][number]
                    cells.append(f"<td rowspan='{span}'>{html.escape(cell)}</td>")
            out.append("<tr>" + "".join(cells) + "</tr>")
        out.append("</table>")
    out.append("</body></html>\n")
    return "\n".join(out)


def workbook(path):
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for number, table in enumerate((of for of in parts() if isinstance(of, list)), 1):
        sheet = book.create_sheet(f"附件{number}")
        titles = [line for line in LINES if line.startswith("沁水县工信局2024年度")]
        sheet.append([titles[number - 1]])
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(table[0]))
        for row in table:
            sheet.append(row)
        for column in range(len(table[0])):
            for index, span in enumerate(spans(table, column)):
                if span > 1:
                    sheet.merge_cells(
                        start_row=index + 2, start_column=column + 1, end_row=index + 1 + span, end_column=column + 1
                    )
    book.save(path)


if __name__ == "__main__":
    HERE.joinpath("work-plan.html").write_text(page(), encoding="utf-8")
    workbook(HERE / "work-plan.xlsx")
