"""Free answers as people type them, made to fit: words that finish a sentence, or a sentence or a question of their own."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.fields.free.frames import frame_of, unframe
from generator.fields.free.phrases import read_phrase
from generator.fields.free.questions import read_question
from generator.fields.free.sentences import read_account, read_reason, read_sentence
from generator.fields.free.thanks import read_thanks

__all__ = ["FREE", "is_nothing"]

FREE: dict[str, Callable[[str, str], str]] = {
    "phrase": read_phrase,
    "thanks": lambda text, hint: read_thanks(unframe(text, frame_of(hint))),
    "question": read_question,
    "sentence": lambda text, hint: read_sentence(text),
    "reason": lambda text, hint: read_reason(text),
    "account": lambda text, hint: read_account(text),
}
"""Kind of field that people answer in words of their own → function from the text and the hint of its question to the value."""

_NOTHING = re.compile(
    r"(?:(?:no|none|nothing|nope|nil|null|n\W?a|not applicable|nothing (?:really|special|in particular|much|at all|else)|not (?:really|much|sure)"
    r"|no (?:idea|comment|thanks?|thank you|reason|questions?)|(?:I )?(?:don['’]?t|do not) know|dunno|idk|skip|same|tbd|tbc|thank you|thanks|x+)\W*|\W+)",
    re.IGNORECASE,
)


def is_nothing(text: str) -> bool:
    """Tell whether the whole answer says that there is none: “no”, “n/a”, a dash."""
    return _NOTHING.fullmatch(text) is not None
