"""Expressions that are compiled when they are first needed, so that an import need not wait for any of them."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(source: str, *, exact: bool = False) -> re.Pattern[str]:
    """Return an expression that takes capitals and small letters for the same, unless it is exact."""
    return re.compile(source, 0 if exact else re.IGNORECASE)
