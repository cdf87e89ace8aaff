"""Answers → message: read this first.

answers ─ fields.read ─▶ values ─ rendering.render ─▶ Draft ─ checks.check ─▶ findings ─ exports.export ─▶ bytes
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import product

from generator import catalogue, checks, fields, rendering
from generator.errors import CatalogueError, UnknownNameError
from generator.formatters import write_in_full, write_past
from generator.model.message import (
    LENGTHS,
    TONES,
    Composition,
    Draft,
    Field,
    Finding,
    Locale,
    MessageType,
    Note,
    Part,
    Segment,
    Style,
    Value,
    When,
)

DEFAULT_TONE = next(iter(TONES))
DEFAULT_LENGTH = next(iter(LENGTHS))
DEFAULT_STYLE = Style()


def compose(
    message_type: MessageType,
    answers: Mapping[str, str],
    style: Style = DEFAULT_STYLE,
    edits: Mapping[str, str] | None = None,
    today: When | None = None,
) -> Composition:
    """Make the message.

    Args:
        message_type: The situation.
        answers: Texts as a person typed them, by field name; a missing or empty one is no answer.
        style: How it is to be written.
        edits: Part → the reader's own words for it; empty words leave it out. A part that the draft does not have now is
            passed over.
        today: The day on which it is written and read, and the hour; an answer to the question for it goes before. None where
            nobody knows it.

    Raises:
        UnknownNameError: A channel, a tone, a length, a locale or a field that the type does not have, or a part that there is
            not.
    """
    style = _complete(style, message_type)
    locale = catalogue.locales()[style.locale]
    values, problems = fields.read(message_type.fields, answers, style.channel, today)
    here = fields.today_of(answers, today)
    asked = tuple(field for field in message_type.fields if fields.asks(field, style.channel, values))
    unread = frozenset(problem.field for problem in problems)
    draft = rendering.render(
        message_type,
        catalogue.layouts()[style.channel],
        vocabulary=catalogue.parts(),
        asked=asked,
        values=values,
        unread=unread,
        style=style,
        locale=locale,
        edits={
            _known("part", name, catalogue.parts()): fields.clean_words(text) for name, text in (edits or {}).items()
        },
        today=here,
    )
    return Composition(
        draft=draft,
        problems=problems,
        notes=tuple(_note(asked, answers, values, edits or {}, locale, today=here)),
        findings=checks.check(draft, checks_of(message_type, declines=draft.declines)),
    )


def checks_of(message_type: MessageType, *, declines: bool) -> tuple[str, ...]:
    """Return the checks of a draft: those of its type, and the one of how it opens."""
    opening = () if message_type.opens_otherwise else (checks.OPENINGS[declines],)
    return (*message_type.checks, *opening)


def _note(
    asked: tuple[Field, ...],
    answers: Mapping[str, str],
    values: Mapping[str, Value],
    edits: Mapping[str, str],
    locale: Locale,
    *,
    today: When | None,
) -> Iterator[Note]:
    """Yield how each day and each amount was read, and where characters were left out that nobody saw."""
    for field in asked:
        value = values.get(field.name, "")
        if words := write_in_full(value, locale):
            more = [
                value.guess if isinstance(value, When) else "",
                write_past(value, today) if field.lies != "behind" else "",
            ]
            yield Note(field=field.name, message=_sentences(words, *more))
        if nothing := fields.declined(field, answers.get(field.name, "")):
            yield Note(field=field.name, message=f"“{nothing}” counts as no answer.")
        if hidden := fields.count_hidden(answers.get(field.name, "")):
            yield Note(field=field.name, message=_left_out(hidden))
    if hidden := sum(map(fields.count_hidden, edits.values())):
        yield Note(field="", message=_left_out(hidden))


def _sentences(first: str, *more: str) -> str:
    """Return some words, with a stop where sentences follow."""
    said = [sentence for sentence in more if sentence]
    return " ".join([first.removesuffix(".") + "." if said else first, *said])


def _left_out(hidden: int) -> str:
    if hidden == 1:
        return "One character that cannot be seen was left out."
    return f"{hidden} characters that cannot be seen were left out."


def check(message_type: MessageType, draft: Draft, text: str) -> tuple[Finding, ...]:
    """Apply the type's checks to a text that was edited after the draft was made."""
    return checks.check(replace(draft, text=text), checks_of(message_type, declines=draft.declines))


def check_text(text: str, message_type: MessageType | None = None, channel: str | None = None) -> tuple[Finding, ...]:
    """Apply the checks to a text whose answers nobody knows.

    Args:
        text: The whole message, under `Subject: …` and an empty line if it has one.
        message_type: Decides which checks apply; None means those that hold for every message.
        channel: Decides on lengths; None means the first of the type, or email.

    Raises:
        UnknownNameError: A channel that the type does not have.
    """
    possible = message_type.channels if message_type else tuple(catalogue.layouts())
    channel = _known("channel", channel or (message_type.channels[0] if message_type else "email"), possible)
    first, _, rest = text.replace("\r\n", "\n").strip().partition("\n")
    is_subject = first.casefold().startswith("subject:")
    subject = Part(name="subject", label="", before="", segments=(Segment(text=first[8:].strip()),), uses=())
    draft = Draft(
        type=message_type.slug if message_type else "",
        channel=channel,
        tone=DEFAULT_TONE,
        length=DEFAULT_LENGTH,
        locale=next(iter(catalogue.locales().values())),
        headers=(subject,) if is_subject else (),
        parts=(),
        text=rest.strip() if is_subject else f"{first}\n{rest}".strip(),
        declines=message_type is None or message_type.declines is True,
        missing=(),
        phrases={},
    )
    if message_type is None:
        return checks.check(draft, checks.FOR_EVERY_MESSAGE)
    return checks.check(draft, checks_of(message_type, declines=draft.declines))


def styles(message_type: MessageType) -> Iterator[Style]:
    """Yield every channel of a type with every tone and every length that the channel has."""
    for channel in message_type.channels:
        lengths = LENGTHS if catalogue.layouts()[channel].short else (DEFAULT_LENGTH,)
        yield from (Style(channel=channel, tone=tone, length=length) for tone in TONES for length in lengths)


def verify(message_type: MessageType) -> None:
    """Hold the first example against the type's own checks, in every style and every locale, and each other as it is written.

    Raises:
        CatalogueError: An example has an answer that cannot be read, a gap, or a finding.
    """
    first, *others = message_type.examples
    ways = [
        (first, replace(style, locale=locale)) for style, locale in product(styles(message_type), catalogue.locales())
    ]
    for example, style in [*ways, *((each, each.style) for each in others)]:
        made = compose(message_type, example.answers, style)
        for fault in faults(made):
            draft = made.draft
            raise CatalogueError(
                file=f"generator/messages/{message_type.slug}.txt",
                line=example.line,
                fault=f"the example “{example.name}” as {draft.channel}, {draft.tone}, {draft.length}, {draft.locale.name}: {fault}",
            )


def faults(made: Composition) -> Iterator[str]:
    """Yield a sentence for each answer that could not be read, each finding, and each gap."""
    yield from (f"{problem.field}: {problem.message}" for problem in made.problems)
    yield from (f"{finding.check}: {finding.message}" for finding in made.findings)
    yield from (f"{name} is missing" for name in made.draft.missing)


def _complete(style: Style, message_type: MessageType) -> Style:
    """Return the style with the default in the place of each empty choice."""
    locales = catalogue.locales()
    return Style(
        channel=_known("channel", style.channel or message_type.channels[0], message_type.channels),
        tone=_known("tone", style.tone or DEFAULT_TONE, TONES),
        length=_known("length", style.length or DEFAULT_LENGTH, LENGTHS),
        locale=_known("locale", style.locale or next(iter(locales)), locales),
    )


def _known(what: str, name: str, known: Collection[str]) -> str:
    if name not in known:
        raise UnknownNameError(what=what, name=name, known=known)
    return name
