"""Whoever looks for a situation in their own words finds its page among the first three."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.visit import BASE, Visit

QUERIES = Path(__file__).with_name("queries.txt")
FIRST = 3
RESULT = ".md-search-result__item > a.md-search-result__link"


def queries():
    lines = [line for line in QUERIES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(words.strip(), pages.split()) for words, pages in (line.split(" = ") for line in lines)]


@pytest.fixture(scope="module")
def page(chromium, site):
    visit = Visit(chromium, site)
    page = visit.open("about/")
    page.locator("[data-md-component=search-query]").click()
    yield page
    visit.close()


def look_for(page, words):
    """Put words into the search as if they were typed: the theme listens to the keys."""
    box = page.locator("[data-md-component=search-query]")
    box.fill(words)
    box.press("End")


def search(page, words):
    """Return the first pages that the search of the site finds, from its root."""
    look_for(page, "")
    expect(page.locator(RESULT)).to_have_count(0)
    look_for(page, words)
    expect(page.locator(RESULT).first).to_be_visible()
    links = page.locator(RESULT).evaluate_all("(links) => links.map((link) => link.href)")
    return list(dict.fromkeys(urlsplit(link).path.removeprefix(BASE) for link in links))[:FIRST]


@pytest.mark.parametrize(("words", "pages"), queries(), ids=lambda value: value if isinstance(value, str) else "")
def test_a_search_finds_the_page_among_the_first_three(page, words, pages, record_property):
    found = search(page, words)

    assert set(found) & set(pages), f"{words}: {found}"
    record_property("queries answered", 1)


def test_there_are_sixty_queries():
    assert len(queries()) >= 60
