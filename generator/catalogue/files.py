"""The files of the catalogue, read: each function returns what one of them, or one folder of them, declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.catalogue import reading, vocabularies
from generator.catalogue.rules import check_type
from generator.catalogue.source import Source
from generator.catalogue.usage import ask_where_it_counts
from generator.errors import CatalogueError
from generator.model.message import Chooser, Layout, Locale, MessageType, PartName

ROOT = Path(__file__).parent.parent
MESSAGES = ROOT / "messages"
ENDING = ".txt"


def find_slugs() -> tuple[str, ...]:
    """Return the names of the files in `messages/`, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in MESSAGES.glob(f"*{ENDING}")))


def read_message_type(
    slug: str, shared: Mapping[str, dict[str, Any]], layouts: Mapping[str, Layout], wishes: Iterable[str]
) -> MessageType:
    """Return what one file in `messages/` declares."""
    source = _source(MESSAGES / f"{slug}{ENDING}")
    return parse_type(source.name, source.text, shared, layouts, wishes)


def parse_type(
    name: str,
    text: str,
    shared: Mapping[str, dict[str, Any]],
    layouts: Mapping[str, Layout],
    wishes: Iterable[str],
) -> MessageType:
    """Return what the text of a message file declares.

    Args:
        name: Path to name in errors; its stem is the slug.
        text: The whole file.
        shared: The questions of `fields.toml`.
        layouts: Of every channel.
        wishes: What the chooser knows that a reader can want.
    """
    source = Source(name, text)
    message_type = reading.read_type(source, Path(name).stem, shared, layouts, wishes)
    check_type(source, message_type, layouts)
    return ask_where_it_counts(message_type, layouts)


def read_fields() -> Mapping[str, dict[str, Any]]:
    """Return the questions of `fields.toml`, as tables that a message type may still change."""
    return reading.read_fields(_source(ROOT / "fields.toml"))


def read_layouts(parts: Mapping[str, PartName], locales: Mapping[str, Locale]) -> Mapping[str, Layout]:
    """Return what the files in `layouts/` declare, by channel in the order of the alphabet."""
    paths = sorted((ROOT / "layouts").glob(f"*{ENDING}"))
    return {path.stem: vocabularies.read_layout(_source(path), path.stem, parts, locales) for path in paths}


def read_parts() -> Mapping[str, PartName]:
    """Return the vocabulary of `parts.toml`."""
    return vocabularies.read_parts(_source(ROOT / "parts.toml"))


def read_locales(parts: Mapping[str, PartName]) -> Mapping[str, Locale]:
    """Return the Englishes of `locales.toml`."""
    return vocabularies.read_locales(_source(ROOT / "locales.toml"), parts)


def read_chooser(layouts: Mapping[str, Layout]) -> Chooser:
    """Return what `chooser.toml` asks and says."""
    return vocabularies.read_chooser(_source(ROOT / "chooser.toml"), layouts)


def _source(path: Path) -> Source:
    name = path.relative_to(ROOT.parent).as_posix()  # as a person in the repository writes it: generator/messages/x.txt
    try:
        return Source(name, path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CatalogueError(file=name, line=1, fault="this is not UTF-8 text: save it as UTF-8.") from error
