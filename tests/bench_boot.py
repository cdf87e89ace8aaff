"""How long Python takes to the first message, ours beside plain Pyodide's: from the worker's start to the answer in the page."""

from __future__ import annotations

import json
import statistics
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from generator import find
from tests import plain
from tests.pages_server import serving_as_pages

ROOT = Path(__file__).parents[1]
BASE = "/repo/"
BOOTS = 5
LINES = (10, 50)  # Mbit/s
TYPE = find("cancel-agreed-interview")
REQUEST = json.dumps({"request": "compose", "type": TYPE.slug, "answers": dict(TYPE.examples[0].answers)})

FIRST_MESSAGE = """async ([module, request]) => {
    const start = performance.now();
    const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(module)};`], { type: "text/javascript" }));
    const worker = new Worker(blob, { type: "module" });
    const { port1, port2 } = new MessageChannel();
    const answered = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
    worker.postMessage(request, [port2]);
    const answer = await answered;
    const time = performance.now() - start;
    worker.terminate();
    if (!JSON.parse(answer).ok) throw new Error(answer);
    return time;
}"""
"""Takes the worker's address and a request; returns milliseconds."""

type Boots = Callable[[str, int], tuple[list[float], list[float]]]
"""A browser: takes a site's address and a number, and returns as many times from an empty and from a filled cache."""


def boots_in_chromium(browser: Browser) -> Boots:
    """Return what measures in this browser; for another, write its like."""

    def boots(address: str, count: int) -> tuple[list[float], list[float]]:
        cold, warm = [], []
        for _ in range(count):
            context = browser.new_context()
            for times in cold, warm:
                page = context.new_page()
                page.goto(f"{address}about/")
                page.wait_for_load_state("networkidle")
                times.append(
                    page.evaluate(FIRST_MESSAGE, [address + plain.worker_in(ROOT / "site").as_posix(), REQUEST])
                )
                page.close()
            context.close()
        return cold, warm

    return boots


@contextmanager
def both_sites():
    """Give the folders of plain Pyodide's site and of ours, by name."""
    with tempfile.TemporaryDirectory() as scratch:
        plain.write_site(ROOT / "site", Path(scratch, "plain"), ROOT)
        yield {"plain": Path(scratch, "plain"), "ours": ROOT / "site"}


def measure_boots(name: str, boots: Boots) -> dict[str, float]:
    """Return the medians in one browser, and their ratios; plain and ours take turns, so that both see the same machine."""
    with both_sites() as sites:
        rows = _compare(f"{name}, localhost", boots, sites, 0)
        for megabits in LINES:
            rows |= _compare(f"{name}, {megabits} Mbit/s", boots, sites, megabits)
    return rows


def _compare(title: str, boots: Boots, sites: dict[str, Path], megabits: float) -> dict[str, float]:
    found: dict[str, tuple[list[float], list[float]]] = {which: ([], []) for which in sites}
    for _ in range(BOOTS):
        for which, folder in sites.items():
            with serving_as_pages(folder, BASE, megabits) as (address, _sent):
                for times, new in zip(found[which], boots(address, 1), strict=True):
                    times.extend(new)
    rows: dict[str, float] = {}
    for i, kind in enumerate(("cold", "warm")):
        medians = {which: statistics.median(times[i]) for which, times in found.items()}
        rows |= {f"{title}, first message, {kind}, {which}, ms": round(each) for which, each in medians.items()}
        rows[f"{title}, first message, {kind}, ratio to plain"] = round(medians["ours"] / medians["plain"], 2)
    return rows


def measure_transfer(browser: Browser) -> dict[str, float]:
    """Return the bytes that a first visit brings: the page of a message, until its writer is ready."""
    rows: dict[str, float] = {}
    with both_sites() as sites:
        for which, folder in sites.items():
            with serving_as_pages(folder, BASE) as (address, sent):
                context = browser.new_context()
                page = context.new_page()
                page.goto(f"{address}write/{TYPE.slug}/")
                page.wait_for_selector("message-writer[data-state=ready]", timeout=60_000)
                context.close()
                rows[f"first visit of a writer's page, {which}, MB, gzip"] = round(sum(sent) / 1e6, 2)
    return rows
