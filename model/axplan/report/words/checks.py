"""Words of the checks."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.core.text import Text

# fmt: off
WORDS: Mapping[str, Text] = {
    "rounding_heading": Text("반올림 점검", "Rounding"),
    "last_digit": Text("{amount}{unit}", "{amount} {unit}"),
    "rounding_kept": Text("인쇄된 계획은 모든 제약을 인쇄 단위 하나({step}, 1명) 안에서 지킵니다. 가장 어긋난 곳은 {worst}단위입니다.", "The printed plan keeps every constraint within one printed unit ({step}, 1 person). The worst row is missed by {worst} units."),
    "rounding_missed": Text("인쇄된 계획이 인쇄 단위 하나({step}, 1명)보다 크게 어긴 제약이 있습니다. 가장 어긋난 곳은 {worst}단위입니다. 더 작은 단위로 인쇄하거나 tables 폴더의 정확한 값을 쓰십시오.", "The printed plan misses a constraint by more than one printed unit ({step}, 1 person). The worst row is missed by {worst} units. Print in a smaller unit, or use the exact values in the folder tables."),
    "rounding_note": Text("예산표의 금액은 항목마다 한 번만 {step} 단위로, 인원은 1명 단위로 반올림하므로 모든 합계는 인쇄된 항목의 합과 같습니다. 한 단위는 항목 하나의 금액이 {step}, 인원이 1명 달라질 때 그 식이 가장 많이 달라지는 폭입니다. 반올림하지 않은 값은 tables 폴더의 CSV에 있습니다.", "Every budget line is rounded once, to {step} or one person, so that every total is the sum of its printed parts. One unit is the most a relation changes when one line changes by {step} or one person. Values that are not rounded are in the CSV files of the folder tables."),
    "missed_by_units": Text("어긋난 크기(단위)", "Missed by (units)"), "allowed_units": Text("허용(단위)", "Allowed (units)"),
    "ok": Text("적합", "ok"), "not_ok": Text("위반", "fails"),
    "checks_passed": Text("검산 {count}건이 모두 허용오차 안에 있습니다.", "All {count} checks hold within their tolerance."),
    "checks_failed": Text("검산 {count}건 가운데 {failed}건이 맞지 않습니다.", "{failed} of {count} checks fail."),
    "checks_note": Text("왼쪽과 오른쪽은 입력과 계획의 값만으로 다시 계산하였습니다. 위반은 크기에 견준 상대값이며, 허용오차보다 크면 계획을 쓰지 않습니다.", "Both sides are recomputed from the inputs and the plan's values alone. Violations are relative to the size of the terms; beyond the tolerance no plan is written."),
    "checks_heading": Text("검산식마다 가장 어긋난 곳", "The worst case of each relation"), "ledger_checks": Text("기금 수입·지출의 균형, 계획 기간 합계 ({unit})", "Balance of the ledgers over the whole plan ({unit})"),
    "bounds_of": Text("값의 범위: {what}", "Bounds: {what}"), "variable_shortfall": Text("제약 미달", "Shortfall of a rule"), "variable_excess": Text("제약 초과", "Excess over a rule"),
    "kind_constraint": Text("제약식", "Constraint"), "kind_bound": Text("범위", "Bound"), "kind_objective": Text("목적값", "Objective"), "kind_duality": Text("최적성", "Optimality"),
    "check_values": Text("값이 빠짐없이 있음(개수)", "Every value is there (count)"), "check_objective": Text("목적값을 입력에서 다시 계산", "Objective recomputed from the inputs"),
    "check_model_rows": Text("모형의 모든 행", "All rows of the model"), "check_model_bounds": Text("모형의 모든 범위", "All bounds of the model"),
    "check_model_objective": Text("모형의 목적값", "Objective of the model"), "check_dual_infeasibility": Text("잠재가격의 부호", "Signs of the shadow prices"),
    "check_duality_gap": Text("쌍대 간격: 어떤 계획도 넘을 수 없는 값과 비교", "Duality gap: against what no plan can exceed"),
    "no_limit": Text("한도 없음", "no limit"),
}
# fmt: on
