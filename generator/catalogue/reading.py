"""Tables of a file → the model, with declared keys only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.catalogue.source import Keys, Source
from generator.checks import ALWAYS, CHECKS
from generator.exports import PAPERS
from generator.fields import KINDS
from generator.model import (
    STAGES,
    Choice,
    Chooser,
    Example,
    Field,
    Layout,
    Locale,
    MessageType,
    Notice,
    Option,
    PartName,
    Wish,
)

TYPE_KEYS: Keys = {
    "title": (str, True),
    "summary": (str, True),
    "stage": (str, True),
    "guide": (str, True),
    "called": (list, False),
    "choices": (list, True),
    "channels": (list, True),
    "channels_hint": (str, True),
    "fields": (list, True),
    "short_keeps": (list, False),
    "checks": (list, True),
    "field": (dict, False),
    "examples": (list, True),
}
FIELD_KEYS: Keys = {
    "kind": (str, True),
    "label": (str, True),
    "hint": (str, True),
    "changes": (str, True),
    "gap": (str, True),
    "options": (dict, False),
    "when": (dict, False),
    "channels": (list, False),
    "autocomplete": (str, True),
    "more": (bool, False),
}
EXAMPLE_KEYS: Keys = {"name": (str, True), "answers": (dict, True)}
CHOICE_KEYS: Keys = {
    "where": (str, True),
    "wants": (str, True),
    "because": (str, True),
    "usual": (bool, False),
    "short_notice": (bool, False),
}
CHOOSER_KEYS: Keys = {"places": (dict, True), "wishes": (dict, True), "notice": (list, True)}
WISH_KEYS: Keys = {"label": (str, True), "advice": (str, True), "guide": (str, True)}
NOTICE_KEYS: Keys = {"label": (str, True), "channels": (list, True), "advice": (str, True), "short": (bool, True)}
LAYOUT_KEYS: Keys = {
    "label": (str, True),
    "headers": (list, True),
    "paragraphs": (list, True),
    "paragraphs_in": (dict, False),
    "short": (list, False),
    "straight_quotes": (bool, False),
}
LOCALE_KEYS: Keys = {
    "label": (str, True),
    "day": (str, True),
    "day_alone": (str, True),
    "date": (str, True),
    "salutation_end": (str, True),
    "paper": (str, True),
    "regions": (list, True),
    "titles": (dict, True),
    "leads": (dict, True),
    "words": (dict, True),
}
PART_KEYS: Keys = {
    "label": (str, True),
    "why": (str, True),
    "guide": (str, True),
    "essential": (bool, False),
    "own_line": (bool, False),
    "cue": (str, False),
}
FRONT_MATTER = "the front matter"
RESERVED_NAMES = ("channel", "tone", "length", "salutation_end")
"""What a template may ask besides its fields."""


def read_parts(source: Source) -> dict[str, PartName]:
    """Read the vocabulary of parts."""
    parts = {}
    for name, table in source.toml(source.text).items():
        source.check_keys(table, PART_KEYS, name, header=f"[{name}]")
        parts[name] = PartName(
            label=table["label"],
            why=table["why"],
            guide=table["guide"],
            essential=table.get("essential", False),
            own_line=table.get("own_line", False),
            cue=table.get("cue", ""),
        )
    return parts


def read_fields(source: Source) -> dict[str, dict[str, Any]]:
    """Read the shared vocabulary of fields, as tables that a message type may still change."""
    tables = source.toml(source.text)
    partial = {key: (kind, required and key != "options") for key, (kind, required) in FIELD_KEYS.items()}
    for name, table in tables.items():
        source.check_keys(table, partial, name, header=f"[{name}]")
    return tables


def read_locales(source: Source, parts: Iterable[str]) -> dict[str, Locale]:
    """Read the Englishes that a message can be written in."""
    tables = source.toml(source.text)
    for name, table in tables.items():
        source.check_keys(table, LOCALE_KEYS, f"[{name}]", header=f"[{name}]")
        _check_name(source, "paper", table["paper"], PAPERS)
        for part in table["leads"]:
            _check_name(source, "part", part, parts)
    return {name: Locale(name=name, **table | {"regions": tuple(table["regions"])}) for name, table in tables.items()}


def read_layout(source: Source, channel: str, parts: Iterable[str], locales: Iterable[str]) -> Layout:
    """Read what a channel consists of."""
    table, body = source.front_matter()
    source.check_keys(table, LAYOUT_KEYS, FRONT_MATTER)
    for locale in table.get("paragraphs_in", {}):
        _check_name(source, "locale", locale, locales)
    orders = [table["paragraphs"], *table.get("paragraphs_in", {}).values(), [table.get("short", [])]]
    for name in (*table["headers"], *(name for order in orders for paragraph in order for name in paragraph)):
        _check_name(source, "part", name, parts)
    return Layout(
        channel=channel,
        label=table["label"],
        headers=tuple(table["headers"]),
        paragraphs=tuple(map(tuple, table["paragraphs"])),
        paragraphs_in={name: tuple(map(tuple, order)) for name, order in table.get("paragraphs_in", {}).items()},
        short=tuple(table.get("short", [])),
        body=body,
        straight_quotes=table.get("straight_quotes", False),
    )


def read_chooser(source: Source, channels: Iterable[str]) -> Chooser:
    """Read what the chooser asks and says."""
    table = source.toml(source.text)
    source.check_keys(table, CHOOSER_KEYS, "the chooser")
    source.check_keys(table["places"], dict.fromkeys(STAGES, (str, True)), "[places]", header="[places]")
    for name, wish in table["wishes"].items():
        source.check_keys(wish, WISH_KEYS, f"[wishes.{name}]", header=f"[wishes.{name}]")
    for nth, notice in enumerate(table["notice"]):
        source.check_keys(notice, NOTICE_KEYS, "[[notice]]", header="[[notice]]", nth=nth)
        for channel in notice["channels"]:
            _check_name(source, "channel", channel, channels)
    return Chooser(
        places=table["places"],
        wishes={name: Wish(**wish) for name, wish in table["wishes"].items()},
        notices=tuple(Notice(**notice | {"channels": tuple(notice["channels"])}) for notice in table["notice"]),
    )


def read_type(
    source: Source,
    slug: str,
    shared: Mapping[str, dict[str, Any]],
    channels: Iterable[str],
    wishes: Iterable[str],
) -> MessageType:
    """Read what one message file declares; its body is not looked at yet."""
    table, body = source.front_matter()
    source.check_keys(table, TYPE_KEYS, FRONT_MATTER)
    _check_name(source, "stage", table["stage"], STAGES)
    for channel in table["channels"]:
        _check_name(source, "channel", channel, channels)
    for check in table["checks"]:
        _check_name(source, "check", check, CHECKS)
    for key in ("choices", "channels", "fields", "examples"):
        if not table[key]:
            raise source.error(f"“{key}” is empty: name at least one.", line=source.line_of_key(key))
    names = [str(listed).removesuffix("?") for listed in table["fields"]]
    for name in names:
        if name in RESERVED_NAMES or names.count(name) > 1:
            fault = "is what a template calls something else" if name in RESERVED_NAMES else "stands there twice"
            raise source.error(f"the field “{name}” {fault}: name each field once.", line=source.line_of_key("fields"))
    for name, own in table.get("field", {}).items():
        _check_name(source, "field", name, names)
        if not isinstance(own, dict):
            raise source.error(f"[field.{name}] is not a table: write [field.{name}] and its keys below.", at=name)
    fields = tuple(_read_field(source, listed, table, shared) for listed in table["fields"])
    return MessageType(
        slug=slug,
        title=table["title"],
        summary=table["summary"],
        stage=table["stage"],
        guide=table["guide"],
        called=tuple(table.get("called", [])),
        choices=tuple(_read_choice(source, choice, wishes, nth) for nth, choice in enumerate(table["choices"])),
        channels=tuple(table["channels"]),
        channels_hint=table["channels_hint"],
        fields=fields,
        short_keeps=tuple(table.get("short_keeps", [])),
        checks=tuple(dict.fromkeys((*table["checks"], *ALWAYS))),
        examples=tuple(_read_example(source, example, fields, nth) for nth, example in enumerate(table["examples"])),
        body=body,
    )


def _read_field(source: Source, listed: Any, table: Mapping[str, Any], shared: Mapping[str, dict[str, Any]]) -> Field:
    """Read one entry of `fields`: the shared question, changed by the type's own table of that name."""
    name = str(listed).removesuffix("?")
    own = table.get("field", {}).get(name, {})
    if name not in shared and not own:
        _check_name(source, "field", name, [*shared, *table.get("field", {})])
    where = f"[field.{name}]"
    merged = {**shared.get(name, {}), **own}
    source.check_keys(merged, FIELD_KEYS, where, header=where)
    if name in shared and merged["kind"] != shared[name]["kind"]:
        raise source.error(f"{where} changes the kind of a shared question: give it a name of its own.", at=where)
    _check_name(source, "kind", merged["kind"], KINDS)
    if (merged["kind"] == "choice") != bool(merged.get("options")):
        raise source.error(
            f'{where} needs options if, and only if, it is a choice: add options = {{ none = "No reason" }}.', at=name
        )
    for label in merged.get("options", {}).values():
        if not isinstance(label, str):
            raise source.error(
                f'an option in {where} is not a text in quotes: write none = "No reason".',
                line=source.line_of_key("options", where),
            )
    for channel in own.get("channels", []):
        _check_name(source, "channel", channel, table["channels"])
    return Field(
        name=name,
        kind=merged["kind"],
        label=merged["label"],
        hint=merged["hint"],
        changes=merged["changes"],
        gap=merged["gap"],
        required=not str(listed).endswith("?"),
        options=tuple(Option(value=value, label=label) for value, label in merged.get("options", {}).items()),
        when=_read_when(source, where, merged.get("when", {}), table["fields"]),
        channels=tuple(
            channel for channel in table["channels"] if channel in merged.get("channels", table["channels"])
        ),
        autocomplete=merged["autocomplete"],
        more=merged.get("more", False),
    )


def _read_choice(source: Source, table: Any, wishes: Iterable[str], nth: int) -> Choice:
    source.check_keys(table, CHOICE_KEYS, "[[choices]]", header="[[choices]]", nth=nth)
    _check_name(source, "place", table["where"], STAGES, line=source.line_of_key("where", "[[choices]]", nth))
    _check_name(source, "wish", table["wants"], wishes, line=source.line_of_key("wants", "[[choices]]", nth))
    return Choice(**table)


def _read_when(source: Source, where: str, when: Mapping[str, str], listed: list[str]) -> tuple[str, str] | None:
    if not when:
        return None
    if len(when) != 1:
        raise source.error(f'“when” in {where} names {len(when)} choices: name one, as {{ reason = "own" }}.', at=where)
    ((name, value),) = when.items()
    _check_name(source, "field", name, [str(field).removesuffix("?") for field in listed])
    return name, value


def _read_example(source: Source, table: Any, fields: Iterable[Field], nth: int) -> Example:
    source.check_keys(table, EXAMPLE_KEYS, "[[examples]]", header="[[examples]]", nth=nth)
    for name, answer in table["answers"].items():
        line = source.line_of_key(name, "[examples.answers]", nth)
        _check_name(source, "field", name, [field.name for field in fields], line=line)
        if not isinstance(answer, str):
            fault = f"the answer “{name}” is not a text in quotes: write it as a person types it."
            raise source.error(fault, line=line)
    return Example(name=table["name"], answers=table["answers"], line=source.line_of_key("name", "[[examples]]", nth))


def _check_name(source: Source, what: str, name: Any, known: Iterable[str], *, line: int | None = None) -> None:
    names = list(known)
    if name not in names:
        raise source.error(f"unknown {what} “{name}”: there is {', '.join(names)}.", line=line, at=str(name))
