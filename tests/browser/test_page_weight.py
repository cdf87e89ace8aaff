"""What a page asks for while it is loaded, and that nothing in it moves meanwhile."""

from __future__ import annotations

import pytest

import generator
from generator.site.server import serving
from tests import SITE
from tests.browser.visit import wait_for_leisure

THEME_ALONE = 8
"""Requests of the same page in plain Material: page, two styles, script, search and its index, sitemap, icon."""

WRITER = f"write/{generator.load_catalogue()[0].slug}/"


@pytest.mark.parametrize("path", ["", "choose/", "anatomy/", "during/when-the-pay-is-too-low/"])
def test_a_reading_page_asks_for_no_more_files_than_the_theme_alone(chromium, path):
    with serving(SITE, "/repo/") as address:
        context = chromium.new_context()
        context.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
        asked = []
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.goto(address + path)
        wait_for_leisure(page)
        context.close()

    assert len(asked) <= THEME_ALONE


@pytest.mark.parametrize("path", ["", "during/when-the-pay-is-too-low/", WRITER])
def test_nothing_moves_on_a_phone_while_a_page_is_loaded(chromium, path):
    with serving(SITE, "/repo/") as address:
        page = chromium.new_page(viewport={"width": 412, "height": 823})
        page.goto(address + path)
        wait_for_leisure(page)
        moved = page.evaluate(
            "new Promise((resolve) => { let sum = 0; new PerformanceObserver((list) => list.getEntries()"
            ".forEach(({ value }) => (sum += value))).observe({ type: 'layout-shift', buffered: true });"
            " const painted = (left) => requestAnimationFrame(() => (left ? painted(left - 1) : setTimeout(() => resolve(sum)))); painted(3); })"
        )
        page.close()

    assert moved < 0.01
