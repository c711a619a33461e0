"""The yardsticks in sentences: what choosing where the money goes is worth, and what the rules on the split cost.

Like is compared with like: gains are those of the best plan without the rules on the split over plans that are the same
with more rules, never those of the plan itself over a plan that plays by other rules.
"""

from collections.abc import Iterator, Mapping

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.plan.yardsticks import SIMPLER
from axplan.report.context import Book
from axplan.report.prices import quantity

NOTHING = 5e-4
"""A gain below this share is none that could be printed."""


def comparisons(book: Book) -> list[str]:
    """What the best plan without the rules on the split is worth and gains, and what these rules cost; nothing where
    nobody has looked."""
    found = book.plan.yardsticks
    if found is None:
        return []
    name = objective_name(book)
    lead = "free_best" if found.left_out else "free_is_plan"
    best = book.say(lead, name=name, value=objective_words(book, found.free))
    return [" ".join([best, *_gains(book), *_price(book), *_below(book)])]


def objective_name(book: Book) -> str:
    """What is maximised; said to be less the penalties where soft rules are missed, for then the value is."""
    name, rules = book.tell(NAMES[book.plan.objective.indicator]), book.exact.frames["rules"]
    missed = bool((rules["penalty"].notna() & (rules["violation"] > 0)).any())
    return book.say("less_penalties", name=name) if missed else name


def objective_words(book: Book, value: float) -> str:
    """A value of the objective with its unit, as the book prints it."""
    return quantity(book, value, _kind(book), book.tell(book.plan.objective.unit))


def _kind(book: Book) -> str:
    found = book.plan.yardsticks
    return book.indicator_number(found.free if found else book.plan.value)


def _gains(book: Book) -> Iterator[str]:
    """Over the proportional split and over the even one; that there is none where none meets all demands."""
    found = book.plan.yardsticks
    for yardstick in SIMPLER if found else ():
        value, gain = getattr(found, yardstick), found.gain_over(yardstick)  # type: ignore[union-attr]
        split = book.say(f"split_{yardstick}")
        if value is None:
            yield book.say("no_plan_with", split=split)
            continue
        share = gain / abs(value) if value else 0.0
        said = "gains" if share >= NOTHING else "gains_nothing"
        yield book.say(said, split=split, value=objective_words(book, value), share=f"{share:.1%}")


def _price(book: Book) -> Iterator[str]:
    """What the rules on the split cost: the difference of what is printed."""
    found = book.plan.yardsticks
    if found is None or not found.left_out:
        return
    places = int(_kind(book)[1:])
    price = round(round(found.free, places) - round(book.plan.value, places), places)
    plan = objective_words(book, book.plan.value)
    if price <= 0:
        yield book.say("split_is_free", count=len(found.left_out))
    else:
        names = ", ".join(dict.fromkeys(book.label("rules", n) for n in found.left_out))
        yield book.say(
            "split_price", count=len(found.left_out), names=names, price=objective_words(book, price), plan=plan
        )


def _below(book: Book) -> Iterator[str]:
    """That the plan falls short of a simpler one, which need not keep the rules on the split; by what is printed."""
    found, places = book.plan.yardsticks, int(_kind(book)[1:])
    for yardstick in SIMPLER if found else ():
        value = getattr(found, yardstick)
        short = 0.0 if value is None else round(round(value, places) - round(book.plan.value, places), places)
        if short > 0:
            split = book.say(f"split_{yardstick}")
            yield book.say("plan_below", split=split, short=objective_words(book, short))


# fmt: off
WORDS: Mapping[str, Text] = {
    "comparisons_heading": Text("단순한 배분과 견주면", "Against simpler splits"),
    "free_best": Text("산업·권역 배분 제약이 없는 최선의 계획은 {name} {value}입니다.", "The best plan without the rules on the split over industries and regions brings {value} ({name})."),
    "free_is_plan": Text("이 계획({name} {value})에는 산업·권역 배분 제약이 없습니다.", "This plan ({name}, {value}) has no rules on the split over industries and regions."),
    "split_proportional": Text("산업·권역을 생산 비중대로 나눈 계획", "a split over industries and regions by production"),
    "split_even": Text("태스크도 고르게 나눈 계획", "the same split with every task alike"),
    "gains": Text("{split}({value})보다 {share} 많습니다.", "That is {share} more than {split} ({value})."),
    "gains_nothing": Text("{split}({value})과 거의 같습니다.", "That is next to no more than {split} ({value})."),
    "no_plan_with": Text("{split}으로는 모든 요구를 지킬 수 없어 견줄 값이 없습니다.", "No plan with {split} meets all requirements, so that there is nothing to compare with."),
    "split_price": Text("배분 제약 {count}건({names})의 값은 {price}입니다(이 계획 {plan}).", "The {count} rules on the split ({names}) cost {price} (this plan: {plan})."),
    "less_penalties": Text("{name}(어긴 제약의 벌점을 뺀 값)", "{name}, less the penalties of missed rules"),
    "plan_below": Text("이 계획은 그 제약을 지키므로, 지키지 않아도 되는 {split}보다 {short} 적습니다. 견준 계획은 모두 나머지 요구를 똑같이 지킵니다.", "Keeping these rules, this plan brings {short} less than {split} that need not keep them. All these plans keep every other requirement."),
    "split_is_free": Text("배분 제약 {count}건은 값이 들지 않습니다.", "The {count} rules on the split cost nothing."),
}
# fmt: on
