"""What `axplan firmness` prints: the ranges by kind, and the plans that are nearly as good."""

from collections.abc import Iterable
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from axplan.analyses.near_optimal.aggregates import KINDS
from axplan.analyses.near_optimal.result import VERDICT_NAMES, VERDICTS, NearOptimalRanges
from axplan.core.text import Text
from axplan.inputs.objective import NAMES

WORDS = {
    "title": Text("계획의 견고성: {title}", "Firmness of the plan: {title}"),
    "about": Text(
        "목적값({name} {value:,.2f} {unit})을 {within:g}%까지 양보하는 계획에서 각 예산의 최소와 최대 (억원)",
        "Least and most of each budget in plans that give up no more than {within:g}% of the objective "
        "({name} {value:,.2f} {unit}); KRW 100m",
    ),
    "item": Text("항목", "Item"),
    "least": Text("최소", "Least"),
    "amount": Text("이 계획", "Plan"),
    "most": Text("최대", "Most"),
    "verdict": Text("판정", "Verdict"),
    "plans": Text("대안 계획", "Alternative plans"),
    "plan": Text("대안 {number}", "Alternative {number}"),
    "given_up": Text("양보한 목적값", "Given up"),
    "moved": Text("다른 곳으로 가는 지원액", "Commitments that go elsewhere"),
    "found_at": Text("찾은 자리", "Found where"),
    "none": Text("이 폭 안에는 눈에 띄게 다른 계획이 없습니다.", "No plan within the share differs noticeably."),
}  # fmt: skip


def print_firmness(found: NearOptimalRanges, title: str, language: str, console: Console) -> None:
    """A table for each kind, how many budgets have each verdict, and the alternative plans."""
    words = {name: text.in_(language) for name, text in WORDS.items()}
    objective = found.plan.objective
    console.print(f"\n[bold]{words['title'].format(title=title)}[/bold]", highlight=False)
    about = words["about"].format(
        name=NAMES[objective.indicator].in_(language), value=found.plan.value, within=100 * found.within,
        unit=objective.unit.ko if language == "ko" else objective.unit.en,
    )  # fmt: skip
    console.print(about, highlight=False)
    frame = found.aggregates
    for kind in KINDS:
        rows = frame[frame["kind"] == kind].itertuples(index=False)
        table = _ranges(found, kind, rows, words, language)
        if table.row_count:
            console.print(table)
    counts = frame.loc[frame["kind"] != "total", "verdict"].value_counts()
    console.print(" · ".join(f"{VERDICT_NAMES[v].in_(language)} {counts.get(v, 0)}" for v in VERDICTS), highlight=False)
    _print_plans(found, words, language, console)


def _table(title: str, left: Iterable[str], right: Iterable[str], last: str = "") -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD)
    for name in left:
        table.add_column(name)
    for name in right:
        table.add_column(name, justify="right")
    if last:
        table.add_column(last)
    return table


def _ranges(found: NearOptimalRanges, kind: str, rows: Iterable[Any], words: dict[str, str], language: str) -> Table:
    amounts = (words[name] for name in ("least", "amount", "most"))
    table = _table(KINDS[kind].title.in_(language), [words["item"]], amounts, words["verdict"])
    for row in rows:
        cells = (f"{amount:,.0f}" for amount in (row.least, row.amount, row.most))
        table.add_row(found.label(kind, row.name, language), *cells, VERDICT_NAMES[row.verdict].in_(language))
    return table


def _print_plans(found: NearOptimalRanges, words: dict[str, str], language: str, console: Console) -> None:
    others: list[Any] = [row for row in found.alternatives.itertuples(index=False) if row.plan]
    if not others:
        console.print(words["none"])
        return
    table = _table(words["plans"], [words["plans"]], [words["given_up"], words["moved"]], words["found_at"])
    for row in others:
        place = f"{KINDS[row.kind].title.in_(language)}: {found.label(row.kind, row.name, language)}"
        end = words["least" if row.end == "least" else "most"]
        shares = (f"{100 * share:.1f}%" for share in (row.given_up, row.moved))
        table.add_row(words["plan"].format(number=row.plan), *shares, f"{place} ({end})")
    console.print(table)
