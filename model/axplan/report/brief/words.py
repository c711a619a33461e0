"""Words of the one-page brief that no sheet has."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.core.text import Text

# fmt: off
WORDS: Mapping[str, Text] = {
    "brief": Text("산업 AI 예산계획 한 장 요약", "Industrial AI budget plan on one page"), "plan_years": Text("계획 기간 {first}–{last}년", "Plan of {first}–{last}"),
    "maximised": Text("최대화한 목적.", "Maximised."), "others": Text("그 밖의 {count}개", "{count} others"),
    "plan_period": Text("계획 기간", "During the plan"), "after_plan": Text("계획 뒤", "After the plan"),
    "on_ratio": Text("비용과 편익.", "Benefit and cost."), "on_objective": Text("최대화한 지표.", "What is maximised."), "on_bounds": Text("겹침과 상한.", "Overlap and upper bound."),
    "on_money": Text("금액.", "Money."), "on_evidence": Text("근거.", "Evidence."), "on_checks": Text("점검.", "Checks."),
    "no_cost": Text("비용이 없어 편익비용비를 계산하지 않았습니다.", "There is no cost, and so no benefit–cost ratio."),
    "needed_for_one": Text("B/C가 1이 되려면 편익이 {benefit:.1%} 늘거나 비용이 {cost:.1%} 줄어야 합니다.", "It would take {benefit:.1%} more benefit, or {cost:.1%} less cost, for a B/C of 1."),
    "valued": Text("{name} = 직접 효과(AI를 도입한 곳에서 늘어나는 산출) × {coefficient}.", "{name} = direct effect (the extra output where AI is put to use) × {coefficient}."),
    "discounted": Text("{first}–{last}년의 값을 사회적 할인율 연 {rate:.1%}로 {first}년 가치로 바꾸어 더했습니다.", "The values of {first}–{last} are discounted to {first} at the social rate of {rate:.1%} a year and summed."),
    "evidence": Text("입력 열 {count}개의 근거 등급: {listed}.", "Grades of evidence of {count} input columns: {listed}."),
    "assumed": Text("가정은 공개 자료로 뒷받침하지 못한 값이므로 반드시 검토해야 합니다.", "Assumptions are not backed by public sources and need review."),
    "warned": Text("입력에 대한 경고 {count}건은 plan.xlsx의 요약에 있습니다.", "Warnings about the inputs: {count}; see the summary of plan.xlsx."),
    "put_together": Text("자리가 모자라 작은 항목이나 이웃한 연도를 합쳐 적었으며, 모든 줄은 plan.xlsx에 있습니다.", "Small items or adjoining years are put together for lack of room; plan.xlsx has every line."),
    "plan_file": Text("자세한 표와 근거: plan.xlsx", "Full tables and evidence: plan.xlsx"),
}
# fmt: on
