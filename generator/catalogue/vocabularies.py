"""What all message types share → the model: the parts, the Englishes, the layouts of the channels, and what the chooser says."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalogue.source import FRONT_MATTER, Keys, Source
from generator.exports import PAPERS
from generator.model.message import STAGES, Chooser, Layout, Locale, Notice, PartName, Wish
from generator.notation import translate

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
    "contractions": (bool, False),
}
LOCALE_KEYS: Keys = {
    "label": (str, True),
    "day": (str, True),
    "day_alone": (str, True),
    "when": (str, True),
    "am": (str, True),
    "pm": (str, True),
    "date": (str, True),
    "american": (bool, True),
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


def read_locales(source: Source, parts: Iterable[str]) -> dict[str, Locale]:
    """Read the Englishes that a message can be written in."""
    tables = source.toml(source.text)
    for name, table in tables.items():
        source.check_keys(table, LOCALE_KEYS, f"[{name}]", header=f"[{name}]")
        source.check_name("paper", table["paper"], PAPERS)
        for part in table["leads"]:
            source.check_name("part", part, parts)
    return {name: Locale(name=name, **table | {"regions": tuple(table["regions"])}) for name, table in tables.items()}


def read_layout(source: Source, channel: str, parts: Iterable[str], locales: Iterable[str]) -> Layout:
    """Read what a channel consists of."""
    table, body = source.front_matter()
    source.check_keys(table, LAYOUT_KEYS, FRONT_MATTER)
    for locale in table.get("paragraphs_in", {}):
        source.check_name("locale", locale, locales)
    orders = [table["paragraphs"], *table.get("paragraphs_in", {}).values(), [table.get("short", [])]]
    for name in (*table["headers"], *(name for order in orders for paragraph in order for name in paragraph)):
        source.check_name("part", name, parts)
    jinja, faults = translate(body)
    if faults:
        raise source.errors(faults)
    return Layout(
        channel=channel,
        label=table["label"],
        headers=tuple(table["headers"]),
        paragraphs=tuple(map(tuple, table["paragraphs"])),
        paragraphs_in={name: tuple(map(tuple, order)) for name, order in table.get("paragraphs_in", {}).items()},
        short=tuple(table.get("short", [])),
        body=jinja,
        straight_quotes=table.get("straight_quotes", False),
        contractions=table.get("contractions", False),
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
            source.check_name("channel", channel, channels)
    return Chooser(
        places=table["places"],
        wishes={name: Wish(**wish) for name, wish in table["wishes"].items()},
        notices=tuple(Notice(**notice | {"channels": tuple(notice["channels"])}) for notice in table["notice"]),
    )
