"""Characters that nobody sees, and that can change what a text says or how it is read."""

from __future__ import annotations

import unicodedata

JOINERS = "\u200c\u200d"
"""What Persian, Indic and emoji spelling needs between letters, though it cannot be seen itself."""

_CATEGORIES = frozenset(
    ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
)  # controls, format and bidi, surrogates, private use, line ends
_FILLERS = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")  # letters and marks by name, nothing to the eye


def is_hidden(char: str) -> bool:
    """Tell whether a character cannot be seen, or ends a line."""
    if char in JOINERS:
        return False
    return unicodedata.category(char) in _CATEGORIES or char in _FILLERS or _is_noncharacter(ord(char))


def _is_noncharacter(code: int) -> bool:
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


class _Shown(dict[int, int | None]):
    """Code of a character → itself, or None where it is hidden; white space stays."""

    def __missing__(self, code: int) -> int | None:
        char = chr(code)
        self[code] = code if char.isspace() or not is_hidden(char) else None
        return self[code]


_SHOWN = _Shown()


def without_hidden(text: str) -> str:
    """Return the text without the characters that cannot be seen; white space and line ends stay."""
    return text.translate(_SHOWN)


def one_line(text: str) -> str:
    """Return the text without what cannot be seen, and with one space for each gap in it."""
    return " ".join(without_hidden(text).split())
