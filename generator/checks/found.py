"""What a check reports, and which sentence can go to put it right."""

from __future__ import annotations

from typing import NamedTuple

from generator.checks import patterns
from generator.checks.speech import sentence_spans


class Found(NamedTuple):
    """What one check found."""

    message: str
    strike: tuple[int, int] | None = None
    """Where in the text the sentence begins and ends that can go, to put it right."""


def spare_sentence(text: str, position: int) -> tuple[int, int] | None:
    """Return the bounds of the sentence around a position; None where it also says the no, which cannot go."""
    start, end = sentence_at(text, position)
    return None if patterns.DECISION.search(text, start, end) else (start, end)


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """Return the bounds of the sentence around a position, or of the one after it, where it stands between two."""
    return next(span for span in sentence_spans(text) if position < span[1])
