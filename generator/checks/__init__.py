"""The rules of the handbook, applied to a draft's text as it stands, edited or not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from generator.checks import patterns
from generator.checks.contradictions import find_contradiction
from generator.checks.days import read_days, read_figures
from generator.checks.found import Found, spare_sentence
from generator.checks.gaps import find_blank
from generator.checks.rivals import find_rival
from generator.checks.speech import body_of, count_words, sections, sentence_spans, sentences, speaking_seconds
from generator.checks.tact import find_apologies, find_bargaining, find_criticism, find_hedging, find_private_matters
from generator.model.message import Draft, Finding, Segment

WRITTEN_WORDS = {"email": (30, 120), "letter": (30, 160), "note": (20, 90), "text": (12, 70)}
"""Channel → fewest and most words from the greeting on; a letter may take a little longer, a note is brief, a text more so."""
SHORT_WORDS = (15, 90)
"""The same, for a short form."""
SPOKEN_SECONDS = {"main": 60, "reply": 30, "voicemail": 30}
"""Section of what is said aloud → the most seconds it may take at 130 words a minute."""

GUIDES = {
    "decision-first": "anatomy.md#decision",
    "request-first": "anatomy.md#request",
    "names-the-role": "anatomy.md#decision",
    "names-the-date": "anatomy.md#decision",
    "thanks-once": "anatomy.md#thanks",
    "reason-is-kind": "anatomy.md#reason",
    "no-lecture": "anatomy.md#criticism",
    "apology-once": "anatomy.md#apology",
    "no-oversharing": "anatomy.md#oversharing",
    "no-rival": "anatomy.md#rival",
    "no-bluff": "anatomy.md#bluff",
    "no-hedging": "anatomy.md#hedging",
    "no-contradiction": "anatomy.md#contradiction",
    "contact-details": "anatomy.md#contact",
    "length": "anatomy.md#length",
    "no-gap": "anatomy.md#gaps",
}
"""Check → the place in the handbook that explains it."""


def find_late_decision(draft: Draft) -> Found | None:
    """Find that the first two sentences do not say no."""
    if patterns.DECISION.search(_opening(draft)):
        return None
    return Found(
        "The no comes late. Say in the first two sentences that you are not going on, for instance: I am withdrawing."
    )


def find_late_request(draft: Draft) -> Found | None:
    """Find that the first two sentences neither ask for anything nor say what cannot be, which a request can follow from."""
    opening = _opening(draft)
    if patterns.REQUEST.search(opening) or patterns.DECISION.search(opening):
        return None
    return Found("The question comes late. Ask it in the first two sentences, for instance: Could it be Monday?")


def find_missing_role(draft: Draft) -> Found | None:
    """Find that nothing says which job is meant; in the room everybody knows."""
    if draft.channel == "spoken" or _names_role(draft):
        return None
    return Found("The message does not say which job it is about. Name it as the advert does.")


def find_missing_date(draft: Draft) -> Found | None:
    """Find that the day of the interview is not named, where it is known or the message type asks for it."""
    if "interview_when" in draft.missing or _names_day(draft):
        return None
    return Found(
        "The message does not say which interview is off. Name the day, so that it can be found in a calendar."
    )


def find_thanks_not_once(draft: Draft) -> Found | None:
    """Find no thanks, or thanks in more than one sentence; what goes on a machine counts by itself."""
    parts = sections(body_of(draft.text))
    spoken = "\n".join(text for name, text in parts.items() if name != "voicemail")
    counts = [sum(bool(patterns.THANKS.search(sentence)) for sentence in sentences(spoken))]
    if "voicemail" in parts:
        counts.append(sum(bool(patterns.THANKS.search(sentence)) for sentence in sentences(parts["voicemail"])))
    if all(count == 1 for count in counts):
        return None
    if max(counts) > 1:
        thanks = [span for span in sentence_spans(draft.text) if patterns.THANKS.search(draft.text, *span)]
        return Found(
            "Thanks are said more than once. Keep the one sentence that thanks them for something particular.",
            strike=min(thanks, key=lambda span: span[1] - span[0]) if "voicemail" not in parts else None,
        )
    return Found("Nobody is thanked. One sentence does it, best for something that only they did.")


def find_unkind_reason(draft: Draft) -> Found | None:
    """Find more than one reason, or a reason that weighs them against somebody else."""
    reasons = list(patterns.REASON.finditer(draft.text))
    if len(reasons) > 1:
        return Found(
            "There is more than one reason. One is enough, and each further one can be argued with.",
            strike=spare_sentence(draft.text, reasons[-1].start()),
        )
    if match := patterns.COMPARISON.search(draft.text):
        return Found(
            f"“{match[0]}” weighs them against somebody else. Say what you decided, and leave the comparison out.",
            strike=spare_sentence(draft.text, match.start()),
        )
    return None


def find_missing_contact(draft: Draft) -> Found | None:
    """Find that there is no way to reach the sender."""
    if patterns.CONTACT.search(draft.text) or "sender_contact" in draft.missing:
        return None
    return Found("You leave a door open without saying how to reach you. Add a phone number or an email address.")


def find_wrong_length(draft: Draft) -> Found | None:
    """Find a text that is too short to be kind, too long to be read, or too long to be said."""
    body = body_of(draft.text)
    if draft.channel in WRITTEN_WORDS:
        words = count_words(body)
        fewest, most = SHORT_WORDS if draft.length == "short" else WRITTEN_WORDS[draft.channel]
        if words < fewest:
            return Found(
                f"The message has {words} words. Under {fewest} it can seem curt: one sentence more of thanks is enough."
            )
        if words > most:
            return Found(f"The message has {words} words. Over {most} it is skimmed: take out what they already know.")
        return None
    for name, text in sections(body).items():
        seconds, most = speaking_seconds(text), SPOKEN_SECONDS[name.partition(" ")[0]]
        if seconds > most:
            return Found(
                f"This takes about {seconds} seconds to say. Bring it under {most}, so that you can say it without reading."
            )
    return None


def find_gap(draft: Draft) -> Found | None:
    """Find a place that was left to be filled."""
    blank = find_blank(_subject(draft)) or find_blank(draft.text)
    return Found(f"“{blank}” still waits to be filled.") if blank else None


type Check = Callable[[Draft], Found | None]

CHECKS: dict[str, Check] = {
    "decision-first": find_late_decision,
    "request-first": find_late_request,
    "names-the-role": find_missing_role,
    "names-the-date": find_missing_date,
    "thanks-once": find_thanks_not_once,
    "reason-is-kind": find_unkind_reason,
    "no-lecture": find_criticism,
    "apology-once": find_apologies,
    "no-oversharing": find_private_matters,
    "no-rival": find_rival,
    "no-bluff": find_bargaining,
    "no-hedging": find_hedging,
    "no-contradiction": find_contradiction,
    "contact-details": find_missing_contact,
    "length": find_wrong_length,
    "no-gap": find_gap,
}
"""Check → function from a draft to what it found, or None where all is well."""

ABOUT_NAMES = ("names-the-role", "names-the-date", "length")
"""Checks that read the text with its names; the others judge only the sender's words."""

TACT = ("no-lecture", "apology-once", "no-oversharing", "no-rival", "no-bluff", "no-hedging", "no-contradiction")
"""What an edit can bring into any message, and nobody should have to read."""

ALWAYS = ("reason-is-kind", *TACT, "length", "no-gap")
"""What holds for every message, so that no message type need say so."""

OPENINGS = {True: "decision-first", False: "request-first"}
"""Whether a message declines → the check of how it opens."""

FOR_EVERY_MESSAGE = ("decision-first", "names-the-role", "thanks-once", *ALWAYS)
"""What holds for a message of which nothing is known: it need not be about a day, nor ask for anything."""


def check(draft: Draft, names: tuple[str, ...]) -> tuple[Finding, ...]:
    """Apply the named checks, in the order of `CHECKS`."""
    judged = _without_names(draft)
    found = ((name, CHECKS[name](draft if name in ABOUT_NAMES else judged)) for name in CHECKS if name in names)
    return tuple(
        Finding(check=name, message=each.message, guide=GUIDES[name], strike=draft.text[slice(*each.strike or (0, 0))])
        for name, each in found
        if each
    )


def _without_names(draft: Draft) -> Draft:
    """Return the draft with another word, as long, for each name in it: nobody answers for what Rude Health is called."""
    names = [draft.phrases[field] for field in ("company", "role", "recipient", "sender") if field in draft.phrases]
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names) or r"(?!)")

    def hide(match: re.Match[str]) -> str:
        return "N".ljust(len(match[0]), "x")

    subject = Segment(text=pattern.sub(hide, _subject(draft)))
    headers = tuple(replace(part, segments=(subject,)) for part in draft.headers if part.name == "subject")
    return replace(draft, text=pattern.sub(hide, draft.text), headers=headers)


def _opening(draft: Draft) -> str:
    """Return the first two sentences after the greeting; a heading is none."""
    said = sentences(sections(body_of(draft.text))["main"])
    return " ".join([each for each in said if each[-1] not in ",;:" and not each[-1].isalnum()][:2])


def _subject(draft: Draft) -> str:
    return " ".join(segment.text for part in draft.headers if part.name == "subject" for segment in part.segments)


def _all_of(draft: Draft) -> str:
    """Return subject and text, with the one kind of apostrophe that the answers may lack or have."""
    return f"{_subject(draft)}\n{draft.text}".replace("’", "'").casefold()


def _names_role(draft: Draft) -> bool:
    """Tell whether the role stands there, or, where it was not answered, anything that names a job."""
    if "role" in draft.phrases:
        return draft.phrases["role"].replace("’", "'").casefold() in _all_of(draft)
    return "role" in draft.missing or patterns.ROLE.search(_all_of(draft)) is not None


def _names_day(draft: Draft) -> bool:
    """Tell whether the day stands there in either order, or, where it was not answered, anything that names a day."""
    if "interview_when_day" not in draft.phrases:
        return patterns.DAY.search(_all_of(draft)) is not None
    text = _all_of(draft)
    named = {day[:2] for day in read_days(text)} | set(read_figures(text))
    return any(day[:2] in named for day in read_days(draft.phrases["interview_when_day"]))
