"""The firmness of one scenario, from its file to its results on disk; a search that was broken off goes on where it stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from axplan.analyses.near_optimal.book import write_firmness
from axplan.analyses.near_optimal.mga import WITHIN, Firmness, firmness, search_of
from axplan.core.atomic_files import atomic_folder, require_closed, write_json
from axplan.core.checkpoint import Keeping
from axplan.core.errors import UsageError
from axplan.core.process_pool import usual_jobs
from axplan.core.text import Text
from axplan.plan.optimise import optimise
from axplan.runs.run import Options, chosen_scenario, origin_lines
from axplan.runs.run_record import SCHEMA, versions
from axplan.scenario import Applied, Scenario, applied_inputs
from axplan.scenario.describe import change_documents

FOLDER, PARTIAL, DOCUMENT = "firmness", "firmness.partial.json", "firmness.json"


@dataclass(frozen=True)
class Judged:
    """A finished search: what was found, where its files are, and the document --json prints."""

    scenario: Scenario
    applied: Applied
    firmness: Firmness
    folder: Path
    document: dict[str, Any]


def share(text: str) -> float:
    """A share from "1%", "0.5 %" or "0.01".

    Raises
    ------
    UsageError: it is no number, or not from 0 to below 1.
    """
    word = text.strip()
    try:
        found = float(word.removesuffix("%")) / (100 if word.endswith("%") else 1)
    except ValueError:
        found = -1.0
    if 0 <= found < 1:
        return found
    raise UsageError(Text(
        f"양보할 폭 '{text}'은(는) 0 이상 100% 미만이어야 합니다. 예: 1% 또는 0.01",
        f"The share to give up, '{text}', must be from 0 to below 100 %. For example: 1% or 0.01",
    ))  # fmt: skip


def judge_scenario(
    name: str, options: Options, within: float = WITHIN, jobs: int | None = None,
    done: Callable[[int, int], object] = lambda *_: None,
) -> Judged:  # fmt: skip
    """Judge a scenario's plan and put the results in `output/firmness/<name>/`, whole or not at all.

    While the search goes on, what is found is kept in `output/<name>/firmness.partial.json`; `done` hears how many ends are
    known and how many there are.

    Raises
    ------
    AxplanError: whatever kept the plan from being made or judged, or the results from being written.
    """
    scenario = chosen_scenario(name, options)
    folder = options.output / FOLDER / scenario.name
    require_closed(folder / "firmness.xlsx")  # said before the search, which may take minutes
    applied = applied_inputs(scenario)
    made = optimise(applied.inputs(), scenario.objective, measured=False)
    search = search_of(made, within)
    kept = Keeping(options.output / scenario.name / PARTIAL, search.fingerprint)
    found = firmness(made, search, within, jobs or usual_jobs(), kept, done)
    document = _write(found, scenario, applied, folder, options)
    kept.remove()
    return Judged(scenario, applied, found, folder, document)


def _write(
    found: Firmness, scenario: Scenario, applied: Applied, folder: Path, options: Options
) -> dict[str, Any]:  # fmt: skip
    facts = {
        "title.ko": scenario.title.ko, "title.en": scenario.title.en, **origin_lines(scenario, applied, options.language),
    }  # fmt: skip
    with atomic_folder(folder) as aside:
        files = [*write_firmness(found, aside, options.language, facts, options.unit), DOCUMENT]
        document = {
            "schema": SCHEMA,
            "scenario": scenario.name,
            "status": "optimal",
            **found.document(),
            "inputs": {"source": scenario.inputs.name, "sha256": facts["inputs.sha256"]},
            "changes": change_documents(applied.changes),
            "versions": versions(),
            "files": [str(folder / file) for file in files],
        }
        write_json(aside / DOCUMENT, document)
    return document
