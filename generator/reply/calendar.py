"""Invitation → the calendar file that declines it (RFC 5546), and an entry that reminds of an answer that is due.

`reply` → `export_reply` gives it as a file, and `mail.export_eml` puts it into the mail that says the same in words.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from generator.characters import is_hidden, one_line
from generator.errors import ExportError
from generator.exports.filenames import filename
from generator.exports.headers import is_address
from generator.formatters import is_unnamed
from generator.model.invitation import Event, Moment, Person
from generator.model.message import Draft, Export, When

REPLY_TYPE = "text/calendar; method=REPLY; charset=utf-8"

_WIDTH = 75  # octets of a line, without its end (RFC 5545)
_PRODUCT = "PRODID:-//No with thanks//Message writer//EN"
_IN_QUOTES = str.maketrans({'"': "'", "\\": "/", "^": "^^"})
_STAMP = re.compile(r"[0-9]{8}T[0-9]{6}Z")
_INSTANCE = re.compile(
    r"RECURRENCE-ID(?P<parameters>(?:;[A-Z-]+=(?:\"[^\"]*\"|[^\";:,]*))*)"
    r":(?P<value>[0-9]{8}(?:T[0-9]{6}Z?)?)",
    re.IGNORECASE,
)
_ZONE = re.compile(r';TZID=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^";:,]*))', re.IGNORECASE)


def reply(event: Event, attendee: Person, comment: str, stamp: str) -> bytes:
    """Return the calendar file by which one of the invited declines.

    It names the interview by its UID, and the instance of a series; the times are there to be read. They are in UTC or as
    they were, since a named zone would need its rules beside it.

    Args:
        event: What is declined.
        attendee: Who declines: an address that was invited, or that the invitation was passed on to.
        comment: What the organizer is told beside it; empty to say nothing.
        stamp: The moment in UTC at which it is made, as `20261124T235700Z`.

    Raises:
        ExportError: It is no invitation, cannot be named, or has nobody to reply to.
    """
    organizer = _require_request(event)
    if not is_address(attendee.address):
        raise ExportError(f"“{attendee.address}” is not the address that was invited: write it as bright@example.org.")
    return _calendar(
        "METHOD:REPLY",
        "BEGIN:VEVENT",
        _uid(event),
        *_instance(event),
        f"DTSTAMP:{_require_stamp(stamp)}",
        _party("ORGANIZER", organizer),
        _party("ATTENDEE;PARTSTAT=DECLINED", attendee),
        *([f"SEQUENCE:{event.sequence}"] if event.sequence > 0 else []),
        *_times(event),
        *_text("SUMMARY", event.summary),
        *_text("COMMENT", comment),
        "END:VEVENT",
    )


def takes_reply(event: Event) -> bool:
    """Tell whether the event has all that a reply to it takes."""
    try:
        _require_request(event)
        _uid(event)
        _instance(event)
    except ExportError:
        return False
    return True


def export_reply(draft: Draft, replied: bytes) -> Export:
    """Return a reply as a file that is named after the message which it goes with."""
    return Export(name=filename(draft, "ics", "calendar-reply"), media_type=REPLY_TYPE, data=replied)


def reminder(draft: Draft, day: When, stamp: str) -> Export:
    """Return an entry for the reader's own calendar: whether they have answered.

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
    question, advice = _ask_for_answer(draft)
    data = _calendar(
        "BEGIN:VEVENT",
        f"UID:{_digest(draft.type, question, advice, starts.isoformat())}",
        f"DTSTAMP:{_require_stamp(stamp)}",
        f"DTSTART;VALUE=DATE:{_bare(starts)}",
        f"DTEND;VALUE=DATE:{_bare(starts + timedelta(days=1))}",
        *_text("SUMMARY", question),
        *_text("DESCRIPTION", advice),
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:PT9H",  # at nine in the morning
        *_text("DESCRIPTION", question),
        "END:VALARM",
        "END:VEVENT",
    )
    return Export(name=filename(draft, "ics", "reminder"), media_type="text/calendar; charset=utf-8", data=data)


def _require_request(event: Event) -> Person:
    """Return who invites."""
    if event.method != "REQUEST":
        method = f"says METHOD:{one_line(event.method)}" if event.method else "has no METHOD"
        raise ExportError(f"This calendar file {method}: only one with METHOD:REQUEST asks for an answer.")
    if not event.uid:
        raise ExportError(
            "The invitation does not say which one it is: its file takes a line such as UID:7f3a@example.org."
        )
    if not event.organizer or not is_address(event.organizer.address):
        raise ExportError(
            "The invitation has no address to reply to: its file takes a line such as ORGANIZER:mailto:varga@example.org."
        )
    return event.organizer


def _require_stamp(stamp: str) -> str:
    if not _STAMP.fullmatch(stamp):
        raise ExportError(f"“{stamp}” is not a moment in UTC: write it as 20261124T235700Z.")
    return stamp


def _require_day(day: When) -> date:
    if day.year is None:
        raise ExportError("A reminder needs the year of its day: write it as 21 April 2027.")
    try:
        return date(day.year, day.month, day.day)
    except ValueError as error:
        raise ExportError("There is no such day in the calendar: write one as 21 April 2027.") from error


def _uid(event: Event) -> str:
    """Return the line by which both sides know the event: that of the invitation, since some compare it without reading it."""
    if any(map(is_hidden, event.uid)):
        raise ExportError(
            "The UID of the invitation holds characters that cannot be seen: it is written as 7f3a@example.org."
        )
    line = dict(event.lines).get("UID", "")
    return (
        line
        if line.startswith("UID:") and line[4:].strip() and not any(map(is_hidden, line))
        else f"UID:{_escape(event.uid)}"
    )


def _instance(event: Event) -> list[str]:
    """Return the line that names one instance of a series, none for a whole one.

    In UTC where that is certain: the instance that has been left on its day has the offset of its start. Else as it was
    written, to be read by the name of its zone.
    """
    line = event.recurrence_id
    if not line:
        return []
    found = _INSTANCE.fullmatch(line)
    if not found or any(map(is_hidden, line)) or not _is_moment(found["value"]):
        # without it, the whole series would be declined
        raise ExportError(
            f"“{one_line(line)}” does not say which day of the series is meant: it is written as RECURRENCE-ID:20270511T130000Z."
        )
    parameters, value = found["parameters"], found["value"]
    ranged = ";RANGE=THISANDFUTURE" if ";RANGE=THISANDFUTURE" in parameters.upper() else ""
    zone = _ZONE.search(parameters)
    if "T" not in value:
        return [f"RECURRENCE-ID{ranged};VALUE=DATE:{value}"]
    if not zone or value.endswith("Z"):
        return [f"RECURRENCE-ID{ranged}:{value}"]
    in_utc = _time_of_instance(zone["quoted"] or zone["bare"] or "", value, event.start)
    return [f"RECURRENCE-ID{ranged}{in_utc or f'{zone[0]}:{value}'}"]


def _is_moment(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _time_of_instance(zone: str, value: str, start: Moment | None) -> str:
    """Return when the instance was to start, in UTC; empty where that is not certain."""
    if not start or start.offset is None or zone != start.zone or value[:8] != _local(start)[:8] or value[13:] != "00":
        return ""
    return _time(start._replace(hour=int(value[9:11]), minute=int(value[11:13])))


def _times(event: Event) -> list[str]:
    """Return the lines of the start and, where it is written alike, of the end."""
    start, end = (_time(moment) if moment else "" for moment in (event.start, event.end))
    alike = (start[:1], start[-1:] == "Z") == (end[:1], end[-1:] == "Z")
    if not start:
        return []
    return [f"DTSTART{start}", *([f"DTEND{end}"] if alike and end > start else [])]


def _time(moment: Moment) -> str:
    """Return the end of a property's line, from its parameters on; empty for a zone whose offset nobody knows."""
    if moment.hour is None:
        return f";VALUE=DATE:{_local(moment)}"
    if moment.offset is None:
        return "" if moment.zone else f":{_local(moment)}"
    try:
        there = datetime(moment.year, moment.month, moment.day, moment.hour, moment.minute or 0)  # noqa: DTZ001  its offset is known
        return f":{_bare(there - timedelta(minutes=moment.offset))}Z"
    except (ValueError, OverflowError):  # there is no such moment
        return ""


def _local(moment: Moment) -> str:
    day = f"{moment.year:04}{moment.month:02}{moment.day:02}"
    return day if moment.hour is None else f"{day}T{moment.hour:02}{moment.minute or 0:02}00"


def _bare(moment: date) -> str:
    return re.sub("[-:]", "", moment.isoformat())


def _ask_for_answer(draft: Draft) -> tuple[str, str]:
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
    """Return a name that is always the same for the same content, and for no other."""
    from hashlib import sha256  # noqa: PLC0415  seldom needed

    return sha256("\n".join(texts).encode(errors="replace")).hexdigest()


def _party(start: str, person: Person) -> str:
    """Return the line of somebody who takes part.

    The name is in quotation marks: none can stand inside them, a caret begins a code there (RFC 6868), and some take a
    backslash for the beginning of one.
    """
    name = one_line(person.name).translate(_IN_QUOTES)
    named = f';CN="{name}"' if name else ""
    return f"{start}{named}:mailto:{person.address}"


def _text(name: str, text: str) -> list[str]:
    """Return the line of a text; none for an empty one."""
    line = one_line(text)
    return [f"{name}:{_escape(line)}"] if line else []


def _escape(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", text)


def _calendar(*lines: str) -> bytes:
    whole = ("BEGIN:VCALENDAR", "VERSION:2.0", _PRODUCT, *lines, "END:VCALENDAR")
    return b"".join(map(_fold, whole))


def _fold(line: str) -> bytes:
    """Return the line in rows of so many octets at most; no character is divided between two."""
    rows, row = b"", b""
    for char in line:
        if len(row) + len(char.encode()) > _WIDTH:
            rows, row = rows + row + b"\r\n", b" "
        row += char.encode()
    return rows + row + b"\r\n"
