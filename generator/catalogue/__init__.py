"""Files → the catalogue: message types, layouts and the two vocabularies. A file's place in its folder registers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.errors import UnknownNameError
from generator.lazy import Lazy
from generator.model.message import STAGES, Chooser, Layout, Locale, MessageType, PartName

if TYPE_CHECKING:
    from generator.catalogue import files
else:
    files = Lazy("generator.catalogue.files")  # in the browser the catalogue comes ready to use, and no file is read


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
    return files.read_layouts(parts(), locales())


@cache
def parts() -> Mapping[str, PartName]:
    """Return the vocabulary of parts."""
    for ready in _adopted:
        return ready.parts
    return files.read_parts()


@cache
def locales() -> Mapping[str, Locale]:
    """Return the Englishes that a message can be written in; the first is the default."""
    for ready in _adopted:
        return ready.locales
    return files.read_locales(parts())


@cache
def chooser() -> Chooser:
    """Return what the chooser asks and says; the browser's Python has no use for it."""
    return files.read_chooser(layouts())


def parse_type(name: str, text: str) -> MessageType:
    """Return the message type of a text, as `find` does once it has the file.

    Args:
        name: Path to name in errors; its stem is the slug.
        text: The whole file.
    """
    return files.parse_type(name, text, _shared_fields(), layouts(), chooser().wishes)


@cache
def slugs() -> tuple[str, ...]:
    """Return the name of every message type, in the order of the alphabet; no file is read for it."""
    for ready in _adopted:
        return tuple(sorted(ready.types))
    return files.find_slugs()


@cache
def _load(slug: str) -> MessageType:
    for ready in _adopted:
        return ready.types[slug]()
    return files.read_message_type(slug, _shared_fields(), layouts(), chooser().wishes)


@cache
def _shared_fields() -> Mapping[str, dict[str, Any]]:
    return files.read_fields()
