"""Words that finish a sentence which the message begins: “A video call instead” → “a video call”, in “Could it be … instead?”."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from generator.english import MONTHS
from generator.fields.free.grammar import (
    gerund,
    gerund_of,
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
from generator.fields.free.words import (
    AUXILIARIES,
    BASES,
    BE,
    DO,
    HAVE,
    MODALS,
    PREPOSITIONS,
    QUESTION_WORDS,
    words_of,
)

_TO_FINISH = re.compile(r"[Tt]o finish the sentence (?P<before>[^…]+?) …(?P<behind>[^,;.]*)")
_SHORT_FOR = {"n't": " not", "'m": " am", "'re": " are", "'ve": " have", "'ll": " will", "'d": " would", "'s": " is"}
_SUBJECT = re.compile(r"^s?he\s+(?=\S)", re.IGNORECASE)
_WANT_CLAUSE = words_of("that if whether because")
_WANT_RELATIVE = words_of("something anything somebody someone anybody anyone")
_TAKE_CLAUSE = words_of("until before after since when")
_LACKED = words_of("experience knowledge idea licence license")
_MONTH = "|".join(MONTHS)
_DATED = re.compile(rf"(?P<day>\d\d? (?:{_MONTH})|(?:{_MONTH}) \d\d?)(?:,? \d{{4}})?|(?:{_MONTH})(?: \d{{4}})?|\d{{4}}")


class Frame(NamedTuple):
    """The sentence that an answer is to finish: the keys of the words before it and behind it."""

    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    name: bool = False
    """It stands behind somebody's name."""

    @property
    def last(self) -> str:
        """The word before the answer; empty where none is known."""
        return self.before[-1] if self.before else ""


@cache
def frame_of(hint: str) -> Frame:
    """Return the sentence that the hint of a question gives to finish."""
    found = _TO_FINISH.search(hint)
    spelled = (tuple(_spell_out(found["before"])), tuple(_spell_out(found["behind"]))) if found else ((), ())
    return Frame(*spelled, name="after the name" in hint)


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


def read_phrase(text: str, hint: str = "") -> str:
    """Return words that finish a sentence, without a stop; or the sentence or the question that they are."""
    text = mend(text)
    frame = frame_of(hint)
    bare = unframe(text, frame)
    if frame.last in _TAKE_CLAUSE and bare.lower().startswith("when "):
        bare = bare[5:]
    keys = keys_of(bare.split())
    tells_which = (frame.name or frame.last in _WANT_RELATIVE) and keys[0] in ("who", "which", "that")
    is_clause = (has_clause(keys) and not tells_which) or (frame.last in _WANT_CLAUSE and hints_at_verb(keys))
    if divide(strip_stops(bare))[1] or (text.endswith("?") and keys[0] in QUESTION_WORDS | BE | DO | MODALS):
        return say_whole(bare)
    if frame.name and (keys[0] in ("he", "she") or keys[0] in BE | HAVE):
        return f"who {strip_stops(lower_first(_SUBJECT.sub('', bare)))}"
    if is_clause or frame.last in _WANT_CLAUSE:
        finishes = is_clause and frame.last in _WANT_CLAUSE | _TAKE_CLAUSE
        return lower_first(strip_stops(bare)) if finishes else say_whole(text)
    if mine := _say_of_oneself(bare, keys):
        return say_whole(mine)
    return _finish(lower_first(strip_stops(bare)), frame)


def _say_of_oneself(text: str, keys: list[str]) -> str:
    """Return “can't weld”, “never used it” and “no experience with it” as what a person says of themselves; empty for anything else."""
    at = min(past_adverbs(keys, 0), len(keys) - 1)
    refuses = (
        keys[at].endswith("n't")
        or keys[at] == "cannot"
        or (keys[at] in HAVE | DO | MODALS and "not" in keys[at + 1 : at + 2])
    )
    if refuses or (keys[0] == "never" and len(keys) > 1):
        return give_subject(Start.of(lower_first(text)))
    return f"I have {lower_first(text)}" if keys[0] == "no" and _LACKED.intersection(keys) else ""


def _finish(text: str, frame: Frame) -> str:
    """Return the words as they fit behind those of the frame."""
    keys = keys_of(text.split())
    talks = keys[1:2] == ["about"] and keys[0] in ("talk", "speak")
    if frame.last in ("to", "for", "of") and keys[0] in BASES and (takes_object(keys, 0) or talks):
        return " ".join((gerund(keys[0]), *text.split()[1:]))
    if (
        frame.last
        and frame.last not in PREPOSITIONS | AUXILIARIES | {"until", "been"}
        and (dated := _DATED.fullmatch(text))
    ):
        return f"{'on' if dated['day'] else 'in'} {text}"
    if frame.name and is_bare(text) and not is_plural(head_of(keys, text.split())):
        return f"{'the' if keys[0] in ('best', 'greatest', 'most') else article(text)} {text}"
    return text if is_adverb(keys[0]) or (is_verb(keys[0]) and takes_object(keys, 0)) else with_article(text)
