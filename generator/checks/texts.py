"""How many texts a message takes on its way to a telephone (3GPP TS 23.038 and 23.040)."""

from __future__ import annotations

_ALPHABET = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_ESCAPED = frozenset("\f^{}\\[~]|€")  # these take the place of two

ALONE, JOINED = 160, 153  # characters of the telephone alphabet in a single text, and in each of several
WIDE_ALONE, WIDE_JOINED = 70, 67  # of any other, which makes the whole text wide: units of UTF-16


INVITATION = 200
"""Characters of the note that goes with an invitation on LinkedIn from a free account: the lowest of the figures that are published
(seen in November 2026; paid accounts and messages between contacts have more room).
"""


def count_texts(text: str) -> int:
    """Return how many texts a message is split into; none where it is empty."""
    if all(char in _ALPHABET or char in _ESCAPED for char in text):
        return _split([2 if char in _ESCAPED else 1 for char in text], ALONE, JOINED)
    return _split([2 if ord(char) > 0xFFFF else 1 for char in text], WIDE_ALONE, WIDE_JOINED)


def _split(widths: list[int], alone: int, joined: int) -> int:
    """Return the number of texts; what takes two places is never cut in half."""
    if sum(widths) <= alone:
        return 1 if widths else 0
    texts, left = 1, joined
    for width in widths:
        if width > left:
            texts, left = texts + 1, joined
        left -= width
    return texts
