"""Makes the workbooks of this folder, one list in each format. Needs openpyxl, xlwt and odfpy.

    python3 make.py

All firms and inspectors are invented. The files are checked in, because the bytes depend on the versions of the
libraries; only a person who changes a list runs this script.
"""

import datetime
import pathlib

import openpyxl
import xlwt
from odf import table, text
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style

HERE = pathlib.Path(__file__).parent
DAY = datetime.date(2015, 6, 1)

# The same list in every format: a title, a remark, the header in row 3, a blank row, a row of totals.
ROWS = [
    ["样例县检查对象名录库", None, None, None, None, None, None],
    ["填报单位：样例局", None, None, None, None, "2024.9.1", None],
    ["序号", "统一社会信用代码", "企业名称", "信用风险等级", "类别", "行政区划", "成立日期"],
    [1, "91140521MA00000018", "样例加油站01", "高风险", "加油站、超市", 140521, DAY],
    [2, "91140521MA0000002B  ", "样例加油站02　", "低", "加油站", 140521, "2015.6.1"],
    [None, None, None, None, None, None, None],
    [3, "91140521ma0000003e", "样例加油站03", None, "超市；加油站", 140521100, "2015年6月1日"],
    ["合计", 3, "户", None, None, None, None],
]

# A header of two rows with merged cells, and inspectors of one department in merged cells.
TWO_ROWS = [
    ["样例县执法检查人员名录库", None, None, None, None],
    ["单位", "人员信息", None, "证件有效期", "备注"],
    [None, "姓名", "执法证号", None, None],
    ["样例县工信局", "张　样例", "ZF-001", "长期", None],
    [None, "李样例", "ZF-002", "2027.6.30", None],
    ["样例县市场监管局", "王样例", "ZF-003", "2020年1月1日至2026年12月31日", None],
]
MERGED = ["A1:E1", "A2:A3", "B2:C2", "D2:D3", "E2:E3", "A4:A5"]


def xlsx():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "名录"
    for row in ROWS:
        sheet.append(row)
    sheet.merge_cells("A1:G1")
    for cell in sheet["G"]:
        if isinstance(cell.value, datetime.date):
            cell.number_format = "yyyy/m/d"
    notes = book.create_sheet("说明")
    notes.append(["本表由样例局填报"])
    hidden = book.create_sheet("旧表")
    for row in ROWS:
        hidden.append(row)
    hidden.sheet_state = "hidden"
    book.save(HERE / "registry.xlsx")


def date_1904():
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    sheet.append(["id", "name", "established"])
    sheet.append(["91140521MA00000018", "样例加油站01", DAY])
    book.save(HERE / "date-1904.xlsx")


def two_rows():
    book = openpyxl.Workbook()
    sheet = book.active
    for row in TWO_ROWS:
        sheet.append(row)
    for area in MERGED:
        sheet.merge_cells(area)
    book.save(HERE / "roster-two-rows.xlsx")


def xls():
    book = xlwt.Workbook()
    sheet = book.add_sheet("名录")
    day = xlwt.easyxf(num_format_str="yyyy/m/d")
    for number, row in enumerate(ROWS):
        for column, value in enumerate(row):
            if isinstance(value, datetime.date):
                sheet.write(number, column, value, day)
            elif value is not None:
                sheet.write(number, column, value)
    book.save(str(HERE / "registry.xls"))


def ods():
    book = OpenDocumentSpreadsheet()
    sheet = table.Table(name="名录")
    for row in ROWS:
        line = table.TableRow()
        for value in row:
            if isinstance(value, datetime.date):
                cell = table.TableCell(valuetype="date", datevalue=value.isoformat())
                cell.addElement(text.P(text="2015/6/1"))
            elif isinstance(value, int):
                cell = table.TableCell(valuetype="float", value=value)
                cell.addElement(text.P(text=str(value)))
            elif value is None:
                cell = table.TableCell()
            else:
                cell = table.TableCell(valuetype="string")
                cell.addElement(text.P(text=value))
            line.addElement(cell)
        sheet.addElement(line)
    book.spreadsheet.addElement(sheet)
    book.save(str(HERE / "registry.ods"))


if __name__ == "__main__":
    xlsx()
    date_1904()
    two_rows()
    xls()
    ods()
