"""What the engine answers to a page that brings an invitation: what it says, and a file that answers it."""

import base64
import io
import json
from email import message_from_bytes
from email.policy import default
from zipfile import ZipFile

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Style, compose, find, load_catalogue
from generator.forms import FORMS
from generator.invitation import LIMIT
from generator.model.invitation import CERTAINTIES, FACTS, STATUSES
from generator.model.message import STAGES
from generator.worker import REQUESTS, handle
from tests import INVITATIONS

FILES = sorted(path for path in INVITATIONS.iterdir() if path.suffix in (".eml", ".ics", ".txt"))
HERE = {
    "zone": "Europe/London",
    "offsets": [["2026-10-25T01:00", 0], ["2027-03-28T01:00", 60]],
    "now": "2027-05-03T09:00",
}
STAMP = "20270503T090000Z"
CANCEL = find("cancel-agreed-interview")
ANSWERS = {
    "recipient": "Ms Nair",
    "role": "data analyst",
    "interview_when": "Tuesday, 18 May 2027 at 11 am",
    "sender": "Amara Okafor",
    "recipient_email": "priya.nair@holme-vale.example",
}
DECISION = (
    "I'm writing to cancel our interview on Tuesday, May 18, at 11 a.m., "
    "and to withdraw my application for the data analyst position."
)
MOVED, SEVERAL, CANCELLED, AGENCY, INVITED = (
    base64.b64encode((INVITATIONS / name).read_bytes()).decode()
    for name in (
        "40-update-moved.eml",
        "46-several-attendees.ics",
        "42-cancel.eml",
        "15-agency-names-client.eml",
        "05-google.eml",
    )
)


def ask(**request):
    return json.loads(handle(json.dumps(request)))


def read(file, clock=HERE):
    return ask(request="read", base64=file, clock=clock)["result"]


def answer(to, **more):
    return ask(request="export", to=to, **{"type": CANCEL.slug, "channel": "email", "answers": ANSWERS, **more})


def sent(to, invitation=MOVED, **more):
    """Return the name and the bytes of an export that has to do with an invitation."""
    result = answer(to, **{"invitation": invitation, "clock": HERE, "stamp": STAMP, **more})["result"]
    return result["name"], base64.b64decode(result["base64"])


def refused(to, **more):
    given = answer(to, **{"clock": HERE, "stamp": STAMP, **more})
    return given["error"]["name"], given["error"]["message"]


def entry(data):
    [event] = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return event


# What an invitation says


def test_an_invitation_is_read_with_where_each_thing_stands():
    result = read(MOVED)
    [when] = [each for each in result["found"] if each["name"] == "interview_when"]

    assert when == {
        "name": "interview_when",
        "label": "The day and the hour",
        "value": "Tuesday, 18 May 2027 at 11 am",
        "quote": "DTSTART;TZID=GMT Standard Time:20270518T110000",
        "source": "the calendar file",
        "certainty": "sure",
    }
    assert (result["kind"], result["status"], result["answerable"]) == ("mail", "moved", True)
    assert result["you"] == [{"name": "Amara Okafor", "address": "amara@example.org"}]


def test_a_suggestion_says_where_the_reader_stands_and_why():
    suggestion = read(MOVED)["suggestion"]

    assert (suggestion["where"], suggestion["label"], suggestion["notice"]) == ("booked", "Before the interview", 3)
    assert suggestion["because"]


def test_what_was_cancelled_takes_no_answer_and_suggests_nothing():
    result = read(CANCELLED)

    assert (result["status"], result["answerable"], result["suggestion"]) == ("cancelled", False, None)
    assert result["said"]


def test_a_mail_without_a_calendar_file_is_read_and_takes_no_answer():
    result = read(AGENCY)

    assert result["suggestion"]["where"] == "around"
    assert not result["answerable"]


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_a_reading_has_the_same_shape_whatever_was_brought(file):
    result = read(base64.b64encode(file.read_bytes()).decode())

    assert list(result) == ["kind", "status", "found", "you", "answerable", "said", "suggestion"]
    assert result["status"] in STATUSES
    for found in result["found"]:
        assert list(found) == ["name", "label", "value", "quote", "source", "certainty"]
        assert found["label"] == FACTS[found["name"]]
        assert found["certainty"] in CERTAINTIES
    assert all(list(person) == ["name", "address"] for person in result["you"])
    assert result["suggestion"] is None or result["suggestion"]["label"] == STAGES[result["suggestion"]["where"]]


def test_nobody_need_say_where_they_are():
    assert read(MOVED, clock=None)["found"]
    assert ask(request="read", base64="")["result"]["found"] == []


@pytest.mark.parametrize(
    ("request_", "says"),
    [
        ({}, "The “base64” of a request is a file in base64"),
        ({"base64": None}, "The “base64” of a request is a file in base64"),
        ({"base64": ["QQ=="]}, "The “base64” of a request is a file in base64"),
        ({"base64": "Q"}, "The “base64” of a request is a file in base64"),
        ({"base64": "ü"}, "The “base64” of a request is a file in base64"),
        ({"base64": "\ud800"}, "The “base64” of a request is a file in base64"),
        ({"base64": "", "clock": "London"}, "The “clock” of a request is a zone with its offsets in minutes"),
        ({"base64": "", "clock": {"offsets": "60"}}, "The “clock” of a request is a zone with its offsets in minutes"),
        ({"base64": "", "clock": {"offsets": [[60, "2027"]]}}, '[["2027-03-28T01:00", 60]]'),
        ({"base64": "", "clock": {"offsets": [["2027", 10**9]]}}, '[["2027-03-28T01:00", 60]]'),
        ({"base64": "", "clock": {"offsets": [["2027", True]]}}, '[["2027-03-28T01:00", 60]]'),
        ({"base64": "", "clock": {"now": 9}}, "The “now” of a request is a text"),
        ({"base64": "", "clock": {"zone": []}}, "The “zone” of a request is a text"),
    ],
)
def test_a_request_that_cannot_be_read_is_a_sentence(request_, says):
    error = ask(request="read", **request_)["error"]

    assert error["name"] == "RequestError"
    assert says in error["message"]


def test_a_file_that_is_too_large_is_a_sentence():
    error = ask(request="read", base64=base64.b64encode(b"x" * (LIMIT + 1)).decode())["error"]

    assert error["name"] == "InvitationError"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
ANY_HERE = st.fixed_dictionaries(
    {},
    optional={
        "zone": JSON | st.just("Europe/London"),
        "offsets": JSON | st.lists(st.tuples(st.text(), st.integers(-2000, 2000))),
        "now": JSON | st.sampled_from(["2027-05-03T09:00", "9999-12-31T23:59", "0001-01-01T00:00"]),
    },
)
ANY_FILE = st.sampled_from([MOVED, SEVERAL, CANCELLED, AGENCY]) | st.binary().map(
    lambda data: base64.b64encode(data).decode()
)


@given(
    st.fixed_dictionaries({"request": st.just("read")}, optional={"base64": JSON | ANY_FILE, "clock": JSON | ANY_HERE})
)
def test_any_request_to_read_is_answered(request_):
    given = json.loads(handle(json.dumps(request_)))

    assert set(given) == ({"ok", "result"} if given["ok"] else {"ok", "error"})


@given(
    st.sampled_from(["ics", "eml", "pack"]),
    st.fixed_dictionaries(
        {},
        optional={
            "invitation": JSON | ANY_FILE,
            "clock": JSON | ANY_HERE,
            "you": JSON | st.sampled_from(["amara@example.org", "a b"]),
            "stamp": JSON | st.just(STAMP),
            "also": JSON | st.dictionaries(st.sampled_from(["tell-the-agency", "tell-the-referrer"]), JSON),
        },
    ),
)
def test_any_request_for_an_answer_is_answered(to, more):
    given = answer(to, **more)

    assert set(given) == ({"ok", "result"} if given["ok"] else {"ok", "error"})


# What answers it


def test_a_calendar_is_answered_by_the_one_whom_it_invited():
    name, data = sent("ics")
    event = entry(data)

    assert name == "calendar-reply-data-analyst.ics"
    assert b"METHOD:REPLY" in data
    assert event["attendee"] == "mailto:amara@example.org"
    assert event["attendee"].params["partstat"] == "DECLINED"
    assert str(event["organizer"]) == "mailto:priya.nair@holme-vale.example"


def test_the_calendar_is_told_the_decision_of_the_message():
    assert str(entry(sent("ics")[1])["comment"]) == DECISION


def test_a_decision_with_a_gap_or_one_to_be_said_aloud_is_not_written_into_their_calendar():
    assert "comment" not in entry(sent("ics", answers={})[1])
    assert "comment" not in entry(sent("ics", channel="call")[1])


def test_a_decision_in_the_readers_words_is_one_line_in_the_calendar():
    assert (
        str(entry(sent("ics", edits={"decision": "No.\n\nI am not coming."})[1])["comment"]) == "No. I am not coming."
    )


def test_their_calendar_hears_a_no_and_nothing_else(message_type, request):
    in_short = request.config.getoption("--sampled")
    for example in message_type.examples:
        for channel in message_type.channels[:1] if in_short else message_type.channels:
            made = compose(message_type, example.answers, Style(channel=channel))
            asked = {"type": message_type.slug, "channel": channel, "answers": dict(example.answers)}
            data = (
                sent("ics", INVITED, **asked)[1]
                if made.draft.declines or made.draft.phrases.get("interview_when")
                else b""
            )

            assert (b"PARTSTAT=DECLINED" in data) == made.draft.declines, (example.name, channel)


@pytest.mark.parametrize("slug", ["ask-first", "reschedule", "pause"])
def test_a_question_does_not_decline(slug):
    asked = {"type": slug, "answers": {}}

    assert b"multipart" not in sent("eml", **asked)[1]
    assert b"REPLY" not in sent("eml", **asked)[1]
    assert not [name for name in ZipFile(io.BytesIO(sent("pack", **asked)[1])).namelist() if name.endswith(".ics")]


def test_a_mail_carries_the_answer_to_the_calendar():
    mail = message_from_bytes(sent("eml")[1], policy=default)
    parts = [part.get_content_type() for part in mail.iter_parts()]

    assert mail["to"] == "priya.nair@holme-vale.example"
    assert parts == ["text/plain", "text/calendar"]


def test_where_several_are_invited_the_reader_says_who_answers():
    for to in ("ics", "eml", "pack"):
        name, message = refused(to, invitation=SEVERAL)
        assert name == "ExportError"
        assert message.startswith("Several are invited: give the address that is yours, matteo.ricci@example.org, ")
        assert message.count(".\n") == 0
    assert entry(sent("ics", SEVERAL, you="JinHo.Park@example.net")[1])["attendee"] == "mailto:jinho.park@example.net"


def test_an_invitation_may_have_been_passed_on():
    assert entry(sent("ics", you="somebody@example.com")[1])["attendee"] == "mailto:somebody@example.com"
    assert "is not the address that was invited" in refused("ics", invitation=MOVED, you="somebody")[1]


def test_an_invitation_that_names_nobody_asks_for_the_address():
    file = (INVITATIONS / "46-several-attendees.ics").read_bytes().replace(b"ATTENDEE", b"X-SOMEBODY")

    says = refused("ics", invitation=base64.b64encode(file).decode())[1]
    assert says == "The invitation names nobody: give the address that it came to, such as bright@example.org."


@pytest.mark.parametrize("invitation", [None, "", CANCELLED, AGENCY])
def test_where_nothing_can_be_answered_a_calendar_file_reminds_of_the_day(invitation):
    name, data = sent("ics", invitation)

    assert name == "reminder-data-analyst.ics"
    assert str(entry(data)["dtstart"].dt) == "2027-05-18"
    assert b"multipart" not in sent("eml", invitation)[1]


def test_the_year_of_a_reminder_may_be_that_of_the_readers_own_day():
    answers = ANSWERS | {"interview_when": "18 May"}

    assert str(entry(sent("ics", None, answers=answers, today="2027-05-03T09:00")[1])["dtstart"].dt) == "2027-05-18"
    assert "needs the year" in refused("ics", answers=answers)[1]


@pytest.mark.parametrize("when", ["", "one day", "5/6/2027"])
def test_a_reminder_needs_a_day(when):
    name, message = refused("ics", answers=ANSWERS | {"interview_when": when})

    assert name == "ExportError"
    assert message.startswith("A reminder needs the day of the interview: ")


def test_a_pack_has_what_everybody_is_told():
    _, data = sent("pack", also={"tell-the-agency": {"recipient": "Zanele"}})
    files = ZipFile(io.BytesIO(data))

    assert [name.partition("-")[2] for name in files.namelist()[1:]] == [
        "tell-the-agency-email-data-analyst.txt",
        "cancel-agreed-interview-email-data-analyst.txt",
        "cancel-agreed-interview-email-data-analyst.eml",
        "calendar-reply-data-analyst.ics",
        "cancel-agreed-interview-call-data-analyst.txt",
    ]
    assert "Zanele" in files.read(files.namelist()[1]).decode()
    assert files.read("4-calendar-reply-data-analyst.ics") == sent("ics")[1]


def test_a_pack_needs_no_invitation():
    names = ZipFile(io.BytesIO(sent("pack", None)[1])).namelist()

    assert [name.rpartition(".")[2] for name in names] == ["txt", "txt", "txt"]


def test_the_message_of_an_answer_is_the_one_of_the_page():
    style, edits = {"tone": "warm", "length": "short", "locale": "en-GB"}, {"wish": "All the best."}
    made = compose(CANCEL, ANSWERS, Style(channel="email", **style), edits).draft
    files = ZipFile(io.BytesIO(sent("pack", **style, edits=edits)[1]))

    assert made.text in files.read("1-cancel-agreed-interview-email-data-analyst.txt").decode()


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"also": []}, "The “also” of a request are answers by message type"),
        ({"also": {"tell-the-agency": "Zanele"}}, '{"tell-the-agency": {"recipient": "Zanele"}}'),
        ({"also": {"tell-the-agency": {"recipient": 3}}}, '{"tell-the-agency": {"recipient": "Zanele"}}'),
        ({"also": {"pause": {}}}, "There is no message to go with it “pause”"),
        ({"also": {"tell-the-agency": {"zip": "1"}}}, "There is no field “zip”"),
        ({"you": 3}, "The “you” of a request is a text"),
        ({"stamp": 3}, "The “stamp” of a request is a text"),
        ({"stamp": "now"}, "“now” is not a moment in UTC: write it as 20261124T235700Z."),
        ({"invitation": 3}, "The “invitation” of a request is a text"),
        ({"invitation": "Q"}, "The “invitation” of a request is a file in base64"),
    ],
)
def test_an_answer_that_cannot_be_made_says_why(more, says):
    assert says in refused("pack", **{"invitation": MOVED, **more})[1]


def test_without_an_invitation_an_export_is_what_it_was():
    for to in ("txt", "mailto", "eml", "docx"):
        plain = answer(to)
        assert plain["ok"]
        assert plain == answer(to, clock=HERE, stamp=STAMP, you="amara@example.org", invitation="")
    assert answer("txt") == answer("txt", invitation=MOVED)


def test_every_request_about_a_message_is_answered_for_every_message():
    """What the build asks, to see what the engine needs: none of these takes more than a message type."""
    for message_type in load_catalogue():
        for kind in REQUESTS:
            assert ask(request=kind, type=message_type.slug, to="txt", text="")["ok"]
    assert set(FORMS) == {"txt", "mailto", "eml", "docx", "ics", "pack"}
