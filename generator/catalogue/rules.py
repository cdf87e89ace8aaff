"""What a message type and the layouts must agree on before anything is rendered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.catalogue.reading import RESERVED_NAMES
from generator.catalogue.source import Source
from generator.model import LENGTHS, TONES, Layout, MessageType
from generator.rendering import sources
from generator.rendering.bodies import inspect
from generator.wording import names


def check_body(source: Source, body: str) -> None:
    """Raise for a body that holds what no message needs."""
    for line, fault in inspect(body).faults:
        raise source.error(fault, line=line)


def check_type(source: Source, message_type: MessageType, layouts: Mapping[str, Layout]) -> None:
    """Raise for a part that no channel shows, a variable that is not declared, or a field that changes nothing."""
    check_body(source, message_type.body)
    _check_parts(source, message_type, layouts)
    _check_short_form(source, message_type, layouts)
    known = [name for field in message_type.fields for name in names(field.name, field.kind)]
    for line, name in inspect(message_type.body).variables:
        if name not in known and name not in RESERVED_NAMES:
            raise source.error(
                f"“{name}” is not declared: add it to fields, where there is {', '.join(known)}.", line=line
            )
    for channel in message_type.channels:
        for name in _layout_names(message_type, layouts[channel]):
            if name not in known and name not in RESERVED_NAMES:
                raise source.error(
                    f"the channel {channel} uses “{name}”, which is not declared: add it to fields.", at="fields"
                )
    _check_use(source, message_type, layouts)
    _check_choices(source, message_type)
    _check_comparisons(source, message_type)


def _check_parts(source: Source, message_type: MessageType, layouts: Mapping[str, Layout]) -> None:
    blocks = inspect(message_type.body)
    shown = {name for channel in message_type.channels for name in sources(message_type, layouts[channel])}
    for name, line in blocks.lines.items():
        if name not in shown:
            possible = dict.fromkeys(part for channel in message_type.channels for part in _parts(layouts[channel]))
            raise source.error(
                f"no channel of this type has a part “{name}”: there is {', '.join(possible)}.", line=line
            )


def _check_short_form(source: Source, message_type: MessageType, layouts: Mapping[str, Layout]) -> None:
    """Raise where the short form keeps a part that no channel with a short form has."""
    possible = dict.fromkeys(
        part for channel in message_type.channels if layouts[channel].short for part in _parts(layouts[channel])
    )
    for name in message_type.short_keeps:
        if name not in possible:
            raise source.error(
                f"the short form cannot keep “{name}”: there is {', '.join(possible) or 'no channel with a short form'}.",
                at="short_keeps",
            )


def _parts(layout: Layout) -> Iterable[str]:
    return (*layout.headers, *(name for paragraph in layout.paragraphs for name in paragraph))


def _layout_names(message_type: MessageType, layout: Layout) -> list[str]:
    """Return the variables that the parts which come from the layout use."""
    bodies = sources(message_type, layout)
    return [name for part, body in bodies.items() if body is layout.body for name in inspect(body).names[part]]


def _check_use(source: Source, message_type: MessageType, layouts: Mapping[str, Layout]) -> None:
    used = {name for _, name in inspect(message_type.body).variables}
    used |= {name for channel in message_type.channels for name in _layout_names(message_type, layouts[channel])}
    used |= {field.when[0] for field in message_type.fields if field.when}
    if any(field.kind in ("date", "datetime") for field in message_type.fields if field.name != "today"):
        used.add("today")  # the reading of the other dates uses it
    for field in message_type.fields:
        if used.isdisjoint(names(field.name, field.kind)):
            raise source.error(
                f"the field “{field.name}” is declared but changes nothing: use it in a block or take it out.",
                at=field.name,
            )


def _check_choices(source: Source, message_type: MessageType) -> None:
    """Raise where a question waits for a choice that cannot be made."""
    for field in message_type.fields:
        if field.when is None:
            continue
        name, value = field.when
        options = next(
            [option.value for option in other.options] for other in message_type.fields if other.name == name
        )
        if value not in options:
            raise source.error(
                f"[field.{field.name}] waits for “{value}”: {name} has {', '.join(options) or 'no options'}.",
                at=field.name,
            )


def _check_comparisons(source: Source, message_type: MessageType) -> None:
    """Raise where a template waits for a tone, a channel or a choice that there is not."""
    possible = {
        field.name: [option.value for option in field.options] for field in message_type.fields if field.options
    }
    possible |= {"tone": list(TONES), "channel": list(message_type.channels), "length": list(LENGTHS)}
    for line, name, value in inspect(message_type.body).comparisons:
        if value not in possible.get(name, ()):
            there = ", ".join(possible.get(name, ())) or "nothing to compare it with"
            raise source.error(f"“{name}” is never “{value}”: there is {there}.", line=line)
