"""Tact on text that a reader has edited: reasons, criticism, apologies, private matters, threats and doubts."""

from __future__ import annotations

import re

from generator.checks import patterns
from generator.checks.clauses import first_match, matches, matches_in_order
from generator.checks.criticism_patterns import CRITICISM
from generator.checks.objections import Objection, spare_sentence
from generator.checks.passages import Passage
from generator.checks.private_patterns import AGE, FAMILY, HEALTH, IMMIGRATION, MONEY
from generator.checks.speech import sections
from generator.checks.tact_patterns import APOLOGY, GROVELLING, HEDGING, HINTS, THREATS
from generator.model.message import Draft

PRIVATE = (
    (HEALTH, "for personal reasons"),
    (FAMILY, "for family reasons"),
    (MONEY, "for personal reasons"),
    (IMMIGRATION, "for personal reasons"),
    (AGE, "for personal reasons"),
)
"""What is the writer's own, and what says as much without it."""

_ILLNESS = re.compile(r"\b(?:ill|sick|unwell|bed|fever|flu|temperature|virus|poorly|cold|bug)\b", re.IGNORECASE)
_FIGURE = re.compile(r"[£$€₹¥]\s?\d|\b\d{1,3},\d{3}\b|\b\d{2,3}k\b", re.IGNORECASE)


def find_unkind_reason(draft: Draft, passage: Passage) -> Objection | None:
    """Find more than one reason, or a reason that weighs them against somebody else."""
    said_once = passage.text.partition("voicemail:\n")[0]  # a machine hears the same reason again
    reasons = list(patterns.REASON.finditer(said_once))
    if len(reasons) > 1:
        return Objection(
            "There is more than one reason. One is enough, and each further one can be argued with.",
            remove=spare_sentence(passage, reasons[-1].start()),
        )
    if match := patterns.COMPARISON.search(passage.text):
        return Objection(
            f"“{match[0]}” weighs them against somebody else. Say what you decided, and leave the comparison out.",
            remove=spare_sentence(passage, match.start()),
        )
    return None


def find_criticism(draft: Draft, passage: Passage) -> Objection | None:
    """Find words that judge them or tell them what to do."""
    match = first_match(CRITICISM, passage)
    if match is None:
        return None
    return Objection(
        f"{passage.quote(*match.span())} reads as a verdict on them. Say what you are doing, and leave what they should do to them.",
        remove=spare_sentence(passage, match.start()),
    )


def find_apologies(draft: Draft, passage: Passage) -> Objection | None:
    """Find words that grovel, or more than one apology in what is written or said in one go."""
    return _find_grovelling(passage) or _find_second_apology(passage)


def _find_grovelling(passage: Passage) -> Objection | None:
    found = (match for match in matches_in_order(GROVELLING, passage) if not _is_illness(passage.text, match))
    match = next(found, None)
    if match is None:
        return None
    apologies = sum(1 for _ in matches(APOLOGY, passage))
    return Objection(
        f"{passage.quote(*match.span())} is more of an apology than a no needs. Say it once and plainly: I am sorry for the short notice.",
        remove=None if apologies == 1 else spare_sentence(passage, match.start()),
    )


def _is_illness(text: str, match: re.Match[str]) -> bool:
    """Tell whether “I feel terrible” is about a state of health."""
    return "feel" in match[0].casefold() and bool(_ILLNESS.search(text, max(0, match.start() - 60), match.end() + 60))


def _find_second_apology(passage: Passage) -> Objection | None:
    for text in sections(passage.text).values():
        first, second = [*matches_in_order(APOLOGY, Passage(text)), None, None][:2]
        if first and second:
            spare = spare_sentence(passage, passage.text.index(text) + second.start())
            alone = spare and spare[0] > passage.text.index(text) + first.start()
            words = f"“{first[0]}” twice" if first[0] == second[0] else f"“{first[0]}” and “{second[0]}”"
            return Objection(
                f"It apologises more than once: {words}. One apology is enough, for what puts them out; the no itself needs none.",
                remove=spare if alone else None,
            )
    return None


def find_private_matters(draft: Draft, passage: Passage) -> Objection | None:
    """Find health, family, money, papers or age, which nobody needs to know to be told no."""
    found = [(match, instead) for clauses, instead in PRIVATE if (match := first_match(clauses, passage))]
    if not found:
        return None
    match, instead = min(found, key=lambda each: each[0].start())
    return Objection(
        f"{passage.quote(*match.span())} is yours to tell or not; the message does not need it. You could write: {instead}.",
        remove=spare_sentence(passage, match.start()),
    )


def find_bargaining(draft: Draft, passage: Passage) -> Objection | None:
    """Find a threat, or a hint that more money would bring the writer back; a figure that is named openly is a question."""
    asks_openly = any(name.startswith("pay_") for name in draft.phrases)
    hints = () if asks_openly else matches(HINTS, passage)
    vague = [match for match in hints if not _FIGURE.search(passage.text, match.start(), match.end() + 40)]
    match = min([*matches(THREATS, passage), *vague], key=lambda match: match.start(), default=None)
    if match is None:
        return None
    return Objection(
        f"{passage.quote(*match.span())} sounds like bargaining. If your no depends on a figure, name it; if it does not, leave this out.",
        remove=spare_sentence(passage, match.start()),
    )


def find_hedging(draft: Draft, passage: Passage) -> Objection | None:
    """Find a decision that sounds as if it were still open."""
    match = first_match(HEDGING, passage)
    if match is None:
        return None
    return Objection(
        f"{passage.quote(*match.span())} leaves them guessing. Say it as settled, for instance: I am withdrawing."
    )
