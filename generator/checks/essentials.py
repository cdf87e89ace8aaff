"""What a message needs: a decision or a request at its head, the job, the day, one word of thanks, a way to answer."""

from __future__ import annotations

import re

from generator.checks import patterns
from generator.checks.days import NAMED_DAY, read_days, read_figures
from generator.checks.objections import Objection
from generator.checks.passages import Passage
from generator.checks.speech import sentences, subject_of
from generator.model.message import Draft

_GREETING = re.compile(
    r"(?:dear|hello|hi)\b|(?:this is|it['’]s) [^,.]{1,254}\.$"
    r"|thank(?:s| you)(?: so much)? for (?:calling|getting in touch|your (?:message|email))\b[^.!?]*\.$",
    re.IGNORECASE,
)
"""“Hello, Ms Varga. This is Edda Bright.” “Thank you for your message about the registrar role.”"""


def find_late_decision(draft: Draft, passage: Passage) -> Objection | None:
    """Find that the first two sentences do not say no."""
    if patterns.DECISION.search(_opening(draft, passage)):
        return None
    return Objection(
        "The no comes late. Say in the first two sentences that you are not going on, for instance: I am withdrawing."
    )


def find_late_request(draft: Draft, passage: Passage) -> Objection | None:
    """Find that the first two sentences neither ask for anything nor say what cannot be, which a request can follow from."""
    opening = _opening(draft, passage)
    if patterns.REQUEST.search(opening) or patterns.DECISION.search(opening):
        return None
    return Objection("The question comes late. Ask it in the first two sentences, for instance: Could it be Monday?")


def find_missing_role(draft: Draft, passage: Passage) -> Objection | None:
    """Find that nothing says which job is meant; in the room everybody knows."""
    if draft.channel == "spoken" or _names_role(draft, passage):
        return None
    return Objection("The message does not say which job it is about. Name it as the advert does.")


def find_missing_date(draft: Draft, passage: Passage) -> Objection | None:
    """Find that the day of the interview is not named, where it is known or the message type asks for it."""
    if "interview_when" in draft.missing or _names_day(draft, passage):
        return None
    return Objection(
        "The message does not say which interview is off. Name the day, so that it can be found in a calendar."
    )


def find_thanks_not_once(draft: Draft, passage: Passage) -> Objection | None:
    """Find that nobody is thanked, or that more than one sentence of what is said in one go does it.

    A reply that is held ready may thank for what it answers; a message for a machine has thanks of its own.
    """
    parts = passage.sections
    replies = any(_count_thanks(text) for name, text in parts.items() if name.startswith("reply"))
    counts = [_count_thanks(parts["main"]) or int(replies)]
    counts += [_count_thanks(parts["voicemail"])] if "voicemail" in parts else []
    if all(count == 1 for count in counts):
        return None
    if max(counts) > 1:
        thanks = [span for span in passage.sentences if patterns.THANKS.search(passage.text, *span)]
        return Objection(
            "Thanks are said more than once. Keep the one sentence that thanks them for something particular.",
            remove=min(thanks, key=lambda span: span[1] - span[0]) if "voicemail" not in parts else None,
        )
    return Objection("Nobody is thanked. One sentence does it, best for something that only they did.")


def find_missing_contact(draft: Draft, passage: Passage) -> Objection | None:
    """Find that there is no way to reach the sender."""
    if patterns.CONTACT.search(passage.text) or "sender_contact" in draft.missing:
        return None
    return Objection("You leave a door open without saying how to reach you. Add a phone number or an email address.")


def _count_thanks(text: str) -> int:
    return sum(bool(patterns.THANKS.search(sentence)) for sentence in sentences(text))


def _opening(draft: Draft, passage: Passage) -> str:
    """Return the first two sentences, and before them the greeting and what is the reader's own; a heading is none."""
    opening: list[str] = []
    own = {segment.text for part in draft.parts for segment in part.segments if segment.field}
    said = (each for each in sentences(passage.sections["main"]) if each[-1] not in ",;:" and not each[-1].isalnum())
    for sentence in said:
        opening.append(sentence)
        if sum(not _GREETING.match(each) and each not in own for each in opening) == 2:
            break
    return " ".join(opening)


def _write_all(draft: Draft, passage: Passage) -> str:
    """Return subject and text, with the one kind of apostrophe that the answers may lack or have."""
    return f"{subject_of(draft)}\n{passage.text}".replace("’", "'").casefold()


def _names_role(draft: Draft, passage: Passage) -> bool:
    """Tell whether the role stands there, or, where it was not answered, anything that names a job."""
    if "role" in draft.phrases:
        return draft.phrases["role"].replace("’", "'").casefold() in _write_all(draft, passage)
    return "role" in draft.missing or patterns.ROLE.search(_write_all(draft, passage)) is not None


def _names_day(draft: Draft, passage: Passage) -> bool:
    """Tell whether the day stands there in either order, or, where it was not answered, anything that names a day."""
    text = _write_all(draft, passage)
    if "interview_when_day" not in draft.phrases:
        return NAMED_DAY.search(text) is not None
    said = (draft.phrases["interview_when_day"], draft.phrases.get("interview_when_on_day", ""))
    if any(words and words.casefold() in text for words in said):
        return True
    named = {day[:2] for day in read_days(text)} | set(read_figures(text))
    return any(day[:2] in named for day in read_days(draft.phrases["interview_when_day"]))
