"""Draft → something to send, the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Callable
from urllib.parse import quote

from generator.errors import UnknownNameError
from generator.model import Draft, Export

MAILTO_LIMIT = 2000  # characters of the whole URL: Chrome on Windows opens nothing above 2046, and says nothing


def header(draft: Draft, name: str) -> str:
    """Return what a header of the draft says, without gaps; empty where the draft has no such header."""
    parts = [part for part in draft.headers if part.name == name]
    if name == "to" and "recipient_email" in draft.missing:
        return ""
    return "".join(segment.text for part in parts for segment in part.segments)


def export_txt(draft: Draft) -> Export:
    """Return the message as UTF-8 text, under its subject where it has one."""
    subject = header(draft, "subject")
    text = f"Subject: {subject}\n\n{draft.text}\n" if subject else f"{draft.text}\n"
    return Export(name=f"{_stem(draft)}.txt", media_type="text/plain", data=text.encode())


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
    """
    from email.message import EmailMessage  # noqa: PLC0415  slow to import, seldom needed
    from email.policy import SMTP  # noqa: PLC0415

    message = EmailMessage(policy=SMTP)
    for name, value in (("To", header(draft, "to")), ("Subject", header(draft, "subject")), ("X-Unsent", "1")):
        if value:
            message[name] = value
    message.set_content(draft.text + "\n", cte="quoted-printable")
    return Export(name=f"{_stem(draft)}.eml", media_type="message/rfc822", data=message.as_bytes())


def export_docx(draft: Draft) -> Export:
    """Return a document of Office Open XML, A4, one paragraph a paragraph."""
    import zipfile  # noqa: PLC0415  slow to import, seldom needed

    paragraphs = "".join(map(_paragraph, draft.text.split("\n\n")))
    document = f'{_XML}<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}{_PAGE}</w:body></w:document>'
    files = {"[Content_Types].xml": _CONTENT_TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document}
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:  # deflating differs from one zlib to the next
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3  # Unix, wherever this runs
            archive.writestr(entry, text)
    return Export(name=f"{_stem(draft)}.docx", media_type=f"{_OFFICE}.wordprocessingml.document", data=data.getvalue())


EXPORTS: dict[str, Callable[[Draft], Export]] = {
    "txt": export_txt,
    "mailto": export_mailto,
    "eml": export_eml,
    "docx": export_docx,
}
"""What `--to` and a request's `to` can name → function from a draft to what is sent."""


def export(draft: Draft, to: str) -> Export:
    """Return the draft in the form that is named.

    Raises:
        UnknownNameError: `to` is not a key of `EXPORTS`.
    """
    if to not in EXPORTS:
        raise UnknownNameError(what="export", name=to, known=EXPORTS)
    return EXPORTS[to](draft)


def _stem(draft: Draft) -> str:
    """Name the file after what is inside."""
    return f"{draft.type}-{draft.channel}"


_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip file can hold: the same bytes each time
_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'  # A4, in twentieths of a point
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)
_CONTENT_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Target="word/document.xml"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def _paragraph(text: str) -> str:
    lines = (f'<w:t xml:space="preserve">{line.translate(_ESCAPES)}</w:t>' for line in text.split("\n"))
    run = "<w:br/>".join(lines)
    return f'<w:p><w:pPr><w:spacing w:after="240"/></w:pPr><w:r><w:rPr><w:lang w:val="en"/></w:rPr>{run}</w:r></w:p>'
