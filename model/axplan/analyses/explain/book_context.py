"""What the explanation is written with, and how its figures are said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from axplan.formulation.constraint_registry import EOK, PERSONS, SHARE
from axplan.inputs.objective import NAMES, Objective
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.core import TRILLION
from axplan.inputs.schema.indicators import SMALLER, UNITS
from axplan.inputs.schema.policy import FILTERS
from axplan.report.context import Binder
from axplan.report.prices import EOK_PER_BILLION, significant
from axplan.report.styles import MINUS
from axplan.report.tables.table import Column, Line


@dataclass(frozen=True)
class Section:
    """A part of the explanation: a heading, what to know, sentences, and a table. Memo and workbook are made of them.

    `sentences` say in the memo what the table shows in the workbook.
    """

    heading: str
    note: str = ""
    sentences: Sequence[str] = ()
    columns: Sequence[Column] = ()
    lines: Sequence[Line] = field(default=())


@dataclass
class ExplainBook(Binder):
    """The explanation while it is written: `inputs` and `objective` are what is explained, `sections` what is said by
    sheet, below the `opening`."""

    inputs: Inputs
    objective: Objective
    opening: str = ""
    sections: Mapping[str, Sequence[Section]] = field(default_factory=dict)

    def label(self, sheet: str, key: str) -> str:
        """The name of a row of a sheet, and where several rows have one name what tells it from them; the key where
        none is given."""
        labels = getattr(getattr(self.inputs, sheet), f"label_{self.language}", {})
        name = str(labels.get(key, key))
        alike = [other for other, label in labels.items() if label == name]
        if len(alike) < 2:
            return name
        apart = {other: self._selected(other) if sheet == "rules" else "" for other in alike}
        own = apart[key] if apart[key] and list(apart.values()).count(apart[key]) == 1 else key
        return f"{name} ({own})"

    def _selected(self, rule: str) -> str:
        """What a rule selects: the labels of its filters."""
        chosen = {name: getattr(self.inputs.rules, name).get(rule, ()) for name in FILTERS}
        return ", ".join(
            self.inputs.label(FILTERS[name], row, self.language) for name, rows in chosen.items() for row in rows
        )

    @property
    def name(self) -> str:
        """The indicator that is maximised."""
        return self.tell(NAMES[self.objective.indicator])

    @property
    def small_unit(self) -> str:
        """The unit in which a price of the objective is easy to read."""
        return self.tell(SMALLER.get(self.objective.unit, (1.0, self.objective.unit))[1])

    def small(self, amount: float) -> float:
        """An amount of the objective in the smaller unit."""
        return amount * SMALLER.get(self.objective.unit, (1.0, None))[0]

    def signed(self, amount: float) -> str:
        """An amount of the objective in the smaller unit, with its sign and unit."""
        value = self.small(amount)
        sign = self.sign(value)
        if self.objective.unit == TRILLION:
            return sign + self.quantity(abs(value), EOK)
        return f"{sign}{short(abs(value))} {self.small_unit}".rstrip()

    def sign(self, amount: float) -> str:
        """The sign of a change, as the language marks it."""
        return MINUS[self.language] if amount < 0 else "+" if amount > 0 else ""

    def quantity(self, amount: float, unit: str) -> str:
        """Money, persons or a share, as people say it."""
        if unit == PERSONS:
            return self.say("people_count", count=amount)
        if unit == SHARE:
            return f"{amount:.2%}"
        if unit == EOK:
            money = amount if self.language == "ko" else amount / EOK_PER_BILLION
            return self.say("won", amount=short(money))
        return short(amount)

    def of_indicator(self, amount: float, indicator: str) -> str:
        """An amount of an indicator in the unit it is reported in."""
        return f"{trimmed(significant(amount, 6))} {self.tell(UNITS[indicator])}"

    def value(self, amount: float) -> str:
        """The objective in its own unit."""
        return f"{amount:,.{2 if 1 <= abs(amount) < 1000 else 0 if abs(amount) >= 1000 else 4}f}"

    @property
    def unit(self) -> str:
        """The unit of the objective."""
        return self.tell(self.objective.unit)

    def period(self, rule: str, year: Any) -> str:
        """The years a row of a rule speaks of."""
        years = self.inputs.rule_years(rule) if not isinstance(year, int) else (year,)
        return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def short(amount: float) -> str:
    """A number in words: four significant digits, no zeros that say nothing."""
    return trimmed(significant(amount, 4))


def trimmed(text: str) -> str:
    """A number without the zeros that say nothing."""
    return text.rstrip("0").rstrip(".") if "." in text else text
