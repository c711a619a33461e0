"""The one-page brief in a real browser: it opens from disk, prints on one sheet of A4, and nothing in it is clipped or covered."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from axplan.inputs.objective import Objective, single
from axplan.inputs.parameters import build_inputs
from axplan.inputs.tables import Tables
from axplan.plan.optimise import CertifiedPlan, optimise
from brief_page import Page, brief, many_inputs, text
from small_baseline import read
from tiny import tiny_inputs
from written_results import FACTS

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--enable-logging=stderr",
)  # fmt: skip
POINTS = 72 / 25.4
A4 = (210 * POINTS, 297 * POINTS)

LONG = "이름이 아주 길어서 정해진 자리에 다 들어가지 않는 항목의 이름이며 끝까지 적으면 두 줄이 넘습니다"
LONG_EN = "A name of such length that no place on the page would hold all of it unless the page were a good deal wider"
UNBROKEN = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 3
CASES = ("korean", "english", "small", "weighted", "empty", "many", "long", "poor")

MEASURE = """
const found = {};
const rect = e => e.getBoundingClientRect();
const name = e => `${e.tagName} ${e.className.baseVal ?? e.className} ${e.textContent.slice(0, 60)}`;
const cross = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
function pairs(elements, say) {
    const said = [];
    elements.forEach((a, n) => elements.slice(n + 1).forEach(b => {
        if (cross(rect(a), rect(b))) said.push(`${say(a)} / ${say(b)}`);
    }));
    return said;
}
function measured(page) {
    const main = page.querySelector('main'), inside = rect(main);
    const all = [...main.querySelectorAll('*')].filter(e => rect(e).width);
    const outer = all.filter(e => rect(e).right > inside.right + 0.5 || rect(e).left < inside.left - 0.5
        || rect(e).bottom > inside.bottom + 0.5);
    const blocks = all.filter(e => !e.closest('svg') && page.defaultView.getComputedStyle(e).display !== 'inline');
    const tight = blocks.filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 2);
    const drawings = [...page.querySelectorAll('svg')];
    const beyond = drawings.flatMap(svg => [...svg.querySelectorAll('text, rect, path')].filter(e =>
        rect(e).left < rect(svg).left - 1 || rect(e).right > rect(svg).right + 1
        || rect(e).top < rect(svg).top - 1 || rect(e).bottom > rect(svg).bottom + 1));
    const letters = svg => [...svg.querySelectorAll('text')];
    return {
        size: [inside.width, inside.height], elements: all.length, outer: outer.map(name), clipped: tight.filter(e => !e.title).map(name),
        cut: tight.filter(e => e.title).map(name),
        beyond: beyond.map(name), covered: pairs([...main.children], name),
        texts: drawings.flatMap(svg => pairs(letters(svg), e => e.textContent)),
    };
}
addEventListener('load', () => {
    for (const frame of document.querySelectorAll('iframe')) found[frame.id] = measured(frame.contentDocument);
    document.body.innerHTML = '';
    document.body.appendChild(document.createElement('pre')).textContent = JSON.stringify(found);
});
"""
"""What is wider than its place, what covers something else, and how much there was to look at, for every page in a frame."""

pytestmark = [pytest.mark.slow, pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")]


def run(folder: Path, *arguments: str) -> tuple[str, str]:
    """(what it prints, what it says) of a run of the browser with a profile of its own."""
    profile = folder / "profile"
    done = subprocess.run(
        [str(BROWSER), *FLAGS, f"--user-data-dir={profile}", *arguments],
        capture_output=True, encoding="utf-8", timeout=120, check=True,
    )  # fmt: skip
    return done.stdout, done.stderr


def complaints(said: str) -> list[str]:
    """What the page itself has put out on the console."""
    return [line for line in said.splitlines() if "CONSOLE" in line]


@pytest.fixture(scope="session")
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Page]:
    """The briefs that are looked at, by case."""
    whole = optimise(build_inputs(Tables(read().source, dict(read().tables))), single("production"))
    given = {name: request.getfixturevalue(name) for name in ("small", "weighted", "empty")}
    many = optimise(many_inputs(), Objective({"production": 1.0, "exports": 1.0, "employment": 0.5}))
    poor = optimise(tiny_inputs(appropriations={"main": {2026: 0, 2027: 0}}), single("production"))
    write = partial(written, tmp_path_factory)
    return {
        "korean": write(whole, "ko"),
        "english": write(whole, "en"),
        "small": write(given["small"], "en", "백만원"),
        "weighted": write(given["weighted"], "ko"),
        "empty": write(given["empty"], "en", "조원"),
        "many": write(many, "en", "백만원"),
        "long": write(optimise(long_inputs(), single("production")), "ko", "억원", {**FACTS, "title.ko": LONG * 3}),
        "poor": write(poor, "en"),
    }


def written(
    folders: pytest.TempPathFactory,
    result: CertifiedPlan,
    language: str,
    unit: str = "억원",
    facts: Mapping[str, str] = FACTS,
) -> Page:
    return brief(result, folders.mktemp("쪽 page #1"), language, unit, facts)


def long_inputs() -> Any:
    """Names that are too long for every place, one of them without a blank, and rules with such names that are missed."""
    labels = {"label_ko": LONG, "label_en": LONG_EN}
    return tiny_inputs(
        industries={"cars": labels, "boats": {"label_ko": UNBROKEN, "initiative": "yes"}},
        siting={"boats": {"north": 1.0}},
        stages={"adoption": labels, "scale_up": {"label_ko": UNBROKEN}},
        tracks={"reskilled": {**labels, "target": 1000}, "other": {"label_ko": UNBROKEN, "target": 500}},
        programmes={"data": {**labels, "pillar": UNBROKEN, "minimum_progress": 1.0}},
        rules={
            f"dear_{n}": {"label_ko": f"{n} {LONG} {UNBROKEN}", "relation": ">=", "value": 900.0 + n, "penalty": 1e-9}
            for n in range(4)
        },
        appropriations={"main": {2026: 10_000_000, 2027: 10_000_000}},
    )


@pytest.fixture(scope="session")
def measures(pages: Mapping[str, Page], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the browser has measured of every page, each as it is in a frame of its own."""
    return measured(tmp_path_factory.mktemp("measured"), {name: page.source for name, page in pages.items()})


def measured(folder: Path, sources: Mapping[str, str]) -> dict[str, Any]:
    frames = "".join(
        f'<iframe id="{name}" width="840" height="1200" srcdoc="{html.escape(source)}"></iframe>'
        for name, source in sources.items()
    )
    path = folder / "frames.html"
    path.write_text(f'<!doctype html><meta charset="utf-8"><body>{frames}<script>{MEASURE}</script></body>', "utf-8")
    shown, _ = run(folder, "--dump-dom", path.as_uri())
    found = re.search("<pre>(.*)</pre>", shown, re.DOTALL)
    assert found
    answer: dict[str, Any] = json.loads(html.unescape(found[1]))
    return answer


@pytest.mark.parametrize("case", CASES)
def test_it_prints_on_exactly_one_sheet_of_a4(pages: Mapping[str, Page], tmp_path: Path, case: str) -> None:
    if shutil.which("pdfinfo") is None or shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed")
    paper = tmp_path / "brief.pdf"
    run(tmp_path, f"--print-to-pdf={paper}", pages[case].path.as_uri())
    facts = subprocess.run(["pdfinfo", str(paper)], capture_output=True, encoding="utf-8", check=True).stdout
    assert re.search(r"^Pages:\s+1$", facts, re.MULTILINE)
    size = re.search(r"^Page size:\s+([\d.]+) x ([\d.]+)", facts, re.MULTILINE)
    assert size
    assert [float(side) for side in size.groups()] == pytest.approx(A4, abs=1)
    said = subprocess.run(["pdftotext", "-layout", str(paper), "-"], capture_output=True, encoding="utf-8", check=True)
    for _, value, _ in pages[case].figures:
        assert value in said.stdout
    assert pages[case].rows[-1][2][-2] in said.stdout
    assert "plan.xlsx" in said.stdout


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_clipped_or_covered(measures: Mapping[str, Any], case: str) -> None:
    found = measures[case]
    assert found["elements"] > 100
    assert found["size"] == pytest.approx([210 * 96 / 25.4, 296 * 96 / 25.4], abs=0.5)
    for fault in ("outer", "clipped", "beyond", "covered", "texts"):
        assert found[fault] == [], fault


def test_names_of_usual_length_are_not_cut(pages: Mapping[str, Page], measures: Mapping[str, Any]) -> None:
    for case in set(CASES) - {"long"}:
        assert measures[case]["cut"] == []
        assert not [label for label in texts_of(pages[case]) if label.endswith("…")]
    assert measures["long"]["cut"]  # the whole name is then said when the pointer rests on it
    assert any(label.endswith("…") for label in texts_of(pages["long"]))


def texts_of(page: Page) -> list[str]:
    """What stands in the charts and the title."""
    return [text(e) for tag in ("h1", "text") for e in page.all(tag)]


def test_what_is_clipped_or_covered_would_be_found(pages: Mapping[str, Page], tmp_path: Path) -> None:
    """The measure itself: letters too large for their places, and more lines than the page holds."""
    large = ".value { font-size: 40pt !important } svg text { font-size: 20px } .notes { margin-top: -20pt }</style>"
    long = pages["korean"].source.replace("<tbody>", "<tbody>" + "<tr><th>x</th></tr>" * 40)
    found = measured(tmp_path, {"large": pages["korean"].source.replace("</style>", large), "long": long})
    assert all(found["large"][fault] for fault in ("clipped", "beyond", "covered", "texts"))
    assert found["long"]["outer"]


@pytest.mark.parametrize("case", ["korean", "long", "many"])
def test_it_opens_from_disk_without_a_complaint(pages: Mapping[str, Page], tmp_path: Path, case: str) -> None:
    shown, said = run(tmp_path, "--dump-dom", pages[case].path.as_uri())
    assert pages[case].figures[0][1] in shown
    assert complaints(said) == []


def test_what_a_page_would_fetch_or_run_is_refused_and_said(pages: Mapping[str, Page], tmp_path: Path) -> None:
    spoiled = pages["korean"].source.replace("<main>", '<main><script>document.title = "run"</script><img src="x.png">')
    path = tmp_path / "spoiled.html"
    path.write_text(spoiled, "utf-8")
    shown, said = run(tmp_path, "--dump-dom", path.as_uri())
    assert "<title>run" not in shown
    assert len(complaints(said)) >= 2
