"""What is direct and what is induced: the extra output itself, and what it sets off elsewhere."""

from typing import Any

from axplan.inputs.objective import NAMES
from axplan.inputs.schema.core import TRILLION
from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.page.placed import Placed
from axplan.report.sheets.effects_path import TRILLIONS
from axplan.report.tables.pivot import sums
from axplan.report.tables.table import Column, Line, minus, quotient

OUTPUTS = ("production", "output")
"""The valuations that count output, of which the direct effect is a part."""


def write_split(book: Book, page: Page) -> Placed:
    """Industry → direct effect, and for both ways of counting output: induced, total, total ÷ direct. Discounted, 조원.

    The totals are the cells of the table of totals, so that induced = total − direct can be checked.
    """
    direct = direct_effect(book)
    source, x = book.placed["effect_totals"], book.plan.inputs
    columns = [
        Column(book.heading("indicators", "industry")),
        _money(book, book.heading("effects", "direct_effect"), name="direct"),
    ]
    for v in OUTPUTS:
        name, of_unit = book.tell(NAMES[v]), book.say("per_direct")
        columns += [
            _money(book, book.say("beyond_of", name=name), computed=minus(v, "direct"), name=f"{v} beyond"),
            _money(book, book.say("total_of", name=name), name=v),
            Column(f"{name}\n{of_unit}", "n3", adds=True, computed=quotient(v, "direct")),
        ]

    def leaf(i: str) -> Line:
        cells = [cell for v in OUTPUTS for cell in (None, source.cell(i, v), None)]
        return Line(book.label("industries", i), [direct[i], *cells], key=i)

    lines = tuple(leaf(i) for i in x.initiative_industries)
    placed = book.placed["effect_split"] = page.table(columns, [Line(book.say("total"), lines=lines, key="total")])
    page.row -= 1
    page.note(book.say("split_note"))
    page.row += 1
    return placed


def direct_effect(book: Book) -> dict[str, float]:
    """Industry → the discounted direct effect of the plan, 조원 of output."""
    frame = book.plan.frames["effects"]
    worth = sums(frame.assign(worth=frame["direct_effect"] * frame["discount_factor"]), "industry", "worth")
    return {i: worth[i] * TRILLIONS for i in book.plan.inputs.initiative_industries}


def _money(book: Book, title: str, **more: Any) -> Column:
    """A column of 조원 that adds up; direct and induced parts may be smaller than what is reported, so three decimals."""
    return Column(book.say("unit_below", what=title, unit=book.tell(TRILLION)), "n3", adds=True, **more)
