"""Cells of other sheets added up, and put into words that change with them."""

from collections.abc import Sequence

from axplan.report.context import Book
from axplan.report.tables.table import Formula, Value, number, shown


def public_money(book: Book) -> Formula:
    """What the funds spend over the plan: the total of the overall table."""
    return book.placed["overview"].cell("total", "sum")


def private_money(book: Book) -> Formula:
    """What firms put beside it: private match of commitments and outlays, and what employers pay for training."""
    return book.placed["financing"].cell("private", "sum")


def added(parts: Sequence[Formula]) -> Formula:
    """The sum of what formulas show."""
    return Formula("=" + "+".join(part.text.removeprefix("=") for part in parts), sum(number(part) for part in parts))


def written(amount: Formula, decimals: int) -> Formula:
    """A number as text, thousands separated and decreases marked △."""
    body = "#,##0" + ("." + "0" * decimals if decimals else "")
    value = number(amount)
    text = f"{'△' if round(value, decimals) < 0 else ''}{abs(value):,.{decimals}f}"
    return Formula(f'=TEXT({amount.text[1:]},"{body};""△""{body};{body}")', text)


def joined(*parts: Value) -> Formula:
    """Texts and formulas that show text, one after the other."""
    texts = [
        part.text.removeprefix("=") if isinstance(part, Formula) else '"{}"'.format(str(part).replace('"', '""'))
        for part in parts
        if part != ""
    ]
    return Formula("=" + "&".join(texts), "".join(str(shown(part)) for part in parts))
