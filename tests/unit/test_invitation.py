"""What is made of an invitation as a whole: its calendar file and its words together, its reader, and where that reader stands."""

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import invitation
from generator.errors import InvitationError
from generator.model.invitation import ReaderClock
from generator.model.message import STAGES
from tests import INVITATIONS
from tests.unit.fuzz.laws import HERE, obey

FIXTURES = sorted(path for path in INVITATIONS.iterdir() if path.suffix != ".toml")
NOTHING = "Nothing in it looks like an invitation to an interview. Try the text of the mail itself, or answer the questions without it."
CANCELLED = "They have cancelled it, so there is nothing left to decline. Thank them in a line, if you like."
ANSWER = "It is somebody's answer to an invitation, and no invitation."
WEEK = "It is a week or more until the interview."

WORDS = """Dear Amara,

We would like to invite you to an interview for the role of weaver at Nordlys Textiles on Wednesday 19 May 2027 at 9 am.

Regards
Hilde Kristoffersen
"""
EVENT = """BEGIN:VEVENT
UID:1@nordlys-textiles.example
ORGANIZER;CN=Hilde Kristoffersen:mailto:hilde@nordlys-textiles.example
ATTENDEE;CN=Amara Okafor:mailto:amara@example.org
DTSTART:20270520T093000Z
SUMMARY:Interview: weaver
END:VEVENT
"""


def calendar(*events, method="REQUEST"):
    return f"BEGIN:VCALENDAR\nMETHOD:{method}\n{''.join(events or (EVENT,))}END:VCALENDAR\n"


def mail(text=WORDS, *calendars, sender="Hilde Kristoffersen <hilde@nordlys-textiles.example>", to="amara@example.org"):
    parts = [f"Content-Type: text/plain; charset=utf-8\n\n{text}"]
    parts += [f"Content-Type: text/calendar; charset=utf-8\n\n{each}" for each in calendars]
    body = "".join(f"--x\n{part}\n" for part in parts)
    return (
        f"From: {sender}\nTo: {to}\nSubject: Your day with us\nDate: Mon, 3 May 2027 08:00:00 +0100\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/mixed; boundary="x"\n\n{body}--x--\n'
    )


def read(text, here=HERE):
    return invitation.read(text.encode(), here)


def found(reading):
    return {thing.name: (thing.value, thing.source) for thing in reading.found if thing.name != "slot"}


def slots(reading):
    return [thing.value for thing in reading.found if thing.name == "slot"]


def test_the_day_of_the_calendar_file_goes_before_that_of_the_words():
    assert found(read(mail()))["interview_when"] == ("Wednesday, 19 May 2027 at 9 am", "the text")
    assert found(read(mail(WORDS, calendar())))["interview_when"] == (
        "Thursday, 20 May 2027 at 10:30 am",
        "the calendar file",
    )


def test_the_people_of_the_calendar_file_go_before_those_of_the_words():
    event = EVENT.replace("Hilde Kristoffersen:mailto:hilde", "Sanna Lie:mailto:sanna")
    reading = found(read(mail(WORDS, calendar(event))))

    assert reading["recipient"] == ("Sanna Lie", "the calendar file")
    assert reading["recipient_email"] == ("sanna@nordlys-textiles.example", "the calendar file")
    assert reading["sender"] == ("Amara Okafor", "the calendar file")


def test_the_words_say_what_the_calendar_file_leaves_open():
    reading = found(read(mail(WORDS, calendar(EVENT.replace("SUMMARY:Interview: weaver\n", "")))))

    assert reading["role"] == ("weaver", "the text")
    assert reading["company"] == ("Nordlys Textiles", "the text")


def test_the_words_of_an_event_stand_in_the_calendar_file():
    event = EVENT.replace("END:", "DESCRIPTION:Position: head weaver\\nOur reference is NT-12.\nEND:")
    reading = found(read(calendar(event)))

    assert reading["role"] == ("head weaver", "the calendar file")
    assert reading["reference"] == ("NT-12", "the calendar file")


def test_an_invitation_that_is_attached_twice_is_one():
    once, twice = read(mail(WORDS, calendar())), read(mail(WORDS, calendar(), calendar()))

    assert once == twice
    assert once.status == "booked"


def test_a_copy_that_breaks_off_is_said_beside_the_whole_one():
    reading = read(mail(WORDS, calendar(), calendar().removesuffix("END:VCALENDAR\n")))

    assert reading.status == "booked"
    assert reading.remarks == ("The calendar file breaks off: check what was found against the invitation.",)


@pytest.mark.parametrize(
    "text",
    [
        calendar(method="CANCEL"),
        calendar(EVENT.replace("END:", "STATUS:CANCELLED\nEND:"), method="PUBLISH"),
        mail("Dear Amara,\n\nYour interview has been cancelled.\n"),
        mail(WORDS, calendar(method="CANCEL")),
    ],
)
def test_nothing_is_left_to_do_where_it_is_cancelled(text):
    reading = read(text)

    assert reading.status == "cancelled"
    assert reading.suggestion is None
    assert reading.remarks == (CANCELLED,)


@pytest.mark.parametrize("method", ["REPLY", "COUNTER", "REFRESH"])
def test_an_answer_to_an_invitation_is_none(method):
    reading = read(calendar(method=method))

    assert (reading.status, reading.found, reading.suggestion) == ("unclear", (), None)
    assert reading.remarks == (ANSWER,)


def test_who_answers_an_invitation_is_not_the_reader():
    assert read(calendar(method="REPLY")).you == ()


LATER = EVENT.replace("UID:1@", "UID:2@").replace("20270520T093000Z", "20270521T130000Z")


def test_several_days_in_a_calendar_file_are_offered():
    reading = read(calendar(EVENT, LATER))

    assert reading.status == "proposed"
    assert slots(reading) == ["Thursday, 20 May 2027 at 10:30 am", "Friday, 21 May 2027 at 2 pm"]


def test_several_days_without_a_uid_are_offered_too():
    nameless = [re.sub("UID:.*\n", "", event) for event in (EVENT, LATER)]

    assert len(slots(read(calendar(*nameless, method="PUBLISH")))) == 2


def test_several_days_that_are_confirmed_are_booked():
    event = EVENT.replace("END:", "DESCRIPTION:Your interview is confirmed.\nEND:")
    reading = read(calendar(event, LATER))

    assert reading.status == "booked"
    assert reading.remarks == ("It has 2 appointments, and its day is that of the first.",)


def test_several_days_that_are_tentative_are_offered():
    event = EVENT.replace("END:", "STATUS:TENTATIVE\nDESCRIPTION:Your interview is confirmed.\nEND:")

    assert read(calendar(event, LATER)).status == "proposed"


def test_a_series_is_one_appointment():
    reading = read(calendar(EVENT.replace("END:", "RRULE:FREQ=WEEKLY;COUNT=3\nEND:")))

    assert reading.status == "booked"
    assert reading.remarks == ("It repeats, and its day is the first of them.",)


def test_an_event_without_a_uid_cannot_be_answered():
    (sentence,) = read(calendar(EVENT.replace("UID:1@nordlys-textiles.example\n", ""))).remarks

    assert "no answer can be made" in sentence


@pytest.mark.parametrize("before", ["", "\ufeff", "\n\n", "--\n"])
def test_a_calendar_file_may_be_pasted(before):
    reading = read(before + calendar())

    assert reading.kind == "calendar"
    assert found(reading)["role"] == ("weaver", "the calendar file")


def test_words_may_stand_before_a_pasted_calendar_file():
    reading = read(f"{WORDS}\n{calendar()}")

    assert reading.kind == "text"
    assert found(reading)["company"] == ("Nordlys Textiles", "the text")
    assert found(reading)["interview_when"] == ("Thursday, 20 May 2027 at 10:30 am", "the calendar file")


def test_a_calendar_file_that_cannot_be_read_asks_for_nothing_that_the_words_say():
    assert read(mail(WORDS, "BEGIN:VCALENDAR\nEND:VCALENDAR\n")).remarks == ()
    assert len(read(mail("Your interview is confirmed.", "BEGIN:VCALENDAR\nEND:VCALENDAR\n")).remarks) == 1


@pytest.mark.parametrize(
    ("attendees", "to", "you"),
    [
        ((), "amara@example.org", ["amara@example.org"]),
        ((), "Undisclosed recipients:;", []),
        ((), "amara@example.org, hilde@nordlys-textiles.example", ["amara@example.org"]),
        ((), "amara@example.org, ben@example.net", ["amara@example.org", "ben@example.net"]),
        (("amara@example.org",), "amara@example.org", ["amara@example.org"]),
        (("amara@example.org", "ben@example.net"), "ben@example.net", ["ben@example.net"]),
        (("amara@example.org", "ben@example.net"), "list@example.com", ["amara@example.org", "ben@example.net"]),
        (("amara@example.org", "sanna@nordlys-textiles.example"), "list@example.com", ["amara@example.org"]),
        (("amara@example.org", "AMARA@example.org"), "list@example.com", ["AMARA@example.org"]),
    ],
)
def test_the_reader_is_who_was_invited(attendees, to, you):
    lines = "".join(f"ATTENDEE:mailto:{address}\n" for address in attendees)
    event = EVENT.replace("ATTENDEE;CN=Amara Okafor:mailto:amara@example.org\n", lines)
    reading = read(mail(WORDS, *([calendar(event)] if attendees else []), to=to))

    assert [person.address for person in reading.you] == you


def test_rooms_and_the_chair_are_not_the_reader():
    room = "ATTENDEE;CUTYPE=ROOM;CN=Loom:mailto:loom@nordlys-textiles.example\n"
    chair = "ATTENDEE;ROLE=CHAIR;CN=Hilde:mailto:hilde@nordlys-textiles.example\n"

    assert [person.name for person in read(calendar(EVENT.replace("DTSTART", f"{room}{chair}DTSTART"))).you] == [
        "Amara Okafor"
    ]


def test_a_reader_who_is_one_of_several_is_only_likely():
    colleague = EVENT.replace("DTSTART", "ATTENDEE:mailto:sanna@nordlys-textiles.example\nDTSTART")

    def certainty(event):
        return {thing.certainty for thing in read(calendar(event)).found if thing.name.startswith("sender")}

    assert certainty(EVENT) == {"sure"}
    assert certainty(colleague) == {"likely"}


@pytest.mark.parametrize(
    ("line", "address", "name"),
    [
        ("Hilde Kristoffersen", "hilde@mill.example", "Hilde Kristoffersen"),
        ('"Kristoffersen, Hilde"', "hilde.kristoffersen@mill.example", "Hilde Kristoffersen"),
        ('"Kristoffersen, Hilde"', "h.kristoffersen@mill.example", "Hilde Kristoffersen"),
        ('"Søndergård, Øyvind"', "oyvind@mill.example", "Øyvind Søndergård"),
        ('"Kristoffersen, Hilde; People Team"', "hilde@mill.example", "Hilde Kristoffersen"),
        ("Kristoffersen, Hilde", "hilde@mill.example", "Hilde Kristoffersen"),
    ],
)
def test_a_surname_may_stand_first(line, address, name):
    text = "Dear Amara,\n\nWe would like to invite you to an interview.\n"

    assert found(read(mail(text, sender=f"{line} <{address}>")))["recipient"] == (name, "the sender's line")


def test_titles_belong_to_who_invites():
    event = EVENT.replace("CN=Hilde Kristoffersen", "CN=Dr. Hilde Kristoffersen")

    assert found(read(calendar(event)))["recipient"][0] == "Dr. Hilde Kristoffersen"


@pytest.mark.parametrize(
    ("summary", "role"),
    [
        ("Interview: glass blower", "glass blower"),
        ("Interview - weaver, Nordlys Textiles", "weaver"),
        ("Interview – head of dyeing", "head of dyeing"),
        ("Interview for weaver", "weaver"),
        ("Second interview: Data Analyst", "Data Analyst"),
        ("Interview with Nordlys Textiles (weaver)", "weaver"),
        ("Interview round 2: weaver (Nordlys Textiles)", "weaver"),
        ("Interview: sleeping car steward", "sleeping car steward"),
        ("Interview: next steps", None),
        ("Interview: good news", None),
        ("Interview: introduction", None),
        ("Interview - great to meet you", None),
        ("Interview: case study and presentation", None),
        ("Interview: reminder", None),
        ("Interview: what to bring", None),
        ("Interview - please confirm", None),
        ("Interview: Hilde Kristoffersen", None),
        ("Interview: video call", None),
        ("Interview: your visit on Thursday", None),
        ("Interview with Hilde", None),
        ("Interview with the whole team", None),
        ("Interview: thank you", None),
        ("Interview: remote", None),
        ("Interview", None),
    ],
)
def test_a_job_may_stand_alone_beside_the_word_interview(summary, role):
    reading = found(read(calendar(EVENT.replace("Interview: weaver", summary))))

    assert reading.get("role", (None,))[0] == role


@pytest.mark.parametrize(
    ("now", "notice", "because"),
    [
        ("2027-05-20T09:00", 0, "It is less than four hours until the interview."),
        ("2027-05-19T18:00", 1, "It is less than a day until the interview."),
        ("2027-05-17T18:00", 2, "It is more than a day until the interview."),
        ("2027-05-03T09:00", 3, WEEK),
    ],
)
def test_the_notice_is_how_long_it_is_until_the_interview(now, notice, because):
    suggestion = read(calendar(), ReaderClock(zone=HERE.zone, offsets=HERE.offsets, now=now)).suggestion

    assert (suggestion.where, suggestion.notice) == ("booked", notice)
    assert suggestion.because == ("It names the day and the hour, so a day is agreed.", because)


def test_the_notice_minds_the_zone_of_the_interview():
    event = EVENT.replace("DTSTART:20270520T093000Z", "DTSTART:20270520T093000-0700")  # at 17:30 in London
    here = ReaderClock(zone=HERE.zone, offsets=HERE.offsets, now="2027-05-20T12:00")

    assert read(calendar(event), here).suggestion.notice == 1


@pytest.mark.parametrize(
    ("now", "because"),
    [
        ("2027-05-20T12:00", "The hour of the interview is over."),
        ("2027-06-20T12:00", "The day of the interview is over."),
    ],
)
def test_a_day_that_is_over_is_over(now, because):
    suggestion = read(calendar(), ReaderClock(zone=HERE.zone, offsets=HERE.offsets, now=now)).suggestion

    assert (suggestion.where, suggestion.notice, suggestion.because) == ("after", None, (because,))


def test_a_day_without_an_hour_is_not_over_before_its_evening():
    event = EVENT.replace("DTSTART:20270520T093000Z", "DTSTART;VALUE=DATE:20270520")
    suggestion = read(calendar(event), ReaderClock(now="2027-05-20T16:00")).suggestion

    assert (suggestion.where, suggestion.notice) == ("booked", 0)
    assert suggestion.because == ("It names the day, so a day is agreed.", "The interview is today.")


@pytest.mark.parametrize(
    ("text", "where", "status"),
    [
        ("We invite you to an interview. Which day would suit you?", "invited", "proposed"),
        ("Your interview is confirmed.", "booked", "booked"),
        ("Your interview has been moved to 20 May 2027 at 2 pm.", "booked", "moved"),
        ("Your interview had to be postponed, and we will write again.", "booked", "moved"),
    ],
)
def test_the_reader_stands_where_the_status_says(text, where, status):
    reading = read(mail(text))

    assert reading.status == status
    assert reading.suggestion.where == where
    assert where in STAGES


def test_an_agency_stands_between():
    text = "Our client invites you to an interview on 20 May 2027 at 2 pm.\n\nRegards\nGareth Lloyd\nBrightsearch Ltd\n"
    suggestion = read(mail(text, sender="Gareth Lloyd <gareth@brightsearch.example>")).suggestion

    assert suggestion.where == "around"
    assert suggestion.because[-1] == "Brightsearch Ltd wrote to you for an employer, so they are the ones to tell."


@pytest.mark.parametrize("now", ["", "yesterday", "2027-05-20"])
def test_without_a_clock_nothing_is_said_of_time(now):
    suggestion = read(calendar(EVENT.replace("20270520T093000Z", "20990520T093000Z")), ReaderClock(now=now)).suggestion

    assert suggestion.where == "booked"
    assert suggestion.notice in (None, 3)


def test_a_day_without_a_year_is_near_the_mails_date_or_else_near_today():
    text = "Dear Amara,\n\nYour interview is on Thursday 7 January at noon.\n"

    assert found(read(text, ReaderClock()))["interview_when"][0] == "Thursday, 7 January at noon"
    assert (
        found(read(text, ReaderClock(now="2026-12-14T10:00")))["interview_when"][0]
        == "Thursday, 7 January 2027 at noon"
    )


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("Friday 13 May 2027", "13 May 2027 is a Thursday, not a Friday: enter the day that they mean."),
        ("31 June 2027", "There is no 31 June 2027: enter the day that they mean."),
        ("05/06/2027", "“05/06/2027” can be 5 June or 6 May: enter the day yourself."),
    ],
)
def test_a_day_that_cannot_be_meant_is_asked(day, said):
    reading = read(mail(f"We invite you to an interview on {day} at 2 pm."))

    assert "interview_when" not in found(reading)
    assert reading.remarks == (said,)


def test_a_day_that_cannot_be_meant_matters_to_nobody_where_the_calendar_file_has_one():
    assert read(mail("We invite you to an interview on 31 June 2027.", calendar())).remarks == ()


@pytest.mark.parametrize("data", [b"", b"\0", b"Dinner on Friday 14 May 2027 at 7 pm?", b"BEGIN:VEVENT\n" * 9])
def test_what_invites_to_nothing_says_so(data):
    reading = invitation.read(data, HERE)

    assert (reading.status, reading.found, reading.suggestion) == ("unclear", (), None)
    assert reading.remarks == (NOTHING,)


def test_a_megabyte_is_read_and_more_is_refused():
    assert invitation.LIMIT == 1_000_000
    assert invitation.read(b"a" * invitation.LIMIT).remarks
    with pytest.raises(InvitationError, match="The file has more than 1 MB: paste the text of the mail instead."):
        invitation.read(b"a" * (invitation.LIMIT + 1))


@pytest.mark.parametrize("wrap", [lambda text: text, lambda text: mail(WORDS, text)])
def test_two_hundred_components_are_read_and_more_are_refused(wrap):
    assert read(wrap(calendar(*[EVENT] * 199))).event
    with pytest.raises(InvitationError, match="The calendar file has more than 200 parts"):
        read(wrap(calendar(*[EVENT] * 200)))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_little_is_said_of_an_invitation_and_nothing_twice(path):
    said = invitation.read(path.read_bytes(), HERE).remarks

    assert len(said) <= 3
    assert len(set(said)) == len(said)
    assert [] == [sentence for sentence in said if not re.fullmatch(r"[A-Z“\d].*\.", sentence)]


def test_nothing_that_opens_a_connection_is_imported():
    script = "import sys, generator.invitation; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True).stdout.split()
    without = subprocess.run(
        [sys.executable, "-c", script.replace("generator.invitation", "generator")],
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split()

    assert {"generator.invitation.mail", "generator.invitation.prose.dates"} <= set(modules)
    assert not {"socket", "ssl", "urllib.request", "http.client", "asyncio"} & (set(modules) - set(without))
    assert "email" not in set(modules) - set(without)


@given(st.binary(max_size=600))
def test_any_bytes_are_read_by_the_rules(data):
    obey(data)


PIECES = st.sampled_from([piece for path in FIXTURES for piece in re.findall(rb"[^\n]*\n", path.read_bytes())])


@given(st.lists(PIECES | st.binary(max_size=8), max_size=40).map(b"".join))
def test_any_lines_of_invitations_are_read_by_the_rules(data):
    obey(data)


@st.composite
def mutated(draw):
    """Return an invitation in which pieces are left out, doubled, or put in another's place."""
    data = draw(st.sampled_from(FIXTURES)).read_bytes()
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 80)))
        data = (
            data[:start]
            + draw(st.sampled_from([b"", data[start:end] * 2]) | PIECES | st.binary(max_size=8))
            + data[end:]
        )
    return data


@given(mutated())
def test_an_invitation_that_was_damaged_is_read_by_the_rules(data):
    obey(data)
