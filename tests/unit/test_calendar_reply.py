"""What other people's calendars make of the file that declines."""

import json
import re
import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from http.client import HTTPConnection
from tempfile import TemporaryFile
from time import monotonic, sleep
from unicodedata import category
from xml.etree import ElementTree

import icalendar
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator import Style, compose, find
from generator.errors import ExportError
from generator.exports.mail import export_eml, organizer_of
from generator.model.invitation import Person
from generator.model.message import When
from generator.reply.decline import decline, export_reply
from generator.reply.reminder import remind
from tests import NODE, ROOT
from tests.unit.replies import ANY_TEXT, EDDA, EVENT, HOSTILE, SERIES, STAMP, START, VARGA, replied

ANSWERS = find("cancel-agreed-interview").examples[0].answers
NAMES = ["BEGIN", "VERSION", "PRODID", "METHOD", "BEGIN", "UID", "DTSTAMP", "ORGANIZER", "ATTENDEE"]
TIMES, ENDS = ["DTSTART", "DTEND"], ["END", "END"]
MEANT = ["To", "Subject", "X-Unsent", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"]
HIDDEN = ("Cc", "Cf", "Cs", "Co")


def draft(channel="email", **answers):
    return compose(find("cancel-agreed-interview"), dict(ANSWERS) | answers, Style(channel=channel)).draft


def lines_of(data):
    """Return the lines of a calendar file, unfolded as the standard says and in no other way."""
    assert data.endswith(b"\r\n")
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def names_in(data):
    return [re.match("[A-Z-]*", line)[0] for line in lines_of(data)]


def line(data, name):
    [found] = [each for each in lines_of(data) if re.match(f"{name}[;:]", each)]
    return found


def seen(text):
    """Return a text as a person sees it: on one line, without what hides."""
    kept = (each for each in text if each.isspace() or each in "\u200c\u200d" or category(each) not in HIDDEN)
    return " ".join("".join(kept).split())


def event_of(data):
    """Return the one event, as icalendar reads it, with what it took no notice of."""
    calendar = icalendar.Calendar.from_ical(data)
    [event] = calendar.subcomponents
    assert event.name == "VEVENT"
    assert calendar.errors == event.errors == []
    return event


def parse_with_ical_js(files):
    with TemporaryFile("w+", encoding="utf-8") as asked:
        json.dump([data.decode() for data in files], asked)
        asked.seek(0)
        command = [NODE, ROOT / "tests" / "unit" / "calendars" / "parse.mjs"]
        done = subprocess.run(command, stdin=asked, capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(done.stdout)


# What a reply says


def test_a_reply_says_who_declines_what_and_nothing_more():
    data = replied()

    assert lines_of(data) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//No with thanks//Message writer//EN",
        "METHOD:REPLY",
        "BEGIN:VEVENT",
        "UID:7f3a-22@example.org",
        "DTSTAMP:20261124T235700Z",
        'ORGANIZER;CN="Ildikó Varga":mailto:varga@example.org',
        'ATTENDEE;PARTSTAT=DECLINED;CN="Edda Bright":mailto:edda.bright+jobs@example.com',
        "DTSTART:20270511T140000Z",
        "DTEND:20270511T153000Z",
        "SUMMARY:Interview: registrar\\; second round\\, on site",
        "COMMENT:I am withdrawing.",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_what_the_invitation_does_not_say_the_reply_does_not_say():
    bare = replace(EVENT, start=None, summary="", organizer=replace(VARGA, name=""))

    assert names_in(replied(bare, replace(EDDA, name=""), "")) == NAMES + ENDS
    assert line(replied(bare), "ORGANIZER") == "ORGANIZER:mailto:varga@example.org"


def test_a_reply_has_the_number_of_the_invitation_unless_that_is_nought():
    assert line(replied(replace(EVENT, sequence=3)), "SEQUENCE") == "SEQUENCE:3"
    assert "SEQUENCE" not in names_in(replied())


def test_of_several_that_are_invited_only_the_one_who_declines_is_named():
    several = replace(EVENT, attendees=(EDDA, Person(name="Yaw", address="yaw@example.org"), VARGA))

    assert names_in(replied(several)).count("ATTENDEE") == 1


@pytest.mark.parametrize(
    ("start", "end", "lines"),
    [
        (START, None, ["DTSTART:20270511T140000Z"]),
        (START._replace(zone="UTC", offset=0), None, ["DTSTART:20270511T150000Z"]),
        (START._replace(hour=1, offset=330), None, ["DTSTART:20270510T193000Z"]),
        (START._replace(zone="", offset=None), None, ["DTSTART:20270511T150000"]),
        (START._replace(zone="Harwick Time", offset=None), START._replace(hour=16), []),
        (START, START._replace(hour=16, zone="", offset=None), ["DTSTART:20270511T140000Z"]),
        (START, START, ["DTSTART:20270511T140000Z"]),
        (START, START._replace(hour=14), ["DTSTART:20270511T140000Z"]),
        (
            START._replace(hour=None, minute=None, zone="", offset=None),
            START._replace(day=12, hour=None, minute=None, zone="", offset=None),
            ["DTSTART;VALUE=DATE:20270511", "DTEND;VALUE=DATE:20270512"],
        ),
        (START._replace(year=1, month=1, day=1, hour=0), None, []),
        (START._replace(month=2, day=31), None, []),
    ],
)
def test_times_are_in_utc_or_as_they_were_and_never_name_a_zone(start, end, lines):
    data = replied(replace(EVENT, start=start, end=end))

    assert [each for each in lines_of(data) if each.startswith("DT") and "STAMP" not in each] == lines
    assert b"TZID" not in data


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("RECURRENCE-ID:20270511T140000Z", "RECURRENCE-ID:20270511T140000Z"),
        ("RECURRENCE-ID;VALUE=DATE:20270511", "RECURRENCE-ID;VALUE=DATE:20270511"),
        ("RECURRENCE-ID;TZID=Europe/London:20270511T150000", "RECURRENCE-ID:20270511T140000Z"),
        ('RECURRENCE-ID;TZID="Europe/London":20270511T093000', "RECURRENCE-ID:20270511T083000Z"),
        (
            "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20270511T150000",
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20270511T140000Z",
        ),
        (
            "RECURRENCE-ID;TZID=Europe/London:20270118T150000",
            "RECURRENCE-ID;TZID=Europe/London:20270118T150000",
        ),  # another day may have another offset
        (
            'RECURRENCE-ID;TZID="(UTC+01:00) Rome":20270511T160000',
            'RECURRENCE-ID;TZID="(UTC+01:00) Rome":20270511T160000',
        ),
        ("recurrence-id;x-a=b;value=date:20270511", "RECURRENCE-ID;VALUE=DATE:20270511"),
        ("RECURRENCE-ID;TZID=Europe/Rome:20270511T160000", "RECURRENCE-ID;TZID=Europe/Rome:20270511T160000"),
    ],
)
def test_one_day_of_a_series_is_declined_alone(given, written):
    assert line(replied(replace(SERIES, recurrence_id=given)), "RECURRENCE-ID") == written


def test_a_whole_series_is_declined_as_a_whole():
    assert "RECURRENCE-ID" not in names_in(replied(SERIES))


@pytest.mark.parametrize(
    "wrong",
    [
        "RECURRENCE-ID:next Tuesday",
        "RECURRENCE-ID:20270231",
        "RECURRENCE-ID:20270511T250000Z",
        "RECURRENCE-ID;X=a\r\nATTENDEE:b:20270511",
        'RECURRENCE-ID;TZID="a\0":20270511T150000',
        "RECURRENCE-ID:20270511T140000Z\r\nMETHOD:CANCEL",
        "UID:20270511T140000Z",
    ],
)
def test_where_the_day_of_a_series_cannot_be_named_the_whole_series_is_not_declined_instead(wrong):
    with pytest.raises(
        ExportError, match="does not say which day of the series is meant: it is written as RECURRENCE-ID:"
    ):
        replied(replace(SERIES, recurrence_id=wrong))


def test_the_uid_stands_in_the_reply_as_it_stands_in_the_invitation():
    assert "UID:a,b;c" in lines_of(replied(replace(EVENT, uid="a,b;c", lines=(("UID", "UID:a,b;c"),))))
    for other in ((), (("UID", "UID;X-FROM=there:a,b;c"),), (("UID", "UID:a\r\nX:y"),)):
        assert "UID:a\\,b\\;c" in lines_of(replied(replace(EVENT, uid="a,b;c", lines=other)))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (
            {"uid": ""},
            "The invitation does not say which one it is: its file takes a line such as UID:7f3a@example.org.",
        ),
        (
            {"uid": "a\r\nMETHOD:CANCEL"},
            "The UID of the invitation holds characters that cannot be seen: it is written as",
        ),
        (
            {"organizer": None},
            "no address to reply to: its file takes a line such as ORGANIZER:mailto:varga@example.org.",
        ),
        ({"organizer": Person(name="x", address="")}, "no address to reply to"),
        ({"organizer": Person(name="x", address="a@b.co\r\nX:y")}, "no address to reply to"),
        ({"organizer": Person(name="x", address="a@b.co,mailto:c@d.co")}, "no address to reply to"),
        (
            {"method": "CANCEL"},
            "This calendar file says METHOD:CANCEL: only one with METHOD:REQUEST asks for an answer.",
        ),
        ({"method": "PUBLISH"}, "says METHOD:PUBLISH"),
        ({"method": ""}, "This calendar file has no METHOD: only one with METHOD:REQUEST asks for an answer."),
    ],
)
def test_what_cannot_be_answered_is_refused_in_a_sentence_with_the_right_form(wrong, sentence):
    with pytest.raises(ExportError, match=re.escape(sentence)):
        replied(replace(EVENT, **wrong))


def test_a_reply_needs_an_address_and_a_moment():
    with pytest.raises(
        ExportError, match="“Edda” is not the address that was invited: write it as bright@example.org."
    ):
        replied(attendee=Person(name="Edda", address="Edda"))
    with pytest.raises(ExportError, match="“now” is not a moment in UTC: write it as 20261124T235700Z."):
        decline(EVENT, EDDA, "", "now")


def test_a_reply_as_a_file_has_a_name_and_a_type_that_say_what_it_is():
    sent = export_reply(draft(), replied())

    assert sent.name == "calendar-reply-registrar-harwick-museum.ics"
    assert sent.media_type == "text/calendar; method=REPLY; charset=utf-8"
    assert sent.data == replied() == replied()


# What others read in it


def test_lines_are_short_and_no_character_is_divided():
    data = replied(comment="é日🧑🏽‍🔧" * 40)
    rows = data.split(b"\r\n")

    assert max(map(len, rows)) <= 75
    assert all(row.decode() is not None for row in rows)
    assert line(data, "COMMENT") == "COMMENT:" + "é日🧑🏽‍🔧" * 40


def test_icalendar_reads_what_was_meant():
    event = event_of(replied(replace(SERIES, sequence=2, recurrence_id="RECURRENCE-ID:20270511T140000Z")))

    assert event["UID"] == "7f3a-22@example.org"
    assert event["ORGANIZER"] == "mailto:varga@example.org"
    assert event["ORGANIZER"].params == {"CN": "Ildikó Varga"}
    assert event["ATTENDEE"] == "mailto:edda.bright+jobs@example.com"
    assert event["ATTENDEE"].params == {"CN": "Edda Bright", "PARTSTAT": "DECLINED"}
    assert event["SEQUENCE"] == 2
    assert event["RECURRENCE-ID"].dt.isoformat() == event["DTSTART"].dt.isoformat() == "2027-05-11T14:00:00+00:00"
    assert event["SUMMARY"] == EVENT.summary
    assert event["COMMENT"] == "I am withdrawing."


def test_ical_js_reads_the_same_however_hostile_a_text_is():
    texts = ["I am withdrawing.", *HOSTILE]
    files = [
        replied(
            replace(SERIES, sequence=2, summary=text, organizer=replace(VARGA, name=text)),
            replace(EDDA, name=text),
            text,
        )
        for text in texts
    ]
    for text, (_, properties, components) in zip(texts, parse_with_ical_js(files), strict=True):
        [[component, of_event, inside]] = components
        found = {name: (parameters, value) for name, parameters, _, value in of_event}
        words = seen(text)
        named = {"cn": words.replace('"', "'").replace("\\", "/")} if words else {}

        assert [name for name, *_ in properties] == ["version", "prodid", "method"]
        assert (component, inside) == ("vevent", [])
        assert len(found) == len(of_event)
        assert found["uid"][1] == EVENT.uid
        assert found["sequence"][1] == 2
        assert found["dtstart"][1] == "2027-05-11T14:00:00Z"
        assert found["organizer"] == (named, "mailto:varga@example.org")
        assert found["attendee"] == (named | {"partstat": "DECLINED"}, "mailto:edda.bright+jobs@example.com")
        assert found.get("summary", ({}, ""))[1] == found.get("comment", ({}, ""))[1] == words


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)
@example("x\r\nATTENDEE:mailto:evil@example.org", 'x";PARTSTAT=ACCEPTED;X="', "x\nMETHOD:CANCEL", "\\")
@example("\x0b", "^n", "\u2028ATTENDEE:x", "\x85")
@example('"', '"', '"', '"')
def test_no_name_and_no_text_adds_a_line_or_a_parameter(organizer, attendee, summary, comment):
    data = replied(
        replace(EVENT, organizer=replace(VARGA, name=organizer), summary=summary), replace(EDDA, name=attendee), comment
    )
    event = event_of(data)
    told = {"SUMMARY": seen(summary), "COMMENT": seen(comment)}

    assert names_in(data) == NAMES + TIMES + [name for name, words in told.items() if words] + ENDS
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert not re.search(
        "[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\ufeff]", data.decode()
    )
    for name, words in told.items():
        assert str(event.get(name, "")) == words
    assert event["ORGANIZER"] == "mailto:varga@example.org"
    assert event["ATTENDEE"] == "mailto:edda.bright+jobs@example.com"
    assert event["ATTENDEE"].params["PARTSTAT"] == "DECLINED"
    assert set(event["ATTENDEE"].params) <= {"PARTSTAT", "CN"} >= set(event["ORGANIZER"].params)


@given(
    st.sampled_from(["uid", "recurrence_id", "organizer", "attendee", "line", "method"]),
    ANY_TEXT
    | ANY_TEXT.map("a@b.co{}".format)
    | ANY_TEXT.map("UID:{}".format)
    | ANY_TEXT.map("RECURRENCE-ID;TZID={}:20270511T150000".format),
)
def test_no_part_of_an_invitation_adds_a_line_or_it_is_refused(part, text):
    attendee = replace(EDDA, address=text) if part == "attendee" else EDDA
    changed = {
        "attendee": {},
        "uid": {"uid": text, "lines": ()},
        "line": {"lines": (("UID", text),)},
        "organizer": {"organizer": replace(VARGA, address=text)},
    }.get(part, {part: text})
    try:
        data = replied(replace(SERIES, **changed), attendee)
    except ExportError:
        return

    instance = ["RECURRENCE-ID"] if part == "recurrence_id" and text else []
    assert names_in(data) == [*NAMES[:6], *instance, *NAMES[6:], *TIMES, "SUMMARY", "COMMENT", *ENDS]
    if b"TZID" not in data:  # icalendar knows a zone by its name alone only if the machine does
        event = event_of(data)
        assert event["ATTENDEE"].params["PARTSTAT"] == "DECLINED"
        assert event["UID"] == text if part == "uid" else event["UID"]
    assert organizer_of(data) == (text if part == "organizer" else VARGA.address)


# The mail that it goes in


def test_a_mail_says_no_in_words_and_to_the_calendar():
    data = export_eml(draft(recipient_email="somebody.else@example.org"), replied()).data
    message = message_from_bytes(data, policy=default)
    words, calendar = message.iter_parts()

    assert message.keys() == MEANT
    assert message["To"] == "varga@example.org"
    assert message["X-Unsent"] == "1"
    assert message.get_content_type() == "multipart/alternative"
    assert words.get_content_type() == "text/plain"
    assert words.get_content().replace("\r\n", "\n") == draft().text + "\n"
    assert calendar.get_content_type() == "text/calendar"
    assert dict(calendar["Content-Type"].params) == {"charset": "utf-8", "method": "REPLY"}
    assert calendar.get_payload(decode=True) == replied()
    assert line(calendar.get_payload(decode=True), "METHOD") == "METHOD:REPLY"
    assert [part.defects for part in message.walk()] == [[], [], []]
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 76
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")


def test_nothing_that_is_typed_ends_a_part_of_the_mail():
    edits = {"thanks": "--=_no-with-thanks--\n\n--=_no-with-thanks\n\nContent-Type: text/html"}
    made = compose(find("cancel-agreed-interview"), ANSWERS, edits=edits).draft
    data = export_eml(made, replied(comment="--=_no-with-thanks--")).data
    message = message_from_bytes(data, policy=default)

    assert len(list(message.iter_parts())) == 2
    assert next(message.iter_parts()).get_content().replace("\r\n", "\n") == made.text + "\n"
    assert data.count(b"--=_no-with-thanks") == 3


@pytest.mark.parametrize(
    "other",
    [
        b"",
        b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nORGANIZER:mailto:a@b.co\r\n",
        b"METHOD:REPLY\r\n",
        b"METHOD:REPLY\r\nORGANIZER:mailto:a@b.co\r\nORGANIZER:mailto:c@d.co\r\n",
        b"\xff",
    ],
)
def test_what_is_no_reply_goes_into_no_mail(other):
    with pytest.raises(
        ExportError, match="This calendar file is not a reply: it takes METHOD:REPLY and one ORGANIZER."
    ):
        organizer_of(other)


def test_the_address_of_a_reply_is_one_address_or_it_is_refused():
    with pytest.raises(ExportError, match="is not one email address"):
        export_eml(draft(), b"METHOD:REPLY\r\nORGANIZER:mailto:a@b.co, c@d.co\r\n")


# The reminder


def test_a_reminder_asks_whether_they_have_answered_and_blocks_nothing():
    sent = remind(draft(), When(2027, 5, 18, 1), STAMP)
    event = event_of(sent.data)
    [alarm] = event.subcomponents

    assert sent.name == "reminder-registrar-harwick-museum.ics"
    assert sent.media_type == "text/calendar; charset=utf-8"
    assert b"METHOD" not in sent.data
    assert event["SUMMARY"] == alarm["DESCRIPTION"] == "Is there an answer from Ms. Varga yet?"
    assert event["DESCRIPTION"] == (
        "You got in touch with them about the registrar role at the Harwick Museum. "
        "If nothing has come back, one line to ask whether they have your message is enough. "
        "After that, you have done your part."
    )
    assert (event["DTSTART"].dt.isoformat(), event["DTEND"].dt.isoformat()) == ("2027-05-18", "2027-05-19")
    assert (event["TRANSP"], event["CLASS"], alarm["ACTION"]) == ("TRANSPARENT", "PRIVATE", "DISPLAY")
    assert alarm["TRIGGER"].dt.total_seconds() == 9 * 60 * 60
    assert parse_with_ical_js([sent.data])[0][2][0][0] == "vevent"


def test_a_reminder_is_the_same_each_time_and_another_on_another_day():
    first = remind(draft(), When(2027, 5, 18, 1), STAMP).data

    assert line(first, "UID") == line(remind(draft(), When(2027, 5, 18, 1), "20270101T000000Z").data, "UID")
    assert line(first, "UID") != line(remind(draft(), When(2027, 5, 19, 2), STAMP).data, "UID")
    assert line(first, "UID") != line(remind(draft(role="curator"), When(2027, 5, 18, 1), STAMP).data, "UID")


def test_a_reminder_names_nobody_who_has_no_name_and_nothing_that_is_not_known():
    event = event_of(remind(draft(recipient="hiring team", role="", company=""), When(2027, 12, 31, 4), STAMP).data)

    assert event["SUMMARY"] == "Is there an answer yet?"
    assert event["DESCRIPTION"].startswith("You got in touch with them. If nothing")
    assert event["DTEND"].dt.isoformat() == "2028-01-01"


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (When(None, 5, 18, None), "A reminder needs the year of its day: write it as 21 April 2027."),
        (When(2027, 2, 31, None), "There is no such day in the calendar: write one as 21 April 2027."),
    ],
)
def test_a_reminder_needs_a_whole_day(day, sentence):
    with pytest.raises(ExportError, match=sentence):
        remind(draft(), day, STAMP)


# A calendar server


@contextmanager
def radicale(folder):
    """Run a calendar server on this machine alone, and give its port once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        "server": {"hosts": f"127.0.0.1:{port}"},
        "auth": {"type": "none"},
        "storage": {"filesystem_folder": str(folder / "collections")},
        "web": {"type": "none"},
        "logging": {"level": "critical"},
    }
    text = "".join(f"[{name}]\n" + "".join(f"{k} = {v}\n" for k, v in of.items()) for name, of in settings.items())
    (folder / "config").write_text(text, "utf-8")
    server = subprocess.Popen([sys.executable, "-m", "radicale", "--config", folder / "config"])
    try:
        wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.wait(10)


def wait_for(port, server, seconds=30):
    until = monotonic() + seconds
    while monotonic() < until:
        assert server.poll() is None, "The calendar server did not start."
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.05)
    raise AssertionError(f"The calendar server did not answer in {seconds} seconds.")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A calendar server with an empty calendar, as a function from a request to the status and the words of its answer."""
    with radicale(tmp_path_factory.mktemp("radicale")) as port:

        def ask(method, path, body=b"", kind="text/calendar; charset=utf-8", **headers):
            connection = HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request(method, path, body, {"Content-Type": kind} | headers)
            answer = connection.getresponse()
            read = answer.status, answer.read()
            connection.close()
            return read

        for calendar in ("/edda/interviews/", "/varga/replies/"):
            assert ask("MKCOL", f"/{calendar.split('/')[1]}/")[0] == 201
            assert ask("MKCALENDAR", calendar)[0] == 201
        yield ask


def stored(name, event):
    """Return the invitation as the calendar of somebody who was invited keeps it, before or after they answered."""
    return "\r\n".join(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Example//Example//EN",
            "BEGIN:VEVENT",
            f"UID:{name}",
            "DTSTAMP:20261101T090000Z",
            "DTSTART:20270511T140000Z",
            "DTEND:20270511T153000Z",
            "SUMMARY:Interview",
            "ORGANIZER:mailto:varga@example.org",
            event,
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    ).encode()


def test_a_calendar_server_keeps_the_answer_beside_the_invitation(server):
    path = "/edda/interviews/7f3a.ics"
    asked = f"ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{EDDA.address}"
    assert server("PUT", path, stored(EVENT.uid, asked))[0] == 201

    assert server("PUT", path, stored(EVENT.uid, line(replied(), "ATTENDEE")))[0] in (200, 201, 204)
    status, body = server("GET", path)

    assert status == 200
    assert event_of(body)["UID"] == event_of(replied())["UID"]
    assert event_of(body)["ATTENDEE"].params["PARTSTAT"] == "DECLINED"


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("once", EVENT),
        ("instance", replace(SERIES, sequence=2, recurrence_id="RECURRENCE-ID:20270511T140000Z")),
        ("hostile", replace(EVENT, summary=HOSTILE[1], organizer=replace(VARGA, name=HOSTILE[4]))),
        ("whole-day", replace(EVENT, start=START._replace(hour=None, minute=None), end=None)),
    ],
)
def test_a_calendar_server_takes_a_reply_and_gives_it_back(server, name, event):
    sent = replied(replace(event, uid=f"{name}@example.org", lines=()))
    path = f"/varga/replies/{name}.ics"
    assert server("PUT", path, sent)[0] == 201

    status, body = server("GET", path)
    query = (
        '<C:calendar-multiget xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">'
        f"<D:prop><D:getetag/><C:calendar-data/></D:prop><D:href>{path}</D:href></C:calendar-multiget>"
    )
    reported, found = server("REPORT", "/varga/replies/", query.encode(), "application/xml; charset=utf-8", Depth="1")
    [data] = ElementTree.fromstring(found).iter("{urn:ietf:params:xml:ns:caldav}calendar-data")

    assert (status, reported) == (200, 207)
    for each in (body, data.text.encode()):
        assert icalendar.Calendar.from_ical(each)["METHOD"] == "REPLY"
        assert event_of(each) == event_of(sent)
