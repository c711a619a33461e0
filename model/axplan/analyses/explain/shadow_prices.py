"""What binds and what it is worth: the price of one unit more and one unit less of what a policy can give way on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from axplan.core.checkpoint import Checkpoint
from axplan.plan.right_hand_sides import Move
from axplan.solver import Solution
from axplan.solver.rhs_ranging import BORDER, LIMIT, WITHIN, RangeSide, RhsRanging

__all__ = ["BORDER", "LIMIT", "WITHIN", "Price", "RangeSide", "is_free", "price_of", "prices"]


@dataclass(frozen=True)
class Price:
    """What one unit more (`up`) or less (`down`) of a right side does to the objective, and how far that holds.

    Slopes have the sign of the unit: that of a target is negative, as one person more costs.
    """

    move: Move
    up: RangeSide
    down: RangeSide

    @property
    def binds(self) -> bool:
        """Whether it costs or brings anything at all."""
        return self.up.slope != 0 or self.down.slope != 0

    @property
    def worth(self) -> float:
        """The larger of the two slopes, without sign: what orders the list."""
        return max(abs(self.up.slope), abs(self.down.slope))


NOISE = 1e-12
"""A price below this share of the plan's worth per unit is rounding."""


def price_of(ranging: RhsRanging, move: Move) -> Price:
    """Follow one right side in both directions."""
    down = min(move.most, move.now) if move.now > 0 else move.most
    return Price(move, ranging.side(move.shift, 1.0, move.most), ranging.side(move.shift, -1.0, down))


def is_free(base: Solution, move: Move) -> bool:
    """Whether the prices of a solution give it none: by duality the optimum then stays, whichever side is loosened."""
    rows = (abs(base.row_dual[row]) for row, _ in move.shift.rows)
    columns = (abs(base.reduced_cost[column]) for column, _ in move.shift.columns)
    return float(max([*rows, *columns])) <= NOISE * max(1.0, abs(base.objective))


def prices(
    ranging: RhsRanging, moves: Sequence[Move], done: Callable[[], object], checkpoint: Checkpoint
) -> list[Price]:
    """The price of each that has one; `done` is called for each that is known. What the checkpoint has is not
    asked again."""
    found = []
    for move in moves:
        if not is_free(ranging.base, move):
            name, ask = f"{move.kind} {move.key}", partial(price_of, ranging, move)
            found.append(checkpoint.get_or_find(name, ask, _plain, partial(_revived, move)))
        done()
    return found


def _plain(price: Price) -> list[list[Any]]:
    return [[side.slope, side.reach, side.end, side.worth] for side in (price.up, price.down)]


def _revived(move: Move, sides: Sequence[Sequence[Any]]) -> Price:
    up, down = (RangeSide(*side) for side in sides)
    return Price(move, up, down)
