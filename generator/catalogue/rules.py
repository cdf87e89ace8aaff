"""What a message type and the layouts must agree on before anything is rendered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.catalogue.reading import RESERVED_NAMES
from generator.catalogue.source import Source
from generator.formatters import names
from generator.model.message import LENGTHS, TONES, Layout, MessageType
from generator.rendering import ADVICE, sources
from generator.rendering.bodies import inspect


def check_type(source: Source, message_type: MessageType, layouts: Mapping[str, Layout]) -> None:
    """Raise for all that is wrong in how a body and its fields fit each other and the channels, with the line of each."""
    checks = (_find_parts, _find_short_form, _find_layout_names, _find_unused, _find_choices, _find_comparisons)
    if faults := [fault for find in checks for fault in find(source, message_type, layouts)]:
        raise source.errors(faults)


type Faults = Iterator[tuple[int, str]]


def _find_parts(source: Source, message_type: MessageType, layouts: Mapping[str, Layout]) -> Faults:
    """Yield each part that no channel shows."""
    shown = {name for channel in message_type.channels for name in sources(message_type, layouts[channel])}
    possible = dict.fromkeys(part for channel in message_type.channels for part in _parts(layouts[channel]))
    for name, line in inspect(message_type.body).lines.items():
        if name not in shown and name != ADVICE:
            yield line, f"no channel of this type has a part “{name}”: there is {', '.join(possible)}."


def _find_short_form(source: Source, message_type: MessageType, layouts: Mapping[str, Layout]) -> Faults:
    """Yield each part that the short form is to keep, and that no channel with a short form has."""
    possible = dict.fromkeys(
        part for channel in message_type.channels if layouts[channel].short for part in _parts(layouts[channel])
    )
    there = ", ".join(possible) or "no channel with a short form"
    for name in message_type.short_keeps:
        if name not in possible:
            yield source.line_of("short_keeps"), f"the short form cannot keep “{name}”: there is {there}."


def _parts(layout: Layout) -> Iterable[str]:
    return (*layout.headers, *(name for paragraph in layout.paragraphs for name in paragraph))


def _find_layout_names(source: Source, message_type: MessageType, layouts: Mapping[str, Layout]) -> Faults:
    """Yield each answer that a channel's own parts need, and that is not asked."""
    known = {name for field in message_type.fields for name in names(field.name, field.kind)}
    for channel in message_type.channels:
        for name in _names_of_layout(message_type, layouts[channel]):
            if name not in known and name not in RESERVED_NAMES:
                fault = f"the channel {channel} uses “{name}”, which is not declared: add it to fields."
                yield source.line_of("fields"), fault


def _names_of_layout(message_type: MessageType, layout: Layout) -> list[str]:
    """Return the variables that the parts which come from the layout use."""
    bodies = sources(message_type, layout)
    return [name for part, body in bodies.items() if body is layout.body for name in inspect(body).names[part]]


def _find_unused(source: Source, message_type: MessageType, layouts: Mapping[str, Layout]) -> Faults:
    """Yield each field that changes nothing."""
    used = {name for _, name in inspect(message_type.body).variables}
    used |= {name for channel in message_type.channels for name in _names_of_layout(message_type, layouts[channel])}
    used |= {field.when[0] for field in message_type.fields if field.when}
    if any(field.kind in ("date", "datetime") for field in message_type.fields if field.name != "today"):
        used.add("today")  # the reading of the other dates uses it
    for field in message_type.fields:
        if used.isdisjoint(names(field.name, field.kind)):
            fault = f"the field “{field.name}” is declared but changes nothing: use it in a part or take it out."
            yield source.line_of(field.name), fault


def _find_choices(source: Source, message_type: MessageType, layouts: Mapping[str, Layout]) -> Faults:
    """Yield each question that waits for a choice which cannot be made."""
    options = {field.name: [option.value for option in field.options] for field in message_type.fields}
    for field in message_type.fields:
        if field.when and field.when[1] not in options[field.when[0]]:
            name, value = field.when
            there = ", ".join(options[name]) or "no options"
            yield source.line_of(field.name), f"[field.{field.name}] waits for “{value}”: {name} has {there}."


def _find_comparisons(source: Source, message_type: MessageType, layouts: Mapping[str, Layout]) -> Faults:
    """Yield each tone, channel or choice that the body waits for, and that there is not."""
    possible = {
        field.name: [option.value for option in field.options] for field in message_type.fields if field.options
    }
    possible |= {"tone": list(TONES), "channel": list(message_type.channels), "length": list(LENGTHS)}
    for line, name, value in inspect(message_type.body).comparisons:
        if value not in possible.get(name, ()):
            there = ", ".join(possible.get(name, ())) or "nothing to compare it with"
            yield line, f"“{name}” is never “{value}”: there is {there}."
