"""Words of the performance indicators."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.core.text import Text

# fmt: off
WORDS: Mapping[str, Text] = {
    "counted_GPUs": Text("장(GPU)", "GPUs"), "counted_topics": Text("개 주제", "topics"), "counted_regions": Text("개 지역", "regions"),
    "indicators_heading": Text("지표, 산출식, 목표와 연도별 값", "Indicators with formula, target and yearly values"), "depth_heading": Text("산업·단계별 AI 도입률(연말)", "Depth of AI use by industry and stage, end of year"),
    "indicator": Text("지표명", "Indicator"), "how_computed": Text("산출식", "Formula"), "target_value": Text("목표", "Target"),
    "group_depth": Text("AI 도입", "Use of AI"), "group_trained": Text("인력양성", "Workforce"), "group_progress": Text("기반사업", "Enabling programmes"),
    "group_money": Text("민간 투자", "Private investment"), "group_effects": Text("효과", "Effects"),
    "indicator_depth": Text("도입률: {stage}", "Depth: {stage}"), "formula_depth": Text("단계를 거친 투자비 ÷ 전체 투자비", "Investment taken through the stage ÷ full cost"),
    "indicator_trained": Text("누적 양성: {track}, 목표 {year}년", "Trained so far: {track}, target for {year}"), "formula_trained": Text("첫해부터 그해까지 양성 인원의 합", "People trained from the first year to this one"),
    "indicator_progress": Text("진도: {programme}", "Progress: {programme}"), "formula_progress": Text("누적 사업비(공공+민간) ÷ 완료 시 총사업비", "Outlay so far, public and private ÷ cost on completion"),
    "indicator_quantity": Text("제공 물량: {programme}", "Delivered: {programme}"), "formula_quantity": Text("진도 × 완료 시 물량", "Progress × quantity on completion"),
    "indicator_leverage": Text("민간 투자 유발배수", "Private for one unit of public money"), "formula_leverage": Text("그해 민간 부담 ÷ 그해 공공 지출", "Private money ÷ public spending of the year"),
    "formula_effect": Text("직접 효과 × 산업별 계수, 할인 전", "Direct effect × coefficient of the industry, undiscounted"),
    "target_note": Text("목표는 입력에 적힌 값입니다: 인력양성은 목표 인원, 기반사업은 계획 마지막 해까지의 최소 진도(물량은 그 진도의 물량). 목표가 없는 지표는 비워 두었습니다.", "Targets are those of the inputs: people to be trained; for programmes the least progress by the last year, and the quantity at that progress. Indicators without a target have none."),
}
# fmt: on
