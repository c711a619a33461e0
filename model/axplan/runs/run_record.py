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
from axplan.plan.rounding.printed import Printed
from axplan.plan.yardsticks import SIMPLER
from axplan.report.whose_money import mobilised

SCHEMA = 2
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
    scenario: str, printed: Printed, certificate: Certificate, folder: Path, files: list[str]
) -> dict[str, Any]:
    """What --json prints for a plan: status, objective and indicators in their units, money and people as they are
    printed, ways to give way, files, certificate."""
    plan = printed.exact
    return {
        "schema": SCHEMA,
        "scenario": scenario,
        "status": "optimal",
        "objective": objective_document(plan),
        **_yardsticks(plan),
        "indicators": plan.indicators,
        **_appraisal(plan),
        **_printed(printed.plan),
        **_giving_way(plan),
        **_padding(plan),
        "files": [str(folder / name) for name in files],
        "certificate": certificate.as_dict(),
    }


def objective_document(plan: Plan) -> dict[str, Any]:
    """What a plan maximises, and what it comes to in the unit that is reported."""
    objective = plan.objective
    unit, weights = objective.unit.en, dict(objective.weights)
    return {"indicator": objective.indicator, "value": plan.value, "unit": unit, "weights": weights}


def _yardsticks(plan: Plan) -> dict[str, Any]:
    """What simpler plans are worth (null: they cannot meet all requirements), the gains over them, and what the rules
    on the split cost; see `plan.yardsticks`."""
    found = plan.yardsticks
    if found is None:
        return {}
    return {
        "yardsticks": {
            "free": found.free,
            **{name: getattr(found, name) for name in SIMPLER},
            "gains": {name: found.gain_over(name) for name in SIMPLER},
            "price_of_the_split": found.price_of_the_split,
            "left_out": list(found.left_out),
        }
    }


def _appraisal(plan: Plan) -> dict[str, Any]:
    """Benefit, cost, NPV (억원) and B/C by convention, the headline first; the plan without the pillar that is set
    apart, see `plan.without`."""
    names = ("worth", "cost", "npv", "benefit_cost_ratio")
    rows = plan.frames["appraisal"].set_index("convention")[list(names)].to_dict("index")
    found = {
        convention: {"benefit" if name == "worth" else name: _number(row[name]) for name in names}
        for convention, row in rows.items()
    }
    return {"appraisal": found, **({"without": plan.without.document()} if plan.without else {})}


def _printed(plan: Plan) -> dict[str, Any]:
    """Whose money it is, in 억원, and the people trained by their target years: the figures of summary and brief."""
    targets = plan.frames["targets"]
    people = {"trained": float(targets["achieved"].sum()), "target": float(targets["target"].sum())}
    return {"money": mobilised(plan).document(), "people": people}


def _giving_way(plan: Plan) -> dict[str, Any]:
    """What round steps bring, in units of the objective, and what it costs that programmes must progress."""
    steps = [
        {"kind": r.kind, "key": list(r.key), "way": r.way, "step": r.step, "worth": r.worth, "price": r.price,
         "reach": r.reach, "now": _number(r.now)}
        for r in plan.price_ranges
    ]  # fmt: skip
    found = plan.completion
    without = found and {"value": found.free, "cost": found.cost, "outlay": found.outlay}
    return {"giving_way": steps, **({"without_required_progress": without} if without else {})}


def _number(amount: float) -> float | None:
    """A number as JSON has it: null where there is none."""
    return None if amount != amount else float(amount)


def _padding(plan: Plan) -> dict[str, Any]:
    """Money above the cheapest order of the same depth (억원), as a share of commitments, and the rules on money that
    have a price."""
    found = plan.padding
    if found is None:
        return {}
    prices = [{"rule": n, "price": price} for n, price in found.rules]
    return {"padding": {"end": found.end, "ahead": found.ahead, "share": found.share, "rules": prices}}


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
