"""What a message can be sent as: one table for page and shell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from generator import exports
from generator.errors import UnknownNameError
from generator.exports import export
from generator.lazy import Lazy
from generator.model.message import Composition, Export
from generator.model.sending import Sending

if TYPE_CHECKING:
    from generator import reply
else:
    reply = Lazy("generator.reply")


def send(to: str, made: Composition, sending: Sending) -> Export:
    """Return a message in the form that is named.

    Args:
        to: A key of `FORMS`.
        made: The message.
        sending: What goes with it.

    Raises:
        UnknownNameError: There is no such form or no such paper.
        ExportError: The address or the subject cannot stand in a mail, or it is not known who replies, or when.
    """
    if to not in FORMS:
        raise UnknownNameError(what="export", name=to, known=FORMS)
    return FORMS[to](made, sending)


def _of_message(to: str) -> Form:
    return lambda made, sending: export(made.draft, to, sending.paper)


def _send_reply(to: str, made: Composition, sending: Sending) -> Export:
    return reply.FORMS[to](made, sending)


def _send_mail(made: Composition, sending: Sending) -> Export:
    return _send_reply("eml", made, sending) if sending.invitation else export(made.draft, "eml", sending.paper)


type Form = Callable[[Composition, Sending], Export]

FORMS: Mapping[str, Form] = {
    **{name: _of_message(name) for name in exports.EXPORTS},
    "eml": _send_mail,
    "ics": partial(_send_reply, "ics"),
    "pack": partial(_send_reply, "pack"),
}
"""Name → function from a message, and what goes with it, to what is sent."""
