"""Scenarios or workbooks beside a first one, from their names to the results on disk."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from axplan.analyses.compare.book import write_comparison
from axplan.analyses.compare.cases import ComparedCase, Comparer, Step
from axplan.analyses.compare.pairs import Pair, pair
from axplan.analyses.question import AnswerFiles, place_answer
from axplan.core.atomic_files import require_closed, write_rows
from axplan.core.checkpoint import NamedProgress, no_progress
from axplan.core.errors import AxplanError, UsageError
from axplan.core.text import Text
from axplan.inputs.objective import single
from axplan.plan.optimise import optimise
from axplan.runs.run import Options
from axplan.runs.run_record import failure_document, input_hash, versions
from axplan.scenario import Applied, Scenario, applied_inputs, scenario_or_inputs

FILES = AnswerFiles("compare", "comparison.xlsx", "comparison.json")

PLANNING = Text("{name}: 계획을 찾는 중", "{name}: looking for the plan")
SHARING = Text("{before} → {after}: 변경의 조합을 푸는 중", "{before} → {after}: solving combinations of changes")

AT_LEAST_TWO = Text(
    "비교할 것을 둘 이상 적으십시오: axplan compare baseline small-fund",
    "Name at least two to compare: axplan compare baseline small-fund",
)
ITSELF = Text("'{name}'은(는) 자기 자신과 다른 것이 없습니다. ", "'{name}' does not differ from itself. ")
NOTHING = Text("", "")


@dataclass(frozen=True)
class Compared:
    """A finished comparison: the pair, where its files are, and the document --json prints."""

    pair: Pair
    folder: Path
    document: dict[str, Any]

    @property
    def exit_code(self) -> int:
        """0, or that of a side without a plan."""
        return max(side.fault.exit_code if side.fault else 0 for side in self.pair.sides)


def compare_named(names: Sequence[str], options: Options, progress: NamedProgress = no_progress) -> list[Compared]:
    """Compare every further name with the first, and put the results in `output/compare/<first>_vs_<name>/`.

    A comparison says why a side has no plan; the cells that differ are listed all the same.

    Raises
    ------
    UsageError: fewer than two names, or one that is not there.
    InputError, EnvironmentFault: inputs that cannot be read, or results that cannot be written.
    """
    scenarios = _scenarios(names, options)
    folders = [_folder(scenarios[0], other, options) for other in scenarios[1:]]
    for folder in folders:
        require_closed(folder / FILES.book)  # said before solving, which may take minutes
    applied = [applied_inputs(scenario) for scenario in scenarios]
    first, *others = [_case(*given, progress) for given in zip(scenarios, applied, strict=True)]
    comparer = Comparer(first) if first.plan else None
    return [
        _compared(first, other, comparer, folder, options, progress)
        for other, folder in zip(others, folders, strict=True)
    ]


def _case(scenario: Scenario, applied: Applied, progress: NamedProgress) -> ComparedCase:
    """A scenario with its plan, or with the reason why it has none."""
    progress(PLANNING.format(name=scenario.name), 0, 0)
    case = ComparedCase(scenario.name, scenario.title, applied.tables, scenario.objective)
    try:
        return replace(case, plan=optimise(applied.inputs(), scenario.objective).plan)
    except AxplanError as fault:
        return replace(case, fault=fault)


def _scenarios(given: Sequence[str], options: Options) -> list[Scenario]:
    """What the words mean, each once, under names that differ; a workbook is called by its file, and its folder if need
    be."""
    words = list(dict.fromkeys(given))
    if len(words) < 2:
        itself = ITSELF.format(name=words[0]) if len(given) > 1 else NOTHING
        raise UsageError(Text(itself.ko + AT_LEAST_TWO.ko, itself.en + AT_LEAST_TWO.en))
    found = [scenario_or_inputs(options.study, word) for word in words]
    names = [scenario.name for scenario in found]
    named = []
    for word, scenario in zip(words, found, strict=True):
        name = scenario.name if names.count(scenario.name) == 1 else _long_name(word)
        title = scenario.title if scenario.title.ko else Text(word, word)
        objective = single(options.valuation) if options.valuation else scenario.objective
        named.append(replace(scenario, name=name, title=title, objective=objective))
    return named


def _long_name(word: str) -> str:
    """A name made of a whole path."""
    return re.sub(r"[^\w.-]+", "-", str(Path(word).with_suffix(""))).strip("-.") or "inputs"


def _folder(before: Scenario, after: Scenario, options: Options) -> Path:
    return options.output / FILES.folder / f"{before.name}_vs_{after.name}"


def _compared(
    before: ComparedCase, after: ComparedCase, comparer: Comparer | None, folder: Path, options: Options,
    progress: NamedProgress,
) -> Compared:  # fmt: skip
    known = pair(before, after)
    words = SHARING.format(before=before.name, after=after.name)
    progress(words, 0, known.combinations)
    found = pair(before, after, comparer, lambda solved: progress(words, solved, known.combinations))
    return Compared(found, folder, place_answer(folder, FILES, lambda draft: _write(found, options, draft)))


def _write(found: Pair, options: Options, folder: Path) -> tuple[Sequence[str], dict[str, Any]]:
    """The files, and what the document says of the comparison."""
    files = write_comparison(found, folder, options.language, _facts(found, options.language), options.unit)
    files += [write_rows(folder / name, *table).name for name, table in _csv_tables(found).items()]
    return [*files, FILES.document], _document(found, options.language)


def _facts(found: Pair, language: str) -> dict[str, str]:
    """What identifies the comparison, for its workbook."""
    sides = {f"{end}_side": side for end, side in zip(("before", "after"), found.sides, strict=True)}
    return {
        **{f"title.{lang}": f"{found.before.title.in_(lang)} → {found.after.title.in_(lang)}" for lang in ("ko", "en")},
        **{
            name: f"{side.title.in_(language)} ({side.name}), SHA-256 {input_hash(side.tables)}"
            for name, side in sides.items()
        },
        **{f"versions.{name}": text for name, text in versions().items()},
    }  # fmt: skip


def _document(found: Pair, language: str) -> dict[str, Any]:
    """What --json prints: both sides, the cells that differ, and what that does to the plan, with every digit."""
    return {
        "status": "compared" if found.comparison else "incomplete",
        **{end: _case_document(case, language) for end, case in zip(("before", "after"), found.sides, strict=True)},
        "inputs": [
            {"address": c.address, "old": _json(c.old), "new": _json(c.new), "matters": c.matters} for c in found.cells
        ],
        "headline": {v: _change(*ends) for v, ends in found.headline.items()},
        "plan": {name: frame.to_dict("records") for name, frame in found.plans.items()},
        "attribution": _attribution_document(found, language),
    }


def _case_document(case: ComparedCase, language: str) -> dict[str, Any]:
    known = {"name": case.name, "title": {"ko": case.title.ko, "en": case.title.en}}
    if case.fault:
        failed = failure_document(case.name, case.fault, language)
        return {**known, **{k: v for k, v in failed.items() if k not in ("schema", "scenario")}}
    return {**known, "status": "optimal", "objective": dict(case.objective.weights)}


def _change(before: float | None, after: float | None) -> dict[str, float | None]:
    known = before is not None and after is not None
    return {"before": before, "after": after, "difference": after - before if known else None}  # type: ignore[operator]


def _attribution_document(found: Pair, language: str) -> dict[str, Any] | None:
    if found.comparison is None:
        return None
    made = found.comparison.attribution
    return {
        "indicator": found.comparison.indicator,
        "method": made.method,
        "before": made.before,
        "after": made.after,
        "difference": made.total,
        "shares": [
            {"changes": _addresses(step), "words": found.words(step).in_(language), "share": share}
            for step, share in found.comparison.shares()
        ],
    }  # fmt: skip


def _addresses(step: Step) -> list[str]:
    return [".".join(group) for group in step]


def _json(raw: object) -> Any:
    return raw if raw is None or isinstance(raw, str | int | float) else str(raw)


Csv = tuple[Sequence[str], Iterable[Sequence[Any]]]


def _csv_tables(found: Pair) -> Mapping[str, Csv]:
    """Tidy tables with every digit; money in 억원."""
    tables: dict[str, Csv] = {
        "inputs.csv": (("address", "old", "new"), [(c.address, _json(c.old), _json(c.new)) for c in found.cells])
    }
    if found.comparison:
        rows = [(name, *row) for name, frame in found.plans.items() for row in frame.itertuples(index=False, name=None)]
        tables["plan.csv"] = ("dimension", "key", "measure", "before", "after", "difference"), rows
        shares = [(" + ".join(_addresses(step)), share) for step, share in found.comparison.shares()]
        tables["attribution.csv"] = ("changes", "share"), shares
    return tables
