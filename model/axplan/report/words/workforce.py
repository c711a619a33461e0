"""Words of the workforce sheet."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.core.text import Text

# fmt: off
WORDS: Mapping[str, Text] = {
    "targets_heading": Text("목표와 달성", "Targets"),
    "to_target_heading": Text("트랙별 목표 이행 경로(명)", "The way of each track to its target (persons)"), "track_and_measure": Text("트랙 / 구분", "Track / measure"),
    "track_trained": Text("그해 양성 인원", "Trained in the year"), "track_so_far": Text("누적 양성 인원", "Trained so far"),
    "track_of_target": Text("목표 대비 누적 비율", "So far ÷ target"), "track_intake": Text("그해 수용 한도", "Most it can take in the year"),
    "track_of_intake": Text("수용 한도 사용률", "Use of what it can take"), "track_stock": Text("연말 보유 인력", "Skilled people at the end of the year"),
    "all_of_target": Text("목표", "Target"), "chart_of_target": Text("트랙별 목표 대비 누적 양성", "Trained so far against the target, by track"),
    "chart_of_intake": Text("트랙별 수용 한도 사용률", "Use of what each track can take"),
    "trainees_heading": Text("트랙·산업·연도별 양성 인원(명)", "Trainees by track, industry and year (persons)"),
    "achievement": Text("달성률", "Achieved ÷ target"), "places": Text("수용 능력(명)", "Capacity (persons)"),
    "places_to_target": Text("수용 능력 ÷ 목표", "Capacity ÷ target"), "price_of_person": Text("잠재가격\n({unit}/천명)", "Shadow price\n({unit}/1,000)"),
    "places_note": Text("수용 능력은 첫해 수용 인원을 해마다 증가율만큼 늘려 목표 연도까지 더한 값이고, 그해 수용 한도는 전년 양성 인원을 증가율만큼 늘린 값(첫해는 첫해 수용 인원)입니다. 잠재가격은 목표를 1,000명 올릴 때 목적값의 변화입니다.", "Capacity is the intake of the first year, grown at its rate every year, summed to the target year. What a track can take in a year is what it took the year before, grown at that rate (its intake in the first year). The shadow price is the change of the objective when the target rises by 1,000 persons."),
}
# fmt: on
