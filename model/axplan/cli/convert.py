"""`axplan convert`: a workbook into a folder of CSV tables, and back."""

from __future__ import annotations

from pathlib import Path

import click

from axplan.cli.terminal import print_json, say, shared_options
from axplan.core.errors import UsageError
from axplan.core.text import Text


@click.command(help=say("통합문서와 CSV 폴더를 서로 바꿉니다", "Turn a workbook into a folder of CSV tables, or back"))
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("destination", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help=say("있는 파일을 바꿈", "Replace what is there"))
@shared_options
def convert(source: Path, destination: Path, force: bool, lang: str, as_json: bool, quiet: bool) -> None:
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
