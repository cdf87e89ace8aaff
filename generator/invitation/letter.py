"""The letter that an invitation comes in, whether it was a mail, a text that somebody copied, or the words of a calendar file."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.invitation import Person


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """What a mail says, or the mail within it that the reader means."""

    sender: Person
    """Both its name and its address are empty where nobody is named."""
    reply_to: Person | None
    to: tuple[Person, ...]
    subject: str
    date: str
    """As it is written; empty where there is none."""
    text: tuple[str, ...]
    """Its lines, without what it quotes; lines that a mail program had wrapped are whole again."""
    below: tuple[str, ...] = ()
    """The lines of the letters that it answers, as they stand there, without the marks of a quotation."""
    calendars: tuple[str, ...]
    """Calendar files, decoded; those of the mails within it too."""
    remarks: tuple[str, ...]
    """Sentences to the reader about what could not be read."""


def empty(calendars: tuple[str, ...] = ()) -> Letter:
    """Return a letter without words, by nobody."""
    nobody = Person(name="", address="")
    return Letter(sender=nobody, reply_to=None, to=(), subject="", date="", text=(), calendars=calendars, remarks=())
