"""What a file is called: the kind of message, its channel, the job and the company, in letters that every system allows."""

from __future__ import annotations

import re
import unicodedata

from generator.model.message import Draft

LIMIT = 80
"""Characters before the ending: file systems allow 255 bytes, a list of downloads shows far fewer."""

_WHOLE_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that are no other letter with a mark; all further ones lose their marks."""

_APOSTROPHES = "'’"


def filename(draft: Draft, ending: str, what: str = "") -> str:
    """Return a name such as `cancel-agreed-interview-letter-registrar-harwick-museum.docx`.

    The job and the company are left out word by word, from the end, where they would make it too long.

    Args:
        draft: What the file is about.
        ending: Its ending, without the stop.
        what: What it is, in words like `calendar-reply`; empty where it is the message itself.
    """
    words = [what or f"{draft.type}-{draft.channel}", *_words(draft.phrases.get("role", "")), *_words(_company(draft))]
    while len("-".join(words)) > LIMIT:
        words.pop()
    return f"{'-'.join(words)}.{ending}"


def _company(draft: Draft) -> str:
    return draft.phrases.get("company", "").removeprefix("the ")


def _words(text: str) -> list[str]:
    """Return the words of a text in lower-case ASCII; what has no Latin letter and no digit is gone."""
    spelled = unicodedata.normalize("NFKD", text.casefold().translate(_WHOLE_LETTERS))
    bare = "".join(char for char in spelled if not unicodedata.combining(char) and char not in _APOSTROPHES)
    return re.findall("[a-z0-9]+", bare)
