"""Days as people write them in a text: in either order, with or without the weekday, the comma and the ordinal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.english import MONTH_WORD, MONTHS, WEEKDAY_WORD

_MONTH = rf"(?:{MONTH_WORD})\b\.?"
_WEEKDAY = rf"(?:{WEEKDAY_WORD})\b\.?"
_NUMBER = r"(?<![\d.,:/£$€])\d{1,2}(?:st|nd|rd|th)?\b(?![:/\d]|,\d|\.\d)"
_DIGIT = re.compile(r"\d")
_IN_WORDS = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY}),? +(?:the +)?)?"
    rf"(?:(?P<day>{_NUMBER})\.?(?: +of)? +(?P<month>{_MONTH})|\b(?P<month_first>{_MONTH}) +(?:the +)?(?P<day_after>{_NUMBER})(?! ?[ap]\.?m\b))",
    re.IGNORECASE,
)
_IN_FIGURES = re.compile(
    r"(?<![\d./-])(?:\d{4}-(\d\d)-(\d\d)|(\d{1,2})[./-](\d{1,2})(?:[./-]\d{2,4})?\.?)(?!\.?\d|[/-])"
)

WEEKDAY_IN_FULL = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|satur|sun)day"
_MONTH_BEGINS = "|".join(month[:3] for month in MONTHS)
NAMED_DAY = re.compile(
    rf"\b{WEEKDAY_IN_FULL}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH_BEGINS})|\b(?:{_MONTH_BEGINS})\w* \d{{1,2}}\b"
    rf"|\b\d{{1,2}}[./-]\d{{1,2}}\b|\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}\. (?:{_MONTH_BEGINS})"
    r"|\b(?:today|tomorrow|yesterday)\b",
    re.IGNORECASE,
)
"""Anything by which a day can be found in a calendar."""


class Day(NamedTuple):
    """A day of the year that a text names."""

    month: int
    day: int
    weekday: str
    """Its first three letters, in lower case; empty where none stands there."""
    start: int
    end: int


def read_days(text: str) -> Iterator[Day]:
    """Yield every day that is named with its month."""
    if not _DIGIT.search(text):  # as in most sentences
        return
    months = [month[:3].casefold() for month in MONTHS]
    for found in _IN_WORDS.finditer(text):
        month = months.index((found["month"] or found["month_first"])[:3].casefold()) + 1
        number = re.match(r"\d+", found["day"] or found["day_after"])
        if number and 0 < int(number[0]) <= 31:
            yield Day(month, int(number[0]), (found["weekday"] or "")[:3].casefold(), *found.span())


def read_figures(text: str) -> Iterator[tuple[int, int]]:
    """Yield month and day of every date in figures, in both orders where it can be read in both."""
    for found in _IN_FIGURES.finditer(text):
        first, second = int(found[1] or found[3]), int(found[2] or found[4])
        yield first, second
        if not found[1]:
            yield second, first
