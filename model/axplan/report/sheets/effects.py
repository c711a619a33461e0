"""What the plan brings: five valuations, the path by year, direct and induced, ranks; spending apart."""

from collections.abc import Mapping
from typing import Any

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.inputs.schema.core import TRILLION
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.report.charts import line, stacked
from axplan.report.context import Book
from axplan.report.page.placed import Placed, Series
from axplan.report.sheets.by_valuation import ranking_notes, write_coefficients, write_totals
from axplan.report.sheets.effects_path import write_path
from axplan.report.sheets.effects_split import write_split
from axplan.report.sheets.expenditure import write_expenditure
from axplan.report.spec import SheetSpec
from axplan.report.words import heading


def write(book: Book) -> None:
    """One section each; the effect of the spending itself comes last, as it must not be added to the others."""
    page = book.start("effects")
    page.section(book.say("totals_heading"))
    write_totals(book, page)
    page.section(book.say("path_heading"))
    path = write_path(book, page)
    page.section(book.say("split_heading"))
    split = write_split(book, page)
    page.band(_charts(book, path, split))
    page.section(book.say("coefficients_heading"))
    write_coefficients(book, page)
    for v in VALUATIONS:
        page.note(f"· {book.tell(NAMES[v])}: {book.say(f'coefficient_{v}')}")
    page.row += 1
    page.section(book.say("ranking_heading"))
    for text in (*ranking_notes(book), book.say("note_overlap"), book.say("note_employment")):
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
    "effects_note": Text("할인 합계는 해마다의 값에 할인계수를 곱하여 더한 현재가치이며 요약의 효과와 같습니다. 도입 초기의 감소(△)는 적응 비용입니다.", "The discounted sum is the present value shown on the summary: yearly values × discount factor. Early decreases (△) are the cost of adapting."),
    "split_heading": Text("직접 효과와 유발 효과(할인 합계)", "Direct and induced (discounted)"),
    "split_chart": Text("산업별 직접·유발 효과(생산유발)", "Direct and induced output by industry (production induced)"),
    "beyond": Text("유발 효과", "Induced"), "beyond_of": Text("{name} 가운데 유발", "{name}: induced part"),
    "total_of": Text("{name} 계", "{name}: total"), "per_direct": Text("÷ 직접 효과(배)", "÷ direct effect"),
    "split_note": Text("직접 효과는 AI를 도입한 곳에서 늘어나는 산출이고, 유발은 그 산출이 다른 곳에서 일으키는 산출입니다: 직접 + 유발 = 계. 부가가치·취업·수출은 산출의 일부이거나 산출과 다른 단위이므로 나누지 않고 직접 효과에 아래 계수를 곱합니다.", "The direct effect is the extra output where AI is put to use; the induced part is the output this sets off elsewhere: direct + induced = total. Value added, employment and exports are a part of output or not output at all: they are not split, but found by applying the coefficients below to the direct effect."),
    "coefficients_heading": Text("적용한 계수(직접 효과 1억원의 가치)와 순위", "Coefficients applied (value of KRW 100m of direct effect), with ranks"),
    "coefficient_production": Text("생산유발계수. 최종수요 1단위가 일으키는 국내 총산출(직접분 포함)", "production inducement: domestic gross output set off by one unit of final demand, itself included"),
    "coefficient_output": Text("산출이 정해져 있을 때의 승수. 이니셔티브 산업끼리 되먹임을 두 번 세지 않음(직접분 포함)", "multiplier when output itself is given: feedback among the initiative's industries is not counted twice; direct part included"),
    "coefficient_value_added": Text("부가가치유발계수. 산출 1단위가 일으키는 부가가치", "value-added inducement: value added set off by one unit of output"),
    "coefficient_employment": Text("취업유발계수. 산출 10억원에 따르는 취업자 수를 1억원 기준으로 바꾼 값; 한 사람이 한 해 일하면 1인·년", "employment inducement: persons per KRW 1bn of output, put per KRW 100m; one person working one year is one person-year"),
    "coefficient_exports": Text("산업의 수출액 ÷ 생산액. 늘어난 산출도 지금과 같은 비율로 수출된다고 봄", "the industry's exports ÷ its production: extra output is taken to be exported in the same proportion as today's"),
    "ranking_heading": Text("기준에 따라 달라지는 산업 순위와 읽을 때 유의할 점", "How the ranking of industries depends on the valuation, and how to read it"),
    "ranking_by_total": Text("계획의 효과 순위는 {reference} 기준 {order}이며, 기준을 바꾸면 달라집니다: {changes}.", "By the plan's effect, {reference} ranks {order}; the order changes with the valuation: {changes}."),
    "ranking_same_by_total": Text("계획의 효과 순위({order})는 다섯 평가 기준에서 모두 같습니다.", "By the plan's effect the industries rank {order} under all five valuations."),
    "ranking_by_coefficient": Text("계수(효과 한 단위의 가치) 순위는 {reference} 기준 {order}이며, 기준을 바꾸면 달라집니다: {changes}.", "By coefficient (value of one unit of effect), {reference} ranks {order}; the order changes with the valuation: {changes}."),
    "ranking_same_by_coefficient": Text("계수 순위({order})는 다섯 평가 기준에서 모두 같습니다.", "By coefficient the industries rank {order} under all five valuations."),
    "note_overlap": Text("이니셔티브 산업의 최종수요 유발계수(생산유발)는 서로 겹쳐 세는 몫이 있으나 산출유발 기준은 겹치지 않습니다.", "The final-demand multipliers of the initiative's industries (production induced) overlap; the valuation by output induced does not."),
    "note_employment": Text("취업유발은 상한입니다: AI는 산출 한 단위에 드는 노동도 줄이기 때문입니다.", "Employment induced is an upper bound, because AI also saves labour per unit of output."),
    "expenditure_heading": Text("덧붙임: 지출의 일회성 파급효과", "Apart from all this: the one-off effect of the spending itself"),
    "expenditure_note": Text("지출효과는 돈을 쓰는 해에 한 번 생기는 파급효과입니다. 위의 효과나 비용·편익의 편익에 더하지 마십시오.", "The expenditure effect arises once, when the money is spent. Do not add it to the effects above or to the benefit of the appraisal."),
    "appraisal_terms": Text("분석 조건: 기준연도 {base}년 불변가격, 사회적 할인율 {rate:.1%}, 분석기간 {first}–{last}년. 편익과 비용은 반올림하기 전의 계획에서 계산합니다.", "Terms: constant prices of {base}, social discount rate {rate:.1%}, effects of {first}–{last}. Benefit and cost are computed from the plan before rounding."),
    "appraisal_heading": Text("결과(할인 합계)", "Result (discounted)"),
    "cases_heading": Text("민감도: 할인율, 편익, 비용이 달라질 때", "Sensitivity to the discount rate, benefit and cost"),
    "flows_heading": Text("연도별 편익·비용 흐름(할인 전)", "Benefit and cost by year, undiscounted"),
    "break_even_below": Text("편익이 비용에 못 미칩니다: 편익이 {benefit:.1%} 늘거나 비용이 {cost:.1%} 줄어야 B/C가 1이 됩니다.", "Benefit falls short of cost: it takes {benefit:.1%} more benefit, or {cost:.1%} less cost, for a B/C of 1."),
    "break_even_above": Text("편익이 비용보다 큽니다: 편익이 {benefit:.1%} 줄거나 비용이 {cost:.1%} 늘면 B/C가 1이 됩니다.", "Benefit exceeds cost: it would take {benefit:.1%} less benefit, or {cost:.1%} more cost, for a B/C of 1."),
    "transfers_note": Text("융자 회수, 이자, 우선수익은 이전이므로 비용도 편익도 아닙니다. 분석기간 뒤의 효과와 시설의 잔존가치는 세지 않습니다.", "Loan repayments, interest and preferred returns are transfers and count as neither. Effects after the last year and residual values of facilities are not counted."),
    "without_of": Text("{name}\n(컴퓨팅 제외)", "{name}\n(without compute)"), "item_net": Text("순편익", "Net benefit"),
    "case": Text("경우", "Case"),
    "ratio_with": Text("B/C\n(컴퓨팅 포함)", "B/C\n(with compute)"),
    "ratio_without": Text("B/C\n(컴퓨팅 제외)", "B/C\n(without compute)"),
    "case_base": Text("기본", "As appraised"), "case_rate_down": Text("할인율 1%p 낮게", "Discount rate 1 point lower"),
    "case_rate_up": Text("할인율 1%p 높게", "Discount rate 1 point higher"),
    "case_benefit_down": Text("편익 20% 감소", "Benefit 20 % lower"),
    "case_benefit_up": Text("편익 20% 증가", "Benefit 20 % higher"),
    "case_cost_up": Text("비용 20% 증가", "Cost 20 % higher"), "case_cost_down": Text("비용 20% 감소", "Cost 20 % lower"),
    "item_irr": Text("내부수익률(IRR)", "Internal rate of return (IRR)"),
    "how_irr": Text("순편익의 현재가치가 0이 되는 할인율; 없으면 빈칸", "Discount rate at which the net benefit is worth nothing; blank where there is none"),
    "how": Text("무엇을 세는가", "What is counted"),
    "item_benefit": Text("편익(부가가치)", "Benefit (value added)"),
    "how_benefit": Text("직접 효과 × 부가가치유발계수, 할인 합계", "Direct effect × value-added coefficient, discounted"),
    "item_cost": Text("총비용", "Total cost"), "how_cost": Text("아래 네 항목의 합", "Sum of the four items below"),
    "item_initiative": Text("성장 이니셔티브", "Growth initiative"),
    "how_initiative": Text("추가성 × 총투자(공공과 민간)", "Additionality × investment, public and private"),
    "item_workforce": Text("인력양성", "Workforce"),
    "how_workforce": Text("1인당 비용 전체(공공과 기업)", "Full unit cost of trainees, public and employers"),
    "item_programmes": Text("기반사업", "Enabling programmes"),
    "how_programmes": Text("공공 사업비와 민간 투자", "Public and private outlay"),
    "item_administration": Text("관리비", "Administration"),
    "how_administration": Text("관리비율 × 공공 지출", "Administration rate × public spending"),
    "item_npv": Text("순현재가치(NPV)", "Net present value (NPV)"), "how_npv": Text("편익 − 총비용", "Benefit − total cost"),
    "item_benefit_cost_ratio": Text("편익비용비(B/C, 배)", "Benefit–cost ratio (B/C)"),
    "how_benefit_cost_ratio": Text("편익 ÷ 총비용", "Benefit ÷ total cost"),
    "not_valued": Text("비용·편익에서 값을 매기지 않은 것: 안전, 표준, 다른 산업으로의 파급, 컴퓨팅·데이터·훈련된 인력이 다른 곳에서 내는 효과.", "Not valued in benefit and cost: safety, standards, spillovers to other industries, and what computers, data and trained people do elsewhere."),
    "compute_note": Text("컴퓨팅 제외는 compute 분야 사업비와 그 관리비만 빼고 편익은 그대로 둔 값입니다.", "Without compute leaves out the outlay and administration of pillar compute; benefits stay as they are."),
}
# fmt: on

SHEET = SheetSpec("effects", write)
