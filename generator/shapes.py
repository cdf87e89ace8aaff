"""Shape of a free answer, told from its words alone: do they finish a sentence, or are they one?"""

from __future__ import annotations

import re

SHAPES = ("phrase", "clause", "sentence", "question")
"""What a free answer is: words that finish a sentence as “the tour” does, or as “whether it rains” does, or a whole one."""

_QUOTES = "\"'”’»)]"
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_QUESTION_ENDS = ("?", "？", "؟")
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:(?:[^\W\d_]\.)*[^\W\d_]|Mr|Mrs|Ms|Mx|Dr|Prof|St|[JS]r|Esq|Ph\.D|Inc|Ltd|Co|Corp|Cie|Pt[ey]|Bhd|Sdn|Bros|Dept|Intl|No|Nr"
    r"|etc|approx|incl|excl|min|max|hrs?|vs|tel|ext)\.$"
)
_SUBJECT = re.compile(r"(?:I|You|We|They|He|She|It|There|My|Our|The|Your)\b")
_CLAUSE = re.compile(r"(?:whether|if|how|what|which|when|where|who|whom|whose|why)\b")


def ends_sentence(text: str) -> bool:
    """Tell whether a text brings its own stop, in the scripts that people write names and reasons in, quoted or not."""
    return text.rstrip(_QUOTES).endswith(_SENTENCE_ENDS)


def ends_with_abbreviation(text: str) -> bool:
    """Tell whether the stop at the end belongs to a word, as in Jr. or Ltd., and ends no sentence."""
    return _ABBREVIATION.search(text[-12:]) is not None


def shape_of(text: str) -> str:
    """Return one of `SHAPES`, told by the stop that the reader of the answer left or put at its end."""
    if text.rstrip(_QUOTES).endswith(_QUESTION_ENDS):
        return "question"
    if ends_sentence(text) and (not ends_with_abbreviation(text) or _SUBJECT.match(text)):
        return "sentence"
    return "clause" if _CLAUSE.match(text) else "phrase"


def is_whole(text: str) -> bool:
    """Tell whether free words stand alone; where nothing is asked, a question that somebody typed does as well."""
    return shape_of(text) in ("sentence", "question")
