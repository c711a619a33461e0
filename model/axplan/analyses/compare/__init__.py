"""Two cases beside each other: the input cells that differ, what that does to the plan, and how much each made."""

from axplan.analyses.compare.amounts import plan_differences, totals
from axplan.analyses.compare.cases import ComparedCase, Comparer, Comparison
from axplan.analyses.compare.differences import Difference, differences
from axplan.analyses.compare.pairs import Pair, pair

__all__ = [
    "ComparedCase", "Comparer", "Comparison", "Difference", "Pair", "differences", "pair", "plan_differences", "totals",
]  # fmt: skip
