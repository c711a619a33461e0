"""Two cases beside each other: which input cells differ, what that does to the plan, and how much each difference made."""

from __future__ import annotations

from axplan.comparing.cases import Case, Comparison, compare
from axplan.comparing.differences import Difference, differences

__all__ = ["Case", "Comparison", "Difference", "compare", "differences"]
