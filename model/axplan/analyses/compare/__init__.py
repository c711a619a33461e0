"""Two cases beside each other: which input cells differ, what that does to the plan, and how much each difference made."""

from __future__ import annotations

from axplan.analyses.compare.amounts import plan_differences, totals
from axplan.analyses.compare.cases import Case, Comparer, Comparison, changes_between, combinations_of, compare
from axplan.analyses.compare.differences import Difference, differences
from axplan.analyses.compare.pairs import Pair, Side, pair

__all__ = [
    "Case",
    "Comparer",
    "Comparison",
    "Difference",
    "Pair",
    "Side",
    "changes_between",
    "combinations_of",
    "compare",
    "differences",
    "pair",
    "plan_differences",
    "totals",
]
