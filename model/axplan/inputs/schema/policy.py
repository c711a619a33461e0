"""Sheets written by the analyst: policy rules, ranges of uncertainty, and where the figures come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from axplan.inputs.schema.core import (
    CHOICE,
    COEFFICIENT,
    INTEGER,
    KEY,
    NUMBER,
    REFERENCE,
    REFERENCES,
    TEXT,
    YEAR,
    YES_NO,
    sheet,
)
from axplan.inputs.schema.core import column as declare
from axplan.inputs.schema.economy import LABEL_EN, LABEL_KO
from axplan.inputs.schema.indicators import INDICATOR_NAMES, VALUATIONS

COMMITMENT, INVESTMENT, TRAINEES, OUTLAY, SPENDING = MEASURES = (
    "commitment", "investment", "trainees", "outlay", "spending",
)  # fmt: skip
AT_LEAST, AT_MOST, EQUAL = RELATIONS = (">=", "<=", "=")
AMOUNT, SHARE_OF, APPROPRIATION_SHARE, GROWTH = RULE_UNITS = ("amount", "share", "appropriation_share", "growth")
MOST_OF_APPROPRIATIONS = 3.0
"""The largest appropriation_share: more is likely to be a percentage."""
GRADES = ("proposal", "official", "study", "derived", "assumption")
FILTERS = {"industry": "industries", "region": "regions", "task": "tasks", "stage": "stages", "track": "tracks",
           "programme": "programmes"}
"""The filters of a rule and the sheet each one refers to."""

MEASURE_FILTERS = {
    COMMITMENT: ("industry", "region", "task", "stage"),
    INVESTMENT: ("industry", "region", "task", "stage"),
    TRAINEES: ("industry", "region", "track"),
    OUTLAY: ("region", "programme"),
    SPENDING: tuple(FILTERS),
}
"""The filters that can apply to each measure; any other is an input error."""

WHOLE_KEEPS = ("track", "programme")
"""The filters that also narrow the whole which a share is taken of; for spending none does."""

WHOLE_PLAN = "all"
"""Stands for the year of a rule that speaks of the sum over its years."""


NOTE_EN = ("영문 비고", "English note", "영문 보고서에 쓰는 설명; 비우면 비고 그대로", "Remarks in English reports; blank = the note")


def _filter(ko: str, en: str, refers_to: str) -> Any:
    return declare(REFERENCES, ko, en, "쉼표로 나눈 목록; 비우면 전체", "Comma list; blank = all", refers_to=refers_to,
                  required=False)


@sheet("정책 제약", "Rules", "분석가가 쓰는 제약; 한 행이 하나의 제약", "Constraints written by the analyst, one per row",
       key=("rule",), optional=True)
@dataclass(frozen=True, kw_only=True)
class Rules:
    rule: tuple[str, ...] = declare(KEY, "제약", "Rule", "제약의 식별자", "Identifier of the rule")
    label_ko: Mapping[str, str] = declare(TEXT, *LABEL_KO, required=False)
    label_en: Mapping[str, str] = declare(TEXT, *LABEL_EN, required=False)
    measure: Mapping[str, str] = declare(
        CHOICE, "대상", "Measure", "commitment 공공 지원액, investment 총투자, trainees 훈련 인원, outlay 기반사업 지출, spending 이 셋의 공공 지출 모두",
        "commitment, investment, trainees, outlay, or spending: the public money of all three", choices=MEASURES)
    industry: Mapping[str, tuple[str, ...]] = _filter("산업", "Industry", "industries")
    region: Mapping[str, tuple[str, ...]] = _filter("권역", "Region", "regions")
    task: Mapping[str, tuple[str, ...]] = _filter("태스크", "Task", "tasks")
    stage: Mapping[str, tuple[str, ...]] = _filter("단계", "Stage", "stages")
    track: Mapping[str, tuple[str, ...]] = _filter("트랙", "Track", "tracks")
    programme: Mapping[str, tuple[str, ...]] = _filter("사업", "Programme", "programmes")
    from_: Mapping[str, int] = declare(
        INTEGER, "시작 연도", "From", "비우면 첫 해부터", "Blank = first year", unit=YEAR, required=False)
    to: Mapping[str, int] = declare(
        INTEGER, "끝 연도", "To", "비우면 마지막 해까지", "Blank = last year", unit=YEAR, required=False)
    relation: Mapping[str, str] = declare(
        CHOICE, "관계", "Relation", ">= 이상, <= 이하, = 같음", ">= at least, <= at most, = equal", choices=RELATIONS)
    value: Mapping[str, float] = declare(
        NUMBER, "값", "Value", "amount는 억원 또는 명, 그 밖에는 비율", "KRW 100m or persons for amount, a share otherwise")
    unit: Mapping[str, str] = declare(
        CHOICE, "값의 종류", "Kind of value", "amount 금액·인원, share 전체에 대한 비중, appropriation_share 출연금에 대한 비중, growth 전년 대비 증가율",
        "amount, share of the whole, appropriation_share of the appropriations, or growth over the year before",
        choices=RULE_UNITS)
    each_year: Mapping[str, bool] = declare(
        YES_NO, "해마다", "Each year", "yes면 해마다 하나씩, no면 기간 합계에", "yes: one constraint a year; no: over the sum of the years",
        required=False, default=False)
    penalty: Mapping[str, float] = declare(
        NUMBER, "벌점", "Penalty", "비우면 반드시 지킴; 숫자면 어긴 1억원(또는 1명)마다 목적값에서 빼는 값",
        "Blank = must hold; a number is taken off the objective per unit by which the rule is missed",
        minimum=0, required=False)


@sheet("효과 하한", "Effect floors", "목적이 아닌 지표에 대해 계획이 적어도 내야 하는 효과; 한 행이 하나의 지표",
       "What the plan must bring at least in indicators it does not maximise, one per row",
       key=("indicator",), optional=True)
@dataclass(frozen=True, kw_only=True)
class Floors:
    label_ko: ClassVar[Mapping[str, str]] = {v: name.ko for v, name in INDICATOR_NAMES.items()}
    label_en: ClassVar[Mapping[str, str]] = {v: name.en for v, name in INDICATOR_NAMES.items()}
    indicator: tuple[str, ...] = declare(
        CHOICE, "지표", "Indicator", "production 생산유발, output 산출유발, value_added 부가가치유발, employment 취업유발, exports 수출, net_benefit 순편익",
        "production, output, value_added, employment, exports or net_benefit", choices=VALUATIONS)
    at_least: Mapping[str, float] = declare(
        NUMBER, "하한", "At least", "할인한 합계의 하한: 유발액과 순편익은 조원, 취업유발은 인·년, 수출은 십억달러; 비우면 하한 없음",
        "Least discounted total: KRW tn, person-years of employment, USD bn of exports; blank = none",
        required=False)


@sheet("불확실성", "Uncertainty", "값이 움직일 수 있는 범위", "Ranges in which values may lie", optional=True)
@dataclass(frozen=True, kw_only=True)
class Uncertainty:
    table: Mapping[int, str] = declare(TEXT, "시트", "Table", "값이 있는 시트", "Sheet that holds the value")
    row: Mapping[int, str] = declare(TEXT, "행", "Row", "행의 식별자; *는 모든 행", "Key of the row; * = every row")
    column: Mapping[int, str] = declare(
        TEXT, "열", "Column", "열의 이름; 행렬 시트에서 *는 모든 열", "Name of the column; * = every column of a matrix")
    applies: Mapping[int, str] = declare(
        CHOICE, "적용", "Applies", "factor는 값에 곱하고 value는 값을 바꿈", "factor multiplies the value, value replaces it",
        choices=("factor", "value"))
    distribution: Mapping[int, str] = declare(
        CHOICE, "분포", "Distribution", "triangular 삼각, uniform 균등", "triangular or uniform",
        choices=("triangular", "uniform"))
    low: Mapping[int, float] = declare(NUMBER, "하한", "Low", "가장 작은 값", "Lowest value")
    mode: Mapping[int, float] = declare(
        NUMBER, "최빈", "Mode", "가장 그럴듯한 값; 균등 분포에서는 쓰지 않음", "Most likely value; not used by uniform",
        required=False, needed_for=("distribution", "triangular"))
    high: Mapping[int, float] = declare(NUMBER, "상한", "High", "가장 큰 값", "Highest value")
    together: Mapping[int, bool] = declare(
        YES_NO, "함께", "Together", "yes면 *가 고른 모든 행이 함께 움직이고 no면 따로 움직임",
        "yes: all rows that * selects move together; no: each on its own", required=False, default=False)


@sheet("상관", "Correlations", "함께 움직이는 불확실성", "Ranges whose values move together", optional=True)
@dataclass(frozen=True, kw_only=True)
class Correlations:
    a: Mapping[int, str] = declare(
        TEXT, "첫째", "First", "uncertainty 시트의 한 행: 시트.행.열", "A row of sheet uncertainty: table.row.column")
    b: Mapping[int, str] = declare(
        TEXT, "둘째", "Second", "uncertainty 시트의 다른 행: 시트.행.열", "Another row of sheet uncertainty: table.row.column")
    rank_correlation: Mapping[int, float] = declare(
        NUMBER, "순위 상관", "Rank correlation", "순위 상관계수", "Spearman's coefficient of rank correlation",
        unit=COEFFICIENT, minimum=-1, maximum=1)


@sheet("출처와 근거 등급", "Provenance", "표와 열마다 근거의 등급과 출처", "Grade of evidence and source of every table and column",
       optional=True)
@dataclass(frozen=True, kw_only=True)
class Provenance:
    table: Mapping[int, str] = declare(TEXT, "시트", "Table", "시트의 이름", "Name of the sheet")
    columns: Mapping[int, str] = declare(TEXT, "열", "Columns", "빈칸으로 나눈 열 이름; *는 전체", "Column names separated by blanks; * = all")
    grade: Mapping[int, str] = declare(
        CHOICE, "등급", "Grade", "proposal 제안서, official 공식 통계·규정, study 연구, derived 계산, assumption 가정",
        "proposal, official, study, derived or assumption", choices=GRADES)
    source: Mapping[int, str] = declare(
        REFERENCE, "출처", "Source", "sources 시트의 출처", "A row of sheet sources", refers_to="sources")
    note: Mapping[int, str] = declare(TEXT, "비고", "Note", "설명", "Remarks", required=False)
    note_en: Mapping[int, str] = declare(TEXT, *NOTE_EN, required=False)


@sheet("자료", "Sources", "출처의 목록", "List of sources", key=("source",), optional=True)
@dataclass(frozen=True, kw_only=True)
class Sources:
    source: tuple[str, ...] = declare(KEY, "출처", "Source", "출처의 식별자", "Identifier of the source")
    title: Mapping[str, str] = declare(TEXT, "제목", "Title", "자료의 제목", "Title of the source")
    title_en: Mapping[str, str] = declare(
        TEXT, "영문 제목", "English title", "영문 보고서에 쓰는 제목; 비우면 제목 그대로", "Title in English reports; blank = the title",
        required=False)
    publisher: Mapping[str, str] = declare(TEXT, "발행", "Publisher", "발행 기관", "Who published it", required=False)
    publisher_en: Mapping[str, str] = declare(
        TEXT, "영문 발행 기관", "English publisher", "영문 보고서에 쓰는 발행 기관; 비우면 발행 기관 그대로",
        "Publisher in English reports; blank = the publisher", required=False)
    year: Mapping[str, int] = declare(INTEGER, "연도", "Year", "발행 연도", "Year of publication", unit=YEAR, required=False)
    note: Mapping[str, str] = declare(TEXT, "비고", "Note", "설명", "Remarks", required=False)
    note_en: Mapping[str, str] = declare(TEXT, *NOTE_EN, required=False)
