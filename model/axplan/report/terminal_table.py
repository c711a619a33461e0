"""A table as it is declared for a book, drawn in a terminal: the same columns and lines, and text that is nothing but
text.

Where a terminal is too narrow for the columns, they stand below each other: no column is left out or cut.
"""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from axplan.report.styles import written_number
from axplan.report.tables.table import Column, Laid, Line, Value, lay_out, shown

TEXTUAL = ("text", "centre")
BESIDE = 3
"""Letters that stand beside the content of a column."""

MOST_WORD = 18
"""Of a text so long a word is parted where there is no room."""


def print_heading(console: Console, text: str) -> None:
    """A line in bold."""
    console.print(f"[bold]{escape(text)}[/bold]", highlight=False)


def print_table(
    console: Console, columns: Sequence[Column], lines: Sequence[Line], title: str = "", headings: bool = True
) -> None:
    """Print a table. What a line holds stands above the line, a rule between them; the title wraps with the table."""
    laid = lay_out(lines, columns, 0)
    widths = _widths(columns, laid, console.width) if headings else []
    if widths is None:
        console.print(_one_below_the_other(columns, laid, title))
    else:
        console.print(_side_by_side(columns, laid, title, headings, widths))


def _side_by_side(
    columns: Sequence[Column], laid: Sequence[Laid], title: str, headings: bool, widths: Sequence[int]
) -> Table:
    """A column beside the other; headings wrap to the `widths`, if they are given, and words to those of texts."""
    table = _empty(title, headings)
    given: Sequence[int | None] = list(widths) or [None] * len(columns)
    for column, width in zip(columns, given, strict=True):
        side = "left" if column.number in TEXTUAL else "right"
        table.add_column(escape(column.title), justify=side, overflow="fold", width=width)  # type: ignore[arg-type]
    for top in laid:
        for part in top.parts:
            table.add_row(*_cells(part, columns))
        if top.parts:
            table.add_section()
        table.add_row(*_cells(top, columns))
    return table


def _widths(columns: Sequence[Column], laid: Sequence[Laid], width: int) -> list[int] | None:
    """The widths with which a table fits: numbers and the words of headings whole, what is left for texts.

    Nothing where all has room as it is, None where not even the words have.
    """
    room = width - BESIDE * len(columns) - 1
    words = [max(map(cell_len, column.title.split()), default=1) for column in columns]
    cells = [[_cells(here, columns)[at] for here in _walked(laid)] for at in range(len(columns))]
    least, most = [], []
    for column, word, mine in zip(columns, words, cells, strict=True):
        longest = max(map(cell_len, mine), default=1)
        inner = max((cell_len(part) for cell in mine for part in cell.split()), default=1)
        text = column.number in TEXTUAL
        least.append(max(word, min(inner, MOST_WORD) if text else longest))
        most.append(max(cell_len(column.title), longest))
    if sum(most) <= room:
        return []
    if sum(least) > room:
        return None
    for at, column in enumerate(columns):
        if column.number in TEXTUAL:
            least[at] += max(0, min(most[at] - least[at], room - sum(least)))
    return least


def _one_below_the_other(columns: Sequence[Column], laid: Sequence[Laid], title: str) -> Table:
    """Every line with its label, and below it what stands in its columns."""
    table = _empty(title, headings=False)
    table.add_column("", overflow="fold")
    table.add_column("", justify="right", overflow="fold")
    for here in _walked(laid):
        label, *cells = _cells(here, columns)
        table.add_row(f"[bold]{label}[/bold]" if label else "", "")
        for column, cell in zip(columns[1:], cells, strict=True):
            table.add_row(f"  {escape(column.title)}", cell)
        table.add_section()
    return table


def _empty(title: str, headings: bool) -> Table:
    above = escape(title) or None
    return Table(title=above, title_justify="left", title_style="bold", show_header=headings, box=SIMPLE_HEAD)


def _walked(laid: Sequence[Laid]) -> Iterator[Laid]:
    """Every line that is printed, what a line holds before the line."""
    return (here for top in laid for here in (*top.parts, top))


def _cells(here: Laid, columns: Sequence[Column]) -> list[str]:
    return [_cell(value, column.number) for value, column in zip(here.values, columns, strict=True)]


def _cell(value: Value, number: str) -> str:
    """A value as its kind of number is printed; text and what is no such number as it is."""
    seen = shown(value)
    if seen is None or isinstance(seen, str):
        return escape(seen or "")
    return written_number(seen, number, "en")
