"""Words of the firmness workbook."""

from collections.abc import Mapping

from axplan.core.text import Text
from axplan.report.words import COMMON, heading

# fmt: off
WORDS: Mapping[str, Text] = COMMON | {
    **heading("firmness", Text("견고성", "Firmness"), Text("계획의 견고성", "How firm the plan is"),
        Text("목적값을 조금만 양보하는 모든 계획에서 각 예산이 가질 수 있는 최소와 최대",
             "The least and the most each budget takes in any plan that is nearly as good")),
    **heading("firm_budget", Text("예산별 범위", "Budget ranges"), Text("예산별 범위", "The range of every budget line"),
        Text("총괄표의 예산마다 계획 금액, 좋은 계획에서의 최소와 최대, 견고성",
             "Every line of the overall table: planned, least and most in good plans, and how firm it is")),
    **heading("firm_lists", Text("견고·중간·느슨", "Firm and loose"), Text("견고·중간·느슨", "Firm, in between, loose"),
        Text("어느 좋은 계획에서나 거의 같은 예산과 그렇지 않은 예산",
             "Budgets that are nearly the same in every good plan, and those that are not")),
    **heading("firm_plans", Text("대안 계획", "Alternative plans"), Text("대안 계획", "Alternative plans"),
        Text("거의 같은 효과를 내면서 가장 다르게 쓰는 계획들", "Plans of nearly the same effect that spend most differently")),
    "firm_note": Text("목적값({name} {value}{unit})을 {within}까지만 양보하는 모든 계획에서 각 금액이 될 수 있는 최소와 최대입니다. 최소보다 적게 쓰거나 최대보다 많이 쓰면 목적값을 {within}보다 더 잃습니다. 최소끼리, 또는 최대끼리는 한 계획에서 동시에 이룰 수 없으므로 더할 수 없습니다.",
        "The least and the most each amount can be in any plan that gives up no more than {within} of the objective ({name} {value} {unit}). Spending less than the least, or more than the most, loses more than {within}. The ends are not reached together in one plan, so they do not add up."),
    "firm_columns": Text("'이 계획'은 결과 통합문서에 인쇄된 금액과 같습니다. 폭이 좁을수록 그 금액은 계획에서 움직일 여지가 적습니다. 막대는 앞에서부터 최소, 이 계획, 최대까지이며, 항목이 많거나 하나가 나머지를 압도하는 구분은 표만 둡니다.",
        "‘In the plan’ is the amount as the result workbook prints it. The narrower the width, the less room the amount has. Bars reach, from front to back, to the least, to the plan and to the most; where there are many, or one would dwarf the others, there is only the table."),
    "firm_item": Text("항목", "Item"), "firm_kind": Text("구분", "Kind"),
    "least": Text("최소", "Least"), "in_plan": Text("이 계획", "In the plan"), "most": Text("최대", "Most"),
    "width": Text("폭\n(최대−최소)", "Width\n(most − least)"), "width_share": Text("폭 ÷ 이 계획", "Width ÷ plan"),
    "class": Text("견고성", "Class"),
    "firm_classes": Text("견고: 어느 좋은 계획에서나 이 계획 금액의 90% 이상을 씁니다. 느슨: 50%에 못 미치게 쓰는 좋은 계획이 있습니다. 중간: 그 사이. 배정 없음: 이 계획이 쓰지 않습니다.",
        "Firm: every good plan spends at least 90% of the planned amount. Loose: some good plans spend less than 50% of it. In between: the rest. Not planned: this plan spends nothing."),
    "budget_note": Text("총괄표와 같은 순서입니다. 목적값을 {within}까지 양보하는 모든 계획에서의 최소와 최대이며, 최소끼리나 최대끼리는 더할 수 없습니다.",
        "In the order of the overall table. Least and most in any plan that gives up no more than {within} of the objective; the ends do not add up."),
    "budget_line": Text("예산", "Budget line"), "to_overview": Text("→ 총괄표", "→ Overall table"),
    "certain_share": Text("확실한 비율\n(최소 ÷ 이 계획)", "Certain share\n(least ÷ plan)"),
    "list_heading": Text("{name}: {count}건", "{name}: {count}"),
    "means_firm": Text("양보 폭 안의 어느 계획에서도 이 계획 금액의 90% 이상을 씁니다. 협의에서 지켜야 할 금액입니다.", "Every plan within the share spends at least 90% of the planned amount: the amounts to hold on to in a negotiation."),
    "means_between": Text("양보 폭 안의 어느 계획에서도 이 계획 금액의 절반 이상을 쓰지만, 90%에는 못 미칠 수 있습니다.", "Every plan within the share spends at least half of the planned amount, but perhaps less than 90% of it."),
    "means_loose": Text("이 계획 금액의 절반도 쓰지 않는 계획이 양보 폭 안에 있습니다. 다른 이유로 정해도 목적값을 거의 잃지 않습니다.", "Some plans within the share spend less than half of the planned amount: other reasons may decide, at hardly any loss."),
    "means_unplanned": Text("이 계획이 쓰지 않는 예산입니다. 최대가 0이면 양보 폭 안의 어느 계획도 쓰지 않습니다.", "This plan spends nothing here. Where the most is 0, neither does any plan within the share."),
    "plans_note": Text("목적값을 {within} 이내로 양보하면서 서로, 그리고 최적 계획과 가장 다른 계획들입니다. 범위의 끝에서 찾은 계획 가운데 산업·단계·권역별 지원액 비중이 가장 멀리 떨어진 둘을 먼저 고르고, 이미 고른 계획과 최적 계획에서 가장 먼 계획을 차례로 더했습니다. 금액은 합계와 내역이 맞도록 단위마다 반올림했습니다.",
        "Plans that give up no more than {within} of the objective and differ most from each other and from the best plan. Of the plans found at the ends of the ranges, the two whose shares by industry, stage and region lie furthest apart come first, then always the one furthest from the best plan and all that are chosen. Amounts are rounded so that totals are the sums of their parts."),
    "plans_heading": Text("대안 계획과 최적 계획의 거리", "How far the plans lie from the best one"),
    "plans_spending": Text("계획별 기금 지출", "Fund spending by plan"),
    "plan_name": Text("계획", "Plan"), "best_plan": Text("이 계획(최적)", "The plan (best)"),
    "other_plan": Text("대안 {number}", "Alternative {number}"),
    "plan_objective": Text("목적값", "Objective"), "given_up": Text("양보한\n목적값", "Objective\ngiven up"),
    "moved": Text("다른 곳으로\n가는 지원액", "Commitments\nthat go elsewhere"),
    "found_least": Text("{plan}: '{kind}'에서 {item}의 금액이 최소인 계획", "{plan}: the plan with the least for {item} ({kind})"),
    "found_most": Text("{plan}: '{kind}'에서 {item}의 금액이 최대인 계획", "{plan}: the plan with the most for {item} ({kind})"),
    "no_other_plans": Text("이 폭 안에는 눈에 띄게 다른 계획이 없습니다.", "No plan within the share differs noticeably."),
}
# fmt: on
