"""Random policy rules: every measure, kind, relation and filter, single years and spans, hard and soft."""

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
SHEETS = {
    "industry": "industries", "region": "regions", "task": "tasks", "stage": "stages", "track": "tracks",
    "programme": "programmes",
}  # fmt: skip


def random_rules(draw: Random, rows: Rows, years: list[int], most: int = 6) -> list[Cells]:
    """Up to `most` rules, each of which selects something; most of them modest, a good part of them soft."""
    rules = []
    for n in range(1, draw.randint(0, most) + 1):
        measure = draw.choice([m for m in FILTERS if possible(rows, m)])
        rule = {"rule": f"rule_{n}", "measure": measure, **filters(draw, rows, measure)}
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
    unit = draw.choice(["amount", "share", "growth"])
    relation = draw.choice(
        [">=", "<=", "="] if soft else [">=", "<=", "<=", "="] if draw.random() < 0.2 else [">=", "<="]
    )
    low, high = {"amount": amounts(draw, rows, measure), "share": (0.02, 0.7), "growth": (-0.6, 0.8)}[unit]
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
        whole = sum(value for row in rows["appropriations"] for name, value in row.items() if name != "fund")
    return whole * draw.choice([0.0, 0.001, 0.02]), whole * draw.choice([0.05, 0.4])
