"""Serves the built site as GitHub Pages does: under a sub-path, `404.html` for what is missing, the right media types.

python -m generator.site.server [--port N] [--base /repo/] [FOLDER]
"""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Final, override

HOST: Final = "127.0.0.1"
PORT: Final = 8000
PORTS_TRIED: Final = 20  # from the wanted one upwards
MEDIA_TYPES: Final = {
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
}


class Handler(SimpleHTTPRequestHandler):
    """Answers for the folder `directory`, mounted at `base`."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | MEDIA_TYPES

    def __init__(self, *connection: Any, base: str, directory: str) -> None:
        """Answer one connection; `base` begins and ends with a slash."""
        self.base = base
        super().__init__(*connection, directory=directory)

    @override
    def handle(self) -> None:
        """Answer; a browser that has gone away in the meantime is no error."""
        with suppress(ConnectionError):
            super().handle()

    @override
    def translate_path(self, path: str) -> str:
        """Return the file of an address; of one outside `base`, a file that does not exist."""
        if not path.startswith(self.base):
            return os.path.join(self.directory, "outside", "of", "the", "site")  # noqa: PTH118  the base class wants text
        return super().translate_path(path.removeprefix(self.base.rstrip("/")))

    @override
    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where something is missing."""
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    @override
    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """Show no list of files: a folder without a page is missing."""
        self.send_error(404)

    @override
    def log_message(self, format: str, *arguments: object) -> None:
        """Stay silent."""


def open_server(site: Path, base: str = "/", port: int = 0) -> ThreadingHTTPServer:
    """Listen on `port`, on a free one if it is 0; `site` appears at `base`."""
    if not (site / "index.html").is_file():
        raise FileNotFoundError(f"{site} holds no built site: run `make build`.")
    return ThreadingHTTPServer((HOST, port), partial(Handler, base=base, directory=str(site)))


def address(server: ThreadingHTTPServer, base: str = "/") -> str:
    """Return the address of the site's first page."""
    return f"http://{HOST}:{server.server_port}{base}"


@contextmanager
def serving(site: Path, base: str = "/") -> Iterator[str]:
    """Serve in the background, on a free port, and give the address; for tests."""
    with open_server(site, base) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield address(server, base)
        finally:
            server.shutdown()


def listen_near(open_at: Callable[[int], ThreadingHTTPServer], port: int) -> ThreadingHTTPServer:
    """Return what `open_at` opens on `port`, or on the next that is free."""
    for each in range(port, port + PORTS_TRIED):
        try:
            return open_at(each)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    raise OSError(f"No port from {port} to {port + PORTS_TRIED - 1} is free: name another with --port.")


def _base(text: str) -> str:
    return f"/{text.strip('/')}/" if text.strip("/") else "/"


def main() -> int:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m generator.site.server", description="Serve the built site.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("site"), metavar="FOLDER")
    parser.add_argument("--base", type=_base, default="/", help="the path that the site appears at")
    parser.add_argument("--port", type=int, default=PORT, help=f"the first port that is tried (default {PORT})")
    options = parser.parse_args()
    try:
        server = listen_near(partial(open_server, options.folder, options.base), options.port)
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    with server:
        print(f"The site as it is published is at {address(server, options.base)} (stop with Ctrl+C)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
