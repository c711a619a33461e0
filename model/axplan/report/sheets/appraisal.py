"""Benefit and cost in the manner of a preliminary feasibility study: the result, how firm it is, yearly flows."""

from collections.abc import Mapping
from typing import Any

from axplan.core.text import Text
from axplan.inputs.parameters import EOK_PER_TRILLION
from axplan.plan.appraisal import COSTS, HEADLINE
from axplan.report.context import Book
from axplan.report.sheets.appraisal_flows import COST, write_flows
from axplan.report.sheets.appraisal_result import NPV, ORDER, RATIO, without_words, write_result
from axplan.report.sheets.appraisal_tests import CASES, write_cases
from axplan.report.spec import SheetSpec
from axplan.report.tables.table import Formula, number
from axplan.report.words import heading

NOTES = ("conventions_note", "not_valued", "transfers_note")


def write(book: Book) -> None:
    """Result first; it shows cells of the yearly flows below, which are written before it."""
    page = book.start("appraisal", book.money_unit)
    page.note(book.say("appraisal_terms", **_terms(book)))
    page.row += 1
    page.section(book.say("appraisal_heading"))
    result, page.row = page.row, page.row + len(ORDER) + 1
    for note in filter(None, (break_even(book), without_words(book), *(book.say(name) for name in NOTES))):
        page.note(f"· {note}")
    page.row += 1
    page.section(book.say("cases_heading"))
    cases, page.row = page.row, page.row + len(CASES) + 2
    page.section(book.say("flows_heading"))
    flows = write_flows(book, page)
    end, page.row = page.row, result
    write_result(book, page, flows)
    page.row = cases
    write_cases(book, page, flows)
    page.row, page.repeated = end, (0, 0)


def break_even(book: Book) -> str:
    """What it would take for a B/C of 1 by the convention of the headline; nothing where there is no cost."""
    row = headline(book)
    worth, cost = row["worth"], row["cost"]
    if cost <= 0:
        return ""
    if worth <= 0:
        return book.say("no_benefit")
    side = "break_even_below" if worth < cost else "break_even_above"
    return book.say(side, times=cost / worth, benefit=abs(cost / worth - 1), cost=abs(worth / cost - 1))


def headline(book: Book) -> Mapping[str, float]:
    """Sums, NPV (억원) and B/C of the printed plan by the convention of the headline, by the columns of the frame
    `appraisal`."""
    row: Any = book.plan.frames["appraisal"].set_index("convention").loc[HEADLINE.name]
    return {name: float(row[name]) for name in ("worth", *COSTS, COST, NPV, RATIO)}


def trillions(book: Book, item: str = NPV) -> Formula:
    """A cell of the headline's column in 조원; that of the net present value is the indicator net_benefit."""
    cell = book.placed["appraisal"].cell(item, HEADLINE.name)
    per_unit = EOK_PER_TRILLION * book.money.per_eok
    return Formula(f"{cell.text}/{per_unit:.12g}", number(cell) / per_unit)


def _terms(book: Book) -> Mapping[str, Any]:
    x = book.plan.inputs
    return {
        "base": x.years[0], "rate": x.settings.social_discount_rate, "first": x.effect_years[0],
        "last": x.effect_years[-1], "plan": x.years[-1],
    }  # fmt: skip


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("appraisal", Text("비용·편익", "Benefit and cost"), Text("비용·편익 분석", "Benefit and cost"),
        Text("예비타당성조사 방식: 할인한 산업 자체의 부가가치와 자원비용, 그리고 다르게 셀 때의 값",
             "In the manner of a preliminary feasibility study: the industries' own value added against resource cost, and what other ways of counting make of it")),
    "appraisal_terms": Text("분석 조건: 기준연도 {base}년 불변가격, 사회적 할인율 {rate:.1%}, 분석기간 {first}–{last}년. 운영비는 계획이 끝난 {plan}년 뒤에도 {last}년까지 셉니다. 편익과 비용은 반올림하기 전의 계획에서 계산합니다.", "Terms: constant prices of {base}, social discount rate {rate:.1%}, effects of {first}–{last}. Running costs are counted beyond the plan's last year, {plan}, until {last}. Benefit and cost are computed from the plan before rounding."),
    "appraisal_heading": Text("결과(할인 합계): 네 가지로 셀 때, 그리고 분야 하나 없이 계획할 때", "Result (discounted), counted in four ways, and planned without a pillar"),
    "item": Text("항목", "Item"),
    "convention_own_additional": Text("★ 대표값:\n자체 부가가치,\n추가 투자",
                                      "★ Headline:\nown value added,\nadditional investment"),
    "convention_own_whole": Text("자체 부가가치,\n투자 전액", "Own value added,\nwhole investment"),
    "convention_induced_additional": Text("유발 부가가치,\n추가 투자", "Induced value added,\nadditional investment"),
    "convention_induced_whole": Text("유발 부가가치,\n투자 전액", "Induced value added,\nwhole investment"),
    "planned_without": Text("대표값,\n{pillar} 없이\n다시 계획", "Headline,\nplanned without\n{pillar}"),
    "without_note": Text("{pillar} 없이 다시 계획하면 편익 {benefit}, 비용 {cost}({unit})이며, 한계 B/C(줄어드는 편익 ÷ 줄어드는 비용)는 {margin}입니다. 그 사업의 비용과 운영비, 과업 상한을 높이는 효과가 모두 없고, 남는 돈은 그 기금 안에서 다른 곳에 쓰이거나 반납됩니다.", "Planned without {pillar}: benefit {benefit}, cost {cost} ({unit}); B/C at the margin (benefit lost ÷ cost saved) {margin}. Its outlay and running costs are gone, and so is what it unlocks; the money that is left serves the rest of its fund, or lapses."),
    "margin_none": Text("없음", "none"),
    "without_none": Text("{pillar} 없이는 다른 요구를 모두 지키는 계획을 찾지 못했습니다.", "Without {pillar}, no plan was found that meets all other demands."),
    "conventions_note": Text("예비타당성조사는 유발효과를 편익으로 세지 않으므로 대표값은 산업 자체의 부가가치를 편익으로, 지원이 없었으면 하지 않았을 추가 투자만을 비용으로 셉니다. 다른 세 열은 같은 계획을 다르게 세면 어떻게 되는지를 보이며, 서로 더하지 않습니다.", "A feasibility study does not count induced effects, so the headline sets the industries' own value added against the investment that would not have been made anyway. The other three columns show what other ways of counting make of the same plan; they are not to be added up."),
    "cases_heading": Text("민감도(대표값): 할인율, 편익, 비용이 달라질 때", "Sensitivity of the headline to the discount rate, benefit and cost"),
    "flows_heading": Text("연도별 편익·비용 흐름(할인 전)", "Benefit and cost by year, undiscounted"),
    "break_even_below": Text("B/C가 1이 되려면 편익이 지금의 {times:.2f}배가 되거나 비용이 {cost:.1%} 줄어야 합니다.", "For a B/C of 1 the benefit would have to be {times:.2f} times what it is, or the cost {cost:.1%} lower."),
    "break_even_above": Text("편익이 비용보다 큽니다: 편익이 {benefit:.1%} 줄거나 비용이 {cost:.1%} 늘면 B/C가 1이 됩니다.", "Benefit exceeds cost: it would take {benefit:.1%} less benefit, or {cost:.1%} more cost, for a B/C of 1."),
    "no_benefit": Text("값을 매긴 편익이 없어, 비용이 얼마나 줄어도 B/C가 1이 되지 않습니다.", "No benefit is valued, so that no saving of cost would bring a B/C of 1."),
    "transfers_note": Text("융자 회수, 이자, 우선수익은 이전이므로 비용도 편익도 아닙니다. 분석기간 뒤의 효과와 시설의 잔존가치는 세지 않습니다.", "Loan repayments, interest and preferred returns are transfers and count as neither. Effects after the last year and residual values of facilities are not counted."),
    "item_net": Text("순편익\n(대표값)", "Net benefit\n(headline)"),
    "item_cost_headline": Text("총비용\n(대표값)", "Total cost\n(headline)"),
    "flow_benefit_own": Text("편익:\n자체 부가가치", "Benefit: own\nvalue added"),
    "flow_benefit_induced": Text("편익:\n유발 부가가치", "Benefit: induced\nvalue added"),
    "flow_initiative_additional": Text("성장 이니셔티브:\n추가 투자", "Growth initiative:\nadditional"),
    "flow_initiative_whole": Text("성장 이니셔티브:\n투자 전액", "Growth initiative:\nwhole"),
    "sum_discounted": Text("할인 합계", "Discounted"), "sum_plain": Text("단순 합계", "Undiscounted"),
    "case": Text("경우", "Case"),
    "case_base": Text("기본", "As appraised"), "case_rate_down": Text("할인율 1%p 낮게", "Discount rate 1 point lower"),
    "case_rate_up": Text("할인율 1%p 높게", "Discount rate 1 point higher"),
    "case_benefit_down": Text("편익 20% 감소", "Benefit 20 % lower"),
    "case_benefit_up": Text("편익 20% 증가", "Benefit 20 % higher"),
    "case_cost_up": Text("비용 20% 증가", "Cost 20 % higher"), "case_cost_down": Text("비용 20% 감소", "Cost 20 % lower"),
    "item_irr": Text("내부수익률(IRR)", "Internal rate of return (IRR)"),
    "how_irr": Text("대표값의 순편익 현재가치가 0이 되는 할인율; 없으면 빈칸", "Discount rate at which the net benefit of the headline is worth nothing; blank where there is none"),
    "how": Text("무엇을 세는가", "What is counted"),
    "item_benefit": Text("편익(부가가치)", "Benefit (value added)"),
    "how_benefit": Text("직접 효과 × 부가가치율(자체) 또는 부가가치유발계수(유발)", "Direct effect × rate of value added (own) or value-added inducement (induced)"),
    "item_cost": Text("총비용", "Total cost"), "how_cost": Text("아래 다섯 항목의 합", "Sum of the five items below"),
    "item_initiative": Text("성장 이니셔티브", "Growth initiative"),
    "how_initiative": Text("총투자(공공과 민간), 추가 투자는 × 추가성", "Investment, public and private; additional: × additionality"),
    "item_workforce": Text("인력양성", "Workforce"),
    "how_workforce": Text("1인당 비용 전체(공공과 기업)", "Full unit cost of trainees, public and employers"),
    "item_programmes": Text("기반사업", "Enabling programmes"),
    "how_programmes": Text("공공 사업비와 민간 투자", "Public and private outlay"),
    "item_running": Text("기반사업 운영비", "Running costs of programmes"),
    "how_running": Text("운영비 × 전년 진도; 계획 뒤에는 마지막 해의 진도로 분석기간 끝까지", "Operating cost × progress of the year before; after the plan at the last year's progress, to the end of the appraisal"),
    "item_administration": Text("관리비", "Administration"),
    "how_administration": Text("관리비율 × 기금 지출", "Administration rate × spending of the funds"),
    "item_npv": Text("순현재가치(NPV)", "Net present value (NPV)"), "how_npv": Text("편익 − 총비용", "Benefit − total cost"),
    "item_benefit_cost_ratio": Text("편익비용비(B/C, 배)", "Benefit–cost ratio (B/C)"),
    "how_benefit_cost_ratio": Text("편익 ÷ 총비용", "Benefit ÷ total cost"),
    "not_valued": Text("비용·편익에서 값을 매기지 않은 것: 안전, 표준, 다른 산업으로의 파급, 컴퓨팅·데이터·훈련된 인력이 다른 곳에서 내는 효과.", "Not valued in benefit and cost: safety, standards, spillovers to other industries, and what computers, data and trained people do elsewhere."),
}
# fmt: on

SHEET = SheetSpec("appraisal", write)
