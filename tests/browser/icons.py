"""Makes the icons of the installed site, and the card that stands for it in other people's pages, from the mark, with a browser.

`python -m tests.icons`; they are kept in the repository.
"""

from __future__ import annotations

from playwright.sync_api import sync_playwright

from tests import ROOT
from tests.engines.chromium import launch

IMAGES = ROOT / "overrides" / "assets" / "images"
MASKABLE = 'rx="14"'
"""The round corners: a system that cuts icons to its own shape wants them square, and the sign a little smaller."""


CARD = """<!doctype html><style>
body { margin: 0; width: 1200px; height: 630px; display: grid; place-items: center; background: #1d5c48; }
main { width: 960px; height: 430px; box-sizing: border-box; padding: 60px 70px; background: #fffefb; border-radius: 6px;
  color: #24302b; font-family: Georgia, "DejaVu Serif", serif; box-shadow: 0 18px 50px #0a241b66; }
p { margin: 0 0 34px; font-size: 64px; line-height: 1.2; letter-spacing: -0.01em; }
footer { display: flex; align-items: center; gap: 22px; font-size: 40px; }
small { display: block; margin-bottom: 64px; color: #55615a; font-size: 30px; line-height: 1.5; }
</style><main><p>Kind words for a clear no</p>
<small>How to decline, cancel or withdraw from a job interview, and a writer that puts it into words.</small>
<footer>MARK<b>No, with thanks</b></footer></main>"""


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
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        page.set_content(CARD.replace("MARK", mark.replace("<svg ", '<svg width="64" height="64" ')))
        (IMAGES / "card.png").write_bytes(page.screenshot())
        browser.close()


if __name__ == "__main__":
    main()
