"""The site from a server that does with its files what networks, hosts and disks do: leaves out, cuts short, changes, holds back."""

from __future__ import annotations

import io
import json
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

from generator.site.server import HOST, Handler
from tests import SITE
from tests.browser.recorded import linked
from tests.browser.visit import BASE

RUNTIME = "assets/runtime"
COMPILED, STOCK = json.loads((SITE / RUNTIME / "current.json").read_text("utf-8")) if SITE.is_dir() else ({}, {})
TWIN = COMPILED | {"folder": "stock-twin"}
"""The compiled runtime once more, in the place of the stock one, which takes several times as long to start."""


def change(content: bytes) -> bytes:
    """Return the bytes with one in the middle that is wrong."""
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 0x55]) + content[middle + 1 :]


MISSING, WRONG_TYPE, REFUSED, HELD = "missing", "of a wrong type", "refused", "held"
CHANGES = {
    "truncated": lambda content: content[: len(content) // 2],
    "one byte wrong": change,
    "longer": lambda content: content + b"\n",
    "the host's page": lambda content: (SITE / "404.html").read_bytes(),
    WRONG_TYPE: lambda content: content,
}
FAULTS = [MISSING, *CHANGES, REFUSED]
TYPES = {"the host's page": "text/html", WRONG_TYPE: "text/plain"}


class Faulty(Handler):
    """Writes down each request, and answers those for what is spoiled as it is spoiled."""

    def send_head(self):
        path = self.path.removeprefix(BASE)
        self.server.asked.append(path)
        fault = self.server.spoiled.get(path)
        if fault == HELD:
            self.server.let_go.wait()
        if fault in (None, HELD):
            return super().send_head()
        if fault == REFUSED:
            raise ConnectionResetError
        if fault == MISSING:
            self.send_error(404)
            return None
        content = CHANGES[fault](Path(self.translate_path(self.path)).read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(fault) or self.guess_type(path))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def end_headers(self):
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


class FaultySite:
    """A site at `address`, and the paths that it was `asked` for, from its root."""

    def __init__(self, server):
        """Do what is wanted with `server`."""
        self._server = server
        self.address = f"http://{HOST}:{server.server_port}{BASE}"
        self.asked = server.asked

    def spoil(self, fault, *names, folders=(COMPILED, TWIN)):
        """Answer with a fault wherever one of these files is asked for in one of these folders of the runtime."""
        self._server.spoiled |= {f"{RUNTIME}/{folder['folder']}/{name}": fault for folder in folders for name in names}

    def spoil_file(self, fault, path):
        self._server.spoiled[path] = fault

    def mend(self):
        self._server.spoiled.clear()
        self._server.let_go.set()

    def asked_for(self, text):
        return [path for path in self.asked if text in path]


@contextmanager
def faulty(folder):
    with ThreadingHTTPServer((HOST, 0), partial(Faulty, base=BASE, directory=str(folder))) as server:
        server.asked, server.spoiled, server.let_go = [], {}, Event()
        server.daemon_threads = True
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield FaultySite(server)
        finally:
            server.let_go.set()
            server.shutdown()


def with_twin(folder):
    """Make `folder` the same site, in which the runtime to fall back on starts as fast as the first."""
    linked(folder)
    runtime = folder / RUNTIME
    (runtime / TWIN["folder"]).symlink_to((SITE / RUNTIME / COMPILED["folder"]), target_is_directory=True)
    listed = json.dumps([COMPILED, TWIN])
    for name, text in (("current.json", listed), ("current.mjs", f"export const RUNTIMES = {listed};\n")):
        (runtime / name).unlink()
        (runtime / name).write_text(text, "utf-8")
    return folder
