"""Invitations of every shape, and what a careful person finds in each.

A file in `invitations/` has a `.toml` of its name beside it: under `found` what must be found, under `optional` what may be found and
must then be this. A list of values means any one of them, but for `slots`, the days that are offered: all of them, in their order.
What stands under neither must not be found.
"""

from __future__ import annotations

import email
import html
import re
import tomllib
import unicodedata
from datetime import date
from email.header import decode_header
from functools import cache
from html.parser import HTMLParser

import pytest

from generator import invitation
from generator.english import MONTHS, WEEKDAYS
from generator.model.invitation import CERTAINTIES, FACTS, STATUSES, ReaderClock
from tests import INVITATIONS

FOLDER = INVITATIONS
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".eml", ".ics", ".txt"})
KINDS = {"calendar", "mail", "text"}
HERE = ReaderClock(
    zone="Europe/London",
    offsets=(
        ("2026-03-29T01:00", 60),
        ("2026-10-25T01:00", 0),
        ("2027-03-28T01:00", 60),
        ("2027-10-31T01:00", 0),
        ("2028-03-26T01:00", 60),
    ),
    now="2027-05-03T09:00",
)
DAY = re.compile(
    r"(\w+), (\d+) (\w+)(?: (\d{4}))?(?: at (?:\d+(?::\d\d)? [ap]m|noon|midnight)(?: [A-Z]+(?:[+-][\d:]+)?)?)?"
)

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


@cache
def wanted(path):
    return {"found": {}, "optional": {}} | tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))


@cache
def opened(path):
    return invitation.read(path.read_bytes(), HERE)


@every_file
def test_an_invitation_is_read_as_a_careful_person_reads_it(path, record_property):
    record_property("invitations read", 1)

    sentences = differences(opened(path), wanted(path))
    assert not sentences, "\n".join(sentences)


def differences(reading, expected):
    found = {name: [thing.value for thing in reading.found if thing.name == name] for name in FACTS}
    addresses = sorted(person.address for person in reading.you if person.address)
    may_be_you = [sorted(each) for each in expected["you"]] if _nested(expected["you"]) else [sorted(expected["you"])]
    sentences = [
        *_differs("status", reading.status, _any(expected["status"])),
        *_differs("kind", reading.kind, _any(expected["kind"])),
        *_differs("you", addresses, may_be_you),
        *_left(reading, expected["nothing_left"]),
    ]
    for name, values in found.items():
        key = "slots" if name == "slot" else name
        must, may = expected["found"].get(key), expected["optional"].get(key)
        if name == "slot":
            sentences += _slots([_noon(value) for value in values], must, may or [])
        elif must is not None:
            sentences += _differs(name, _noon("; ".join(values)), _any(must))
        elif values:
            sentences += _differs(name, _noon("; ".join(values)), _any(may or []))
    return sentences


def _nested(values):
    return bool(values) and isinstance(values[0], list)


def _any(value):
    return value if isinstance(value, list) else [value]


def _noon(value):
    """Noon and midnight may be written in figures too."""
    return value.replace(" at 12 pm", " at noon").replace(" at 12 am", " at midnight")


def _differs(name, found, expected):
    if found in expected:
        return []
    return [f"{name}: found {found!r}, expected {' or '.join(map(repr, expected)) or 'nothing'}"]


def _slots(found, must, may):
    if must is not None:
        return _differs("slots", found, [must])
    return [f"slot: found {value!r}, expected {may or 'none'}" for value in found if value not in may]


def _left(reading, nothing_left):
    if nothing_left:
        ok = reading.suggestion is None and reading.remarks
        return [] if ok else [f"nothing is left to decline: found {reading.suggestion!r} and {reading.remarks!r}"]
    if reading.status in {"proposed", "booked", "moved"} and reading.suggestion is None:
        return [f"{reading.status}: no suggestion, only {reading.remarks!r}"]
    return []


@every_file
def test_each_thing_has_its_form(path):
    found = opened(path).found
    order = list(FACTS)
    names = [thing.name for thing in found]
    alone = [name for name in names if name != "slot"]

    assert names == sorted(names, key=order.index)
    assert len(alone) == len(set(alone))
    assert [] == [thing for thing in found if thing.certainty not in CERTAINTIES or not thing.source]
    assert [] == [thing for thing in found if not thing.value.strip() or re.search(r"[\r\n]", thing.value)]


@every_file
def test_each_quote_stands_in_the_file(path):
    texts = readings(path.read_bytes())
    quotes = [(thing.name, thing.quote, _squeeze(thing.quote)) for thing in opened(path).found]

    assert [] == [(name, quote) for name, quote, bare in quotes if not bare or not any(bare in text for text in texts)]


def readings(data):
    """All that decoding may make of the bytes, without white space: as it stands, unfolded, unescaped, and as a page shows it."""
    texts = _variants(_decode(data, "utf-8")) | _variants(_decode(data, "cp1252"))
    for part in email.message_from_bytes(data).walk():
        texts |= {_squeeze(f"{name}: {_header(value)}") for name, value in part.items()}
        payload = b"" if part.is_multipart() else part.get_payload(decode=True) or b""
        for charset in {part.get_content_charset("utf-8"), "utf-8", "cp1252"}:
            texts |= _variants(_decode(payload, charset))
    return texts


def _decode(data, charset):
    try:
        return data.decode(charset, "replace")
    except LookupError:
        return data.decode("latin-1")


def _header(value):
    words = decode_header(str(value))
    return "".join(word if isinstance(word, str) else _decode(word, charset or "utf-8") for word, charset in words)


def _variants(text):
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    unescaped = re.sub(r"\\([nN,;\\])", _unescape, unfolded)
    return {_squeeze(show(each)) for each in (text, unfolded, unescaped) for show in (str, html.unescape, _shown)}


def _unescape(found):
    """Return what a calendar file means by a backslash and a letter."""
    return "\n" if found[1] in "nN" else found[1]


def _shown(markup):
    words = []
    parser = HTMLParser()
    parser.handle_data = words.append
    parser.feed(markup)
    parser.close()
    return "".join(words)


def _squeeze(text):
    return re.sub(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", "", unicodedata.normalize("NFC", text))


def test_there_are_sixty_invitations_and_more():
    assert len(FILES) >= 60


def test_each_file_has_its_expectation_and_each_expectation_its_file():
    assert [path.stem for path in FILES] == sorted(path.stem for path in FOLDER.glob("*.toml"))


def test_what_is_expected_is_named_as_the_engine_names_it():
    for path in FILES:
        check_names(wanted(path))


def check_names(expected):
    names = [*expected["found"], *expected["optional"]]

    assert set(_any(expected["status"])) <= set(STATUSES)
    assert set(_any(expected["kind"])) <= KINDS
    assert {"slot" if name == "slots" else name for name in names} <= set(FACTS)
    assert len(names) == len(set(names))
    assert expected["agency"] == ("agency" in expected["found"])


@every_file
def test_what_is_expected_stands_in_the_file(path):
    texts = readings(path.read_bytes())
    expected = wanted(path)
    words = {
        name: value
        for name, value in (expected["found"] | expected["optional"]).items()
        if name not in {"interview_when", "slots"}
    }

    assert [] == [
        (name, value)
        for name, value in words.items()
        if not any(_squeeze(each) in text for each in _any(value) for text in texts)
    ]


def test_each_day_that_is_expected_is_a_real_one():
    days = [
        day
        for expected in map(wanted, FILES)
        for values in (expected["found"], expected["optional"])
        for name in ("interview_when", "slots")
        for day in _any(values.get(name, []))
    ]

    for day in days:
        weekday, number, month, year = DAY.fullmatch(day).groups()
        assert WEEKDAYS[date(int(year or 2027), MONTHS.index(month) + 1, int(number)).weekday()] == weekday, day
