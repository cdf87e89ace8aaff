"""The letters of a message type: what each of its examples makes, as a person has read and signed it.

They stand beside the answers in the message's own file. `make letters TYPE=slug` writes there what the answers make now and prints the
difference: read it aloud before you commit it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

from generator import Style, authors, compose, export
from generator.errors import GeneratorError
from generator.model.message import TONES, Composition, Example, MessageType

type Composed = Mapping[tuple[str, str, str], Composition]

_EXAMPLES = re.compile(r"(?m)^\[\[examples\]\].*\n")
_LETTER = re.compile(r'(?m)^letter = """.*?"""\n', re.DOTALL)
_ANSWERS = "[examples.answers]\n"


def compose_all(message_type: MessageType) -> Composed:
    """Return every message of every example, by the name of the example, the channel and the tone."""
    return {
        (example.name, channel, tone): compose(message_type, example.answers, Style(channel=channel, tone=tone))
        for example in message_type.examples
        for channel in message_type.channels
        for tone in TONES
    }


def write(message_type: MessageType, example: Example) -> str:
    """Return the letter that the answers of an example make in its style, without a line end at its end."""
    return export(compose(message_type, example.answers, example.style).draft, "txt").data.decode().rstrip("\n")


def differences(message_type: MessageType) -> Iterator[str]:
    """Yield the lines in which the letters of a type differ from those that its answers make now."""
    for example in message_type.examples:
        old, new = example.letter.strip("\n"), write(message_type, example)
        yield from unified_diff(old.splitlines(), new.splitlines(), f"{example.name}: signed", "now", lineterm="", n=1)


def rewrite(path: Path, message_type: MessageType) -> None:
    """Write into the file of a message type the letters that its answers make now."""
    text = path.read_text("utf-8")
    starts = [found.end() for found in _EXAMPLES.finditer(text)]
    for start, example in reversed([*zip(starts, message_type.examples, strict=True)]):
        head, answers, rest = text[start:].partition(_ANSWERS)
        letter = write(message_type, example).replace("\\", "\\\\")
        text = f'{text[:start]}{_LETTER.sub("", head)}letter = """\n{letter}"""\n{answers}{rest}'
    path.write_text(text, "utf-8")


def main(arguments: list[str]) -> str:
    """Write the letters of one message type anew; return the difference, and raise SystemExit with a sentence where that cannot be."""
    if len(arguments) != 1 or not arguments[0]:
        sys.exit("Letters are rewritten one message type at a time: make letters TYPE=decline-invitation")
    try:
        message_type = authors.find(arguments[0])
    except GeneratorError as error:
        sys.exit(str(error))
    difference = "\n".join(differences(message_type))
    rewrite(authors.MESSAGES / f"{message_type.slug}.txt", message_type)
    return difference or "They are as they were."


if __name__ == "__main__":
    print(main(sys.argv[1:]))
