"""Work shared among processes of this machine, which all end when the one that asks for it is stopped."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from axplan.core.errors import EnvironmentFault
from axplan.core.text import Text

Shared = TypeVar("Shared")
Part = TypeVar("Part")
Result = TypeVar("Result")

_CONTEXT = multiprocessing.get_context("spawn")
"""A solver's threads do not survive a fork."""

MOST_JOBS = 2
"""Processes unless said otherwise: more cores speed the search up, but each process holds the model."""


def default_jobs() -> int:
    """As many processes as the machine has cores for, up to `MOST_JOBS`."""
    return min(MOST_JOBS, os.cpu_count() or 1)


def map_in_processes(
    work: Callable[[Shared, Part], Result], shared: Shared, parts: Sequence[Part], jobs: int
) -> Iterator[Result]:
    """`work(shared, part)` of every part, in the order of the parts; here where `jobs` is 1 or there is one part.

    `work` is a function of a module, or the method of a class; `shared` goes to each process once.

    Raises
    ------
    EnvironmentFault: a process was ended from outside; whatever `work` raises.
    """
    if jobs <= 1 or len(parts) < 2:
        yield from (work(shared, part) for part in parts)
        return
    with _pool(min(jobs, len(parts)), _begin, (work, shared)) as pool:
        with _interrupts_ignored():  # processes inherit it for good: Ctrl-C is for the one that asks
            found = pool.map(_work, parts)
        try:
            yield from found
        except BrokenProcessPool as fault:
            raise EnvironmentFault(Text(
                "함께 일하던 프로세스가 밖에서 끝났습니다(메모리가 모자랐을 수 있습니다). --jobs 1로 다시 실행하십시오.",
                "A process at work was ended from outside (memory may have run out). Run again with --jobs 1.",
            )) from fault  # fmt: skip


_own: dict[str, Callable[[Any], Any]] = {}
"""The work of this process, with what it shares."""


def _begin(work: Callable[[Any, Any], Any], shared: Any) -> None:
    _own["work"] = partial(work, shared)


def _work(part: Any) -> Any:
    return _own["work"](part)


@contextmanager
def _pool(processes: int, begin: Callable[..., object], given: tuple[Any, ...]) -> Iterator[ProcessPoolExecutor]:
    """Processes that share the work; whatever stops us stops them at once, in the middle of a part too."""
    others = {process.pid for process in multiprocessing.active_children()}
    pool = ProcessPoolExecutor(processes, _CONTEXT, initializer=begin, initargs=given)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            if process.pid not in others:
                process.terminate()
        raise
    finally:
        pool.shutdown()


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """No Ctrl-C for a moment; only the main thread receives it anyway."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
