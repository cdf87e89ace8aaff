"""Calendar files (RFC 5545) → events: only what a reply to an invitation needs, in whatever state the file is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice

from generator.errors import InvitationError
from generator.invitation import offsets
from generator.invitation.content_lines import (
    divide,
    first_junk,
    first_lines,
    lines_of,
    parameters,
    text_of,
    unfold,
    value_of,
)
from generator.invitation.zones import YEARS, is_utc, wall_of
from generator.model.invitation import Event, Moment, Person

_MOST_COMPONENTS = 200
_MOST_PEOPLE = 500
_LONGEST_QUOTE = 60
_HOLDS_NONE = "The calendar file holds no appointment: add the invitation itself, or paste its words."
_ASKS = "enter the day and the hour yourself."

_MARK = re.compile(r"\n(BEGIN|END)[ \t]*+:([^\n]*)", re.IGNORECASE)
_MAILTO = re.compile("mailto:", re.IGNORECASE)
_SEQUENCE = re.compile(r"[0-9]{1,9}")
_WHEN = re.compile(
    r":[ \t]*+([0-9]{4})-?([0-9]{2})-?([0-9]{2})"
    r"(?:[T ]([0-9]{2}):?([0-9]{2})(?::?[0-9]{2}(?:\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?[ \t]*+$",
    re.IGNORECASE,
)
"""From its colon to the end of the line: a TZID without quotation marks may hold another colon."""
_DURATION = re.compile(
    r"\+?P(?:([0-9]{1,5})W)?(?:([0-9]{1,5})D)?(?:T(?:([0-9]{1,5})H)?(?:([0-9]{1,5})M)?(?:([0-9]{1,5})S)?)?",
    re.IGNORECASE,
)


@dataclass(eq=False, slots=True)
class _Component:
    """What stands between BEGIN and END, without the components within."""

    name: str
    around: _Component | None
    pieces: list[str] = field(default_factory=list)

    def text(self) -> str:
        return "".join(self.pieces)


def parse(text: str) -> tuple[tuple[Event, ...], tuple[str, ...]]:
    """Return the events in their order, and a sentence to the reader for each thing that cannot be read.

    Every word of an event is a piece of the text, once that is unfolded and its escapes are undone.

    Raises:
        InvitationError: More components than any invitation has.
    """
    components, complete = _divide(unfold(text))
    zones = _read_zones(components)
    methods: dict[_Component | None, str] = {
        each: _read_method(each) for each in components if each.name == "VCALENDAR"
    }
    said = [] if complete else ["The calendar file breaks off: check what was found against the invitation."]
    events = []
    for component in components:
        if component.name == "VEVENT":
            event, faults = _read_event(component, methods.get(_calendar_of(component), ""), zones)
            events.append(event)
            said += faults
    if not events:
        said.append(_HOLDS_NONE)
    return tuple(events), tuple(dict.fromkeys(said))


def asks(sentence: str) -> bool:
    """Tell whether a sentence of `parse` asks for a day, which the words around a calendar file may give as well."""
    return sentence == _HOLDS_NONE or sentence.endswith(_ASKS)


def _divide(text: str) -> tuple[list[_Component], bool]:
    """Return all components, as they begin, and whether each has its end."""
    marks = list(islice(_MARK.finditer(text), 2 * _MOST_COMPONENTS + 1))
    if len(marks) > 2 * _MOST_COMPONENTS or sum(mark[1][0] in "Bb" for mark in marks) > _MOST_COMPONENTS:
        raise InvitationError(
            f"The calendar file has more than {_MOST_COMPONENTS} parts: save the one invitation by itself, and add that."
        )
    found: list[_Component] = []
    stack: list[_Component] = []
    complete = True
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        name = mark[2].strip().upper()
        if mark[1][0] in "Bb":
            if name in ("VCALENDAR", "VEVENT"):  # never within its like: the one before has lost its end
                complete = not _close(stack, name) and complete
            stack.append(_Component(name, stack[-1] if stack else None))
            found.append(stack[-1])
        else:
            complete = complete and (not stack or stack[-1].name == name)
            _close(stack, name)
        if stack:
            stack[-1].pieces.append(text[mark.end() : following.start() if following else None])
    return found, complete and not stack


def _close(stack: list[_Component], name: str) -> bool:
    """Take the innermost component of the name off the stack, with those within it; tell whether there was one."""
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].name == name:
            del stack[depth:]
            return True
    return False


def _calendar_of(component: _Component | None) -> _Component | None:
    while component and component.name != "VCALENDAR":
        component = component.around
    return component


def _read_method(calendar: _Component) -> str:
    return value_of(first_lines(calendar.text()), "METHOD").upper()


def _read_zones(components: Iterable[_Component]) -> dict[str, offsets.Zone]:
    """Return TZID → how its clocks run, the first of each name."""
    names: dict[_Component | None, str] = {}
    texts: dict[str, list[str]] = {}
    for component in components:
        if component.name == "VTIMEZONE":
            name = offsets.zone_name(component.text())
            if name not in texts:
                names[component], texts[name] = name, []
        elif component.name in ("STANDARD", "DAYLIGHT") and component.around in names:
            texts[names[component.around]].append(component.text())
    return {name: offsets.read(each) for name, each in texts.items()}


def _read_event(component: _Component, method: str, zones: Mapping[str, offsets.Zone]) -> tuple[Event, list[str]]:
    """Return the event, and sentences about what could not be read of it."""
    text = component.text()
    lines = first_lines(text)
    attendees = lines_of(text, "ATTENDEE", _MOST_PEOPLE + 1)
    start = _read_start(lines, zones)
    sequence = _SEQUENCE.fullmatch(value_of(lines, "SEQUENCE"))
    event = Event(
        method=method,
        uid=text_of(lines, "UID"),
        sequence=int(sequence[0]) if sequence else 0,
        status=value_of(lines, "STATUS").upper(),
        organizer=next(_read_people([lines.get("ORGANIZER", "")]), None),
        attendees=tuple(_read_people(attendees[:_MOST_PEOPLE])),
        start=start,
        end=_read_end(lines, start, zones),
        repeats=bool(value_of(lines, "RRULE") or value_of(lines, "RDATE")),
        recurrence_id=lines.get("RECURRENCE-ID", ""),
        summary=text_of(lines, "SUMMARY"),
        location=text_of(lines, "LOCATION"),
        description=text_of(lines, "DESCRIPTION"),
        lines=tuple(lines.items()),
    )
    return event, [*_faults(event, lines, first_junk(text), len(attendees))]


def _faults(event: Event, lines: Mapping[str, str], junk: str, people: int) -> Iterator[str]:
    if event.start is None and (typed := value_of(lines, "DTSTART")):
        yield f"The calendar file gives “{_clip(typed)}” as the start, which is no day that can be read: {_ASKS}"
    elif event.start is None:
        named = f"“{_clip(event.summary)}”" if event.summary else "the appointment"
        yield f"The calendar file does not say when {named} is: {_ASKS}"
    if people > _MOST_PEOPLE:
        yield f"The calendar file invites more than {_MOST_PEOPLE} people, and the first {_MOST_PEOPLE} were read: if you are not among them, enter your address yourself."
    if junk:
        yield f"The line “{_clip(junk)}” of the calendar file cannot be read: check what was found against the invitation."


def _clip(words: str) -> str:
    """Return words as they can be quoted in a sentence: in one line, and not too many."""
    line = " ".join(words[: 4 * _LONGEST_QUOTE].split())
    return line if len(line) <= _LONGEST_QUOTE else line[:_LONGEST_QUOTE].rstrip() + "…"


def _read_people(lines: Iterable[str]) -> Iterator[Person]:
    """Yield those who have a name or an address."""
    for line in lines:
        head, value = divide(line)
        given = parameters(head)
        address = _address(given.get("EMAIL", "")) or _address(value)  # EMAIL is where mail reaches them (RFC 7986 6.2)
        name = given.get("CN", "").strip()
        if len(name) > 1 and name[0] == name[-1] == "'":  # as Outlook writes an address for a name
            name = name[1:-1].strip()
        if name.casefold() == address.casefold():
            name = ""
        if name or address:
            yield Person(name=name, address=address, line=line)


def _address(value: str) -> str:
    """Return the email address that a calendar address holds; empty for a page or a number."""
    *scheme, address = _MAILTO.split(value)
    address = address.strip("<> \t")
    return address if "@" in address and (scheme or not set(":/") & set(address)) else ""


def _read_start(lines: Mapping[str, str], zones: Mapping[str, offsets.Zone]) -> Moment | None:
    start = _read_moment(lines.get("DTSTART", ""), zones)
    whole = value_of(lines, "X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE"
    if start and whole and start.hour == start.minute == 0:  # Exchange writes the midnights, in the sender's zone
        return start._replace(hour=None, minute=None)
    return start


def _read_end(lines: Mapping[str, str], start: Moment | None, zones: Mapping[str, offsets.Zone]) -> Moment | None:
    if "DTEND" in lines or start is None:
        return _read_moment(lines.get("DTEND", ""), zones)
    lasts = _DURATION.fullmatch(value_of(lines, "DURATION"))
    if not lasts or not any(lasts.groups()):
        return None
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in lasts.groups())
    span = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return _moment(wall_of(start) + span, start.zone, zones, whole=start.hour is None)


def _read_moment(line: str, zones: Mapping[str, offsets.Zone]) -> Moment | None:
    """Return the moment that a line gives; None where that is none."""
    found = _WHEN.search(line)
    if not found:
        return None
    year, month, day, hour, minute = (int(each or 0) for each in found.groups()[:5])
    given = parameters(line[: found.start()])
    try:
        wall = datetime(year, month, day, hour, minute)  # noqa: DTZ001  as clocks show it
    except ValueError:
        return None
    zone = {"Z": "UTC", "": given.get("TZID", "")}.get((found[6] or "").upper(), found[6])
    return _moment(wall, zone, zones, whole=found[4] is None or given.get("VALUE", "").upper() == "DATE")


def _moment(wall: datetime, zone: str, zones: Mapping[str, offsets.Zone], *, whole: bool) -> Moment | None:
    """Return a moment with its offset as far as the file has it; None where the form does not take the year."""
    if wall.year not in YEARS:
        return None
    day = Moment(year=wall.year, month=wall.month, day=wall.day, hour=None, minute=None, zone=zone, offset=None)
    if whole:
        return day
    moment = day._replace(hour=wall.hour, minute=wall.minute)
    if zone in zones:
        offset, abbreviation = offsets.offset_at(zones[zone], wall) or (None, "")
        return moment._replace(offset=offset, abbreviation=abbreviation)
    return moment._replace(offset=0 if is_utc(zone) else offsets.read_offset(zone))
