"""The sentence that an answer is to finish, as the hint of its question gives it: “To finish the sentence I applied …, such as in March”."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from generator.fields.free.grammar import gerund_of, keys_of
from generator.fields.free.words import BASES, PREPOSITIONS, words_of

_TO_FINISH = re.compile(r"[Tt]o finish the (?:sentence|question|words) (?P<before>[^…]+?) …(?P<behind>[^,;.]*)")
_EXAMPLE = re.compile(r"\bsuch as (?P<first>[\w'’-]+)")
_SHORT_FOR = {"n't": " not", "'m": " am", "'re": " are", "'ve": " have", "'ll": " will", "'d": " would", "'s": " is"}
_BEFORE_CLAUSE = words_of("that if whether because")
_BEFORE_EITHER = words_of("until before after since when")
_BEFORE_RELATIVE = words_of("something anything somebody someone anybody anyone")
_OF_TIME = words_of("in on at next last tomorrow about after")


class Frame(NamedTuple):
    """The words around an answer, and what is known of it; empty where the hint gives no sentence."""

    said: str = ""
    """What stands before the answer."""
    before: tuple[str, ...] = ()
    """The keys of it, with contractions taken apart."""
    behind: tuple[str, ...] = ()
    example: str = ""
    """The key of the first word of the answer that the hint gives."""
    name: bool = False
    """The answer stands behind somebody's name."""

    @property
    def last(self) -> str:
        """The word before the answer."""
        return self.before[-1] if self.before else ""

    @property
    def wants_clause(self) -> bool:
        """Whether only a clause fits, as behind “I hadn't known that”."""
        return self.last in _BEFORE_CLAUSE and not any(self.behind)

    @property
    def takes_clause(self) -> bool:
        """Whether a clause fits, as behind “until”."""
        return self.wants_clause or self.last in _BEFORE_EITHER

    @property
    def takes_relative(self) -> bool:
        """Whether a “who …” or “that …” fits, as behind a name and behind “something”."""
        return self.name or self.last in _BEFORE_RELATIVE

    @property
    def wants_verb(self) -> bool:
        """Whether a verb fits, as behind “I'd be glad to”."""
        return self.last == "to" and self.example in BASES

    @property
    def wants_deed(self) -> bool:
        """Whether the -ing form of a verb fits, as behind “I am looking forward to”."""
        return self.last in ("to", "for", "of") and not self.wants_verb

    @property
    def wants_time(self) -> bool:
        """Whether a day wants a preposition, as behind “I applied”."""
        return self.example in _OF_TIME and self.last not in PREPOSITIONS


@cache
def frame_of(hint: str) -> Frame:
    """Return the sentence that the hint of a question gives to finish."""
    found, example = _TO_FINISH.search(hint), _EXAMPLE.search(hint)
    said, behind = (found["before"], found["behind"]) if found else ("", "")
    return Frame(
        said=said,
        before=tuple(_spell_out(said)),
        behind=tuple(filter(None, _spell_out(behind))),
        example="".join(keys_of([example["first"]] if example else [])),
        name="after the name" in hint,
    )


def _spell_out(text: str) -> list[str]:
    """Return the keys of words, with contractions taken apart."""
    return [part for key in keys_of(text.split()) for part in _take_apart(key)]


def _take_apart(key: str) -> list[str]:
    short = next((short for short in _SHORT_FOR if key.endswith(short)), "")
    return (key.removesuffix(short) + _SHORT_FOR[short]).split() if short else [key]


def unframe(text: str, frame: Frame) -> str:
    """Return an answer without the words of the sentence that it is to finish, as far as they were typed again."""
    words = text.split()
    taken = next(filter(None, (_match(words, frame.before[start:]) for start in range(len(frame.before)))), 0)
    if taken == 1 and frame.last in ("it", "you"):  # as likely a word of the answer
        taken = 0
    if not taken and len(words) > 1 and frame.last and gerund_of(keys_of(words[:1])[0]) == frame.last:
        taken = 1
    words = words[taken:]
    behind = len(frame.behind)
    if behind and len(words) > behind and tuple(keys_of(words[-behind:])) == frame.behind:
        words = words[:-behind]
    return " ".join(words)


def _match(words: list[str], wanted: tuple[str, ...]) -> int:
    """Return how many words are the wanted ones, in full or contracted; 0 where they are not, or nothing would be left."""
    taken = 0
    while wanted and taken < len(words):
        parts = tuple(_take_apart(keys_of(words[taken : taken + 1])[0]))
        if parts != wanted[: len(parts)]:
            return 0
        wanted, taken = wanted[len(parts) :], taken + 1
    return taken if not wanted and taken < len(words) else 0
