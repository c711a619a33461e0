"""Text from the inputs stays text, and the book speaks one language."""

from __future__ import annotations

import dataclasses
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from axplan.inputs.parameters import Inputs, build_inputs
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.tables import Row, Table, Tables
from axplan.plan.optimise import CertifiedPlan
from book_cells import filled
from written_results import Written, write

HANGUL = re.compile(r"[가-힣]")
HOSTILE = ("=1+1", "@cmd", "+1", "-1", "http://example.org/x", "internal:'Data'!A1", "=HYPERLINK(\"x\")", "007", "{=1}", "<b>&amp;")  # fmt: skip


def input_texts(x: Inputs) -> set[str]:
    """Every text of the inputs, keys and labels alike."""
    found: set[str] = set()
    for name in sheet_declarations():
        for column in vars(getattr(x, name)).values():
            values = (
                column.values() if hasattr(column, "values") else column if isinstance(column, tuple) else (column,)
            )
            found |= {value for value in values if isinstance(value, str)}
    return found


def test_the_english_book_of_the_baseline_has_no_korean_but_the_title_of_the_scenario(english: Written) -> None:
    for title, cell in filled(english.shown):
        if isinstance(cell.value, str) and HANGUL.search(cell.value):
            assert cell.value == "기준 & 시험", (title, cell.coordinate, cell.value)


def test_what_an_analyst_typed_in_korean_alone_stands_as_it_was_typed(small: CertifiedPlan, tmp_path: Path) -> None:
    x = small.plan.inputs
    bare = dataclasses.replace(
        x,
        sources=dataclasses.replace(x.sources, title_en={}, publisher_en={}, note_en={}),
        provenance=dataclasses.replace(x.provenance, note_en={}),
    )
    book = write(dataclasses.replace(small, plan=dataclasses.replace(small.plan, inputs=bare)), tmp_path, "en")
    korean = {cell.value for _, cell in filled(book.shown) if HANGUL.search(str(cell.value))} - {"기준 & 시험"}
    given = input_texts(bare)
    assert {"한국은행", "AI 산업정책위원회"} <= korean
    assert all(any(typed in text for typed in given if HANGUL.search(typed)) for text in korean)


def test_the_korean_book_uses_korean_names(korean: Written, english: Written) -> None:
    texts = {cell.value for _, cell in filled(korean.shown)}
    assert {"자동차", "수도권", "디자인", "1단계 AI 채택 가속화", "자동차 쏠림 방지"} <= texts
    assert not {"Automotive", "Total", "Capital area"} & texts
    assert {"Automotive", "Capital area", "Design"} <= {cell.value for _, cell in filled(english.shown)}


def hostile(tables: Tables) -> tuple[Tables, list[str]]:
    """The tables with a hostile text in every label and remark, each with a number of its own, and those texts."""
    planted: list[str] = []

    def plant(value: Any) -> str:
        planted.append(f"{HOSTILE[len(planted) % len(HOSTILE)]}{len(planted)}")
        return planted[-1]

    def changed(table: Table) -> Table:
        targets = {"quantity_unit", "pillar"} | {
            name for name in table.columns if name.startswith(("label_", "note", "publisher", "title"))
        }
        targets &= set(table.columns)
        rows = []
        for row in table.rows:
            values = {name: plant(value) if name in targets else value for name, value in row.values.items()}
            rows.append(Row(row.number, values))
        return table.with_rows(tuple(rows))

    return Tables(tables.source, {name: changed(table) for name, table in tables.tables.items()}), planted


@pytest.fixture(scope="module")
def attacked(small: CertifiedPlan, tmp_path_factory: pytest.TempPathFactory) -> tuple[Written, list[str]]:
    from written_results import SOFT, documented

    tables, planted = hostile(documented(SOFT))
    plan = dataclasses.replace(small.plan, inputs=build_inputs(tables))
    facts = {"title.ko": "=1+1", "title.en": "=1+1", "options.objective": "=cmd|'/c calc'!A1"}
    result = dataclasses.replace(small, plan=plan)
    return write(result, tmp_path_factory.mktemp("hostile"), "ko", facts), planted


def test_text_from_the_inputs_never_becomes_a_formula_a_link_or_a_number(attacked: tuple[Written, list[str]]) -> None:
    book, planted = attacked
    found = {cell.value: cell for _, cell in filled(book.written)}
    seen = [text for text in planted if text in found]
    assert len(seen) > 60
    for cell in (found[text] for text in [*seen, "=cmd|'/c calc'!A1"]):
        assert cell.hyperlink is None
    with zipfile.ZipFile(book.path) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        formulas = [f for name in sheets for f in re.findall(r"<f>([^<]*)</f>", archive.read(name).decode())]
        relations = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".rels")]
    assert not any("HYPERLINK" in f or "cmd" in f or "1+1" in f for f in formulas)
    assert not any("example.org" in relation for relation in relations)


def test_hostile_labels_change_no_formula(attacked: tuple[Written, list[str]], korean: Written) -> None:
    """The labels are the only difference: every formula is the one of the book with ordinary labels."""
    book, _ = attacked
    # every programme has a pillar of its own now, so that these sheets, and what shows cells of them, have other rows
    elsewhere = [
        korean.sheet(name).title for name in ("summary", "overview", "details", "annual", "appraisal", "coverage")
    ]
    mine, others = ({(t, c.coordinate): c.value for t, c in filled(b.written) if c.data_type == "f" and t not in elsewhere} for b in (book, korean))  # fmt: skip
    same = {at for at in mine if at in others}
    assert len(same) > 400
    assert all(mine[at] == others[at] for at in same)


def test_only_cells_of_the_book_are_linked(korean: Written) -> None:
    targets = [cell.hyperlink for _, cell in filled(korean.written) if cell.hyperlink]
    assert len(targets) == 2 * (len(korean.written.sheetnames) - 1) + 1  # there and back, and down to the contents
    for link in targets:
        assert link.target is None
        name = link.location.rpartition("!")[0].strip("'")
        assert name in korean.written.sheetnames


def test_names_fall_back_to_the_key_where_there_is_no_label(tiny: CertifiedPlan, tmp_path: Path) -> None:
    x = tiny.plan.inputs
    bare = dataclasses.replace(x, tasks=dataclasses.replace(x.tasks, label_ko={}, label_en={}))
    result = dataclasses.replace(tiny, plan=dataclasses.replace(tiny.plan, inputs=bare))
    book = write(result, tmp_path, "ko")
    assert "design" in {cell.value for _, cell in filled(book.shown)}
