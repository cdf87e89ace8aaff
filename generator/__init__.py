"""No, with thanks: the engine that writes the messages, the same in a build, a browser and a shell."""

from __future__ import annotations

import importlib
import typing

from generator.catalogue import chooser, find, layouts, load_catalogue, locales, parts, slugs
from generator.errors import AnswerError, CatalogueError, GeneratorError, RequestError, UnknownNameError
from generator.exports import export
from generator.forms import send
from generator.model.message import (
    LENGTHS,
    STAGES,
    TONES,
    Composition,
    Draft,
    Example,
    Export,
    Field,
    Finding,
    Layout,
    Locale,
    MessageType,
    Money,
    Note,
    Option,
    Part,
    PartName,
    Problem,
    Segment,
    Style,
    When,
)
from generator.model.sending import Sending
from generator.pipeline import check, check_text, compose, verify

if typing.TYPE_CHECKING:
    from generator.invitation import read
    from generator.model.invitation import Invitation, ReaderClock
    from generator.reply import reply_to
    from generator.reply.packet import make_packet

__all__ = [
    "LENGTHS",
    "STAGES",
    "TONES",
    "AnswerError",
    "CatalogueError",
    "Composition",
    "Draft",
    "Example",
    "Export",
    "Field",
    "Finding",
    "GeneratorError",
    "Invitation",
    "Layout",
    "Locale",
    "MessageType",
    "Money",
    "Note",
    "Option",
    "Part",
    "PartName",
    "Problem",
    "ReaderClock",
    "RequestError",
    "Segment",
    "Sending",
    "Style",
    "UnknownNameError",
    "When",
    "check",
    "check_text",
    "chooser",
    "compose",
    "export",
    "find",
    "layouts",
    "load_catalogue",
    "locales",
    "make_packet",
    "parts",
    "read",
    "reply_to",
    "send",
    "slugs",
    "verify",
]

LATER = {
    "Invitation": "generator.model.invitation",
    "ReaderClock": "generator.model.invitation",
    "make_packet": "generator.reply.packet",
    "read": "generator.invitation",
    "reply_to": "generator.reply",
}
"""Public name → the module that is imported when somebody uses it: most bring no invitation, and need none of it."""


def __getattr__(name: str) -> typing.Any:
    """Return a name of `LATER`."""
    if name not in LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(LATER[name]), name)
