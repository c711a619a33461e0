"""Charts look the same everywhere, can be told apart in grey, and read the cells they are said to show."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from axplan.report.charts import clustered, line, stacked
from axplan.report.styles import DASHES, INK, LINES, LITTLE, MARKERS, MUCH, PAPER, SERIES, axis_format

GREY_STEP = 60
"""Of 255: how much lighter or darker neighbouring series are when printed in grey."""


def channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def grey(colour: str) -> float:
    """Of 255, as printers turn colours to grey (ITU-R BT.601)."""
    return sum(weight * part for weight, part in zip((0.299, 0.587, 0.114), channels(colour), strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of the Web Content Accessibility Guidelines, from 1 to 21."""

    def luminance(colour: str) -> float:
        linear = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (n / 255 for n in channels(colour))
        ]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def drawn(tmp_path: Path, kind: Any, amounts: list[list[float]], categories: list[Any] | None = None, **more: Any) -> Any:  # fmt: skip
    """The chart of a small table, as it is read back: a row of amounts for each series under a row of categories."""
    path = tmp_path / "chart.xlsx"
    heads = categories or [2026 + n for n in range(len(amounts[0]))]
    with Workbook(path) as workbook:
        sheet = workbook.add_worksheet("표")
        book: Any = SimpleNamespace(
            workbook=workbook, language="ko", axis_number="n0", say=lambda _, what, unit: f"{what} ({unit})"
        )
        sheet.write_row(0, 1, heads)
        for n, row in enumerate(amounts, start=1):
            sheet.write_row(n, 0, [f"줄 {n}", *row])
        areas = [["표", 0, 1, 0, len(heads)], *(["표", n, 1, n, len(heads)] for n in range(1, len(amounts) + 1))]
        series: list[Any] = [(["표", n, 0], areas[0], areas[n]) for n in range(1, len(amounts) + 1)]
        target = {"target": (series.pop())} if more.pop("against", False) else {}
        sheet.insert_chart(len(amounts) + 2, 0, kind(book, "제목", "억원", series, **target, **more))
    (chart,) = load_workbook(path)["표"]._charts
    return chart


def fill(series: Any) -> str:
    return f"#{series.spPr.solidFill.srgbClr}"


def test_neighbouring_series_differ_clearly_in_grey() -> None:
    for one, other in pairwise([*SERIES, SERIES[0]]):
        assert abs(grey(one) - grey(other)) >= GREY_STEP, (one, other)


def test_the_first_three_series_all_differ_in_grey() -> None:
    for one, other in combinations(SERIES[:3], 2):
        assert abs(grey(one) - grey(other)) >= GREY_STEP, (one, other)


def test_lines_are_dark_enough_on_paper() -> None:
    assert all(contrast(colour, PAPER) >= 4.5 for colour in LINES)


def test_the_scale_of_a_map_runs_from_light_to_dark_in_grey_and_figures_stay_legible() -> None:
    assert grey(LITTLE) - grey(MUCH) >= 80
    assert contrast(INK, MUCH) >= 4.5
    assert contrast(INK, LITTLE) >= 4.5


def test_parts_of_a_stack_are_parted_by_thin_white_lines(tmp_path: Path) -> None:
    chart = drawn(tmp_path, stacked, [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    assert chart.grouping == "stacked"
    assert [fill(one) for one in chart.series] == list(SERIES[:3])
    for one in chart.series:
        assert f"#{one.spPr.ln.solidFill.srgbClr}" == PAPER
        assert one.spPr.ln.w == 9525  # 0.75 points


def test_more_series_than_colours_begin_again(tmp_path: Path) -> None:
    chart = drawn(tmp_path, stacked, [[1.0]] * (len(SERIES) + 1))
    assert fill(chart.series[len(SERIES)]) == SERIES[0]


def test_lines_differ_in_dashes_and_markers(tmp_path: Path) -> None:
    chart = drawn(tmp_path, line, [[1.0, 2.0]] * 12)
    looks = {(one.spPr.ln.prstDash, one.marker.symbol) for one in chart.series}
    assert len(looks) == 12
    assert len(set(DASHES)) == len(DASHES)
    assert len(set(MARKERS)) == len(MARKERS)


def test_the_title_names_the_unit(tmp_path: Path) -> None:
    chart = drawn(tmp_path, clustered, [[1.0, 2.0]])
    assert chart.title.tx.rich.p[0].r[0].t == "제목 (억원)"


def test_the_legend_stands_below_and_is_left_out_where_there_is_one_series(tmp_path: Path) -> None:
    assert drawn(tmp_path, clustered, [[1.0], [2.0]]).legend.position == "b"
    assert drawn(tmp_path, clustered, [[1.0]]).legend is None


def test_a_target_is_a_broken_line_over_the_columns_and_stands_in_the_legend(tmp_path: Path) -> None:
    chart = drawn(tmp_path, clustered, [[1.0, 2.0], [3.0, 3.0]], against=True)
    columns, over = chart._charts
    assert [one.tx.strRef.f for one in columns.series] == ["표!$A$2"]
    assert [one.tx.strRef.f for one in over.series] == ["표!$A$3"]
    assert over.series[0].spPr.ln.prstDash == "dash"
    assert f"#{over.series[0].spPr.ln.solidFill.srgbClr}" not in LINES
    assert chart.legend.position == "b"


@pytest.mark.parametrize(("count", "every"), [(1, 1), (12, 1), (13, 2), (24, 2), (25, 3)])
def test_of_many_years_only_some_are_written(tmp_path: Path, count: int, every: int) -> None:
    chart = drawn(tmp_path, line, [[1.0] * count])
    assert (chart.x_axis.tickLblSkip or 1) == every


def test_names_are_always_written(tmp_path: Path) -> None:
    names = [f"산업 {n}" for n in range(30)]
    chart = drawn(tmp_path, stacked, [[1.0] * 30], names, years=False)
    assert (chart.x_axis.tickLblSkip or 1) == 1


def test_decreases_on_the_axis_are_marked_with_a_triangle_and_no_point_stands_alone(tmp_path: Path) -> None:
    chart = drawn(tmp_path, clustered, [[-1.0, 2.0]], number="n2")
    assert chart.y_axis.number_format.formatCode == '#,##0.00;"△"#,##0.00;0'
    assert axis_format("n0", "ko") == '#,##0;"△"#,##0;0'
    assert axis_format("share", "ko") == '0%;"△"0%;0%'


@pytest.mark.parametrize(("amounts", "least"), [([[90.0, 100.0]], 0), ([[0.0, 5.0], [2.0, 3.0]], 0), ([[4.0, -1.0]], None)])  # fmt: skip
def test_columns_begin_at_zero_unless_there_is_less_than_nothing(
    tmp_path: Path, amounts: list[list[float]], least: float | None
) -> None:
    for kind in (stacked, clustered):
        assert drawn(tmp_path, kind, amounts).y_axis.scaling.min == least
