"""Places that were left to be filled: brackets, blanks, stand-ins and the words of somebody's template."""

from __future__ import annotations

from generator.checks.clauses import first_match
from generator.checks.objections import Objection
from generator.checks.passages import Passage
from generator.checks.speech import subject_of
from generator.english import MONTHS
from generator.model.message import Draft

_WHAT = r"(?:(?:hiring manager|recruiter|interviewer|company|employer|contact|recipient|sender|manager)(?:'s)? |your |their |my |full |first |last |job |insert |phone |email |start )?(?:name|surname|first ?name|last ?name|company|organi[sz]ation|role|position|title|job title|date|time|number|address|reason|recipient|employer|salary)"
_SALUTATION = r"(?:dear|hi|hello|good (?:morning|afternoon))"
_MONTH = "|".join(MONTHS)

GAPS = {
    # brackets of every kind
    "[": r"\[(?!sic\])[^\[\]\n]{1,120}\]",
    "{": r"\{\{[^{}\n]{0,80}\}\}|\$?\{[a-z_ ]{1,60}\}",
    "<": r"<[a-z][a-z _']{0,60}>",
    "%|*|": r"%{1,2}[a-z_]{3,30}%{1,2}|\*\|[a-z_]{2,30}\|\*",
    "(": rf"\((?:insert [^()\n]{{1,80}}|{_WHAT})\)",
    # blanks
    "___": r"_{3,}",
    "xx": rf"(?-i:\bX{{3,}}\b)(?!\s*\Z)|\b(?:dear|mr|mrs|ms|dr|on|at|for|of|from|the|is) (?:x{{3,}}|(?-i:X{{2,}}))\b(?!\s*\Z)"
    rf"|\b(?-i:XX(?:[:/]XX| (?:{_MONTH}|Ltd|Inc|Company)))\b|[£$€] ?X{{2,3}}\b",
    "??": r"(?<=\w )\?{2,}(?= \w)",
    # stand-ins
    "tbc|tbd|todo|fixme": r"\b(?:tbc|tbd|(?-i:TODO|FIXME))\b",
    "lorem": r"\blorem ipsum\b",
    "insert| here": rf"\binsert (?:{_WHAT}|(?:\w+ ){{1,3}}here)\b|\b{_WHAT} here\b(?= *(?:[.,;:]|$))",
    "dd|mm": r"\b(?:dd|mm)[/.-](?:mm|dd)(?:[/.-]yy(?:yy)?)?\b|\bhh:mm\b",
    "xyz|abc": r"\b(?:XYZ|ABC) (?:Company|Corp|Ltd|Inc)\b",
    "title|name": r"(?-i:\b(?:Company Name|Job Title|Position Title|Your Name|Recruiter Name|Interviewer Name|Hiring Manager Name|COMPANY NAME|JOB TITLE|YOUR NAME)\b)",
    "company|employer|role|position": r"(?-i:\b(?:at|of|with) (?:COMPANY|EMPLOYER|ROLE|POSITION)\b)",
    # greetings that greet nobody
    "dear|hi|hello|good": rf"(?m:^{_SALUTATION} (?:mr\.? |ms\.? |mrs\.? )?(?:{_WHAT}),)|(?m:^dear *,\s*$)|(?m:^(?:hello|hi) +,\s*$)"
    rf"|(?m:^{_SALUTATION} (?:mr|mrs|ms|mx|dr|miss|mr\.? ?(?:/|or) ?(?:ms|mrs)(?:\.? ?(?:/|or) ?(?:ms|mrs))?)\.? *,\s*$)"
    rf"|(?m:^{_SALUTATION} *(?:\.{{2,}}|…|\?+|-{{2,}}) *,)",
}


def find_gap(draft: Draft, passage: Passage) -> Objection | None:
    """Find a place that was left to be filled."""
    blank = _find_blank(Passage(subject_of(draft))) or _find_blank(passage)
    return Objection(f"“{blank}” still waits to be filled.") if blank else None


def _find_blank(passage: Passage) -> str | None:
    """Return the first place that waits to be filled, as it stands there; kisses and plain greetings such as “Hello,” are none."""
    match = first_match(GAPS, passage)
    return passage.text[match.start() : match.end()].strip() if match else None
