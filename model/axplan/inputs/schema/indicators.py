"""The indicators a plan can be valued in: their keys, names and the units they are reported in."""

from collections.abc import Mapping

from axplan.core.text import Text
from axplan.inputs.schema.core import BILLION_USD, EOK, TRILLION, Unit

PRODUCTION, OUTPUT, VALUE_ADDED, EMPLOYMENT, EXPORTS = EFFECTS = (
    "production", "output", "value_added", "employment", "exports",
)  # fmt: skip
"""The indicators that are effects alone; each names the value of one 억원 of direct output effect."""

NET_BENEFIT = "net_benefit"
"""Benefit less cost: own value added, less what the plan costs society. It may be negative."""

VALUATIONS = (*EFFECTS, NET_BENEFIT)
"""The indicators a plan can be valued in."""

PERSON_YEARS = Unit("인·년", "person-years")

UNITS: Mapping[str, Unit] = {
    PRODUCTION: TRILLION, OUTPUT: TRILLION, VALUE_ADDED: TRILLION, EMPLOYMENT: PERSON_YEARS, EXPORTS: BILLION_USD,
    NET_BENEFIT: TRILLION,
}  # fmt: skip
"""The unit in which each is reported."""

INDICATOR_NAMES: Mapping[str, Text] = {
    PRODUCTION: Text("생산유발", "Production induced"),
    OUTPUT: Text("산출유발", "Output induced"),
    VALUE_ADDED: Text("부가가치유발", "Value added induced"),
    EMPLOYMENT: Text("취업유발", "Employment induced"),
    EXPORTS: Text("수출", "Exports"),
    NET_BENEFIT: Text("순편익", "Net benefit"),
}

MILLION_USD = Unit("백만달러", "USD m")
SMALLER: Mapping[Unit, tuple[float, Unit]] = {TRILLION: (1e4, EOK), BILLION_USD: (1e3, MILLION_USD)}
"""The unit in which a small amount of an objective is easier to read, and how many of it make one."""
