"""Words that begin with a verb or a state, and the subject that they lack: “moving to Lisbon”, “too far”, “got a job”."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from generator.fields.free.grammar import gerund_of, is_gerund, keys_of, past_adverbs, takes_object
from generator.fields.free.nouns import head_of, is_bare
from generator.fields.free.words import (
    ADVERBS,
    BASES,
    DETERMINERS,
    HAVE,
    IRREGULAR,
    MODALS,
    PLAINLY_PAST,
    PREPOSITIONS,
    STATIVE,
    THIRD_PERSON,
    words_of,
)

_WHEREABOUTS = re.compile(
    r"""
    on\ (?:my\ |the\ |a\ )?(?:holiday|vacation|leave|[mp]aternity|parental|sick|call|shift|duty|jury|benefits|crutches|honeymoon|course
        |break|plane|train|probation)
    | in\ (?:hospital|quarantine|isolation|bed|therapy|treatment|mourning|rehab|recovery|court|surgery|pain|education|school|training|town
        |another\ process|the\ (?:middle\ of|country)|my\ )
    | at\ (?:work|school|university|uni|college|home|my\ limit|(?:a|my)\ (?:funeral|wedding|conference|exam))
    | off\ (?:sick|work) | out\ of\ (?:the\ country|town|action|work) | under\ (?:contract|notice|stress|a\ lot\ of) | between\ jobs
    | about\ to | up\ to
    """,
    re.VERBOSE,
)
MY_STATE = words_of(
    "ill sick unwell well pregnant busy away abroad overseas unavailable available unable able happy settled content overqualified"
    " underqualified tired exhausted injured disabled retired sure unsure interested ready free qualified committed afraid sorry glad old"
    " young anxious nervous stuck booked double-booked double engaged needed burnt snowed tied stranded comfortable eligible confident"
    " convinced pleased worried aware licensed suited keen poorly contagious hospitalised hospitalized"
)
_ITS_STATE = words_of(
    "far long late early expensive low little much many small big difficult hard risky stressful short soon high costly remote"
)
DONE_TO_ME = words_of(
    "offered promoted hired diagnosed asked told admitted advised delayed invited recommended headhunted misinformed warned interrupted"
    " insulted ignored mocked threatened questioned pressed refused treated called"
)
_DONE_TO_IT = words_of("cancelled canceled closed postponed moved changed sold filled booked moved withdrawn")
_SO_FAR = words_of("been gone done seen taken given begun chosen grown fallen become")
_OF_IT = words_of("mean take cost clash")
_ODD = words_of("wrong right odd off like rushed strange")
_NOT_PAST = words_of(
    "limited mixed unexpected fixed increased reduced delayed planned prolonged unforeseen complicated advanced unsocial continued related"
)
_MY_PART = words_of("parent carer caregiver student vegan vegetarian nurse teacher mother father mum dad freelancer")
_AIMED_AT = words_of("be stay go take get make find keep spend become focus concentrate continue pursue finish leave")
_NOUNS_IN_ING = words_of("training parking commuting timing meeting driving")
_PLANS = words_of("hours costs arrangements conditions times pattern days expenses environment culture")
_JOINED = words_of("away off out and or but because if when where that as enough back booked")
TO_ME = re.compile(r"((?:\w+ed|told|kept)\b)(\s+(?:at|to))?\s+(?:me|us)\b", re.IGNORECASE)
_DENIAL = re.compile(r"(?:(?:just|really|simply|currently|still|quite) )?not |no longer ")


class Start(NamedTuple):
    """Words without a subject, and the first of them that is no adverb."""

    text: str
    keys: list[str]
    at: int

    @classmethod
    def of(cls, text: str) -> Start:
        """Return the beginning of a text."""
        keys = keys_of(text.split())
        return cls(text, keys, min(past_adverbs(keys, 0), len(keys) - 1))

    @property
    def word(self) -> str:
        """The first word that is no adverb; if there is none, the last."""
        return self.keys[self.at]

    @property
    def after(self) -> str:
        """The word behind it; empty at the end."""
        return self.keys[self.at + 1] if self.at + 1 < len(self.keys) else ""

    @property
    def is_before_noun(self) -> bool:
        """Whether a noun follows, as in “long commute”, and no end, preposition or adverb."""
        return bool(self.after) and self.after not in PREPOSITIONS | ADVERBS | DETERMINERS | _JOINED


def give_subject(start: Start) -> str:
    """Return words that begin with a verb or a state as what a person says of themselves; empty where they do not."""
    if _is_to_do(start):
        return f"I want {start.text.removeprefix('in order ')}"
    frame, text = _frame(start)
    return frame.format(text) if frame else ""


def _is_to_do(start: Start) -> bool:
    return len(start.keys) > 1 and (start.keys[0] == "to" or start.keys[:3] == ["in", "order", "to"])


def _frame(start: Start) -> tuple[str, str]:
    """Return the sentence that the words finish, and the words as they finish it; empty where no verb and no state begins them."""
    if denied := _DENIAL.match(start.text):
        return _deny(denied[0], Start.of(start.text[denied.end() :]))
    if _is_ongoing(start):
        return _say_ongoing(start)
    frame = next((frame for holds, frame in _FRAMES if holds(start)), "")
    return frame, TO_ME.sub(r"\1\2", start.text, count=1) if frame == "I was {}" else start.text


def _deny(denial: str, start: Start) -> tuple[str, str]:
    """Return the sentence that “not able to come” or “no longer looking” finishes."""
    if start.word == "having":
        return "I do not have {}", " ".join(start.text.split()[start.at + 1 :])
    frame, text = _frame(start)
    if denial.endswith("not ") and frame in ("", "I {}", "I have {}"):
        frame = "I do {}" if start.word in BASES else frame and "I have {}"
    return frame or "It is {}", denial + text


def _say_ongoing(start: Start) -> tuple[str, str]:
    """Return the sentence that an -ing form finishes: what one needs, one does not do for a while."""
    words = start.text.split()
    front, rest = words[: start.at], words[start.at + 1 :]
    base = next((base for base in STATIVE if gerund_of(base) == start.word), "")
    if start.word == "having" and start.after in ("no", "to", "too", "little", "already"):
        base = "have"
    if start.word == "being":
        passive = start.after in DONE_TO_ME
        if start.after in ("closer", "nearer"):
            return "I want to be {}", " ".join((*front, *rest))
        return ("I was {}" if passive else "I am {}"), " ".join((*front, *rest))
    return ("I {}", " ".join((*front, base, *rest))) if base else ("I am {}", start.text)


def _is_ongoing(start: Start) -> bool:
    """Tell whether an -ing form says what one does, and is no noun as in “working hours”."""
    alone = start.word in _NOUNS_IN_ING and start.after in ("", "in", "at", "with", "costs")
    if alone or (len(start.keys) == start.at + 2 and start.after in _PLANS):
        return False
    return is_gerund(start.word) or (
        start.word.endswith("ing") and len(start.word) > 5 and takes_object(start.keys, start.at)
    )


def _is_whereabouts(start: Start) -> bool:
    return _WHEREABOUTS.match(" ".join(start.keys[start.at :])) is not None


def _is_my_state(start: Start) -> bool:
    return start.word in MY_STATE and not start.is_before_noun


def _is_its_state(start: Start) -> bool:
    return start.word in _ITS_STATE and (start.keys[0] == "too" or not start.is_before_noun)


def _is_ours(start: Start) -> bool:
    return start.word in ("are", "aren't", "were", "weren't")


def _is_its_verb(start: Start) -> bool:
    """Tell whether a verb begins here whose subject is the matter, as in “clashes with my exam” or “would be too far”."""
    if start.word in ("was", "wasn't"):
        then = "".join(start.keys[past_adverbs(start.keys, start.at + 1) :][:1])
        of_me = is_gerund(then) or then in DONE_TO_ME or then in MY_STATE or then.endswith("ed")
        return then in _DONE_TO_IT or not of_me
    if start.word == "felt":
        return start.after in _ODD
    if start.word in THIRD_PERSON or start.word in ("is", "isn't", "has", "hasn't", "does", "doesn't"):
        return True
    behind = [key for key in start.keys[start.at + 1 :] if key not in ADVERBS - {"too"} and key not in ("not", "have")][
        :3
    ]
    works = behind[:2] in (["work", "for"], ["work", "with"])
    is_so = behind[:1] == ["be"] and ("too" in behind or behind[-1] in _ITS_STATE)
    return start.word in MODALS and ((behind[:1] != [] and behind[0] in _OF_IT) or works or is_so)


def _is_my_verb(start: Start) -> bool:
    return start.word in MODALS | HAVE or start.word in ("am", "do", "don't", "did", "didn't", "was", "wasn't")


def _is_done_to_me(start: Start) -> bool:
    to_me = TO_ME.match(start.text)
    return start.word in DONE_TO_ME or to_me is not None or start.text.startswith(("made redundant", "let go"))


def _has_been_done(start: Start) -> bool:
    """Tell whether something is done by now, as in “just started a new job”."""
    done = start.word.endswith("ed") or (start.word in IRREGULAR and start.word not in PLAINLY_PAST)
    by_now = any(key in ("never", "already", "just", "recently") for key in start.keys[: start.at])
    return start.word in _SO_FAR or (by_now and done and _is_past(start))


def _is_past(start: Start) -> bool:
    """Tell whether a verb in the past begins here, and no adjective such as “limited”."""
    word = start.word
    if word in PLAINLY_PAST or (word in IRREGULAR and IRREGULAR[word] != word):
        return True
    if not word.endswith("ed") or word in _NOT_PAST or not gerund_of(word):
        return False
    after = start.after or "to"
    known = is_gerund(gerund_of(word))
    return known or takes_object(start.keys, start.at) or after in PREPOSITIONS | DETERMINERS or after == "that"


def _is_present(start: Start) -> bool:
    """Tell whether a verb in the present begins here, and no noun such as “work” or “change”."""
    return (start.word in STATIVE | {"feel", "think", "read"} and start.after != "of") or (
        start.word in BASES and start.after in ("a", "an", "my", "the", "another")
    )


def _is_my_part(start: Start) -> bool:
    """Tell whether a person says what they are: “single parent”, “carer for my mum”."""
    return head_of(start.keys, start.text.split()) in _MY_PART and is_bare(start.text)


_FRAMES: tuple[tuple[Callable[[Start], bool], str], ...] = (
    (_is_whereabouts, "I am {}"),
    (_is_my_state, "I am {}"),
    (_is_its_state, "It is {}"),
    (_is_ours, "We {}"),
    (lambda start: start.keys[:2] == ["back", "to"], "I am going {}"),
    (lambda start: start.keys[0] == "rather" and len(start.keys) > 1, "I would {}"),
    (lambda start: start.word in ("closer", "nearer") and start.after in ("to", "my"), "I want to be {}"),
    (_is_its_verb, "It {}"),
    (_is_my_verb, "I {}"),
    (_has_been_done, "I have {}"),
    (_is_done_to_me, "I was {}"),
    (_is_past, "I {}"),
    (lambda start: start.word in _AIMED_AT and start.after != "", "I want to {}"),
    (_is_present, "I {}"),
    (_is_my_part, "I am a {}"),
)
"""What begins the words → the sentence that they finish; the first that holds counts."""
