"""What the checks look for, one line a clause."""

from __future__ import annotations

import re


def _any_of(*clauses: str) -> re.Pattern[str]:
    return re.compile("|".join(clauses), re.IGNORECASE)


_GO_ON = r"(?:go(?:ing)?|apply|com(?:e|ing)|continu\w+|carry\w*|tak(?:e|ing)|accept\w*|attend\w*|proceed\w*|pursu\w+|book\w*|arrang\w+|mov(?:e|ing) (?:forward|ahead)|interview|be at|be there|make it)"

DECISION = _any_of(
    r"(?<!not )\bwithdr[ae]w\w*\b",
    r"(?<!not )\bcancel\w*\b|\bcall(?:ing)? (?:it )?off\b",
    r"\bdeclin(?:e|ed|ing)\b",
    r"\bdecided against\b|\bpass(?:ing)? on\b|\bletting (?:this|it) go\b",
    r"\bturn(?:ed|ing)? (?:it |this |that |the \w+ )?down\b",
    r"\b(?:tak(?:e|ing)|remov(?:e|ing)) (?:me|my (?:name|application))\b",
    r"\b(?:step(?:ping)?|bow(?:ing)?|pull(?:ing)?|back(?:ing)?|drop(?:ping)?) (?:out|back|aside)\b",
    r"\bstop(?:ping)? here\b",
    rf"(?:\bnot|n['’]t|\bnever|\brather not|\bunable to)\b(?! hesitate| wait)[^.?!]{{0,40}}\b{_GO_ON}\b",
    r"(?:\bnot|n['’]t)\b[^.?!]{0,40}\b(?:the )?(?:right )?(?:person|one|job|role|work|fit)\b[^.?!]{0,12}\bfor\b",
    r"\bdon['’]t want (?:the|this) (?:job|role|position)\b|\bno longer (?:wish|interested|available|want|a candidate|looking)\b",
    r"\b(?:could|can|would)(?:n?['’]t| ?not)\b(?! wait| be happier)[^.?!]{0,40}\b(?:take|accept|go|join|do it|offer)\b",
    r"\b(?:I['’]d|I would|I['’]ll) need\b[^.?!]{0,60}\bto take\b",
    r"\bsaid no\b|\bsaying no\b|\bsay no\b|\bis (?:a )?no\b|\bit['’]s a no\b",
)
"""A no in the ways people say it; “I will not cancel” and “I can't wait” are none."""

REQUEST = _any_of(
    r"\?",
    r"\bplease\b",
    r"\bI(?:['’]d| would) (?:like|love|be glad|be grateful)\b",
    r"\bI(?:['’]m| am) (?:just )?(?:writing|calling) (?:to (?:ask|request)|with (?:one|a)(?: quick)? question)\b",
    r"\bI wanted to ask\b",
    r"\b(?:can['’]t|cannot|unable to) (?:make|manage)\b",
)
"""A question, or what people say in place of one."""

ROLE = _any_of(
    r"\b(?:role|position|post|job|vacancy|opening|traineeship|apprenticeship|internship|placement|fellowship)\b"
)

THANKS = _any_of(r"\bthank(?:s|ed|ful|-you|)\b", r"\bgrateful\b(?! if)", r"\bappreciat\w+\b", r"\bgratitude\b")

REASON = _any_of(
    r"\bbecause\b(?: I(?:['’]ve| have) (?:accepted|decided|taken|said)\b)?",
    r"\b(?:the|my|one) (?:other |main |second )?reason (?:is|was|for)\b",
    r"\bdue to (?:a|an|my|the|family|health|personal|other)\b",
    r"\bowing to\b",
    r"\bI(?:['’]ve| have) (?:accepted|decided to stay|taken (?:a|another)|said yes)\b",
    r"\bmy circumstances\b",
)

COMPARISON = _any_of(
    r"\b(?:a |another |much |far )?better (?:offer|paid|pay|opportunity|company|employer|fit elsewhere|package|salary)\b|\b(?:found|got|accepted|taken|have) a (?:much |far )?better job\b",
    r"\bmore (?:attractive|competitive|exciting|interesting|prestigious) (?:offer|opportunity|company|employer|job|role)\b",
    r"\b(?:your|a) (?:competitor|rival)s?\b",
    r"\bbeneath me\b",
    r"\bpay(?:s|ing)? (?:me )?(?:far |much |a lot )?(?:more|better) (?:than|elsewhere)\b",
)

CONTACT = _any_of(
    r"(?<![^\s@])[^\s@]{1,64}@[^\s@.]{1,64}(?:\.[^\s@.,;]{2,63}){1,6}", r"(?:\+|\b)\d[\d\s()./-]{5,30}\d\b"
)
