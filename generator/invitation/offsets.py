"""How far a zone's clocks are from UTC, as the VTIMEZONE of a calendar file has it.

Wall times are `20270513T143000`: in that form, the later one is the greater one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from generator.invitation.content_lines import first_lines, lines_of, text_of, unquote, value_of

_OFFSET = re.compile(r"([+-]?)([0-9]{2}):?([0-5][0-9])(?::?[0-9]{2})?")
_WALL = re.compile(r"([0-9]{8}T[0-9]{6})(Z?)")
_START = re.compile(r"([0-9]{8})(T[0-9]{6})?Z?")
_BYDAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_KNOWN = frozenset(
    "FREQ BYMONTH BYDAY BYMONTHDAY BYSETPOS INTERVAL UNTIL COUNT WKST BYHOUR BYMINUTE".split()  # noqa: SIM905  a list of names
)
_MOST_LINES = 1000


class _Rule(NamedTuple):
    """The days of a year on which clocks are put forward or back."""

    month: int
    weekday: int | None
    month_days: frozenset[int]
    """Empty where any day of the month will do."""
    nth: int
    """Which of these days, from the month's end where it is negative; 0 for each of them."""
    until: str
    """The last wall time; empty where there is none."""


class Observance(NamedTuple):
    """A STANDARD or DAYLIGHT: what clocks show from some moments on."""

    name: str
    start: str
    before: int
    """Minutes east of UTC until then."""
    after: int
    """The same from then on."""
    rule: _Rule | None
    walls: tuple[str, ...]
    """Further moments, in order."""
    instants: tuple[str, ...]
    """Further moments in UTC, in order."""


type Zone = tuple[Observance, ...] | None
"""None where there is something in a VTIMEZONE that is not understood: no offset is better than a wrong one."""


def zone_name(text: str) -> str:
    """Return the TZID of a VTIMEZONE."""
    return unquote(text_of(first_lines(text), "TZID"))


def read(texts: Iterable[str]) -> Zone:
    """Read what stands in the STANDARD and DAYLIGHT of a VTIMEZONE."""
    observances = [_read_observance(text) for text in texts]
    understood = [each for each in observances if each]
    return tuple(understood) if understood and len(understood) == len(observances) else None


def offset_at(zone: Zone, wall: datetime) -> tuple[int, str] | None:
    """Return the minutes east of UTC when clocks show this, and what the zone's time is called then.

    An hour that is left out is counted from before the change, and one that comes twice is the first of the two (RFC 5545 3.3.5).
    """
    if not zone:
        return None
    begun = [(onset, each) for each in zone if (onset := _last_onset(each, wall))]
    if begun:
        _, last = max(begun, key=lambda pair: pair[0])
        return last.after, last.name
    return min(zone, key=lambda each: each.start).before, ""


def _last_onset(observance: Observance, wall: datetime) -> str:
    """Return when an observance last began; empty where it has not yet."""
    left_out = max(observance.after - observance.before, 0)
    latest = _write(wall - timedelta(minutes=left_out))
    latest_instant = _write(wall - timedelta(minutes=left_out + observance.before))
    onsets = [observance.start] if observance.start <= latest else []
    if at := bisect_right(observance.walls, latest):
        onsets.append(observance.walls[at - 1])
    if at := bisect_right(observance.instants, latest_instant):
        onsets.append(observance.instants[at - 1])  # off by hours only, and what it is compared with is off by months
    if observance.rule:
        onsets += _by_rule(observance.rule, observance.start, latest)
    return max(onsets, default="")


def _by_rule(rule: _Rule, start: str, latest: str) -> list[str]:
    """Return the onsets of the last year that has one."""
    latest = min(latest, rule.until or latest)
    for year in (int(latest[:4]), int(latest[:4]) - 1):
        days = _days(rule, year) if year >= 1 else []
        onsets = [onset for day in days if start <= (onset := f"{year:04}{rule.month:02}{day:02}{start[8:]}") <= latest]
        if onsets:
            return onsets
    return []


@lru_cache(maxsize=64)
def _days(rule: _Rule, year: int) -> list[int]:
    first = date(year, rule.month, 1)
    following = date(year + rule.month // 12, rule.month % 12 + 1, 1)
    days = [
        day
        for day in range(1, (following - first).days + 1)
        if (not rule.month_days or day in rule.month_days)
        and (rule.weekday is None or (first.weekday() + day - 1) % 7 == rule.weekday)
    ]
    if not rule.nth:
        return days
    at = rule.nth - 1 if rule.nth > 0 else rule.nth
    return [days[at]] if -len(days) <= at < len(days) else []


def _read_observance(text: str) -> Observance | None:
    lines = first_lines(text)
    start = _START.fullmatch(value_of(lines, "DTSTART"))
    before = read_offset(value_of(lines, "TZOFFSETFROM"))
    after = read_offset(value_of(lines, "TZOFFSETTO"))
    if not start or after is None:
        return None
    before = after if before is None else before
    begins = start[1] + (start[2] or "T000000")
    rule = _read_rule(value_of(lines, "RRULE").upper(), begins, before)
    if len(lines_of(text, "RRULE", 2)) != bool(rule):
        return None
    further = [found for line in lines_of(text, "RDATE", _MOST_LINES) for found in _WALL.findall(line)]
    return Observance(
        name=text_of(lines, "TZNAME"),
        start=begins,
        before=before,
        after=after,
        rule=rule,
        walls=tuple(sorted(moment for moment, utc in further if not utc)),
        instants=tuple(sorted(moment for moment, utc in further if utc)),
    )


def read_offset(value: str) -> int | None:
    """Return the minutes of `+0200`; None for what is no offset."""
    found = _OFFSET.fullmatch(value)
    if not found or int(found[2]) > 23:
        return None
    minutes = int(found[2]) * 60 + int(found[3])
    return -minutes if found[1] == "-" else minutes


def _read_rule(value: str, start: str, before: int) -> _Rule | None:
    """Return a rule of one day a year; None where it is none."""
    parts = dict(part.strip().split("=", 1) for part in value.split(";") if "=" in part)
    if parts.get("FREQ") != "YEARLY" or parts.keys() - _KNOWN or parts.get("INTERVAL", "1") != "1":
        return None
    day = _BYDAY.fullmatch(parts.get("BYDAY", ""))
    if ("BYDAY" in parts and not day) or ({"BYDAY", "BYMONTHDAY"} & parts.keys() and "BYMONTH" not in parts):
        return None
    try:
        month = int(parts.get("BYMONTH", start[4:6]))
        month_days = frozenset(
            int(each) for each in parts.get("BYMONTHDAY", "" if day else start[6:8]).split(",") if each
        )
        nth = int((day and day[1]) or parts.get("BYSETPOS", "0"))
        until = _read_until(parts, start, before)
        hour, minute = int(parts.get("BYHOUR", start[9:11])), int(parts.get("BYMINUTE", start[11:13]))
    except (ValueError, OverflowError):
        return None
    if not 1 <= month <= 12 or f"{hour:02}{minute:02}" != start[9:13]:
        return None
    weekday = _WEEKDAYS.index(day[2]) if day else None
    return _Rule(month=month, weekday=weekday, month_days=month_days, nth=nth, until=until)


def _read_until(parts: dict[str, str], start: str, before: int) -> str:
    """Return the wall time after which a rule has no effect.

    Raises:
        ValueError: There is no such time.
        OverflowError: There is no such year.
    """
    if until := parts.get("UNTIL"):
        found = _START.fullmatch(until)
        if not found:
            raise ValueError(until)
        moment = datetime.fromisoformat(found[1] + (found[2] or "T235959"))
        return _write(moment + timedelta(minutes=before if until.endswith("Z") else 0))
    if count := parts.get("COUNT"):
        return f"{min(int(start[:4]) + int(count) - 1, 9999):04}1231T235959"
    return ""


def _write(moment: datetime) -> str:
    return moment.isoformat()[:19].replace("-", "").replace(":", "")
