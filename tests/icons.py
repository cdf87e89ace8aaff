"""Makes the icons of the installed site from the mark, with a browser: `python -m tests.icons`. They are kept in the repository."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import launch

IMAGES = Path(__file__).parents[1] / "overrides" / "assets" / "images"
MASKABLE = 'rx="14"'
"""The round corners: a system that cuts icons to its own shape wants them square, and the sign a little smaller."""


def main() -> None:
    """Write each icon anew."""
    mark = (IMAGES / "mark.svg").read_text("utf-8")
    square = mark.replace(MASKABLE, "").replace("<path ", '<path transform="translate(6.4 6.4) scale(.8)" ')
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for name, size, svg in (
            ("icon-192.png", 192, mark),
            ("icon-512.png", 512, mark),
            ("icon-maskable-512.png", 512, square),
        ):
            page = browser.new_page(viewport={"width": size, "height": size})
            sized = svg.replace("<svg ", f'<svg width="{size}" height="{size}" ')
            page.set_content(f'<!doctype html><body style="margin:0;line-height:0">{sized}')
            (IMAGES / name).write_bytes(page.screenshot(omit_background=True))
        browser.close()


if __name__ == "__main__":
    main()
