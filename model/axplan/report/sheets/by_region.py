"""Public money by region: everything together, the growth initiative by year and stage, the sites of programmes."""

from collections.abc import Mapping

from axplan.core.text import Text
from axplan.inputs.schema.core import NATIONAL
from axplan.plan.frames import TRACKS, USES, Use
from axplan.report.charts import stacked
from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.page.placed import Placed
from axplan.report.sheets.by_industry import yearly_columns, yearly_total
from axplan.report.spec import SheetSpec
from axplan.report.tables.pivot import sums
from axplan.report.tables.table import LABEL, Column, Line, across, share_of
from axplan.report.words import heading


def write(book: Book) -> None:
    """All public money by region first, then the regional programmes, then commitments by region, stage and year."""
    page = book.start("by_region", book.money_unit)
    page.section(book.say("by_region_all"))
    everything = book.placed["region_money"] = _write_everything(book, page)
    if len(everything.rows) > 1:
        page.band([_chart(book, everything)])
    _write_siting(book, page)
    page.section(book.say("by_region_commitments"))
    columns = yearly_columns(book, book.say("region_and_stage"))
    total = yearly_total(book, "region", "regions", book.plan.inputs.regions.region)
    book.placed["by_region"] = page.table(columns, [total])


def _uses(book: Book) -> list[Use]:
    """The uses for which the inputs have rows: columns of the first table."""
    return [use for use in USES if use.rows(book.plan.inputs)]


def _write_everything(book: Book, page: Page) -> Placed:
    frames, uses = book.plan.frames, _uses(book)
    parts = [sums(frames[use.frame], "region", use.public) for use in uses]
    people = sums(frames[TRACKS.frame], "region", TRACKS.persons)
    national = any(part[NATIONAL] for part in parts)
    regions = [*book.plan.inputs.regions.region, *([NATIONAL] if national else [])]
    names = [use.name for use in uses]
    persons = book.say("unit_below", what=book.heading("trainees", "trainees"), unit=book.say("persons"))
    columns = [
        Column(book.heading("commitments", "region")),
        *(book.money_column(book.heading("ledger", name), name=name) for name in names),
        book.money_column(book.say("public_total"), computed=across(names), name="sum of all"),
        Column(book.say("share"), "share", adds=True, computed=share_of("sum of all")),
        Column(persons, "n0", adds=True),
    ]
    lines = tuple(
        Line(book.label("regions", r), [*(book.cash(part[r]) for part in parts), None, None, people[r]], key=r)
        for r in regions
    )
    return page.table(columns, [Line(book.say("total"), lines=lines, key="total")])


def _chart(book: Book, everything: Placed) -> object:
    """A column for each region, what the money is used for on top of each other."""
    regions = [key for key in everything.rows if key != "total"]
    series = [everything.down(use.name, regions[0], regions[-1]) for use in _uses(book)]
    return stacked(book, book.say("by_region_all"), book.money_unit, series, years=False)


def _write_siting(book: Book, page: Page) -> None:
    """What the regional programmes spend where."""
    x = book.plan.inputs
    regional = [p for p in x.programmes.programme if x.programmes.regional[p]]
    if not regional:
        return
    page.section(book.say("siting_heading"))
    outlay = sums(book.plan.frames["outlays"], "programme region", "outlay")
    columns = [
        Column(book.heading("outlays", "programme"), widest=LABEL),
        *(book.money_column(book.label("regions", r), name=r) for r in x.regions.region),
        book.money_column(book.say("sum"), computed=across(x.regions.region)),
    ]
    lines = tuple(
        Line(book.label("programmes", p), [book.cash(outlay[p, r]) for r in x.regions.region], key=p) for p in regional
    )
    book.placed["siting"] = page.table(columns, [Line(book.say("total"), lines=lines, key="total")])


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("by_region", Text("권역별", "By region"), Text("권역별 공공 지원", "Public money by region"),
        Text("권역별 지원·훈련·기반사업과 연도별 지원액", "Commitments, training and programmes by region; commitments by year")),
    "siting_heading": Text("권역별 사업의 입지와 공공 사업비(계획 기간 합계)", "Regional programmes: where they are sited, outlay over the whole plan"),
    "by_region_all": Text("권역별 기금 지출 총괄(계획 기간 합계; 관리비와 우선수익은 권역이 없어 빠짐)", "Fund spending by region, over the whole plan (administration and preferred return have no region)"),
    "by_region_commitments": Text("권역·단계·연도별 공공 지원액", "Commitments by region, stage and year"),
}
# fmt: on

SHEET = SheetSpec("by_region", write)
