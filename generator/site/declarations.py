"""Declares the protocol of the engine for TypeScript, which checks the page: python -m generator.site.declarations."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

from generator.errors import GeneratorError

ROOT: Final = Path(__file__).parents[2]
SOURCE: Final = ROOT / "generator" / "protocol.py"
TARGET: Final = ROOT / "typings" / "assets" / "javascripts" / "engine" / "protocol.d.mts"
HEAD: Final = "// Made of generator/protocol.py by python -m generator.site.declarations: change it there.\n"
NAMES: Final = {
    "str": "string",
    "bool": "boolean",
    "int": "number",
    "float": "number",
    "None": "null",
    "True": "true",
    "False": "false",
}
"""Types and constants of Python → those of TypeScript; every other name means a type of the protocol."""

GENERICS: Final = {"list": "Array<{}>", "dict": "Record<{}>", "tuple": "[{}]"}


class DeclarationError(GeneratorError, ValueError):
    """The protocol says what there is no TypeScript for."""


def declare(source: str) -> str:
    """Return the declarations for the classes and type aliases of a module of typed dictionaries."""
    return "\n".join([HEAD, *(block for node in ast.parse(source).body for block in _declaration(node))])


def _declaration(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.ClassDef(name=name, bases=bases):
            parents = [ast.unparse(base) for base in bases if ast.unparse(base) != "TypedDict"]
            extends = f" extends {', '.join(parents)}" if parents else ""
            body = [line for each, after in pairwise([*node.body, None]) for line in _member(each, after)]
            yield "\n".join([f"/** {ast.get_docstring(node)} */", f"export interface {name}{extends} {{", *body, "}\n"])
        case ast.TypeAlias(name=ast.Name(id=name), value=value):
            yield f"export type {name} = {_type(value)};\n"


def _member(node: ast.stmt | None, after: ast.stmt | None) -> Iterator[str]:
    """Yield the lines of a key; the text that stands after it says more about it."""
    match node:
        case ast.AnnAssign(
            target=ast.Name(id=key), annotation=ast.Subscript(value=ast.Name(id="NotRequired"), slice=kind)
        ):
            optional = "?"
        case ast.AnnAssign(target=ast.Name(id=key), annotation=kind):
            optional = ""
        case _:
            return
    match after:
        case ast.Expr(value=ast.Constant(value=str(words))):
            yield f"  /** {words} */"
    yield f"  {key}{optional}: {_type(kind)};"


def _type(node: ast.expr) -> str:
    """Return the TypeScript for an annotation."""
    match node:
        case ast.Name(id=name):
            written = NAMES.get(name, name)
        case ast.Constant(value=value):
            written = f'"{value}"' if isinstance(value, str) else NAMES[str(value)]
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            written = f"{_type(left)} | {_type(right)}"
        case ast.Subscript(value=ast.Name(id=generic), slice=ast.Tuple(elts=[*elements])) if generic in GENERICS:
            written = GENERICS[generic].format(", ".join(map(_type, elements)))
        case ast.Subscript(value=ast.Name(id=generic), slice=element) if generic in GENERICS:
            written = GENERICS[generic].format(_type(element))
        case ast.Subscript(value=ast.Name(id="Literal"), slice=ast.Tuple(elts=values)):
            written = " | ".join(map(_type, values))
        case ast.Subscript(value=ast.Name(id="Literal"), slice=value):
            written = _type(value)
        case _:
            raise DeclarationError(
                f"There is no TypeScript for “{ast.unparse(node)}”: write it with list, dict, tuple, Literal and |."
            )
    return written


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(declare(SOURCE.read_text("utf-8")), "utf-8")
