"""A text taken apart: greeting and body, what is said and what is held ready, sentences, words, seconds."""

from __future__ import annotations

import re

from generator.english import MONTH_WORD, WEEKDAY_WORD
from generator.model.message import Draft

SPOKEN_CHANNELS = ("spoken", "call")
"""Channels whose message is said aloud, so that it is timed."""

WORDS_PER_MINUTE = 130  # an unhurried speaker

_GREETING = re.compile(
    r"""
    ^(?:dear|hello|hi|good\ (?:day|morning|afternoon|evening))\b
    (?: [^\n]{0,260}[,:]                                            # Dear Ms Varga,
      | (?:(?![.!?]\ (?:I|My|Our|Please|Thank)\b)[^\n]){1,260}\b(?:this\ is|it['’]s|my\ name\ is)\b  # Hello, Mr Osei. This is Imani Clarke.
        (?:(?![.!?]\ (?:I|My|Our|Please|Thank)\b)[^\n]){1,260}\.     # but not what a text goes on with in the same line
    )$\n*
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_CUE = re.compile(r"^(If [^\n]{3,60}):\n", re.MULTILINE)
_SENTENCE_END = re.compile(
    rf"""
    (?<=[.!?…])                                   # asked first: it rules out most places
    (?:(?<![.\s][A-Za-z]\.)                       # not after an initial
      |(?<=\b[ap]\.m\.)(?!\s+(?:{WEEKDAY_WORD}|(?:{MONTH_WORD})\.?\s\d\d?|[A-Z]{{2,5}}|Eastern|Central|Mountain|Pacific)\b))  # but after an hour
    (?<!\bMs\.)(?<!\bMr\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bMrs\.)(?<!\bJr\.)(?<!\bCo\.)(?<!\bInc\.)(?<!\bLtd\.)
    ["'”’)]*\s+(?![a-z])                      # nor inside a name such as Yahoo! with more to come
    | \n+
    """,
    re.VERBOSE,
)


def subject_of(draft: Draft) -> str:
    """Return the subject of a draft; empty where it has none."""
    return " ".join(segment.text for part in draft.headers if part.name == "subject" for segment in part.segments)


def body_of(text: str) -> str:
    """Return what follows the greeting line; the whole text where there is none."""
    match = _GREETING.search(text)
    return text[match.end() :] if match else text


def sections(text: str) -> dict[str, str]:
    """Return `main`, then each `reply 1`, `reply 2` … and `voicemail` that stands under a cue such as “If they ask why:”."""
    pieces = _CUE.split(text)
    found = {"main": pieces[0].strip()}
    for cue, words in zip(pieces[1::2], pieces[2::2], strict=True):
        found["voicemail" if "voicemail" in cue else f"reply {len(found)}"] = words.strip()
    return found


def sentences(text: str) -> list[str]:
    """Return the sentences, in order."""
    return [sentence.strip() for sentence in _SENTENCE_END.split(text) if sentence and sentence.strip()]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return where each sentence begins and ends, in order; what divides them belongs to none."""
    ends = [(found.start(), found.end()) for found in _SENTENCE_END.finditer(text)]
    bounds = zip([0, *(end for _, end in ends)], [*(start for start, _ in ends), len(text)], strict=True)
    return [(start, end) for start, end in bounds if text[start:end].strip()]


def count_words(text: str) -> int:
    """Return how many words a text has, as a person counts them: what stands between white space and has a letter or digit."""
    return sum(any(char.isalnum() for char in word) for word in text.split())


def speaking_seconds(text: str) -> int:
    """Return how long a text takes to say, in whole seconds."""
    return round(count_words(text) * 60 / WORDS_PER_MINUTE)
