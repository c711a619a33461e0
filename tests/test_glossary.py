"""docs/glossary.md: every name of the code in it is there, and every term has its two languages and one meaning."""

from __future__ import annotations

import importlib
import re
from functools import cache

import pytest

from axplan.formulation.constraint_registry import REGISTRY
from axplan.inputs.schema import sheet_declarations
from axplan.plan.certificate.values import VARIABLES
from axplan.report.tables.columns import TABLES
from repository import ROOT

PAGE = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and "한국어" not in line
]
NAMES = sorted({name for row in ROWS for name in re.findall(r"`([^`]+)`", row[2])})


@cache
def plain_names() -> set[str]:
    """Sheets and columns of the workbook, variables, constraints, and columns of the result tables."""
    sheets = sheet_declarations()
    columns = {column for sheet in sheets.values() for column in sheet.columns}
    return {*sheets, *columns, *VARIABLES, *REGISTRY, *(column for table in TABLES.values() for column in table)}


def is_there(name: str) -> bool:
    """Whether a dotted name is a module of axplan, or something public in one."""
    try:
        importlib.import_module(f"axplan.{name}")
    except ModuleNotFoundError:
        module, _, last = name.rpartition(".")
        return hasattr(importlib.import_module(f"axplan.{module}"), last)
    return True


@pytest.mark.parametrize("name", NAMES)
def test_every_name_of_the_glossary_is_in_the_code(name: str) -> None:
    assert is_there(name) if "." in name else name in plain_names()


def test_every_term_is_told_in_both_languages_once() -> None:
    assert len(ROWS) > 50
    assert all(len(row) == 4 and all(row) for row in ROWS)
    assert all(re.search("[가-힣]", row[0]) for row in ROWS)
    terms = [row[1] for row in ROWS]
    assert len(set(terms)) == len(terms)
    assert all(row[3].endswith(".") for row in ROWS)


def test_the_readme_leads_to_it() -> None:
    assert "docs/glossary.md" in (ROOT / "README.md").read_text(encoding="utf-8")
