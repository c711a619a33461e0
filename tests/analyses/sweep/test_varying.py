"""What `--vary` can say: ranges in decimals, lists, and everything that is neither."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from axplan.analyses.sweep.vary import MOST_POINTS, read_varied
from axplan.core.errors import UsageError

ADDRESS = "funds.axpf.private_ratio"


def values(written: str) -> tuple[str, ...]:
    (vary,) = read_varied([f"{ADDRESS}={written}"])
    assert vary.address == ADDRESS
    return vary.values


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("0:2:0.25", ("0", "0.25", "0.5", "0.75", "1", "1.25", "1.5", "1.75", "2")),
        ("0:0.3:0.1", ("0", "0.1", "0.2", "0.3")),
        ("0:1:0.3", ("0", "0.3", "0.6", "0.9")),
        ("1:0:-0.5", ("1", "0.5", "0")),
        ("-1:1:1", ("-1", "0", "1")),
        ("5:5:1", ("5",)),
        ("1e3:2e3:500", ("1000", "1500", "2000")),
        ("*0.9:1.1:0.1", ("*0.9", "*1", "*1.1")),
        ("+-100:100:100", ("+-100", "+0", "+100")),
        (" 0 : 1 : 0.5 ", ("0", "0.5", "1")),
        ("0, 0.5,1", ("0", "0.5", "1")),
        ("grant,loan", ("grant", "loan")),
        ("*0.9", ("*0.9",)),
        ("100:300:100", ("100", "200", "300")),
    ],
)
def test_ranges_and_lists(written: str, expected: tuple[str, ...]) -> None:
    assert values(written) == expected


@given(st.integers(-500, 500), st.integers(1, 60), st.integers(1, 50), st.integers(0, 3))
def test_a_range_has_both_ends_and_equal_steps(first: int, steps: int, step: int, places: int) -> None:
    scale = Decimal(10) ** -places
    low, wide = first * scale, step * scale
    found = [Decimal(value) for value in values(f"{low}:{low + steps * wide}:{wide}")]
    assert found == [low + n * wide for n in range(steps + 1)]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["funds.axpf.private_ratio"], "needs an address and values"),
        (["=1,2"], "needs an address and values"),
        ([f"{ADDRESS}="], "needs an address and values"),
        ([f"{ADDRESS}=0:1"], "a range is three numbers"),
        ([f"{ADDRESS}=0:1:0.1:2"], "a range is three numbers"),
        ([f"{ADDRESS}=0:much:1"], "a range is three numbers"),
        ([f"{ADDRESS}=0:inf:1"], "a range is three numbers"),
        ([f"{ADDRESS}=0:1:0"], "does not lead from 0 to 1"),
        ([f"{ADDRESS}=0:1:-0.1"], "does not lead from 0 to 1"),
        ([f"{ADDRESS}=1,,2"], "a value of the list is missing"),
        ([f"{ADDRESS}=1,2,1"], "1 is there twice"),
        ([], "given once or twice (here 0 times)"),
        ([f"{ADDRESS}=1", "a.b.c=2", "a.b.d=3"], "given once or twice (here 3 times)"),
    ],
)
def test_what_is_no_grid_is_told_with_an_example(options: list[str], words: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_varied(options)
    assert words in refused.value.message.en
    assert "--vary funds.axpf.private_ratio=0:2:0.25" in refused.value.message.en
    assert "--vary funds.axpf.private_ratio=0:2:0.25" in refused.value.message.ko


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ([f"{ADDRESS}=0:10000:1"], "10,001"),
        ([f"{ADDRESS}=0:1:1e-300"], "1,000,000,000,000"),
        ([f"{ADDRESS}=0:39:1", "a.b.c=0:39:1"], "1,600"),
    ],
)
def test_too_many_points_are_counted_and_the_cure_is_told(options: list[str], count: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_varied(options)
    assert f"{count} points; at most {MOST_POINTS:,}" in refused.value.message.en
    assert "larger step" in refused.value.message.en
    assert count in refused.value.message.ko


def test_the_largest_grid_is_allowed() -> None:
    assert len(values(f"1:{MOST_POINTS}:1")) == MOST_POINTS
