"""What the figures of the brief rest on and how to read them, in a few sentences."""

from collections.abc import Iterator, Mapping

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.inputs.schema.policy import GRADES
from axplan.report.brief.budget import BudgetTable
from axplan.report.brief.figures import appraised, net_present_value, weights
from axplan.report.brief.numbers import printed, shortened
from axplan.report.context import Book
from axplan.report.sheets.provenance import NOT_STATED, grade_counts
from axplan.report.sheets.summary_headline import no_proportional

SIZE, MOST_NAMES, HASH = 7.4, 250.0, 12
"""Of letters in points; room for the names of rules that are missed, and letters of the input hash that are shown."""


def notes(book: Book, made: BudgetTable) -> Iterator[tuple[str, str]]:
    """(what it is about, the sentences)."""
    yield book.say("on_ratio"), _appraisal(book)
    yield book.say("on_objective"), _objective(book)
    yield book.say("on_bounds"), _joined(book.say("note_overlap"), book.say("note_employment"))
    yield book.say("on_money"), _joined(book.say("note_money"), book.say("put_together") if made.merged else "")
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


def _appraisal(book: Book) -> str:
    """Plainly whether benefit covers cost, by how much it does or does not, and what is not valued."""
    ratio, benefit, cost = (appraised(book, name) for name in ("benefit_cost_ratio", "benefit", "cost"))
    if ratio != ratio:
        return book.say("no_cost")
    without = printed(appraised(book, "benefit_cost_ratio", "without_compute"), "n2")
    below = book.say("note_below_cost", ratio=ratio, npv=net_present_value(book), without=without) if ratio < 1 else ""
    even = ""
    if benefit > 0:
        name = "needed_for_one" if ratio < 1 else "break_even_above"
        even = book.say(name, benefit=abs(cost / benefit - 1), cost=abs(benefit / cost - 1))
    return _joined(below, even, book.say("not_valued"))


def _objective(book: Book) -> str:
    """What one unit of the maximised indicator is, and how years are added up."""
    objective, x = book.plan.objective, book.plan.inputs
    meaning = weights(book) + "."
    if not objective.is_weighted:
        coefficient = book.say(f"coefficient_{objective.indicator}")
        meaning = book.say("valued", name=book.tell(NAMES[objective.indicator]), coefficient=coefficient)
    first, last, rate = x.effect_years[0], x.effect_years[-1], x.settings.social_discount_rate
    return _joined(meaning, book.say("discounted", first=first, last=last, rate=rate), no_proportional(book))


def _evidence(book: Book) -> str:
    counts = grade_counts(book)
    listed = ", ".join(f"{book.word('grade', g)} {counts[g]}" for g in (*GRADES, NOT_STATED) if counts[g])
    said = book.say("evidence", count=sum(counts.values()), listed=listed)
    return _joined(said, book.say("assumed") if counts["assumption"] else "")


def _checks(book: Book) -> Iterator[str]:
    failed, missed = (sum(not check.ok for check in checks) for checks in (book.checks, book.rounding))
    yield book.say("checks_failed" if failed else "checks_passed", count=len(book.checks), failed=failed)
    if missed:
        yield book.say("note_rounding", count=missed)
    frame = book.plan.frames["rules"]
    soft = frame[(frame["violation"] > 0) & frame["penalty"].notna()]
    if len(soft):
        names = ", ".join(dict.fromkeys(book.label("rules", n) for n in soft["rule"]))
        yield book.say("note_soft", count=len(soft), names=shortened(names, SIZE, MOST_NAMES))
    if warnings := len(book.plan.inputs.warnings):
        yield book.say("warned", count=warnings)


# fmt: off
WORDS: Mapping[str, Text] = {
    "brief": Text("산업 AI 예산계획 한 장 요약", "Industrial AI budget plan on one page"), "plan_years": Text("계획 기간 {first}–{last}년", "Plan of {first}–{last}"),
    "maximised": Text("최대화한 목적.", "Maximised."), "others": Text("그 밖의 {count}개", "{count} others"),
    "plan_period": Text("계획 기간", "During the plan"), "after_plan": Text("계획 뒤", "After the plan"),
    "on_ratio": Text("비용과 편익.", "Benefit and cost."), "on_objective": Text("최대화한 지표.", "What is maximised."), "on_bounds": Text("겹침과 상한.", "Overlap and upper bound."),
    "on_money": Text("금액.", "Money."), "on_evidence": Text("근거.", "Evidence."), "on_checks": Text("점검.", "Checks."),
    "no_cost": Text("비용이 없어 편익비용비를 계산하지 않았습니다.", "There is no cost, and so no benefit–cost ratio."),
    "needed_for_one": Text("B/C가 1이 되려면 편익이 {benefit:.1%} 늘거나 비용이 {cost:.1%} 줄어야 합니다.", "It would take {benefit:.1%} more benefit, or {cost:.1%} less cost, for a B/C of 1."),
    "valued": Text("{name} = 직접 효과(AI를 도입한 곳에서 늘어나는 산출) × {coefficient}.", "{name} = direct effect (the extra output where AI is put to use) × {coefficient}."),
    "discounted": Text("{first}–{last}년의 값을 사회적 할인율 연 {rate:.1%}로 {first}년 가치로 바꾸어 더했습니다.", "The values of {first}–{last} are discounted to {first} at the social rate of {rate:.1%} a year and summed."),
    "evidence": Text("입력 열 {count}개의 근거 등급: {listed}.", "Grades of evidence of {count} input columns: {listed}."),
    "assumed": Text("가정은 공개 자료로 뒷받침하지 못한 값이므로 반드시 검토해야 합니다.", "Assumptions are not backed by public sources and need review."),
    "warned": Text("입력에 대한 경고 {count}건은 plan.xlsx의 요약에 있습니다.", "Warnings about the inputs: {count}; see the summary of plan.xlsx."),
    "put_together": Text("자리가 모자라 작은 항목이나 이웃한 연도를 합쳐 적었으며, 모든 줄은 plan.xlsx에 있습니다.", "Small items or adjoining years are put together for lack of room; plan.xlsx has every line."),
    "plan_file": Text("자세한 표와 근거: plan.xlsx", "Full tables and evidence: plan.xlsx"),
}
# fmt: on
