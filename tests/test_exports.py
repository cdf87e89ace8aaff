import io
from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, unquote, urlsplit

import docx
import pytest

from generator import UnknownNameError, compose, export, find
from generator.exports import MAILTO_LIMIT

ANSWERS = {
    "recipient": "Ms Varga & Söhne",
    "role": "registrar #2 + more",
    "interview_when": "11 May 2027 at 3 pm",
    "sender": "Édda Bright",
    "recipient_email": "varga+jobs@example.org",
}


def draft(channel="email", **answers):
    return compose(find("cancel-agreed-interview"), ANSWERS | answers, channel).draft


def test_text_stands_under_its_subject():
    text = export(draft(), "txt").data.decode()

    assert text.startswith("Subject: Interview on Tuesday, 11 May: I am withdrawing\n\nDear Ms Varga & Söhne,\n")
    assert text.endswith("Édda Bright\n")


def test_a_letter_has_no_subject_above_it():
    assert export(draft("letter"), "txt").data.decode() == draft("letter").text + "\n"


def test_a_mail_link_gives_back_what_went_in():
    url = export(draft(), "mailto").data.decode()
    parsed = urlsplit(url)
    fields = parse_qs(parsed.query, strict_parsing=True)

    assert parsed.scheme == "mailto"
    assert unquote(parsed.path) == "varga+jobs@example.org"
    assert fields["subject"] == ["Interview on Tuesday, 11 May: I am withdrawing"]
    assert fields["body"] == [draft().text.replace("\n", "\r\n")]


def test_a_mail_link_uses_percent_signs_only():
    url = export(draft(role="a + b"), "mailto").data.decode()

    assert "+" not in url.split("?")[1]
    assert " " not in url
    assert "%0D%0A" in url
    assert "%20" in url


def test_a_mail_link_without_an_address_has_an_empty_path():
    assert export(draft(recipient_email=""), "mailto").data.startswith(b"mailto:?subject=")


def test_a_mail_link_that_would_be_too_long_leaves_the_body_out():
    url = export(draft(reason="own", reason_words="私は引っ越します。" * 30), "mailto").data.decode()

    assert len(url) <= MAILTO_LIMIT
    assert "&body=" not in url
    assert "subject=" in url


def test_a_hostile_answer_cannot_add_a_field_to_a_mail_link():
    url = export(draft(recipient="x&bcc=evil@example.org\r\nBcc: evil@example.org"), "mailto").data.decode()

    assert set(parse_qs(urlsplit(url).query)) == {"subject", "body"}


def test_an_unsent_message_has_just_the_headers_that_are_meant():
    made = export(draft(), "eml")
    message = message_from_bytes(made.data, policy=default)

    assert message.keys() == ["To", "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"]
    assert message["To"] == "varga+jobs@example.org"
    assert message["Subject"] == "Interview on Tuesday, 11 May: I am withdrawing"
    assert message.get_content().replace("\r\n", "\n") == draft().text + "\n"
    assert made.name == "cancel-agreed-interview-email.eml"


def test_a_hostile_answer_cannot_add_a_header():
    hostile = draft(role="x\r\nBcc: evil@example.org\n\n<b>", recipient_email="a@b.co\r\nBcc: evil@example.org")
    message = message_from_bytes(export(hostile, "eml").data, policy=default)

    assert "Bcc" not in message
    assert "To" not in message


def test_a_document_has_the_paragraphs_of_the_message():
    document = docx.Document(io.BytesIO(export(draft("letter"), "docx").data))

    assert [paragraph.text for paragraph in document.paragraphs] == draft("letter").text.split("\n\n")
    assert round(document.sections[0].page_width.mm) == 210
    assert round(document.sections[0].page_height.mm) == 297


def test_markup_in_an_answer_stays_text_in_a_document():
    document = docx.Document(io.BytesIO(export(draft("letter", recipient="<w:p/>&amp;x"), "docx").data))

    assert "Dear <w:p/>&amp;x," in [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize("to", ["txt", "eml", "docx", "mailto"])
def test_the_same_draft_gives_the_same_bytes(to):
    assert export(draft(), to) == export(draft(), to)


def test_an_unknown_form_names_the_known_ones():
    with pytest.raises(UnknownNameError, match="There is no export “pdf”; there is txt, mailto, eml, docx."):
        export(draft(), "pdf")
