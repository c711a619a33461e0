"""The error tree. Every class knows its exit code; every problem in the inputs has a code of its own.

AxplanError                    exit
├── InputError                 1   problems in a workbook, a folder of tables or a scenario
├── UsageError                 2   the command line asks for something that is not there
├── SolveError
│   ├── Infeasible             3   no plan satisfies all the requirements together
│   ├── Unbounded              3   the value of the plan has no upper limit
│   └── SolverFailure          4   the solver stopped without a proven answer
├── CertificateError           70  a plan that fails its own re-check is not a plan
├── EnvironmentFault           4   a file that is open elsewhere, a full disk, a missing solver
├── WorkerLost                 4   a process or a machine that ended in the middle of its work
└── InternalFault              70  a fault of the program itself, kept in a file for its makers
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from axplan.core.problem import Problem, listed
from axplan.core.text import Text


class AxplanError(Exception):
    """The root: a message in both languages and the exit code of the command it ends."""

    exit_code = 70

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message

    def lines(self, language: str) -> list[str]:
        """What the user reads, line by line."""
        return [self.message.in_(language)]

    def in_a_line(self, language: str) -> str:
        """The most important of these lines."""
        return self.lines(language)[0]

    def __reduce__(self) -> tuple[Any, ...]:
        """Faults travel between processes with everything they say."""
        return _restored, (type(self), self.args, dict(self.__dict__))


def _restored(kind: type[AxplanError], said: tuple[object, ...], content: dict[str, object]) -> AxplanError:
    fault = kind.__new__(kind)
    fault.args = said
    fault.__dict__.update(content)
    return fault


class InputError(AxplanError):
    """Inputs that cannot be planned with: every problem found, in sheet and row order."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Sequence[Problem] = sorted(problems, key=lambda p: (p.order, p.place, p.code))
        count = sum(p.is_error for p in self.problems)
        super().__init__(Text(f"입력에 오류가 {count}건 있습니다.", f"The inputs have {count} problem(s)."))

    def lines(self, language: str) -> list[str]:
        """The problems line by line (at most `MOST_LISTED`), then how many errors there are."""
        return [*listed(self.problems, language), *super().lines(language)]

    def in_a_line(self, language: str) -> str:
        """The first problem that is no mere warning."""
        errors = (problem.line(language) for problem in self.problems if problem.is_error)
        return next(errors, self.message.in_(language))


class UsageError(AxplanError):
    """A name or an option on the command line that does not exist."""

    exit_code = 2


class SolveError(AxplanError):
    """The solver gave no plan."""


EXPLAIN = Text(
    "셀 위치, 부족분, 하나만 바꾸어 푸는 길: axplan explain <시나리오>",
    "The cells, by how much, and single ways out: axplan explain <scenario>",
)


class Infeasible(SolveError):
    """No plan satisfies everything together.

    `groups` names the requirements that collide, in both languages; `conflict` is what the search for them found, for
    those who explain further.
    """

    exit_code = 3

    def __init__(self, message: Text, groups: Sequence[Text] = (), conflict: Mapping[Any, Any] | None = None) -> None:
        super().__init__(message)
        self.groups, self.conflict = list(groups), conflict

    def lines(self, language: str) -> list[str]:
        """The message, the groups that collide, and the command that explains them."""
        hint = [EXPLAIN.in_(language)] if self.groups else []
        return [*super().lines(language), *(f"  - {group.in_(language)}" for group in self.groups), *hint]


class Unbounded(SolveError):
    """The objective can grow without limit: a cost or a ceiling is missing in the inputs."""

    exit_code = 3


class SolverFailure(SolveError):
    """The solver ended without a proven optimum or a proof that there is none."""

    exit_code = 4


class CertificateError(AxplanError):
    """A solution that does not pass its re-check; it is never written as a plan."""


class EnvironmentFault(AxplanError):
    """Something outside the inputs: a file open elsewhere, a full disk, a missing library."""

    exit_code = 4


class WorkerLost(AxplanError):
    """A process or machine ended in the middle of its work."""

    exit_code = 4


class InternalFault(AxplanError):
    """A fault of the program itself; a report for its makers lies in a file."""

    @classmethod
    def of(cls, fault: BaseException) -> InternalFault:
        """Keep what went wrong in a file for the makers, and name it."""
        import sys
        import tempfile
        import traceback

        from axplan import __version__

        with tempfile.NamedTemporaryFile(
            "w", prefix="axplan-fault-", suffix=".txt", delete=False, encoding="utf-8"
        ) as report:
            report.write(f"axplan {__version__}\n{' '.join(sys.argv)}\n\n{''.join(traceback.format_exception(fault))}")
        return cls(Text(
            f"내부 오류입니다. 저장된 결과는 그대로입니다. 이 파일을 개발자에게 보내 주십시오: {report.name}",
            f"An internal fault. Saved results are untouched. Please send this file to the makers: {report.name}",
        ))  # fmt: skip
