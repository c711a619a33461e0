"""The solver's answers on programmes small enough to solve by hand, and its ends as named errors."""

import dataclasses
import signal
import sys

import highspy
import numpy as np
import pytest

from axplan.core.errors import EnvironmentFault, Infeasible, SolverFailure, Unbounded
from axplan.solver import Arrays, highs, solve
from axplan.solver.arrays import Span
from axplan.solver.highs import INTERIOR_POINT, SIMPLEX, cost_scale, hand_over, tidied
from interrupted import PATIENCE, started
from solved_cases import Case, money

INF = np.inf


def programme(
    cost: list[float], rows: list[list[float]], lower: list[float], upper: list[float], most: float = INF
) -> Arrays:
    """maximise cost·x, lower ≤ rows·x ≤ upper, 0 ≤ x ≤ most."""
    matrix = np.array(rows, dtype=float).reshape(len(rows), len(cost))
    n, width = matrix.shape
    return Arrays(
        cost=np.array(cost, dtype=float),
        col_lower=np.zeros(width),
        col_upper=np.full(width, most),
        row_lower=np.array(lower, dtype=float),
        row_upper=np.array(upper, dtype=float),
        start=np.arange(0, n * width + 1, width, dtype=np.int32),
        index=np.tile(np.arange(width, dtype=np.int32), n),
        value=matrix.ravel(),
        columns={"x": Span(0, tuple(range(width)))},
        rows={"row": Span(0, tuple(range(n)))},
    )


# maximise 3a + 2b, a + b ≤ 4, a ≤ 3 (as a row), a, b ≥ 0: a = 3, b = 1, worth 11.
# One more in the first row buys one b (2); one more in the second swaps a b for an a (1).
TEXTBOOK = programme([3, 2], [[1, 1], [1, 0]], [-INF, -INF], [4, 3])


@pytest.mark.parametrize("method", [SIMPLEX, INTERIOR_POINT])
def test_the_textbook_optimum_and_its_duals_have_the_right_sign(method: str) -> None:
    solution = solve(TEXTBOOK, method)
    assert solution.objective == pytest.approx(11)
    assert solution.values("x") == pytest.approx({0: 3, 1: 1})
    assert solution.duals("row") == pytest.approx({0: 2, 1: 1})
    assert solution.reduced_costs("x") == pytest.approx({0: 0, 1: 0})
    assert solution.status == "Optimal"


def test_a_requirement_has_a_negative_dual() -> None:
    # the same with b ≥ 2 as a row: a = 2, b = 2, worth 10; one more b takes an a: −1
    solution = solve(programme([3, 2], [[1, 1], [0, 1]], [-INF, 2], [4, INF]))
    assert solution.objective == pytest.approx(10)
    assert solution.duals("row") == pytest.approx({0: 3, 1: -1})


def test_a_reduced_cost_is_what_a_binding_bound_is_worth() -> None:
    # both at most 1: the upper bounds are worth 3 and 2; with a cost of −5 the lower bound binds
    assert solve(programme([3, 2], [[1, 1]], [-INF], [4], most=1)).reduced_costs("x") == pytest.approx({0: 3, 1: 2})
    assert solve(programme([3, -5], [[1, 1]], [-INF], [4])).reduced_costs("x") == pytest.approx({0: 0, 1: -8})


@pytest.mark.parametrize("unit", [1e-9, 1e-5, 1.0, 1e6])
def test_duals_stand_in_the_unit_of_the_objective_however_small_it_is(unit: float) -> None:
    solution = solve(dataclasses.replace(TEXTBOOK, cost=TEXTBOOK.cost * unit))
    assert solution.objective == pytest.approx(11 * unit)
    assert solution.duals("row") == pytest.approx({0: 2 * unit, 1: unit})


@pytest.mark.parametrize("costs", [[3.0, 2.0], [7e-4, -1e-5], [-123.0], [1.0], [0.5]])
def test_the_scale_is_a_power_of_two_that_brings_the_largest_cost_between_one_and_two(costs: list[float]) -> None:
    scale = cost_scale(np.array(costs))
    assert 1 <= scale * max(map(abs, costs)) < 2
    assert np.log2(scale) == round(np.log2(scale))
    assert [cost * scale / scale for cost in costs] == costs


def test_a_penalty_does_not_push_what_is_wanted_below_the_tolerance() -> None:
    assert cost_scale(np.array([1e-4, 1e-6, -1e4])) == 1.0
    assert cost_scale(np.array([1e-4, 1e-6, -1e-4])) == cost_scale(np.array([1e-4, 1e-6]))


@pytest.mark.parametrize("costs", [[], [0.0, 0.0]])
def test_an_objective_without_costs_is_left_as_it_is(costs: list[float]) -> None:
    assert cost_scale(np.array(costs)) == 1.0


def test_a_contradiction_is_infeasible() -> None:
    with pytest.raises(Infeasible) as caught:
        solve(programme([1, 1], [[1, 1], [1, 1]], [-INF, 5], [4, INF]))
    assert caught.value.exit_code == 3


def test_an_objective_without_limit_is_unbounded() -> None:
    with pytest.raises(Unbounded) as caught:
        solve(programme([1, 1], [[1, -1]], [-INF], [4]))
    assert caught.value.exit_code == 3


def test_a_contradiction_is_infeasible_even_where_the_objective_has_no_limit() -> None:
    with pytest.raises(Infeasible):
        solve(programme([1, 1, 0], [[0, 0, 1], [0, 0, 1]], [-INF, 5], [4, INF]))


class Undecided:
    """A solver whose presolve finds "unbounded or infeasible", and which knows better without presolve."""

    def __init__(self, truth: highspy.HighsModelStatus) -> None:
        self.truth, self.options = truth, {"presolve": "choose"}

    def setOptionValue(self, name: str, value: str) -> None:  # noqa: N802
        self.options[name] = value

    def run(self) -> None: ...

    def getModelStatus(self) -> highspy.HighsModelStatus:  # noqa: N802
        off = self.options["presolve"] == "off"
        return self.truth if off else highspy.HighsModelStatus.kUnboundedOrInfeasible


@pytest.mark.parametrize(
    ("truth", "said"),
    [(highspy.HighsModelStatus.kInfeasible, Infeasible), (highspy.HighsModelStatus.kUnbounded, Unbounded)],
)
def test_unbounded_or_infeasible_is_asked_again_which_of_the_two(
    truth: highspy.HighsModelStatus, said: type[Exception]
) -> None:
    with pytest.raises(said):
        highs.run(Undecided(truth))


def test_a_solver_that_stops_early_has_proven_nothing() -> None:
    case = Case()
    stopped = hand_over(case.arrays, 1.0)
    stopped.setOptionValue("presolve", "off")
    stopped.setOptionValue("simplex_iteration_limit", 1)
    with pytest.raises(SolverFailure, match="Iteration limit"):
        highs.run(stopped)


def test_arrays_that_are_no_programme_are_not_accepted() -> None:
    with pytest.raises(SolverFailure, match="did not accept"):
        solve(dataclasses.replace(TEXTBOOK, index=np.array([0, 1, 0, 7], dtype=np.int32)))


def test_running_out_of_memory_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(_: highspy.Highs) -> None:
        raise MemoryError

    monkeypatch.setattr(highspy.Highs, "run", exhausted)
    with pytest.raises(EnvironmentFault, match="memory"):
        solve(TEXTBOOK)


@pytest.mark.parametrize("method", [SIMPLEX, INTERIOR_POINT])
def test_the_solver_prints_nothing(method: str, capfd: pytest.CaptureFixture[str]) -> None:
    solve(TEXTBOOK, method)
    with pytest.raises(Infeasible):
        solve(programme([1], [[1], [1]], [-INF, 5], [4, INF]), method)
    assert capfd.readouterr() == ("", "")


def test_the_solution_is_freed_of_rounding_noise_and_kept_within_its_bounds() -> None:
    arrays = dataclasses.replace(TEXTBOOK, col_upper=np.array([1.0, 5.0]))
    assert tidied(arrays, np.array([1 + 1e-8, 1e-10])).tolist() == [1, 0]
    assert tidied(arrays, np.array([-1e-7, 4.0])).tolist() == [0, 4]
    above = dataclasses.replace(arrays, col_lower=np.array([0.5, 2.0]))
    assert tidied(above, np.array([1e-12, 2.0])).tolist() == [0.5, 2]


def test_simplex_and_interior_point_agree() -> None:
    case = Case(
        settings={"plan_years": 3, "social_discount_rate": 0.045},
        tracks={"reskilled": {"requirement": 1.0, "initial_capacity": 30, "capacity_growth": 0.3, "target": 50}},
        appropriations=money(60, 70, in_2028=80),
        funds={"main": {"private_ratio": 0.5, "preferred_return": 0.03, "solvency_share": 1.0, "interest": 0.02}},
        rules={"floor": {"stage": "scale_up", "relation": ">=", "value": 0.2, "unit": "share"}},
    )
    assert solve(case.arrays, INTERIOR_POINT).objective == pytest.approx(case.solution.objective, rel=1e-9)
    assert case.solution.objective > 0


BUSY = """
import sys, time, axplan.cli as cli, axplan.solver.highs as highs
class Busy:
    def run(self):
        print("busy", flush=True)
        time.sleep(3600)
cli.cli.invoke = lambda _: highs.run(Busy())
sys.argv = ["axplan", "run"]
cli.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="sends a POSIX signal")
def test_an_interruption_is_heard_while_the_solver_works() -> None:
    with started([sys.executable, "-c", BUSY]) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "busy\n"
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)  # far less than the solver would take
    assert process.returncode == 130
    assert "Traceback" not in said


def test_what_goes_wrong_inside_the_solver_is_raised_where_it_was_called() -> None:
    class Broken:
        def run(self) -> None:
            raise MemoryError

    with pytest.raises(EnvironmentFault):
        highs.run_interruptibly(Broken())
