"""Every way we know in which Python in a browser could send what it knows to somebody else. It runs in Pyodide."""

import asyncio

import js
from pyodide.code import run_js
from pyodide.http import open_url, pyfetch

PATIENCE = 2  # seconds


async def over(target):
    """Wait until the attempt has come to something, whatever it is."""
    done = asyncio.Event()
    for event in ("load", "loadend", "open", "message", "error"):
        setattr(target, f"on{event}", lambda *_: done.set())
    await done.wait()


async def by_request(address):
    request = js.XMLHttpRequest.new()
    request.open("GET", address)
    request.send()
    await over(request)


async def by_socket(address):
    await over(js.WebSocket.new(address.replace("http", "ws")))


async def by_events(address):
    source = js.EventSource.new(address)
    await over(source)
    source.close()


async def by_open_url(address):
    open_url(address)


async def by_eval(address):
    await run_js(f"fetch({address!r})")


ATTEMPTS = {
    "pyfetch": pyfetch,
    "js.fetch": js.fetch,
    "open_url": by_open_url,
    "js.XMLHttpRequest": by_request,
    "js.WebSocket": by_socket,
    "js.EventSource": by_events,
    "run_js": by_eval,
}


async def try_all(prefix):
    """Make every attempt, all at once, and return their names."""

    async def attempt(name):
        await ATTEMPTS[name](prefix + name)

    await asyncio.wait([asyncio.create_task(attempt(name)) for name in ATTEMPTS], timeout=PATIENCE)
    return list(ATTEMPTS)
