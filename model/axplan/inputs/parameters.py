"""Frozen inputs of the model: the typed sheets and the quantities that follow from them alone."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from axplan.core.errors import InputError
from axplan.core.problem import Problem
from axplan.inputs import finance
from axplan.inputs.schema import Sheets
from axplan.inputs.schema.core import NATIONAL
from axplan.inputs.schema.indicators import EFFECTS, NET_BENEFIT
from axplan.inputs.schema.initiative import GRANT, LOAN
from axplan.inputs.schema.policy import COMMITMENT, INVESTMENT, OUTLAY, SPENDING, TRAINEES
from axplan.inputs.tables import Tables
from axplan.inputs.validation import check_tables

Cell = tuple[str, str, str]

EOK_PER_TRILLION = 10_000.0
EOK_PER_BILLION_WON = 10.0


@dataclass(frozen=True, kw_only=True)
class Inputs(Sheets):
    """Checked inputs. A column of the workbook is an attribute: `inputs.stages.private_match["adoption"]`.

    Money is in 억원, people in persons, shares in 0–1. `warnings` holds what the validation found worth saying.
    """

    warnings: Sequence[Problem] = field(default=())

    def label(self, sheet: str, key: str, language: str) -> str:
        """The name of a row of a sheet in a language; the key itself where no label is given."""
        labels: Mapping[str, str] = getattr(getattr(self, sheet), f"label_{language}", {})
        return str(labels.get(key, key))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """t: first_year … first_year + plan_years − 1."""
        return tuple(range(self.settings.first_year, self.settings.first_year + self.settings.plan_years))

    @cached_property
    def effect_years(self) -> tuple[int, ...]:
        """y: the years in which effects count, first_year … appraisal_end."""
        return tuple(range(self.settings.first_year, self.settings.appraisal_end + 1))

    @cached_property
    def initiative_industries(self) -> tuple[str, ...]:
        """I*: the industries with initiative = yes."""
        return tuple(i for i in self.industries.industry if self.industries.initiative[i])

    @cached_property
    def places(self) -> tuple[tuple[str, str], ...]:
        """(i, r) of all industries where siting > 0: where people can be trained."""
        return tuple(
            (i, r) for i in self.industries.industry for r in self.regions.region if self.siting.get((i, r)) > 0
        )

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """(i, r, k) of the growth initiative: i in I* with siting > 0, every task."""
        chosen = set(self.initiative_industries)
        return tuple((i, r, k) for i, r in self.places if i in chosen for k in self.tasks.task)

    @cached_property
    def sites(self) -> tuple[tuple[str, str], ...]:
        """(p, r) where programme p can be built: the regions where regional = yes, else `national`."""
        return tuple(
            (p, r) for p in self.programmes.programme
            for r in (self.regions.region if self.programmes.regional[p] else (NATIONAL,))
        )  # fmt: skip

    @cached_property
    def segment_numbers(self) -> Mapping[str, tuple[int, ...]]:
        """g by stage: the segments of each stage in rising order."""
        pairs = sorted(self.segments.width, key=lambda sg: sg[1])
        return {s: tuple(g for stage, g in pairs if stage == s) for s in self.stages.stage}

    def rule_years(self, n: str) -> tuple[int, ...]:
        """The years rule n speaks of: from … to, blank = the whole plan."""
        first, last = self.rules.from_.get(n, self.years[0]), self.rules.to.get(n, self.years[-1])
        return tuple(t for t in self.years if first <= t <= last)

    def rule_funds(self, n: str) -> tuple[str, ...]:
        """The funds whose appropriations rule n is a share of: those that pay for the stages, tracks or programmes it
        names, else for anything its measure covers."""
        covered = {
            "stages": {COMMITMENT, INVESTMENT, SPENDING}, "tracks": {TRAINEES, SPENDING}, "programmes": {OUTLAY,
                SPENDING},
        }  # fmt: skip
        sheets = [name for name, measures in covered.items() if self.rules.measure[n] in measures]
        named = {name: chosen for name in sheets if (chosen := getattr(self.rules, name.removesuffix("s")).get(n))}
        paying = {
            fund
            for name in named or sheets
            for row, fund in getattr(self, name).fund.items()
            if not named or row in named[name]
        }
        return tuple(f for f in self.funds.fund if f in paying)

    def rule_appropriations(self, n: str, years: Sequence[int]) -> float:
        """Σ appropriations of `rule_funds` over some years (억원): what an appropriation_share is taken of."""
        return sum(self.appropriations[f, t] for f in self.rule_funds(n) for t in years)

    @cached_property
    def task_unlocks(self) -> Mapping[str, Mapping[str, float]]:
        """unlocks[p,k] by task k, for the programmes p that raise its ceiling."""
        programmes = self.programmes.programme
        return {k: {p: rise for p in programmes if (rise := self.unlocks.get((p, k)))} for k in self.tasks.task}

    @cached_property
    def base(self) -> Mapping[tuple[str, str], float]:
        """base[i,r] = production[i] × siting[i,r], 억원 per year."""
        chosen = set(self.initiative_industries)
        return {(i, r): self.industries.production[i] * self.siting[i, r] for i, r in self.places if i in chosen}

    @cached_property
    def full_cost(self) -> Mapping[tuple[str, str, str, str], float]:
        """full_cost[i,r,k,s] = base × investment_cost[r] × cost_intensity[k] × cost_share[s], 억원."""
        return {
            (i, r, k, s): self.base[i, r] * self.regions.investment_cost[r] * self.tasks.cost_intensity[k]
            * self.stages.cost_share[s] for i, r, k in self.cells for s in self.stages.stage
        }  # fmt: skip

    @cached_property
    def full_effect(self) -> Mapping[tuple[str, str, str, str], float]:
        """full_effect[i,r,k,s] = base × uplift[k] × effectiveness[k,i] × effect_share[s] × additionality[s], 억원/년."""
        return {
            (i, r, k, s): self.base[i, r] * self.tasks.uplift[k] * self.effectiveness[k, i]
            * self.stages.effect_share[s] * self.stages.additionality[s]
            for i, r, k in self.cells for s in self.stages.stage
        }  # fmt: skip

    @cached_property
    def depth_per_won(self) -> Mapping[tuple[str, str, str, str, int], float]:
        """depth_per_won[i,r,k,s,g] = (1 + private_match[s]) / (full_cost × cost_multiplier[s,g]), per 억원 of public
        money."""
        return {
            (i, r, k, s, g): (1 + self.stages.private_match[s]) / (cost * self.segments.cost_multiplier[s, g])
            for (i, r, k, s), cost in self.full_cost.items() for g in self.segment_numbers[s]
        }  # fmt: skip

    @cached_property
    def initial_stock_share(self) -> Mapping[tuple[str, str], float]:
        """Share of the initial stock in (i, r): employment[i] × siting[i,r] over its sum."""
        people = {(i, r): self.industries.employment[i] * self.siting[i, r] for i, r in self.places}
        total = sum(people.values())
        return {place: count / total if total else 0.0 for place, count in people.items()}

    @cached_property
    def capacity(self) -> Mapping[tuple[str, int], float]:
        """capacity[w,t] = initial_capacity[w] × (1 + capacity_growth[w])^(t − first_year), persons: training places."""
        tracks = self.tracks
        return {
            (w, t): tracks.initial_capacity[w] * (1 + tracks.capacity_growth[w]) ** (t - self.years[0])
            for w in tracks.track for t in self.years
        }  # fmt: skip

    @cached_property
    def public_unit_cost(self) -> Mapping[str, float]:
        """public_unit_cost[w] = unit_cost[w] × (1 − employer_share[w]), 억원 of public money per trainee."""
        return {w: self.tracks.unit_cost[w] * (1 - self.tracks.employer_share[w]) for w in self.tracks.track}

    @cached_property
    def discount(self) -> Mapping[int, float]:
        """discount[y] = (1 + social_discount_rate)^−(y − first_year), to the end of the appraisal."""
        factors = finance.discount_factors(self.settings.social_discount_rate, len(self.effect_years))
        return dict(zip(self.effect_years, factors.tolist(), strict=True))

    @cached_property
    def effect_factor(self) -> Mapping[tuple[str, int], float]:
        """effect_factor[s,t]: discounted effect of a commitment made in year t, per unit of mature yearly effect."""
        settings, years, until = self.settings, self.years, len(self.effect_years)
        factors = {
            s: finance.effect_factors(
                self.profile(s), settings.effect_depreciation, settings.social_discount_rate, len(years), until
            ) for s in self.stages.stage
        }  # fmt: skip
        return {(s, t): float(factors[s][n]) for s in self.stages.stage for n, t in enumerate(years)}

    def profile(self, stage: str) -> list[float]:
        """effect_profile of a stage by age 0 … A."""
        ages = sorted(age for s, age in self.effect_profile.value if s == stage)
        return [self.effect_profile[stage, age] for age in ages]

    @cached_property
    def recovery(self) -> Mapping[str, finance.Vector]:
        """recovery[s][a]: what one won committed in stage s returns to its fund at age a."""
        return {s: self._recovery(s) for s in self.stages.stage}

    def _recovery(self, s: str) -> finance.Vector:
        stages = self.stages
        if stages.instrument[s] == GRANT:
            return finance.grant_recoveries()
        if stages.instrument[s] == LOAN:
            return finance.loan_recoveries(
                stages.lending_rate[s], stages.grace_years[s], stages.repayment_years[s], stages.annual_loss[s],
                stages.loss_recovery[s],
            )  # fmt: skip
        return finance.equity_recoveries(stages.exit_year[s], stages.exit_multiple[s])

    @cached_property
    def receivable_factor(self) -> Mapping[tuple[str, int], float]:
        """Receivables at the end of the plan per won committed in stage s and year t, discounted to the last year."""
        count = len(self.years)
        factors = {
            s: finance.receivable_factors(self.recovery[s], self.funds.interest[self.stages.fund[s]], count)
            for s in self.stages.stage
        }
        return {(s, t): float(factors[s][n]) for s in self.stages.stage for n, t in enumerate(self.years)}

    @cached_property
    def value(self) -> Mapping[tuple[str, str], float]:
        """value[v,i]: effect v per 억원 of direct output effect in industry i, in the unit v is reported in
        (조원, 조원, 조원, person-years, bn USD); that of net_benefit is its benefit, own value added (조원)."""
        data = self.industries
        return {
            (v, i): amount
            for i in self.initiative_industries
            for v, amount in zip((*EFFECTS, NET_BENEFIT), (
                data.production_inducement[i] / EOK_PER_TRILLION,
                data.output_inducement[i] / EOK_PER_TRILLION,
                data.value_added_inducement[i] / EOK_PER_TRILLION,
                data.employment_inducement[i] / EOK_PER_BILLION_WON,
                data.exports[i] / data.production[i],
                data.value_added_rate[i] / EOK_PER_TRILLION,
            ), strict=True)
        }  # fmt: skip


def build_inputs(tables: Tables) -> Inputs:
    """Check `tables` and freeze them.

    Raises
    ------
    InputError: with every problem found, if any of them is an error.
    """
    sheets, problems = check_tables(tables)
    if sheets is None or any(p.is_error for p in problems):
        raise InputError(problems)
    return Inputs(**{f.name: getattr(sheets, f.name) for f in dataclasses.fields(sheets)}, warnings=tuple(problems))
