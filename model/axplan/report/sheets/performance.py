"""성과지표: what the plan is held to, with unit, formula, target and the value of every year; then depth by industry."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.report.page.layout import Page
from axplan.report.prices import whole
from axplan.report.sheets.depths import mean_depths, write_depths
from axplan.report.spec import SheetSpec
from axplan.report.tables.pivot import sums
from axplan.report.tables.table import LABEL, Column, Formula, Value, number
from axplan.report.words import heading

if TYPE_CHECKING:
    from axplan.report.context import Book


@dataclass(frozen=True)
class Indicator:
    """A line: what is measured, in what unit and how, what is to be reached by the end, and the values by year."""

    key: Hashable
    name: str
    unit: str
    formula: str
    number: str
    target: Value
    values: Sequence[Value]


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
            values[one.key] = [one.name, one.unit, one.formula, one.target, *one.values]
            page.line(values[one.key], _columns(book, one.number), indent=1)
    book.placed["performance"] = page.placed(rows, values, columns)
    _write_notes(book, page)
    write_depths(book, page)


def _columns(book: Book, kind: str) -> list[Column]:
    return [
        Column(book.say("indicator"), widest=LABEL),
        Column(book.say("unit"), "centre"),
        Column(book.say("how_computed"), widest=40.0),
        Column(book.say("target_value"), kind),
        *book.year_columns(kind, adds=False),
    ]


def _groups(book: Book) -> list[tuple[str, list[Indicator]]]:
    return [
        ("depth", list(_depths(book))),
        ("trained", list(_trained(book))),
        ("progress", list(_progress(book))),
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


def _progress(book: Book) -> Iterator[Indicator]:
    """Progress of every programme against its minimum, and what has been delivered by then."""
    x, frame = book.plan.inputs, book.plan.frames["progress"]
    made, delivered = sums(frame, "programme year", "progress"), sums(frame, "programme year", "delivered")
    for p in x.programmes.programme:
        name = book.say("indicator_progress", programme=book.label("programmes", p))
        least = x.programmes.minimum_progress[p]
        yield Indicator(
            ("programme", p), name, "%", book.say("formula_progress"), "share", least, [made[p, t] for t in x.years]
        )
        if p in x.programmes.quantity:
            amounts = [delivered[p, t] for t in x.years]
            name = book.say("indicator_quantity", programme=book.label("programmes", p))
            unit, most = book.word("counted", x.programmes.quantity_unit.get(p, "")), x.programmes.quantity[p]
            how = book.say("formula_quantity")
            yield Indicator(("quantity", p), name, unit, how, whole(most, *amounts), least * most, amounts)


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
    """The five valuations of each year of the plan, before discounting."""
    placed = book.placed["effects"]
    for v in VALUATIONS:
        cells = [placed.cell(t, v) for t in book.plan.inputs.years]
        kind = book.indicator_number(max((abs(number(cell)) for cell in cells), default=0.0))
        name, unit = book.tell(NAMES[v]), book.indicator_unit(v)
        yield Indicator(("effect", v), name, unit, book.say("formula_effect"), kind, None, cells)


def _write_notes(book: Book, page: Page) -> None:
    page.note(book.say("target_note"))
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
    "indicator_trained": Text("누적 양성: {track}, 목표 {year}년", "Trained so far: {track}, target for {year}"),
    "formula_trained": Text("첫해부터 그해까지 양성 인원의 합", "People trained from the first year to this one"),
    "indicator_progress": Text("진도: {programme}", "Progress: {programme}"),
    "formula_progress": Text("누적 사업비(공공+민간) ÷ 완료 시 총사업비", "Outlay so far, public and private ÷ cost on completion"),
    "indicator_quantity": Text("제공 물량: {programme}", "Delivered: {programme}"),
    "formula_quantity": Text("진도 × 완료 시 물량", "Progress × quantity on completion"),
    "indicator_leverage": Text("민간 투자 유발배수", "Private for one unit of public money"),
    "formula_leverage": Text("그해 민간 부담 ÷ 그해 공공 지출", "Private money ÷ public spending of the year"),
    "formula_effect": Text("직접 효과 × 산업별 계수, 할인 전", "Direct effect × coefficient of the industry, undiscounted"),
    "target_note": Text("목표는 입력에 적힌 값입니다: 인력양성은 목표 인원, 기반사업은 계획 마지막 해까지의 최소 진도(물량은 그 진도의 물량). 목표가 없는 지표는 비워 두었습니다.", "Targets are those of the inputs: people to be trained; for programmes the least progress by the last year, and the quantity at that progress. Indicators without a target have none."),
}
# fmt: on

SHEET = SheetSpec("performance", write, shows=("annual", "effects", "workforce"))
