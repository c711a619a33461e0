"""Options that several commands take."""

from __future__ import annotations

import click

from axplan.terminal import say

set_option = click.option(
    "--set",
    "changes",
    multiple=True,
    metavar="ADDRESS=VALUE",
    help=say(
        "셀 하나(또는 *로 여럿)를 바꿈: 시트.행.열=값, 곱하기는 =*0.9, 더하기는 =+100; 여러 번 쓸 수 있음",
        "Change a cell, or with * several: table.row.column=value, =*0.9 to multiply, =+100 to add; may be repeated",
    ),
)
"""`--set`: a change as a scenario file has it, after those of the scenario."""
