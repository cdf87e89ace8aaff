"""Pyodide's loop of events in the browser: the worker waits, never Python."""

from __future__ import annotations


def _initialize_event_loop() -> None:
    """Start none."""
