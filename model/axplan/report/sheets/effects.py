"""What the plan brings: five valuations, the path by year, direct and induced, ranks; spending apart."""

from collections.abc import Mapping
from typing import Any

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.inputs.schema.core import TRILLION
from axplan.inputs.schema.indicators import EFFECTS
from axplan.report.charts import line, stacked
from axplan.report.context import Book
from axplan.report.page.placed import Placed, Series
from axplan.report.sheets.by_valuation import ranking_notes, write_coefficients, write_net_benefit, write_totals
from axplan.report.sheets.effects_path import write_path
from axplan.report.sheets.effects_split import write_split
from axplan.report.sheets.expenditure import write_expenditure
from axplan.report.spec import SheetSpec
from axplan.report.words import heading

BOUNDS = ("note_overlap", "note_employment")
"""What is to be known wherever production induced and employment are shown."""


def write(book: Book) -> None:
    """One section each; the effect of the spending itself comes last, as it must not be added to the others."""
    page = book.start("effects")
    page.section(book.say("totals_heading"))
    write_totals(book, page)
    write_net_benefit(book, page)
    for name in ("net_benefit_note", *BOUNDS):
        page.note(f"· {book.say(name)}")
    page.row += 1
    page.section(book.say("path_heading"))
    path = write_path(book, page)
    page.section(book.say("split_heading"))
    split = write_split(book, page)
    page.band(_charts(book, path, split))
    page.section(book.say("coefficients_heading"))
    write_coefficients(book, page)
    for v in EFFECTS:
        page.note(f"· {book.tell(NAMES[v])}: {book.say(f'coefficient_{v}')}")
    page.row += 1
    page.section(book.say("ranking_heading"))
    for text in ranking_notes(book):
        page.note(f"· {text}")
    page.row += 1
    page.section(book.say("expenditure_heading"))
    write_expenditure(book, page)
    page.repeated = (0, 0)


def _charts(book: Book, path: Placed, split: Placed) -> list[Any]:
    """The path of everything that is money, and what is direct and what is induced by industry."""
    x, unit = book.plan.inputs, book.tell(TRILLION)
    direct, first, last = book.heading("effects", "direct_effect"), x.effect_years[0], x.effect_years[-1]
    names = path.labels(first, last)
    measures = {"direct_effect": direct} | {v: book.tell(NAMES[v]) for v in ("output", "production", "value_added")}
    years: list[Series] = [(name, names, path.stack(first, last, of)) for of, name in measures.items()]
    charts = [line(book, book.say("path_chart"), unit, years, number="n1")]
    if x.initiative_industries:
        top, bottom = x.initiative_industries[0], x.initiative_industries[-1]
        names = split.labels(top, bottom)
        shown = {"direct": direct, "production beyond": book.say("beyond")}
        parts: list[Series] = [(name, names, split.stack(top, bottom, of)) for of, name in shown.items()]
        charts.append(stacked(book, book.say("split_chart"), unit, parts, number="n1", years=False))
    return charts


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("effects", Text("효과", "Effects"), Text("계획의 효과", "Effects of the plan"),
        Text("다섯 가지 평가, 연도별 경로, 직접과 유발, 산업 순위",
             "Five valuations, the path by year, direct and induced, and how the industries rank")),
    "totals_heading": Text("다섯 기준으로 본 산업별 효과(할인 합계)와 순위", "Effect by industry under five valuations (discounted), with ranks"),
    "path_heading": Text("연도별 효과(할인 전)", "Effects by year, undiscounted"),
    "path_chart": Text("연도별 효과, 할인 전", "Effects by year, undiscounted"),
    "sum_discounted": Text("할인 합계", "Discounted"), "sum_plain": Text("단순 합계", "Undiscounted"),
    "effects_note": Text("할인 합계는 해마다의 값에 할인계수를 곱하여 더한 현재가치이며 요약의 효과와 같습니다. 도입 초기의 감소(△)는 적응 비용입니다.", "The discounted sum is the present value shown on the summary: yearly values × discount factor. Early decreases are the cost of adapting."),
    "split_heading": Text("직접 효과와 유발 효과(할인 합계)", "Direct and induced (discounted)"),
    "split_chart": Text("산업별 직접·유발 효과(생산유발)", "Direct and induced output by industry (production induced)"),
    "beyond": Text("유발 효과", "Induced"), "beyond_of": Text("{name} 가운데 유발", "{name}: induced part"),
    "total_of": Text("{name} 계", "{name}: total"), "per_direct": Text("÷ 직접 효과(배)", "÷ direct effect"),
    "split_note": Text("직접 효과는 AI를 도입한 곳에서 늘어나는 산출이고, 유발은 그 산출이 다른 곳에서 일으키는 산출입니다: 직접 + 유발 = 계. 부가가치·취업·수출은 산출의 일부이거나 산출과 다른 단위이므로 나누지 않고 직접 효과에 아래 계수를 곱합니다.", "The direct effect is the extra output where AI is put to use; the induced part is the output this sets off elsewhere: direct + induced = total. Value added, employment and exports are a part of output or not output at all: they are not split, but found by applying the coefficients below to the direct effect."),
    "coefficients_heading": Text("적용한 계수(직접 효과 1억원의 가치)와 순위", "Coefficients applied (value of KRW 1 bn of direct effect), with ranks"),
    "coefficient_production": Text("생산유발계수. 최종수요 1단위가 일으키는 국내 총산출(직접분 포함)", "production inducement: domestic gross output set off by one unit of final demand, itself included"),
    "coefficient_output": Text("산출이 정해져 있을 때의 승수. 이니셔티브 산업끼리 되먹임을 두 번 세지 않음(직접분 포함)", "multiplier when output itself is given: feedback among the initiative's industries is not counted twice; direct part included"),
    "coefficient_value_added": Text("부가가치유발계수. 산출 1단위가 일으키는 부가가치", "value-added inducement: value added set off by one unit of output"),
    "coefficient_employment": Text("취업유발계수. 공표 계수는 최종수요 10억원당이므로 산출유발 ÷ 생산유발을 곱해 산출 10억원당으로 고치고, 여기서는 1억원당으로 적은 값(상한); 한 사람이 한 해 일하면 1인·년", "employment inducement: published per KRW 1bn of final demand, scaled by output ÷ production inducement to KRW 1bn of output, shown here per KRW 1 bn (an upper bound); one person working one year is one person-year"),
    "coefficient_exports": Text("산업의 수출액 ÷ 생산액. 늘어난 산출도 지금과 같은 비율로 수출된다고 봄", "the industry's exports ÷ its production: extra output is taken to be exported in the same proportion as today's"),
    "coefficient_net_benefit": Text("부가가치율. 산업 자체의 부가가치를 편익으로 세고 모든 비용을 뺌", "rate of value added: the industry's own value added is the benefit, from which all costs are taken"),
    "ranking_heading": Text("기준에 따라 달라지는 산업 순위와 읽을 때 유의할 점", "How the ranking of industries depends on the valuation, and how to read it"),
    "ranking_by_total": Text("계획의 효과 순위는 {reference} 기준 {order}이며, 기준을 바꾸면 달라집니다: {changes}.", "By the plan's effect, {reference} ranks {order}; the order changes with the valuation: {changes}."),
    "ranking_same_by_total": Text("계획의 효과 순위({order})는 다섯 평가 기준에서 모두 같습니다.", "By the plan's effect the industries rank {order} under all five valuations."),
    "ranking_by_coefficient": Text("계수(효과 한 단위의 가치) 순위는 {reference} 기준 {order}이며, 기준을 바꾸면 달라집니다: {changes}.", "By coefficient (value of one unit of effect), {reference} ranks {order}; the order changes with the valuation: {changes}."),
    "ranking_same_by_coefficient": Text("계수 순위({order})는 다섯 평가 기준에서 모두 같습니다.", "By coefficient the industries rank {order} under all five valuations."),
    "note_overlap": Text("생산유발은 이니셔티브 산업들의 최종수요 승수라서 서로 겹쳐 세는 몫이 있으나 산출유발 기준은 겹치지 않습니다.", "The final-demand multipliers of the initiative's industries (production induced) overlap; the valuation by output induced does not."),
    "note_employment": Text("취업유발은 산출 10억원당 취업자로 잰 상한입니다: AI는 산출 한 단위에 드는 노동도 줄이기 때문입니다.", "Employment induced, persons per KRW 1bn of output, is an upper bound, because AI also saves labour per unit of output."),
    "expenditure_heading": Text("덧붙임: 지출의 일회성 파급효과", "Apart from all this: the one-off effect of the spending itself"),
    "expenditure_note": Text("지출효과는 돈을 쓰는 해에 한 번 생기는 파급효과입니다. 위의 효과나 비용·편익의 편익에 더하지 마십시오. 단계의 지출은 지원이 없었으면 쓰지 않았을 몫만 셉니다(공공+민간 투자 × 추가성); 인력양성과 기반사업(운영비 포함)은 전액입니다.", "The expenditure effect arises once, when the money is spent. Do not add it to the effects above or to the benefit of the appraisal. Of the stages only what would not have been spent anyway is counted (public and private investment × additionality); workforce and programmes, running costs included, in full."),
    "headline_of": Text("비용·편익의 대표값", "Headline of benefit and cost"),
    "net_benefit_of_plan": Text("계획 전체", "The whole plan"), "net_benefit_note": Text("순편익은 비용·편익의 대표값입니다: 산업 자체의 부가가치에서 비용을 뺀 값으로, 인력양성과 기반사업의 비용은 산업에 나뉘지 않아 계획 전체로만 적습니다. 유발효과와 더하지 않습니다.", "Net benefit is the headline of benefit and cost: the industries' own value added less the cost. The costs of workforce and programmes belong to no one industry, so it is told of the whole plan alone. It is not to be added to what is induced."),
}
# fmt: on

SHEET = SheetSpec("effects", write, shows=("appraisal",))
