"""What the user probably meant: the nearest name, the number behind a text. Suggested, never applied."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from axplan.core.text import Text

NO_HINT = Text("", "")
WORDS = {"조": 1e12, "억": 1e8, "천만": 1e7, "백만": 1e6, "만": 1e4, "천": 1e3, "백": 1e2, "십": 1e1}
"""Korean counting words and their worth."""

COUNTERS = "원명개년달러"
"""What may stand behind a number without saying how large it is."""

PART = re.compile(rf"([\d.,]+(?:e[+-]?\d+)?)((?:{'|'.join(WORDS)})*)", re.IGNORECASE)
MINUS = "△▲−–-"


MOST_COMPARED = 300
"""Names that a misspelling is compared with; among more, only another spelling of the same letters is found at once."""


def nearest(
    found: str, candidates: Iterable[str], labels: Mapping[str, str] | None = None, alike: float = 0.5
) -> str | None:
    """The candidate whose name (or label, given as label → candidate) is most like `found`, if any is like it at all.

    `alike` is how much of the two names must agree, from 0 to 1.
    """
    from difflib import get_close_matches

    names = {_letters(label): name for label, name in (labels or {}).items()}
    names |= {_letters(name): name for name in candidates}
    if len(names) > MOST_COMPARED:
        return names.get(_letters(found))
    close = get_close_matches(_letters(found), list(names), n=1, cutoff=alike)
    return names[close[0]] if close else None


def _letters(name: str) -> str:
    """Single letters without case; Hangul syllables come apart, so that 영낚 is like 영남권."""
    return unicodedata.normalize("NFKD", name).strip().casefold()


def did_you_mean(*suggestions: object | None) -> Text:
    """The question at the end of a message, or nothing. Names are quoted, numbers are not."""
    named = [f"'{s}'" if isinstance(s, str) else f"{s:.12g}" for s in dict.fromkeys(suggestions) if s is not None]
    if not named:
        return NO_HINT
    shown = ", ".join(named)
    return Text(f" 혹시 {shown}입니까?", f" Did you mean {shown}?")


def hint(*suggestions: object | None) -> Text:
    """`did_you_mean` after a full stop, to follow what is allowed."""
    question = did_you_mean(*suggestions)
    return question if question is NO_HINT else Text(f".{question.ko}", f".{question.en}")


def number_behind(text: str, worth: float = 1.0) -> float | None:
    """The number somebody wrote as text: `1,234억`, `15%`, `△120`, `250,1`, full-width digits, stray blanks.

    `worth` is what one unit of the column is in won (dollars, people): `1,234억` is 1234 in a column of 억원 (1e8) and
    0.1234 in one of 조원 (1e12). A number without counting words is meant in the unit of the column.
    """
    written = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).rstrip(COUNTERS)
    negative = written[:1] in tuple(MINUS) or (written.startswith("(") and written.endswith(")"))
    written = written.strip(f"{MINUS}+()")
    size = _percentage(written) if written.endswith("%") else _size(written, worth)
    return None if size is None else float(f"{-size if negative else size:.12g}")


def _percentage(written: str) -> float | None:
    share = _plain_number(written[:-1])
    return None if share is None else share / 100


def _size(written: str, worth: float) -> float | None:
    """The sum of the parts of a number: 1조2,000억 is 1e12 + 2000e8."""
    if not re.fullmatch(rf"(?:{PART.pattern})+", written, re.IGNORECASE):
        return None
    parts = [(_plain_number(digits), words) for digits, words in PART.findall(written)]
    in_words = len(parts) > 1 or parts[0][1] != ""
    total = 0.0
    for number, words in parts:
        if number is None:
            return None
        total += number * (_times(words) / worth if in_words else 1.0)
    return total


def _times(words: str) -> float:
    """What the counting words together are worth: 십억 is 10 × 1e8."""
    factor = 1.0
    for word in re.findall("|".join(WORDS), words):
        factor *= WORDS[word]
    return factor


def _plain_number(digits: str) -> float | None:
    """`1,234.5` with commas between thousands, `250,1` with a comma before decimals."""
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", digits):
        digits = digits.replace(",", "")
    elif re.fullmatch(r"\d+,\d+", digits):
        digits = digits.replace(",", ".")
    try:
        return float(digits)
    except ValueError:
        return None
