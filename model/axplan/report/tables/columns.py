"""THE dictionary of result columns: one declaration per table and column.

Headings of the workbook, `tables/columns.csv` and the manual all come from here. Keys are the columns of the inputs and
keep their words.
"""

from collections.abc import Mapping

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.inputs.schema import ColumnSpec, sheet_declarations
from axplan.inputs.schema.core import COEFFICIENT, EOK, INTEGER, NONE, NUMBER, PERSONS, SHARE, TEXT, YEAR, Unit
from axplan.inputs.schema.indicators import EFFECTS as EFFECT_INDICATORS
from axplan.inputs.schema.indicators import UNITS, VALUE_ADDED

EOK_PER_YEAR = Unit("억원/년", "KRW 100m/yr")
EOK_OR_PERSONS = Unit("억원 또는 명", "KRW 100m or persons")
REPORTED = Unit("지표의 단위", "unit of the indicator")
PRICE_OF_MONEY = Unit("목적 단위/억원", "objective/KRW 100m")
PRICE_OF_PERSON = Unit("목적 단위/명", "objective/person")
PRICE_OF_RULE = Unit("목적 단위/억원 또는 명", "objective/KRW 100m or person")
COLUMN_UNIT = Unit("그 열의 단위", "unit of the column")
OF_OBJECTIVE = Unit("목적 단위", "unit of the objective")
MIXED = Unit("검산식의 단위", "unit of the check")

Columns = Mapping[str, ColumnSpec]


def _column(ko: str, en: str, unit: Unit, meaning_ko: str, meaning_en: str, kind: str = NUMBER) -> ColumnSpec:
    return ColumnSpec(kind, Text(ko, en), Text(meaning_ko, meaning_en), unit)


def _keys(**columns: str) -> dict[str, ColumnSpec]:
    """Columns that are keys of a sheet of the inputs: column=sheet."""
    return {name: sheet_declarations()[sheet].columns[name] for name, sheet in columns.items()}


# fmt: off
YEAR_OF_PLAN = {"year": _column("연도", "Year", YEAR, "회계연도", "Fiscal year", INTEGER)}
INDUSTRY, REGION, TASK, STAGE = (_keys(**{name: sheet}) for name, sheet in (
    ("industry", "industries"), ("region", "regions"), ("task", "tasks"), ("stage", "stages")))
TRACK, PROGRAMME, FUND, RULE = (_keys(**{name: sheet}) for name, sheet in (
    ("track", "tracks"), ("programme", "programmes"), ("fund", "funds"), ("rule", "rules")))

COMMITMENTS: Columns = {
    **INDUSTRY, **REGION, **TASK, **STAGE, **_keys(segment="segments"), **YEAR_OF_PLAN,
    "commitment": _column("공공 지원액", "Commitment", EOK, "그해 약정하는 공공 지원", "Public money committed in the year"),
    "private": _column("민간 투자", "Private match", EOK, "지원에 따라오는 민간 투자", "Private money the commitment brings"),
    "investment": _column("총투자", "Investment", EOK, "공공과 민간의 합", "Public and private money"),
    "depth": _column("도입률 증가", "Depth gained", SHARE, "이 약정으로 단계를 거치는 몫", "Share of the cell taken through the stage"),
    "mature_effect": _column("성숙 효과", "Mature effect", EOK_PER_YEAR, "성숙기에 해마다 늘어나는 직접 산출", "Extra direct output a year at maturity"),
}
DEPTHS: Columns = {
    **INDUSTRY, **REGION, **TASK, **STAGE, **YEAR_OF_PLAN,
    "depth": _column("도입률", "Depth", SHARE, "그해까지 단계를 거친 몫", "Share of the cell that has passed the stage"),
    "full_cost": _column("전체 투자비", "Full cost", EOK, "전부를 이 단계까지 이끄는 총투자; 도입률을 평균하는 가중치", "Investment that takes the whole cell through the stage; weighs its depth"),
}
TRAINEES: Columns = {
    **TRACK, **INDUSTRY, **REGION, **YEAR_OF_PLAN,
    "trainees": _column("양성 인원", "Trainees", PERSONS, "그해 과정을 마치는 인원", "People completing in the year"),
    "stock": _column("보유 인력", "Stock", PERSONS, "연말에 있는 숙련 인력", "Skilled people at the end of the year"),
    "public": _column("공공 훈련비", "Public cost", EOK, "기금이 내는 훈련비", "Cost paid by the fund"),
    "employer": _column("기업 부담", "Employer cost", EOK, "기업이 내는 훈련비", "Cost paid by employers"),
}
OUTLAYS: Columns = {
    **PROGRAMME, **REGION, **YEAR_OF_PLAN,
    "outlay": _column("공공 사업비", "Outlay", EOK, "기금이 내는 사업비", "Public money paid by the fund"),
    "private": _column("민간 투자", "Private match", EOK, "사업에 따라오는 민간 투자", "Private money the outlay brings"),
}
RUNNING_COSTS: Columns = {
    **PROGRAMME, **REGION, **YEAR_OF_PLAN,
    "running_cost": _column("운영비", "Running cost", EOK, "운영비 × 전년 말 진도, 기금이 냄", "Operating cost × progress of the year before, paid by the fund"),
    "private": _column("민간 투자", "Private match", EOK, "운영비에는 없음(0)", "None: 0"),
}
PROGRESS: Columns = {
    **PROGRAMME, **YEAR_OF_PLAN,
    "progress": _column("누적 진도", "Progress", SHARE, "그해 말까지 이룬 진도", "Progress made by the end of the year"),
    "delivered": _column("제공 물량", "Delivered", Unit("물량 단위", "quantity unit"), "진도 × 물량; 물량이 없는 사업은 빈칸", "Progress × quantity; blank without a quantity"),
}
TARGETS: Columns = {
    **TRACK,
    "target": _column("목표", "Target", PERSONS, "목표 연도까지 양성할 인원", "People to be trained by the target year"),
    "target_year": _column("목표 연도", "Target year", YEAR, "목표를 채우는 해", "Year by which the target is met", INTEGER),
    "achieved": _column("달성", "Achieved", PERSONS, "목표 연도까지 양성하는 인원", "People trained by the target year"),
    "trained": _column("계획 전체 양성", "Trained in all", PERSONS, "계획 기간 전체의 양성 인원", "People trained in the whole plan"),
    "public": _column("공공 훈련비", "Public cost", EOK, "기금이 내는 훈련비", "Cost paid by the fund"),
    "employer": _column("기업 부담", "Employer cost", EOK, "기업이 내는 훈련비", "Cost paid by employers"),
    "shadow_price": _column("잠재가격", "Shadow price", PRICE_OF_PERSON, "목표를 1명 올릴 때 목적값의 변화", "Change of the objective per person by which the target rises"),
}
LEDGER: Columns = {
    **FUND, **YEAR_OF_PLAN,
    "opening_balance": _column("전년 이월", "Brought forward", EOK, "전년 말 잔액; 첫해는 기초 잔액", "Balance of the year before; the opening balance in the first year"),
    "interest": _column("이자 수입", "Interest", EOK, "이월 잔액의 운용 수익", "Earned on the balance brought forward"),
    "appropriation": _column("정부 출연", "Appropriation", EOK, "정부가 기금에 내는 돈", "Government money paid into the fund"),
    "subscription": _column("민간 출자", "Subscription", EOK, "기금이 모으는 민간 자금", "Private money raised by the fund"),
    "recoveries": _column("회수금", "Recoveries", EOK, "이전 융자·투자의 회수", "Money back from earlier loans and equity"),
    "commitment_uses": _column("성장 이니셔티브", "Growth initiative", EOK, "단계별 지원액", "Commitments of the stages"),
    "trainee_uses": _column("인력양성", "Workforce", EOK, "공공 훈련비", "Public cost of training"),
    "outlay_uses": _column("기반사업", "Enabling programmes", EOK, "공공 사업비", "Public outlay of the programmes"),
    "running_uses": _column("운영비", "Running costs", EOK, "완성된 기반사업의 공공 운영비", "Public money that keeps programmes running"),
    "administration": _column("관리비", "Administration", EOK, "지출에 더해지는 기획평가관리비", "Administration cost of the uses"),
    "preferred_return": _column("우선수익 지급", "Preferred return", EOK, "민간 출자에 주는 수익", "Paid on the private money subscribed before"),
    "lapse": _column("불용·반납", "Lapse", EOK, "쓰지 않고 국고에 돌려주는 돈", "Returned to the treasury unspent"),
    "balance": _column("차년도 이월", "Carried forward", EOK, "연말 잔액", "Balance at the end of the year"),
    "receivables": _column("미회수 채권", "Receivables", EOK, "계획 뒤에 돌아올 돈의 마지막 해 현재가치; 마지막 해에만", "Still to come back after the plan, discounted to its last year; last year only"),
    "shadow_price": _column("잠재가격", "Shadow price", PRICE_OF_MONEY, "그해 그 기금에 현금 1억원이 더 있을 때 목적값의 변화", "Change of the objective per unit of cash more in that fund and year"),
    "appropriation_price": _column("출연의 가치", "Worth of appropriation", PRICE_OF_MONEY, "그해 출연을 1억원 늘릴 때 목적값의 변화; 따라오는 민간 출자와 이월 한도를 포함", "Change of the objective per unit of appropriation more, with the private money and the carry-over it lets in"),
}
INDICATOR_COLUMNS = {
    v: _column(NAMES[v].ko, NAMES[v].en, UNITS[v], f"그해의 {NAMES[v].ko}(할인 전)", f"{NAMES[v].en} in the year, undiscounted")
    for v in EFFECT_INDICATORS}
EFFECTS: Columns = {
    **INDUSTRY, **STAGE, **YEAR_OF_PLAN,
    "direct_effect": _column("직접 효과", "Direct effect", EOK, "그해 늘어나는 산출(할인 전)",
                             "Extra output in the year, undiscounted"),
    "discount_factor": _column("할인계수", "Discount factor", COEFFICIENT, "첫해 가치로 바꾸는 계수", "Turns a value of the year into a first-year value"),
    "own_value_added": _column("자체 부가가치", "Own value added", UNITS[VALUE_ADDED],
        "그해 산업 자체에서 늘어나는 부가가치(할인 전); 비용·편익의 편익", "The industry's own value added in the year, undiscounted; the benefit of the appraisal"),
    **INDICATOR_COLUMNS,
}
INDICATORS: Columns = {
    "valuation": _column("평가 기준", "Valuation", NONE, "효과를 재는 지표", "Indicator the effect is measured by", TEXT),
    **INDUSTRY,
    "coefficient": _column("계수", "Coefficient", REPORTED, "직접 효과 1억원의 가치", "Value of one unit of direct effect"),
    "total": _column("계획의 효과", "Effect of the plan", REPORTED, "할인한 합계", "Discounted total"),
    "rank_by_coefficient": _column("계수 순위", "Rank by coefficient", NONE, "계수가 큰 차례", "1 = largest coefficient",
                                   INTEGER),
    "rank_by_total": _column("효과 순위", "Rank by effect", NONE, "계획의 효과가 큰 차례", "1 = largest effect", INTEGER),
}
EXPENDITURE_EFFECT: Columns = {
    "part": _column("구분", "Part", NONE, "stage 단계, track 트랙, programme 사업", "stage, track or programme", TEXT),
    "name": _column("이름", "Name", NONE, "단계, 트랙 또는 사업의 식별자", "Key of the stage, track or programme", TEXT),
    "spending": _column("지출", "Spending", EOK, "공공과 민간의 지출 합계", "Public and private spending"),
    "expenditure_inducement": _column("지출 유발계수", "Inducement", COEFFICIENT, "지출 1단위가 유발하는 생산", "Output induced by one unit of spending"),
    "effect": _column("지출효과", "Expenditure effect", EOK, "지출 × 유발계수; 일회성", "Spending × inducement; one-off"),
}
APPRAISAL: Columns = {
    "convention": _column("세는 방법", "Convention", NONE, "benefit_investment; 첫 행이 대표값", "benefit_investment; the first row is the headline", TEXT),
    "benefit": _column("편익의 범위", "Benefit counted", NONE, "own 산업 자체의 부가가치, induced 유발 부가가치", "own: the industries' own value added; induced: all that their output induces", TEXT),
    "investment": _column("투자의 범위", "Investment counted", NONE, "additional 추가 투자, whole 투자 전액", "additional: what would not have been made anyway; whole: all of it", TEXT),
    "worth": _column("편익", "Benefit", EOK, "할인한 부가가치", "Value added, discounted"),
    "initiative": _column("성장 이니셔티브", "Growth initiative", EOK, "할인한 투자, 공공과 민간", "Investment, public and private, discounted"),
    "workforce": _column("인력양성", "Workforce", EOK, "할인한 훈련비, 공공과 기업", "Cost of training, public and employers, discounted"),
    "programmes": _column("기반사업", "Enabling programmes", EOK, "할인한 사업비, 공공과 민간", "Outlay, public and private, discounted"),
    "running": _column("기반사업 운영비", "Running costs", EOK, "할인한 운영비, 분석기간 끝까지", "Operating cost, discounted, to the end of the appraisal"),
    "administration": _column("관리비", "Administration", EOK, "할인한 관리비", "Administration, discounted"),
    "cost": _column("총비용", "Total cost", EOK, "다섯 비용의 합", "Sum of the five costs"),
    "npv": _column("순현재가치", "NPV", EOK, "편익 − 총비용", "Benefit − total cost"),
    "benefit_cost_ratio": _column("편익비용비", "B/C ratio", COEFFICIENT, "편익 ÷ 총비용", "Benefit ÷ total cost"),
}
RULES: Columns = {
    **RULE,
    "year": _column("연도", "Year", YEAR, "all이면 기간 합계", "all = the sum over its years", TEXT),
    **{name: sheet_declarations()["rules"].columns[name] for name in ("measure", "relation", "unit", "value")},
    "selected": _column("계획의 값", "In the plan", EOK_OR_PERSONS, "제약이 고르는 값의 합(왼쪽)", "Sum the rule selects (left side)"),
    "whole": _column("전체", "Whole", EOK_OR_PERSONS, "비중의 분모; share에서만", "What the share is taken of; share only"),
    "bound": _column("한도", "Bound", EOK_OR_PERSONS, "허용되는 값(오른쪽)", "What is allowed (right side)"),
    "slack": _column("여유", "Slack", EOK_OR_PERSONS, "제약에 닿기까지 남은 폭; 음수면 어김", "Room left before the rule binds; negative where it is missed"),
    "violation": _column("미달", "Missed by", EOK_OR_PERSONS, "벌점 제약을 어긴 크기", "By how much a soft rule is missed"),
    "penalty": sheet_declarations()["rules"].columns["penalty"],
    "shadow_price": _column("잠재가격", "Shadow price", PRICE_OF_RULE, "한도를 1단위 올릴 때 목적값의 변화", "Change of the objective per unit by which the right side rises"),
}
FLOORS: Columns = {
    **{name: sheet_declarations()["floors"].columns[name] for name in ("indicator",)},
    "at_least": _column("하한", "At least", REPORTED, "계획이 적어도 내야 하는 할인한 합계", "Least discounted total"),
    "reached": _column("계획의 값", "In the plan", REPORTED, "계획이 내는 할인한 합계", "Discounted total of the plan"),
    "slack": _column("여유", "Slack", REPORTED, "하한까지 남은 폭", "Room left above the floor"),
    "shadow_price": _column("잠재가격", "Shadow price", PRICE_OF_RULE, "하한을 1단위 올릴 때 목적값의 변화", "Change of the objective per unit by which the floor rises"),
}
SENSITIVITIES: Columns = {
    "sheet": _column("시트", "Sheet", NONE, "입력 시트", "Sheet of the inputs", TEXT),
    "column": _column("열", "Column", NONE, "입력 열; *는 행렬의 모든 칸",
                      "Column of the inputs; * = the cells of a matrix", TEXT),
    "basis": _column("올리는 방법", "Basis", NONE, "all 열의 모든 값을 함께, each 한 값만, shared 한 값만 올리고 나머지를 줄여 합을 지킴", "all: every value together; each: one value alone; shared: one value, the others of its whole give way", TEXT),
    "lowest": _column("가장 작은 값", "Lowest value", COLUMN_UNIT, "지금 값 가운데 가장 작은 값", "Smallest value today"),
    "highest": _column("가장 큰 값", "Highest value", COLUMN_UNIT, "지금 값 가운데 가장 큰 값", "Largest value today"),
    "change": _column("1% 오를 때의 변화", "Change per 1 %", OF_OBJECTIVE, "값이 그 1%만큼 오를 때 목적값의 변화", "Change of the objective when the values rise by 1 % of themselves"),
    "row": _column("가장 센 행", "Strongest row", NONE, "혼자 1% 오를 때 목적값을 가장 크게 바꾸는 값의 행(행렬이면 행과 열)", "Row (in a matrix, row and column) of the value that alone changes the objective most", TEXT),
    "row_value": _column("그 행의 값", "Value of that row", COLUMN_UNIT, "지금 그 값", "That value today"),
    "row_change": _column("그 행만의 변화", "Change by that row", OF_OBJECTIVE, "그 값만 1% 오를 때 목적값의 변화", "Change of the objective when that value alone rises by 1 %"),
    "low_end": _column("하한에서의 변화", "Change at the low ends", OF_OBJECTIVE,
                      "uncertainty에 적은 범위의 하한으로 갈 때 목적값의 변화(1차 근사)",
                       "Change of the objective at the low ends of the ranges in uncertainty, at the slope of today"),
    "high_end": _column("상한에서의 변화", "Change at the high ends", OF_OBJECTIVE, "uncertainty에 적은 범위의 상한으로 갈 때 목적값의 변화(1차 근사)", "Change of the objective at the high ends of the ranges in uncertainty, at the slope of today"),
    "elasticity": _column("탄력성", "Elasticity", COEFFICIENT, "1% 오를 때 목적값이 몇 % 달라지는가", "Change of the objective in %, per 1 %"),
}
CHECKS: Columns = {
    "name": _column("검산", "Check", NONE, "다시 계산한 관계", "Relation that was recomputed", TEXT),
    "kind": _column("종류", "Kind", NONE, "검산의 종류", "Kind of check", TEXT),
    "index": _column("위치", "Where", NONE, "어느 행인지", "Which row of it", TEXT),
    "left": _column("왼쪽", "Left side", MIXED, "계획에서 계산한 값", "Computed from the plan"),
    "right": _column("오른쪽", "Right side", MIXED, "있어야 하는 값 또는 한도", "What it must equal or not exceed"),
    "violation": _column("위반", "Violation", MIXED, "어긋난 크기", "By how much it fails"),
    "tolerance": _column("허용오차", "Tolerance", MIXED, "반올림으로 보는 크기", "What passes as rounding"),
    "ok": _column("판정", "Verdict", NONE, "위반이 허용오차 안이면 yes", "yes when the violation is within the tolerance", TEXT),
}
RANGES: Columns = {
    "kind": _column("구분", "Kind", NONE, "무엇의 금액인가: 산업, 단계, 사업 등", "What the amount is of: an industry, a stage, a programme …", TEXT),
    "name": _column("항목", "Item", NONE, "입력 행의 식별자; 점으로 이음", "Keys of rows of the inputs, with dots between them",
        TEXT),
    "planned": _column("계획", "Planned", EOK, "이 계획의 공공 지출", "Public money in the plan"),
    "least": _column("최소", "Least", EOK, "거의 같은 효과를 내는 계획에서의 최소", "The least in plans that are nearly as good"),
    "most": _column("최대", "Most", EOK, "거의 같은 효과를 내는 계획에서의 최대", "The most in plans that are nearly as good"),
    "firmness": _column("견고성", "Firmness", NONE,
        "firm: 최소가 계획의 90% 이상, loose: 50% 미만, between: 그 사이, unplanned: 계획이 없음", "firm: the least is 90 % of what is planned or more; loose: less than 50 %; between: the rest; unplanned: nothing planned", TEXT),
}
# fmt: on

TABLES: Mapping[str, Columns] = {
    "commitments": COMMITMENTS,
    "depths": DEPTHS,
    "trainees": TRAINEES,
    "outlays": OUTLAYS,
    "running_costs": RUNNING_COSTS,
    "progress": PROGRESS,
    "targets": TARGETS,
    "ledger": LEDGER,
    "effects": EFFECTS,
    "indicators": INDICATORS,
    "expenditure_effect": EXPENDITURE_EFFECT,
    "appraisal": APPRAISAL,
    "rules": RULES,
    "floors": FLOORS,
    "sensitivities": SENSITIVITIES,
    "ranges": RANGES,
    "checks": CHECKS,
}
"""Every result table and its columns, in the order they are written; `checks` is the certificate, `ranges` is there
after `axplan run --why` alone."""
