"""Modules and patterns that are made when they are first used: what is not imported need not travel to the reader's browser."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import Any


class Lazy:
    """Stands for a module; whoever uses it writes the import for the type checker beside it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        """Return what the module has under this name."""
        return getattr(import_module(self._name), name)


@cache
def compiled(pattern: str, *, exact: bool = False) -> re.Pattern[str]:
    """Return a pattern of the source code, compiled once; it takes capitals and small letters for the same, unless it is exact."""
    return re.compile(pattern, 0 if exact else re.IGNORECASE)
