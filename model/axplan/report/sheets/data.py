"""The tidy sheet: every amount of the plan in one named table for pivoting."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from xlsxwriter.utility import xl_rowcol_to_cell

from axplan.core.text import Text
from axplan.plan.frames import USES, Use
from axplan.plan.ledger import COSTS
from axplan.report.context import Book
from axplan.report.page.measure import PADDING, number_width, text_width
from axplan.report.spec import SheetSpec
from axplan.report.tables.table import Column, Formula, Value
from axplan.report.words import heading

TABLE = "axplan_data"
"""The name of the table in every workbook and language, for pivots, queries and macros to refer to."""

TABLE_STYLE = "Table Style Light 1"
"""Grey bands, no colour."""

TEXTS = ("kind", "item", "fund", "industry", "region", "task")
MONEY = ("public", "private", "sum")
AMOUNTS = (*MONEY, "persons")
TITLES = (*TEXTS, "year", *AMOUNTS)
"""The columns of the table, by their names in the catalogue."""

FIRST_AMOUNT = TITLES.index(AMOUNTS[0])
PLACES = {"industry": "industries", "region": "regions", "task": "tasks"}

WIDEST, BUTTON = 80.0, 3.0
"""Widest a column gets, and the room of the filter button in its heading."""

SUM_OF_VISIBLE = "=SUBTOTAL(109,{first}:{last})"
"""109: the sum of the rows that a filter leaves."""


Cells = list[Any]
"""The cells of a column, one a line."""


def write(book: Book) -> None:
    """One row for each line of the budget and year that is not zero; above them the sums of the rows a filter leaves.

    What is public adds up to the spending of the funds, their costs included. `book.placed["data"]` has the sums: key
    "total", columns as `TITLES`. A printed book shows the sums and not the table.

    XlsxWriter makes no table in constant_memory mode (`add_table` returns -3 there), so that all rows are in memory
    until the workbook is closed; `benchmarks/book.py` says how much that is.
    """
    page = book.start("data", book.say("money_and_persons", unit=book.money_unit))
    numbers = [*("text" for _ in TEXTS), "year", *(book.money_number for _ in MONEY), "n0"]
    columns = [
        Column(book.say(f"data_{name}"), number, name=name) for name, number in zip(TITLES, numbers, strict=True)
    ]
    cells = _cells(book)
    page.note(book.say("note_table", table=TABLE, count=f"{len(cells[0]):,}"))
    first = page.row + 2
    last = first + max(len(cells[0]), 1) - 1  # a table has a row even if nothing is in it
    sums: list[Value] = [book.say("sum_of_visible"), *(None for _ in range(1, FIRST_AMOUNT))]
    sums += [_sum(at, cells[at], first, last) for at in range(FIRST_AMOUNT, len(TITLES))]
    page.sheet.print_area(0, 0, page.row, len(TITLES) - 1)
    page.line(sums, columns, "total")
    page.headings(columns)
    book.placed["data"] = page.placed({"total": page.row - 2}, {"total": sums}, columns)
    _make_table(book, columns, cells, last)


def _sum(at: int, amounts: Cells, first: int, last: int) -> Formula:
    text = SUM_OF_VISIBLE.format(first=xl_rowcol_to_cell(first, at), last=xl_rowcol_to_cell(last, at))
    return Formula(text, math.fsum(amounts))


def _make_table(book: Book, columns: Sequence[Column], cells: Sequence[Cells], last: int) -> None:
    """The table and its cells, column by column, for those of a column have one format and one kind of value."""
    page = book.pages["data"]
    head = page.styles.get("head")
    titles = [{"header": column.title, "header_format": head} for column in columns]
    options = {"name": TABLE, "style": TABLE_STYLE, "columns": titles}
    page.sheet.add_table(page.row - 1, 0, last, len(columns) - 1, options)
    for at, (column, values) in enumerate(zip(columns, cells, strict=True)):
        is_text = column.number == "text"
        put = page.sheet.write_string if is_text else page.sheet.write_number
        look = page.styles.get("plain", column.number)
        for row, value in enumerate(values, page.row):
            if value != "":
                put(row, at, value, look)
        widest = max(map(text_width, set(values)), default=0.0) if is_text else _widest(values, column)
        page.room.widen(at, min(WIDEST, max(widest, text_width(column.title) + BUTTON)) + 2 * PADDING)
    page.row = last + 1


def _widest(amounts: Cells, column: Column) -> float:
    return number_width(max(amounts, default=0.0), column.number)


def _cells(book: Book) -> list[Cells]:
    """The columns of the table. What a line does not have is "" in a column of text and 0 in one of numbers: a pivot
    would count a column with blanks instead of adding it up."""
    frames = [*(_lines(book, use) for use in USES), *(_cost(book, cost) for cost in COSTS)]
    lines = pd.concat([frame for frame in frames if len(frame)], ignore_index=True)
    lines[["public", "private"]] = (lines[["public", "private"]] * book.money.per_eok).round(9)
    lines["sum"] = (lines["public"] + lines["private"]).round(9)
    lines = lines[(lines[["public", "private", "persons"]] != 0).any(axis=1)]
    return [lines[name].tolist() for name in TITLES]


def _lines(book: Book, use: Use) -> pd.DataFrame:
    """The lines of a use of the funds; keys have become names."""
    frame, fund = book.plan.frames[use.frame], use.column(book.plan.inputs, "fund")
    count = len(frame)
    return pd.DataFrame({
        "kind": [book.heading("ledger", use.name)] * count,
        "item": _named(book, use.sheet, frame[use.key]),
        "fund": _named(book, "funds", frame[use.key].map(fund)),
        **{key: _named(book, sheet, frame[key]) if key in frame else [""] * count for key, sheet in PLACES.items()},
        "year": frame["year"].astype(int),
        "public": frame[use.public],
        "private": frame[use.private],
        "persons": frame[use.persons] if use.persons else [0.0] * count,
    })  # fmt: skip


def _cost(book: Book, cost: str) -> pd.DataFrame:
    """What the funds spend on something besides their uses, by year."""
    ledger, title = book.plan.frames["ledger"], book.heading("ledger", cost)
    return pd.DataFrame({
        "kind": title,
        "item": title,
        "fund": _named(book, "funds", ledger["fund"]),
        **dict.fromkeys(PLACES, ""),
        "year": ledger["year"].astype(int),
        "public": ledger[cost],
        "private": 0.0,
        "persons": 0.0,
    })  # fmt: skip


def _named(book: Book, sheet: str, keys: pd.Series[str]) -> pd.Series[str]:
    """The names of rows of the inputs."""
    return keys.map({key: book.label(sheet, key) for key in keys.unique()})


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("data", Text("데이터", "Data"), Text("피벗용 데이터", "Data for pivoting"),
        Text("예산의 모든 줄을 연도마다 한 행으로: 공공·민간 금액과 인원",
             "Every line of the budget, one row a year: public and private money, and persons")),
    "data_kind": Text("구분", "Kind"), "data_item": Text("세부사업", "Item"), "data_fund": Text("기금", "Fund"),
    "data_industry": Text("산업", "Industry"), "data_region": Text("권역", "Region"), "data_task": Text("태스크", "Task"), "data_year": Text("연도", "Year"),
    "data_public": Text("공공", "Public"), "data_private": Text("민간", "Private"), "data_sum": Text("합계", "Total"), "data_persons": Text("인원", "Persons"),
    "money_and_persons": Text("{unit}, 명", "{unit}, persons"),
    "sum_of_visible": Text("합계(필터로 고른 행)", "Total (rows the filter leaves)"),
    "note_table": Text(
        "표 {table}의 {count}행은 화면에서 쓰는 자료여서 인쇄하지 않습니다. 피벗을 만들려면 삽입 → 피벗 테이블에서 표 이름 {table}를 적고, 인쇄하려면 페이지 레이아웃 → 인쇄 영역 → 인쇄 영역 해제를 고르십시오. "
        "민간은 따라오는 민간 투자와 기업이 내는 훈련비이며, 금액은 다른 시트와 같이 인쇄 단위로 맞춘 값입니다.",
        "The {count} rows of the table {table} are for use on screen and are not printed. For a pivot, choose Insert → PivotTable and name the table {table}; to print the rows, choose Page Layout → Print Area → Clear Print Area. "
        "Private is the investment that follows public money and what employers pay for training; amounts are in whole printed units, as on the other sheets."),
}
# fmt: on

SHEET = SheetSpec("data", write)
