"""세부사업별: a block for each stage, track and programme with its form of support, shares, period, cost and their basis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from axplan.core.text import Text
from axplan.plan.frames import MATCHED, PROGRAMMES, RUNNING, Use
from axplan.report.page.cards import merged
from axplan.report.sheets.details_basis import basis, running_basis
from axplan.report.sheets.details_terms import period, public_share, shares, support
from axplan.report.spec import SheetSpec
from axplan.report.tables.pivot import sums
from axplan.report.tables.table import LABEL, Column, Line, Value, across
from axplan.report.words import heading

if TYPE_CHECKING:
    from axplan.report.context import Book
    from axplan.report.page.layout import Page
    from axplan.report.page.placed import Placed

NARROWEST_YEAR = 14.0
"""Terms stand in sentences over the columns of the years."""


def write(book: Book) -> None:
    """A block for each stage, track and programme below the years; public money shows the cell of the overall table."""
    page = book.start("details", book.money_unit)
    columns = _columns(book)
    page.headings(columns)
    for use in MATCHED:
        for row in use.rows(book.plan.inputs):
            _write_block(book, page, columns, use, row)


def _write_block(book: Book, page: Page, columns: list[Column], use: Use, row: str) -> None:
    """Name and terms, then all, public and private money by year, and the basis of the cells above it."""
    page.block()
    words = "block_total_running" if _runs(book, use, row) else "block_total"
    total = Line(book.say(words), lines=tuple(_lines(book, use, row)), key="total")
    below = page.sketch(columns, [total], page.row)
    page.put(page.row, 0, book.label(use.sheet, row), "block")
    merged(page, page.row, 1, len(columns) - 1, _terms(book, use, row, below), "terms")
    page.row += 1
    placed = book.placed[f"details {use.key} {row}"] = page.lines(columns, [total])
    for name, text in _bases(book, use, row, placed):
        page.put(page.row, 0, book.say(name), "cell", indent=1)
        merged(page, page.row, 1, len(columns) - 1, text, "basis")
        page.row += 1


def _columns(book: Book) -> list[Column]:
    def money(title: str, **more: object) -> Column:
        return book.money_column(title, narrowest=NARROWEST_YEAR, **more)

    years = book.year_names
    return [
        Column(book.say("term"), widest=LABEL, narrowest=30.0),
        *(money(t, name=t) for t in years),
        money(book.say("total_cost"), computed=across(years), name="sum"),
    ]


def _lines(book: Book, use: Use, row: str) -> Iterator[Line]:
    overview, years = book.placed["overview"], book.year_names
    private = sums(book.plan.frames[use.frame], f"{use.key} year", use.private)

    def shown(of: Use) -> list[Value]:
        return [overview.cell((of.name, row), t) for t in years]

    yield Line(book.say("block_public"), shown(use), key="public")
    if public_share(book, use, row) < 1:
        yield Line(book.say("block_private"), [book.cash(private[row, int(t)]) for t in years], key="private")
    if _runs(book, use, row):
        yield Line(book.say("block_running"), shown(RUNNING), key="running")


def _runs(book: Book, use: Use, row: str) -> bool:
    """Whether it is a programme that costs money to run."""
    return use is PROGRAMMES and row in RUNNING.rows(book.plan.inputs)


def _terms(book: Book, use: Use, row: str, below: Placed) -> str:
    """지원형태, 분담, 재원, 사업기간 in one line."""
    fund = use.column(book.plan.inputs, "fund")[row]
    given = {
        "support": support(book, use, row),
        "shares": shares(book, use, row),
        "payer": book.label("funds", fund),
        "period": period(book, below),
    }
    return " · ".join(book.say("term_of", term=book.say(f"term_{name}"), text=text) for name, text in given.items())


def _bases(book: Book, use: Use, row: str, placed: Placed) -> Iterator[tuple[str, Value]]:
    """The basis of each part of the cost, by the words for it."""
    yield "term_basis", basis(book, use, row, placed)
    if _runs(book, use, row):
        yield "term_running_basis", running_basis(book, row, placed)


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("details", Text("세부사업별", "Programme details"), Text("세부사업별 계획", "Programme details"),
        Text("사업마다 지원형태, 분담, 기간, 총사업비, 연차별 금액과 산출근거",
             "Form of support, shares, period, total cost, yearly amounts and their basis, programme by programme")),
    "term": Text("구분", "Item"), "total_cost": Text("총사업비", "Total cost"),
    "block_total": Text("사업비(공공+민간)", "Cost, public and private"),
    "block_public": Text("기금", "Funds"), "block_private": Text("민간 부담", "Private"),
    "block_total_running": Text("사업비(공공+민간, 운영비 포함)", "Cost, public and private, running costs included"),
    "block_running": Text("운영비(공공)", "Running costs (public)"),
    "term_of": Text("{term}: {text}", "{term}: {text}"),
    "term_support": Text("지원형태", "Support"), "term_shares": Text("분담", "Shares"), "term_payer": Text("재원", "Paid by"),
    "term_period": Text("사업기간", "Period"), "term_basis": Text("산출근거", "Basis of the cost"),
    "term_running_basis": Text("운영비 산출근거", "Basis of running costs"),
    "support_grant": Text("보조금(갚지 않음)", "grant, not repaid"),
    "support_loan": Text("융자(연 {lending_rate:.2%}, {grace_years}년 거치 {repayment_years}년 균등상환)", "loan at {lending_rate:.2%} a year, {grace_years} years of grace, repaid in equal parts over {repayment_years} years"),
    "support_equity": Text("출자({exit_year}년 뒤 {exit_multiple:g}배 회수를 가정)", "equity; exit after {exit_year} years at {exit_multiple:g} times is assumed"),
    "support_track": Text("훈련비 지원", "training paid in part or whole"), "support_programme": Text("사업비 직접 지원", "outlay paid directly"),
    "shares_both": Text("기금 {public:.1%}, 민간 {private:.1%}(기금 1에 민간 {match})", "funds {public:.1%}, private {private:.1%} ({match} of private for 1 of the funds)"),
    "shares_all_public": Text("전액 기금", "funds alone"), "shares_all_private": Text("전액 민간", "private alone"),
    "period_span": Text("{first}–{last}년({count}년간)", "{first}–{last} ({count} years)"), "period_one": Text("{year}년(1년간)", "{year} (one year)"), "period_none": Text("이 계획에서는 쓰지 않음", "nothing is spent in this plan"),
    "basis_persons": Text("명 × {cost}만원 = ", " persons × KRW {cost} m = "),
    "basis_cost": Text("완료 시 총사업비 {cost} × ", "Cost on completion {cost} × "),
        "basis_progress": Text("진도 {progress}%", "progress {progress}%"),
    "basis_site": Text("{region} 입지비용 {price} × 진도 {progress}%", "{region} at siting cost {price} × progress {progress}%"),
    "basis_quantity": Text(" (제공 물량 {amount} {unit})", " (delivers {amount} {unit})"),
    "basis_full": Text("전체 투자비 {cost} × ", "Full cost {cost} × "),
    "basis_step": Text("{segment}구간 {points}% × 단가 {price}", "step {segment} {points}% × price {price}"),
    "basis_depth": Text(" (평균 도입률 {before:.1%} → {after:.1%})", " (mean depth {before:.1%} → {after:.1%})"),
    "basis_nothing": Text("이 계획에서는 쓰지 않음", "Nothing is spent in this plan"),
    "basis_running": Text("완료 뒤 연 운영비 {cost} × ", "Cost of a year on completion {cost} × "),
    "basis_run_year": Text("{year}년 말 진도 {progress}%", "progress at the end of {year} {progress}%"),
}
# fmt: on

SHEET = SheetSpec("details", write, shows=("overview", "workforce"))
