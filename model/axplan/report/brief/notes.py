"""What the figures of the brief rest on and how to read them, in a few sentences."""

from collections.abc import Collection, Iterator, Mapping

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.inputs.schema.indicators import EMPLOYMENT, NET_BENEFIT, PRODUCTION
from axplan.inputs.schema.policy import GRADES
from axplan.report.brief.budget import BudgetTable
from axplan.report.brief.numbers import width
from axplan.report.cautions import below_cost, findings
from axplan.report.comparisons import comparisons
from axplan.report.context import Book
from axplan.report.sheets.appraisal import break_even, headline
from axplan.report.sheets.provenance import NOT_STATED, grade_counts
from axplan.report.sheets.summary_headline import objective_remark

SIZE, LINE, COLUMN, COLUMNS = 7.4, 9.9, 245.0, 2
"""Points: of letters, from line to line, across a column of the notes, and how many columns there are."""

HEIGHT, TABLE_LINE = 445.0, 10.8
"""Points that the notes and the budget have together, without headings, and what a line of the budget takes of them."""

FILLED, AFTER = 0.88, 130.0
"""Part of a line that text fills, and what is lost at the end of each note."""

BOUNDS = {PRODUCTION: "note_overlap", EMPLOYMENT: "note_employment"}
"""What is to be said where an indicator is shown."""

HASH = 12
"""Letters of the input hash that are shown."""


def notes(book: Book, made: BudgetTable) -> list[tuple[str, str]]:
    """(what it is about, the sentences); what to look at gets the room that the other notes and the table leave."""
    before, after = list(_before(book)), list(_after(book, made))
    used = sum(width(f"{about} {said}", SIZE) + AFTER for about, said in (*before, *after))
    told = " ".join(_cautions(book, _room(made) - used))
    return [*before, *([(book.say("on_cautions"), told)] if told else []), *after]


def _room(made: BudgetTable) -> float:
    """Points of text, were it one line, that a page with a table of so many lines has room for."""
    lines = COLUMNS * max(0.0, HEIGHT - TABLE_LINE * (len(made.lines) + 2)) / LINE
    return FILLED * COLUMN * lines


def _before(book: Book) -> Iterator[tuple[str, str]]:
    yield book.say("on_ratio"), _appraisal(book)
    yield book.say("on_objective"), _objective(book)
    if said := comparisons(book):
        yield book.say("on_splits"), _joined(*said)


def _after(book: Book, made: BudgetTable) -> Iterator[tuple[str, str]]:
    if bounds := [note for v, note in BOUNDS.items() if v in _shown(book)]:
        yield book.say("on_bounds"), _joined(*(book.say(note) for note in bounds))
    yield book.say("on_money"), _joined(book.say("brief_money"), book.say("put_together") if made.merged else "")
    yield book.say("on_evidence"), _evidence(book)
    yield book.say("on_checks"), _joined(*_checks(book))


def origin(book: Book) -> list[str]:
    """Where the rest is, and what identifies the run; what is not known is left out."""
    known = [book.say("plan_file")]
    if digest := book.facts.get("inputs.sha256", ""):
        known.append(f"{book.say('fact_inputs.sha256')} {digest[:HASH]}")
    if version := book.facts.get("versions.axplan", ""):
        known.append(f"{book.say('fact_versions.axplan')} {version}")
    return known


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _cautions(book: Book, room: float) -> Iterator[str]:
    """What to look at before the figures are used, as far as there is room, and how much more there is; benefit below
    cost is told first of all and not again."""
    told = list(below_cost(book))
    rest = [said for said in findings(book) if said not in told]
    for n, said in enumerate(rest):
        room -= width(said, SIZE)
        more = book.say("more_cautions", count=len(rest) - n)
        if room < (width(more, SIZE) if n + 1 < len(rest) else 0.0):
            yield more
            return
        yield said


def _shown(book: Book) -> Collection[str]:
    """The indicators of which the page shows figures."""
    return {*book.plan.objective.weights, book.reference_valuation}


def _appraisal(book: Book) -> str:
    """Plainly whether benefit covers cost, by how much it does or does not, and what is not valued."""
    ratio = headline(book)["benefit_cost_ratio"]
    if ratio != ratio:
        return book.say("no_cost")
    said = [*below_cost(book)] or [break_even(book)]
    return _joined(*said, book.say("not_valued"))


def _objective(book: Book) -> str:
    """What one unit of the maximised indicator is, and how years are added up."""
    objective, x = book.plan.objective, book.plan.inputs
    meaning = objective_remark(book) + "."
    if objective.indicator == NET_BENEFIT:
        meaning = book.say("net_benefit_is")
    elif not objective.is_weighted:
        coefficient = book.say(f"coefficient_{objective.indicator}")
        meaning = book.say("valued", name=book.tell(NAMES[objective.indicator]), coefficient=coefficient)
    first, last, rate = x.effect_years[0], x.effect_years[-1], x.settings.social_discount_rate
    return _joined(meaning, book.say("discounted", first=first, last=last, rate=rate))


def _evidence(book: Book) -> str:
    counts = grade_counts(book)
    listed = ", ".join(f"{book.word('grade', g)} {counts[g]}" for g in (*GRADES, NOT_STATED) if counts[g])
    said = book.say("evidence", count=sum(counts.values()), listed=listed)
    return _joined(said, book.say("assumed") if counts["assumption"] else "")


def _checks(book: Book) -> Iterator[str]:
    failed = sum(not check.ok for check in book.checks)
    yield book.say("checks_failed" if failed else "checks_passed", count=len(book.checks), failed=failed)
    if warnings := len(book.plan.inputs.warnings):
        yield book.say("warned", count=warnings)


# fmt: off
WORDS: Mapping[str, Text] = {
    "brief": Text("산업 AI 예산계획 한 장 요약", "Industrial AI budget plan on one page"), "plan_years": Text("계획 기간 {first}–{last}년", "Plan of {first}–{last}"),
    "others": Text("그 밖의 {count}개", "{count} others"),
    "plan_period": Text("계획 기간", "During the plan"), "after_plan": Text("계획 뒤", "After the plan"),
    "on_ratio": Text("비용과 편익.", "Benefit and cost."), "on_objective": Text("최대화한 지표.", "What is maximised."), "on_splits": Text("단순한 배분과 견주면.", "Against simpler splits."), "on_cautions": Text("쓰기 전에 확인할 점.", "Before you use these figures."), "on_bounds": Text("겹침과 상한.", "Overlap and upper bound."),
    "on_money": Text("금액.", "Money."), "on_evidence": Text("근거.", "Evidence."), "on_checks": Text("점검.", "Checks."),
    "no_cost": Text("비용이 없어 편익비용비를 계산하지 않았습니다.", "There is no cost, and so no benefit–cost ratio."),
    "valued": Text("{name} = 직접 효과(AI를 도입한 곳에서 늘어나는 산출) × {coefficient}.", "{name} = direct effect (the extra output where AI is put to use) × {coefficient}."),
    "net_benefit_is": Text("순편익 = 산업 자체의 부가가치 − 계획이 사회에 드는 비용.", "Net benefit = the industries' own value added − what the plan costs society."),
    "discounted": Text("{first}–{last}년의 값을 사회적 할인율 연 {rate:.1%}로 {first}년 가치로 바꾸어 더했습니다.", "Values of {first}–{last} are discounted to {first} at {rate:.1%} a year."),
    "evidence": Text("입력 열 {count}개의 근거 등급: {listed}.", "{count} input columns by evidence: {listed}."),
    "assumed": Text("가정은 반드시 검토해야 합니다.", "Assumptions need review."),
    "warned": Text("입력에 대한 경고 {count}건은 plan.xlsx의 점검 시트에 있습니다.", "Warnings about the inputs: {count}; see sheet Checks of plan.xlsx."),
    "brief_money": Text("기금 지출은 국비만이 아니라 민간 출자와 회수금으로도 댑니다. 금액은 불변가격입니다.", "What the funds spend is not state money alone, but also subscriptions and recoveries. Prices are constant."),
    "more_cautions": Text("그 밖의 {count}건은 plan.xlsx의 표지에 있습니다.", "{count} more stand on the cover of plan.xlsx."),
    "put_together": Text("자리가 모자라 작은 항목이나 이웃한 연도를 합쳐 적었으며, 모든 줄은 plan.xlsx에 있습니다.", "Small items or adjoining years are put together for lack of room; plan.xlsx has every line."),
    "plan_file": Text("자세한 표와 근거: plan.xlsx", "Full tables and evidence: plan.xlsx"),
}
# fmt: on
