"""Words of the fund ledgers."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.core.text import Text

# fmt: off
WORDS: Mapping[str, Text] = {
    "receipts": Text("수입", "Receipts"), "expenditures": Text("지출", "Expenditures"), "ledger_check": Text("검산: 수입 = 지출", "Check: receipts = expenditures"),
    "balanced": Text("일치", "equal"), "unbalanced": Text("불일치", "differ"),
    "chart_of_balances": Text("기금별 연말 잔액(차년도 이월)", "Balance carried forward at the end of the year, by fund"),
    "solvency_cover": Text("지급능력: 잔액 + 미회수 채권의 {kept:.0%}", "Solvency: balance + {kept:.0%} of receivables"),
    "solvency_need": Text("지급능력 기준: 민간 출자의 {share:.0%}", "Solvency required: {share:.0%} of subscriptions"),
    "ledger_price": Text("현금 1억원이 더 있을 때의 가치 ({unit})", "Worth of KRW 100m more cash ({unit})"),
    "ledger_appropriation_price": Text("출연 1억원을 늘릴 때의 가치, 따라오는 민간 출자 포함 ({unit})", "Worth of KRW 100m more appropriation, with the private money it brings ({unit})"),
}
# fmt: on
