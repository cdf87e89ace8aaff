"""No, with thanks: the engine that writes the messages, the same in a build, a browser and a shell."""

from __future__ import annotations

from generator.catalogue import find, layouts, load_catalogue, parts
from generator.errors import AnswerError, CatalogueError, GeneratorError, RequestError, UnknownNameError
from generator.exports import export
from generator.model import (
    STAGES,
    TONES,
    Composition,
    Draft,
    Example,
    Export,
    Field,
    Finding,
    Layout,
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
    "compose",
    "export",
    "find",
    "layouts",
    "load_catalogue",
    "parts",
    "verify",
]
