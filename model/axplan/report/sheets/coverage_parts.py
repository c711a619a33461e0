"""The further tables of the sheet coverage: funds, tasks and industries, policy rules, figures of the proposal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import CHOICE, KEY, REFERENCE, TEXT, YES_NO, ColumnSpec
from axplan.report.sheets.assumptions_inputs import signed
from axplan.report.sheets.coverage_elements import PROPOSAL, WIDEST, grade, is_proposed, stated
from axplan.report.sheets.depths import mean_depths
from axplan.report.sheets.rules import demand
from axplan.report.tables.pivot import records
from axplan.report.tables.table import LABEL, Column, Line, Value

if TYPE_CHECKING:
    from axplan.report.context import Book
    from axplan.report.page.layout import Page
    from axplan.report.sheets.provenance import Evidence

PROPOSED = {"task": "task", "industry": "initiative"}
"""The columns whose grades say whether tasks and industries come from the proposal."""

FLOWS = ("appropriation", "subscription")


def write_funds(book: Book, page: Page) -> None:
    """Where the money comes from: what the treasury and private subscribers pay into each fund."""
    funds = book.plan.inputs.funds
    if not funds.fund:
        return
    page.section(book.say("funds_of_plan"))
    columns = [
        Column(book.heading("ledger", "fund"), widest=LABEL),
        Column(book.say("answered_by"), widest=WIDEST, narrowest=WIDEST),
        Column(book.say("grade"), "centre"),
        *(book.money_column(book.heading("ledger", flow), name=flow) for flow in FLOWS),
    ]
    lines = []
    for f in funds.fund:
        words = "answer_fund_private" if funds.private_ratio[f] else "answer_fund"
        answer = book.say(words, sheet=book.say("sheet_ledger"))
        flows = [book.placed[f"ledger {f}"].cell(flow, "sum") for flow in FLOWS]
        lines.append(Line(book.label("funds", f), [answer, grade(book, "appropriations", "*"), *flows], key=f))
    total = Line(book.say("total"), lines=tuple(lines), key="total")
    book.placed["coverage_funds"] = page.table(columns, [total])


def write_split(book: Book, page: Page) -> None:
    """All commitments once by task and once by industry, with the named applications and the depth reached."""
    x = book.plan.inputs
    if not x.tasks.task or not x.initiative_industries or not x.stages.stage:
        return
    page.section(book.say("same_money_heading"))
    stage = x.stages.stage[0]
    columns = [
        Column(book.say("element"), widest=LABEL),
        Column(book.say("answered_by"), widest=WIDEST, narrowest=WIDEST),
        Column(book.say("grade"), "centre"),
        book.money_column(book.say("public_total"), name="public"),
        Column(book.say("applications_count"), "n0", adds=True, name="applications"),
        Column(book.say("depth_reached"), "share", name="depth"),
    ]
    lines = [_split(book, "task", "tasks", stage), _split(book, "industry", "industries", stage)]
    book.placed["coverage_split"] = page.table(columns, lines)
    page.row -= 1
    page.note(book.say("by_applications", sheet=book.say("sheet_applications"), stage=book.label("stages", stage)))
    page.row += 1


def _split(book: Book, key: str, sheet: str, stage: str) -> Line:
    x, last = book.plan.inputs, book.plan.inputs.years[-1]
    names = x.tasks.task if key == "task" else x.initiative_industries
    named = getattr(x.applications, key)
    depth, money = mean_depths(book, f"{key} stage"), book.placed["by_task"]
    source, answer = PROPOSED[key], book.say(f"sheet_by_{key}")
    title = book.tell(sheet_declarations()[sheet].title)
    lines = []
    for name in names:
        amount = money.cell(name, "sum of all") if key == "task" else money.cell("total", name)
        values: list[Value] = [answer, grade(book, sheet, source), amount, named.count(name), depth[name, stage, last]]
        lines.append(Line(book.label(sheet, name), values, key=(key, name)))
    if is_proposed(book, sheet, source):
        title = book.word("section", sheet)
    return Line(title, lines=tuple(lines), key=key)


def write_rules(book: Book, page: Page) -> None:
    """Rules by what they are called: how many there are, what they demand, and how many the plan keeps."""
    rows = records(book.plan.frames["rules"])
    if not rows:
        return
    page.section(book.say("demands_heading"))
    columns = [
        Column(book.say("element"), widest=LABEL),
        Column(book.say("demand"), widest=WIDEST, narrowest=WIDEST),
        Column(book.say("grade"), "centre"),
        Column(book.say("rules_count"), "n0", adds=True),
        Column(book.say("rules_kept"), "n0", adds=True),
    ]
    named: dict[str, list[Any]] = {}
    for row in rows:
        named.setdefault(book.label("rules", row.rule), []).append(row)
    lines = tuple(_rule_line(book, label, mine) for label, mine in named.items())
    page.table(columns, [Line(book.say("total"), lines=lines)])


def _rule_line(book: Book, label: str, rows: list[Any]) -> Line:
    missed = {row.rule for row in rows if row.violation > 0}
    rules = dict.fromkeys(row.rule for row in rows)
    said = {f"{book.word('measure', row.measure)} {demand(book, row)}" for row in rows}
    words = said.pop() if len(said) == 1 else book.say("demands_differ")
    return Line(label, [words, grade(book, "rules", "value"), len(rules), len(rules) - len(missed)])


def write_figures(book: Book, page: Page) -> None:
    """Columns of the inputs that come from the proposal: how many values, and what they are used for."""
    found = [item for item in stated(book).values() if item.grade == PROPOSAL]
    if not found:
        return
    page.section(book.say("proposed_figures_heading"))
    columns = [
        Column(book.say("figure"), widest=LABEL),
        Column(book.say("used_for"), widest=WIDEST, narrowest=WIDEST),
        Column(book.say("grade"), "centre"),
        Column(book.say("values_count"), "n0"),
    ]
    moves = {(row.sheet, row.column): row for row in records(book.exact.frames["sensitivities"])}
    page.table(columns, _figures(book, found, moves))
    page.row -= 1
    notes: dict[str, dict[str, None]] = {}
    for item in found:
        if item.note and item.sheet in sheet_declarations():
            notes.setdefault(item.sheet, {})[item.note] = None
    for sheet, said in notes.items():
        page.note(f"· {book.tell(sheet_declarations()[sheet].title)}: {'; '.join(said)}")
    page.row += 1


def _figures(book: Book, found: list[Evidence], moves: Mapping[tuple[str, str], Any]) -> list[Line]:
    """One line for the columns of a sheet that are used alike, with how many values they hold, keys how many rows."""
    alike: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for item in found:
        sheet = sheet_declarations().get(item.sheet)
        declared = sheet and (sheet.cell if item.column == "*" else sheet.columns.get(item.column))
        if declared and not (declared.kind == TEXT and item.column.startswith("label_")):
            used = _used(book, declared, moves.get((item.sheet, item.column)))
            alike.setdefault((item.sheet, used), []).append((book.tell(declared.title), _count(book, item)))
    proposal, lines = book.word("grade", PROPOSAL), []
    for (name, used), columns in alike.items():
        titles, counts = zip(*columns, strict=True)
        of = book.tell(sheet_declarations()[name].title)
        held = max(counts) if used == book.say("used_for_rows") else sum(counts)
        lines.append(Line(f"{of}: {', '.join(titles)}", [used, proposal, held]))
    return lines


def _used(book: Book, declared: ColumnSpec, moved: Any) -> str:
    """What a column is used for."""
    if declared.kind in (KEY, REFERENCE):
        return book.say("used_for_rows")
    if moved is not None:
        return _moves(book, moved)
    return book.say("used_to_sort" if declared.kind in (CHOICE, YES_NO, TEXT) else "used_in_checks")


def _count(book: Book, item: Evidence) -> int:
    data = getattr(book.plan.inputs, item.sheet)
    values = getattr(data, "value" if item.column == "*" else item.column)
    return len(values) if hasattr(values, "__len__") else 1


def _moves(book: Book, row: Any) -> str:
    """By how many per cent the objective changes when the column rises by 1 %."""
    percent = row.elasticity
    if percent != percent or abs(percent) < 5e-5:
        return book.say("used_unmoved")
    return book.say("used_in_model", percent=signed(book, percent))
