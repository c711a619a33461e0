"""Equations of the Trinity workforce programme, from the columns of the workbook."""

import numpy as np

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import AT_LEAST, AT_MOST, EQUAL
from axplan.plan.certificate.expressions import Expression, Floats, Labels, Rows, terms
from axplan.plan.certificate.values import Dense, column, earlier, initiative_places, labels, sheet_column


def tracks(x: Inputs, name: str) -> Floats:
    """A column of the sheet `tracks`, shape (tracks,)."""
    return sheet_column(x, "tracks", name)


def employment(x: Inputs) -> Floats:
    """employment[i] · siting[i,r], shape (places,), persons."""
    return np.array([x.industries.employment[i] * x.siting[i, r] for i, r in x.places])


def initial_stock(x: Inputs) -> Floats:
    """initial_stock[w] spread by employment · siting, shape (tracks, places), persons."""
    return tracks(x, "initial_stock")[:, None] * (employment(x) / (employment(x).sum() or 1.0))


def intake(v: Dense) -> Expression:
    """Σ_{i,r} trainees, shape (tracks, years), persons."""
    return terms(v.trainees).sum(1)


def stock_balance(v: Dense) -> Rows:
    """stock_t = (1 − attrition[w]) · stock_{t−1} + trainees_t; the initial stock is spread by employment · siting"""
    x = v.inputs
    staying = (1 - tracks(x, "attrition"))[:, None, None] * terms(earlier(v.stock, initial_stock(x)))
    axes = (_tracks(v), x.places, v.years)
    return Rows("stock_balance", terms(v.stock), EQUAL, staying + terms(v.trainees), axes)


def employment_ceiling(v: Dense) -> Rows:
    """Σ_t trainees ≤ employment_ceiling[w] · employment[i] · siting[i,r]"""
    most = terms(tracks(v.inputs, "employment_ceiling")[:, None] * employment(v.inputs))
    return Rows("employment_ceiling", terms(v.trainees).sum(2), AT_MOST, most, (_tracks(v), v.inputs.places))


def capacity(v: Dense) -> Rows:
    """Σ_{i,r} trainees_t ≤ initial_capacity[w] · (1 + capacity_growth[w])^(t − first_year)"""
    x = v.inputs
    passed = np.array(x.years) - x.settings.first_year
    places = tracks(x, "initial_capacity")[:, None] * (1 + tracks(x, "capacity_growth"))[:, None] ** passed
    return Rows("capacity", intake(v), AT_MOST, terms(places), (_tracks(v), v.years))


def _before(quantity: Expression, first: Floats) -> Expression:
    """The expression a year earlier, along the last axis; `first` before the plan."""
    return Expression(earlier(quantity.value, first), earlier(quantity.largest, np.abs(first)))


def supervision(v: Dense) -> Rows:
    """Σ_{i,r} trainees[w,t] ≤ span[w] · Σ_{i,r} stock[supervisor[w], t−1]"""
    data = v.inputs.tracks
    supervised = [w for w in data.track if w in data.supervisor]
    own = [data.track.index(w) for w in supervised]
    above = [data.track.index(data.supervisor[w]) for w in supervised]
    teachers = _before(terms(v.stock).sum(1), tracks(v.inputs, "initial_stock"))[above]
    most = column(data.span, supervised)[:, None] * teachers
    return Rows("supervision", intake(v)[own], AT_MOST, most, (labels(supervised), v.years))


def skill_requirement(v: Dense) -> Rows:
    """requirement[w] · invested[i,r,t] ≤ stock[w,i,r,t], i in I*"""
    x = v.inputs
    places = initiative_places(x)
    needed = tracks(x, "requirement")[:, None, None] * terms(v.invested)
    there = terms(v.stock[:, [x.places.index(place) for place in places]])
    return Rows("skill_requirement", needed, AT_MOST, there, (_tracks(v), places, v.years))


def target(v: Dense) -> Rows:
    """Σ_{i,r, t ≤ target_year} trainees ≥ target[w]"""
    x = v.inputs
    in_time = np.array(x.years) <= tracks(x, "target_year")[:, None]
    trained = (in_time.astype(float) * intake(v)).sum(1)
    return Rows("target", trained, AT_LEAST, terms(tracks(x, "target")), (_tracks(v),))


def _tracks(v: Dense) -> Labels:
    return labels(v.inputs.tracks.track)


FAMILIES = (stock_balance, employment_ceiling, capacity, supervision, skill_requirement, target)
