"""The run record (run.json): what was run, on which inputs, with which programs, and how it ended."""

import hashlib
import importlib.metadata
import json
import platform
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from axplan import __version__
from axplan.core.errors import AxplanError, Infeasible, InputError
from axplan.inputs.tables import Tables
from axplan.plan.certificate import Certificate
from axplan.plan.result import Plan

SCHEMA = 1
"""Version of the documents written here and printed by --json; it rises when a field changes its meaning."""

STATUS_OF_EXIT_CODE = {1: "invalid", 2: "usage", 3: "infeasible", 4: "failed", 70: "failed"}


def input_hash(tables: Tables) -> str:
    """SHA-256 of what the tables say, however they are stored: a workbook and its folder of CSVs agree."""
    content = json.dumps(_plain(tables.content()), ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(content.encode()).hexdigest()


def file_hash(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _plain(value: Any) -> Any:
    """The value as JSON has it, with one spelling for a number: 1.0 of a workbook and 1 of a CSV file are the same."""
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def versions() -> dict[str, str]:
    """The programs that made the plan."""
    return {
        "axplan": __version__,
        **{name: importlib.metadata.version(name) for name in ("pyomo", "highspy")},
        "python": platform.python_version(),
    }


def result_document(
    scenario: str, plan: Plan, certificate: Certificate, folder: Path, files: list[str]
) -> dict[str, Any]:
    """What --json prints for a plan: status, objective and indicators in their units, files, certificate."""
    return {
        "schema": SCHEMA,
        "scenario": scenario,
        "status": "optimal",
        "objective": objective_document(plan),
        **_yardstick(plan),
        "indicators": plan.indicators,
        "files": [str(folder / name) for name in files],
        "certificate": certificate.as_dict(),
    }


def objective_document(plan: Plan) -> dict[str, Any]:
    """What a plan maximises, and what it comes to in the unit that is reported."""
    objective = plan.objective
    unit, weights = objective.unit.en, dict(objective.weights)
    return {"indicator": objective.indicator, "value": plan.value, "unit": unit, "weights": weights}


def _yardstick(plan: Plan) -> dict[str, Any]:
    """What the best proportional split is worth (null: it cannot meet all requirements), and the gain over it."""
    if plan.yardstick is None:
        return {}
    return {"proportional": {"value": plan.yardstick.value, "gain": plan.gain, "relative_gain": plan.relative_gain}}


def failure_document(scenario: str, fault: AxplanError, language: str) -> dict[str, Any]:
    """What --json prints where there is no plan: the status, the message, and what is wrong."""
    document: dict[str, Any] = {
        "schema": SCHEMA,
        "scenario": scenario,
        "status": STATUS_OF_EXIT_CODE.get(fault.exit_code, "failed"),
        "message": fault.message.in_(language),
    }
    if isinstance(fault, InputError):
        document["problems"] = [problem.as_dict(language) for problem in fault.problems]
    if isinstance(fault, Infeasible):
        document["conflict"] = [group.in_(language) for group in fault.groups]
    return document
