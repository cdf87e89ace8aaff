"""The letters of each message type: every message of every example, in a file that a person has read and signed.

`make letters TYPE=slug` writes the file of one type anew and prints the difference: read it aloud before you commit it.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

from generator import Style, compose, export
from generator.model.message import TONES, Composition, MessageType

type Letters = Mapping[tuple[str, str, str], Composition]

FOLDER = Path(__file__).parent


def path_of(message_type: MessageType) -> Path:
    return FOLDER / f"{message_type.slug}.txt"


def compose_all(message_type: MessageType) -> Letters:
    """Return every message of every example, by the name of the example, the channel and the tone."""
    return {
        (example.name, channel, tone): compose(message_type, example.answers, Style(channel=channel, tone=tone))
        for example in message_type.examples
        for channel in message_type.channels
        for tone in TONES
    }


def text_of(letters: Letters) -> str:
    """Return all messages of a type, each under a line that says which it is."""
    return "\n".join(
        f"=== {' | '.join(which)} ===\n\n{export(made.draft, 'txt').data.decode()}" for which, made in letters.items()
    )


def rewrite(message_type: MessageType) -> str:
    """Write the file of a type anew, and return the difference; empty where there is none."""
    path, new = path_of(message_type), text_of(compose_all(message_type))
    old = path.read_text("utf-8") if path.exists() else ""
    path.write_text(new, "utf-8")
    lines = unified_diff(old.splitlines(), new.splitlines(), "before", "after", lineterm="", n=1)
    return "\n".join(lines)
