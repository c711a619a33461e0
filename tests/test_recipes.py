"""The recipes of CONTRIBUTING.md, each performed on a copy: it works, and touches no more files than the recipe names."""

import filecmp
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from repository import ROOT

COPIED = ("model", "tests", "docs", "scenarios", "inputs", "README.md", "pyproject.toml", "Makefile", "constraints.txt")


class Copy:
    """A copy of the repository that is changed by a recipe."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in COPIED:
            source, ignored = ROOT / name, shutil.ignore_patterns("__pycache__", "*.png", "*.egg-info")
            if source.is_dir():
                shutil.copytree(source, folder / name, ignore=ignored)
            else:
                shutil.copy2(source, folder / name)

    def insert(self, path: str, before: str, text: str) -> None:
        """Put text before the first place where `before` stands in an existing file."""
        file = self.folder / path
        content = file.read_text(encoding="utf-8")
        assert before in content, f"{path} has no {before!r}"
        file.write_text(content.replace(before, text + before, 1), encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """A new file."""
        file = self.folder / path
        assert not file.exists()
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def python(self, *arguments: str) -> str:
        """What the copy's code prints; it must end well."""
        search = os.pathsep.join([str(self.folder / "model"), str(self.folder / "tests" / "support")])
        environment = os.environ | {"PYTHONPATH": search, "PYTHONDONTWRITEBYTECODE": "1", "AXPLAN_LANG": "en"}
        command = [sys.executable, *arguments]
        done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        return done.stdout

    def tests(self, *arguments: str) -> None:
        """Run tests of the copy."""
        self.python("-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments)

    @property
    def changed(self) -> set[str]:
        """The files of the repository that the recipe has changed; new ones are not among them."""
        return set(self._changed())

    def _changed(self) -> Iterator[str]:
        for path in self.folder.rglob("*"):
            original = ROOT / path.relative_to(self.folder)
            if path.is_file() and original.exists() and not filecmp.cmp(path, original, shallow=False):
                yield path.relative_to(self.folder).as_posix()


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path / "axplan")


PLAN = "import axplan; from tiny import tiny_inputs; print(axplan.optimise(tiny_inputs()).objective)"
"""Plans the tiny case with the code of the copy."""


def test_an_input_column(copy: Copy) -> None:
    declared = """    height: Mapping[str, float] = column(
        NUMBER, "해발", "Height", "권역의 평균 해발", "Mean height of the region", required=False, default=0.0)
"""
    before = copy.folder / "model/axplan/inputs/schema/economy.py"
    at = next(line for line in before.read_text(encoding="utf-8").splitlines(True) if "investment_cost:" in line)
    copy.insert("model/axplan/inputs/schema/economy.py", at, declared)
    table = copy.folder / "model/axplan/data/baseline/regions.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([f"{lines[0]},height", *(f"{line},12" for line in lines[1:])]) + "\n", encoding="utf-8")
    copy.python("-m", "axplan.cli", "init", "study", "--quiet")
    read = 'import axplan; print(axplan.load_inputs("study/inputs/baseline.xlsx", "regions.capital.height=30").regions.height)'
    assert copy.python("-c", read).strip() == "{'capital': 30.0, 'central': 12.0, 'honam': 12.0, 'yeongnam': 12.0}"
    assert "Mean height of the region" in (copy.folder / "study/inputs/README.md").read_text(encoding="utf-8")
    assert copy.changed == {"model/axplan/inputs/schema/economy.py", "model/axplan/data/baseline/regions.csv"}


RULE = '''@constraint(
    "두 해의 진도 상한", "Progress ceiling of two years", POLICY, rank=9,
    sheet="programmes", parameters=("programmes.annual_ceiling",), unit=SHARE,
    movable=(Movable("pace", "programmes", "annual_ceiling", SHARE, to=1.0),),
)  # fmt: skip
def two_year_ceiling(m: pyo.ConcreteModel, p: str, t: int) -> Any:
    """progress[p,t] − progress[p,t−2] ≤ 1.5 · annual_ceiling[p]"""
    x = m.inputs
    most = 1.5 * x.programmes.annual_ceiling[p]
    if t - 2 < x.years[0]:
        return linear([1.0], [m.progress[p, t]]) <= most
    return linear([1.0, -1.0], [m.progress[p, t], m.progress[p, t - 2]]) <= most


'''
EQUATION = '''def two_year_ceiling(v: Dense) -> Rows:
    """progress_t − progress_{t−2} ≤ 1.5 · annual_ceiling[p]"""
    left = terms(v.progress) - terms(earlier(earlier(v.progress, 0.0), 0.0))
    most = 1.5 * sheet_column(v.inputs, "programmes", "annual_ceiling")
    return Rows("two_year_ceiling", left, AT_MOST, terms(most[:, None]), (_programmes(v), v.years))


'''
SHOWN = """@shows("two_year_ceiling", HOLDS)
def test_two_years_make_no_more_than_one_and_a_half_ceilings() -> None:
    progress = Case(programmes=required(0.9, annual_ceiling=0.6)).of("progress")
    assert progress["data", 2027] == pytest.approx(0.9)


@shows("two_year_ceiling", BINDS)
def test_more_than_one_and_a_half_ceilings_cannot_be_required() -> None:
    with pytest.raises(Infeasible):
        best(programmes=required(0.95, annual_ceiling=0.6))


@shows("two_year_ceiling", BREAKS)
def test_two_hasty_years_are_noticed() -> None:
    case = Case(programmes={"data": {"annual_ceiling": 0.6}})
    hasty = {("data", 2026): 0.5, ("data", 2027): 1.0}
    assert case.violation("two_year_ceiling", ("data", 2027), progress=hasty) == pytest.approx(0.1)


"""


@pytest.mark.slow
def test_a_constraint(copy: Copy) -> None:
    block, certificate = "model/axplan/formulation/programmes.py", "model/axplan/plan/certificate/growth.py"
    tests = "tests/formulation/test_programmes.py"
    declared = "    m.progress_requirement = pyo.Constraint"
    copy.insert(block, declared, "    m.two_year_ceiling = pyo.Constraint(states, rule=two_year_ceiling)\n")
    copy.insert(block, '@constraint(\n    "기반사업 최소 진도"', RULE)
    copy.insert(certificate, "def progress_requirement(v: Dense)", EQUATION)
    copy.insert(certificate, "progress_requirement,\n)", "two_year_ceiling, ")
    copy.insert(tests, '@shows("progress_requirement", HOLDS)', SHOWN)
    if "import Infeasible" not in (copy.folder / tests).read_text(encoding="utf-8"):
        copy.insert(tests, "from constraint_coverage import", "from axplan.core.errors import Infeasible\n")
    page = copy.python("-m", "axplan.formulation.page")
    (copy.folder / "docs" / "formulation.md").write_text(page, encoding="utf-8")
    assert "**two_year_ceiling**" in page
    copy.tests(tests, "-k", "two_years or two_hasty or one_and_a_half")
    copy.tests(
        *(
            f"tests/formulation/test_{name}.py"
            for name in ("constraint_coverage", "constraint_registry", "formulation_page")
        )
    )
    copy.tests("tests/plan/certificate/test_agreement.py", "-m", "not slow", "-x")
    assert copy.changed == {block, certificate, tests, "docs/formulation.md"}
    assert len(copy.changed) <= 5


SHEET = '''"""시험: a sheet that says how many people are trained."""

from collections.abc import Mapping

from axplan.core.text import Text
from axplan.report.context import Book
from axplan.report.spec import SheetSpec
from axplan.report.tables.table import Column, Line, share_of
from axplan.report.words import heading


def write(book: Book) -> None:
    """One line a track, and its part of all."""
    page, x = book.start("trial"), book.plan.inputs
    trained = book.plan.frames["targets"].set_index("track")["trained"]
    columns = [
        Column(book.heading("targets", "track")),
        Column(book.say("persons"), "n0", adds=True, name="persons"),
        Column(book.say("share"), "share", adds=True, computed=share_of("persons")),
    ]
    lines = tuple(Line(book.label("tracks", w), [float(trained[w])], key=w) for w in x.tracks.track)
    book.placed["trial"] = page.table(columns, [Line(book.say("total"), lines=lines, key="total")])


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("trial", Text("시험", "Trial"), Text("시험 시트", "A trial sheet"),
        Text("트랙별 양성 인원", "People trained by track")),
}
# fmt: on

SHEET = SheetSpec("trial", write)
'''


def test_a_sheet_of_the_plans_workbook(copy: Copy) -> None:
    copy.write("model/axplan/report/sheets/trial.py", SHEET)
    copy.insert("model/axplan/report/book.py", "    workforce,\n)", "    trial,\n")
    copy.insert("model/axplan/report/book.py", "    performance, coverage, effects, appraisal,", "    trial,\n")
    write = """
import sys; from pathlib import Path
import axplan, openpyxl
from axplan.report import write_results
from axplan.workbook import write_tables
from tiny import tiny_inputs
made = axplan.optimise(tiny_inputs())
write_results(made.plan, made.certificate.checks, Path("."), "en", {})
sheet = openpyxl.load_workbook("plan.xlsx")["Trial"]
print([[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)][:2])
"""
    told = copy.python("-c", write)
    assert "'Track', 'persons', 'Share'" in told
    assert "=SUM(B" in told
    copy.tests("tests/report/test_report_words.py")
    assert copy.changed == {"model/axplan/report/book.py"}


COMMAND = '''"""`axplan years`: the years of a plan."""

from pathlib import Path

import click

from axplan.cli.terminal import print_json, say, shared_options


@click.command(help=say("계획의 연도", "The years of the plan"))
@click.argument("workbook", type=click.Path(path_type=Path))
@shared_options
def years(workbook: Path, lang: str, as_json: bool, quiet: bool) -> None:
    import axplan

    found = axplan.load_inputs(workbook).years
    if as_json:
        print_json({"schema": 1, "years": list(found)})
    elif not quiet:
        click.echo(f"{found[0]}–{found[-1]}")
'''


def add_command(copy: Copy, name: str, row: str) -> None:
    copy.insert("model/axplan/cli/__init__.py", "from axplan.core", f"from axplan.cli.{name} import {name}\n")
    copy.insert("model/axplan/cli/__init__.py", "firmness):\n    cli.add_command", f"{name}, ")
    copy.insert("README.md", "| `axplan convert SRC DST`", row)


def test_a_command(copy: Copy) -> None:
    copy.write("model/axplan/cli/years.py", COMMAND)
    add_command(copy, "years", "| `axplan years WORKBOOK` | the years of the plan |\n")
    assert copy.python("-m", "axplan.cli", "years", "inputs/baseline.xlsx").strip() == "2026–2030"
    assert '"years": [' in copy.python("-m", "axplan.cli", "years", "inputs/baseline.xlsx", "--json")
    copy.tests("tests/cli/test_cli.py", "-k", "readme or help")
    assert copy.changed == {"model/axplan/cli/__init__.py", "README.md"}


QUESTION = '''"""What a plan costs for each person it trains, from the words of the command line to its results on disk."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from axplan.analyses.question import Answer, AnswerFiles, ask
from axplan.plan.optimise import CertifiedPlan, optimise
from axplan.runs.run import Options

FILES = AnswerFiles("per_head", "per_head.txt", "per_head.json")


def per_head(made: CertifiedPlan) -> float:
    """Public money for training over people trained, 억원 a person; 0 where nobody is trained."""
    targets = made.frames["targets"]
    return float(targets["public"].sum() / targets["trained"].sum()) if targets["trained"].sum() else 0.0


def answer_per_head(name: str, options: Options) -> Answer:
    """Put the answer in `output/per_head/<name>/`, whole or not at all."""
    question = ask(name, options, FILES)
    found = per_head(optimise(question.inputs, question.scenario.objective, measured=False))

    def write(folder: Path) -> tuple[Sequence[str], Mapping[str, Any]]:
        (folder / FILES.book).write_text(f"{found:.6f}\\n", encoding="utf-8")
        return [FILES.book], {"per_head": found}

    return Answer(question, question.place("optimal", write))
'''
ASKING = '''"""`axplan per_head`: what a plan costs for each person it trains."""

from pathlib import Path

import click

from axplan.cli.options import output_option
from axplan.cli.terminal import print_json, say, shared_options


@click.command("per_head", help=say("한 사람을 기르는 데 드는 돈", "What training one person costs"))
@click.argument("scenario", default="baseline")
@output_option
@shared_options
def per_head(scenario: str, output: Path, lang: str, as_json: bool, quiet: bool) -> None:
    from axplan.analyses.per_head.run import answer_per_head
    from axplan.runs.run import Options

    found = answer_per_head(scenario, Options(Path.cwd(), output, lang))
    if as_json:
        print_json(found.document)
    elif not quiet:
        click.echo(found.folder)
'''


def test_a_question_asked_of_a_plan(copy: Copy) -> None:
    copy.write("model/axplan/analyses/per_head/__init__.py", '"""What a plan costs for each person it trains."""\n')
    copy.write("model/axplan/analyses/per_head/run.py", QUESTION)
    copy.write("model/axplan/cli/per_head.py", ASKING)
    add_command(copy, "per_head", "| `axplan per_head [SCENARIO]` | what training one person costs |\n")
    study = "from batch_study import study_with; from pathlib import Path; study_with(Path('study'), {'baseline': 'title: A'})"
    copy.python("-c", study)
    told = copy.python("-c", "import os, sys; os.chdir('study'); sys.argv = ['axplan', 'per_head', '--json']; "
                             "from axplan.cli import main; main()")  # fmt: skip
    assert '"per_head":' in told
    assert (copy.folder / "study/outputs/per_head/baseline/per_head.json").exists()
    copy.tests("tests/test_architecture.py", "-k", "room or question")
    assert copy.changed == {"model/axplan/cli/__init__.py", "README.md"}
    assert len(copy.changed) <= 4
