"""Plans the tests of the report look at, each solved once."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from axplan.inputs.objective import Objective, single
from axplan.inputs.parameters import build_inputs
from axplan.plan.optimise import CertifiedPlan, optimise
from tiny import tiny_inputs
from written_results import SOFT, Written, documented, write


@pytest.fixture(scope="session")
def small() -> CertifiedPlan:
    """The small baseline with a soft rule that is missed."""
    return optimise(build_inputs(documented(SOFT)), single("production"))


@pytest.fixture(scope="session")
def tiny() -> CertifiedPlan:
    return optimise(tiny_inputs(), single("production"))


@pytest.fixture(scope="session")
def empty() -> CertifiedPlan:
    """A plan without programmes, tracks and rules."""
    return optimise(tiny_inputs(programmes=[], unlocks=[], tracks=[]), single("production"))


@pytest.fixture(scope="session")
def weighted() -> CertifiedPlan:
    return optimise(tiny_inputs(), Objective({"production": 1.0, "exports": 2.0}))


@pytest.fixture(scope="session")
def korean(small: CertifiedPlan, tmp_path_factory: pytest.TempPathFactory) -> Written:
    return write(small, tmp_path_factory.mktemp("ko"), "ko")


@pytest.fixture(scope="session")
def english(small: CertifiedPlan, tmp_path_factory: pytest.TempPathFactory) -> Written:
    return write(small, tmp_path_factory.mktemp("en"), "en")


@pytest.fixture(scope="session")
def pickled(small: CertifiedPlan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small plan in a file, for other processes."""
    path = tmp_path_factory.mktemp("pickled") / "plan.pickle"
    path.write_bytes(pickle.dumps((small.plan, small.certificate.checks)))
    return path
