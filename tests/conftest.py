"""What several test modules share: the engines, and somebody who listens."""

from __future__ import annotations

import os

import pytest

from tests.engines import ENGINES, found
from tests.listener import listening

ALL = "EVERY_ENGINE"  # set where an engine that is missing is a fault


MISSING = [name for name in ENGINES if name not in found()]


def pytest_configure():
    if MISSING and os.environ.get(ALL):
        raise pytest.UsageError(f"{ALL} is set, and these engines are not on this machine: {', '.join(MISSING)}.")


def pytest_report_header():
    return f"engines: {', '.join(found()) or 'none'}; left out, not on this machine: {', '.join(MISSING) or 'none'}"


@pytest.fixture(scope="module")
def listener():
    """Somebody else's server, which must hear nothing; the engine's proxy too."""
    with listening() as listener:
        yield listener


@pytest.fixture(scope="module", params=found())
def engine(request, listener):
    """Each engine that this machine has, in turn."""
    with ENGINES[request.param](listener.address) as engine:
        engine.name = request.param
        yield engine
