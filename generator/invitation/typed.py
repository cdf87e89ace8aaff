"""A moment as a person types it into the form: “Thursday, 13 May 2027 at 2:30 pm BST”."""

from __future__ import annotations

from generator.english import MONTHS, WEEKDAYS
from generator.formatters import write_time
from generator.model.message import When


def write(when: When) -> str:
    """Return a moment with all that is known of it."""
    weekday = "" if when.weekday is None else f"{WEEKDAYS[when.weekday]}, "
    year = "" if when.year is None else f" {when.year}"
    day = f"{weekday}{when.day} {MONTHS[when.month - 1]}{year}"
    if when.hour is None:
        return day
    zone = f" {when.zone}" if when.zone else ""
    return f"{day} at {write_time(when.hour, when.minute or 0)}{zone}"
