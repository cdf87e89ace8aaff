"""The Chromium that the tests drive: found on this machine, or installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

STARTING = 300_000  # ms that a busy machine may take

ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",  # the browser's own calls home: nothing here needs them
    "--disable-component-update",
    "--disable-sync",
    # The last two are lists below the address bar, a page of their own each, which take as long to start as the page that is tested.
    "--disable-features=AutofillServerCommunication,WebUIOmniboxPopup,WebUIOmniboxAimPopup",
]


def launch(playwright: Playwright, *arguments: str) -> Browser:
    """Start Chromium without a window, with these arguments more."""
    alone = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium's sandbox refuses to run as root
    return playwright.chromium.launch(
        executable_path=find_chromium(), args=[*ARGUMENTS, *alone, *arguments], timeout=STARTING
    )


def find_chromium() -> str | None:
    """Return the path of a Chromium: the machine's, or the one that Playwright installed."""
    if found := next(filter(None, map(shutil.which, NAMES)), None):
        return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).is_file() else None


def install() -> None:
    """Install Playwright's Chromium, or Debian's where that cannot be fetched."""
    done = subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, capture_output=True)
    if done.returncode and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "--quiet=2"], check=False)
        subprocess.run(["apt-get", "install", "--quiet=2", "--yes", "--no-install-recommends", "chromium"], check=False)


HOW_TO_GET_IT = (
    "There is no Chromium: install one (on Debian, apt-get install chromium), and the tests in a browser run too."
)


def provide() -> None:
    """Install a Chromium where there is none, and say where it is, or how to get it."""
    if not find_chromium():
        install()
    print(find_chromium() or HOW_TO_GET_IT)
