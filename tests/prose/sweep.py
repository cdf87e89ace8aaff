"""Every message that answers can lead to, held against the rules: what is wrong in them, and what there is to read in them."""

from __future__ import annotations

import re
import threading
from collections import ChainMap, Counter
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context

from generator.model.message import TONES, Draft, MessageType
from tests.prose.harms import do_harm
from tests.prose.reach import Reached, reach
from tests.prose.rules import Message, break_rules

TYPED = ("to", "greeting", "sender_address", "recipient_address", "signature", "contact")
"""Parts that hold hardly more than what a reader typed."""


@dataclass(frozen=True)
class Swept:
    """The messages of one type in one channel."""

    messages: int
    faults: Counter[str]
    ways: Mapping[str, str]
    """Fault → how the first message that has it was come by."""
    parts: Mapping[str, str]
    """The words of each part, once → its locale."""


def sweep(message_type: MessageType, channel: str, *, whole: bool, tones: Collection[str] = tuple(TONES)) -> Swept:
    """Make all messages of a type in a channel and some tones, or a sample, and judge them."""
    number, faults, ways, parts = 0, Counter(), {}, {}
    for reached in reach(message_type, channel, whole=whole, tones=tones):
        number += 1
        for fault in judge(reached):
            faults[fault] += 1
            ways.setdefault(fault, reached.way)
        parts |= read(reached)
    return Swept(messages=number, faults=faults, ways=ways, parts=parts)


def sweep_whole_type(message_type: MessageType) -> dict[str, Swept]:
    """Make and judge all messages of a type, by channel; side by side where this process can be doubled."""
    ways = [(message_type, channel, tone) for channel in message_type.channels for tone in TONES]
    if "fork" in get_all_start_methods() and threading.active_count() == 1:
        with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
            pieces = list(pool.map(_sweep_one, ways))
    else:
        pieces = list(map(_sweep_one, ways))
    return {
        channel: _together([piece for (_, each, _), piece in zip(ways, pieces, strict=True) if each == channel])
        for channel in message_type.channels
    }


def _sweep_one(way: tuple[MessageType, str, str]) -> Swept:
    message_type, channel, tone = way
    return sweep(message_type, channel, whole=True, tones=[tone])


def _together(pieces: list[Swept]) -> Swept:
    return Swept(
        messages=sum(piece.messages for piece in pieces),
        faults=sum((piece.faults for piece in pieces), Counter()),
        ways=ChainMap(*(dict(piece.ways) for piece in pieces)),
        parts=ChainMap(*(dict(piece.parts) for piece in pieces)),
    )


def judge(reached: Reached) -> list[str]:
    made = reached.made
    found = [f"{problem.field}: {problem.message}" for problem in made.problems]
    found += [f"missing: {name}" for name in made.draft.missing]
    found += [f"{finding.check}: {finding.message}" for finding in made.findings]
    message = Message.of(made.draft)
    return found + break_rules(message) + do_harm(reached, message)


def read(reached: Reached) -> dict[str, str]:
    """Return the words of each part of a message, with its locale."""
    draft = reached.made.draft
    return dict.fromkeys(_words(draft), draft.locale.name)


def _words(draft: Draft) -> Iterator[str]:
    for part in (*draft.headers, *draft.parts):
        if part.name not in TYPED:
            yield re.sub(r"^If [^\n]+:\n", "", "".join(segment.text for segment in part.segments))
