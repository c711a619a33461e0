"""A table as it is declared for a book, drawn in a terminal: the same columns and lines, and text that is nothing but
text."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from axplan.report.tables.table import Column, Laid, Line, Value, lay_out, shown

TEXTUAL = ("text", "centre")


def print_heading(console: Console, text: str) -> None:
    """A line in bold."""
    console.print(f"[bold]{escape(text)}[/bold]", highlight=False)


def print_table(
    console: Console, columns: Sequence[Column], lines: Sequence[Line], title: str = "", headings: bool = True
) -> None:
    """Print a table. What a line holds stands above the line, a rule between them; the title wraps with the table."""
    above = escape(title) or None
    table = Table(title=above, title_justify="left", title_style="bold", show_header=headings, box=SIMPLE_HEAD)
    for column in columns:
        if column.number in TEXTUAL:
            table.add_column(escape(column.title), overflow="fold")
        else:  # headings wrap, words are not cut
            longest = max((cell_len(word) for word in column.title.split()), default=1)
            table.add_column(escape(column.title), justify="right", min_width=longest)
    for top in lay_out(lines, columns, 0):
        for part in top.parts:
            table.add_row(*_cells(part, columns))
        if top.parts:
            table.add_section()
        table.add_row(*_cells(top, columns))
    console.print(table)


def _cells(here: Laid, columns: Sequence[Column]) -> list[str]:
    return [_cell(value, column.number) for value, column in zip(here.values, columns, strict=True)]


def _cell(value: Value, number: str) -> str:
    """A value as its kind of number is printed; text and what is no such number as it is."""
    seen = shown(value)
    if seen is None or isinstance(seen, str):
        return escape(seen or "")
    if number == "share":
        return f"{100 * seen:.1f}%"
    places = int(number[1:]) if number.startswith("n") and number[1:].isdigit() else 0
    return f"{seen:,.{places}f}"
