"""Words of the sheets by industry, task and region."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.core.text import Text

# fmt: off
WORDS: Mapping[str, Text] = {
    "before": Text("계획 전", "Before"),
    "depth_note": Text("권역과 태스크를 전체 투자비로 가중하여 평균한 값입니다.", "Averaged over regions and tasks, weighed by full cost."),
    "by_industry_whole": Text("산업·단계별 공공 지원액(계획 기간 합계)", "Commitments by industry and stage, over the whole plan"),
    "by_industry_yearly": Text("산업·단계·연도별 공공 지원액", "Commitments by industry, stage and year"),
    "map_note": Text("읽는 법: 가로줄은 AI 태스크, 세로줄은 산업이며 색이 짙은 칸일수록 공공 지원액이 많습니다. 흰색에 가까울수록 적고, 가장 짙은 칸이 가장 많습니다.",
        "How to read it: rows are AI tasks, columns are industries; the darker a cell, the larger the commitment. The closer to white, the smaller; the darkest cell is the largest."),
    "industry_share": Text("산업별 비중", "Share of the industry"),
    "siting_heading": Text("권역별 사업의 입지와 공공 사업비(계획 기간 합계)", "Regional programmes: where they are sited, outlay over the whole plan"),
    "by_region_all": Text("권역별 공공 지출 총괄(계획 기간 합계)", "All public money by region, over the whole plan"),
    "by_region_commitments": Text("권역·단계·연도별 공공 지원액", "Commitments by region, stage and year"),
}
# fmt: on
