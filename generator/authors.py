"""What an author of a message type needs in the shell: a file to begin with, and every draft of it with what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from generator import catalogue, pipeline
from generator.errors import AuthorError
from generator.exports import export
from generator.model.message import MessageType

MESSAGES = Path(__file__).parent / "messages"
SKELETON = Path(__file__).parent / "skeleton.txt"


def find(slug: str) -> MessageType:
    """Return one message type, without reading the others.

    Raises:
        AuthorError: No file bears this name; the error names those that come nearest.
        CatalogueError: The file breaks the rules.
    """
    if slug in catalogue.slugs():
        return catalogue.find(slug)
    words = {*slug.split("-")}
    shared = [known for known in catalogue.slugs() if words & {*known.split("-")}]
    alike = get_close_matches(slug, catalogue.slugs(), n=3, cutoff=0.5)
    nearest = [*dict.fromkeys([*alike, *shared])][:3] or get_close_matches(slug, catalogue.slugs(), n=3, cutoff=0)
    raise AuthorError(f"There is no message type “{slug}”; the nearest are {', '.join(nearest)}.")


def scaffold(slug: str, folder: Path = MESSAGES) -> Path:
    """Write a file that is a whole message type already, with a word on every line, and return its path.

    Raises:
        AuthorError: The name is not one that an address can have, or there is such a file.
    """
    if not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", slug):
        raise AuthorError(f"“{slug}” is no address: use small letters and hyphens, as in decline-a-test.")
    path = folder / f"{slug}.txt"
    if path.exists():
        raise AuthorError(f"There is a generator/messages/{slug}.txt: choose another name, or change that file.")
    path.write_text(SKELETON.read_text("utf-8").replace("{slug}", slug), "utf-8")
    return path


def preview(message_type: MessageType) -> Iterator[str]:
    """Yield every draft of every example, under a line that says which it is, each followed by its faults."""
    for example in message_type.examples:
        for style in pipeline.styles(message_type):
            made = pipeline.compose(message_type, example.answers, style)
            yield f"=== {example.name} | {style.channel} | {style.tone} | {style.length} ===\n"
            yield export(made.draft, "txt").data.decode()
            yield from (f"!! {fault}\n" for fault in pipeline.faults(made))
