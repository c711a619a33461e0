"""Results on disk as the tests of the report look at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from axplan.inputs.tables import Tables
from axplan.plan.certificate import Check
from axplan.plan.optimise import CertifiedPlan
from axplan.plan.result import Plan
from axplan.plan.rounding.printed import Printed, print_plan
from axplan.report import write_results
from axplan.report.book import PLAN_WORDS as WORDS
from axplan.report.styles import MONEY_UNITS
from small_baseline import Changes, read, small_baseline

FACTS: Mapping[str, str] = {
    "title.ko": "기준 & 시험", "title.en": "Base & test", "inputs.sha256": "0" * 64, "versions.axplan": "0.1.0",
}  # fmt: skip
SOFT: Changes = {"rules": [{
    "label_ko": "철강 대부분", "label_en": "Most to steel", "measure": "commitment", "industry": "steel",
    "relation": ">=", "value": 0.9, "unit": "share", "penalty": 1e-9,
}]}  # fmt: skip


@dataclass(frozen=True)
class Written:
    """The results of a plan on disk, in one language."""

    plan: Plan
    checks: tuple[Check, ...]
    folder: Path
    language: str
    unit: str

    @cached_property
    def _rounded(self) -> Printed:
        return print_plan(self.plan, MONEY_UNITS[self.unit].step)

    @property
    def printed(self) -> Plan:
        """The plan in whole units, as the workbook prints it."""
        return self._rounded.plan

    @property
    def rounding(self) -> tuple[Check, ...]:
        """The constraints as the printed plan keeps them."""
        return self._rounded.checks

    @property
    def path(self) -> Path:
        return self.folder / "plan.xlsx"

    @cached_property
    def shown(self) -> Workbook:
        """The workbook as it is seen: the stored values of formulas."""
        return load_workbook(self.path, data_only=True)

    @cached_property
    def written(self) -> Workbook:
        """The workbook as it is written: the formulas."""
        return load_workbook(self.path)

    def sheet(self, name: str, of: str = "shown") -> Any:
        """A sheet by its name in the catalogue."""
        return getattr(self, of)[WORDS[f"sheet_{name}"].in_(self.language)]

    def label(self, sheet: str, key: str) -> str:
        return self.plan.label(sheet, key, self.language)


def write(
    result: CertifiedPlan, folder: Path, language: str, facts: Mapping[str, str] = FACTS, unit: str = "억원"
) -> Written:
    folder.mkdir(parents=True, exist_ok=True)
    write_results(result.plan, result.certificate.checks, folder, language, facts, unit)
    return Written(result.plan, result.certificate.checks, folder, language, unit)


def documented(changes: Changes | None = None) -> Tables:
    """The small baseline with its sources and evidence."""
    tables = small_baseline(changes)
    return Tables(tables.source, {**tables.tables, "provenance": read()["provenance"], "sources": read()["sources"]})
