"""What `axplan compare` prints: the headline, the cells that differ, the plans, and the attribution."""

from typing import Any

from rich.console import Console
from rich.markup import escape

from axplan.analyses.compare.amounts import DIMENSIONS, PEOPLE, PUBLIC_MONEY, TRACK
from axplan.analyses.compare.labels import column_words, row_words, sheet_words
from axplan.analyses.compare.pairs import Pair
from axplan.analyses.compare.shapley import FEASIBLE_ORDERS, IN_ORDER, SHAPLEY
from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import NATIONAL
from axplan.inputs.schema.indicators import UNITS, VALUATIONS
from axplan.inputs.validation.cells import shown
from axplan.report.styles import Money, money_of
from axplan.report.tables.columns import TABLES
from axplan.report.tables.table import Column, Line, Value
from axplan.report.terminal_table import print_heading, print_table

MOST_CELLS = 30
"""Cells that are told one by one; the workbook has them all."""

WORDS = {
    "title": Text("비교: {before} → {after}", "Comparison: {before} → {after}"),
    "headline": Text("효과(현재가치)", "Effect (present value)"),
    "indicator": Text("지표", "Indicator"),
    "before": Text("기준", "Base"),
    "after": Text("비교", "Compared"),
    "change": Text("차이", "Difference"),
    "unit": Text("단위", "Unit"),
    "none": Text("계획 없음", "no plan"),
    "inputs": Text("다른 입력 ({count:,}건)", "Inputs that differ ({count:,})"),
    "cell": Text("셀", "Cell"),
    "blank": Text("빈 셀", "blank"),
    "same": Text("두 입력의 모든 셀이 같습니다.", "The inputs are the same in every cell."),
    "more": Text("… 그 밖에 {count:,}건 (comparison.xlsx)", "… and {count:,} more (comparison.xlsx)"),
    "plan": Text("계획의 차이: {what} ({unit})", "Plans: {what} ({unit})"),
    "plan_same": Text("{what}: 차이 없음", "{what}: no difference"),
    "public": Text("공공, {unit}", "public, {unit}"),
    "trainees": Text("양성 인원, 명", "trainees, persons"),
    "use": Text("용도", "Use"),
    "year": Text("연도", "Year"),
    "national": Text("전국", "National"),
    "total": Text("합계", "Total"),
    "attribution": Text("변화의 기여: {name} ({unit})", "What each change made: {name} ({unit})"),
    "group": Text("변화", "Change"),
    "share": Text("몫", "Share"),
    "all": Text("전체 차이", "Whole difference"),
    SHAPLEY: Text("샤플리 값: 모든 순서에 걸친 평균", "Shapley values: averages over all orders"),
    FEASIBLE_ORDERS: Text("계획이 있는 조합만 지나는 순서에 걸친 평균", "Averages over the orders in which every step has a plan"),
    IN_ORDER: Text(
        "적힌 순서대로 하나씩 바꿈(순서에 따라 달라짐)",
        "One after the other in this order (another order gives other shares)"),
}  # fmt: skip


class Printer:
    """Prints a pair in one language."""

    def __init__(self, pair: Pair, language: str, console: Console, money: Money) -> None:
        self.pair, self.language, self.console, self.money = pair, language, console, money
        self.words = {name: text.in_(language) for name, text in WORDS.items()}

    def say(self, name: str, /, **values: object) -> str:
        """A text in the language of the comparison."""
        return self.words[name].format(**values)

    def ends(self, number: str = "right") -> list[Column]:
        """The columns of both sides and of their difference."""
        return [Column(self.words[name], number) for name in ("before", "after", "change")]

    def headline(self) -> None:
        """The indicators of both plans, each in its unit."""
        lines = []
        for v in VALUATIONS:
            before, after = self.pair.headline[v]
            shown_ends = [self.words["none"] if end is None else f"{end:,.2f}" for end in (before, after)]
            change = "" if before is None or after is None else _change(round(before, 2), round(after, 2), 2)
            lines.append(Line(NAMES[v].in_(self.language), [*shown_ends, change, UNITS[v].words.in_(self.language)]))
        columns = [Column(self.words["indicator"]), *self.ends(), Column(self.words["unit"])]
        print_heading(self.console, self.words["headline"])
        print_table(self.console, columns, lines)

    def cells(self) -> None:
        """The input cells that differ, as many as a terminal shows."""
        cells, tables = self.pair.cells, (self.pair.after.tables, self.pair.before.tables)
        if not cells:
            self.console.print(self.words["same"])
            return
        title = self.say("inputs", count=len(cells))
        lines = []
        for c in cells[:MOST_CELLS]:
            parts = (
                sheet_words(c.table),
                row_words(c.table, c.row, *tables),
                column_words(c.table, c.row, c.column, *tables),
            )
            words = " · ".join(dict.fromkeys(part.in_(self.language) for part in parts))
            old, new = (self.words["blank"] if raw is None else shown(raw) for raw in (c.old, c.new))
            lines.append(Line(f"{words}\n{c.address}", [old, new]))
        print_heading(self.console, title)
        print_table(self.console, [Column(self.words["cell"]), *self.ends()[:2]], lines)
        if len(cells) > MOST_CELLS:
            self.console.print(self.say("more", count=len(cells) - MOST_CELLS), highlight=False)

    def plans(self) -> None:
        """For each dimension its public money, and for tracks the people, as the workbook has them; what does not
        differ is left out."""
        for name, frame in self.pair.printed(self.money.step).items():
            measure = PEOPLE if name == TRACK else PUBLIC_MONEY
            size = 1.0 if measure == PEOPLE else self.money.per_eok
            mine = frame[frame["measure"] == measure]
            before, after = ([round(size * amount, 9) for amount in mine[end].tolist()] for end in ("before", "after"))
            rows = list(zip(mine["key"].tolist(), before, after, strict=True))
            if any(old != new for _, old, new in rows):
                self._print_dimension(name, measure, rows)
            else:
                self.console.print(self.say("plan_same", what=self.dimension(name)))

    def _print_dimension(self, name: str, measure: str, rows: list[tuple[Any, float, float]]) -> None:
        what, digits = self.dimension(name), 0 if measure == PEOPLE else self.money.decimals
        lines = tuple(Line(self.key(name, key), _amounts(before, after, digits)) for key, before, after in rows)
        total = Line(self.words["total"], _amounts(sum(r[1] for r in rows), sum(r[2] for r in rows), digits), lines)
        unit = self.say(measure, unit=self.money.unit.words.in_(self.language))
        title = self.say("plan", what=what, unit=unit)
        print_heading(self.console, title)
        print_table(self.console, [Column(what), *self.ends()], [total])

    def dimension(self, name: str) -> str:
        """A way of looking at a plan, by the title of its column."""
        sheet = DIMENSIONS[name].sheet
        return sheet_declarations()[sheet].columns[name].title.in_(self.language) if sheet else self.words[name]

    def key(self, name: str, key: Any) -> str:
        """The name of a key, in the first plan that knows it."""
        if name == "use":
            return TABLES["ledger"][key].title.in_(self.language)
        if name == "region" and key == NATIONAL:
            return self.words["national"]
        sheet = DIMENSIONS[name].sheet
        plans = [side.plan for side in self.pair.sides if side.plan and sheet]
        labels = (plan.label(sheet, key, self.language) for plan in plans)
        return next((label for label in labels if label != key), str(key))

    def attribution(self) -> None:
        """What each change made of the difference (Shapley values), the unit that of the indicator."""
        made = self.pair.comparison
        if made is None or not made.attribution.shares:
            return
        unit, digits = UNITS[made.indicator], self.pair.places
        title = self.say(
            "attribution", name=NAMES[made.indicator].in_(self.language), unit=unit.words.in_(self.language)
        )
        shares = made.shares(10.0**-digits)
        lines = tuple(
            Line(self.pair.words(step).in_(self.language), [_change(0.0, share, digits)]) for step, share in shares
        )
        total = Line(self.words["all"], [_change(0.0, sum(share for _, share in shares), digits)], lines)
        print_heading(self.console, title)
        print_table(self.console, [Column(self.words["group"]), Column(self.words["share"], "right")], [total])
        self.console.print(self.words[made.attribution.method], highlight=False)


def _amounts(before: float, after: float, digits: int) -> list[Value]:
    return [f"{before:,.{digits}f}", f"{after:,.{digits}f}", _change(before, after, digits)]


def _change(before: float, after: float, digits: int) -> str:
    """A difference with its sign; none where nothing of it is shown."""
    change = round(after - before, digits)
    return f"{change:+,.{digits}f}" if change else "-"


def print_pair(pair: Pair, language: str, console: Console, unit: str = "억원") -> None:
    """Print what is known of a pair: the headline and the cells always, the plans and the attribution where both have
    one. `unit` is the unit of money, as in the workbook."""
    printer = Printer(pair, language, console, money_of(unit, language))
    title = printer.say("title", before=pair.before.title.in_(language), after=pair.after.title.in_(language))
    console.print(f"\n[bold]{escape(title)}[/bold]", highlight=False)
    printer.headline()
    printer.cells()
    printer.plans()
    printer.attribution()
