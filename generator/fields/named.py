"""Names, made to fit the sentence that they stand in."""

from __future__ import annotations

import re

from generator.errors import AnswerError
from generator.shapes import ends_with_abbreviation

_GREETING = re.compile(r"^(?:dear|hi|hello)\s+(?=\S)", re.IGNORECASE)
_AT = re.compile(r"^at\s+(?=\S)", re.IGNORECASE)
_FRAME = re.compile(
    r"^(?:for\s+)?(?:the\s+|an?\s+)?(?:role|position|post|job|work)\s+(?:of|as)\s+(?:an?\s+|the\s+)?(?=\w)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:for\s+)?(?:the|an?(?!\s+levels?\b))\s+(?=\w)", re.IGNORECASE)
_NOUN = re.compile(r"\s+(?:role|position|post|posting|job|vacancy|opening|interview)[.!?]?$", re.IGNORECASE)
_NOUN_ALONE = re.compile(r"(?:the\s+|an?\s+)?(?:role|position|post|job|vacancy|interview|the)?", re.IGNORECASE)


def read_name(text: str) -> str:
    """Return a name as it was typed, without the mark that a sentence or a line left behind it."""
    return without_stop(text.rstrip(",;: ")) or text


def read_addressee(text: str) -> str:
    """Return a name without the greeting that stands before it in the message: “Dear Ms Varga,” → Ms Varga."""
    return read_name(_GREETING.sub("", text))


def read_organisation(text: str) -> str:
    """Return the name of a company without the `at` that stands before it in the message."""
    return read_name(_AT.sub("", text))


def read_role(text: str) -> str:
    """Return the bare name of a job, so that `the … role` can stand around it: “the registrar post.” → registrar.

    Raises:
        AnswerError: Nothing but “the role” is left.
    """
    bare = _NOUN.sub("", without_stop(_ARTICLE.sub("", _FRAME.sub("", text))))
    if _NOUN_ALONE.fullmatch(bare) or not any(char.isalnum() for char in bare):
        raise AnswerError(f"Enter the job as the advert names it, such as museum registrar, in place of “{text}”.")
    return bare


def read_email(text: str) -> str:
    """Return the address; it goes into a header, so it must be one address and nothing else.

    Raises:
        AnswerError: Not one address in ASCII, the only kind that every mail program can send to.
    """
    text = text.rstrip(".")
    if not text.isascii() or "=?" in text or not re.fullmatch(r"[^\s@<>,;:\"()\[\]\\]+@[\w-]+(?:\.[\w-]+)+", text):
        raise AnswerError(f"Enter one email address, such as varga@example.org, in place of “{text}”.")
    return text


def without_stop(text: str) -> str:
    """Drop a closing stop, unless it belongs to an abbreviation such as Jr. or Ltd."""
    return text if ends_with_abbreviation(text) else text.rstrip(".").rstrip()
