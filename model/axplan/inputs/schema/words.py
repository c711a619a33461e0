"""Columns in words: what may stand in a cell, when it may be blank. Messages, comments and manuals use these."""

from axplan.core.text import NO_TEXT, Text
from axplan.inputs.schema.core import (
    CHOICE,
    COEFFICIENT,
    INTEGER,
    KEY,
    MULTIPLE,
    REFERENCE,
    REFERENCES,
    SHARE,
    SHARE_PER_YEAR,
    YEAR,
    YES_NO,
    ColumnSpec,
)

NO_MEASURE = (SHARE, SHARE_PER_YEAR, COEFFICIENT, MULTIPLE, YEAR)
"""Units that only say what kind of number it is: "a number (share)", but "a number in KRW tn"."""


def allowed(column: ColumnSpec) -> Text:
    """What may stand in a cell of this column: "a number in KRW tn, above 0", "one of grant, loan, equity"."""
    if column.numeric:
        return _allowed_number(column)
    choices, sheet = ", ".join(column.choices), column.refers_to
    return {
        KEY: Text("글자, 숫자, _ 와 - 로 된 식별자", "an identifier of letters, digits, _ and -"),
        YES_NO: Text("yes 또는 no", "yes or no"),
        CHOICE: Text(f"{choices} 가운데 하나", f"one of {choices}"),
        REFERENCE: Text(f"{sheet} 시트의 행 가운데 하나", f"one of the rows of sheet {sheet}"),
        REFERENCES: Text(f"{sheet} 시트의 행을 쉼표로 나눈 목록", f"a comma list of rows of sheet {sheet}"),
    }.get(column.kind, Text("글", "text"))


def _allowed_number(column: ColumnSpec) -> Text:
    kind = Text("정수", "a whole number") if column.kind == INTEGER else Text("숫자", "a number")
    parts = [Text(kind.ko + _in(column).ko, kind.en + _in(column).en), *_bounds(column)]
    return Text(", ".join(part.ko for part in parts), ", ".join(part.en for part in parts))


def _in(column: ColumnSpec) -> Text:
    unit = column.unit
    if not unit.ko:
        return NO_TEXT
    return Text(f" ({unit.ko})", f" ({unit.en})" if unit in NO_MEASURE else f" in {unit.en}")


def _bounds(column: ColumnSpec) -> list[Text]:
    low, high = column.minimum, column.maximum
    bounds = []
    if low is not None:
        bounds.append(Text(f"{low:g} 초과", f"above {low:g}") if column.above_minimum
                      else Text(f"{low:g} 이상", f"at least {low:g}"))  # fmt: skip
    if high is not None:
        bounds.append(Text(f"{high:g} 이하", f"at most {high:g}"))
    return bounds


def blank(column: ColumnSpec) -> Text:
    """What a blank cell of this column means."""
    if column.needed_for is not None:
        other, value = column.needed_for
        return Text(f"{other} = {value}인 행에 필수", f"needed where {other} = {value}")
    if column.required:
        return Text("필수", "needed")
    if column.default is not None:
        default = "no" if column.default is False else f"{column.default:g}"
        return Text(f"비우면 {default}", f"blank = {default}")
    return Text("비워도 됨", "may be blank")


def described(column: ColumnSpec, title: Text | None = None) -> Text:
    """A column in a few lines: title and unit, meaning, what may stand there, what a blank cell means."""
    named = title or column.title
    unit = column.unit.words
    return Text(
        f"{named.ko}{f' ({unit.ko})' if unit.ko else ''}\n{column.meaning.ko}\n허용: {allowed(column).ko}\n{blank(column).ko}",
        f"{named.en}{f' ({unit.en})' if unit.en else ''}\n{column.meaning.en}\nAllowed: {allowed(column).en}\n"
        f"{blank(column).en.capitalize()}",
    )
