"""The figures at the head of the brief, those of the workbook's summary, drawn side by side."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from axplan.report.brief.markup import element, flowing
from axplan.report.brief.numbers import fitting_size, shortened
from axplan.report.headline import HeadlineFigure

ROOM, LARGEST, SMALLEST, REMARK = 90.0, 17.0, 7.0, 6.8
"""Points across a figure, sizes its letters may have, and the size of those below it."""

REMARK_LINES = 4


def shown(items: Iterable[HeadlineFigure]) -> Element:
    """The figures side by side."""
    return element("dl", *(_figure(item) for item in items), class_="figures")


def _figure(item: HeadlineFigure) -> Element:
    size = fitting_size(item.value, ROOM, SMALLEST, LARGEST)
    remark = shortened(item.remark, REMARK, REMARK_LINES * ROOM * 0.9)
    return element(
        "div",
        element("dt", *flowing(item.label)),
        element("dd", item.value, class_="value", style=f"font-size: {size:.1f}pt"),
        element("dd", *flowing(remark), class_="remark"),
        class_="figure warns" if item.warns else "figure",
    )
