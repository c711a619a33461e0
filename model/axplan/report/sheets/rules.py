"""Policy rules: what each demands, how the plan meets it, and what relaxing it is worth."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.inputs.schema.policy import (
    AMOUNT,
    APPROPRIATION_SHARE,
    AT_LEAST,
    AT_MOST,
    FILTERS,
    GROWTH,
    TRAINEES,
    WHOLE_PLAN,
)
from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.prices import is_free, price_number, worth
from axplan.report.spec import SheetSpec
from axplan.report.styles import MINUS
from axplan.report.tables.pivot import records
from axplan.report.tables.table import LABEL, Column, Line
from axplan.report.words import heading

MARK = {AT_LEAST: "≥", AT_MOST: "≤"}


def write(book: Book) -> None:
    """Missed soft rules first (where there are soft rules), then every rule; then floors under indicators."""
    page, frame = book.start("rules"), book.plan.frames["rules"]
    if len(frame):
        _write_rules(book, page, frame)
    else:
        page.note(book.say("no_rules"))
    _write_floors(book, page)


def _write_rules(book: Book, page: Page, frame: pd.DataFrame) -> None:
    rows = records(frame)
    _write_soft(book, [row for row in rows if row.penalty is not None and row.penalty == row.penalty])
    page.section(book.say("rules_heading"))
    finer = book.finer_number
    columns = [
        Column(book.heading("rules", "rule"), widest=LABEL),
        Column(book.say("period"), "centre"),
        Column(book.heading("rules", "measure")),
        Column(book.say("scope"), widest=LABEL),
        Column(book.say("demand")),
        Column(book.say("unit"), "centre"),
        *(Column(book.heading("rules", name), finer) for name in ("selected", "bound", "slack")),
        Column(
            book.say("price_of_rule", unit=book.tell(book.plan.objective.unit), money=book.priced_unit),
            price_number(pd.Series([_priced(book, row, row.shadow_price) for row in rows], dtype=float)),
        ),
        Column(book.say("in_words", name=book.tell(NAMES[book.plan.objective.indicator])), widest=60),
    ]
    page.table(columns, [Line(book.label("rules", row.rule), _cells(book, row)) for row in rows])
    page.note(book.say("rules_note"))


def _cells(book: Book, row: Any) -> list[Any]:
    amounts = [_amount(book, row, getattr(row, name)) for name in ("selected", "bound", "slack")]
    words = _bound_or_free(book, row)
    return [_period(book, row), book.word("measure", row.measure), scope(book, row.rule), demand(book, row),
            _unit(book, row), *amounts, _priced(book, row, row.shadow_price), words]  # fmt: skip


def scope(book: Book, rule: str) -> str:
    """What the rule's filters select, in words, so that rules of one name can be told apart."""
    rules = book.plan.inputs.rules
    chosen = (
        ", ".join(book.label(sheet, key) for key in getattr(rules, name)[rule])
        for name, sheet in FILTERS.items()
        if getattr(rules, name).get(rule)
    )
    return "; ".join(chosen) or book.say("scope_all")


def _bound_or_free(book: Book, row: Any) -> str:
    """What relaxing is worth; that there is room; or that the rule binds and yet costs nothing."""
    if not is_free(book, row.shadow_price):
        return worth(book, abs(row.shadow_price), row.measure)
    return book.say("room_left" if row.slack else "binds_free")


def _period(book: Book, row: Any) -> str:
    if row.year != WHOLE_PLAN:
        return str(row.year)
    years = book.plan.inputs.rule_years(row.rule)
    return book.say("whole_plan") if years == book.plan.inputs.years else f"{years[0]}–{years[-1]}"


def _unit(book: Book, row: Any) -> str:
    return book.say("persons") if row.measure == TRAINEES else book.money_unit


def _amount(book: Book, row: Any, amount: float) -> float:
    return amount if row.measure == TRAINEES else book.cash(amount)


def _priced(book: Book, row: Any, price: float) -> float:
    """A price per unit of what the rule measures: per person, or per unit of money that people speak of."""
    return price if row.measure == TRAINEES else book.priced(price)


def demand(book: Book, row: Any) -> str:
    """The right side of a rule in words: ≥ 40 % of the whole."""
    mark = MARK.get(row.relation, row.relation)
    if row.unit == AMOUNT:
        amount = _amount(book, row, row.value)
        return f"{mark} {amount:,.{0 if float(amount).is_integer() else 3}f} {_unit(book, row)}"
    if row.unit == GROWTH:
        sign = "+" if row.value > 0 else MINUS[book.language] if row.value < 0 else ""
        return book.say("demand_growth", mark=mark, value=f"{sign}{abs(100 * row.value):g}%")
    if row.unit == APPROPRIATION_SHARE:
        funds = ", ".join(book.label("funds", f) for f in book.plan.inputs.rule_funds(row.rule))
        return book.say("demand_appropriation", mark=mark, value=f"{100 * row.value:g}%", funds=funds)
    return book.say("demand_share", mark=mark, value=f"{100 * row.value:g}%")


def _write_floors(book: Book, page: Page) -> None:
    frame, unit = book.plan.frames["floors"], book.tell(book.plan.objective.unit)
    if not len(frame):
        return
    page.section(book.say("floors_heading"))
    columns = [
        Column(book.heading("floors", "indicator"), widest=LABEL),
        Column(book.say("unit"), "centre"),
        *(Column(book.heading("floors", name), "n4") for name in ("at_least", "reached", "slack")),
        Column(book.say("price_of_floor", unit=unit), price_number(frame["shadow_price"])),
    ]
    lines = [
        Line(book.label("floors", row.indicator),
             [book.indicator_unit(row.indicator), row.at_least, row.reached, row.slack, row.shadow_price])
        for row in records(frame)
    ]  # fmt: skip
    page.table(columns, lines)
    page.note(book.say("floors_note"))


def _write_soft(book: Book, rows: list[Any]) -> None:
    if not rows:
        return
    page, unit = book.pages["rules"], book.tell(book.plan.objective.unit)
    page.section(book.say("soft_heading"))
    columns = [
        Column(book.heading("rules", "rule"), widest=LABEL),
        Column(book.say("period"), "centre"),
        Column(book.heading("rules", "measure")),
        Column(book.say("demand")),
        Column(book.say("unit"), "centre"),
        Column(book.heading("rules", "violation"), book.finer_number),
        Column(
            book.say("penalty_of_rule", what=book.heading("rules", "penalty"), unit=unit, money=book.priced_unit),
            price_number(pd.Series([_priced(book, row, row.penalty) for row in rows], dtype=float)),
        ),
        Column(book.say("charged", unit=unit), "n4"),
    ]
    lines = [
        Line(
            book.label("rules", row.rule),
            [_period(book, row), book.word("measure", row.measure), demand(book, row), _unit(book, row),
             _amount(book, row, row.violation), _priced(book, row, float(row.penalty)), row.violation * row.penalty],
        )
        for row in rows
    ]  # fmt: skip
    page.table(columns, lines)


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("rules", Text("정책 제약", "Policy rules"), Text("정책 제약", "Policy rules"),
        Text("제약마다 계획의 값, 한도, 여유, 풀었을 때의 가치", "What each rule demands, the room left, and what relaxing it is worth")),
    "rules_heading": Text("제약별 결과", "Rules"),
    "soft_heading": Text("벌점 제약의 미달", "Soft rules and what missing them costs"), "demand": Text("요구", "Demand"),
    "demand_share": Text("{mark} 전체의 {value}", "{mark} {value} of the whole"), "demand_appropriation": Text("{mark} {funds} 출연금의 {value}", "{mark} {value} of the appropriations to {funds}"),
    "demand_growth": Text("{mark} 전년 {value}", "{mark} year before {value}"),
    "charged": Text("목적값에서 뺀 값 ({unit})", "Taken off the objective ({unit})"), "no_rules": Text("이 계획에는 정책 제약이 없습니다.", "The plan has no policy rules."),
    "scope": Text("적용 범위", "Covers"), "scope_all": Text("전체", "everything"), "price_of_rule": Text("잠재가격 ({unit}/\n{money} 또는 명)", "Shadow price ({unit}\n/{money} or person)"),
    "penalty_of_rule": Text("{what} ({unit}/\n{money} 또는 명)", "{what} ({unit}\n/{money} or person)"),
    "floors_heading": Text("효과 하한", "Effect floors"), "price_of_floor": Text("잠재가격 ({unit}/\n지표 1단위)", "Shadow price ({unit}\n/unit of the indicator)"),
    "floors_note": Text("하한은 목적이 아닌 지표의 할인한 합계에 대한 요구입니다. 여유가 0이면 하한이 묶여 있고, 잠재가격은 하한을 1단위 올릴 때 목적값의 변화입니다.", "A floor demands a discounted total of an indicator that is not maximised. It binds when its slack is 0; the shadow price is the change of the objective when it rises by one unit."),
    "rules_note": Text("잠재가격은 한도를 1단위 올릴 때 목적값의 변화이며, 작은 변화에서만 그대로 맞습니다. 여유가 0이면 제약이 묶여 있습니다.", "A shadow price is the change of the objective when the bound rises by one unit; it holds for small changes. A rule binds when its slack is 0."),
    "room_left": Text("여유 있음", "Room left"), "binds_free": Text("묶였으나 풀어도 값 없음", "Binds, but relaxing it is worth nothing"),
    "worth_money": Text("1억원 풀면 +{one}{unit}, 100억원이면 약 +{many}{unit}", "by KRW 1 bn: +{one}; by KRW 10 bn: about +{many} ({unit})"),
    "target_words": Text("{track}의 목표를 낮추면 얻는 {name}: {worth}", "{name} by lowering the target of {track}: {worth}"),
}
# fmt: on

SHEET = SheetSpec("rules", write)
