"""`yardstick: proportional` in a scenario file: the split in proportion to production, on the tables that all changes leave."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from axplan.inputs.parameters import build_inputs
from axplan.inputs.proportional import proportional, split_rules
from axplan.inputs.tables import Tables
from axplan.scenario import Applied, load_scenario
from axplan.scenario.describe import change_lines
from axplan.workbook import write_tables
from axplan.workbook.baseline import baseline_tables
from command_line import Run
from small_baseline import small_baseline
from tiny import tiny_tables
from tiny_scenarios import files, overlaid, told

TWO_BY_TWO: dict[str, Any] = {
    "industries": {"toys": {
        "initiative": "yes", "production": 3.0, "exports": 1.0, "production_inducement": 1.0, "output_inducement": 1.0,
        "value_added_inducement": 0.5, "employment_inducement": 10.0,
    }},
    "regions": {"south": {"label_ko": "남부", "label_en": "South"}},
    "siting": [{"industry": "cars", "north": 1.0, "south": 0.0}, {"industry": "toys", "north": 0.6, "south": 0.4}],
    "effectiveness": [{"task": "design", "cars": 1.0, "toys": 1.0}],
    "appropriations": {"main": {2026: 40, 2027: 0}},
}  # fmt: skip
"""Cars produce 1조원, all in the north, toys 3조원, 1.8 in the north and 1.2 in the south. 40 억원 to spend: less than the cheap
segment of any of the three takes."""


def rules(applied: Applied) -> dict[str, dict[str, Any]]:
    table = applied.tables["rules"]
    return {str(row.values["rule"]): dict(row.values) for row in table.rows}


def test_shares_by_hand() -> None:
    split = split_rules(build_inputs(tiny_tables(**TWO_BY_TWO)))
    values = {name: cells["value"] for name, cells in split.added.items()}
    assert values == pytest.approx({"proportional_industry_cars": 1 / 4, "proportional_region_north": 2.8 / 4})


def test_the_changed_tables_are_those_of_the_yardstick(tmp_path: Path) -> None:
    applied = overlaid(tmp_path, "yardstick: proportional", small_baseline())
    by_tables, by_inputs = applied.inputs().rules, proportional(build_inputs(small_baseline())).rules
    for column in ("rule", "measure", "industry", "region", "relation", "value", "unit", "each_year", "penalty"):
        assert getattr(by_tables, column) == getattr(by_inputs, column), column


def test_rules_on_the_split_give_way_and_the_others_stay(tmp_path: Path) -> None:
    applied = overlaid(tmp_path, "yardstick: proportional", baseline_tables())
    before = {str(row.values["rule"]) for row in baseline_tables()["rules"].rows}
    gone = {"automotive_cap", "shipbuilding_floor", "steel_floor", "home_appliances_floor", "outside_capital_floor"}
    assert before - set(rules(applied)) == gone
    assert "shipbuilding_people" in rules(applied)  # speaks of training, not of the split
    new = set(rules(applied)) - before
    assert len(new) == (4 - 1) + (4 - 1)  # the last share follows from the others
    assert told(applied) == []
    assert len(change_lines(applied.changes, "en")) == 1 + len(gone) + len(new)


def test_it_follows_the_production_that_changes_leave(tmp_path: Path) -> None:
    text = "yardstick: proportional\nchanges:\n  industries.cars.production: 9"
    applied = overlaid(tmp_path, text, tiny_tables(**TWO_BY_TWO))
    assert rules(applied)["proportional_industry_cars"]["value"] == pytest.approx(9 / 12)
    applied = overlaid(tmp_path, "yardstick: proportional", tiny_tables(**TWO_BY_TWO), ["industries.toys.production=1"])
    assert rules(applied)["proportional_industry_cars"]["value"] == pytest.approx(1 / 2)


def test_an_extending_scenario_inherits_it_and_can_do_without(tmp_path: Path) -> None:
    study = files(tmp_path, split="yardstick: proportional", on="extends: split", off="extends: split\nyardstick: none")
    assert [load_scenario(study, name).yardstick is not None for name in ("split", "on", "off")] == [True, True, False]


def test_a_word_it_does_not_know_is_told_with_its_line(tmp_path: Path) -> None:
    applied = overlaid(tmp_path, "title: x\nyardstick: proportionate")
    assert told(applied) == [("E404", "a.yaml:2")]
    (problem,) = applied.refused
    assert "proportional or none" in problem.line("en")
    assert "proportional 또는 none" in problem.line("ko")


def test_invalid_tables_are_told_as_without_it(tmp_path: Path) -> None:
    changes = "changes:\n  tasks.design.uplift: 3\n"
    with_it, without = (told(overlaid(tmp_path, changes + more)) for more in ("yardstick: proportional", ""))
    assert with_it == without != []


def test_a_rule_of_the_same_name_is_told(tmp_path: Path) -> None:
    mine = {"rule": "proportional_industry_cars", "label_ko": "a", "label_en": "a", "measure": "trainees", "relation": "<=",
            "value": 5.0, "unit": "amount"}  # fmt: skip
    tables: Tables = tiny_tables(**TWO_BY_TWO, rules=[mine])
    assert told(overlaid(tmp_path, "yardstick: proportional", tables)) == [("E416", "a.yaml:1")]


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_book_is_right_by_hand(axplan: Run, study: Path, lang: str) -> None:
    """Cars get 40 × 1/4 = 10, toys 30; the north 40 × 2.8/4 = 28, the south 12: cars 10 in the north, toys 18 and 12. Every 억원 in
    2026 adds 1 억원 of output in each of two years, valued at 2 in cars and 1 in toys: 10·2·2 + 30·1·2 = 100 억원 = 0.01 조원.
    All to cars (the best plan) is worth 40·2·2 = 160 억원: the proportional split loses 0.006 조원."""
    write_tables(tiny_tables(**TWO_BY_TWO), study / "inputs" / "baseline.xlsx")
    files(study, split="yardstick: proportional\n")
    assert axplan("run", "split", lang=lang).code == 0
    book = openpyxl.load_workbook(study / "outputs" / "split" / "plan.xlsx", data_only=True)
    by_industry, by_region = (book[name] for name in (("산업×단계", "권역별") if lang == "ko" else ("Industry × stage", "By region")))  # fmt: skip
    labels = {"ko": ("자동차", "완구", "북부", "남부"), "en": ("Cars", "Toys", "North", "South")}[lang]
    sums = [_public(by_industry, label) for label in labels[:2]] + [_public(by_region, label) for label in labels[2:]]
    assert sums == [10, 30, 28, 12]
    document = axplan("run", "split", "--json").document
    assert document["objective"]["value"] == pytest.approx(0.01)
    assert document["proportional"]["gain"] == pytest.approx(0, abs=1e-12)
    best = axplan("run", "baseline", "--json").document
    assert best["objective"]["value"] == pytest.approx(0.016)
    assert best["proportional"]["gain"] == pytest.approx(0.006)


def _public(sheet: Any, label: str) -> float:
    """What a sheet says of all public money for a label: the column headed so, in the first row of the label."""
    rows = list(sheet.iter_rows(values_only=True))
    at = next(n for row in rows for n, cell in enumerate(row) if cell in ("공공 합계", "Public total"))
    return float(next(row[at] for row in rows if row[0] == label))
