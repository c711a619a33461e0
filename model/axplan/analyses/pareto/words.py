"""Words of the frontier workbook."""

from collections.abc import Mapping

from axplan.core.text import Text
from axplan.report.words import COMMON, heading

# fmt: off
WORDS: Mapping[str, Text] = COMMON | {
    **heading("frontier", Text("파레토 경계", "Frontier"), Text("파레토 경계: 지표 사이의 교환", "Efficient frontier: what one aim costs in terms of another"),
        Text("어느 지표도 다른 지표를 줄이지 않고는 더 얻을 수 없는 계획들",
             "Plans of which no aim can have more unless another one gets less")),
    **heading("frontier_plans", Text("점별 계획", "Plans of the points"),
        Text("파레토 경계의 점마다 계획", "The plans of the frontier"),
        Text("점마다의 효과와 단계·산업·권역별 공공 지원액", "Effects and commitments by stage, industry and region, point by point")),
    "frontier_note": Text("{names}의 파레토 경계(효율적인 계획의 모임)입니다. {count}개 점은 모두 계획이며, 한 지표를 더 얻으려면 다른 지표를 내주어야 합니다. 양 끝은 한 지표를 먼저, 그다음 지표를 나중에 최대로 한 계획입니다.",
        "The efficient frontier of {names}. Each of the {count} points is a plan of which no aim can have more unless another one gets less. The ends maximise one aim first and the next one then."),
    "frontier_balance": Text("권역 균형은 지원을 가장 적게 받는 권역의 성장 이니셔티브 공공 지원액(계획 기간 합계)입니다.", "Regional balance is what the region that gets least gets of the public money of the growth initiative, over the whole plan."),
    "frontier_penalties": Text("벌점 제약이 있으므로 {name}의 값은 벌점을 뺀 것입니다.", "There are soft rules: {name} is told less their penalties."),
    "frontier_heading": Text("효율적인 계획", "Efficient plans"), "frontier_point": Text("점", "Point"),
    "frontier_of_best": Text("{name}\n최대 대비", "{name},\nof its best"),
    "frontier_price": Text("앞 점에서 {one}당\n내준 {first}\n({unit})", "{first} given up\n({unit}) per {one}"),
    "frontier_scenario": Text("시나리오 파일", "Scenario file"),
    "frontier_prices": Text("대가는 앞 점에서 이 점으로 올 때 둘째 지표 1단위를 얻으려고 내준 첫째 지표입니다. 아래로 갈수록 커집니다.", "The price is what is given up of the first aim for one unit of the second on the way from the point above. It rises from point to point."),
    "frontier_shares": Text("최대 대비는 이 점들 가운데 그 지표의 가장 큰 값에 대한 비율입니다.", "Shares are of the highest value of the aim among these points."),
    "frontier_run": Text("점마다 시나리오 파일이 있습니다. scenarios/ 에 옮겨 axplan run 으로 그 점의 예산을 만드십시오.", "Every point has a scenario file. Put it into scenarios/ and make its budget with axplan run."),
    "frontier_effects": Text("효과(현재가치)", "Effect (present value)"), "frontier_by_stage": Text("단계별 지원액", "Commitments by stage"),
    "frontier_by_industry": Text("산업별 지원액", "Commitments by industry"), "frontier_by_region": Text("권역별 지원액", "Commitments by region"),
}
# fmt: on
