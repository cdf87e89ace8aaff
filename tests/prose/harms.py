"""What a message must never do to whoever sends it: say what is not so, end what is to be kept, or apologise for nothing.

Each rule takes a message with the answers that it was made of, and yields the words that do harm. What the reader typed is theirs and is not
looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tests.prose.reach import Reached
from tests.prose.rules import Message, sentences

MEETING = re.compile(
    r"\bfor (?:meeting|seeing|interviewing|talking to|speaking (?:to|with)) (?:with )?me\b"
    r"|\b(?:good|great|lovely|nice|pleasure) to (?:have met|meet|have talked)\b|\bour (?:conversation|talk) (?:on|today|yesterday)\b"
    r"|\benjoyed (?:meeting|talking|our)\b",
    re.IGNORECASE,
)
WITHDRAWAL = re.compile(
    r"\bI(?:['’]m| am|['’]ve decided to| have decided to| would like to|['’]d like to| wish to| must) (?:also )?withdraw(?:ing)?\b"
    r"|\bto withdraw my (?:application|candidacy)\b|\btake my name off\b",
    re.IGNORECASE,
)
CONDITIONAL = re.compile(r"\b(?:if|unless|otherwise|in that case|would|should)\b|['’]d\b", re.IGNORECASE)
REASON = re.compile(
    r"\b(?:accepted|taken|found) (?:another|a different|a new) (?:job|position|post|role|offer)\b|\bposition elsewhere\b"
    r"|\bmy circumstances (?:have|are)\b|\bdifferent kind of work\b|\bstaying (?:where I am|in (?:the|my) (?:job|post|role))\b",
    re.IGNORECASE,
)
LATE = re.compile(
    r"\b(?:at )?(?:such )?short notice\b|\bso late\b|\bat the last minute\b|\blate notice\b|\bnotice is short\b",
    re.IGNORECASE,
)
CHANCE = re.compile(
    r"\b(?:some(?:one|body) else|(?:another|other) (?:candidate|applicant|person))s?\b[^.]*\b(?:chance|time|slot|hour|place)\b"
    r"|\b(?:time|slot|hour|place)\b[^.]*\b(?:some(?:one|body) else|(?:another|other) (?:candidate|applicant))",
    re.IGNORECASE,
)
NOBODY_CAME = ("missed-interview", "no-answer-came", "they-did-not-come")
MET = ("met_when", "thanks_for", "met", "interviewer", "liked", "round")
"""Questions whose answer can say that a meeting took place."""
SORRY = re.compile(r"\b(?:sorry|apologi[sz]e|apolog(?:y|ies)|forgive me)\b", re.IGNORECASE)


def find_thanks_for_no_meeting(reached: Reached, message: Message) -> Iterator[str]:
    """Yield thanks for a meeting before any has taken place."""
    met = any(reached.answers.get(name) for name in MET)
    if reached.type.stage in ("invited", "booked") and not met:
        yield from (found[0] for found in MEETING.finditer(message.own))


def find_withdrawal_of_what_is_kept(reached: Reached, message: Message) -> Iterator[str]:
    """Yield a withdrawal where the message declines nothing, or where the application is to stand."""
    if not reached.made.draft.declines and not reached.type.beside:
        said = sentences(message.own_sections["main"])
        yield from (each for each in said if WITHDRAWAL.search(each) and not CONDITIONAL.search(each))


def find_reason_nobody_gave(reached: Reached, message: Message) -> Iterator[str]:
    """Yield a reason where the reader chose to give none."""
    if reached.answers.get("reason") == "none" and not reached.type.gives_reason:
        yield from (found[0] for found in REASON.finditer(message.own))


def find_late_with_days_to_go(reached: Reached, message: Message) -> Iterator[str]:
    """Yield an apology for short notice where nobody said that it is short."""
    if not any(name in reached.answers for name in ("short_notice", "notice")):
        return
    if not reached.answers.get("short_notice"):
        yield from (found[0] for found in LATE.finditer(message.own))


def find_chance_for_nobody(reached: Reached, message: Message) -> Iterator[str]:
    """Yield an hour that somebody else should have, after it has passed."""
    if reached.type.slug in NOBODY_CAME:
        yield from (found[0] for found in CHANCE.finditer(message.own))


def find_apology_in_two_places(reached: Reached, message: Message) -> Iterator[str]:
    """Yield the parts that apologise, where there are several in what is said in one go."""
    parts = [part for part in reached.made.draft.parts if not part.name.startswith(("if_", "voicemail"))]
    sorry = [
        part.name for part in parts if SORRY.search("".join(each.text for each in part.segments if not each.field))
    ]
    if len(sorry) > 1:
        yield " and ".join(sorry)


HARMS: dict[str, Callable[[Reached, Message], Iterator[str]]] = {
    "thanks for a meeting that did not happen": find_thanks_for_no_meeting,
    "a withdrawal of what is kept": find_withdrawal_of_what_is_kept,
    "a reason that nobody gave": find_reason_nobody_gave,
    "short notice with days to go": find_late_with_days_to_go,
    "a chance for nobody": find_chance_for_nobody,
    "an apology in two places": find_apology_in_two_places,
}
"""Harm → function from a message and its answers to the words that do it."""


def do_harm(reached: Reached, message: Message) -> list[str]:
    """Return the harms of a message, each with the words that do it."""
    return [f"{harm}: {words}" for harm, find in HARMS.items() for words in find(reached, message)]
