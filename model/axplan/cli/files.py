"""`axplan init` and `axplan convert`: a study folder; a workbook into a folder of CSV tables, and back."""

from pathlib import Path

import click

from axplan.cli.terminal import print_json, say, shared_options
from axplan.core.errors import UsageError
from axplan.core.text import Text


@click.command(
    help=say("연구 폴더를 만듭니다: inputs, scenarios, outputs", "Make a study folder: inputs, scenarios, outputs")
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@shared_options
def init(folder: Path, lang: str, as_json: bool, quiet: bool) -> None:
    """Make a study folder (`runs.study_folder`) and list what was made and what was there already."""
    from axplan.runs.study_folder import make_study

    made, kept = make_study(folder)
    if as_json:
        print_json({"schema": 1, "made": [str(p) for p in made], "kept": [str(p) for p in kept]})
    elif not quiet:
        for path in made:
            click.echo(Text(f"만듦: {path}", f"made: {path}").in_(lang))
        for path in kept:
            click.echo(Text(f"그대로 둠: {path}", f"kept: {path}").in_(lang))
        click.echo(Text(f"다음: cd {folder} 하고 axplan run", f"Next: cd {folder}, then axplan run").in_(lang))


@click.command(help=say("통합문서와 CSV 폴더를 서로 바꿉니다", "Turn a workbook into a folder of CSV tables, or back"))
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("destination", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help=say("있는 파일을 바꿈", "Replace what is there"))
@shared_options
def convert(source: Path, destination: Path, force: bool, lang: str, as_json: bool, quiet: bool) -> None:
    """Read the tables of `source` and write them to `destination`, as a workbook or a folder by its name.

    Raises
    ------
    UsageError: something is at the destination, and --force is not given.
    """
    from axplan.workbook import read_tables, write_tables

    if not force and (destination.is_file() or (destination.is_dir() and any(destination.iterdir()))):
        raise UsageError(Text(f"이미 있습니다: {destination}. 바꾸려면 --force를 붙이십시오.",
                              f"{destination} is already there. Add --force to replace it."))  # fmt: skip
    tables = read_tables(source)
    write_tables(tables, destination)
    if as_json:
        print_json(
            {"schema": 1, "source": str(source), "destination": str(destination), "tables": sorted(tables.tables)}
        )
    elif not quiet:
        click.echo(Text(f"{source} → {destination}: 시트 {len(tables.tables)}개",
                        f"{source} → {destination}: {len(tables.tables)} tables").in_(lang))  # fmt: skip
