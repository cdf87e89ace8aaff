"""What a page weighs beside the same page in plain Material, and what Lighthouse says of it."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load
from playwright.sync_api import Browser

from tests import NODE, ROOT, SITE
from tests.bench.pages_server import serving_as_pages
from tests.engines.chromium import ARGUMENTS, find_chromium

BASE = "/repo/"
LIGHTHOUSE = Path(__file__).parent / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
RUNS = 3
GUIDE = "during/when-the-pay-is-too-low/"
PAGES = {"home": "", "guide": GUIDE, "writer": "write/pay-too-low/"}
OURS = ("custom_dir", "logo", "favicon", "icon")
SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
"""Said to a page, it fetches nothing ahead."""


@contextmanager
def plain_material() -> Iterator[Path]:
    """Give the folder of the handbook built by Material alone: the same settings, without our theme, hooks and message pages."""
    with tempfile.TemporaryDirectory() as scratch:
        config = yaml_load((ROOT / "mkdocs.yml").open(encoding="utf-8"))
        config["theme"] = {key: value for key, value in config["theme"].items() if key not in OURS}
        config = {key: value for key, value in config.items() if key not in ("hooks", "extra_css", "extra_javascript")}
        config |= {"docs_dir": str(ROOT / "docs"), "site_dir": f"{scratch}/site", "strict": False}
        config["nav"] = [each for each in config["nav"] if "write/" not in each.values()]
        Path(scratch, "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", f"{scratch}/mkdocs.yml"]
        subprocess.run(command, check=True, capture_output=True)
        yield Path(scratch, "site")


def measure_weight(browser: Browser) -> dict[str, float]:
    """Return what a page of the handbook brings, in bytes and in files, the first time."""
    rows: dict[str, float] = {}
    with plain_material() as plain:
        for which, folder in {"plain Material": plain, "ours": SITE}.items():
            with serving_as_pages(folder, BASE) as (address, sent):
                context = browser.new_context()
                context.add_init_script(SAVES_DATA)
                context.new_page().goto(address + GUIDE, wait_until="networkidle")
                context.close()
                rows[f"handbook page, {which}, kB, gzip"] = round(sum(sent) / 1e3, 1)
                rows[f"handbook page, {which}, requests"] = len(sent)
    rows["handbook page, transfer, ratio to plain Material"] = round(
        rows["handbook page, ours, kB, gzip"] / rows["handbook page, plain Material, kB, gzip"], 2
    )
    return rows


def measure_lighthouse() -> dict[str, float]:
    """Return Lighthouse's four marks of three pages, on its phone, and of the guide in plain Material; medians."""
    rows: dict[str, float] = {}
    with plain_material() as plain, serving_as_pages(plain, BASE) as (address, _sent):
        rows |= _marks("guide in plain Material", address + GUIDE)
    with serving_as_pages(SITE, BASE) as (address, _sent):
        for name, path in PAGES.items():
            rows |= _marks(name, address + path)
    return rows


def _marks(name: str, address: str) -> dict[str, float]:
    reports = [_report(address)["categories"].values() for _ in range(RUNS)]
    return {
        f"Lighthouse, {name}, {runs[0]['title'].lower()}": round(
            100 * statistics.median(each["score"] for each in runs)
        )
        for runs in zip(*reports, strict=True)
    }


def _report(address: str) -> dict[str, dict[str, dict[str, float]]]:
    flags = ["--headless", *ARGUMENTS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    command = [NODE, LIGHTHOUSE, address, "--quiet", "--output=json", f"--chrome-flags={' '.join(flags)}"]
    done = subprocess.run(
        command, check=True, capture_output=True, env=os.environ | {"CHROME_PATH": str(find_chromium())}
    )
    return json.loads(done.stdout)
