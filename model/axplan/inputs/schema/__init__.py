"""THE data dictionary: one declaration per sheet and column, from which loader, writer, validation and docs come."""

import dataclasses
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from axplan.inputs.schema.core import ColumnSpec, Matrix, Sheet
from axplan.inputs.schema.economy import Applications, Effectiveness, Industries, Regions, Settings, Siting, Tasks
from axplan.inputs.schema.enabling import Programmes, Tracks, Unlocks
from axplan.inputs.schema.finance import Appropriations, Funds
from axplan.inputs.schema.initiative import EffectProfile, Segments, Stages
from axplan.inputs.schema.policy import Correlations, Floors, Provenance, Rules, Sources, Uncertainty

__all__ = ["ColumnSpec", "Matrix", "Sheet", "Sheets", "sheet_declarations"]


@dataclass(frozen=True, kw_only=True)
class Sheets:
    """Every sheet of the inputs, in workbook order; a field's name is the sheet's name."""

    settings: Settings
    industries: Industries
    regions: Regions
    siting: Siting
    tasks: Tasks
    applications: Applications
    effectiveness: Effectiveness
    stages: Stages
    effect_profile: EffectProfile
    segments: Segments
    tracks: Tracks
    programmes: Programmes
    unlocks: Unlocks
    funds: Funds
    appropriations: Appropriations
    rules: Rules
    floors: Floors
    uncertainty: Uncertainty
    correlations: Correlations
    provenance: Provenance
    sources: Sources


@cache
def sheet_declarations() -> Mapping[str, Sheet]:
    """The declaration of every sheet by name, in workbook order."""
    return {
        name: dataclasses.replace(loads_as.__sheet__, name=name)
        for name, loads_as in typing.get_type_hints(Sheets).items()
    }
