"""Which messages answers can lead to.

Every choice of every question is made in every channel and tone. Which optional questions are answered, in what shape free
words are, the length and the English go through all pairs: a fault that takes three of them together is none that these
templates can have, since a condition in them seldom asks two. In a sample, the choices and the tone go through all pairs too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from allpairspy import AllPairs

from generator import LENGTHS, TONES, Style, compose, layouts, locales
from generator.model.message import Composition, Field, MessageType

SAID_ANYWAY = {
    "recipient_email": "varga@example.org",
    "sender_address": "4 Tern Row\nHarwick",
    "recipient_address": "Dock Street\nHarwick",
    "today": "5 May 2027",
}
"""Answers that shape no sentence, for types whose examples leave them out."""

SHAPED = {
    "phrase": (
        "There is only one",
        "It opens in April",
        "Nobody has asked",
        "Our team runs it",
        "We keep bees",
        "The lift is slow",
        "I have a key",
        "They meet on Mondays",
    ),
    "thanks": ("I liked every minute of it",),
    "question": ("the start date", "whether there is a bus", "Is there a bus?", "I will need a visa"),
}
"""Kind of field → answers in the shapes that it can have beside that of the example; of a phrase one, another for each field."""


@dataclass(frozen=True)
class Reached:
    """One message, and how it was come by."""

    type: MessageType
    answers: Mapping[str, str]
    made: Composition

    @property
    def way(self) -> str:
        draft = self.made.draft
        chosen = ", ".join(f"{name}={text}" for name, text in self.answers.items() if text)
        return f"{draft.type} | {draft.channel} | {draft.tone} | {draft.length} | {draft.locale.name} | {chosen}"


def reach(
    message_type: MessageType, channel: str, *, whole: bool, tones: Collection[str] = tuple(TONES)
) -> Iterator[Reached]:
    """Yield the messages of a type in a channel and some tones, each text once: all of them, or a sample."""
    seen = set()
    for answers, style in _ways(message_type, channel, whole=whole, tones=tones):
        made = compose(message_type, answers, style)
        key = (style.tone, made.draft.locale.name, made.draft.text, *(part.segments for part in made.draft.headers))
        if key not in seen:
            seen.add(key)
            yield Reached(type=message_type, answers=answers, made=made)


def sample(message_type: MessageType, field: Field) -> str:
    """Return an answer to a question, as the examples of its type give it."""
    given = (example.answers.get(field.name, "") for example in message_type.examples)
    answer = next(filter(None, given), SAID_ANYWAY.get(field.name, ""))
    assert answer, f"no example of {message_type.slug} answers “{field.name}”"
    return answer


def _ways(
    message_type: MessageType, channel: str, *, whole: bool, tones: Collection[str]
) -> Iterator[tuple[dict[str, str], Style]]:
    """Yield the answers and the style of each message."""
    asked = [field for field in message_type.fields if channel in field.channels]
    fixed = {
        field.name: sample(message_type, field)
        for field in asked
        if field.required and field.kind not in ("choice", "yes", *SHAPED)
    }
    chosen = {field.name: [option.value for option in field.options] for field in asked if field.kind == "choice"}
    phrases = [field.name for field in asked if field.kind == "phrase"]
    said = {
        field.name: [*([] if field.required else [""]), *_answers(message_type, field, phrases)]
        for field in asked
        if field.kind in SHAPED or field.kind == "yes" or (not field.required and field.kind != "choice")
    }
    lengths = list(LENGTHS) if layouts()[channel].short else list(LENGTHS)[:1]
    every, paired = [list(tones), *chosen.values()], [lengths, list(locales()), *said.values()]
    rows = product(product(*every), list(_pairs(paired))) if whole else _split(_pairs([*every, *paired]), len(every))
    for (tone, *options), (length, locale, *answers) in rows:
        answered = dict(zip(chosen, options, strict=True)) | dict(zip(said, answers, strict=True))
        yield fixed | answered, Style(channel=channel, tone=tone, length=length, locale=locale)


def _answers(message_type: MessageType, field: Field, phrases: list[str]) -> list[str]:
    """Return the answers to a question that make a difference to what stands around them."""
    if field.kind == "yes":
        return ["yes"]
    shaped = SHAPED.get(field.kind, ()) if field.whole else ()
    if shaped and field.kind == "phrase":
        shaped = (shaped[phrases.index(field.name) % len(shaped)],)
    return [sample(message_type, field), *shaped]


def _split(rows: Iterator[list[str]], at: int) -> Iterator[tuple[list[str], list[str]]]:
    yield from ((row[:at], row[at:]) for row in rows)


def _pairs(factors: list[list[str]]) -> Iterator[list[str]]:
    """Yield rows in which every two values of two factors meet, and the rows of none and of all."""
    yield [values[0] for values in factors]
    yield [values[-1] for values in factors]
    yield from AllPairs(factors)
