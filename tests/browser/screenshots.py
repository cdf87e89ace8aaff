"""Pictures of every kind of page and every state of the writer, in both schemes and three widths: `make screenshots`.

They are written to build/screenshots/, to be looked at. Nothing is compared.
"""

from __future__ import annotations

import shutil
import sys

from playwright.sync_api import sync_playwright

from generator.site.server import serving
from tests import ROOT, SITE
from tests.browser.states import PAGES, STATES, search
from tests.engines.chromium import launch

TARGET = ROOT / "build" / "screenshots"
WIDTHS = {360: 740, 768: 1024, 1440: 900}  # → height
SCHEMES = ("light", "dark")


def open_drawer(page) -> None:
    page.goto("")
    if page.get_by_role("button", name="Menu").is_visible():
        page.get_by_role("button", name="Menu").click()


def main() -> None:
    """Take them all."""
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    pages = {name: (lambda page, path=path: page.goto(path)) for name, path in PAGES.items()}
    missing = {"not-found": lambda page: page.goto("404.html")}
    shown = (
        pages
        | missing
        | {"search": search, "drawer": open_drawer}
        | {f"writer-{name}": act for name, act in STATES.items()}
    )
    wanted = sys.argv[1:] or list(shown)
    with serving(SITE, "/repo/") as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for name in wanted:
            for scheme in SCHEMES:
                for width, height in WIDTHS.items():
                    context = browser.new_context(
                        viewport={"width": width, "height": height},
                        color_scheme=scheme,
                        base_url=address,
                        permissions=["clipboard-read", "clipboard-write"],
                    )
                    page = context.new_page()
                    shown[name](page)
                    page.evaluate("document.getAnimations().forEach((each) => each.finish())")
                    whole = name not in ("search", "drawer")
                    page.screenshot(path=TARGET / f"{name}-{width}-{scheme}.png", full_page=whole)
                    context.close()
            print(name)
        browser.close()


if __name__ == "__main__":
    main()
