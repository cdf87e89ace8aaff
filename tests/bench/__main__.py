"""What is measured, and never asserted: `make bench` prints a table and writes build/bench.json.

Every figure comes from this one run on this one machine, which is named above the table.
"""

from __future__ import annotations

import base64
import json
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from time import perf_counter
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from generator import Style, compose, load_catalogue
from generator.model.message import TONES
from generator.site.server import serving
from tests import INVITATIONS, ROOT, SITE
from tests.bench import boot as bench_boot
from tests.bench import pages as bench_pages
from tests.engines import find_firefox, find_small_browser, find_webkit, unseen_screen
from tests.engines.chromium import find_chromium, launch

KEYSTROKES = 200
READY = "message-writer[data-state=ready]"

TYPE_AND_TIME = """async ([field, count]) => {
    const input = document.querySelector(`input[name="${field}"]`);
    const paper = document.querySelector("[data-paper]");
    const times = [];
    for (let i = 0; i < count; i++) {
        const changed = new Promise((resolve) => {
            const observer = new MutationObserver(() => {
                if (!document.querySelector("[data-draft]").textContent.includes(`baker ${i} `)) return;
                observer.disconnect();
                resolve();
            });
            observer.observe(paper, { childList: true, subtree: true, characterData: true });
        });
        const start = performance.now();
        input.value = `baker ${i} x`;
        input.dispatchEvent(new Event("input", { bubbles: true }));
        await changed;
        times.push(performance.now() - start);
    }
    return times;
}"""


BRING_AND_TIME = """async (files) => {
    const reader = document.querySelector("invitation-reader");
    const [details, status] = [reader.querySelector("details"), reader.querySelector("[data-reading]")];
    const times = [];
    for (const [name, base64] of files) {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name));
        const shown = new Promise((resolve) => {
            const observer = new MutationObserver(() => {
                if (status.textContent === "Reading it") return;
                observer.disconnect();
                requestAnimationFrame(resolve);
            });
            observer.observe(status, { childList: true });
        });
        const start = performance.now();
        document.querySelector("message-writer").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        await shown;
        times.push(performance.now() - start);
    }
    return times;
}"""
"""Takes names and contents, and returns how long each takes from the drop until what it says is shown."""

WANTED = {
    "keystroke to new draft, ms, p95": "< 30",
    "invitation to what it says, ms, p95": "< 150",
    **{
        f"{engine}, localhost, first message, {kind}, ratio to plain": f"≤ {most}"
        for engine, kinds in {
            "chromium": {"cold": 0.40, "warm": 0.35},
            "firefox": {"cold": 0.33, "warm": 0.33},
            "webkit": {"cold": 0.45, "warm": 0.45},
        }.items()
        for kind, most in kinds.items()
    },
    "first visit of a writer's page, ours, MB, gzip": "≤ 5.6",
    "boots, second writer's page in the same visit": "0",
    "handbook page, transfer, ratio to plain Material": "≤ 1.05",
    "whole journey: requests to another origin": "0",
}
"""What we hold ourselves to, in words, by row."""


def main() -> None:
    """Measure, print each figure as it comes, and write them all."""
    machine = (
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {'; '.join(versions())}"
    )
    print(machine, flush=True)
    rows: dict[str, float] = {}
    for found in measure():
        rows |= found
        for name, value in found.items():
            print(f"{name:<78}{value:>10}  {WANTED.get(name, '')}", flush=True)
    target = ROOT / "build" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps({"machine": machine, "rows": rows, "wanted": WANTED}, indent=2) + "\n")


def measure() -> Iterator[dict[str, float]]:
    """Yield the figures, a few at a time."""
    yield {"compose in CPython, ms a message, median": measure_compose()}
    with serving(SITE, "/repo/") as address, sync_playwright() as playwright:
        browser = launch(playwright)
        yield measure_keystrokes(browser, address)
        yield measure_reading(browser, address)
        yield bench_boot.measure_transfer(browser)
        yield bench_boot.count_boots(browser)
        yield measure_journey(browser, address)
        yield bench_pages.measure_weight(browser)
        browser.close()
    yield bench_pages.measure_lighthouse()
    yield from bench_boot.measure_boots()


def versions() -> list[str]:
    """Return each engine by its name and version."""
    programs = [find_chromium(), find_firefox(), find_webkit() and find_small_browser()]
    with unseen_screen() if programs[-1] else nullcontext("") as display:  # WebKit's browser says nothing without one
        return [
            subprocess.run(
                [program, "--version"],
                capture_output=True,
                text=True,
                check=True,
                env=os.environ | {"DISPLAY": display},
            ).stdout.strip()
            for program in programs
            if program
        ]


def measure_compose() -> float:
    """Return how long one message takes, over all examples, channels and tones."""
    cases = [
        (message_type, example.answers, Style(channel=channel, tone=tone))
        for message_type in load_catalogue()
        for example in message_type.examples
        for channel in message_type.channels
        for tone in TONES
    ]
    for case in cases:  # compiles the templates
        compose(*case)
    return round(statistics.median(timed(lambda case=case: compose(*case)) for case in cases for _ in range(5)), 2)


def timed(call: Callable[[], object]) -> float:
    """Return the milliseconds that a call takes."""
    start = perf_counter()
    call()
    return (perf_counter() - start) * 1000


def measure_keystrokes(browser: Browser, address: str) -> dict[str, float]:
    """Return how long the page takes from a keystroke to the new draft, the engine warm."""
    with visit(browser) as page:
        page.goto(f"{address}write/cancel-agreed-interview/")
        page.wait_for_selector(READY, timeout=60_000)
        page.evaluate(TYPE_AND_TIME, ["role", 20])
        times = sorted(page.evaluate(TYPE_AND_TIME, ["role", KEYSTROKES]))
    return {
        "keystroke to new draft, ms, median": round(statistics.median(times), 1),
        "keystroke to new draft, ms, p95": round(times[int(len(times) * 0.95)], 1),
    }


def measure_reading(browser: Browser, address: str) -> dict[str, float]:
    """Return how long the page takes from a dropped invitation to what it says: all that the tests have, and a mail of a megabyte in ten."""
    files = [(path.name, path.read_bytes()) for path in sorted(INVITATIONS.iterdir()) if path.suffix != ".toml"]
    files += [(f"large-{name}", enlarged(content)) for name, content in files if name.endswith(".eml")][::10]
    with visit(browser) as page:
        page.goto(f"{address}write/cancel-agreed-interview/")
        page.wait_for_selector(READY, timeout=60_000)
        given = [[name, base64.b64encode(content).decode()] for name, content in files]
        first = page.evaluate(BRING_AND_TIME, given[:1])
        page.evaluate(BRING_AND_TIME, given)
        times = sorted(page.evaluate(BRING_AND_TIME, given))
    return {
        "first invitation to what it says, with all that is fetched for it, ms": round(first[0], 1),
        "invitation to what it says, ms, median": round(statistics.median(times), 1),
        "invitation to what it says, ms, p95": round(times[int(len(times) * 0.95)], 1),
        "invitation to what it says, ms, slowest": round(times[-1], 1),
    }


def enlarged(content: bytes) -> bytes:
    """Return a mail of a megabyte: the same, with a picture after it."""
    picture = base64.encodebytes(bytes(range(256)) * ((1_000_000 - 2 * len(content)) // 256 * 2 // 3))
    mail = b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=big\r\n\r\n--big\r\nContent-Type: message/rfc822\r\n\r\n"
    mail += content + b"\r\n--big\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n" + picture
    return (b"From: Ola <ola@example.org>\r\n" + mail + b"\r\n--big--\r\n")[:1_000_000]


def measure_journey(browser: Browser, address: str) -> dict[str, int]:
    """Return what a reading page asks for, and what leaves the origin in a whole journey."""
    requests: list[str] = []
    with visit(browser) as page:
        page.context.on("request", lambda request: requests.append(request.url))
        page.goto(f"{address}during/when-the-pay-is-too-low/", wait_until="networkidle")
        page.wait_for_timeout(1000)
        reading = list(requests)
        page.goto(f"{address}write/pay-too-low/")
        page.wait_for_selector(READY, timeout=60_000)
        page.locator("input[name=pay_needed]").fill("£40k")
        page.wait_for_timeout(1500)
    origin = urlsplit(address).netloc
    return {
        "reading page: requests": len(reading),
        "reading page: requests for Python": sum("/assets/runtime/" in each for each in reading),
        "whole journey: requests": len(requests),
        "whole journey: requests to another origin": sum(
            urlsplit(each).netloc not in (origin, "") for each in requests
        ),
    }


@contextmanager
def visit(browser: Browser) -> Iterator[Page]:
    """Yield a page of a visit with nothing cached and nothing stored."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


if __name__ == "__main__":
    sys.exit(main())
