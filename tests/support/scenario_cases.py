"""Cases of the codes about scenario files."""

from __future__ import annotations

from pathlib import Path

from axplan.core.errors import InputError
from axplan.core.problem import Problem
from axplan.inputs.objective import Objective
from axplan.plan.optimise import optimise
from mistakes import Case, overlay, scenario
from tiny import tiny_inputs


def weighing_what_is_not_there(_: Path) -> list[Problem]:
    """A weighted objective with an indicator that is zero whatever the plan does."""
    try:
        optimise(tiny_inputs(industries={"cars": {"exports": 0}}), Objective({"production": 1.0, "exports": 1.0}))
    except InputError as fault:
        return list(fault.problems)
    return []


SHEETS = (
    "settings, industries, regions, siting, tasks, applications, effectiveness, stages, effect_profile, segments, tracks, "
    "programmes, unlocks, funds, appropriations, rules, floors, sources"
)

SCENARIOS = (
    Case("E401", scenario("- exports"), "a.yaml:1",
         "목록  → YAML 형식의 글(UTF-8)로 된 `title:` 같은 항목들",
         "a list  → YAML text in UTF-8 with keys such as `title:`"),
    Case("E402", scenario("objective: output\nobjective: exports"), "a.yaml:2",
         "objective  → 한 번만",
         "objective  → only once"),
    Case("E403", scenario("titel: 수출"), "a.yaml:1",
         "titel  → title, extends, inputs, objective, changes, rules, note 가운데 하나. 혹시 'title'입니까?",
         "titel  → one of title, extends, inputs, objective, changes, rules, note. Did you mean 'title'?"),
    Case("E404", scenario("inputs: 3"), "a.yaml:1",
         "inputs: 3  → 통합문서나 폴더의 경로",
         "inputs: 3  → the path of a workbook or folder"),
    Case("E405", scenario("objective: prodution"), "a.yaml:1",
         "objective: prodution  → production, output, value_added, employment, exports, net_benefit 가운데 하나. 혹시 'production'입니까?",
         "objective: prodution  → one of production, output, value_added, employment, exports, net_benefit. Did you mean 'production'?"),
    Case("E406", weighing_what_is_not_there, "objective",
         "exports의 최선값이 거의 0  → 이 입력에서 최선값이 0과 다른 지표",
         "the best value of exports is near zero  → an indicator whose best value on these inputs is not zero"),
    Case("E407", overlay("title: 삭감\nextends: basis", bases=""), "a.yaml:2",
         "extends: basis  → a, bases 가운데 하나. 혹시 'bases'입니까?",
         "extends: basis  → one of a, bases. Did you mean 'bases'?"),
    Case("E408", overlay("extends: b", b="\nextends: a"), "b.yaml:2",
         "extends: a → b → a  → 끝이 있는 연결",
         "extends: a → b → a  → a chain that ends"),
    Case("E409", overlay("changes:\n  settings.krw_per_usd: 1300"), "a.yaml:2",
         "settings.krw_per_usd  → 시트.행.열과 값(예: tasks.design.uplift). 혹시 'settings.krw_per_usd.value'입니까?",
         "settings.krw_per_usd  → table.row.column and a value, such as tasks.design.uplift. Did you mean 'settings.krw_per_usd.value'?"),
    Case("E410", overlay("changes:\n  uncertainty.1.low: 0"), "a.yaml:2",
         f"uncertainty.1.low: 시나리오가 바꿀 수 있는 시트 'uncertainty' 없음  → {SHEETS} 가운데 하나",
         f"uncertainty.1.low: a scenario can change no sheet 'uncertainty'  → one of {SHEETS}"),
    Case("E411", overlay("changes:\n  regions.south.siting_cost: 2"), "a.yaml:2",
         "regions.south.siting_cost: regions 시트에 행 'south' 없음  → north 가운데 하나, 또는 모든 행에 *. 혹시 'north'입니까?",
         "regions.south.siting_cost: sheet regions has no row 'south'  → one of north, or * for every row. Did you mean 'north'?"),
    Case("E412", overlay("changes:\n  regions.north.region: south"), "a.yaml:2",
         "regions.north.region: regions 시트에 바꿀 수 있는 열 'region' 없음  → label_ko, label_en, investment_cost, siting_cost 가운데 하나",
         "regions.north.region: sheet regions has no column 'region' to change  → one of label_ko, label_en, investment_cost, siting_cost"),
    Case("E413", overlay("changes:\n  tasks.design.uplift: 0.1\n  tasks.*.uplift: {scale: 2}"), "a.yaml:3",
         "tasks.*.uplift: tasks.design.uplift 셀을 다시 바꿈  → 한 파일에서 셀마다 한 번(처음: a.yaml:2)",
         "tasks.*.uplift: changes tasks.design.uplift again  → one change of each cell in a file (the first is a.yaml:2)"),
    Case("E414", overlay("changes:\n  tasks.design.uplift: {scale: 2, add: 1}"), "a.yaml:2",
         "tasks.design.uplift: scale: 2, add: 1  → 값 하나, 또는 scale이나 add와 숫자; 빈 셀은 null",
         "tasks.design.uplift: scale: 2, add: 1  → one value, or scale or add with a number; null for a blank cell"),
    Case("E415", overlay("changes:\n  tasks.design.label_ko: {scale: 2}"), "a.yaml:2",
         "tasks.design.label_ko: '설계'  → scale과 add는 숫자가 적힌 셀에만",
         "tasks.design.label_ko: '설계'  → scale and add only where a number stands"),
    Case("E416", overlay("rules:\n  add:\n    cap: {measure: outlay, relation: <=, value: 1, unit: amount}"), "a.yaml:3",
         "add: cap  → rules 시트에 없는 이름",
         "add: cap  → a name that sheet rules does not have"),
)  # fmt: skip
