"""The capital area in the baseline: what people need to see before they argue about 50억원."""

from __future__ import annotations

import pytest

from axplan.analyses.near_optimal.mga import near_optimal_space
from axplan.inputs.objective import single
from axplan.inputs.parameters import build_inputs
from axplan.plan.optimise import CertifiedPlan, optimise
from axplan.solver.session import LEAST, MOST
from axplan.workbook.baseline import baseline_tables


@pytest.fixture(scope="module")
def best() -> CertifiedPlan:
    return optimise(build_inputs(baseline_tables()), single("production"))


@pytest.mark.slow
@pytest.mark.parametrize(("within", "least", "most"), [(0.01, 2965.6, 5594.1), (1e-6, 4224.9, 4228.7)])
def test_the_capital_area_is_wide_at_one_per_cent_and_pinned_at_a_millionth(
    best: CertifiedPlan, within: float, least: float, most: float
) -> None:
    """The figures are those of the model with a floor under its objective, solved from nothing for each end."""
    search = near_optimal_space(best, within)
    (n,) = (n for n, a in enumerate(search.aggregates) if (a.kind, a.key) == ("region", ("capital",)))
    assert search.end((n, LEAST)).amount == pytest.approx(least, rel=2e-3)
    assert search.end((n, MOST)).amount == pytest.approx(most, rel=2e-3)
