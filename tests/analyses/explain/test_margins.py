"""B/C at the margin: every pillar and programme, asked once, kept when broken off, and said in words that fit the figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from axplan.analyses.explain import margins as margins_module
from axplan.analyses.explain.binding import explain_plan
from axplan.analyses.explain.book import memo, speaker
from axplan.analyses.explain.margins import margins
from axplan.analyses.explain.run import bound_document, opening_and_sheets
from axplan.analyses.explain.sheets.margins import margins_section, reading
from axplan.core.checkpoint import Checkpoint
from axplan.plan.optimise import CertifiedPlan, optimise
from axplan.plan.without import PILLAR, PROGRAMME, Without, Worth
from tiny import tiny_inputs


@pytest.fixture(scope="module")
def made() -> CertifiedPlan:
    """Programme `data` costs 10 억원 and lets 30 more be committed in 2027, of which own value added is a quarter; `law`, of the
    same pillar, costs 5 and unlocks nothing."""
    law = {"cost": 5.0, "label_ko": "법", "label_en": "Law", "minimum_progress": 1.0}
    return optimise(tiny_inputs(
        stages={"scale_up": None}, tasks={"design": {"ceiling": 0.2}}, programmes={"data": {"cost": 10.0}, "law": law},
        unlocks=[{"programme": "data", "design": 0.3}, {"programme": "law", "design": 0.0}],
    ), measured=False)  # fmt: skip


def test_by_hand(made: CertifiedPlan) -> None:
    """Without data: 30 × 0.25 = 7.5 of benefit, and 30 of investment (0.5 × 60) and 10 of outlay less; without law 5 of outlay."""
    found = {(m.kind, m.key): m for m in margins(made.plan, made.first, lambda: None, Checkpoint())}
    assert list(found) == [(PILLAR, "data"), (PROGRAMME, "data"), (PROGRAMME, "law")]
    sums = [(m.benefit_lost, m.cost_saved, m.ratio) for m in found.values()]
    assert sums == [pytest.approx((7.5, 45, 7.5 / 45)), pytest.approx((7.5, 40, 7.5 / 40)), pytest.approx((0, 5, 0))]
    assert found[PROGRAMME, "data"].change == pytest.approx(-60 / 10_000)


def test_programmes_that_are_left_out_together_are_asked_once_and_what_is_known_is_not_asked_again(
    made: CertifiedPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = optimise(tiny_inputs(), measured=False)  # a pillar with one programme
    asked: list[object] = []
    ask = margins_module.planned_without

    def counted(x: object, first: object, left_out: object) -> Worth | None:
        asked.append(left_out)
        return ask(x, first, left_out)  # type: ignore[arg-type]

    monkeypatch.setattr(margins_module, "planned_without", counted)
    margins(alone.plan, alone.first, lambda: None, Checkpoint())
    assert asked == [("data",)]
    kept = Checkpoint(tmp_path / "partial.json", "the same")
    whole = margins(made.plan, made.first, lambda: None, kept)
    kept.save()
    asked.clear()
    assert margins(made.plan, made.first, lambda: None, Checkpoint(kept.path, "the same")) == whole
    assert asked == []


@pytest.mark.parametrize(("benefit", "cost", "said"), [
    (8.0, 15.0, "margin_costs"), (2.0, 15.0, "margin_pays"), (10.0, 15.0, "margin_brings_nothing"), (12.0, 15.0, "margin_gains"),
    (8.0, 20.0, "margin_saves_nothing"), (None, None, "margin_impossible"),
])  # fmt: skip
def test_the_words_fit_the_figures(benefit: float | None, cost: float | None, said: str) -> None:
    """The plan has a benefit of 10 for 20."""
    planned = None if benefit is None or cost is None else Worth(0.5, benefit, {"programmes": cost})
    assert reading(Without(PROGRAMME, "data", Worth(1.0, 10.0, {"programmes": 20.0}), planned)) == said


@pytest.mark.parametrize(("language", "words"), [
    ("ko", ("데이터 분야: 빼고 다시 계획하면 편익 △7.5억원, 비용 △45억원, 한계 B/C 0.17", "법: 빼고 다시 계획하면 편익 0억원, 비용 △5억원")),
    ("en", ("Pillar Data: planned without it, benefit -KRW 0.75 bn, cost -KRW 4.5 bn, B/C at the margin 0.17", "no benefit that is valued")),
])  # fmt: skip
def test_memo_and_document_tell_the_same(made: CertifiedPlan, language: str, words: tuple[str, ...]) -> None:
    found = explain_plan(made)
    book = speaker(made.inputs, made.plan.objective, language)
    opening, sheets = opening_and_sheets(book, "tiny", found)
    lines = "\n".join(memo("", opening, [section for sections in sheets.values() for section in sections]))
    for word in words:
        assert word in lines, lines
    told = bound_document(found)["margins"]
    assert [m["key"] for m in told] == ["data", "data", "law"]
    assert told[0]["ratio_at_the_margin"] == pytest.approx(7.5 / 45)


def test_what_cannot_be_planned_without_is_said(made: CertifiedPlan) -> None:
    whole = margins(made.plan, made.first, lambda: None, Checkpoint())[0]
    none = Without(PILLAR, "data", whole.plan, None)
    for language, words in (("ko", "찾지 못함"), ("en", "no plan was found")):
        section = margins_section(speaker(made.inputs, made.plan.objective, language), [none])
        assert words in section.sentences[0]
        assert list(section.lines[0].values[:4]) == [None] * 4
