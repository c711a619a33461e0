"""The certificate: a plan is checked against its inputs without the solver that made it, and without its model.

`check_plan` writes every equation of the allocation model anew, from the columns of the workbook to both sides of every
constraint, and compares them with the values of the plan. `check_duality` proves from the dual values how much any
plan can be worth. Together: the plan keeps every rule, is worth what it says, and none is worth more.

What it cannot see: whether the solver was given a constraint that the inputs do not ask for. Such a plan keeps every
rule and is the best of its model; only that the equations were written twice, by different hands, speaks against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from axplan.core.errors import CertificateError
from axplan.core.text import Text
from axplan.inputs.parameters import Inputs
from axplan.plan.certificate.checks import Certificate, Check
from axplan.plan.certificate.duality import check_duality
from axplan.plan.certificate.plan import check_plan
from axplan.plan.certificate.values import VARIABLES, Values

if TYPE_CHECKING:
    from axplan.solver import Solution

__all__ = ["Certificate", "Check", "Values", "certify", "check_duality", "check_plan", "require"]

NAMED_FAILURES = 5


def certify(inputs: Inputs, solution: Solution, weights: Mapping[str, float]) -> Certificate:
    """Check a solution for `inputs` that maximises Σ weights[v] · indicator[v] less the penalties of soft rules.

    The checks of `check_plan` come first, those of `check_duality` after them. No failed check raises: see `require`.
    """
    values = {name: solution.values(name) for name in VARIABLES}
    return Certificate((
        *check_plan(inputs, values, weights, solution.objective),
        *check_duality(solution.arrays, solution.x, solution.row_dual, solution.objective),
    ))  # fmt: skip


def require(certificate: Certificate) -> None:
    """Do nothing if every check of a plan holds.

    Raises
    ------
    CertificateError: naming the worst failures with both their sides.
    """
    if certificate.ok:
        return
    worst = sorted(certificate.failures, key=lambda check: -check.violation)[:NAMED_FAILURES]
    count = len(certificate.failures)
    raise CertificateError(Text(
        f"계획이 재검산을 통과하지 못하여 쓰지 않습니다. 어긋난 검사 {count}건: " + "; ".join(
            f"{c.place} 좌변 {c.left:.10g}, 우변 {c.right:.10g}, 위반 {c.violation:.3g} (허용 {c.tolerance:g})" for c in worst),
        f"The plan fails its re-check and is not written. Checks failed: {count}: " + "; ".join(
            f"{c.place} left {c.left:.10g}, right {c.right:.10g}, violation {c.violation:.3g} (allowed {c.tolerance:g})"
            for c in worst),
    ))  # fmt: skip
