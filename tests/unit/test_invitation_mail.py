"""Mails and pasted texts, whole and broken, become the one letter that matters."""

import base64
import email
import email.policy
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.characters import is_hidden
from generator.invitation.headers import read_people
from generator.invitation.mail import is_mail, parse, parse_text, text_of
from generator.invitation.markup import read_markup

HEAD = "From: Dana Whitfield <dana@harbourline.example>\nTo: Amara Okafor <amara@example.org>\nSubject: Interview\nMIME-Version: 1.0\n"
CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"
INVITATION = "Dear Amara,\nwe would like to invite you to an interview for the editor role."


def mail(body, *, kind="text/plain; charset=utf-8", encoding="8bit", head=HEAD):
    data = body if isinstance(body, bytes) else body.encode()
    return f"{head}Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n\n".encode() + data


def mixed(*parts, kind="mixed"):
    """Return a mail of several parts, each a pair of its headers and its text."""
    inner = "".join(f"--cut\n{headers}\n\n{text}\n" for headers, text in parts)
    return mail(f"{inner}--cut--\n", kind=f'multipart/{kind}; boundary="cut"')


def lines(data):
    return [line for line in parse(data).text if line]


def test_a_mail_says_who_wrote_to_whom_and_what():
    letter = parse(mail(INVITATION))

    assert (letter.sender.name, letter.sender.address) == ("Dana Whitfield", "dana@harbourline.example")
    assert [(person.name, person.address) for person in letter.to] == [("Amara Okafor", "amara@example.org")]
    assert letter.subject == "Interview"
    assert letter.text == tuple(INVITATION.split("\n"))
    assert letter.remarks == ()


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (base64.encodebytes("Grüße aus Łódź".encode()), "base64"),
        (quopri.encodestring("Grüße aus Łódź".encode()), "quoted-printable"),
        ("Grüße aus Łódź".encode(), "8bit"),
        ("Grüße aus Łódź".encode(), "x-nobody-knows"),
    ],
)
def test_every_encoding_is_undone(body, encoding):
    assert lines(mail(body, encoding=encoding)) == ["Grüße aus Łódź"]


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8", "utf-16", "ISO-8859-15", "cp850"])
def test_every_character_set_is_read(charset):
    assert lines(mail("Café, 14 h".encode(charset), kind=f"text/plain; charset={charset}")) == ["Café, 14 h"]


@pytest.mark.parametrize(
    ("charset", "data"),
    [
        ("x-unknown", "é".encode()),
        ("utf-8", b"\xe9"),
        ("us-ascii-2", b"\xe9"),
        ("idna", "é".encode()),
        ("hex", "é".encode()),
    ],
)
def test_a_wrong_character_set_is_said(charset, data):
    letter = parse(mail(data, kind=f"text/plain; charset={charset}"))

    assert letter.text == ("é",)
    assert charset in letter.remarks[0]


def test_broken_base64_is_read_as_far_as_it_goes_and_said():
    letter = parse(mail("RGVhciBBbWFyYQ!!#\n==", encoding="base64"))

    assert letter.text[0].startswith("Dear Amara")
    assert "damaged" in letter.remarks[0]


def test_the_plain_part_is_preferred_if_it_says_anything():
    html = ("Content-Type: text/html", "<p>In <b>HTML</b></p>")

    assert lines(mixed(("Content-Type: text/plain", "In words"), html, kind="alternative")) == ["In words"]
    assert lines(mixed(("Content-Type: text/plain", " \n"), html, kind="alternative")) == ["In HTML"]
    stub = "Please use a program that can view HTML messages."
    assert lines(mixed(("Content-Type: text/plain", stub), html, kind="alternative")) == ["In HTML"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One</p><p>Two<br>Three</p>", ["One", "Two", "Three"]),
        ("<ul><li>13 May<li>14 May</ul>", ["13 May", "14 May"]),
        ("<table><tr><td>Date</td><td>13 May</td></tr><tr><td>Place</td></tr></table>", ["Date\t13 May", "Place"]),
        ("<style>p{}</style><script>alert('<p>')</script><p>Seen</p>", ["Seen"]),
        ("<div style='display:none'>Hidden <div>deeply</div></div>Seen", ["Seen"]),
        ("<span hidden>no</span>Seen<!-- <p>no</p> -->", ["Seen"]),
        ("<head><title>no</title><body>Seen", ["Seen"]),
        ("Caf&eacute; &amp; B&uuml;ro &#8211; &#x1F600;&nbsp;&unknown;", ["Café & Büro – \U0001f600\xa0&unknown;"]),
        ('<a title="a > b" href="https://x.example">here</a> 2 < 3', ["here 2 < 3"]),
        ("<p>a\n   b</p>", ["a b"]),
    ],
)
def test_html_is_read_as_text(markup, expected):
    assert [line for line in read_markup(markup) if line] == expected


@pytest.mark.parametrize(
    "headers",
    [
        "Content-Type: text/calendar; method=REQUEST",
        "Content-Type: application/ics; name=invite.ics\nContent-Disposition: attachment; filename=invite.ics",
        'Content-Type: application/octet-stream; name="Invite.ICS"',
    ],
)
def test_calendar_files_are_handed_on_decoded(headers):
    coded = base64.encodebytes(CALENDAR.encode()).decode()
    part = (f"{headers}\nContent-Transfer-Encoding: base64", coded)

    assert parse(mixed(("Content-Type: text/plain", "Hello"), part)).calendars == (CALENDAR,)


def test_a_mail_within_the_mail_is_read():
    inner = mail(INVITATION).decode()
    letter = parse(mixed(("Content-Type: text/plain", "See attached."), ("Content-Type: message/rfc822", inner)))

    assert letter.sender.name == "Dana Whitfield"
    assert letter.text == tuple(INVITATION.split("\n"))


@pytest.mark.parametrize(
    ("headers", "word"),
    [
        ("Content-Type: application/ms-tnef; name=winmail.dat", "winmail.dat"),
        ("Content-Type: application/pkcs7-mime", "encrypted"),
    ],
)
def test_parts_that_nobody_can_open_are_said(headers, word):
    assert word in parse(mixed((headers, "xyz"))).remarks[0]


@pytest.mark.parametrize(
    ("marker", "labels"),
    [
        ("---------- Forwarded message ---------", "From: Date: Subject: To:"),
        ("Begin forwarded message:", "From: Subject: Date: To:"),
        ("-------- Message transféré --------", "Sujet: Date: De: Pour:"),
        ("-------- Forwarded Message --------", "Subject: Date: From: To:"),
        ("---------- Weitergeleitete Nachricht ---------", "Von: Datum: Betreff: An:"),
        ("---------- Message transféré ---------", "De: Date: Objet: À:"),
        ("-----Original Message-----", "From: Sent: To: Subject:"),
        ("________________________________", "From: Sent: To: Subject:"),
        ("-----Mensaje original-----", "De: Enviado: Para: Asunto:"),
        ("-----Oorspronkelijk bericht-----", "Van: Verzonden: Aan: Onderwerp:"),
        ("---------- 转发的邮件 ---------", "发件人: 日期: 主题: 收件人:"),
    ],
)
@pytest.mark.parametrize("bold", ["", "*"])
def test_of_a_forwarded_mail_the_inner_one_matters(marker, labels, bold):
    values = {
        "Fr": "Dana Whitfield <dana@harbourline.example>",
        "Su": "Interview: editor",
        "Da": "3 May 2027",
        "To": "amara@example.org",
    }
    kinds = {
        **dict.fromkeys(("From", "Von", "De", "Van", "发件人"), "Fr"),
        **dict.fromkeys(("To", "An", "À", "Pour", "Para", "Aan", "收件人"), "To"),
    }
    kinds |= dict.fromkeys(("Subject", "Betreff", "Objet", "Sujet", "Asunto", "Onderwerp", "主题"), "Su")
    block = "\n".join(f"{bold}{label[:-1]}:{bold} {values[kinds.get(label[:-1], 'Da')]}" for label in labels.split())
    outer = HEAD.replace("Subject: ", "Subject: Fwd: ").replace(
        "Dana Whitfield <dana@harbourline.example>", "amara@example.org"
    )
    letter = parse(mail(f"\n{marker}\n{block}\n\n{INVITATION}", head=outer))

    assert letter.sender.address == "dana@harbourline.example"
    assert (letter.subject, letter.date) == ("Interview: editor", "3 May 2027")
    assert [line for line in letter.text if line] == INVITATION.split("\n")


@pytest.mark.parametrize(
    "quoted",
    [
        "On Mon, 3 May 2027 at 10:12, Amara Okafor <amara@example.org> wrote:\n> 14 May 2027 is fine.",
        "Am 3. Mai 2027 schrieb Amara Okafor:\n> 14 May 2027 is fine.",
        "Le lun. 3 mai 2027 à 10:12, Amara Okafor a écrit :\n> 14 May 2027 is fine.",
        "-----Original Message-----\nFrom: Amara\nSent: 3 May 2027\nTo: Dana\nSubject: Re: Interview\n\n14 May 2027 is fine.",
        "> 14 May 2027 is fine.",
    ],
)
def test_of_a_reply_the_top_matters(quoted):
    top = "Dear Amara,\nyour interview on 13 May 2027 is confirmed. Until then, with kind regards from all of us, Dana"

    assert lines(mail(f"{top}\n\n{quoted}", head=HEAD.replace("Subject: ", "Subject: Re: "))) == top.split("\n")


def test_forwarded_twice_the_invitation_still_matters():
    block = (
        "---------- Forwarded message ---------\nFrom: {}\nDate: 3 May 2027\nSubject: Interview\nTo: x@example.org\n\n"
    )
    data = mail(
        block.format("Ravi <ravi@example.org>") + block.format("Dana <dana@mill.example>") + INVITATION,
        head="Subject: FW: x\n",
    )

    assert parse(data).sender.address == "dana@mill.example"


def test_where_all_is_quoted_the_quotation_is_read():
    assert parse_text("> Dear Amara,\n> 13 May 2027").text == ("Dear Amara,", "13 May 2027")


def test_pasted_lines_from_a_mail_program_are_headers():
    letter = parse_text(
        f"From: Dana Whitfield <dana@mill.example>\nSent: Monday, May 3, 2027 10:12\nTo: Amara\nSubject: Interview\n\n{INVITATION}"
    )

    assert (letter.sender.name, letter.subject, letter.date) == (
        "Dana Whitfield",
        "Interview",
        "Monday, May 3, 2027 10:12",
    )


def test_lines_that_a_mail_program_broke_are_whole_again():
    whole = "We would like to invite you to an interview for the position of Data Analyst at Harbourline on Thursday."
    broken = whole.replace("position of ", "position of\n")

    assert parse_text(f"{broken}\n- 13 May\n- 14 May\n\nDana").text == (whole, "- 13 May", "- 14 May", "", "Dana")


@pytest.mark.parametrize(
    "subject",
    [
        "Interview\r\tFrom: evil@x.example",
        "=?utf-8?q?Interview=0D=0AFrom:_evil@x.example?=",
        "=?utf-8?b?SW50ZXJ2aWV3DQpGcm9tOiBldmlsQHguZXhhbXBsZQ==?=",
    ],
)
def test_a_header_cannot_bring_in_another(subject):
    letter = parse(f"Subject: {subject}\nFrom: Dana <dana@mill.example>\nFrom: second@x.example\n\nHello".encode())

    assert letter.subject == "Interview From: evil@x.example"
    assert letter.sender.address == "dana@mill.example"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Dana Whitfield <dana@mill.example>", [("Dana Whitfield", "dana@mill.example")]),
        (
            '"Okafor, Amara" <amara@example.org>, b@example.org',
            [("Okafor, Amara", "amara@example.org"), ("", "b@example.org")],
        ),
        ("dana@mill.example (Dana Whitfield)", [("Dana Whitfield", "dana@mill.example")]),
        ("=?utf-8?q?Zo=C3=AB_=C5=81uk=2C_HR?= <z@mill.example>", [("Zoë Łuk, HR", "z@mill.example")]),
        ("=?utf-8?b?5bGx55Sw?= =?utf-8?b?6Iqx5a2Q?= <h@minato.example>", [("山田花子", "h@minato.example")]),
        ("'dana@mill.example' <dana@mill.example>", [("", "dana@mill.example")]),
        ("Dana Whitfield [mailto:dana@mill.example]", [("Dana Whitfield", "dana@mill.example")]),
        ("Dana Whitfield", [("Dana Whitfield", "")]),
        ("undisclosed-recipients:;", [("undisclosed-recipients:", "")]),
        ("", []),
    ],
)
def test_people_are_read_from_a_header(header, expected):
    assert [(person.name, person.address) for person in read_people(header)] == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (mail(INVITATION), True),
        (b"Received: by mx.example\r\nFrom: a@b.example\r\n\r\nHello", True),
        (b"From - Mon May 03\nMessage-ID: <1@b.example>\nFrom: a@b.example\n\nHello", True),
        (b"From: Dana\nSent: Monday, 3 May 2027\nTo: Amara\nSubject: Interview\n\nHello", False),
        (b"Dear Amara,\nFrom: here\n", False),
        (b"BEGIN:VCALENDAR\nX-A: b\n", False),
        (b"", False),
    ],
)
def test_the_file_of_a_mail_is_told_from_a_pasted_text(data, expected):
    assert is_mail(data) is expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_pasted_text_is_read_in_any_encoding(encoding):
    assert text_of("Café at noon".encode(encoding)) == "Café at noon"


def test_a_boundary_that_nobody_named_is_found():
    data = mail("--=cut\nContent-Type: text/plain\n\nDear Amara\n--=cut--\n", kind="multipart/alternative")

    assert lines(data) == ["Dear Amara"]


def test_spaces_of_every_width_are_spaces():
    assert parse_text("13\u00a0May\u202f2027,  2\u2009pm\there").text == ("13 May 2027, 2 pm\there",)


def test_characters_that_hide_are_left_out():
    assert parse_text("13\u200b May\u202e 2027\x00").text == ("13 May 2027",)


def test_a_text_that_never_ends_is_cut_and_that_is_said():
    letter = parse_text("line\n" * 9000)

    assert len(letter.text) == 4000
    assert "only its beginning" in letter.remarks[0]


def test_parts_within_parts_within_parts_come_to_an_end():
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(2000))

    assert parse(nested).calendars == ()
    assert parse(b"Content-Type: message/rfc822\n\n" * 2000).text in ((), ("",))


PIECES = st.sampled_from(
    [
        *HEAD.encode().splitlines(keepends=True),
        b"Content-Type: multipart/mixed; boundary=x\n\n",
        b"--x\n",
        b"--x--\n",
        b"Content-Type: text/html\n\n",
        b"Content-Type: text/calendar; charset=utf-7\n",
        b"Content-Type: message/rfc822\n\n",
        b"Content-Transfer-Encoding: base64\n\n",
        b"Content-Transfer-Encoding: quoted-printable\n\n",
        b"=?utf-8?b?",
        b"?=",
        b"<div hidden",
        b"&#1114112;",
        b"> ",
        b"From: a\nSent: b\nTo: c\nSubject: d\n",
        b"-----Original Message-----\n",
        b"\r",
        b"\n\n",
    ]
)
ANY_BYTES = st.binary(max_size=200) | st.lists(PIECES | st.binary(max_size=12), max_size=30).map(b"".join)


@given(ANY_BYTES)
def test_any_bytes_are_a_letter(data):
    letter = parse(data)
    pasted = parse_text(text_of(data))

    assert is_mail(data) in (True, False)
    for value in (letter.subject, letter.date, letter.sender.name, letter.sender.address, *letter.text, *pasted.text):
        assert not set(value) & set("\r\n\0\u2028")
    assert all(line for line in letter.remarks)


@given(
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40).filter(
        lambda text: not any(map(is_hidden, text))  # what hides is taken out
    ),
    st.sampled_from(["base64", "8bit", "quoted-printable"]),
)
def test_what_the_standard_library_writes_is_read_as_it_reads_it(text, encoding):
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["Subject"] = text
    message["From"] = "Dana <dana@mill.example>"
    message.set_content(text, cte=encoding)
    read = parse(bytes(message))

    assert read.subject == text
    assert read.text[0] == (text.lstrip("> ") if text.startswith(">") else text)
