"""The tidy sheet: commitments, trainees and outlays in one long table for pivoting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from axplan.report.context import Book
from axplan.report.measure import PADDING, text_width
from axplan.report.table import Column
from axplan.schema.core import NATIONAL

KEYS = {
    "industry": "industries", "region": "regions", "task": "tasks", "stage": "stages", "track": "tracks",
    "programme": "programmes",
}  # fmt: skip
"""The key columns and the sheet of the inputs each is a row of."""

TITLES = ("kind", *KEYS, "fund", "year", "measure", "unit", "value")
YEAR, MEASURE, UNIT, VALUE = (TITLES.index(name) for name in ("year", "measure", "unit", "value"))


@dataclass(frozen=True)
class Part:
    """A table of the plan: its kind of spending, the key by which the fund is found that pays, and its measures."""

    table: str
    kind: str
    payer: str
    measures: tuple[str, ...]


PARTS = (
    Part("commitments", "commitment_uses", "stage", ("commitment", "private")),
    Part("trainees", "trainee_uses", "track", ("trainees", "public", "employer")),
    Part("outlays", "outlay_uses", "programme", ("outlay", "private")),
)
PEOPLE = "trainees"


def write(book: Book) -> None:
    """One row for each amount that is not zero; commitments are summed over their cost segments."""
    page = book.start("data")
    page.headings([Column(book.say(f"data_{name}")) for name in TITLES])
    first, sheet = page.row, page.sheet
    beside = page.styles.get("plain", indent=1)
    text, year = page.styles.get("plain"), page.styles.get("plain", "year")
    money, people = page.styles.get("plain", "n2"), page.styles.get("plain", "n1")
    for part in PARTS:
        for words, t, measure, unit, amount in _rows(book, part):
            for at, word in words:
                sheet.write_string(page.row, at, word, text)
            sheet.write_number(page.row, YEAR, t, year)
            sheet.write_string(page.row, MEASURE, measure, beside)
            sheet.write_string(page.row, UNIT, unit, text)
            sheet.write_number(page.row, VALUE, amount, people if unit != book.money_unit else money)
            page.row += 1
    sheet.autofilter(first - 1, 0, max(page.row - 1, first), VALUE)
    _widen(book)


Words = list[tuple[int, str]]
"""The text cells of a row: column and text."""


def _rows(book: Book, part: Part) -> Iterator[tuple[Words, int, str, str, float]]:
    """(key cells, year, measure, unit, amount) of a table of the plan."""
    frame = book.plan.frames[part.table]
    keys = [name for name in KEYS if name in frame.columns]
    labels = {name: _labels(book, name) for name in keys}
    summed = frame.groupby([*keys, "year"], sort=False)[list(part.measures)].sum()
    kind = (TITLES.index("kind"), book.heading("ledger", part.kind))
    for name in part.measures:
        title, counts = book.heading(part.table, name), name == PEOPLE
        unit, scale = (book.say("persons"), 1.0) if counts else (book.money_unit, book.money.per_eok)
        for (*found, t), amount in zip(summed.index, summed[name].tolist(), strict=True):
            if amount:
                cells = [(TITLES.index(key), labels[key][value]) for key, value in zip(keys, found, strict=True)]
                paid_by = (TITLES.index("fund"), _fund(book, part, found[keys.index(part.payer)]))
                yield [kind, *cells, paid_by], int(t), title, unit, amount * scale


def _labels(book: Book, name: str) -> dict[str, str]:
    rows = [*getattr(getattr(book.plan.inputs, KEYS[name]), name), *([NATIONAL] if name == "region" else [])]
    return {key: book.label(KEYS[name], key) for key in rows}


def _fund(book: Book, part: Part, key: str) -> str:
    sheet = getattr(book.plan.inputs, KEYS[part.payer])
    return book.label("funds", sheet.fund[key])


def _widen(book: Book) -> None:
    """Columns as wide as the longest label that may stand in them."""
    page = book.pages["data"]
    words = {TITLES.index(name): list(_labels(book, name).values()) for name in KEYS}
    words[TITLES.index("fund")] = [book.label("funds", f) for f in book.plan.inputs.funds.fund]
    words[TITLES.index("kind")] = [book.heading("ledger", part.kind) for part in PARTS]
    words[MEASURE] = [book.heading(part.table, name) for part in PARTS for name in part.measures]
    for at, labels in words.items():
        widest = max((text_width(label) for label in labels), default=0.0)
        page.room.widen(at, widest + 2 * PADDING)
    page.room.widen(VALUE, 16.0)
