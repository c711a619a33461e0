"""Sheets, columns, unit rows and the rows of matrices: is everything there that must be, and nothing unread?"""

from collections.abc import Iterable, Mapping

from axplan.core.text import Text, first_few
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import NONE, NOTES_SHEET, RECORD_COLUMNS, ColumnSpec, Sheet
from axplan.inputs.tables import Table, column_letters, is_blank, plain
from axplan.inputs.validation.cells import is_needed, shown
from axplan.inputs.validation.load import SheetLoader, may_be_column, wanted_columns
from axplan.inputs.validation.suggest import NO_HINT, hint, nearest

FIRST_AGES = ("age_0", "age_1", "age_2")


def check_sheets(loader: SheetLoader) -> None:
    """Every sheet that is needed is there; every sheet that is there is read."""
    declared = sheet_declarations()
    extra = [name for name in loader.tables.tables if name not in declared]
    for name, sheet in declared.items():
        if name not in loader.tables:
            likely = _meant(name, (sheet.title.ko, sheet.title.en), extra)
            if sheet.optional and likely is None:
                continue  # a sheet that may be absent is; but one that is there under a wrong name was meant to count
            loader.report("E101", name, name=name, title=sheet.title, hint=_rename("시트", "sheet", likely))
    absent = [name for name in declared if name not in loader.tables]
    titles = {title: name for name in absent for title in (declared[name].title.ko, declared[name].title.en)}
    for name in extra:
        if name != NOTES_SHEET:
            loader.report("W101", name, hint=hint(nearest(name, absent, titles, alike=0.75)))


def _meant(name: str, titles: Iterable[str], extra: list[str]) -> str | None:
    """The unknown name that was meant to be `name`, being its title or nearly its name; taken out of `extra`."""
    wanted = {plain(title).casefold() for title in titles}
    likely = next((other for other in extra if plain(other).casefold() in wanted), None)
    likely = likely or nearest(name, extra, alike=0.75)
    if likely is not None:
        extra.remove(likely)
    return likely


def _rename(ko: str, en: str, likely: str | None) -> Text:
    if likely is None:
        return NO_HINT
    return Text(f". {ko} '{likely}'의 이름을 고치십시오", f". Rename {en} '{likely}'")


def check_headings(loader: SheetLoader, sheet: Sheet) -> None:
    """The columns of one sheet, its unit row, and for a matrix the columns and rows that follow other sheets."""
    table = loader.tables.get(sheet.name)
    if table is None:
        return
    if not table.columns:
        if not sheet.optional:
            loader.report("E107", sheet.name, names=f"{sheet.first_column} …")
        return
    columns = RECORD_COLUMNS if sheet.record else sheet.columns
    for name, position in table.repeated:
        first = f"{column_letters(table.columns[name])}{table.header_row}"
        loader.report("E103", table.name, table.header_row, position, column=name, first=first)
    extra = [name for name in table.columns if name not in columns and not _follows(loader, sheet, name)]
    _report_missing(loader, sheet, table, _needed_columns(loader, sheet, table, columns), extra)
    for name in extra:
        _report_unknown(loader, sheet, table, name, [other for other in columns if other not in table.columns])
    if sheet.across:
        _check_rows_across(loader, sheet, table)
    _check_units(loader, sheet, table)


def _follows(loader: SheetLoader, sheet: Sheet, name: str) -> bool:
    return sheet.across is not None and may_be_column(loader, sheet, name)


def _needed_columns(
    loader: SheetLoader, sheet: Sheet, table: Table, columns: Mapping[str, ColumnSpec]
) -> dict[str, tuple[str, ...]]:
    """The columns the sheet cannot do without, each with the titles under which it may go by mistake."""
    needed: dict[str, tuple[str, ...]] = {
        name: (c.title.ko, c.title.en) for name, c in columns.items() if _is_column_needed(c, table)
    }
    if sheet.cell is not None and sheet.cell.required:
        labels = loader.known.get(sheet.parent, {})
        for name in wanted_columns(loader, sheet) or ():
            needed[name] = tuple(label for label, key in labels.items() if key == name)
    return needed


def _is_column_needed(column: ColumnSpec, table: Table) -> bool:
    """A column that is needed only beside certain values may be absent while no row has them."""
    if column.needed_for is None:
        return column.required
    return any(is_needed(column, row.values) for row in table.rows)


def _report_missing(
    loader: SheetLoader, sheet: Sheet, table: Table, needed: Mapping[str, tuple[str, ...]], extra: list[str]
) -> None:
    """Report what is not there, at the unknown column that was probably meant, which then is no longer extra."""
    names = [name for name in extra if not name.isdigit()]
    for name, titles in needed.items():
        if name not in table.columns:
            likely = _meant(name, titles, names)
            if likely is not None:
                extra.remove(likely)
            loader.report("E102", sheet.name, None, likely, column=name, hint=_rename("열", "column", likely))


def _report_unknown(loader: SheetLoader, sheet: Sheet, table: Table, name: str, absent: list[str]) -> None:
    years, parent = loader.years, sheet.parent
    at = sheet.name, table.header_row, name
    if not sheet.across:
        loader.report("W102", *at, column=name, hint=hint(nearest(name, absent)))
    elif sheet.across == "years" and years and len(name) == 4 and name.isdigit():
        loader.report("W103", *at, column=name, first=years[0], last=years[-1])
    else:
        names = {"years": years, "ages": FIRST_AGES}.get(parent) or loader.keys(parent) or ()
        listed = first_few(names) + (" …" if parent == "ages" else "")
        likely = nearest(name, names, labels=loader.known.get(parent))
        loader.report("E105", *at, column=name, names=listed, hint=hint(likely))


def _check_rows_across(loader: SheetLoader, sheet: Sheet, table: Table) -> None:
    """Every row of the sheet a matrix follows has one here, except where a missing value means zero."""
    parent = sheet.columns[sheet.key[0]].refers_to or ""
    if sheet.cell is None or not sheet.cell.required or sheet.key[0] not in table.columns:
        return
    present = {plain(row.values.get(sheet.key[0])) for row in table.rows}
    for key in loader.keys(parent) or ():
        if key not in present:
            loader.report("E106", sheet.name, key=key, parent=parent)


def _check_units(loader: SheetLoader, sheet: Sheet, table: Table) -> None:
    """Whoever changes a unit in the unit row expects the values to be read in it: they are not."""
    if table.units is None:
        return
    for name, given in table.units.values.items():
        column = sheet.columns.get(name, sheet.cell)
        if column and column.unit != NONE and not is_blank(given) and plain(given) not in column.unit.spellings:
            values = {"column": name, "found": shown(given), "unit": column.unit.words}
            loader.report("E208", sheet.name, table.units.number, name, **values)
