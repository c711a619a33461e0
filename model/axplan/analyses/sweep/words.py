"""Words of the sweep workbook; what other books say, too, is in `report.words`.

{fields} are filled in when a text is used; names of figures begin with swept_, those of endings with point_.
"""

from collections.abc import Mapping

from axplan.core.text import Text
from axplan.report.words import COMMON, heading

# fmt: off
WORDS: Mapping[str, Text] = COMMON | {
    **heading(
        "swept",
        Text("훑어보기", "Sweep"),
        Text("입력을 바꾸어 가며 훑어보기", "Sweep over the inputs"),
        Text(
            "입력 하나 또는 둘의 값마다 가장 좋은 계획의 효과와 지출",
            "Effect and spending of the best plan at every value of one or two inputs",
        ),
    ),
    **heading(
        "swept_points",
        Text("모든 점", "Points"),
        Text("모든 점", "Every point"),
        Text("점마다의 모든 숫자", "Every figure of every point"),
    ),
    "swept_note": Text(
        "입력을 바꾸어 가며 {count}번 다시 최적화한 결과입니다. 계획이 없는 점은 0이 아니라 빈칸입니다.",
        "The plan was optimised anew for {count} settings of the inputs. A point without a plan is blank, not zero.",
    ),
    "swept_parameter": Text(
        "바꾼 입력 {number}: {address} (값 {count}개)", "Input varied {number}: {address} ({count} values)"
    ),
    "swept_ties": Text(
        "점마다 axplan run이 고르는 계획이며, 금액과 인원은 그 통합문서에 인쇄되는 것과 같습니다. 한 점의 자세한 예산은 axplan run으로 만드십시오.",
        "Every point is the plan that axplan run would choose; money and people are those that its workbook prints. Make the whole budget of a point with axplan run.",
    ),
    "swept_value": Text("값", "Value"),
    "swept_status": Text("상태", "Status"),
    "swept_heading": Text("값마다의 결과", "Results by value"),
    "swept_own": Text("시나리오 그대로", "As it is"),
    "swept_effects": Text("효과(현재가치)", "Effect (present value)"),
    "swept_uses": Text("용도별 지출", "Spending by use"),
    "swept_stages": Text("단계별 지원액", "Commitments by stage"),
    "swept_industries": Text("산업별 지원액", "Commitments by industry"),
    "swept_people": Text("양성 인원", "Trainees"),
    "swept_chart_money": Text("기금 지출", "Fund spending"),
    "swept_faults": Text("계획이 없는 점: {count}개", "Points without a plan: {count}"),
    "swept_more_faults": Text("… 그 밖에 {count}개는 다음 시트에 있습니다.", "… the next sheet has {count} more."),
    "swept_commitment": Text("성장 이니셔티브", "Growth initiative"),
    "swept_training": Text("인력양성", "Workforce"),
    "swept_outlay": Text("기반사업", "Enabling programmes"),
    "swept_running": Text("기반사업 운영비", "Running costs"),
    "swept_subscription": Text("민간 출자", "Subscription"),
    "swept_lapse": Text("불용·반납", "Lapse"),
    "point_optimal": Text("완료", "done"),
    "point_infeasible": Text("불가능", "infeasible"),
    "point_invalid": Text("입력 오류", "invalid"),
    "point_failed": Text("실패", "failed"),
}
# fmt: on
