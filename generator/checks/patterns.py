"""What the checks look for, one line a clause."""

from __future__ import annotations

import re


def _any_of(*clauses: str) -> re.Pattern[str]:
    return re.compile("|".join(clauses), re.IGNORECASE)


DECISION = _any_of(
    r"\bwithdr[ae]w\w*\b",
    r"\bcancel\w*\b",
    r"\bdeclin(?:e|ed|ing)\b",
    r"\bturn(?:ed|ing)? (?:it |this |that |the \w+ )?down\b",
    r"\btak(?:e|ing) my name off\b",
    r"\b(?:step(?:ping)?|bow(?:ing)?|pull(?:ing)?) (?:out|back|aside)\b",
    r"\bstop(?:ping)? here\b",
    r"(?:\bnot|n['’]t|\bnever|\brather not)\b[^.?!]{0,40}\b(?:going|go|come|coming|continue|carry|take|taking|accept\w*|attend\w*|proceed|pursue|book|arrange)\b",
    r"(?:\bnot|n['’]t)\b[^.?!]{0,40}\b(?:the )?(?:right )?(?:person|one|job|role|work)\b[^.?!]{0,12}\bfor\b",
    r"\b(?:could|can|would)(?:n?['’]t| ?not)\b[^.?!]{0,40}\b(?:take|accept|go|join|do it|offer)\b",
    r"\b(?:I['’]d|I would|I['’]ll) need\b[^.?!]{0,60}\bto take\b",
    r"\bsaid no\b|\bsaying no\b|\bsay no\b|\bis (?:a )?no\b",
)

ROLE = _any_of(r"\b(?:role|position|post|job|vacancy|opening|traineeship|apprenticeship)\b")

DAY = _any_of(
    r"\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)day\b",
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)",
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w* \d{1,2}\b",
    r"\b(?:today|tomorrow|yesterday)\b",
)

THANKS = _any_of(r"\bthank(?:s|ed|ful|-you|)\b", r"\bgrateful\b", r"\bappreciat\w+\b", r"\bgratitude\b")

REASON = _any_of(
    r"\bbecause\b",
    r"\b(?:the|my|one) (?:other |main |second )?reason (?:is|was|for)\b",
    r"\bdue to\b",
    r"\bowing to\b",
    r"\bI(?:['’]ve| have) (?:accepted|decided to stay|taken (?:a|another)|said yes)\b",
    r"\bmy circumstances\b",
)

COMPARISON = _any_of(
    r"\b(?:a |another |much |far )?better (?:offer|paid|pay|opportunity|company|employer|job|fit elsewhere|package|salary)\b",
    r"\bmore (?:attractive|competitive|exciting|interesting|prestigious) (?:offer|opportunity|company|employer|job|role)\b",
    r"\b(?:your|a) (?:competitor|rival)s?\b",
    r"\bbeneath me\b",
    r"\bpay(?:s|ing)? (?:me )?(?:far |much |a lot )?(?:more|better) (?:than|elsewhere)\b",
)

LECTURE = _any_of(
    r"\byou (?:should|ought to|need to|must|have to|might want to) (?!hear|know|be the first)\w+",
    r"\b(?:your|the) (?:company|firm|organi[sz]ation|team|manager|process|interviewers?) (?:is|are|was|were|seems?|does|do|did) (?:so |very |too |really |quite |rather |simply |not |n['’]t )*\w+",
    r"\b(?:unethical|immoral|disgraceful|shameful|appalling|unprofessional|unacceptable|disrespectful|insulting|ridiculous|shocking|disappoint(?:ed|ing)|hypocri\w+|greed\w*|exploit\w*)\b",
    r"\b(?:waste|wasted|wasting) (?:of )?my time\b",
    r"\bshame on\b",
    r"\bhow (?:can|could|dare) you\b",
    r"\bin this day and age\b",
    r"\bas (?:everyone|anyone|you) (?:well )?knows?\b",
    r"\b(?:do|please) better\b",
    r"\b(?:rude|chaotic|toxic|badly run|poorly run|disorgani[sz]ed)\b",
)

CONTACT = _any_of(r"[^\s@]+@[^\s@]+\.[^\s@.,;]{2,}", r"(?:\+|\b)\d[\d\s()./-]{5,}\d\b")

GAP = _any_of(
    r"\[[^\[\]\n]{1,60}\]",
    r"\{\{[^\n]*?\}\}|\{[a-z_ ]+\}",
    r"<[a-z][a-z _]*>",
    r"_{3,}",
    r"\bX{3,}\b",
    r"\b(?:TBC|TBD|TODO)\b",
    r"(?m:^(?:dear|hello|hi) *,\s*$)",
)
