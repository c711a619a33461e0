"""The catalogue of the report has every text in both languages, and no text that nothing uses."""

from __future__ import annotations

import re
import string
from importlib import import_module

import pytest

from axplan.analyses.compare.amounts import DIMENSIONS
from axplan.analyses.sweep.book_context import MONEY
from axplan.analyses.sweep.search import FAILED, INFEASIBLE, INVALID, OPTIMAL
from axplan.core.text import Text
from axplan.inputs.schema.policy import GRADES, MEASURES
from axplan.plan.appraisal import COSTS
from axplan.report.book import PLAN_WORDS, SHEETS
from axplan.report.sheets.data import TITLES
from axplan.report.spec import in_writing_order
from axplan.report.words import COMMON
from repository import ROOT

HANGUL = re.compile(r"[가-힣]")
PACKAGE = ROOT / "model" / "axplan"
QUESTIONS = ("compare", "explain", "near_optimal", "pareto", "sweep")
OWN = {name: import_module(f"axplan.analyses.{name}.words").WORDS for name in QUESTIONS}
WORDS: dict[str, Text] = {**PLAN_WORDS, **{name: text for words in OWN.values() for name, text in words.items()}}
ENTRY = re.compile(r'"\w[\w.]*": Text\(|heading\(\s*"\w+"')
SOURCE = "\n".join(ENTRY.sub("", path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py"))
"""The code without the places where words are defined."""
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
    "indicator_",
    "formula_",
    "track_",
    "group_",
    "coefficient_",
    "convention_",
    "flow_",
    "section_",
    "unmodelled_",
    "split_",
    "whose_",
    "padding_",
)
"""Texts for keys that come from the plan or the inputs; the key itself is printed where there is no text."""

SAME_IN_BOTH = ("with_unit", "unit_below", "unit_after", "last_digit", "way_sentence", "term_of", "points")


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
    for name in WORDS:
        if name.startswith(("sheet_", "title_", "about_")):
            continue  # said of the sheet as a whole
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


def test_a_name_means_one_text_wherever_it_is_said() -> None:
    """A question shares the words of more than one sheet, and its own are nobody else's."""
    for question, words in OWN.items():
        assert words.items() >= COMMON.items(), question
        others = {name for other, said in OWN.items() if other != question for name in said} | set(PLAN_WORDS)
        assert not (set(words) - set(COMMON)) & others, question


def test_no_file_of_words_repeats_a_name() -> None:
    for path in PACKAGE.rglob("*.py"):
        names = re.findall(r'"(\w[\w.]*)": Text\(', path.read_text(encoding="utf-8"))
        assert len(names) == len(set(names)) or not path.is_relative_to(PACKAGE / "report"), path


def test_sheet_names_are_names_a_spreadsheet_accepts() -> None:
    for language in ("ko", "en"):
        names = [WORDS[f"sheet_{name}"].in_(language) for name in SHEETS]
        assert len({name.lower() for name in names}) == len(SHEETS)
        assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)


def test_a_sheet_is_written_after_those_whose_cells_it_shows() -> None:
    order = [sheet.name for sheet in in_writing_order(tuple(SHEETS.values()))]
    assert all(order.index(shown) < order.index(sheet.name) for sheet in SHEETS.values() for shown in sheet.shows)
    with pytest.raises(ValueError, match="summary"):
        in_writing_order([SHEETS["summary"]])
