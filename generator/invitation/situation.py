"""What an invitation means for its reader: where they stand, how long there is, and what is to be known before they answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from generator.appointment import Event, Found, Suggestion
from generator.errors import AnswerError
from generator.fields.dates import read_datetime
from generator.model import When

NOTICES = (timedelta(hours=4), timedelta(days=1), timedelta(days=7))
"""Where one of the chooser's notices ends and the next begins, in its order."""

_SAID = (
    "It is less than four hours until the interview.",
    "It is less than a day until the interview.",
    "It is more than a day until the interview.",
    "It is a week or more until the interview.",
)


def suggest(status: str, found: Sequence[Found], now: str) -> Suggestion | None:
    """Return where the reader stands; None where nothing is known, or nothing is left to do.

    Args:
        status: One of `appointment.STATUSES`.
        found: What the invitation says.
        now: The reader's date and hour, as in `Here`; empty where it is not known.
    """
    if status in ("cancelled", "unclear"):
        return None
    things = {each.name: each.value for each in found}
    left = _left(things.get("interview_when", ""), now)
    because = [_BECAUSE[status]]
    notice = None
    if status != "proposed" and left is not None and left > timedelta(0):
        notice = sum(left >= end for end in NOTICES)
        because.append(_SAID[notice])
    if status != "proposed" and left is not None and left <= timedelta(0):
        return Suggestion(where="after", notice=None, because=("The day of the interview is over.",))
    if "agency" in things:
        return Suggestion(where="around", notice=notice, because=(*because, _agency(things["agency"])))
    return Suggestion(where="invited" if status == "proposed" else "booked", notice=notice, because=tuple(because))


_BECAUSE = {
    "proposed": "They ask which day would suit you, so no day is agreed yet.",
    "booked": "It names the day and the hour, so a day is agreed.",
    "moved": "It puts the interview on another day, so a day is agreed.",
}


def _agency(name: str) -> str:
    return f"{name} wrote to you for an employer, so the agency is the one to tell."


def _left(value: str, now: str) -> timedelta | None:
    """Return how long it is until a day, None where that cannot be known; a day without an hour begins at nine."""
    if not (value and now):
        return None
    try:
        today = datetime.fromisoformat(now).replace(tzinfo=None)
        when = read_datetime(value, When(today.year, today.month, today.day, today.weekday()))
    except (AnswerError, ValueError):
        return None
    if when.year is None:
        return None
    hour, minute = (9, 0) if when.hour is None else (when.hour, when.minute or 0)
    return datetime(when.year, when.month, when.day, hour, minute) - today  # noqa: DTZ001  both are the reader's own clock


def remarks(status: str, found: Sequence[Found], events: Sequence[Event]) -> Iterator[str]:
    """Yield a sentence for each thing that the reader should know, whatever was found."""
    if status == "cancelled":
        yield "They have cancelled it, so there is nothing left to decline. Thank them in a line, if you like."
    if not found:
        yield "Nothing in it looks like an invitation to an interview. Try the text of the mail itself, or answer the questions without it."
    for event in events[:1]:
        if event.method == "REPLY":
            yield "It is somebody's answer to an invitation, and no invitation."
        if event.repeats:
            yield "It repeats, and its day is the first of them."
        if event.method == "REQUEST" and not event.uid:
            yield "It has no UID, by which calendars know it again, so no answer can be made for it: use the Decline button of your calendar."
