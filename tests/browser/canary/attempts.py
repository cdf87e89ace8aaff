"""Every way we know in which Python in a browser could send what it knows to somebody else. It runs in Pyodide."""

import asyncio
from contextlib import suppress

import js
from pyodide.code import run_js
from pyodide.http import open_url, pyfetch


async def by_fetch(address):
    await js.fetch(address)


async def by_request(address):
    request = js.XMLHttpRequest.new()
    request.open("GET", address)
    request.send()


async def by_socket(address):
    js.WebSocket.new(address.replace("http", "ws"))


async def by_events(address):
    js.EventSource.new(address)


async def by_open_url(address):
    open_url(address)


async def by_eval(address):
    await run_js(f"fetch({address!r})")


ATTEMPTS = {
    "pyfetch": pyfetch,
    "js.fetch": by_fetch,
    "open_url": by_open_url,
    "js.XMLHttpRequest": by_request,
    "js.WebSocket": by_socket,
    "js.EventSource": by_events,
    "run_js": by_eval,
}


async def attempt(name, address):
    with suppress(Exception):  # refused
        await ATTEMPTS[name](address)


def try_all(prefix, own):
    """Make every attempt, all at once, and then once more with addresses of the site itself; return the names of all, and of those that it may ask."""
    js.tasks = [asyncio.ensure_future(attempt(name, each + name)) for each in (prefix, own) for name in ATTEMPTS]
    return [list(ATTEMPTS), ["pyfetch", "js.fetch", "open_url", "js.XMLHttpRequest", "js.EventSource"]]
