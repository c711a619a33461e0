"""What the figures of the brief rest on and how to read them, in a few sentences."""

from __future__ import annotations

from collections.abc import Iterator

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
