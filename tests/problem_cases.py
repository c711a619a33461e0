"""One planted mistake for every code of the catalogue: how to make it, where it is reported, and in which words."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from axplan.checks import check_tables
from axplan.errors import InputError, Problem
from axplan.tables import CellError, Row, Table, Tables
from axplan.workbook import read_tables, write_tables
from tiny import Change, tiny_tables

Make = Callable[[Path], list[Problem]]


@dataclass(frozen=True)
class Case:
    """`make` commits the mistake in an empty folder and returns the problems; `also` are codes that rightly come with it."""

    code: str
    make: Make
    place: str
    ko: str
    en: str
    also: tuple[str, ...] = ()


def checking(**changes: Change) -> Make:
    """The tiny case with these changes, checked."""
    return lambda _: check_tables(tiny_tables(**changes))[1]


def editing(sheet: str, edit: Callable[[Table], Table | None], **changes: Change) -> Make:
    """The tiny case with one sheet edited (None takes it away), checked."""

    def make(_: Path) -> list[Problem]:
        tables = tiny_tables(**changes)
        edited = {name: edit(table) if name == sheet else table for name, table in tables.tables.items()}
        return check_tables(Tables(tables.source, {name: t for name, t in edited.items() if t is not None}))[1]

    return make


def renaming(sheet: str, old: str, new: str, **changes: Change) -> Make:
    """The tiny case with a column renamed."""
    return editing(sheet, lambda t: _renamed(t, {old: new}), **changes)


def dropping(sheet: str, column: str, **changes: Change) -> Make:
    """The tiny case without a column."""
    return editing(sheet, lambda t: _renamed(t, {column: None}), **changes)


def _renamed(table: Table, names: Mapping[str, str | None]) -> Table:
    def rename(cells: Mapping[str, Any]) -> dict[str, Any]:
        pairs = ((names.get(name, name), value) for name, value in cells.items())
        return {name: value for name, value in pairs if name is not None}

    rows = tuple(Row(row.number, rename(row.values)) for row in table.rows)
    return replace(table, columns=rename(table.columns), rows=rows)


def adding_sheet(name: str) -> Make:
    def make(_: Path) -> list[Problem]:
        tables = tiny_tables()
        return check_tables(Tables(tables.source, {**tables.tables, name: Table(name, {}, ())}))[1]

    return make


def reading(write: Callable[[Path], object], name: str) -> Make:
    """What is said about a file or folder of this name, after `write` has made it."""

    def make(folder: Path) -> list[Problem]:
        path = folder / name
        write(path)
        try:
            read_tables(path)
        except InputError as fault:
            return list(fault.problems)
        return []

    return make


def writing_too_much(folder: Path) -> list[Problem]:
    try:
        write_tables(tiny_tables(funds={"main": {"label_ko": "글" * 32_768}}), folder / "long.xlsx")
    except InputError as fault:
        return list(fault.problems)
    return []


def _zip(member: str) -> Callable[[Path], object]:
    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(member, "")

    return write


def _bytes(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def _csv(content: bytes) -> Callable[[Path], object]:
    def write(folder: Path) -> None:
        folder.mkdir()
        (folder / "industries.csv").write_bytes(content)

    return write


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SUPERVISED: dict[str, Any] = {"leaders": {"initial_stock": 10, "supervisor": None}, "reskilled": {"supervisor": "leaders"}}

FILES = (
    Case("E110", reading(_bytes(b""), "empty.xlsx"), "empty.xlsx",
         "통합문서가 아닌 파일: 빈 파일  → Excel 통합 문서(.xlsx) 또는 CSV 폴더",
         "not a workbook: the file is empty  → an Excel workbook (.xlsx) or a folder of CSV tables"),
    Case("E111", reading(_csv("industry\n자동차\n".encode("cp949")), "tables"), "industries.csv",
         "읽을 수 없는 CSV: CP949로 저장됨  → UTF-8로 저장한 CSV",
         "an unreadable CSV file: saved in code page 949  → a CSV file saved as UTF-8"),
    Case("E112", reading(_bytes(OLE + "EncryptedPackage".encode("utf-16-le")), "secret.xlsx"), "secret.xlsx",
         "암호가 걸린 파일  → 암호 없는 통합문서",
         "a file with a password  → a workbook without a password"),
    Case("E113", reading(_bytes(OLE), "old.xls"), "old.xls",
         "Excel 97-2003 (.xls) 형식  → Excel 통합 문서(.xlsx)로 저장한 파일",
         "a file in Excel 97-2003 (.xls) format  → the file saved as an Excel workbook (.xlsx)"),
    Case("E114", reading(_bytes(b"PK\x03\x04 and nothing else"), "cut.xlsx"), "cut.xlsx",
         "읽을 수 없는 통합문서: File is not a zip file  → Excel에서 열리는 통합문서",
         "an unreadable workbook: File is not a zip file  → a workbook that opens in Excel"),
    Case("E115", reading(Path.mkdir, "tables"), "tables",
         "CSV 파일이 없는 폴더  → 시트마다 CSV 파일 하나(settings.csv, industries.csv …)",
         "a folder without CSV files  → one CSV file for each sheet (settings.csv, industries.csv …)"),
    Case("E116", writing_too_much, "funds!B2",
         "32,768자  → 한 셀에 32,767자 이하",
         "32,768 characters  → at most 32,767 characters in a cell"),
)  # fmt: skip

SHEETS = (
    Case("E101", editing("regions", lambda t: None), "regions",
         "시트 없음  → 'regions' 시트(권역)",
         "the sheet is missing  → a sheet 'regions' (Regions)"),
    Case("E102", renaming("stages", "cost_share", "costshare"), "stages!G1",
         "열 없음: cost_share  → 이 열이 있어야 합니다. 열 'costshare'의 이름을 고치십시오",
         "column cost_share is missing  → the column is needed. Rename column 'costshare'"),
    Case("E103", editing("tasks", lambda t: replace(t, repeated=(("uplift", 7),))), "tasks!G1",
         "열 이름이 다시 나옴: uplift  → 하나만; 첫 열은 D1",
         "column uplift stands again  → only one; the first is in D1"),
    Case("E104", editing("settings", lambda t: t.with_rows(t.rows[1:])), "settings",
         "설정 없음: first_year  → key = first_year인 행: 첫 해",
         "setting first_year is missing  → a row with key = first_year: First year"),
    Case("E105", editing("siting", lambda t: replace(t, columns={**t.columns, "notrh": 3})), "siting!C1",
         "알 수 없는 열: notrh  → north 가운데 하나. 혹시 'north'입니까?",
         "unknown column notrh  → one of north. Did you mean 'north'?"),
    Case("E106", editing("siting", lambda t: t.with_rows(t.rows[:1])), "siting",
         "행 없음: toys  → industries 시트의 모든 행",
         "row toys is missing  → every row of sheet industries"),
    Case("W101", adding_sheet("메모"), "메모",
         "알 수 없는 시트  → 읽지 않고 넘어갑니다",
         "an unknown sheet  → it is not read"),
    Case("W102", renaming("funds", "carry_over_limit", "carryover_limit"), "funds!K1",
         "알 수 없는 열: carryover_limit  → 읽지 않고 넘어갑니다. 혹시 'carry_over_limit'입니까?",
         "unknown column carryover_limit  → it is not read. Did you mean 'carry_over_limit'?"),
    Case("W103", checking(appropriations={"main": {"2028": 5}}), "appropriations!D1",
         "계획 기간 밖의 열: 2028  → 2026~2027년만 읽습니다",
         "column 2028 lies outside the plan  → only 2026 to 2027 are read"),
)  # fmt: skip

CELLS = (
    Case("E201", checking(rules={"cap": {"region": "북부"}}), "rules!F2",
         "region = '북부'  → regions 시트의 행 가운데 하나. 혹시 'north'입니까?",
         "region = '북부'  → one of the rows of sheet regions. Did you mean 'north'?"),
    Case("E202", checking(siting={"cars": {"north": None}}), "siting!B2",
         "빈 셀: north  → 값이 있어야 합니다",
         "north is blank  → a value is needed"),
    Case("E203", checking(industries={"cars": {"production": "250,1"}}), "industries!D2",
         "production = '250,1'  → 숫자 (조원), 0 초과. 혹시 250.1입니까?",
         "production = '250,1'  → a number in KRW tn, above 0. Did you mean 250.1?"),
    Case("E204", checking(funds={"main": {"admin_rate": 3}}), "funds!F2",
         "admin_rate = 3  → 숫자 (비율), 0 이상, 1 이하. 혹시 0.03입니까?",
         "admin_rate = 3  → a number (share), at least 0, at most 1. Did you mean 0.03?"),
    Case("E205", checking(regions=lambda rows: rows * 2), "regions!A3",
         "region = 'north'  → 한 번만; 2행에 이미 있음",
         "region = 'north'  → only once; it already stands in row 2"),
    Case("E206", checking(industries={"cars": {"production": CellError("#REF!")}}), "industries!D2",
         "production = #REF!  → 값이 있는 셀. Excel에서 열어 계산하고 저장하십시오",
         "production = #REF!  → a cell with a value. Open the file in Excel, let it calculate and save it"),
    Case("E207", checking(rules={"자동차 상한": {}}), "rules!A2",
         "rule = '자동차 상한'  → 글자, 숫자, _ 와 - 로 된 식별자. 혹시 '자동차_상한'입니까?",
         "rule = '자동차 상한'  → an identifier of letters, digits, _ and -. Did you mean '자동차_상한'?"),
    Case("E208", editing("funds", lambda t: replace(t, units=Row(2, {"opening_balance": "백만원", "interest": "비율/년"}))),
         "funds!D2",
         "opening_balance의 단위 = '백만원'  → 단위 '억원'; 값도 이 단위로",
         "unit of opening_balance = '백만원'  → unit 'KRW 100m', and the values in this unit"),
    Case("E209", checking(stages={"scale_up": {"instrument": "loans"}}), "stages!D3",
         "instrument = 'loans'  → grant, loan, equity 가운데 하나. 혹시 'loan'입니까?",
         "instrument = 'loans'  → one of grant, loan, equity. Did you mean 'loan'?"),
    Case("E210", editing("settings", lambda t: t.with_rows((*t.rows, Row(8, {"key": "plan_year", "value": 5})))), "settings!A8",
         "key = 'plan_year'  → first_year, plan_years, appraisal_end, social_discount_rate, effect_depreciation, krw_per_usd "
         "가운데 하나. 혹시 'plan_years'입니까?",
         "key = 'plan_year'  → one of first_year, plan_years, appraisal_end, social_discount_rate, effect_depreciation, "
         "krw_per_usd. Did you mean 'plan_years'?"),
    Case("E211", checking(stages={"scale_up": {"lending_rate": None}}), "stages!M3",
         "빈 셀: lending_rate  → instrument = loan인 행에는 값이 있어야 합니다",
         "lending_rate is blank  → a value is needed where instrument = loan"),
    Case("E212", checking(programmes={"data": {"regional": "예"}}), "programmes!L2",
         "regional = '예'  → yes 또는 no. 혹시 'yes'입니까?",
         "regional = '예'  → yes or no. Did you mean 'yes'?"),
    Case("E213", checking(rules={"cap": {"task": datetime(2026, 3, 2)}}), "rules!G2",
         "task = 2026-03-02  → 글 (서식이 '텍스트'인 셀)",
         "task = 2026-03-02  → text (a cell formatted as text)"),
)  # fmt: skip

TABLES = (
    Case("E301", checking(siting={"toys": {"north": 0.9}}), "siting!A3",
         "toys 행의 합 = 0.9  → 합이 1",
         "row toys sums to 0.9  → a sum of 1"),
    Case("E302", checking(segments={("adoption", 2): {"width": 0.4}}), "segments!C2",
         "adoption 단계의 폭의 합 = 0.9  → 합이 1",
         "widths of adoption sum to 0.9  → a sum of 1"),
    Case("E303", checking(segments={("adoption", 2): {"cost_multiplier": 0.7}}), "segments!D3",
         "cost_multiplier = 0.7, 앞 구간은 1  → 앞 구간보다 작지 않은 값",
         "cost_multiplier = 0.7, an earlier segment has 1  → at least that of the segments before"),
    Case("W304", checking(unlocks={"data": {"design": 0.25}}), "tasks!F2",
         "design의 ceiling + unlocks = 1.25  → 1을 넘는 부분은 쓰이지 않습니다",
         "ceiling + unlocks of design = 1.25  → whatever exceeds 1 is of no use"),
    Case("E305", checking(tasks={"design": {"ceiling": 0.3}}, stages={"adoption": {"initial_depth": 0.5}}), "stages!J2",
         "initial_depth = 0.5  → 태스크 design의 상한 0.3 이하",
         "initial_depth = 0.5  → at most 0.3, the ceiling of task design"),
    Case("E306", checking(effect_profile={"adoption": {"age_0": None, "age_1": 0.5}}), "effect_profile!A2",
         "adoption 단계의 값이 있는 연차: 1  → age_0부터 빈칸 없이",
         "ages with a value for adoption: 1  → age_0 and on without a gap"),
    Case("E307", editing("settings", lambda t: t.with_rows(tuple(
        replace(row, values={**row.values, "value": 2026}) if row.values["key"] == "appraisal_end" else row for row in t.rows))),
         "settings!B4",
         "appraisal_end = 2026  → 2027 이상 (계획의 마지막 해)",
         "appraisal_end = 2026  → at least 2027, the last year of the plan"),
    Case("E308", checking(tracks={"reskilled": {"target_year": 2028}}), "tracks!F2",
         "target_year = 2028  → 2026~2027",
         "target_year = 2028  → 2026 to 2027"),
    Case("E309", checking(tracks={"reskilled": {"target": 1200, "employment_ceiling": 0.5}}), "tracks!E2",
         "target = 1,200  → 1,000 이하 (종사자 × employment_ceiling)",
         "target = 1,200  → at most 1,000 (people employed × employment_ceiling)"),
    Case("W310", checking(tracks={"reskilled": {"supervisor": "reskilled", "span": 5}}), "tracks!O2",
         "supervisor: reskilled → reskilled  → 서로 돌아가며 지도하지 않는 트랙",
         "supervisor: reskilled → reskilled  → tracks that do not supervise each other in a circle"),
    Case("E311", checking(regions={"national": {}}), "regions!A3",
         "region = national  → 다른 이름; national은 전국 사업을 뜻함",
         "region = national  → another name; national means programmes outside the regions"),
    Case("E312", editing("tasks", lambda t: t.with_rows(())), "tasks",
         "행 없음  → 적어도 한 행",
         "no rows  → at least one row", also=("E105", "E201")),
    Case("E313", checking(industries={"cars": {"initiative": "no"}}), "industries!S1",
         "initiative = yes인 산업 없음  → 적어도 한 산업",
         "no industry has initiative = yes  → at least one industry"),
    Case("E314", checking(stages={"adoption": {"conversion": None}}), "stages!K2",
         "빈 셀: conversion  → 마지막 단계가 아니면 값이 있어야 합니다",
         "conversion is blank  → a value is needed for every stage but the last"),
    Case("E315", checking(tracks=SUPERVISED), "tracks!P2",
         "빈 셀: span  → supervisor가 있는 행에는 값이 있어야 합니다",
         "span is blank  → a value is needed where there is a supervisor"),
    Case("E316", checking(stages={"adoption": {"initial_depth": 0.2, "conversion": 0.5}, "scale_up": {"initial_depth": 0.2}}),
         "stages!J3",
         "initial_depth = 0.2  → 0.1 이하 (adoption의 initial_depth × conversion)",
         "initial_depth = 0.2  → at most 0.1 (initial_depth × conversion of adoption)"),
)  # fmt: skip


def rule(**cells: Any) -> Make:
    """The tiny case with one rule."""
    return checking(rules={"cap": cells})


def uncertain(**cells: Any) -> Make:
    """The tiny case with one range of uncertainty: tasks, *, uplift, a factor from 0.5 to 1.5."""
    given = {"table": "tasks", "row": "*", "column": "uplift", "applies": "factor", "distribution": "triangular",
             "low": 0.5, "mode": 1, "high": 1.5}  # fmt: skip
    return checking(uncertainty=[given | cells])


def evidence(**cells: Any) -> Make:
    given = {"table": "tasks", "columns": "uplift", "grade": "study", "source": "paper"}
    return checking(provenance=[given | cells], sources=[{"source": "paper", "title": "A paper"}])


RULES = (
    Case("E320", rule(measure="trainees", stage="adoption"), "rules!H2",
         "trainees에 stage 조건  → trainees에는 industry, region, track만",
         "a filter on stage for trainees  → trainees can be filtered by industry, region, track"),
    Case("E321", rule(**{"from": 2020}), "rules!K2",
         "from = 2020  → 2026~2027",
         "from = 2020  → 2026 to 2027"),
    Case("E322", rule(industry="toys"), "rules!A2",
         "cap: 조건에 맞는 것이 없음  → 적어도 하나를 고르는 조건",
         "cap selects nothing  → filters that leave something"),
    Case("E323", rule(unit="growth", **{"from": 2027}), "rules!K2",
         "2027년 한 해의 증가율  → 두 해 이상",
         "growth within 2027 alone  → at least two years"),
    Case("E324", rule(unit="share", value=40, stage="adoption"), "rules!N2",
         "value = 40, unit = share  → 0~1의 비율. 혹시 0.4입니까?",
         "value = 40, unit = share  → a share from 0 to 1. Did you mean 0.4?"),
    Case("E325", rule(**{"from": 2027, "to": 2026}), "rules!L2",
         "from = 2027, to = 2026  → from ≤ to",
         "from = 2027, to = 2026  → from ≤ to"),
    Case("W320", rule(unit="growth", stage="scale_up"), "rules!K2",
         "cap: 첫해(2026)에 0이므로 계속 0  → 시작할 수 있는 해부터의 증가율",
         "cap starts at zero in 2026 and so stays there  → growth from a year in which something can begin"),
    Case("W321", rule(unit="share", value=0.5), "rules!O2",
         "cap: 전체의 전체에 대한 비중  → 산업, 권역, 태스크, 단계 가운데 하나의 조건",
         "cap: a share of the whole in itself  → a filter on industry, region, task or stage"),
    Case("W322", rule(unit="growth", value=35), "rules!N2",
         "value = 35, 해마다 3500% 증가  → 비율로 적은 증가율. 혹시 0.35입니까?",
         "value = 35, growth of 3500% a year  → growth as a share. Did you mean 0.35?"),
)  # fmt: skip

REFERENCES = (
    Case("E330", uncertain(column="uplfit"), "uncertainty!C2",
         "table = tasks, column = uplfit  → 입력의 시트와 그 숫자 열. 혹시 'uplift'입니까?",
         "table = tasks, column = uplfit  → a sheet of the inputs and one of its columns of numbers. Did you mean 'uplift'?"),
    Case("E331", uncertain(row="desing"), "uncertainty!B2",
         "row = desing  → tasks 시트의 행 또는 *. 혹시 'design'입니까?",
         "row = desing  → a row of sheet tasks, or *. Did you mean 'design'?"),
    Case("E332", uncertain(low=1.2), "uncertainty!F2",
         "low, mode, high = 1.2, 1, 1.5  → low ≤ mode ≤ high",
         "low, mode, high = 1.2, 1, 1.5  → low ≤ mode ≤ high"),
    Case("E333", uncertain(applies="value"), "uncertainty!H2",
         "high = 1.5  → 숫자 (비율), 0 이상, 1 이하",
         "high = 1.5  → a number (share), at least 0, at most 1"),
    Case("W330", evidence(columns="uplift uplfit"), "provenance!B2",
         "columns: uplfit  → 입력의 시트와 열, 또는 *",
         "columns: uplfit  → a sheet of the inputs and its columns, or *"),
)  # fmt: skip

CASES = (*FILES, *SHEETS, *CELLS, *TABLES, *RULES, *REFERENCES)
