"""Padding explained: the rules that make it pay to burn money, and what a fixed base in their place makes of it.

A share of a sum that the plan itself decides can be met by making the sum larger. The cure keeps what the rule allows
or demands now, but as a share of the appropriations, which no plan can pad: value × whole ÷ appropriations. Every cure
is planned with, so that what it is worth and what padding remains are known and not supposed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from axplan.analyses.explain.relaxations import with_figure
from axplan.core.checkpoint import Checkpoint
from axplan.core.errors import AxplanError
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import AMOUNT, APPROPRIATION_SHARE, GROWTH, SHARE_OF, TRAINEES
from axplan.plan.certificate.padding import Padding, can_pad
from axplan.plan.optimise import CertifiedPlan, optimise
from axplan.plan.result import Plan

MOST = 3
"""So many rules are given a fixed base, each alone; and then all of them together."""

DIGITS = 6
"""Significant digits of a cure's value, with which it is planned and printed."""


@dataclass(frozen=True)
class FixedRule:
    """A rule on a share as one with a fixed base: `unit` APPROPRIATION_SHARE and its `value`, or AMOUNT where nothing
    is appropriated; `amount` is what its right side comes to (억원)."""

    rule: str
    unit: str
    value: float
    amount: float

    @property
    def settings(self) -> tuple[str, str]:
        """The change as --set and a scenario write it."""
        return f"rules.{self.rule}.unit={self.unit}", f"rules.{self.rule}.value={self.value:.{DIGITS}g}"


@dataclass(frozen=True)
class Cure:
    """The plan made with some rules on a fixed base: what it is worth, in the unit of the objective, and its padding at
    the end and ahead of time (억원) and as a share of commitments. Each is None where there is no such plan."""

    rules: tuple[FixedRule, ...]
    worth: float | None
    end: float | None = None
    ahead: float | None = None
    share: float | None = None

    @property
    def remains(self) -> float | None:
        """All padding that is left (억원)."""
        return None if self.end is None or self.ahead is None else self.end + self.ahead


@dataclass(frozen=True)
class ExplainedPadding:
    """The padding of a plan; the rules that make it pay, with their shadow prices; and cures: of every rule alone, then
    of all together."""

    padding: Padding
    causes: tuple[tuple[str, float], ...]
    cures: tuple[Cure, ...]

    def document(self) -> dict[str, Any]:
        """Everything as plain values, for JSON."""
        found = self.padding
        return {
            "end": found.end, "ahead": found.ahead, "share": found.share,
            "rules": [{"rule": rule, "price": price} for rule, price in self.causes],
            "cures": [
                {"settings": [setting for fixed in cure.rules for setting in fixed.settings], "worth": cure.worth,
                 "end": cure.end, "ahead": cure.ahead, "share": cure.share}
                for cure in self.cures
            ],
        }  # fmt: skip


def causes(plan: Plan) -> tuple[tuple[str, float], ...]:
    """(rule, shadow price) of the rules that make padding pay, the dearest first.

    Where none has a price, those on money that are shares of a sum, or growth, and are just met: what is burnt is then
    just enough.
    """
    priced = tuple((n, price) for n, price in plan.padding.rules if can_pad(plan.inputs, n)) if plan.padding else ()
    if priced:
        return priced
    frame = plan.frames["rules"]
    met = frame[frame["unit"].isin((SHARE_OF, GROWTH)) & (frame["measure"] != TRAINEES) & (frame["slack"] == 0)]
    return tuple((n, 0.0) for n in dict.fromkeys(met["rule"]))


def fixed_rules(plan: Plan) -> list[FixedRule]:
    """The rules on a share of a sum that make padding pay, the dearest first, on a fixed base; MOST at most."""
    shares = [n for n, _ in causes(plan) if plan.inputs.rules.unit[n] == SHARE_OF]
    return [_fixed(plan, n) for n in shares[:MOST]]


def _fixed(plan: Plan, n: str) -> FixedRule:
    """What the rule allows in the plan, over all its years, as a share of the appropriations of these years."""
    x, frame = plan.inputs, plan.frames["rules"]
    amount = float(frame.loc[frame["rule"] == n, "bound"].sum())
    base = x.rule_appropriations(n, x.rule_years(n))
    unit = APPROPRIATION_SHARE if base else AMOUNT
    return FixedRule(n, unit, float(f"{amount / (base or 1.0):.{DIGITS}g}"), amount)


def cures_of(plan: Plan) -> list[tuple[FixedRule, ...]]:
    """What is planned with: every rule alone, then all together where there are several; nothing without padding."""
    if plan.padding is None or not plan.padding.is_much:
        return []
    rules = fixed_rules(plan)
    return [*((rule,) for rule in rules), *([tuple(rules)] if len(rules) > 1 else [])]


def explained_padding(
    made: CertifiedPlan, done: Callable[[], object], checkpoint: Checkpoint
) -> ExplainedPadding | None:
    """The padding of a plan and its cures; None where there is hardly any. `done` is called for each cure that is
    known. What the checkpoint has is not asked again."""
    plan = made.plan
    if plan.padding is None or not plan.padding.is_much:
        return None
    found = []
    for rules in cures_of(plan):
        name = f"fixed {[setting for rule in rules for setting in rule.settings]}"
        found.append(checkpoint.get_or_find(name, partial(_cured, plan, rules), _plain, partial(_revived, rules)))
        done()
    return ExplainedPadding(plan.padding, causes(plan), tuple(found))


def with_fixed(x: Inputs, rules: Sequence[FixedRule]) -> Inputs:
    """The inputs with rules on a fixed base."""
    for fixed in rules:
        x = with_figure(x, "rules", "value", fixed.rule, fixed.value)
        x = with_figure(x, "rules", "unit", fixed.rule, fixed.unit)
    return x


def _cured(plan: Plan, rules: tuple[FixedRule, ...]) -> Cure:
    try:
        found = optimise(with_fixed(plan.inputs, rules), plan.objective, measured=False).plan
    except AxplanError:
        return Cure(rules, None)
    left = found.padding
    assert left is not None
    return Cure(rules, found.value, left.end, left.ahead, left.share)


def _plain(cure: Cure) -> list[Any]:
    return [cure.worth, cure.end, cure.ahead, cure.share]


def _revived(rules: tuple[FixedRule, ...], plain: Sequence[Any]) -> Cure:
    return Cure(rules, *plain)
