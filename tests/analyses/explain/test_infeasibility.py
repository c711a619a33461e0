"""Infeasible inputs of many kinds: the planted cause is named with its cells, and what is offered helps, and no more than is needed."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from axplan.analyses.explain.causes import Cause
from axplan.analyses.explain.infeasibility import Infeasibility, explain_infeasibility
from axplan.analyses.explain.relaxations import MOST, MOST_OF_A_KIND, worth_of_best
from axplan.analyses.explain.shortfalls import lowered
from axplan.core.errors import Infeasible, SolverFailure
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.formulation.constraint_registry import describe
from axplan.inputs.objective import single
from axplan.inputs.parameters import build_inputs
from axplan.inputs.tables import Tables
from axplan.plan.infeasibility import infeasible_subset, requirement
from axplan.plan.optimise import optimise
from axplan.solver.iis import infeasible
from contradictions import PLANTED
from small_baseline import small_baseline


@cache
def tables(case: str) -> Tables:
    return small_baseline(PLANTED[case].changes)


@cache
def explained(case: str) -> Infeasibility:
    return explain_infeasibility(build_inputs(tables(case)), tables(case), single("production"), elastic=True)


worth = worth_of_best({"production": 1.0})


@pytest.mark.parametrize("case", PLANTED)
def test_the_planted_cause_is_named_with_its_cells(case: str) -> None:
    found = explained(case)
    named = [(cause.constraint, cause.key) for cause in found.causes]
    assert set(PLANTED[case].named) <= set(named), named
    for cause in found.causes:
        assert "!" in found.cells[cause], cause


@pytest.mark.parametrize("case", PLANTED)
def test_without_any_one_cause_the_others_do_not_collide(case: str) -> None:
    """The causes and the limits of nature beside them are a contradiction; without the rows of any one they are none."""
    arrays = compile_model(build_model(build_inputs(tables(case)), {"production": 1.0}))
    found = infeasible_subset(arrays)
    assert found is not None
    subscription = arrays.columns["subscription"]
    free = [column for column in range(subscription.start, subscription.stop) if column not in found.bounds]
    assert infeasible(arrays.relax(columns=free).keep_rows(found.rows))
    for cause in explained(case).causes:
        rows = [row for row in found.rows if not _of(cause, *arrays.row_name(row))]
        bounds = [c for c in found.bounds if _of(cause, *arrays.column_name(c))]
        assert len(rows) < len(found.rows) or bounds
        assert not infeasible(arrays.relax(columns=[*free, *bounds]).keep_rows(rows)), cause


@pytest.mark.parametrize("case", PLANTED)
def test_the_message_of_a_run_names_the_same_requirements_as_the_explanation(case: str) -> None:
    x = build_inputs(tables(case))
    with pytest.raises(Infeasible) as fault:
        optimise(x)
    assert fault.value.groups == [describe(x, cause.constraint, cause.key) for cause in explained(case).causes]


def _of(cause: Cause, name: str, index: Any) -> bool:
    return requirement(name, index) == (cause.constraint, cause.key)


@pytest.mark.parametrize("case", PLANTED)
def test_every_relaxation_gives_a_plan_and_one_per_cent_less_does_not(case: str) -> None:
    x = build_inputs(tables(case))
    with pytest.raises(Infeasible):
        worth(x)
    offered = explained(case).relaxations
    assert len(offered) <= MOST
    assert [one.relative for one in offered] == sorted(one.relative for one in offered)
    for one in offered:
        moved = one.candidate
        assert worth(moved.inputs(x, one.figure)) == pytest.approx(one.worth, rel=1e-6)
        assert sum(other.candidate.movable.name == moved.movable.name for other in offered) <= MOST_OF_A_KIND
        less = one.figure - 1 if moved.is_year else moved.now + 0.99 * one.amount
        with pytest.raises((Infeasible, SolverFailure)):
            worth(moved.inputs(x, less))


@pytest.mark.parametrize("case", PLANTED)
def test_there_is_a_relaxation_or_the_elastic_plan_says_what_falls_short(case: str) -> None:
    found = explained(case)
    assert found.elastic is not None
    assert found.relaxations or found.elastic.shortfalls
    if found.elastic.shortfalls:
        missed = worth(lowered(build_inputs(tables(case)), found.elastic.shortfalls))
        assert missed == pytest.approx(found.elastic.worth, rel=1e-6)
