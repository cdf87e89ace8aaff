"""In which channels a question counts: where the message can use the answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from generator.formatters import can_be_whole, names, whole_names
from generator.model.message import Field, Layout, MessageType
from generator.rendering import sources
from generator.rendering.usage import reached_names


def ask_where_it_counts(message_type: MessageType, layouts: Mapping[str, Layout]) -> MessageType:
    """Return the type with each question in those of its channels whose message the answer can change.

    The choice on which another question waits counts where that one does. A free answer can be a sentence of its own where a
    part asks whether it is one.
    """
    named = {channel: _names_in(message_type, layouts[channel]) for channel in message_type.channels}
    asked = {channel: _asked(message_type.fields, used_here) for channel, used_here in named.items()}
    used = set().union(*named.values())
    fields = (
        replace(
            field,
            channels=tuple(channel for channel in field.channels if field.name in asked[channel]),
            whole=not can_be_whole(field.kind) or not used.isdisjoint(whole_names(field.name)),
        )
        for field in message_type.fields
    )
    return replace(message_type, fields=tuple(fields))


def _asked(fields: Collection[Field], used: Collection[str]) -> set[str]:
    found = {field.name for field in fields if not set(used).isdisjoint(names(field.name, field.kind))}
    found |= {field.when[0] for field in fields if field.when and field.name in found}
    return found


def _names_in(message_type: MessageType, layout: Layout) -> set[str]:
    """Return the variables that a channel's message can use."""
    bodies = sources(message_type, layout)
    return {name for part, body in bodies.items() for name in reached_names(body, part, layout)}
