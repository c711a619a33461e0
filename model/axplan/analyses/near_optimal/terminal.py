"""What `axplan firmness` prints: the ranges by kind, and the plans that are nearly as good."""

from collections.abc import Sequence
from typing import Any

from rich.console import Console

from axplan.analyses.near_optimal.aggregates import KINDS
from axplan.analyses.near_optimal.book import bound
from axplan.analyses.near_optimal.book_context import Range, of_kind
from axplan.analyses.near_optimal.result import CLASS_NAMES, CLASSES, NearOptimalRanges
from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.report.spec import OpenBook
from axplan.report.styles import money_of
from axplan.report.tables.table import Column, Line
from axplan.report.terminal_table import print_heading, print_table

WORDS = {
    "title": Text("계획의 견고성: {title}", "Firmness of the plan: {title}"),
    "about": Text(
        "목적값({name} {value:,.2f} {unit})을 {within:g}%까지 양보하는 계획에서 각 예산의 최소와 최대 ({money})",
        "Least and most of each budget in plans that give up no more than {within:g}% of the objective "
        "({name} {value:,.2f} {unit}); {money}",
    ),
    "item": Text("항목", "Item"),
    "least": Text("최소", "Least"),
    "amount": Text("이 계획", "Plan"),
    "most": Text("최대", "Most"),
    "class": Text("견고성", "Class"),
    "classes": Text(
        "견고: 어느 좋은 계획에서나 이 계획 금액의 90% 이상. 느슨: 50%에 못 미치는 계획이 있음. 중간: 그 사이.",
        "Firm: every good plan spends at least 90% of the planned amount. Loose: some spend less than 50%. In between: the "
        "rest.",
    ),
    "plans": Text("대안 계획", "Alternative plans"),
    "plan": Text("대안 {number}", "Alternative {number}"),
    "given_up": Text("양보한 목적값", "Given up"),
    "moved": Text("다른 곳으로 가는 지원액", "Commitments that go elsewhere"),
    "found_at": Text("찾은 자리", "Found where"),
    "none": Text("이 폭 안에는 눈에 띄게 다른 계획이 없습니다.", "No plan within the share differs noticeably."),
}  # fmt: skip


def print_firmness(found: NearOptimalRanges, title: str, language: str, console: Console, unit: str = "억원") -> None:
    """A table for each kind, how many budgets are of each class, and the alternative plans; amounts as in the
    workbook."""
    words = {name: text.in_(language) for name, text in WORDS.items()}
    money = money_of(unit, language)
    ranges = bound(found, OpenBook(language, money, {})).ranges()
    objective = found.plan.objective
    console.print()
    print_heading(console, words["title"].format(title=title))
    about = words["about"].format(
        name=NAMES[objective.indicator].in_(language), value=found.plan.value, within=100 * found.within,
        unit=objective.unit.ko if language == "ko" else objective.unit.en, money=money.unit.words.in_(language),
    )  # fmt: skip
    console.print(about, highlight=False)
    for kind in KINDS:
        if rows := of_kind(ranges, kind):
            _print_ranges(kind, rows, money.decimals, words, language, console)
    frame = found.aggregates
    counts = frame.loc[frame["kind"] != "total", "firmness"].value_counts()
    console.print(" · ".join(f"{CLASS_NAMES[c].in_(language)} {counts.get(c, 0)}" for c in CLASSES), highlight=False)
    console.print(words["classes"], highlight=False)
    _print_plans(found, words, language, console)


def _print_ranges(
    kind: str, rows: Sequence[Range], decimals: int, words: dict[str, str], language: str, console: Console
) -> None:
    amounts = (Column(words[name], f"n{decimals}") for name in ("least", "amount", "most"))
    lines = [Line(r.label, [r.least, r.amount, r.most, CLASS_NAMES[r.firmness].in_(language)]) for r in rows]
    columns = [Column(words["item"]), *amounts, Column(words["class"])]
    print_table(console, columns, lines, KINDS[kind].title.in_(language))


def _print_plans(found: NearOptimalRanges, words: dict[str, str], language: str, console: Console) -> None:
    others: list[Any] = [row for row in found.alternatives.itertuples(index=False) if row.plan]
    if not others:
        console.print(words["none"])
        return
    lines = []
    for row in others:
        place = f"{KINDS[row.kind].title.in_(language)}: {found.label(row.kind, row.name, language)}"
        end = words["least" if row.end == "least" else "most"]
        name = words["plan"].format(number=row.plan)
        lines.append(Line(name, [row.given_up, row.moved, f"{place} ({end})"]))
    shares = (Column(words[name], "share") for name in ("given_up", "moved"))
    print_table(console, [Column(words["plans"]), *shares, Column(words["found_at"])], lines, words["plans"])
