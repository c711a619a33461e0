"""What the user probably meant: the nearest name, the number behind a text. Suggested, never applied."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping

from axplan.errors import Text

NO_HINT = Text("", "")
MULTIPLES = {"조": 10_000.0, "억": 1.0, "백만": 0.01, "만": 1e-4}
"""Korean money words as multiples of 억; a plain number in front of them is meant in 억원."""


def nearest(found: str, candidates: Iterable[str], labels: Mapping[str, str] | None = None) -> str | None:
    """The candidate whose name (or label) is most like `found`, if any is like it at all."""
    names = {name.casefold(): name for name in candidates}
    names |= {label.casefold(): name for label, name in (labels or {}).items()}
    close = difflib.get_close_matches(found.strip().casefold(), list(names), n=1, cutoff=0.5)
    return names[close[0]] if close else None


def did_you_mean(suggestion: object | None) -> Text:
    """The hint at the end of a message, or nothing."""
    if suggestion is None:
        return NO_HINT
    return Text(f" '{suggestion}'을(를) 뜻하셨습니까?", f" Did you mean '{suggestion}'?")


def number_behind(text: str) -> float | None:
    """The number somebody wrote as text: `1,234억`, `15%`, `△120`, `250,1`, full-width digits, stray blanks."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).removesuffix("원").removesuffix("명")
    sign = -1.0 if plain[:1] in "△▲−-" or (plain.startswith("(") and plain.endswith(")")) else 1.0
    plain = plain.strip("△▲−-+()")
    factor = 1.0
    if plain.endswith("%"):
        plain, factor = plain[:-1], 0.01
    for word, multiple in MULTIPLES.items():
        if plain.endswith(word):
            plain, factor = plain.removesuffix(word), multiple
            break
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"\d+,\d+", plain):
        plain = plain.replace(",", ".")
    if not re.fullmatch(r"(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", plain, re.IGNORECASE):
        return None
    return float(f"{sign * float(plain) * factor:.12g}")
