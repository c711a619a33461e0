"""The docs' formulation page is what the code says."""

from __future__ import annotations

from axplan.formulation import CONSTRAINTS
from axplan.formulation.page import formulation_page
from repository import ROOT

PAGE = ROOT / "docs" / "formulation.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == formulation_page(), "run `make docs`"


def test_every_constraint_stands_on_the_page_with_its_equation() -> None:
    page = formulation_page()
    for name, rule in CONSTRAINTS.items():
        equation = " ".join((rule.__doc__ or "").split()).replace("*", r"\*")
        assert f"**{name}**: {equation}" in page
