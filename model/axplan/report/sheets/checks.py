"""Checks: every relation of the plan recomputed without the solver, the balance of the ledgers, and the rounding."""

import math
from collections import Counter
from collections.abc import Mapping
from typing import Any

from axplan.core.text import Text
from axplan.formulation.constraint_registry import REGISTRY
from axplan.inputs.schema.core import NATIONAL
from axplan.plan.certificate.checks import Check
from axplan.report.context import Book
from axplan.report.sheets.checks_findings import write_padding, write_warnings
from axplan.report.sheets.rules import scope
from axplan.report.spec import SheetSpec
from axplan.report.tables.table import LABEL, Column, Formula, Line, Value
from axplan.report.words import heading

LABELLED = ("industries", "regions", "tasks", "stages", "tracks", "programmes", "funds", "rules", "floors")
VARIABLES = {
    "commitment": "commitments", "depth": "depths", "outlay": "outlays", "progress": "progress", "trainees": "trainees",
    "stock": "trainees", "subscription": "ledger", "lapse": "ledger", "balance": "ledger",
}  # fmt: skip
"""The result table that gives each variable its title."""

BOUNDS = "bounds:"
"""The name of a check of a variable's bounds is this and the variable."""


def write(book: Book) -> None:
    """The ledgers' balance over the plan; what rounding did; then what failed, and every other check."""
    page = book.start("checks")
    failed = sum(not check.ok for check in book.checks)
    page.note(book.say("checks_failed" if failed else "checks_passed", count=len(book.checks), failed=failed))
    page.note(book.say("checks_note"))
    page.row += 1
    page.section(book.say("ledger_checks", unit=book.money_unit))
    _write_ledgers(book)
    names = _names(book)
    _write_rounding(book, names)
    page.section(book.say("checks_heading"))
    columns = [
        Column(book.heading("checks", "name"), widest=LABEL),
        *(Column(book.heading("checks", name), "n4") for name in ("left", "right")),
        *(Column(book.heading("checks", name), "tiny") for name in ("violation", "tolerance")),
        Column(book.heading("checks", "ok"), "centre"),
        Column(book.heading("checks", "kind"), "centre"),
        Column(book.heading("checks", "index"), widest=80),
    ]
    page.headings(columns)
    for check in sorted(book.checks, key=lambda c: c.ok):
        page.line(_cells(book, check, names), columns, "cell" if check.ok else "bad")
    page.row += 1
    write_padding(book, page)
    write_warnings(book, page)


def _write_ledgers(book: Book) -> None:
    """Receipts and expenditures of each fund over the whole plan, from its ledger, and whether they are equal."""
    columns = [
        Column(book.heading("ledger", "fund"), widest=LABEL),
        Column(book.say("receipts"), book.money_number),
        Column(book.say("expenditures"), book.money_number),
        Column(book.heading("checks", "ok"), "centre"),
    ]
    lines = []
    for f in book.plan.inputs.funds.fund:
        ledger = book.placed[f"ledger {f}"]
        verdict = Formula(f"={ledger.address('check', 'sum')}", ledger.value("check", "sum"))
        sides = [ledger.cell(side, "sum") for side in ("receipts", "expenditures")]
        lines.append(Line(book.label("funds", f), [*sides, verdict], key=f))
    book.placed["ledger_checks"] = book.pages["checks"].table(columns, lines)


def _write_rounding(book: Book, names: Mapping[str, str]) -> None:
    """Every constraint as the printed plan keeps it: by how many printed units its worst row is missed."""
    page, worst = book.pages["checks"], max((check.violation for check in book.rounding), default=0.0)
    page.section(book.say("rounding_heading"))
    last = book.say("last_digit", amount=f"{10.0**-book.money.decimals:g}", unit=book.money_unit)
    kept = all(check.ok for check in book.rounding)
    page.note(book.say("rounding_kept" if kept else "rounding_missed", worst=f"{worst:.2f}", step=last))
    page.note(book.say("rounding_note", step=last))
    columns = [
        Column(book.heading("checks", "name"), widest=LABEL),
        *(Column(book.heading("checks", name), "n4") for name in ("left", "right")),
        Column(book.say("missed_by_units"), "n2"),
        Column(book.say("allowed_units"), "n0"),
        Column(book.heading("checks", "ok"), "centre"),
        Column(book.heading("checks", "index"), widest=80),
    ]
    lines = [
        Line(check_name(book, check.name),
             [side(book, check.left), side(book, check.right), round(check.violation, 6), 1.0,
             book.say("ok" if check.ok else "not_ok"), where(check.index, names)], role="" if check.ok else "bad")
        for check in book.rounding
    ]  # fmt: skip
    page.table(columns, lines)


def _cells(book: Book, check: Check, names: Mapping[str, str]) -> list[Value]:
    return [
        check_name(book, check.name), side(book, check.left), side(book, check.right), check.violation, check.tolerance,
        book.say("ok" if check.ok else "not_ok"), book.word("kind", check.kind), where(check.index, names),
    ]  # fmt: skip


def side(book: Book, value: float) -> Value:
    """One side of a check; in words where there is no limit."""
    return float(value) if math.isfinite(value) else book.say("no_limit")


def check_name(book: Book, name: str) -> str:
    """A check in words: the constraint, the variable whose bounds were looked at, or the comparison."""
    if name in REGISTRY:
        return book.tell(REGISTRY[name].title)
    if not name.startswith(BOUNDS):
        return book.word("check", name)
    variable = name.removeprefix(BOUNDS)
    table = VARIABLES.get(variable)
    return book.say("bounds_of", what=book.heading(table, variable) if table else book.word("variable", variable))


def where(index: Any, names: Mapping[str, str]) -> str:
    """The row of a check in words: the labels of its keys, years as they are."""
    parts = index if isinstance(index, tuple | list) else () if index is None else (index,)
    return " · ".join(names.get(str(part), str(part)) for part in parts)


def _names(book: Book) -> dict[str, str]:
    """Key → label over all sheets; where two sheets share a key, the key itself."""
    names = {NATIONAL: book.say("national")}
    for sheet in LABELLED:
        data = getattr(book.plan.inputs, sheet)
        for key in getattr(data, data.__sheet__.key[0]):
            names[key] = book.label(sheet, key) if key not in names else key
    shared = Counter(book.label("rules", key) for key in book.plan.inputs.rules.rule)
    told_apart = {
        key: f"{book.label('rules', key)} ({scope(book, key)})"
        for key in book.plan.inputs.rules.rule
        if shared[book.label("rules", key)] > 1
    }
    return names | told_apart


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("checks", Text("점검", "Checks"), Text("점검", "Checks"),
        Text("최적화 엔진과 따로 다시 계산한 관계와 기금의 균형",
             "Relations recomputed without the solver, and the balance of the ledgers")),
    "rounding_heading": Text("반올림 점검", "Rounding"),
    "last_digit": Text("{amount}{unit}", "{amount} {unit}"),
    "rounding_kept": Text("인쇄된 계획은 모든 제약을 인쇄 단위 하나({step}, 1명) 안에서 지킵니다. 가장 어긋난 곳은 {worst}단위입니다.", "The printed plan keeps every constraint within one printed unit ({step}, 1 person). The worst row is missed by {worst} units."),
    "rounding_missed": Text("인쇄된 계획이 인쇄 단위 하나({step}, 1명)보다 크게 어긴 제약이 있습니다. 가장 어긋난 곳은 {worst}단위입니다. 더 작은 단위로 인쇄하거나 tables 폴더의 정확한 값을 쓰십시오.", "The printed plan misses a constraint by more than one printed unit ({step}, 1 person). The worst row is missed by {worst} units. Print in a smaller unit, or use the exact values in the folder tables."),
    "rounding_note": Text("예산표의 금액은 항목마다 한 번만 {step} 단위로, 인원은 1명 단위로 반올림하므로 모든 합계는 인쇄된 항목의 합과 같습니다. 한 단위는 항목 하나의 금액이 {step}, 인원이 1명 달라질 때 그 식이 가장 많이 달라지는 폭입니다. 반올림하지 않은 값은 tables 폴더의 CSV에 있습니다.", "Every budget line is rounded once, to {step} or one person, so that every total is the sum of its printed parts. One unit is the most a relation changes when one line changes by {step} or one person. Values that are not rounded are in the CSV files of the folder tables."),
    "missed_by_units": Text("어긋난 크기(단위)", "Missed by (units)"), "allowed_units": Text("허용(단위)", "Allowed (units)"),
    "ok": Text("적합", "ok"), "not_ok": Text("위반", "fails"),
    "checks_passed": Text("검산 {count}건이 모두 허용오차 안에 있습니다.", "All {count} checks hold within their tolerance."),
    "checks_failed": Text("검산 {count}건 가운데 {failed}건이 맞지 않습니다.", "{failed} of {count} checks fail."),
    "checks_note": Text("왼쪽과 오른쪽은 입력과 계획의 값만으로 다시 계산하였습니다. 위반은 크기에 견준 상대값이며, 허용오차보다 크면 계획을 쓰지 않습니다.", "Both sides are recomputed from the inputs and the plan's values alone. Violations are relative to the size of the terms; beyond the tolerance no plan is written."),
    "checks_heading": Text("검산식마다 가장 어긋난 곳", "The worst case of each relation"), "ledger_checks": Text("기금 수입·지출의 균형, 계획 기간 합계 ({unit})", "Balance of the ledgers over the whole plan ({unit})"),
    "bounds_of": Text("값의 범위: {what}", "Bounds: {what}"), "variable_shortfall": Text("제약 미달", "Shortfall of a rule"), "variable_excess": Text("제약 초과", "Excess over a rule"),
    "variable_committed": Text("칸의 지원액", "Commitments of a cell"), "variable_task_total": Text("태스크의 지원액", "Commitments to a task"),
    "variable_place_total": Text("지역 산업의 지원액", "Commitments to an industry in a region"), "variable_stage_total": Text("단계의 지원액", "Commitments of a stage"),
    "variable_invested": Text("누적 투자", "Investment so far"), "variable_reach": Text("상한의 확대", "Rise of a ceiling"),
    "kind_constraint": Text("제약식", "Constraint"), "kind_bound": Text("범위", "Bound"), "kind_objective": Text("목적값", "Objective"), "kind_duality": Text("최적성", "Optimality"),
    "check_values": Text("값이 빠짐없이 있음(개수)", "Every value is there (count)"), "check_objective": Text("목적값을 입력에서 다시 계산", "Objective recomputed from the inputs"),
    "check_model_rows": Text("모형의 모든 행", "All rows of the model"), "check_model_bounds": Text("모형의 모든 범위", "All bounds of the model"),
    "check_model_objective": Text("모형의 목적값", "Objective of the model"), "check_dual_infeasibility": Text("잠재가격의 부호", "Signs of the shadow prices"),
    "check_duality_gap": Text("쌍대 간격: 어떤 계획도 넘을 수 없는 값과 비교", "Duality gap: against what no plan can exceed"),
    "no_limit": Text("한도 없음", "no limit"),
}
# fmt: on

SHEET = SheetSpec("checks", write)
