"""Invitation → the calendar file that declines it (iTIP, RFC 5546).

`decline` → `export_reply` gives it as a file, and `mail.export_eml` puts it into the mail that says the same in words.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from generator.characters import is_hidden, one_line
from generator.errors import ExportError
from generator.exports.filenames import filename
from generator.exports.headers import is_address
from generator.model.invitation import Event, Moment, Person
from generator.model.message import Draft, Export
from generator.reply.content_lines import basic_format, escape, stamp_line, text_lines, write_calendar

REPLY_TYPE = "text/calendar; method=REPLY; charset=utf-8"

_IN_QUOTES = str.maketrans({'"': "'", "\\": "/", "^": "^^"})
_INSTANCE = re.compile(
    r"RECURRENCE-ID(?P<parameters>(?:;[A-Z-]+=(?:\"[^\"]*\"|[^\";:,]*))*)"
    r":(?P<value>[0-9]{8}(?:T[0-9]{6}Z?)?)",
    re.IGNORECASE,
)
_ZONE = re.compile(r';TZID=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^";:,]*))', re.IGNORECASE)


def decline(event: Event, attendee: Person, comment: str, stamp: str) -> bytes:
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
    return write_calendar(
        "METHOD:REPLY",
        "BEGIN:VEVENT",
        _uid(event),
        *_instance(event),
        stamp_line(stamp),
        _party("ORGANIZER", organizer),
        _party("ATTENDEE;PARTSTAT=DECLINED", attendee),
        *([f"SEQUENCE:{event.sequence}"] if event.sequence > 0 else []),
        *_times(event),
        *text_lines("SUMMARY", event.summary),
        *text_lines("COMMENT", comment),
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


def _require_request(event: Event) -> Person:
    """Return the organizer of an event, once it is known to ask for a reply.

    Raises:
        ExportError: It has another method than REQUEST, no UID, or no organizer with an address.
    """
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


def _uid(event: Event) -> str:
    """Return the UID line that identifies the event: as the invitation has it, since some programs compare it as it stands."""
    if any(map(is_hidden, event.uid)):
        raise ExportError(
            "The UID of the invitation holds characters that cannot be seen: it is written as 7f3a@example.org."
        )
    line = dict(event.lines).get("UID", "")
    return (
        line
        if line.startswith("UID:") and line[4:].strip() and not any(map(is_hidden, line))
        else f"UID:{escape(event.uid)}"
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
        return f":{basic_format(there - timedelta(minutes=moment.offset))}Z"
    except (ValueError, OverflowError):  # there is no such moment
        return ""


def _local(moment: Moment) -> str:
    day = f"{moment.year:04}{moment.month:02}{moment.day:02}"
    return day if moment.hour is None else f"{day}T{moment.hour:02}{moment.minute or 0:02}00"


def _party(start: str, person: Person) -> str:
    """Return the line of somebody who takes part.

    The name is in quotation marks: none can stand inside them, a caret begins a code there (RFC 6868), and some take a
    backslash for the beginning of one.
    """
    name = one_line(person.name).translate(_IN_QUOTES)
    named = f';CN="{name}"' if name else ""
    return f"{start}{named}:mailto:{person.address}"
