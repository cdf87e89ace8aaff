"""Clauses: patterns that are compiled only where a word that they turn on stands in the text, since most texts have none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

type Clauses = Mapping[str, str]
"""Words divided by bars, one of which the text must have → the pattern, in which an apostrophe is straight and a space is one."""

_PLAIN = str.maketrans("’‘\u00a0\u202f", "''  ")


def write_plainly(text: str) -> str:
    """Return the text, no longer and no shorter, with the one apostrophe and the one space that patterns know."""
    return text.translate(_PLAIN)


def matches(clauses: Clauses, text: str) -> Iterator[re.Match[str]]:
    """Yield every place where a clause stands, clause by clause."""
    plain = write_plainly(text)
    folded = plain.casefold()
    for words, clause in clauses.items():
        for word in _split(words):
            if word in folded:
                yield from _compile(clause).finditer(plain)
                break


def matches_in_order(clauses: Clauses, text: str) -> list[re.Match[str]]:
    """Return every place where a clause stands, as they stand in the text."""
    return sorted(matches(clauses, text), key=lambda match: match.start())


def first_match(clauses: Clauses, text: str) -> re.Match[str] | None:
    """Return the first place in the text where any of the clauses stands."""
    return min(matches(clauses, text), key=lambda match: match.start(), default=None)


@cache
def _split(words: str) -> list[str]:
    return words.split("|")


@cache
def _compile(clause: str) -> re.Pattern[str]:
    return re.compile(clause, re.IGNORECASE)
