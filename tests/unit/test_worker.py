import base64
import json

import pytest

from generator import Style, compose, find
from generator.worker import handle

ROLE = {"role": "baker", "recipient": "Mr Osei", "sender": "Imani"}


def ask(**request):
    return json.loads(handle(json.dumps(request)))


def test_a_composition_is_the_draft_that_python_makes():
    result = ask(request="compose", type="decline-by-phone", channel="email", tone="warm", answers=ROLE)["result"]

    assert (
        result["draft"]["text"]
        == compose(find("decline-by-phone"), ROLE, Style(channel="email", tone="warm")).draft.text
    )
    assert result["draft"]["subject"] == "Second interview, baker – I won't be coming (Imani)"
    assert result["missing"] == []


def test_the_text_is_the_sum_of_its_parts():
    draft = ask(request="compose", type="decline-by-phone", answers=ROLE)["result"]["draft"]

    joined = "".join(part["before"] + "".join(each["text"] for each in part["segments"]) for part in draft["parts"])
    assert joined == draft["text"]


def test_without_a_choice_the_first_channel_and_the_plain_tone_hold():
    draft = ask(request="compose", type="decline-by-phone", channel=None, tone=None, answers={})["result"]["draft"]

    assert (draft["channel"], draft["tone"], draft["subject"]) == ("call", "plain", None)


def test_what_is_missing_is_named_with_its_question():
    result = ask(request="compose", type="decline-by-phone", answers={"recipient": "Mr Osei", "sender": "Imani"})[
        "result"
    ]

    assert result["missing"] == [{"field": "role", "gap": "role", "label": "Which job is it?"}]
    assert "[role]" in result["draft"]["text"]


def test_what_cannot_be_read_is_a_problem_and_a_gap():
    result = ask(request="compose", type="pay-too-low", answers={"pay_needed": "lots"})["result"]

    assert result["problems"][0]["field"] == "pay_needed"
    assert result["missing"][0]["field"] == "pay_needed"


def test_a_spoken_message_is_timed_and_a_written_one_is_counted():
    spoken = ask(request="compose", type="pay-too-low", answers={"pay_needed": "£35k"})["result"]["draft"]
    written = ask(request="compose", type="pay-too-low", channel="email", answers={})["result"]["draft"]

    assert 10 <= spoken["seconds"] <= 60
    assert written["seconds"] is None
    assert written["words"] >= 40


def test_only_an_email_has_a_mail_link():
    assert ask(request="compose", type="decline-by-phone", answers=ROLE)["result"]["mailto"] is None
    link = ask(request="compose", type="decline-by-phone", channel="email", answers=ROLE)["result"]["mailto"]
    assert link["url"].startswith("mailto:?subject=")
    assert link["whole"]


def test_a_mail_link_says_when_the_body_is_left_out():
    answers = ROLE | {"reason": "own", "reason_words": "私は引っ越します。" * 30}

    assert not ask(request="compose", type="decline-by-phone", channel="email", answers=answers)["result"]["mailto"][
        "whole"
    ]


def test_edited_text_is_checked_with_the_answers_in_mind():
    text = "Dear Mr Osei,\n\nYour company is greedy."
    result = ask(request="check", type="decline-by-phone", channel="email", answers=ROLE, text=text)["result"]

    assert {"decision-first", "thanks-once", "no-lecture", "length"} == {each["check"] for each in result["findings"]}


def test_an_export_crosses_as_base64():
    result = ask(request="export", type="decline-by-phone", channel="email", answers=ROLE, to="txt")["result"]

    assert base64.b64decode(result["base64"]).decode().startswith("Subject: Second interview, baker")
    assert result["name"] == "decline-by-phone-email-baker.txt"


@pytest.mark.parametrize(
    ("request_", "name", "says"),
    [
        ("not json", "RequestError", "A request is JSON"),
        ("[]", "RequestError", "A request is a JSON object"),
        ("{}", "UnknownNameError", "There is no request “”; there is compose, check, export, read."),
        ('{"request":"compose","type":"nope"}', "UnknownNameError", "There is no message type “nope”"),
        ('{"request":"compose","type":3}', "RequestError", "The “type” of a request is a text"),
        ('{"request":[]}', "RequestError", "The “request” of a request is a text"),
        ('{"request":"compose","type":"skills-gap","answers":[]}', "RequestError", "texts by field name"),
        ('{"request":"compose","type":"\\ud800"}', "UnknownNameError", "There is no message type “?”"),
        ('{"request":"compose","type":"skills-gap","answers":["x"]}', "RequestError", "texts by field name"),
        ('{"request":"compose","type":"skills-gap","answers":{"role":1}}', "RequestError", "texts by field name"),
        (
            '{"request":"compose","type":"skills-gap","answers":{"zip":"1"}}',
            "UnknownNameError",
            "There is no field “zip”",
        ),
        ('{"request":"compose","type":"skills-gap","tone":"rude"}', "UnknownNameError", "There is no tone “rude”"),
        (
            '{"request":"export","type":"skills-gap","to":"pdf"}',
            "UnknownNameError",
            "there is txt, mailto, eml, docx, ics, pack.",
        ),
        ("[" * 100_000, "RequestError", "A request is JSON"),
    ],
)
def test_what_cannot_be_answered_is_an_error_that_says_why(request_, name, says):
    answer = json.loads(handle(request_))

    assert not answer["ok"]
    assert answer["error"]["name"] == name
    assert says in answer["error"]["message"]
