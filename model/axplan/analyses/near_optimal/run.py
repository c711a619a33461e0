"""The near-optimal ranges of one scenario, from its file to its results on disk; an interrupted search resumes."""

from dataclasses import dataclass

from axplan.analyses.near_optimal.book import write_firmness
from axplan.analyses.near_optimal.mga import WITHIN, near_optimal_ranges
from axplan.analyses.near_optimal.result import NearOptimalRanges
from axplan.analyses.question import Answer, AnswerFiles, ask
from axplan.core.checkpoint import Checkpoint, Progress, no_progress
from axplan.core.errors import UsageError
from axplan.core.process_pool import default_jobs
from axplan.core.text import Text
from axplan.plan.optimise import optimise
from axplan.runs.run import Options

FILES, PARTIAL = AnswerFiles("firmness", "firmness.xlsx", "firmness.json"), "firmness.partial.json"


@dataclass(frozen=True)
class NearOptimalAnswer(Answer):
    """The near-optimal ranges of a scenario, in their place."""

    ranges: NearOptimalRanges


def share(text: str) -> float:
    """A share from "1%", "0.5 %" or "0.01".

    Raises
    ------
    UsageError: it is no number, or not from 0 to below 1.
    """
    word = text.strip()
    try:
        found = float(word.removesuffix("%")) / (100 if word.endswith("%") else 1)
    except ValueError:
        found = -1.0
    if 0 <= found < 1:
        return found
    raise UsageError(Text(
        f"양보할 폭 '{text}'은(는) 0 이상 100% 미만이어야 합니다. 예: 1% 또는 0.01",
        f"The share to give up, '{text}', must be from 0 to below 100 %. For example: 1% or 0.01",
    ))  # fmt: skip


def ranges_of_scenario(
    name: str, options: Options, within: float = WITHIN, jobs: int | None = None, progress: Progress = no_progress
) -> NearOptimalAnswer:
    """Find the near-optimal ranges (MGA) and put them in `output/firmness/<name>/`, whole or not at all.

    While the search is at work, what is found is kept in `output/<name>/firmness.partial.json`; `progress` is called
    with how many ends of ranges are known and how many there are.

    Raises
    ------
    AxplanError: whatever kept the plan from being made, the ranges from being found, or the results from being written.
    """
    question = ask(name, options, FILES)
    made = optimise(question.inputs, question.scenario.objective, measured=False)
    path = question.checkpoint(PARTIAL)
    found = near_optimal_ranges(made, within, jobs or default_jobs(), path, progress)
    document = question.place("optimal", lambda folder: (
        [*write_firmness(found, folder, options.language, question.titled_facts, options.unit), FILES.document],
        found.document(),
    ))  # fmt: skip
    Checkpoint(path).remove()
    return NearOptimalAnswer(question, document, found)
