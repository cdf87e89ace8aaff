"""Files → the catalogue: message types, layouts and the two vocabularies. A file's place in its folder registers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.catalogue.reading import read_fields, read_type
from generator.catalogue.rules import check_type
from generator.catalogue.source import Source
from generator.catalogue.usage import ask_where_it_counts
from generator.catalogue.vocabularies import read_chooser, read_layout, read_locales, read_parts
from generator.errors import CatalogueError, UnknownNameError
from generator.model.message import STAGES, Chooser, Layout, Locale, MessageType, PartName

_ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, kw_only=True, slots=True)
class _Ready:
    """A catalogue that was read before."""

    types: Mapping[str, Callable[[], MessageType]]
    layouts: Mapping[str, Layout]
    parts: Mapping[str, PartName]
    locales: Mapping[str, Locale]


_adopted: list[_Ready] = []


def adopt(
    *,
    types: Mapping[str, Callable[[], MessageType]],
    layouts: Mapping[str, Layout],
    parts: Mapping[str, PartName],
    locales: Mapping[str, Locale],
) -> None:
    """Take a catalogue that was read and checked before, and look at no file from now on."""
    _adopted.append(_Ready(types=types, layouts=layouts, parts=parts, locales=locales))


def forget() -> None:
    """Read every file anew from now on, since one may have changed: for whoever shows an author what they write."""
    for each in (layouts, parts, locales, chooser, slugs, _load, _shared_fields):
        each.cache_clear()


def load_catalogue() -> tuple[MessageType, ...]:
    """Return every message type, by stage and then by slug.

    Raises:
        CatalogueError: A file breaks the rules; the error names file, line and the right form.
    """
    order = list(STAGES)
    return tuple(sorted(map(find, slugs()), key=lambda found: (order.index(found.stage), found.slug)))


def find(slug: str) -> MessageType:
    """Return one message type, without reading the others.

    Raises:
        UnknownNameError: No file bears this name.
        CatalogueError: The file breaks the rules.
    """
    if slug not in slugs():
        raise UnknownNameError(what="message type", name=slug, known=slugs())
    return _load(slug)


@cache
def layouts() -> Mapping[str, Layout]:
    """Return the layouts by channel, email first."""
    for ready in _adopted:
        return ready.layouts
    paths = sorted(_ROOT.glob("layouts/*.jinja"))
    return {path.stem: _read_layout(path) for path in paths}


@cache
def parts() -> Mapping[str, PartName]:
    """Return the vocabulary of parts."""
    for ready in _adopted:
        return ready.parts
    return read_parts(_source(_ROOT / "parts.toml"))


@cache
def locales() -> Mapping[str, Locale]:
    """Return the Englishes that a message can be written in; the first is the default."""
    for ready in _adopted:
        return ready.locales
    return read_locales(_source(_ROOT / "locales.toml"), parts())


@cache
def chooser() -> Chooser:
    """Return what the chooser asks and says; the browser's Python has no use for it."""
    return read_chooser(_source(_ROOT / "chooser.toml"), layouts())


def parse_type(name: str, text: str) -> MessageType:
    """Read a message type from text: what `find` does once it has the file.

    Args:
        name: Path to name in errors; its stem is the slug.
        text: The whole file.
    """
    source = Source(name, text)
    message_type = read_type(source, Path(name).stem, _shared_fields(), layouts(), chooser().wishes)
    check_type(source, message_type, layouts())
    return ask_where_it_counts(message_type, layouts())


@cache
def slugs() -> tuple[str, ...]:
    """Return the name of every message type, in the order of the alphabet; no file is read for it."""
    for ready in _adopted:
        return tuple(sorted(ready.types))
    return tuple(sorted(path.stem for path in _ROOT.glob("messages/*.jinja")))


@cache
def _load(slug: str) -> MessageType:
    for ready in _adopted:
        return ready.types[slug]()
    path = _ROOT / "messages" / f"{slug}.jinja"
    return parse_type(_name(path), _source(path).text)


@cache
def _shared_fields() -> Mapping[str, dict[str, Any]]:
    return read_fields(_source(_ROOT / "fields.toml"))


def _read_layout(path: Path) -> Layout:
    source = _source(path)
    return read_layout(source, path.stem, parts(), locales())


def _source(path: Path) -> Source:
    try:
        return Source(_name(path), path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CatalogueError(file=_name(path), line=1, fault="this is not UTF-8 text: save it as UTF-8.") from error


def _name(path: Path) -> str:
    """Return the path as a person in the repository writes it: generator/messages/x.jinja."""
    return path.relative_to(_ROOT.parent).as_posix()
