"""The checks as a whole: everything in one pass, in order, for any size of input, without false alarms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import RECORD_COLUMNS
from axplan.inputs.tables import Row, Table, Tables
from axplan.inputs.validation import check_tables
from axplan.workbook.baseline import baseline_tables
from problem_cases import SUPERVISED
from tiny import EQUITY, Change, tiny_tables


def codes(**changes: Change) -> list[str]:
    return [p.code for p in check_tables(tiny_tables(**changes))[1]]


def edited(sheet: str, edit: Callable[[Table], Table | None]) -> Tables:
    tables = tiny_tables()
    changed = {name: edit(table) if name == sheet else table for name, table in tables.tables.items()}
    return Tables(tables.source, {name: table for name, table in changed.items() if table is not None})


def without_columns(table: Table, *names: str) -> Table:
    rows = tuple(Row(r.number, {k: v for k, v in r.values.items() if k not in names}) for r in table.rows)
    return replace(table, columns={k: v for k, v in table.columns.items() if k not in names}, rows=rows)


def test_the_baseline_has_no_problem_but_one_contradiction_of_its_source() -> None:
    sheets, problems = check_tables(baseline_tables())
    assert [(p.place, p.code) for p in problems] == [("industries!J5", "W340")]
    assert sheets is not None


def test_the_tiny_case_has_no_problems_at_all() -> None:
    assert codes() == []


def test_all_mistakes_are_told_at_once_in_sheet_and_row_order() -> None:
    _, problems = check_tables(
        tiny_tables(
            rules={"cap": {"measure": "comitment", "value": "15%"}, "floor": {"region": "nowhere", "relation": ">"}},
            funds={"main": {"interest": -1}},
            siting={"toys": {"north": 0.5}},
            industries={"cars": {"production": "250,1", "initiative": "예"}, "toys": {"employment": None}},
            segments={("scale_up", 1): {"width": 0.2}},
        )
    )
    assert [(p.place, p.code) for p in problems] == [
        ("industries!D2", "E203"),
        ("industries!T2", "E212"),
        ("industries!Q3", "E202"),
        ("siting!A3", "E301"),
        ("segments!C4", "E302"),
        ("funds!E2", "E204"),
        ("rules!D2", "E209"),
        ("rules!N2", "E203"),
        ("rules!F3", "E201"),
        ("rules!M3", "E209"),
    ]


def test_a_broken_setting_does_not_hide_the_other_problems() -> None:
    tables = edited("settings", lambda t: t.with_rows(tuple(
        Row(r.number, {**r.values, "value": "다섯"}) if r.values["key"] == "plan_years" else r for r in t.rows)))  # fmt: skip
    broken = Tables(tables.source, {**tables.tables, "siting": tiny_tables(siting={"toys": {"north": 0.5}})["siting"]})
    sheets, problems = check_tables(broken)
    assert sheets is None
    assert [(p.place, p.code) for p in problems] == [("settings!B3", "E203"), ("siting!A3", "E301")]


def test_without_its_settings_the_rest_is_still_checked() -> None:
    tables = edited("settings", lambda t: t.with_rows(()))
    sheets, problems = check_tables(tables)
    assert sheets is None
    assert [p.code for p in problems] == ["E104"] * 6


def test_the_sheets_are_returned_when_there_are_only_warnings() -> None:
    sheets, problems = check_tables(tiny_tables(unlocks={"data": {"design": 0.5}}))
    assert sheets is not None
    assert [p.code for p in problems] == ["W304"]


@pytest.mark.parametrize("name", ["rules", "uncertainty", "provenance", "sources"])
def test_sheets_that_may_be_absent_may_be_absent(name: str) -> None:
    tables = {key: table for key, table in baseline_tables().tables.items() if key not in (name, "provenance")}
    assert [p.code for p in check_tables(Tables(baseline_tables().source, tables))[1]] == ["W340"]


@pytest.mark.parametrize("name", [n for n, sheet in sheet_declarations().items() if not sheet.optional])
def test_a_missing_sheet_is_the_only_thing_reported(name: str) -> None:
    _, problems = check_tables(edited(name, lambda _: None))
    assert [(p.place, p.code) for p in problems] == [(name, "E101")]


@pytest.mark.parametrize(
    ("name", "follower"), [("programmes", "unlocks"), ("tracks", None), ("rules", None), ("uncertainty", None)]
)
def test_a_sheet_may_have_headings_only(name: str, follower: str | None) -> None:
    tables, columns = tiny_tables(), baseline_tables()
    empty = {n: Table(n, columns[n].columns, ()) for n in (name, follower) if n}
    empty |= {"unlocks": tables["unlocks"].with_rows(())} if follower else {}
    assert check_tables(Tables(tables.source, {**tables.tables, **empty}))[1] == []


def test_an_optional_sheet_may_be_quite_empty() -> None:
    tables = tiny_tables()
    assert check_tables(Tables(tables.source, {**tables.tables, "rules": Table("rules", {}, ())}))[1] == []


def test_columns_that_only_describe_may_be_absent() -> None:
    describing = {
        "industries": ("label_ko", "label_en", "production_share", "export_share", "trade_balance", "trade_balance_share",
                       "trade_specialisation", "influence", "technology", "market"),
        "tasks": ("label_ko", "label_en", "priority"),
        "programmes": ("quantity", "quantity_unit", "expenditure_inducement"),
        "funds": ("carry_over_limit",),
        "tracks": ("supervisor", "span"),
    }  # fmt: skip
    for name, columns in describing.items():
        tables = edited(name, lambda t, columns=columns: without_columns(t, *columns))  # type: ignore[misc]
        assert check_tables(tables)[1] == [], name


def test_terms_of_loans_may_be_absent_while_there_is_no_loan() -> None:
    terms = ("lending_rate", "grace_years", "repayment_years", "annual_loss", "loss_recovery")
    tables = tiny_tables(stages={"scale_up": EQUITY})
    stages = without_columns(tables["stages"], *terms)
    assert check_tables(Tables(tables.source, {**tables.tables, "stages": stages}))[1] == []
    loans = edited("stages", lambda t: without_columns(t, *terms))
    assert [(p.code, p.place) for p in check_tables(loans)[1]] == [("E102", "stages")] * 5


def test_values_used_only_in_the_initiative_may_be_blank_elsewhere() -> None:
    assert codes(industries={"toys": {"production": None, "exports": None}}) == []
    assert codes(industries={"cars": {"production": None}}) == ["E211"]


def test_a_label_in_a_heading_suggests_the_key() -> None:
    tables = edited("siting", lambda t: replace(t, columns={"industry": 1, "북부": 2}, rows=tuple(
        Row(r.number, {"industry": r.values["industry"], "북부": r.values["north"]}) for r in t.rows)))  # fmt: skip
    assert [p.line("ko") for p in check_tables(tables)[1]] == [
        "siting!B1  열 없음: north  → 이 열이 있어야 합니다. 열 '북부'의 이름을 고치십시오   [E102]"
    ]


def test_a_title_in_a_heading_or_on_a_tab_suggests_the_name() -> None:
    table = tiny_tables()["tasks"]
    columns = {("생산성 효과" if name == "uplift" else name): at for name, at in table.columns.items()}
    rows = tuple(
        Row(r.number, {("생산성 효과" if k == "uplift" else k): v for k, v in r.values.items()}) for r in table.rows
    )
    tables = edited("tasks", lambda t: replace(t, columns=columns, rows=rows))
    assert [p.line("en") for p in check_tables(tables)[1]] == [
        "tasks!D1  column uplift is missing  → the column is needed. Rename column '생산성 효과'   [E102]"
    ]
    tabbed = Tables(tables.source, {("태스크" if n == "tasks" else n): t for n, t in tiny_tables().tables.items()})
    assert check_tables(tabbed)[1][0].line("en") == "tasks  the sheet is missing  → a sheet 'tasks' (AI tasks)   [E101]"
    tabbed = Tables(tables.source, {("AI 태스크" if n == "tasks" else n): t for n, t in tiny_tables().tables.items()})
    assert "Rename sheet 'AI 태스크'" in check_tables(tabbed)[1][0].line("en")


def test_a_plan_that_was_shortened_leaves_years_unread() -> None:
    tables = baseline_tables()
    settings = tables["settings"].with_rows(tuple(
        Row(r.number, {**r.values, "value": 4}) if r.values["key"] == "plan_years" else r for r in tables["settings"].rows))  # fmt: skip
    sheets, problems = check_tables(Tables(tables.source, {**tables.tables, "settings": settings}))
    assert sheets is None
    assert [p.code for p in problems] == ["W340", "E308", "E308", "E308", "W103"]


def test_years_beyond_the_plan_are_not_in_the_inputs() -> None:
    sheets, problems = check_tables(tiny_tables(appropriations={"main": {"2028": 5, "2027": 7}}))
    assert [p.code for p in problems] == ["W103"]
    assert sheets is not None
    assert sheets.appropriations.value == {("main", 2026): 1000.0, ("main", 2027): 7.0}


def test_cells_that_carry_unseen_blanks_are_read() -> None:
    sheets, problems = check_tables(
        tiny_tables(
            rules={"cap": {"region": "\N{NO-BREAK SPACE}north ,\N{ZERO WIDTH SPACE}north", "industry": "cars\n"}}
        )
    )
    assert problems == []
    assert sheets is not None
    assert sheets.rules.region == {"cap": ("north",)}


def test_text_may_be_a_number_where_nothing_depends_on_it() -> None:
    sheets, problems = check_tables(tiny_tables(industries={"cars": {"label_ko": 2030, "market": 1.5}}))
    assert problems == []
    assert sheets is not None
    assert sheets.industries.label_ko["cars"] == "2030"


def test_numbers_may_be_typed_by_whole_floats() -> None:
    sheets, _ = check_tables(tiny_tables(tracks={"reskilled": {"target_year": 2027.0}}))
    assert sheets is not None
    assert sheets.tracks.target_year == {"reskilled": 2027}


@pytest.mark.parametrize("unit", ["연도", "year", "연도 / year", " year "])
def test_a_setting_may_give_its_unit_in_either_language(unit: str) -> None:
    tables = edited("settings", lambda t: t.with_rows(tuple(
        Row(r.number, {**r.values, "unit": unit}) if r.values["key"] == "first_year" else r for r in t.rows)))  # fmt: skip
    assert check_tables(tables)[1] == []


def test_a_setting_in_another_unit_is_reported() -> None:
    tables = edited("settings", lambda t: t.with_rows(tuple(
        Row(r.number, {**r.values, "unit": "%"}) if r.values["key"] == "social_discount_rate" else r for r in t.rows)))  # fmt: skip
    assert [p.line("en") for p in check_tables(tables)[1]] == [
        "settings!C5  unit of social_discount_rate = '%'  → unit 'share/yr', and the values in this unit   [E208]"
    ]
    assert set(tables["settings"].columns) == set(RECORD_COLUMNS)


def test_a_setting_given_twice_is_reported_at_the_second() -> None:
    tables = edited("settings", lambda t: t.with_rows((*t.rows, Row(9, dict(t.rows[0].values)))))
    assert [p.line("en") for p in check_tables(tables)[1]] == [
        "settings!A9  key = 'first_year'  → only once; it already stands in row 2   [E205]"
    ]


def test_a_circle_of_supervisors_is_told_once() -> None:
    circle: dict[str, Any] = {**SUPERVISED, "leaders": {"supervisor": "reskilled", "span": 3}}
    circle["reskilled"] = {"supervisor": "leaders", "span": 3}
    assert codes(tracks=circle) == ["W310"]


def test_without_a_lag_the_first_year_can_still_be_mended() -> None:
    ahead: dict[str, Any] = {"adoption": {"initial_depth": 0.2, "conversion": 0.5}, "scale_up": {"initial_depth": 0.2}}
    assert codes(stages=ahead) == ["E316"]
    ahead["adoption"]["conversion_lag"] = 0
    assert codes(stages=ahead) == []


def test_a_uniform_range_needs_no_mode() -> None:
    uniform = {
        "table": "settings",
        "row": "krw_per_usd",
        "column": "value",
        "applies": "factor",
        "low": 0.9,
        "high": 1.1,
    }
    assert codes(uncertainty=[{**uniform, "distribution": "uniform"}]) == []
    assert codes(uncertainty=[{**uniform, "distribution": "triangular"}]) == ["E211"]


def test_a_range_can_point_into_a_matrix_or_at_one_row() -> None:
    cell = {"applies": "value", "distribution": "uniform", "low": 0.0, "high": 1.0}
    assert codes(uncertainty=[{**cell, "table": "siting", "row": "toys", "column": "north"}]) == []
    assert codes(uncertainty=[{**cell, "table": "tasks", "row": "*", "column": "label_ko"}]) == ["E330"]
    assert codes(uncertainty=[{**cell, "table": "taskz", "row": "*", "column": "uplift"}]) == ["E330"]
    assert codes(uncertainty=[{**cell, "table": "settings", "row": "first_yaer", "column": "value"}]) == ["E331"]


def test_any_number_of_everything_is_fine() -> None:
    assert (
        codes(
            regions={"south": {}, "east": {}},
            siting={"cars": {"north": 0.5, "south": 0.25, "east": 0.25}, "toys": {"north": 0, "south": 1, "east": 0}},
            industries={"ships": {}},
            tasks={"repair": {}},
            funds={"second": {}},
            programmes={"grid": {}},
            tracks={"leaders": {}},
            segments={("adoption", 3): {"width": 0.0, "cost_multiplier": 4.0}},
        )
        == []
    )
