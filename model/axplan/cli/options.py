"""Options that several commands take."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from axplan.cli.terminal import say
from axplan.core.errors import UsageError
from axplan.core.text import Text

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

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help=say("함께 일할 프로세스 수 (기본: 코어 수, 최대 2)", "Processes at work (default: one a core, 2 at most)"),
)

valuation_option = click.option(
    "--valuation",
    help=say("최대화할 지표", "Indicator to maximise")
    + ": production, output, value_added, employment, exports, net_benefit",
)

output_option = click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("outputs"),
    show_default=True,
    help=say("결과를 둘 폴더", "Folder for the results"),
)


def _unit(_: click.Context, __: click.Parameter, value: str) -> str:
    """The unit of money by its own name."""
    from axplan.report.styles import UNIT_NAMES

    return UNIT_NAMES.get(value, value)


unit_option = click.option(
    "--unit",
    type=click.Choice(["억원", "백만원", "조원", "bn", "m", "tn"]),
    default="억원",
    callback=_unit,
    help=say(
        "결과에 적는 돈의 단위 (기본: 억원)",
        "Unit of money in the results: bn, m or tn of KRW (default: bn; in Korean results 억원)",
    ),
)

inputs_option = click.option(
    "--inputs",
    type=click.Path(path_type=Path),
    help=say("시나리오의 입력 대신 쓸 통합문서나 폴더", "Workbook or folder to use instead of the scenario's"),
)


def plan_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--inputs, --valuation, --set, --output and --unit: what a plan is made from, and how its results are written."""
    for option in (unit_option, output_option, set_option, valuation_option, inputs_option):
        command = option(command)
    return command


def checked_valuation(valuation: str | None) -> str | None:
    """The indicator that was asked for.

    Raises
    ------
    UsageError: there is none of that name; the nearest is offered.
    """
    from axplan.inputs.schema.indicators import VALUATIONS
    from axplan.inputs.validation.suggest import did_you_mean, nearest

    if valuation is not None and valuation not in VALUATIONS:
        hint = did_you_mean(nearest(valuation, VALUATIONS))
        listed = ", ".join(VALUATIONS)
        raise UsageError(Text(f"지표가 없습니다: '{valuation}'.{hint.ko} 가능한 지표: {listed}",
                              f"There is no indicator '{valuation}'.{hint.en} Indicators: {listed}"))  # fmt: skip
    return valuation
