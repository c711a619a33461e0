"""The page of a code, for the terminal; and the manual of all codes, docs/codes.md."""

import re

from axplan.core.errors import UsageError
from axplan.core.text import Text
from axplan.inputs.messages import MESSAGES, Entry

CODE = re.compile(r"[EW]\d{3}")
PARTS = {"meaning": Text("뜻", "Meaning"), "example": Text("보기", "Example"), "cure": Text("고치는 법", "Cure")}
STOPS = Text("오류: 고쳐야 계획을 만듭니다", "an error: it has to be cured before a plan can be made")
WARNS = Text("경고: 계획을 막지 않습니다", "a warning: it does not keep a plan from being made")
CHAPTERS = {
    "1": Text("파일, 시트, 열", "Files, sheets, columns"),
    "2": Text("셀", "Cells"),
    "3": Text("표와 제약 사이", "Across tables and rules"),
    "4": Text("시나리오", "Scenarios"),
}
NEAREST = 3

INTRODUCTION = """\
# 오류와 경고 / Errors and warnings

`axplan check`가 알리는 문제의 코드입니다. E로 시작하면 오류(고쳐야 계획을 만듭니다), W로 시작하면 경고입니다. `axplan explain E203`이 같은
설명을 보여 줍니다.

The codes of the problems that `axplan check` reports. Those beginning with E are errors (they have to be cured before \
a plan can
be made), those beginning with W are warnings. `axplan explain E203` shows the same page.
"""


def entry_named(word: str) -> Entry:
    """The entry of a code, in capitals or not.

    Raises
    ------
    UsageError: there is no such code (the nearest are offered), or the word is no code.
    """
    code = word.strip().upper()
    if code in MESSAGES:
        return MESSAGES[code]
    if CODE.fullmatch(code):
        near = ", ".join(_nearest(code))
        raise UsageError(Text(f"없는 코드: {code}. 가까운 코드: {near}", f"There is no code {code}. Near it: {near}"))
    raise UsageError(
        Text(
            f"'{word}'은(는) E203 같은 코드가 아닙니다. `axplan explain`이 모든 코드를 보여 줍니다.",
            f"'{word}' is not a code such as E203. `axplan explain` lists them all.",
        )
    )


def _nearest(code: str) -> list[str]:
    """The codes of the same letter whose numbers are closest."""
    ranked = sorted(MESSAGES, key=lambda other: (other[0] != code[0], abs(int(other[1:]) - int(code[1:])), other))
    return sorted(ranked[:NEAREST])


def titles(language: str) -> dict[str, str]:
    """Every code with its title, in the order of the manual."""
    return {code: MESSAGES[code].title.in_(language) for code in _ordered()}


def _ordered() -> list[str]:
    """By number; of codes with the same number the error first."""
    return sorted(MESSAGES, key=lambda code: (code[1:], code[0]))


def explained(entry: Entry, language: str) -> dict[str, str]:
    """What is to be known about a code: its title, whether it stops a run, what it means, an example, the cure."""
    kind = STOPS if entry.example.is_error else WARNS
    return {
        "code": entry.code,
        "title": entry.title.in_(language),
        "kind": kind.in_(language),
        "meaning": entry.meaning.in_(language),
        "example": entry.example.line(language),
        "cure": entry.cure.in_(language),
    }


def page(entry: Entry, language: str) -> str:
    """The page of a code as text for a terminal."""
    words = explained(entry, language)
    parts = [f"{heading.in_(language)}\n  {words[name]}" for name, heading in PARTS.items()]
    return "\n\n".join([f"{words['code']}  {words['title']}\n  ({words['kind']})", *parts])


def manual() -> str:
    """docs/codes.md: every page in both languages."""
    parts, chapter = [INTRODUCTION], ""
    for code in _ordered():
        if code[1] != chapter:
            chapter = code[1]
            parts.append(f"## {CHAPTERS[chapter].ko} / {CHAPTERS[chapter].en}\n")
        parts.append(_section(MESSAGES[code]))
    return "\n".join(parts)


def _section(entry: Entry) -> str:
    lines = [f"### {entry.code} {entry.title.ko} / {entry.title.en}", ""]
    for language in ("ko", "en"):
        words = explained(entry, language)
        cure = PARTS["cure"].in_(language)
        lines += ["```text", words["example"], "```", "", f"{words['meaning']} **{cure}:** {words['cure']}", ""]
    return "\n".join(lines)


if __name__ == "__main__":  # python -m axplan.inputs.messages.page > docs/codes.md
    print(manual(), end="")
