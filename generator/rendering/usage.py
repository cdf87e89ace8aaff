"""Which variables a channel's message can use, whatever the answers are: found in the syntax tree, without running it."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

from generator.model.message import Layout
from generator.rendering.bodies import parse


def reached_names(body: str, part: str, layout: Layout) -> set[str]:
    """Return the variables in a part of a body, but for what stands under a condition that never holds in the channel."""
    blocks = (node for node in parse(body).body if isinstance(node, nodes.Block) and node.name == part)
    return {name for block in blocks for name in _reached(block.body, layout)}


def _reached(tree: list[nodes.Node], layout: Layout) -> Iterator[str]:
    """Yield the variables in what this channel can come to."""
    for node in tree:
        if isinstance(node, nodes.If):
            yield from _reached_in_chain(node, layout)
        else:
            yield from (name.name for name in node.find_all(nodes.Name))


def _reached_in_chain(chain: nodes.If, layout: Layout) -> Iterator[str]:
    for case in (chain, *chain.elif_):
        holds = _holds(case.test, layout)
        if holds is not False:
            yield from (name.name for name in _names(case.test))
            yield from _reached(case.body, layout)
        if holds is True:
            return
    yield from _reached(chain.else_, layout)


def _names(test: nodes.Node) -> Iterator[nodes.Name]:
    yield from ([test] if isinstance(test, nodes.Name) else test.find_all(nodes.Name))


def _holds(test: nodes.Node, layout: Layout) -> bool | None:
    """Tell whether a condition holds in this channel; None where the answers or the tone decide."""
    match test:
        case nodes.Compare(expr=nodes.Name(name="channel"), ops=[nodes.Operand(op=op, expr=nodes.Const(value=value))]):
            return bool(value == layout.channel) == (op == "eq")
        case nodes.Name(name="contracted"):
            return layout.contractions
        case nodes.Not(node=inner):
            held = _holds(inner, layout)
            return held if held is None else not held
        case nodes.And(left=left, right=right):
            both = (_holds(left, layout), _holds(right, layout))
            return False if False in both else None if None in both else True
        case nodes.Or(left=left, right=right):
            both = (_holds(left, layout), _holds(right, layout))
            return True if True in both else None if None in both else False
    return None
