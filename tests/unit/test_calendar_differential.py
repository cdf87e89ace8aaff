"""Our reader of calendar files beside two others: icalendar, in Python, and ical.js, which Thunderbird uses."""

from __future__ import annotations

import json
import subprocess
from datetime import datetime
from email import policy
from email.parser import BytesParser
from pathlib import Path
from tempfile import TemporaryFile

import pytest
from icalendar import Calendar
from icalendar.error import BrokenCalendarProperty

from generator.invitation.calendar import parse
from tests import NODE
from tests.unit.odd_calendars import ODD

HERE = Path(__file__).parent


def calendars_of(path):
    """Return the calendar files that a fixture is or carries."""
    if path.suffix == ".ics":
        return [path.read_bytes().decode()]
    mail = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
    parts = [part for part in mail.walk() if part.get_content_type() in ("text/calendar", "application/ics")]
    contents = [part.get_content() for part in parts]
    return [each if isinstance(each, str) else each.decode() for each in contents]


def collect():
    """Return name → text of all calendar files that three programs are to read alike."""
    folders = [HERE / "calendars", HERE / "invitations"]
    paths = sorted(path for folder in folders for path in folder.glob("*") if path.suffix in (".ics", ".eml"))
    regular = {
        f"{path.name} {number}": text for path in paths for number, text in enumerate(calendars_of(path), start=1)
    }
    return regular | ODD


FILES = collect()


def read_by_us(text):
    return [
        {
            "uid": event.uid,
            "summary": event.summary,
            "location": event.location,
            "description": event.description,
            "organizer": event.organizer.address if event.organizer else "",
            "attendees": [person.address for person in event.attendees],
            "sequence": event.sequence,
            "status": event.status,
            "instance": bool(event.recurrence_id),
            "start": _moment(event.start),
        }
        for event in parse(text)[0]
    ]


def _moment(moment):
    if moment is None:
        return None
    day = [moment.year, moment.month, moment.day]
    wall = day if moment.hour is None else [*day, moment.hour, moment.minute]
    return {"wall": wall, "offset": moment.offset}


def read_by_icalendar(text):
    """Return what icalendar finds, or the words of its error."""
    try:
        roots = Calendar.from_ical(text, multiple=True)
    except (ValueError, IndexError, KeyError) as error:
        return str(error)
    return [_read_icalendar(event) for root in roots for event in root.walk("VEVENT")]


def _read_icalendar(event):
    return {
        **{name: str(_first(event, name)).strip() for name in ("uid", "summary", "location", "description", "status")},
        "organizer": _address(_first(event, "organizer")),
        "attendees": [_address(each) for each in _all(event, "attendee")],
        "sequence": sequence if isinstance(sequence := _first(event, "sequence"), int) else 0,
        "instance": "recurrence-id" in event,
        "start": _icalendar_start(_first(event, "dtstart")),
    }


def _all(event, name):
    value = event.get(name, [])
    return value if isinstance(value, list) else [value]


def _first(event, name):
    return next(iter(_all(event, name)), "")


def _address(value):
    address = str(value)
    return address[7:] if address.lower().startswith("mailto:") else address


def _icalendar_start(value):
    try:
        start = value.dt if value else None
    except BrokenCalendarProperty:
        return None
    if not isinstance(start, datetime):
        return {"wall": [start.year, start.month, start.day], "offset": None} if start else None
    offset = start.utcoffset()
    wall = [start.year, start.month, start.day, start.hour, start.minute]
    return {"wall": wall, "offset": None if offset is None else offset.total_seconds() / 60}


@pytest.fixture(scope="module")
def by_ical_js():
    """Name → what ical.js finds, or the words of its error; one process of Node for all."""
    command = [str(NODE), str(HERE / "calendars" / "ical.mjs")]
    with TemporaryFile("w+", encoding="utf-8") as asked:  # Node reads a long pipe only in part
        json.dump(list(FILES.values()), asked)
        asked.seek(0)
        done = subprocess.run(command, stdin=asked, capture_output=True, text=True, check=True, cwd=HERE.parent)
    return dict(zip(FILES, map(_from_javascript, json.loads(done.stdout)), strict=True))


def _from_javascript(found):
    if isinstance(found, str):
        return found
    return [
        event
        | {name: event[name].strip() for name in ("uid", "summary", "location", "description")}
        | {"organizer": _address(event["organizer"]), "attendees": [_address(each) for each in event["attendees"]]}
        | {"sequence": event["sequence"] if isinstance(event["sequence"], int) else 0}
        for event in found
    ]


def differences(ours, theirs):
    """Return the names of the properties that are not read alike: `refused` for a file, `number` for that of the events."""
    if isinstance(theirs, str):
        return {"refused"}
    if len(ours) != len(theirs):
        return {"number"}
    return {
        name
        for our, their in zip(ours, theirs, strict=True)
        for name in our
        if not _alike(name, our[name], their[name])
    }


def _alike(name, ours, theirs):
    if name != "start" or ours is None or theirs is None:
        return ours == theirs
    offsets = {ours["offset"], theirs["offset"]} - {
        None
    }  # where a file has no VTIMEZONE, icalendar asks its own tables
    return ours["wall"] == theirs["wall"] and len(offsets) <= 1


ICALENDAR = {
    "no end": ({"number"}, "it drops what has no end"),
    "no end of the event": ({"number"}, "it drops what has no end"),
    "byte order mark": ({"refused"}, "it wants bytes, to take the mark off"),
    "words before it": ({"refused"}, "it wants a calendar from the first line on"),
    "carriage returns": ({"number"}, "it takes them for a part of the line"),
    "doubled carriage returns": ({"number"}, "it takes them for a part of the line"),
    "year 3027": ({"start"}, "the form has no such year"),
    "dashes in the start": ({"start"}, "it does not read ISO 8601 with dashes"),
    "an offset in the start": ({"start"}, "it does not read the offset"),
    "colon in a bare zone": ({"start"}, "it ends the zone at its colon"),
    "quote that never closes": ({"organizer"}, "it drops the line"),
    "quotes in quotes": ({"organizer"}, "it drops the line"),
    "parameter without value": ({"organizer"}, "it drops the line"),
    "zone without offsets": ({"refused"}, "it wants an offset in each zone"),
    "offset without sign": ({"start"}, "it reads 0200 as 20:00"),
    "only words": ({"refused"}, "it wants a calendar"),
    "29-broken-base64.eml 1": ({"refused"}, "it wants properties only"),
    "30-truncated.eml 1": ({"number"}, "it drops what has no end"),
    "86-marked-and-bare.ics 1": ({"refused"}, "it wants bytes, to take the mark off"),
}
"""Where icalendar reads otherwise → what, and why ours is meant."""

ICAL_JS = {
    "no end": ({"refused"}, "it wants all ends"),
    "no end of the event": ({"refused"}, "it wants all ends"),
    "no calendar": ({"number"}, "it looks for events in calendars only"),
    "byte order mark": ({"refused"}, "it takes the mark for a part of the name"),
    "blanks around names": ({"uid"}, "it takes a blank for a part of the name"),
    "words before it": ({"refused"}, "it wants a calendar from the first line on"),
    "a line that is none": ({"refused"}, "it wants properties only"),
    "empty lines in a property": ({"refused"}, "it ends the property there"),
    "carriage returns": ({"refused"}, "it takes them for a part of the line"),
    "doubled carriage returns": ({"number"}, "it takes them for a part of the line"),
    "no such day": ({"start"}, "it counts on, to 3 March"),
    "no such month": ({"start"}, "it counts on, to January"),
    "no such hour": ({"start"}, "it counts on, to the next day"),
    "year 0": ({"start"}, "the form has no such year"),
    "year 3027": ({"start"}, "the form has no such year"),
    "words for a start": ({"refused"}, "it wants a date"),
    "empty start": ({"refused"}, "it wants a date"),
    "a day without VALUE": ({"refused"}, "it wants an hour"),
    "dashes in the start": ({"refused"}, "it does not read ISO 8601 with dashes and seconds"),
    "colon in a bare zone": ({"refused"}, "it ends the zone at its colon"),
    "rule that is none": ({"refused"}, "it wants a frequency that it knows"),
    "offset without sign": ({"start"}, "it takes the first digit for the sign"),
    "nothing": ({"refused"}, "it wants a calendar"),
    "only words": ({"refused"}, "it wants a calendar"),
    "29-broken-base64.eml 1": ({"refused"}, "it wants properties only"),
    "30-truncated.eml 1": ({"refused"}, "it wants all ends"),
    "57-hour-that-is-not.ics 1": ({"start"}, "it counts from after the change, and RFC 5545 from before"),
    "86-marked-and-bare.ics 1": ({"refused"}, "it takes the mark for a part of the name"),
    "94-hour-that-is-twice.ics 1": ({"start"}, "it takes the second, and RFC 5545 the first"),
}
"""Where ical.js reads otherwise → what, and why ours is meant."""


@pytest.mark.parametrize("name", FILES)
def test_icalendar_reads_the_same(name):
    expected = ICALENDAR.get(name, (set(), ""))[0]

    assert expected == differences(read_by_us(FILES[name]), read_by_icalendar(FILES[name]))


@pytest.mark.parametrize("name", FILES)
def test_ical_js_reads_the_same(name, by_ical_js):
    expected = ICAL_JS.get(name, (set(), ""))[0]

    assert expected == differences(read_by_us(FILES[name]), by_ical_js[name])


def test_enough_is_compared():
    assert 25 <= len(FILES) - len(ODD)
