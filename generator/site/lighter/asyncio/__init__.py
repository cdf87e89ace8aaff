"""Python's own, which brings sockets, processes and threads along: the worker asks Python, which answers at once."""

from __future__ import annotations

from typing import NoReturn


def get_event_loop() -> NoReturn:
    """Refuse: Pyodide looks for this function when it starts, and calls it when something is awaited."""
    raise RuntimeError("nothing is awaited here: this Python answers at once.")
