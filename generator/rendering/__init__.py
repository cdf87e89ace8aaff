"""The sandbox: a message type, a layout and values → a draft.

A template never sees what a person typed. Each answer goes in as one private-use character, which cleaning has taken out of
every answer before; the words are put in its place when the template is done. So an answer cannot be code, and the
draft knows which answer made which words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.formatters import ON, flags, forms, gaps, names, write_words
from generator.model.message import (
    LENGTHS,
    Advice,
    Draft,
    Field,
    Layout,
    Locale,
    MessageType,
    Part,
    PartName,
    Segment,
    Style,
    Value,
)
from generator.rendering.bodies import compile_body, inspect
from generator.shapes import ends_sentence

_FIRST_TOKEN = 0xE000  # the first private-use character
_TOKEN = re.compile("([\ue000-\uf8ff])")
_TOKEN_AND_STOP = re.compile("([\ue000-\uf8ff])[.]")
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_HARD_BREAK = re.compile(r"\\(?:\n|\Z)")
_FULL, _SHORT = LENGTHS

ADVICE = "advice"
"""The part that is said to the reader before the message is sent, and stands in no channel."""
ARROW = "->"
"""Stands in an advice before what it leads to."""
_SPACE_BEFORE_STOP = re.compile(r" (?=[.,;:?!])")
_STARTS = re.compile(r"(?:\A|\n|[.!?] )\Z")  # where a line or a sentence begins


def sources(message_type: MessageType, layout: Layout) -> dict[str, str]:
    """Return, for each part of the channel that anybody writes, the body that writes it: the type's before the layout's."""
    found = {}
    for name in (*layout.headers, *(name for paragraph in layout.paragraphs for name in paragraph)):
        for body in (message_type.body, layout.body):
            if name in inspect(body).names:
                found[name] = body
                break
    return found


def render(
    message_type: MessageType,
    layout: Layout,
    *,
    vocabulary: Mapping[str, PartName],
    asked: tuple[Field, ...],
    values: Mapping[str, Value],
    unread: frozenset[str],
    style: Style,
    locale: Locale,
    edits: Mapping[str, str],
) -> Draft:
    """Make the draft.

    Args:
        message_type: The situation.
        layout: Of the channel that is wanted.
        vocabulary: Part → its label and place.
        asked: The fields that count in this channel with these choices; to the template the others are empty.
        values: Field → value, for those that were answered.
        unread: Fields whose answer could not be read: they leave a gap even where they are optional.
        style: How it is to be written, with no choice left empty.
        locale: The English of the style.
        edits: Part → the reader's own words for it, in place of those that the answers make; empty words leave it out.
    """
    written = [each for field in asked for each in _write_field(field, values, unread, locale)]
    words = {name: segment for name, _, segment in written}
    if layout.straight_quotes:
        words = {name: replace(segment, text=segment.text.translate(_STRAIGHT)) for name, segment in words.items()}
    tokens = {name: lead + chr(_FIRST_TOKEN + i) for i, (name, lead, _) in enumerate(written)}
    unasked = {name: "" for field in message_type.fields for name in names(field.name, field.kind)}
    chosen = {name: value for name, value in values.items() if isinstance(value, bool) or name not in words}
    for field in asked:
        chosen |= flags(field.name, field.kind, values.get(field.name))
    length = style.length if layout.short else _FULL
    chosen |= {
        "channel": layout.channel,
        "tone": style.tone,
        "length": length,
        "american": locale.american,
        "salutation_end": locale.salutation_end,
        "contracted": layout.contractions,
    }
    context = unasked | tokens | chosen
    by_token = {token[-1]: words[name] for name, token in tokens.items()}

    def write(body: str, name: str) -> tuple[Segment, ...]:
        template = compile_body(body)
        text = "".join(template.blocks[name](template.new_context(context)))
        return tuple(_split(_flow(write_words(text, locale), by_token), by_token))

    made = {}
    for name, body in sources(message_type, layout).items():
        if length == _SHORT and name not in (*layout.headers, *layout.short, *message_type.short_keeps):
            continue
        if segments := write(body, name):
            uses = tuple(f.name for f in asked if not {*names(f.name, f.kind)}.isdisjoint(inspect(body).names[name]))
            word = vocabulary[name]
            prefix = f"{word.cue}\n" if word.cue else locale.leads.get(name, "")
            before = (Segment(text=prefix),) if prefix else ()
            made[name] = Part(name=name, label=word.label, before="", segments=before + segments, uses=uses)
    edits = {name: " ".join(words.split()) if name in layout.headers else words for name, words in edits.items()}
    kept = {name: _revise(part, edits.get(name)) for name, part in made.items() if edits.get(name) != ""}
    headers = tuple(kept[name] for name in layout.headers if name in kept)
    paragraphs = layout.paragraphs_in.get(locale.name, layout.paragraphs)
    parts = tuple(_arrange(kept, paragraphs, vocabulary))
    in_order = (*layout.headers, *(name for paragraph in paragraphs for name in paragraph))
    gaps = {segment.field for part in headers + parts for segment in part.segments if segment.gap}
    return Draft(
        type=message_type.slug,
        channel=layout.channel,
        tone=style.tone,
        length=length,
        locale=locale,
        headers=headers,
        parts=parts,
        text="".join(part.before + text_of(part) for part in parts),
        declines=_declines(message_type, asked, values),
        missing=tuple(field.name for field in message_type.fields if field.name in gaps),
        phrases={name: segment.text for name, segment in words.items() if not segment.gap},
        revised=tuple(made[name] for name in in_order if name in made and name in edits),
        advice=_advise(write(message_type.body, ADVICE)) if ADVICE in inspect(message_type.body).names else None,
    )


def _advise(segments: tuple[Segment, ...]) -> Advice | None:
    """Return what a message type advises with these answers; None where it says nothing."""
    message, _, leads_to = "".join(segment.text for segment in segments).partition(ARROW)
    return Advice(message.strip(), leads_to.strip()) if message else None


def _declines(message_type: MessageType, asked: tuple[Field, ...], values: Mapping[str, Value]) -> bool:
    """Tell whether the message says no: always, never, or with one of the answers that its type names."""
    if isinstance(message_type.declines, bool):
        return message_type.declines
    return any(values[field.name] == message_type.declines.get(field.name) for field in asked if field.name in values)


def text_of(part: Part) -> str:
    """Return the words of one part."""
    return "".join(segment.text for segment in part.segments)


def _write_field(
    field: Field, values: Mapping[str, Value], unread: frozenset[str], locale: Locale
) -> Iterator[tuple[str, str, Segment]]:
    """Yield each name of a field that is written out, with the template's word before it, and its words or its gap.

    A choice or an unanswered one yields none.
    """
    if field.kind in ("choice", "yes"):
        return
    if gap := field.name not in values:
        if not field.required and field.name not in unread:
            return
        texts = gaps(field.name, field.kind, field.gap)
    else:
        texts = forms(field.name, field.kind, values[field.name], values.values(), locale)
    for name, text in texts.items():
        lead = ON if field.kind in ("date", "datetime") and text.startswith(ON) else ""
        yield name, lead, Segment(text=text.removeprefix(lead), field=field.name, gap=gap)


def _flow(text: str, by_token: Mapping[str, Segment]) -> str:
    """Return a part's text as one run: the template's own line ends are spaces, but a backslash ends a line. No space stands before a stop."""
    lines = (_SPACE_BEFORE_STOP.sub("", " ".join(line.split())) for line in _HARD_BREAK.split(text))
    text = "\n".join(filter(None, lines))
    return _TOKEN_AND_STOP.sub(lambda match: match[1] if ends_sentence(by_token[match[1]].text) else match[0], text)


def _split(text: str, by_token: Mapping[str, Segment]) -> Iterator[Segment]:
    """Yield the words of the template and, in place of each token, the answer."""
    before = ""
    for piece in filter(None, _TOKEN.split(text)):
        segment = by_token.get(piece) or Segment(text=piece)
        if segment.field and segment.text.startswith("the ") and _STARTS.search(before):
            segment = replace(segment, text="The " + segment.text[4:])
        yield segment
        before = segment.text


def _revise(part: Part, words: str | None) -> Part:
    """Return the part in the reader's words, and in them every answer and every gap of the part that still stands there."""
    return part if words is None else replace(part, segments=tuple(_find_again(part.segments, words)))


def _find_again(segments: tuple[Segment, ...], words: str) -> Iterator[Segment]:
    for i, segment in enumerate(segments):
        if i == 0 and segment.text.endswith(":\n") and words.startswith(segment.text):  # its cue
            yield segment
            words = words.removeprefix(segment.text)
        if segment.field and (found := re.search(rf"(?<!\w){re.escape(segment.text)}(?!\w)", words)):
            if found.start():
                yield Segment(text=words[: found.start()])
            yield segment
            words = words[found.end() :]
    if words:
        yield Segment(text=words)


def _arrange(
    made: Mapping[str, Part], paragraphs: tuple[tuple[str, ...], ...], vocabulary: Mapping[str, PartName]
) -> Iterator[Part]:
    """Yield the parts in the order of the text, each with what divides it from the one before."""
    divider = ""
    for paragraph in paragraphs:
        if not paragraph and divider:
            divider += "\n\n"
        for name in paragraph:
            if name not in made:
                continue
            word, part = vocabulary[name], made[name]
            before = "\n" if word.own_line and divider == " " else divider
            yield replace(part, before=before)
            divider = " "
        divider = "\n\n" if divider == " " else divider
