"""What a text says against its own answers, or against itself: another day, a meeting in a no, a door both open and shut."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from generator.checks.clauses import first_match
from generator.checks.days import WEEKDAY_IN_FULL, Day, read_days
from generator.checks.objections import Objection, spare_sentence
from generator.checks.passages import Passage
from generator.checks.speech import sections, sentence_spans
from generator.model.message import Draft

NO = {
    "withdr": r"(?<!not )(?<!to )(?<!than )\bwithdraw(?:n|ing)?\b|\b(?:writing|decided|like|wish|want|have|going|need|calling|and) to withdraw\b(?<!n't want to withdraw)(?<!not want to withdraw)(?<!not wish to withdraw)",
    "declin": r"(?<!not )\bdeclining\b|\b(?:must|will|have to|decided to|like to|wish to) decline\b",
    "out": r"(?<!not )\b(?:pulling|dropping|backing) out\b",
    "decided": r"\bdecided (?:against|not to)\b",
    "take ": r"\b(?:take|remove) (?:me|my name) (?:off|from)\b",
    "no longer": r"\bno longer (?:interested|wish|want|a candidate)\b",
    "not|n't": r"\b(?:not|won't be) (?:going (?:ahead|on|further)|moving forward)\b",
}
"""A no that no other day can turn into a yes; “cancel” may only move it."""

MEETING = {
    "look": rf"(?:\bI(?:'m| am|m)?(?: \w+){{0,3}} |(?m:^)|(?<=[.!?] ))(?:(?:really|so|very much) )?(?<!was )(?<!been )(?<!not )look(?:ing)? forward to (?:(?:see|meet|interview|speak|talk)ing\b|(?:the|our) (?:interview|meeting|conversation|call|chat)\b|{WEEKDAY_IN_FULL}\b|joining\b)",
    "wait to": r"(?:\bI |^|(?<=[.!?\n] ))(?:can't|cant|cannot) wait to (?:see|meet|come|start|join)\b",
    "see you": rf"\bsee you (?:all |both )?(?:(?:on |this |next )?{WEEKDAY_IN_FULL}|tomorrow|then\b|there\b)",
    "be there": rf"\bI(?:'ll| will) be there (?:on (?:{WEEKDAY_IN_FULL}|\d)|tomorrow)",
}
"""Words of somebody who is coming."""

_ELSEWHERE = re.compile(
    r"\b(?:one day|some ?day|some ?time|again|in (?:the )?future|if|when|once|at(?! \d)|around|another|instead|unless)\b|\?",
    re.IGNORECASE,
)

SHUT = {
    "contact|call|email|write": r"\b(?:do not|don't|dont|never) (?:contact|call|email|write to|get in touch with) me\b(?! (?:before|after|until|at|on|during|in|between|back|by|from)\b)",
    "interested": r"\b(?:not|no longer|never) (?:be )?interested in (?:any (?:other|future|further|more)|other|future|further|working (?:for|with|at))\b",
    "no further contact|be contacted|hear from you": r"\bno further contact\b|\b(?:do not|don't|dont) (?:want|wish) to (?:be contacted|hear from you)\b",
}
DOOR = {
    "hear|considered|touch": r"\bI(?:'d| would|'ll| will) (?:\w+ ){0,4}(?:hear (?:about|of|from)|be considered|(?:stay|keep|be) in touch)\b",
    "in mind|think of me|in touch": r"\b(?:keep|bear) me in mind\b|\bplease (?:think of me|stay in touch|keep in touch)\b",
}

_OTHER_OCCASION = re.compile(
    r"\b(?:instead|another|other|could|would|move[ds]?|moving|first|second|third|last|previous|earlier|panel|rather|next|new|also|too|both|was)\b|\?",
    re.IGNORECASE,
)
_OF_THE_INTERVIEW = re.compile(
    r"\b(?:interview|appointment|meeting)\b[^.?!\n]{0,25}\b(?:on|for|of|is) (?:the )?$|\b(?:not|won't|wont|n't) (?:be )?(?:coming|attending|come|there) on (?:the )?$",
    re.IGNORECASE,
)
_WEEKDAY_ALONE = re.compile(
    rf"\b(?:our|the) interview (?:on|for) (?P<day>{WEEKDAY_IN_FULL})\b(?!,? (?:the )?\d|,? [a-z]+ \d)", re.IGNORECASE
)


def find_contradiction(draft: Draft, passage: Passage) -> Objection | None:
    """Find another day than the interview's, a no that looks forward to meeting, or a door that is open and shut."""
    return _find_other_day(draft, passage) or _find_meeting(passage) or _find_shut_door(passage)


def _find_other_day(draft: Draft, passage: Passage) -> Objection | None:
    """Find a day that cannot be the interview's, while its own day stands nowhere beside it."""
    if "interview_when_day" not in draft.phrases:
        return None
    answered = next(read_days(draft.phrases["interview_when_day"]), None)
    wrong = next(_wrong_days(draft, passage, answered), None) if answered else None
    if wrong is None:
        return None
    return Objection(
        f"“{wrong}” is not the day of your interview, which you gave as {draft.phrases['interview_when_day']}. Correct one of the two."
    )


def _wrong_days(draft: Draft, passage: Passage, answered: Day) -> Iterator[str]:
    phrases = " ".join(draft.phrases.values())
    known = {day[:2] for day in read_days(phrases)}
    weekdays = {word[:3].casefold() for word in re.findall(WEEKDAY_IN_FULL, phrases, re.IGNORECASE)}
    for text in sections(passage.plain).values():
        said = [text[start:end] for start, end in sentence_spans(text)]
        named = any(day[:2] == answered[:2] for day in read_days(text))
        for sentence in said:
            yield from _wrong_weekdays(sentence, answered, weekdays)
            if not named and not _OTHER_OCCASION.search(sentence):
                yield from _other_days_of_interview(sentence, known, weekdays)


def _wrong_weekdays(sentence: str, answered: Day, weekdays: Collection[str]) -> Iterator[str]:
    """Yield the interview's own date under the name of another weekday."""
    for day in read_days(sentence):
        if day[:2] == answered[:2] and answered.weekday and day.weekday and day.weekday not in weekdays:
            yield sentence[day.start : day.end].rstrip(".")


def _other_days_of_interview(
    sentence: str, known: Collection[tuple[int, int]], weekdays: Collection[str]
) -> Iterator[str]:
    """Yield days that no answer names, right after words that make them the interview's."""
    for day in read_days(sentence):
        if day[:2] not in known and _OF_THE_INTERVIEW.search(sentence, max(0, day.start - 60), day.start):
            yield sentence[day.start : day.end].rstrip(".")
    for found in _WEEKDAY_ALONE.finditer(sentence):
        if weekdays and found["day"][:3].casefold() not in weekdays:
            yield found["day"]


def _find_meeting(passage: Passage) -> Objection | None:
    """Find a no, for good, in a text that looks forward to meeting them."""
    no, meeting = first_match(NO, passage), first_match(MEETING, passage)
    if not no or not meeting:
        return None
    if any(_ELSEWHERE.search(passage.text, *passage.sentence_at(match.start())) for match in (no, meeting)):
        return None
    return Objection(
        f"{passage.quote(*meeting.span())} says that you are coming, and {passage.quote(*no.span())} says that you are not. Leave the first out.",
        remove=spare_sentence(passage, meeting.start()),
    )


def _find_shut_door(passage: Passage) -> Objection | None:
    """Find that they may write about other work, and that they may not."""
    shut, door = first_match(SHUT, passage), first_match(DOOR, passage)
    if not shut or not door:
        return None
    return Objection(
        f"{passage.quote(*shut.span())} and {passage.quote(*door.span())} cannot both be meant. Keep the one that is true."
    )
