"""Serves a site with the headers and the compression of GitHub Pages, for measurements."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from time import sleep

from generator.site.server import HOST, Handler, address

PIECE = 16 * 1024  # bytes
COMPRESSED = {".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".xml"}


@cache
def compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


class PagesHandler(Handler):
    """Keeps for ten minutes, answers 304, compresses what Pages does, and counts what it sends."""

    protocol_version = "HTTP/1.1"
    sent: list[int]
    rate: float
    line: Lock

    def end_headers(self):
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def send_head(self):
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or "If-Modified-Since" in self.headers:
            return super().send_head()
        packed = path.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        content = compressed(path) if packed else path.read_bytes()
        self.sent.append(len(content))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Last-Modified", self.date_time_string(path.stat().st_mtime))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return io.BytesIO(content)

    def copyfile(self, source, outputfile):
        """Send at the rate of the line, which all connections share."""
        while piece := source.read(PIECE):
            if self.rate:
                with self.line:
                    sleep(len(piece) / self.rate)
            outputfile.write(piece)


@contextmanager
def serving_as_pages(site: Path, base: str, megabits: float = 0) -> Iterator[tuple[str, list[int]]]:
    """Give the address, and the list of how many bytes each answer has brought.

    The line is as fast as it can be, or has `megabits` a second: made here, so that it holds for workers and in every browser.
    """
    sent: list[int] = []
    handler = type("Counting", (PagesHandler,), {"sent": sent, "rate": megabits * 1e6 / 8, "line": Lock()})
    with ThreadingHTTPServer((HOST, 0), partial(handler, base=base, directory=str(site))) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield address(server, base), sent
        finally:
            server.shutdown()
