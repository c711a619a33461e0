"""Cells of other sheets added up, and put into words that change with them."""

from collections.abc import Sequence

from axplan.report.context import Book
from axplan.report.styles import MINUS, written_number
from axplan.report.tables.table import Formula, Value, number, shown
from axplan.report.whose_money import SIGNED


def of_ledgers(book: Book, whose: str, column: str = "sum") -> Formula:
    """What a part of the money comes to in all ledgers: their items with their signs, in a year or over the plan."""
    return items_of_ledgers(book, SIGNED[whose], column)


def items_of_ledgers(book: Book, items: Sequence[tuple[str, int]], column: str = "sum") -> Formula:
    """Items of all ledgers added up with their signs."""
    ledgers = [book.placed[f"ledger {f}"] for f in book.plan.inputs.funds.fund]
    terms = [(sign, ledger.cell(item, column)) for item, sign in items for ledger in ledgers]
    text = "".join(f"{'+' if sign > 0 else '-'}{cell.text.removeprefix('=')}" for sign, cell in terms)
    return Formula(f"={text.removeprefix('+') or 0}", round(sum(sign * number(cell) for sign, cell in terms), 9))


def private_money(book: Book, column: str = "sum") -> Formula:
    """What firms put beside it: private match of commitments and outlays, and what employers pay for training."""
    return book.placed["financing"].cell("private", column)


def written(amount: Formula, decimals: int, language: str = "ko") -> Formula:
    """A number as text, thousands separated and decreases marked as the cells of that language mark them."""
    body, minus = "#,##0" + ("." + "0" * decimals if decimals else ""), MINUS[language]
    text = written_number(number(amount), f"n{decimals}", language)
    return Formula(f'=TEXT({amount.text[1:]},"{body};""{minus}""{body};{body}")', text)


def told(book: Book, amount: Formula) -> Formula:
    """Money as text."""
    return written(amount, book.money.decimals, book.language)


def joined(*parts: Value) -> Formula:
    """Texts and formulas that show text, one after the other."""
    texts = [
        part.text.removeprefix("=") if isinstance(part, Formula) else '"{}"'.format(str(part).replace('"', '""'))
        for part in parts
        if part != ""
    ]
    return Formula("=" + "&".join(texts), "".join(str(shown(part)) for part in parts))


def filled(book: Book, name: str, **parts: Formula) -> Formula:
    """A text of the book whose fields are formulas that show text."""
    pieces: list[Value] = []
    rest = book.say(name, **{field: f"\x00{field}\x00" for field in parts})
    for n, piece in enumerate(rest.split("\x00")):
        pieces.append(parts[piece] if n % 2 else piece)
    return joined(*pieces)
