"""What to look at before the figures are used: money that falls, lapses, or is covered by a hair."""

import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from axplan.core.text import Text
from axplan.plan.appraisal import running_afterwards
from axplan.plan.ledger import SPENDING
from axplan.report.context import Book
from axplan.report.prices import told

BINDS = 1e-6
"""Cover that exceeds what is owed by no more than this part of it is none to spare."""

COMMITMENTS = "commitment_uses"


def falling(book: Book) -> Iterator[str]:
    """Years in which a fund spends less, or commits less, than the year before while more is appropriated to it."""
    ledger = book.plan.frames["ledger"]
    for f in book.plan.inputs.funds.fund:
        mine = ledger[ledger["fund"] == f]
        spent = [math.fsum(amounts) for amounts in zip(*(mine[name] for name in SPENDING), strict=True)]
        given, committed = (mine[name].tolist() for name in ("appropriation", COMMITMENTS))
        falls = _falls(spent, given)
        for n in falls:
            yield _fall(book, mine, n, book.say("whose_spent"), spent)
        for n in _falls(committed, given):
            if n not in falls:
                yield _fall(book, mine, n, book.heading("ledger", COMMITMENTS), committed)


def _falls(amounts: Sequence[float], given: Sequence[float]) -> list[int]:
    """Positions of the years in which the amount falls while what is given rises."""
    steps = enumerate(zip(itertools.pairwise(amounts), itertools.pairwise(given), strict=True), start=1)
    return [n for n, ((before, after), (less, more)) in steps if after < before and more > less]


def _fall(book: Book, mine: Any, n: int, what: str, amounts: Sequence[float]) -> str:
    given = mine["appropriation"].tolist()
    pairs = {"before": amounts[n - 1], "after": amounts[n], "less": given[n - 1], "more": given[n]}
    return book.say(
        "note_falling", fund=book.label("funds", mine["fund"].iloc[n]), what=what, year=mine["year"].iloc[n],
        **{name: told(book, amount) for name, amount in pairs.items()},
    )  # fmt: skip


def lapsing(book: Book) -> Iterator[str]:
    """Money that is appropriated and returned unspent."""
    ledger = book.plan.frames["ledger"]
    for f in book.plan.inputs.funds.fund:
        mine = ledger[(ledger["fund"] == f) & (ledger["lapse"] > 0)]
        lapsed = float(mine["lapse"].sum())
        if lapsed:
            given = float(mine["appropriation"].sum())  # of the years in which it lapses
            years = ", ".join(str(t) for t in mine["year"])
            yield book.say(
                "note_lapsing", fund=book.label("funds", f), years=years, amount=told(book, lapsed),
                share=f"{lapsed / given:.1%}" if given else "-",
            )  # fmt: skip


def solvency(book: Book) -> Iterator[str]:
    """A fund that takes private money up to the last won that it can be sure to pay back."""
    x, ledger = book.plan.inputs, book.exact.frames["ledger"]
    for f in x.funds.fund:
        mine = ledger[ledger["fund"] == f]
        subscribed, last = float(mine["subscription"].sum()), mine.iloc[-1]
        share = 1 - x.funds.receivable_haircut[f]
        balance, kept = float(last["balance"]), share * float(last["receivables"])
        need = x.funds.owed(f) * subscribed
        if subscribed > 0 and balance + kept - need <= BINDS * need:
            printed = book.plan.frames["ledger"]
            raised = float(printed.loc[printed["fund"] == f, "subscription"].sum())
            amounts = {"subscribed": raised, "need": need, "balance": balance, "kept": kept}
            words = {name: told(book, amount) for name, amount in amounts.items()}
            yield book.say("note_solvency", fund=book.label("funds", f), share=f"{share:.0%}", **words)


def running_on(book: Book) -> Iterator[str]:
    """What programmes cost every year after the plan, which no fund of the plan pays."""
    x = book.plan.inputs
    amount, end = running_afterwards(x, book.exact.frames), x.settings.appraisal_end
    if amount and end > x.years[-1]:
        amount = book.money.step * round(amount / book.money.step)  # as it is printed
        whole = amount * (end - x.years[-1])
        yield book.say(
            "note_running_on", first=x.years[-1] + 1, last=end, amount=told(book, amount), whole=told(book, whole)
        )


MONEY: Sequence[Callable[[Book], Iterator[str]]] = (falling, lapsing, solvency, running_on)

# fmt: off
WORDS: Mapping[str, Text] = {
    "note_falling": Text("{year}년 {fund}의 {what}: {before}에서 {after}으로 줄고 출연은 {less}에서 {more}으로 늡니다.", "{fund} in {year}: {what} falls from {before} to {after} while the appropriation rises from {less} to {more}."),
    "note_running_on": Text("지은 기반사업의 운영비가 {first}–{last}년에도 해마다 {amount}(모두 {whole}) 듭니다. 비용·편익에는 세었으나 이 계획의 재원에는 없습니다.", "What programmes have built costs {amount} a year to run in {first}–{last} as well, {whole} in all. Benefit and cost count it; no fund of this plan pays it."),
    "note_lapsing": Text("{fund}: {amount}({years}년; 그해 출연의 {share})이 쓰이지 못하고 반납됩니다.", "{fund}: {amount} ({years}; {share} of what is appropriated then) finds no use and lapses."),
    "note_solvency": Text("{fund}: 민간 출자 {subscribed}은 지급능력이 허용하는 최대입니다. 계획 뒤에 갚을 {need}을 마지막 잔액 {balance}과 미회수 채권의 {share}({kept})로 남김없이 댑니다.", "{fund}: private subscriptions of {subscribed} are the most that solvency allows. What is owed after the plan, {need}, takes all of the last balance ({balance}) and of {share} of receivables ({kept})."),
}
# fmt: on
