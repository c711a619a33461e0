"""Batches that are killed and started again: `python tests/support/batch_kills.py 100 [seed]`.

`axplan run --all --jobs 2` is killed (SIGKILL, the process alone or with its workers) at a random moment, and the same command is
given again. Then the results of all scenarios must be there, equal to the byte to those of a batch that nobody touched, and the
work that was finished must not be done twice. Needs a POSIX system.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from batch_study import contents, study_with

COUNT = 4
SCENARIOS = {
    f"s{n}": f"title: {{ko: 가, en: A}}\nchanges: {{appropriations.main.2026: {{add: {n}}}}}" for n in range(COUNT)
}
COMMAND = [sys.executable, "-m", "axplan.cli", "run", "--all", "--jobs", "2", "--json", "--lang", "ko"]

TOO_LATE, LONGER = "no kill, as it had ended", 1.02
"""After each kill the moments reach a little later, so that a machine that has become slower is killed late in its work, too."""

Results = dict[str, dict[str, bytes]]


def results(study: Path) -> Results:
    return {path.parent.name: contents(path.parent) for path in sorted(study.glob("outputs/[!.]*/run.json"))}


def finished(study: Path) -> tuple[int, Counter[str], str]:
    """Give the command and let it end: exit code, how many scenarios ended how, and what was said."""
    ended = subprocess.run(COMMAND, cwd=study, capture_output=True, text=True)
    document = json.loads(ended.stdout or '{"results": []}')
    return ended.returncode, Counter(result["ending"] for result in document["results"]), ended.stderr


def killed_after(study: Path, seconds: float, with_workers: bool) -> bool:
    """Start the command and kill it after so many seconds; whether it was still at work."""
    process = subprocess.Popen(
        COMMAND, cwd=study, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(seconds)
    at_work = process.poll() is None
    if at_work:
        os.killpg(process.pid, signal.SIGKILL) if with_workers else process.kill()
    process.wait()
    return at_work


def fault(study: Path, expected: Results) -> str:
    """What is wrong after the command has been given again; nothing if all is there. Says how many were there before."""
    before = results(study)
    wrong = [name for name, found in before.items() if found != expected[name]]
    if wrong:
        return f"not whole after the kill: {wrong}"
    code, endings, said = finished(study)
    if code or endings["done"] + endings["unchanged"] != COUNT:
        return f"exit code {code}, {dict(endings)}, {said}"
    if endings["unchanged"] < len(before):
        return f"{len(before)} were there, only {endings['unchanged']} were not planned again"
    found = results(study)
    return "" if found == expected else f"other results: {[n for n in expected if found.get(n) != expected[n]]}"


def main(count: int, seed: int) -> int:
    moments, met, faults = Random(seed), Counter[str](), list[str]()
    with tempfile.TemporaryDirectory() as folder:
        study = study_with(Path(folder) / "study", SCENARIOS)
        started = time.perf_counter()
        assert finished(study)[0] == 0
        once = time.perf_counter() - started
        expected = results(study)
        kills = 0
        while kills < count:
            shutil.rmtree(study / "outputs")
            moment = moments.uniform(0.0, once)
            at_work = killed_after(study, moment, with_workers=kills % 2 == 0)
            if not at_work:  # too late; the machine is quicker now than it was
                once = moment
                met[TOO_LATE] += 1
                continue
            kills, once = kills + 1, LONGER * once
            met[f"{len(results(study))} of {COUNT} there"] += 1
            if found := fault(study, expected):
                faults.append(f"kill {kills}: {found}")
    print(f"{kills} kills: " + ", ".join(f"{n} with {what}" for what, n in sorted(met.items())))
    print("\n".join(faults) or "every batch was finished by the same command, with the same results")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
