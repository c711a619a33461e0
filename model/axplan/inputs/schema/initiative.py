"""Sheets of the three-stage AI innovation growth initiative."""

from collections.abc import Mapping
from dataclasses import dataclass

from axplan.inputs.schema.core import (
    CHOICE,
    COEFFICIENT,
    INTEGER,
    KEY,
    MULTIPLE,
    NUMBER,
    REFERENCE,
    SHARE,
    SHARE_PER_YEAR,
    TEXT,
    YEARS,
    Matrix,
    column,
    sheet,
)
from axplan.inputs.schema.economy import LABEL_EN, LABEL_KO

GRANT, LOAN, EQUITY = INSTRUMENTS = ("grant", "loan", "equity")


@sheet("단계", "Stages", "성장 이니셔티브의 단계; 행의 순서가 단계의 순서", "Stages of the growth initiative, in the order of the rows",
       key=("stage",))
@dataclass(frozen=True, kw_only=True)
class Stages:
    stage: tuple[str, ...] = column(KEY, "단계", "Stage", "단계의 식별자", "Identifier of the stage")
    label_ko: Mapping[str, str] = column(TEXT, *LABEL_KO, required=False)
    label_en: Mapping[str, str] = column(TEXT, *LABEL_EN, required=False)
    instrument: Mapping[str, str] = column(
        CHOICE, "지원 형태", "Instrument", "grant 보조금, loan 융자, equity 투자", "grant, loan or equity",
        choices=INSTRUMENTS)
    fund: Mapping[str, str] = column(
        REFERENCE, "기금", "Fund", "이 단계를 지원하는 기금", "Fund that pays for the stage", refers_to="funds")
    private_match: Mapping[str, float] = column(
        NUMBER, "민간 매칭", "Private match", "공공 1억원에 따라오는 민간 투자", "Private money that one unit of public money brings",
        unit=MULTIPLE, minimum=0)
    cost_share: Mapping[str, float] = column(
        NUMBER, "비용 몫", "Share of cost", "전체 투자비 가운데 이 단계의 몫", "Share of total investment that falls in the stage",
        unit=SHARE, minimum=0, above_minimum=True, maximum=1)
    effect_share: Mapping[str, float] = column(
        NUMBER, "효과 몫", "Share of effect", "전체 효과 가운데 이 단계의 몫", "Share of the effect that comes with the stage",
        unit=SHARE, minimum=0, maximum=1)
    additionality: Mapping[str, float] = column(
        NUMBER, "추가성", "Additionality", "지원이 없었으면 생기지 않았을 몫", "Share that would not have happened without support",
        unit=SHARE, minimum=0, maximum=1)
    initial_depth: Mapping[str, float] = column(
        NUMBER, "초기 도입률", "Initial depth", "계획 전에 이미 이 단계를 거친 비율", "Share that has passed the stage before the plan",
        unit=SHARE, minimum=0, maximum=1)
    annual_ceiling: Mapping[str, float] = column(
        NUMBER, "연간 도입 상한", "Annual ceiling", "한 해에 새로 이 단계를 거칠 수 있는 최대 비율; 비우면 한도 없음",
        "Most of a cell that can pass the stage in a year; blank = no limit", unit=SHARE, minimum=0, maximum=1,
        required=False)
    conversion: Mapping[str, float] = column(
        NUMBER, "전환율", "Conversion", "다음 단계로 넘어갈 수 있는 비율; 마지막 단계는 비움",
        "Share that can go on to the next stage; blank for the last", unit=SHARE, minimum=0, maximum=1, required=False)
    conversion_lag: Mapping[str, int] = column(
        INTEGER, "전환 시차", "Conversion lag", "다음 단계까지 걸리는 햇수; 마지막 단계는 비움", "Years until the next stage; blank for the last",
        unit=YEARS, minimum=0, maximum=30, required=False)
    lending_rate: Mapping[str, float] = column(
        NUMBER, "대출 금리", "Lending rate", "융자 잔액에 붙는 이자율", "Interest on the outstanding loan",
        unit=SHARE_PER_YEAR, minimum=0, maximum=1, required=False, needed_for=("instrument", LOAN))
    grace_years: Mapping[str, int] = column(
        INTEGER, "거치 기간", "Grace period", "원금을 갚지 않는 햇수", "Years before the first repayment",
        unit=YEARS, minimum=0, maximum=50, required=False, needed_for=("instrument", LOAN))
    repayment_years: Mapping[str, int] = column(
        INTEGER, "상환 기간", "Repayment period", "원금을 나누어 갚는 햇수", "Years over which the loan is repaid",
        unit=YEARS, minimum=1, maximum=50, required=False, needed_for=("instrument", LOAN))
    annual_loss: Mapping[str, float] = column(
        NUMBER, "연 부실률", "Annual loss", "해마다 부실이 되는 잔액의 비율", "Share of the outstanding loan lost every year",
        unit=SHARE_PER_YEAR, minimum=0, maximum=1, required=False, needed_for=("instrument", LOAN))
    loss_recovery: Mapping[str, float] = column(
        NUMBER, "부실 회수율", "Recovery of losses", "부실 가운데 되찾는 비율", "Share of a loss that is recovered",
        unit=SHARE, minimum=0, maximum=1, required=False, needed_for=("instrument", LOAN))
    exit_year: Mapping[str, int] = column(
        INTEGER, "회수 연차", "Exit year", "투자한 해부터 지분을 회수할 때까지의 햇수", "Years from investment to exit",
        unit=YEARS, minimum=1, maximum=50, required=False, needed_for=("instrument", EQUITY))
    exit_multiple: Mapping[str, float] = column(
        NUMBER, "회수 배수", "Exit multiple", "회수할 때 받는 금액 ÷ 투자액", "Proceeds at exit ÷ amount invested",
        unit=MULTIPLE, minimum=0, required=False, needed_for=("instrument", EQUITY))
    expenditure_inducement: Mapping[str, float] = column(
        NUMBER, "지출 유발계수", "Expenditure inducement", "이 단계의 지출 1단위가 유발하는 생산(일회성 효과)",
        "Output induced by one unit of spending (one-off effect)",
        unit=COEFFICIENT, minimum=0, required=False, default=0.0)


@sheet("효과의 시간 경로", "Effect profile", "지원 뒤 햇수에 따른 효과의 크기; 1 = 성숙; 마지막 열 뒤에는 그 값이 이어짐",
       "Size of the effect by years since the commitment; 1 = mature; the last age given goes on",
       key=("stage",), across="ages")
@dataclass(frozen=True, kw_only=True)
class EffectProfile(Matrix):
    stage: tuple[str, ...] = column(
        REFERENCE, "단계", "Stage", "stages 시트의 단계", "A row of sheet stages", refers_to="stages")
    value: Mapping[tuple[str, int], float] = column(
        NUMBER, "효과", "Effect", "성숙 효과에 대한 비율; 도입 초기 손실은 음수", "Share of the mature effect; early losses are negative",
        unit=SHARE, minimum=-10, maximum=10)


@sheet("비용 구간", "Segments", "깊이 들어갈수록 비싸지는 구간(체감하는 흡수 역량); 단계마다 폭의 합은 1, 배수는 올라가야 함",
       "Steps of rising cost (diminishing absorption); the widths of a stage sum to 1 and the multipliers rise",
       key=("stage", "segment"))
@dataclass(frozen=True, kw_only=True)
class Segments:
    stage: tuple[str, ...] = column(
        REFERENCE, "단계", "Stage", "stages 시트의 단계", "A row of sheet stages", refers_to="stages")
    segment: tuple[int, ...] = column(
        INTEGER, "구간", "Segment", "구간의 번호; 1부터", "Number of the step, from 1", minimum=1, maximum=100)
    width: Mapping[tuple[str, int], float] = column(
        NUMBER, "폭", "Width", "구간이 차지하는 도입률", "Depth covered by the step", unit=SHARE, minimum=0, maximum=1)
    cost_multiplier: Mapping[tuple[str, int], float] = column(
        NUMBER, "비용 배수", "Cost multiplier", "구간의 비용 ÷ 평균 비용", "Cost within the step ÷ average cost",
        unit=MULTIPLE, minimum=0, above_minimum=True)
