"""Every state of the writer and every kind of page, for everybody: axe, keyboard, large text, wide spacing, forced colours, still pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import SITE
from tests.browser.states import PAGES, STATES, fill
from tests.browser.visit import Visit, axe

JOURNEY = Path(__file__).parent / "keyboard.txt"
SIZES = [(320, 256), (768, 1024), (1280, 900)]
LIGHT = {"color_scheme": "light", "forced_colors": "none"}
OTHER_COLOURS = [
    {"color_scheme": "dark", "forced_colors": "none"},
    {"color_scheme": "light", "forced_colors": "active"},
]
OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules of axe that colours can break."""
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
CUT_OFF = """() => [...document.querySelectorAll(".md-content *")]
    .filter((each) => each.checkVisibility() && !each.closest(".visually-hidden, progress, input, textarea, svg"))
    .filter((each) => /hidden|clip/.test(getComputedStyle(each).overflowX + getComputedStyle(each).overflowY))
    .filter((each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
    .map((each) => each.outerHTML.slice(0, 100))"""
FITS = "document.documentElement.scrollWidth <= innerWidth"
FOCUSED = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const named = document.getElementById(element.getAttribute("aria-labelledby"))?.innerText;
    const name = element.ariaLabel || named || element.labels?.[0]?.textContent || element.textContent || element.name || element.className;
    return `${element.localName} ${name.replace(/\\s+/g, " ").trim().slice(0, 60)}`;
}"""
SEEN = """() => {
    const element = document.activeElement;
    const label = element.labels?.[0];
    const seen = (box) => [[.5, .5], [.1, .5], [.9, .5], [.5, .2], [.5, .8]].some(([x, y]) => {
        const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
        return hit && (element.contains(hit) || hit.contains(element) || label?.contains(hit));
    });
    return seen(element.getBoundingClientRect());
}"""

SEEN_SOON = f"""async () => {{
    for (const end = performance.now() + 700; performance.now() < end; await new Promise(requestAnimationFrame)) {{
        if (({SEEN})()) return true;
    }}
    return false;
}}"""
"""The theme brings its tabs back a moment after the page has been scrolled to them."""


@pytest.fixture
def page(chromium, site):
    visit = Visit(chromium, site, bypass_csp=True, permissions=["clipboard-read", "clipboard-write"])
    yield visit.page
    visit.faults.clear()  # what a state breaks on purpose complains
    visit.close()


def look(page, size, manner):
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(**manner)


def look_at_all(page):
    for size in SIZES:
        look(page, size, LIGHT)
        assert axe(page) == [], size
        assert page.evaluate(FITS), size
    for size in SIZES[0], SIZES[-1]:  # whatever is shown, is shown at one of these
        for colours in OTHER_COLOURS:
            look(page, size, colours)
            assert axe(page, OF_COLOUR) == [], (size, colours)


@pytest.mark.parametrize("state", STATES)
def test_a_state_is_for_everybody(page, state):
    """By axe, at any width and in any look, and with nothing cut off where the text is spaced out or of twice the size."""
    page.set_viewport_size({"width": 1280, "height": 900})
    STATES[state](page)
    look_at_all(page)
    look(page, (320, 640), LIGHT)
    page.evaluate(SPACED)
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(FITS)

    page.evaluate("() => { document.adoptedStyleSheets = []; document.documentElement.style.fontSize = '250%'; }")
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_on_any_page_in_any_look_at_any_width(page, name):
    page.goto(PAGES[name])
    look_at_all(page)


@pytest.mark.parametrize("width", [360, 1280])
def test_what_has_the_focus_is_never_hidden(page, width):
    page.set_viewport_size({"width": width, "height": 600})
    fill(page)
    page.locator("body").press("Control+Home")
    hidden = []
    for key in ("Tab", "Shift+Tab"):
        for _ in range(70):
            page.keyboard.press(key)
            if page.evaluate("document.activeElement !== document.body") and not page.evaluate(SEEN_SOON):
                hidden.append((key, page.evaluate(FOCUSED)))

    assert hidden == []


def test_the_whole_journey_goes_by_keyboard_in_the_order_of_the_page(page):
    """`python -m tests.browser.test_everybody` writes the list anew, to be read by a person."""
    assert walk(page) == JOURNEY.read_text(encoding="utf-8").splitlines()


def test_nothing_moves_for_those_who_want_it_still(page):
    page.emulate_media(reduced_motion="reduce")
    fill(page)

    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().filter(({ playState }) => playState === 'running').length") == 0


def walk(page):
    """Return what the keyboard comes to, from the first key to the end of the page."""
    page.set_viewport_size({"width": 1280, "height": 900})
    fill(page)
    page.evaluate("document.querySelector('.md-skip').focus()")  # the first of all
    found = [page.evaluate(FOCUSED)]
    while len(found) < 200:
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if now is None or (found and now == found[0]):
            break
        found.append(now)
    return found


def write_journey():
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    from generator.site.server import serving  # noqa: PLC0415
    from tests.engines.chromium import launch  # noqa: PLC0415

    with serving(SITE, "/repo/") as address, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_context(base_url=address).new_page()
        JOURNEY.write_text("\n".join(walk(page)) + "\n", encoding="utf-8")
        browser.close()


if __name__ == "__main__":
    write_journey()
