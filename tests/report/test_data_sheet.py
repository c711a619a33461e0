"""The tidy sheet is a named table that a pivot can be made of, and agrees with the printed tables."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from axplan.plan.ledger import SPENDING
from axplan.plan.optimise import CertifiedPlan
from axplan.plan.rounding.printed import print_plan
from axplan.report.sheets.data import TABLE, TITLES
from axplan.report.tables.columns import TABLES
from book_cells import numbers, row_of
from written_results import Written, write

Rows = list[dict[str, Any]]
KEYS = [*TITLES[: TITLES.index("year") + 1]]


def rows(book: Written) -> Rows:
    """The rows of the table, by the catalogue's names of their columns."""
    sheet = book.sheet("data")
    first, last = sheet.tables[TABLE].ref.replace("A", "").replace("K", "").split(":")
    cells = sheet.iter_rows(min_row=int(first) + 1, max_row=int(last), max_col=len(TITLES), values_only=True)
    return [dict(zip(TITLES, row, strict=True)) for row in cells]


def total(lines: Rows, amount: str, **where: Any) -> float:
    return sum(row[amount] for row in lines if all(row[name] == value for name, value in where.items()))


@pytest.mark.parametrize("language", ["korean", "english"])
def test_the_table_has_one_name_headings_and_filters(request: pytest.FixtureRequest, language: str) -> None:
    sheet = request.getfixturevalue(language).sheet("data", "written")
    table = sheet.tables["axplan_data"]
    head = int(table.ref.split(":")[0][1:])
    assert table.ref == table.autoFilter.ref == f"A{head}:K{sheet.max_row}"
    titles = [cell.value for cell in sheet[head]]
    assert [column.name for column in table.tableColumns] == titles
    assert len({title.lower() for title in titles}) == len(TITLES)
    assert table.tableStyleInfo.name == "TableStyleLight1"
    assert table.tableStyleInfo.showRowStripes


def test_public_money_by_year_is_what_the_funds_spend(korean: Written) -> None:
    ledger = print_plan(korean.plan, 1.0).plan.frames["ledger"]
    spent = ledger.set_index("year")[list(SPENDING)]
    lines = rows(korean)
    for year, amount in spent.sum(axis=1).groupby(level=0).sum().items():
        assert amount > 0
        assert total(lines, "public", year=year) == pytest.approx(amount, abs=1e-6)


def test_a_pivot_agrees_with_the_overall_table(korean: Written) -> None:
    sheet, years = korean.sheet("overview"), korean.plan.inputs.years
    printed = numbers(sheet, row_of(sheet, "합계"), len(years))
    assert [total(rows(korean), "public", year=t) for t in years] == pytest.approx(printed, abs=1e-6)


def test_every_line_of_the_printed_plan_is_there_with_its_names(korean: Written) -> None:
    frames, lines = print_plan(korean.plan, 1.0).plan.frames, rows(korean)
    of = korean.label
    for row in frames["commitments"].itertuples():
        found = [
            line for line in lines
            if line["item"] == of("stages", row.stage) and line["industry"] == of("industries", row.industry)
            and line["region"] == of("regions", row.region) and line["task"] == of("tasks", row.task)
            and line["year"] == row.year
        ]  # fmt: skip
        assert [(line["public"], line["private"]) for line in found] == (
            [(row.commitment, row.private)] if row.commitment or row.private else []
        )
    people = frames["trainees"]
    for track in korean.plan.inputs.tracks.track:
        assert (
            total(lines, "persons", item=of("tracks", track)) == people.loc[people["track"] == track, "trainees"].sum()
        )
        employer = people.loc[people["track"] == track, "employer"].sum()
        assert total(lines, "private", item=of("tracks", track)) == pytest.approx(employer, abs=1e-6)
    outlays = frames["outlays"]
    for programme in korean.plan.inputs.programmes.programme:
        mine = outlays[outlays["programme"] == programme]
        kind = TABLES["ledger"]["outlay_uses"].title.ko
        public = total(lines, "public", kind=kind, item=of("programmes", programme))
        assert public == pytest.approx(mine["outlay"].sum(), abs=1e-6)
    assert total(lines, "persons") == people["trainees"].sum()


def test_rows_are_whole_units_and_one_a_line(korean: Written) -> None:
    lines = rows(korean)
    assert set(Counter(tuple(row[name] for name in KEYS) for row in lines).values()) == {1}
    for row in lines:
        assert all(row[name] == int(row[name]) for name in ("public", "private", "sum", "persons"))  # and none is blank
        assert row["sum"] == row["public"] + row["private"]
        assert row["public"] or row["private"] or row["persons"]
        assert all(row[name] for name in ("kind", "item", "fund"))


def test_money_is_in_the_unit_of_the_book(small: CertifiedPlan, tmp_path: Path) -> None:
    book = write(small, tmp_path, "ko", unit="백만원")
    spent = print_plan(small.plan, 0.01).plan.frames["commitments"]["commitment"].sum()
    assert total(rows(book), "public", kind="성장 이니셔티브") == pytest.approx(spent * 100, abs=1e-6)
    assert "(단위: 백만원, 명)" in {cell.value for cell in book.sheet("data")[3]}


def test_the_sums_over_the_table_follow_its_filters(korean: Written) -> None:
    table = korean.sheet("data", "written").tables[TABLE].ref
    head, last = (int("".join(filter(str.isdigit, corner))) for corner in table.split(":"))
    written, shown = (korean.sheet("data", of)[head - 1] for of in ("written", "shown"))
    for at, letter in zip(range(7, 11), "HIJK", strict=True):
        assert written[at].value == f"=SUBTOTAL(109,{letter}{head + 1}:{letter}{last})"
        assert shown[at].value == total(rows(korean), TITLES[at])


def test_a_printed_book_has_the_sums_and_not_the_rows(korean: Written) -> None:
    sheet = korean.sheet("data", "written")
    head = int(sheet.tables[TABLE].ref.split(":")[0][1:])
    assert sheet.print_area == f"'데이터'!$A$1:$K${head - 1}"
    assert sheet.print_title_rows == f"${head}:${head}"  # for those who print the rows all the same
    note = str(sheet.cell(4, 1).value)
    assert f"{len(rows(korean)):,}행" in note
    assert TABLE in note


def test_a_plan_in_which_nothing_is_spent_has_the_table_too(tmp_path: Path) -> None:
    from axplan.inputs.objective import single
    from axplan.plan.optimise import optimise
    from tiny import tiny_inputs

    nothing = optimise(tiny_inputs(appropriations={"main": {2026: 0, 2027: 0}}, programmes=[], unlocks=[], tracks=[]), single("production"))  # fmt: skip
    book = write(nothing, tmp_path, "en")
    assert [set(row.values()) for row in rows(book)] == [{None}]
