"""The messages of one type are made once, for all tests of it, in one process."""

from __future__ import annotations

import pytest

from generator import catalogue
from tests.prose import changes, grammar, letters, sweep


def pytest_report_header(config):
    if not config.getoption("--sampled"):
        return "prose: every message that answers can lead to"
    changed = changes.describe()
    return f"prose: every two answers together; {f'all of them in what changed: {changed}' if changed else 'nothing has changed since the last commit'}"


def pytest_itemcollected(item):
    item.add_marker("prose")
    if "message_type" in item.fixturenames:
        item.add_marker(pytest.mark.xdist_group(item.callspec.params["message_type"]))


@pytest.fixture(scope="session")
def whole(message_type, request):
    """The channels of the type in which everything is tried; in the others a sample will do."""
    return changes.changed_channels(message_type) if request.config.getoption("--sampled") else message_type.channels


@pytest.fixture(scope="session")
def swept(message_type, channel, whole, request):
    """What a sweep through all messages of the type in the channel has found, or through a sample of them."""
    if request.config.getoption("--type"):
        return request.getfixturevalue("swept_channels")[channel]
    return sweep.sweep(message_type, channel, whole=channel in whole)


@pytest.fixture(scope="session")
def swept_channels(request):
    """The same for the one type that is wanted, in all its channels."""
    return sweep.sweep_whole_type(catalogue.find(request.config.getoption("--type")))


@pytest.fixture(scope="session")
def made(message_type):
    """Every message of every example, by the name of the example, the channel and the tone."""
    return letters.compose_all(message_type)


@pytest.fixture(scope="session")
def find_faults():
    """Two grammar checkers, kept waiting for the next texts."""
    with grammar.checkers() as find:
        yield find


@pytest.fixture(scope="session", autouse=True)
def start_early(request):
    """Have the grammar checkers get ready while the messages of a type are made."""
    if not request.config.getoption("--sampled"):
        request.getfixturevalue("find_faults")
