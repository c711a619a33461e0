"""Cases of the codes about scenario files."""

from __future__ import annotations

from pathlib import Path

from axplan.errors import InputError, Problem
from axplan.objective import Objective
from axplan.planning import make_plan
from planting import Case, scenario
from tiny import tiny_inputs


def weighing_what_is_not_there(_: Path) -> list[Problem]:
    """A weighted objective with an indicator that is zero whatever the plan does."""
    try:
        make_plan(tiny_inputs(industries={"cars": {"exports": 0}}), Objective({"production": 1.0, "exports": 1.0}))
    except InputError as fault:
        return list(fault.problems)
    return []


SCENARIOS = (
    Case("E401", scenario("- exports"), "a.yaml:1",
         "목록  → YAML 형식의 글(UTF-8)로 된 `title:` 같은 항목들",
         "a list  → YAML text in UTF-8 with keys such as `title:`"),
    Case("E402", scenario("objective: output\nobjective: exports"), "a.yaml:2",
         "objective  → 한 번만",
         "objective  → only once"),
    Case("E403", scenario("titel: 수출"), "a.yaml:1",
         "titel  → title, inputs, objective, note 가운데 하나. 혹시 'title'입니까?",
         "titel  → one of title, inputs, objective, note. Did you mean 'title'?"),
    Case("E404", scenario("inputs: 3"), "a.yaml:1",
         "inputs: 3  → 통합문서나 폴더의 경로",
         "inputs: 3  → the path of a workbook or folder"),
    Case("E405", scenario("objective: prodution"), "a.yaml:1",
         "objective: prodution  → production, output, value_added, employment, exports 가운데 하나. 혹시 'production'입니까?",
         "objective: prodution  → one of production, output, value_added, employment, exports. Did you mean 'production'?"),
    Case("E406", weighing_what_is_not_there, "objective",
         "exports의 최선값이 0 이하  → 이 입력에서 0보다 커질 수 있는 지표",
         "the best value of exports is not above zero  → an indicator that can rise above zero on these inputs"),
)  # fmt: skip
