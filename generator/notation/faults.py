"""What is wrong with a line of the notation."""

from __future__ import annotations

type Fault = tuple[int, str]
"""The number of a line, from 1, and a sentence that names the right form."""


class NotationError(ValueError):
    """A sentence about a line; who reads the line knows its number."""
