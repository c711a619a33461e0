"""Sheets of the funds and their appropriations."""

from collections.abc import Mapping
from dataclasses import dataclass

from axplan.inputs.schema.core import (
    EOK,
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


@sheet("기금", "Funds", "기금과 그 재무 규칙", "Funds and their financial rules", key=("fund",))
@dataclass(frozen=True, kw_only=True)
class Funds:
    fund: tuple[str, ...] = column(KEY, "기금", "Fund", "기금의 식별자", "Identifier of the fund")
    label_ko: Mapping[str, str] = column(TEXT, *LABEL_KO, required=False)
    label_en: Mapping[str, str] = column(TEXT, *LABEL_EN, required=False)
    opening_balance: Mapping[str, float] = column(
        NUMBER, "기초 잔액", "Opening balance", "계획 전의 잔액; 첫해에 이자가 붙음", "Balance before the plan; earns interest in the first year",
        unit=EOK, minimum=0)
    interest: Mapping[str, float] = column(
        NUMBER, "운용 수익률", "Interest", "이월 잔액에 붙는 이자율", "Interest earned on the balance carried over",
        unit=SHARE_PER_YEAR, minimum=0, maximum=1)
    admin_rate: Mapping[str, float] = column(
        NUMBER, "관리비율", "Administration rate", "지출에 더해지는 기획평가관리비의 비율", "Administration cost as a share of the uses",
        unit=SHARE, minimum=0, maximum=1)
    private_ratio: Mapping[str, float] = column(
        NUMBER, "민간 출자 비율", "Private ratio", "정부 출연 1에 대해 모을 수 있는 민간 출자의 상한",
        "Most private subscription per unit of appropriation", unit=MULTIPLE, minimum=0)
    preferred_return: Mapping[str, float] = column(
        NUMBER, "우선 수익률", "Preferred return", "민간 출자 누계에 해마다 주는 수익률",
        "Paid every year on the private money subscribed so far", unit=SHARE_PER_YEAR, minimum=0, maximum=1)
    solvency_share: Mapping[str, float] = column(
        NUMBER, "지급능력 기준", "Solvency share", "민간 출자 가운데 갚을 수 있어야 하는 비율",
        "Share of the private money that must be covered", unit=SHARE, minimum=0, maximum=10)
    redemption_years: Mapping[str, int] = column(
        INTEGER, "상환 시점", "Redemption", "계획이 끝나고 민간 출자를 갚을 때까지의 햇수; 그때까지 우선 수익을 줌; 비우면 0",
        "Years after the plan until the private money is redeemed; it earns until then; blank = 0",
        unit=YEARS, minimum=0, maximum=50, required=False, default=0)
    receivable_haircut: Mapping[str, float] = column(
        NUMBER, "채권 할인율", "Haircut on receivables", "미회수 채권을 낮추어 보는 비율", "How far receivables are marked down",
        unit=SHARE, minimum=0, maximum=1)
    carry_over_limit: Mapping[str, float] = column(
        NUMBER, "이월 한도", "Carry-over limit", "그해 출연과 출자에 대한 연말 잔액의 상한; 비우면 한도 없음",
        "Largest year-end balance as a share of the year's appropriation and subscription; blank = none",
        unit=SHARE, minimum=0, required=False)

    def owed(self, f: str) -> float:
        """owed[f]: what must be covered in the last year of the plan for every won subscribed.

        solvency_share × z^H + preferred_return × Σ_{a=1..H} z^a, z = 1 / (1 + interest): subscriptions are redeemed
        H = redemption_years after the plan and earn until then.
        """
        z, years = 1 / (1 + self.interest[f]), self.redemption_years[f]
        earned = sum(z**a for a in range(1, years + 1))
        return self.solvency_share[f] * z**years + self.preferred_return[f] * earned


@sheet("출연 계획", "Appropriations", "해마다 정부가 기금에 출연하는 금액; 열은 계획 연도",
       "Money appropriated to each fund in every year of the plan; one column per year", key=("fund",), across="years")
@dataclass(frozen=True, kw_only=True)
class Appropriations(Matrix):
    fund: tuple[str, ...] = column(
        REFERENCE, "기금", "Fund", "funds 시트의 기금", "A row of sheet funds", refers_to="funds")
    value: Mapping[tuple[str, int], float] = column(
        NUMBER, "출연금", "Appropriation", "그해의 정부 출연금", "Government money of the year", unit=EOK, minimum=0)
