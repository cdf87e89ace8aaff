"""An entry for the reader's own calendar, which reminds them to look whether somebody has answered."""

from __future__ import annotations

from datetime import date, timedelta

from generator.errors import ExportError
from generator.exports.filenames import filename
from generator.formatters import is_unnamed
from generator.model.message import Draft, Export, When
from generator.reply.content_lines import basic_format, stamp_line, text_lines, write_calendar


def remind(draft: Draft, day: When, stamp: str) -> Export:
    """Return an entry for the reader's own calendar, which asks whether they have answered.

    It takes up the day without blocking it, is shown to nobody who shares the calendar, and is the same entry each time it is
    opened.

    Args:
        draft: The message that was sent.
        day: When to look, with its year.
        stamp: The moment in UTC at which it is made, as `20261124T235700Z`.

    Raises:
        ExportError: The day has no year, or does not exist.
    """
    starts = _require_day(day)
    question, advice = _ask(draft)
    data = write_calendar(
        "BEGIN:VEVENT",
        f"UID:{_digest(draft.type, question, advice, starts.isoformat())}",
        stamp_line(stamp),
        f"DTSTART;VALUE=DATE:{basic_format(starts)}",
        f"DTEND;VALUE=DATE:{basic_format(starts + timedelta(days=1))}",
        *text_lines("SUMMARY", question),
        *text_lines("DESCRIPTION", advice),
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:PT9H",  # at nine in the morning
        *text_lines("DESCRIPTION", question),
        "END:VALARM",
        "END:VEVENT",
    )
    return Export(name=filename(draft, "ics", "reminder"), media_type="text/calendar; charset=utf-8", data=data)


def _require_day(day: When) -> date:
    if day.year is None:
        raise ExportError("A reminder needs the year of its day: write it as 21 April 2027.")
    try:
        return date(day.year, day.month, day.day)
    except ValueError as error:
        raise ExportError("There is no such day in the calendar: write one as 21 April 2027.") from error


def _ask(draft: Draft) -> tuple[str, str]:
    """Return the question of a reminder, and what to do where the answer is no."""
    names = {name: draft.phrases.get(name, "") for name in ("recipient", "role", "company")}
    whom = f" from {names['recipient']}" if names["recipient"] and not is_unnamed(names["recipient"]) else ""
    role = f" about the {names['role']} role" if names["role"] else ""
    company = f" at {names['company']}" if names["company"] else ""
    return (
        f"Is there an answer{whom} yet?",
        f"You got in touch with them{role}{company}. If nothing has come back, one line to ask whether they have your message is enough. After that, you have done your part.",
    )


def _digest(*texts: str) -> str:
    """Return an identifier that is always the same for the same content, and for no other."""
    from hashlib import sha256  # noqa: PLC0415  seldom needed

    return sha256("\n".join(texts).encode(errors="replace")).hexdigest()
