"""What an author of a message type needs in the shell: every draft of a type, with what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator

from generator import pipeline
from generator.exports import export
from generator.model import Composition, MessageType


def preview(message_type: MessageType) -> Iterator[str]:
    """Yield every draft of every example, under a line that says which it is, each followed by its faults."""
    for example in message_type.examples:
        for channel, tone, length in pipeline.manners(message_type):
            made = pipeline.compose(message_type, example.answers, channel, tone, length=length)
            yield f"=== {example.name} | {channel} | {tone} | {length} ===\n"
            yield export(made.draft, "txt").data.decode()
            yield from (f"!! {fault}\n" for fault in faults(made))


def faults(made: Composition) -> Iterator[str]:
    """Yield a sentence for each answer that could not be read, each gap, and each finding."""
    yield from (f"{problem.field}: {problem.message}" for problem in made.problems)
    yield from (f"{name} is missing" for name in made.draft.missing)
    yield from (f"{finding.check}: {finding.message}" for finding in made.findings)
