"""The command line in a tiny study, for every test that asks for it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import settings

from axplan import cli
from axplan.workbook import write_tables
from command_line import Ended, Run
from tiny import tiny_tables

pytest_plugins = ["solved_plans"]

settings.register_profile("untimed", deadline=None)  # how long a test takes says nothing of what it tests
settings.load_profile("untimed")


@pytest.fixture
def axplan(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str, lang: str = "en") -> Ended:
        monkeypatch.setattr(sys, "argv", ["axplan", *arguments, "--lang", lang])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        return Ended(int(ended.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study folder with a tiny workbook and two scenarios, and the command line run in it."""
    write_tables(tiny_tables(), tmp_path / "inputs" / "baseline.xlsx")
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "baseline.yaml").write_text("title: {ko: 기준, en: Base}\n", encoding="utf-8")
    (tmp_path / "scenarios" / "export_push.yaml").write_text("objective: exports\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
