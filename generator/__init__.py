"""No, with thanks: the engine that writes the messages, the same in a build, a browser and a shell."""

from __future__ import annotations

from generator.catalogue import chooser, find, layouts, load_catalogue, locales, parts
from generator.errors import AnswerError, CatalogueError, GeneratorError, RequestError, UnknownNameError
from generator.exports import export
from generator.model import (
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
    When,
)
from generator.pipeline import check, check_text, compose, verify

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
    "Layout",
    "Locale",
    "MessageType",
    "Money",
    "Note",
    "Option",
    "Part",
    "PartName",
    "Problem",
    "RequestError",
    "Segment",
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
    "parts",
    "verify",
]
