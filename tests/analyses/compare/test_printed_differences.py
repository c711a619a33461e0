"""What a comparison prints: a line that does not differ shows no difference, and parts add up to totals all the same."""

from __future__ import annotations

import io
import math
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook
from rich.console import Console

from axplan.analyses.compare.amounts import COLUMNS, DIMENSIONS, PEOPLE, PUBLIC_MONEY, TRACK, USE
from axplan.analyses.compare.book import write_comparison
from axplan.analyses.compare.cases import ComparedCase, Comparer
from axplan.analyses.compare.pairs import Pair, pair
from axplan.analyses.compare.printed import same, settled
from axplan.analyses.compare.terminal import print_pair
from axplan.core.text import Text
from axplan.inputs.objective import single
from axplan.inputs.parameters import build_inputs
from axplan.plan.optimise import optimise
from book_cells import row_of
from command_line import Run
from small_baseline import small_baseline

Ends = dict[str, tuple[float, float]]


def frames(**given: Ends) -> dict[str, pd.DataFrame]:
    """Tables of public money: `programme={"fdcc": (461, 462)}`; every other dimension is empty."""
    rows = {
        name: [(key, PUBLIC_MONEY, a, b, b - a) for key, (a, b) in given.get(name, {}).items()] for name in DIMENSIONS
    }
    return {name: pd.DataFrame(found, columns=list(COLUMNS)) for name, found in rows.items()}


def lines(found: dict[str, pd.DataFrame], name: str) -> Ends:
    return {row.key: (row.before, row.after) for row in found[name].itertuples(index=False)}


def test_a_line_that_is_the_same_in_both_plans_is_the_same_on_paper() -> None:
    """461.538 is 461 in one book and 462 in the other; the bank, which does differ, takes the 1 that this leaves, so that
    the outlays still come to what the second book prints: 1,262."""
    exact = frames(programme={"fdcc": (461.538, 461.538 + 1e-7), "bank": (700.0, 800.3)},
                   use={"outlay_uses": (1161.538, 1261.838)})  # fmt: skip
    printed = frames(programme={"fdcc": (461.0, 462.0), "bank": (701.0, 800.0)}, use={"outlay_uses": (1162.0, 1262.0)})
    found = settled(exact, printed)
    assert lines(found, "programme") == {"fdcc": (461.0, 461.0), "bank": (701.0, 801.0)}
    assert lines(found, USE) == {"outlay_uses": (1162.0, 1262.0)}
    assert found["programme"]["difference"].tolist() == [0.0, 100.0]


def test_totals_that_are_the_same_in_both_plans_are_the_same_on_paper() -> None:
    """2 moves from one industry to the other; the books round the total of 100.5 once down and once up."""
    exact = frames(industry={"cars": (60.2, 58.2), "ships": (40.3, 42.3)}, use={"commitment_uses": (100.5, 100.5)})
    printed = frames(industry={"cars": (60.0, 59.0), "ships": (40.0, 42.0)}, use={"commitment_uses": (100.0, 101.0)})
    found = settled(exact, printed)
    assert lines(found, USE) == {"commitment_uses": (100.0, 100.0)}
    assert lines(found, "industry") == {"cars": (60.0, 58.0), "ships": (40.0, 42.0)}


@pytest.mark.parametrize(("one", "other", "alike"), [(461.538, 461.5380001, True), (461.538, 461.6, False), (0.0, 0.0, True), (-7.5, -7.5000001, True), (-1e-9, 1e-9, False)])  # fmt: skip
def test_amounts_are_the_same_but_for_a_millionth(one: float, other: float, alike: bool) -> None:
    assert same(one, other) is alike


@pytest.fixture(scope="module")
def made() -> Pair:
    """Two plans of which the second has more money for the initiative; programmes are completed in both."""

    def case(name: str, **changes: Any) -> ComparedCase:
        tables = small_baseline(changes)
        plan = optimise(build_inputs(tables), single("net_benefit"), measured=False).plan
        return ComparedCase(name, Text(name, name), tables, single("net_benefit"), plan)

    before = case("poor")
    return pair(before, case("rich", appropriations={"axpf": {"2027": 6000.0}}), Comparer(before))


def test_what_does_not_differ_in_the_plans_does_not_differ_in_any_table(made: Pair) -> None:
    for name, frame in made.printed(1.0).items():
        for row in frame.itertuples(index=False):
            exact = made.plans[name]
            mine = exact[(exact["key"] == row.key) & (exact["measure"] == row.measure)].iloc[0]
            assert same(mine["before"], mine["after"]) <= (row.difference == 0), (name, row)
            assert (mine["difference"] == 0) == same(mine["before"], mine["after"])


def test_every_table_of_the_same_money_has_the_same_total(made: Pair) -> None:
    printed = made.printed(1.0)

    def total(name: str, measure: str, end: str) -> float:
        frame = printed[name]
        return math.fsum(frame.loc[frame["measure"] == measure, end])

    for end in ("before", "after"):
        commitments = printed[USE].set_index(["key", "measure"])[end]["commitment_uses", PUBLIC_MONEY]
        assert total("industry", PUBLIC_MONEY, end) == total("stage", PUBLIC_MONEY, end) == commitments
        assert total("year", PUBLIC_MONEY, end) == total(USE, PUBLIC_MONEY, end)
        assert total("region", PEOPLE, end) == total("year", PEOPLE, end) == total(TRACK, PEOPLE, end)


def test_the_terminal_prints_what_the_workbook_prints(made: Pair, tmp_path: Path) -> None:
    """Every line of public money, and every indicator, with its sign: net benefit is negative on both sides."""
    said = io.StringIO()
    print_pair(made, "en", Console(file=said, width=200))
    told = {line.split("  ")[1].strip(): line for line in said.getvalue().splitlines() if line.startswith("  ")}
    (name,) = write_comparison(made, tmp_path, "en", {})
    book = load_workbook(tmp_path / name, data_only=True)
    plans: Any = book["Plans"]
    for label in ("Automotive", "Steel", "Stage 1 adoption acceleration", "Capital area"):
        before, after, change = (plans.cell(row_of(plans, label), at).value for at in (2, 3, 4))
        figures = [word for word in told[label].split("  ") if word.strip()][-3:]
        shown = f"{change:+,.1f}" if change else "-"
        assert [word.strip() for word in figures] == [f"{before:,.1f}", f"{after:,.1f}", shown], label
    head: Any = book["Comparison"]
    assert head.cell(row_of(head, "Running costs"), 2).value > 0
    row = row_of(head, "Net benefit")
    before, after, change, share = (head.cell(row, at).value for at in (3, 4, 5, 6))
    assert before < 0
    assert f"{before:,.2f}" in told["Net benefit"]
    assert change == pytest.approx(after - before)
    assert share == pytest.approx(change / abs(before))
    assert (share > 0) == (after > before)


@pytest.mark.parametrize(("lang", "words"), [("ko", "'baseline'은(는) 자기 자신과 다른 것이 없습니다"), ("en", "'baseline' does not differ from itself")])  # fmt: skip
def test_a_scenario_is_not_compared_with_itself(axplan: Run, study: Path, lang: str, words: str) -> None:
    ended = axplan("compare", "baseline", "baseline", lang=lang)
    assert (ended.code, words in ended.err) == (2, True), ended.err
