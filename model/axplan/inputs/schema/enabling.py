"""Sheets of the Trinity workforce programme and of the enabling programmes."""

from collections.abc import Mapping
from dataclasses import dataclass

from axplan.inputs.schema.core import (
    COEFFICIENT,
    EOK,
    EOK_PER_PERSON,
    EOK_PER_YEAR,
    INTEGER,
    KEY,
    MULTIPLE,
    NUMBER,
    PERSONS,
    PERSONS_PER_EOK,
    REFERENCE,
    SHARE,
    SHARE_PER_YEAR,
    TEXT,
    YEAR,
    YES_NO,
    Matrix,
    column,
    sheet,
)
from axplan.inputs.schema.economy import LABEL_EN, LABEL_KO


@sheet("인력양성", "Tracks", "Trinity 인력양성의 세 트랙", "Tracks of the Trinity workforce programme", key=("track",))
@dataclass(frozen=True, kw_only=True)
class Tracks:
    track: tuple[str, ...] = column(KEY, "트랙", "Track", "트랙의 식별자", "Identifier of the track")
    label_ko: Mapping[str, str] = column(TEXT, *LABEL_KO, required=False)
    label_en: Mapping[str, str] = column(TEXT, *LABEL_EN, required=False)
    fund: Mapping[str, str] = column(
        REFERENCE, "기금", "Fund", "훈련비를 내는 기금", "Fund that pays for the training", refers_to="funds")
    target: Mapping[str, float] = column(
        NUMBER, "목표 인원", "Target", "목표 연도까지 양성할 인원", "People to be trained by the target year",
        unit=PERSONS, minimum=0)
    target_year: Mapping[str, int] = column(
        INTEGER, "목표 연도", "Target year", "목표를 채워야 하는 해; 계획 기간 안", "Year by which the target is met; within the plan",
        unit=YEAR)
    unit_cost: Mapping[str, float] = column(
        NUMBER, "1인당 비용", "Unit cost", "한 사람을 양성하는 전체 비용", "Full cost of training one person",
        unit=EOK_PER_PERSON, minimum=0)
    employer_share: Mapping[str, float] = column(
        NUMBER, "기업 부담률", "Employer share", "1인당 비용 가운데 기업이 내는 몫", "Share of the unit cost paid by the employer",
        unit=SHARE, minimum=0, maximum=1)
    initial_capacity: Mapping[str, float] = column(
        NUMBER, "첫해 수용 인원", "Initial capacity", "첫해에 훈련할 수 있는 최대 인원", "Most people that can be trained in the first year",
        unit=PERSONS, minimum=0)
    capacity_growth: Mapping[str, float] = column(
        NUMBER, "수용 증가율", "Capacity growth", "훈련 자리가 해마다 늘어나는 비율; 자리가 비어도 늘어남",
        "How much the places grow from one year to the next, filled or not",
        unit=SHARE_PER_YEAR, minimum=-1)
    initial_stock: Mapping[str, float] = column(
        NUMBER, "기존 인력", "Initial stock", "계획 전에 이미 있는 인력; 첫해부터 이탈 적용",
        "People already skilled before the plan; attrition applies from the first year", unit=PERSONS, minimum=0)
    attrition: Mapping[str, float] = column(
        NUMBER, "이탈률", "Attrition", "해마다 떠나는 인력의 비율", "Share of the stock that leaves every year",
        unit=SHARE_PER_YEAR, minimum=0, maximum=1)
    requirement: Mapping[str, float] = column(
        NUMBER, "투자당 필요 인력", "Requirement", "누적 투자 1억원이 필요로 하는 인력", "Skilled people needed per unit of investment so far",
        unit=PERSONS_PER_EOK, minimum=0)
    employment_ceiling: Mapping[str, float] = column(
        NUMBER, "고용 대비 상한", "Employment ceiling", "종사자 가운데 이 트랙으로 훈련할 수 있는 최대 비율",
        "Largest share of the people employed who can be trained in the track", unit=SHARE, minimum=0, maximum=1)
    supervisor: Mapping[str, str] = column(
        REFERENCE, "지도 트랙", "Supervisor", "이 트랙을 가르치는 트랙; 없으면 비움", "Track that teaches this one; blank if none",
        refers_to="tracks", required=False)
    span: Mapping[str, float] = column(
        NUMBER, "지도 범위", "Span", "지도 인력 한 사람이 한 해에 가르치는 인원", "People one supervisor can train in a year",
        unit=MULTIPLE, minimum=0, required=False)
    expenditure_inducement: Mapping[str, float] = column(
        NUMBER, "지출 유발계수", "Expenditure inducement", "훈련비 1단위가 유발하는 생산(일회성 효과)",
        "Output induced by one unit of spending (one-off effect)",
        unit=COEFFICIENT, minimum=0, required=False, default=0.0)


@sheet("기반사업", "Programmes", "연구개발, 데이터, 컴퓨팅, 생태계, 안전, 표준 등 기반사업",
       "Enabling programmes: R&D, data, compute, ecosystem, safety, standards", key=("programme",))
@dataclass(frozen=True, kw_only=True)
class Programmes:
    programme: tuple[str, ...] = column(KEY, "사업", "Programme", "사업의 식별자", "Identifier of the programme")
    label_ko: Mapping[str, str] = column(TEXT, *LABEL_KO, required=False)
    label_en: Mapping[str, str] = column(TEXT, *LABEL_EN, required=False)
    pillar: Mapping[str, str] = column(
        TEXT, "분야", "Pillar", "제안서의 분야; compute 분야는 비용편익을 따로도 계산",
        "Pillar of the proposal; benefit and cost are also shown without pillar compute")
    fund: Mapping[str, str] = column(
        REFERENCE, "기금", "Fund", "사업비를 내는 기금", "Fund that pays for the programme", refers_to="funds")
    cost: Mapping[str, float] = column(
        NUMBER, "총사업비", "Cost", "공공과 민간을 합한 전체 사업비", "Cost of the whole programme, public and private",
        unit=EOK, minimum=0, above_minimum=True)
    private_match: Mapping[str, float] = column(
        NUMBER, "민간 매칭", "Private match", "공공 1억원에 따라오는 민간 투자", "Private money that one unit of public money brings",
        unit=MULTIPLE, minimum=0)
    annual_ceiling: Mapping[str, float] = column(
        NUMBER, "연간 진도 상한", "Annual ceiling", "한 해에 낼 수 있는 최대 진도", "Most progress that can be made in a year",
        unit=SHARE, minimum=0, maximum=1)
    minimum_progress: Mapping[str, float] = column(
        NUMBER, "최소 진도", "Minimum progress", "계획 마지막 해까지 이루어야 하는 진도", "Progress required by the last year",
        unit=SHARE, minimum=0, maximum=1)
    quantity: Mapping[str, float] = column(
        NUMBER, "물량", "Quantity", "완료 시 제공하는 물량(GPU 등)", "Quantity delivered on completion, such as GPUs",
        minimum=0, above_minimum=True, required=False)
    quantity_unit: Mapping[str, str] = column(
        TEXT, "물량 단위", "Unit of quantity", "물량의 단위", "What the quantity counts", required=False)
    regional: Mapping[str, bool] = column(
        YES_NO, "권역별 사업", "Regional", "권역에 나누어 짓는 사업이면 yes", "yes when it is built in the regions")
    operating_cost: Mapping[str, float] = column(
        NUMBER, "운영비", "Operating cost", "진도 1일 때 해마다 드는 공공 운영비; 이듬해부터, 계획 뒤에도 듦",
        "Public money a year at full progress, from the year after on; goes on after the plan",
        unit=EOK_PER_YEAR, minimum=0, required=False, default=0.0)
    expenditure_inducement: Mapping[str, float] = column(
        NUMBER, "지출 유발계수", "Expenditure inducement", "사업비 1단위가 유발하는 생산(일회성 효과)",
        "Output induced by one unit of spending (one-off effect)",
        unit=COEFFICIENT, minimum=0, required=False, default=0.0)


@sheet("기반사업의 상한 확대", "Unlocks", "사업을 마치면 태스크의 도입 상한이 올라가는 폭", "How far a completed programme raises a task's ceiling",
       key=("programme",), across="tasks")
@dataclass(frozen=True, kw_only=True)
class Unlocks(Matrix):
    programme: tuple[str, ...] = column(
        REFERENCE, "사업", "Programme", "programmes 시트의 사업", "A row of sheet programmes", refers_to="programmes")
    value: Mapping[tuple[str, str], float] = column(
        NUMBER, "상한 확대", "Rise of the ceiling", "진도 1일 때 상한에 더하는 값", "Added to the ceiling at full progress",
        unit=SHARE, minimum=0, maximum=1, required=False, default=0.0)
