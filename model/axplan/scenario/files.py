"""The scenario files of a study: their names, and the chain of files that extend each other."""

from pathlib import Path

from axplan.core.errors import UsageError
from axplan.core.problem import Problem
from axplan.core.text import Text
from axplan.inputs.validation.suggest import did_you_mean, hint, nearest
from axplan.scenario.changes import FIRST_FILE
from axplan.scenario.read import FileContent, read_file

FOLDER, SUFFIX = "scenarios", ".yaml"
PACKAGED = Path(__file__).parents[1] / "data"
"""What `axplan init` copies: scenarios, and the baseline tables."""


def scenario_names(study: Path) -> list[str]:
    """The scenarios of a study folder, in alphabetical order."""
    return sorted(path.stem for path in (study / FOLDER).glob(f"*{SUFFIX}"))


def scenario_file(study: Path, name: str) -> Path:
    """The scenario's file; a folder without any scenarios still has the packaged baseline.

    Raises
    ------
    UsageError: there is no such scenario; the nearest name is offered.
    """
    names = scenario_names(study)
    if name.endswith(SUFFIX):  # the path of the file is as good as the name of the scenario
        name = Path(name).stem
    if name in names:
        return study / FOLDER / f"{name}{SUFFIX}"
    if not names and name in scenario_names(PACKAGED):
        return PACKAGED / FOLDER / f"{name}{SUFFIX}"
    raise UsageError(_unknown(study, name, names))


def _unknown(study: Path, name: str, names: list[str]) -> Text:
    if not names:
        return Text(
            f"{study / FOLDER} 에 시나리오가 없습니다. `axplan init 폴더`로 연구 폴더를 만들고 그 안에서 실행하십시오.",
            f"There are no scenarios in {study / FOLDER}. "
            "Make a study folder with `axplan init DIR` and run inside it.",
        )
    meant = did_you_mean(nearest(name, names))
    return Text(
        f"시나리오가 없습니다: '{name}'.{meant.ko} 있는 시나리오: {', '.join(names)}",
        f"There is no scenario '{name}'.{meant.en} Scenarios: {', '.join(names)}",
    )


def read_chain(path: Path) -> tuple[list[FileContent], list[Problem], bool]:
    """What the file says and what the files it extends say, the file itself first; what is wrong in all of them; and
    whether the chain has an end (if not, what the scenario changes is not known as a whole)."""
    content, problems = read_file(path, FIRST_FILE)
    chain, names = [content], [path.stem]
    while content.extends is not None:
        name, origin = content.extends
        near = sorted(other.stem for other in path.parent.glob(f"*{SUFFIX}"))
        if name in names:
            circle = " → ".join([*names[names.index(name) :], name])
            return chain, [*problems, origin.problem("E408", circle=circle)], False
        if name not in near:
            values = {"found": name, "names": ", ".join(near), "hint": hint(nearest(name, near))}
            return chain, [*problems, origin.problem("E407", **values)], False
        content, found = read_file(path.with_name(f"{name}{SUFFIX}"), FIRST_FILE + len(chain))
        problems += found
        chain.append(content)
        names.append(name)
    return chain, problems, True
