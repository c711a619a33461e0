"""The scenarios that come with the package: complete, valid, as expected, and true to what their notes say."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from axplan.inputs.objective import Objective, single
from axplan.plan.result import build_plan
from axplan.plan.tie_breaking import break_ties
from axplan.plan.warm_start import WarmStartedSolver
from axplan.runs.study_folder import make_study
from axplan.scenario import FOLDER, PACKAGED, apply_scenario, load_scenario, scenario_names
from axplan.workbook.baseline import baseline_tables
from expected_results import DISCOUNTED, INDICATOR, STUDY, expected, results_of

NAMES = scenario_names(PACKAGED)
OF_A_COMMITTEE = {
    "baseline", "proportional", "small-fund", "large-fund", "no-private-money", "export-push", "value-added", "jobs-first",
    "balanced-regions", "late-start", "low-additionality", "optimistic",
}  # fmt: skip

SAME_MONEY = 0.5
"""억원 by which a sum may differ from what is expected: plans of the same worth are told apart by criteria that are only met up to
the tolerance of the solver."""


def test_there_is_what_a_committee_asks_for() -> None:
    assert set(NAMES) >= OF_A_COMMITTEE


def test_a_study_gets_every_scenario_and_the_repository_has_the_same(tmp_path: Path) -> None:
    make_study(tmp_path)
    for name in NAMES:
        packaged = (PACKAGED / FOLDER / f"{name}.yaml").read_bytes()
        assert (tmp_path / FOLDER / f"{name}.yaml").read_bytes() == packaged
        assert (STUDY / FOLDER / f"{name}.yaml").read_bytes() == packaged, "make docs"
    assert scenario_names(STUDY) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_scenario_says_in_two_or_three_sentences_of_each_language_what_it_teaches(name: str) -> None:
    scenario = load_scenario(STUDY, name)
    assert scenario.problems == ()
    assert re.search("[가-힣]", scenario.title.ko)
    assert scenario.title.en.isascii()
    for said in (scenario.note.ko, scenario.note.en):
        assert len([part for part in re.split(r"\.(?:\s|$)", said) if part]) in (2, 3), said
    assert re.search("[가-힣]", scenario.note.ko)
    assert not re.search("[가-힣]", scenario.note.en)


@cache
def solver(indicator: str) -> WarmStartedSolver:
    """Solves from the basis of the baseline."""
    base = apply_scenario(load_scenario(STUDY, "baseline"), baseline_tables()).inputs()
    return WarmStartedSolver(
        base, single(indicator), basis=solver("production").basis if indicator != "production" else None
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_every_scenario_comes_to_what_is_expected(name: str) -> None:
    """Solved hot and by the criteria among equals, not as the expected results were made."""
    scenario = load_scenario(STUDY, name)
    x = apply_scenario(scenario, baseline_tables()).inputs()
    solution, _ = break_ties(x, solver(scenario.objective.indicator).solution(x))
    plan = build_plan(x, scenario.objective, solution)
    assert plan.padding is not None
    assert not plan.padding.is_much
    found, known = results_of(plan), expected(name)
    assert list(found) == list(known)
    maximised = INDICATOR, scenario.objective.indicator, DISCOUNTED
    assert found[maximised] == pytest.approx(known[maximised], rel=1e-6)
    for key, value in known.items():
        if key[0] == INDICATOR:
            assert found[key] == pytest.approx(value, rel=1e-4), key
        else:
            assert found[key] == pytest.approx(value, rel=1e-4, abs=SAME_MONEY), key


def test_expected_results_are_there_for_the_shipped_scenarios_alone() -> None:
    kept = {path.name.removesuffix(".expected.csv") for path in (STUDY / FOLDER).glob("*.expected.csv")}
    assert kept == set(NAMES)


AXPF = 45_000
"""Appropriations to the AXPF in the baseline (억원)."""

FREE = 26.6573783
"""What the best plan without rules on the split is worth (조원); `tests/plan/test_reference.py` solves it."""


def indicator(name: str, of: str = "production") -> float:
    return expected(name)[INDICATOR, of, DISCOUNTED]


def change(name: str, of: str = "production") -> float:
    """By how much an indicator differs from the baseline, as a share."""
    return indicator(name, of) / indicator("baseline", of) - 1


def commitments(name: str, dimension: str = "use", key: str = "commitment_uses") -> float:
    return expected(name)[dimension, key, "public"]


def more(name: str, dimension: str = "use", key: str = "commitment_uses") -> float:
    return commitments(name, dimension, key) / commitments("baseline", dimension, key) - 1


def split(name: str) -> dict[str, float]:
    sums = {key[1]: value for key, value in expected(name).items() if key[0] == "industry" and key[2] == "public"}
    return {key: value / sum(sums.values()) for key, value in sums.items()}


@pytest.mark.slow
@pytest.mark.parametrize(("name", "share"), [("baseline", 0.33), ("balanced-regions", 0.38)])
def test_what_the_note_says_of_regions_is_true(name: str, share: float) -> None:
    scenario = load_scenario(STUDY, name)
    x = apply_scenario(scenario, baseline_tables()).inputs()
    money = solver("production").solution(x).values("place_total")
    outside = sum(amount for (_, r, _, _), amount in money.items() if r in ("central", "honam"))
    assert outside / sum(money.values()) == pytest.approx(share, abs=0.005)


def test_the_notes_are_true() -> None:
    """Every figure that a note states."""
    assert change("balanced-regions") == pytest.approx(-0.006, abs=0.0005)
    assert change("export-push", "exports") == pytest.approx(0.045, abs=0.001)
    assert split("export-push")["automotive"] == pytest.approx(0.65, abs=0.005)
    assert commitments("export-push", "industry", "automotive") < 0.3 * AXPF
    assert change("jobs-first", "employment") == pytest.approx(-0.037, abs=0.001)
    assert change("large-fund") == pytest.approx(0.18, abs=0.005)
    assert expected("large-fund")["fund", "axpf", "lapse"] == pytest.approx(11_350, abs=50)
    assert expected("large-fund")["fund", "axpf", "subscription"] == pytest.approx(0, abs=1e-6)
    assert change("late-start") == pytest.approx(-0.13, abs=0.005)
    assert change("low-additionality") == pytest.approx(-0.62, abs=0.005)
    assert split("low-additionality") == pytest.approx(split("baseline"), abs=0.01)
    assert expected("no-private-money")["fund", "axpf", "subscription"] == 0
    assert change("no-private-money") == pytest.approx(-0.18, abs=0.005)
    stages = {s: more("no-private-money", "stage", s) for s in ("adoption", "commercialisation", "scale_up")}
    assert stages == pytest.approx({"adoption": -0.08, "commercialisation": -0.64, "scale_up": -0.5}, abs=0.005)
    assert change("optimistic") == pytest.approx(0.88, abs=0.005)
    assert more("optimistic", "stage", "scale_up") == pytest.approx(0.78, abs=0.005)
    assert change("proportional") == pytest.approx(0.01, abs=0.0006)
    assert indicator("proportional") / FREE - 1 == pytest.approx(-0.009, abs=0.0005)
    assert change("small-fund") == pytest.approx(-0.24, abs=0.005)
    assert more("small-fund", "use", "trainee_uses") == pytest.approx(0, abs=0.001)
    assert more("small-fund", "use", "outlay_uses") == pytest.approx(0, abs=0.001)
    assert change("value-added", "value_added") == pytest.approx(0.001, abs=0.0005)
    assert split("value-added") == pytest.approx(split("baseline"), abs=0.01)


def test_every_shipped_scenario_maximises_one_indicator() -> None:
    """The test of results above compares that one tightly."""
    for name in NAMES:
        objective: Objective = load_scenario(STUDY, name).objective
        assert not objective.is_weighted
