"""Draft → mail: a link for the mail program, or an unsent message in a file."""

from __future__ import annotations

import binascii
from urllib.parse import quote

from generator.exports.filenames import filename
from generator.exports.headers import address_line, header, subject_line
from generator.model import Draft, Export

MAILTO_LIMIT = 2000  # characters of the whole URL: Chrome on Windows opens nothing above 2046, and says nothing


def export_mailto(draft: Draft) -> Export:
    """Return a link that opens the message in a mail program (RFC 6068).

    Where the whole link would pass `MAILTO_LIMIT`, the body is left out; the reader then pastes it.
    """
    link = f"mailto:{quote(header(draft, 'to'), safe='@')}?subject={quote(header(draft, 'subject'), safe='')}"
    whole = f"{link}&body={quote(draft.text.replace('\n', '\r\n'), safe='')}"
    data = whole if len(whole) <= MAILTO_LIMIT else link
    return Export(name="mailto", media_type="text/uri-list", data=data.encode())


def export_eml(draft: Draft) -> Export:
    """Return an unsent message (RFC 5322): `X-Unsent` makes Outlook open it as a draft.

    It has no From, Date or Message-ID: the mail program adds its own.

    Raises:
        ExportError: The address or the subject cannot stand in a header.
    """
    to, subject = header(draft, "to"), header(draft, "subject")
    lines = [
        *([address_line(to)] if to else []),
        *([subject_line(subject)] if subject else []),
        "X-Unsent: 1",
        "MIME-Version: 1.0",
        'Content-Type: text/plain; charset="utf-8"',
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "",
    ]
    body = binascii.b2a_qp(f"{draft.text}\n".replace("\n", "\r\n").encode())
    return Export(
        name=filename(draft, "eml"), media_type="message/rfc822", data="\r\n".join(lines).encode("ascii") + body
    )
