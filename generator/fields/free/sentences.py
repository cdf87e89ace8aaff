"""A reason, or what happened, made a sentence of its own: “moving to Lisbon” → “I am moving to Lisbon.”."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from generator.fields.free.grammar import has_clause, hints_at_verb, is_adverb, keys_of, leads_in
from generator.fields.free.nouns import head_of, is_bare, is_plural, with_article
from generator.fields.free.subjects import DONE_TO_ME, MY_STATE, TO_ME, Start, give_subject
from generator.fields.free.wording import divide, lower_first, mend, say_whole
from generator.fields.free.words import AUXILIARIES, BASES, IRREGULAR, ONCE, OPENERS, PREPOSITIONS, words_of

_VERB = r"(?:['’]\w+|\s+(?:am|is|are|was|were|have|has|had|got|need|can|can['’]?t|cannot|will|won['’]?t|do|don['’]?t|would|must|want)\b)"
_BECAUSE = re.compile(
    rf"""
    ^(?: (?:it(?:['’]?s|\s+is)\s+)?(?:(?:just|simply|mainly|only)\s+)?(?:because|due\ to\ the\ fact\ that)(?!\s+of\b)(?:\s+that)?
      | (?:the|my)\s+(?:(?:main|only|real)\s+)?reason(?:\s+(?:why|for\s+th(?:is|at)))?\s+(?:is|was)(?:\s+(?:that|because)|\s*:)
      | (?:my\s+)?reason\s*[:–—-]
      | (?:since|as|that)(?=\s+(?:(?:I|we|it|he|she|they|there)|(?:my|our|the)\s\w+){_VERB})
    )\s+(?=\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SO_THAT = re.compile(
    r"so\s+(?:that\s+)?(?:I|we|my\s\w+)\s+(?:can|could|don['’]t|won['’]t|will|would)\b", re.IGNORECASE
)
_MINE = words_of(
    "commitment commitments appointment appointments exam exams wedding funeral emergency illness surgery operation deadline deadlines"
    " plans offer offers holiday baby meeting obligations responsibilities conflict clash test flight trip course issues problems problem"
    " engagement engagements job contract interview injury visitors duties thesis"
)
_OF_THE_JOB = words_of("pay salary wage wages hours location rota pattern commute contract schedule benefits distance")
_SUFFERED = words_of("waited sat stood felt heard saw travelled traveled drove had was")
_LOSSES = words_of("death accident bereavement loss fire flood")
_LACKED = words_of(
    "car licence license transport childcare time money visa experience energy degree interest choice cover permit"
)
_PLAIN_GROUNDS = words_of("personal private medical financial ethical religious")


def read_sentence(text: str) -> str:
    """Return the words as a sentence of their own, with a capital and a stop."""
    return _read(text, give_subject)


def read_reason(text: str) -> str:
    """Return a reason as a sentence of its own; what is only named is said to be one."""
    return _read(text, lambda start: give_subject(start) or _name_reason(start.text))


def read_account(text: str) -> str:
    """Return what happened as a sentence of its own; who did it is not made up."""
    return _read(text, _tell_event)


def _read(text: str, complete: Callable[[Start], str]) -> str:
    """Return the text in sentences; what is no sentence at its beginning is made one."""
    text = _BECAUSE.sub("", mend(text), count=1)
    if _SO_THAT.match(text):
        return say_whole(f"It is {lower_first(text)}")
    first, rest = divide(text)
    keys = keys_of(first.split())
    if first.endswith("?") or has_clause(keys) or leads_in(keys):
        return say_whole(text)
    whole = _complete(first.rstrip(".,;:! ") or first, complete)
    return f"{whole} {say_whole(rest)}" if rest else whole


def _complete(text: str, complete: Callable[[Start], str]) -> str:
    words = text.split()
    at = next((i for i, key in enumerate(keys_of(words)) if key not in OPENERS), 0)
    front, text = " ".join(words[:at]), lower_first(" ".join(words[at:]))
    whole = complete(Start.of(text)) or text
    return say_whole(f"{front} {lower_first(whole)}" if front else whole)


def _name_reason(text: str) -> str:
    """Return what is only named as a reason: “the commute” → “The reason is the commute”; what may be none as it is."""
    words = text.split()
    keys = keys_of(words)
    noun = Noun(text, keys, head_of(keys, words))
    return next((say(noun) for holds, say in _REASONS if holds(noun)), text)


class Noun(NamedTuple):
    """Words without a verb, and the one that they are about."""

    text: str
    keys: list[str]
    head: str

    @property
    def begins(self) -> bool:
        """Whether it begins without a word that stands before a noun, or with one that there may be others of."""
        return is_bare(self.text) or self.keys[0] in ("a", "an", "another", "other", "some", "several", "two")


def _is_said_of_it(noun: Noun) -> bool:
    """Tell whether something is said of the noun, without its verb: “pay too low”."""
    return any(key in ("too", "not") for key in noun.keys[1:])


def _say_of_it(noun: Noun) -> str:
    at = next(i for i, key in enumerate(noun.keys) if i and key in ("too", "not"))
    words = noun.text.split()
    about = " ".join(words[:at])
    the = "the " if noun.keys[at - 1] in _OF_THE_JOB and is_bare(about) else ""
    return f"{the}{about} {'are' if is_plural(noun.keys[at - 1]) else 'is'} {' '.join(words[at:])}"


def _has_no(noun: Noun) -> str:
    if _LACKED.intersection(noun.keys):
        return f"I have {noun.text}"
    return f"There {'are' if is_plural(noun.head) else 'is'} {noun.text}"


def _is_no_reason(noun: Noun) -> bool:
    """Tell whether the words are more than the name of something, so that they had better stand as they are."""
    if hints_at_verb(noun.keys):
        return True
    state = noun.keys[-1].endswith("ed") or noun.keys[-1] in MY_STATE | {"due", "down"}
    verb = (
        noun.keys[0] in BASES
        and noun.head not in ONCE
        and noun.text not in ("work", "pay", "travel", "study", "change")
    )
    return (
        state
        or verb
        or noun.keys[0] in OPENERS
        or len(noun.keys) > 5
        or not noun.text[0].isalpha()
        or not noun.text.isascii()
    )


_REASONS: tuple[tuple[Callable[[Noun], bool], Callable[[Noun], str]], ...] = (
    (
        lambda noun: noun.keys[0] in PREPOSITIONS or noun.keys[0] in ("due", "owing", "because", "so", "too"),
        lambda noun: f"It is {noun.text}",
    ),
    (lambda noun: noun.text in _PLAIN_GROUNDS, lambda noun: f"It is for {noun.text} reasons"),
    (
        lambda noun: noun.head in ("reason", "reasons", "grounds", "circumstances"),
        lambda noun: f"It is for {noun.text}",
    ),
    (_is_said_of_it, _say_of_it),
    (lambda noun: noun.keys[0] == "no" and len(noun.keys) > 1, _has_no),
    (lambda noun: noun.head in _LOSSES and noun.begins, lambda noun: f"There has been {with_article(noun.text)}"),
    (lambda noun: noun.head in _MINE and noun.begins, lambda noun: f"I have {with_article(noun.text)}"),
    (lambda noun: noun.head in _OF_THE_JOB and is_bare(noun.text), lambda noun: f"The reason is the {noun.text}"),
    (_is_no_reason, lambda noun: noun.text),
    (lambda noun: True, lambda noun: f"The reason is {with_article(noun.text)}"),
)
"""What is only named → the sentence that it makes; the first that holds counts."""


def _tell_event(start: Start) -> str:
    """Return what happened, as what a person saw or went through; who did it is not made up."""
    return next((say(start) for holds, say in _EVENTS if holds(start)), start.text)


def _was_done_to_me(start: Start) -> bool:
    being = start.word == "being" and start.after in DONE_TO_ME
    return start.word in DONE_TO_ME | _SUFFERED or being or TO_ME.match(start.text) is not None


def _is_no_event(start: Start) -> bool:
    """Tell whether somebody did something, or the words are none that name a thing."""
    verb = start.word in IRREGULAR or start.word.endswith("ed") or start.word in AUXILIARIES
    led = start.keys[0] in PREPOSITIONS or start.keys[0] in ("due", "because", "so") or is_adverb(start.keys[0])
    return verb or led or start.keys[-1] in ("late", "early") or not start.text[0].isalpha()


def _say_there_was(start: Start) -> str:
    head = head_of(start.keys, start.text.split())
    return f"There {'were' if is_plural(head) else 'was'} {with_article(start.text)}"


_EVENTS: tuple[tuple[Callable[[Start], bool], Callable[[Start], str]], ...] = (
    (_was_done_to_me, give_subject),
    (_is_no_event, lambda start: start.text),
    (lambda start: True, _say_there_was),
)
"""What happened → how it is told; the first that holds counts."""
