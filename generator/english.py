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

CURRENCY_SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$", "INR": "₹", "JPY": "¥", "NGN": "₦", "KRW": "₩", "PHP": "₱"}
"""ISO 4217 code → the symbol that is written before the amount; other codes are written as they are."""

PERIODS = {
    "hour": ("hour", "hr", "hourly", "h"),
    "day": ("day", "daily"),
    "week": ("week", "weekly", "wk"),
    "month": ("month", "monthly", "mo", "pcm"),
    "year": ("year", "yearly", "yr", "annum", "annually", "pa", "p.a.", "p.a"),
}
"""A period of pay → the ways people type it, after any of `a`, `an`, `per` or a slash."""
