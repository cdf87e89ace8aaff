"""Writes the catalogue as Python modules, so that the browser reads no TOML and no Jinja.

The package `ready` fills the engine when it is imported: the message types as the objects that they are, and each template as
the module that Jinja makes of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import generator
from generator.model.message import Layout, MessageType
from generator.rendering import bodies

HEADER: Final = '''"""The catalogue, ready to use. Made from generator/; never edited."""

from generator import catalogue
from generator.model.message import Beside, Example, Field, Layout, Locale, MessageType, Option, PartName, Style
from generator.rendering import bodies
'''


def modules() -> dict[str, str]:
    """Return the source of each module by its path."""
    types = generator.load_catalogue()
    layouts = generator.layouts()
    everything: list[MessageType | Layout] = [*types, *layouts.values()]
    templates = {_name(each): each.body for each in everything}
    lines = [
        HEADER,
        *(
            f"bodies.adopt({f'ready.{name}'!r}, {dict(bodies.inspect(body).names)!r})"
            for name, body in templates.items()
        ),
        "catalogue.adopt(",
        "    types={",
        *(f"        {each.slug!r}: lambda: {_written(each)}," for each in types),
        "    },",
        f"    layouts={{{', '.join(f'{key!r}: {_written(each)}' for key, each in layouts.items())}}},",
        f"    parts={dict(generator.parts())!r},",
        f"    locales={dict(generator.locales())!r},",
        ")",
    ]
    found = {"ready/__init__.py": "\n".join(lines) + "\n"}
    return found | {f"ready/{name}.py": bodies.source_of(body) for name, body in templates.items()}


def _written(each: MessageType | Layout) -> str:
    """Return the expression that makes the object, with the name of its template's module for a body."""
    changed: dict[str, Any] = {"body": f"ready.{_name(each)}"}
    if isinstance(each, MessageType):
        examples = tuple(replace(example, letter="") for example in each.examples)  # they are read where they are made
        changed |= {"choices": (), "called": (), "examples": examples}  # the others lead to the page; in it nobody asks
    return repr(replace(each, **changed))


def _name(each: MessageType | Layout) -> str:
    """Return the name of the module for a body."""
    return f"type_{each.slug.replace('-', '_')}" if isinstance(each, MessageType) else f"layout_{each.channel}"
