"""수입·지출: each fund's receipts and expenditures, which are equal, and the balance carried over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from axplan.core.text import Text
from axplan.plan.ledger import EXPENDITURES, RECEIPTS
from axplan.report.charts import clustered
from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.prices import price_number, readable
from axplan.report.spec import SheetSpec
from axplan.report.tables.table import LABEL, Column, Formula, Value, number
from axplan.report.words import heading

FIRST, LAST = "opening_balance", "balance"
"""Balances: of the whole plan the first year's counts, or the last year's; everything else adds up."""

SIDES: Mapping[str, tuple[str, ...]] = {"receipts": RECEIPTS, "expenditures": EXPENDITURES}


@dataclass(frozen=True)
class Block:
    """A fund's place in the sheet: its amounts by item (one a year) and the row each item stands in."""

    fund: str
    amounts: Mapping[str, Sequence[float]]
    rows: Mapping[str, int]
    years: int

    def over_plan(self, name: str) -> float:
        """An item over the whole plan, in the unit of the book."""
        amounts = self.amounts[name]
        return {FIRST: amounts[0], LAST: amounts[-1]}.get(name, sum(amounts))

    def at(self, name: str, column: int) -> str:
        """The address of an item's cell."""
        return str(xl_rowcol_to_cell(self.rows[name], column))

    def total(self, name: str) -> Formula:
        """The last column of an item."""
        first, last = self.at(name, 1), self.at(name, self.years)
        text = {FIRST: f"={first}", LAST: f"={last}"}.get(name, f"=SUM({first}:{last})")
        return Formula(text, self.over_plan(name))

    def side(self, side: str, column: int) -> Formula:
        """The total line of receipts or expenditures."""
        names = SIDES[side]
        over_plan = column > self.years
        value = sum(self.over_plan(name) if over_plan else self.amounts[name][column - 1] for name in names)
        return Formula(f"=SUM({self.at(names[0], column)}:{self.at(names[-1], column)})", value)

    def verdict(self, column: int, places: int, yes: str, no: str) -> Formula:
        """Whether receipts equal expenditures in every digit that is printed, `places` of them behind the point."""
        left, right = (round(number(self.side(side, column)), places) for side in SIDES)
        receipts, expenditures = (f"ROUND({self.at(side, column)},{places})" for side in SIDES)
        return Formula(f'=IF({receipts}={expenditures},"{yes}","{no}")', yes if left == right else no)


def write(book: Book) -> None:
    """One block a fund, with the same columns, so that the heading row serves them all."""
    page = book.start("ledger", book.money_unit)
    columns = [
        Column(book.say("fund_and_item"), widest=LABEL),
        *book.year_columns(),
        Column(book.say("whole_plan"), book.money_number, name="sum"),
    ]
    page.headings(columns)
    for f in book.plan.inputs.funds.fund:
        page.block()
        block = _block(book, page, f)
        _write_block(book, page, columns, block)
        _write_memo(book, page, columns, block)
        page.row += 1
    if book.plan.inputs.funds.fund:
        page.band([_chart(book)])


def _chart(book: Book) -> object:
    """What every fund has left at the end of each year."""
    years, series = book.year_names, []
    for f in book.plan.inputs.funds.fund:
        placed = book.placed[f"ledger {f}"]
        _, names, balances = placed.along(LAST, years[0], years[-1])
        series.append((book.label("funds", f), names, balances))
    return clustered(book, book.say("chart_of_balances"), book.money_unit, series)


def _block(book: Book, page: Page, fund: str) -> Block:
    frame = book.plan.frames["ledger"]
    mine = frame[frame["fund"] == fund]
    amounts = {name: [book.cash(v) for v in mine[name].tolist()] for name in (*RECEIPTS, *EXPENDITURES, "receivables")}
    order = [name for side, names in SIDES.items() for name in (side, *names)]
    rows = {name: page.row + 1 + n for n, name in enumerate([*order, "check"])}
    return Block(fund, amounts, rows, len(mine))


def _write_block(book: Book, page: Page, columns: Sequence[Column], block: Block) -> None:
    span = range(1, block.years + 2)
    page.line([book.label("funds", block.fund)], columns, "key")
    values: dict[str, list[Value]] = {}
    for side, names in SIDES.items():
        values[side] = [book.say(side), *(block.side(side, n) for n in span)]
        page.line(values[side], columns, "total")
        for name in names:
            values[name] = [book.heading("ledger", name), *block.amounts[name], block.total(name)]
            page.line(values[name], columns, indent=1)
    check = [*columns[:1], *(Column("", "right") for _ in span)]
    words = book.say("balanced"), book.say("unbalanced")
    values["check"] = [book.say("ledger_check"), *(block.verdict(n, book.money.decimals, *words) for n in span)]
    page.line(values["check"], check, "good", indent=1)
    book.placed[f"ledger {block.fund}"] = page.placed(block.rows, values, columns)


def _write_memo(book: Book, page: Page, columns: Sequence[Column], block: Block) -> None:
    """Receivables and solvency at the end of the plan; what one more unit of money is worth in each year."""
    funds, before = book.plan.inputs.funds, [None] * (block.years - 1)
    receivables = block.amounts["receivables"][-1]
    page.line([book.heading("ledger", "receivables"), *before, receivables], columns, indent=1)
    if block.over_plan("subscription"):
        kept, share = 1 - funds.receivable_haircut[block.fund], funds.owed(block.fund)
        due = xl_rowcol_to_cell(page.row - 1, block.years)
        cover = Formula(f"={block.at(LAST, block.years)}+{kept!r}*{due}", block.over_plan(LAST) + kept * receivables)
        raised = block.at("subscription", block.years + 1)
        need = Formula(f"={share!r}*{raised}", share * block.over_plan("subscription"))
        page.line([book.say("solvency_cover", kept=kept), *before, cover], columns, indent=1)
        page.line([book.say("solvency_need", share=share), *before, need], columns, indent=1)
    frame = book.plan.frames["ledger"]
    factor, unit = readable(book, 1.0)
    for name, words in (("shadow_price", "ledger_price"), ("appropriation_price", "ledger_appropriation_price")):
        prices = frame.loc[frame["fund"] == block.fund, name] * book.priced(factor)
        priced = [*columns[:1], *(Column("", price_number(prices)) for _ in prices), Column("")]
        page.line([book.say(words, unit=unit), *prices.tolist()], priced, indent=1)


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("ledger", Text("기금 수입·지출", "Fund ledgers"), Text("기금별 수입·지출", "Receipts and expenditures of the funds"),
        Text("이월 잔액을 포함하여 수입 합계와 지출 합계가 같음. 전 기간은 첫해 기초와 마지막 해 기말의 잔액만 셈", "Receipts equal expenditures, balances carried over included. The whole plan counts only the first opening and the last closing balance")),
    "receipts": Text("수입", "Receipts"),
    "expenditures": Text("지출", "Expenditures"), "ledger_check": Text("검산: 수입 = 지출", "Check: receipts = expenditures"),
    "balanced": Text("일치", "equal"), "unbalanced": Text("불일치", "differ"),
    "chart_of_balances": Text("기금별 연말 잔액(차년도 이월)", "Balance carried forward at the end of the year, by fund"),
    "solvency_cover": Text("지급능력: 잔액 + 미회수 채권의 {kept:.0%}", "Solvency: balance + {kept:.0%} of receivables"),
    "solvency_need": Text("지급능력 기준: 민간 출자의 {share:.2%}(상환과 그때까지의 우선수익)", "Solvency required: {share:.2%} of subscriptions (redemption, and the return until then)"),
    "ledger_price": Text("현금 1억원이 더 있을 때의 가치 ({unit})", "Worth of KRW 1 bn more cash ({unit})"),
    "ledger_appropriation_price": Text("출연 1억원을 늘릴 때의 가치, 따라오는 민간 출자와 출연금 기준 제약 포함 ({unit})", "Worth of KRW 1 bn more appropriation, with the private money and the room under shares of appropriations that it brings ({unit})"),
}
# fmt: on

SHEET = SheetSpec("ledger", write)
