"""One workbook, edited by hand in many wrong ways: everything is said in one pass, and each mistake at its cell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from axplan.core.problem import Problem
from axplan.inputs.validation import check_tables
from axplan.workbook import read_tables, write_tables
from axplan.workbook.baseline import baseline_tables

Edit = Callable[[Any], None]


def typed(place: str, value: Any) -> Edit:
    """Type a value into a cell."""
    name, _, cell = place.partition("!")

    def edit(book: Any) -> None:
        book[name][cell] = value

    return edit


def copied(place: str, to: str) -> Edit:
    """Copy a row of cells."""
    name, _, area = place.partition("!")

    def edit(book: Any) -> None:
        target = book[name][to.partition("!")[2]]
        for cell in book[name][area][0]:
            target.offset(0, cell.column - 1).value = cell.value

    return edit


def percentages(place: str) -> Edit:
    """Multiply a range of shares by 100."""
    name, _, area = place.partition("!")

    def edit(book: Any) -> None:
        for row in book[name][area]:
            for cell in row:
                cell.value = round(cell.value * 100, 10)

    return edit


def without_row(name: str, number: int) -> Edit:
    return lambda book: book[name].delete_rows(number)


def renamed(name: str, new: str) -> Edit:
    return lambda book: setattr(book[name], "title", new)


MISTAKES: tuple[tuple[str, str, Edit], ...] = (
    ("settings", "E104", typed("settings!A8", "depreciation")),  # the setting effect_depreciation is missing …
    ("settings!A8", "E210", lambda _: None),  # … because this one is unknown
    ("settings!C9", "E208", typed("settings!C9", "천원/달러")),
    ("industries!D4", "E203", typed("industries!D4", "250,1")),
    ("industries!F5", "E203", typed("industries!F5", "２０．３")),
    ("industries!J7", "W340", lambda _: None),  # the contradiction in the published figures
    ("industries!L5", "W341", typed("industries!L5", 1.72)),
    ("industries!M4", "E206", typed("industries!M4", "#REF!")),
    ("industries!P4", "E215", typed("industries!P4", "=O5*2")),
    ("industries!Q6", "E202", typed("industries!Q6", None)),
    ("regions!D5", "E203", typed("regions!D5", True)),
    ("siting!A5", "E301", typed("siting!E5", 0.48)),
    ("tasks!F4:F15", "E214", percentages("tasks!F4:F15")),
    ("tasks!H1", "E103", typed("tasks!H1", "uplift")),
    ("effectiveness", "E106", without_row("effectiveness", 15)),
    ("stages!D6", "E209", typed("stages!D6", "equty")),
    ("stages!E5", "E201", typed("stages!E5", "인공지능 전환 촉진기금(AXPF)")),
    ("stages!O5", "E203", typed("stages!O5", datetime(1900, 1, 1))),
    ("effect_profile", "E101", renamed("effect_profile", "effect_profil")),
    ("segments!C4", "E302", typed("segments!C4", 0.2)),
    ("segments!D8", "E303", typed("segments!D8", 0.5)),
    ("tracks!E4", "E203", typed("tracks!E4", "1만명")),
    ("tracks!F5", "E308", typed("tracks!F5", 2032)),
    ("tracks!J4", "E203", typed("tracks!J4", "35%")),
    ("tracks!O4", "W310", typed("tracks!O4", "reskilled")),
    ("tracks!P4", "E315", lambda _: None),  # and therefore a span is missing
    ("programmes!F4", "E203", typed("programmes!F4", "1,234억")),
    ("programmes!H5", "E204", typed("programmes!H5", 40)),
    ("programmes!L6", "E212", typed("programmes!L6", "예")),
    ("unlocks!N1", "E105", typed("unlocks!N1", "desing")),
    ("funds!D3", "E208", typed("funds!D3", "백만원")),
    ("funds!D4", "E203", typed("funds!D4", "△120")),
    ("funds!D5", "E203", typed("funds!D5", "\N{NO-BREAK SPACE}0")),
    ("funds!L1", "W102", typed("funds!L1", "carry_over_limits")),
    ("appropriations!G1", "W103", typed("appropriations!G1", 2031)),
    ("rules!A5", "E207", typed("rules!A5", "조선 최소")),
    ("rules!B4", "E213", typed("rules!B4", datetime(2026, 3, 2))),
    ("rules!A6", "E322", typed("rules!E6", "other_manufacturing")),
    ("rules!F7", "E201", typed("rules!F7", "영남권, honan")),
    ("rules!K8", "E321", typed("rules!K8", 2020)),
    ("uncertainty!B20", "E331", lambda _: None),  # the range of the setting that is missing
    ("sources!A60", "E205", copied("sources!A4:B4", "sources!A60")),
    ("메모", "W101", lambda book: book.create_sheet("메모")),
)  # fmt: skip


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    path = tmp_path_factory.mktemp("edited") / "edited.xlsx"
    write_tables(baseline_tables(), path)
    book = openpyxl.load_workbook(path)
    for _, _, edit in MISTAKES:
        edit(book)
    book.save(path)
    return check_tables(read_tables(path))[1]


def test_all_mistakes_are_told_in_one_pass_each_at_its_cell_and_nothing_else(problems: list[Problem]) -> None:
    assert sorted((p.place, p.code) for p in problems) == sorted((place, code) for place, code, _ in MISTAKES)


def test_there_are_more_than_thirty_of_as_many_kinds(problems: list[Problem]) -> None:
    # The numbers that are no numbers share a code, but are mistakes of different kinds.
    assert len({p.code for p in problems}) >= 30
    assert len(problems) >= 40


@pytest.mark.parametrize(
    ("place", "meant"),
    [
        ("industries!D4", "Did you mean 250.1?"),
        ("industries!F5", "Did you mean 20.3?"),
        ("programmes!F4", "Did you mean 1234?"),
        ("tracks!J4", "Did you mean 0.35?"),
        ("tracks!E4", "Did you mean 10000?"),
        ("tasks!F4:F15", "Divide all of them by 100"),
        ("programmes!H5", "Did you mean 0.4?"),
        ("stages!D6", "Did you mean 'equity'?"),
        ("stages!E5", "Did you mean 'axpf'?"),
        ("rules!F7", "Did you mean 'yeongnam', 'honam'?"),
        ("effect_profile", "Rename sheet 'effect_profil'"),
        ("unlocks!N1", "Did you mean 'design'?"),
        ("funds!L1", "Did you mean 'carry_over_limit'?"),
        ("settings!A8", "Did you mean 'effect_depreciation'?"),
        ("programmes!L6", "Did you mean 'yes'?"),
    ],
)
def test_the_likely_cure_is_said(problems: list[Problem], place: str, meant: str) -> None:
    assert meant in next(p.line("en") for p in problems if p.place == place)
