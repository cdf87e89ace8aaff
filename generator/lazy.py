"""Modules that are imported when they are first used: what is not imported need not travel to the reader's browser."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class Lazy:
    """Stands for a module; whoever uses it writes the import for the type checker beside it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        """Return what the module has under this name."""
        return getattr(import_module(self._name), name)
