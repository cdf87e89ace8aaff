"""What the tests in a browser share: the site, the engines, a visit, and somebody who listens."""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import Error, sync_playwright

from generator.site.server import serving
from tests import SITE
from tests.browser.visit import BASE, HOLD_TIME, Visit
from tests.engines import ENGINES, STARTED_AGAIN, found, start
from tests.engines.chromium import HOW_TO_GET_IT, launch
from tests.engines.listener import listening

ALL = "EVERY_ENGINE"
"""Set where an engine that is missing is a fault."""

MISSING = [name for name in ENGINES if name not in found()]


def pytest_configure():
    if MISSING and os.environ.get(ALL):
        raise pytest.UsageError(f"{ALL} is set, and these engines are not on this machine: {', '.join(MISSING)}.")


def pytest_report_header():
    return f"engines: {', '.join(found()) or 'none'}; left out, not on this machine: {', '.join(MISSING) or 'none'}"


def pytest_itemcollected(item):
    item.add_marker("browser")
    if engine := getattr(item, "callspec", None) and item.callspec.params.get("engine"):
        item.add_marker(pytest.mark.xdist_group(f"{item.path.stem} {engine}"))
    if "chromium" in item.fixturenames and "chromium" in MISSING:
        item.add_marker(pytest.mark.skip(HOW_TO_GET_IT))


def pytest_terminal_summary(terminalreporter):
    """Say what was left out, and how to have it."""
    if "chromium" in MISSING:
        terminalreporter.write_sep("-", "left out")
        terminalreporter.write_line(HOW_TO_GET_IT)


@pytest.fixture(scope="module")
def listener():
    """Somebody else's server, which must hear nothing; the engine's proxy too."""
    with listening() as listener:
        yield listener


@pytest.fixture(scope="module", params=found())
def engine(request, listener):
    """Each engine that this machine has, in turn."""
    with start(request.param, listener.address) as engine:
        hold_time(engine)
        yield engine


def hold_time(engine):
    """Have time be the test's in each page that the engine opens: no driver but one can see to it before the page's own scripts run."""
    open_page = engine.open

    def open_and_hold(address):
        open_page(address)
        engine.run(f"() => {{ {HOLD_TIME} }}")

    engine.open = open_and_hold


@pytest.fixture(autouse=True)
def note_second_starts(record_property):
    """Have it said at the end which browsers had to be started again."""
    yield
    while STARTED_AGAIN:
        record_property(f"started again: {STARTED_AGAIN.pop()}", 1)


@pytest.fixture(scope="module")
def site():
    """The address of the built site, under a path of its own."""
    with serving(SITE, BASE) as address:
        yield address


@pytest.fixture(scope="module")
def chromium():
    """The browser that most tests of the page run in; it leaves out to make WebAssembly faster than a short visit has use for."""
    with sync_playwright() as playwright:
        try:
            browser = launch(playwright, "--js-flags=--liftoff-only")
        except Error:
            STARTED_AGAIN.append("chromium")
            browser = launch(playwright, "--js-flags=--liftoff-only")
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, site):
    """A visit that must end without a fault, a breach of the policy, or a request to anybody else."""
    visit = Visit(chromium, site, permissions=["clipboard-read", "clipboard-write"])
    yield visit
    visit.close()


@pytest.fixture(scope="module")
def whole_visit(chromium, site):
    """The visit that `long_visit` hands on."""
    visit = Visit(chromium, site, permissions=["clipboard-read", "clipboard-write"])
    yield visit
    visit.close()


@pytest.fixture
def long_visit(whole_visit):
    """A visit that goes on from test to test, so that Python starts once; each must go without a fault. `begin` a message in it."""
    yield whole_visit
    whole_visit.check()
