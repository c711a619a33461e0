"""Numbers and drawings of the one-page brief: printed by the rules of the workbook, drawn in proportion, cut where there is no room."""

from __future__ import annotations

import pytest

from axplan.report.brief.numbers import printed, shortened, width
from axplan.report.brief.svg import SIZE, Series, bars, columns, round_marks


def test_numbers_are_printed_as_the_formats_of_the_workbook_print_them() -> None:
    shown = {(1234567.5, "n0"): "1,234,568", (-1234.56, "n1"): "△1,234.6", (0.125, "share"): "12.5%",
             (-0.0005, "share"): "△0.1%", (0.0, "n2"): "-", (float("nan"), "n2"): "-", (2.675, "n2"): "2.68"}  # fmt: skip
    assert {given: printed(*given, "ko") for given in shown} == shown
    assert printed(-1234.56, "n1", "en") == "-1,234.6"


def test_marks_of_an_axis_are_round_few_and_reach_around_the_values() -> None:
    assert round_marks(0, 20_414) == [0, 5_000, 10_000, 15_000, 20_000, 25_000]
    assert round_marks(-0.56, 6.4) == [0, 2, 4, 6, 8]
    assert round_marks(0, 0)[:1] == [0]
    for high in (0.0003, 1.0, 7.0, 99.0, 101.0, 12_345_678.0):
        marks = round_marks(-high / 3, high)
        assert 0 in marks
        assert len(marks) <= 6
        assert marks[-1] >= high


def test_columns_stand_on_each_other_in_proportion_and_below_zero_downwards() -> None:
    drawn = columns(["a", "b"], [Series("x", [2.0, 1.0]), Series("y", [4.0, -1.0])], "n0", "ko")
    boxes = [box for box in drawn if box.tag == "rect" and float(box.get("height", 0)) != SIZE]
    tops, heights = ([float(box.get(name, 0)) for box in boxes] for name in ("y", "height"))
    unit = heights[0] / 2
    assert heights == pytest.approx([2 * unit, unit, 4 * unit, unit], abs=0.05)
    assert tops[2] + heights[2] == pytest.approx(tops[0], abs=0.05)
    assert tops[3] == pytest.approx(tops[1] + heights[1], abs=0.05)


def test_bars_are_as_long_as_their_amounts_and_say_their_totals() -> None:
    drawn = bars(["short", "long"], [Series("x", [1.0, 3.0]), Series("y", [1.0, 5.0])], "n0", "ko")
    widths = [float(box.get("width", 0)) for box in drawn if box.tag == "rect" and float(box.get("width", 0)) != SIZE]
    assert widths == pytest.approx([widths[0] * of for of in (1, 3, 1, 5)], abs=0.1)
    assert {"short", "long", "2", "8"} <= {e.text for e in drawn if e.tag == "text"}


def test_names_are_cut_where_there_is_no_room_and_nowhere_else() -> None:
    assert shortened("a name", 8.0, 100.0) == "a name"
    cut = shortened("a name that is far too long for its place", 8.0, 100.0)
    assert cut.endswith("…")
    assert 60 < width(cut, 8.0) <= 100
