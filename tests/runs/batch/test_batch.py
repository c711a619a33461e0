"""Many scenarios at once: each has its own end, none harms another, and a batch goes on where it was stopped."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

import batch_kills
from axplan.runs.batch import DONE, exit_code, run_batch
from axplan.runs.batch.endings import FAILED, INFEASIBLE, INVALID, UNCHANGED
from axplan.runs.batch.processes import run_in_processes
from axplan.runs.batch.single import run_to_ending, unchanged
from axplan.runs.run import Options, Prepared
from axplan.workbook import write_tables
from batch_study import SCENARIOS, contents, scenario, study_with
from command_line import Run
from interrupted import PATIENCE, started
from tiny import tiny_tables


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(study_with(tmp_path / "study", SCENARIOS))
    return tmp_path / "study"


def test_every_scenario_has_its_own_end_and_the_batch_one_exit_code(axplan: Run, here: Path) -> None:
    ended = axplan("run", "--all", "--jobs", "2", "--json")
    endings = {result["scenario"]: result["ending"] for result in ended.document["results"]}
    assert endings == {"baseline": DONE, "half": DONE, "more": DONE, "starved": INFEASIBLE, "unreadable": INVALID}
    assert list(endings) == sorted(endings)
    assert ended.code == ended.document["exit_code"] == 3
    assert {path.name for path in (here / "outputs").iterdir()} == {"baseline", "half", "more"}
    assert "starved: No plan satisfies" in ended.err
    assert "unreadable: unreadable.yaml" in ended.err


@pytest.mark.parametrize(
    ("language", "words"),
    [("ko", ("시나리오", "완료 3", "불가능 1", "입력 오류 1", "생산유발", "조원")),
     ("en", ("Scenario", "done 3", "infeasible 1", "invalid 1", "Production induced", "KRW tn"))],
)  # fmt: skip
def test_the_table_says_how_each_ended(axplan: Run, here: Path, language: str, words: tuple[str, ...]) -> None:
    ended = axplan("run", "--all", lang=language)
    assert all(word in ended.out for word in words), ended.out
    assert all(name in ended.out for name in SCENARIOS)


def test_results_are_those_of_running_each_alone(axplan: Run, here: Path) -> None:
    assert axplan("run", "half", "more", "--jobs", "2", "-q").code == 0
    batch = {name: contents(here / "outputs" / name) for name in ("half", "more")}
    for name, found in batch.items():
        assert axplan("run", name, "-o", "alone", "-q").code == 0
        assert contents(here / "alone" / name) == found
        assert "plan.xlsx" in found


@pytest.mark.slow
def test_what_has_not_changed_is_not_solved_again(axplan: Run, here: Path) -> None:
    names = ("baseline", "half", "more")
    axplan("run", *names, "-q")
    written = {name: (here / "outputs" / name / "run.json").read_text() for name in names}
    again = axplan("run", *names, "--json")
    assert [result["ending"] for result in again.document["results"]] == [UNCHANGED] * 3
    assert [result["objective"] for result in again.document["results"]] == [
        json.loads(text)["objective"] for text in written.values()
    ]
    assert {name: (here / "outputs" / name / "run.json").read_text() for name in names} == written
    (here / "outputs" / "half" / "plan.xlsx").write_bytes(b"edited")
    (here / "outputs" / "more" / "tables" / "ledger.csv").unlink()
    scenario(here, "baseline", "title: {ko: 다른 이름, en: Another name}")
    changed = axplan("run", *names, "--json")
    assert [result["ending"] for result in changed.document["results"]] == [DONE] * 3
    same = axplan("run", *names, "--json", "--again")
    assert [result["ending"] for result in same.document["results"]] == [DONE] * 3


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(("--unit", "백만원"), marks=pytest.mark.slow),
        pytest.param(("--lang", "en"), marks=pytest.mark.slow),
        pytest.param(("--valuation", "exports"), marks=pytest.mark.slow),
        ("--set", "funds.main.interest=0.01"),
    ],
    ids=str,
)
def test_other_options_make_other_results(axplan: Run, here: Path, change: tuple[str, str]) -> None:
    names = ("baseline", "half")
    axplan("run", *names, "-q", lang="ko")
    option, value = change
    if option == "--lang":
        again = axplan("run", *names, "--json", lang=value)
    else:
        again = axplan("run", *names, "--json", *change, lang="ko")
    assert [result["ending"] for result in again.document["results"]] == [DONE] * 2


def test_changed_inputs_are_planned_anew(axplan: Run, here: Path) -> None:
    axplan("run", "baseline", "half", "-q")
    write_tables(tiny_tables(appropriations={"main": {2026: 900}}), here / "inputs" / "baseline.xlsx")
    again = axplan("run", "baseline", "half", "--json")
    assert [result["ending"] for result in again.document["results"]] == [DONE] * 2


@pytest.mark.parametrize("record", ["", "{", "[]", '{"fingerprint": 1}', "null"])
def test_a_record_that_cannot_be_read_is_no_result(here: Path, record: str) -> None:
    options = Options(here, here / "outputs", "ko")
    (here / "outputs" / "half").mkdir(parents=True)
    (here / "outputs" / "half" / "run.json").write_text(record)
    assert run_to_ending("half", options, unchanged).kind == DONE
    assert run_to_ending("half", options, unchanged).kind == UNCHANGED


def test_a_study_without_scenarios_says_so(axplan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ended = axplan("run", "--all")
    assert ended.code == 2
    assert "There are no scenarios" in ended.err


def test_an_unknown_name_does_not_keep_the_others_from_being_planned(axplan: Run, here: Path) -> None:
    ended = axplan("run", "half", "halve", "--json")
    assert [result["ending"] for result in ended.document["results"]] == [DONE, INVALID]
    assert ended.code == 2
    assert "half" in ended.document["results"][1]["message"]


def kill_over_half(prepared: Prepared) -> None:
    if prepared.scenario.name == "half":
        os.kill(os.getpid(), signal.SIGKILL)


def fault_over_half(prepared: Prepared) -> None:
    if prepared.scenario.name == "half":
        raise ZeroDivisionError


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills a process with a POSIX signal")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_process_that_is_killed_fails_its_own_scenario_only(here: Path, jobs: int) -> None:
    options = Options(here, here / "outputs", "en")
    found = {e.scenario: e for e in run_in_processes(kill_over_half, ["baseline", "half", "more"], options, jobs)}
    assert {name: ending.kind for name, ending in found.items()} == {"baseline": DONE, "half": FAILED, "more": DONE}
    assert "ended suddenly" in found["half"].message
    assert exit_code(found.values()) == 4
    assert not multiprocessing.active_children()


def test_a_fault_of_the_program_ends_one_scenario_with_a_report(here: Path) -> None:
    options = Options(here, here / "outputs", "en")
    found = run_to_ending("half", options, fault_over_half)
    assert (found.kind, found.code) == (FAILED, 70)
    report = Path(found.message.rsplit(": ", 1)[1])
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")
    report.unlink()


def test_an_earlier_result_outlives_a_scenario_that_fails(here: Path) -> None:
    options = Options(here, here / "outputs", "ko")
    assert [ending.kind for ending in run_batch(["half"], options)] == [DONE]
    before = contents(here / "outputs" / "half")
    scenario(here, "half", "extends: baseline\nchanges: {tracks.reskilled.target: 5000000}")
    assert [ending.kind for ending in run_batch(["half"], options)] != [DONE]
    assert contents(here / "outputs" / "half") == before


@pytest.fixture
def many(tmp_path: Path) -> Path:
    names = [f"s{n:02}" for n in range(12)]
    return study_with(tmp_path / "many", {name: "title: {ko: 가, en: A}" for name in names})


def first_result(study: Path, process: subprocess.Popen[str]) -> Iterator[Path]:
    while process.poll() is None and not (found := list(study.glob("outputs/[!.]*/run.json"))):
        time.sleep(0.02)
    yield from found


@pytest.mark.skipif(sys.platform == "win32", reason="sends a POSIX signal")
def test_ctrl_c_leaves_finished_work_whole_and_nothing_running_and_the_batch_can_go_on(many: Path) -> None:
    command = [sys.executable, "-m", "axplan.cli", "run", "--all", "--jobs", "2", "--lang", "en"]
    process = started(command, cwd=many)
    assert list(first_result(many, process))
    working = psutil.Process(process.pid).children(recursive=True)
    assert working
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert "Stopped. Saved results are untouched." in said
    assert not psutil.wait_procs(working, timeout=PATIENCE)[1]
    done = [path.parent for path in many.glob("outputs/[!.]*/run.json")]
    assert 0 < len(done) < 12
    whole = {folder.name: contents(folder) for folder in done}
    assert len({len(found) for found in whole.values()}) == 1
    ended = subprocess.run([*command, "--json"], cwd=many, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    endings = {result["scenario"]: result["ending"] for result in json.loads(ended.stdout)["results"]}
    assert {name for name, ending in endings.items() if ending == UNCHANGED} >= set(whole)
    assert len(endings) == 12
    for name, found in whole.items():
        assert contents(many / "outputs" / name) == found


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kills processes with a POSIX signal")
def test_a_small_campaign_of_killed_batches() -> None:
    """The long one is `make batch-kills`."""
    ended = subprocess.run([sys.executable, batch_kills.__file__, "3"], capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "3 kills" in ended.stdout
