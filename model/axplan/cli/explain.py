"""`axplan explain`: the page of a code."""

from __future__ import annotations

import click

from axplan.terminal import print_json, say, shared_options


@click.command(help=say("오류 코드의 뜻과 고치는 법을 알려 줍니다", "Tell what a code means and how to cure it"))
@click.argument("code", required=False)
@shared_options
def explain(code: str | None, lang: str, as_json: bool, quiet: bool) -> None:
    from axplan.catalogue.page import entry_named, explained, page, titles

    entry = None if code is None else entry_named(code)
    if as_json:
        print_json({"schema": 1, **(explained(entry, lang) if entry else {"codes": titles(lang)})})
    elif not quiet:
        click.echo(page(entry, lang) if entry else "\n".join(f"{c}  {title}" for c, title in titles(lang).items()))
