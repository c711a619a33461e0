"""Work shared among processes of this machine, which all end when the one that asks for it is stopped."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

from axplan.core.errors import EnvironmentFault
from axplan.core.text import Text

Part = TypeVar("Part")
Result = TypeVar("Result")

_CONTEXT = multiprocessing.get_context("spawn")
"""A solver's threads do not survive a fork."""

MOST_JOBS = 2
"""Processes unless said otherwise: more cores speed the search up, but each process holds the model."""


def usual_jobs() -> int:
    """As many processes as the machine has cores for, up to `MOST_JOBS`."""
    return min(MOST_JOBS, os.cpu_count() or 1)


def in_processes(
    work: Callable[[Part], Result], parts: Sequence[Part], jobs: int, begin: Callable[..., object], given: tuple[Any, ...]
) -> Iterator[Result]:  # fmt: skip
    """The result of every part, in the order of the parts; each process calls `begin(*given)` first.

    Raises
    ------
    EnvironmentFault: a process was ended from outside; whatever `work` raises.
    """
    with _pool(min(jobs, len(parts)), begin, given) as pool:
        with _deaf_to_interrupts():  # what is started here is deaf for good: Ctrl-C is for the process that asks
            found = pool.map(work, parts)
        try:
            yield from found
        except BrokenProcessPool as fault:
            raise EnvironmentFault(Text(
                "함께 일하던 프로세스가 밖에서 끝났습니다(메모리가 모자랐을 수 있습니다). --jobs 1로 다시 실행하십시오.",
                "A process at work was ended from outside (memory may have run out). Run again with --jobs 1.",
            )) from fault  # fmt: skip


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
def _deaf_to_interrupts() -> Iterator[None]:
    """No Ctrl-C for a moment; only the main thread hears it anyway."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
