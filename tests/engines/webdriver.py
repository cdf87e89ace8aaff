"""A browser driven by the commands of the WebDriver standard, in the two ways that they travel.

WebKit's driver takes them over HTTP. Firefox takes them as JSON on a socket, and calls that Marionette. So neither needs
a package beyond the browser.
"""

from __future__ import annotations

import json
import time
from http.client import HTTPConnection
from pathlib import Path

HOST = "127.0.0.1"
STARTING = (
    120  # seconds: a busy machine takes long to start a browser; one that has not started by then is started again
)
PATIENCE = 600  # and longer to start Python in it, and to have it answer a thousand requests
ENTER = "\ue007"  # the Enter key, as WebDriver spells it,
CONTROL_AND = "\ue009"  # and the Control key

ADDRESSES = {
    "NewSession": "",
    "Navigate": "url",
    "FindElement": "element",
    "ElementClick": "element/{id}/click",
    "ElementClear": "element/{id}/clear",
    "ElementSendKeys": "element/{id}/value",
    "ExecuteAsyncScript": "execute/async",
}
"""Each command by its name, with its address under the session's."""

CALL = """const given = [...arguments], done = given.pop();
Promise.resolve().then(() => (FUNCTION)(...given)).then(
    (value) => done({ value: value ?? null }),
    (error) => done({ failure: String(error) }),
);"""


PASSING = {"no such element", "stale element reference", "element not interactable", "element click intercepted"}
"""Errors that may be gone in a moment, while a page settles."""

SETTLING = 300  # seconds: a busy machine is slow
BETWEEN_TRIES = 0.1  # seconds


IS_THERE = "(address) => location.href.startsWith(address) && document.readyState === 'complete'"

UNCOVER = "(selector) => document.querySelector(selector)?.scrollIntoView({ block: 'center', behavior: 'instant' })"
"""WebDriver itself scrolls an element just to the edge, where the head of the page may cover it."""


class WebDriverError(Exception):
    """The browser refused a command, or a script in it failed."""

    def __init__(self, code, message):
        """Keep the standard's `code`, in words."""
        super().__init__(f"{code}: {message}")
        self.code = code


class WebDriver:
    """One browser with one page. `send` sends a command and returns what came back."""

    def __init__(self, send, proxy, downloads, **wanted):
        """Open the session.

        Args:
            send: Sends a command.
            proxy: The host and port through which any machine but this one is asked.
            downloads: The folder where the browser puts what is downloaded.
            wanted: Capabilities.
        """
        self._send = send
        self._downloads = Path(downloads)
        through = {"proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy, "noProxy": [HOST]}
        send("NewSession", proxy=through, timeouts={"script": PATIENCE * 1000}, **wanted)

    def open(self, address):
        """Go there, and wait: one visit soon after another, WebKit's driver takes the end of the first for that of the second."""
        self._send("Navigate", url=address)
        awaited(lambda: self.run(IS_THERE, address.partition("#")[0]), f"The browser did not come to {address}.")

    def run(self, function, *arguments):
        answer = self._send("ExecuteAsyncScript", script=CALL.replace("FUNCTION", function), args=list(arguments))
        if answer is None:
            raise WebDriverError("javascript error", "The page went away before it could answer.")
        if "failure" in answer:
            raise WebDriverError("javascript error", answer["failure"])
        return answer["value"]

    def click(self, selector):
        self._act("ElementClick", selector)

    def fill(self, selector, text):
        self._act("ElementClear", selector)
        self._act("ElementSendKeys", selector, text=text)

    def type(self, selector, text):
        self._act("ElementSendKeys", selector, text=text.replace("\n", ENTER))

    def paste(self, selector):
        self._act("ElementSendKeys", selector, text=f"{CONTROL_AND}v")

    def download(self, selector):
        """Click, and return the name and the bytes of the file that came of it."""
        before = {*self._downloads.iterdir()}
        self.click(selector)
        path = awaited(lambda: _whole_file({*self._downloads.iterdir()} - before), "No file came.")
        return path.name, path.read_bytes()

    def _act(self, command, selector, **parameters):
        """Do something to the element, as soon as a person could."""
        end = time.monotonic() + SETTLING
        while True:
            try:
                self.run(UNCOVER, selector)
                [element] = self._send("FindElement", using="css selector", value=selector).values()
                return self._send(command, id=element, **parameters)
            except WebDriverError as error:
                if error.code not in PASSING or time.monotonic() > end:
                    raise
            time.sleep(BETWEEN_TRIES)


def awaited(look, otherwise, seconds=SETTLING):
    """Return what `look` returns, as soon as it returns something; what it stumbles over meanwhile may be gone in a moment."""
    end, stumbled = time.monotonic() + seconds, None
    while time.monotonic() < end:
        try:
            if found := look():
                return found
        except (OSError, ValueError, WebDriverError) as error:
            stumbled = error
        time.sleep(BETWEEN_TRIES)
    raise TimeoutError(otherwise) from stumbled


def _whole_file(paths):
    """Return the one file that has arrived; while it does, Firefox keeps an empty one of its name and another with the bytes."""
    return next((path for path in paths if len(paths) == 1 and path.suffix != ".part" and path.stat().st_size), None)


def over_http(port):
    """Return what sends commands to the driver that listens on `port`."""
    session = ""

    def send(name, **parameters):
        nonlocal session
        address = "/".join(filter(None, ["/session", session, ADDRESSES[name].format(**parameters)]))
        if name == "NewSession":
            parameters = {"capabilities": {"alwaysMatch": parameters}}
        connection = HTTPConnection(HOST, port, timeout=PATIENCE if session else STARTING)
        try:
            connection.request("POST", address, json.dumps(parameters), {"Content-Type": "application/json"})
            response = connection.getresponse()
            value = json.load(response)["value"]
        finally:
            connection.close()
        if response.status != 200:
            raise WebDriverError(value["error"], value["message"])
        if name == "NewSession":
            session = value["sessionId"]
        return value

    return send


def over_marionette(connection, incoming):
    """Return what sends commands through a socket that Firefox has accepted; `incoming` reads from it."""
    _receive(incoming)  # it introduces itself

    def send(name, **parameters):
        command = json.dumps([0, 0, f"WebDriver:{name}", parameters]).encode()
        connection.sendall(b"%d:%s" % (len(command), command))
        _, _, error, result = _receive(incoming)
        if error:
            raise WebDriverError(error["error"], error["message"])
        return result.get("value", result)

    return send


def _receive(incoming):
    """Read one message: its length in bytes, a colon, and JSON."""
    length = b""
    while (byte := incoming.read(1)) != b":":
        if not byte:
            raise ConnectionError("Firefox has gone away.")
        length += byte
    return json.loads(incoming.read(int(length)))
