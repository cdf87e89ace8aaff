"""One set of answers, several readers: what each is told, and the archive that holds it all."""

import io
import re
from pathlib import PurePosixPath, PureWindowsPath
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Style, UnknownNameError, compose, export, find, load_catalogue
from generator.errors import ExportError
from generator.exports.mail import export_eml
from generator.reply.packet import PURPOSES, make_packet, zip_of
from tests.unit.replies import ANY_TEXT, replied

CANCEL = find("cancel-agreed-interview")
ANSWERS = dict(CANCEL.examples[0].answers) | {"recipient_email": "varga@example.org"}
BESIDE = {each.slug: each.beside.who for each in load_catalogue() if each.beside}
BOTH = {"tell-the-agency": {"recipient": "Zanele"}, "tell-the-referrer": {"recipient": "Priya"}}
REPLY = replied()


def made(answers=ANSWERS, message_type=CANCEL, *, edits=None, also_tell=None, reply=None, **style):
    """Return the pieces by what they are."""
    pieces = make_packet(message_type, answers, Style(**style), edits=edits, also_tell=also_tell, reply=reply)
    return {piece.what: piece for piece in pieces}


def told(what, answers=ANSWERS, message_type=CANCEL, *, edits=None, **style):
    """Return the draft of one of the others, who are all told."""
    return made(answers, message_type, edits=edits, also_tell=BOTH, **style)[what].made.draft


def opened(sent):
    return ZipFile(io.BytesIO(sent.data))


# What is in it


def test_a_pack_has_everything_in_the_order_in_which_it_is_sent():
    pieces = make_packet(CANCEL, ANSWERS, also_tell=dict(reversed(BOTH.items())), reply=REPLY)

    assert [piece.what for piece in pieces] == ["agency", *PURPOSES, "referrer"]
    assert [piece.export.name for piece in pieces] == [
        "tell-the-agency-email-registrar-harwick-museum.txt",
        "cancel-agreed-interview-email-registrar-harwick-museum.txt",
        "cancel-agreed-interview-email-registrar-harwick-museum.eml",
        "calendar-reply-registrar-harwick-museum.ics",
        "cancel-agreed-interview-call-registrar.txt",
        "tell-the-referrer-email-registrar-harwick-museum.txt",
    ]


def test_what_is_not_wanted_is_not_there():
    assert list(made()) == ["message", "call"]
    assert list(made(also_tell={"tell-the-referrer": {}})) == ["message", "call", "referrer"]
    assert list(made(message_type=find("decline-invitation"), answers={})) == ["message"]
    assert list(made(channel="call")) == ["message"]


def test_the_message_is_the_one_that_is_written_without_a_pack():
    style, edits = {"tone": "formal", "length": "short", "locale": "en-GB"}, {"wish": "All the best."}
    pieces = made(**style, edits=edits, also_tell=BOTH, reply=REPLY)
    alone = compose(CANCEL, ANSWERS, Style(**style), edits)

    assert pieces["message"].made == pieces["mail"].made == alone
    assert pieces["message"].export == export(alone.draft, "txt")
    assert pieces["mail"].export == export_eml(alone.draft, REPLY)
    assert pieces["reply"].export.data == REPLY
    assert {pieces[each].made.draft.tone for each in ("call", "agency", "referrer")} == {"formal"}
    assert {pieces[each].made.draft.locale.name for each in ("call", "agency", "referrer")} == {"en-GB"}


def test_a_letter_is_a_document_and_a_reply_goes_into_an_email_alone():
    assert made(channel="letter")["message"].export.name.endswith(".docx")
    assert set(made(channel="letter", reply=REPLY)) == {"message", "reply", "call"}
    assert set(made(channel="text", reply=REPLY)) == {"message", "reply", "call"}


def test_a_type_that_begins_with_a_call_still_has_its_written_message():
    pieces = made(find("cancel-on-the-day").examples[0].answers, find("cancel-on-the-day"))

    assert pieces["message"].made.draft.channel == "text"
    assert pieces["call"].made.draft.channel == "call"


def test_what_is_no_message_to_go_with_it_is_refused_and_so_is_what_is_no_reply():
    with pytest.raises(UnknownNameError, match="There is no message to go with it “pause”; there is tell-the-agency"):
        make_packet(CANCEL, ANSWERS, also_tell={"pause": {}})
    with pytest.raises(ExportError, match="This calendar file is not a reply"):
        make_packet(CANCEL, ANSWERS, reply=b"BEGIN:VCALENDAR\r\n")


# What the others are told


@pytest.mark.parametrize("what", ["agency", "referrer"])
def test_the_others_are_told_the_same_job_and_the_same_reason(what):
    phrases = told(what).phrases

    assert {"role": "registrar", "company": "the Harwick Museum", "sender": "Edda Bright"}.items() <= phrases.items()
    assert phrases["sender_contact"] == "020 7946 0121"
    assert "accepted another job" in told(what).text


def test_the_agency_hears_of_the_day_and_the_friend_does_not():
    assert "Tuesday, May 11, at 3 p.m." in told("agency").text
    assert "May 11" not in told("referrer").text


@pytest.mark.parametrize("slug", BESIDE)
def test_nobody_is_greeted_by_the_name_of_another_or_thanked_for_what_another_did(message_type, slug):
    theirs = {"recipient": "Quillfeather", "recipient_email": "quill@example.org", "thanks_for": "the blue umbrella"}
    asked = {field.name for field in message_type.fields}
    given = {name: text for name, text in theirs.items() if name in asked}
    for example in message_type.examples:
        pieces = made(dict(example.answers) | given, message_type, also_tell={slug: {}})
        if slug == message_type.slug:
            assert BESIDE[slug] not in pieces
            continue
        draft = pieces[BESIDE[slug]].made.draft
        everything = export(draft, "eml").data.decode() + draft.text

        assert not [text for text in theirs.values() if text in everything]
        assert "[recipient]" in draft.text
        assert "recipient" in draft.missing


def test_every_example_makes_a_pack(message_type):
    for example in message_type.examples:
        pieces = make_packet(message_type, example.answers, also_tell=BOTH, reply=REPLY)

        assert not [problem for piece in pieces if piece.made for problem in piece.made.problems]
        assert set(opened(zip_of(pieces)).namelist()[0:1]) == {"read-me.txt"}


def test_an_answer_of_their_own_goes_before_a_shared_one():
    own = {"recipient": "Zanele", "company": "your client", "books": "stay", "reason": " "}
    draft = made(also_tell={"tell-the-agency": own})["agency"].made.draft

    assert draft.text.startswith("Dear Zanele,")
    assert draft.phrases["company"] == "your client"
    assert "Please keep me on your list" in draft.text
    assert "I have accepted another job." in draft.text


def test_the_agency_is_not_told_that_nobody_else_hears_of_it():
    for tone in ("plain", "warm", "formal"):
        text = told("agency", tone=tone).text

        assert not re.search("contact them myself|write to them myself|leave it to you", text)


@pytest.mark.parametrize("what", ["agency", "referrer"])
def test_a_reason_for_which_the_other_has_no_words_is_a_gap_and_not_another_reason(what):
    draft = told(what, ANSWERS | {"reason": "circumstances"})

    assert "[your reason]" in draft.text
    assert draft.missing == ("reason_words",)


@pytest.mark.parametrize("what", ["agency", "referrer"])
def test_where_the_message_gives_its_reason_by_itself_the_others_are_not_told_that_there_was_none(what):
    def words(slug):
        return told(what, find(slug).examples[0].answers, find(slug)).text

    assert "[your reason]" in words("too-many-rounds")
    assert "accepted another job" in words("accepted-elsewhere")
    assert "the job I have" in told(what, ANSWERS | {"reason": "staying"}).text
    alone = find("staying-in-present-job").examples[1].answers
    assert "the job I have" in told(what, alone, find("staying-in-present-job")).text


def test_without_a_reason_nobody_gets_one():
    draft = told("referrer", ANSWERS | {"reason": "", "reason_words": "I am moving."})

    assert "I gave them no reason" in draft.text
    assert draft.missing == ()


@pytest.mark.parametrize("what", ["agency", "referrer"])
def test_ones_own_reason_is_passed_on_as_it_stands(what):
    own = ANSWERS | {"reason": "own", "reason_words": "I am moving inland in the spring"}
    rewritten = {"edits": {"reason": "I have bought a boat."}}

    assert "I am moving inland in the spring." in told(what, own).text
    assert "I have bought a boat." in told(what, **rewritten).text
    assert "another job" not in told(what, **rewritten).text
    assert "another job" not in told(what, edits={"reason": ""}).text


def test_what_cannot_be_read_is_told_of_with_each_message_that_asks_for_it():
    pieces = made(ANSWERS | {"interview_when": "sometime"}, also_tell=BOTH)

    assert [what for what, piece in pieces.items() if piece.made.problems] == ["agency", "message", "call"]


# The archive


def test_an_archive_holds_the_pieces_in_order_under_a_read_me():
    pieces = make_packet(CANCEL, ANSWERS, also_tell=BOTH, reply=REPLY)
    sent = zip_of(pieces)
    with opened(sent) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "read-me.txt",
            *(f"{number}-{piece.export.name}" for number, piece in enumerate(pieces, 1)),
        ]
        assert [archive.read(name) for name in archive.namelist()[1:]] == [piece.export.data for piece in pieces]

    assert sent.name == "cancel-agreed-interview-registrar-harwick-museum.zip"
    assert sent.media_type == "application/zip"


def test_the_same_answers_make_the_same_archive_on_every_machine():
    first, second = (zip_of(make_packet(CANCEL, ANSWERS, also_tell=BOTH, reply=REPLY)) for _ in range(2))

    assert first == second
    for entry in opened(first).infolist():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert (entry.compress_type, entry.create_system, entry.extra, entry.comment) == (ZIP_STORED, 3, b"", b"")


def test_the_read_me_says_of_each_file_what_it_is_for_in_two_sentences():
    pieces = make_packet(CANCEL, ANSWERS, also_tell={"tell-the-referrer": {}}, reply=REPLY)
    text = opened(zip_of(pieces)).read("read-me.txt").decode()

    for number, piece in enumerate(pieces, 1):
        assert f"\n{number}-{piece.export.name}\n{piece.purpose}\n" in text
    assert text.endswith("Still to be filled in: [recipient].\n")
    for purpose in PURPOSES.values():
        assert len(re.findall(r"[.](?: |$)", purpose)) == 2
        assert purpose.isascii()


def test_the_read_me_asks_for_nothing_where_nothing_is_missing():
    text = opened(zip_of(make_packet(CANCEL, ANSWERS, also_tell=BOTH))).read("read-me.txt").decode()

    assert "Still to be filled in" not in text


@given(ANY_TEXT, ANY_TEXT, st.sampled_from(["email", "letter", "text"]))
def test_any_answer_makes_names_that_every_system_allows(role, company, channel):
    pieces = make_packet(
        CANCEL, ANSWERS | {"role": role, "company": company}, Style(channel=channel), also_tell=BOTH, reply=REPLY
    )
    sent = zip_of(pieces)
    names = opened(sent).namelist()

    assert len({name.casefold() for name in names}) == len(names) == len(pieces) + 1
    assert len({piece.export.name for piece in pieces}) == len(pieces)
    for name in (*names, sent.name, *(piece.export.name for piece in pieces)):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.(txt|eml|ics|docx|zip)", name)
        assert len(name) <= 100
        assert PurePosixPath(name).name == PureWindowsPath(name).name == name
