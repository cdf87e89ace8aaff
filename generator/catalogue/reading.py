"""The tables of a message file → the model, with declared keys only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.catalogue.source import FRONT_MATTER, Keys, Source
from generator.checks import ALWAYS, CHECKS, OPENINGS
from generator.fields import KINDS
from generator.formatters import names as names_of
from generator.model.message import LENGTHS, STAGES, TONES, Beside, Choice, Example, Field, MessageType, Option, Style
from generator.notation import translate

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
    "declines": ((str, dict), True),
    "opens_otherwise": (bool, False),
    "gives_reason": (str, False),
    "beside": (dict, False),
    "checks": (list, True),
    "field": (dict, False),
    "examples": (list, True),
}
FIELD_KEYS: Keys = {
    "kind": (str, False),
    "label": (str, True),
    "hint": (str, False),
    "changes": (str, True),
    "gap": (str, True),
    "options": (dict, False),
    "when": (dict, False),
    "channels": (list, False),
    "autocomplete": (str, False),
    "more": (bool, False),
}
EXAMPLE_KEYS: Keys = {
    "name": (str, True),
    "channel": (str, False),
    "tone": (str, False),
    "length": (str, False),
    "english": (str, False),
    "letter": (str, False),
    "answers": (dict, True),
}
CHOICE_KEYS: Keys = {
    "where": (str, True),
    "wants": (str, True),
    "because": (str, True),
    "usual": (bool, False),
    "short_notice": (bool, False),
}
BESIDE_KEYS: Keys = {
    "who": (str, True),
    "label": (str, True),
    "purpose": (str, True),
    "first": (bool, False),
    "short": (bool, False),
}
DECLINES = {"always": True, "never": False}
"""What `declines` says in a word → what that means."""
RESERVED_NAMES = ("channel", "tone", "length", "american", "salutation_end", "contracted")
"""What a template may ask besides its fields."""


def read_fields(source: Source) -> dict[str, dict[str, Any]]:
    """Read the shared vocabulary of fields, as tables that a message type may still change."""
    tables = source.toml(source.text)
    for name, table in tables.items():
        source.check_keys(table, FIELD_KEYS, name, header=f"[{name}]")
    return tables


def read_type(
    source: Source,
    slug: str,
    shared: Mapping[str, dict[str, Any]],
    channels: Iterable[str],
    wishes: Iterable[str],
) -> MessageType:
    """Read what one message file declares, with its body as Jinja."""
    table, body = source.front_matter()
    source.check_keys(table, TYPE_KEYS, FRONT_MATTER)
    source.check_name("stage", table["stage"], STAGES)
    for channel in table["channels"]:
        source.check_name("channel", channel, channels)
    for check in table["checks"]:
        source.check_name("check", check, [name for name in CHECKS if name not in OPENINGS.values()])
    for key in ("choices", "channels", "fields", "examples"):
        if not table[key]:
            raise source.error(f"“{key}” is empty: name at least one.", line=source.line_of_key(key))
    names = [str(listed).removesuffix("?") for listed in table["fields"]]
    for name in names:
        if name in RESERVED_NAMES or names.count(name) > 1:
            fault = "is what a template calls something else" if name in RESERVED_NAMES else "stands there twice"
            raise source.error(f"the field “{name}” {fault}: name each field once.", line=source.line_of_key("fields"))
    for name, own in table.get("field", {}).items():
        source.check_name("field", name, names)
        if not isinstance(own, dict):
            raise source.error(f"[field.{name}] is not a table: write [field.{name}] and its keys below.", at=name)
    fields = tuple(_read_field(source, listed, table, shared) for listed in table["fields"])
    known = [*(each for field in fields for each in names_of(field.name, field.kind)), *RESERVED_NAMES]
    asked = {name: {**shared.get(name, {}), **table.get("field", {}).get(name, {})} for name in names}
    jinja, faults = translate(body, _words_of_options(asked), known)
    if faults:
        raise source.errors(faults)
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
        declines=_read_declines(source, table["declines"], fields),
        opens_otherwise=table.get("opens_otherwise", False),
        gives_reason=table.get("gives_reason", ""),
        beside=_read_beside(source, table.get("beside")),
        checks=tuple(dict.fromkeys((*table["checks"], *ALWAYS))),
        examples=tuple(_read_example(source, each, fields, table, nth) for nth, each in enumerate(table["examples"])),
        body=jinja,
    )


def _read_field(source: Source, listed: Any, table: Mapping[str, Any], shared: Mapping[str, dict[str, Any]]) -> Field:
    """Read one entry of `fields`: the shared question, changed by the type's own table of that name."""
    name = str(listed).removesuffix("?")
    own = table.get("field", {}).get(name, {})
    if name not in shared and not own:
        source.check_name("field", name, [*shared, *table.get("field", {})])
    where = f"[field.{name}]"
    merged = {**shared.get(name, {}), **own}
    source.check_keys(merged, FIELD_KEYS, where, header=where)
    kind = merged.get("kind", "choice")
    if name in shared and kind != shared[name].get("kind", "choice"):
        raise source.error(f"{where} changes the kind of a shared question: give it a name of its own.", at=where)
    source.check_name("kind", kind, KINDS)
    if (kind == "choice") != bool(merged.get("options")):
        raise source.error(
            f'{where} needs a kind or options: write kind = "phrase", or options = {{ none = "No reason" }}.', at=name
        )
    for channel in own.get("channels", []):
        source.check_name("channel", channel, table["channels"])
    return Field(
        name=name,
        kind=kind,
        label=merged["label"],
        hint=merged.get("hint", ""),
        changes=merged["changes"],
        gap=merged["gap"],
        required=not str(listed).endswith("?"),
        options=tuple(_read_options(source, where, merged.get("options", {}))),
        when=_read_when(source, where, merged.get("when", {}), table["fields"]),
        channels=tuple(
            channel for channel in table["channels"] if channel in merged.get("channels", table["channels"])
        ),
        autocomplete=merged.get("autocomplete", "off"),
        more=merged.get("more", False),
    )


def _read_options(source: Source, where: str, options: Mapping[str, Any]) -> Iterator[Option]:
    """Yield each option: its label alone, or a table of the label and of words that stand for it in the body."""
    for value, option in options.items():
        label = option.get("label") if isinstance(option, dict) else option
        if not isinstance(label, str) or (
            isinstance(option, dict) and not all(isinstance(w, str) for w in option.values())
        ):
            fault = f'an option in {where} is not a text in quotes: write none = "No reason".'
            raise source.error(fault, line=source.line_of_key("options", where))
        yield Option(value=value, label=label)


def _words_of_options(tables: Mapping[str, Any]) -> dict[str, dict[str, dict[str, str]]]:
    """Return choice → word → option → what stands there, for the choices whose options have words."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for name, table in tables.items():
        for value, option in table.get("options", {}).items():
            for word, text in option.items() if isinstance(option, dict) else ():
                if word != "label":
                    found.setdefault(name, {}).setdefault(word, {})[value] = str(text)
    return found


def _read_declines(source: Source, declines: str | dict[str, Any], fields: Iterable[Field]) -> Mapping[str, str] | bool:
    line = source.line_of_key("declines")
    if isinstance(declines, str):
        source.check_name("way to decline", declines, DECLINES, line=line)
        return DECLINES[declines]
    options = {field.name: [option.value for option in field.options] for field in fields if field.options}
    if not declines:
        raise source.error('“declines” is empty: write "always", "never" or { next_move = "part" }.', line=line)
    for name, value in declines.items():
        source.check_name("choice", name, options, line=line)
        source.check_name(f"option of {name}", value, options[name], line=line)
    return declines


def _read_beside(source: Source, table: Any) -> Beside | None:
    if table is None:
        return None
    source.check_keys(table, BESIDE_KEYS, "[beside]", header="[beside]")
    return Beside(
        who=table["who"],
        label=table["label"],
        purpose=table["purpose"],
        first=table.get("first", False),
        short=table.get("short", False),
    )


def _read_choice(source: Source, table: Any, wishes: Iterable[str], nth: int) -> Choice:
    source.check_keys(table, CHOICE_KEYS, "[[choices]]", header="[[choices]]", nth=nth)
    source.check_name("place", table["where"], STAGES, line=source.line_of_key("where", "[[choices]]", nth))
    source.check_name("wish", table["wants"], wishes, line=source.line_of_key("wants", "[[choices]]", nth))
    return Choice(**table)


def _read_when(source: Source, where: str, when: Mapping[str, str], listed: list[str]) -> tuple[str, str] | None:
    if not when:
        return None
    if len(when) != 1:
        raise source.error(f'“when” in {where} names {len(when)} choices: name one, as {{ reason = "own" }}.', at=where)
    ((name, value),) = when.items()
    source.check_name("field", name, [str(field).removesuffix("?") for field in listed])
    return name, value


def _read_example(
    source: Source, table: Any, fields: Iterable[Field], front_matter: Mapping[str, Any], nth: int
) -> Example:
    source.check_keys(table, EXAMPLE_KEYS, "[[examples]]", header="[[examples]]", nth=nth)
    for name, answer in table["answers"].items():
        line = source.line_of_key(name, "[examples.answers]", nth)
        source.check_name("field", name, [field.name for field in fields], line=line)
        if not isinstance(answer, str):
            fault = f"the answer “{name}” is not a text in quotes: write it as a person types it."
            raise source.error(fault, line=line)
    known = {"channel": front_matter["channels"], "tone": TONES, "length": LENGTHS}
    for key in known.keys() & table.keys():
        source.check_name(key, table[key], known[key], line=source.line_of_key(key, "[[examples]]", nth))
    chosen = {key: table.get(key, "") for key in known}
    return Example(
        name=table["name"],
        answers=table["answers"],
        style=Style(**chosen, locale=table.get("english", "")),
        letter=table.get("letter", ""),
        line=source.line_of_key("name", "[[examples]]", nth),
    )
