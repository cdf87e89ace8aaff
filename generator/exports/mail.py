"""Draft → mail: a link for the mail program, or an unsent message in a file."""

from __future__ import annotations

import binascii
from urllib.parse import quote

from generator.errors import ExportError
from generator.exports.filenames import filename
from generator.exports.headers import address_line, header, subject_line
from generator.model.message import Draft, Export

MAILTO_LIMIT = 2000  # characters of the whole URL: Chrome on Windows opens nothing above 2046, and says nothing


def export_mailto(draft: Draft) -> Export:
    """Return a link that opens the message in a mail program (RFC 6068).

    Where the whole link would pass `MAILTO_LIMIT`, the body is left out; the reader then pastes it.
    """
    link = f"mailto:{quote(header(draft, 'to'), safe='@')}?subject={quote(header(draft, 'subject'), safe='')}"
    whole = f"{link}&body={quote(draft.text.replace('\n', '\r\n'), safe='')}"
    data = whole if len(whole) <= MAILTO_LIMIT else link
    return Export(name="mailto", media_type="text/uri-list", data=data.encode())


def export_eml(draft: Draft, reply: bytes | None = None) -> Export:
    """Return an unsent message (RFC 5322): `X-Unsent` makes Outlook open it as a draft.

    It has no From, Date or Message-ID: the mail program adds its own.

    Args:
        draft: The message.
        reply: What `reply.decline` returned, to go with it as iMIP has it (RFC 6047): the other form of the same answer,
            to the organizer, whoever else the draft is addressed to.

    Raises:
        ExportError: The address or the subject cannot stand in a header, or the reply is none.
    """
    to, subject = organizer_of(reply) if reply else header(draft, "to"), header(draft, "subject")
    head = [
        *([address_line(to)] if to else []),
        *([subject_line(subject)] if subject else []),
        "X-Unsent: 1",
        "MIME-Version: 1.0",
        "",
    ]
    text = binascii.b2a_qp(f"{draft.text}\n".replace("\n", "\r\n").encode())
    part = _part('text/plain; charset="utf-8"', "quoted-printable", text)
    return Export(
        name=filename(draft, "eml"),
        media_type="message/rfc822",
        data="\r\n".join(head).encode("ascii") + (_both(part, reply) if reply else part),
    )


def organizer_of(reply: bytes) -> str:
    """Return the address that a reply in a calendar file goes to.

    Raises:
        ExportError: It is no such reply.
    """
    lines = reply.decode(errors="replace").replace("\r\n ", "").split("\r\n")
    organizers = [line.rpartition("mailto:")[2] for line in lines if line.startswith("ORGANIZER")]
    if "METHOD:REPLY" not in lines or len(organizers) != 1:
        raise ExportError("This calendar file is not a reply: it takes METHOD:REPLY and one ORGANIZER.")
    return organizers[0]


def _both(text: bytes, reply: bytes) -> bytes:
    """Return the text and the reply as two forms of one answer, the one that a calendar understands last."""
    coded = binascii.b2a_base64(reply, newline=False)
    rows = b"".join(coded[i : i + _ROW] + b"\r\n" for i in range(0, len(coded), _ROW))
    parts = [text, _part('text/calendar; charset="utf-8"; method=REPLY', "base64", rows)]
    inside = b"".join(b"--%b\r\n%b\r\n" % (_BOUNDARY, part) for part in parts) + b"--%b--\r\n" % _BOUNDARY
    return _part(f'multipart/alternative; boundary="{_BOUNDARY.decode()}"', "7bit", inside)


def _part(kind: str, coding: str, body: bytes) -> bytes:
    return f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {coding}\r\n\r\n".encode("ascii") + body


_ROW = 76  # characters of a line in base64 (RFC 2045)
_BOUNDARY = b"=_no-with-thanks"  # neither quoted-printable nor base64 ever writes an equals sign before a low line
