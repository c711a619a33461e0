"""Every text of the workbook that is not the title of a column, in Korean and in English.

{fields} are filled in when the text is used. One file for each sheet, `tabs` for what stands at the top of a sheet, `common` for
what more than one sheet says. Names begin with what they are: sheet_ (the tab), title_ and about_ (top of the sheet), note_,
item_ and how_ (benefit and cost), data_, fact_, grade_ and means_, pillar_, measure_, kind_ and check_.
"""

from __future__ import annotations

from collections.abc import Mapping

from axplan.core.text import Text
from axplan.report.words import (
    annual,
    assumptions,
    brief,
    checks,
    common,
    comparison,
    data,
    details,
    effects,
    explaining,
    financing,
    firmness,
    frontier,
    ledger,
    overview,
    performance,
    places,
    provenance,
    rules,
    summary,
    sweep,
    workforce,
)
from axplan.report.words.tabs import SHEET_WORDS

FILES = (
    common, summary, overview, details, annual, financing, ledger, places, workforce, performance, effects, rules,
    assumptions, checks, data, provenance, brief, firmness, explaining, comparison, sweep, frontier,
)  # fmt: skip

PLAIN_WORDS: Mapping[str, Text] = {name: text for file in FILES for name, text in file.WORDS.items()}

WORDS: Mapping[str, Text] = {
    **PLAIN_WORDS,
    **{
        f"{part}_{name}": text
        for name, texts in SHEET_WORDS.items()
        for part, text in zip(("sheet", "title", "about"), texts, strict=True)
    },
}
"""Every text by name."""
