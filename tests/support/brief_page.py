"""The one-page brief as the tests read it: its elements, its texts, the rows of its table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from xml.etree.ElementTree import Element

from axplan.inputs.parameters import Inputs
from axplan.plan.optimise import CertifiedPlan
from axplan.plan.rounding.printed import print_plan
from axplan.report import BRIEF
from axplan.report.brief import write_brief
from axplan.report.styles import MONEY_UNITS
from tiny import tiny_inputs
from written_results import FACTS

VOID = frozenset(("meta", "col", "img", "link", "br", "input"))
"""Elements without an end."""


def many_inputs() -> Inputs:
    """Inputs of so many years, industries, stages, tracks and pillars that the page cannot show each."""
    lasting = {"conversion": 1.0, "conversion_lag": 1}
    stages = {f"s{n}": {"label_ko": f"단계 {n}", "label_en": f"Stage {n}", **lasting} for n in range(4)}
    stages["s3"] |= {"conversion": None, "conversion_lag": None}
    return tiny_inputs(
        settings={"plan_years": 14, "appraisal_end": 2055},
        industries={f"i{n}": {"label_ko": f"산업 {n}", "label_en": f"Industry {n}", "initiative": "yes"} for n in range(10)},
        siting={f"i{n}": {"north": 1.0} for n in range(10)},
        stages={"scale_up": lasting, **stages},
        tracks={f"t{n}": {"label_ko": f"과정 {n}", "label_en": f"Course {n}", "target": 10 * (n + 1)} for n in range(5)},
        programmes={f"p{n}": {"label_ko": f"사업 {n}", "label_en": f"Programme {n}", "cost": 100.0 * (n + 1),
                              "minimum_progress": 0.9, "pillar": f"area {n}"} for n in range(10)},
    )  # fmt: skip


class Reader(HTMLParser):
    """Builds the elements of a page and insists that every one is closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("page")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        here = self.open[-1]
        if len(here):
            here[-1].tail = (here[-1].tail or "") + data
        else:
            here.text = (here.text or "") + data


class Page:
    """A written brief."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.source = path.read_text(encoding="utf-8")
        reader = Reader()
        reader.feed(self.source)
        reader.close()
        assert reader.open == [reader.root]
        self.root = reader.root

    def all(self, tag: str, within: Element | None = None, **attributes: str) -> list[Element]:
        """Elements with these attributes (class_ for class) in the order of the page."""
        wanted = {name.removesuffix("_"): value for name, value in attributes.items()}
        found = (self.root if within is None else within).iter(tag)
        return [e for e in found if all(e.get(name) == value for name, value in wanted.items())]

    def one(self, tag: str, **attributes: str) -> Element:
        (found,) = self.all(tag, None, **attributes)
        return found

    @property
    def seen(self) -> list[str]:
        """Every text of the body and of the title, not that of the style sheet."""
        return [text for part in (self.one("head")[3], self.one("body")) for text in part.itertext() if text.strip()]

    @property
    def figures(self) -> list[tuple[str, str, str]]:
        """(label, number, remark) of every figure at the head."""
        return [
            (text(figure[0]), text(figure[1]), text(figure[2]))
            for figure in self.all("div")
            if (figure.get("class") or "").startswith("figure ") or figure.get("class") == "figure"
        ]

    @property
    def heads(self) -> list[str]:
        """The headings of the columns of the table."""
        return [text(cell) for cell in self.all("th", scope="col")]

    @property
    def rows(self) -> list[tuple[str, str, list[str]]]:
        """(role, label, cells) of every line of the table."""
        lines = self.all("tr", within=self.one("tbody"))
        return [(line.get("class") or "", text(line[0]), [text(cell) for cell in line[1:]]) for line in lines]

    @property
    def notes(self) -> str:
        return text(self.one("section", class_="notes"))

    def told(self, chart: str) -> dict[str, dict[str, str]]:
        """Category → part → number, as the chart tells them to those who cannot see it."""
        told = text(self.one("desc", id=f"chart-{chart}-description"))
        lines = (line.split(": ", 1) for line in told.split("; "))
        return {category: dict(map(named, parts.split(", "))) for category, parts in lines}


def named(part: str) -> tuple[str, str]:
    """Name and number of "a name 1,234"."""
    name, _, amount = part.rpartition(" ")
    return name, amount


def brief(
    result: CertifiedPlan, folder: Path, language: str, unit: str = "억원", facts: Mapping[str, str] = FACTS
) -> Page:
    """The brief of a plan, written without the workbook."""
    printed = print_plan(result.plan, MONEY_UNITS[unit].step)
    return Page(write_brief(printed, result.certificate.checks, folder / BRIEF, language, facts, unit))


def text(element: Element) -> str:
    return "".join(element.itertext())


def number(cell: str) -> Decimal:
    """A printed number; a share counts in per cent."""
    if cell == "-":
        return Decimal(0)
    return Decimal(cell.replace(",", "").replace("%", "").replace("△", "-"))


def as_printed(value: object, look: str) -> str:
    """What a cell of the workbook with this format shows, as the rules of its formats have it."""
    if not isinstance(value, int | float) or not value:
        return "-"
    share = "%" in look
    places = len(match[1]) if (match := re.match(r"[#,0]*\.(0+)", look)) else 0
    body = f"{abs(value) * (100 if share else 1):,.{places}f}{'%' if share else ''}"
    return f"△{body}" if value < 0 else body
