"""What somebody is thanked for, made to finish “Thank you for …”: “You showed me round.” → “showing me round”."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.fields.free.grammar import (
    gerund_of,
    has_clause,
    is_adverb,
    is_gerund,
    keys_of,
    past_adverbs,
    say_as_deed,
    takes_object,
)
from generator.fields.free.nouns import with_owner
from generator.fields.free.wording import divide, lower_first, mend, say_whole, strip_stops
from generator.fields.free.words import BASES, CONTRACTED, KIND, MODALS, PLAINLY_PAST, QUESTION_WORDS

_LEAD = re.compile(
    r"""
    (?: (?:I(?:['’]?d|\s+would)?\s+(?:(?:really|just)\s+)?(?:like|want(?:ed)?|love)\s+to\s+|to\s+|I(?:['’]?d|\s+would)?\s+|just\s+)?
        (?:a\s+)?(?:(?:so|very|big|huge)\s+)*(?:many\s+)?(?:thanks?|thankful|grateful)(?:\s+(?:you|them|him|her))?
        (?:\s+(?:(?:so|very)\s+much(?:\s+indeed)?|a\s+lot|again|all|both|to\s+(?:you|them)))*
      | I(?:['’]?m|\s+am|\s+was)\s+(?:(?:so|very|really|truly)\s+)*(?:grateful|thankful)(?:\s+to\s+(?:you|them))?
      | (?:them|him|her|you)
    )\s+for\s+(?=\S)
    | for\s+(?=\S)
    | (?:I\s+)?(?:(?:really|very\s+much|truly|do|also)\s+)*appreciated?\s+(?:the\s+fact\s+)?(?=\S)
    | (?:thanks|thank\s+you)[,.!]\s+(?:for\s+)?(?=\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_REMARK = re.compile(
    r"(?:[.;,!]|\s[-–—])\s+(?:and\s+)?(?:it|that|this|they|these)\s+(?=(?:was|were|is|has\s+been|means?|meant|made|helped)\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[,;]\s+(?:I|we)(?:['’]\w+)?\s+\w")
_FROM = re.compile(
    r"(?:(?:the|your)\s+(?:team|staff|panel|crew|receptionist|driver)|everyone|everybody|all|[A-Z]\w+(?:\s[A-Z]\w+)*)"
    r"\s+(?=for\s+(?:\w+ly\s+)?\w+ing\b)"
)
_NICE_TO = re.compile(
    r"(?:(?:so|very|really)\s+)?(?:nice|good|great|lovely|fun|interesting|a\s+pleasure)\s+to\s+\w", re.IGNORECASE
)
_MORE = re.compile(r"[.;!]\s+(?:and|also|plus)\s+", re.IGNORECASE)
_DOERS = frozenset(("you", "they", "he", "she"))
_ALL_OF_THEM = frozenset(("all", "both", "guys", "lot", "two", "three", "folks"))
_BEFORE_DOER = frozenset(("that", "when", "because", "as", "since"))
_AFTER_VERB = frozenset(("me", "us", "my", "our", "the", "a", "an", "time", "everything"))
_HUMAN = KIND | {"and", "with", "to", "me", "us", "about", "it", "everything"}

type Keys = list[str]


def read_thanks(text: str) -> str:
    """Return words that finish “Thank you for …”, or a sentence of their own where it is not sure that they do."""
    text = mend(text)
    bare = _LEAD.sub("", text, count=1) if _LEAD.match(text) else text
    joined = _MORE.sub(", and ", _REMARK.sub(", which ", strip_stops(bare)))
    phrase = "" if _asks(bare) or divide(joined)[1] or _GOES_ON.search(joined) else _finish(joined)
    if phrase:
        return phrase
    return say_whole(bare if has_clause(keys_of(bare.split())) else text)


def _asks(text: str) -> bool:
    keys = keys_of(text.split())
    return text.endswith("?") and (has_clause(keys) or keys[0] in QUESTION_WORDS)


def _finish(text: str) -> str:
    """Return what finishes the sentence; empty where the words are one themselves, or it is not sure."""
    words = text.split()
    keys = keys_of(words)
    if keys[0] in _BEFORE_DOER and len(keys) > 1 and _is_doer(keys[1:]):
        words, keys = words[1:], keys[1:]
    if _FROM.match(text) or _NICE_TO.match(text):
        return say_whole(f"{'Thanks to' if _FROM.match(text) else 'It was'} {lower_first(text)}")
    say = next((say for holds, say in _WAYS if holds(keys)), _name)
    return say(words)


def _is_doer(keys: Keys) -> bool:
    """Tell whether the word for those who are thanked begins the words."""
    subject, _, short = keys[0].partition("'")
    return subject in _DOERS and (not short or short in CONTRACTED)


def _say_of_them(words: list[str]) -> str:
    """Return what they did, without the word for them."""
    keys = keys_of(words)
    _, _, short = keys[0].partition("'")
    if short:
        return "" if short == "s" else " ".join(say_as_deed([CONTRACTED[short], *words[1:]]))  # he's: he is, or he has
    at = next((i for i in range(1, len(keys)) if keys[i] not in _ALL_OF_THEM), len(keys))
    at += keys[at : at + 1] == ["to"]
    return " ".join(words[at:] if is_gerund("".join(keys[at : at + 1])) else say_as_deed(words[at:]))


def _is_deed(keys: Keys) -> bool:
    """Tell whether what somebody did begins here without its subject: “showed me round”, “was so kind”, “let me stay”."""
    at = min(past_adverbs(keys, 0), len(keys) - 1)
    word, behind = keys[at], keys[at + 1 : at + 2]
    if word in ("was", "were"):
        return behind not in (["a"], ["an"], ["the"]) and any(key in KIND for key in keys[at + 1 : at + 4])
    has_done = word in ("have", "had") and "".join(behind).endswith("ed")
    if word in BASES and not has_done:
        return "".join(behind) in _AFTER_VERB
    is_past = word in PLAINLY_PAST or word in ("didn't", "be") or has_done
    return bool(behind) and (is_past or (gerund_of(word) != "" and takes_object(keys, at)))


def _is_to_do(keys: Keys) -> bool:
    return keys[0] == "to" and len(keys) > 1 and keys[1] in BASES


def _is_kind(keys: Keys) -> bool:
    """Tell whether nothing but a person's manner is named: “so kind and patient with me”."""
    human = all(word in _HUMAN or is_adverb(word) for word in keys)
    return human and any(word in KIND for word in keys) and keys[-1] not in ("and", "with", "to")


def _is_thing(keys: Keys) -> bool:
    return keys[0] in ("was", "is") and len(keys) > 1


def _name(words: list[str]) -> str:
    """Return a noun; what is theirs to those who were met is `your` to those who are written to."""
    text = lower_first(" ".join(words))
    return with_owner("your " + text.removeprefix("their ") if text.startswith("their ") else text)


_WAYS: tuple[tuple[Callable[[Keys], bool], Callable[[list[str]], str]], ...] = (
    (_is_doer, _say_of_them),
    (_is_deed, lambda words: " ".join(say_as_deed(words))),
    (_is_to_do, lambda words: " ".join(say_as_deed(words[1:]))),
    (_is_kind, lambda words: f"being {lower_first(' '.join(words))}"),
    (_is_thing, lambda words: say_whole(f"It {lower_first(' '.join(words))}")),
    (lambda keys: keys[0] in MODALS or has_clause(keys), lambda words: ""),
)
"""How people thank → how it is said; the first that holds counts."""
