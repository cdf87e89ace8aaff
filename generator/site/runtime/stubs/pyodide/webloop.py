"""A stub for Pyodide's event loop: the worker waits for Python, and Python for nothing."""

from __future__ import annotations


def _initialize_event_loop() -> None:
    """Start none."""
