"""The printed tables of the workbook add up to the frames of the plan, and say where their totals come from."""

from __future__ import annotations

import math

import pytest

from axplan.inputs.objective import NAMES
from axplan.inputs.schema.indicators import EFFECTS, VALUATIONS
from axplan.plan.appraisal import CONVENTIONS, COSTS
from axplan.plan.frames import USES
from axplan.plan.ledger import EXPENDITURES, RECEIPTS, SPENDING
from axplan.report.book import PLAN_WORDS as WORDS
from axplan.report.book import SHEETS
from axplan.report.tables.columns import TABLES
from basis_sentences import block_of
from book_cells import filled, numbers, row_of, rows_under
from written_results import Written

CLOSE = {"rel": 1e-12, "abs": 1e-9}


def test_the_book_has_every_sheet_in_the_order_a_budget_office_reads_them(korean: Written, english: Written) -> None:
    for book in (korean, english):
        assert book.shown.sheetnames == [WORDS[f"sheet_{name}"].in_(book.language) for name in SHEETS]


def test_commitments_by_industry_stage_and_year_are_those_of_the_plan(korean: Written) -> None:
    sheet, x = korean.sheet("by_industry"), korean.plan.inputs
    frame, table = korean.printed.frames["commitments"], row_of(sheet, "산업 / 단계")
    for i in x.initiative_industries:
        at = row_of(sheet, korean.label("industries", i), after=table)
        stages = rows_under(sheet, korean.label("industries", i), after=table)
        mine = frame[frame["industry"] == i]
        by_year = [mine.loc[mine["year"] == t, "commitment"].sum() for t in x.years]
        assert numbers(sheet, at, len(x.years)) == pytest.approx(by_year, **CLOSE)
        for s in x.stages.stage:
            part = mine[mine["stage"] == s]
            row = stages[korean.label("stages", s)]
            totals = [part["commitment"].sum(), part["private"].sum(), part["investment"].sum()]
            total, _, private, investment = numbers(sheet, row, 4, first=len(x.years) + 2)
            assert [total, private, investment] == pytest.approx(totals, **CLOSE)
    total, share = numbers(sheet, row_of(sheet, "합계", after=table), 2, first=len(x.years) + 2)
    assert total == pytest.approx(frame["commitment"].sum(), **CLOSE)
    assert share == 1.0


@pytest.mark.parametrize(("name", "key", "sheet"), [("by_region", "region", "regions"), ("by_task", "task", "tasks")])
def test_commitments_by_region_and_by_task_add_up_to_the_same_plan(korean: Written, name: str, key: str, sheet: str) -> None:  # fmt: skip
    page, frame = korean.sheet(name), korean.printed.frames["commitments"]
    heading = next(row for row in range(page.max_row, 0, -1) if "기금 지출 합계" in [cell.value for cell in page[row]])
    column = [cell.value for cell in page[heading]].index("기금 지출 합계") + 1
    for part in getattr(getattr(korean.plan.inputs, sheet), key):
        row = row_of(page, korean.label(sheet, part), after=heading)
        assert page.cell(row, column).value == pytest.approx(frame.loc[frame[key] == part, "commitment"].sum(), **CLOSE)
    assert page.cell(row_of(page, "합계", after=heading), column).value == pytest.approx(
        frame["commitment"].sum(), **CLOSE
    )


def test_all_public_money_by_region_is_all_public_money(korean: Written) -> None:
    frames = korean.printed.frames
    by_use = [frames[use.frame][use.public].sum() for use in USES]
    sheet = korean.sheet("by_region")
    assert numbers(sheet, row_of(sheet, "합계"), len(USES) + 1) == pytest.approx([*by_use, sum(by_use)], **CLOSE)
    assert "전국" in rows_under(sheet, "합계")


def test_what_funds_spend_is_what_their_ledgers_say(korean: Written) -> None:
    sheet, x, ledger = korean.sheet("overview"), korean.plan.inputs, korean.printed.frames["ledger"]
    for f in x.funds.fund:
        mine = ledger[ledger["fund"] == f]
        rows = [cell.row for cell in sheet["I"] if cell.value == korean.label("funds", f)]
        by_year = [sum(parts) for parts in zip(*(numbers(sheet, row, len(x.years)) for row in rows), strict=True)]
        assert by_year == pytest.approx(mine[list(SPENDING)].sum(axis=1).tolist(), **CLOSE)


def test_receipts_equal_expenditures_in_every_ledger_and_year(korean: Written) -> None:
    sheet, x, ledger = korean.sheet("ledger"), korean.plan.inputs, korean.printed.frames["ledger"]
    for f in x.funds.fund:
        rows = rows_under(sheet, korean.label("funds", f))
        mine, count = ledger[ledger["fund"] == f], len(x.years)
        for name in (*RECEIPTS, *EXPENDITURES):
            row = rows[TABLES["ledger"][name].title.ko]
            assert numbers(sheet, row, count) == pytest.approx(mine[name].tolist(), **CLOSE)
        receipts, expenditures = (numbers(sheet, rows[side], count + 1) for side in ("수입", "지출"))
        assert receipts == pytest.approx(expenditures, abs=1e-6)
        assert receipts[:-1] == pytest.approx(mine[list(RECEIPTS)].sum(axis=1).tolist(), **CLOSE)
        assert {sheet.cell(rows["검산: 수입 = 지출"], at).value for at in range(2, count + 3)} == {"일치"}


def test_balances_are_carried_from_one_year_to_the_next(korean: Written) -> None:
    sheet, x = korean.sheet("ledger"), korean.plan.inputs
    for f in x.funds.fund:
        rows = rows_under(sheet, korean.label("funds", f))
        opening, closing = (numbers(sheet, rows[name], len(x.years)) for name in ("전년 이월", "차년도 이월"))
        assert opening[1:] == pytest.approx(closing[:-1], **CLOSE)


def test_trainees_by_track_industry_and_year_meet_the_targets(korean: Written) -> None:
    sheet, x = korean.sheet("workforce"), korean.plan.inputs
    frame, targets = korean.printed.frames["trainees"], korean.printed.frames["targets"].set_index("track")
    table = row_of(sheet, "트랙 / 산업")
    for w in x.tracks.track:
        row = row_of(sheet, korean.label("tracks", w), after=table)
        by_year = [frame.loc[(frame["track"] == w) & (frame["year"] == t), "trainees"].sum() for t in x.years]
        assert numbers(sheet, row, len(x.years)) == pytest.approx(by_year, **CLOSE)
        first = row_of(sheet, korean.label("tracks", w))
        year, target, achieved, part = numbers(sheet, first, 4)
        expected = [targets.at[w, name] for name in ("target_year", "target", "achieved")]
        assert [year, target, achieved] == pytest.approx(expected, **CLOSE)
        assert part == pytest.approx(achieved / target)
        capacity = sum(
            x.tracks.initial_capacity[w] * (1 + x.tracks.capacity_growth[w]) ** n
            for n, t in enumerate(x.years)
            if t <= year
        )
        assert numbers(sheet, first, 2, first=6) == pytest.approx([capacity, capacity / target])


def test_programmes_show_their_money_and_what_they_deliver(korean: Written) -> None:
    x, outlays = korean.plan.inputs, korean.printed.frames["outlays"]
    money, progress = korean.sheet("details"), korean.sheet("performance")
    frame, costs, total = korean.printed.frames["progress"], korean.printed.frames["running_costs"], len(x.years) + 2
    for p in x.programmes.programme:
        mine = outlays[outlays["programme"] == p]
        block = block_of(money, korean.label("programmes", p))
        shown = {name: money.cell(row, total).value for name, row in block.items()}
        assert shown["기금"] == pytest.approx(mine["outlay"].sum(), **CLOSE)
        assert shown.get("민간 부담", 0.0) == pytest.approx(mine["private"].sum(), **CLOSE)
        running = costs.loc[costs["programme"] == p, "running_cost"].sum()
        assert shown.get("운영비(공공)", 0.0) == pytest.approx(running, **CLOSE)
        row = row_of(progress, f"진도: {korean.label('programmes', p)}")
        made = frame.loc[frame["programme"] == p, "progress"].tolist()
        assert numbers(progress, row, len(x.years), first=5) == pytest.approx(made, **CLOSE)
    row = row_of(progress, f"제공 물량: {korean.label('programmes', 'compute_highway')}")
    assert [progress.cell(row, at).value for at in (2, 4, 4 + len(x.years))] == [
        "장(GPU)",
        20_000,
        pytest.approx(20_000),
    ]


def test_quantities_are_told_against_the_proposal_and_by_region_in_whole_pieces(korean: Written) -> None:
    sheet, x = korean.sheet("performance"), korean.plan.inputs
    name, last = korean.label("programmes", "compute_highway"), 4 + len(x.years)
    delivered, completion = (row_of(sheet, f"{what}: {name}") for what in ("제공 물량", "완료율"))
    made = sheet.cell(delivered, last).value
    assert sheet.cell(delivered, 4).value == x.programmes.quantity["compute_highway"]
    assert sheet.cell(completion, last).value == pytest.approx(made / sheet.cell(delivered, 4).value)
    row = row_of(sheet, name, after=row_of(sheet, "권역별 제공 물량(계획 마지막 해까지)"))
    promised, *pieces, whole, part = numbers(sheet, row, 3 + len(x.regions.region), first=4)
    assert promised == x.programmes.quantity["compute_highway"]
    assert all(piece == round(piece) for piece in pieces)
    assert sum(pieces) == whole == round(made)
    assert part == pytest.approx(whole / promised)


def test_effects_of_the_performance_have_their_totals_and_net_benefit_has_nothing_else(korean: Written) -> None:
    sheet, years = korean.sheet("performance"), len(korean.plan.inputs.years)
    for v in VALUATIONS:
        *yearly, total = numbers(sheet, row_of(sheet, NAMES[v].ko), years + 1, first=5)
        assert total == pytest.approx(korean.printed.indicators[v], rel=1e-4), v
        assert any(yearly) == (v in EFFECTS)


def test_discounted_effects_add_up_to_the_indicators_of_the_plan(korean: Written) -> None:
    sheet = korean.sheet("effects")
    totals = [korean.plan.indicators[v] for v in EFFECTS]
    assert numbers(sheet, row_of(sheet, "할인 합계"), 5, first=4) == pytest.approx(totals, rel=1e-9)
    by_industry = row_of(sheet, "합계", after=row_of(sheet, "산업"))
    assert numbers(sheet, by_industry, 9)[::2] == pytest.approx(totals, rel=1e-9)


def test_a_note_says_how_the_ranking_changes_with_the_valuation(english: Written) -> None:
    pages = [english.sheet(name).title for name in ("summary", "effects")]
    notes = [str(cell.value) for title, cell in filled(english.shown) if title in pages]
    changes = [note for note in notes if "the order changes with the valuation" in note and "coefficient" in note]
    assert len(changes) == 2  # on the summary and where the ranks stand
    assert "Production induced ranks Automotive > Shipbuilding > Home appliances > Steel" in changes[0]
    assert "Output induced Shipbuilding > Home appliances > Steel > Automotive" in changes[0]


def test_benefit_and_cost_are_those_of_the_appraisal(korean: Written) -> None:
    """In four ways of counting, and of the plan that is made without compute."""
    sheet, frame, found = korean.sheet("appraisal"), korean.printed.frames["appraisal"], korean.plan.without
    assert found is not None
    assert found.planned is not None
    planned = found.planned
    rows = {name: (WORDS[f"item_{name}"].ko, planned.costs[name]) for name in COSTS}
    rows |= {"worth": ("편익(부가가치)", planned.benefit), "cost": ("총비용", planned.cost)}
    rows |= {
        "npv": ("순현재가치(NPV)", planned.npv),
        "benefit_cost_ratio": ("편익비용비(B/C, 배)", planned.ratio or 0.0),
    }
    for name, (label, without) in rows.items():
        cells = numbers(sheet, row_of(sheet, label), len(CONVENTIONS) + 1)
        assert cells == pytest.approx([*frame[name], without], rel=1e-12), name
    assert "대표값" in str(sheet.cell(row_of(sheet, "항목"), 2).value)
    assert "컴퓨팅 없이" in str(sheet.cell(row_of(sheet, "항목"), 6).value)


def test_yearly_flows_go_on_to_the_end_of_the_appraisal_and_add_up_to_the_result(korean: Written) -> None:
    sheet, x, frame = korean.sheet("appraisal"), korean.plan.inputs, korean.printed.frames["appraisal"]
    top = row_of(sheet, "연도별 편익·비용 흐름(할인 전)")
    rows = [row for row in range(top, sheet.max_row + 1) if sheet.cell(row, 1).value in x.effect_years]
    assert [sheet.cell(row, 1).value for row in rows] == list(x.effect_years)
    headings = [str(sheet.cell(top + 1, at).value).replace("\n", " ") for at in range(1, 13)]
    running = headings.index("기반사업 운영비") + 1
    after = [sheet.cell(row, running).value for row in rows if sheet.cell(row, 1).value > x.years[-1]]
    assert after
    assert set(after) == {after[0]}
    assert after[0] > 0
    factors = [sheet.cell(row, 2).value for row in rows]
    worth = {"편익: 자체 부가가치": (0, "worth"), "편익: 유발 부가가치": (2, "worth"), "성장 이니셔티브: 투자 전액": (1, "initiative"),
             "총비용 (대표값)": (0, "cost"), "순편익 (대표값)": (0, "npv")}  # fmt: skip
    for heading, (n, name) in worth.items():
        flows = [sheet.cell(row, headings.index(heading) + 1).value for row in rows]
        total = math.fsum(a * b for a, b in zip(factors, flows, strict=True))
        assert total == pytest.approx(frame[name][n], rel=1e-9), heading


def test_what_a_ratio_of_one_would_take_is_true_by_arithmetic(korean: Written) -> None:
    row = korean.printed.frames["appraisal"].iloc[0]
    assert row["benefit_cost_ratio"] < 1
    said = f"B/C가 1이 되려면 편익이 지금의 {row['cost'] / row['worth']:.2f}배가 되거나 비용이 {1 - row['worth'] / row['cost']:.1%} 줄어야 합니다."
    for name in ("appraisal", "summary"):
        cells = [str(cell.value) for line in korean.sheet(name).iter_rows() for cell in line if cell.value]
        assert any(said in cell for cell in cells), name


def test_the_expenditure_effect_is_kept_apart(korean: Written) -> None:
    sheet, frames = korean.sheet("effects"), korean.printed.frames
    row = row_of(sheet, "합계", after=row_of(sheet, "덧붙임: 지출의 일회성 파급효과"))
    spending = (
        (
            frames["commitments"]["investment"]
            * frames["commitments"]["stage"].map(korean.plan.inputs.stages.additionality)
        ).sum()
        + frames["running_costs"]["running_cost"].sum()
        + frames["trainees"][["public", "employer"]].to_numpy().sum()
        + frames["outlays"][["outlay", "private"]].to_numpy().sum()
    )
    effect = korean.plan.frames["expenditure_effect"]["effect"].sum()
    assert sheet.cell(row, 2).value == pytest.approx(spending, **CLOSE)
    assert sheet.cell(row, 4).value == pytest.approx(effect, rel=1e-4)  # of whole units


def test_rules_say_what_relaxing_them_is_worth(korean: Written) -> None:
    sheet, frame = korean.sheet("rules"), korean.printed.frames["rules"]
    binding = frame[frame["shadow_price"].abs() > 1e-6].iloc[0]
    table = row_of(sheet, "제약별 결과")
    row = row_of(sheet, korean.label("rules", binding["rule"]), after=table)
    while sheet.cell(row, 10).value != pytest.approx(binding["shadow_price"]):
        row += 1
    assert numbers(sheet, row, 3, first=7) == pytest.approx(
        [binding[c] for c in ("selected", "bound", "slack")], abs=0.1
    )
    words = sheet.cell(row, 11).value
    per_eok = abs(binding["shadow_price"]) * 10_000  # 조원 → 억원
    said = float(words.split("+")[1].split("억원")[0].replace(",", ""))
    assert "풀면" in words
    assert said == pytest.approx(per_eok, rel=5e-3)


def test_a_soft_rule_that_is_missed_is_shown_with_what_it_costs(korean: Written) -> None:
    sheet, frame = korean.sheet("rules"), korean.printed.frames["rules"]
    missed = frame[frame["rule"] == "new_0"].iloc[0]
    row, summary = row_of(sheet, "철강 대부분"), korean.sheet("summary").title
    violation, penalty, charged = numbers(sheet, row, 3, first=6)
    assert violation == pytest.approx(missed["violation"])
    assert missed["violation"] > 0
    assert charged == pytest.approx(violation * penalty)
    assert any("철강 대부분" in str(cell.value) for title, cell in filled(korean.shown) if title == summary)


def test_the_checks_sheet_holds_the_whole_certificate_and_the_balance_of_the_ledgers(korean: Written) -> None:
    sheet = korean.sheet("checks")
    first = row_of(sheet, "검산식마다 가장 어긋난 곳")
    for rows, count in ((sheet.iter_rows(min_row=first), len(korean.checks)),
                        (sheet.iter_rows(max_row=first), len(korean.rounding))):  # fmt: skip
        assert sum(cell.value == "적합" for row in rows for cell in row) == count
    funds = rows_under(sheet, "기금")
    assert [sheet.cell(row, 4).value for row in funds.values()] == ["일치"] * len(korean.plan.inputs.funds.fund)


def test_every_input_column_has_its_grade_and_every_source_is_listed(korean: Written) -> None:
    sheet, x = korean.sheet("provenance"), korean.plan.inputs
    text = {str(cell.value) for title, cell in filled(korean.shown) if title == sheet.title}
    assert {x.sources.title[n] for n in x.sources.source} <= text
    assert any("생산액 (production)" in line for line in text)
    assert {"가정", "공식", "0" * 64} <= text


def test_the_headline_says_what_the_plan_is_worth_and_costs(korean: Written) -> None:
    sheet, frames = korean.sheet("summary"), korean.printed.frames
    private = sum(float(frames[use.frame][use.private].sum()) for use in USES)
    ledger = frames["ledger"]
    spent, state = ledger[list(SPENDING)].to_numpy().sum(), (ledger["appropriation"] - ledger["lapse"]).sum()
    cards = {sheet.cell(4, at).value: sheet.cell(5, at).value for at in range(1, 11) if sheet.cell(4, at).value}
    assert cards == {
        "생산유발 (조원)": pytest.approx(korean.plan.indicators["production"], rel=1e-12),
        "국비 (억원)": pytest.approx(state, rel=1e-12),
        "총 동원 자금 (억원)": pytest.approx(spent + private, rel=1e-12),
        "양성 인원 (명)": pytest.approx(frames["targets"]["achieved"].sum()),
        "편익비용비(B/C)": pytest.approx(frames["appraisal"]["benefit_cost_ratio"][0]),
    }
    money = {
        row[0].value: row[len(korean.plan.inputs.years) + 1].value for row in sheet.iter_rows(min_row=8, max_row=15)
    }
    assert money["기금 지출"] == pytest.approx(spent)
    assert money["민간 매칭·훈련 부담"] == pytest.approx(private)
    assert money["민간 출자"] == pytest.approx(ledger["subscription"].sum())


def test_totals_are_live_formulas_and_the_headline_points_at_its_sources(korean: Written) -> None:
    by_industry = korean.sheet("by_industry", "written")
    assert str(by_industry.cell(row_of(by_industry, "합계"), 2).value).startswith("=SUM(")
    summary = korean.sheet("summary", "written")
    assert str(summary["A5"].value).startswith("='효과'!")
    assert str(summary["C5"].value).startswith("='기금 수입·지출'!")
    formulas = [cell for _, cell in filled(korean.written) if str(cell.value).startswith("=")]
    assert len(formulas) > 500


def test_no_cell_shows_an_error_or_something_that_is_not_a_number(korean: Written, english: Written) -> None:
    for book in (korean, english):
        for title, cell in filled(book.shown):
            assert cell.data_type != "e", (title, cell.coordinate)
            assert not (isinstance(cell.value, float) and math.isnan(cell.value))
            assert str(cell.value) not in ("nan", "None", "inf")
