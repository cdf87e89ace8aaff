"""A text as the checks read it: folded and divided once, however many checks ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.checks.speech import body_of, sections, sentence_spans

_PLAIN = str.maketrans("’‘\u00a0\u202f", "''  ")


@dataclass(frozen=True, eq=False)
class Passage:
    """A text with what is worked out about it when a check first asks."""

    text: str

    @cached_property
    def plain(self) -> str:
        """The text with the one apostrophe and the one space that clauses know; every place in it stays the same."""
        return self.text.translate(_PLAIN)

    @cached_property
    def folded(self) -> str:
        """The plain text in small letters, in which the words that clauses turn on are looked up."""
        return self.plain.casefold()

    @cached_property
    def body(self) -> str:
        """What follows the greeting."""
        return body_of(self.text)

    @cached_property
    def sections(self) -> Mapping[str, str]:
        """The sections of the body."""
        return sections(self.body)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence begins and ends in the whole text."""
        return tuple(sentence_spans(self.text))

    def sentence_at(self, position: int) -> tuple[int, int]:
        """Return the bounds of the sentence around a position, or of the one after it, where it stands between two."""
        return next(span for span in self.sentences if position < span[1])

    def quote(self, start: int, end: int) -> str:
        """Return the words between two places, in quotation marks."""
        return f"“{self.text[start:end].strip(' ,.;!')}”"
