"""A folder of CSV tables reads as the workbook would."""

from __future__ import annotations

from pathlib import Path

import pytest

from axplan.core.errors import EnvironmentFault, InputError
from axplan.inputs.tables import Row, Table, Tables
from axplan.workbook import read_tables, write_tables


def read(folder: Path, text: str, name: str = "funds") -> Table:
    (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return read_tables(folder)[name]


@pytest.mark.parametrize(
    ("text", "value"),
    [("1", 1), ("1.0", 1), ("0.1", 0.1), (" 2 ", 2), ("1e3", 1000), ("-0.5", -0.5), ("250,1", "250,1"), ("15%", "15%"),
     ("1_000", "1_000"), ("１", "１"), ("많음", "많음"), ("12345678901234567890", 12345678901234567890.0)],
)  # fmt: skip
def test_numbers_are_read_where_numbers_are_declared(tmp_path: Path, text: str, value: object) -> None:
    table = read(tmp_path, f'fund,label_ko,opening_balance\naxpf,"{text}","{text}"\n')
    assert table.rows[0].values["opening_balance"] == value
    assert table.rows[0].values["label_ko"] == text


def test_only_the_value_of_a_setting_is_a_number(tmp_path: Path) -> None:
    table = read(tmp_path, "key,value,unit\nplan_years,5,3\nnonsense,5,\n", "settings")
    assert table.rows[0].values == {"key": "plan_years", "value": 5, "unit": "3"}
    assert table.rows[1].values["value"] == "5"


def test_lines_are_counted_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    table = read(tmp_path, '\ufefffund,label_ko\n\na,"two\nlines"\nb,\n')
    assert [row.number for row in table.rows] == [3, 4]
    assert table.rows[0].values == {"fund": "a", "label_ko": "two\nlines"}


def test_titles_and_units_exported_with_the_table_are_skipped(tmp_path: Path) -> None:
    table = read(tmp_path, "fund,interest\n기금 / Fund,운용 수익률 / Interest\n,비율/년 / share/yr\naxpf,0.1\n")
    assert table.rows == (Row(4, {"fund": "axpf", "interest": 0.1}),)
    assert table.units == Row(3, {"interest": "비율/년 / share/yr"})


def test_every_unreadable_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "funds.csv").write_bytes("기금".encode("cp949"))
    (tmp_path / "tasks.csv").write_bytes(b"\xff\xff\xff")
    (tmp_path / "rules.csv").write_text('rule\n"open', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_tables(tmp_path)
    assert sorted((p.code, p.place) for p in caught.value.problems) == [
        ("E111", "funds.csv"), ("E111", "rules.csv"), ("E111", "tasks.csv"),
    ]  # fmt: skip
    assert "saved in code page 949" in caught.value.problems[0].line("en")


def test_tables_come_in_the_order_of_the_workbook(tmp_path: Path) -> None:
    for name in ("zebra", "funds", "settings", "tasks"):
        (tmp_path / f"{name}.csv").touch()
    assert list(read_tables(tmp_path).tables) == ["settings", "tasks", "funds", "zebra"]


def test_numbers_are_written_shortest_and_blank_cells_blank(tmp_path: Path) -> None:
    cells = {"fund": "axpf", "opening_balance": 100.0, "interest": 0.1, "admin_rate": 1 / 3, "private_ratio": 3}
    columns = dict.fromkeys(("fund", "label_ko", *list(cells)[1:]), 0)
    write_tables(Tables(tmp_path, {"funds": Table("funds", columns, (Row(2, cells),))}), tmp_path)
    assert (tmp_path / "funds.csv").read_bytes() == (
        b"fund,label_ko,opening_balance,interest,admin_rate,private_ratio\naxpf,,100,0.1,0.3333333333333333,3\n"
    )


def test_a_sheet_without_columns_is_not_written(tmp_path: Path) -> None:
    write_tables(Tables(tmp_path, {"메모": Table("메모", {}, ())}), tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_file_where_the_folder_should_be_is_a_fault_of_the_environment(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(EnvironmentFault):
        write_tables(Tables(tmp_path, {}), tmp_path / "out")
