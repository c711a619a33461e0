"""How a scenario of a batch can end."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from axplan.core.errors import AxplanError, InternalFault, WorkerLost
from axplan.core.text import Text
from axplan.runs.run_record import failure_document

DONE, UNCHANGED, INFEASIBLE, INVALID, FAILED = "done", "unchanged", "infeasible", "invalid", "failed"

ENDINGS = {
    DONE: Text("완료", "done"),
    UNCHANGED: Text("변경 없음", "unchanged"),
    INFEASIBLE: Text("불가능", "infeasible"),
    INVALID: Text("입력 오류", "invalid"),
    FAILED: Text("실패", "failed"),
}

KIND_OF_EXIT_CODE = {0: DONE, 1: INVALID, 2: INVALID, 3: INFEASIBLE}

LOST = Text(
    "이 시나리오를 계산하던 프로세스가 갑자기 끝났습니다(메모리 부족이나 강제 종료). 이전 결과는 그대로입니다. 다시 실행하거나 --jobs 를 줄이십시오.",
    "The process at work on this scenario ended suddenly (out of memory, or killed). Earlier results are untouched. Run again, or "
    "with fewer --jobs.",
)


@dataclass(frozen=True)
class Ending:
    """How one scenario ended: `kind` (a key of ENDINGS), its exit code, the document --json prints, the lines to say on
    stderr, and the seconds it took."""

    scenario: str
    kind: str
    code: int
    document: dict[str, Any]
    lines: tuple[str, ...] = ()
    seconds: float = 0.0
    message: str = ""


def done_ending(scenario: str, document: dict[str, Any], warnings: Iterable[str], seconds: float) -> Ending:
    """The plan is made, and its results are in place."""
    return Ending(scenario, DONE, 0, {**document, "ending": DONE}, tuple(warnings), seconds)


def unchanged_ending(scenario: str, document: dict[str, Any]) -> Ending:
    """The results are there already, and still those of this scenario."""
    return Ending(scenario, UNCHANGED, 0, {**document, "ending": UNCHANGED})


def fault_ending(scenario: str, fault: Exception, language: str, seconds: float = 0.0) -> Ending:
    """Without a plan: infeasible, invalid or failed, and what is to be said; a fault of the program is reported."""
    if not isinstance(fault, AxplanError):
        fault = InternalFault.of(fault)
    kind = KIND_OF_EXIT_CODE.get(fault.exit_code, FAILED)
    document = {**failure_document(scenario, fault, language), "ending": kind}
    lines = tuple(fault.lines(language))
    return Ending(scenario, kind, fault.exit_code, document, lines, seconds, fault.message.in_(language))


def lost_ending(scenario: str, language: str, seconds: float = 0.0) -> Ending:
    """Whoever was at work on it is gone."""
    return fault_ending(scenario, WorkerLost(LOST), language, seconds)


def exit_code(endings: Iterable[Ending]) -> int:
    """One code for all: 0 if every scenario has its plan, else the highest: failures show before infeasible plans."""
    return max((ending.code for ending in endings), default=0)
