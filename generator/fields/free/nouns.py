"""Nouns that people type without their article: “warm welcome”, “video call”, “first week of June”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.english import WEEKDAYS
from generator.fields.free.grammar import is_gerund, keys_of
from generator.fields.free.wording import article
from generator.fields.free.words import (
    DETERMINERS,
    ONCE,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    UNIQUE,
    WORDS_OF_TIME,
    YOURS,
)

_ENDS = PREPOSITIONS | SUBORDINATORS | frozenset(("and", "or", "but", "&", "not", "only"))

_THEN = frozenset(("next", "last", "today", "tomorrow", "tonight", "yesterday"))
_WITHOUT = frozenset(("next", "last", "back", *(day.lower() for day in WEEKDAYS)))
_OWNED = re.compile(r"^(?:\w+\s){0,2}(?!master|bachelor)\w+(?:['’]s|s['’])(?=\s)")
_MEASURED = re.compile(r"\d+[ -](?:hour|day|minute|min|week|month|year)[ -](?=\w)")
_NTH = re.compile(r"\d{1,2}(?:st|nd|rd|th) of\b")


def head_of(keys: Sequence[str], words: Sequence[str]) -> str:
    """Return the noun that the words are about: the last before a preposition, a clause, a comma."""
    head = ""
    for word, found in zip(words, keys, strict=True):
        if found in _ENDS or (head and (found in DETERMINERS or found in _THEN)):
            break
        head = found
        if word.endswith((",", ";", ".", ":")):
            break
    return head


def is_bare(text: str) -> bool:
    """Tell whether a noun begins here without anything that stands before one."""
    words = text.split()
    first = keys_of(words[:2])[0]
    plain = words[0][:1].isalpha() and not _OWNED.search(text)
    verb = is_gerund(first) and not (len(words) == 2 and keys_of(words)[1] in ONCE - {"back"})
    return plain and first not in DETERMINERS | PRONOUNS | _ENDS and not verb


def with_article(text: str, once: str = "") -> str:
    """Return a noun with the article that it wants.

    Args:
        text: It begins with a small letter, or is left as it is.
        once: The article of what there is one of; empty for `a` or `an`.
    """
    words = text.split()
    keys = keys_of(words)
    if not is_bare(text) and not _MEASURED.match(text):
        return f"the {text}" if _NTH.match(text) else text
    head = head_of(keys, words)
    if head in UNIQUE or (keys[0] in WORDS_OF_TIME and ("of" in keys or keys[0] in ("same", "whole"))):
        return f"the {text}"
    return f"{once or article(words[0])} {text}" if head in ONCE and keys[0] not in _WITHOUT else text


def is_plural(noun: str) -> bool:
    """Tell whether a noun is of more than one."""
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def with_owner(text: str) -> str:
    """Return a noun with `your` before what only those who are spoken to can have given, and `the` before what there is one of."""
    if not is_bare(text):
        return text
    words = text.split()
    if head_of(keys_of(words), words) in YOURS:
        return f"your {text}"
    return with_article(text, "the")
