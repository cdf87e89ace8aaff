"""The three browser engines, behind the same few verbs: open, run, click, fill, type, paste, download.

Chromium is driven by Playwright, Firefox and WebKit by WebDriver. Each asks for any address but this machine's through
the listener, which is a proxy too: so it hears whatever a browser asks anybody.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Error, sync_playwright

from tests.engines.chromium import find_chromium, launch
from tests.engines.webdriver import HOST, PATIENCE, WebDriver, WebDriverError, awaited, over_http, over_marionette

FIREFOX = ("firefox-esr", "firefox")
PREFERENCES = """
user_pref("marionette.port", 0);  // any that is free
user_pref("services.settings.server", "data:,");  // the browser's own calls home: nothing here needs them
user_pref("media.gmp-manager.updateEnabled", false);
user_pref("browser.download.folderList", 2);  // the folder that is named
user_pref("browser.download.dir", "DOWNLOADS");
"""
OWN_SETTINGS = {"MOZ_REMOTE_SETTINGS_DEVTOOLS": "1"}  # without it, Firefox ignores the address of its settings
SMALL_BROWSER = "*/webkit2gtk-4.*/MiniBrowser"  # in Debian's folder for programs that no person starts
SCREEN = ["-screen", "0", "1280x900x24", "-nolisten", "tcp"]

WAIT = """async (limit, ...given) => {
    const end = Date.now() + limit;
    while (!(await (CONDITION)(...given))) {
        if (Date.now() > end) return false;
        await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return true;
}"""


def wait(engine, condition, *arguments):
    """Wait until the JavaScript function `condition` returns what is true, or a promise of it."""
    assert engine.run(WAIT.replace("CONDITION", condition), PATIENCE * 1000, *arguments), f"never came: {condition}"


class Chromium:
    """One browser with one page."""

    def __init__(self, page):
        """Drive `page`."""
        self._page = page

    def open(self, address):
        self._page.goto(address)

    def run(self, function, *arguments):
        return self._page.evaluate(f"(given) => ({function})(...given)", list(arguments))

    def click(self, selector):
        self._page.click(selector)

    def fill(self, selector, text):
        self._page.fill(selector, text)

    def type(self, selector, text):
        self._page.focus(selector)
        self._page.keyboard.type(text)

    def paste(self, selector):
        self._page.press(selector, "Control+v")

    def download(self, selector):
        with self._page.expect_download() as coming:
            self._page.click(selector)
        return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


@contextmanager
def chromium(proxy):
    with sync_playwright() as playwright:
        browser = launch(playwright)
        context = browser.new_context(proxy={"server": f"http://{proxy}", "bypass": HOST})
        context.set_default_timeout(PATIENCE * 1000)
        yield Chromium(context.new_page())
        browser.close()


@contextmanager
def firefox(proxy):
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, TemporaryDirectory() as downloads:
        Path(folder, "user.js").write_text(PREFERENCES.replace("DOWNLOADS", downloads))
        with running(find_firefox(), "--headless", "--marionette", "--no-remote", "--profile", folder, **OWN_SETTINGS):
            port = started(lambda: int(Path(folder, "MarionetteActivePort").read_text()))
            with socket.create_connection((HOST, port), PATIENCE) as connection, connection.makefile("rb") as incoming:
                yield WebDriver(over_marionette(connection, incoming), proxy, downloads)


@contextmanager
def webkit(proxy):
    alone = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"} if os.geteuid() == 0 else {}  # it refuses to run as root
    options = {"binary": find_small_browser(), "args": ["--automation"]}
    with TemporaryDirectory() as home, unseen_screen() as display, ExitStack() as programs:
        Path(home, "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{home}/downloads"\n')
        Path(home, "downloads").mkdir()
        port = free_port()
        programs.enter_context(
            running("WebKitWebDriver", f"--port={port}", DISPLAY=display, XDG_CONFIG_HOME=home, **alone)
        )
        started(lambda: socket.create_connection((HOST, port)).close() or port)
        yield WebDriver(over_http(port), proxy, f"{home}/downloads", **{"webkitgtk:browserOptions": options})


ENGINES = {"chromium": chromium, "firefox": firefox, "webkit": webkit}
"""Name → context manager that starts the engine; it is given the host and port of its proxy."""


REFUSALS = (OSError, Error, WebDriverError)
"""What an engine raises that does not start, or whose page is just going away; a time-out is an OSError."""

STARTED_AGAIN = []
"""The names of engines that did not start the first time: on a busy machine WebKit's driver now and then misses that its browser has."""


@contextmanager
def start(name, proxy):
    """Start an engine; one that does not start is started again, once."""
    with ExitStack() as stack:
        try:
            engine = stack.enter_context(ENGINES[name](proxy))
        except REFUSALS:
            STARTED_AGAIN.append(name)
            engine = stack.enter_context(ENGINES[name](proxy))
        engine.name = name
        yield engine


def found():
    """Return the names of the engines that this machine has."""
    has = {"chromium": find_chromium(), "firefox": find_firefox(), "webkit": find_webkit()}
    return [name for name in ENGINES if has[name]]


def find_firefox():
    return next(filter(None, map(shutil.which, FIREFOX)), None)


def find_webkit():
    return shutil.which("WebKitWebDriver") and shutil.which("Xvfb") and find_small_browser()


def find_small_browser():
    return next((str(path) for path in sorted(Path("/usr/lib").glob(SMALL_BROWSER))), None)


@contextmanager
def unseen_screen():
    """Start a screen that nobody sees, and give its name."""
    with TemporaryDirectory() as folder:
        number = Path(folder, "display")
        with number.open("w") as written, running("Xvfb", "-displayfd", str(written.fileno()), *SCREEN, keep=written):
            yield started(lambda: f":{int(number.read_text())}")


@contextmanager
def running(*command, keep=None, **environment):
    """Run a program until the end of the block; it inherits the open file `keep`."""
    process = subprocess.Popen(
        command,
        env=os.environ | environment,
        pass_fds=[keep.fileno()] if keep else [],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


def started(look):
    """Return what `look` finds of a program that is starting."""
    return awaited(look, "The browser did not start.", PATIENCE)


def free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]
