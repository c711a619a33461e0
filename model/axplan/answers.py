"""The questions a committee asks, answered beside a plan: what binds it, how firm it is, what one aim costs in terms of another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from axplan.errors import Text
from axplan.explaining.binding import what_binds
from axplan.explanations import PARTIAL as EXPLAIN_PARTIAL
from axplan.explanations import bound_document, told
from axplan.firmness import firmness, optimum, search_of
from axplan.frontier import frontier
from axplan.frontiers import row_of
from axplan.keeping import Keeping
from axplan.ranging import PARTIAL, usual_jobs
from axplan.report.annexes import Annex, exchanged, explained, firm
from axplan.report.explaining import speaker
from axplan.running import Answers, Prepared
from axplan.schema.indicators import EMPLOYMENT, PRODUCTION

POINTS = 7

BINDING, FIRMNESS, FRONTIER = (
    Text("무엇이 묶는지 묻는 중", "Asking what binds"),
    Text("계획이 얼마나 견고한지 찾는 중", "Looking how firm the plan is"),
    Text("지표 사이의 교환을 찾는 중", "Looking for what aims cost each other"),
)

Tell = Callable[[Text, int, int], object]


@dataclass(frozen=True)
class Answering:
    """Answers for a prepared scenario; `tell` hears what is being done, how much of it is known and how much there is."""

    tell: Tell = lambda *_: None

    def __call__(self, prepared: Prepared) -> Answers:
        """The answers as sheets of the plan's book and as plain values.

        Raises
        ------
        AxplanError: whatever kept the scenario from being solved again.
        """
        made = [self._binding(prepared), self._firmness(prepared), self._frontier(prepared)]
        return Answers(
            [annex for annex, _ in made], {name: part for _, answer in made for name, part in answer.items()}
        )

    def _binding(self, prepared: Prepared) -> tuple[Annex, dict[str, Any]]:
        x, objective = prepared.applied.inputs(), prepared.scenario.objective
        partial = prepared.folder / EXPLAIN_PARTIAL
        found = what_binds(x, objective, lambda n, count: self.tell(BINDING, n, count), partial)
        book = speaker(x, objective, prepared.options.language)
        opening, sheets = told(book, prepared.scenario.name, found)
        return explained(opening, sheets), {"binding": bound_document(found)}

    def _firmness(self, prepared: Prepared) -> tuple[Annex, dict[str, Any]]:
        best = optimum(prepared.applied.inputs(), prepared.scenario.objective)
        search = search_of(best)
        kept = Keeping(prepared.folder / PARTIAL, search.fingerprint)
        found = firmness(
            best, search, jobs=usual_jobs(), kept=kept, done=lambda n, count: self.tell(FIRMNESS, n, count)
        )
        kept.remove()
        return firm(found), {"firmness": found.document()}

    def _frontier(self, prepared: Prepared) -> tuple[Annex, dict[str, Any]]:
        """Between what is maximised (the first indicator where there are several) and employment, or production where that is it."""
        first = next(iter(prepared.scenario.objective.weights))
        aims = (first, PRODUCTION if first == EMPLOYMENT else EMPLOYMENT)
        found = frontier(prepared.applied.inputs(), aims, POINTS, lambda n, count: self.tell(FRONTIER, n, count))
        return exchanged(found), {"frontier": [row_of(found, n) for n in range(len(found.points))]}
