"""Padding in words: how much money is burnt, which rules make it pay, and what a fixed base makes of the plan."""

from axplan.analyses.explain.book_context import ExplainBook, Section
from axplan.analyses.explain.padding import Cure, ExplainedPadding, FixedRule
from axplan.analyses.explain.sheets.infeasibility import SIGNS, rule_demand
from axplan.formulation.constraint_registry import EOK, SHARE
from axplan.inputs.schema.policy import APPROPRIATION_SHARE
from axplan.plan.result import Plan
from axplan.report.tables.table import LABEL, Column, Line


def padding_section(book: ExplainBook, plan: Plan, found: ExplainedPadding, name: str) -> Section:
    """How much, by which rules, and every cure with what it comes to; `name` is the scenario, for its command."""
    note = _note(book, found)
    if not found.cures:
        return Section(book.say("explain_padding_heading"), f"{note} {book.say('padding_no_share')}".strip())
    columns = [
        Column(book.say("cure"), widest=LABEL),
        *(Column(book.say(word), widest=30) for word in ("cure_from", "cure_to")),
        Column(book.say("cure_gain", unit=book.small_unit), "n1"),
        Column(book.say("cure_remains"), "share"),
        Column(book.say("setting"), widest=60),
    ]
    lines = [Line(_what(book, cure), _cells(book, plan, cure, name), key=n) for n, cure in enumerate(found.cures)]
    told = [_sentence(book, plan, cure, name) for cure in found.cures]
    return Section(book.say("explain_padding_heading"), note, told, columns, lines)


def _note(book: ExplainBook, found: ExplainedPadding) -> str:
    burnt = found.padding
    rules = ", ".join(f"‘{book.label('rules', rule)}’" for rule, _ in found.causes)
    money = {"money": burnt.end + burnt.ahead, "end": burnt.end, "ahead": burnt.ahead}
    return book.say(
        "explain_padding_note", share=book.quantity(burnt.share, SHARE), rules=rules,
        **{word: book.quantity(amount, EOK) for word, amount in money.items()},
    )  # fmt: skip


def _what(book: ExplainBook, cure: Cure) -> str:
    return " + ".join(book.label("rules", fixed.rule) for fixed in cure.rules)


def _now(book: ExplainBook, cure: Cure) -> str:
    return ", ".join(rule_demand(book, fixed.rule) for fixed in cure.rules)


def _then(book: ExplainBook, cure: Cure) -> str:
    return ", ".join(_demand(book, fixed) for fixed in cure.rules)


def _demand(book: ExplainBook, fixed: FixedRule) -> str:
    amount = book.quantity(fixed.amount, EOK)
    if fixed.unit == APPROPRIATION_SHARE:
        share = book.quantity(fixed.value, SHARE)
        amount = book.say("share_and_amount", share=share, amount=amount)
    return f"{SIGNS[book.inputs.rules.relation[fixed.rule]]} {amount}"


def _command(cure: Cure, name: str) -> str:
    changes = " ".join(f'--set "{setting}"' for fixed in cure.rules for setting in fixed.settings)
    return f"axplan run {name} {changes}"


def _cells(book: ExplainBook, plan: Plan, cure: Cure, name: str) -> list[str | float | None]:
    gain = book.say("no_such_plan") if cure.worth is None else book.small(cure.worth - plan.value)
    return [_now(book, cure), _then(book, cure), gain, cure.share, _command(cure, name)]


def _sentence(book: ExplainBook, plan: Plan, cure: Cure, name: str) -> str:
    said = {"what": _what(book, cure), "now": _now(book, cure), "to": _then(book, cure)}
    if cure.worth is None or cure.remains is None or cure.share is None:
        return book.say("cure_impossible", **said)
    return book.say(
        "cure_sentence", **said, name=book.name, worth=book.value(cure.worth), unit=book.unit,
        gain=book.signed(cure.worth - plan.value), remains=book.quantity(cure.remains, EOK),
        share=book.quantity(cure.share, SHARE), command=_command(cure, name),
    )  # fmt: skip
