"""Words of the provenance sheet."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.core.text import Text

# fmt: off
WORDS: Mapping[str, Text] = {
    "facts_heading": Text("실행 정보", "Run"), "fact": Text("항목", "Fact"), "content": Text("내용", "Content"), "grades_heading": Text("근거 등급별 입력 열", "Input columns by grade of evidence"),
    "grade": Text("등급", "Grade"), "grade_meaning": Text("뜻", "Meaning"), "columns": Text("열", "Columns"), "sheet": Text("시트", "Sheet"), "column": Text("열", "Column"),
    "source": Text("출처", "Source"), "source_title": Text("제목", "Title"), "publisher": Text("발행", "Publisher"), "sources_heading": Text("자료 목록", "Sources"),
    "evidence_heading": Text("입력 열마다의 근거", "Evidence by input column"),
    "fact_title.ko": Text("시나리오(한국어)", "Scenario (Korean)"), "fact_title.en": Text("시나리오(영어)", "Scenario (English)"),
    "fact_inputs.source": Text("입력 파일", "Input file"), "fact_inputs.sha256": Text("입력 해시(SHA-256)", "Input hash (SHA-256)"),
    "fact_options.objective": Text("목적(지표와 가중치)", "Objective (indicators and weights)"), "fact_options.language": Text("언어", "Language"),
    "fact_versions.axplan": Text("axplan 버전", "axplan version"), "fact_versions.pyomo": Text("Pyomo 버전", "Pyomo version"),
    "fact_versions.highspy": Text("HiGHS(highspy) 버전", "HiGHS (highspy) version"), "fact_versions.python": Text("Python 버전", "Python version"),
    "grade_proposal": Text("제안서", "Proposal"), "means_proposal": Text("산업정책 제언에 적힌 값", "Stated in the policy proposal"),
    "grade_official": Text("공식", "Official"), "means_official": Text("공식 통계나 규정", "Official statistics or regulations"),
    "grade_study": Text("연구", "Study"), "means_study": Text("연구 보고서나 논문", "A study or paper"),
    "grade_derived": Text("계산", "Derived"), "means_derived": Text("공식 자료에서 계산한 값", "Computed from official data"),
    "grade_assumption": Text("가정", "Assumption"), "means_assumption": Text("공개 자료로 뒷받침하지 못한 값: 반드시 검토", "Not backed by public sources: review it"),
    "grade_not_stated": Text("미기재", "Not stated"), "means_not_stated": Text("근거를 적지 않은 열", "No evidence is given"),
}
# fmt: on
