"""Where a reader is and what they want → the message types for it, and the channel to tell them by."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.message import Choice, MessageType, Notice

type Route = tuple[MessageType, Choice]
"""A message type, and what it is chosen for."""


def find_routes(types: Iterable[MessageType], where: str, wants: str) -> list[Route]:
    """Return the message types for a place and a wish, the usual one first."""
    found = [
        (each, choice) for each in types for choice in each.choices if (choice.where, choice.wants) == (where, wants)
    ]
    return sorted(found, key=lambda route: not route[1].usual)


def page_of(message_type: MessageType) -> str:
    """Return the source path of a message type's page, relative to `docs/`."""
    return f"write/{message_type.slug}.md"


def allows(choice: Choice, notice: Notice) -> bool:
    """Tell whether a choice is one with so much notice."""
    return notice.short or not choice.short_notice


def best_channel(message_type: MessageType, notice: Notice) -> str:
    """Return the channel to tell them by, with so much notice: the best that the message type has."""
    return next((each for each in notice.channels if each in message_type.channels), message_type.channels[0])
