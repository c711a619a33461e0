"""The formulation page of the docs, generated from the docstrings that stand beside the code."""

import inspect
from types import ModuleType

from axplan.formulation import CONSTRAINTS, funds, growth, objective, programmes, rules, workforce
from axplan.inputs import finance
from axplan.inputs.parameters import Inputs

INTRODUCTION = """# The allocation model

This page is generated from the code (`make docs`): the text of each section is the docstring of its block, each
equation the docstring of the rule that builds it. Money is in 억원 (100 million won, constant prices), people in persons,
shares in 0–1, years are calendar years.

| set | symbol | content |
|---|---|---|
| industries | i | all rows of sheet `industries`; I* = those with initiative = yes |
| regions | r | rows of sheet `regions` (권역); `national` for programmes outside them |
| tasks | k | rows of sheet `tasks` |
| stages | s | rows of sheet `stages`, in their order |
| segments | g | steps of rising cost of each stage |
| tracks | w | rows of sheet `tracks` |
| programmes | p | rows of sheet `programmes` |
| funds | f | rows of sheet `funds` |
| years | t | first_year … first_year + plan_years − 1 |
| rules | n | rows of sheet `rules` |
| indicators | v | production, output, value_added, employment, exports, net_benefit |
"""

PARAMETERS = (
    "base", "full_cost", "full_effect", "depth_per_won", "initial_stock_share", "capacity", "public_unit_cost",
    "effect_factor", "discount", "recovery", "receivable_factor", "value",
)  # fmt: skip

FINANCE = (
    finance.discount_factors, finance.effect_path, finance.effect_factors, finance.grant_recoveries,
    finance.loan_recoveries, finance.equity_recoveries, finance.receivable_factors,
)  # fmt: skip

BLOCKS: tuple[tuple[str, ModuleType], ...] = (
    ("Growth initiative", growth), ("Enabling programmes", programmes), ("Workforce", workforce), ("Funds", funds),
    ("Rules", rules),
)  # fmt: skip


def formulation_page() -> str:
    """The page as Markdown."""
    parts = [INTRODUCTION, "\n## Parameters that follow from the inputs\n"]
    parts += [f"- `{name}`: {_line(getattr(Inputs, name).func)}" for name in PARAMETERS]
    parts += ["\n## Discounting, effect paths and recoveries\n"]
    parts += [f"- `{f.__name__}`: {_line(f)}" for f in FINANCE]
    for title, block in BLOCKS:
        parts += [f"\n## {title}\n\n{_text(block)}\n", _text(_declaration(block)), "", *_rules(block)]
    parts += [f"\n## Floors under indicators\n\n{_text(objective.add_floors)}\n", *_rules(objective)]
    parts += [f"\n## Objective\n\n{_text(objective)}\n\n{_text(objective.add_objective)}"]
    return "\n".join(parts) + "\n"


def _rules(block: ModuleType) -> list[str]:
    return [
        f"- **{rule.__name__}**: {_line(rule)}" for rule in CONSTRAINTS.values() if rule.__module__ == block.__name__
    ]


def _declaration(block: ModuleType) -> object:
    """The function that declares a block's variables: add_<block>."""
    return next(f for name, f in inspect.getmembers(block, inspect.isfunction) if name.startswith("add_"))


def _text(documented: object) -> str:
    return inspect.cleandoc(documented.__doc__ or "").replace("*", r"\*")


def _line(documented: object) -> str:
    """The same text as one line, for a list."""
    return " ".join(_text(documented).split())


if __name__ == "__main__":
    print(formulation_page(), end="")
