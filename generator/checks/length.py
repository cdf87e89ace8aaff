"""How long a message may be: in words where it is read, in seconds where it is said."""

from __future__ import annotations

from generator.checks.objections import Objection
from generator.checks.passages import Passage
from generator.checks.speech import count_words, speaking_seconds
from generator.model.message import Draft

WRITTEN_WORDS = {"email": (30, 130), "letter": (30, 160), "note": (20, 90), "text": (12, 70)}
"""Channel → fewest and most words from the greeting on; a letter may take a little longer, a note is brief, a text more so."""
SHORT_WORDS = (15, 100)
"""The same, for a short form."""
SPOKEN_SECONDS = {"main": 60, "reply": 30, "voicemail": 35}
"""Section of what is said aloud → the most seconds it may take at 130 words a minute; a voicemail says the number twice."""


def find_wrong_length(draft: Draft, passage: Passage) -> Objection | None:
    """Find a text that is too short to be kind, too long to be read, or too long to be said."""
    return _find_wrong_words(draft, passage) if draft.channel in WRITTEN_WORDS else _find_long_speech(passage)


def _find_wrong_words(draft: Draft, passage: Passage) -> Objection | None:
    words = count_words(passage.body)
    fewest, most = SHORT_WORDS if draft.length == "short" else WRITTEN_WORDS[draft.channel]
    if words < fewest:
        return Objection(
            f"The message has {words} words. Under {fewest} it can seem curt: one sentence more of thanks is enough."
        )
    if words > most:
        return Objection(f"The message has {words} words. Over {most} it is skimmed: take out what they already know.")
    return None


def _find_long_speech(passage: Passage) -> Objection | None:
    for name, text in passage.sections.items():
        seconds, most = speaking_seconds(text), SPOKEN_SECONDS[name.partition(" ")[0]]
        if seconds > most:
            return Objection(
                f"This takes about {seconds} seconds to say. Bring it under {most}, so that you can say it without reading."
            )
    return None
