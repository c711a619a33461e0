"""Words of more than one sheet, and words for the keys of the inputs."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.core.text import Text

# fmt: off
WORDS: Mapping[str, Text] = {
    "total": Text("합계", "Total"), "sum": Text("계", "Sum"), "share": Text("비중", "Share"), "unit": Text("단위", "Unit"),
    "unit_note": Text("(단위: {unit})", "(Unit: {unit})"), "with_unit": Text("{what} ({unit})", "{what} ({unit})"), "unit_below": Text("{what}\n({unit})", "{what}\n({unit})"),
    "persons": Text("명", "persons"), "multiple": Text("배", "ratio"), "rank": Text("순위", "Rank"), "note": Text("비고", "Note"),
    "year": Text("연도", "Year"), "use": Text("용도", "Use"), "period": Text("기간", "Period"), "back": Text("← 요약", "← Summary"),
    "national": Text("전국", "National"), "whole_plan": Text("전 기간", "Whole plan"), "in_words": Text("풀면 얻는 {name}", "{name} by relaxing it"),
    "public_total": Text("공공 합계", "Public total"),
    "nothing_here": Text("이 계획에는 해당 사항이 없습니다.", "There is nothing of this kind in the plan."),
    "industry_and_stage": Text("산업 / 단계", "Industry / stage"), "region_and_stage": Text("권역 / 단계", "Region / stage"),
    "use_and_item": Text("용도 / 항목", "Use / item"),
    "fund_and_item": Text("기금 / 항목", "Fund / item"), "track_and_industry": Text("트랙 / 산업", "Track / industry"),
    "pillar_and_programme": Text("분야 / 사업", "Pillar / programme"),
    "pillar_investment": Text("투자", "Investment"), "pillar_research": Text("연구개발", "Research"), "pillar_startup": Text("창업", "Start-up"), "pillar_data": Text("데이터", "Data"),
    "pillar_compute": Text("컴퓨팅", "Compute"), "pillar_ecosystem": Text("생태계", "Ecosystem"), "pillar_safety": Text("안전", "Safety"), "pillar_standards": Text("표준", "Standards"),
    "measure_commitment": Text("공공 지원액", "Commitment"), "measure_investment": Text("총투자", "Investment"),
    "measure_trainees": Text("양성 인원", "Trainees"), "measure_outlay": Text("공공 사업비", "Outlay"),
}
# fmt: on
