"""Draft → document: Office Open XML, as Word, LibreOffice and Google Docs read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.exports.archive import archive
from generator.exports.filenames import filename
from generator.exports.headers import header
from generator.model.message import Draft, Export


class Paper(NamedTuple):
    """A size of paper, upright, in twentieths of a point."""

    width: int
    height: int


PAPERS = {"a4": Paper(11906, 16838), "letter": Paper(12240, 15840)}
"""Name → size."""


class _Paragraph(NamedTuple):
    style: str
    lines: list[str]


def export_docx(draft: Draft, paper: str) -> Export:
    """Return a document with a paragraph for each of the message, of a style that can be changed as one.

    It holds no date and no author, so that the same message makes the same bytes.
    """
    data = archive({name: f"{_XML}{text}".encode() for name, text in _files(draft, PAPERS[paper]).items()})
    return Export(name=filename(draft, "docx"), media_type=f"{_OFFICE}.wordprocessingml.document", data=data)


def _files(draft: Draft, paper: Paper) -> dict[str, str]:
    """Return the files of the document by their names, without what begins each of them."""
    body = "".join(map(_write_paragraph, _paragraphs(draft)))
    size = f'<w:pgSz w:w="{paper.width}" w:h="{paper.height}"/>'
    return {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONS,
        "docProps/core.xml": _CORE.replace("LOCALE", draft.locale.name).replace("TITLE", _escape(_title(draft))),
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
        "word/styles.xml": _STYLES.replace("LOCALE", draft.locale.name),
        "word/document.xml": (
            f'<w:document xmlns:w="{_WORD}"><w:body>{body}<w:sectPr>{size}{_MARGINS}</w:sectPr></w:body></w:document>'
        ),
    }


def _title(draft: Draft) -> str:
    """Return what a list of documents shows: the subject, the heading, or else the kind of message."""
    heading = "".join(segment.text for part in draft.parts if part.name == "heading" for segment in part.segments)
    return header(draft, "subject") or heading or draft.type.replace("-", " ").capitalize()


def _paragraphs(draft: Draft) -> Iterator[_Paragraph]:
    """Yield the paragraphs of the message, under its subject where it has one.

    Each has the style of the part that it begins with. An empty one, which in a text leaves room for a hand to sign, is
    room above the signature here.
    """
    if subject := header(draft, "subject"):
        yield _Paragraph(style="Subject", lines=[f"Subject: {subject}"])
    style, text = "", ""
    for part in draft.parts:
        if "\n\n" in part.before:
            yield from _divide(style, text)
            style, text = "", ""
        style = style or _STYLE_OF_PART.get(part.name, "Normal")
        text += part.before.replace("\n\n", "") + "".join(segment.text for segment in part.segments)
    yield from _divide(style, text)


def _divide(style: str, text: str) -> Iterator[_Paragraph]:
    """Yield a paragraph for each that is in the text: a reader's own words may hold several."""
    for each in filter(None, text.split("\n\n")):
        yield _Paragraph(style=style, lines=each.split("\n"))


def _write_paragraph(paragraph: _Paragraph) -> str:
    lines = (f'<w:t xml:space="preserve">{_escape(line)}</w:t>' for line in paragraph.lines)
    return f'<w:p><w:pPr><w:pStyle w:val="{paragraph.style}"/></w:pPr><w:r>{"<w:br/>".join(lines)}</w:r></w:p>'


def _escape(text: str) -> str:
    return text.translate(_ESCAPES)


def _style(name: str, label: str, paragraph: str = "", run: str = "") -> str:
    based = "" if name == "Normal" else '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
    default = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{name}"><w:name w:val="{label}"/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


_STYLE_OF_PART = {
    "sender_address": "Address",
    "recipient_address": "Address",
    "date": "Date",
    "greeting": "Salutation",
    "heading": "Subject",
    "closing": "Closing",
    "signature": "Signature",
}
"""Part → the style of the paragraph that it begins; the paragraphs of all others are Normal."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-package"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MARGINS = (
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="709" w:footer="709" w:gutter="0"/>'
)
"""25 mm all around, as on the page that the website prints."""

_CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="{_TYPES}.relationships+xml"/>'
    f'<Override PartName="/docProps/core.xml" ContentType="{_TYPES}.core-properties+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.wordprocessingml.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_OFFICE}.wordprocessingml.styles+xml"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_LINKS}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_DOCUMENT_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_LINKS}/styles" Target="styles.xml"/></Relationships>'
)
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>TITLE</dc:title><dc:language>LOCALE</dc:language></cp:coreProperties>"
)
_STYLES = (
    f'<w:styles xmlns:w="{_WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
    '<w:lang w:val="LOCALE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + _style("Normal", "Normal", '<w:widowControl/><w:spacing w:after="220" w:line="276" w:lineRule="auto"/>')
    + _style("Address", "Address", '<w:keepLines/><w:spacing w:after="320"/>')
    + _style("Date", "Date", '<w:spacing w:after="320"/>')
    + _style("Salutation", "Salutation", "<w:keepNext/>")
    + _style("Subject", "Subject", "<w:keepNext/>", "<w:b/><w:bCs/>")
    + _style("Closing", "Closing", "<w:keepNext/><w:keepLines/>")
    + _style("Signature", "Signature", '<w:keepLines/><w:spacing w:before="960" w:after="0"/>')
    + "</w:styles>"
)
