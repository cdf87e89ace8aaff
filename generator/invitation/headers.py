"""The headers of a mail, or of a text that somebody copied → words on one line, and people."""

from __future__ import annotations

import re

from generator.characters import one_line, without_hidden
from generator.invitation.mime import decode_words
from generator.lazy import compiled
from generator.model.invitation import Person

_ADDRESS = r"[^\s@<>()\",;:\[\]]{1,128}@[^\s@<>()\",;:\[\]]{1,254}"
_ONE = r"(?:\"(?:[^\"\\]|\\.){0,500}\"|<[^<>]{0,500}>|\([^()]{0,500}\)|[^,;\"<(]|[\"<(])+"
_LONGEST = 1_000
"""Characters of one header, or of one of the people in it, that are read."""


def read_line(text: str) -> str:
    """Return what a header shows: one line without what hides, and not too much of it."""
    return one_line(text)[:_LONGEST]


def read_people(header: str) -> tuple[Person, ...]:
    """Read a header that names people: `Dana Whitfield <dana@mill.example>, "Okafor, Amara" <…>`."""
    people = [_person(one.strip()) for one in _divide(header[:4_000])]
    return tuple(person for person in people if person.name or person.address)


def _divide(header: str) -> list[str]:
    """Return what stands for each of the people; a surname before a comma belongs to the name after it."""
    pieces = compiled(_ONE, exact=True).findall(header)[:50]
    for i in range(len(pieces) - 1, 0, -1):
        surname = pieces[i - 1].strip()
        if surname.isalpha() and "@" in pieces[i] and f"{pieces[i - 1]},{pieces[i]}" in header:
            pieces[i - 1 : i + 1] = [f"{pieces[i - 1]},{pieces[i]}"]
    return pieces


def _person(one: str) -> Person:
    bare = without_hidden(re.sub(r"\\(.)", r"\1", one))
    decoded = bare if "<" in bare else read_line(decode_words(bare))
    inside = re.search(r"<([^<>]{0,500})>|\[mailto:([^\[\]]{0,300})\]", decoded)
    address = compiled(_ADDRESS, exact=True).search(
        (inside[1] or inside[2] or "").removeprefix("mailto:") if inside else decoded
    )
    shown = decoded[: inside.start()] if inside else decoded.replace(address[0], "") if address else decoded
    name = read_line(decode_words(shown)).strip("\"'()<>,; ")
    return Person(
        name="" if compiled(_ADDRESS, exact=True).fullmatch(name) else name,
        address=address[0].rstrip(".") if address else "",
        line=read_line(decode_words(bare)),
    )
