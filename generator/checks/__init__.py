"""The rules of the handbook, applied to a draft's text as it stands, edited or not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from generator.checks.contradictions import find_contradiction
from generator.checks.essentials import (
    find_late_decision,
    find_late_request,
    find_missing_contact,
    find_missing_date,
    find_missing_role,
    find_thanks_not_once,
)
from generator.checks.gaps import find_gap
from generator.checks.length import find_wrong_length
from generator.checks.objections import Objection
from generator.checks.passages import Passage
from generator.checks.rivals import find_rival
from generator.checks.speech import subject_of
from generator.checks.tact import (
    find_apologies,
    find_bargaining,
    find_criticism,
    find_hedging,
    find_private_matters,
    find_unkind_reason,
)
from generator.model.message import Draft, Finding, Segment


class Check(NamedTuple):
    """A rule of the handbook."""

    find: Callable[[Draft, Passage], Objection | None]
    """From a draft and its text to what speaks against it; None where all is well."""
    guide: str
    """The place in the handbook that explains it."""
    always: bool = False
    """It holds for every message, so that no message type need say so."""
    judges_names: bool = False
    """It reads the text with its names; the others judge only the sender's words."""


TACT: Mapping[str, Check] = {
    "no-lecture": Check(find_criticism, "anatomy.md#criticism", always=True),
    "apology-once": Check(find_apologies, "anatomy.md#apology", always=True),
    "no-oversharing": Check(find_private_matters, "anatomy.md#oversharing", always=True),
    "no-rival": Check(find_rival, "anatomy.md#rival", always=True),
    "no-bluff": Check(find_bargaining, "anatomy.md#bluff", always=True),
    "no-hedging": Check(find_hedging, "anatomy.md#hedging", always=True),
    "no-contradiction": Check(find_contradiction, "anatomy.md#contradiction", always=True),
}
"""The checks of what an edit can bring into any message, and nobody should have to read."""

CHECKS: Mapping[str, Check] = {
    "decision-first": Check(find_late_decision, "anatomy.md#decision"),
    "request-first": Check(find_late_request, "anatomy.md#request"),
    "names-the-role": Check(find_missing_role, "anatomy.md#decision", judges_names=True),
    "names-the-date": Check(find_missing_date, "anatomy.md#decision", judges_names=True),
    "thanks-once": Check(find_thanks_not_once, "anatomy.md#thanks"),
    "reason-is-kind": Check(find_unkind_reason, "anatomy.md#reason", always=True),
    **TACT,
    "contact-details": Check(find_missing_contact, "anatomy.md#contact"),
    "length": Check(find_wrong_length, "anatomy.md#length", always=True, judges_names=True),
    "no-gap": Check(find_gap, "anatomy.md#gaps", always=True),
}
"""Every check by its name, in the order in which they report."""

ALWAYS = tuple(name for name, each in CHECKS.items() if each.always)
"""The checks that hold for every message."""

OPENINGS = {True: "decision-first", False: "request-first"}
"""Whether a message declines → the check of how it opens."""

FOR_EVERY_MESSAGE = ("decision-first", "names-the-role", "thanks-once", *ALWAYS)
"""What holds for a message of which nothing is known: it need not be about a day, nor ask for anything."""


def check(draft: Draft, names: tuple[str, ...]) -> tuple[Finding, ...]:
    """Apply the named checks, in the order of `CHECKS`."""
    unnamed = _without_names(draft)
    as_written, without_names = (draft, Passage(draft.text)), (unnamed, Passage(unnamed.text))
    findings = []
    for name in (each for each in CHECKS if each in names):
        found = CHECKS[name].find(*(as_written if CHECKS[name].judges_names else without_names))
        if found:
            sentence = draft.text[slice(*found.remove or (0, 0))]
            findings.append(Finding(check=name, message=found.message, guide=CHECKS[name].guide, remove=sentence))
    return tuple(findings)


def _without_names(draft: Draft) -> Draft:
    """Return the draft with a neutral word of the same length for each name in it: a name such as Rude Health is no insult."""
    names = [draft.phrases[field] for field in ("company", "role", "recipient", "sender") if field in draft.phrases]
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names) or r"(?!)")

    def hide(match: re.Match[str]) -> str:
        return "N".ljust(len(match[0]), "x")

    subject = Segment(text=pattern.sub(hide, subject_of(draft)))
    headers = tuple(replace(part, segments=(subject,)) for part in draft.headers if part.name == "subject")
    return replace(draft, text=pattern.sub(hide, draft.text), headers=headers)
