"""The events of a calendar file → what they say of an interview."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.invitation import prose, zones
from generator.invitation.intent import invites
from generator.invitation.letter import Letter, empty
from generator.invitation.markup import read_markup
from generator.invitation.people import asked_to
from generator.invitation.prose.names import is_read, name_of, titled_name
from generator.model.invitation import Event, Found, Person, ReaderClock

SOURCE = "the calendar file"

_LONGEST, _MOST = 1_000, 100_000
"""Characters of a summary and of a description that are read."""


REPLY_METHODS = ("REPLY", "COUNTER", "REFRESH")
"""Methods by which somebody replies to an invitation."""


def letter_of(event: Event) -> Letter:
    """Return the words of an event as a letter of the organizer's."""
    description = event.description[:_MOST]
    lines = read_markup(description) if "<" in description else description.split("\n")  # some calendars put HTML there
    return replace(
        empty(),
        sender=event.organizer or empty().sender,
        to=event.attendees,
        subject=" ".join(event.summary[:_LONGEST].split()),
        text=tuple(line.strip() for line in lines),
    )


def status(events: Sequence[Event], words: str) -> str:
    """Return one of `STATUSES`.

    Args:
        events: At least one.
        words: The status as the words in and around the events have it.
    """
    first = events[0]
    if all(event.method == "CANCEL" or event.status == "CANCELLED" for event in events):
        return "cancelled"
    if first.method in REPLY_METHODS or not (first.method == "REQUEST" or is_interview(first)):
        return "unclear"
    if words in ("moved", "cancelled"):
        return words
    if len({event.start for event in events}) > 1 and not any(event.recurrence_id for event in events):
        return "booked" if words == "booked" and first.status != "TENTATIVE" else "proposed"
    return "moved" if first.recurrence_id and first.sequence else "booked"


def is_interview(event: Event) -> bool:
    """Tell whether the event says of itself that it is an interview."""
    return invites(letter_of(event).text, event.summary)


def find(events: Sequence[Event], you: Sequence[Person], status: str, clock: ReaderClock) -> Iterator[Found]:
    """Yield what the events say, in no order; nothing where they are no invitation."""
    if not events or status == "unclear":
        return
    first = events[0]
    if first.organizer and (name := titled_name(first.organizer)):
        yield _found("recipient", name, first.organizer.line)
    if first.organizer and is_read(first.organizer.address):
        yield _found("recipient_email", first.organizer.address, first.organizer.line)
    yield from _moments(events, status, clock)
    if len(you) == 1 and you[0] in first.attendees:
        alone = len(asked_to(first, first.organizer.address if first.organizer else "")) == 1
        if name := name_of(you[0]):
            yield _found("sender", name, you[0].line, "sure" if alone else "likely")
        yield _found("sender_contact", you[0].address, you[0].line, "sure" if alone else "likely")
    if first.location.strip():
        yield _found("place", " ".join(first.location.split()), _line(first, "LOCATION"))
    yield from _words(first, [each for each in you if each in first.attendees])


def _words(event: Event, you: Sequence[Person]) -> Iterator[Found]:
    """Yield what is said in the words of an event, whoever says it; its day and its people stand beside them."""
    letter = letter_of(event)
    sender = event.organizer
    for each in prose.find(letter.text, letter.subject, sender, to=you, known=True):
        if each.name not in ("slot", "interview_when"):
            yield replace(each, source=SOURCE)


def doubts(events: Sequence[Event], status: str, clock: ReaderClock) -> Iterator[str]:
    """Yield a sentence for each zone that is not the reader's, of the days that are shown."""
    for event in _shown(events, status):
        if event.start and (said := zones.write(event.start, clock)[1]):
            yield said


def _moments(events: Sequence[Event], status: str, clock: ReaderClock) -> Iterator[Found]:
    for event in _shown(events, status):
        if event.start:
            words, doubt = zones.write(event.start, clock)
            name = "slot" if status == "proposed" else "interview_when"
            yield _found(name, words, _line(event, "DTSTART"), "likely" if doubt else "sure")


def _shown(events: Sequence[Event], status: str) -> Sequence[Event]:
    """Return the events whose days the reader sees: all where one is to be chosen, and else the first."""
    return events if status == "proposed" else events[: status != "unclear"]


def _line(event: Event, name: str) -> str:
    return dict(event.lines).get(name, "")


def _found(name: str, value: str, quote: str, certainty: str = "sure") -> Found:
    return Found(name=name, value=value, quote=quote, source=SOURCE, certainty=certainty)
