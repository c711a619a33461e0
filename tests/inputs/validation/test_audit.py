"""Published figures: contradictions beyond rounding are warned of, everything that rounding explains is not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from axplan.inputs.tables import Tables
from axplan.inputs.validation import check_tables
from axplan.inputs.validation.audit import Interval, common, published, quotient, specialisation
from axplan.workbook.baseline import baseline_tables
from tiny import tiny_tables


def said(**industries: dict[str, Any]) -> list[str]:
    """The warnings about industries of the tiny case, which has `cars` and `toys`."""
    return [p.line("en") for p in check_tables(tiny_tables(industries=industries))[1]]


def of_baseline(industry: str, **cells: Any) -> list[tuple[str, str]]:
    """What is said of the baseline with some figures of one industry changed, but for its own contradiction."""
    tables = baseline_tables()
    rows = tuple(
        replace(row, values={**row.values, **cells}) if row.values["industry"] == industry else row
        for row in tables["industries"].rows
    )
    changed = Tables(tables.source, {**tables.tables, "industries": tables["industries"].with_rows(rows)})
    return [(p.place, p.code) for p in check_tables(changed)[1] if p.place != "industries!J5"]


def test_the_baseline_contradicts_itself_once_and_the_warning_shows_how_that_was_found() -> None:
    assert [p.line("en") for p in check_tables(baseline_tables())[1]] == [
        "industries!J5  trade_specialisation = 0.19, but 0.1 ÷ (2 × 9.2 − 0.1) = 0.005  "
        "→ at most 0.0083, however the figures were rounded   [W340]"
    ]


def test_a_figure_has_the_decimals_it_was_typed_with() -> None:
    assert [(f.low, f.high) for f in map(published, (0.58, 95, 9.2))] == [
        (pytest.approx(0.575), pytest.approx(0.585)),
        (94.5, 95.5),
        (pytest.approx(9.15), pytest.approx(9.25)),
    ]
    assert published(1e-7).decimals == 7
    assert published(1e20).decimals == 0


def test_the_specialisation_of_the_home_appliances_lies_between_these_limits() -> None:
    # 0.05 ÷ (2 × 9.25 − 0.05) = 0.00271 and 0.15 ÷ (2 × 9.15 − 0.15) = 0.00826
    implied = specialisation(published(9.2), published(0.1))
    assert implied == Interval(pytest.approx(0.0027100271), pytest.approx(0.0082644628))


@pytest.mark.parametrize(
    ("exports", "balance", "given", "limit"),
    [
        (95.6, 69.9, 0.58, None),
        (95.6, 69.9, 0.57, "at least 0.5751"),
        (95.6, 69.9, 0.59, "at most 0.5774"),
        (28.5, 12.8, 0.29, None),
        (10.0, -5.0, -0.2, None),
        (10.0, -5.0, 0.2, "at most -0.176"),
        (10.0, 10.0, 1, None),
        (0, 0, 0.7, None),
    ],
)
def test_trade_specialisation_follows_from_exports_and_balance(
    exports: float, balance: float, given: float, limit: str | None
) -> None:
    lines = said(cars={"exports": exports, "trade_balance": balance, "trade_specialisation": given})
    assert [line.split("→ ")[1].split(",")[0] for line in lines] == ([limit] if limit else [])


@given(st.decimals(0, 500, places=1), st.floats(-1, 1), st.integers(1, 4))
def test_figures_that_were_only_rounded_never_contradict_each_other(exports: Any, index: float, places: int) -> None:
    # balance = index × (exports + imports) and balance = exports − imports give balance = 2 × index × exports ÷ (1 + index)
    true_exports = float(exports)
    balance = 2 * index * true_exports / (1 + index) if index > -1 else 0.0
    true_index = balance / (2 * true_exports - balance) if 2 * true_exports - balance > 1e-6 else None
    implied = specialisation(published(round(true_exports, 1)), published(round(balance, 1)))
    if true_index is not None and implied is not None:
        rounded = published(round(true_index, places))
        assert rounded.low <= implied.high + 1e-9
        assert implied.low <= rounded.high + 1e-9


FIGURES = st.one_of(
    st.floats(-1e300, 1e300), st.integers(-1000, 1000), st.sampled_from([0, 5e-324, 1e-300, 1e300, 0.1, 1])
)
COLUMNS = ("exports", "export_share", "trade_balance", "trade_balance_share", "trade_specialisation", "influence")


@settings(max_examples=60)
@given(st.lists(st.fixed_dictionaries(dict.fromkeys(COLUMNS, FIGURES)), min_size=2, max_size=2))
def test_any_figures_are_judged_without_a_fault(rows: list[dict[str, Any]]) -> None:
    for line in said(**dict(zip(("cars", "toys"), rows, strict=True))):
        assert line.endswith("]")
        assert "nan" not in line


def test_the_influence_that_breaks_the_common_mean_is_named() -> None:
    assert of_baseline("steel", influence=1.04) == []
    assert of_baseline("steel", influence=1.05) == []  # 1.95 ÷ 1.05 may be as much as 1.871, the least of the others
    assert of_baseline("steel", influence=1.07) == [("industries!L4", "W341")]
    assert of_baseline("steel", production_inducement=2.95) == [("industries!L4", "W341")]


def test_the_share_that_breaks_the_common_total_is_named() -> None:
    assert of_baseline("automotive", production_share=0.121) == []
    assert of_baseline("automotive", production_share=0.112) == [("industries!E2", "W342")]
    assert of_baseline("shipbuilding", export_share=0.023) == [("industries!G3", "W342")]
    assert of_baseline("shipbuilding", trade_balance_share=0.164) == [("industries!I3", "W342")]


def test_digits_turned_around_in_a_base_figure_are_found_by_its_share() -> None:
    assert ("industries!E2", "W342") in of_baseline("automotive", production=205.1)


def test_what_could_not_be_read_is_not_audited() -> None:
    assert of_baseline("automotive", production_share="12.1%") == [("industries!E2", "E203")]


def test_one_row_alone_and_blank_columns_contradict_nothing() -> None:
    assert said(cars={"production_inducement": 2.0, "influence": 9.0}) == []
    assert said(cars={"trade_specialisation": 0.9}) == []


def test_a_share_that_rounds_to_zero_only_says_how_large_the_total_is_at_least() -> None:
    assert quotient(published(5), published(0.0)) == Interval(pytest.approx(9.0), float("inf"))
    assert quotient(published(-5), published(0.0)) is None
    assert said(cars={"exports": 5.0, "export_share": 0.0}, toys={"exports": 100, "export_share": 0.5}) == []
    lines = said(cars={"exports": 5.0, "export_share": 0.0}, toys={"exports": 1.0, "export_share": 0.5})
    assert [line.split("→ ")[1] for line in lines] == ["at least 9, as the other rows imply   [W342]"]


def test_negative_balances_have_a_total_as_well() -> None:
    assert quotient(published(-5.0), published(-0.5)) == Interval(pytest.approx(4.5 / 0.55), pytest.approx(5.5 / 0.45))


def test_the_majority_decides_who_is_odd() -> None:
    shared, odd = common({"a": Interval(1, 2), "b": Interval(5, 6), "c": Interval(1.5, 3)})
    assert (shared, odd) == (Interval(1.5, 2), ["b"])
