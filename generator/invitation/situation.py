"""What an invitation means for its reader: where they stand, how long there is, and what is to be known before they answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from generator.errors import AnswerError
from generator.fields.dates import read_datetime
from generator.invitation import zones
from generator.invitation.from_events import REPLY_METHODS
from generator.model.invitation import Event, Found, ReaderClock, Suggestion
from generator.model.message import When

NOTICES = (timedelta(hours=4), timedelta(days=1), timedelta(days=7))
"""Where one of the chooser's notices ends and the next begins, in its order."""

_SAID = (
    "It is less than four hours until the interview.",
    "It is less than a day until the interview.",
    "It is more than a day until the interview.",
    "It is a week or more until the interview.",
)


def suggest(status: str, found: Sequence[Found], event: Event | None, clock: ReaderClock) -> Suggestion | None:
    """Return where the reader stands; None where nothing is known, or nothing is left to do.

    Args:
        status: One of `appointment.STATUSES`.
        found: What the invitation says.
        event: The one that is answered.
        clock: Where and when the reader is.
    """
    if status in ("cancelled", "unclear"):
        return None
    things = {each.name: each.value for each in found}
    day = things.get("interview_when", "")
    left, said = _left(day, event, clock) if status != "proposed" else (None, "")
    if left is not None and left <= timedelta(0):
        return Suggestion(where="after", notice=None, because=(said,))
    notice = None if left is None else sum(left >= end for end in NOTICES)
    where = "around" if "agency" in things else "invited" if status == "proposed" else "booked"
    agency = _agency(things["agency"]) if "agency" in things else ""
    because = (_BECAUSE[status, bool(day) + (" at " in day)], said, agency)
    return Suggestion(where=where, notice=notice, because=tuple(each for each in because if each))


_BECAUSE = {
    **dict.fromkeys([("proposed", i) for i in range(3)], "They ask which day would suit you, so no day is agreed yet."),
    ("booked", 0): "It speaks of the interview as agreed.",
    ("booked", 1): "It names the day, so a day is agreed.",
    ("booked", 2): "It names the day and the hour, so a day is agreed.",
    ("moved", 0): "It moves the interview, which was agreed before.",
    **dict.fromkeys([("moved", 1), ("moved", 2)], "It puts the interview on another day, so a day is agreed."),
}
"""The status, and how much is known of the day → why the reader stands where they do."""


def _agency(name: str) -> str:
    return f"{name} wrote to you for an employer, so they are the ones to tell."


def _left(day: str, event: Event | None, clock: ReaderClock) -> tuple[timedelta | None, str]:
    """Return how long it is until a day, and a sentence about it; (None, "") where that cannot be known."""
    try:
        now = datetime.fromisoformat(clock.now).replace(tzinfo=None)
        when = read_datetime(day, When(now.year, now.month, now.day, now.weekday()))
    except (AnswerError, ValueError):
        return None, ""
    if when.year is None:
        return None, ""
    midnight = datetime(when.year, when.month, when.day)  # noqa: DTZ001  as the reader's own clock
    if when.hour is None and midnight.date() == now.date():
        return timedelta(minutes=1), "The interview is today."
    left = zones.until(event.start, clock, now) if event and event.start else None
    if left is None:  # a day without an hour begins at nine
        left = midnight + timedelta(hours=9 if when.hour is None else when.hour, minutes=when.minute or 0) - now
    if left <= timedelta(0):
        return (
            left,
            "The day of the interview is over."
            if midnight.date() < now.date()
            else "The hour of the interview is over.",
        )
    return left, _SAID[sum(left >= end for end in NOTICES)]


def remarks(status: str, found: Sequence[Found], events: Sequence[Event]) -> Iterator[str]:
    """Yield a sentence for each thing that the reader should know, whatever was found."""
    event = next(iter(events), None)
    if status == "cancelled":
        yield "They have cancelled it, so there is nothing left to decline. Thank them in a line, if you like."
    elif event and event.method in REPLY_METHODS:
        yield "It is somebody's answer to an invitation, and no invitation."
    elif not found:
        yield "Nothing in it looks like an invitation to an interview. Try the text of the mail itself, or answer the questions without it."
    elif event and len(events) > 1 and status == "booked" and not event.recurrence_id:
        yield f"It has {len(events)} appointments, and its day is that of the first."
    elif event and event.repeats:
        yield "It repeats, and its day is the first of them."
    if event and event.method == "REQUEST" and not event.uid and status != "cancelled":
        yield "It has no UID, by which calendars know it again, so no answer can be made for it: use the Decline button of your calendar."
