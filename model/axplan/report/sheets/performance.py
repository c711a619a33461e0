"""성과지표: what the plan is held to, with unit, formula, target and the value of every year; then depth by industry."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.inputs.schema.indicators import EFFECTS, NET_BENEFIT
from axplan.report.page.layout import Page
from axplan.report.sheets.depths import mean_depths, write_depths
from axplan.report.sheets.performance_delivery import Indicator, delivery, write_sites
from axplan.report.spec import SheetSpec
from axplan.report.tables.table import LABEL, Column, Formula, Value, number
from axplan.report.words import heading

if TYPE_CHECKING:
    from axplan.report.context import Book


def write(book: Book) -> None:
    """Indicators by group; amounts, persons and effects show the cells of the sheets they come from."""
    page = book.start("performance")
    page.section(book.say("indicators_heading"))
    columns = _columns(book, "n0")
    page.headings(columns)
    rows: dict[Hashable, int] = {}
    values: dict[Hashable, Sequence[Value]] = {}
    for group, indicators in _groups(book):
        if indicators:
            page.line([book.say(f"group_{group}")], columns, "subtotal")
        for one in indicators:
            rows[one.key] = page.row
            values[one.key] = [one.name, one.unit, one.formula, one.target, *one.values, one.total]
            page.line(values[one.key], _columns(book, one.number), indent=1)
    book.placed["performance"] = page.placed(rows, values, columns)
    _write_notes(book, page)
    write_sites(book, page)
    write_depths(book, page)


def _columns(book: Book, kind: str) -> list[Column]:
    return [
        Column(book.say("indicator"), widest=LABEL),
        Column(book.say("unit"), "centre"),
        Column(book.say("how_computed"), widest=40.0),
        Column(book.say("target_value"), kind),
        *book.year_columns(kind, adds=False),
        Column(book.say("discounted_total"), kind, name="total"),
    ]


def _groups(book: Book) -> list[tuple[str, list[Indicator]]]:
    return [
        ("depth", list(_depths(book))),
        ("trained", list(_trained(book))),
        ("progress", list(delivery(book))),
        ("money", list(_money(book))),
        ("effects", list(_effects(book))),
    ]


def _depths(book: Book) -> Iterator[Indicator]:
    """How deep the use of AI goes, by stage."""
    x, depth = book.plan.inputs, mean_depths(book, "stage")
    for s in x.stages.stage:
        name = book.say("indicator_depth", stage=book.label("stages", s))
        yield Indicator(
            ("depth", s), name, "%", book.say("formula_depth"), "share", None, [depth[s, t] for t in x.years]
        )


def _trained(book: Book) -> Iterator[Indicator]:
    """People trained since the first year, by track, against the target."""
    x = book.plan.inputs
    for w in x.tracks.track:
        placed, so_far, cells = book.placed["workforce"], 0.0, []
        for t in book.year_names:
            so_far += number(placed.value(w, t))
            span = f"{placed.address(w, book.year_names[0])}:{placed.local(w, t)}"
            cells.append(Formula(f"=SUM({span})", so_far))
        name = book.say("indicator_trained", track=book.label("tracks", w), year=x.tracks.target_year[w])
        yield Indicator(
            ("track", w), name, book.say("persons"), book.say("formula_trained"), "n0", x.tracks.target[w], cells
        )


def _money(book: Book) -> Iterator[Indicator]:
    """Private money that comes for a unit of public money."""
    placed, cells = book.placed["annual"], []
    for t in book.year_names:
        private, public = placed.cell("private", t), placed.cell("public", t)
        ratio = number(private) / number(public) if number(public) else 0.0
        cells.append(Formula(f"=IF({public.text[1:]}=0,0,{private.text[1:]}/{public.text[1:]})", ratio))
    how = book.say("formula_leverage")
    yield Indicator("leverage", book.say("indicator_leverage"), book.say("multiple"), how, "n2", None, cells)


def _effects(book: Book) -> Iterator[Indicator]:
    """The effects of each year of the plan, before discounting, and their discounted totals; net benefit as a total."""
    placed, totals = book.placed["effects"], book.placed["effect_totals"]
    for v in EFFECTS:
        cells = [placed.cell(t, v) for t in book.plan.inputs.years]
        kind, total = _kind(book, cells), totals.cell("total", v)
        name, unit = book.tell(NAMES[v]), book.indicator_unit(v)
        yield Indicator(("effect", v), name, unit, book.say("formula_effect"), kind, None, cells, total)
    net = book.placed["net_benefit"].cell("total", "npv")
    name, unit, how = book.tell(NAMES[NET_BENEFIT]), book.indicator_unit(NET_BENEFIT), book.say("formula_net_benefit")
    blank = [None] * len(book.year_names)
    yield Indicator(("effect", NET_BENEFIT), name, unit, how, _kind(book, [net]), None, blank, net)


def _kind(book: Book, cells: Sequence[Formula]) -> str:
    return book.indicator_number(max((abs(number(cell)) for cell in cells), default=0.0))


def _write_notes(book: Book, page: Page) -> None:
    for name in ("target_note", "note_overlap", "note_employment"):
        page.note(book.say(name))
    page.row += 1


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("performance", Text("성과지표", "Performance"), Text("성과지표", "Performance indicators"),
        Text("지표마다 단위, 산출식, 목표와 연도별 값", "Unit, formula, target and yearly values of every indicator")),
    "counted_GPUs": Text("장(GPU)", "GPUs"), "counted_topics": Text("개 주제", "topics"),
    "counted_regions": Text("개 지역", "regions"),
    "indicators_heading": Text("지표, 산출식, 목표와 연도별 값", "Indicators with formula, target and yearly values"),
    "depth_heading": Text("산업·단계별 AI 도입률(연말)", "Depth of AI use by industry and stage, end of year"),
    "how_computed": Text("산출식", "Formula"), "target_value": Text("목표", "Target"),
    "group_depth": Text("AI 도입", "Use of AI"), "group_trained": Text("인력양성", "Workforce"),
    "group_progress": Text("기반사업", "Enabling programmes"),
    "group_money": Text("민간 투자", "Private investment"), "group_effects": Text("효과", "Effects"),
    "indicator_depth": Text("도입률: {stage}", "Depth: {stage}"),
    "formula_depth": Text("단계를 거친 투자비 ÷ 전체 투자비", "Investment taken through the stage ÷ full cost"),
    "indicator_trained": Text("누적 양성: {track}, 목표 {year}년", "Trained so far: {track}, by {year}"),
    "formula_trained": Text("첫해부터 그해까지 양성 인원의 합", "People trained from the first year to this one"),
    "indicator_progress": Text("진도: {programme}", "Progress: {programme}"),
    "formula_progress": Text("누적 사업비(기금+민간) ÷ 입지비용을 반영한 총사업비", "Spent so far ÷ cost on completion at the price of its sites"),
    "indicator_quantity": Text("제공 물량: {programme}", "Delivered: {programme}"),
    "formula_quantity": Text("진도 × 제안서의 물량(목표)", "Progress × quantity of the proposal (target)"),
    "indicator_completion": Text("완료율: {programme}", "Completion: {programme}"),
    "formula_completion": Text("제공 물량 ÷ 제안서의 물량", "Delivered ÷ quantity of the proposal"),
    "sites_heading": Text("권역별 제공 물량(계획 마지막 해까지)", "Delivered by region by the last year of the plan"),
    "proposed": Text("제안서의 물량", "Proposed"), "completion": Text("완료율", "Completion"),
    "discounted_total": Text("할인 합계", "Discounted total"),
    "indicator_leverage": Text("민간 투자 유발배수", "Private for one unit of public money"),
    "formula_leverage": Text("그해 민간 부담 ÷ 그해 기금 지출", "Private money ÷ spending of the funds in the year"),
    "formula_effect": Text("직접 효과 × 산업별 계수, 할인 전", "Direct effect × coefficient, undiscounted"),
    "formula_net_benefit": Text("자체 부가가치 − 비용", "Own value added less cost"),
    "target_note": Text("목표는 입력값입니다: 양성 인원, 마지막 해까지의 최소 진도, 제안서의 물량. 완료율은 제안서의 물량에 대한 것이어서 최소 진도와 다를 수 있습니다.", "Targets are those of the inputs: people trained, least progress by the last year, and the quantity of the proposal, of which completion is told; it may differ from least progress."),
}
# fmt: on

SHEET = SheetSpec("performance", write, shows=("annual", "effects", "workforce"))
