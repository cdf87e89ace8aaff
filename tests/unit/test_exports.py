import io
import os
import re
import shutil
import subprocess
from email import message_from_bytes
from email.policy import default
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Twips
from hypothesis import example, given
from hypothesis import strategies as st
from pypdf import PdfReader

from generator import Style, UnknownNameError, compose, export, find, locales
from generator.errors import ExportError
from generator.exports import MAILTO_LIMIT, header
from generator.model.message import Draft, Part, Segment

ANSWERS = {
    "recipient": "Ms Varga & Söhne",
    "role": "registrar #2 + more",
    "interview_when": "11 May 2027 at 3 pm",
    "sender": "Édda Bright",
    "recipient_email": "varga+jobs@example.org",
}
LETTER = find("cancel-agreed-interview").examples[0].answers
SHEETS = {"a4": (11906, 16838), "letter": (12240, 15840)}  # twentieths of a point
MEANT = ["X-Unsent", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"]
ENTRIES = [
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/document.xml",
]
DEVICES = ["con", "prn", "aux", "nul", "com1", "lpt9"]
ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=200)
SPITEFUL = st.text(
    '\r\n\0\v\f\x85\u2028\u2029\u202e\u2066\u200b\u200d\ufeff =?utf-8QbB_:;,@<>"\\é日🧑🏽‍🔧', max_size=200
)
ANY_TEXT = ANYTHING | SPITEFUL


def draft(channel="email", **answers):
    return compose(find("cancel-agreed-interview"), ANSWERS | answers, Style(channel=channel)).draft


def made_of(*, to="", subject="", text="No.", **phrases):
    """Return a draft that nobody has cleaned."""
    headers = tuple(
        Part(name=name, label="", before="", segments=(Segment(text=words),), uses=())
        for name, words in (("to", to), ("subject", subject))
    )
    return Draft(
        type="cancel",
        channel="email",
        tone="plain",
        length="full",
        locale=locales()["en-GB"],
        headers=headers,
        parts=(),
        declines=True,
        text=text,
        missing=(),
        phrases=phrases,
    )


def parsed(eml):
    return message_from_bytes(eml, policy=default)


def opened(sent):
    return docx.Document(io.BytesIO(sent.data))


# Text


def test_text_stands_under_its_subject():
    text = export(draft(), "txt").data.decode()

    assert text.startswith(
        "Subject: Interview on Tuesday, May 11 – withdrawing (Édda Bright)\n\nDear Ms. Varga & Söhne,\n"
    )
    assert text.endswith("Édda Bright\n")


def test_a_letter_has_no_subject_above_it():
    assert export(draft("letter"), "txt").data.decode() == draft("letter").text + "\n"


# The link for the mail program


def test_a_mail_link_gives_back_what_went_in():
    url = export(draft(), "mailto").data.decode()
    parts = urlsplit(url)
    fields = parse_qs(parts.query, strict_parsing=True)

    assert parts.scheme == "mailto"
    assert unquote(parts.path) == "varga+jobs@example.org"
    assert fields["subject"] == ["Interview on Tuesday, May 11 – withdrawing (Édda Bright)"]
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


# The unsent message


def test_an_unsent_message_has_just_the_headers_that_are_meant():
    message = parsed(export(draft(), "eml").data)

    assert message.keys() == ["To", "Subject", *MEANT]
    assert message["To"] == "varga+jobs@example.org"
    assert message["Subject"] == "Interview on Tuesday, May 11 – withdrawing (Édda Bright)"
    assert message["X-Unsent"] == "1"
    assert message.get_content().replace("\r\n", "\n") == draft().text + "\n"
    assert message.defects == []


def test_an_unsent_message_ends_its_lines_as_mail_does_and_keeps_them_short():
    data = export(draft(reason="own", reason_words="私は引っ越します。" * 30), "eml").data

    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert max(map(len, data.split(b"\r\n"))) <= 76


@pytest.mark.parametrize(
    "role",
    [
        "=?utf-8?q?x=0D=0ABcc:_evil@example.org?=",
        "registrar =?utf-8?b?QmNj?= and more",
        "registrar" * 13,
        "学芸員" * 40,
        "registrar of things that were found beside the river, in the river and under the river",
        "🧑🏽‍🔧 and 日本 and é",
    ],
)
def test_a_subject_comes_back_to_the_letter_however_it_looks(role):
    asked = draft(role=role, recipient_email="")
    edited = compose(find("cancel-agreed-interview"), ANSWERS, edits={"subject": f"About the {role} role"}).draft

    for each in (asked, edited):
        assert parsed(export(each, "eml").data)["Subject"] == header(each, "subject")
    assert role in header(edited, "subject")


@pytest.mark.parametrize(
    "address",
    [
        "a@b.co\r\nBcc: evil@example.org",
        "a@b.co, evil@example.org",
        "=?utf-8?q?a=0D=0ABcc:_x?=@b.co",
        "größe@example.org",
    ],
)
def test_what_is_not_one_address_is_asked_again_and_is_in_no_header(address):
    made = compose(find("cancel-agreed-interview"), ANSWERS | {"recipient_email": address})

    assert [problem.field for problem in made.problems] == ["recipient_email"]
    assert parsed(export(made.draft, "eml").data).keys() == ["Subject", *MEANT]


@given(ANY_TEXT, ANY_TEXT | st.emails())
@example("x\0y", "")
@example("x\u2028Bcc: y", "")
@example("x\x0bBcc: y", "")
@example("x\x85Bcc: y", "")
@example("\u202exy", "")
@example("fine", "a@b.co\x7f")
@example("fine", "a@b.co\u200b")
@example(" spaces ", "")
def test_a_header_comes_back_as_it_was_meant_or_is_refused(subject, to):
    meant = {"To": to, "Subject": subject}
    try:
        message = parsed(export(made_of(to=to, subject=subject), "eml").data)
    except ExportError:
        return

    assert message.keys() == [*(name for name, words in meant.items() if words), *MEANT]
    for name, words in meant.items():
        assert (message[name] or "") == words
        assert not re.search(
            r"[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\ufeff\ud800-\udfff]", words
        )


@given(
    st.sampled_from(["recipient", "role", "company", "sender", "thanks_for", "recipient_email", "sender_contact"]),
    ANY_TEXT,
)
def test_no_answer_and_no_subject_of_ones_own_adds_a_header_or_is_refused(field, text):
    for edits in ({}, {"subject": text}):
        made = compose(find("cancel-agreed-interview"), ANSWERS | {field: text}, edits=edits).draft
        message = parsed(export(made, "eml").data)
        meant = {name: header(made, name) for name in ("to", "subject")}

        assert message.keys() == [*(name.title() for name, words in meant.items() if words), *MEANT]
        for name, words in meant.items():
            assert (message[name] or "") == words
        assert message.get_content().replace("\r\n", "\n") == made.text + "\n"


def test_an_address_of_ones_own_that_is_none_is_refused_in_a_sentence():
    made = compose(find("cancel-agreed-interview"), ANSWERS, edits={"to": "a@b.co, evil@example.org"}).draft

    with pytest.raises(ExportError, match="“a@b.co, evil@example.org” is not one email address: write it as"):
        export(made, "eml")


# The document


def test_a_document_has_the_paragraphs_of_the_message():
    document = opened(export(draft("letter"), "docx"))

    assert [paragraph.text for paragraph in document.paragraphs] == re.split("\n{2,}", draft("letter").text)


def test_a_mail_as_a_document_stands_under_its_subject():
    document = opened(export(draft(), "docx"))

    assert document.paragraphs[0].text == "Subject: Interview on Tuesday, May 11 – withdrawing (Édda Bright)"
    assert [paragraph.text for paragraph in document.paragraphs[1:]] == draft().text.split("\n\n")


@pytest.mark.parametrize(
    ("locale", "in_the_middle"), [("en-GB", ["Salutation", "Subject"]), ("en-US", ["Subject", "Salutation"])]
)
def test_each_part_of_a_letter_has_a_style_of_its_own(locale, in_the_middle):
    letter = compose(find("cancel-agreed-interview"), LETTER, Style(channel="letter", locale=locale)).draft
    document = opened(export(letter, "docx"))
    styles = [paragraph.style.name for paragraph in document.paragraphs]

    assert styles == ["Address", "Date", "Address", *in_the_middle, "Normal", "Normal", "Closing", "Signature"]
    assert document.paragraphs[2].text.splitlines()[0] in ("Ms Varga", "Ms. Varga")
    assert document.paragraphs[-1].paragraph_format.space_before is None  # the style has it
    assert document.styles["Signature"].paragraph_format.space_before.pt >= 40


def test_a_readers_own_paragraphs_are_paragraphs():
    edits = {"thanks": "Thank you.\n\nThe studio was a wonder."}
    document = opened(
        export(compose(find("cancel-agreed-interview"), LETTER, Style(channel="letter"), edits=edits).draft, "docx")
    )

    assert document.paragraphs[6].text == "Thank you."
    assert document.paragraphs[7].text.startswith("The studio was a wonder.")


@pytest.mark.parametrize("paper", SHEETS)
def test_a_document_has_the_paper_that_is_wanted(paper):
    [section] = opened(export(draft("letter"), "docx", paper)).sections

    assert (section.page_width, section.page_height) == tuple(map(Twips, SHEETS[paper]))
    assert {round(each.mm) for each in (section.left_margin, section.right_margin, section.top_margin)} == {25}


def test_without_a_choice_the_paper_is_that_of_the_country():
    american = draft()
    british = compose(find("cancel-agreed-interview"), ANSWERS, Style(locale="en-GB")).draft

    assert export(american, "docx") == export(american, "docx", "letter") != export(american, "docx", "a4")
    assert export(british, "docx") == export(british, "docx", "a4")


def test_a_document_says_what_it_is_and_neither_when_nor_by_whom():
    core = opened(export(draft(), "docx")).core_properties

    assert core.title == "Interview on Tuesday, May 11 – withdrawing (Édda Bright)"
    assert core.language == "en-US"
    assert (core.author, core.created, core.modified, core.last_modified_by) == ("", None, None, "")


def test_a_document_knows_its_language():
    styles = opened(export(draft(), "docx")).styles.element.xml

    assert 'w:lang w:val="en-US"' in styles


def test_markup_in_an_answer_stays_text_in_a_document():
    hostile = "<w:p/>&amp;x]]>"
    document = opened(export(draft("email", recipient=hostile, role="TITLE & <b>"), "docx"))

    assert f"Dear {hostile}," in [paragraph.text for paragraph in document.paragraphs]
    assert "TITLE & <b>" in document.paragraphs[2].text


@given(st.sampled_from(["recipient", "role", "sender", "reason_words", "sender_address"]), ANY_TEXT)
def test_any_answer_makes_a_document_that_can_be_read(field, text):
    made = compose(
        find("cancel-agreed-interview"), dict(LETTER) | {"reason": "own", field: text}, Style(channel="letter")
    ).draft
    with ZipFile(io.BytesIO(export(made, "docx").data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ENTRIES
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        found = [ElementTree.fromstring(archive.read(name)) for name in ENTRIES]

    assert "".join(found[-1].itertext()) == made.text.replace("\n", "")


@pytest.fixture(scope="module")
def office():
    """The program that turns a document into pages."""
    if not shutil.which("soffice"):
        assert not os.environ.get("EVERY_ENGINE"), "EVERY_ENGINE is set, and LibreOffice is not on this machine."
        pytest.skip("LibreOffice is not on this machine: install libreoffice-writer to see the pages")
    return "soffice"


@pytest.mark.thorough
def test_an_office_program_lays_a_letter_on_one_page_of_its_paper(office, tmp_path):
    full = dict(LETTER) | {
        "reason": "own",
        "reason_words": "I am moving inland in the spring. " * 8,
        "future_contact": "yes",
    }
    for paper in SHEETS:
        made = compose(find("cancel-agreed-interview"), full, Style(channel="letter", tone="formal")).draft
        (tmp_path / f"{paper}.docx").write_bytes(export(made, "docx", paper).data)
    documents = sorted(map(str, tmp_path.glob("*.docx")))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *documents]
    subprocess.run(command, check=True, capture_output=True)

    for paper, size in SHEETS.items():
        [page] = PdfReader(tmp_path / f"{paper}.pdf").pages
        assert tuple(round(float(each) * 20) for each in page.mediabox[2:]) == pytest.approx(size, abs=3)
        assert "Sincerely," in page.extract_text()


# All of them


@pytest.mark.parametrize("to", ["txt", "eml", "docx", "mailto"])
def test_the_same_draft_gives_the_same_bytes(to):
    assert export(draft(), to) == export(draft(), to)


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({"role": "registrar", "company": "the Harwick Museum"}, "registrar-harwick-museum"),
        ({"role": "Head of R&D", "company": "Zoë's Bakery & Söhne"}, "head-of-r-d-zoes-bakery-sohne"),
        ({"role": "Straßenkünstler", "company": "Łódź Ærø’s"}, "strassenkunstler-lodz-aeros"),
        ({"role": "学芸員", "company": "Museum 九"}, "museum"),
        ({"role": "../../etc/passwd", "company": "C:\\con"}, "etc-passwd-c-con"),
        ({"role": "x" * 100, "company": ""}, ""),
    ],
)
def test_a_file_is_named_after_what_is_inside(answers, name):
    stem = "-".join(filter(None, ["cancel-agreed-interview-letter", name]))

    assert export(draft("letter", **answers), "docx").name == f"{stem}.docx"


@given(
    ANY_TEXT | st.sampled_from(DEVICES),
    ANY_TEXT | st.sampled_from([".", "..", "/", "\\"]),
    st.sampled_from(["txt", "eml", "docx"]),
)
def test_any_name_of_a_file_is_one_that_every_system_allows(role, company, to):
    name = export(compose(find("cancel-agreed-interview"), ANSWERS | {"role": role, "company": company}).draft, to).name
    raw = export(made_of(role=role, company=company, subject="x"), to).name

    for each in (name, raw):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.(txt|eml|docx)", each)
        assert len(each) <= 100
        assert PurePosixPath(each).name == PureWindowsPath(each).name == each
        assert each.split(".")[0] not in DEVICES


def test_an_unknown_form_names_the_known_ones():
    with pytest.raises(UnknownNameError, match="There is no export “pdf”; there is txt, mailto, eml, docx."):
        export(draft(), "pdf")


def test_an_unknown_paper_names_the_known_ones():
    with pytest.raises(UnknownNameError, match="There is no paper “a3”; there is a4, letter."):
        export(draft(), "docx", "a3")
