"""Free words put right: slips of the hand, capitals, stops and quotation marks."""

from __future__ import annotations

import re

from generator.english import MONTHS, WEEKDAYS
from generator.fields.free.grammar import is_adverb, is_gerund, is_verb, key, keys_of, takes_object
from generator.fields.free.words import (
    AUXILIARIES,
    DETERMINERS,
    KIND,
    KNOWABLE,
    ONCE,
    OPENERS,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    WORDS_OF_TIME,
    YOURS,
    words_of,
)
from generator.shapes import ends_sentence, ends_with_abbreviation

SLIPS = {
    "i": "I",
    "im": "I'm",
    "ive": "I've",
    "dont": "don't",
    "didnt": "didn't",
    "doesnt": "doesn't",
    "cant": "can't",
    "wont": "won't",
    "isnt": "isn't",
    "wasnt": "wasn't",
    "arent": "aren't",
    "werent": "weren't",
    "havent": "haven't",
    "hasnt": "hasn't",
    "hadnt": "hadn't",
    "couldnt": "couldn't",
    "wouldnt": "wouldn't",
    "shouldnt": "shouldn't",
    "youre": "you're",
    "youve": "you've",
    "theyre": "they're",
    "thats": "that's",
    "whats": "what's",
    "theres": "there's",
    "u": "you",
    "ur": "your",
    "thx": "thanks",
    "thanx": "thanks",
    "ty": "thanks",
    "pls": "please",
    "plz": "please",
    "cos": "because",
    "coz": "because",
    "cuz": "because",
    "bc": "because",
    "b/c": "because",
    "bcs": "because",
    "w/": "with",
} | {name.lower(): name for name in (*WEEKDAYS, *MONTHS) if name != "May"}
"""What a hurried thumb leaves out → the word, where it can be no other."""

_ITS = re.compile(
    r"\b([Ii])ts(?= (?:too|a|an|the|not|very|so|just|because|mostly|mainly|only|been|going|personal|private|far|hard|difficult|complicated|late|remote|about)\b)"
)
_MAY = re.compile(r"\b(in|by|of|since|until|till|from|early|late|mid|next|last|this|\d{1,2}|st|nd|rd|th) may\b")

_QUOTED = re.compile(r"[\"“«‘'](?P<inside>[^\"“”«»]+)[\"”»’']")
_BULLET = re.compile(r"(?:[-–—•*·>]+|\.{2,}|…|\(?\d{1,2}[.)])\s+(?=\S)|(?:\.{2,}|…|[-–—•*·>:,;]+)(?=[^\W\d])")
_CAPITAL_DUE = re.compile(r"(?<=[?!…] )[a-z]|(?<=[^\W\d_]{3}\. )[a-z]")
_INNER_STOP = re.compile(r"[.!?…][\"'”’)]*(?=\s)")
_I = re.compile(r"i(['’](?:m|ve|ll|d))?(?=[,.;:!?]*$)")
_PLEASE = re.compile(r",? please$", re.IGNORECASE)
_STARTS = words_of(
    "thanks being because due owing family personal health lunch coffee tea work part-time full-time next last visa remote hybrid overtime"
    " parking experience knowledge skills training night nights day days shift shifts phone video customer sales home full part fluent good"
    " great big small new old long short warm cold free better best less longer shorter later earlier possible online talking evening morning"
)
_COMMON = (
    AUXILIARIES
    | DETERMINERS
    | KIND
    | KNOWABLE
    | ONCE
    | OPENERS
    | PREPOSITIONS
    | (SUBJECTS - {"i"})
    | SUBORDINATORS
    | WORDS_OF_TIME
    | YOURS
    | _STARTS
) - {"may", "will"}
"""Words that a capital marks only because a phone or a habit put it there."""


def mend(text: str) -> str:
    """Return the words without the marks of a list or a quotation around them, and with what a hurried thumb left out."""
    text = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
    if quoted := _QUOTED.fullmatch(text):
        text = quoted["inside"].strip() or text
    return _MAY.sub(r"\1 May", _ITS.sub(r"\1t's", " ".join(map(_mend_word, text.split()))))


def _mend_word(word: str) -> str:
    bare = word.rstrip(".,;:!?")
    if bare in SLIPS:
        return SLIPS[bare] + word[len(bare) :]
    return "I" + word[1:] if word[0] == "i" and _I.match(word) else word


def strip_stops(text: str) -> str:
    """Return words that finish a sentence without the marks at their end, unless a stop belongs to an abbreviation such as Jr."""
    bare = _PLEASE.sub("", text.rstrip(" ,;:!?…")).rstrip(" ,;:!?…")
    while bare.endswith(".") and not ends_with_abbreviation(bare):
        bare = bare[:-1].rstrip(" ,;:!?…")
    return bare or text


def lower_first(text: str) -> str:
    """Return the text without the capital that only a habit or a phone put at its beginning."""
    words = text.split(maxsplit=2)
    first = words[0]
    if not first[0].isupper() or first[1:] != first[1:].lower():
        return text
    keys = keys_of(words)
    known = (
        keys[0] in _COMMON
        or keys[1:2] == ["than"]
        or is_gerund(keys[0])
        or (is_adverb(keys[0]) and len(words) > 1)
        or (is_verb(keys[0]) and takes_object(keys, 0))
    )
    named = len(words) > 1 and words[1][0].isupper() and keys[1] != "i" and keys[0] not in DETERMINERS | PREPOSITIONS
    return text[0].lower() + text[1:] if known and not named else text


def raise_first(text: str) -> str:
    """Return the text with a capital, unless its first word has one inside, as eBay has."""
    return text[0].upper() + text[1:] if text.split(maxsplit=1)[0].islower() else text


def say_whole(text: str, stop: str = ".") -> str:
    """Return the words as sentences of their own, each with its capital, and a stop at the end."""
    text = text.rstrip(",;: ") or text
    text = _CAPITAL_DUE.sub(lambda found: found[0].upper(), raise_first(text))
    if stop == "?":
        return text.rstrip(" .?!") + "?" if text.rstrip(" .?!") else text
    return text + ("" if ends_sentence(text) else stop)


def divide(text: str) -> tuple[str, str]:
    """Return the first sentence of a text, and what follows it."""
    for found in _INNER_STOP.finditer(text):
        if not ends_with_abbreviation(text[: found.start() + 1]):
            return text[: found.end()], text[found.end() :].lstrip()
    return text, ""


def article(text: str) -> str:
    """Return `a` or `an`, as the first word of a noun sounds."""
    said = key(text.split(maxsplit=1)[0])
    if said.isupper() and len(said) > 1:
        return "an" if said[0] in "AEFHILMNORSX" else "a"
    return "an" if re.match(r"hour|honest|[aeio]|u(?!ni|se)|8|11\b|18\b", said) else "a"
