"""Work in several processes: in order, with every word of a fault, and told when a process is ended from outside."""

from __future__ import annotations

import os
import pickle

import pytest

from axplan.core.errors import EnvironmentFault, Infeasible, InputError, UsageError
from axplan.core.problem import Problem
from axplan.core.process_pool import map_in_processes
from axplan.core.text import Text


def work(added: int, part: int) -> int:
    return part + added


def end(_: int, part: int) -> int:
    os._exit(part)


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_parts(jobs: int) -> None:
    assert list(map_in_processes(work, 10, [3, 1, 2], jobs)) == [13, 11, 12]


def test_a_process_that_is_ended_from_outside_is_told_with_the_cure() -> None:
    with pytest.raises(EnvironmentFault, match="--jobs 1"):
        list(map_in_processes(end, 0, [1, 2], 2))


@pytest.mark.parametrize(
    "fault",
    [
        UsageError(Text("가", "a")),
        InputError([Problem("E203", "tasks!D4", Text("가", "a"), Text("나", "b"))]),
        Infeasible(Text("가", "a"), [Text("나", "b")]),
    ],
)
def test_faults_travel_with_all_they_say(fault: UsageError | InputError | Infeasible) -> None:
    sent = pickle.loads(pickle.dumps(fault))
    assert type(sent) is type(fault)
    for language in ("ko", "en"):
        assert sent.lines(language) == fault.lines(language)
        assert sent.in_a_line(language) == fault.in_a_line(language)
    assert str(sent) == str(fault)
