"""Clauses: patterns that are compiled only where a word that they turn on stands in the text, since most texts have none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from generator.checks.passages import Passage
from generator.lazy import compiled

type Clauses = Mapping[str, str]
"""Words divided by bars, one of which the text must have → the pattern, in which an apostrophe is straight and a space is one."""


def matches(clauses: Clauses, passage: Passage) -> Iterator[re.Match[str]]:
    """Yield every place where a clause stands, clause by clause."""
    stands = passage.folded.__contains__
    for words, clause in clauses.items():
        if any(map(stands, _split(words))):
            yield from compiled(clause).finditer(passage.plain)


def matches_in_order(clauses: Clauses, passage: Passage) -> list[re.Match[str]]:
    """Return every place where a clause stands, as they stand in the text."""
    return sorted(matches(clauses, passage), key=lambda match: match.start())


def first_match(clauses: Clauses, passage: Passage) -> re.Match[str] | None:
    """Return the first place in the text where any of the clauses stands."""
    return min(matches(clauses, passage), key=lambda match: match.start(), default=None)


@cache
def _split(words: str) -> list[str]:
    return words.split("|")
