"""What is known of a constraint, declared once beside its rule: its name, what it demands, and what a user can move.

A rule is registered by the decorator `constraint`; its equation is its docstring. Messages, the sheet of checks, the
search for conflicting requirements and the explanation read the registry; no other list of constraints is kept.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from axplan.core.text import LANGUAGES, Text
from axplan.inputs.parameters import Inputs

IDENTITY, PHYSICAL, POLICY, REQUIREMENT = KINDS = ("identity", "physical", "policy", "requirement")
"""IDENTITY only defines a state. PHYSICAL: a limit of nature, technology or the labour force, on which nobody can give
way. POLICY: what money, prudence and capacity allow; a decision can change it, but no plan can miss it. REQUIREMENT:
what is asked of the plan; the elastic plan may miss it."""

EOK, PERSONS, SHARE, TIMES, YEAR, INDICATOR, MEASURE, OTHER = UNITS = (
    "eok", "persons", "share", "times", "year", "indicator", "measure", "other",
)  # fmt: skip
"""INDICATOR: the unit of the indicator of a floor; MEASURE: that of the value of a rule; OTHER: not named."""

WHOLE_ROW = "*"
"""The column of a figure that is a whole row of a matrix."""

LAST = 99
"""The rank of what is named wherever it takes part."""


@dataclass(frozen=True)
class Movable:
    """A figure of the inputs that a user can move to relax a constraint.

    name: what results call it; column: of its sheet, WHOLE_ROW where a row moves alike; unit: one
    of UNITS. It would be moved `to` a figure at most, or else to `times` what stands now `plus` an amount; or to what
    `furthest` says of inputs, key and what stands now, for each direction that helps. owner: the column of the
    constraint's sheet that names the row of the figure, where that is not the row of the constraint.
    """

    name: str
    sheet: str
    column: str
    unit: str
    to: float | None = None
    times: float = 1.0
    plus: float = 0.0
    furthest: Callable[[Inputs, str, float], tuple[float, ...]] | None = None
    owner: str = field(default="", compare=False)

    def now(self, x: Inputs, key: str) -> float:
        """What stands in a row: of a whole row of a matrix the sum over the years."""
        part = getattr(x, self.sheet)
        figure: float = (
            sum(part[key, t] for t in x.years) if self.column == WHOLE_ROW else getattr(part, self.column)[key]
        )
        return figure

    def ends(self, x: Inputs, key: str, now: float) -> tuple[float, ...]:
        """How far the figure of a row would be moved at most, in each direction that helps."""
        if self.furthest:
            return self.furthest(x, key, now)
        return (self.times * now + self.plus if self.to is None else self.to,)


@dataclass(frozen=True, kw_only=True)
class Constraint:
    """Everything that is known of a constraint, or of a bound of a variable that comes from the inputs.

    name: of the component in the model; kind: one of KINDS; sheet: whose row its first index is ("" where nobody reads
    it row by row); parameters: sheet.column of the figures it demands, in the row of its key or in all rows; unit: of
    UNITS, in which its rows are missed, or a function of inputs and key; demand: the demand in words, a format of
    `figures` (by default the parameters, by column); rank: in a conflict constraints of low rank are left
    out first, so that those of high rank are named; movable: what may be moved, in the order in which it is tried.
    """

    name: str
    title: Text
    rule: Callable[..., Any]
    kind: str
    rank: int
    is_bound: bool = False
    sheet: str = ""
    parameters: tuple[str, ...] = ()
    unit: str | Callable[[Inputs, str], str] = OTHER
    demand: Text = field(default_factory=lambda: Text("", ""))
    figures: Callable[[Inputs, str], Mapping[str, Any]] | None = None
    movable: tuple[Movable, ...] = ()

    def key(self, index: Any) -> str:
        """The row of its sheet that an index speaks of; "" where it is not read row by row."""
        return str(index[0] if isinstance(index, tuple) else index) if self.sheet else ""

    def unit_of(self, x: Inputs, key: str) -> str:
        """The unit in which the rows of a key are missed."""
        return self.unit if isinstance(self.unit, str) else self.unit(x, key)

    def size(self, x: Inputs, key: str) -> Text:
        """What it demands, in words; empty where there is nothing to say."""
        if not self.demand.ko:
            return self.demand
        if self.figures:
            return self.demand.format(**self.figures(x, key))
        places = [parameter.split(".") for parameter in self.parameters]
        return self.demand.format(**{column: getattr(getattr(x, sheet), column)[key] for sheet, column in places})


REGISTRY: dict[str, Constraint] = {}
"""name → entry, for every constraint of the model, and every variable with a bound that comes from the inputs."""

Rule = TypeVar("Rule", bound=Callable[..., Any])


def constraint(
    ko: str, en: str, kind: str, rank: int = LAST, *, bound_of: str = "", **more: Any
) -> Callable[[Rule], Rule]:
    """Register a rule as a `Constraint`: first its title in Korean and English; `bound_of`: the variable it bounds."""

    def register(rule: Rule) -> Rule:
        name = bound_of or rule.__name__
        REGISTRY[name] = Constraint(
            name=name, title=Text(ko, en), rule=rule, kind=kind, rank=rank, is_bound=bool(bound_of), **more
        )
        return rule

    return register


def describe(x: Inputs, name: str, key: str) -> Text:
    """A group of rows in words: what it is, whose it is ("" for all rows), and how much it demands."""
    known = REGISTRY[name]
    if not key:
        return Text("{title} ({name})", "{title} ({name})").format(title=known.title, name=name)
    label = Text(*(x.label(known.sheet, key, language) for language in LANGUAGES))
    size = known.size(x, key)
    line = "{title}: {label}, {size} ({name}[{key}])" if size.ko else "{title}: {label} ({name}[{key}])"
    return Text(line, line).format(title=known.title, label=label, size=size, name=name, key=key)
