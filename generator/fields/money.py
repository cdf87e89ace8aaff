"""Pay as people type it: “45k”, “£42,000 a year”, “17.50 USD/hour”, “EUR 3.200 per month”."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.english import CURRENCY_CODES, CURRENCY_SYMBOLS, CURRENCY_WORDS, MULTIPLES, PERIODS
from generator.errors import AnswerError
from generator.model.message import Money

_SYMBOLS = "".join(symbol for symbol in CURRENCY_SYMBOLS.values() if symbol != "$")
_CODES = "|".join(sorted({*CURRENCY_SYMBOLS, *CURRENCY_CODES}))
_WORDS = "|".join(CURRENCY_WORDS)
_CURRENCY = rf"[A-Z]{{0,2}}\$|[{_SYMBOLS}]|(?:{_CODES}|kr|zł|Fr\.?|Rs\.?|RM|R|(?:{_WORDS})s?)(?![a-z])"
_MONEY = re.compile(
    rf"""
    (?:(?:about|around|only|at\ least|minimum|min\.?|from|~)\s*)?
    (?P<before>{_CURRENCY})?\s*
    (?P<number>\d[\d.,'’ ]*?)\s*(?:,-)?
    (?P<multiple>(?:{"|".join(MULTIPLES)})(?![a-qs-z]|r\b))?\+?\s*
    (?P<after>{_CURRENCY})?\s*
    (?:(?:(?:an?|per|each|every)\s|/)?\s*(?P<period>(?:p/)?[a-z.]+?))?
    \.?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RIGHT_FORM = "Enter one amount, such as £42,000 a year or 18.50 EUR an hour"


def read_money(text: str) -> Money:
    """Read one amount with its currency and period, where they are given; nothing is guessed.

    Raises:
        AnswerError: No single amount, or a word that is neither a currency nor a period.
    """
    match = _MONEY.fullmatch(re.sub(r"\bLPA\b", "lakh a year", text, flags=re.IGNORECASE))
    if match is None:
        raise AnswerError(f"{_RIGHT_FORM}, in place of “{text}”.")
    period = _read_period(match["period"] or "")
    amount = _read_number(match["number"].strip(), (match["multiple"] or "").casefold())
    currencies = {_read_currency(mark) for mark in (match["before"], match["after"]) if mark}
    if period is None or amount is None or len(currencies) > 1:
        raise AnswerError(f"{_RIGHT_FORM}, in place of “{text}”.")
    return Money(amount=amount, currency="".join(currencies), period=period)


def _read_period(word: str) -> str | None:
    """Return the period, empty where no word was given, None where the word is not one."""
    if not word:
        return ""
    return next((period for period, words in PERIODS.items() if word.casefold() in words), None)


def _read_currency(mark: str) -> str:
    """Return a symbol where the currency has one, else its code or the mark as people write it."""
    word = mark.casefold().rstrip(".")
    code = CURRENCY_WORDS.get(word.removesuffix("s"), mark.upper())
    if code in CURRENCY_SYMBOLS:
        return CURRENCY_SYMBOLS[code]
    return {"kr": "kr", "zł": "zł", "fr": "Fr.", "rs": "Rs"}.get(word, code)


def _read_number(text: str, multiple: str) -> str | None:
    """Return digits with at most one decimal point, in whole units; None where the marks make no sense.

    The last mark is a decimal point only if one or two digits follow it, in every country's way of writing.
    """
    text = text.rstrip(".,'’ ")
    match = re.fullmatch(r"(?P<whole>\d{1,3}(?:[.,'’ ]\d{2,3})*[.,'’ ]\d{3}|\d+)(?:[.,](?P<part>\d{1,2}))?", text)
    if match is None or (multiple and not match["whole"].isdigit()):  # 1.250k: is it 1,250 or more than a million?
        return None
    number = Decimal(re.sub(r"\D", "", match["whole"]) + "." + (match["part"] or "0")) * MULTIPLES.get(multiple, 1)
    if not number:
        return None
    return str(int(number)) if number == int(number) else f"{number:.2f}"
