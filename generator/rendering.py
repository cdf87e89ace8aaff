"""The sandbox: a message type, a layout and values → a draft.

A template never sees what a person typed. Each answer goes in as one private-use character, which cleaning has taken out of
every answer before; the words are put in its place when the template is done. So an answer cannot be code, and the
draft knows which answer made which words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.model import Draft, Field, Layout, MessageType, Part, PartName, Segment, Value
from generator.wording import FORMS, names

_FIRST_TOKEN = 0xE000  # the first private-use character
_TOKEN = re.compile("([\ue000-\uf8ff])")
_TOKEN_AND_STOP = re.compile("([\ue000-\uf8ff])[.]")
_HARD_BREAK = re.compile(r"\\(?:\n|\Z)")
_STARTS = re.compile(r"(?:\A|\n|[.!?] )\Z")  # where a line or a sentence begins
_ALLOWED = (
    nodes.Template,
    nodes.Block,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.If,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
)


@dataclass(frozen=True, slots=True)
class Blocks:
    """What a template body consists of."""

    names: Mapping[str, tuple[str, ...]]
    """Part → the names of variables in it, in order of appearance."""
    lines: Mapping[str, int]
    """Part → the line on which it starts, from 1."""
    variables: tuple[tuple[int, str], ...]
    """Line and name of each use of a variable."""
    faults: tuple[tuple[int, str], ...]
    """Line and sentence for each thing that a body may not hold."""


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    environment.globals.clear()
    environment.filters.clear()
    environment.tests.clear()
    return environment


_ENVIRONMENT = _environment()


@lru_cache(maxsize=None)  # bodies come from the catalogue alone, so there are few and they are trusted
def _compile(body: str) -> Template:
    return _ENVIRONMENT.from_string(body)


@lru_cache(maxsize=None)
def inspect(body: str) -> Blocks:
    """Tell what a template body holds, without running it."""
    try:
        tree = _ENVIRONMENT.parse(body)
    except TemplateSyntaxError as error:
        return Blocks({}, {}, (), ((error.lineno, f"{error.message}: write each part as {{% block decision %}}…{{% endblock %}}."),))
    blocks = list(tree.find_all(nodes.Block))
    return Blocks(
        names={block.name: tuple(dict.fromkeys(name.name for name in block.find_all(nodes.Name))) for block in blocks},
        lines={block.name: block.lineno for block in blocks},
        variables=tuple((name.lineno, name.name) for name in tree.find_all(nodes.Name)),
        faults=tuple(_faults(body, tree)),
    )


def _faults(body: str, tree: nodes.Template) -> Iterator[tuple[int, str]]:
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            kind = type(node).__name__
            yield node.lineno, f"{kind} is not for messages: use only {{{{ field }}}}, {{% if %}} and {{% block %}}."
        elif isinstance(node, nodes.CondExpr) and node.expr2 is None:
            yield node.lineno, "this condition has no else: write {{ 'words' if field else '' }}."
    for line in _ifs_without_else(body):
        yield line, "this condition has no else: end it {% else %}{% endif %} if nothing is to be said otherwise."
    for child in tree.body:
        for piece in getattr(child, "nodes", ()):
            if not isinstance(piece, nodes.TemplateData) or piece.data.strip():
                yield piece.lineno, "these words stand outside of every block: put them into {% block decision %}…{% endblock %}."


def _ifs_without_else(body: str) -> Iterator[int]:
    """Yield the line of each `{% if %}` that ends without `{% else %}`, which the syntax tree cannot tell from an empty one."""
    opened: list[int] = []
    complete: list[bool] = []
    tokens = [token for token in _ENVIRONMENT.lex(body) if token[1] != "whitespace"]
    for (_, before, _), (line, kind, word) in pairwise(tokens):
        if before != "block_begin" or kind != "name":
            continue
        if word == "if":
            opened.append(line)
            complete.append(False)
        elif word == "else":
            complete[-1] = True
        elif word == "endif" and not (opened.pop(), complete.pop())[1]:
            yield line


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
    vocabulary: Mapping[str, PartName],
    asked: tuple[Field, ...],
    values: Mapping[str, Value],
    unread: frozenset[str],
    tone: str,
) -> Draft:
    """Make the draft.

    Args:
        message_type: The situation.
        layout: Of the channel that is wanted.
        vocabulary: Part → its label and place.
        asked: The fields that count in this channel with these choices; to the template the others are empty.
        values: Field → value, for those that were answered.
        unread: Fields whose answer could not be read: they leave a gap even where they are optional.
        tone: A key of `TONES`.
    """
    words = {name: segment for field in asked for name, segment in _write_field(field, values, unread)}
    tokens = {name: chr(_FIRST_TOKEN + i) for i, name in enumerate(words)}
    silent = {name: "" for field in message_type.fields for name in names(field.name, field.kind)}
    chosen = {name: value for name, value in values.items() if isinstance(value, bool) or name not in words}
    context = silent | tokens | chosen | {"channel": layout.channel, "tone": tone}
    by_token = {token: words[name] for name, token in tokens.items()}

    made = {}
    for name, body in sources(message_type, layout).items():
        text = "".join(_compile(body).blocks[name](_compile(body).new_context(context)))
        if segments := tuple(_split(_flow(text, by_token), by_token)):
            uses = tuple(f.name for f in asked if not {*names(f.name, f.kind)}.isdisjoint(inspect(body).names[name]))
            made[name] = Part(name=name, label=vocabulary[name].label, before="", segments=segments, uses=uses)
    headers = tuple(made[name] for name in layout.headers if name in made)
    parts = tuple(_arrange(made, layout, vocabulary))
    gaps = {segment.field for part in headers + parts for segment in part.segments if segment.gap}
    return Draft(
        type=message_type.slug,
        channel=layout.channel,
        tone=tone,
        headers=headers,
        parts=parts,
        text="".join(part.before + text_of(part) for part in parts),
        missing=tuple(field.name for field in message_type.fields if field.name in gaps),
        phrases={name: segment.text for name, segment in words.items() if not segment.gap},
    )


def text_of(part: Part) -> str:
    """Return the words of one part."""
    return "".join(segment.text for segment in part.segments)


def _write_field(field: Field, values: Mapping[str, Value], unread: frozenset[str]) -> Iterator[tuple[str, Segment]]:
    """Yield each name of a field that is written out, with its words or its gap; a choice or an unanswered one yields none."""
    if field.kind in ("choice", "yes"):
        return
    if field.name in values:
        for name, form in zip(names(field.name, field.kind), FORMS.get(field.kind, {"": str}).values(), strict=True):
            yield name, Segment(text=form(values[field.name]), field=field.name)
    elif field.required or field.name in unread:
        for name in names(field.name, field.kind):
            yield name, Segment(text=f"[{field.gap}]", field=field.name, gap=True)


def _flow(text: str, by_token: Mapping[str, Segment]) -> str:
    """Return a part's text as one run: the template's own line ends are spaces, but a backslash ends a line."""
    lines = (" ".join(line.split()) for line in _HARD_BREAK.split(text))
    text = "\n".join(filter(None, lines))
    return _TOKEN_AND_STOP.sub(lambda match: match[1] if by_token[match[1]].text[-1] in ".!?…" else match[0], text)


def _split(text: str, by_token: Mapping[str, Segment]) -> Iterator[Segment]:
    """Yield the words of the template and, in place of each token, the answer."""
    before = ""
    for piece in filter(None, _TOKEN.split(text)):
        segment = by_token.get(piece) or Segment(text=piece)
        if segment.field and segment.text.startswith("the ") and _STARTS.search(before):
            segment = replace(segment, text="The " + segment.text[4:])
        yield segment
        before = segment.text


def _arrange(made: Mapping[str, Part], layout: Layout, vocabulary: Mapping[str, PartName]) -> Iterator[Part]:
    """Yield the parts in the order of the text, each with what divides it from the one before and under its cue."""
    divider = ""
    for paragraph in layout.paragraphs:
        if not paragraph and divider:
            divider += "\n\n"
        for name in paragraph:
            if name not in made:
                continue
            word, part = vocabulary[name], made[name]
            before = "\n" if word.own_line and divider == " " else divider
            cue = (Segment(text=f"{word.cue}\n"),) if word.cue else ()
            yield replace(part, before=before, segments=cue + part.segments)
            divider = " "
        divider = "\n\n" if divider == " " else divider
