"""How a moment of a calendar file is typed into the form, for a reader whose clocks may show another hour."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from generator.english import TIME_ZONES
from generator.fields.dates import read_datetime
from generator.invitation.zones import WINDOWS, iana, is_utc, label, write
from generator.model.invitation import Moment, ReaderClock

IN_BERLIN = ReaderClock(
    zone="Europe/Berlin", offsets=(("2026-10-25T01:00", 60), ("2027-03-28T01:00", 120), ("2027-10-31T01:00", 60))
)
SOMEWHERE = ReaderClock()
NAMED = ReaderClock(zone="Asia/Calcutta")


def moment(zone="", offset=None, abbreviation="", **changed):
    given = {"year": 2027, "month": 5, "day": 13, "hour": 14, "minute": 30} | changed
    return Moment(**given, zone=zone, offset=offset, abbreviation=abbreviation)


@pytest.mark.parametrize(
    ("moment", "here", "typed"),
    [
        (moment(), IN_BERLIN, "Thursday, 13 May 2027 at 2:30 pm"),
        (moment(hour=None, minute=None), IN_BERLIN, "Thursday, 13 May 2027"),
        (moment("Asia/Tokyo", hour=None, minute=None), IN_BERLIN, "Thursday, 13 May 2027"),
        (moment(hour=0, minute=0), SOMEWHERE, "Thursday, 13 May 2027 at midnight"),
        (moment(hour=12, minute=0), SOMEWHERE, "Thursday, 13 May 2027 at noon"),
        (moment("UTC", 0), IN_BERLIN, "Thursday, 13 May 2027 at 4:30 pm"),
        (moment("Etc/UTC", 0), IN_BERLIN, "Thursday, 13 May 2027 at 4:30 pm"),
        (moment("UTC", 0, month=1), IN_BERLIN, "Wednesday, 13 January 2027 at 3:30 pm"),
        (moment("UTC", 0, hour=23), IN_BERLIN, "Friday, 14 May 2027 at 1:30 am"),
        (moment("UTC", 0, month=3, day=28, hour=0, minute=59), IN_BERLIN, "Sunday, 28 March 2027 at 1:59 am"),
        (moment("UTC", 0, month=3, day=28, hour=1, minute=0), IN_BERLIN, "Sunday, 28 March 2027 at 3 am"),
        (moment("UTC", 0), SOMEWHERE, "Thursday, 13 May 2027 at 2:30 pm UTC"),
        (moment("UTC", 0, year=2026, month=10, day=1), IN_BERLIN, "Thursday, 1 October 2026 at 2:30 pm UTC"),
        (
            moment("UTC", 0, year=2099, month=12, day=31, hour=23),
            IN_BERLIN,
            "Thursday, 31 December 2099 at 11:30 pm UTC",
        ),
        (moment("Romance Standard Time", 120), IN_BERLIN, "Thursday, 13 May 2027 at 2:30 pm"),
        (moment("America/New_York", -240), IN_BERLIN, "Thursday, 13 May 2027 at 2:30 pm UTC-4"),
        (moment("America/New_York", -240, "EDT"), IN_BERLIN, "Thursday, 13 May 2027 at 2:30 pm EDT"),
        (moment("America/New_York", -240, "edt"), SOMEWHERE, "Thursday, 13 May 2027 at 2:30 pm EDT"),
        (moment("Europe/Warsaw", 120, "Europe/Warsaw(DST)"), SOMEWHERE, "Thursday, 13 May 2027 at 2:30 pm UTC+2"),
        (moment("Asia/Kathmandu", 345, "+0545"), IN_BERLIN, "Thursday, 13 May 2027 at 2:30 pm UTC+5:45"),
        (moment("America/St_Johns", -150), IN_BERLIN, "Thursday, 13 May 2027 at 2:30 pm UTC-2:30"),
        (moment("Atlantic/Reykjavik", 0), IN_BERLIN, "Thursday, 13 May 2027 at 2:30 pm UTC"),
        (moment("-0430", -270), IN_BERLIN, "Thursday, 13 May 2027 at 2:30 pm UTC-4:30"),
        (moment("India Standard Time", 330), NAMED, "Thursday, 13 May 2027 at 2:30 pm"),
        (moment("Asia/Kolkata"), NAMED, "Thursday, 13 May 2027 at 2:30 pm"),
        (moment("/freeassociation.sourceforge.net/Europe/Berlin"), IN_BERLIN, "Thursday, 13 May 2027 at 2:30 pm"),
    ],
)
def test_a_moment_is_written_as_a_person_types_it(moment, here, typed):
    assert write(moment, here) == (typed, "")


@pytest.mark.parametrize(
    ("zone", "sentence"),
    [
        ("America/New_York", "The invitation gives the hour in New York time."),
        ("Eastern Standard Time", "The invitation gives the hour in New York time."),
        ("Customized Time Zone", "The invitation gives the hour in the time zone “Customized Time Zone”."),
    ],
)
@pytest.mark.parametrize("here", [IN_BERLIN, SOMEWHERE])
def test_an_hour_whose_offset_nobody_knows_comes_with_a_sentence(zone, sentence, here):
    assert write(moment(zone), here) == ("Thursday, 13 May 2027 at 2:30 pm", sentence)


@pytest.mark.parametrize(
    ("zone", "called"),
    [
        ("America/New_York", "New York time"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires time"),
        ("America/Port-au-Prince", "Port-au-Prince time"),
        ("W. Europe Standard Time", "Berlin time"),
        ("w. europe standard time", "Berlin time"),
        ('"Tokyo Standard Time"', "Tokyo time"),
        ("FLE Standard Time", "Kyiv time"),
        ("US/Pacific", "Los Angeles time"),
        ("posix/Europe/Vaduz", "Vaduz time"),
        ("/mozilla.org/20070129_1/America/New_York", "New York time"),
        ("/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires", "Buenos Aires time"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "New York time"),
        ("(UTC-05:00) Eastern Time (US and Canada)", "New York time"),
        ("(GMT+05.30) Chennai, Kolkata, Mumbai, New Delhi", "Kolkata time"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Berlin time"),
        ("(UTC) Coordinated Universal Time", "UTC"),
        ("tzone://Microsoft/Utc", "UTC"),
        ("Dateline Standard Time", "UTC-12"),
        ("Etc/GMT-13", "UTC+13"),
        ("Etc/GMT0", "UTC"),
        ("cest", "CEST"),
        ("Head\noffice", "the time zone “Head office”"),
        ("x" * 70, f"the time zone “{'x' * 60}…”"),
    ],
)
def test_a_zone_has_a_name_for_people(zone, called):
    assert label(zone) == called


def test_every_windows_zone_of_unicode_is_known():
    assert WINDOWS.keys() >= WINDOWS_TO_OLSON.keys()
    assert [] == [name for name, zone in WINDOWS_TO_OLSON.items() if iana(name) != iana(zone)]


def test_every_name_leads_to_a_zone_that_the_world_has():
    assert {iana(name) for name in WINDOWS} <= available_timezones()


def test_only_utc_is_utc():
    at = datetime(2027, 5, 13, tzinfo=UTC)
    moving = {name for name in available_timezones() if at.astimezone(ZoneInfo(name)).utcoffset()}

    assert {name for name in moving if is_utc(name)} == set()
    assert is_utc("Etc/UTC")
    assert not is_utc("GMT Standard Time")


WALLS = st.datetimes(datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2099-12-31"))
OFFSETS = st.integers(-14 * 60, 14 * 60)
HERES = st.builds(
    lambda zone, pairs: ReaderClock(
        zone=zone, offsets=tuple(sorted((f"{begins:%Y-%m-%dT%H:%M}", minutes) for begins, minutes in pairs))
    ),
    st.sampled_from(["", "Europe/Berlin", "Asia/Kolkata"]),
    st.lists(st.tuples(WALLS, OFFSETS), max_size=3, unique_by=lambda pair: f"{pair[0]:%Y-%m-%dT%H:%M}"),
)


@given(
    WALLS,
    st.sampled_from(["", "UTC", "Europe/Berlin", "India Standard Time", "Site"]),
    OFFSETS | st.none(),
    HERES,
    st.data(),
)
def test_the_form_reads_what_is_written_and_means_the_same_moment(wall, zone, offset, here, data):
    abbreviation = data.draw(st.sampled_from(["", "nonsense", *sorted(TIME_ZONES)]))
    offset = 0 if zone == "UTC" else offset if zone else None
    given = Moment(
        year=wall.year,
        month=wall.month,
        day=wall.day,
        hour=wall.hour,
        minute=wall.minute,
        zone=zone,
        offset=offset,
        abbreviation=abbreviation,
    )

    typed, _ = write(given, here)
    when = read_datetime(typed, None)

    read = datetime(when.year, when.month, when.day, when.hour, when.minute, tzinfo=UTC)
    at = wall.replace(second=0, microsecond=0, tzinfo=UTC)
    if (when.zone and when.zone == abbreviation) or offset is None or not here.offsets:
        assert read == at
    elif when.zone:
        assert read - _offset(when.zone) == at - timedelta(minutes=offset)
    else:
        instant = at - timedelta(minutes=offset)
        theirs = [minutes for begins, minutes in here.offsets if begins <= f"{instant:%Y-%m-%dT%H:%M}"] or [offset]
        assert read - timedelta(minutes=theirs[-1]) == instant


def _offset(zone):
    sign, hours, minutes = re.fullmatch(r"UTC(?:([+-])(\d+)(?::(\d\d))?)?", zone).groups()
    return timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)
