"""Words that finish a sentence which the message begins: “A video call instead” → “a video call”, in “Could it be … instead?”."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from generator.english import MONTHS
from generator.fields.free.frames import Frame, frame_of, unframe
from generator.fields.free.grammar import (
    base_of,
    gerund,
    has_clause,
    hints_at_verb,
    is_adverb,
    is_verb,
    keys_of,
    past_adverbs,
    takes_object,
)
from generator.fields.free.nouns import head_of, is_bare, is_plural, with_article
from generator.fields.free.subjects import Start, give_subject
from generator.fields.free.wording import article, divide, lower_first, mend, say_whole, strip_stops
from generator.fields.free.words import BASES, BE, DO, HAVE, MODALS, QUESTION_WORDS, words_of

_LACKED = words_of("experience knowledge idea licence license")
_WHEN = re.compile(r"^when\s+(?=\S)", re.IGNORECASE)
_SUBJECT = re.compile(r"^s?he\s+(?=\S)", re.IGNORECASE)
_MONTH = "|".join(MONTHS)
_DAY = re.compile(rf"(?:\d\d? (?:{_MONTH})|(?:{_MONTH}) \d\d?)(?:,? \d{{4}})?")
_MONTH_OR_YEAR = re.compile(rf"(?:{_MONTH})(?: \d{{4}})?|\d{{4}}")


class Given(NamedTuple):
    """What was typed, and the words around it."""

    typed: str
    text: str
    """Without the words of the frame."""
    keys: list[str]
    frame: Frame

    @property
    def words(self) -> str:
        """The text without a stop, and without a capital that only habit put there."""
        return lower_first(strip_stops(self.text))


def read_phrase(text: str, hint: str = "") -> str:
    """Return words that finish a sentence, without a stop; or the sentence or the question that they are."""
    typed, frame = mend(text), frame_of(hint)
    bare = unframe(typed, frame)
    bare = _WHEN.sub("", bare) if frame.takes_clause else bare
    given = Given(typed, bare, keys_of(bare.split()), frame)
    return next(say(given) for holds, say in _WAYS if holds(given))


def _is_asked_or_several(given: Given) -> bool:
    asks = given.text.endswith("?") and given.keys[0] in QUESTION_WORDS | BE | DO | MODALS
    return asks or divide(strip_stops(given.text))[1] != ""


def _is_of_somebody(given: Given) -> bool:
    return given.frame.name and (given.keys[0] in ("he", "she") or given.keys[0] in BE | HAVE)


def _fits_clause(given: Given) -> bool:
    is_clause = has_clause(given.keys) or (given.frame.wants_clause and hints_at_verb(given.keys))
    return given.frame.takes_clause and is_clause


def _is_sentence(given: Given) -> bool:
    tells_which = given.frame.takes_relative and given.keys[0] in ("who", "which", "that")
    return given.frame.wants_clause or (has_clause(given.keys) and not tells_which)


def _is_refused(given: Given) -> bool:
    """Tell whether a person says what they don't do: “can't weld”, “never used it”."""
    keys = given.keys
    at = min(past_adverbs(keys, 0), len(keys) - 1)
    refuses = keys[at].endswith("n't") or keys[at] == "cannot"
    refuses = refuses or (keys[at] in HAVE | DO | MODALS and "not" in keys[at + 1 : at + 2])
    return refuses or (keys[0] == "never" and len(keys) > 1)


def _say_with_frame(given: Given) -> str:
    """Return “work nights” as “I can't work nights.”, where “I can't do …” was to be finished."""
    return say_whole(f"{given.frame.said.rpartition(' ')[0]} {given.words}")


def _say_as_verb(given: Given) -> str:
    base = base_of(given.keys[0])
    return " ".join((base, *given.words.split()[1:])) if base else say_whole(given.typed)


def _is_deed(given: Given) -> bool:
    about = given.keys[1:2] == ["about"] and given.keys[0] in ("talk", "speak")
    return given.frame.wants_deed and given.keys[0] in BASES and (takes_object(given.keys, 0) or about)


def _is_for_name(given: Given) -> bool:
    words = given.words
    return given.frame.name and is_bare(words) and not is_plural(head_of(given.keys, words.split()))


def _is_as_it_is(given: Given) -> bool:
    return is_adverb(given.keys[0]) or (is_verb(given.keys[0]) and takes_object(given.keys, 0))


_WAYS: tuple[tuple[Callable[[Given], object], Callable[[Given], str]], ...] = (
    (_is_asked_or_several, lambda given: say_whole(given.text)),
    (_is_of_somebody, lambda given: f"who {strip_stops(lower_first(_SUBJECT.sub('', given.text)))}"),
    (_fits_clause, lambda given: given.words),
    (_is_sentence, lambda given: say_whole(given.typed)),
    (_is_refused, lambda given: say_whole(give_subject(Start.of(lower_first(given.text))) or given.typed)),
    (
        lambda given: given.keys[0] == "no" and _LACKED.intersection(given.keys),
        lambda given: say_whole(f"I have {given.words}"),
    ),
    (lambda given: given.frame.last == "do" and given.keys[0] in BASES, _say_with_frame),
    (lambda given: given.frame.wants_verb, _say_as_verb),
    (_is_deed, lambda given: " ".join((gerund(given.keys[0]), *given.words.split()[1:]))),
    (lambda given: given.frame.wants_time and _DAY.fullmatch(given.words), lambda given: f"on {given.words}"),
    (lambda given: given.frame.wants_time and _MONTH_OR_YEAR.fullmatch(given.words), lambda given: f"in {given.words}"),
    (
        lambda given: given.keys[0] in ("best", "greatest", "most") and given.keys[1:2] != ["of"],
        lambda given: f"the {given.words}",
    ),
    (_is_for_name, lambda given: f"{article(given.words)} {given.words}"),
    (_is_as_it_is, lambda given: given.words),
    (lambda given: True, lambda given: with_article(given.words)),
)
"""What people type → how it is put; the first that holds counts."""
