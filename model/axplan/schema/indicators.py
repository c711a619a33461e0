"""The indicators a plan can be valued in: their keys, names and the units they are reported in."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.errors import Text
from axplan.schema.core import BILLION_USD, TRILLION, Unit

PRODUCTION, OUTPUT, VALUE_ADDED, EMPLOYMENT, EXPORTS = VALUATIONS = (
    "production", "output", "value_added", "employment", "exports",
)  # fmt: skip
"""The indicators a plan can be valued in; each names the value of one 억원 of direct output effect."""

PERSON_YEARS = Unit("인·년", "person-years")

UNITS: Mapping[str, Unit] = {
    PRODUCTION: TRILLION, OUTPUT: TRILLION, VALUE_ADDED: TRILLION, EMPLOYMENT: PERSON_YEARS, EXPORTS: BILLION_USD,
}  # fmt: skip

INDICATOR_NAMES: Mapping[str, Text] = {
    PRODUCTION: Text("생산유발", "Production induced"),
    OUTPUT: Text("산출유발", "Output induced"),
    VALUE_ADDED: Text("부가가치유발", "Value added induced"),
    EMPLOYMENT: Text("취업유발", "Employment induced"),
    EXPORTS: Text("수출", "Exports"),
}
