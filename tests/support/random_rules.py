"""Random policy rules: every measure, unit, relation and filter, single years and spans, hard and soft; random floors."""

from __future__ import annotations

import math
from random import Random
from typing import Any

Cells = dict[str, Any]
Rows = dict[str, list[Cells]]

FILTERS = {
    "commitment": ("industry", "region", "task", "stage"),
    "investment": ("industry", "region", "task", "stage"),
    "trainees": ("industry", "region", "track"),
    "outlay": ("region", "programme"),
}
PARTS = tuple(FILTERS)
MONEY = ("commitment", "investment", "outlay", "spending")
SHEETS = {
    "industry": "industries", "region": "regions", "task": "tasks", "stage": "stages", "track": "tracks",
    "programme": "programmes",
}  # fmt: skip


def random_rules(draw: Random, rows: Rows, years: list[int], most: int = 6) -> list[Cells]:
    """Up to `most` rules, each of which selects something; most of them modest, a good part of them soft."""
    rules = []
    for n in range(1, draw.randint(0, most) + 1):
        measure = draw.choice([m for m in (*PARTS, "spending") if possible(rows, m)])
        part = (
            measure
            if measure in FILTERS
            else draw.choice([m for m in PARTS if m != "investment" and possible(rows, m)])
        )
        rule: Cells = {"rule": f"rule_{n}", "measure": measure, **filters(draw, rows, part)}
        rules.append(rule | span(draw, years) | demand(draw, rows, measure))
    for rule in rules:
        if rule["unit"] == "growth" and (len(years) == 1 or only_year(rule, years)):
            rule |= {"unit": "share", "value": 0.5}
    return rules


def possible(rows: Rows, measure: str) -> bool:
    return bool({"trainees": rows["tracks"], "outlay": rows["programmes"]}.get(measure, True))


def filters(draw: Random, rows: Rows, measure: str) -> dict[str, str | None]:
    """Random lists around one thing that exists, so that the rule selects at least that."""
    anchor = anchored(draw, rows, measure)
    return {name: chosen(draw, rows, name, anchor.get(name)) for name in FILTERS[measure]}


def anchored(draw: Random, rows: Rows, measure: str) -> dict[str, str | None]:
    """A place where the measure can be above zero; None for a filter that would select nothing."""
    if measure == "outlay":
        programme = draw.choice(rows["programmes"])
        region = draw.choice(rows["regions"])["region"] if programme["regional"] == "yes" else None
        return {"programme": programme["programme"], "region": region}
    inside = {row["industry"] for row in rows["industries"] if measure == "trainees" or row["initiative"] == "yes"}
    places = [
        (row["industry"], region["region"])
        for row in rows["siting"]
        for region in rows["regions"]
        if row["industry"] in inside and row[region["region"]] > 0
    ]
    industry, region = draw.choice(places)
    others = {
        name: draw.choice(rows[SHEETS[name]])[name] for name in FILTERS[measure] if name in {"task", "stage", "track"}
    }
    return {"industry": industry, "region": region, **others}


def chosen(draw: Random, rows: Rows, name: str, anchor: str | None) -> str | None:
    if anchor is None or draw.random() < 0.45:
        return None
    others = [row[name] for row in rows[SHEETS[name]] if row[name] != anchor and draw.random() < 0.3]
    listed = [anchor, *others]
    draw.shuffle(listed)
    return draw.choice([",", ", "]).join(listed)


def span(draw: Random, years: list[int]) -> dict[str, Any]:
    first, last = sorted((draw.choice(years), draw.choice(years)))
    return {
        "from": first if draw.random() < 0.4 else None,
        "to": last if draw.random() < 0.4 else None,
        "each_year": draw.choice(["yes", "no", None]),
    }


def only_year(rule: Cells, years: list[int]) -> bool:
    return (rule["from"] or years[0]) >= (rule["to"] or years[-1])


def demand(draw: Random, rows: Rows, measure: str) -> dict[str, Any]:
    soft = draw.random() < 0.55
    unit = draw.choice(["amount", "share", "growth"] + ["appropriation_share"] * (measure in MONEY))
    relation = draw.choice(
        [">=", "<=", "="] if soft else [">=", "<=", "<=", "="] if draw.random() < 0.2 else [">=", "<="]
    )
    amount, share = amounts(draw, rows, measure), (0.02, 0.7)
    low, high = {"amount": amount, "share": share, "appropriation_share": share, "growth": (-0.6, 0.8)}[unit]
    value = low if relation == ">=" else high if relation == "<=" else (low + high) / 2
    if soft:
        value = draw.uniform(low, 1.4 * high)
    penalty = draw.choice([0.0, float(f"{math.exp(draw.uniform(-14, 1)):.3g}")]) if draw.random() < 0.3 else 1e-4
    return {"relation": relation, "value": round(value, 4), "unit": unit, "penalty": penalty if soft else None}


def amounts(draw: Random, rows: Rows, measure: str) -> tuple[float, float]:
    """A little and a lot of the measure."""
    if measure == "trainees":
        whole = sum(row["target"] + row["initial_capacity"] for row in rows["tracks"])
    elif measure == "outlay":
        whole = sum(row["cost"] for row in rows["programmes"])
    else:
        whole = appropriated(rows)
    return whole * draw.choice([0.0, 0.001, 0.02]), whole * draw.choice([0.05, 0.4])


def appropriated(rows: Rows) -> float:
    """The money of all funds and years."""
    return float(sum(value for row in rows["appropriations"] for name, value in row.items() if name != "fund"))


def random_floors(draw: Random, rows: Rows) -> list[Cells]:
    """Now and then a floor under an indicator or two: a low one, under net benefit a loss that may or may not bind."""
    chosen = draw.sample(list(LOW_FLOORS), draw.choice([0, 0, 0, 1, 2]))
    return [{"indicator": v, "at_least": floor(draw, rows, v)} for v in chosen]


LOW_FLOORS = {
    "production": 0.1, "output": 0.1, "value_added": 0.02, "employment": 100.0, "exports": 0.01, "net_benefit": None,
}  # fmt: skip
"""About the highest floor that most plans for random tables clear."""


def floor(draw: Random, rows: Rows, indicator: str) -> float | None:
    """A blank floor is none. None is so low that the solver's tolerance would meet it."""
    highest = LOW_FLOORS[indicator]
    amount = (
        -appropriated(rows) / 1e4 * draw.uniform(0.0, 2.0) if highest is None else highest * 10 ** draw.uniform(-2, 0)
    )
    return None if draw.random() < 0.1 else float(f"{amount:.3g}")
