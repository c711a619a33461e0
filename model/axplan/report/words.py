"""Words of more than one sheet; what one sheet alone says stands in its own file, and the words of a question in its
folder.

{fields} are filled in when a text is used. Names begin with what they are: sheet_ (the tab), title_ and about_ (top of
the sheet), note_, item_ and how_ (benefit and cost), data_, fact_, grade_ and means_, pillar_, measure_, kind_ and
check_.
"""

from collections.abc import Iterable
from typing import Any

from axplan.core.text import Text


def heading(name: str, tab: Text, title: Text, about: Text) -> dict[str, Text]:
    """The words at the top of a sheet: its tab, its title and what it shows."""
    return {f"sheet_{name}": tab, f"title_{name}": title, f"about_{name}": about}


def words_of(modules: Iterable[Any]) -> dict[str, Text]:
    """The words of more than one sheet and those of some modules together."""
    return COMMON | {name: text for module in modules for name, text in module.WORDS.items()}


# fmt: off
COMMON: dict[str, Text] = {
    "total": Text("합계", "Total"), "sum": Text("계", "Sum"), "share": Text("비중", "Share"), "unit": Text("단위", "Unit"),
    "unit_note": Text("(단위: {unit})", "(Unit: {unit})"), "with_unit": Text("{what} ({unit})", "{what} ({unit})"), "unit_below": Text("{what}\n({unit})", "{what}\n({unit})"),
    "persons": Text("명", "persons"), "multiple": Text("배", "ratio"), "rank": Text("순위", "Rank"), "note": Text("비고", "Note"),
    "year": Text("연도", "Year"), "use": Text("용도", "Use"), "period": Text("기간", "Period"), "back": Text("← 요약", "← Summary"),
    "national": Text("전국", "National"), "whole_plan": Text("전 기간", "Whole plan"), "in_words": Text("풀면 얻는 {name}", "{name} by relaxing it"),
    "public_total": Text("기금 지출 합계", "Fund spending in all"),
    "nothing_here": Text("이 계획에는 해당 사항이 없습니다.", "There is nothing of this kind in the plan."),
    "industry_and_stage": Text("산업 / 단계", "Industry / stage"), "region_and_stage": Text("권역 / 단계", "Region / stage"),
    "use_and_item": Text("용도 / 항목", "Use / item"),
    "fund_and_item": Text("기금 / 항목", "Fund / item"), "track_and_industry": Text("트랙 / 산업", "Track / industry"),
    "pillar_and_programme": Text("분야 / 사업", "Pillar / programme"),
    "pillar_investment": Text("투자", "Investment"), "pillar_research": Text("연구개발", "Research"), "pillar_startup": Text("창업", "Start-up"), "pillar_data": Text("데이터", "Data"),
    "pillar_compute": Text("컴퓨팅", "Compute"), "pillar_ecosystem": Text("생태계", "Ecosystem"),
    "pillar_safety": Text("안전", "Safety"), "pillar_standards": Text("표준", "Standards"),
    "measure_commitment": Text("공공 지원액", "Commitment"), "measure_investment": Text("총투자", "Investment"),
    "measure_trainees": Text("양성 인원", "Trainees"),
    "measure_outlay": Text("공공 사업비", "Outlay"),
    "measure_spending": Text("기금 지출", "Fund spending"),
    "fact_title.ko": Text("시나리오(한국어)", "Scenario (Korean)"), "fact_title.en": Text("시나리오(영어)", "Scenario (English)"),
    "fact_inputs.source": Text("입력 파일", "Input file"), "fact_inputs.sha256": Text("입력 해시(SHA-256)", "Input hash (SHA-256)"),
    "fact_options.objective": Text("목적(지표와 가중치)", "Objective (indicators and weights)"), "fact_options.language": Text("언어", "Language"),
    "fact_versions.axplan": Text("axplan 버전", "axplan version"),
    "fact_versions.pyomo": Text("Pyomo 버전", "Pyomo version"),
    "fact_versions.highspy": Text("HiGHS(highspy) 버전", "HiGHS (highspy) version"), "fact_versions.python": Text("Python 버전", "Python version"),
    "worth_nothing": Text("값 없음", "Worth nothing"),
    "worth_people": Text("1명 덜면 +{one}{unit}, 1,000명이면 약 +{many}{unit}", "by 1 person: +{one}; by 1,000: about +{many} ({unit})"),
    "column": Text("열", "Column"),
    "sheet": Text("시트", "Sheet"),
    "people_count": Text("{count:,.0f}명", "{count:,.0f} people"),
    "won": Text("{amount}억원", "KRW {amount} bn"),
    "change": Text("전년 대비 증감", "Change on the year before"),
    "indicator": Text("지표명", "Indicator"),
}
# fmt: on
