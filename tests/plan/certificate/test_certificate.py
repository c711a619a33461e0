"""What a certificate says as a whole: about hand-worked plans, about the baseline, and about plans that fail."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest

import axplan
from axplan.core.errors import CertificateError
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.parameters import build_inputs
from axplan.plan.certificate import Certificate, Check, certify, check_plan, require
from axplan.plan.certificate.checks import OBJECTIVE
from axplan.plan.certificate.worth import compare_totals, worth_before_penalties
from axplan.solver import solve
from axplan.workbook.csv_folder import read_folder
from full_case import LAST, VARIABLES, WEIGHTS, Draft, full_solution
from tiny import tiny_inputs

BASELINE = Path(axplan.__file__).parent / "data" / "baseline"


def check(name: str = "target", kind: str = "constraint", violation: float = 0.0, tolerance: float = 1e-6) -> Check:
    return Check(name, kind, ("leaders", 2030), 1.0, 2.0, violation, tolerance)


@pytest.mark.parametrize(
    ("weights", "worth"),
    [
        ({"production": 1.0}, 600 / 1e4),
        ({"output": 1.0}, 450 / 1e4),
        ({"value_added": 1.0}, 150 / 1e4),
        ({"employment": 1.0}, 300 * 10 / 10),
        ({"exports": 1.0}, 300 * 2 / 1e4),
        ({"net_benefit": 1.0}, (300 * 0.25 - 300 * 2 * 0.5) / 1e4),
        ({"production": 2.0, "exports": 0.5}, 2 * 600 / 1e4 + 0.5 * 300 * 2 / 1e4),
    ],
)
def test_the_worth_of_the_tiny_plan_is_that_worked_out_by_hand(weights: dict[str, float], worth: float) -> None:
    """The plan adds 300 억원·year of output (see tiny): 2 and 1.5 of production and output, 0.5 of value added each, 10
        persons per 10억원, and 2 bn USD of exports per 1조원. It spends 300 억원 and as much private money, half of it additional;
    a quarter of the output is value added of the industry itself."""
    inputs = tiny_inputs()
    solution = solve(compile_model(build_model(inputs, {"production": 1.0})))
    values = {name: solution.values(name) for name in VARIABLES}
    worked_out = next(c for c in check_plan(inputs, values, weights, worth) if c.name == "objective")
    assert worked_out.ok
    assert worked_out.left == pytest.approx(worth, rel=1e-12)


def test_the_solution_of_the_rich_case_is_certified() -> None:
    inputs, solution = full_solution()
    certificate = certify(inputs, solution, WEIGHTS)
    require(certificate)
    assert certificate.ok
    assert certificate.largest_constraint_violation < 1e-9
    assert certificate.largest_bound_violation == 0.0
    assert certificate.duality_gap < 1e-12


def test_the_baseline_is_certified() -> None:
    inputs = build_inputs(read_folder(BASELINE))
    arrays = compile_model(build_model(inputs, WEIGHTS))
    solution = solve(arrays)
    certificate = certify(inputs, solution, WEIGHTS)
    require(certificate)
    assert certificate.checks[0].left == len(arrays.cost) == 15_825
    assert certificate.largest_constraint_violation < 1e-9
    assert certificate.duality_gap < 1e-9


def test_a_family_without_rows_has_nothing_to_miss() -> None:
    inputs = tiny_inputs()
    checks = {c.name: c for c in certify(inputs, solve(compile_model(build_model(inputs, WEIGHTS))), WEIGHTS).checks}
    for name in ("supervision", "carry_over_limit", "rule_limit", "bounds:shortfall", "bounds:excess"):
        empty = checks[name]
        assert (empty.index, empty.left, empty.right, empty.violation, empty.ok) == (None, 0.0, 0.0, 0.0, True)


def test_a_check_holds_up_to_its_tolerance_and_not_beyond() -> None:
    assert check(violation=1e-6).ok
    assert not check(violation=1.0001e-6).ok
    assert not check(violation=math.nan).ok
    assert not check(violation=math.inf).ok


def test_a_certificate_sums_up_its_checks() -> None:
    certificate = Certificate((
        check("target", violation=1e-8), check("capacity", violation=3e-8), check("bounds:depth", "bound", 2e-8),
        check("objective", "objective", 0.5), check("duality_gap", "duality", 1e-9), check("dual_infeasibility", "duality", 1e-7),
    ))  # fmt: skip
    assert certificate.largest_constraint_violation == 3e-8
    assert certificate.largest_bound_violation == 2e-8
    assert certificate.duality_gap == 1e-9
    assert [c.name for c in certificate.failures] == ["objective"]
    assert not certificate.ok


def test_a_certificate_without_checks_certifies_nothing() -> None:
    assert not Certificate(()).ok
    assert Certificate((check(),)).duality_gap == math.inf


def test_a_failing_plan_is_refused_in_words_of_both_languages() -> None:
    worst = Check("fund_balance", "constraint", ("main", 2027), 10.0, 12.5, 0.2, 1e-6)
    others = tuple(check(f"family_{n}", violation=0.1) for n in range(9))
    with pytest.raises(CertificateError) as raised:
        require(Certificate((*others, worst)))
    message = raised.value.message
    assert raised.value.exit_code == 70
    for text in (message.ko, message.en):
        first = text.index("fund_balance[main, 2027]")
        assert first < text.index("family_0[leaders, 2030]")
        assert all(part in text for part in ("12.5", "0.2", "1e-06", "10"))
        assert "family_8" not in text
    assert "쓰지 않습니다" in message.ko
    assert "not written" in message.en


def test_a_spoiled_solution_is_refused() -> None:
    draft = Draft()
    draft.add("lapse", "main", LAST, by=1.0)
    certificate = Certificate(check_plan(draft.inputs, draft.values, WEIGHTS, draft.objective))
    with pytest.raises(CertificateError, match=r"fund_balance\[main, 2028\]"):
        require(certificate)


def test_a_certificate_can_be_recorded() -> None:
    inputs, solution = full_solution()
    certificate = certify(inputs, solution, WEIGHTS)
    record = json.loads(json.dumps(certificate.as_dict(), allow_nan=False))
    assert record["ok"] is True
    assert record["duality_gap"] == certificate.duality_gap
    assert [c["name"] for c in record["checks"]] == [c.name for c in certificate.checks]
    solvency = next(c for c in record["checks"] if c["name"] == "solvency")
    assert solvency["index"] in [["main"], ["extra"]]
    assert set(solvency) == {"name", "kind", "ok", "index", "left", "right", "violation", "tolerance"}


def test_what_is_no_number_is_recorded_as_nothing() -> None:
    record = Certificate((check("values", violation=math.inf),)).as_dict()
    assert record["largest_constraint_violation"] is None
    assert record["checks"][0]["violation"] is None
    assert record["ok"] is False


def test_the_size_of_an_objective_is_its_worth_before_penalties() -> None:
    assert worth_before_penalties(np.array([0.3, 0.2, -0.4])) == 0.5
    assert worth_before_penalties(np.array([3.0, -1e6])) == pytest.approx(100.0003)
    assert worth_before_penalties(np.array([])) == 0.0


def test_a_plan_that_is_worth_nothing_may_not_claim_anything() -> None:
    assert compare_totals("objective", OBJECTIVE, 0.0, 0.0, 0.0, 1e-9).ok
    assert compare_totals("objective", OBJECTIVE, 0.0, 1e-12, 0.0, 1e-9).violation == 1.0
