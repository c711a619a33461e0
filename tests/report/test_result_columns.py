"""The dictionary of result columns says what there is, all of it and nothing else, in both languages."""

from __future__ import annotations

import csv
import re

from axplan.plan.optimise import CertifiedPlan
from axplan.report.tables.columns import TABLES
from written_results import Written

HANGUL = re.compile(r"[가-힣]")


def test_every_column_of_every_table_is_declared_and_every_declaration_is_a_column(small: CertifiedPlan) -> None:
    found = {name: list(frame.columns) for name, frame in small.plan.frames.items()}
    declared = {name: list(columns) for name, columns in TABLES.items() if name not in ("checks", "ranges")}
    assert declared == found


def test_the_columns_of_the_checks_are_what_a_check_says(small: CertifiedPlan) -> None:
    check = small.certificate.checks[0]
    assert all(hasattr(check, column) for column in TABLES["checks"])
    assert set(TABLES["checks"]) == set(check.as_dict())


def test_every_result_column_speaks_both_languages() -> None:
    for table, columns in TABLES.items():
        for name, column in columns.items():
            for text in (column.title, column.meaning):
                assert HANGUL.search(text.ko), (table, name)
                assert text.en, (table, name)
                assert not HANGUL.search(text.en), (table, name)


def test_the_csv_dictionary_documents_every_column_of_every_csv_table(korean: Written) -> None:
    tables = korean.folder / "tables"
    with (tables / "columns.csv").open(encoding="utf-8", newline="") as lines:
        documented = {(row["table"], row["column"]): row for row in csv.DictReader(lines)}
    headings = set()
    for path in sorted(tables.glob("*.csv")):
        if path.stem != "columns":
            with path.open(encoding="utf-8", newline="") as lines:
                headings |= {(path.stem, column) for column in next(csv.reader(lines))}
    assert {at for at in documented if at[0] != "ranges"} == headings  # those are there after `run --why` alone
    assert documented["ledger", "balance"]["unit"] == "억원 / KRW 100m"
    assert documented["ledger", "balance"]["title_ko"] == "차년도 이월"
