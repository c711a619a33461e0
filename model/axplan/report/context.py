"""What every sheet of the workbook is written with: the plan, the language, the unit of money, the pages."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from axplan.core.text import Text
from axplan.inputs.schema.core import NATIONAL, Unit
from axplan.inputs.schema.indicators import EFFECTS, PRODUCTION, UNITS
from axplan.report.page.layout import TOP, Page
from axplan.report.page.placed import Placed
from axplan.report.spec import OpenBook
from axplan.report.styles import SPOKEN, Money, decimals
from axplan.report.tables.columns import TABLES
from axplan.report.tables.table import Column

if TYPE_CHECKING:
    from axplan.plan.certificate.checks import Check
    from axplan.plan.result import Plan
    from axplan.plan.rounding.printed import Printed


AXIS_COARSER = 2
"""An axis has so many decimals less than the amounts."""


@dataclass
class Binder:
    """A workbook while it is written, whatever it is about. Sheets put what other sheets refer to into `placed`."""

    open: OpenBook
    placed: dict[str, Placed] = field(default_factory=dict, kw_only=True)

    @property
    def language(self) -> str:
        """The language of the book, "ko" or "en"."""
        return self.open.language

    @property
    def money(self) -> Money:
        """The unit money is printed in."""
        return self.open.money

    @property
    def pages(self) -> Mapping[str, Page]:
        """The pages by the name of the sheet."""
        return self.open.pages

    @property
    def workbook(self) -> Any:
        """The workbook of xlsxwriter, for charts."""
        return self.open.workbook

    @property
    def facts(self) -> Mapping[str, str]:
        """What identifies the run: name → text."""
        return self.open.facts

    def say(self, name: str, /, **values: object) -> str:
        """A text of the book in its language."""
        return self.open.words[name].format(**values).in_(self.language)

    def tell(self, text: Text | Unit) -> str:
        """A text or unit of another catalogue in the language of the book."""
        return text.ko if self.language == "ko" else text.en

    def word(self, group: str, key: str) -> str:
        """The catalogue's word for a key such as a pillar or a grade; the key itself where it has none."""
        text = self.open.words.get(f"{group}_{key}")
        return self.tell(text) if text else key

    def heading(self, table: str, column: str) -> str:
        """The title of a result column."""
        return self.tell(TABLES[table][column].title)

    @property
    def money_number(self) -> str:
        """The kind of number money is printed as."""
        return f"n{self.money.decimals}"

    @property
    def finer_number(self) -> str:
        """The kind of number money is printed as that is not rounded to whole units: one decimal more."""
        return f"n{self.money.decimals + 1}"

    @property
    def axis_number(self) -> str:
        """The kind of number money is marked with on an axis, whose steps are coarser than the amounts."""
        return f"n{max(0, self.money.decimals - AXIS_COARSER)}"

    @property
    def money_unit(self) -> str:
        """The unit of money in words."""
        return self.tell(self.money.unit)

    @property
    def priced_unit(self) -> str:
        """The unit of money that a price is per, in words."""
        return self.tell(SPOKEN[self.language][0])

    def priced(self, per_eok: float) -> float:
        """A price per 억원 as it is told: per unit of money that people speak of."""
        return per_eok * SPOKEN[self.language][1]

    def cash(self, eok: float) -> float:
        """An amount of 억원 in the unit of the book; without the noise of a printed amount's last digits."""
        return round(eok * self.money.per_eok, 9)

    def money_column(self, title: str, **more: Any) -> Column:
        """A column of money that adds up."""
        return Column(title, self.money_number, adds=True, **more)

    def indicator_unit(self, valuation: str) -> str:
        """The unit of an indicator in words."""
        return self.tell(UNITS[valuation])

    def indicator_number(self, largest: float) -> str:
        """The kind of number an indicator of this size is printed as."""
        return f"n{max(2 if abs(largest) < 1000 else 0, decimals(largest, 3, 8))}"

    def start(self, name: str, unit: str = "", of: str = "") -> Page:
        """The page of a sheet with its title, what it shows, and the unit at the upper right."""
        page, title = self.pages[name], self.say(f"title_{name}")
        page.text(f"{title} — {of}" if of else title, "title")
        page.text(self.say(f"about_{name}"), "about")
        page.unit = self.say("unit_note", unit=unit) if unit else ""
        page.row = TOP
        return page


@dataclass
class Book(Binder):
    """The workbook of a plan while it is written.

    `printed` is the plan in whole units of money and whole persons, beside the one before it was rounded; `checks` are
    the lines of the certificate of that one.
    """

    printed: Printed
    checks: Sequence[Check]

    @property
    def plan(self) -> Plan:
        """What is printed, in whole units of money and whole persons."""
        return self.printed.plan

    @property
    def exact(self) -> Plan:
        """The plan before it was rounded."""
        return self.printed.exact

    @property
    def rounding(self) -> Sequence[Check]:
        """The constraints as the printed plan keeps them."""
        return self.printed.checks

    def given(self, sheet: str, column: str, key: Hashable) -> str:
        """A text of the inputs in the language of the book, as it was typed where there is none in English."""
        columns = getattr(self.plan.inputs, sheet)
        english = getattr(columns, f"{column}_en").get(key) if self.language == "en" else None
        return str(english or getattr(columns, column).get(key, ""))

    def label(self, sheet: str, key: str) -> str:
        """The long name of a row of the inputs."""
        if sheet == "regions" and key == NATIONAL:
            return self.say("national")
        return self.plan.label(sheet, key, self.language)

    def year_columns(self, number: str = "", adds: bool = True) -> list[Column]:
        """One column for each year of the plan, of money unless said otherwise."""
        return [Column(t, number or self.money_number, adds=adds, name=t) for t in self.year_names]

    @property
    def year_names(self) -> list[str]:
        """The years of the plan as the names of their columns."""
        return [str(t) for t in self.plan.inputs.years]

    @property
    def reference_valuation(self) -> str:
        """The effect others are compared with: the one that is maximised, else production."""
        weights = self.plan.objective.weights
        return next(iter(weights)) if len(weights) == 1 and set(weights) <= set(EFFECTS) else PRODUCTION
