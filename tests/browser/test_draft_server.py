"""A draft of the site, as `make serve` serves it to an author: a changed word stands in the open page."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.visit import DESK, expect_own, new_context
from tests.checkout import copy_to

COPIED = ("generator", "docs", "overrides", "mkdocs.yml", "pyproject.toml", "requirements.txt")
LINKED = ("node_modules", "build")
PAGE = "write/cancel-agreed-interview/"
MESSAGE = "generator/messages/cancel-agreed-interview.txt"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A copy of what makes the site."""
    return copy_to(tmp_path_factory.mktemp("checkout"), COPIED, LINKED)


@pytest.fixture(scope="module")
def address(checkout):
    command = [sys.executable, "-m", "generator.site.draft", "--port", "0"]
    with subprocess.Popen(command, cwd=checkout, stdout=subprocess.PIPE, text=True) as server:
        said = server.stdout.readline()
        assert "A draft of the site is at " in said
        assert "make serve RELEASE=1" in server.stdout.readline()
        yield re.search(r"http://\S+/", said)[0]
        server.terminate()


@pytest.fixture
def page(chromium, address):
    context = new_context(chromium, address, viewport=DESK)
    page = context.new_page()
    page.goto(PAGE)
    yield page
    context.close()


def rewrite(checkout, name, old, new):
    path = checkout / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (MESSAGE, "You said yes to a day", "You once said yes to a day"),
        ("overrides/partials/message-page.html", "The guide that goes with it:", "Its guide:"),
    ],
)
def test_a_changed_word_stands_in_the_open_page(checkout, page, name, old, new):
    expect(page.locator("main")).to_contain_text(old)
    rewrite(checkout, name, old, new)

    expect(page.locator("main")).to_contain_text(new)


def test_a_changed_word_of_the_handbook_stands_in_the_open_page(checkout, page):
    page.goto("choose/")
    rewrite(checkout, "docs/choose.md", "Which message", "Which of the messages")

    expect(page.get_by_role("heading", level=1)).to_contain_text("Which of the messages")


def test_a_mistake_is_said_in_the_open_page_until_it_is_mended(checkout, page):
    rewrite(checkout, MESSAGE, 'stage = "', 'stagee = "')
    expect(page.locator("pre")).to_contain_text(f"{MESSAGE}, line")
    expect(page.locator("pre")).to_contain_text("unknown key “stagee”")
    rewrite(checkout, MESSAGE, 'stagee = "', 'stage = "')

    expect(page.locator("message-writer form")).to_be_visible()


def test_a_message_is_written_by_the_engine_as_it_is_in_the_folder(page):
    page.locator("[name=role]").fill("baker")
    expect_own(page)

    expect(page.locator("message-writer [data-draft]")).to_contain_text("baker")


def test_nothing_of_a_draft_is_kept_in_the_browser(page):
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_what_is_not_there_is_not_there(page, address):
    assert page.request.get(f"{address}no/such/page/").status == 404
