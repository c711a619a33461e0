"""Folder → workbook → folder: nothing is lost, nothing is changed, whatever the cells hold."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from axplan.inputs.tables import Row, Table, Tables, is_blank
from axplan.workbook import read_tables, write_tables
from axplan.workbook.baseline import baseline_tables

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40).filter(
    lambda text: not is_blank(text)
)
NUMBERS = st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.integers(-(2**53) + 1, 2**53 - 1))
NASTY = [
    "=cmd|' /C calc'!A0",
    "007",
    "1e5",
    "👍🏽",
    "\N{NO-BREAK SPACE}빈칸",
    "a\r\nb",
    "가\n나",
    '"',
    ",",
    "'",
    "긴" * 32_767,
    "_x_",
    "_x000D_",
    "_x005F_x000D_",
    "_xABCD_",
]


def funds(texts: list[str], numbers: list[float]) -> Tables:
    columns = {"fund": 1, "label_ko": 2, "opening_balance": 3}
    rows = (
        Row(n, {"fund": f"f{n}", "label_ko": text, "opening_balance": number})
        for n, (text, number) in enumerate(zip(texts, numbers, strict=False), start=2)
    )
    return Tables(Path("here"), {"funds": Table("funds", columns, tuple(rows))})


def through(tables: Tables, name: str) -> Tables:
    with tempfile.TemporaryDirectory() as folder:
        write_tables(tables, Path(folder) / name)
        return read_tables(Path(folder) / name)


def exact(tables: Tables) -> list[tuple[str, object]]:
    """Every value with its kind, a float by its last bit."""
    values = (value for row in tables["funds"].rows for value in row.values.values())
    return [("number", float(v).hex()) if isinstance(v, int | float) else ("text", v) for v in values]


@given(st.lists(TEXTS, min_size=1, max_size=4), st.lists(NUMBERS, min_size=4, max_size=4))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(NASTY[:6], [0.1, 1 / 3, 1e22, 5e-324, 0.1 + 0.2, 123456789.123456789])
@example(NASTY[6:], [2.0**53 - 1, -1e-9, 1.7976931348623157e308, 4.35, 0.045, 1.0])
def test_any_text_and_any_number_survive_the_workbook_and_the_folder(texts: list[str], numbers: list[float]) -> None:
    tables = funds(texts, numbers)
    wanted = [(kind, "0x0.0p+0" if value == "-0x0.0p+0" else value) for kind, value in exact(tables)]
    for name in ("a.xlsx", "folder"):
        read = through(tables, name)
        assert read.content() == tables.content()
        assert [(kind, "0x0.0p+0" if value == "-0x0.0p+0" else value) for kind, value in exact(read)] == wanted


def test_the_baseline_survives_folder_workbook_folder_byte_for_byte(tmp_path: Path) -> None:
    baseline = baseline_tables()
    write_tables(baseline, tmp_path / "a.xlsx")
    write_tables(read_tables(tmp_path / "a.xlsx"), tmp_path / "folder")
    assert read_tables(tmp_path / "folder").content() == baseline.content()
    packaged = sorted(baseline.source.glob("*.csv"))
    assert [path.name for path in sorted((tmp_path / "folder").iterdir())] == [path.name for path in packaged]
    for path in packaged:
        assert (tmp_path / "folder" / path.name).read_bytes() == path.read_bytes()


def test_a_workbook_written_again_is_the_same_file(tmp_path: Path) -> None:
    write_tables(baseline_tables(), tmp_path / "a.xlsx")
    write_tables(read_tables(tmp_path / "a.xlsx"), tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
