"""How far the optimum of tiny cases moves with their inputs, a row for each column of numbers."""

from __future__ import annotations

from typing import Any

import pandas as pd

from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.parameters import Inputs
from axplan.plan.sensitivity import sensitivities
from axplan.solver import solve
from full_case import WEIGHTS
from solved_cases import ONE_STAGE, money
from tiny import tiny_inputs


def frame_of(x: Inputs, weights: dict[str, float] | None = None) -> pd.DataFrame:
    """The rows by "sheet.column"."""
    weights = weights or WEIGHTS
    frame = sensitivities(x, solve(compile_model(build_model(x, weights))), weights)
    return frame.set_index(frame["sheet"] + "." + frame["column"])


def poor(**more: Any) -> Inputs:
    """30 억원 in the first year and one stage: worth 30 × 4 = 120 억원 of production."""
    return tiny_inputs(stages=ONE_STAGE, appropriations=money(30, 0), **more)
