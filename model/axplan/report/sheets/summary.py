"""The first sheet: what the plan brings and costs, what giving way would bring, what to beware of; then the rest."""

from collections.abc import Mapping, Sequence

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.report.context import Book
from axplan.report.page.bands import ROWS
from axplan.report.page.cards import merged, write_cards
from axplan.report.page.layout import TOP, UNIT_ROW, Page
from axplan.report.sheets.summary_charts import charts
from axplan.report.sheets.summary_figures import write_figures
from axplan.report.sheets.summary_headline import headline
from axplan.report.sheets.summary_notes import cautions, left_over, reading_notes, write_contents
from axplan.report.sheets.summary_pages import fit_two_pages
from axplan.report.sheets.summary_prices import price_sentences
from axplan.report.spec import SheetSpec
from axplan.report.tables.table import Column, Formula, Line, across
from axplan.report.words import heading

SPENT = ("commitment_uses", "trainee_uses", "outlay_uses", "administration", "preferred_return")
"""What the funds spend, by item of their ledgers."""

FEWEST_COLUMNS = 10
LABEL = 17.0
"""Widest a label gets before it wraps."""

Section = tuple[str, Sequence[str]]
"""A heading and the lines below it."""


def write(book: Book) -> None:
    """A first page that is complete in itself; a second with money by year, further figures, how to read, and contents.

    Written last, as it shows cells of other sheets.
    """
    page = book.start("summary", book.money_unit, book.facts.get(f"title.{book.language}", ""))
    columns = max(FEWEST_COLUMNS, len(book.plan.inputs.years) + 2)
    page.row = UNIT_ROW
    page.text(_purpose(book), "heading")
    page.block()
    page.row = TOP + 1
    write_cards(page, list(headline(book)), columns)
    page.row += 1
    second = _write_first_page(book, page, columns)
    page.block()
    contents = _write_second_page(book, page, columns)
    fit_two_pages(page, columns, second)
    _write_section(page, columns, (book.say("warnings_heading"), left_over(book)))
    page.repeated = (0, 0)
    page.back = (f"internal:'{page.sheet.get_name()}'!A{contents + 1}", book.say("links_below"))


def _purpose(book: Book) -> str:
    """The objective as a sentence."""
    x, objective = book.plan.inputs, book.plan.objective
    return book.say(
        "purpose", name=book.tell(NAMES[objective.indicator]), first=x.years[0], last=x.years[-1],
        until=x.effect_years[-1], rate=x.settings.social_discount_rate,
    )  # fmt: skip


def _write_first_page(book: Book, page: Page, columns: int) -> int:
    """Charts, what giving way would bring, what to beware of. The charts read the table right after; its row."""
    sections: list[Section] = [
        (book.say("relax_heading"), [f"{n}. {line}" for n, line in enumerate(price_sentences(book), start=1)]),
        (book.say("cautions_heading"), [f"· {line}" for line in cautions(book)]),
    ]
    second = page.row + ROWS + 1 + sum(_rows(section) for section in sections)
    page.band(charts(book, page.sketch(*_spending(book), second + 1)))
    for section in sections:
        _write_section(page, columns, section)
    return second


def _rows(section: Section) -> int:
    """Rows of a section with its heading and the empty row after it; none where it has no lines."""
    return len(section[1]) + 2 if section[1] else 0


def _write_section(page: Page, columns: int, section: Section) -> None:
    heading, lines = section
    if not lines:
        return
    page.section(heading)
    for line in lines:
        merged(page, page.row, 0, columns - 1, line, "note")
        page.row += 1
    page.row += 1


def _write_second_page(book: Book, page: Page, columns: int) -> int:
    """Money by year, further figures, how to read them, contents; the row of the contents."""
    page.text(book.say("money_by_year"), "heading")
    page.table(*_spending(book))
    page.text(book.say("figures_heading"), "heading")
    write_figures(book, page, columns)
    page.text(book.say("notes_heading"), "heading")
    for note in reading_notes(book):
        merged(page, page.row, 0, columns - 1, f"· {note}", "note")
        page.row += 1
    page.row += 1
    contents = page.row
    page.section(book.say("links_heading"))
    write_contents(book, page, columns)
    return contents


def _spending(book: Book) -> tuple[Sequence[Column], Sequence[Line]]:
    """Use of the funds → year, as sums over their ledgers."""
    x = book.plan.inputs
    ledgers = [book.placed[f"ledger {f}"] for f in x.funds.fund]
    columns = [
        Column(book.say("use"), widest=LABEL),
        *book.year_columns(),
        book.money_column(book.say("sum"), computed=across(book.year_names), name="sum"),
    ]

    def cell(item: str, column: str) -> Formula:
        total = sum(float(ledger.value(item, column) or 0) for ledger in ledgers)
        return Formula("=" + "+".join(ledger.address(item, column) for ledger in ledgers), total)

    lines = tuple(
        Line(book.heading("ledger", item), [cell(item, t) for t in book.year_names], key=item) for item in SPENT
    )
    return columns, [Line(book.say("total"), lines=lines, key="total")]


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("summary", Text("표지·요약", "Summary"), Text("산업 AI 예산계획 요약", "Industrial AI budget plan: summary"),
        Text("계획이 내는 효과, 드는 돈, 받는 곳과 읽는 법", "What the plan brings, what it costs, who gets it, and how to read it")),
    "purpose": Text("{until}년까지 나는 {name}의 현재가치(할인율 {rate:.1%})를 가장 크게 하는 {first}–{last}년 예산", "Budget for {first}–{last} that makes the most of this objective: {name}, present value of effects until {until} at {rate:.1%}"),
    "objective_remark": Text("{first}–{last}년 효과의 현재가치(할인율 {rate:.1%})", "Effects of {first}–{last}, discounted at {rate:.1%}"),
    "weighted_remark": Text("가중치: {weights}; 지표마다 최선값이 1", "Weights: {weights}; the best value of each indicator counts 1"),
    "gained": Text("; 비례배분보다 {share}", "; {share} over a proportional split"),
    "proportional": Text("비례배분 계획의 {name}", "{name} of a proportional split"),
    "proportional_gain": Text("산업·권역을 생산 비중대로 나눔(그 배분에 관한 제약은 제외). 이 계획은 {gain}({share})", "Industries and regions by production, without rules on that split; this plan: {gain} ({share})"),
    "no_proportional": Text("산업·권역을 생산 비중대로 나누면(비례배분) 모든 요구를 지키는 계획이 없습니다.", "A proportional split over industries and regions by production cannot meet all requirements."),
    "card_public": Text("공공 지출 ({unit})", "Public spending ({unit})"),
    "card_public_remark": Text("{first}–{last}년 기금 지출, 관리비와 우선수익 포함", "Spent by the funds in {first}–{last}, administration and preferred return included"),
    "card_total": Text("총투자, 공공+민간 ({unit})", "Public and private together ({unit})"),
    "card_private": Text("이 가운데 민간 매칭·부담 ", "of which private match "),
    "card_people": Text("양성 인원 (명)", "People trained (persons)"), "card_target": Text("목표 ", "Target "),
    "card_target_part": Text("명, 달성률 ", ", achieved "),
    "card_npv": Text("순현재가치(NPV) ", "Net present value (NPV) "),
    "ratio": Text("편익비용비(B/C)", "Benefit–cost ratio (B/C)"), "npv": Text("순현재가치(NPV)", "Net present value (NPV)"),
    "money_by_year": Text("연도별 기금 지출", "Spending of the funds by year"),
    "industry_by_stage": Text("산업·단계별 공공 지원액", "Public commitments by industry and stage"),
    "path_of": Text("연도별 {name}(할인 전)", "{name} by year, undiscounted"),
    "relax_heading": Text("무엇을 풀면 가장 이득인가", "What giving way would bring most"),
    "relax_appropriation": Text("{year}년 {fund} 출연(지금 {now})을 {step} 늘리면", "{step} more appropriated to {fund} in {year} (now {now})"),
    "relax_target": Text("{track}의 {year}년 양성 목표(지금 {now})를 {step} 낮추면", "A target for {track} ({now} by {year}) that is {step} lower"),
    "relax_rule": Text("정책 제약 ‘{rule}’의 한도({period}년, {demand})를 {step} 풀면", "The rule ‘{rule}’ ({period}, {demand}) relaxed by {step}"),
    "relax_gain": Text("{name}이 약 {worth} 늘어납니다(작은 변화에서 성립).", "adds about {worth} of this: {name} (holds for small changes)."),
    "relax_nothing": Text("출연을 늘리거나 목표를 낮추거나 정책 제약을 풀어서 더 얻을 것이 없습니다.", "More appropriation, lower targets or looser rules would bring nothing."),
    "unit_after": Text("{unit}", " {unit}"),
    "cautions_heading": Text("쓰기 전에 확인할 점", "Before you use these figures"),
    "note_below_cost": Text("편익비용비(B/C)가 {ratio:.2f}로 1보다 작습니다: 값을 매긴 편익이 비용에 못 미칩니다(NPV {npv}). 컴퓨팅 분야의 비용을 빼면 {without}입니다.", "The benefit–cost ratio is {ratio:.2f}, below 1: the benefits that are valued fall short of the cost (NPV {npv}). Without the cost of pillar compute it is {without}."),
    "note_soft": Text("벌점이 붙은 제약 {count}건을 지키지 못했습니다: {names}.", "{count} soft rules are missed: {names}."),
    "note_rounding": Text("인쇄 단위로 반올림한 금액이 제약 {count}건을 한 단위 넘게 벗어납니다. 점검 시트를 보십시오.", "Amounts rounded to the printed unit miss {count} constraints by more than one unit. See sheet Checks."),
    "input_warning": Text("입력 경고 {line}", "Warning about the inputs: {line}"),
    "more_warnings": Text("입력 경고가 {count}건 더 있습니다. 이 시트의 끝에 모두 적었습니다.", "{count} more warnings about the inputs; all of them stand at the end of this sheet."),
    "warnings_heading": Text("입력에 대한 경고 전체", "All warnings about the inputs"),
    "figures_heading": Text("그 밖의 수치", "Further figures"),
    "other_valuation": Text("같은 계획을 다른 기준으로 잰 값", "The same plan valued differently"),
    "upper_bound": Text("상한: AI는 산출당 노동도 줄임", "Upper bound: AI also saves labour"),
    "appropriation_remark": Text("계획 기간 합계, 불용·반납 전", "Over the whole plan, before lapses"),
    "subscription_remark": Text("기금이 모으는 민간 자금", "Private money raised by the funds"),
    "private_money": Text("민간 매칭·부담", "Private match"),
    "private_money_remark": Text("기금 밖의 민간 투자와 기업 훈련비", "Spent by firms outside the funds"),
    "balance_of": Text("기금 잔액({year}년 말)", "Fund balance, end of {year}"),
    "lapse_remark": Text("{fund}: 반납 {lapse}", "{fund}: lapse {lapse}"),
    "quantity": Text("제공 물량({year}년까지)", "Delivered by {year}"),
    "quantity_remark": Text("{programme}: 완료 시 {planned}", "{programme}: {planned} on completion"),
    "compute_left_out": Text("컴퓨팅 분야의 비용을 뺄 때", "Without the cost of pillar compute"),
    "notes_heading": Text("수치를 읽는 법", "How to read the figures"), "links_heading": Text("차례", "Contents"),
    "links_below": Text("차례 ↓", "Contents ↓"),
    "note_money": Text("공공 지출은 기금이 쓰는 돈으로 정부 출연과 민간 출자, 회수금을 함께 담으며, 금액은 불변가격입니다. 출자된 민간 자금은 공공 지출에, 기업이 따로 내는 돈은 민간 매칭·부담에 셉니다.", "Public spending is what the funds spend: appropriations, private subscriptions and recoveries, at constant prices. Private money subscribed to the funds is counted there; what firms spend themselves is private match."),
    "note_evidence": Text("입력 열 {count}개의 근거 등급: {listed}. 가정은 출처와 근거 시트에서 확인하십시오.", "Evidence for {count} input columns: {listed}. See sheet Provenance for what is assumed."),
}
# fmt: on

SHEET = SheetSpec(
    "summary", write, shows=("by_industry", "ledger", "workforce", "effects", "appraisal", "annual", "performance")
)
