"""The first sheet: what the plan brings and costs, whose money it is, what to beware of; then the rest."""

from collections.abc import Mapping, Sequence

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.plan.ledger import SPENDING
from axplan.report.cautions import cautions
from axplan.report.comparisons import comparisons
from axplan.report.context import Book
from axplan.report.page.cards import CARD_ROWS, merged, write_cards
from axplan.report.page.layout import TOP, UNIT_ROW, Page
from axplan.report.page.paper import PRINT_WIDTH
from axplan.report.sheets.summary_charts import charts
from axplan.report.sheets.summary_figures import write_figures
from axplan.report.sheets.summary_headline import headline
from axplan.report.sheets.summary_notes import reading_notes, write_contents
from axplan.report.sheets.summary_prices import price_sentences
from axplan.report.sheets.summary_sums import items_of_ledgers, of_ledgers, private_money
from axplan.report.spec import SheetSpec
from axplan.report.tables.table import NARROWEST, Column, Line, across
from axplan.report.whose_money import SIGNED
from axplan.report.words import heading

FEWEST_COLUMNS = 10
LABEL = 24.0
"""Widest a label gets before it wraps."""

SMALLEST_PRINT = 0.85
"""Letters of 10 points are 8.5 points high on paper, the smallest on the sheet, of 9, nearly 8; rather than in smaller
print the summary goes on to another page."""

NARROWEST_CARD = 11.5
"""Width of the columns that cards, charts and texts share."""


def write(book: Book) -> None:
    """A first page that is complete in itself; then charts, money by use, what giving way would bring, further figures,
    how to read them, and contents.

    Written last, as it shows cells of other sheets.
    """
    page = book.start("summary", book.money_unit, book.facts.get(f"title.{book.language}", ""))
    columns = max(FEWEST_COLUMNS, len(book.plan.inputs.years) + 2)
    page.row = UNIT_ROW
    page.text(_purpose(book), "heading")
    page.block()
    _write_first_page(book, page, columns)
    _write_money(book, page)
    _write_section(page, columns, book.say("relax_heading"), _numbered(price_sentences(book)))
    page.section(book.say("figures_heading"))
    write_figures(book, page, columns)
    _write_section(page, columns, book.say("notes_heading"), _dotted(reading_notes(book)))
    contents = page.row
    page.section(book.say("links_heading"))
    write_contents(book, page, columns)
    _fit_width(page, columns)
    page.repeated = (0, 0)
    page.back = (f"internal:'{page.sheet.get_name()}'!A{contents + 1}", book.say("links_below"))


def _fit_width(page: Page, columns: int) -> None:
    """Give the columns after the labels one width, and the sheet the width that fills the paper at this print."""
    page.fixed_width = True
    widest = max(NARROWEST_CARD, *(page.room.widths.get(at, NARROWEST) for at in range(1, columns)))
    for at in range(1, columns):
        page.room.widen(at, widest)
    page.room.stretch(columns, PRINT_WIDTH / SMALLEST_PRINT / page.room.points(columns))


def _purpose(book: Book) -> str:
    """The objective as a sentence."""
    x, objective = book.plan.inputs, book.plan.objective
    return book.say(
        "purpose", name=book.tell(NAMES[objective.indicator]), first=x.years[0], last=x.years[-1],
        until=x.effect_years[-1], rate=x.settings.social_discount_rate,
    )  # fmt: skip


def _write_first_page(book: Book, page: Page, columns: int) -> None:
    """Figures, which show cells of the table below them, whose money it is, simpler splits, what to beware of."""
    page.row = TOP
    cards, page.row = page.row, page.row + CARD_ROWS
    page.section(book.say("whose_heading"))
    book.placed["whose"] = page.table(_columns(book, book.say("whose")), [_whose(book)])
    below, page.row = page.row, cards
    write_cards(page, list(headline(book)), columns)
    page.row = below
    _write_section(page, columns, book.say("comparisons_heading"), _dotted(comparisons(book)))
    _write_section(page, columns, book.say("cautions_heading"), _dotted(cautions(book)))


def _write_money(book: Book, page: Page) -> None:
    """Charts, the first of which reads the table right after them."""
    page.block()
    columns, lines = _columns(book, book.say("use")), [_spending(book)]
    table = page.sketch(columns, lines, page.ahead(charts=1))
    page.band(charts(book, table))
    page.section(book.say("money_by_year"))
    page.table(columns, lines)


def _dotted(lines: Sequence[str]) -> list[str]:
    return [f"· {line}" for line in lines]


def _numbered(lines: Sequence[str]) -> list[str]:
    return [f"{n}. {line}" for n, line in enumerate(lines, start=1)]


def _write_section(page: Page, columns: int, heading: str, lines: Sequence[str]) -> None:
    """A heading and wrapped lines, the first of which it is kept together with; nothing where there are no lines."""
    if not lines:
        return
    page.section(heading)
    for n, line in enumerate(lines):
        if n:
            page.block()
        merged(page, page.row, 0, columns - 1, line, "note")
        page.row += 1
    page.block()  # the empty row may stand on the next page
    page.row += 1


def _columns(book: Book, label: str) -> Sequence[Column]:
    return [
        Column(label, widest=LABEL),
        *book.year_columns(),
        book.money_column(book.say("sum"), computed=across(book.year_names), name="sum"),
    ]


def _whose(book: Book) -> Line:
    """Whose money it is → year: what the funds spend, and what firms put beside it."""
    years = book.year_names
    spent = tuple(
        Line(book.say(f"whose_{whose}"), [of_ledgers(book, whose, t) for t in years], key=whose) for whose in SIGNED
    )
    match = Line(book.say("whose_match"), [private_money(book, t) for t in years], key="match", role="subtotal")
    lines = (Line(book.say("whose_spent"), lines=spent, key="spent"), match)
    return Line(book.say("whose_total"), lines=lines, key="total")


def _spending(book: Book) -> Line:
    """Use of the funds → year, as sums over their ledgers; a use that never occurs is left out."""
    years = book.year_names
    cells = {item: [items_of_ledgers(book, [(item, 1)], t) for t in years] for item in SPENDING}
    lines = tuple(
        Line(book.heading("ledger", item), found, key=item)
        for item, found in cells.items()
        if any(cell.value for cell in found)
    )
    return Line(book.say("total"), lines=lines, key="total")


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("summary", Text("표지·요약", "Summary"), Text("산업 AI 예산계획 요약", "Industrial AI budget plan: summary"),
        Text("계획이 내는 효과, 드는 돈, 받는 곳과 읽는 법", "What the plan brings, what it costs, who gets it, and how to read it")),
    "purpose": Text("{until}년까지 나는 {name}의 현재가치(할인율 {rate:.1%})를 가장 크게 하는 {first}–{last}년 예산", "Budget for {first}–{last} that makes the most of this objective: {name}, present value of effects until {until} at {rate:.1%}"),
    "objective_remark": Text("{first}–{last}년 효과의 현재가치(할인율 {rate:.1%})", "Effects of {first}–{last}, discounted at {rate:.1%}"),
    "weighted_remark": Text("가중치: {weights}; 지표마다 최선값이 1", "Weights: {weights}; the best value of each indicator counts 1"),
    "card_people": Text("양성 인원 (명)", "People trained (persons)"),
    "card_people_remark": Text("목표 {target}명, 달성률 {share}", "Target {target}, achieved {share}"),
    "ratio": Text("편익비용비(B/C)", "Benefit–cost ratio (B/C)"),
    "card_ratio_remark": Text("자체 부가가치 ÷ 추가 투자 기준; NPV {npv}", "Own value added, additional investment; NPV {npv}"),
    "money_by_year": Text("연도별 기금 지출", "Spending of the funds by year"),
    "industry_by_stage": Text("산업·단계별 공공 지원액", "Public commitments by industry and stage"),
    "path_of": Text("연도별 {name}(할인 전)", "{name} by year, undiscounted"),
    "relax_heading": Text("무엇을 풀면 가장 이득인가(다시 계산하여 확인한 값)", "What giving way would bring most (confirmed by planning again)"),
    "relax_appropriation": Text("{year}년 {fund} 출연(지금 {now})을 {step} 늘리면", "{step} more appropriated to {fund} in {year} (now {now})"),
    "relax_target": Text("{track}의 {year}년 양성 목표(지금 {now})를 {step} 낮추면", "A target for {track} ({now} by {year}) that is {step} lower"),
    "relax_rule": Text("정책 제약 ‘{rule}’의 한도({period}년, {demand})를 {step} 풀면", "The rule ‘{rule}’ ({period}, {demand}) relaxed by {step}"),
    "relax_gain": Text("{name}이 {worth} 늘어납니다.", "adds {worth} of this: {name}."),
    "relax_small": Text("돈을 늘리면 얻는 것이 있으나, 말할 만한 폭으로는 그 값이 이어지지 않습니다. 잠재가격은 기금 수입·지출 시트에 있습니다.", "More money would bring something, but its price holds for no step worth speaking of. Shadow prices stand on the sheet of fund ledgers."),
    "relax_nothing": Text("출연을 늘리거나 목표를 낮추거나 정책 제약을 풀어서 더 얻을 것이 없습니다.", "More appropriation, lower targets or looser rules would bring nothing."),
    "unit_after": Text("{unit}", " {unit}"),
    "figures_heading": Text("그 밖의 수치", "Further figures"),
    "other_valuation": Text("같은 계획을 다른 기준으로 잰 값", "The same plan valued differently"),
    "upper_bound": Text("상한: AI는 산출당 노동도 줄임", "Upper bound: AI also saves labour"),
    "balance_of": Text("기금 잔액({year}년 말)", "Fund balance, end of {year}"),
    "quantity": Text("제공 물량({year}년까지)", "Delivered by {year}"),
    "quantity_remark": Text("{programme}: 제안 {planned}의 {share}", "{programme}: {share} of {planned} proposed"),
    "notes_heading": Text("수치를 읽는 법", "How to read the figures"), "links_heading": Text("차례", "Contents"),
    "links_below": Text("차례 ↓", "Contents ↓"),
    "note_money": Text("국비는 정부 출연에서 불용·반납을 뺀 돈, 민간 출자는 기금이 모은 민간 자금, 민간 매칭·훈련 부담은 기업이 따로 내는 돈입니다. 기금 지출은 국비와 민간 출자에 회수금·이자·이월금을 더한 것이므로 전부가 국비는 아닙니다. 금액은 불변가격입니다.", "State money is what is appropriated less what lapses; private subscription is raised by the funds; private match and training is what firms spend themselves. What the funds spend also contains subscriptions, recoveries, interest and balances: not all of it is state money. Prices are constant."),
    "note_evidence": Text("입력 열 {count}개의 근거 등급: {listed}. 가정은 출처와 근거 시트에서 확인하십시오.", "Evidence for {count} input columns: {listed}. See sheet Provenance for what is assumed."),
}
# fmt: on

SHEET = SheetSpec(
    "summary", write, shows=("by_industry", "ledger", "workforce", "effects", "appraisal", "financing", "performance")
)
