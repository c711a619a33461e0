"""Plan → brief.html: the plan on one page of A4, for people who will not open the workbook.

The page holds all it shows (no script, no picture or font from elsewhere) and opens from disk. `figures`, `budget`,
`charts` and `notes` say what stands in it, `page` puts it together, `svg` draws, `markup` escapes, `stylesheet` knows
the paper. Its figures are those of plan.xlsx: they come from the same printed plan, by the same words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from axplan.plan.certificate.checks import Check
from axplan.report.brief.markup import document
from axplan.report.brief.page import page

if TYPE_CHECKING:
    from axplan.plan.rounding.printed import Printed


def write_brief(
    printed: Printed, checks: Sequence[Check], path: Path, language: str, facts: Mapping[str, str], unit: str = "억원"
) -> Path:
    """Write the one-page brief of a plan; return its path. The arguments are those of `plan_book`.

    The same arguments give the same bytes.
    """
    from axplan.report.book import plan_words

    book = plan_words(printed, checks, language, facts, unit)
    path.write_text(document(page(book)), encoding="utf-8", newline="\n")
    return path
