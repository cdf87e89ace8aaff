"""The nouns of an invitation: what a mail, a calendar file or a pasted text says of an interview. Without logic, as in `model`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

CERTAINTIES = ("sure", "likely", "unsure")
"""How far what was found can be trusted: it stands where it must, it stands where it mostly does, or it is a guess."""

STATUSES = ("proposed", "booked", "moved", "cancelled", "unclear")
"""What the invitation does: it offers days or asks for some; it names the one; it changes one; it takes it back; nobody can tell."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody whom a calendar file or a mail names."""

    name: str
    """Empty where only the address is given."""
    address: str
    """An email address as it is written, without `mailto:`; empty where there is none."""
    line: str = ""
    """The line of a calendar file that names them, unfolded, or what stands for them in the head of a mail; empty where neither is known."""


class Moment(NamedTuple):
    """A time as a calendar file gives it."""

    year: int
    month: int
    day: int
    hour: int | None
    """None for a whole day, and then `minute` is None too."""
    minute: int | None
    zone: str
    """`UTC`, the TZID as it is written, or empty where the file leaves the zone to the reader."""
    offset: int | None
    """Minutes east of UTC; None where the file does not say."""
    abbreviation: str = ""
    """What the file calls the zone's time at that moment, such as `CEST`; empty where it does not say."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One VEVENT of a calendar file. Empty is what the file does not say."""

    method: str
    """That of the calendar, in capitals: `REQUEST`, `CANCEL`, `REPLY`, `PUBLISH` …"""
    uid: str
    sequence: int
    status: str
    """In capitals: `CONFIRMED`, `TENTATIVE`, `CANCELLED`."""
    organizer: Person | None
    attendees: tuple[Person, ...]
    start: Moment | None
    """None where there is none that can be read."""
    end: Moment | None
    repeats: bool
    """It has an RRULE or an RDATE."""
    recurrence_id: str
    """The whole unfolded line `RECURRENCE-ID…`, of one instance of a series."""
    summary: str
    location: str
    description: str
    lines: tuple[tuple[str, str], ...]
    """Property name in capitals → the unfolded line it stands in, to be shown as the source; the first of each name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """One thing that the invitation says."""

    name: str
    """What it is: a key of `FACTS`."""
    value: str
    """As a person would type it into the form."""
    quote: str
    """The line that it comes from, as it stands there."""
    source: str
    """Where that line stands, in words: `the calendar file`, `the subject`, `the sender's line`, `the text`."""
    certainty: str
    """One of `CERTAINTIES`."""


FACTS = {
    "recipient": "Who invites you",
    "recipient_email": "Their email address",
    "company": "The company or organisation",
    "role": "The job",
    "interview_when": "The day and the hour",
    "slot": "A day that they offer",
    "sender": "You",
    "sender_contact": "Your email address",
    "place": "Where it is",
    "reference": "Their reference",
    "agency": "The agency",
}
"""What can be found → what the reader sees. The names that a form asks for are those of its fields; `slot` may stand several times."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """Where the reader stands, in the chooser's words, and why."""

    where: str
    """A key of `model.STAGES`."""
    notice: int | None
    """How long it is until the interview, as a place in the chooser's notices; None where that cannot be told or has no bearing."""
    because: tuple[str, ...]
    """Sentences to the reader; at least one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Invitation:
    """What was read."""

    kind: str
    """`calendar`, `mail` or `text`: what it is; a mail with a calendar file in it is a `mail`."""
    status: str
    """One of `STATUSES`."""
    found: tuple[Found, ...]
    """In the order of `FACTS`; one for each name, but for `slot`."""
    you: tuple[Person, ...]
    """Those of the invited who may be the reader; one where it is known, several where the reader must say, none where nobody is named."""
    event: Event | None
    """The one that is answered; None where there is no calendar file, or none that can be read."""
    remarks: tuple[str, ...]
    """Sentences to the reader: what could not be read, what was tried and what can be done; that there is nothing left to decline."""
    suggestion: Suggestion | None
    """None where nothing is known, or nothing is left to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReaderClock:
    """Where and when the reader is, as their device says: the engine has no clock and no list of zones."""

    zone: str = ""
    """An IANA name such as `Europe/Lisbon`; empty where it is not known."""
    offsets: tuple[tuple[str, int], ...] = ()
    """Moments in UTC (`2027-03-28T01:00`) from which on the reader's clocks are so many minutes east of UTC, in order."""
    now: str = ""
    """The reader's own date and hour as `2026-11-24T23:57`; empty where it is not known."""
