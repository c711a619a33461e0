"""Tables in and out: an Excel workbook or a folder of CSV files, whichever the path says."""

from pathlib import Path

from axplan.core.errors import UsageError
from axplan.core.text import Text
from axplan.inputs.tables import Tables

__all__ = ["read_tables", "write_tables"]

WORKBOOK_SUFFIXES = (".xlsx", ".xlsm")


def read_tables(path: Path) -> Tables:
    """Read a folder of CSV tables, or a workbook.

    Raises
    ------
    UsageError: there is nothing at `path`; the nearest name beside it is offered.
    InputError: what is there is no folder of tables and no workbook that can be read whole (codes E109 to E119).
    EnvironmentFault: the file may not be read.
    """
    from axplan.workbook.xlsx.gate import require

    require(path)
    if path.is_dir():
        from axplan.workbook.csv_folder import read_folder

        return read_folder(path)
    from axplan.workbook.xlsx.reader import read_workbook

    return read_workbook(path)


def write_tables(tables: Tables, path: Path) -> None:
    """Write a workbook where `path` ends in .xlsx, otherwise a folder of CSV tables.

    Raises
    ------
    UsageError: a path with another ending.
    InputError: a text that no workbook can hold (E116).
    EnvironmentFault: the target cannot be written (open elsewhere, disk full, no permission).
    """
    if path.suffix.lower() in WORKBOOK_SUFFIXES:
        from axplan.workbook.writer import write_workbook

        write_workbook(tables, path)
    elif path.suffix and not path.is_dir():
        raise UsageError(Text(
            f"알 수 없는 형식: {path}. 통합문서는 .xlsx, CSV 폴더는 확장자 없는 이름으로 적으십시오.",
            f"{path} is neither a workbook (.xlsx) nor the name of a folder (without an ending).",
        ))  # fmt: skip
    else:
        from axplan.workbook.csv_folder import write_folder

        write_folder(tables, path)
