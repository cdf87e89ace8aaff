"""Hours as people type them: “2:30 pm”, “14.30”, “14h30”, “1430”, “noon”."""

from __future__ import annotations

import re

from generator.errors import AnswerError

type Span = tuple[int, int]
"""Minutes since midnight: the first, and the one after the last."""

_TIME = re.compile(
    r"(?P<hour>\d{1,2}?)(?:[:.](?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?|\s?h\s?(?P<minute_h>\d\d)|(?P<minute_run>\d\d))?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_FIRST_HOUR = 7  # an hour before this one, typed without am or pm, is more likely meant for the afternoon
_MORNING = range(8, 12)  # an interview “at nine” is in the morning, and is noted as such


def read_time(typed: str, *, exact: bool, within: Span | None = None, after: int = -1) -> tuple[int, int, bool]:
    """Return hour (0 to 23) and minute, and whether the half of the day is a guess.

    Args:
        typed: A time and nothing else.
        exact: True where a program wrote it, so that 02:30 is what it says.
        within: The part of the day, where one is named.
        after: The minute of the day that it is now, where it is for today: of 3 and 15 the latter is meant once 3 has gone by.

    Raises:
        AnswerError: No such time, or one that can be in the morning as well as in the afternoon.
    """
    if word := re.search("noon|midday|midnight", typed, re.IGNORECASE):
        return (0 if word[0].casefold() == "midnight" else 12), 0, False
    typed = typed.strip()
    match = _TIME.fullmatch(typed)
    if match is None:
        raise AnswerError(f"There is no such time as “{typed}”: enter it as 2:30 pm or 14:30.")
    hour, minute = int(match["hour"]), int(match["minute"] or match["minute_h"] or match["minute_run"] or 0)
    if hour > 23 or minute > 59 or (match["half"] and not 1 <= hour <= 12):
        raise AnswerError(f"There is no such time as “{typed}”: enter it as 2:30 pm or 14:30.")
    hours = _halves(hour, match["half"])
    if within:
        hours = [each for each in hours if within[0] <= each * 60 + minute < within[1]]
    if len(hours) == 1:
        return hours[0], minute, False
    if not within:
        bare = not (match["minute"] or match["minute_h"] or match["minute_run"])
        if exact or not (bare or hour < _FIRST_HOUR or (hour == _FIRST_HOUR and len(match["hour"]) == 1)):
            return hour, minute, False
        if 0 < hour <= _FIRST_HOUR and hour * 60 + minute <= after < (hour + 12) * 60 + minute:
            return hour + 12, minute, False
        if bare and (hour in _MORNING or hour == 12):
            return hour, minute, True
    raise AnswerError(f"Enter “{typed}” with am or pm, such as 2:30 pm.")


def _halves(hour: int, half: str | None) -> list[int]:
    """Return the hours of the whole day that an hour can be."""
    if not 1 <= hour <= 12:
        return [hour]
    both = [hour % 12, hour % 12 + 12]
    return [both[half[0] in "pP"]] if half else both
