"""Shape of a free answer, told from its words alone: do they finish a sentence, or are they one?"""

from __future__ import annotations

import re

SHAPES = ("phrase", "clause", "sentence", "question")
"""What a free answer is: words that finish a sentence as “the tour” does, or as “whether it rains” does, or a whole one."""

_QUOTES = "\"'”’»)]"
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_QUESTION_ENDS = ("?", "？", "؟")
_ABBREVIATION = re.compile(r"(?<!\w)(?:[A-Z]\w{0,3}|[A-Za-z]|etc|approx|[ap]\.m)\.$")
_CLAUSE = re.compile(r"(?:whether|if|how|what|which|when|where|who|whom|whose|why)\b")


def ends_sentence(text: str) -> bool:
    """Tell whether a text brings its own stop, in the scripts that people write names and reasons in, quoted or not."""
    return text.rstrip(_QUOTES).endswith(_SENTENCE_ENDS)


def ends_with_abbreviation(text: str) -> bool:
    """Tell whether the stop at the end belongs to a word, as in Jr. or Ltd., and ends no sentence."""
    return _ABBREVIATION.search(text[-8:]) is not None


def shape_of(text: str) -> str:
    """Return one of `SHAPES`, told by the stop that the reader of the answer left or put at its end."""
    if text.rstrip(_QUOTES).endswith(_QUESTION_ENDS):
        return "question"
    if ends_sentence(text) and not (ends_with_abbreviation(text) and text[0].islower()):
        return "sentence"
    return "clause" if _CLAUSE.match(text) else "phrase"
