"""Input-output multipliers with their textbook names: how the derived coefficients of sheet `industries` were found.

Not on the way of a run: analysts who bring another table compute their coefficients with it, and the tests reproduce
the baseline's output and value-added coefficients from the Bank of Korea's table.

Source: Miller & Blair, Input-Output Analysis, ch. 2 (A, L, multipliers), 12 (power of dispersion) and 13 (exogenous
output). All matrices are sectors × sectors, rows selling to columns; L[:, j] is what one unit of final demand for j
induces.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from axplan.core.errors import AxplanError
from axplan.core.text import Text

Floats = NDArray[np.float64]


def technical_coefficients(transactions: Floats, output: Floats) -> Floats:
    """A = Z · diag(output)⁻¹: input of i per unit of output of j. A sector without output has no inputs."""
    shares = np.divide(transactions, output, out=np.zeros_like(transactions, dtype=float), where=output > 0)
    return np.asarray(shares)


def leontief_inverse(a: Floats) -> Floats:
    """L = (I − A)⁻¹.

    Raises
    ------
    AxplanError: I − A cannot be inverted: some sectors use up all they make.
    """
    try:
        return np.asarray(np.linalg.inv(np.eye(len(a)) - a))
    except np.linalg.LinAlgError as fault:
        raise AxplanError(
            Text("산업연관표의 역행렬이 없습니다.", "The input-output table has no Leontief inverse.")
        ) from fault


def production_inducement(inverse: Floats) -> Floats:
    """생산유발계수: column sums of L, the gross output induced by one unit of final demand for each sector."""
    return np.asarray(inverse.sum(axis=0))


def power_of_dispersion(inverse: Floats) -> Floats:
    """영향력계수: production inducement ÷ its mean over all sectors."""
    multipliers = production_inducement(inverse)
    return np.asarray(multipliers / multipliers.mean())


def value_added_inducement(inverse: Floats, value_added_rate: Floats) -> Floats:
    """부가가치유발계수: v · L, with v the value added per unit of output."""
    return np.asarray(value_added_rate @ inverse)


def exogenous_output(inverse: Floats, sectors: Sequence[int]) -> Floats:
    """L[:, S] · inv(L[S, S]): what one unit of *output* of each sector of S induces everywhere, shape (sectors, |S|).

    With output itself given, final demand adjusts; the feedback among the sectors of S is not counted twice. L[S, S] of
    a productive table is always invertible.
    """
    chosen = list(sectors)
    return np.asarray(inverse[:, chosen] @ np.linalg.inv(inverse[np.ix_(chosen, chosen)]))


def output_inducement(inverse: Floats, sectors: Sequence[int]) -> Floats:
    """Column sums of L[:, S] · inv(L[S, S]), shape (|S|,)."""
    return np.asarray(exogenous_output(inverse, sectors).sum(axis=0))
