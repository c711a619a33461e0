"""The command line as its users meet it: what it prints, what it writes, how it ends. Tiny studies, real files."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from axplan import cli
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.workbook import read_tables, write_tables
from command_line import Run
from repository import ROOT
from tiny import tiny_tables


def change(study: Path, **changes: Any) -> None:
    write_tables(tiny_tables(**changes), study / "inputs" / "baseline.xlsx")


def test_run_writes_the_plan_the_tables_and_the_record(axplan: Run, study: Path) -> None:
    ended = axplan("run")
    assert ended.code == 0
    written = {
        path.relative_to(study / "outputs").as_posix() for path in (study / "outputs").rglob("*") if path.is_file()
    }
    assert {"baseline/plan.xlsx", "baseline/run.json", "baseline/tables/commitments.csv"} <= written
    record = json.loads((study / "outputs" / "baseline" / "run.json").read_text(encoding="utf-8"))
    assert record["objective"]["value"] == pytest.approx(0.06)  # 600 억원 of production, worked out in tiny.py
    assert set(record["versions"]) == {"axplan", "pyomo", "highspy", "python"}
    assert re.fullmatch("[0-9a-f]{64}", record["inputs"]["sha256"])
    assert set(record["timings"]) >= {"read", "build", "solve", "extract", "certify", "write"}
    assert record["started"] <= record["finished"]
    assert record["certificate"]["ok"] is True
    assert {"inputs", "options", "status", "indicators", "warnings"} <= set(record)


def test_the_summary_says_what_a_minister_asks(axplan: Run, study: Path) -> None:
    ended = axplan("run")
    for words in ("Budget plan: Base", "Cars", "Adoption", "Workforce targets", "Funds", "Production induced", "B/C"):
        assert words in ended.out
    korean = axplan("run", lang="ko")
    for words in ("예산계획: 기준", "자동차", "채택", "인력양성 목표", "생산유발"):
        assert words in korean.out


def test_json_prints_one_document_and_nothing_else(axplan: Run, study: Path) -> None:
    document = axplan("run", "--json").document
    assert document["schema"] == 2
    assert document["scenario"] == "baseline"
    assert document["status"] == "optimal"
    assert document["objective"] == {
        "indicator": "production", "value": pytest.approx(0.06), "unit": "KRW tn", "weights": {"production": 1.0},
    }  # fmt: skip
    assert set(document["indicators"]) == {*VALUATIONS}
    assert document["certificate"]["ok"] is True
    assert all((study / file).is_file() for file in document["files"])


def test_several_scenarios_each_get_their_folder_and_one_failure_does_not_stop_the_rest(
    axplan: Run, study: Path
) -> None:
    ended = axplan("run", "export_pus", "export_push", "--json")
    assert ended.code == 2
    assert [result["status"] for result in ended.document["results"]] == ["usage", "optimal"]
    assert (study / "outputs" / "export_push" / "plan.xlsx").is_file()


def test_an_unknown_scenario_ends_with_2_and_the_nearest_name(axplan: Run, study: Path) -> None:
    ended = axplan("run", "export_pus")
    assert ended.code == 2
    assert "Did you mean 'export_push'?" in ended.err
    assert not (study / "outputs").exists()


def test_an_unknown_indicator_ends_with_2_and_the_nearest_name(axplan: Run, study: Path) -> None:
    ended = axplan("run", "--valuation", "prodution")
    assert ended.code == 2
    assert "'production'" in ended.err


def test_an_impossible_target_ends_with_3_names_what_collides_and_writes_no_plan(axplan: Run, study: Path) -> None:
    change(study, tracks={"reskilled": {"target": 1500}}, appropriations={"main": {2026: 10, 2027: 10}})
    ended = axplan("run")
    assert ended.code == 3
    assert "target[reskilled]" in ended.err
    assert "fund_balance[main]" in ended.err
    assert not list((study / "outputs").glob("*/plan.xlsx")) if (study / "outputs").exists() else True
    document = axplan("run", "--json").document
    assert document["status"] == "infeasible"
    assert len(document["conflict"]) >= 2


def test_an_infeasible_run_leaves_the_earlier_plan_untouched(axplan: Run, study: Path) -> None:
    axplan("run")
    before = (study / "outputs" / "baseline" / "plan.xlsx").read_bytes()
    change(study, tracks={"reskilled": {"target": 1500}}, appropriations={"main": {2026: 10, 2027: 10}})
    assert axplan("run").code == 3
    assert (study / "outputs" / "baseline" / "plan.xlsx").read_bytes() == before


def test_a_text_in_a_number_cell_ends_with_1_and_the_cells_address(axplan: Run, study: Path) -> None:
    change(study, industries={"cars": {"production": "250,1"}})
    ended = axplan("run")
    assert ended.code == 1
    assert re.search(r"industries!D\d", ended.err)
    assert "Did you mean 250.1?" in ended.err
    document = axplan("run", "--json").document
    assert document["status"] == "invalid"
    assert document["problems"][0]["code"] == "E203"


def test_a_missing_sheet_ends_with_1_and_its_name(axplan: Run, study: Path) -> None:
    tables = tiny_tables()
    write_tables(
        type(tables)(tables.source, {k: v for k, v in tables.tables.items() if k != "funds"}),
        study / "inputs" / "baseline.xlsx",
    )
    ended = axplan("run")
    assert ended.code == 1
    assert "funds" in ended.err


def test_a_missing_workbook_ends_with_2(axplan: Run, study: Path) -> None:
    ended = axplan("run", "--inputs", "inputs/basline.xlsx")
    assert ended.code == 2
    assert "basline.xlsx" in ended.err


def test_a_folder_of_tables_is_as_good_as_a_workbook(axplan: Run, study: Path) -> None:
    assert axplan("convert", "inputs/baseline.xlsx", "inputs/tables").code == 0
    from_folder = axplan("run", "--inputs", "inputs/tables", "--json").document
    from_workbook = axplan("run", "--json").document
    assert from_folder["objective"] == from_workbook["objective"]
    assert from_folder["indicators"] == from_workbook["indicators"]
    assert axplan("check", "inputs/tables").code == 0


def test_the_hash_is_of_what_the_inputs_say_not_of_how_they_are_stored(axplan: Run, study: Path) -> None:
    hashes = []
    axplan("convert", "inputs/baseline.xlsx", "inputs/tables")
    for source in ("inputs/baseline.xlsx", "inputs/tables"):
        axplan("run", "--inputs", source)
        hashes.append(
            json.loads((study / "outputs" / "baseline" / "run.json").read_text(encoding="utf-8"))["inputs"]["sha256"]
        )
    assert hashes[0] == hashes[1]


def test_convert_does_not_replace_what_is_there_unless_told_to(axplan: Run, study: Path) -> None:
    (study / "mine.xlsx").write_bytes(b"precious")
    ended = axplan("convert", "inputs/baseline.xlsx", "mine.xlsx")
    assert ended.code == 2
    assert (study / "mine.xlsx").read_bytes() == b"precious"
    assert axplan("convert", "inputs/baseline.xlsx", "mine.xlsx", "--force").code == 0
    assert read_tables(study / "mine.xlsx").content() == read_tables(study / "inputs" / "baseline.xlsx").content()


def test_check_lists_every_problem_and_ends_with_1(axplan: Run, study: Path) -> None:
    assert axplan("check").code == 0
    change(study, industries={"cars": {"production": "x"}}, funds={"main": {"interest": 5}})
    ended = axplan("check", "inputs/baseline.xlsx")
    assert ended.code == 1
    assert len([line for line in ended.out.splitlines() if "[E" in line]) == 2
    assert [problem["code"] for problem in axplan("check", "--json").document["problems"]] == ["E203", "E204"]


def test_check_lists_warnings_and_ends_with_0_and_run_repeats_them(axplan: Run, study: Path) -> None:
    change(study, industries={"cars": {"trade_balance": 0.1, "trade_specialisation": 0.19}})
    checked = axplan("check")
    assert checked.code == 0
    assert "industries!J4  trade_specialisation = 0.19" in checked.out
    assert "0 error(s), 1 warning(s)" in checked.out
    assert "[W340]" in axplan("run").err


def test_check_leaves_an_annotated_copy_beside_the_original(axplan: Run, study: Path) -> None:
    change(study, industries={"cars": {"production": "x"}})
    ended = axplan("check", "--annotate")
    assert ended.code == 1
    assert (study / "inputs" / "baseline-checked.xlsx").is_file()
    assert "Annotated copy: inputs/baseline-checked.xlsx" in ended.out.replace("\\", "/").replace(f"{study}/", "")
    assert axplan("check", "inputs/baseline.xlsx", "--annotate", "mine.xlsx", "--quiet").code == 1
    assert (study / "mine.xlsx").is_file()
    document = axplan("check", "--annotate", "mine.xlsx", "--json").document
    assert document["annotated"] == "mine.xlsx"
    assert "annotated" not in axplan("check", "--json").document


def test_check_does_not_annotate_the_original_itself(axplan: Run, study: Path) -> None:
    before = (study / "inputs" / "baseline.xlsx").read_bytes()
    ended = axplan("check", "--annotate", "inputs/baseline.xlsx")
    assert ended.code == 2
    assert "is the original" in ended.err
    assert (study / "inputs" / "baseline.xlsx").read_bytes() == before


def test_check_says_where_a_code_is_explained(axplan: Run, study: Path) -> None:
    change(study, industries={"cars": {"production": "x"}})
    assert "axplan explain E203" in axplan("check").out


def test_explain_prints_the_page_of_a_code_in_either_language(axplan: Run) -> None:
    assert "Not a number" in axplan("explain", "e203").out
    assert "숫자가 아님" in axplan("explain", "E203", lang="ko").out
    document = axplan("explain", "E203", "--json").document
    assert set(document) == {"schema", "code", "title", "kind", "meaning", "example", "cure"}


def test_explain_lists_every_code(axplan: Run) -> None:
    assert "E203  Not a number" in axplan("explain").out.splitlines()
    assert axplan("explain", "--json").document["codes"]["W340"].startswith("Trade specialisation")


def test_explain_ends_with_2_for_what_is_neither_a_code_nor_a_scenario(axplan: Run) -> None:
    unknown = axplan("explain", "E299")
    assert (unknown.code, "E301" in unknown.err) == (2, True)
    scenario = axplan("explain", "basline")
    assert (scenario.code, "baseline" in scenario.err) == (2, True)


def test_init_makes_a_study_and_keeps_what_is_there(axplan: Run, tmp_path: Path) -> None:
    assert axplan("init", str(tmp_path / "study")).code == 0
    workbook = tmp_path / "study" / "inputs" / "baseline.xlsx"
    assert workbook.is_file()
    assert (tmp_path / "study" / "scenarios" / "baseline.yaml").is_file()
    assert (tmp_path / "study" / "outputs").is_dir()
    workbook.write_bytes(b"edited")
    ended = axplan("init", str(tmp_path / "study"))
    assert "kept" in ended.out
    assert workbook.read_bytes() == b"edited"


def test_quiet_says_nothing(axplan: Run, study: Path) -> None:
    for command in (["run"], ["check"], ["explain", "E203"], ["convert", "inputs/baseline.xlsx", "t"]):
        ended = axplan(*command, "--quiet")
        assert (ended.out, ended.err) == ("", "")


def test_verbose_shows_where_the_time_went(axplan: Run, study: Path) -> None:
    assert "solve" in axplan("run", "--verbose").err


def test_the_output_folder_can_be_chosen(axplan: Run, study: Path) -> None:
    assert axplan("run", "--output", "elsewhere").code == 0
    assert (study / "elsewhere" / "baseline" / "plan.xlsx").is_file()


def test_money_is_printed_in_the_chosen_unit(axplan: Run, study: Path) -> None:
    assert axplan("run", "--unit", "백만원").code == 0
    book = openpyxl.load_workbook(study / "outputs" / "baseline" / "plan.xlsx")
    said = {cell.value for sheet in book for row in sheet.iter_rows(max_row=6) for cell in row if cell.value}
    assert any("KRW m" in str(text) for text in said)
    assert not any("KRW 100m" in str(text) for text in said)


def test_a_valuation_replaces_the_scenarios_objective(axplan: Run, study: Path) -> None:
    document = axplan("run", "--valuation", "employment", "--json").document
    assert document["objective"]["indicator"] == "employment"
    assert document["objective"]["unit"] == "person-years"


def test_a_weighted_objective_is_measured_against_each_best_value(axplan: Run, study: Path) -> None:
    (study / "scenarios" / "both.yaml").write_text("objective: {production: 2, exports: 1}\n", encoding="utf-8")
    document = axplan("run", "both", "--json").document
    assert document["objective"]["indicator"] == "weighted"
    assert document["objective"]["value"] == pytest.approx(3.0)  # one industry: the same plan is best for both


def test_an_internal_fault_leaves_a_report_and_one_line(
    axplan: Run, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("axplan.runs.run.optimise", lambda *_, **__: 1 / 0)
    ended = axplan("run")
    assert ended.code == 70
    assert len(ended.err.strip().splitlines()) == 1
    report = Path(ended.err.strip().rsplit(" ", 1)[1])
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")
    report.unlink()


def test_an_interruption_ends_quietly(axplan: Run, study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("axplan.runs.run.optimise", interrupted)
    ended = axplan("run")
    assert ended.code == 130
    assert "untouched" in ended.err


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_ends_with_4(axplan: Run, study: Path) -> None:
    (study / "outputs").mkdir(mode=0o500)
    assert axplan("run").code == 4


def test_an_output_folder_that_is_a_file_ends_with_a_clear_message(axplan: Run, study: Path) -> None:
    (study / "taken").write_text("a file")
    ended = axplan("run", "--output", "taken/deeper")
    assert ended.code == 4
    assert "taken" in ended.err


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [("AXPLAN_LANG", "ko", "예산계획"), ("LC_ALL", "ko_KR.UTF-8", "예산계획"), ("LANG", "C.UTF-8", "budget plan")],
)
def test_help_speaks_the_users_language(variable: str, value: str, words: str) -> None:
    plain = {k: v for k, v in os.environ.items() if k not in ("AXPLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")}
    environment = plain | {"PYTHONIOENCODING": "utf-8", variable: value}
    command = [sys.executable, "-m", "axplan.cli", "--help"]
    ended = subprocess.run(command, capture_output=True, check=True, env=environment, encoding="utf-8")
    assert words in ended.stdout


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, axplan.cli; print([m for m in ('pandas', 'numpy', 'pyomo', 'highspy', 'openpyxl', 'xlsxwriter', 'yaml', 'rich') if m in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ended.stdout.strip() == "[]"


def test_checking_does_not_import_what_solving_needs() -> None:
    code = (
        "import sys, axplan.cli as c; sys.argv=['axplan','check',r'"
        + str(ROOT / "inputs" / "baseline.xlsx")
        + "','-q']\n"
        "try: c.main()\nexcept SystemExit as e: assert not e.code\n"
        "print([m for m in ('pandas', 'pyomo', 'highspy', 'xlsxwriter') if m in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ended.stdout.strip() == "[]"


def test_every_command_and_option_is_documented_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, command in cli.cli.commands.items():
        assert f"axplan {name}" in readme, name
        for parameter in command.params:
            names = [option for option in parameter.opts if option.startswith("--")]
            assert not names or any(option in readme for option in names), f"{name} {names}"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of a POSIX shell")
def test_a_reader_that_has_seen_enough_is_no_fault(study: Path) -> None:
    for options in ("", "--json"):
        command = f"'{sys.executable}' -m axplan.cli run {options} --lang en | head -c 20; echo ${{PIPESTATUS[0]}}"
        ended = subprocess.run(["bash", "-c", command], capture_output=True, check=True, text=True)
        assert ended.stdout.endswith("\n0\n") or ended.stdout.endswith("0\n")
        assert "Traceback" not in ended.stderr


def test_the_path_of_a_scenario_is_as_good_as_its_name(axplan: Run, study: Path) -> None:
    assert axplan("run", "scenarios/export_push.yaml", "--quiet").code == 0
    assert (study / "outputs" / "export_push" / "plan.xlsx").is_file()
    assert axplan("check", "scenarios/export_push.yaml").code == 0


def test_a_destination_of_unknown_kind_is_refused(axplan: Run, study: Path) -> None:
    assert axplan("convert", "inputs/baseline.xlsx", "out.txt").code == 2
    assert not (study / "out.txt").exists()


def test_outside_a_study_the_way_in_is_shown(axplan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ended = axplan("run")
    assert ended.code == 2
    assert "axplan init" in ended.err


def test_rules_under_a_wrong_name_are_not_left_out_silently(axplan: Run, study: Path) -> None:
    tables = tiny_tables(rules={"floor": {"relation": ">=", "value": 25}})
    renamed = {("Rules " if name == "rules" else name): table for name, table in tables.tables.items()}
    renamed["Rules "] = dataclasses.replace(renamed["Rules "], name="Rules ")
    write_tables(dataclasses.replace(tables, tables=renamed), study / "inputs" / "wrong")
    ended = axplan("run", "--inputs", "inputs/wrong")
    assert ended.code == 1
    assert "[E101]" in ended.err


def test_an_absurd_amount_is_refused_with_its_cell(axplan: Run, study: Path) -> None:
    change(study, appropriations={"main": {2026: 1e30}})
    ended = axplan("run")
    assert ended.code == 1
    assert "1e12" in ended.err


def test_a_file_that_is_refused_is_still_one_json_document(axplan: Run, study: Path) -> None:
    (study / "cut.xlsx").write_bytes(b"PK\x03\x04 and nothing else")
    ended = axplan("check", "cut.xlsx", "--json")
    assert ended.code == 1
    assert [problem["code"] for problem in ended.document["problems"]] == ["E114"]
