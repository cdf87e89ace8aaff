"""The letters of each message type: every message of every example, in a file that a person has read and signed.

`make letters TYPE=slug` writes the file of one type anew and prints the difference: read it aloud before you commit it.
"""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

from generator import compose, export
from generator.model import TONES, MessageType

FOLDER = Path(__file__).parent


def path_of(message_type: MessageType) -> Path:
    return FOLDER / f"{message_type.slug}.txt"


def text_of(message_type: MessageType) -> str:
    """Return all messages of a type, each under a line that says which it is."""
    blocks = []
    for example in message_type.examples:
        for channel in message_type.channels:
            for tone in TONES:
                text = export(compose(message_type, example.answers, channel, tone).draft, "txt").data.decode()
                blocks.append(f"=== {example.name} | {channel} | {tone} ===\n\n{text}")
    return "\n".join(blocks)


def rewrite(message_type: MessageType) -> str:
    """Write the file of a type anew, and return the difference; empty where there is none."""
    path, new = path_of(message_type), text_of(message_type)
    old = path.read_text("utf-8") if path.exists() else ""
    path.write_text(new, "utf-8")
    lines = unified_diff(old.splitlines(), new.splitlines(), "before", "after", lineterm="", n=1)
    return "\n".join(lines)
