"""An invitation in the shell: what it says, and the messages that it fills."""

import io
import json
import re
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import icalendar
import pytest

from generator import __main__ as shell
from generator import chooser, describe, find
from generator.invitation import read
from generator.model.invitation import ReaderClock
from tests import INVITATIONS

MOVED, SEVERAL, CANCELLED, NOTHING, AGENCY = (
    str(INVITATIONS / name)
    for name in (
        "40-update-moved.eml",
        "46-several-attendees.ics",
        "42-cancel.eml",
        "89-nothing.txt",
        "15-agency-names-client.eml",
    )
)
LONDON = "--zone=Europe/London"
TO_AGENCY = "tell-the-agency"


class Clock(datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime(2027, 5, 3, 8, tzinfo=tz)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    monkeypatch.setattr(shell, "datetime", Clock)


def run(capfdbinary, *arguments):
    code = shell.main(arguments)
    out, err = capfdbinary.readouterr()
    return code, out, err.decode()


def read_text(capfdbinary, *arguments):
    code, out, err = run(capfdbinary, "read", LONDON, *arguments)
    return code, out.decode(), err


def cancel(capfdbinary, invitation, *arguments):
    return run(capfdbinary, "write", "cancel-agreed-interview", f"--from={invitation}", LONDON, *arguments)


# python -m generator read


def test_each_thing_is_shown_with_its_line(capfdbinary):
    code, out, err = read_text(capfdbinary, MOVED)

    assert (code, err) == (0, "")
    assert (
        "interview_when     Tuesday, 18 May 2027 at 11 am\n"
        "                   The day and the hour (sure; the calendar file: “DTSTART;TZID=GMT Standard Time:20270518T110000”)\n"
    ) in out
    assert "\nstatus             moved\n" in out


def test_the_message_for_it_is_named_with_its_channel_and_the_reason(capfdbinary):
    out = read_text(capfdbinary, MOVED)[1]
    suggested = out[out.index("Before the interview: ") :].splitlines()

    assert suggested[0].endswith(" It is a week or more until the interview.")
    assert suggested[1] == "  cancel-agreed-interview   Cancel an interview you had agreed to (email)"
    assert suggested[2].strip().startswith("You said yes to a day")
    assert suggested[-1] == chooser().notices[3].advice
    assert "cancel-on-the-day" not in out


def test_on_the_day_itself_a_call_comes_first(capfdbinary, monkeypatch):
    monkeypatch.setattr(Clock, "now", classmethod(lambda cls, tz=None: datetime(2027, 5, 18, 8, tzinfo=tz)))
    out = read_text(capfdbinary, MOVED)[1]

    assert "  cancel-agreed-interview   Cancel an interview you had agreed to (call)\n" in out
    assert re.search(r"^  cancel-on-the-day +.* \(call\)$", out, re.MULTILINE)
    assert chooser().notices[0].advice in out


def test_an_agency_is_told_as_one(capfdbinary):
    assert f"\n  {TO_AGENCY} " in read_text(capfdbinary, AGENCY)[1]


@pytest.mark.parametrize("file", [CANCELLED, NOTHING])
def test_where_nothing_is_left_to_decline_the_exit_code_is_one(capfdbinary, file):
    code, out, _ = read_text(capfdbinary, file)

    assert code == 1
    assert "cancel-agreed-interview" not in out
    assert re.search(r"^(They have cancelled it|Nothing in it looks like)", out, re.MULTILINE)


def test_json_is_what_the_worker_answers(capfdbinary):
    code, out, _ = read_text(capfdbinary, MOVED, "--json")
    offsets = (("2027-03-28T01:00", 60),)
    here = ReaderClock(zone="Europe/London", offsets=offsets, now="2027-05-03T09:00")

    assert code == 0
    assert json.loads(out) == describe.describe_invitation(read(Path(MOVED).read_bytes(), here))


def test_an_invitation_comes_from_standard_input_too(capfdbinary, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(MOVED).read_bytes())))

    assert "Tuesday, 18 May 2027 at 11 am\n" in read_text(capfdbinary, "-")[1]


def test_the_hour_is_that_of_the_clocks_in_the_zone(capfdbinary):
    assert "Tuesday, 18 May 2027 at 11 am UTC+1\n" in run(capfdbinary, "read", MOVED, "--zone=Asia/Tokyo")[1].decode()


@pytest.mark.parametrize("zone", ["Europe/London", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata"])
def test_the_clocks_of_a_zone_are_known_for_the_months_around(zone):
    here = shell._clock(zone)
    clocks = shell.ZoneInfo(zone)

    assert list(here.offsets) == sorted(here.offsets)
    for moment, east in here.offsets:
        there = datetime.fromisoformat(f"{moment}+00:00").astimezone(clocks)
        assert there.utcoffset().total_seconds() == east * 60
    assert len(here.offsets) == (1 if zone == "Asia/Kolkata" else 4)


def test_the_machines_own_clock_needs_no_name():
    here = shell._clock(None)

    assert here.zone == ""
    assert len(here.offsets) >= 1
    assert here.now.startswith("2027-05-0")


def test_what_a_terminal_would_obey_is_not_shown(capfdbinary, tmp_path):
    file = tmp_path / "x.ics"
    file.write_bytes(Path(SEVERAL).read_bytes().replace(b"Larkhill site office", b"A\x1b[2J\xc2\x9b31mB"))
    out = read_text(capfdbinary, str(file))[1]

    assert [char for char in out if not char.isprintable() and char != "\n"] == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["read", "/nowhere.eml"], "/nowhere.eml cannot be read"),
        (["read", MOVED, "--zone=Mars"], "There is no time zone “Mars”: name one as Europe/London."),
        (["read", MOVED, "--zone=../x"], "There is no time zone “../x”: name one as Europe/London."),
        (["write", "pause", "--from=/nowhere.eml"], "/nowhere.eml cannot be read"),
        (["write", "pause", "--you=a@example.org"], "--you says who answers an invitation: name it with --from FILE."),
        (
            ["write", "pause", "--also=tell-the-agency"],
            "--also says whom a pack tells beside: make one with --to pack.",
        ),
        (["write", "pause", "--to=pack", "--also=pause"], "There is no message to go with it “pause”"),
        (["write", "pause", "--to=ics"], "A reminder needs the day of the interview"),
        (["write", "cancel-agreed-interview", f"--from={SEVERAL}", "--to=ics"], "Several are invited"),
    ],
)
def test_a_wrong_call_is_one_sentence_and_exit_code_two(capfdbinary, arguments, says):
    code, out, err = run(capfdbinary, *arguments)

    assert (code, out) == (2, b"")
    assert says in err
    assert err.count("\n") == 1


def test_a_file_that_is_too_large_is_one_sentence(capfdbinary, tmp_path):
    file = tmp_path / "x.eml"
    file.write_bytes(b"x" * 1_200_000)
    code, _, err = read_text(capfdbinary, str(file))

    assert code == 2
    assert err == "The file has more than 1 MB: paste the text of the mail instead.\n"


# python -m generator write --from


def test_an_invitation_answers_what_is_not_set(capfdbinary):
    code, out, err = cancel(capfdbinary, MOVED, "--set=role=data modeller")

    assert (code, err) == (0, "")
    assert "Please cancel our interview on Tuesday, May 18, at 11 a.m." in out.decode()
    assert "data modeller role" in out.decode()
    assert "Priya Nair" in out.decode()


def test_an_answer_from_a_file_stands_before_the_invitation(capfdbinary, tmp_path):
    file = tmp_path / "answers.json"
    file.write_text('{"recipient": "Ms Nair", "role": " "}')
    out = cancel(capfdbinary, MOVED, f"--answers={file}")[1].decode()

    assert "Dear Ms. Nair," in out
    assert "[role]" not in out


def test_the_channel_stays_the_one_that_is_wanted(capfdbinary):
    text = cancel(capfdbinary, MOVED, "--channel=text", "--json")[1]

    assert json.loads(text)["draft"]["channel"] == "text"
    assert json.loads(cancel(capfdbinary, MOVED, "--json")[1])["draft"]["channel"] == "email"


def test_a_guess_is_named_and_not_used(capfdbinary, monkeypatch):
    certain = read(Path(MOVED).read_bytes())
    found = (replace(each, certainty="unsure") if each.name == "role" else each for each in certain.found)
    guessed = replace(certain, found=tuple(found))
    monkeypatch.setattr(shell, "read", lambda data, here: guessed)
    code, out, err = cancel(capfdbinary, MOVED)

    assert code == 1
    assert "[role]" in out.decode()
    assert "role may be “data analyst”: add --set role=… if it is.\n" in err


def test_a_friend_is_not_greeted_as_whoever_invites(capfdbinary):
    out = run(capfdbinary, "write", "tell-the-referrer", f"--from={MOVED}", LONDON)[1].decode()

    assert "Priya" not in out
    assert "data analyst" in out


def test_an_agency_is_greeted_where_it_invites(capfdbinary):
    assert "Declan" in run(capfdbinary, "write", TO_AGENCY, f"--from={AGENCY}", LONDON)[1].decode()
    assert "Priya" not in run(capfdbinary, "write", TO_AGENCY, f"--from={MOVED}", LONDON)[1].decode()


def test_what_is_to_be_known_of_an_invitation_is_said(capfdbinary):
    assert "They have cancelled it, so there is nothing left to decline." in cancel(capfdbinary, CANCELLED)[2]


def test_a_calendar_file_answers_the_invitation(capfdbinary):
    code, out, err = cancel(capfdbinary, MOVED, "--to=ics")
    [event] = icalendar.Calendar.from_ical(out).walk("VEVENT")

    assert (code, err) == (0, "")
    assert event["attendee"] == "mailto:amara@example.org"
    assert str(event["comment"]).startswith("Please cancel our interview on Tuesday, May 18, at 11 a.m.")
    assert event["dtstamp"].dt.isoformat() == "2027-05-03T08:00:00+00:00"


def test_the_one_of_several_who_answers_is_named(capfdbinary):
    out = cancel(capfdbinary, SEVERAL, "--to=ics", "--you=jinho.park@example.net")[1]
    [event] = icalendar.Calendar.from_ical(out).walk("VEVENT")

    assert event["attendee"] == "mailto:jinho.park@example.net"


def test_without_an_invitation_a_calendar_file_reminds(capfdbinary):
    arguments = ["write", "cancel-agreed-interview", "--to=ics", "--set=interview_when=18 May", LONDON]
    [event] = icalendar.Calendar.from_ical(run(capfdbinary, *arguments)[1]).walk("VEVENT")

    assert event["dtstart"].dt.isoformat() == "2027-05-18"


def test_a_pack_is_an_archive_of_all_that_is_sent(capfdbinary):
    out = cancel(capfdbinary, MOVED, "--to=pack", "--also=tell-the-agency=Zanele", "--also=tell-the-referrer")[1]
    files = ZipFile(io.BytesIO(out))

    assert len(files.namelist()) == 7
    assert "Zanele" in files.read(files.namelist()[1]).decode()
    assert "Still to be filled in: [recipient]" in files.read("read-me.txt").decode()


def test_an_email_carries_the_answer_only_where_there_is_an_invitation(capfdbinary):
    with_it = cancel(capfdbinary, MOVED, "--to=eml")[1]
    message_type = find("cancel-agreed-interview")
    answers = [f"--set={name}={text}" for name, text in message_type.examples[0].answers.items()]
    without = run(capfdbinary, "write", message_type.slug, "--to=eml", *answers)[1]

    assert b"method=REPLY" in with_it
    assert b"multipart" not in without
