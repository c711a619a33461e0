"""What a check says, and what all of them say together."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

CONSTRAINT, BOUND, OBJECTIVE, DUALITY = "constraint", "bound", "objective", "duality"

TOLERANCE = 1e-6
"""How far a constraint or bound may be missed, relative to max(1, the largest term of its row).

The solver works to 1e-7 per row in the units of the model, and a money row adds amounts of 1e4 억원: 1e-6 leaves it room
and still means less than 0.01 억원 in a fund of 1조원, a thousandth of a person, or a millionth of a cell.
"""


@dataclass(frozen=True)
class Check:
    """One thing looked at: the worst case of a family of constraints or of a variable's bounds, or a comparison.

    `name` is the constraint ("fund_balance"), "bounds:<variable>", "values", "objective", "model_rows", "model_bounds",
    "model_objective", "dual_infeasibility" or "duality_gap"; `kind` is constraint, bound, objective or duality. `left`
    and `right` are both sides at `index`, the worst case (None where there is none: the family is empty, or the
    comparison is of totals). `violation` is relative, as the function that makes the check says.
    """

    name: str
    kind: str
    index: tuple[Any, ...] | None
    left: float
    right: float
    violation: float
    tolerance: float

    @staticmethod
    def of_nothing(name: str, kind: str, tolerance: float) -> Check:
        """The check of an empty family, which holds."""
        return Check(name, kind, None, 0.0, 0.0, 0.0, tolerance)

    @property
    def ok(self) -> bool:
        """Whether the violation is within the tolerance."""
        return self.violation <= self.tolerance

    @property
    def place(self) -> str:
        """The name with the worst index: fund_balance[axpf, 2027]."""
        return self.name if self.index is None else f"{self.name}[{', '.join(map(str, self.index))}]"

    def as_dict(self) -> dict[str, Any]:
        """Plain values for a record. What is not a finite number becomes None, for JSON has no other word for it."""
        index = None if self.index is None else [part if isinstance(part, int) else str(part) for part in self.index]
        return {
            "name": self.name, "kind": self.kind, "ok": self.ok, "index": index,
            "left": _finite(self.left), "right": _finite(self.right),
            "violation": _finite(self.violation), "tolerance": self.tolerance,
        }  # fmt: skip


@dataclass(frozen=True)
class Certificate:
    """Every check of one plan. A plan whose certificate is not `ok` is not written."""

    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        """Whether there are checks and all of them hold."""
        return bool(self.checks) and not self.failures

    @property
    def failures(self) -> tuple[Check, ...]:
        """The checks that do not hold, in their order."""
        return tuple(check for check in self.checks if not check.ok)

    @property
    def largest_constraint_violation(self) -> float:
        """Relative to max(1, largest term of the row); infinite if a value is missing or not a number."""
        return self._largest(CONSTRAINT)

    @property
    def largest_bound_violation(self) -> float:
        """Relative to max(1, |bound|)."""
        return self._largest(BOUND)

    @property
    def duality_gap(self) -> float:
        """By how much the plan could be better at most, relative to its own value; infinite without a proof."""
        gaps = [check.violation for check in self.checks if check.name == "duality_gap"]
        return max(gaps, default=math.inf)

    def as_dict(self) -> dict[str, Any]:
        """Plain values for a record."""
        return {
            "ok": self.ok,
            "largest_constraint_violation": _finite(self.largest_constraint_violation),
            "largest_bound_violation": _finite(self.largest_bound_violation),
            "duality_gap": _finite(self.duality_gap),
            "checks": [check.as_dict() for check in self.checks],
        }

    def _largest(self, kind: str) -> float:
        return max((check.violation for check in self.checks if check.kind == kind), default=0.0)


def _finite(number: float) -> float | None:
    return float(number) if math.isfinite(number) else None
