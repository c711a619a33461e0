"""What to look at before the figures of a plan are used, in sentences with figures; the same in book, brief and
terminal."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from axplan.core.problem import Problem
from axplan.core.text import Text
from axplan.inputs.messages import MESSAGES
from axplan.plan.certificate.padding import can_pad
from axplan.report.cautions_money import MONEY
from axplan.report.cautions_people import PEOPLE
from axplan.report.comparisons import objective_name, objective_words
from axplan.report.context import Book
from axplan.report.prices import delivered, told
from axplan.report.sheets.appraisal import break_even, headline

WORTH_SAYING = 1e-3
"""What the requirement to complete programmes costs is told from this share of the objective."""

COMPLETE = 1e-6
"""A programme that is short of completion by no more than this is complete."""

MOST_NAMED = 6
"""So many unfinished programmes are named."""

MOST_WARNINGS = 3
"""Warnings about the inputs that are told one by one; all of them stand on the sheet of checks."""


def cautions(book: Book) -> list[str]:
    """Everything that is true of this plan and weakens what it says."""
    return [*findings(book), *input_warnings(book)]


def findings(book: Book) -> list[str]:
    """The same without the warnings about the inputs."""
    return [said for check in CHECKS for said in check(book)]


def below_cost(book: Book) -> Iterator[str]:
    """A plain word where benefit falls short of cost, and what it would take."""
    row = headline(book)
    if row["benefit_cost_ratio"] < 1:  # not where there is no cost
        below = book.say("note_below_cost", ratio=row["benefit_cost_ratio"], npv=told(book, row["npv"]))
        yield f"{below} {break_even(book)}"


def set_apart(book: Book) -> Iterator[str]:
    """A pillar that costs more than it brings: what leaving it out saves, and what benefit is lost with it."""
    found = book.plan.without
    if found is None or found.planned is None or found.ratio is None or found.ratio >= 1 or not found.planned.ratio:
        return
    lost, saved = found.benefit_lost or 0.0, found.cost_saved or 0.0
    yield book.say(
        "note_set_apart" if lost >= 0 else "note_set_apart_gain", pillar=book.word("pillar", found.key),
        saved=told(book, round(saved)), lost=told(book, round(abs(lost))), ratio=f"{found.planned.ratio:.2f}",
    )  # fmt: skip


def completion(book: Book) -> Iterator[str]:
    """What it costs that programmes must progress, and what they would get if they need not."""
    found, least = book.plan.completion, book.plan.inputs.programmes.minimum_progress
    if found is None or found.cost <= WORTH_SAYING * abs(found.plan):
        return
    values = {name: objective_words(book, getattr(found, name)) for name in ("plan", "free")}
    yield book.say(
        "note_completion", count=sum(share > 0 for share in least.values()), **values,
        name=objective_name(book), outlay=told(book, round(found.outlay)),
        spent=told(book, float(book.plan.frames["outlays"]["outlay"].sum())),
    )  # fmt: skip


def unfinished(book: Book) -> Iterator[str]:
    """Programmes that end short of completion, with how much of the proposal's quantity they deliver."""
    x, made = book.plan.inputs, book.plan.frames["progress"]
    last = made[made["year"] == x.years[-1]]
    short = [(p, share) for p, share in zip(last["programme"], last["progress"], strict=True) if share < 1 - COMPLETE]
    if short:
        listed = ", ".join(_progress(book, p, share) for p, share in short[:MOST_NAMED])
        listed += " …" if len(short) > MOST_NAMED else ""
        yield book.say("note_unfinished", year=x.years[-1], count=len(short), listed=listed)


def _progress(book: Book, p: str, share: float) -> str:
    x, name = book.plan.inputs, f"{book.label('programmes', p)} {share:.0%}"
    if p not in x.programmes.quantity:
        return name
    planned, unit = x.programmes.quantity[p], book.word("counted", x.programmes.quantity_unit.get(p, ""))
    return f"{name} ({delivered(share * planned, planned)} / {planned:,.10g}{book.say('unit_after', unit=unit)})"


def padding(book: Book) -> Iterator[str]:
    """Money that is burnt because a rule makes it pay, and the rules that do."""
    found = book.exact.padding
    if found is not None and found.is_much:
        names = ", ".join(book.label("rules", n) for n, _ in found.rules if can_pad(book.plan.inputs, n))
        yield book.say(
            "note_padding", amount=told(book, found.end + found.ahead), share=f"{found.share:.1%}",
            names=names or book.say("no_such_rule"),
        )  # fmt: skip


def soft(book: Book) -> Iterator[str]:
    """A word on soft rules that are missed."""
    frame = book.plan.frames["rules"]
    missed = frame[(frame["violation"] > 0) & frame["penalty"].notna()]
    if len(missed):
        names = ", ".join(dict.fromkeys(book.label("rules", n) for n in missed["rule"]))
        yield book.say("note_soft", count=len(missed), names=names)


def rounding(book: Book) -> Iterator[str]:
    """A word where the printed amounts miss a constraint by more than a unit."""
    if missed := [check for check in book.rounding if not check.ok]:
        yield book.say("note_rounding", count=len(missed))


def input_warnings(book: Book) -> list[str]:
    """What the checks of the inputs found worth saying, in words: where it is, and what it is."""
    warnings = book.plan.inputs.warnings
    found = [
        book.say(
            "input_warning", where=book.tell(problem.where) if problem.where else book.say("the_inputs"),
            what=book.tell(title_of(problem)), code=problem.code,
        )
        for problem in warnings[:MOST_WARNINGS]
    ]  # fmt: skip
    more = len(warnings) - len(found)
    return [*found, book.say("more_warnings", count=more)] if more else found


def title_of(problem: Problem) -> Text:
    """What a warning is about: the title of its page, else what was found."""
    known = MESSAGES.get(problem.code)
    return known.title if known else problem.found


CHECKS: Sequence[Callable[[Book], Iterator[str]]] = (
    below_cost, set_apart, soft, padding, rounding, unfinished, completion, *MONEY, *PEOPLE,
)  # fmt: skip
"""In the order of how much they weaken what the plan says."""

# fmt: off
WORDS: Mapping[str, Text] = {
    "cautions_heading": Text("쓰기 전에 확인할 점", "Before you use these figures"),
    "note_below_cost": Text("편익비용비(B/C)가 {ratio:.2f}로 1보다 작습니다: 값을 매긴 편익이 비용에 못 미칩니다(NPV {npv}).", "The benefit–cost ratio is {ratio:.2f}, below 1: the benefits that are valued fall short of the cost (NPV {npv})."),
    "note_set_apart": Text("{pillar} 분야 없이 다시 계획하면 비용(할인) {saved}이 줄고 값을 매긴 편익은 {lost} 줄어 B/C가 {ratio}이 됩니다. 이 분야가 이니셔티브 밖에서 내는 효과는 세지 않았습니다.", "Planned without {pillar}, the discounted cost falls by {saved} and the benefit that is valued by {lost}; the B/C is {ratio}. What the pillar does outside the initiative is not counted."),
    "note_set_apart_gain": Text("{pillar} 분야 없이 다시 계획하면 비용(할인) {saved}이 줄고 값을 매긴 편익은 오히려 {lost} 늘어 B/C가 {ratio}이 됩니다. 이 분야가 이니셔티브 밖에서 내는 효과는 세지 않았습니다.", "Planned without {pillar}, the discounted cost falls by {saved} and the benefit that is valued even rises by {lost}; the B/C is {ratio}. What the pillar does outside the initiative is not counted."),
    "note_completion": Text("기반사업 {count}개의 최소 진도를 요구하지 않으면 {name} {free}(이 계획 {plan}), 사업비 {outlay}(이 계획 {spent}): 사업이 열어 주는 효과는 계획 안에서 그 차이를 메우지 못합니다.", "Without the progress required of {count} programmes the plan would bring {free} instead of {plan} ({name}) and spend {outlay} on them instead of {spent}: what they unlock does not make up for it within the plan."),
    "note_unfinished": Text("{year}년까지 완료되지 않는 기반사업 {count}개: {listed}.", "Programmes that are not complete by {year}, {count}: {listed}."),
    "note_padding": Text("공공 지원액의 {share}({amount})은 같은 도입률을 가장 싸게 사는 길보다 더 쓴 돈입니다. 그렇게 만드는 제약: {names}.", "{share} of commitments ({amount}) is spent above the cheapest way to the same depth. Rules that make it pay: {names}."),
    "no_such_rule": Text("찾지 못함", "none found"),
    "note_soft": Text("벌점이 붙은 제약 {count}건을 지키지 못했습니다: {names}.", "Soft rules that are missed, {count}: {names}."),
    "note_rounding": Text("인쇄 단위로 반올림한 금액이 제약 {count}건을 한 단위 넘게 벗어납니다. 점검 시트를 보십시오.", "Amounts rounded to the printed unit miss {count} constraints by more than one unit. See sheet Checks."),
    "input_warning": Text("입력 확인: {where} — {what}({code}; 자리는 점검 시트).", "Check the inputs: {where} — {what} ({code}; see sheet Checks for the cell)."),
    "the_inputs": Text("입력", "inputs"),
    "more_warnings": Text("입력 경고가 {count}건 더 있습니다. 모두 점검 시트에 있습니다.", "{count} more warnings about the inputs; all of them stand on sheet Checks."),
}
# fmt: on
