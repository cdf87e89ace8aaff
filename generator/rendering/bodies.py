"""The sandbox, and what stands in a template body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from jinja2 import StrictUndefined, Template, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment


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
    """Register a precompiled body: `module` is the name of a module that holds what `source_of` wrote, `names` those of its `Blocks`."""
    _READY[module] = Blocks(names=names, lines={}, variables=(), comparisons=())


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
def parse(body: str) -> nodes.Template:
    """Return the syntax tree of a body."""
    return _ENVIRONMENT.parse(body)


@cache
def inspect(body: str) -> Blocks:
    """Tell what a template body holds, without running it."""
    if body in _READY:
        return _READY[body]
    tree = parse(body)
    blocks = list(tree.find_all(nodes.Block))
    everything = list(tree.find_all(nodes.Node))
    return Blocks(
        names={block.name: tuple(dict.fromkeys(name.name for name in block.find_all(nodes.Name))) for block in blocks},
        lines={block.name: block.lineno for block in blocks},
        variables=tuple((name.lineno, name.name) for name in everything if isinstance(name, nodes.Name)),
        comparisons=tuple(_comparisons(everything)),
    )


def _comparisons(everything: Iterable[nodes.Node]) -> Iterator[tuple[int, str, str]]:
    for node in (each for each in everything if isinstance(each, nodes.Compare)):
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        for name in (side for side in sides if isinstance(side, nodes.Name)):
            yield from ((node.lineno, name.name, str(side.value)) for side in sides if isinstance(side, nodes.Const))
