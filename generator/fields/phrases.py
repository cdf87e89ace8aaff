"""Free words, made to fit the sentence that they finish."""

from __future__ import annotations

import re

from generator.errors import AnswerError

_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\w)", re.IGNORECASE)
_NOUN = re.compile(r"\s+(?:role|position|post|job|vacancy)$", re.IGNORECASE)
_LEAD = re.compile(r"^(?:thank(?:s| you)(?: so much| very much)? for|for)\s+", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\w{0,3}|[A-Za-z]|etc|approx)\.$")
_OPENERS = frozenset(
    {"a", "an", "all", "both", "each", "every", "how", "my", "our", "that", "the", "these", "this", "what", "your"}
)


def read_role(text: str) -> str:
    """Return the bare name of a job, so that `the … role` can stand around it: “the registrar post.” → registrar."""
    bare = _NOUN.sub("", _ARTICLE.sub("", _without_stop(text)))
    return bare or text


def read_phrase(text: str) -> str:
    """Return words that finish a sentence which the message begins: no full stop, no capital for its own sake."""
    bare = _without_stop(_LEAD.sub("", text)) or text
    first = bare.split(maxsplit=1)[0]
    if first[0].isupper() and (first.casefold() in _OPENERS or (first[1:].islower() and first.endswith("ing"))):
        return bare[0].lower() + bare[1:]
    return bare


def read_sentence(text: str) -> str:
    """Return the words as a sentence of their own, with a capital and a stop."""
    first = text.split(maxsplit=1)[0]
    start = text[0].upper() if first.islower() else text[0]
    return start + text[1:] + ("" if text[-1] in ".!?…" else ".")


def read_email(text: str) -> str:
    """Return the address; it goes into a header, so it must be one address and nothing else."""
    if re.fullmatch(r"[^\s@<>,;:\"()\[\]]+@[^\s@<>,;:\"()\[\]]+\.[^\s@<>,;:\"()\[\]]+", text) is None:
        raise AnswerError(f"Enter one email address, such as varga@example.org, in place of “{text}”.")
    return text


def _without_stop(text: str) -> str:
    """Drop a closing stop, unless it belongs to an abbreviation such as Jr. or Ltd."""
    return text if _ABBREVIATION.search(text) else text.rstrip(".").rstrip()
