"""Values → words: how a day, an hour and an amount are written in a message."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from generator.english import MONTHS, WEEKDAYS
from generator.model import Money, Value, When


def write_when(when: When) -> str:
    """Return “Thursday, 4 June at 2:30 pm”, as much of it as is known."""
    if when.hour is None or when.minute is None:
        return write_day(when)
    zone = f" {when.zone}" if when.zone else ""
    return f"{write_day(when)} at {write_time(when.hour, when.minute)}{zone}"


def write_day(when: When) -> str:
    """Return “Thursday, 4 June”, or “4 June” where the weekday is not known."""
    day = f"{when.day} {MONTHS[when.month - 1]}"
    return day if when.weekday is None else f"{WEEKDAYS[when.weekday]}, {day}"


def write_date(when: When) -> str:
    """Return “4 June 2026”, the date of a letter."""
    day = f"{when.day} {MONTHS[when.month - 1]}"
    return day if when.year is None else f"{day} {when.year}"


def write_time(hour: int, minute: int) -> str:
    """Return “2:30 pm”, “3 pm” or “12 noon”."""
    if minute == 0 and hour % 12 == 0:
        return "12 noon" if hour else "midnight"
    minutes = f":{minute:02}" if minute else ""
    return f"{hour % 12 or 12}{minutes} {'am' if hour < 12 else 'pm'}"


def write_money(money: Money) -> str:
    """Return “£42,000 a year”."""
    period = {"": "", "hour": " an hour"}.get(money.period, f" a {money.period}")
    return write_amount(money) + period


def write_amount(money: Money) -> str:
    """Return “£42,000”, without the period."""
    whole, _, part = money.amount.partition(".")
    amount = f"{int(whole):,}" + (f".{part}" if part else "")
    if money.currency in ("kr", "zł"):
        return f"{amount} {money.currency}"
    if money.currency.rstrip(".").isalpha() and len(money.currency) > 1:
        return f"{money.currency} {amount}"
    return money.currency + amount


def write_in_full(value: Value) -> str:
    """Return a day with weekday and year, or an amount, as it was understood; empty for what is taken as it was typed."""
    if isinstance(value, When):
        year = "" if value.year is None else f" {value.year}"
        return write_when(value).replace(write_day(value), f"{write_day(value)}{year}", 1)
    return write_money(value) if isinstance(value, Money) else ""


FORMS: dict[str, dict[str, Callable[[Any], str]]] = {
    "datetime": {"": write_when, "_day": write_day},
    "date": {"": write_date, "_day": write_day},
    "money": {"": write_money, "_amount": write_amount},
}
"""Kind of field → suffix of the name in a template → how the value is written; other kinds are written as they are."""


def ends_sentence(text: str) -> bool:
    """Tell whether a text brings its own stop, in the scripts that people write names and reasons in, quoted or not."""
    return text.rstrip("\"'”’»)]").endswith((".", "!", "?", "…", "。", "！", "？", "؟", "।"))


def names(field: str, kind: str) -> tuple[str, ...]:
    """Return the names by which a template can write a field: `interview_when`, `interview_when_day`."""
    return tuple(field + suffix for suffix in FORMS.get(kind, {"": str}))


def forms(kind: str, value: Value, values: Iterable[Value]) -> tuple[str, ...]:
    """Return what stands for each of the `names`, in their order.

    Args:
        kind: The field's.
        value: The field's.
        values: Every value of the message: an amount drops its period only where no other figure has another one.
    """
    periods = {other.period for other in values if isinstance(other, Money)}
    if isinstance(value, Money) and len(periods) > 1:
        return write_money(value), write_money(value)
    return tuple(form(value) for form in FORMS.get(kind, {"": str}).values())
