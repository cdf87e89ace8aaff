"""The name of another employer: a capital after “a job at”, “joining” and the like, which is no day, place, language or tool."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.clauses import matches_in_order
from generator.checks.objections import Objection, spare_sentence
from generator.checks.passages import Passage
from generator.model.message import Draft

_WORD = r"(?-i:[A-Z])[\w&'-]{0,30}"
_KNOWN_EVERYWHERE = r"(?:google|amazon|microsoft|facebook|netflix|deloitte|kpmg|pwc|accenture|tesco|lidl|aldi|asda|ikea|walmart|starbucks|mcdonald'?s|infosys|wipro|siemens|the nhs|the bbc)\b"
_REGISTERED = r"[\w&'-]{1,30}(?: [\w&'-]{1,30}){0,3} (?:ltd|limited|inc|llc|llp|plc|gmbh|corp)\b"
_NAME = rf"(?:the )?(?P<name>{_KNOWN_EVERYWHERE}|{_REGISTERED}|{_WORD}(?: (?:(?:of|and|&|for|the) )?{_WORD}){{0,4}})"
_WHOLE_NAME = rf"{_NAME}(?![\w'-])"
_NAME_WITHOUT_APOSTROPHE = _NAME.replace(_WORD, _WORD.replace("'", ""))

_TAKEN = "accepted|accept|taken|took|taking|got|gotten|landed|found|secured|offered|given|starting|start|received|said yes to|new"
_JOB = "job|role|position|post|offer|contract|traineeship|apprenticeship|internship|fellowship|placement"
_A = r"(?P<article>a|an|another|my|the)"
_AS = r"(?: (?:as|in|of) (?:an? )?[a-z][\w-]{0,20}(?: (?!at\b|with\b|from\b|by\b)(?-i:[a-z])[\w-]{0,20}){0,2})?"
_I_WILL = r"\bI(?:'m| am|'ll be|'ll| will be| will|'ve| have|m|ve)(?: now| just| also| recently| already)?(?: going to| about to| decided to)?"

JOBS_WITH_A_NAME = {
    # I've accepted a job as a chemist with Brightwater
    _TAKEN: rf"\b(?:{_TAKEN})(?: up)? {_A} (?:(?!your\b|the\b|interview\b)(?-i:[a-z-]{{1,20}}) ){{0,3}}(?:{_JOB})(?: offer)?{_AS},? (?:at|with|from|by) {_WHOLE_NAME}(?! to\b)",
    # I'll be joining Brightwater
    "join|signed|hired|taken on": rf"{_I_WILL} (?:join|joining|joined|signed with|signed for|been hired by|been taken on by) {_WHOLE_NAME}",
    # I'm going to work for Brightwater
    "work|start": rf"\bI(?:'m| am|'ll| will|m)?(?: going to| about to| be| be going to)? (?:(?<!I )work|working|be working|start work|starting|start|starting work) (?:for|at|with) {_WHOLE_NAME}",
    # Brightwater have made me an offer
    "offered me|made me|hired me|taken me|headhunted me": rf"(?<![\w'-]){_WHOLE_NAME} (?:has |have |'ve |had )?(?:now |just |also |since |kindly )?(?:offered me (?:a|an|another) (?:{_JOB})|made me an offer|hired me|taken me on|headhunted me)\b",
    # I've accepted Brightwater's offer
    "accept|taken|taking|prefer": rf"\b(?:accept|accepted|accepting|taken|taking|prefer|preferred) {_NAME_WITHOUT_APOSTROPHE}(?:'s|s'|') (?:offer|job|role)\b",
    "my new": rf"\bmy new (?:job|role|position|employer) is(?: (?:at|with))? {_WHOLE_NAME}",
}

_OPENERS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february"  # noqa: SIM905  a list of words
    " march april may june july august september october november december easter christmas ramadan eid diwali passover"
    " i he she we they you it my your our their his her this that these those somebody someone nobody friends people another one who which mr mrs ms mx miss dr prof"
    " band grade level senior junior director head home sea work night noon first monthly".split()
)
"""First words of what stands after “at” and “with”, and of sentences, and employs nobody."""
_PLACES_AND_TOOLS = frozenset(
    "spain france germany italy portugal poland ireland scotland wales england britain europe america canada australia india china japan singapore dubai qatar"  # noqa: SIM905  a list of words
    " norway sweden denmark finland iceland austria switzerland belgium greece turkey egypt nigeria kenya ghana mexico brazil argentina lisbon london paris berlin"
    " madrid rome vienna dublin cork edinburgh glasgow cardiff belfast manchester liverpool leeds birmingham bristol sheffield hull york brighton amsterdam brussels"
    " copenhagen oslo stockholm toronto vancouver montreal boston chicago sydney melbourne mumbai delhi bangalore tokyo uk us usa eu netherlands"
    " french german dutch greek swiss thai welsh arabic zoom teams skype it ai sql python java javascript revit excel sap aws".split()
) | {
    "new york",
    "new zealand",
    "los angeles",
    "san francisco",
    "hong kong",
    "south africa",
    "united states",
    "united kingdom",
}
"""Whole names of what employs nobody, or of which nobody can tell."""
_ADJECTIVE = re.compile(r"\w+(?:ish|ese|[ai]an)")
_PLACE = re.compile(r"(?:Airport|Station|Street|Road|Wharf|Level|level|Park|Square)$")
_COMMON = frozenset(
    "the and of for group company ltd limited inc plc llc museum hospital school university college council trust bank services systems".split()  # noqa: SIM905  a list of words
)


def find_rival(draft: Draft, passage: Passage) -> Objection | None:
    """Find another employer's name; that of the one who is written to is known from the answers, or from above the greeting."""
    for start, end in _employers(draft, passage):
        return Objection(
            f"“{passage.text[start:end]}” is another employer's name, which they do not need. You could write: another job.",
            remove=spare_sentence(passage, start),
        )
    return None


def _employers(draft: Draft, passage: Passage) -> Iterator[tuple[int, int]]:
    above = passage.text.removesuffix(passage.body)
    theirs = (above, *(draft.phrases.get(field, "") for field in ("company", "recipient", "sender")))
    known = set[str]().union(*map(_significant, theirs))
    for match in matches_in_order(JOBS_WITH_A_NAME, passage):
        name = match["name"].removesuffix("'s")
        may_be_theirs = match.groupdict().get("article", "").casefold() == "the" and "company" not in draft.phrases
        if not may_be_theirs and _is_employer(name) and not _significant(name) & known:
            yield match.start("name"), match.start("name") + len(name)


def _is_employer(name: str) -> bool:
    first = name.split(maxsplit=1)[0]
    return not (
        re.fullmatch(r"Nx*(?:'s)?", first)  # a name of the answers, hidden
        or first.casefold().partition("'")[0] in _OPENERS
        or name.casefold() in _PLACES_AND_TOOLS
        or _ADJECTIVE.fullmatch(name)
        or _PLACE.search(name)
    )


def _significant(name: str) -> set[str]:
    """Return the words of a name by which it can be told from others, and its initials."""
    words = re.findall(r"\w{2,}", name)
    initials = "".join(word[0] for word in words if word[0].isupper())
    return ({word.casefold() for word in words} - _COMMON) | ({initials.casefold()} if len(initials) > 1 else set())
