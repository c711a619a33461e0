"""Two cases beside each other: which input cells differ, what that does to the plan, and how much each difference made."""

from __future__ import annotations

from axplan.analyses.compare.amounts import plan_differences, totals
from axplan.analyses.compare.cases import Comparer, Comparison, PlannedCase, changes_between, combinations_of, compare
from axplan.analyses.compare.differences import Difference, differences
from axplan.analyses.compare.pairs import ComparedSide, Pair, pair

__all__ = [
    "ComparedSide",
    "Comparer",
    "Comparison",
    "Difference",
    "Pair",
    "PlannedCase",
    "changes_between",
    "combinations_of",
    "compare",
    "differences",
    "pair",
    "plan_differences",
    "totals",
]
