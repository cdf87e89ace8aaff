"""The notation of authors → Jinja, line by line, so that every line keeps its number.

[thanks]                                  a part
if thanks_for                             a condition, over what it is about
plain: Thank you for {thanks_for}.      the words of one tone
warm: It was kind, {recipient}.
formal in letter: I thank you.          of one tone in one channel, above the tone's other words
formal: {I'm} grateful.                 spelled out where it is written, and not said
otherwise: Thank you[ at {company}].      the brackets go where nothing is known of what they hold
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from generator.model.message import TONES
from generator.notation.conditions import translate_condition
from generator.notation.faults import Fault, NotationError
from generator.notation.words import Words, translate_words
from generator.shapes import SHAPES

__all__ = ["Fault", "Words", "translate"]

_JINJA = ("if", "elif", "else", "endif", "endblock", "not", "and", "or")
_UNKNOWN = "“{}” is not declared: add it to fields, where there is {}."
_SHAPELESS = "“{}” is never a {}: ask {}."
_SHAPED = tuple(f"_{shape}" for shape in SHAPES)
_ANY_TONE = "|".join(TONES)
_HEADING = re.compile(r"\[([a-z_]+)\]")
_CONDITION = re.compile(r"(if|unless|or if|otherwise)(?![^\s:])([^:]*)(:.*)?")
_LABEL = re.compile(rf"((?:{_ANY_TONE})(?:, (?:{_ANY_TONE}))*)(?: in ([a-z]+(?:, [a-z]+)*))?(:.*)")
_TOO_FAR_IN = "this line is further in than the one above, which is no condition and no tone: begin both alike."
_NO_NEIGHBOUR = "this line is as far in as none of those above: begin it below the first letter of one."
_NO_PART = "these words stand above the first part: begin with its name, as in [decision]."
_NOTHING_UNDER = "nothing stands under this line: write what is to be said one step further in, or end it with a colon."
_NO_IF = "there is no condition above this line: begin with if."
_PRIVATE = "a private-use character stands here, which would be taken for an answer: take it out."
_PART_TWICE = "this part stands above already: put all its words under one heading."
_TWICE = "the tone “{}” has its words above already: take out one of the two, or put the one with a channel first."


@dataclass(frozen=True)
class Line:
    """A line, with those that stand further in below it."""

    number: int
    indent: int
    text: str
    under: list[Line] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The number of the last line below it, or its own."""
        return self.under[-1].last if self.under else self.number


type Piece = tuple[int, str]
"""The number of a line, and Jinja that goes to its end."""


def translate(body: str, words: Words | None = None, names: Collection[str] = ()) -> tuple[str, tuple[Fault, ...]]:
    """Return a body as Jinja, with the same words on the same lines, and what is wrong in it by line.

    Args:
        body: Parts in the notation.
        words: What stands for the options of each choice, for `{system.name}`.
        names: Those that may be used; none means any.
    """
    faults: list[Fault] = []
    written = [""] * (body.count("\n") + 1)
    for part in _nest(body, faults):
        for number, jinja in _write_part(part, words or {}, faults):
            written[number - 1] += jinja
    for number, jinja in enumerate(written, 1):
        faults += [(number, _unknown(name, names)) for name in _names(jinja) if names and name not in names]
    return "\n".join(written), tuple(sorted(faults))


def _unknown(name: str, names: Collection[str]) -> str:
    """Return what is wrong with a name that is not among those that there are."""
    field, _, shape = name.rpartition("_")
    if field in names and shape in SHAPES:
        there = [f"if it is a {each}" for each in SHAPES if f"{field}_{each}" in names]
        others = [each.removesuffix(f"_{shape}") for each in names if each.endswith(f"_{shape}")]
        right = (
            " or ".join(there) or f"that of {' or '.join(others) or 'a field whose kind is phrase, thanks or question'}"
        )
        return _SHAPELESS.format(field, shape, right)
    return _UNKNOWN.format(name, ", ".join(each for each in names if not each.endswith(_SHAPED)))


def _names(jinja: str) -> list[str]:
    """Return the names that a line of Jinja uses, once each."""
    tags = " ".join(re.findall(r"\{[{%](.*?)[}%]\}", jinja))
    words = re.findall(r"[a-z_]+", re.sub(r'"[^"]*"', "", re.sub(r"\bblock [a-z_]+", "", tags)))
    return [*dict.fromkeys(word for word in words if word not in _JINJA)]


def _nest(body: str, faults: list[Fault]) -> list[Line]:
    """Return the headings, with the lines of each below it."""
    parts: list[Line] = []
    above: list[Line] = []
    for number, whole in enumerate(body.split("\n"), 1):
        text = whole.strip()
        if not text or text.startswith("#"):
            continue
        line = Line(number, len(whole) - len(whole.lstrip()), text)
        if any("\ue000" <= char <= "\uf8ff" for char in text):
            faults.append((number, _PRIVATE))
        if line.indent == 0 and _HEADING.fullmatch(text):
            if text in (part.text for part in parts):
                faults.append((number, _PART_TWICE))
            parts.append(line)
            above = [Line(number, -1, "", line.under)]
            continue
        if not above:
            faults.append((number, _NO_PART))
            continue
        while above[-1].indent >= line.indent:
            above.pop()
        if above[-1].under and above[-1].under[0].indent != line.indent:
            faults.append((number, _NO_NEIGHBOUR))
        elif above[-1].text and not _opens(above[-1]):
            faults.append((number, _TOO_FAR_IN))
        above[-1].under.append(line)
        above.append(line)
    return parts


def _opens(line: Line) -> bool:
    return bool(_CONDITION.fullmatch(line.text) or _LABEL.fullmatch(line.text))


def _write_part(heading: Line, words: Words, faults: list[Fault]) -> Iterator[Piece]:
    yield heading.number, f"{{% block {heading.text.strip('[]')} %}}"
    yield from _write(heading.under, words, faults)
    yield heading.last, "{% endblock %}"


def _write(lines: Sequence[Line], words: Words, faults: list[Fault]) -> Iterator[Piece]:
    """Yield the Jinja of neighbours: those of one kind that follow each other belong together."""
    for kind, run in groupby(lines, _kind):
        match kind:
            case "words":
                for line in run:
                    yield line.number, _words(line.number, line.text, words, faults)
            case "condition":
                yield from _write_conditions(list(run), words, faults)
            case _:
                yield from _write_tones(list(run), words, faults)


def _kind(line: Line) -> str:
    if _CONDITION.fullmatch(line.text):
        return "condition"
    return "tone" if _LABEL.fullmatch(line.text) else "words"


def _words(number: int, text: str, words: Words, faults: list[Fault]) -> str:
    try:
        return translate_words(text, words)
    except NotationError as error:
        faults.append((number, str(error)))
        return ""


def _write_conditions(lines: Sequence[Line], words: Words, faults: list[Fault]) -> Iterator[Piece]:
    """Yield one chain from each `if` or `unless` to the line before the next."""
    opened: Line | None = None
    for line in lines:
        word, condition, said = _found(_CONDITION, line)
        if word in ("if", "unless") and opened:
            yield opened.last, "{% endif %}"
        elif word in ("or if", "otherwise") and (opened is None or opened.text.startswith("otherwise")):
            faults.append((line.number, _NO_IF))
            continue
        try:
            yield line.number, _OPENING[word].format(translate_condition(condition) if word != "otherwise" else "")
        except NotationError as error:
            faults.append((line.number, str(error)))
        yield from _write_under(line, said, words, faults)
        if not said and not line.under:
            faults.append((line.number, _NOTHING_UNDER))
        opened = line
    if opened:
        yield opened.last, "{% endif %}"


_OPENING = {
    "if": "{{% if {} %}}",
    "unless": "{{% if not ({}) %}}",
    "or if": "{{% elif {} %}}",
    "otherwise": "{{% else %}}",
}


def _write_tones(lines: Sequence[Line], words: Words, faults: list[Fault]) -> Iterator[Piece]:
    """Yield one chain for the words of all tones; where each has words of its own, the last needs no question."""
    whole: dict[str, int] = {}
    for nth, line in enumerate(lines):
        tones, channels, said = _found(_LABEL, line)
        named = tones.split(", ")
        faults += [(line.number, _TWICE.format(tone)) for tone in named if tone in whole]
        if not channels:
            whole |= dict.fromkeys(named, line.number)
        is_rest = nth == len(lines) - 1 and not channels and len(whole) == len(TONES)
        condition = _any("tone", named) + (f" and {_any('channel', channels.split(', '))}" if channels else "")
        yield line.number, "{% else %}" if is_rest else f"{{% {'elif' if nth else 'if'} {condition} %}}"
        yield from _write_under(line, said, words, faults)
    if missing := [tone for tone in TONES if tone not in whole]:
        fault = f"the words in {' and '.join(missing)} are missing: write {missing[0]}: and its words, or nothing behind it."
        faults.append((lines[-1].number, fault))
    yield lines[-1].last, "{% endif %}"


def _any(name: str, values: Sequence[str]) -> str:
    each = " or ".join(f'{name} == "{value}"' for value in values)
    return each if len(values) == 1 else f"({each})"


def _write_under(line: Line, said: str, words: Words, faults: list[Fault]) -> Iterator[Piece]:
    """Yield what a condition or a tone stands for: the words behind its colon, and the lines below it."""
    yield line.number, _words(line.number, said.removeprefix(":").strip(), words, faults)
    yield from _write(line.under, words, faults)


def _found(pattern: re.Pattern[str], line: Line) -> tuple[str, str, str]:
    [groups] = pattern.findall(line.text)
    first, second, third = map(str.strip, groups)
    return first, second, third
