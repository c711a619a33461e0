"""The building blocks of the data dictionary: what a column and a sheet can say about themselves.

A sheet is a frozen dataclass whose fields are its columns. The class is at once the declaration (titles, units,
bounds, references, defaults, meaning) and the type of the loaded data: the column `private_match` of the sheet
`stages` is `inputs.stages.private_match["adoption"]`. Nothing repeats a declaration.
"""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from axplan.core.text import Text

NATIONAL = "national"
"""The region of a programme that is not run in the four regions. No row of `regions` may carry this name."""


@dataclass(frozen=True)
class Unit:
    """A unit of measure, as it is printed in both languages; `worth` is what one of it is in won, dollars or people."""

    ko: str
    en: str
    worth: float = 1.0

    @property
    def words(self) -> Text:
        """The unit in both languages."""
        return Text(self.ko, self.en)

    @property
    def both(self) -> str:
        """The units row of a workbook: Korean / English."""
        return self.words.both

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way in which a workbook may name the unit."""
        return self.both, self.ko, self.en


NONE = Unit("", "")
TRILLION = Unit("조원", "KRW tn", 1e12)
EOK = Unit("억원", "KRW 100m", 1e8)
BILLION_USD = Unit("십억달러", "USD bn", 1e9)
PERSONS = Unit("명", "persons")
SHARE = Unit("비율", "share")
SHARE_PER_YEAR = Unit("비율/년", "share/yr")
YEAR = Unit("연도", "year")
YEARS = Unit("년", "years")
MULTIPLE = Unit("배", "multiple")
COEFFICIENT = Unit("계수", "coefficient")
PERSONS_PER_BILLION = Unit("명/10억원", "persons/KRW 1bn")
PERSONS_PER_EOK = Unit("명/억원", "persons/KRW 100m")
EOK_PER_YEAR = Unit("억원/년", "KRW 100m/yr", 1e8)
EOK_PER_PERSON = Unit("억원/명", "KRW 100m/person", 1e8)
KRW_PER_USD = Unit("원/달러", "KRW/USD")

KEY, TEXT, NUMBER, INTEGER, YES_NO, CHOICE, REFERENCE, REFERENCES = (
    "key", "text", "number", "integer", "yes_no", "choice", "reference", "references",
)
NUMERIC = (NUMBER, INTEGER)

TITLE_ROWS = 3
"""Rows above the data of a workbook sheet: names, titles in both languages, units."""

NOTES_SHEET = "errors"
"""The sheet on which an annotated copy of a workbook lists the problems; it holds no inputs."""


@dataclass(frozen=True)
class ColumnSpec:
    """One column of a sheet.

    `kind` is one of the kinds above; `minimum` and `maximum` are inclusive unless `above_minimum`; `refers_to` is the
    sheet whose keys the values must be; `needed_for` = (column, value) makes a column compulsory only in the rows
    where another column has that value; `scale` turns the workbook's unit into the model's (`production` is read
    in 조원 and kept in 억원). A blank cell of a column that is not `required` takes `default`; without a default it
    is simply absent.
    """

    kind: str
    title: Text
    meaning: Text
    unit: Unit = NONE
    minimum: float | None = None
    maximum: float | None = None
    above_minimum: bool = False
    refers_to: str | None = None
    choices: tuple[str, ...] = ()
    required: bool = True
    needed_for: tuple[str, str] | None = None
    default: Any = None
    scale: float = 1.0

    @property
    def numeric(self) -> bool:
        """Does the column hold numbers (amounts, shares, counts, years)?"""
        return self.kind in NUMERIC


@dataclass(frozen=True)
class Sheet:
    """One sheet of the workbook: its words, its columns and what identifies a row.

    `key` lists the columns that identify a row (none: rows are only counted). `across` makes a sheet a matrix whose
    further columns are the keys of another sheet, the plan's "years" or the "ages" of an effect profile, each holding
    one `cell`. `record` is a sheet with one row per setting.
    """

    name: str
    title: Text
    meaning: Text
    columns: Mapping[str, ColumnSpec]
    key: tuple[str, ...]
    across: str | None = None
    cell: ColumnSpec | None = None
    record: bool = False
    optional: bool = False
    loads_as: type[Any] = object

    @property
    def first_column(self) -> str:
        """The column by which the row of column names is recognised."""
        return "key" if self.record else (*self.key, *self.columns)[0]

    @property
    def name_columns(self) -> tuple[str, ...]:
        """The columns that name a row."""
        return self.key or (self.first_column,)

    @property
    def parent(self) -> str:
        """The sheet whose keys are the columns of a matrix ("years" and "ages" are none); "" for other sheets."""
        return "industries" if self.across == "initiative" else self.across or ""


RECORD_COLUMNS = {
    "key": ColumnSpec(KEY, Text("설정", "Setting"), Text("설정의 이름", "Name of the setting")),
    "value": ColumnSpec(NUMBER, Text("값", "Value"), Text("설정의 값", "Value of the setting")),
    "unit": ColumnSpec(TEXT, Text("단위", "Unit"), Text("값의 단위", "Unit of the value"), required=False),
}
"""The columns of a `record` sheet, whose own columns are the names of its rows."""


class Matrix:
    """A sheet read as a mapping (row key, column key) → number, with blank cells left out."""

    value: Mapping[tuple[str, Any], float]

    def __getitem__(self, index: tuple[str, Any]) -> float:
        return self.value[index]

    def get(self, index: tuple[str, Any], default: float = 0.0) -> float:
        """The value at (row, column), or the default where the sheet has no such row or column."""
        return self.value.get(index, default)


def column(kind: str, ko: str, en: str, meaning_ko: str, meaning_en: str, **more: Any) -> Any:
    """Declare a column; the words come first, in Korean and English: title, title, meaning, meaning."""
    declared = ColumnSpec(kind=kind, title=Text(ko, en), meaning=Text(meaning_ko, meaning_en), **more)
    return field(metadata={"column": declared})


Declared = TypeVar("Declared")


def sheet(
    ko: str, en: str, meaning_ko: str, meaning_en: str, *,
    key: tuple[str, ...] = (), across: str | None = None, record: bool = False, optional: bool = False,
) -> Callable[[type[Declared]], type[Declared]]:
    """Declare a class as a sheet; its name in the workbook is the name of the field that holds it in `Sheets`."""

    def attach(declared: type[Declared]) -> type[Declared]:
        fields = dataclasses.fields(declared)  # type: ignore[arg-type]
        columns = {f.name.rstrip("_"): f.metadata["column"] for f in fields}  # `from` is a word of Python: `from_`
        cell = columns.pop("value") if across else None
        declared.__sheet__ = Sheet(  # type: ignore[attr-defined]
            name="", title=Text(ko, en), meaning=Text(meaning_ko, meaning_en), columns=columns, key=key,
            across=across, cell=cell, record=record, optional=optional, loads_as=declared,
        )
        return declared

    return attach
