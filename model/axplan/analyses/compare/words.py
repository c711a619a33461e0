"""Words of the comparison workbook."""

from collections.abc import Mapping

from axplan.core.text import Text
from axplan.report.words import COMMON, heading

# fmt: off
WORDS: Mapping[str, Text] = COMMON | {
    **heading("compared", Text("비교 요약", "Comparison"), Text("계획의 비교", "Plans compared"),
        Text("비교 대상, 효과, 기금 지출의 용도", "What is compared, the effects, and what the funds spend on")),
    **heading("compared_cells", Text("입력의 차이", "Inputs"), Text("입력의 차이", "How the inputs differ"),
        Text("값이 다른 모든 셀과 두 값", "Every cell that differs, with both values")),
    **heading("compared_plans", Text("계획의 차이", "Plans"), Text("계획의 차이", "How the plans differ"),
        Text("산업, 단계, 연도, 권역, 트랙, 사업마다 두 계획의 금액과 인원",
             "Money and people of both plans by industry, stage, year, region, track and programme")),
    **heading("compared_shares", Text("변화의 기여", "Attribution"), Text("변화의 기여", "What each change made"),
        Text("입력의 변화 하나하나가 차이를 얼마나 만들었는가", "How much of the difference each change of the inputs made")),
    "before": Text("기준", "Base"), "after": Text("비교", "Compared"), "change_of": Text("차이", "Difference"),
    "change_share": Text("차이 ÷ 기준", "Difference ÷ base"),
    "compared_note": Text("차이는 언제나 비교에서 기준을 뺀 값이며, 줄어든 값은 △로 적습니다. 금액은 두 계획의 결과 통합문서에 인쇄된 금액이며, 두 계획에서 같은 줄은 기준의 금액으로 같게 적습니다(반올림이 다르면 1단위까지). 순편익처럼 음수일 수 있는 지표의 비율은 기준의 크기에 대한 것입니다.",
        "A difference is always the compared side less the base; decreases are marked -. Amounts are those that the workbooks of the two plans print; a line that is the same in both plans is the same here, where the books may differ by one unit of rounding. Shares of an indicator that may be negative, such as net benefit, are of the size of the base."),
    "compared_without_plan": Text("한쪽 또는 양쪽에 계획이 없어 계획은 비교하지 못했습니다. 입력의 차이는 다음 시트에 모두 있습니다.",
        "At least one side has no plan, so that the plans could not be compared. The next sheet has every difference of the inputs."),
    "compared_sides": Text("비교 대상", "What is compared"), "compared_side": Text("구분", "Side"),
    "compared_title": Text("제목", "Title"), "compared_name": Text("이름", "Name"),
    "compared_objective": Text("최대화하는 지표", "What is maximised"), "compared_status": Text("계획", "Plan"),
    "has_plan": Text("있음", "yes"), "has_no_plan": Text("없음", "none"),
    "compared_headline": Text("효과(현재가치)", "Effect (present value)"), "compared_indicator": Text("지표", "Indicator"),
    "compared_use": Text("기금 지출의 용도", "What the funds spend on"),
    "compared_public": Text("공공", "Public"), "compared_private": Text("민간", "Private"),
    "compared_trainees": Text("양성 인원(명)", "Trainees (persons)"),
    "compared_plans_note": Text("계획 기간의 합계입니다. 산업·단계·권역은 성장 이니셔티브의 지원액이며, 권역에는 인력양성과 기반사업도 들어갑니다. 연도는 관리비까지 모든 공공 지출입니다.",
        "Sums over the whole plan. Industries and stages show commitments of the growth initiative; regions also training and programmes; years all public spending, administration included."),
    "compared_chart": Text("기금 지출: {what}", "Fund spending: {what}"),
    "compared_cells_note": Text("두 입력에서 값이 다른 모든 셀입니다. 함께 바꾸는 것은 변화의 기여를 나누는 단위이며, 설명만 하는 셀은 계획에 영향이 없습니다.",
        "Every cell that the two inputs do not share. What is changed together is the unit in which the difference is shared out; cells that only describe change no plan."),
    "compared_same_cells": Text("두 입력의 모든 셀이 같습니다.", "The two inputs are the same in every cell."),
    "compared_row": Text("행", "Row"), "compared_address": Text("주소", "Address"),
    "compared_group": Text("함께 바꾸는 것", "Changed together"), "compared_idle": Text("계획에 영향 없음", "changes no plan"),
    "shares_note": Text("{name}의 차이를 입력의 변화마다 나눈 것입니다. 변화의 모든 조합마다 다시 최적화하여 얻었고, 몫의 합은 전체 차이와 정확히 같습니다.",
        "The difference of this indicator shared out among the changes of the inputs: {name}. Combinations of changes were planned anew; the shares add up to the whole difference exactly."),
    "method_shapley": Text("방법: 샤플리 값. 변화를 하나씩 더하는 모든 순서에 걸쳐, 그 변화가 더해질 때 지표가 달라지는 크기를 평균했습니다.",
        "Method: Shapley values. What the indicator moves by when a change is made, averaged over all orders in which the changes can be made."),
    "method_feasible_orders": Text("방법: 샤플리 값과 같되, 계획이 없는 조합을 지나지 않는 순서만 평균했습니다(일부 조합은 모든 요구를 함께 만족할 수 없음).",
        "Method: as for Shapley values, but averaged only over the orders that never pass through a combination without a plan."),
    "method_in_order": Text("방법: 변화를 표의 순서대로 하나씩 더했습니다(변화가 여섯보다 많거나, 하나씩 더할 수 있는 순서가 없음). 순서가 다르면 몫도 달라집니다.",
        "Method: the changes were made one after the other in the order of the table (there are more than six, or no order in which each step has a plan). Another order gives other shares."),
    "shares_heading": Text("변화마다의 몫", "The share of each change"),
    "shares_chart": Text("차이에 대한 기여", "What each change made"), "share_made": Text("몫", "Share"),
    "share_of_all": Text("차이에서 차지하는 비중", "Part of the difference"),
    "difference_in_all": Text("전체 차이", "Whole difference"),
    "value_of": Text("지표의 값: {side}", "Value of the indicator: {side}"),
    "fact_before_side": Text("기준", "Base"), "fact_after_side": Text("비교", "Compared"),
}
# fmt: on
