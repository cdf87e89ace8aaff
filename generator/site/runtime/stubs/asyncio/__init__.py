"""A stub for Python's asyncio, whose import loads sockets, processes and threads: in a page Python answers at once and awaits nothing."""

from __future__ import annotations

from typing import NoReturn


def get_event_loop() -> NoReturn:
    """Refuse: Pyodide looks for this function when it starts, and calls it when something is awaited."""
    raise RuntimeError("nothing is awaited here: this Python answers at once.")
