"""세부사업별: a block for each stage, track and programme with its form of support, shares, period, cost and their basis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from axplan.core.text import Text
from axplan.report.page.cards import merged
from axplan.report.sheets.details_basis import basis
from axplan.report.sheets.details_terms import period, shares, support
from axplan.report.spec import SheetSpec
from axplan.report.tables.pivot import Sums, sums
from axplan.report.tables.table import LABEL, Column, Line, Value, across
from axplan.report.words import heading

if TYPE_CHECKING:
    from axplan.report.context import Book
    from axplan.report.page.layout import Page
    from axplan.report.page.placed import Placed

KINDS = {
    "stage": ("stages", "commitments", "private"),
    "track": ("tracks", "trainees", "employer"),
    "programme": ("programmes", "outlays", "private"),
}
"""Kind of line → its sheet of the inputs, its frame, and the column of what firms pay."""

TERMS = ("support", "shares", "payer", "period", "basis")
"""지원형태, 분담, 재원, 사업기간, 산출근거, in the order of a block."""

NARROWEST_YEAR = 12.0
"""Terms stand in sentences over the columns of the years."""


def write(book: Book) -> None:
    """A section for each kind, a block for each of its lines; public money shows the cell of the overall table."""
    page = book.start("details", book.money_unit)
    for kind, (sheet, frame, column) in KINDS.items():
        private = sums(book.plan.frames[frame], f"{kind} year", column)
        for name in getattr(getattr(book.plan.inputs, sheet), kind):
            _write_block(book, page, kind, name, private)
    page.repeated = None  # every block has headings of its own


def _write_block(book: Book, page: Page, kind: str, name: str, private: Sums) -> None:
    """Name, terms, then public, private and all money by year; the basis is of the cells below it."""
    page.section(book.label(KINDS[kind][0], name))
    columns, lines = _columns(book), tuple(_lines(book, kind, name, private))
    below = page.sketch(columns, [Line(book.say("block_total"), lines=lines, key="total")], page.row + len(TERMS))
    for term, text in _terms(book, kind, name, below).items():
        page.put(page.row, 0, book.say(f"term_{term}"), "cell")
        merged(page, page.row, 1, len(columns) - 1, text, "cell")
        page.row += 1
    placed = page.table(columns, [Line(book.say("block_total"), lines=lines, key="total")])
    book.placed[f"details {kind} {name}"] = placed


def _columns(book: Book) -> list[Column]:
    return [
        Column(book.say("term"), widest=LABEL, narrowest=30.0),
        *(book.money_column(t, narrowest=NARROWEST_YEAR, name=t) for t in book.year_names),
        book.money_column(
            book.say("total_cost"), narrowest=NARROWEST_YEAR, computed=across(book.year_names), name="sum"
        ),
    ]


def _lines(book: Book, kind: str, name: str, private: Sums) -> Iterator[Line]:
    years = book.plan.inputs.years
    overview = book.placed["overview"]
    public: list[Value] = [overview.cell((kind, name), t) for t in book.year_names]
    yield Line(book.say("block_public"), public, key="public")
    yield Line(book.say("block_private"), [book.cash(private[name, t]) for t in years], key="private")


def _terms(book: Book, kind: str, name: str, below: Placed) -> dict[str, Value]:
    fund = getattr(book.plan.inputs, KINDS[kind][0]).fund[name]
    return {
        "support": support(book, kind, name),
        "shares": shares(book, kind, name),
        "payer": book.label("funds", fund),
        "period": period(book, below),
        "basis": basis(book, kind, name, below),
    }


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("details", Text("세부사업별", "Programme details"), Text("세부사업별 계획", "Programme details"),
        Text("사업마다 지원형태, 분담, 기간, 총사업비, 연차별 금액과 산출근거",
             "Form of support, shares, period, total cost, yearly amounts and their basis, programme by programme")),
    "term": Text("구분", "Item"), "total_cost": Text("총사업비", "Total cost"),
    "block_total": Text("사업비(공공+민간)", "Cost, public and private"),
    "block_public": Text("공공(국고·기금)", "Public (funds)"), "block_private": Text("민간 부담", "Private"),
    "term_support": Text("지원형태", "Form of support"), "term_shares": Text("국고보조율·민간매칭", "Public and private shares"), "term_payer": Text("재원", "Paid by"),
    "term_period": Text("사업기간", "Period"), "term_basis": Text("산출근거", "Basis of the cost"),
    "support_grant": Text("보조금: 갚지 않음", "Grant, not repaid"),
    "support_loan": Text("융자: 연 {lending_rate:.2%}, {grace_years}년 거치 {repayment_years}년 균등상환", "Loan at {lending_rate:.2%} a year, {grace_years} years of grace, repaid in equal parts over {repayment_years} years"),
    "support_equity": Text("출자: {exit_year}년 뒤 {exit_multiple:g}배 회수를 가정", "Equity; exit after {exit_year} years at {exit_multiple:g} times is assumed"),
    "support_track": Text("훈련비 지원", "Training paid in part or whole"), "support_programme": Text("사업비 직접 지원", "Outlay paid directly"),
    "shares_both": Text("국고 {public:.1%}, 민간 {private:.1%} (공공 1에 민간 {match})", "Public {public:.1%}, private {private:.1%} ({match} of private for 1 of public)"),
    "shares_all_public": Text("전액 국고", "Public alone"), "shares_all_private": Text("전액 민간", "Private alone"),
    "period_span": Text("{first}–{last}년({count}년간)", "{first}–{last} ({count} years)"), "period_one": Text("{year}년(1년간)", "{year} (one year)"), "period_none": Text("이 계획에서는 쓰지 않음", "Nothing is spent in this plan"),
    "basis_persons": Text("명 × {cost}만원 = ", " persons × KRW {cost} m = "),
    "basis_cost": Text("완료 시 총사업비 {cost} × 이 계획의 진도 {progress} = ", "Cost on completion {cost} × progress in this plan {progress} = "),
    "basis_quantity": Text(" (제공 물량 {amount} {unit})", " (delivers {amount} {unit})"),
    "basis_depth": Text("도입률 {before:.1%} → {after:.1%}: {points}%p × 1%p당 평균 ", "Depth {before:.1%} → {after:.1%}: {points} points × an average per point of "),
    "basis_no_depth": Text("도입률이 늘지 않음", "No depth is gained"),
}
# fmt: on

SHEET = SheetSpec("details", write, shows=("overview", "workforce"))
