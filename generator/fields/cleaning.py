"""What no answer may carry into a message, taken out before anything reads it."""

from __future__ import annotations

import re
import unicodedata

from generator.characters import JOINERS, is_hidden

_LINE_ENDS = str.maketrans({"\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})


def clean(text: str, *, lines: bool = False) -> str:
    r"""Return the text in NFC without control, format, bidi and private-use characters.

    Args:
        text: As typed or pasted.
        lines: Keep line ends as `\n`, without empty lines; otherwise all white space becomes single spaces.
    """
    rows = [" ".join(row.split()) for row in _keep(text).split("\n")]
    return "\n".join(filter(None, rows)) if lines else " ".join(filter(None, rows))


def clean_words(text: str) -> str:
    r"""Return a passage that a person rewrote, without what hides: line ends are `\n`, paragraphs keep one empty line between."""
    text = _keep(text)
    rows = [" ".join(row.split()) for row in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip()


def _keep(text: str) -> str:
    """Return the text in NFC, with one kind of line end and none of the characters that hide."""
    if _is_plain(text):
        return text
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").translate(_LINE_ENDS)
    return "".join(char for i, char in enumerate(text) if _is_kept(text, i))


def count_hidden(text: str) -> int:
    """Return how many characters cleaning takes out that a person did not see, white space and line ends apart."""
    if _is_plain(text):
        return 0
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").translate(_LINE_ENDS)
    return sum(not _is_kept(text, i) for i in range(len(text)))


def _is_plain(text: str) -> bool:
    """Tell at a glance of most answers that nothing in them can hide."""
    return text.isascii() and text.isprintable()


def _is_kept(text: str, i: int) -> bool:
    char = text[i]
    if char in "\n\t":
        return True
    if char in JOINERS:  # elsewhere they only hide
        return 0 < i < len(text) - 1 and _joins(text[i - 1]) and _joins(text[i + 1])
    return not is_hidden(char)


def _joins(char: str) -> bool:
    """Tell whether a joiner beside this character can change how it is drawn: Latin letters never join."""
    return ord(char) > 0x500 and unicodedata.category(char)[0] in "LMS"
