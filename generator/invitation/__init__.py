"""An invitation to an interview → what it says: who invites whom, to what, and when.

bytes ─ mail ─▶ Letter ─ calendar ─▶ events ─┐
                  └────── prose ─────────────┴─▶ Invitation ─ situation ─▶ what the chooser is told
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.errors import InvitationError
from generator.invitation import calendar, from_events, mail, people, prose, situation
from generator.invitation.letter import Letter, empty
from generator.lazy import compiled
from generator.model.invitation import FACTS, Event, Found, Invitation, Person, ReaderClock

LIMIT = 1_000_000  # bytes: a mail with a picture in it is smaller, and more would keep the reader waiting

_CALENDAR = r"(?m)^[ \t]*BEGIN:VCALENDAR\b"


def read(data: bytes, clock: ReaderClock | None = None) -> Invitation:
    """Return what an invitation says.

    Args:
        data: The bytes of a mail (.eml), of a calendar file (.ics), or of a text that somebody copied; any others too, of which then
            little is said.
        clock: Where and when the reader is.

    Raises:
        InvitationError: More than `LIMIT` bytes, or more in a calendar file than any invitation has.
    """
    if len(data) > LIMIT:
        raise InvitationError("The file has more than 1 MB: paste the text of the mail instead.")
    clock = clock or ReaderClock()
    kind, letter = _open(data)
    events, unread = _events(letter)
    you = people.invited(letter, next(iter(events), None))
    status = _status([letter, *map(from_events.letter_of, events[:1])], events, clock)
    known = bool(events) and status != "unclear"
    found = _merge([*from_events.find(events, you, status, clock), *_of_words(letter, you, clock, known=known)])
    said = [
        *letter.remarks,
        *(each for each in unread if not (calendar.asks(each) and _names_a_day(found))),
        *(_doubts(letter, events, status, clock) if status != "cancelled" else ()),
        *situation.remarks(status, found, events),
    ]
    return Invitation(
        kind=kind,
        status=status,
        found=found,
        you=you,
        event=next(iter(events), None),
        remarks=tuple(dict.fromkeys(said)),
        suggestion=situation.suggest(status, found, next(iter(events), None), clock),
    )


def _open(data: bytes) -> tuple[str, Letter]:
    """Return what the bytes are, and the letter in them; that of a calendar file alone has no words."""
    text = mail.text_of(data)
    begins = compiled(_CALENDAR).search(text)
    around, calendars = (text[: begins.start()], (text[begins.start() :],)) if begins else (text, ())
    if begins and not any(map(str.isalnum, around)):
        return "calendar", empty(calendars=calendars)
    if mail.is_mail(data):
        return "mail", mail.parse(data)
    return "text", replace(mail.parse_text(around), calendars=calendars)


def _events(letter: Letter) -> tuple[tuple[Event, ...], list[str]]:
    """Return the events of a letter, each once though it be attached twice, and a sentence for each thing that cannot be read."""
    events: dict[tuple[str | None, ...], Event] = {}
    unread: list[str] = []
    for text in letter.calendars:
        found, said = calendar.parse(text)
        unread += said
        for event in found:
            events.setdefault((event.uid, event.recurrence_id, dict(event.lines).get("DTSTART")), event)
    return tuple(events.values()), unread


def _status(texts: Sequence[Letter], events: Sequence[Event], clock: ReaderClock) -> str:
    """Return what the invitation does: a calendar file says it more plainly than words, but for a day that is moved."""
    words = [prose.status(each.text, each.subject, dated=each.date, today=clock.now) for each in texts]
    said = next((each for each in words if each != "unclear"), "unclear")
    return from_events.status(events, said) if events else said


def _of_words(letter: Letter, you: Sequence[Person], clock: ReaderClock, *, known: bool) -> Iterator[Found]:
    """Yield what the letter says. Where it went to several people, only those in `you` are taken for its reader."""
    to = [each for each in letter.to if each.address in {one.address for one in you}] or letter.to
    sender = letter.sender if letter.sender.name or letter.sender.address else None
    found = prose.find(
        letter.text,
        letter.subject,
        sender,
        dated=letter.date,
        today=clock.now,
        to=to,
        reply_to=letter.reply_to,
        known=known,
    )
    yield from found
    for each in prose.find_earlier(mail.unwrap(letter.below)) if found else ():
        if line := next((line for line in letter.below if each.value in line), ""):
            yield replace(each, quote=line)


def _doubts(letter: Letter, events: Sequence[Event], status: str, clock: ReaderClock) -> Iterable[str]:
    """Return what is doubtful of the days, of those in the words only where no calendar file gives one."""
    if any(event.start for event in events):
        return from_events.doubts(events, status, clock)
    return prose.doubts(letter.text, letter.subject, dated=letter.date, today=clock.now)


def _names_a_day(found: Iterable[Found]) -> bool:
    return any(each.name in ("interview_when", "slot") for each in found)


def _merge(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return each thing once, in the order of `FACTS`: as the calendar file has it, and else as the words do."""
    things: dict[str, list[Found]] = {}
    for each in found:
        same = things.setdefault(each.name, [])
        if not same or (each.name == "slot" and each.source == same[0].source):
            same.append(each)
    if "interview_when" in things:
        things.pop("slot", None)
    return tuple(each for name in FACTS for each in things.get(name, ()))
