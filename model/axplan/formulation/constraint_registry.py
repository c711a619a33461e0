"""THE registry of constraints: all that is known of each beside its equation, which is the docstring of its rule.

Messages, checks, the search for an infeasible subset, the ways to relax one and the elastic plan read what they need here. The upper
bound of the variable `subscription` is an input like the right side of a constraint, and has its entry, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from axplan.core.text import Text
from axplan.inputs.parameters import EOK_PER_BILLION_WON, Inputs
from axplan.inputs.schema.indicators import UNITS
from axplan.inputs.schema.policy import TRAINEES

IDENTITY, PHYSICAL, POLICY, REQUIREMENT = "identity", "physical", "policy", "requirement"
"""Kinds: what defines a state; limits of nature, of technology and of the labour force, on which nobody can give way; means and
limits that those who plan have set; what the plan is asked to deliver, which an elastic plan may miss."""

EOK, PERSONS, SHARE, INDICATOR, TIMES, YEAR, OTHER = "eok", "persons", "share", "indicator", "times", "year", "other"
"""Units in which a constraint is missed, or a figure moved; INDICATOR is that of the key, OTHER one nobody reads."""

SUBSCRIPTION = "subscription"
"""The variable whose upper bound is an input: what private investors put in at most."""

NOTHING = Text("", "")


@dataclass(frozen=True)
class Movable:
    """A figure a user may move to relax a constraint: the column of a sheet, in the row of the constraint's key.

    name: what results call it; end: how far it is moved at most, from what stands now; row: the row, where it is not that of the key.
    """

    name: str
    sheet: str
    column: str
    unit: str
    end: Callable[[float], float]
    row: Callable[[Inputs, str], str] = lambda _, key: key

    @property
    def label_sheet(self) -> str:
        """The sheet that names the row."""
        return "funds" if self.sheet == "appropriations" else self.sheet


@dataclass(frozen=True)
class Constraint:
    """What is known of a constraint.

    kind: see above; rank: in the search for an infeasible subset lower ranks are left out first, so that what is left speaks of high
    ones; sheet: whose row the first index is ("": nobody reads it row by row); columns: (sheet, column) of the figures it demands;
    unit: in which its rows are missed; demand, figures: how much is demanded, in words with numbers; movable: what may be moved.
    """

    title: Text
    kind: str
    rank: int
    sheet: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    unit: str = OTHER
    demand: Text = NOTHING
    figures: Callable[[Inputs, Any], tuple[Any, ...]] = lambda *_: ()
    movable: tuple[Movable, ...] = ()


def _nothing(_: float) -> float:
    return 0.0


def _fivefold(now: float) -> float:
    return 5 * now


def _two_more(now: float) -> float:
    return now + 2


APPROPRIATION = Movable("appropriation", "appropriations", "*", EOK, lambda total: 20 * total)
"""Its figure is the sum over the years of a fund, which all grow alike."""
PRIVATE = Movable("private", "funds", "private_ratio", TIMES, _two_more)
TARGET = Movable("target", "tracks", "target", PERSONS, _nothing)
TARGET_YEAR = Movable("target_year", "tracks", "target_year", YEAR, lambda now: now)
"""Moved to the last year of the plan at most."""
CAPACITY_GROWTH = Movable("capacity_growth", "tracks", "capacity_growth", SHARE, _two_more)
CAPACITY = Movable("capacity", "tracks", "initial_capacity", PERSONS, _fivefold)
SPAN = Movable("span", "tracks", "span", TIMES, _fivefold)
PROGRESS = Movable("progress", "programmes", "minimum_progress", SHARE, _nothing)
PACE = Movable("pace", "programmes", "annual_ceiling", SHARE, lambda _: 1.0)
SOLVENCY = Movable("solvency", "funds", "solvency_share", SHARE, _nothing)
CARRY_OVER = Movable("carry_over", "funds", "carry_over_limit", SHARE, lambda limit: max(1.0, limit))
FLOOR = Movable("floor", "floors", "at_least", INDICATOR, _nothing)
RULE = Movable("rule", "rules", "value", OTHER, _nothing)
"""A floor is lowered, a cap raised, an equation moved either way; its unit is that of the rule."""


def _of_supervisor(figure: Movable) -> Movable:
    return Movable(
        figure.name, figure.sheet, figure.column, figure.unit, figure.end, lambda x, w: x.tracks.supervisor[w]
    )


def _appropriations(x: Inputs, f: str) -> tuple[float, float]:
    total = sum(x.appropriations[f, t] for t in x.years)
    return total, total / EOK_PER_BILLION_WON


CONSTRAINTS: Mapping[str, Constraint] = {
    "depth_balance": Constraint(Text("도입률의 누적", "Build-up of depth"), IDENTITY, 0),
    "progress_balance": Constraint(Text("기반사업 진도의 누적", "Build-up of progress"), IDENTITY, 1),
    "stock_balance": Constraint(Text("인력의 누적", "Build-up of skilled people"), IDENTITY, 2),
    "segment_limit": Constraint(
        Text("비용 구간의 폭", "Width of the cost segments"), PHYSICAL, 3, columns=(("segments", "width"),)
    ),
    "stage_transition": Constraint(
        Text("단계 전환", "Passage between stages"), PHYSICAL, 4, columns=(("stages", "conversion"),)
    ),
    "depth_ceiling": Constraint(Text("도입 상한", "Depth ceiling"), PHYSICAL, 5, columns=(("tasks", "ceiling"),)),
    "employment_ceiling": Constraint(
        Text("고용 대비 훈련 상한", "Training ceiling by employment"), PHYSICAL, 6,
        "tracks", (("tracks", "employment_ceiling"),), PERSONS,
    ),
    SUBSCRIPTION: Constraint(
        Text("민간 출자 한도", "Limit of private subscriptions"), POLICY, 7, "funds", (("funds", "private_ratio"),), EOK,
        Text("출연의 {0:g}배까지", "up to {0:g} times the appropriation"), lambda x, f: (x.funds.private_ratio[f],),
        (APPROPRIATION, PRIVATE),
    ),
    "supervision": Constraint(
        Text("지도 인력", "Supervision"), POLICY, 8, "tracks", (("tracks", "span"),), PERSONS,
        movable=(SPAN, _of_supervisor(CAPACITY_GROWTH), _of_supervisor(CAPACITY)),
    ),
    "annual_ceiling": Constraint(
        Text("기반사업 연간 진도 상한", "Yearly progress ceiling"), POLICY, 9,
        "programmes", (("programmes", "annual_ceiling"),), SHARE, movable=(PACE,),
    ),
    "carry_over_limit": Constraint(
        Text("이월 한도", "Carry-over limit"), POLICY, 10, "funds", (("funds", "carry_over_limit"),), EOK,
        Text("수입의 {0:.0%}", "{0:.0%} of receipts"), lambda x, f: (x.funds.carry_over_limit[f],), (CARRY_OVER,),
    ),
    "solvency": Constraint(
        Text("지급능력", "Solvency"), POLICY, 11, "funds", (("funds", "solvency_share"),), EOK,
        Text("민간 출자의 {0:.0%}", "{0:.0%} of private subscriptions"), lambda x, f: (x.funds.solvency_share[f],),
        (SOLVENCY,),
    ),
    "capacity": Constraint(
        Text("훈련 수용 능력", "Training capacity"), POLICY, 12,
        "tracks", (("tracks", "initial_capacity"), ("tracks", "capacity_growth")), PERSONS,
        Text("첫해 {0:,.0f}명, 해마다 {1:+.0%}", "{0:,.0f} people in the first year, {1:+.0%} a year"),
        lambda x, w: (x.tracks.initial_capacity[w], x.tracks.capacity_growth[w]), (CAPACITY_GROWTH, CAPACITY),
    ),
    "fund_balance": Constraint(
        Text("기금 수입·지출 균형", "Fund balance"), POLICY, 13, "funds", (("appropriations", "*"),), EOK,
        Text("출연 합계 {0:,.0f}억원", "appropriations of KRW {1:,.0f} bn in all"), _appropriations,
        (APPROPRIATION, PRIVATE),
    ),
    "skill_requirement": Constraint(
        Text("투자에 필요한 인력", "Skilled people the investment needs"), POLICY, 13,
        "tracks", (("tracks", "requirement"),), PERSONS, movable=(CAPACITY_GROWTH, CAPACITY),
    ),
    "target": Constraint(
        Text("양성 목표", "Training target"), REQUIREMENT, 13,
        "tracks", (("tracks", "target"), ("tracks", "target_year")), PERSONS,
        Text("{0:,.0f}명, {1}년까지", "{0:,.0f} people by {1}"),
        lambda x, w: (x.tracks.target[w], x.tracks.target_year[w]), (TARGET, TARGET_YEAR),
    ),
    "progress_requirement": Constraint(
        Text("기반사업 최소 진도", "Minimum progress"), REQUIREMENT, 13,
        "programmes", (("programmes", "minimum_progress"), ("programmes", "cost")), SHARE,
        Text("진도 {0:.0%} 이상", "progress of at least {0:.0%}"), lambda x, p: (x.programmes.minimum_progress[p],),
        (PROGRESS,),
    ),
    "rule_limit": Constraint(
        Text("정책 제약", "Policy rule"), REQUIREMENT, 13, "rules", (("rules", "value"),), EOK, movable=(RULE,)
    ),
    "indicator_floor": Constraint(
        Text("효과 하한", "Effect floor"), REQUIREMENT, 13, "floors", (("floors", "at_least"),), INDICATOR,
        Text("{0:,.6g} {1} 이상", "at least {0:,.6g} {2}"),
        lambda x, v: (x.floors.at_least[v], UNITS[v].ko, UNITS[v].en), (FLOOR,),
    ),
}  # fmt: skip
"""Constraint (or SUBSCRIPTION) → what is known of it."""


def key_of(name: str, index: Any) -> str:
    """The row of its sheet that a row of a constraint belongs to; "" where nobody reads the constraint row by row."""
    if not CONSTRAINTS[name].sheet:
        return ""
    return str(index[0] if isinstance(index, tuple) else index)


def rank(name: str) -> int:
    """The place of a constraint in the search for an infeasible subset; see `Constraint`."""
    return CONSTRAINTS[name].rank


def unit_of(x: Inputs, name: str, key: str) -> str:
    """The unit in which a constraint of these inputs is missed: a rule on training counts persons."""
    return PERSONS if name == "rule_limit" and x.rules.measure[key] == TRAINEES else CONSTRAINTS[name].unit


def describe(x: Inputs, name: str, key: str) -> Text:
    """A constraint in words: what it is, whose it is, and how much it demands; without a key as a whole."""
    entry = CONSTRAINTS[name]
    if not key:
        return Text(f"{entry.title.ko} ({name})", f"{entry.title.en} ({name})")

    def line(language: str) -> str:
        label = x.label(entry.sheet, key, language)
        size = entry.demand.in_(language).format(*entry.figures(x, key))
        return f"{entry.title.in_(language)}: {label}{f', {size}' if size else ''} ({name}[{key}])"

    return Text(line("ko"), line("en"))
