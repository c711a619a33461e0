"""The terminal summary of a plan: what a minister would read before opening the workbook, in the same numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.report.tables.table import Column, Line, across
from axplan.report.terminal_table import print_heading, print_table

if TYPE_CHECKING:
    from axplan.plan.certificate.checks import Check
    from axplan.plan.rounding.printed import Printed
    from axplan.report.context import Book

WORDS = {
    "plan": Text("예산계획", "Budget plan"),
    "headline": Text("계획의 효과(현재가치)", "Effect of the plan (present value)"),
    "money": Text("산업별·단계별 공공 지원액", "Public commitments by industry and stage"),
    "industry": Text("산업", "Industry"),
    "total": Text("합계", "Total"),
    "targets": Text("인력양성 목표", "Workforce targets"),
    "track": Text("트랙", "Track"),
    "target": Text("목표 (명)", "Target (persons)"),
    "achieved": Text("달성 (명)", "Achieved (persons)"),
    "met": Text("충족", "Met"),
    "funds": Text("기금", "Funds"),
    "fund": Text("기금", "Fund"),
    "appropriation": Text("정부 출연", "Appropriation"),
    "subscription": Text("민간 출자", "Subscription"),
    "lapse": Text("불용·반납", "Lapse"),
    "balance": Text("마지막 해 잔액", "Last balance"),
    "maximised": Text("최대화", "maximised"),
    "no_rules": Text("정책 제약이 없는 계획입니다.", "No policy rules are in force."),
    "yes": Text("예", "yes"),
    "no": Text("아니오", "no"),
}  # fmt: skip

FUND_ITEMS = ("appropriation", "subscription", "lapse", "balance")
MET = 1e-6
"""A target that is missed by no more than this part of it is met."""


class Terminal(Console):
    """A console that leaves a closed pipe to the command line, where it is a normal end and not a fault."""

    def on_broken_pipe(self) -> None:
        """A reader that has seen enough ends the command as it ends any other."""
        raise BrokenPipeError


def print_summary(
    printed: Printed, checks: Sequence[Check], title: str, language: str, console: Console, unit: str = "억원"
) -> None:
    """Print what the summary of the workbook says: figures, effects, money by industry and stage and by whose it is,
    targets, funds, simpler splits, what to beware of. Money in the unit of the book of that language."""
    from axplan.report.book import plan_words

    book = plan_words(printed, checks, language, {}, unit)
    words = {name: text.in_(language) for name, text in WORDS.items()}
    console.print()
    print_heading(console, f"{words['plan']}: {title}")
    for draw in (_figures, _effects, _whose, _money, _targets, _funds):
        draw(book, words, console)
    if book.plan.frames["rules"].empty:
        console.print(words["no_rules"])
    _sentences(book, console)


def _figures(book: Book, _: dict[str, str], console: Console) -> None:
    """The figures of the summary's head, each with what to know about it."""
    from axplan.report.headline import headline_figures

    for figure in headline_figures(book):
        console.print(f"{figure.label}: {figure.value} — {figure.remark}", highlight=False, markup=False)


def _effects(book: Book, words: dict[str, str], console: Console) -> None:
    lines = []
    for v, value in ((v, book.plan.indicators[v]) for v in VALUATIONS):
        mark = f" ({words['maximised']})" if v in book.plan.objective.weights else ""
        amount = f"{value:,.{int(book.indicator_number(value)[1:])}f}"
        lines.append(Line(book.tell(NAMES[v]) + mark, [amount, book.indicator_unit(v)]))
    print_table(console, [Column(""), Column("", "right"), Column("")], lines, words["headline"], headings=False)


def _whose(book: Book, _: dict[str, str], console: Console) -> None:
    """Whose money it is: the parts above their sum."""
    from axplan.report.whose_money import mobilised

    found = mobilised(book.plan)
    parts = ("state", "subscribed", "returned", "spent", "match", "total")
    lines = [Line(book.say(f"whose_{name}"), [book.cash(getattr(found, name))]) for name in parts]
    title = book.say("with_unit", what=book.say("whose_heading"), unit=book.money_unit)
    print_table(console, [Column(""), Column("", book.money_number)], lines, title, headings=False)


def _money(book: Book, words: dict[str, str], console: Console) -> None:
    stages, kind = book.plan.inputs.stages.stage, book.money_number
    money = book.plan.frames["commitments"].groupby(["industry", "stage"])["commitment"].sum()
    columns = [
        Column(words["industry"]),
        *(Column(book.label("stages", s), kind, adds=True, name=s) for s in stages),
        Column(words["total"], kind, adds=True, computed=across(stages)),
    ]
    lines = tuple(
        Line(book.label("industries", i), [book.cash(float(money.get((i, s), 0.0))) for s in stages])
        for i in book.plan.inputs.initiative_industries
    )
    title = book.say("with_unit", what=words["money"], unit=book.money_unit)
    print_table(console, columns, [Line(words["total"], lines=lines)], title)


def _targets(book: Book, words: dict[str, str], console: Console) -> None:
    frame = book.plan.frames["targets"]
    columns = [
        Column(words["track"]), Column(words["target"], "n0"), Column(words["achieved"], "n0"), Column(words["met"], "right"),
    ]  # fmt: skip
    lines = [
        Line(book.label("tracks", w), [target, achieved, words["yes" if achieved >= target * (1 - MET) else "no"]])
        for w, target, achieved in zip(frame["track"], frame["target"], frame["achieved"], strict=True)
    ]
    print_table(console, columns, lines, words["targets"])


def _funds(book: Book, words: dict[str, str], console: Console) -> None:
    frame, kind = book.plan.frames["ledger"], book.money_number
    lines = []
    for f in book.plan.inputs.funds.fund:
        mine = frame[frame["fund"] == f]
        amounts = [*(float(mine[name].sum()) for name in FUND_ITEMS[:-1]), float(mine["balance"].iloc[-1])]
        lines.append(Line(book.label("funds", f), [book.cash(amount) for amount in amounts]))
    columns = [Column(words["fund"]), *(Column(words[name], kind) for name in FUND_ITEMS)]
    print_table(console, columns, lines, book.say("with_unit", what=words["funds"], unit=book.money_unit))


def _sentences(book: Book, console: Console) -> None:
    """Simpler splits, and what to look at before the figures are used; warnings about the inputs are printed apart."""
    from axplan.report.cautions import findings
    from axplan.report.comparisons import comparisons

    for heading, said in (("comparisons_heading", comparisons(book)), ("cautions_heading", findings(book))):
        if said:
            print_heading(console, book.say(heading))
            for sentence in said:
                console.print(f"· {sentence}", highlight=False, markup=False)
            console.print()
