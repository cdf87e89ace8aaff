"""The sandbox, and what a template body may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import pairwise

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

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
    comparisons: tuple[tuple[int, str, str], ...]
    """Line, variable and text for each place where the two are compared."""
    faults: tuple[tuple[int, str], ...]
    """Line and sentence for each thing that a body may not hold."""


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    environment.globals.clear()
    environment.filters.clear()
    environment.tests.clear()
    return environment


_ENVIRONMENT = _environment()


_READY: dict[str, Blocks] = {}
"""Name of a module that Jinja has made of a body → what the body consists of."""


def adopt(module: str, names: Mapping[str, tuple[str, ...]]) -> None:
    """Take `module`, which holds what `source_of` wrote, for a body from now on; `names` are those of its `Blocks`."""
    _READY[module] = Blocks(names=names, lines={}, variables=(), comparisons=(), faults=())


def source_of(body: str) -> str:
    """Return the source of the Python module that Jinja makes of a body."""
    return _ENVIRONMENT.compile(body, raw=True, defer_init=True)


@cache
def compile_body(body: str) -> Template:
    """Return the template of a body; bodies come from the catalogue alone, so there are few and they are trusted."""
    if body in _READY:
        return Template.from_module_dict(_ENVIRONMENT, vars(import_module(body)), {})
    return _ENVIRONMENT.from_string(body)


@cache
def inspect(body: str) -> Blocks:
    """Tell what a template body holds, without running it."""
    if body in _READY:
        return _READY[body]
    try:
        tree = _ENVIRONMENT.parse(body)
    except TemplateSyntaxError as error:
        fault = f"{error.message}: write each part as {{% block decision %}}…{{% endblock %}}."
        return Blocks({}, {}, (), (), ((error.lineno, fault),))
    blocks = list(tree.find_all(nodes.Block))
    everything = list(tree.find_all(nodes.Node))
    return Blocks(
        names={block.name: tuple(dict.fromkeys(name.name for name in block.find_all(nodes.Name))) for block in blocks},
        lines={block.name: block.lineno for block in blocks},
        variables=tuple((name.lineno, name.name) for name in everything if isinstance(name, nodes.Name)),
        comparisons=tuple(_comparisons(everything)),
        faults=tuple(_faults(body, tree, everything)),
    )


def _comparisons(everything: Iterable[nodes.Node]) -> Iterator[tuple[int, str, str]]:
    for node in (each for each in everything if isinstance(each, nodes.Compare)):
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        for name in (side for side in sides if isinstance(side, nodes.Name)):
            yield from ((node.lineno, name.name, str(side.value)) for side in sides if isinstance(side, nodes.Const))


def _faults(body: str, tree: nodes.Template, everything: Iterable[nodes.Node]) -> Iterator[tuple[int, str]]:
    for node in everything:
        if not isinstance(node, _ALLOWED):
            kind = type(node).__name__
            yield node.lineno, f"{kind} is not for messages: use only {{{{ field }}}}, {{% if %}} and {{% block %}}."
        elif isinstance(node, nodes.CondExpr) and node.expr2 is None:
            yield node.lineno, "this condition has no else: write {{ 'words' if field else '' }}."
    for line in _ifs_without_else(body):
        yield line, "this condition has no else: end it {% else %}{% endif %} if nothing is to be said otherwise."
    yield from ((line, _ASTRAY) for line in _lines_astray(tree))
    for line, words in enumerate(body.splitlines(), start=1):
        if any(0xE000 <= ord(char) <= 0xF8FF for char in words):
            yield line, "a private-use character stands here, which would be taken for an answer: take it out."


_ASTRAY = (
    "these words stand outside of every block: put them into {% block decision %}…{% endblock %}, each block once."
)


def _lines_astray(tree: nodes.Template) -> Iterator[int]:
    """Yield the line of whatever stands outside of the blocks, in a block within a block, or in a block of a name used before."""
    for child in tree.body:
        if isinstance(child, nodes.Block):
            yield from (inner.lineno for inner in child.find_all(nodes.Block))
        for piece in getattr(child, "nodes", [] if isinstance(child, nodes.Block) else [child]):
            words = piece.data if isinstance(piece, nodes.TemplateData) else "{{"
            if words.strip():
                yield piece.lineno + words[: len(words) - len(words.lstrip())].count("\n")
    names = [block.name for block in tree.find_all(nodes.Block)]
    yield from (block.lineno for i, block in enumerate(tree.find_all(nodes.Block)) if block.name in names[:i])


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
