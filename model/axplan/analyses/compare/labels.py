"""Input cells and groups of them in words: the sheet, the row and the column by their titles."""

from axplan.analyses.compare.differences import EVERY_ROW, Difference, Group
from axplan.core.text import LANGUAGES, Text
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import ColumnSpec, Sheet
from axplan.inputs.tables import Tables, is_blank, plain
from axplan.scenario.addresses import declaration, row_name

OBJECTIVE: Group = ("objective",)
"""The group of a change of what is maximised."""

OBJECTIVE_WORDS = Text("최대화하는 지표", "What is maximised")


def sheet_words(table: str) -> Text:
    """The title of a sheet."""
    return sheet_declarations()[table].title


def cell_declaration(difference: Difference) -> ColumnSpec | None:
    """What the dictionary says about a cell."""
    return declaration(sheet_declarations()[difference.table], difference.row, difference.column)


def row_words(table: str, row: str, *where: Tables) -> Text:
    """The label of a row in the first of the tables that has one; parts of a name are separated by a slash."""
    sheet = sheet_declarations()[table]
    if sheet.record:
        column = sheet.columns.get(row)
        return column.title if column else Text(row, row)
    own = _label(sheet, row, where)
    if own:
        return own
    parts = [_referred(sheet, name, part, where) for name, part in zip(sheet.key, row.split("/"), strict=False)]
    return Text(*(" / ".join(part.in_(language) for part in parts) for language in LANGUAGES))


def column_words(table: str, row: str, column: str, *where: Tables) -> Text:
    """The title of a column; in a matrix the label of the key it stands for; of an age or a year itself."""
    sheet = sheet_declarations()[table]
    if column in sheet.columns:
        return sheet.columns[column].title
    if sheet.record:
        found = sheet.columns.get(row)
        return found.title if found else Text(column, column)
    across = "industries" if sheet.across == "initiative" else sheet.across
    target = sheet_declarations().get(across or "")
    label = _label(target, column, where) if target else None
    return label or Text(column, column)


def group_words(group: Group, *where: Tables) -> Text:
    """What is changed together, in words: sheet, row and column as far as the group names them."""
    if group == OBJECTIVE:
        return OBJECTIVE_WORDS
    table, *rest = group
    parts = [sheet_words(table)]
    if rest and rest[0] != EVERY_ROW:
        parts.append(row_words(table, rest[0], *where))
    if len(rest) == 2 and not sheet_declarations()[table].record:
        parts.append(column_words(table, rest[0], rest[1], *where))
    return Text(*(" · ".join(part.in_(language) for part in parts) for language in LANGUAGES))


def _referred(sheet: Sheet, name: str, key: str, where: tuple[Tables, ...]) -> Text:
    """The label of a key on the sheet it belongs to."""
    target = sheet_declarations().get(sheet.columns[name].refers_to or "")
    return (_label(target, key, where) if target else None) or Text(key, key)


def _label(sheet: Sheet, key: str, where: tuple[Tables, ...]) -> Text | None:
    fixed = [
        getattr(sheet.loads_as, f"label_{language}", {}) for language in LANGUAGES
    ]  # of sheets whose rows are known
    if all(key in labels for labels in fixed):
        return Text(*(labels[key] for labels in fixed))
    for tables in where:
        table = tables.get(sheet.name)
        for row in table.rows if table else ():
            if row_name(sheet, row) == key:
                ko, en = (row.values.get(f"label_{language}") for language in LANGUAGES)
                if not (is_blank(ko) and is_blank(en)):
                    return Text(plain(ko) or plain(en), plain(en) or plain(ko))
    return None
