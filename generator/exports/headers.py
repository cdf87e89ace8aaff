"""What stands above a message: its address and its subject, and how they are written in a mail."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

from generator.characters import is_hidden
from generator.errors import ExportError
from generator.model.message import Draft

_LINE = 76  # characters, of a header line that holds encoded words (RFC 2047)
_WORD = 39  # bytes of UTF-8 in one encoded word: after the longest name, it still fits the line
_ENCODED = "=?"  # begins an encoded word
_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[\w-]+(?:\.[\w-]+)+")


def header(draft: Draft, name: str) -> str:
    """Return what a header of the draft says, without gaps; empty where the draft has no such header."""
    parts = [part for part in draft.headers if part.name == name]
    if name == "to" and "recipient_email" in draft.missing:
        return ""
    return "".join(segment.text for part in parts for segment in part.segments)


def is_address(text: str) -> bool:
    """Tell whether a text is one email address in ASCII, and nothing else."""
    return bool(_ADDRESS.fullmatch(text)) and text.isascii() and text.isprintable() and _ENCODED not in text


def address_line(address: str) -> str:
    """Return the line `To: …`.

    Raises:
        ExportError: It is not one address in ASCII.
    """
    if not is_address(address):
        raise ExportError(f"“{address}” is not one email address: write it as varga@example.org.")
    return f"To: {address}"


def subject_line(subject: str) -> str:
    """Return the line `Subject: …`, in encoded words where it is long or not plain ASCII (RFC 2047).

    Python's own `email` package is not used for it: that decodes what a person typed if it looks like an encoded word, and
    adds spaces to a subject of several scripts.

    Raises:
        ExportError: It is not one line, or hides something.
    """
    if any(map(is_hidden, subject)):
        raise ExportError(
            f"The subject {subject!r} holds a character that cannot be seen: write it in one line of plain text."
        )
    line = f"Subject: {subject}"
    plain = subject.isascii() and _ENCODED not in subject and len(line) <= _LINE and subject == subject.strip()
    return line if plain else "Subject: " + "\r\n ".join(_encoded_words(subject))


def _encoded_words(text: str) -> Iterator[str]:
    """Yield the text in encoded words; no character is divided between two."""
    piece = b""
    for char in text:
        if len(piece + char.encode()) > _WORD:
            yield _encoded_word(piece)
            piece = b""
        piece += char.encode()
    yield _encoded_word(piece)


def _encoded_word(piece: bytes) -> str:
    return f"=?utf-8?b?{base64.b64encode(piece).decode()}?="
