"""Scenarios planned by the workers of a Dask cluster, with or without a disk in common.

Scenario and tables are read here and sent as they are; a worker sends back the bytes of the files, and they are put in
place here. When a worker dies, the scheduler gives its scenario to another one.
"""

import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from axplan.core.atomic_files import atomic_folder, require_closed
from axplan.core.errors import AxplanError, EnvironmentFault, UsageError
from axplan.core.text import Text
from axplan.plan.optimise import Timings
from axplan.runs.batch.endings import Ending, done_ending, fault_ending, lost_ending, unchanged_ending
from axplan.runs.batch.single import unchanged
from axplan.runs.run import Options, Prepared, now, plan_prepared, prepare, write_prepared
from axplan.runs.run_record import versions

ANSWER_SECONDS = 10
"""How long the scheduler and the workers may take to answer."""


@dataclass(frozen=True)
class WorkerResult:
    """What a worker sends back: how it ended, and the files by their name in the folder."""

    ending: Ending
    files: Mapping[str, bytes]


def on_cluster(names: Sequence[str], options: Options, address: str, again: bool) -> Iterator[Ending]:
    """The endings of the scenarios as they come; see `run_batch`."""
    client = _connected(address)
    try:
        _require_same_programs(client)
        yield from _endings(client, names, options, again)
    finally:
        client.close(timeout=1)


def _endings(client: Any, names: Sequence[str], options: Options, again: bool) -> Iterator[Ending]:
    from distributed import as_completed

    sent: dict[Any, Prepared] = {}
    try:
        for name in names:
            ready = _ready(name, options, again)
            if isinstance(ready, Ending):
                yield ready
            else:
                sent[client.submit(plan_on_worker, ready, pure=False)] = ready
        for task in as_completed(list(sent), loop=client.loop):
            yield _placed(task, sent[task])
    finally:
        client.cancel(list(sent))


def _ready(name: str, options: Options, again: bool) -> Prepared | Ending:
    """What is to be sent, or how it ended before that."""
    try:
        prepared = prepare(name, options)
        require_closed(prepared.folder)
    except Exception as fault:
        return fault_ending(name, fault, options.language)
    before = None if again else unchanged(prepared)
    return unchanged_ending(name, before) if before is not None else prepared


def plan_on_worker(prepared: Prepared) -> WorkerResult:
    """Plan, on a worker; whatever happens becomes an ending."""
    begun, name, language = time.monotonic(), prepared.scenario.name, prepared.options.language
    try:
        timings, started = Timings(), now()
        result = plan_prepared(prepared, timings)
        with tempfile.TemporaryDirectory() as folder:
            document = write_prepared(prepared, result, Path(folder), timings, started)
            files = {
                path.relative_to(folder).as_posix(): path.read_bytes()
                for path in Path(folder).rglob("*") if path.is_file()
            }  # fmt: skip
        warnings = [problem.line(language) for problem in result.plan.inputs.warnings]
        return WorkerResult(done_ending(name, document, warnings, time.monotonic() - begun), files)
    except Exception as fault:
        return WorkerResult(fault_ending(name, fault, language, time.monotonic() - begun), {})


def _placed(task: Any, prepared: Prepared) -> Ending:
    """The ending of a finished task, after its files have been put in place."""
    name, language = prepared.scenario.name, prepared.options.language
    try:
        found: WorkerResult = task.result()
    except Exception:  # several workers in a row were lost with it
        return lost_ending(name, language)
    if not found.files:
        return found.ending
    try:
        with atomic_folder(prepared.folder) as draft:
            for file, content in found.files.items():
                (draft / file).parent.mkdir(parents=True, exist_ok=True)
                (draft / file).write_bytes(content)
    except AxplanError as fault:
        return fault_ending(name, fault, language, found.ending.seconds)
    return found.ending


def _connected(address: str) -> Any:
    """A client of the scheduler at the address.

    Raises
    ------
    UsageError: the library is not installed, or this is no address.
    EnvironmentFault: nobody answers there.
    """
    try:
        from distributed import Client
    except ImportError:
        raise UsageError(Text(
            '--cluster 에는 distributed 라이브러리가 필요합니다. `pip install "axplan[cluster]"`로 설치하십시오(이 폴더에서는 '
            '`pip install -c constraints.txt -e ".[cluster]"`).',
            'For --cluster the library `distributed` is needed. Install it with `pip install "axplan[cluster]"` (in this folder: '
            '`pip install -c constraints.txt -e ".[cluster]"`).',
        )) from None  # fmt: skip
    try:
        return Client(address, timeout=ANSWER_SECONDS, set_as_default=False)
    except (OSError, TimeoutError):
        raise EnvironmentFault(Text(
            f"{address} 에서 응답하는 스케줄러가 없습니다. `dask scheduler`가 떠 있는지, 주소와 포트가 맞는지, 방화벽이 막지 않는지 확인하십시오.",
            f"No scheduler answers at {address}. Check that `dask scheduler` is running there, that address and port are "
            "right, and that no firewall is in between.",
        )) from None  # fmt: skip
    except ValueError:
        raise UsageError(Text(
            f"'{address}'은(는) 스케줄러의 주소가 아닙니다. 예: tcp://192.168.0.10:8786",
            f"'{address}' is not the address of a scheduler. For example: tcp://192.168.0.10:8786",
        )) from None  # fmt: skip


def _require_same_programs(client: Any) -> None:
    """Other releases may print another plan, or not understand what is sent.

    Raises
    ------
    EnvironmentFault: there is no worker, or one has other programs.
    """
    try:
        found = client.run(versions, on_error="return")
    except Exception as fault:
        raise EnvironmentFault(_not_ours(str(fault))) from None
    if not found:
        raise EnvironmentFault(Text(
            "스케줄러에 연결된 작업자가 없습니다. `dask worker 주소 --nthreads 1`로 하나 이상 띄우십시오.",
            "The scheduler has no workers. Start at least one with `dask worker ADDRESS --nthreads 1`.",
        ))  # fmt: skip
    here = versions()
    for worker, there in found.items():
        if there != here:
            raise EnvironmentFault(_not_ours(f"{worker}: {_difference(here, there)}"))


def _difference(here: Mapping[str, str], there: Any) -> str:
    if not isinstance(there, Mapping):
        return str(there)
    return ", ".join(f"{name} {there.get(name)} ≠ {here[name]}" for name in here if there.get(name) != here[name])


def _not_ours(what: str) -> Text:
    return Text(
        f"작업자의 프로그램이 이 컴퓨터와 다릅니다({what}). 모든 작업자에 같은 버전의 axplan을 constraints.txt와 함께 설치하십시오.",
        f"A worker has other programs than this machine ({what}). Install the same axplan, with its constraints.txt, on every worker.",
    )
