"""The English of days and money, as tables that reading and writing share."""

from __future__ import annotations

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

MONTH_WORD = "|".join(f"{name[:3]}(?:{name[3:]}|t)?" if len(name) > 3 else name for name in MONTHS)
WEEKDAY_WORD = "|".join(f"{name[:3]}(?:{name[3:-3]}|s|rs?|nes)?(?:day)?" for name in WEEKDAYS)
"""A month, and a weekday, in full or cut short as people do: patterns, for what takes capitals and small letters for the same."""

CURRENCY_SYMBOLS = {
    "GBP": "£",
    "EUR": "€",
    "USD": "$",
    "INR": "₹",
    "JPY": "¥",
    "NGN": "₦",
    "KRW": "₩",
    "PHP": "₱",
    "TRY": "₺",
    "ILS": "₪",
    "VND": "₫",
    "THB": "฿",
}
"""ISO 4217 code → the symbol that is written before the amount."""

CURRENCY_CODES = frozenset(
    "AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP GEL GHS HKD HUF IDR ISK JOD KES KWD KZT LKR MAD MXN MYR"  # noqa: SIM905  a list of names
    " NOK NPR NZD OMR PEN PKR PLN QAR RMB RON RSD RUB SAR SEK SGD TND TWD TZS UAH UGX UYU XAF XOF ZAR ZMW".split()
)
"""Other codes of ISO 4217 that pay is named in, and RMB; they are written as they are."""

CURRENCY_WORDS = {"pound": "GBP", "euro": "EUR", "dollar": "USD", "rupee": "INR", "yen": "JPY", "naira": "NGN"}
"""What people say for a currency, in the singular → its code."""

MULTIPLES = {
    "k": 1_000,
    "thousand": 1_000,
    "grand": 1_000,
    "lakh": 100_000,
    "l": 100_000,
    "m": 1_000_000,
    "million": 1_000_000,
}
"""What may follow a number of pay → by how much it multiplies."""

PERIODS = {
    "hour": ("hour", "hr", "hourly", "h", "ph", "p/h"),
    "day": ("day", "daily", "pd", "p/d"),
    "week": ("week", "weekly", "wk", "pw", "p/w"),
    "month": ("month", "monthly", "mo", "pm", "pcm", "p/m"),
    "year": ("year", "yearly", "yr", "annum", "annually", "pa", "p.a.", "p.a", "p/a"),
}
"""A period of pay → the ways people type it, after any of `a`, `an`, `per` or a slash."""

TIME_ZONES = frozenset(
    "UTC GMT BST IST WET WEST CET CEST EET EEST MSK EAT CAT WAT SAST PKT ICT SGT HKT JST KST AWST ACST AEST AEDT NZST NZDT"  # noqa: SIM905  a list of names
    " AST ADT EST EDT ET CST CDT CT MST MDT MT PST PDT PT AKST HST BRT ART".split()
)
"""Abbreviations that people write after an hour; one that is not here is not taken for a zone."""
