"""Sheets that describe the plan's horizon and the economy it works on."""

from collections.abc import Mapping
from dataclasses import dataclass

from axplan.inputs.schema.core import (
    BILLION_USD,
    COEFFICIENT,
    INTEGER,
    KEY,
    KRW_PER_USD,
    MULTIPLE,
    NUMBER,
    PERSONS,
    PERSONS_PER_BILLION,
    REFERENCE,
    SHARE,
    SHARE_PER_YEAR,
    TEXT,
    TRILLION,
    YEAR,
    YEARS,
    YES_NO,
    Matrix,
    column,
    sheet,
)

LABEL_KO = ("한글 이름", "Korean label", "한국어 보고서에 쓰는 이름", "Name printed in Korean reports")
LABEL_EN = ("영문 이름", "English label", "영문 보고서에 쓰는 이름", "Name printed in English reports")


@sheet("설정", "Settings", "계획 기간과 할인율", "Horizon of the plan and discounting", record=True)
@dataclass(frozen=True, kw_only=True)
class Settings:
    first_year: int = column(
        INTEGER, "첫 해", "First year", "예산계획의 첫 회계연도", "First fiscal year of the plan",
        unit=YEAR, minimum=2000, maximum=2100)
    plan_years: int = column(
        INTEGER, "계획 연수", "Plan years", "예산을 배분하는 햇수", "Number of years that receive a budget",
        unit=YEARS, minimum=1, maximum=30)
    appraisal_end: int = column(
        INTEGER, "평가 종료 연도", "End of appraisal", "효과를 세는 마지막 해; 계획의 마지막 해보다 빠를 수 없음",
        "Last year whose effects count; not before the last year of the plan",
        unit=YEAR, minimum=2000, maximum=2150)
    social_discount_rate: float = column(
        NUMBER, "사회적 할인율", "Social discount rate", "장래의 효과와 비용을 첫 해 가치로 바꾸는 실질 할인율",
        "Real rate that turns later effects and costs into first-year values",
        unit=SHARE_PER_YEAR, minimum=0, maximum=0.5)
    effect_depreciation: float = column(
        NUMBER, "효과 감가율", "Effect depreciation", "성숙 뒤 해마다 효과가 줄어드는 비율",
        "Share of a mature effect that is lost every year", unit=SHARE_PER_YEAR, minimum=0, maximum=1)
    krw_per_usd: float = column(
        NUMBER, "환율", "Exchange rate", "십억달러로 적은 수출·무역수지를 원화로 바꾸는 환율",
        "Converts exports and trade balance, given in USD bn, into won",
        unit=KRW_PER_USD, minimum=0, above_minimum=True)


@sheet("산업", "Industries", "산업별 생산, 무역, 유발계수와 고용; initiative = yes 인 산업이 3단계 성장 이니셔티브의 대상",
       "Production, trade, multipliers and employment; those with initiative = yes take part in the three-stage growth "
       "initiative", key=("industry",))
@dataclass(frozen=True, kw_only=True)
class Industries:
    industry: tuple[str, ...] = column(
        KEY, "산업", "Industry", "산업의 식별자", "Identifier of the industry")
    label_ko: Mapping[str, str] = column(TEXT, *LABEL_KO, required=False)
    label_en: Mapping[str, str] = column(TEXT, *LABEL_EN, required=False)
    production: Mapping[str, float] = column(
        NUMBER, "생산액", "Production", "연간 생산액; 모형 안에서는 억원", "Yearly output; kept in KRW 100m in the model",
        unit=TRILLION, minimum=0, above_minimum=True, required=False, needed_for=("initiative", "yes"),
        scale=10_000)
    production_share: Mapping[str, float] = column(
        NUMBER, "생산 비중", "Share of production", "제조업 생산에서 차지하는 비중(대조용)",
        "Share of manufacturing output (cross-check)", unit=SHARE, minimum=0, maximum=1, required=False)
    exports: Mapping[str, float] = column(
        NUMBER, "수출액", "Exports", "연간 수출액", "Yearly exports",
        unit=BILLION_USD, minimum=0, required=False, needed_for=("initiative", "yes"))
    export_share: Mapping[str, float] = column(
        NUMBER, "수출 비중", "Share of exports", "총수출에서 차지하는 비중(대조용)", "Share of total exports (cross-check)",
        unit=SHARE, minimum=0, maximum=1, required=False)
    trade_balance: Mapping[str, float] = column(
        NUMBER, "무역수지", "Trade balance", "수출에서 수입을 뺀 값(대조용)", "Exports less imports (cross-check)",
        unit=BILLION_USD, required=False)
    trade_balance_share: Mapping[str, float] = column(
        NUMBER, "무역수지 비중", "Share of trade balance", "전체 무역수지에서 차지하는 비중(대조용)",
        "Share of the total trade balance (cross-check)", unit=SHARE, minimum=-10, maximum=10,
        required=False)
    trade_specialisation: Mapping[str, float] = column(
        NUMBER, "무역특화지수", "Trade specialisation index", "무역수지 ÷ (2 × 수출 − 무역수지)(대조용)",
        "Balance ÷ (2 × exports − balance) (cross-check)", unit=COEFFICIENT, minimum=-1, maximum=1,
        required=False)
    production_inducement: Mapping[str, float] = column(
        NUMBER, "생산유발계수", "Production inducement coefficient", "최종수요 1단위가 유발하는 국내 총산출",
        "Domestic gross output induced by one unit of final demand", unit=COEFFICIENT, minimum=0, required=False,
        needed_for=("initiative", "yes"))
    influence: Mapping[str, float] = column(
        NUMBER, "영향력계수", "Influence coefficient", "생산유발계수 ÷ 전 산업 평균(대조용)",
        "Production inducement ÷ mean of all industries (cross-check)", unit=COEFFICIENT, minimum=0,
        required=False)
    output_inducement: Mapping[str, float] = column(
        NUMBER, "산출유발계수", "Output inducement coefficient",
        "산출이 외생일 때의 승수: L[:,S]·inv(L[S,S])의 열 합", "Multiplier when output itself is exogenous: column sums of "
        "L[:,S]·inv(L[S,S])", unit=COEFFICIENT, minimum=0, required=False, needed_for=("initiative", "yes"))
    value_added_rate: Mapping[str, float] = column(
        NUMBER, "부가가치율", "Value-added rate", "산업 자신의 부가가치 ÷ 산출; 순편익의 편익",
        "The industry's own value added ÷ its output: the benefit of net_benefit", unit=SHARE, minimum=0, maximum=1,
        required=False, needed_for=("initiative", "yes"))
    value_added_inducement: Mapping[str, float] = column(
        NUMBER, "부가가치유발계수", "Value-added inducement coefficient", "산출 1단위가 유발하는 부가가치",
        "Value added induced by one unit of output", unit=COEFFICIENT, minimum=0, required=False,
        needed_for=("initiative", "yes"))
    employment_inducement: Mapping[str, float] = column(
        NUMBER, "취업유발계수", "Employment inducement coefficient", "산출 10억원이 유발하는 취업자; 최종수요가 아닌 산출 기준",
        "Persons employed per KRW 1bn of output (not of final demand)", unit=PERSONS_PER_BILLION, minimum=0,
            required=False,
        needed_for=("initiative", "yes"))
    employment: Mapping[str, float] = column(
        NUMBER, "종사자", "Employment", "훈련받을 수 있는 현재 종사자", "People now employed, who can be trained",
        unit=PERSONS, minimum=0)
    technology: Mapping[str, str] = column(
        TEXT, "기술 수준", "Technology class", "설명", "Description", required=False)
    market: Mapping[str, str] = column(TEXT, "시장", "Market", "설명", "Description", required=False)
    initiative: Mapping[str, bool] = column(
        YES_NO, "이니셔티브 대상", "In the initiative", "3단계 AI 혁신성장 이니셔티브의 대상이면 yes",
        "yes when the industry takes part in the three-stage initiative")


@sheet("권역", "Regions", "권역과 권역별 비용 수준", "Regions and their cost levels", key=("region",))
@dataclass(frozen=True, kw_only=True)
class Regions:
    region: tuple[str, ...] = column(KEY, "권역", "Region", "권역의 식별자", "Identifier of the region")
    label_ko: Mapping[str, str] = column(TEXT, *LABEL_KO, required=False)
    label_en: Mapping[str, str] = column(TEXT, *LABEL_EN, required=False)
    investment_cost: Mapping[str, float] = column(
        NUMBER, "투자비 수준", "Investment cost", "기준 권역을 1로 한 AI 투자비", "Cost of AI investment, reference region = 1",
        unit=MULTIPLE, minimum=0, above_minimum=True)
    siting_cost: Mapping[str, float] = column(
        NUMBER, "입지비 수준", "Siting cost", "기준을 1로 한 기반시설(데이터센터 등) 입지비",
        "Cost of siting facilities such as data centres, reference = 1", unit=MULTIPLE, minimum=0,
        above_minimum=True)


@sheet("권역별 입지", "Siting", "산업 생산과 고용의 권역별 비중; 행의 합은 1",
       "Share of each region in an industry's output and employment; every row sums to 1",
       key=("industry",), across="regions")
@dataclass(frozen=True, kw_only=True)
class Siting(Matrix):
    industry: tuple[str, ...] = column(
        REFERENCE, "산업", "Industry", "industries 시트의 산업", "A row of sheet industries",
        refers_to="industries")
    value: Mapping[tuple[str, str], float] = column(
        NUMBER, "비중", "Share", "그 산업이 그 권역에 있는 비중; 0이면 그 권역에 없음",
        "Share of the industry located in the region; 0 = not there", unit=SHARE, minimum=0, maximum=1)


@sheet("AI 태스크", "AI tasks", "12개 산업 AI 태스크", "The industrial AI tasks", key=("task",))
@dataclass(frozen=True, kw_only=True)
class Tasks:
    task: tuple[str, ...] = column(KEY, "태스크", "Task", "태스크의 식별자", "Identifier of the task")
    label_ko: Mapping[str, str] = column(TEXT, *LABEL_KO, required=False)
    label_en: Mapping[str, str] = column(TEXT, *LABEL_EN, required=False)
    uplift: Mapping[str, float] = column(
        NUMBER, "생산성 효과", "Uplift", "전면 적용 시 성숙기 산출 증가율", "Rise in output at maturity when applied in full",
        unit=SHARE, minimum=0, maximum=1)
    cost_intensity: Mapping[str, float] = column(
        NUMBER, "비용 집약도", "Cost intensity", "전면 적용에 드는 총투자 ÷ 생산액",
        "Total investment for full application ÷ output", unit=SHARE, minimum=0, above_minimum=True,
        maximum=1)
    ceiling: Mapping[str, float] = column(
        NUMBER, "도입 상한", "Ceiling", "기반사업이 없을 때 도달할 수 있는 적용 비율",
        "Depth that can be reached without the enabling programmes", unit=SHARE, minimum=0, maximum=1)
    priority: Mapping[str, bool] = column(
        YES_NO, "우선 태스크", "Priority", "특허 동향에서 투자가 필요하다고 본 태스크(설명)",
        "Seen as needing investment in the patent review (descriptive)", required=False)


@sheet("적용 사례", "Applications", "제안서가 이름을 든 태스크 × 산업의 AI 적용 사례", "The applications of AI that the proposal names, by task and industry",
       key=("task", "industry"), optional=True)
@dataclass(frozen=True, kw_only=True)
class Applications:
    task: tuple[str, ...] = column(
        REFERENCE, "태스크", "Task", "tasks 시트의 태스크", "A row of sheet tasks", refers_to="tasks")
    industry: tuple[str, ...] = column(
        REFERENCE, "산업", "Industry", "industries 시트의 산업", "A row of sheet industries", refers_to="industries")
    label_ko: Mapping[tuple[str, str], str] = column(TEXT, *LABEL_KO, required=False)
    label_en: Mapping[tuple[str, str], str] = column(TEXT, *LABEL_EN, required=False)


@sheet("태스크 효과성", "Effectiveness", "태스크의 효과가 산업에 따라 다른 정도; 1이 보통",
       "How strongly a task works in an industry; 1 = average", key=("task",), across="initiative")
@dataclass(frozen=True, kw_only=True)
class Effectiveness(Matrix):
    task: tuple[str, ...] = column(
        REFERENCE, "태스크", "Task", "tasks 시트의 태스크", "A row of sheet tasks", refers_to="tasks")
    value: Mapping[tuple[str, str], float] = column(
        NUMBER, "효과성", "Effectiveness", "uplift에 곱하는 값", "Factor on the task's uplift",
        unit=MULTIPLE, minimum=0, maximum=10)
