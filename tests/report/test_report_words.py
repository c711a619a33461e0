"""The catalogue of the report has every text in both languages, and no text that nothing uses."""

from __future__ import annotations

import re
import string

from axplan.analyses.compare.amounts import DIMENSIONS
from axplan.analyses.sweep.book_context import MONEY
from axplan.analyses.sweep.search import FAILED, INFEASIBLE, INVALID, OPTIMAL
from axplan.inputs.schema.policy import GRADES, MEASURES
from axplan.plan.appraisal import COSTS
from axplan.report.book import SHEETS
from axplan.report.sheets.data import TITLES
from axplan.report.words import PLAIN_WORDS, WORDS
from repository import ROOT

HANGUL = re.compile(r"[가-힣]")
PACKAGE = ROOT / "model" / "axplan"
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.parent.name != "words")
NAMED_BY_KEY = (
    "counted_",
    "lever_",
    "shortfall_",
    "pillar_",
    "kind_",
    "check_",
    "fact_",
    "variable_",
    "grade_",
    "measure_",
    "means_",
    "item_",
    "how_",
    "data_",
    "term_",
    "support_",
    "private_",
    "track_",
    "group_",
    "coefficient_",
)
"""Texts for keys that come from the plan or the inputs; the key itself is printed where there is no text."""

SAME_IN_BOTH = ("with_unit", "unit_below", "unit_after", "last_digit", "way_sentence")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_text_is_there_in_both_languages() -> None:
    for name, text in WORDS.items():
        assert text.en.strip(), name
        assert not HANGUL.search(text.en), name
        assert HANGUL.search(text.ko) or name in SAME_IN_BOTH, name


def test_both_languages_of_a_text_are_filled_in_with_the_same_fields() -> None:
    for name, text in WORDS.items():
        assert fields(text.ko) <= fields(text.en) | {"unit"}, name
        assert fields(text.en) <= fields(text.ko) | {"unit"}, name


def test_no_text_is_there_for_nothing() -> None:
    computed = {f"{name}_remark" for name in ("appropriation", "subscription")}
    computed |= {f"ranking_{how}by_{by}" for how in ("", "same_") for by in ("total", "coefficient")}
    computed |= {"sum_plain", "sum_discounted"}
    computed |= {f"compared_{measure}" for dimension in DIMENSIONS.values() for measure in dimension.measures}
    computed |= {f"swept_{figure}" for figure in MONEY}
    computed |= {f"point_{status}" for status in (OPTIMAL, INFEASIBLE, INVALID, FAILED)}
    for name in PLAIN_WORDS:
        said = any(f"{quote}{name}{quote}" in SOURCE for quote in "\"'")
        used = said or name in computed or name.startswith(NAMED_BY_KEY)
        assert used, name


def test_every_group_of_texts_is_complete() -> None:
    needed = {f"{part}_{name}" for part in ("sheet", "title", "about") for name in SHEETS}
    needed |= {f"item_{name}" for name in (*COSTS, "benefit", "cost", "npv", "benefit_cost_ratio")}
    needed |= {f"data_{name}" for name in TITLES}
    needed |= {f"{part}_{grade}" for part in ("grade", "means") for grade in (*GRADES, "not_stated")}
    needed |= {f"measure_{measure}" for measure in MEASURES}
    assert needed <= set(WORDS)


def test_sheet_names_are_names_a_spreadsheet_accepts() -> None:
    for language in ("ko", "en"):
        names = [WORDS[f"sheet_{name}"].in_(language) for name in SHEETS]
        assert len({name.lower() for name in names}) == len(SHEETS)
        assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)
