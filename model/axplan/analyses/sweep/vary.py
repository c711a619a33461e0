"""What `--vary` says: the address of the cells to change, and the values they take one after the other."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from math import prod

from axplan.analyses.sweep.search import VariedInput
from axplan.core.errors import UsageError
from axplan.core.text import Text

MOST_POINTS = 1000
"""A point takes a second or two."""

MOST_COUNTED = 10**12

MOST_VARIED = 2
"""More could not be shown on paper."""

SIGNS = ("*", "+")
"""What stands before a value that is multiplied by or added, as in `--set`."""

EXAMPLE = Text(
    "보기: --vary funds.axpf.private_ratio=0:2:0.25 (처음:끝:간격) 또는 --vary funds.axpf.private_ratio=0,0.5,1 (목록)",
    "For example: --vary funds.axpf.private_ratio=0:2:0.25 (first:last:step) or --vary funds.axpf.private_ratio=0,0.5,1 (a list)",
)


def read_varied(options: Sequence[str]) -> list[VariedInput]:
    """The parameters of a grid from `--vary address=first:last:step` (both ends included) and `address=a,b,c`.

    Values begin with * or + where the cells are multiplied or added to; before a range the sign holds for all of it.

    Raises
    ------
    UsageError: no parameter or more than two, no values, a range that leads nowhere, a value twice, or too many points.
    """
    if not 1 <= len(options) <= MOST_VARIED:
        raise _wrong(
            f"--vary는 한 번 또는 두 번 씁니다(지금 {len(options)}번). 입력이 셋 이상이면 시나리오나 --set으로 하나를 정해 두십시오.",
            f"--vary is given once or twice (here {len(options)} times). With more, fix one of them in a scenario or by --set.",
        )
    varied = [_read(option) for option in options]
    _require_few(options, prod(len(vary.values) for vary in varied))
    return varied


def _wrong(ko: str, en: str) -> UsageError:
    return UsageError(Text(f"{ko} {EXAMPLE.ko}", f"{en} {EXAMPLE.en}"))


def _require_few(options: Sequence[str], count: int) -> None:
    if count > MOST_POINTS:
        listed = " ".join(f"--vary {option}" for option in options)
        raise UsageError(Text(
            f"{listed}: 점이 {count:,}개이며 {MOST_POINTS:,}개까지 됩니다. 간격을 넓히거나 값을 줄이거나 나누어 실행하십시오.",
            f"{listed}: {count:,} points; at most {MOST_POINTS:,} are possible. Take a larger step or fewer values, or sweep in parts.",
        ))  # fmt: skip


def _read(option: str) -> VariedInput:
    address, given, written = (part.strip() for part in option.partition("="))
    if not (address and given and written):
        raise _wrong(f"--vary {option}: 주소와 값이 있어야 합니다.", f"--vary {option}: needs an address and values.")
    values = _range(option, written) if ":" in written else tuple(value.strip() for value in written.split(","))
    if not all(values):
        raise _wrong(f"--vary {option}: 목록에 빈 값이 있습니다.", f"--vary {option}: a value of the list is missing.")
    twice = next((value for n, value in enumerate(values) if value in values[:n]), None)
    if twice is not None:
        raise _wrong(f"--vary {option}: 값 {twice}이(가) 두 번 있습니다.", f"--vary {option}: {twice} is there twice.")
    return VariedInput(address, values)


def _range(option: str, written: str) -> tuple[str, ...]:
    """first:last:step in decimals, as on paper: 0:0.3:0.1 has four values."""
    sign = written[0] if written[0] in SIGNS else ""
    try:
        first, last, step = (Decimal(part.strip()) for part in written.removeprefix(sign).split(":"))
    except (InvalidOperation, ValueError):
        first = last = step = Decimal("nan")
    if not all(part.is_finite() for part in (first, last, step)):
        raise _wrong(f"--vary {option}: 범위는 숫자 셋입니다.", f"--vary {option}: a range is three numbers.")
    if step == 0 or (last - first) / step < 0:
        raise _wrong(
            f"--vary {option}: 간격 {step}로는 {first}에서 {last}에 이르지 못합니다.",
            f"--vary {option}: a step of {step} does not lead from {first} to {last}.",
        )
    count = int(min((last - first) / step, Decimal(MOST_COUNTED - 1))) + 1
    _require_few([option], count)
    return tuple(f"{sign}{_plain(first + n * step)}" for n in range(count))


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
