"""Linear expressions built from lists: the fastest form in which Pyomo takes a long row."""

from collections.abc import Iterable, Sequence
from typing import Any

from pyomo.core.expr.numeric_expr import LinearExpression

Terms = tuple[list[float], list[Any]]
"""Coefficients and the variables they belong to, each variable once."""


def linear(coefficients: Sequence[float], variables: Sequence[Any]) -> LinearExpression:
    """Σ coefficient × variable."""
    return LinearExpression(constant=0.0, linear_coefs=coefficients, linear_vars=variables)


def terms_of(expression: Any) -> Terms:
    """The coefficients and variables of an offered `Expression` built by `linear`."""
    return list(expression.expr.linear_coefs), list(expression.expr.linear_vars)


def scaled(factor: float, terms: Terms) -> Terms:
    """factor × terms."""
    return [factor * coefficient for coefficient in terms[0]], terms[1]


def joined(parts: Iterable[Terms]) -> Terms:
    """The sum of parts that share no variable."""
    coefficients: list[float] = []
    variables: list[Any] = []
    for part in parts:
        coefficients += part[0]
        variables += part[1]
    return coefficients, variables


def merged(terms: Iterable[tuple[float, Any]]) -> Terms:
    """The sum of single terms (coefficient, variable), each variable once, in the order in which they first appear."""
    sums: dict[int, float] = {}
    variables: dict[int, Any] = {}
    for coefficient, variable in terms:
        sums[id(variable)] = sums.get(id(variable), 0.0) + coefficient
        variables[id(variable)] = variable
    return list(sums.values()), list(variables.values())
