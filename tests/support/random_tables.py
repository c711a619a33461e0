"""Random valid tables of other sizes and structures than the baseline, the same ones for the same seed.

Money is sized by what the targets, the minimum progress and the absorption of the stages would cost, so that most
tables can be planned with, and money binds in many of them. Rules and floors are written by `random_rules`.
"""

from __future__ import annotations

import math
from pathlib import Path
from random import Random
from typing import Any

from axplan.inputs.schema import sheet_declarations
from axplan.inputs.tables import Row, Table, Tables
from random_rules import random_floors, random_rules

Cells = dict[str, Any]
Rows = dict[str, list[Cells]]

INSTRUMENTS = ("grant", "loan", "equity")
OPTIONAL = ("rules", "floors")


def random_tables(seed: int, most_commitments: int = 2000) -> Tables:
    """Tables with at most about `most_commitments` commitment variables."""
    draw = Random(seed)
    rows: Rows = {}
    years = sized(draw, rows, most_commitments)
    economy(draw, rows)
    stages(draw, rows)
    tracks(draw, rows, years)
    programmes(draw, rows, years)
    ceilings(draw, rows)
    funds(draw, rows, years)
    rows["rules"] = random_rules(draw, rows, years)
    rows["floors"] = random_floors(draw, rows)
    return as_tables(draw, rows, f"random-{seed}")


def as_tables(draw: Random, rows: Rows, source: str = "random") -> Tables:
    """The rows as a reader would hand them over; some columns and sheets that need not be there are left out."""
    tables = {}
    for name, given in rows.items():
        if given or name not in OPTIONAL or draw.random() < 0.5:
            tables[name] = as_table(draw, name, given)
    return Tables(Path(source), tables)


def as_table(draw: Random, name: str, given: list[Cells]) -> Table:
    sheet = sheet_declarations()[name]
    filled = [{column: value for column, value in row.items() if value is not None} for row in given]
    used = dict.fromkeys(column for row in filled for column in row)
    declared = ("key", "value") if sheet.record else tuple(sheet.columns)
    needless = {n for n, column in sheet.columns.items() if not column.required and column.needed_for is None}
    kept = [n for n in declared if n in used or n not in needless or draw.random() < 0.5]
    columns = dict.fromkeys([*kept, *used])
    return Table(
        name, {c: n for n, c in enumerate(columns, 1)}, tuple(Row(n, cells) for n, cells in enumerate(filled, 2))
    )


def names(draw: Random, prefix: str, least: int, most: int) -> list[str]:
    return [f"{prefix}_{n}" for n in range(1, draw.randint(least, most) + 1)]


def logarithmic(draw: Random, low: float, high: float) -> float:
    """A number whose logarithm is uniform, with few digits, as an analyst would type it."""
    return float(f"{math.exp(draw.uniform(math.log(low), math.log(high))):.3g}")


def uniform(draw: Random, low: float, high: float) -> float:
    return round(draw.uniform(low, high), 4)


def parts(draw: Random, count: int, zeros: float = 0.0) -> list[float]:
    """Shares that sum to one; each but one of them is zero with the probability `zeros`."""
    weights = [0.0 if draw.random() < zeros else draw.uniform(0.1, 1.0) for _ in range(count)]
    if not any(weights):
        weights[draw.randrange(count)] = 1.0
    return [weight / sum(weights) for weight in weights]


def sized(draw: Random, rows: Rows, most_commitments: int) -> list[int]:
    """The names in every sheet and the years, drawn until the model is small enough."""
    while True:
        rows["industries"] = [{"industry": name} for name in names(draw, "industry", 1, 4)]
        rows["regions"] = [{"region": name} for name in names(draw, "region", 1, 4)]
        rows["tasks"] = [{"task": name} for name in names(draw, "task", 1, 5)]
        rows["stages"] = [{"stage": name} for name in names(draw, "stage", 1, 4)]
        rows["segments"] = [
            {"stage": row["stage"], "segment": g} for row in rows["stages"] for g in range(1, draw.randint(1, 4) + 1)
        ]
        rows["tracks"] = [{"track": name} for name in names(draw, "track", draw.randint(0, 1), 4)]
        rows["programmes"] = [{"programme": name} for name in names(draw, "programme", 0, 4)]
        rows["funds"] = [{"fund": name} for name in names(draw, "fund", 1, 3)]
        plan_years = draw.randint(1, 6)
        cells = len(rows["industries"]) * len(rows["regions"]) * len(rows["tasks"])
        if cells * len(rows["segments"]) * plan_years <= most_commitments:
            break
    first = draw.choice([2024, 2026, 2030])
    settings = {
        "first_year": first, "plan_years": plan_years,
        "appraisal_end": first + plan_years - 1 + draw.choice([0, 1, 3, 8, 15]),
        "social_discount_rate": draw.choice([0.0, 0.045, 0.1]), "effect_depreciation": draw.choice([0, 0.1, 0.35, 1]),
        "krw_per_usd": 1305,
    }  # fmt: skip
    rows["settings"] = [{"key": key, "value": value} for key, value in settings.items()]
    return list(range(first, first + plan_years))


def economy(draw: Random, rows: Rows) -> None:
    certain = draw.choice(rows["industries"])
    for row in rows["industries"]:
        inside = row is certain or draw.random() < 0.6
        row["initiative"] = "yes" if inside else "no"
        row["employment"] = 0 if draw.random() < 0.05 else round(logarithmic(draw, 1e3, 3e5))
        known = inside or draw.random() < 0.5
        for column, low, high in (
            ("production", 5, 300), ("exports", 0.5, 100), ("production_inducement", 1, 3),
            ("output_inducement", 1, 2.5), ("value_added_inducement", 0.2, 0.8), ("employment_inducement", 2, 12),
            ("value_added_rate", 0.1, 1.0),
        ):  # fmt: skip
            row[column] = logarithmic(draw, low, high) if known else None
    for row in rows["regions"]:
        row |= {"investment_cost": uniform(draw, 0.8, 1.3), "siting_cost": uniform(draw, 0.8, 1.3)}
    regions = [row["region"] for row in rows["regions"]]
    zeros = draw.choice([0.0, 0.35])
    rows["siting"] = [
        {"industry": row["industry"], **dict(zip(regions, parts(draw, len(regions), zeros), strict=True))}
        for row in rows["industries"]
    ]
    for row in rows["tasks"]:
        row |= {"uplift": logarithmic(draw, 5e-4, 0.02), "cost_intensity": logarithmic(draw, 1e-3, 0.02)}
    chosen = [row["industry"] for row in rows["industries"] if row["initiative"] == "yes" or draw.random() < 0.3]
    rows["effectiveness"] = [
        {"task": row["task"], **{i: 0 if draw.random() < 0.05 else uniform(draw, 0.5, 1.5) for i in chosen}}
        for row in rows["tasks"]
    ]


def stages(draw: Random, rows: Rows) -> None:
    funds_of = [row["fund"] for row in rows["funds"]]
    passed = draw.choice([0.0, 0.03, 0.1])
    costs, effects = parts(draw, len(rows["stages"])), parts(draw, len(rows["stages"]))
    for n, row in enumerate(rows["stages"]):
        row |= {
            "instrument": draw.choice(INSTRUMENTS), "fund": draw.choice(funds_of), "cost_share": costs[n],
            "private_match": draw.choice([0.0, 0.5, 1.0, 2.0]), "effect_share": effects[n],
            "additionality": uniform(draw, 0.1, 1.0), "initial_depth": passed,
            "annual_ceiling": draw.choice([None, None, None, 0.02, 0.1, 0.3, 1.0]),
        }  # fmt: skip
        if n < len(rows["stages"]) - 1 or draw.random() < 0.3:
            row |= {"conversion": uniform(draw, 0.1, 1.0), "conversion_lag": draw.choice([0, 0, 1, 1, 2, 3])}
            passed *= row["conversion"] * draw.choice([0, 0.5, 1.0])
        row |= instrument_terms(draw, row["instrument"])
    rows["effect_profile"] = [
        {"stage": row["stage"], **{f"age_{a}": uniform(draw, -0.3 if a == 0 else 0.1, 1.0) for a in range(ages)}}
        for row in rows["stages"]
        for ages in [draw.randint(1, 6)]
    ]
    for row in rows["stages"]:
        steps = [step for step in rows["segments"] if step["stage"] == row["stage"]]
        rising = sorted(draw.choice([0.5, 0.8, 1.0, 1.5, 2.5]) for _ in steps)
        for step, width, multiplier in zip(steps, parts(draw, len(steps), 0.05), rising, strict=True):
            step |= {"width": width, "cost_multiplier": multiplier}
    draw.shuffle(rows["segments"])


def instrument_terms(draw: Random, instrument: str) -> Cells:
    """What the instrument needs, and now and then terms of another one, which mean nothing."""
    loan = {
        "lending_rate": uniform(draw, 0, 0.06), "grace_years": draw.randint(0, 3),
        "repayment_years": draw.randint(1, 6), "annual_loss": draw.choice([0.0, 0.04, 0.2]),
        "loss_recovery": draw.choice([0.0, 0.25, 1.0]),
    }  # fmt: skip
    equity = {"exit_year": draw.randint(1, 8), "exit_multiple": uniform(draw, 0.5, 2.0)}
    stray = draw.random() < 0.1
    return (loan if instrument == "loan" or stray else {}) | (equity if instrument == "equity" or stray else {})


def tracks(draw: Random, rows: Rows, years: list[int]) -> None:
    people = sum(row["employment"] for row in rows["industries"])
    order = [row["track"] for row in rows["tracks"]]
    draw.shuffle(order)
    for row in rows["tracks"]:
        rank = order.index(row["track"])
        supervised = rank > 0 and draw.random() < 0.7
        row |= {
            "fund": draw.choice(rows["funds"])["fund"], "target_year": draw.choice(years),
            "unit_cost": logarithmic(draw, 0.005, 0.2), "employer_share": draw.choice([0.0, 0.2, 1.0]),
            "initial_capacity": round(people * draw.choice([0.02, 0.1, 0.3])),
            "capacity_growth": draw.choice([-1.0, -0.2, -0.2, 0.0, 0.35, 0.35, 1.0, 3.0]),
            "initial_stock": round(people * draw.choice([0.0, 0.002, 0.01, 0.05])), "attrition": draw.choice([0, 0.03, 0.3]),
            "requirement": 0.0 if draw.random() < 0.3 else logarithmic(draw, 0.1 if supervised else 0.02, 10.0),
            "employment_ceiling": uniform(draw, 0.05, 0.8),
            "supervisor": draw.choice(order[:rank]) if supervised else None,
        }  # fmt: skip
        places = [row["initial_capacity"] * (1 + row["capacity_growth"]) ** n for n in range(len(years))]
        possible = min(people * row["employment_ceiling"], sum(places[: row["target_year"] - years[0] + 1]))
        wanted = draw.choice([0.0, 0.0, 0.2, 0.6 if row["supervisor"] is None else 0.1])
        row["target"] = math.floor(wanted * possible)
    for row in rows["tracks"]:
        above = {other["track"]: other for other in rows["tracks"]}.get(row["supervisor"])
        needed_span = row["initial_capacity"] / max(1, above["initial_stock"]) if above else 10
        row["span"] = uniform(draw, 0.3, 2) * needed_span if above or draw.random() < 0.2 else None


def programmes(draw: Random, rows: Rows, years: list[int]) -> None:
    tasks = [row["task"] for row in rows["tasks"]]
    for row in rows["programmes"]:
        row |= {
            "pillar": draw.choice(["data", "compute"]), "fund": draw.choice(rows["funds"])["fund"],
            "cost": logarithmic(draw, 50, 5000), "private_match": draw.choice([0.0, 0.3, 1.5]),
            "annual_ceiling": draw.choice([0.2, 0.5, 1.0]), "regional": draw.choice(["yes", "no"]),
        }  # fmt: skip
        row["operating_cost"] = draw.choice([None, 0.0, round(0.03 * row["cost"], 2), round(0.2 * row["cost"], 2)])
        reachable = min(1.0, row["annual_ceiling"] * len(years))
        row["minimum_progress"] = round(draw.choice([0.0, 0.0, 0.3, 0.9]) * reachable, 4)
    room = 0.6 / max(1, len(rows["programmes"]))
    rows["unlocks"] = [
        {"programme": row["programme"]} | {k: uniform(draw, 0, room) for k in tasks if draw.random() < 0.7}
        for row in rows["programmes"]
        if draw.random() < 0.9
    ]
    for row in rows["unlocks"]:
        row |= dict.fromkeys((k for k in tasks if k not in row), 0 if draw.random() < 0.5 else None)


def ceilings(draw: Random, rows: Rows) -> None:
    lowest = max(row["initial_depth"] for row in rows["stages"])
    for row in rows["tasks"]:
        unlocked = sum(p.get(row["task"]) or 0.0 for p in rows["unlocks"])
        row["ceiling"] = max(lowest, round(draw.uniform(0.1, 1 - unlocked), 4))


def funds(draw: Random, rows: Rows, years: list[int]) -> None:
    rows["appropriations"] = []
    for row in rows["funds"]:
        committed = needed(rows, row["fund"])
        scale = committed * draw.choice([0.7, 1.5, 3.0]) + absorbed(rows, row["fund"]) * draw.choice([0, 0.1, 0.4, 1])
        yearly = (scale + draw.choice([0, 100.0])) / len(years)
        row |= {
            "opening_balance": draw.choice([0.0, round(yearly)]), "interest": draw.choice([0.0, 0.025, 0.08]),
            "admin_rate": draw.choice([0.0, 0.03]), "private_ratio": draw.choice([0.0, 0.5, 1.0, 2.0]),
            "preferred_return": draw.choice([0.0, 0.03, 0.1]), "solvency_share": draw.choice([0.0, 0.7, 1.0, 1.3]),
            "redemption_years": draw.choice([None, 0, 2, 7]), "receivable_haircut": draw.choice([0.0, 0.2, 1.0]),
            "carry_over_limit": draw.choice([None, None, 0.0, 0.2, 0.5]),
        }  # fmt: skip
        tilt = draw.choice([-1, 0, 1]) / len(years)
        shape = [draw.uniform(0.6, 1.4) * (1 + tilt * (2 * n - len(years) + 1)) for n in range(len(years))]
        money = {
            str(t): 0 if draw.random() < 0.05 else round(yearly * size, 1) for t, size in zip(years, shape, strict=True)
        }
        rows["appropriations"].append({"fund": row["fund"], **money})


def needed(rows: Rows, fund: str) -> float:
    """What the targets and the minimum progress, and two years of running it, ask of a fund, roughly."""
    people = sum(row["target"] * row["unit_cost"] for row in rows["tracks"] if row["fund"] == fund)
    built = sum(
        row["minimum_progress"] * (row["cost"] + 2 * (row["operating_cost"] or 0.0))
        for row in rows["programmes"]
        if row["fund"] == fund
    )
    return float(people + built)


def absorbed(rows: Rows, fund: str) -> float:
    """What the stages of a fund could take, roughly."""
    output = 1e4 * sum(row["production"] for row in rows["industries"] if row["initiative"] == "yes")
    intensity = sum(row["cost_intensity"] * row["ceiling"] for row in rows["tasks"])
    return float(output * intensity * sum(row["cost_share"] for row in rows["stages"] if row["fund"] == fund))
