"""The Trinity workforce programme: who is trained where, and whom the investment needs.

The dual of `target` is what one person less in the target would be worth, that of `capacity` and `supervision` one more
training place, that of `skill_requirement` one more skilled person in that industry and region and year, in units of
the objective per person.
"""

from dataclasses import replace
from typing import Any

import pyomo.environ as pyo

from axplan.core.text import Text
from axplan.formulation.constraint_registry import (
    IDENTITY,
    PERSONS,
    PHYSICAL,
    POLICY,
    REQUIREMENT,
    SHARE,
    TIMES,
    YEAR,
    Movable,
    constraint,
)
from axplan.formulation.linear import joined, linear

PLACES = (
    Movable("capacity_growth", "tracks", "capacity_growth", SHARE, plus=2),
    Movable("capacity", "tracks", "initial_capacity", PERSONS, times=5),
)
"""What brings more training places."""


def add_workforce(m: pyo.ConcreteModel) -> None:
    """Declare trainees[w,i,r,t] ≥ 0 and stock[w,i,r,t] ≥ 0 (persons), and what binds them."""
    x = m.inputs
    tracks = x.tracks.track
    people = [(w, i, r, t) for w in tracks for i, r in x.places for t in x.years]
    m.trainees = pyo.Var(people, domain=pyo.NonNegativeReals)
    m.stock = pyo.Var(people, domain=pyo.NonNegativeReals)
    m.stock_balance = pyo.Constraint(people, rule=stock_balance)
    m.employment_ceiling = pyo.Constraint([(w, i, r) for w in tracks for i, r in x.places], rule=employment_ceiling)
    m.capacity = pyo.Constraint([(w, t) for w in tracks for t in x.years], rule=capacity)
    supervised = [(w, t) for w in tracks if w in x.tracks.supervisor for t in x.years]
    m.supervision = pyo.Constraint(supervised, rule=supervision)
    needed = [(w, i, r, t) for w in tracks for i, r in x.base for t in x.years]
    m.skill_requirement = pyo.Constraint(needed, rule=skill_requirement)
    m.target = pyo.Constraint(tracks, rule=target)
    m.trainee_uses = pyo.Expression(x.funds.fund, x.years, rule=trainee_uses)


def _intake(m: pyo.ConcreteModel, w: str, t: int) -> list[Any]:
    """The trainees of track w in year t, one variable for each industry and region."""
    return [m.trainees[w, i, r, t] for i, r in m.inputs.places]


@constraint("인력의 누적", "Build-up of skilled people", IDENTITY, rank=2)
def stock_balance(m: pyo.ConcreteModel, w: str, i: str, r: str, t: int) -> Any:
    """stock[w,i,r,t] = (1 − attrition[w]) · stock[w,i,r,t−1] + trainees[w,i,r,t],
    stock_0 = initial_stock[w] by employment · siting"""
    x = m.inputs
    stay = 1 - x.tracks.attrition[w]
    now = [m.stock[w, i, r, t], m.trainees[w, i, r, t]]
    if t == x.years[0]:
        return linear([1.0, -1.0], now) == stay * x.tracks.initial_stock[w] * x.initial_stock_share[i, r]
    return linear([1.0, -1.0, -stay], [*now, m.stock[w, i, r, t - 1]]) == 0.0


@constraint(
    "고용 대비 훈련 상한", "Training ceiling by employment", PHYSICAL, rank=6,
    sheet="tracks", parameters=("tracks.employment_ceiling",), unit=PERSONS,
)  # fmt: skip
def employment_ceiling(m: pyo.ConcreteModel, w: str, i: str, r: str) -> Any:
    """Σ_t trainees[w,i,r,t] ≤ employment_ceiling[w] · employment[i] · siting[i,r]"""
    x = m.inputs
    most = x.tracks.employment_ceiling[w] * x.industries.employment[i] * x.siting[i, r]
    return linear([1.0] * len(x.years), [m.trainees[w, i, r, t] for t in x.years]) <= most


@constraint(
    "훈련 수용 능력", "Training capacity", POLICY, rank=12,
    sheet="tracks", parameters=("tracks.initial_capacity", "tracks.capacity_growth"), unit=PERSONS,
    demand=Text("첫해 {initial_capacity:,.0f}명, 해마다 {capacity_growth:+.0%}",
                "{initial_capacity:,.0f} people in the first year, {capacity_growth:+.0%} a year"),
    movable=PLACES,
)  # fmt: skip
def capacity(m: pyo.ConcreteModel, w: str, t: int) -> Any:
    """Σ_{i,r} trainees[w,i,r,t] ≤ initial_capacity[w] · (1 + capacity_growth[w])^(t − first_year)"""
    now = _intake(m, w, t)
    return linear([1.0] * len(now), now) <= m.inputs.capacity[w, t]


@constraint(
    "지도 인력", "Supervision", POLICY, rank=8, sheet="tracks", parameters=("tracks.span",), unit=PERSONS,
    movable=(Movable("span", "tracks", "span", TIMES, times=5),
                *(replace(figure, owner="supervisor") for figure in PLACES)),
)  # fmt: skip
def supervision(m: pyo.ConcreteModel, w: str, t: int) -> Any:
    """Σ_{i,r} trainees[w,i,r,t] ≤ span[w] · Σ_{i,r} stock[supervisor[w],i,r,t−1],
    stock_0 = initial_stock[supervisor[w]]"""
    x = m.inputs
    above, span = x.tracks.supervisor[w], x.tracks.span[w]
    now = _intake(m, w, t)
    if t == x.years[0]:
        return linear([1.0] * len(now), now) <= span * x.tracks.initial_stock[above]
    teachers = [m.stock[above, i, r, t - 1] for i, r in x.places]
    return linear([1.0] * len(now) + [-span] * len(teachers), now + teachers) <= 0.0


@constraint(
    "투자에 필요한 인력", "Skilled people the investment needs", POLICY,
    sheet="tracks", parameters=("tracks.requirement",), unit=PERSONS, movable=PLACES,
)  # fmt: skip
def skill_requirement(m: pyo.ConcreteModel, w: str, i: str, r: str, t: int) -> Any:
    """requirement[w] · invested[i,r,t] ≤ stock[w,i,r,t], for i in I*"""
    return linear([m.inputs.tracks.requirement[w], -1.0], [m.invested[i, r, t], m.stock[w, i, r, t]]) <= 0.0


@constraint(
    "양성 목표", "Training target", REQUIREMENT,
    sheet="tracks", parameters=("tracks.target", "tracks.target_year"), unit=PERSONS,
    demand=Text("{target:,.0f}명, {target_year}년까지", "{target:,.0f} people by {target_year}"),
    movable=(Movable("target", "tracks", "target", PERSONS, to=0.0),
                Movable("target_year", "tracks", "target_year", YEAR, furthest=lambda x, _w, _t: (x.years[-1],))),
)  # fmt: skip
def target(m: pyo.ConcreteModel, w: str) -> Any:
    """Σ_{i,r, t ≤ target_year[w]} trainees[w,i,r,t] ≥ target[w]"""
    x = m.inputs
    variables = [person for t in x.years if t <= x.tracks.target_year[w] for person in _intake(m, w, t)]
    return linear([1.0] * len(variables), variables) >= x.tracks.target[w]


def trainee_uses(m: pyo.ConcreteModel, f: str, t: int) -> Any:
    """Σ unit_cost[w] · (1 − employer_share[w]) · trainees[w,i,r,t] over the tracks w of fund f"""
    x = m.inputs
    intakes = {w: _intake(m, w, t) for w in x.tracks.track if x.tracks.fund[w] == f}
    return linear(*joined(([x.public_unit_cost[w]] * len(intake), intake) for w, intake in intakes.items()))


EXPRESSIONS = (trainee_uses,)
