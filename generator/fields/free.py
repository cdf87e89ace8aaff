"""Free answers as people type them, made to fit: words that finish a sentence, or a sentence or a question of their own."""

from __future__ import annotations

import re

from generator.fields.named import without_stop
from generator.shapes import ends_sentence

FREE = ("phrase", "thanks", "question", "sentence")
"""The kinds of field that people answer in words of their own."""

_NOTHING = re.compile(r"(?:no|none|nothing|nope|nil|n\W?a|not applicable|-+|–|—|\.+|/|x)\W*", re.IGNORECASE)
_THANKS = re.compile(
    r"^(?:(?:so\s+|very\s+)?(?:many\s+)?thank(?:s|ful)?(?:\s+you)?(?:\s+(?:so|very)\s+much|\s+a\s+lot|\s+again)?\s+)?for\s+(?=\S)",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"^(?:my question is:?|(?:I would|I'd) like to know|(?:can|could) you tell me)\s+(?=\S)", re.IGNORECASE
)
_SUBJECT = re.compile(r"(?:I|[Yy]ou|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Ii]t)(?:['’](?:m|re|ve|d|ll|s))?\s+\w")
_ASKS = re.compile(
    r"(?:do|does|did|is|are|was|were|can|could|will|would|may|might|should|have|has|am)\s+(?:you|I|it|we|they|there|the|this|that|a)\b"
    r"|(?:what|how|who|when|where|why|which)(?:\s\w+)?(?:['’]s|\s+(?:is|are|do|does|did|will|would|can|could))\b",
    re.IGNORECASE,
)
_OPENERS = frozenset(
    "a all an being both each every giving having her his how its my our several showing so some such telling that the their these this two"  # noqa: SIM905  a list of words
    " making meeting seeing letting taking walking answering asking explaining finding inviting talking calling writing sending putting what your you whether if".split()
)
"""Words that a capital marks only because a phone or a habit put it there."""


def is_nothing(text: str) -> bool:
    """Tell whether the whole answer says that there is none: “no”, “n/a”, a dash."""
    return _NOTHING.fullmatch(text) is not None


def read_phrase(text: str) -> str:
    """Return words that finish a sentence which the message begins, without a stop; or the sentence or the question that they are."""
    return _read(text, whole=text.endswith("?"))


def _read(text: str, *, whole: bool) -> str:
    if whole:
        return read_sentence(text)
    return _uncapitalise(without_stop(text) or text)


def read_thanks(text: str) -> str:
    """Return what finishes “Thank you for …”, or a sentence."""
    bare = _THANKS.sub("", text)
    return _read(bare, whole=bare.endswith("?") or _SUBJECT.match(bare) is not None)


def read_question(text: str) -> str:
    """Return a question, a clause such as “whether the days are long”, a noun, or a sentence."""
    bare = _ASKING.sub("", text)
    if _ASKS.match(bare):
        return _capitalise(bare.rstrip("?.! ")) + "?"
    if bare != text or not bare.endswith("?"):
        bare = bare.rstrip("?")
    return _read(bare, whole=bare.endswith("?") or _SUBJECT.match(bare) is not None) if bare else text


def read_sentence(text: str) -> str:
    """Return the words as a sentence of their own, with a capital and a stop."""
    text = text.rstrip(",;: ") or text
    return _capitalise(text) + ("" if ends_sentence(text) else ".")


def _capitalise(text: str) -> str:
    """Return the text with a capital, unless its first word has one inside, as eBay has."""
    return text[0].upper() + text[1:] if text.split(maxsplit=1)[0].islower() else text


def _uncapitalise(text: str) -> str:
    first = text.split(maxsplit=1)[0]
    if first[0].isupper() and first[1:] == first[1:].lower() and first.casefold() in _OPENERS:
        return text[0].lower() + text[1:]
    return text
