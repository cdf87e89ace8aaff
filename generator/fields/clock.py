"""Hours as people type them: “2:30 pm”, “14.30”, “14h30”, “1430”, “noon”."""

from __future__ import annotations

import re

from generator.errors import AnswerError

_TIME = re.compile(
    r"(?P<hour>\d{1,2}?)(?:[:.](?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?|\s?h\s?(?P<minute_h>\d\d)|(?P<minute_run>\d\d))?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_FIRST_HOUR = 7  # an hour before this one, typed without am or pm, is more likely meant for the afternoon


def read_time(typed: str, *, exact: bool) -> tuple[int, int]:
    """Return hour (0 to 23) and minute.

    Args:
        typed: A time and nothing else.
        exact: True where a program wrote it, so that 02:30 is what it says.

    Raises:
        AnswerError: No such time, or one that can be in the morning as well as in the afternoon.
    """
    if word := re.search("noon|midday|midnight", typed, re.IGNORECASE):
        return (0 if word[0].casefold() == "midnight" else 12), 0
    match = _TIME.fullmatch(typed.strip())
    if match is None:
        raise AnswerError(f"There is no such time as “{typed}”: enter it as 2:30 pm or 14:30.")
    hour, minute = int(match["hour"]), int(match["minute"] or match["minute_h"] or match["minute_run"] or 0)
    if hour > 23 or minute > 59 or (match["half"] and not 1 <= hour <= 12):
        raise AnswerError(f"There is no such time as “{typed}”: enter it as 2:30 pm or 14:30.")
    if match["half"]:
        return hour % 12 + (12 if match["half"][0] in "pP" else 0), minute
    bare = not (match["minute"] or match["minute_h"] or match["minute_run"])
    if not exact and (0 < hour < _FIRST_HOUR or (hour <= 12 and bare) or (hour == 7 and len(match["hour"]) == 1)):
        raise AnswerError(f"Enter “{typed}” with am or pm, such as 2:30 pm.")
    return hour, minute
