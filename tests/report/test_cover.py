"""The cover and the brief: every number in them stands in a table or follows from one, and money is called by whose it is."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from axplan.plan.optimise import CertifiedPlan
from axplan.plan.result import Plan
from axplan.report import BRIEF
from axplan.report.book import PLAN_WORDS as WORDS
from axplan.report.cautions import CHECKS
from book_cells import filled, row_of
from brief_page import Page
from written_results import Written, write

NUMBER = re.compile(r"(?<![\w.])[△-]?(\d[\d,]*(?:\.\d+)?)(%?)(?!\w*[A-Za-z])")
ADDRESS = re.compile(r"\b[a-z_]+![A-Z]+\d+")
UNITS = (1.0, 0.1, 1e-4, 10.0, 1e4, 1e3, 100.0)
"""억원 in bn and tn of KRW and back, bn USD in millions, shares in per cent."""


@pytest.fixture(params=["korean", "english"])
def book(request: pytest.FixtureRequest) -> Written:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Written)
    return found


def cover(book: Written) -> list[str | float]:
    """What stands on the cover, in the order of its rows."""
    return [cell.value for row in book.sheet("summary") for cell in row if cell.value is not None]


def spoken(plan: Plan) -> Iterator[float]:
    """Figures that stand in no table: of plans beside this one, of steps that were tried, and counts."""
    yardsticks, completion = plan.yardsticks, plan.completion
    assert yardsticks is not None
    assert completion is not None
    best = [yardsticks.proportional, yardsticks.even]
    values = [yardsticks.free, completion.free, completion.outlay, plan.value, yardsticks.free - plan.value]
    yield from (value for value in [*values, *best] if value is not None)
    yield from (yardsticks.free / value - 1 for value in best if value)
    for step in plan.price_ranges:
        yield from (step.worth, step.step, step.now)
    rows = plan.frames["appraisal"].iloc[0]
    yield from (float(rows["cost"] / rows["worth"]), float(1 - rows["worth"] / rows["cost"]))
    yield from (len(yardsticks.left_out), sum(m > 0 for m in plan.inputs.programmes.minimum_progress.values()))
    yield from cautioned(plan)


def cautioned(plan: Plan) -> Iterator[float]:
    """What the cautions work out from the frames, worked out again."""
    x, ledger, people = plan.inputs, plan.frames["ledger"], plan.frames["trainees"]
    for f in x.funds.fund:
        mine = ledger[ledger["fund"] == f]
        yield float(mine["lapse"].sum() / mine["appropriation"].sum())
        yield x.funds.owed(f) * float(mine["subscription"].sum())
        yield (1 - x.funds.receivable_haircut[f]) * float(mine["receivables"].sum())
        yield 1 - x.funds.receivable_haircut[f]
    outside = people[~people["industry"].isin(x.initiative_industries)]["trainees"].sum()
    yield from (float(outside), float(outside / people["trainees"].sum()))
    yield float(people.loc[people["year"] == x.years[-1], "stock"].sum())
    invested = plan.frames["commitments"][["commitment", "private"]].to_numpy().sum()
    yield float(invested * sum(x.tracks.requirement.values()))


def known(book: Written) -> list[float]:
    """Every number of the other sheets, and those that stand in none."""
    cover_title = book.sheet("summary").title
    cells = [c.value for title, c in filled(book.shown) if title != cover_title and isinstance(c.value, int | float)]
    texts = [c.value for title, c in filled(book.shown) if title != cover_title and isinstance(c.value, str)]
    said = [float(m[1].replace(",", "")) for text in texts for m in NUMBER.finditer(text)]
    sums = [float(c.value) for row in book.sheet("summary") for c in row if isinstance(c.value, int | float)]
    return [*map(float, cells), *said, *sums, *spoken(book.printed)]


def stands(text: str, per_cent: str, values: Iterable[float]) -> bool:
    """Whether a printed number is one of the values, in one of the units, rounded as it is printed."""
    number = float(text.replace(",", ""))
    places = len(text.partition(".")[2])
    digits = max(0, 2 - math.floor(math.log10(number))) if number else 0
    near = 0.5001 * 10.0**-places if places or number < 1000 or per_cent else 1.0001
    return any(
        abs(abs(value) * unit - number) <= max(near, 0.5001 * 10.0**-digits * (not per_cent and digits == 0))
        for value in values
        for unit in UNITS
    )


def unknown(texts: Iterable[str], book: Written) -> list[str]:
    values = sorted(set(known(book)))
    x = book.plan.inputs
    labels = {
        getattr(getattr(x, sheet), f"label_{language}").get(key, "")
        for sheet in ("industries", "regions", "tasks", "stages", "tracks", "programmes", "funds", "rules")
        for language in ("ko", "en")
        for key in getattr(getattr(x, sheet), getattr(x, sheet).__sheet__.key[0])
    } - {""}
    missing = []
    for text in texts:
        for label in sorted(labels, key=len, reverse=True):
            text = text.replace(label, "")
        missing += [f"{m[0]} in {text}" for m in NUMBER.finditer(text) if not stands(m[1], m[2], values)]
    return missing


def test_every_number_of_the_cover_stands_in_a_table_or_follows_from_one(book: Written) -> None:
    assert unknown([line for line in cover(book) if isinstance(line, str)], book) == []


def test_every_number_of_the_brief_stands_in_a_table_or_follows_from_one(book: Written) -> None:
    page = Page(book.folder / BRIEF)
    notes = "".join(page.one("section", class_="notes").itertext())
    cells = [cell for _, _, cells in page.rows for cell in cells]
    figures = [part for label, value, remark in page.figures for part in (label, value, remark)]
    assert unknown([notes, *cells, *figures], book) == []


def test_a_number_that_stands_nowhere_is_found(book: Written) -> None:
    assert unknown(["약 7,654,321억원"], book)


def test_whose_money_adds_up_in_every_year_and_over_the_plan(book: Written) -> None:
    sheet, language = book.sheet("summary"), book.language
    rows = {
        name: row_of(sheet, WORDS[f"whose_{name}"].in_(language))
        for name in ("total", "spent", "state", "subscribed", "returned", "match")
    }
    ledger, years = book.printed.frames["ledger"], book.plan.inputs.years
    per_eok = 1.0 if language == "ko" else 0.1
    for at in range(2, len(years) + 3):
        cell = {name: sheet.cell(row, at).value for name, row in rows.items()}
        assert cell["spent"] == pytest.approx(cell["state"] + cell["subscribed"] + cell["returned"])
        assert cell["total"] == pytest.approx(cell["spent"] + cell["match"])
        mine = ledger if at == len(years) + 2 else ledger[ledger["year"] == years[at - 2]]
        assert cell["state"] == pytest.approx(per_eok * (mine["appropriation"] - mine["lapse"]).sum())
        assert cell["subscribed"] == pytest.approx(per_eok * mine["subscription"].sum())


def test_a_subscription_is_nowhere_called_public_on_the_cover(book: Written) -> None:
    said = " ".join(str(line) for line in cover(book))
    for word in ("공공 지출", "Public spending", "public money"):
        assert word not in said


def test_no_address_of_a_cell_stands_on_the_cover_or_the_brief(book: Written) -> None:
    page = Page(book.folder / BRIEF)
    texts = [*(str(line) for line in cover(book)), *page.seen]
    assert [text for text in texts if ADDRESS.search(text)] == []


def test_the_cover_prints_in_letters_of_eight_points(book: Written) -> None:
    sheet = book.sheet("summary", "written")
    spans = [(c.width * 7 + 5, c.max - c.min + 1) for c in sheet.column_dimensions.values()]
    width = 0.75 * sum(pixels * count for pixels, count in spans)  # points; the page holds 750
    assert 10 * 750 / width >= 8
    assert not sheet.page_setup.fitToHeight  # as many pages as it takes


def test_english_money_is_told_in_billions(english: Written) -> None:
    texts = [*(str(line) for line in cover(english)), *Page(english.folder / BRIEF).seen]
    assert not [text for text in texts if "100m" in text or "△" in text]


@pytest.mark.parametrize("unit", ["조원", "백만원"])
def test_what_is_appropriated_now_is_told_exactly_in_every_unit(small: CertifiedPlan, tmp_path: Path, unit: str) -> None:  # fmt: skip
    now = {step.now for step in small.plan.price_ranges if step.kind == "appropriation"}
    assert now
    said = " ".join(str(line) for line in cover(write(small, tmp_path, "ko", unit=unit)))
    for amount in now:
        assert f"지금 {amount:,.0f}억원" in said


def test_nothing_is_told_of_plans_that_were_not_looked_for(small: CertifiedPlan, tmp_path: Path) -> None:
    bare = replace(small.plan, yardsticks=None, without=None, completion=None)
    said = " ".join(str(line) for line in cover(write(replace(small, plan=bare), tmp_path, "en")))
    assert WORDS["comparisons_heading"].en not in said
    assert "progress required" not in said


def test_what_goes_on_after_the_plan_and_what_a_pillar_costs_is_told(small: CertifiedPlan, korean: Written) -> None:
    said = " ".join(str(line) for line in cover(korean))
    yearly = sum(small.inputs.programmes.operating_cost.values())  # all programmes are completed
    assert f"해마다 {yearly:,.0f}억원(모두 {10 * yearly:,.0f}억원)" in said  # 2031 to 2040
    found = small.plan.without
    assert found is not None
    assert f"비용(할인) {round(found.cost_saved or 0.0):,}억원이 줄고" in said


def test_every_caution_has_words_with_figures() -> None:
    for name in (
        "note_completion",
        "note_falling",
        "note_lapsing",
        "note_solvency",
        "note_outside",
        "note_beyond_need",
        "note_running_on",
        "note_set_apart",
    ):
        assert "{" in WORDS[name].ko
    assert len(CHECKS) == len(set(CHECKS)) == 14
