"""Words of the data sheet."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.core.text import Text

# fmt: off
WORDS: Mapping[str, Text] = {
    "data_kind": Text("구분", "Kind"), "data_item": Text("세부사업", "Item"), "data_fund": Text("기금", "Fund"),
    "data_industry": Text("산업", "Industry"), "data_region": Text("권역", "Region"), "data_task": Text("태스크", "Task"), "data_year": Text("연도", "Year"),
    "data_public": Text("공공", "Public"), "data_private": Text("민간", "Private"), "data_sum": Text("합계", "Total"), "data_persons": Text("인원", "Persons"),
    "money_and_persons": Text("{unit}, 명", "{unit}, persons"),
    "sum_of_visible": Text("합계(필터로 고른 행)", "Total (rows the filter leaves)"),
    "note_table": Text(
        "표 {table}의 {count}행은 화면에서 쓰는 자료여서 인쇄하지 않습니다. 피벗을 만들려면 삽입 → 피벗 테이블에서 표 이름 {table}를 적고, 인쇄하려면 페이지 레이아웃 → 인쇄 영역 → 인쇄 영역 해제를 고르십시오. "
        "민간은 따라오는 민간 투자와 기업이 내는 훈련비이며, 금액은 다른 시트와 같이 인쇄 단위로 맞춘 값입니다.",
        "The {count} rows of the table {table} are for use on screen and are not printed. For a pivot, choose Insert → PivotTable and name the table {table}; to print the rows, choose Page Layout → Print Area → Clear Print Area. "
        "Private is the investment that follows public money and what employers pay for training; amounts are in whole printed units, as on the other sheets."),
}
# fmt: on
