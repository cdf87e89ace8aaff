"""What is read out of a calendar file, and what is said of what cannot be read."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.errors import InvitationError
from generator.invitation.calendar import parse
from generator.invitation.content_lines import unescape, unescape_parameter, unfold
from generator.model.invitation import Moment
from tests.unit.odd_calendars import ODD, event

CALENDARS = {path.name: path.read_text("utf-8") for path in sorted(Path(__file__).with_name("calendars").glob("*.ics"))}
BREAKS_OFF = "The calendar file breaks off: check what was found against the invitation."
HOLDS_NONE = "The calendar file holds no appointment: add the invitation itself, or paste its words."

BERLIN = """BEGIN:VTIMEZONE
TZID:{tzid}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def only(*lines):
    """Return the one event of a calendar with these lines."""
    (found,), _ = parse(event(*lines))
    return found


def said_of(*lines):
    return list(parse(event("DTSTART:20270513T123000Z", *lines))[1])


def start_of(line, zone=""):
    (found,), _ = parse(f"BEGIN:VCALENDAR\n{zone}BEGIN:VEVENT\n{line}\nEND:VEVENT\nEND:VCALENDAR\n")
    return found.start


def offset_in(zone, wall):
    return start_of(f"DTSTART;TZID=Site:{wall:%Y%m%dT%H%M%S}", zone).offset


def zone_of(*lines):
    """Return a zone, `Site`, with one observance of these lines."""
    return "\n".join(("BEGIN:VTIMEZONE", "TZID:Site", "BEGIN:STANDARD", *lines, "END:STANDARD", "END:VTIMEZONE", ""))


@pytest.mark.parametrize("name", CALENDARS)
def test_a_file_of_a_known_program_is_read_without_a_word(name):
    events, said = parse(CALENDARS[name])

    assert said == ()
    assert all(each.uid and each.summary and each.start for each in events)


@pytest.mark.parametrize("name", CALENDARS)
@pytest.mark.parametrize("end", ["\r\n", "\r", "\r\r\n"])
def test_line_ends_do_not_matter(name, end):
    assert parse(CALENDARS[name].replace("\n", end)) == parse(CALENDARS[name])


@pytest.mark.parametrize("name", CALENDARS)
def test_neither_does_where_a_line_is_folded(name):
    unfolded = unfold(CALENDARS[name])[1:]
    folded = re.sub(r"(?m)^(.{20})(.+)$", r"\1\n \2", unfolded)

    assert parse(folded) == parse(unfolded) == parse(CALENDARS[name])


def test_an_invitation_of_outlook_is_read_whole():
    (found,), _ = parse(CALENDARS["outlook-desktop.ics"])

    assert found.method == "REQUEST"
    assert found.uid.endswith("FB1DA01000000000000000010000000AB54C1F07D9A4C4B8E1")
    assert (found.organizer.name, found.organizer.address) == ("Elsa Lindqvist", "elsa@lindqvist.example")
    assert [(each.name, each.address) for each in found.attendees] == [
        ("Adaeze Nwosu", "adaeze.nwosu@example.org"),
        ("", "panel@lindqvist.example"),
    ]
    assert found.start == Moment(
        year=2027, month=5, day=13, hour=14, minute=30, zone="W. Europe Standard Time", offset=120
    )
    assert (found.summary, found.location) == ("Interview: Warehouse planner", "Storgatan 5, room 2")
    assert found.description == "Dear Ms Nwosu,\n\nwe look forward to meeting you.\n\nKind regards\nElsa Lindqvist"
    assert not found.repeats
    assert dict(found.lines)["DTSTART"] == 'DTSTART;TZID="W. Europe Standard Time":20270513T143000'


def test_what_stands_in_an_alarm_is_none_of_the_events():
    found = only(
        "SUMMARY:Talk",
        "BEGIN:VALARM",
        "SUMMARY:Alarm",
        "DESCRIPTION:Ring",
        "ATTENDEE:mailto:a@b.c",
        "END:VALARM",
        "UID:1",
    )

    assert (found.summary, found.description, found.attendees, found.uid) == ("Talk", "", (), "1")


def test_each_calendar_has_a_method_of_its_own_wherever_it_stands():
    text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nMETHOD:cancel\nEND:VCALENDAR\n" + event("UID:2")

    assert [each.method for each in parse(text)[0]] == ["CANCEL", ""]


@pytest.mark.parametrize(
    ("name", "does", "repeats", "instance"),
    [
        ("exchange-moved.ics", ("REQUEST", 3, "CONFIRMED"), False, ""),
        ("exchange-cancelled.ics", ("CANCEL", 1, "CANCELLED"), False, ""),
        ("google-series.ics", ("REQUEST", 1, "CONFIRMED"), True, ""),
        ("nextcloud.ics", ("REQUEST", 2, "TENTATIVE"), False, ""),
        ("reply.ics", ("REPLY", 0, "CONFIRMED"), False, ""),
        ("zoom.ics", ("PUBLISH", 0, ""), False, ""),
        (
            "exchange-one-of-a-series.ics",
            ("REQUEST", 2, "CONFIRMED"),
            False,
            "RECURRENCE-ID;TZID=AUS Eastern Standard Time:20270106T110000",
        ),
    ],
)
def test_what_an_invitation_does_is_read(name, does, repeats, instance):
    (found,), _ = parse(CALENDARS[name])

    assert (found.method, found.sequence, found.status) == does
    assert (found.repeats, found.recurrence_id) == (repeats, instance)


def test_a_series_and_its_exception_are_two_events():
    events, _ = parse(CALENDARS["series-with-exception.ics"])

    assert [(each.repeats, each.recurrence_id) for each in events] == [
        (True, ""),
        (False, "RECURRENCE-ID:20270518T080000Z"),
    ]


@pytest.mark.parametrize(
    ("line", "name", "address"),
    [
        ("ORGANIZER:mailto:jo@example.org", "", "jo@example.org"),
        ("ORGANIZER:MAILTO:Jo@Example.org", "", "Jo@Example.org"),
        ("ORGANIZER:mailto: <jo@example.org>", "", "jo@example.org"),
        ("ORGANIZER:jo@example.org", "", "jo@example.org"),
        ("ORGANIZER;CN=Jo Ba:mailto:jo@example.org", "Jo Ba", "jo@example.org"),
        ("organizer;cn=Jo Ba:mailto:jo@example.org", "Jo Ba", "jo@example.org"),
        ("ORGANIZER;CN=JO@example.org:mailto:jo@example.org", "", "jo@example.org"),
        ("ORGANIZER;CN=\"'jo@example.org'\":mailto:jo@example.org", "", "jo@example.org"),
        ('ORGANIZER;CN="Ba, Jo; HR: Europe":mailto:jo@example.org', "Ba, Jo; HR: Europe", "jo@example.org"),
        ("ORGANIZER;CN=Ba\\, Jo:mailto:jo@example.org", "Ba, Jo", "jo@example.org"),
        ("ORGANIZER;CN=CORP\\nadia:mailto:nadia@example.org", "CORP\\nadia", "nadia@example.org"),
        ("ORGANIZER;CN=^'Jo^' ^^ Ba^nHR^x:mailto:jo@example.org", '"Jo" ^ Ba\nHR^x', "jo@example.org"),
        ('ORGANIZER;CN=24" Screens:mailto:jo@example.org', '24" Screens', "jo@example.org"),
        ('ORGANIZER;CN=Jo;SENT-BY="mailto:al@example.org":mailto:jo@example.org', "Jo", "jo@example.org"),
        ("ORGANIZER;CN=Jo;EMAIL=jo@example.org:mailto:2_GE4TQ@imip.example", "Jo", "jo@example.org"),
        ("ORGANIZER;CN=Jo;EMAIL=jo@example.org:/aMTI3/principal/", "Jo", "jo@example.org"),
        ("ORGANIZER;CN=Jo:urn:uuid:0d9b", "Jo", ""),
        ("ORGANIZER;CN=Jo:https://cal@example.org/jo", "Jo", ""),
        ("ORGANIZER;CN=Jo:invalid:nomail", "Jo", ""),
        ("ORGANIZER;CN=Jo", "Jo", ""),
        ("ORGANIZER;CN=李 明:mailto:ming@example.org", "李 明", "ming@example.org"),
    ],
)
def test_a_person_has_a_name_and_an_address(line, name, address):
    found = only(line).organizer

    assert (found.name, found.address, found.line) == (name, address, line)


@pytest.mark.parametrize("line", ["ORGANIZER:", "ORGANIZER:mailto:", "ORGANIZER;CN=:invalid:nomail", "SUMMARY:Talk"])
def test_nobody_is_nobody(line):
    assert only(line).organizer is None


@pytest.mark.parametrize(
    ("line", "summary"),
    [
        ("SUMMARY:Talk", "Talk"),
        ("summary;LANGUAGE=en:  Talk ", "Talk"),
        ("SUMMARY : Talk", "Talk"),
        ('SUMMARY;ALTREP="cid:part1:x@example.org":Talk', "Talk"),
        ("SUMMARY:a\\, b\\; c\\\\n d\\ne\\Nf", "a, b; c\\n d\ne\nf"),
        ("SUMMARY:\\x \\", "\\x \\"),
        ('SUMMARY:12:30, room 4; "Ada"', '12:30, room 4; "Ada"'),
        ("SUMMARY:", ""),
        ("SUMMARY", ""),
    ],
)
def test_a_text_loses_its_escapes(line, summary):
    assert only(line).summary == summary


def test_the_first_of_two_stands():
    assert only("SUMMARY:One", "summary:Two", "UID:1").summary == "One"


def test_nul_and_byte_order_mark_are_nothing():
    (found,), said = parse("\ufeff" + event("SUMMARY:T\0alk", "DTSTART:20270513T123000Z"))

    assert (found.summary, said) == ("Talk", ())


WALLS = st.datetimes(datetime.fromisoformat("1997-01-01"), datetime.fromisoformat("2099-12-31"))
MAY = {"year": 2027, "month": 5, "day": 13}


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("DTSTART:20270513T143000Z", Moment(**MAY, hour=14, minute=30, zone="UTC", offset=0)),
        ("dtstart:20270513t143000z", Moment(**MAY, hour=14, minute=30, zone="UTC", offset=0)),
        ("DTSTART:20270513T1430", Moment(**MAY, hour=14, minute=30, zone="", offset=None)),
        ("DTSTART:2027-05-13T14:30:00.000Z", Moment(**MAY, hour=14, minute=30, zone="UTC", offset=0)),
        ("DTSTART:20270513T143000-0430", Moment(**MAY, hour=14, minute=30, zone="-0430", offset=-270)),
        ("DTSTART;TZID=UTC:20270513T143000", Moment(**MAY, hour=14, minute=30, zone="UTC", offset=0)),
        ("DTSTART;TZID=Etc/UTC:20270513T143000", Moment(**MAY, hour=14, minute=30, zone="Etc/UTC", offset=0)),
        ("DTSTART;TZID=Asia/Seoul:20270513T143000", Moment(**MAY, hour=14, minute=30, zone="Asia/Seoul", offset=None)),
        ("DTSTART;TZID=Asia/Seoul:20270513T143000Z", Moment(**MAY, hour=14, minute=30, zone="UTC", offset=0)),
        ("DTSTART;TZID=:20270513T143000", Moment(**MAY, hour=14, minute=30, zone="", offset=None)),
        (
            "DTSTART;TZID=(UTC-03:00) Brasília:20270513T143000",
            Moment(**MAY, hour=14, minute=30, zone="(UTC-03:00) Brasília", offset=None),
        ),
        (
            'DTSTART;VALUE=DATE-TIME;TZID="(UTC-05:00) Eastern Time (US & Canada)":20270513T143000',
            Moment(**MAY, hour=14, minute=30, zone="(UTC-05:00) Eastern Time (US & Canada)", offset=None),
        ),
        ("DTSTART;VALUE=DATE:20270513", Moment(**MAY, hour=None, minute=None, zone="", offset=None)),
        ("DTSTART;VALUE=DATE:20270513T000000", Moment(**MAY, hour=None, minute=None, zone="", offset=None)),
        ("DTSTART:20270513", Moment(**MAY, hour=None, minute=None, zone="", offset=None)),
    ],
)
def test_a_start_is_read(line, start):
    assert start_of(line) == start


def test_a_day_of_exchange_is_a_day():
    found = only("DTSTART:20270513T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE")

    assert found.start.hour is found.start.minute is None


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        (("DTSTART:20270513T233000", "DTEND:20270514T003000"), (2027, 5, 14, 0, 30)),
        (("DTSTART:20270513T233000", "DURATION:PT1H30M"), (2027, 5, 14, 1, 0)),
        (("DTSTART:20270513T233000", "DURATION:P1DT90S"), (2027, 5, 14, 23, 31)),
        (("DTSTART:20270513", "DURATION:P1W"), (2027, 5, 20, None, None)),
        (("DTSTART:20270513T233000", "DURATION:P99999W"), None),
        (("DTSTART:20270513T233000", "DURATION:P"), None),
        (("DTSTART:20270513T233000", "DURATION:-PT1H"), None),
        (("DTSTART:20270513T233000", "DTEND:soon"), None),
        (("DTSTART:20270513T233000",), None),
        (("DURATION:PT1H",), None),
    ],
)
def test_an_end_is_read_or_counted(lines, end):
    found = only(*lines).end

    assert end == (found and (found.year, found.month, found.day, found.hour, found.minute))


@pytest.mark.parametrize(
    ("wall", "offset", "called"),
    [
        ("20270513T143000", 120, "CEST"),
        ("20270113T143000", 60, "CET"),
        ("20270328T015900", 60, "CET"),
        ("20270328T023000", 60, "CET"),  # left out: counted from before the change
        ("20270328T030000", 120, "CEST"),
        ("20271031T023000", 120, "CEST"),  # comes twice: the first
        ("20271031T030000", 60, "CET"),
    ],
)
def test_a_zone_of_the_file_gives_the_offset(wall, offset, called):
    start = start_of(f"DTSTART;TZID=Hof:{wall}", BERLIN.format(tzid="Hof"))

    assert (start.zone, start.offset, start.abbreviation) == ("Hof", offset, called)


@pytest.mark.parametrize(
    "tzid", ["Hof", '"Hof"', " Hof ", "(UTC+01:00) Bern\\, Hof", "/freeassociation.sourceforge.net/Europe/Berlin"]
)
def test_a_zone_is_found_however_it_is_written(tzid):
    quoted = tzid.strip('" ').replace("\\", "")
    start = start_of(f'DTSTART;TZID="{quoted}":20270513T143000', BERLIN.format(tzid=tzid))

    assert (start.zone, start.offset) == (quoted, 120)


@given(WALLS)
def test_offsets_are_those_of_the_tables_of_the_world(wall):
    zone = BERLIN.format(tzid="Site")

    assert offset_in(zone, wall) == wall.replace(fold=0, tzinfo=ZoneInfo("Europe/Berlin")).utcoffset() / timedelta(
        minutes=1
    )


@given(WALLS)
def test_so_are_those_of_rules_that_have_an_end(wall):
    zone = re.search("BEGIN:VTIMEZONE.*END:VTIMEZONE\n", CALENDARS["old-rules.ics"], re.DOTALL)[0]
    start = start_of(f"DTSTART;TZID=America/Chicago:{wall:%Y%m%dT%H%M%S}", zone)

    assert start.offset == wall.replace(fold=0, tzinfo=ZoneInfo("America/Chicago")).utcoffset() / timedelta(minutes=1)


SITE = ("DTSTART:20200105T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100")


@pytest.mark.parametrize(
    ("lines", "offset"),
    [
        (SITE, 60),
        (("DTSTART:20300101T000000", *SITE[1:]), 120),
        ((*SITE, "RRULE:FREQ=YEARLY"), 60),
        ((*SITE, "RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1,2,3,4,5,6,7;BYDAY=SU"), 60),
        ((*SITE, "RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=SU;BYSETPOS=1"), 60),
        ((*SITE, "RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=1SU;COUNT=2"), 60),
        ((*SITE, "RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=1SU;UNTIL=20210101"), 60),
        ((*SITE, "RRULE:FREQ=YEARLY;BYHOUR=3;BYMINUTE=0;BYMONTH=1;BYDAY=1SU"), 60),
        ((*SITE, "RDATE:20210103T030000,20220102T030000"), 60),
        ((*SITE, "RDATE:20210103T010000Z"), 60),
        (("DTSTART:16010101T000000", "TZOFFSETFROM:+053000", "TZOFFSETTO:+0530"), 330),
        (("DTSTART:20200105", "TZOFFSETTO:-0330"), -210),
        ((*SITE, "RRULE:FREQ=MONTHLY"), None),
        ((*SITE, "RRULE:FREQ=YEARLY", "RRULE:FREQ=YEARLY;BYMONTH=6"), None),
        ((*SITE, "RRULE:"), None),
        ((*SITE, "RRULE:FREQ=YEARLY;INTERVAL=2"), None),
        ((*SITE, "RRULE:FREQ=YEARLY;BYYEARDAY=5"), None),
        ((*SITE, "RRULE:FREQ=YEARLY;BYDAY=1SU"), None),
        ((*SITE, "RRULE:FREQ=YEARLY;BYMONTH=13;BYDAY=1SU"), None),
        ((*SITE, "RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=1SU;BYHOUR=4"), None),
        ((*SITE, "RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=1SU;UNTIL=20211301"), None),
        ((*SITE, "RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=1SU;UNTIL=never"), None),
        ((*SITE, "RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=1SU;COUNT=" + "9" * 5000), None),
        ((SITE[0], "TZOFFSETTO:+2500"), None),
        ((SITE[0], "TZOFFSETTO:west"), None),
        (SITE[1:], None),
        ((), None),
    ],
)
def test_a_zone_that_is_not_understood_has_no_offset(lines, offset):
    assert offset_in(zone_of(*lines), datetime.fromisoformat("2027-05-13T14:30")) == offset


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no end", [BREAKS_OFF]),
        ("nothing", [HOLDS_NONE]),
        ("only words", [HOLDS_NONE]),
        ("no calendar", []),
        ("mixed case", []),
        ("byte order mark", []),
        (
            "no such day",
            [
                "The calendar file gives “20270231T100000” as the start, which is no day that can be read: enter the day and the hour yourself."
            ],
        ),
        ("no start", ["The calendar file does not say when “Talk” is: enter the day and the hour yourself."]),
        ("no uid", []),
        (
            "a line that is none",
            [
                "The line “the whole panel” of the calendar file cannot be read: check what was found against the invitation."
            ],
        ),
    ],
)
def test_what_cannot_be_read_is_said(name, said):
    assert list(parse(ODD[name])[1]) == said


@pytest.mark.parametrize(
    "name", ["no such day", "no such month", "no such hour", "year 0", "year 3027", "words for a start", "empty start"]
)
def test_a_start_that_is_none_is_not_guessed(name):
    (found,), said = parse(ODD[name])

    assert found.start is None
    assert len(said) == 1


def test_a_fault_that_comes_twice_is_said_once():
    assert len(parse(ODD["two calendars"])[1]) == 1


def test_a_long_line_is_quoted_in_part():
    (sentence,) = said_of("word " * 400)

    assert (
        sentence
        == f"The line “{'word ' * 12}…” of the calendar file cannot be read: check what was found against the invitation.".replace(
            " …", "…"
        )
    )


def test_too_many_people_are_said():
    lines = [f"ATTENDEE:mailto:p{number}@example.org" for number in range(501)]

    assert len(only(*lines).attendees) == 500
    assert said_of(*lines) == [
        "The calendar file invites more than 500 people, and the first 500 were read: if you are not among them, enter your address yourself."
    ]


def test_200_parts_are_read_and_201_are_refused():
    part = "BEGIN:VEVENT\nDTSTART:20270513T123000Z\nEND:VEVENT\n"

    assert len(parse(part * 200)[0]) == 200
    with pytest.raises(InvitationError, match="The calendar file has more than 200 parts: save the one invitation"):
        parse(part * 201)


def test_ends_without_a_beginning_are_refused_when_there_are_too_many():
    assert parse("END:VEVENT\n" * 400) == ((), (HOLDS_NONE,))
    with pytest.raises(InvitationError):
        parse("END:VEVENT\n" * 401)


PIECES = st.sampled_from(
    [
        *(
            "\r\n",
            "\n",
            "\n ",
            "\r\n\t",
            "\r",
            ":",
            ";",
            ",",
            "=",
            '"',
            "'",
            "\\",
            "\\n",
            "^n",
            "^'",
            "\0",
            "\ufeff",
            "é",
            "🦉",
        ),
        *(
            "BEGIN:VCALENDAR\n",
            "BEGIN:VEVENT\n",
            "END:VEVENT\n",
            "BEGIN:VTIMEZONE\n",
            "BEGIN:STANDARD\n",
            "END:STANDARD\n",
        ),
        *("END:VTIMEZONE\n", "END:VCALENDAR\n", "BEGIN:VALARM\n", "END:", "BEGIN:", "TZID:Site\n", "METHOD:request\n"),
        *(
            "DTSTART",
            "DTSTART;TZID=Site:20270513T143000\n",
            "DTEND:",
            "20270513T123000Z",
            "20270231T123000",
            "DURATION:P1D\n",
        ),
        *(
            "ATTENDEE;CN=",
            "ORGANIZER;CN=Jo:mailto:jo@example.org\n",
            "mailto:",
            "a@b.example",
            "RRULE:FREQ=YEARLY;BYMONTH=3",
            ";BYDAY=-1SU",
        ),
        *(
            ";UNTIL=",
            ";COUNT=3",
            "TZOFFSETTO:+0200\n",
            "TZOFFSETFROM:-0100\n",
            "RDATE:",
            "SEQUENCE:",
            "7",
            "SUMMARY:",
            "DESCRIPTION:",
            "UID:x\n",
        ),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=60).map("".join)


def strings_of(found):
    """Return every text that an event says, but for those that are put in capitals."""
    people = [*found.attendees, *([found.organizer] if found.organizer else [])]
    moments = [each for each in (found.start, found.end) if each and each.zone != "UTC"]
    return [
        *(found.uid, found.summary, found.location, found.description, found.recurrence_id),
        *(text for each in people for text in (each.name, each.address, each.line)),
        *(text for each in moments for text in (each.zone, each.abbreviation)),
        *(line for _, line in found.lines),
    ]


@given(TEXTS | st.text() | st.binary().map(lambda octets: octets.decode("latin-1")))
@example("BEGIN:VEVENT\nSUMMARY:\\\\n\nUID:\\\\\nORGANIZER;CN=^^n:mailto:\\,@x\n")
def test_any_text_is_read_and_nothing_is_found_that_it_does_not_say(text):
    try:
        events, said = parse(text)
    except InvitationError:
        return
    unfolded = unfold(text)
    pieces = (unfolded, unescape(unfolded), unescape_parameter(unfolded))

    assert all(any(each in piece for piece in pieces) for event in events for each in strings_of(event))
    assert all(each.method.casefold() in unfolded.casefold() for each in events)
    assert all(each.status.casefold() in unfolded.casefold() for each in events)
    assert all(re.fullmatch(r"[^\n]+[.]", sentence) for sentence in said)


@given(st.sampled_from(sorted(CALENDARS)), st.data())
def test_a_known_file_may_be_cut_and_changed_anywhere(name, data):
    text = CALENDARS[name].rstrip()
    at = data.draw(st.integers(0, len(text) - 1))
    length = data.draw(st.integers(0, 30))
    changed = text[:at] + data.draw(st.text(max_size=5)) + text[at + length :]

    events, said = parse(changed)

    assert events or HOLDS_NONE in said
    assert parse(text[:at])[1]
