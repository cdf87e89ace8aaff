"""The site served as the tests need it: every request is written down, the canary's scripts stand among the site's own, and something may be missing."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from generator.site import offline
from generator.site.server import HOST, Handler
from tests import SITE
from tests.browser.visit import BASE

CANARY = Path(__file__).parent / "canary"
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


class RecordedSite:
    """A site at `address`; the paths that it was `asked` for; and the `workers` that started from an address here."""

    def __init__(self, server):
        """Collect what `server` was asked for."""
        self.origin = f"http://{HOST}:{server.server_port}"
        self.address = f"{self.origin}{BASE}"
        self.asked = server.asked
        self.workers = server.workers


class Recording(Handler):
    """Writes down each request, and finds the canary's scripts."""

    def send_head(self):
        self.server.asked.append(self.path)
        purpose = (self.headers["Sec-Fetch-Dest"], self.headers["Sec-Fetch-Mode"])
        if purpose == (
            "worker",
            "same-origin",
        ):  # what a worker that runs already imports is fetched in the mode `cors`
            self.server.workers.append(self.path)
        return super().send_head()

    def translate_path(self, path):
        canary = f"{BASE}canary/"
        return str(CANARY / path.removeprefix(canary)) if path.startswith(canary) else super().translate_path(path)


@contextmanager
def recorded(folder=SITE):
    with ThreadingHTTPServer((HOST, 0), partial(Recording, base=BASE, directory=str(folder))) as server:
        server.asked, server.workers = [], []
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield RecordedSite(server)
        server.shutdown()


def without_policy(folder):
    """Make `folder` the same site, but no worker keeps it, and its first page has no policy."""
    page, found = POLICY.subn("", (SITE / "index.html").read_text("utf-8"))
    assert found == 1
    without(folder, offline.WORKER, "index.html")
    (folder / "index.html").write_text(page, "utf-8")
    return folder


def without(folder, *patterns):
    """Make `folder` the same site, where the files that match are missing."""
    linked(folder)
    for pattern in patterns:
        [path] = folder.glob(pattern)
        path.unlink()
    return folder


def linked(folder):
    """Make `folder` the same site, made of links."""
    return Path(shutil.copytree(SITE, folder, copy_function=os.symlink))
