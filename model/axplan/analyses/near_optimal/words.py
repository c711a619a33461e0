"""Words of the firmness workbook."""

from collections.abc import Mapping

from axplan.core.text import Text
from axplan.report.words import COMMON, heading

# fmt: off
WORDS: Mapping[str, Text] = COMMON | {
    **heading("firmness", Text("견고성", "Firmness"), Text("계획의 견고성", "How firm the plan is"),
        Text("목적값을 조금만 양보하는 모든 계획에서 각 예산이 가질 수 있는 최소와 최대",
             "The least and the most each budget takes in any plan that is nearly as good")),
    **heading("firm_lists", Text("반드시·선택·제외", "Must, may, never"), Text("반드시·선택·제외", "Must, may, never"),
        Text("어느 좋은 계획에서나 쓰는 예산, 쓸 수도 있는 예산, 쓰지 않는 예산",
             "What every good plan spends, what some spend, what none spends")),
    **heading("firm_plans", Text("대안 계획", "Alternative plans"), Text("대안 계획", "Alternative plans"),
        Text("거의 같은 효과를 내면서 가장 다르게 쓰는 계획들", "Plans of nearly the same effect that spend most differently")),
    "firm_note": Text("목적값({name} {value}{unit})을 {within}까지만 양보하는 모든 계획에서 각 금액이 될 수 있는 최소와 최대입니다. 최소보다 적게 쓰거나 최대보다 많이 쓰면 목적값을 {within}보다 더 잃습니다. 최소끼리, 또는 최대끼리는 한 계획에서 동시에 이룰 수 없으므로 더할 수 없습니다.",
        "The least and the most each amount can be in any plan that gives up no more than {within} of the objective ({name} {value} {unit}). Spending less than the least, or more than the most, loses more than {within}. The ends are not reached together in one plan, so they do not add up."),
    "firm_columns": Text("'이 계획'은 결과 통합문서에 인쇄된 금액과 같습니다. 폭이 좁을수록 그 금액은 계획에서 움직일 여지가 적습니다. 막대는 앞에서부터 최소, 이 계획, 최대까지이며, 항목이 많거나 하나가 나머지를 압도하는 구분은 표만 둡니다.",
        "‘In the plan’ is the amount as the result workbook prints it. The narrower the width, the less room the amount has. Bars reach, from front to back, to the least, to the plan and to the most; where there are many, or one would dwarf the others, there is only the table."),
    "firm_item": Text("항목", "Item"), "firm_kind": Text("구분", "Kind"),
    "least": Text("최소", "Least"), "in_plan": Text("이 계획", "In the plan"), "most": Text("최대", "Most"),
    "width": Text("폭\n(최대−최소)", "Width\n(most − least)"), "width_share": Text("폭 ÷ 이 계획", "Width ÷ plan"),
    "verdict": Text("판정", "Verdict"),
    "certain_share": Text("확실한 비율\n(최소 ÷ 이 계획)", "Certain share\n(least ÷ plan)"),
    "list_heading": Text("{verdict}: {count}건", "{verdict}: {count}"),
    "verdict_means_must": Text("양보 폭 안의 어느 계획에서도 '최소' 이상을 씁니다. 협의에서 지켜야 할 금액입니다.", "In every plan within the share at least ‘least’ is spent: the amounts to hold on to in a negotiation."),
    "verdict_means_may": Text("쓰는 계획도 쓰지 않는 계획도 있습니다. 다른 이유로 정해도 목적값을 거의 잃지 않습니다.", "Some plans within the share spend here and some do not: other reasons may decide, at hardly any loss."),
    "verdict_means_never": Text("양보 폭 안의 어느 계획에서도 100만원을 넘게 쓰지 않습니다.", "No plan within the share spends more than a million won here."),
    "plans_note": Text("목적값을 {within} 이내로 양보하면서 서로, 그리고 최적 계획과 가장 다른 계획들입니다. 범위의 끝에서 찾은 계획 가운데 산업·단계·권역별 지원액 비중이 가장 멀리 떨어진 둘을 먼저 고르고, 이미 고른 계획과 최적 계획에서 가장 먼 계획을 차례로 더했습니다. 금액은 합계와 내역이 맞도록 단위마다 반올림했습니다.",
        "Plans that give up no more than {within} of the objective and differ most from each other and from the best plan. Of the plans found at the ends of the ranges, the two whose shares by industry, stage and region lie furthest apart come first, then always the one furthest from the best plan and all that are chosen. Amounts are rounded so that totals are the sums of their parts."),
    "plans_heading": Text("대안 계획과 최적 계획의 거리", "How far the plans lie from the best one"),
    "plans_spending": Text("계획별 공공 지출", "Public spending by plan"),
    "plan_name": Text("계획", "Plan"), "best_plan": Text("이 계획(최적)", "The plan (best)"),
    "other_plan": Text("대안 {number}", "Alternative {number}"),
    "plan_objective": Text("목적값", "Objective"), "given_up": Text("양보한\n목적값", "Objective\ngiven up"),
    "moved": Text("다른 곳으로\n가는 지원액", "Commitments\nthat go elsewhere"),
    "found_least": Text("{plan}: '{kind}'에서 {item}의 금액이 최소인 계획", "{plan}: the plan with the least for {item} ({kind})"),
    "found_most": Text("{plan}: '{kind}'에서 {item}의 금액이 최대인 계획", "{plan}: the plan with the most for {item} ({kind})"),
    "no_other_plans": Text("이 폭 안에는 눈에 띄게 다른 계획이 없습니다.", "No plan within the share differs noticeably."),
}
# fmt: on
