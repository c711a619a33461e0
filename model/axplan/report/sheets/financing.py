"""재원조달계획: where the money of every year comes from, what is left of it, and what firms add outside the funds."""

from collections.abc import Mapping, Sequence

from axplan.core.text import Text
from axplan.plan.frames import MATCHED
from axplan.plan.ledger import KEPT
from axplan.report.charts import stacked
from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.page.placed import Placed, Series
from axplan.report.spec import SheetSpec
from axplan.report.tables.pivot import sums
from axplan.report.tables.table import LABEL, Column, Formula, Line, Value, across, number, share_of
from axplan.report.words import heading

SOURCES = ("appropriation", "subscription", "recoveries", "interest", "opening_balance")
"""정부 출연, 민간 출자, 회수금, 이자, 전년 이월금, in the order of a financing plan."""


def write(book: Book) -> None:
    """Sources of the funds, money not spent, spending and its check; private money outside the funds; a chart of
    both."""
    page = book.start("financing", book.money_unit)
    page.section(book.say("financing_funds"))
    columns = _columns(book)
    sources = page.table(columns, [_total(book, "sources_total", SOURCES, "sources")])
    page.block()
    kept = page.table(columns, [_total(book, "kept_total", KEPT, "kept")])
    _write_spending(book, page, columns, sources, kept)
    page.section(book.say("financing_private"))
    private = _write_private(book, page)
    rows = {**sources.rows, **kept.rows, **private.rows}
    book.placed["financing"] = page.placed(rows, {**sources.values, **kept.values, **private.values}, columns)
    page.band([_chart(book, sources, private)])


def _columns(book: Book) -> list[Column]:
    """Years and the whole plan; over the whole plan a balance is that of its end, as in the ledgers."""
    return [
        Column(book.say("fund_and_item"), widest=LABEL),
        *book.year_columns(),
        book.money_column(book.say("whole_plan"), name="sum"),
        Column(book.say("share"), "share", adds=True, computed=share_of("sum")),
    ]


def _total(book: Book, words: str, items: Sequence[str], key: str) -> Line:
    return Line(book.say(words), lines=tuple(_item(book, item) for item in items), key=key)


def _item(book: Book, item: str) -> Line:
    """An item of all ledgers; every amount shows the cell of the ledger it stands in."""
    span = [*book.year_names, "sum"]
    funds = tuple(
        Line(book.label("funds", f), [book.placed[f"ledger {f}"].cell(item, t) for t in span], key=(item, f))
        for f in book.plan.inputs.funds.fund
    )
    return Line(book.heading("ledger", item), lines=funds, key=item)


def _write_spending(book: Book, page: Page, columns: Sequence[Column], sources: Placed, kept: Placed) -> None:
    """Sources less what is kept is what is spent, and that is the total of the overall table."""
    span = [*book.year_names, "sum"]
    page.row -= 1
    spent: list[Value] = []
    for t in span:
        have, rest = sources.cell("sources", t), kept.cell("kept", t)
        spent.append(Formula(f"={have.text[1:]}-{rest.text[1:]}", round(number(have) - number(rest), 9)))
    page.line([book.say("spending_total"), *spent], columns[:-1], "total")
    total, check, places = book.placed["overview"], page.row - 1, book.money.decimals
    yes, no = book.say("balanced"), book.say("unbalanced")
    verdicts: list[Value] = []
    here_spent = page.placed({"spent": check}, {"spent": ["", *spent]}, columns)
    for t, amount in zip(span, spent, strict=True):
        other, here = total.cell("total", t), here_spent.address("spent", t)
        equal = round(number(amount), places) == round(number(other), places)
        text = f'=IF(ROUND({here},{places})=ROUND({other.text[1:]},{places}),"{yes}","{no}")'
        verdicts.append(Formula(text, yes if equal else no))
    page.line([book.say("financing_check"), *verdicts], [columns[0], *(Column("", "right") for _ in span)], "good")
    page.row += 1


def _write_private(book: Book, page: Page) -> Placed:
    years = book.plan.inputs.years
    columns = [
        Column(book.say("use"), widest=LABEL),
        *book.year_columns(),
        book.money_column(book.say("whole_plan"), computed=across(book.year_names), name="sum"),
        Column(book.say("share"), "share", adds=True, computed=share_of("sum")),
    ]
    lines = []
    for use in MATCHED:
        paid = sums(book.plan.frames[use.frame], "year", use.private)
        amounts = [book.cash(paid[t]) for t in years]
        lines.append(Line(book.say(f"private_{use.name}"), amounts, key=("private", use.name)))
    return page.table(columns, [Line(book.say("private_total"), lines=tuple(lines), key="private")])


def _chart(book: Book, sources: Placed, private: Placed) -> object:
    """What pays for each year: the sources that are new money, and the private money outside the funds."""
    years = book.year_names
    names = private.headings(years[0], years[-1])
    items = [
        (item, sources)
        for item in ("appropriation", "subscription", "recoveries")
        if any(number(v) for v in sources.values[item][1:])
    ]
    series: list[Series] = [
        (placed.label(key), names, placed.span(key, years[0], years[-1]))
        for key, placed in [*items, ("private", private)]
    ]
    return stacked(book, book.say("sources_by_year"), book.money_unit, series)


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("financing", Text("재원조달계획", "Financing plan"), Text("재원조달계획", "Financing plan"),
        Text("정부 출연, 민간 출자, 회수금, 이자, 이월금으로 지출을 대는 방법",
             "How appropriations, subscriptions, recoveries, interest and balances pay for the spending")),
    "financing_funds": Text("기금의 재원과 사용", "Sources of the funds and their use"),
    "financing_private": Text("기금 밖의 민간 자금", "Private money outside the funds"),
    "sources_total": Text("재원 합계", "Sources in all"), "kept_total": Text("쓰지 않는 돈", "Not spent"),
    "spending_total": Text("지출(재원 − 쓰지 않는 돈)", "Spending (sources − not spent)"),
    "financing_check": Text("검산: 총괄표의 합계와 같음", "Check: equals the overall table"),
    "private_total": Text("민간 자금 합계", "Private money in all"),
    "private_commitment_uses": Text("성장 이니셔티브의 민간 매칭", "Private match of the growth initiative"),
    "private_trainee_uses": Text("기업이 내는 훈련비", "Training paid by employers"),
    "private_outlay_uses": Text("기반사업의 민간 투자", "Private investment in programmes"),
    "sources_by_year": Text("연차별 재원", "Sources by year"),
}
# fmt: on

SHEET = SheetSpec("financing", write, shows=("overview", "ledger"))
