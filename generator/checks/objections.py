"""What a check objects to, and which sentence can go to put it right."""

from __future__ import annotations

from typing import NamedTuple

from generator.checks import patterns
from generator.checks.passages import Passage


class Objection(NamedTuple):
    """What one check says against a text."""

    message: str
    remove: tuple[int, int] | None = None
    """Where in the text the sentence begins and ends that can go, to put it right."""


def spare_sentence(passage: Passage, position: int) -> tuple[int, int] | None:
    """Return the bounds of the sentence around a position; None where it also says the no, which cannot go."""
    start, end = passage.sentence_at(position)
    return None if patterns.DECISION.search(passage.text, start, end) else (start, end)
