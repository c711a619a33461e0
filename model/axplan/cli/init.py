"""`axplan init`: a study folder."""

from __future__ import annotations

from pathlib import Path

import click

from axplan.cli.terminal import print_json, say, shared_options
from axplan.core.text import Text


@click.command(
    help=say("연구 폴더를 만듭니다: inputs, scenarios, outputs", "Make a study folder: inputs, scenarios, outputs")
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@shared_options
def init(folder: Path, lang: str, as_json: bool, quiet: bool) -> None:
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
