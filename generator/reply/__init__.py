"""What goes back to whoever invited: a message, and to their calendar the reply (RFC 5546) that says the same.

invitation ─ choose_you, reply_to ─▶ reply ─┐
message ────────────────────────────────────┴─ FORMS ─▶ calendar file, mail or packet
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace

from generator.checks.speech import SPOKEN_CHANNELS
from generator.errors import AnswerError, ExportError
from generator.exports.mail import export_eml
from generator.fields.cleaning import clean
from generator.fields.dates import read_date, read_datetime
from generator.model.invitation import Invitation, Person
from generator.model.message import Composition, Draft, Export, When
from generator.model.sending import Sending
from generator.rendering import text_of
from generator.reply import decline
from generator.reply.packet import make_packet, zip_of
from generator.reply.reminder import remind


def takes_reply(invitation: Invitation) -> bool:
    """Tell whether the calendar of whoever invites takes a reply."""
    return invitation.event is not None and decline.takes_reply(invitation.event)


def choose_you(invitation: Invitation, address: str) -> Person:
    """Return the person who replies, out of those who were invited.

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
    """Return the calendar file that declines; None where their calendar takes no reply, or the message does not decline.

    Raises:
        ExportError: It is not known who replies, or when.
    """
    if not invitation or not invitation.event or not takes_reply(invitation) or not draft.declines:
        return None
    return decline.decline(invitation.event, choose_you(invitation, you), _comment(draft), stamp)


def _comment(draft: Draft) -> str:
    """Return the decision in the words of the message, so that mail and calendar say the same.

    It names the job and the day, which is what somebody needs who sees the reply in a calendar and not the mail. Empty where it is
    to be said aloud, or still has a gap.
    """
    decision = [part for part in draft.parts if part.name == "decision"]
    if draft.channel in SPOKEN_CHANNELS or any(segment.gap for part in decision for segment in part.segments):
        return ""
    return " ".join(map(text_of, decision))


def _send_calendar(made: Composition, sending: Sending) -> Export:
    """Return the reply to their calendar; where it takes none, an entry for the reader's own."""
    reply = _reply(made, sending)
    if reply:
        return decline.export_reply(made.draft, reply)
    return remind(made.draft, _day(sending), sending.stamp)


def _send_mail(made: Composition, sending: Sending) -> Export:
    return export_eml(made.draft, _reply(made, sending))


def _send_packet(made: Composition, sending: Sending) -> Export:
    pieces = make_packet(
        sending.message_type,
        sending.answers,
        replace(sending.style, length=made.draft.length),
        edits=sending.edits,
        also_tell=sending.also_tell,
        reply=_reply(made, sending),
    )
    return zip_of(pieces)


FORMS: Mapping[str, Callable[[Composition, Sending], Export]] = {
    "eml": _send_mail,
    "ics": _send_calendar,
    "pack": _send_packet,
}
"""What has to do with an invitation, or with more than the one message → the function that makes it."""


def _reply(made: Composition, sending: Sending) -> bytes | None:
    return reply_to(sending.invitation, made.draft, sending.you, sending.stamp)


def _day(sending: Sending) -> When:
    """Return the day of the interview, with its year where that can be told."""
    typed = clean(sending.answers.get("interview_when", ""))
    try:
        return read_datetime(typed, _today(sending))
    except AnswerError as error:
        raise ExportError(
            "A reminder needs the day of the interview: answer interview_when, such as Thursday, 13 May 2027 at 2:30 pm."
        ) from error


def _today(sending: Sending) -> When | None:
    for text in (clean(sending.answers.get("today", "")), sending.now[:10]):
        with suppress(AnswerError):
            return read_date(text, None)
    return None
