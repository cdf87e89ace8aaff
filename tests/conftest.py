"""What holds for all tests: one message type where it is asked for, and what was counted and left out, said at the end."""

from __future__ import annotations

from collections import Counter

import pytest

from generator import authors, catalogue
from generator.errors import GeneratorError


def pytest_addoption(parser):
    parser.addoption("--type", metavar="SLUG", help="run the tests of one message type alone")


def pytest_configure(config):
    if slug := config.getoption("--type"):
        try:
            authors.find(slug)
        except GeneratorError as error:
            raise pytest.UsageError(str(error)) from error


def pytest_ignore_collect(collection_path, config):
    """Look at no module that asks for no message type, where only one type is wanted: to collect the others takes the longest."""
    if config.getoption("--type") and collection_path.match("test_*.py"):
        return "message_type" not in collection_path.read_text("utf-8") or None
    return None


def pytest_generate_tests(metafunc):
    """Run a test once for each message type where it asks for a `message_type`."""
    if "message_type" in metafunc.fixturenames:
        slug = metafunc.config.getoption("--type")
        metafunc.parametrize("message_type", [slug] if slug else catalogue.slugs(), indirect=True)


@pytest.fixture(scope="session")
def message_type(request):
    """The message type that a test is about."""
    return catalogue.find(request.param)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    if config.getoption("--type"):
        others = [item for item in items if "message_type" not in item.fixturenames]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if "message_type" in item.fixturenames]


def pytest_terminal_summary(terminalreporter):
    """Say what was counted, so that nobody takes a test that looked at little for one that looked at much."""
    counted = Counter()
    called = [
        each for reports in terminalreporter.stats.values() for each in reports if getattr(each, "when", "") == "call"
    ]
    for name, number in (pair for report in called for pair in report.user_properties):
        counted[name] += number
    if counted:
        terminalreporter.write_sep("-", "counted")
    for name, number in counted.items():
        terminalreporter.write_line(f"{name}: {number:,}")
