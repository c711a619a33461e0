"""Files that are no workbook, and files that are not there: told in words, with a cure."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from axplan.core.errors import EnvironmentFault, InputError, UsageError
from axplan.workbook import read_tables
from axplan.workbook.xlsx.reader import read_workbook


def first_problem(path: Path) -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        read_tables(path)
    (problem,) = caught.value.problems
    return problem.code, problem.line("ko")


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"fund,interest\naxpf,0.1\n", "E110", "다른 형식의 파일"),
        (b"<html><table>", "E110", "다른 형식의 파일"),
        (b"PK\x03\x04broken", "E114", "읽을 수 없는 통합문서"),
    ],
)
def test_files_that_only_look_like_workbooks(tmp_path: Path, content: bytes, code: str, words: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    found, line = first_problem(path)
    assert found == code
    assert words in line


@pytest.mark.parametrize(
    ("member", "code", "words"),
    [
        ("content.xml", "E113", "OpenDocument (.ods) 형식"),
        ("xl/workbook.bin", "E113", "Excel (.xlsb) 형식"),
        ("word/document.xml", "E113", "Word (.docx) 형식"),
        ("Contents/header.xml", "E113", "한글 (.hwpx) 형식"),
        ("notes.txt", "E110", "압축 파일"),
        ("xl/workbook.xml", "E114", "읽을 수 없는 통합문서"),
    ],
)
def test_other_zipped_formats_are_named(tmp_path: Path, member: str, code: str, words: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "<nothing/>")
    found, line = first_problem(path)
    assert found == code
    assert words in line


def test_a_folder_is_not_read_as_a_workbook(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_workbook(tmp_path)
    assert caught.value.problems[0].code == "E110"


def test_a_missing_file_suggests_the_one_beside_it(tmp_path: Path) -> None:
    (tmp_path / "baseline.xlsx").touch()
    (tmp_path / "~$baselin.xlsx").touch()
    with pytest.raises(UsageError) as caught:
        read_tables(tmp_path / "baselin.xlsx")
    assert caught.value.message.ko.endswith(f"baselin.xlsx 혹시 {tmp_path / 'baseline.xlsx'}입니까?")
    assert caught.value.message.en.endswith(f"baselin.xlsx. Did you mean {tmp_path / 'baseline.xlsx'}?")


def test_a_missing_file_like_nothing_suggests_nothing(tmp_path: Path) -> None:
    for missing in (tmp_path / "x.xlsx", tmp_path / "nowhere" / "x.xlsx"):
        with pytest.raises(UsageError) as caught:
            read_tables(missing)
        assert caught.value.message.en == f"There is no file or folder {missing}."


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read_is_a_fault_of_the_environment(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.touch(mode=0)
    with pytest.raises(EnvironmentFault):
        read_tables(path)


def test_a_file_that_cannot_be_read_is_a_fault_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.touch()

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(EnvironmentFault, match="Permission denied"):
        read_tables(path)
