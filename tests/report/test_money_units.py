"""Money in every unit that is offered: parts add up to totals, nothing of 1 억원 vanishes, English is told in KRW bn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils import range_boundaries

from axplan.plan.ledger import SPENDING
from axplan.plan.optimise import CertifiedPlan
from axplan.report.styles import MONEY_UNITS, UNIT_NAMES, money_of, number_format, places, written_number
from book_cells import filled, numbers, row_of
from written_results import Written, write

BUDGET = ("overview", "annual", "financing", "ledger", "by_industry", "by_task", "by_region", "details")
SUM = re.compile(r"=SUM\(([A-Z]+\d+(?::[A-Z]+\d+)?(?:,[A-Z]+\d+)*)\)")


@pytest.fixture(scope="module", params=[("ko", "백만원"), ("ko", "조원"), ("en", "억원"), ("en", "조원")], ids="-".join)
def told(request: pytest.FixtureRequest, small: CertifiedPlan, tmp_path_factory: pytest.TempPathFactory) -> Written:
    language, unit = request.param
    return write(small, tmp_path_factory.mktemp("told"), language, unit=unit)


def printed(cell: Any) -> float:
    """A number as it is seen."""
    kind = re.search(r"#,##0(?:\.(0+))?", cell.number_format)
    return round(float(cell.value or 0), len(kind.group(1) or "") if kind else 9)


def summed(book: Written, name: str) -> Iterator[tuple[float, list[float]]]:
    """Every SUM of a sheet of amounts: what is seen in its cell, and in the cells it adds up."""
    seen, formulas = book.sheet(name), book.sheet(name, "written")
    for row in formulas.iter_rows():
        for cell in row:
            found = SUM.fullmatch(str(cell.value))
            if found and "#,##0" in cell.number_format:
                parts = []
                for span in found.group(1).split(","):
                    left, top, right, bottom = range_boundaries(span)
                    parts += [seen.cell(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)]
                yield printed(seen[cell.coordinate]), [printed(part) for part in parts]


@pytest.mark.parametrize("name", BUDGET)
def test_what_is_printed_adds_up_in_every_unit(told: Written, name: str) -> None:
    sums = list(summed(told, name))
    assert len(sums) > 5
    for total, parts in sums:
        assert total == pytest.approx(sum(parts), abs=1e-7)


def test_the_total_is_the_same_money_in_every_unit(told: Written) -> None:
    money = money_of(told.unit, told.language)
    eok = told.plan.frames["ledger"][list(SPENDING)].to_numpy().sum()
    sheet = told.sheet("overview")
    total = row_of(sheet, {"ko": "합계", "en": "Total"}[told.language])
    years = len(told.plan.inputs.years)
    assert numbers(sheet, total, 1, first=years + 2)[0] / money.per_eok == pytest.approx(eok, abs=5.0)


def test_a_line_of_one_eok_can_be_told_in_every_unit() -> None:
    for language in ("ko", "en"):
        for unit in (*MONEY_UNITS, *UNIT_NAMES):
            money = money_of(unit, language)
            assert money.step <= 1.0
            assert float(
                written_number(money.per_eok, f"n{money.decimals}", language).replace(",", "")
            ) == pytest.approx(money.per_eok)


def test_english_and_korean_books_print_the_same_amounts(korean: Written, english: Written) -> None:
    for name in ("overview", "by_industry", "by_region"):
        ours, theirs = korean.sheet(name), english.sheet(name)
        assert [cell.value for cell in theirs[3]][-1] == "(Unit: KRW bn)"
        for row in ours.iter_rows():
            for cell in row:
                if isinstance(cell.value, float) and cell.number_format == number_format("n0", "ko"):
                    other = theirs[cell.coordinate]
                    if other.number_format == number_format("n1", "en"):
                        assert other.value == pytest.approx(cell.value / 10, abs=1e-9)


def test_the_english_budget_has_no_triangles_and_no_units_of_100_million(english: Written) -> None:
    mine = {english.sheet(name).title for name in (*BUDGET, "performance", "workforce", "rules", "data")}
    for title, cell in filled(english.shown):
        if title in mine:
            assert "△" not in cell.number_format, (title, cell.coordinate)
            assert not re.search("△|KRW 100 ?m", str(cell.value)), (title, cell.coordinate)


def test_a_price_in_english_is_per_billion(korean: Written, english: Written) -> None:
    """Of the objective, in KRW bn per KRW bn, as in 억원 per 억원: the same number."""
    names = "현금 1억원이 더 있을 때의 가치 (억원)", "Worth of KRW 1 bn more cash (KRW bn)"
    pair = [numbers(book.sheet("ledger"), row_of(book.sheet("ledger"), name), 5) for book, name in
            zip((korean, english), names, strict=True)]  # fmt: skip
    assert any(pair[0])
    assert pair[0] == pytest.approx(pair[1])


@pytest.mark.parametrize(("kind", "decimals"), [("n0", 0), ("n4", 4), ("share", 1), ("text", None), ("nine", None)])
def test_the_decimals_of_a_kind_of_number_are_read_in_one_place(kind: str, decimals: int | None) -> None:
    assert places(kind) == decimals


def test_the_command_takes_the_names_of_units_in_both_languages(study: Path, axplan: Any) -> None:
    assert axplan("run", "baseline", "--unit", "tn").code == 0
    assert axplan("run", "baseline", "--unit", "백만원", lang="ko").code == 0
    assert axplan("run", "baseline", "--unit", "dollars").code == 2
