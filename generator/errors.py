"""Errors: one sentence each, naming the culprit and the right form.

GeneratorError
├── CatalogueError (ValueError)      a message type, layout or vocabulary file is wrong
├── UnknownNameError (LookupError)   a type, field, channel, tone, check or export that does not exist
├── RequestError (ValueError)        a request to the worker that is not one
├── AnswerError (ValueError)         an answer that cannot be read
├── InvitationError (ValueError)     an invitation that is too large to be read
├── ExportError (ValueError)         a draft that cannot be sent in the form that is wanted, or an invitation that cannot be answered
└── AuthorError (ValueError)         a new message type that cannot be begun
"""

from __future__ import annotations

from collections.abc import Iterable


class GeneratorError(Exception):
    """Base of every error that this package raises on purpose."""


class CatalogueError(GeneratorError, ValueError):
    """A file of the catalogue breaks its rules."""

    def __init__(self, *, file: str, line: int, fault: str, more: Iterable[tuple[int, str]] = ()) -> None:
        """Build `messages/x.txt, line 3: fault`, on a line of its own for each fault; lines count from 1."""
        every = [(line, fault), *more]
        super().__init__("\n".join(f"{file}, line {number}: {each}" for number, each in every))
        self.file = file
        self.line = line


class UnknownNameError(GeneratorError, LookupError):
    """A name that nothing bears."""

    def __init__(self, *, what: str, name: str, known: Iterable[str]) -> None:
        """Name the culprit and every right name."""
        super().__init__(f"There is no {what} “{name}”; there is {', '.join(known)}.")
        self.name = name


class RequestError(GeneratorError, ValueError):
    """A request that the worker cannot understand."""


class AnswerError(GeneratorError, ValueError):
    """An answer that cannot be read; what was typed stays where it was typed."""


class InvitationError(GeneratorError, ValueError):
    """An invitation that is refused: it is too large, or holds too much."""


class ExportError(GeneratorError, ValueError):
    """A draft whose address or subject cannot stand in a mail, which no answers make; or an invitation that cannot be answered."""


class AuthorError(GeneratorError, ValueError):
    """A new message type that cannot be begun under this name."""
