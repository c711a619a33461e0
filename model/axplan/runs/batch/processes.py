"""Scenarios shared among processes of this machine; one that dies is replaced, and only its scenario fails.

The pool of the standard library gives up as a whole when one of its processes is killed, so the few lines that hand out
work are our own.
"""

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from axplan.runs.batch.endings import Ending, lost_ending
from axplan.runs.batch.single import Reuse, run_to_ending
from axplan.runs.run import Options

CONTEXT = multiprocessing.get_context("spawn")
"""A solver's threads do not survive a fork."""

POLL_SECONDS = 0.5
"""How long to wait at most before Ctrl-C is looked for again."""


class Worker:
    """A process that takes one scenario after the other to its end."""

    def __init__(self, options: Options, reuse: Reuse | None) -> None:
        self.options, self.reuse = options, reuse
        self.scenario, self.begun = "", 0.0
        self.process, self.pipe = self._started()

    def _started(self) -> tuple[BaseProcess, Connection]:
        mine, its = CONTEXT.Pipe()
        process = CONTEXT.Process(target=work, args=(its, self.options, self.reuse), daemon=True)
        process.start()
        its.close()  # so that the pipe ends when the process does
        return process, mine

    def give(self, scenario: str) -> None:
        """Let the process begin with a scenario."""
        self.scenario, self.begun = scenario, time.monotonic()
        with suppress(OSError):  # a process that is gone is found out about when its ending is asked for
            self.pipe.send(scenario)

    def ending(self) -> Ending:
        """How its scenario ended; a process that is gone is replaced."""
        scenario, self.scenario = self.scenario, ""
        try:
            found = self.pipe.recv()
        except (EOFError, OSError):
            self.stop()
            self.process, self.pipe = self._started()
            return lost_ending(scenario, self.options.language, time.monotonic() - self.begun)
        assert isinstance(found, Ending)
        return found

    def stop(self) -> None:
        """End the process at once: what it has not put in place yet is not there, and what is in place is whole."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


def run_in_processes(reuse: Reuse | None, names: Sequence[str], options: Options, jobs: int) -> Iterator[Ending]:
    """The endings of the scenarios as they come, with up to `jobs` processes at work."""
    waiting = deque(names)
    workers = [Worker(options, reuse) for _ in range(min(jobs, len(names)))]
    try:
        for worker in workers:
            worker.give(waiting.popleft())
        while busy := {worker.pipe: worker for worker in workers if worker.scenario}:
            for pipe in wait(list(busy), timeout=POLL_SECONDS):
                worker = busy[pipe]  # type: ignore[index]
                found = worker.ending()
                if waiting:
                    worker.give(waiting.popleft())
                yield found
    finally:
        for worker in workers:
            worker.stop()


def work(pipe: Connection, options: Options, reuse: Reuse | None) -> None:
    """What a worker does until it is stopped. Ctrl-C is for the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):  # the process that started it is gone
        while True:
            pipe.send(run_to_ending(pipe.recv(), options, reuse))
