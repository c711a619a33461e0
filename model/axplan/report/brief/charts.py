"""The three charts of the brief: money by year, money by industry and stage, and the path of the effect."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from axplan.report.brief import svg
from axplan.report.brief.budget import BudgetTable, by_year, merged
from axplan.report.brief.markup import element
from axplan.report.brief.numbers import printed
from axplan.report.context import Book
from axplan.report.tables.pivot import sums
from axplan.report.tables.table import Line, number

MOST_INDUSTRIES, MOST_STAGES = 8, 4
"""Bars, and parts of a bar, before the smallest are put together."""


def charts(book: Book, made: BudgetTable) -> Element:
    """The charts side by side."""
    drawn = (_money(book, made), _industries(book), _path(book))
    return element("div", *drawn, class_="charts")


def _money(book: Book, made: BudgetTable) -> Element:
    years, kind = [str(t) for t in book.plan.inputs.years], book.money_number
    series = [svg.Series(use.line.label, by_year(book, use)) for use in made.uses if number(use.values[-2])]
    description, drawn = _description(book, years, series, kind), svg.columns(years, series, kind, book.language)
    return _chart("money", book.say("money_by_year"), book.money_unit, description, drawn)


def _industries(book: Book) -> Element:
    x, spent = book.plan.inputs, sums(book.plan.frames["commitments"], "industry stage", "commitment")
    lines = [
        Line(book.label("industries", i), [book.cash(spent[i, s]) for s in x.stages.stage], key=i)
        for i in x.initiative_industries
    ]
    shown = merged(book, lines, MOST_INDUSTRIES)
    names = [line.label for line in shown]
    stages = [
        Line(book.label("stages", s), [number(line.values[n]) for line in shown]) for n, s in enumerate(x.stages.stage)
    ]
    series = [svg.Series(line.label, [number(v) for v in line.values]) for line in merged(book, stages, MOST_STAGES)]
    kind = book.money_number
    description, drawn = _description(book, names, series, kind), svg.bars(names, series, kind, book.language)
    return _chart("industries", book.say("industry_by_stage"), book.money_unit, description, drawn)


def _path(book: Book) -> Element:
    v, x = book.reference_valuation, book.plan.inputs
    path = sums(book.plan.frames["effects"], "year", v)
    values, count = [path[t] for t in x.effect_years], len(x.years)
    series = [svg.Series(book.say("plan_period"), [*values[:count], *(0.0 for _ in values[count:])])]
    if len(values) > count:
        series.append(svg.Series(book.say("after_plan"), [*(0.0 for _ in values[:count]), *values[count:]]))
    kind = book.indicator_number(max(values, key=abs))
    title = book.say("path_of", name=book.heading("effects", v))
    years = [str(t) for t in x.effect_years]
    description = _description(book, years, [svg.Series("", values)], kind)
    drawn = svg.columns(years, series, kind, book.language)
    return _chart("effects", title, book.indicator_unit(v), description, drawn)


def _chart(name: str, title: str, unit: str, description: str, drawn: Sequence[Element]) -> Element:
    caption = element("figcaption", title, element("span", f" ({unit})"))
    return element("figure", caption, svg.drawing(f"chart-{name}", f"{title} ({unit})", description, drawn))


def _description(book: Book, categories: Sequence[str], series: Sequence[svg.Series], kind: str) -> str:
    """Every number of a chart, for those who cannot see it: category: part amount, part amount; …"""
    return "; ".join(f"{c}: {', '.join(_parts(book, series, n, kind))}" for n, c in enumerate(categories))


def _parts(book: Book, series: Sequence[svg.Series], n: int, kind: str) -> Iterator[str]:
    return (f"{part.name} {printed(part.values[n], kind, book.language)}".strip() for part in series)
