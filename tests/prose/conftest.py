"""The messages of one type are made once, for all tests of it, in one process."""

from __future__ import annotations

import pytest

from tests.prose import changes, grammar, reach


def pytest_addoption(parser):
    parser.addoption(
        "--sampled", action="store_true", help="try every two answers together, and all of them where something changed"
    )


def pytest_report_header(config):
    if not config.getoption("--sampled"):
        return "prose: every message that answers can lead to"
    changed = changes.describe()
    return f"prose: every two answers together; {f'all of them in what changed: {changed}' if changed else 'nothing has changed since the last commit'}"


def pytest_itemcollected(item):
    item.add_marker("prose")
    if "message_type" in item.fixturenames:
        item.add_marker(pytest.mark.xdist_group(item.callspec.id))


@pytest.fixture(scope="session")
def reached(message_type, request):
    """Every message of the type, or a sample of them."""
    sampled = request.config.getoption("--sampled") and not request.config.getoption("--type")
    whole = changes.changed_channels(message_type) if sampled else message_type.channels
    return list(reach.reach(message_type, whole))


@pytest.fixture(scope="session")
def find_faults():
    """Two grammar checkers, kept waiting for the next texts."""
    with grammar.checkers() as find:
        yield find
