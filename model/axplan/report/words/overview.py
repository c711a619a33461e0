"""Words of the overall table."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.core.text import Text

# fmt: off
WORDS: Mapping[str, Text] = {
    "change": Text("전년 대비 증감", "Change on the year before"), "change_rate": Text("증감률", "Change in per cent"),
}
# fmt: on
