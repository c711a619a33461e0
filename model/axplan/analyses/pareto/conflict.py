"""Whether aims conflict, in words: where they do not, what the whole frontier spans says more than a curve over it."""

from axplan.analyses.pareto.aims import AIM_NAMES, AIM_UNITS
from axplan.analyses.pareto.frontier import ParetoFrontier
from axplan.core.text import Text
from axplan.report.prices import significant

DIGITS = 6
"""Significant digits of the ends of a flat frontier: they differ only behind the third."""

NO_CONFLICT = {
    2: Text("두 목적은 서로 부딪치지 않습니다", "These aims do not conflict"),
    3: Text("세 목적은 서로 부딪치지 않습니다", "These aims do not conflict"),
}
ONE_PLAN = Text("한 계획이 모두를 최대로 합니다: {figures}.", "one plan has the most of all: {figures}.")
NEARLY_ONE = Text("효율적인 계획 모두에서 {figures}.", "in every efficient plan {figures}.")


def no_conflict(found: ParetoFrontier, language: str) -> str:
    """That the aims do not conflict, with what the frontier spans of each; empty where they do."""
    if found.conflict:
        return ""
    figures = ", ".join(_figures(found, n, language) for n in range(len(found.aims)))
    why = ONE_PLAN if len(found.points) == 1 else NEARLY_ONE
    return f"{NO_CONFLICT[len(found.aims)].in_(language)}: {why.format(figures=figures).in_(language)}"


def _figures(found: ParetoFrontier, n: int, language: str) -> str:
    """Production induced 26.1703 to 26.1792 KRW tn (0.03%)."""
    name, unit = AIM_NAMES[found.aims[n]].in_(language), AIM_UNITS[found.aims[n]].words.in_(language)
    least, most = (significant(end, DIGITS) for end in found.ends[n])
    if least == most:
        return f"{name} {most} {unit}"
    return f"{name} {least}–{most} {unit} ({found.spans[n]:.2%})"
