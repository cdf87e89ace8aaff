"""The canary: a server that writes down every request that reaches it, and answers each so that browsers are content.

It stands for somebody else. It listens on a port, and so an origin, of its own, and it is the proxy of the engines.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.request import urlopen

HOST = "127.0.0.1"

MAKERS = re.compile(r"(?:https?://)?[\w.-]+\.(?:mozilla\.(?:com|net|org)|firefox\.com|googleapis\.com|google\.com)[:/]")
"""What a browser asks its own maker by itself, whatever page is open: no page of ours is the cause."""


class Listener:
    """What was heard, in order, each as the address that was asked for."""

    def __init__(self, server):
        """Collect what `server` hears."""
        self.address = f"{HOST}:{server.server_port}"
        self.origin = f"http://{self.address}"
        self.heard = server.heard

    def hears(self, path):
        """Return what was heard before `path`, which it is told now: so it was awake all the time."""
        urlopen(f"{self.origin}{path}").close()
        assert path in self.heard
        return [each for each in self.heard if each != path]


class Ear(BaseHTTPRequestHandler):
    """Writes down a request."""

    def answer(self):
        """Answer, with leave for every origin to read it."""
        self.note()
        self.send_response(200)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "*")
        self.send_header("Content-Type", "text/javascript")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_POST = do_HEAD = do_PUT = do_OPTIONS = answer  # noqa: N815  the base class looks for these

    def do_CONNECT(self):
        """Refuse a tunnel to another machine."""
        self.note()
        self.send_error(502)

    def note(self):
        if not MAKERS.match(self.path):
            self.server.heard.append(self.path)

    def log_message(self, *arguments):
        """Stay silent."""


class Server(ThreadingHTTPServer):
    """Keeps what was heard."""

    daemon_threads = True

    def __init__(self):
        """Listen on a free port."""
        self.heard = []
        super().__init__((HOST, 0), Ear)


@contextmanager
def listening():
    with Server() as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield Listener(server)
        server.shutdown()
