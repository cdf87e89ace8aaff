"""How long Python takes to the first message, ours beside plain Pyodide's: from the worker's start to the answer in the page."""

from __future__ import annotations

import json
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from generator import find
from generator.site import offline
from tests import ROOT, SITE
from tests.bench import plain
from tests.bench.pages_server import serving_as_pages
from tests.engines import ENGINES, found
from tests.engines.listener import listening

BASE = "/repo/"
BOOTS = 5
LINES = (0, 50, 10)  # Mbit/s; 0 is as fast as this machine can
TYPE = find("cancel-agreed-interview")
OTHER = find("stay-in-touch")
READY = "message-writer[data-state=ready]"
REQUEST = json.dumps({"request": "compose", "type": TYPE.slug, "answers": dict(TYPE.examples[0].answers)})

FIRST_MESSAGE = """async (module, request) => {
    await new Promise((resolve) => setTimeout(resolve, 1000)); // the page itself has come to rest
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


def measure_boots() -> Iterator[dict[str, float]]:
    """Yield the medians in every engine that is here, and their ratios; plain and ours take turns, so that both see the same machine."""
    with without_service_worker() as sites:
        for name in found():
            for megabits in LINES:
                line = f"{megabits} Mbit/s" if megabits else "localhost"
                yield _compare(f"{name}, {line}", name, sites, megabits)


@contextmanager
def without_service_worker() -> Iterator[dict[str, Path]]:
    """Give the folders of plain Pyodide's site and of ours, by name; nothing is kept but by the browser itself."""
    with tempfile.TemporaryDirectory() as scratch:
        sites = {"plain": Path(scratch, "plain"), "ours": Path(scratch, "ours")}
        plain.write_site(SITE, sites["plain"], ROOT)
        shutil.copytree(SITE, sites["ours"])
        for folder in sites.values():
            (folder / offline.WORKER).unlink()
        yield sites


def _compare(title: str, engine: str, sites: dict[str, Path], megabits: float) -> dict[str, float]:
    taken: dict[str, list[tuple[float, float]]] = {which: [] for which in sites}
    for _ in range(BOOTS):
        for which, folder in sites.items():
            with serving_as_pages(folder, BASE, megabits) as (address, _sent):
                taken[which].append(_boot_twice(engine, address))
    rows: dict[str, float] = {}
    for i, kind in enumerate(("cold", "warm")):
        medians = {which: statistics.median(pair[i] for pair in pairs) for which, pairs in taken.items()}
        rows |= {f"{title}, first message, {kind}, {which}, ms": round(each) for which, each in medians.items()}
        rows[f"{title}, first message, {kind}, ratio to plain"] = round(medians["ours"] / medians["plain"], 2)
    return rows


def _boot_twice(name: str, address: str) -> tuple[float, float]:
    """Return how long the first message takes in a browser that has kept nothing, and in another page of it."""
    with listening() as nobody, ENGINES[name](nobody.address) as engine:
        worker = address + plain.worker_in(SITE).as_posix()
        times = []
        for _ in range(2):
            engine.open(f"{address}about/")
            times.append(engine.run(FIRST_MESSAGE, worker, REQUEST))
    return times[0], times[1]


def measure_transfer(browser: Browser) -> dict[str, float]:
    """Return the bytes that a first visit brings: the page of a message, until its writer is ready and all is kept for later."""
    rows: dict[str, float] = {}
    with without_service_worker() as sites:
        for which, folder in (sites | {"ours, with all that is kept for offline": SITE}).items():
            with serving_as_pages(folder, BASE) as (address, sent):
                context = browser.new_context()
                page = context.new_page()
                page.goto(f"{address}write/{TYPE.slug}/")
                page.wait_for_selector(READY, timeout=60_000)
                page.wait_for_timeout(3000)
                context.close()
                rows[f"first visit of a writer's page, {which}, MB, gzip"] = round(sum(sent) / 1e6, 2)
    return rows


def count_boots(browser: Browser) -> dict[str, float]:
    """Return how many workers of ours, which start from a blob, start while a reader goes from one writer to the next."""
    with serving_as_pages(SITE, BASE) as (address, _sent):
        context = browser.new_context()
        page = context.new_page()
        workers: list[str] = []
        page.on("worker", lambda worker: workers.append(worker.url) if worker.url.startswith("blob:") else None)
        page.goto(f"{address}write/{TYPE.slug}/")
        page.wait_for_selector(READY, timeout=60_000)
        first = len(workers)
        page.locator(f"a[href$='write/{OTHER.slug}/']").first.evaluate("(link) => link.click()")
        page.wait_for_url(f"**/{OTHER.slug}/")
        page.wait_for_selector(READY, timeout=60_000)
        context.close()
    return {"boots, first writer's page": first, "boots, second writer's page in the same visit": len(workers) - first}
