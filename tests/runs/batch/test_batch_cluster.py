"""The same batch on a real cluster of two workers, one of which is killed while it works."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("distributed", reason="the library for clusters is not installed (extra `cluster`)")

from axplan.core.errors import EnvironmentFault, UsageError
from axplan.runs.batch import cluster
from batch_study import SCENARIOS, contents, study_with

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills a worker with a POSIX signal")

DASK = [sys.executable, "-m", "dask"]
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
MANY = {f"s{n:02}": f"extends: baseline\nchanges: {{appropriations.main.2026: {{add: {n}}}}}" for n in range(6)}


class Cluster:
    """A scheduler and its workers, in processes of their own and with no folder in common with the study."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, folder / "scheduler.json"
        self.workers: list[subprocess.Popen[bytes]] = []
        folder.mkdir()
        command = [*DASK, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(self.file)]  # fmt: skip
        self.scheduler = subprocess.Popen(command, cwd=folder, **QUIET)  # type: ignore[call-overload]
        self.address = str(self.written()["address"])

    def written(self) -> dict[str, Any]:
        while True:
            try:
                found: dict[str, Any] = json.loads(self.file.read_text())
            except (OSError, ValueError):
                assert self.scheduler.poll() is None, "the scheduler ended by itself"
                time.sleep(0.05)
                continue
            return found

    def add_workers(self, count: int) -> None:
        command = [*DASK, "worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard",
                   "--local-directory", str(self.folder)]  # fmt: skip
        self.workers += [subprocess.Popen(command, cwd=self.folder, **QUIET) for _ in range(count)]  # type: ignore[call-overload]
        with self.client() as client:
            client.wait_for_workers(count)

    def client(self) -> Any:
        from distributed import Client

        return Client(self.address, set_as_default=False)

    def stop(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def two_workers(tmp_path: Path) -> Iterator[Cluster]:
    made = Cluster(tmp_path / "cluster")
    try:
        made.add_workers(2)
        yield made
    finally:
        made.stop()


def command(*more: str) -> list[str]:
    return [sys.executable, "-m", "axplan.cli", "run", "--all", "--json", "--lang", "en", *more]


def endings(text: str) -> dict[str, str]:
    return {result["scenario"]: result["ending"] for result in json.loads(text)["results"]}


@pytest.mark.slow
def test_a_cluster_gives_the_same_results_although_a_worker_is_killed(tmp_path: Path, two_workers: Cluster) -> None:
    study = study_with(tmp_path / "study", {**SCENARIOS, **MANY})
    process = subprocess.Popen(
        command("--cluster", two_workers.address), cwd=study, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    while process.poll() is None and not list(study.glob("outputs/[!.]*/run.json")):
        time.sleep(0.02)
    os.kill(two_workers.workers[0].pid, signal.SIGKILL)
    out, said = process.communicate(timeout=120)
    assert process.returncode == 3, said
    local = subprocess.run(command("--jobs", "2", "-o", "local"), cwd=study, capture_output=True, text=True)
    assert endings(out) == endings(local.stdout)
    found = {path.name: contents(path) for path in (study / "outputs").iterdir()}
    assert found == {path.name: contents(path) for path in (study / "local").iterdir()}
    assert len(found) == len(MANY) + 3
    again = subprocess.run(command("--cluster", two_workers.address), cwd=study, capture_output=True, text=True)
    assert sorted(endings(again.stdout).values()) == ["infeasible", "invalid", *["unchanged"] * len(found)]
    shutil.rmtree(study / "outputs")


def test_a_cluster_without_workers_is_told(tmp_path: Path) -> None:
    made = Cluster(tmp_path / "cluster")
    try:
        study = study_with(tmp_path / "study", SCENARIOS)
        ended = subprocess.run(command("--cluster", made.address), cwd=study, capture_output=True, text=True)
    finally:
        made.stop()
    assert ended.returncode == 4
    assert "has no workers" in ended.stderr
    assert not (study / "outputs").exists()


@pytest.mark.parametrize(
    ("address", "fault", "words"),
    [("tcp://127.0.0.1:9", EnvironmentFault, "No scheduler answers at tcp://127.0.0.1:9"),
     ("nonesuch://here", UsageError, "'nonesuch://here' is not the address of a scheduler")],
)  # fmt: skip
def test_an_address_where_nobody_is(
    monkeypatch: pytest.MonkeyPatch, address: str, fault: type[Exception], words: str
) -> None:
    monkeypatch.setattr(cluster, "ANSWER_SECONDS", 0.3)
    with pytest.raises(fault, match=words):
        cluster._connected(address)


def test_without_the_library_the_cure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"axplan\[cluster\]"):
        cluster._connected("tcp://127.0.0.1:9")


class Workers:
    def __init__(self, found: Any) -> None:
        self.found = found

    def run(self, *_: Any, **__: Any) -> Any:
        if isinstance(self.found, Exception):
            raise self.found
        return self.found


@pytest.mark.parametrize(
    ("found", "words"),
    [({"tcp://w:1": {**cluster.versions(), "highspy": "0.1"}}, r"tcp://w:1: highspy 0\.1 ≠ "),
     ({"tcp://w:1": ModuleNotFoundError("No module named 'axplan'")}, "No module named 'axplan'"),
     (ModuleNotFoundError("No module named 'axplan'"), "No module named 'axplan'")],
)  # fmt: skip
def test_workers_with_other_programs_are_refused(found: Any, words: str) -> None:
    with pytest.raises(EnvironmentFault, match=words):
        cluster._require_same_programs(Workers(found))
    cluster._require_same_programs(Workers({"tcp://w:1": cluster.versions()}))
