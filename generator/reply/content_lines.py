"""The lines of a calendar file (RFC 5545), written: escaped, and folded so that no row is too long."""

from __future__ import annotations

import re
from datetime import date

from generator.characters import one_line
from generator.errors import ExportError

_WIDTH = 75  # octets of a line, without its end
_PRODUCT = "PRODID:-//No with thanks//Message writer//EN"
_STAMP = re.compile(r"[0-9]{8}T[0-9]{6}Z")


def write_calendar(*lines: str) -> bytes:
    """Return a calendar file of these lines, none of them folded yet."""
    whole = ("BEGIN:VCALENDAR", "VERSION:2.0", _PRODUCT, *lines, "END:VCALENDAR")
    return b"".join(map(_fold, whole))


def stamp_line(stamp: str) -> str:
    """Return the line that says when the file was made.

    Raises:
        ExportError: The moment is not written as `20261124T235700Z`.
    """
    if not _STAMP.fullmatch(stamp):
        raise ExportError(f"“{stamp}” is not a moment in UTC: write it as 20261124T235700Z.")
    return f"DTSTAMP:{stamp}"


def text_lines(name: str, text: str) -> list[str]:
    """Return the property of a text as one line; none for an empty text."""
    line = one_line(text)
    return [f"{name}:{escape(line)}"] if line else []


def escape(text: str) -> str:
    """Return a text as it stands in a calendar file."""
    return re.sub(r"([\\;,])", r"\\\1", text)


def basic_format(moment: date) -> str:
    """Return a day or a moment without the marks between its numbers: `20270511`, `20270511T130000`."""
    return re.sub("[-:]", "", moment.isoformat())


def _fold(line: str) -> bytes:
    """Return the line in rows of so many octets at most; no character is divided between two."""
    rows, row = b"", b""
    for char in line:
        if len(row) + len(char.encode()) > _WIDTH:
            rows, row = rows + row + b"\r\n", b" "
        row += char.encode()
    return rows + row + b"\r\n"
