"""A message and the invitation that it answers → the file that says no to both: to a person, and to their calendar.

invitation ─ choose_you, reply_to ─▶ reply ─┐
message ────────────────────────────────────┴─ FORMS ─▶ calendar file, mail or pack
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from generator.appointment import Invitation, Person
from generator.checks.speech import SPOKEN_CHANNELS
from generator.errors import AnswerError, ExportError
from generator.exports import calendar
from generator.exports.mail import export_eml
from generator.fields.cleaning import clean
from generator.fields.dates import read_date, read_datetime
from generator.model import Composition, Draft, Export, MessageType, When
from generator.pack import pack, zip_of
from generator.rendering import text_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What is answered, by whom, and with which message."""

    message_type: MessageType
    made: Composition
    """The message."""
    answers: Mapping[str, str]
    """What it was made from, for those who are told beside; so are the next three."""
    channel: str | None = None
    edits: Mapping[str, str] = field(default_factory=dict)
    also: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """As for `pack`."""
    invitation: Invitation | None = None
    """None where nobody brought one."""
    you: str = ""
    """The address of the one who answers; empty where the invitation leaves no doubt."""
    stamp: str = ""
    """The moment in UTC at which it is made, as `20261124T235700Z`."""
    now: str = ""
    """The reader's date and hour, as in `Here`; empty where it is not known."""


def is_answerable(invitation: Invitation) -> bool:
    """Tell whether the calendar that invites takes an answer."""
    return invitation.event is not None and calendar.is_answerable(invitation.event)


def choose_you(invitation: Invitation, address: str) -> Person:
    """Return who of those that were invited answers.

    Args:
        invitation: What names them.
        address: The reader's; one that is not invited is that of somebody to whom the invitation was passed on. Empty
            where the invitation leaves no doubt.

    Raises:
        ExportError: It does leave one.
    """
    if address.strip():
        invited = (*invitation.you, *(invitation.event.attendees if invitation.event else ()))
        named = (each for each in invited if each.address.casefold() == address.strip().casefold())
        return next(named, Person(name="", address=address.strip()))
    if len(invitation.you) == 1:
        return invitation.you[0]
    if not invitation.you:
        raise ExportError("The invitation names nobody: give the address that it came to, such as bright@example.org.")
    *most, last = (each.address for each in invitation.you)
    raise ExportError(f"Several are invited: give the address that is yours, {', '.join(most)} or {last}.")


def reply_to(invitation: Invitation | None, draft: Draft, you: str, stamp: str) -> bytes | None:
    """Return what tells their calendar; None where it takes no answer, or where the message does not decline.

    Raises:
        ExportError: It is not known who answers, or when.
    """
    if not invitation or not invitation.event or not is_answerable(invitation) or not draft.declines:
        return None
    return calendar.reply(invitation.event, choose_you(invitation, you), _comment(draft), stamp)


def _comment(draft: Draft) -> str:
    """Return the decision as the message has it, so that mail and calendar say the same.

    It names the job and the day, which is what somebody needs who sees the answer in a calendar and not the mail. Empty where it is
    to be said aloud, or still has a gap.
    """
    decision = [part for part in draft.parts if part.name == "decision"]
    if draft.channel in SPOKEN_CHANNELS or any(segment.gap for part in decision for segment in part.segments):
        return ""
    return " ".join(map(text_of, decision))


def _export_calendar(answer: Answer) -> Export:
    """Return the answer to their calendar; where it takes none, an entry for the reader's own."""
    draft = answer.made.draft
    reply = reply_to(answer.invitation, draft, answer.you, answer.stamp)
    if reply:
        return calendar.export_reply(draft, reply)
    return calendar.reminder(draft, _day(answer), answer.stamp)


def _export_mail(answer: Answer) -> Export:
    draft = answer.made.draft
    return export_eml(draft, reply_to(answer.invitation, draft, answer.you, answer.stamp))


def _export_pack(answer: Answer) -> Export:
    draft = answer.made.draft
    pieces = pack(
        answer.message_type,
        answer.answers,
        answer.channel,
        tone=draft.tone,
        length=draft.length,
        locale=draft.locale.name,
        edits=answer.edits,
        also=answer.also,
        reply=reply_to(answer.invitation, draft, answer.you, answer.stamp),
    )
    return zip_of(pieces)


FORMS: Mapping[str, Callable[[Answer], Export]] = {
    "eml": _export_mail,
    "ics": _export_calendar,
    "pack": _export_pack,
}
"""What an answer can be sent as → the function that makes it."""


def _day(answer: Answer) -> When:
    """Return the day of the interview, with its year where that can be told."""
    typed = clean(answer.answers.get("interview_when", ""))
    try:
        return read_datetime(typed, _today(answer))
    except AnswerError as error:
        raise ExportError(
            "A reminder needs the day of the interview: answer interview_when, such as Thursday, 13 May 2027 at 2:30 pm."
        ) from error


def _today(answer: Answer) -> When | None:
    for text in (clean(answer.answers.get("today", "")), answer.now[:10]):
        with suppress(AnswerError):
            return read_date(text, None)
    return None
