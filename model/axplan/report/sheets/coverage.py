"""제안 대조표: every element of the proposal, what in the plan answers it, the money and how far it is completed.

Elements are rows of the inputs; what is the proposal's is what sheet provenance grades so. What has no row, and so no
part in the plan, is said in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from axplan.core.text import Text
from axplan.plan.frames import MATCHED, PROGRAMMES, TRACKS, USES, Use
from axplan.report.prices import whole
from axplan.report.sheets.coverage_elements import WIDEST, grade, is_proposed
from axplan.report.sheets.coverage_parts import write_figures, write_funds, write_rules, write_split
from axplan.report.sheets.details_terms import support
from axplan.report.spec import SheetSpec
from axplan.report.tables.pivot import sums
from axplan.report.tables.table import LABEL, Column, Formula, Line, Value, number
from axplan.report.words import heading

if TYPE_CHECKING:
    from axplan.report.context import Book
    from axplan.report.page.layout import Page

PROPOSED = {"stage": "stage", "track": "target", "programme": "programme"}
"""Kind of measure → the column whose grade says whether it comes from the proposal: its name, or what is counted."""

SECTIONS = {"stage": "investment", "track": "workforce"}
"""The section of the proposal that stages and tracks belong to; that of a programme is its pillar."""

Measure = tuple[Use, str]
"""What public money is used for, and the row of the inputs."""

UNMODELLED = ("liability", "reports", "law", "firms", "tax", "governance", "use_of_compute", "abroad", "jobs")
"""What has no part in the plan, by the names of its words."""


@dataclass(frozen=True)
class Quantity:
    """What the proposal counts in a measure: the quantity asked for, what the plan delivers, its unit."""

    asked: Value
    delivered: Value
    unit: str

    @property
    def part(self) -> Formula:
        """Delivered ÷ asked for."""
        asked, delivered = self.asked, self.delivered
        a = asked.text[1:] if isinstance(asked, Formula) else repr(asked)
        d = delivered.text[1:] if isinstance(delivered, Formula) else repr(delivered)
        value = number(delivered) / number(asked) if number(asked) else 0.0
        return Formula(f"=IF({a}=0,0,{d}/{a})", value)


def write(book: Book) -> None:
    """Measures by section, the same money by task and industry, demands, funds, published figures; what is left out."""
    page = book.start("coverage", book.money_unit)
    page.section(book.say("measures_heading" if is_proposed(book) else "measures_of_study"))
    page.note(book.say("coverage_note" if is_proposed(book) else "coverage_without_proposal"))
    _write_measures(book, page)
    write_split(book, page)
    write_rules(book, page)
    write_funds(book, page)
    write_figures(book, page)
    page.section(book.say("unmodelled_heading"))
    for name in UNMODELLED:
        page.note(f"· {book.say(f'unmodelled_{name}')}")


def _write_measures(book: Book, page: Page) -> None:
    """Stages, tracks and programmes by section of the proposal; all together they are all uses of the funds."""
    sections: dict[str, list[Measure]] = {}
    for use in MATCHED:
        for name in use.rows(book.plan.inputs):
            sections.setdefault(_section(book, use, name), []).append((use, name))
    if not sections:
        page.note(book.say("nothing_here"))
        return
    counted = [q for measures in sections.values() for m in measures if (q := _quantity(book, *m))]
    lines = tuple(_group(book, section, measures) for section, measures in sections.items())
    total = Line(book.say("total"), lines=lines, key="total")
    book.placed["coverage"] = page.table(_columns(book, counted), [total])
    page.row -= 1
    page.note(book.say("measures_note", sheet=book.say("sheet_details")))
    page.row += 1


def _columns(book: Book, counted: Sequence[Quantity]) -> list[Column]:
    kind = whole(*(float(number(value)) for quantity in counted for value in (quantity.asked, quantity.delivered)))
    return [
        Column(book.say("element"), widest=LABEL),
        Column(book.say("answered_by"), widest=WIDEST, narrowest=WIDEST),
        Column(book.say("grade"), "centre"),
        book.money_column(book.say("public_total"), name="public"),
        book.money_column(book.say("data_private"), name="private"),
        Column(book.say("asked"), kind, name="asked"),
        Column(book.say("delivered"), kind, name="delivered"),
        Column(book.say("unit"), "centre"),
        Column(book.say("completion"), "share", name="completion"),
    ]


def _section(book: Book, use: Use, name: str) -> str:
    """The heading a measure stands under: the section of the proposal, else what the program or the user calls it."""
    section = SECTIONS.get(use.key) or book.plan.inputs.programmes.pillar[name]
    heading = book.word("section", section)
    if is_proposed(book, use.sheet, PROPOSED[use.key]) and heading != section:
        return heading
    return book.word("pillar", section) if use is PROGRAMMES else book.heading("ledger", use.name)


def _group(book: Book, section: str, measures: Sequence[Measure]) -> Line:
    """A section; where people alone are counted in it, they add up."""
    values: list[Value] = []
    if all(use is TRACKS for use, _ in measures):
        targets = book.placed["targets"]
        people = Quantity(targets.cell("total", "target"), targets.cell("total", "achieved"), book.say("persons"))
        values = [None, None, None, None, people.asked, people.delivered, people.unit, people.part]
    return Line(section, values, tuple(_line(book, *measure) for measure in measures))


def _line(book: Book, use: Use, name: str) -> Line:
    values: list[Value] = [
        _answer(book, use, name),
        grade(book, use.sheet, PROPOSED[use.key]),
        _public(book, use, name),
        _private(book, use, name),
        *_completion(book, use, name),
    ]
    return Line(book.label(use.sheet, name), values, key=(use.key, name))


def _public(book: Book, use: Use, name: str) -> Formula:
    """Public money over the plan, what running a finished programme costs included."""
    overview, lines = book.placed["overview"], [(one.name, name) for one in USES if one.key == use.key]
    cells = [overview.cell(line, "sum") for line in lines if line in overview.rows]
    return Formula("=" + "+".join(cell.text[1:] for cell in cells), sum(map(number, cells)))


def _private(book: Book, use: Use, name: str) -> float:
    """Private money over the plan."""
    return book.cash(sums(book.plan.frames[use.frame], use.key, use.private)[name])


def _answer(book: Book, use: Use, name: str) -> str:
    """What a measure is in the plan: a stage by its instrument, training, or a programme with what it unlocks."""
    if use is not PROGRAMMES:
        terms = support(book, use, name)
        return terms[:1].upper() + terms[1:]
    x = book.plan.inputs
    tasks = sum(1 for k in x.tasks.task if x.unlocks.value.get((name, k), 0.0))
    place = book.say("in_regions" if x.programmes.regional[name] else "in_one_place")
    return book.say("answer_unlocks" if tasks else "answer_programme", count=tasks, place=place)


def _completion(book: Book, use: Use, name: str) -> Iterator[Value]:
    """Quantity asked for, delivered, unit, and the part of it; the progress of what is not counted."""
    counted = _quantity(book, use, name)
    if counted:
        yield from (counted.asked, counted.delivered, counted.unit, counted.part)
    elif use is PROGRAMMES:
        progress = book.placed["performance"].cell((use.key, name), book.year_names[-1])
        yield from (None, None, book.say("progress"), progress)


def _quantity(book: Book, use: Use, name: str) -> Quantity | None:
    x = book.plan.inputs
    if use is TRACKS:
        targets = book.placed["targets"]
        return Quantity(targets.cell(name, "target"), targets.cell(name, "achieved"), book.say("persons"))
    if use is PROGRAMMES and name in x.programmes.quantity:
        delivered = book.placed["performance"].cell(("quantity", name), book.year_names[-1])
        unit = book.word("counted", x.programmes.quantity_unit.get(name, ""))
        return Quantity(x.programmes.quantity[name], delivered, unit)
    return None


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("coverage", Text("제안 대조표", "Coverage"), Text("제안 대조표", "Coverage of the proposal"),
        Text("제안의 요소마다 계획의 무엇이 답하는지, 계획 기간의 금액과 완료 정도, 그리고 모형에 없는 것",
             "What in the plan answers each element of the proposal, the money over the plan, how far it is completed, and what is not modelled")),
    "coverage_note": Text("등급이 ‘제안서’인 줄은 입력 시트 provenance가 제안서의 요소로 적은 것이고, 다른 등급의 줄은 이 연구가 더한 것이거나 그 값을 제안서가 주지 않은 것입니다. 금액은 계획 기간 합계입니다.",
        "A line graded Proposal is an element of the proposal according to sheet provenance of the inputs; a line of another grade was added by the study, or its value is not in the proposal. Money is that of the whole plan."),
    "coverage_without_proposal": Text("이 연구의 입력 시트 provenance는 무엇이 제안서에서 왔는지 말하지 않으므로, 아래는 계획의 모든 사업입니다. 금액은 계획 기간 합계입니다.", "Sheet provenance of this study does not say what comes from a proposal, so that this lists all measures of the plan. Money is that of the whole plan."),
    "measures_heading": Text("사업: 제안의 절마다", "Measures, by section of the proposal"),
    "measures_of_study": Text("계획의 사업", "Measures of the plan"),
    "element": Text("요소", "Element"), "answered_by": Text("계획에서 답하는 것", "Answered in the plan by"),
    "asked": Text("목표 물량", "Quantity asked"),
    "delivered": Text("계획의 물량", "Delivered"),
    "progress": Text("진도", "progress"),
    "measures_note": Text("기금 용도의 합계이며 운영비를 포함합니다. 완료율은 계획의 물량 ÷ 목표 물량, 물량이 없는 사업은 마지막 해의 진도입니다. 지원 단계의 도입률은 아래 표에, 조건과 연차별 금액은 시트 ‘{sheet}’에 있습니다.", "All uses of the funds, running costs included. Completion is delivered ÷ asked for, or else the progress in the last year. The depth that stages reach stands below; terms and yearly amounts are on sheet {sheet}."),
    "answer_programme": Text("{place} 사업: 비용만 계산", "{place} programme; its cost alone counts"),
    "answer_unlocks": Text("{place} 사업: 태스크 {count}개의 도입 상한을 올림", "{place} programme; raises the ceilings of {count} tasks"),
    "in_regions": Text("권역별", "Regional"), "in_one_place": Text("전국", "National"),
    "section_investment": Text("IV-1 투자", "IV-1 Investment"),
    "section_workforce": Text("IV-2 인력(Trinity)", "IV-2 Workforce (Trinity)"),
    "section_research": Text("IV-3 연구개발·창업", "IV-3 R&D and start-ups"),
    "section_startup": Text("IV-3 연구개발·창업", "IV-3 R&D and start-ups"),
    "section_data": Text("IV-4 데이터", "IV-4 Data"),
    "section_compute": Text("IV-5 컴퓨팅·전력", "IV-5 Compute and power"),
    "section_ecosystem": Text("IV-6 생태계·안전", "IV-6 Ecosystem and safety"),
    "section_safety": Text("IV-6 생태계·안전", "IV-6 Ecosystem and safety"),
    "section_standards": Text("IV-7 표준", "IV-7 Standards"),
    "funds_of_plan": Text("기금", "Funds"),
    "answer_fund": Text("기금. 시트 ‘{sheet}’", "Fund. Sheet {sheet}"),
    "answer_fund_private": Text("민간 출자를 받는 기금. 시트 ‘{sheet}’", "Fund with private subscriptions. Sheet {sheet}"),
        "section_tasks": Text("I-3·I-6 산업 AI 태스크", "I-3, I-6 Industrial AI tasks"), "section_industries": Text("II-3 분석 대상 산업", "II-3 Industries of the table"), "same_money_heading": Text("같은 지원액을 태스크와 산업으로", "The same commitments by task and by industry"),
    "applications_count": Text("적용 사례", "Applications"),
    "depth_reached": Text("도입률", "Depth"),
    "by_applications": Text("사례마다의 금액은 시트 ‘{sheet}’에 있습니다. 도입률은 ‘{stage}’를 거친 몫을 전체 투자비로 가중하여 평균한 값(계획 마지막 해)입니다.", "The money of each application is on sheet {sheet}. Depth is the share that has passed {stage} by the last year, weighed by full cost."),
    "demands_heading": Text("정책 제약이 답하는 요구", "Demands that policy rules answer"),
    "rules_count": Text("제약 수", "Rules"),
    "rules_kept": Text("지킨 제약", "Kept"),
    "demands_differ": Text("제약마다 다름", "Differs by rule"),
    "proposed_figures_heading": Text("제안서의 수치가 쓰이는 곳", "Published figures of the proposal, and where they are used"),
    "figure": Text("수치", "Figure"),
    "values_count": Text("값의 수", "Values"),
    "used_for": Text("쓰임", "Used for"),
    "used_in_model": Text("모형: 1% 오르면 목적값 {percent}", "The model: {percent} of the objective per 1 %"),
    "used_unmoved": Text("모형: 조금 달라져도 목적값은 같음", "The model: the objective does not move per 1 %"),
    "used_for_rows": Text("계획의 줄을 이룸", "The rows of the plan"),
    "used_in_checks": Text("물량, 대조, 설명", "Quantities, cross-checks, description"),
    "used_to_sort": Text("구분", "Classification"),
    "unmodelled_heading": Text("모형에 없는 것", "What is not modelled"),
    "unmodelled_liability": Text("공무원의 감사 부담과 면책: 돈이 들지 않는 법적 조치이며, 집행을 빠르게 하는 효과도 넣지 않았습니다.", "Audit mandate and legal immunity of officials: a legal measure without cost here; that it may speed up execution is not counted."),
    "unmodelled_reports": Text("시험성적서의 인정: 표준·인증 사업의 비용과 상한 확대만 있고, 상호 인정의 절차와 효과는 없습니다.", "Recognition of test reports: standards and certification have a cost and raise ceilings; procedures and effects of recognition are not there."),
    "unmodelled_law": Text("법과 제도의 개편: 계획은 지금의 법 아래 쓸 수 있는 돈만 배분하며, 개편의 시기와 효과는 입력(시작 연도, 상한)으로만 나타낼 수 있습니다.", "Reform of laws and regulation: the plan divides money; when a reform comes and what it does can be told only through inputs such as ceilings."),
    "unmodelled_firms": Text("기업 규모(대기업·중견·중소), 개별 기업과 과제의 선정·평가: 배분의 단위는 산업×권역×태스크×단계이며, 칸 안에서 누가 뽑히는지는 정하지 않습니다.", "Firm size, and the selection and evaluation of single firms and projects: money is divided by industry, region, task and stage; who is chosen within a cell is left open."),
    "unmodelled_tax": Text("세제 지원과 규제 비용: 재정 지출만 다룹니다.", "Tax incentives and the cost of regulation: public spending alone is planned."),
    "unmodelled_governance": Text("조직의 의사결정(워킹그룹, 센터, 평가원): 비용, 진도와 상한 확대로만 나타납니다.", "How bodies decide (working groups, centres, institutes): they appear through cost, progress and ceilings alone."),
    "unmodelled_use_of_compute": Text("컴퓨팅·데이터의 실제 이용량과 요금, 전력의 수급과 계통: 구축된 물량은 상한을 올릴 뿐, 누가 얼마나 쓰는지는 없습니다.", "Use and price of compute and data, supply of electricity and the grid: what is built raises ceilings; who uses how much is not there."),
    "unmodelled_abroad": Text("나라 밖의 반응(통상, 표준 경쟁): 수출은 산업의 수출 비율로만 계산합니다.", "Reactions abroad (trade, competition over standards): exports follow from the export ratio of the industry."),
    "unmodelled_jobs": Text("AI가 줄이는 일자리: 취업유발은 늘어난 산출에서만 나오므로 상한으로 읽어야 합니다.", "Jobs that AI saves: employment follows from added output alone and is an upper bound."),
}
# fmt: on

SHEET = SheetSpec("coverage", write, shows=("overview", "workforce", "performance", "ledger", "by_task", "by_industry"))
