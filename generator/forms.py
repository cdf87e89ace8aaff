"""What a message can be sent as: one table for page and shell."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator import exports
from generator.errors import UnknownNameError
from generator.exports import export
from generator.model.message import Composition, Export
from generator.model.sending import Sending


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


def _of_reply(to: str) -> Form:
    def make(made: Composition, sending: Sending) -> Export:
        from generator import reply  # noqa: PLC0415  most readers bring no invitation, and need none of it

        return reply.FORMS[to](made, sending)

    return make


def _mail(made: Composition, sending: Sending) -> Export:
    make = _of_reply("eml") if sending.invitation else _of_message("eml")
    return make(made, sending)


type Form = Callable[[Composition, Sending], Export]

FORMS: Mapping[str, Form] = {
    **{name: _of_message(name) for name in exports.EXPORTS},
    "eml": _mail,
    "ics": _of_reply("ics"),
    "pack": _of_reply("pack"),
}
"""Name → function from a message, and what goes with it, to what is sent."""
