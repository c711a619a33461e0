"""The table of the shipped scenarios in docs/scenarios.md: what each of them teaches, in the words of its own file."""

import re
import sys
from pathlib import Path

from axplan.core.atomic_files import write_file
from axplan.core.text import LANGUAGES
from axplan.scenario.files import PACKAGED, scenario_names
from axplan.scenario.scenario import load_scenario

HEADS = {"ko": ("시나리오", "제목", "알려 주는 것"), "en": ("scenario", "title", "what it teaches")}
FIRST = "baseline"


def shipped_table(language: str) -> str:
    """One row for each scenario that `axplan init` copies, the baseline first."""
    names = sorted(scenario_names(PACKAGED), key=lambda name: (name != FIRST, name))
    scenarios = [load_scenario(PACKAGED, name) for name in names]
    rows = [HEADS[language], ("---",) * 3]
    rows += [(f"`{s.name}`", s.title.in_(language), s.note.in_(language)) for s in scenarios]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def with_tables(page: str) -> str:
    """The page with both tables renewed between their marks."""
    for language in LANGUAGES:
        begin, end = f"<!-- shipped {language} -->", f"<!-- /shipped {language} -->"
        page = re.sub(f"{begin}.*?{end}", f"{begin}\n\n{shipped_table(language)}\n\n{end}", page, flags=re.DOTALL)
    return page


if __name__ == "__main__":  # python -m axplan.scenario.shipped docs/scenarios.md
    target = Path(sys.argv[1])
    write_file(target, with_tables(target.read_text(encoding="utf-8")))
