"""A host that comes and goes, and what it has published."""

from __future__ import annotations

from threading import Thread

from generator.site import server
from tests.browser.visit import BASE


class Host:
    """A server that can be stopped, started again at the same address, and given another release."""

    def __init__(self, folder):
        self.folder = folder
        self.server = None
        self.start()
        self.address = server.address(self.server, BASE)

    def start(self):
        port = self.server.server_port if self.server else 0
        self.server = server.open_server(self.folder, BASE, port)
        Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


def name_of(release):
    """Return the name of the cache of a release."""
    return f"offline {BASE} {release['build']}"
