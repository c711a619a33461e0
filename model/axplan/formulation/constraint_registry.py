"""What the constraints are called in reports and messages; their equations are the docstrings in `formulation`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from axplan.core.text import Text
from axplan.inputs.parameters import EOK_PER_BILLION_WON, Inputs
from axplan.inputs.schema.indicators import UNITS

CONSTRAINT_NAMES: Mapping[str, Text] = {
    "depth_balance": Text("도입률의 누적", "Build-up of depth"),
    "segment_limit": Text("비용 구간의 폭", "Width of the cost segments"),
    "stage_transition": Text("단계 전환", "Passage between stages"),
    "depth_ceiling": Text("도입 상한", "Depth ceiling"),
    "progress_balance": Text("기반사업 진도의 누적", "Build-up of progress"),
    "annual_ceiling": Text("기반사업 연간 진도 상한", "Yearly progress ceiling"),
    "progress_requirement": Text("기반사업 최소 진도", "Minimum progress"),
    "stock_balance": Text("인력의 누적", "Build-up of skilled people"),
    "employment_ceiling": Text("고용 대비 훈련 상한", "Training ceiling by employment"),
    "capacity": Text("훈련 수용 능력", "Training capacity"),
    "supervision": Text("지도 인력", "Supervision"),
    "skill_requirement": Text("투자에 필요한 인력", "Skilled people the investment needs"),
    "target": Text("양성 목표", "Training target"),
    "fund_balance": Text("기금 수입·지출 균형", "Fund balance"),
    "carry_over_limit": Text("이월 한도", "Carry-over limit"),
    "solvency": Text("지급능력", "Solvency"),
    "rule_limit": Text("정책 제약", "Policy rule"),
    "indicator_floor": Text("효과 하한", "Effect floor"),
}

IDENTITIES = ("depth_balance", "progress_balance", "stock_balance")
"""Constraints that only define a state; they can take part in a contradiction but nobody can give way on them."""

KEY_SHEETS: Mapping[str, str] = {
    "fund_balance": "funds", "carry_over_limit": "funds", "solvency": "funds", "target": "tracks", "capacity": "tracks",
    "supervision": "tracks", "skill_requirement": "tracks", "employment_ceiling": "tracks",
    "progress_requirement": "programmes", "annual_ceiling": "programmes", "rule_limit": "rules",
    "indicator_floor": "floors",
}  # fmt: skip
"""The sheet whose row the first index of a constraint is."""

DEMANDS: Mapping[str, Text] = {
    "target": Text("{0:,.0f}명, {1}년까지", "{0:,.0f} people by {1}"),
    "fund_balance": Text("출연 합계 {0:,.0f}억원", "appropriations of KRW {1:,.0f} bn in all"),
    "progress_requirement": Text("진도 {0:.0%} 이상", "progress of at least {0:.0%}"),
    "capacity": Text("첫해 {0:,.0f}명, 해마다 {1:+.0%}", "{0:,.0f} people in the first year, {1:+.0%} a year"),
    "carry_over_limit": Text("수입의 {0:.0%}", "{0:.0%} of receipts"),
    "solvency": Text("민간 출자의 {0:.0%}", "{0:.0%} of private subscriptions"),
    "indicator_floor": Text("{0:,.6g} {1} 이상", "at least {0:,.6g} {2}"),
}


def describe(x: Inputs, constraint: str, key: Any) -> Text:
    """A group of rows in words: what it is, whose it is, and how much it demands."""
    name = CONSTRAINT_NAMES[constraint]
    if key is None:
        return Text(f"{name.ko} ({constraint})", f"{name.en} ({constraint})")
    sheet = KEY_SHEETS[constraint]
    demand = DEMANDS.get(constraint, Text("", ""))
    figures = _figures(x, constraint, key)

    def line(language: str) -> str:
        label = x.label(sheet, key, language)
        size = demand.in_(language).format(*figures)
        return f"{name.in_(language)}: {label}{f', {size}' if size else ''} ({constraint}[{key}])"

    return Text(line("ko"), line("en"))


def _figures(x: Inputs, constraint: str, key: Any) -> tuple[Any, ...]:
    if constraint == "target":
        return x.tracks.target[key], x.tracks.target_year[key]
    if constraint == "fund_balance":
        total = sum(x.appropriations[key, t] for t in x.years)
        return total, total / EOK_PER_BILLION_WON
    if constraint == "capacity":
        return x.tracks.initial_capacity[key], x.tracks.capacity_growth[key]
    if constraint == "indicator_floor":
        return x.floors.at_least[key], UNITS[key].ko, UNITS[key].en
    single = {
        "progress_requirement": x.programmes.minimum_progress,
        "carry_over_limit": x.funds.carry_over_limit,
        "solvency": x.funds.solvency_share,
    }.get(constraint)
    return (single[key],) if single else ()
