"""Words of the annual investment plan."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.core.text import Text

# fmt: off
WORDS: Mapping[str, Text] = {
    "investment_total": Text("총투자", "Investment in all"), "public_by_funds": Text("공공(기금 지출)", "Public (spending of the funds)"),
    "so_far": Text("누계", "So far"), "investment_by_year": Text("연차별 투자", "Investment by year"),
}
# fmt: on
