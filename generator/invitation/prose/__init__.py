"""The words of an invitation → what they say, each thing with the line that says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from generator.invitation import intent
from generator.invitation.prose.companies import find_agency, find_company
from generator.invitation.prose.dates import Offer, offers, read_dated
from generator.invitation.prose.jobs import find_place, find_reference, find_role
from generator.invitation.prose.names import find_recipient, find_sender
from generator.model.invitation import Found, Person

__all__ = ["agency", "doubts", "find", "find_earlier", "status"]


def find(
    lines: Sequence[str],
    subject: str,
    sender: Person | None,
    *,
    dated: str = "",
    today: str = "",
    to: Sequence[Person] = (),
    reply_to: Person | None = None,
    known: bool = False,
) -> tuple[Found, ...]:
    """Return what an invitation says; nothing where the text is none.

    Args:
        lines: The letter that matters, as `mail.Letter.text` has it; long lines are left unread.
        subject: Its subject, empty where it has none.
        sender: Who wrote it, if that is known.
        dated: The date of the mail as it is written there: it gives the year to days that have none.
        today: The reader's day in figures, which does so where the mail has no date.
        to: Those to whom it went: where it is one, it is the reader.
        reply_to: Who answers are to go to, where that is somebody else.
        known: It is an invitation, whatever its words say: a calendar file says so.
    """
    if not known and not intent.invites(lines, subject):
        return ()
    read = intent.read_lines(lines)
    found = [
        *find_recipient(read, sender, reply_to),
        find_company(read, subject, sender),
        find_role(read, subject),
        *_moments(read, subject, dated, today),
        *find_sender(read, to),
        find_place(read, sender),
        find_reference(read, subject),
        find_agency(read, sender),
    ]
    return tuple(each for each in found if each)


def find_earlier(lines: Sequence[str]) -> tuple[Found, ...]:
    """Return the job and the reference of the letters that this one answers."""
    read = intent.read_lines(lines)
    found = (find_role(read, ""), find_reference(read, ""))
    return tuple(replace(each, certainty="likely") for each in found if each and each.certainty != "unsure")


def status(lines: Sequence[str], subject: str, *, dated: str = "", today: str = "") -> str:
    """Return which of `STATUSES` the letter's words say; where they say none, one day is booked and several are offered."""
    if not intent.invites(lines, subject):
        return "unclear"
    said = intent.act_of(lines, subject)
    timed = [offer for offer in _offers(intent.read_lines(lines), subject, dated, today)[0] if offer.timed]
    if said == "unclear" and timed:
        return "booked" if len(timed) == 1 else "proposed"
    return "proposed" if said == "booked" and len(timed) > 1 and intent.proposes(intent.read_lines(lines)) else said


def agency(lines: Sequence[str], sender: Person | None) -> Found | None:
    """Return the agency that writes for an employer, where one does and says its name."""
    return find_agency(intent.read_lines(lines), sender)


def doubts(lines: Sequence[str], subject: str, *, dated: str = "", today: str = "") -> tuple[str, ...]:
    """Return sentences to the reader about days that can be read in two ways, or that do not exist."""
    return _offers(intent.read_lines(lines), subject, dated, today)[1] if intent.invites(lines, subject) else ()


def _offers(read: Sequence[str], subject: str, dated: str, today: str) -> tuple[tuple[Offer, ...], tuple[str, ...]]:
    """Return the days of the text, and only where it has none those of the subject; and sentences about those that cannot be read."""
    return _read_offers(tuple(read), subject[:300], dated[:200], today)


@lru_cache(maxsize=8)  # who finds the days, who tells the status by them and who doubts them ask the same
def _read_offers(
    read: tuple[str, ...], subject: str, dated: str, today: str
) -> tuple[tuple[Offer, ...], tuple[str, ...]]:
    moved = intent.act_of(read, subject) == "moved"
    sent, now = read_dated(dated), read_dated(today)
    found, unread = offers(read, sent, now, moved=moved)
    if not found and subject:
        found, more = offers([subject], sent, now, moved=moved)
        unread += more
    return tuple(found), tuple(unread)


def _moments(read: Sequence[str], subject: str, dated: str, today: str) -> list[Found]:
    found = _offers(read, subject, dated, today)[0]
    name = "interview_when" if len(found) == 1 else "slot"
    return [
        Found(
            name=name,
            value=offer.value,
            quote=offer.line,
            source="the text" if offer.line in read else "the subject",
            certainty=("unsure", "likely", "sure")[offer.timed + (offer.weight > 1)],
        )
        for offer in found
    ]
