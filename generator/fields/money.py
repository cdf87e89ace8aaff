"""Pay as people type it: “45k”, “£42,000 a year”, “17.50 USD/hour”, “EUR 3.200 per month”."""

from __future__ import annotations

import re

from generator.english import CURRENCY_SYMBOLS, PERIODS
from generator.errors import AnswerError
from generator.model import Money

_NUMBER = r"\d[\d.,'’ ]*"
_CODES = "|".join(CURRENCY_SYMBOLS)  # in any case; other codes only in capitals, so that “per” is not one
_CURRENCY = (
    rf"(?-i:[A-Z]{{1,2}}\$|[A-Z]{{3}}\b)|\$|[£€₹¥₦₩₱]|(?:{_CODES})\b|kr|zł|Fr\.?|pounds?|euros?|dollars?|rupees?"
)
_MONEY = re.compile(
    rf"""
    (?:about|around|only)?\s*
    (?P<before>{_CURRENCY})?\s*
    (?P<number>{_NUMBER})\s*
    (?P<thousand>k|thousand)?\s*
    (?P<after>{_CURRENCY})?\s*
    (?:(?:(?:an?|per|each|every)\s|/)?\s*(?P<period>[a-z.]+))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORDS = {"pound": "GBP", "euro": "EUR", "dollar": "USD", "rupee": "INR"}
_RIGHT_FORM = "Enter one amount, such as £42,000 a year or 18.50 EUR an hour"


def read_money(text: str) -> Money:
    """Read one amount with its currency and period, where they are given; nothing is guessed.

    Raises:
        AnswerError: No single amount, or a word that is neither a currency nor a period.
    """
    match = _MONEY.fullmatch(text)
    if match is None:
        raise AnswerError(f"{_RIGHT_FORM}, in place of “{text}”.")
    period = _read_period(match["period"] or "")
    currency = _read_currency(match["before"] or match["after"] or "")
    if period is None or (match["before"] and match["after"] and not _agree(match["before"], match["after"])):
        raise AnswerError(f"{_RIGHT_FORM}, in place of “{text}”.")
    amount = _read_number(match["number"].strip(), thousands=bool(match["thousand"]))
    if amount is None:
        raise AnswerError(f"{_RIGHT_FORM}, in place of “{text}”.")
    return Money(amount=amount, currency=currency, period=period)


def _read_period(word: str) -> str | None:
    """Return the period, empty where no word was given, None where the word is not one."""
    if not word:
        return ""
    return next((period for period, words in PERIODS.items() if word.casefold() in words), None)


def _read_currency(mark: str) -> str:
    """Return a symbol where the currency has one, else its code."""
    code = _WORDS.get(mark.casefold().removesuffix("s"), mark)
    return CURRENCY_SYMBOLS.get(code.upper(), code.upper() if code.isalpha() and len(code) == 3 else code)


def _agree(before: str, after: str) -> bool:
    """Allow “$ 42,000 USD”, not “£ 42,000 EUR”."""
    return _read_currency(before)[-1:] == _read_currency(after)[-1:]


def _read_number(text: str, *, thousands: bool) -> str | None:
    """Return digits with at most one decimal point, in whole units; None where the marks make no sense.

    The last mark is a decimal point only if one or two digits follow it, in every country's way of writing.
    """
    text = text.rstrip(".,'’ ")
    match = re.fullmatch(r"(?P<whole>\d{1,3}(?:[.,'’ ]\d{2,3})*[.,'’ ]\d{3}|\d+)(?:[.,](?P<part>\d{1,2}))?", text)
    if match is None:
        return None
    whole = re.sub(r"\D", "", match["whole"])
    part = match["part"] or ""
    if thousands:
        return str(int(whole + part.ljust(3, "0")))
    return f"{int(whole)}.{part.ljust(2, '0')}" if part.strip("0") else str(int(whole))
