"""What holds for all tests: one message type where it is asked for, and what was counted and left out, said at the end."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import settings

from generator import authors, catalogue
from generator.errors import GeneratorError

settings.register_profile("whole", max_examples=200, deadline=None, derandomize=True)
settings.register_profile("sampled", max_examples=15, deadline=None, derandomize=True)
settings.register_profile("explore", max_examples=2_000, deadline=None)
settings.load_profile("whole")
"""How many examples a property is tried on: the same ones each time, so that no run fails by chance, but for whoever goes exploring
with `--hypothesis-profile explore`."""


def pytest_addoption(parser):
    parser.addoption("--type", metavar="SLUG", help="run the tests of one message type alone")
    parser.addoption("--sampled", action="store_true", help="try a sample of what is tried at length otherwise")


def pytest_configure(config):
    if config.getoption("--sampled"):
        settings.load_profile("sampled")
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
    """Run a test once for each message type where it asks for a `message_type`, and for each of its channels where for a `channel` too."""
    if "message_type" not in metafunc.fixturenames:
        return
    slug = metafunc.config.getoption("--type")
    slugs = [slug] if slug else catalogue.slugs()
    if "channel" in metafunc.fixturenames:
        pairs = [(each, channel) for each in slugs for channel in catalogue.find(each).channels]
        metafunc.parametrize(("message_type", "channel"), pairs, indirect=["message_type"], scope="session")
    else:
        metafunc.parametrize("message_type", slugs, indirect=True)


@pytest.fixture(scope="session")
def message_type(request):
    """The message type that a test is about."""
    return catalogue.find(request.param)


def pytest_itemcollected(item):
    """Have the tests of a module run in one process, one after the other, since what they share is made there."""
    if not item.get_closest_marker("xdist_group"):
        item.add_marker(pytest.mark.xdist_group(item.path.relative_to(item.config.rootpath).as_posix()))


def pytest_collection_modifyitems(config, items):
    kept = [item for item in items if is_wanted(item, config)]
    config.hook.pytest_deselected(items=[*{*items} - {*kept}])
    items[:] = kept


def is_wanted(item, config):
    if config.getoption("--type"):
        return "message_type" in item.fixturenames
    return not (config.getoption("--sampled") and item.get_closest_marker("thorough"))


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
