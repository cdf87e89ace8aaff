"""A question as people type it: asked, told as “whether …”, named as “the salary range”, or led up to."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.fields.free.frames import frame_of, unframe
from generator.fields.free.grammar import has_clause, has_subject, is_adverb, is_verb, keys_of, leads_in
from generator.fields.free.nouns import head_of, is_bare, is_plural, with_article
from generator.fields.free.wording import divide, lower_first, mend, say_whole, strip_stops
from generator.fields.free.words import (
    AUXILIARIES,
    DETERMINERS,
    HAVE,
    KNOWABLE,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
    SUBJECTS,
    words_of,
)

_GREETING = re.compile(r"(?:hi|hello|hey)\b(?:\s+there)?[,.!]?\s+(?=\S)", re.IGNORECASE)
_LEAD = re.compile(
    r"""
    (?: (?:(?:my|the|one|a)\s+)?(?:quick\s+)?question(?:\s+for\s+you)?(?:\s+(?:is|would\s+be)\s*:?|\s*[:–—-])\s*(?:that\s+)?
      | q(?:uestion)?\s*[:.]\s*
      | (?: I(?:['’]?d|\s+would|\s+will)?\s+(?:(?:just|really|also|first)\s+)?(?:like|want(?:ed)?|need|love|have)\s+to
              \s+(?:know|ask|understand|find\s+out|hear|check)
          | I(?:['’]?m|\s+am|\s+was)?\s+(?:just\s+)?wonder(?:ing)?
          | (?:just\s+)?wonder(?:ing|ed)?
          | (?:can|could|would|will)\s+(?:you|they)\s+(?:(?:please|kindly)\s+)?
              (?:tell\s+me|let\s+me\s+know|say|confirm|clarify|explain|inform\s+me)
          | (?:can|could|may|might)\s+I\s+(?:(?:please|just)\s+)?(?:ask|know)(?:\s+you)?
          | (?:please\s+)?(?:tell\s+me|let\s+me\s+know|say)(?:\s+please)?
          | do\s+you\s+(?:happen\s+to\s+)?know
          | (?:to\s+)?(?:know|ask)(?:\s+(?:them|you))?
          | I(?:['’]?m|\s+am)\s+not\s+(?:sure|clear)
          | (?:was\s+)?asked(?:\s+me)?
        )[,:]?\s+(?:please[,:]?\s+)?
    )(?=\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PLEASE = re.compile(
    r"^please\s+(?=(?:can|could|would|will|may|is|are|do|does|what|how|when|where|who)\b)|,?\s+please(?=\W*$)",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    r"(?:is\s+)?(?=(?:also\s+)?(?:possible|ok|okay|alright|allowed)\s+(?:to|if|for)\b)", re.IGNORECASE
)
_IF_SO = re.compile(r",\s+(?:then\s+)?(?:I|we|would|could|can|is|are|do|does|will|what|how)\b", re.IGNORECASE)
_TAG = re.compile(
    r",\s+(?:(?:right|no|yes|correct)\?|(?:is|are|do|does|can|will|would|could)\s+(?:this|that|it|you|I|there)\b[^,]*)$",
    re.IGNORECASE,
)
_WITHOUT_IS = re.compile(
    r"(?P<noun>[^,]+)\s(?P<state>(?:possible|needed|required|paid|included|ok|okay|allowed|available|provided|flexible|negotiable)\??)",
    re.IGNORECASE,
)
_TELL = words_of("know me ask understand")
_ABOUT = re.compile(r"^(?:regarding|concerning|about|re:?)\s+(?=\S)", re.IGNORECASE)
_REQUESTS = words_of("send confirm explain describe clarify give provide share")
_STARTS_TO_ASK = AUXILIARIES | {"any", "anything"}
_COUNTED = words_of("many few which whose what")

type Keys = list[str]


def read_question(text: str, hint: str = "") -> str:
    """Return a question; a clause or a noun that finishes “I would like to know …”, if the hint says so; or a sentence."""
    frame = frame_of(hint)
    bare = _strip_leads(unframe(mend(text), frame))
    keys = keys_of(bare.split())
    read = next((read for holds, read in _WAYS if holds(bare, keys)), None)
    return read(bare) if read else _name(bare, tells=frame.last in _TELL)


def _strip_leads(text: str) -> str:
    """Return the question without what leads up to it."""
    bare = _PLEASE.sub("", text) or text
    for lead in (_GREETING, _LEAD, _LEAD):
        found = lead.match(bare)
        bare = bare[found.end() :] if found else bare
    return bare


def _is_told(text: str, keys: Keys) -> bool:
    """Tell whether a clause begins here, as in “whether I need a car” and “what the pay is”."""
    if keys[0] in ("whether", "if"):
        return not (keys[0] == "if" and _IF_SO.search(text))
    if keys[0] in PREPOSITIONS and keys[1:]:
        keys = keys[1:]
    return keys[0] in QUESTION_WORDS and "'" not in keys[0] and _has_subject_first(keys)


def _has_subject_first(keys: Keys) -> bool:
    """Tell whether a subject stands behind the word that asks, and no verb; `to` does as well."""
    for at in range(1, len(keys) - 1):
        word, before = keys[at], keys[at - 1]
        if word in AUXILIARIES or (at == 1 and is_verb(word) and keys[0] in ("what", "who")):
            return False
        if word == "to" and at <= 2:
            return True
        counted = before in PREPOSITIONS or before in _COUNTED - ({"what"} if word in PRONOUNS | DETERMINERS else set())
        if word in ("many", "few", "more", "much") or (counted and word not in PRONOUNS):
            continue
        if word in SUBJECTS or word in DETERMINERS or ("'" in word and has_subject(keys, at)):
            return True
    return False


def _is_asked(text: str, keys: Keys) -> bool:
    """Tell whether a question begins here, as in “is it remote” and “what is the pay”."""
    goes_on = keys[0] in ("so", "and", "also", "or") and text.endswith("?")
    behind = keys[1:2] if keys[0] in PREPOSITIONS or keys[0] == "need" else []
    inverted = "".join(behind) in QUESTION_WORDS or (keys[0] == "need" and "".join(behind) in PRONOUNS)
    return (
        keys[0] in QUESTION_WORDS or keys[0] in _STARTS_TO_ASK or goes_on or inverted or _TAG.search(text) is not None
    )


def _tell(text: str) -> str:
    return lower_first(strip_stops(text))


def _ask(text: str) -> str:
    return say_whole(text, "?")


def _ask_on_condition(text: str) -> str:
    """Return “if it is remote, can I live abroad” as the question that it is, and “if it is remote, I would apply” as it is."""
    found = _IF_SO.search(text)
    asks = text.endswith("?") or (found and keys_of(found[0].split())[-1] in QUESTION_WORDS | AUXILIARIES)
    return say_whole(text, "?" if asks else ".")


def _ask_whether_possible(text: str) -> str:
    found = _POSSIBLE.match(text)
    return say_whole(f"Is it {lower_first(text[found.end() :])}" if found else text, "?")


def _is_without_verb(text: str, keys: Keys) -> bool:
    """Tell whether a question lacks its verb: “part time possible?”, “permanent or temporary?”."""
    either = "or" in keys[1:-1] and len(keys) < 8 and keys[0] not in DETERMINERS | PREPOSITIONS
    return (either or _WITHOUT_IS.fullmatch(text) is not None) and not has_clause(keys)


def _ask_without_verb(text: str) -> str:
    found = _WITHOUT_IS.fullmatch(text)
    if found is None:
        return say_whole(f"Is it {lower_first(text)}", "?")
    noun = with_article(lower_first(found["noun"]), "the")
    return say_whole(f"{'Are' if is_plural(keys_of(noun.split())[-1]) else 'Is'} {noun} {found['state']}", "?")


def _is_open(text: str, keys: Keys) -> bool:
    """Tell whether a question stands in the order of a sentence: “you have parking?”, “need a car?”."""
    asks_you = keys[0] == "you" and keys[1:] != [] and keys[1] not in AUXILIARIES - HAVE
    return text.endswith("?") and (asks_you or keys[0] == "need")


def _ask_openly(text: str) -> str:
    return say_whole(f"Do {'I ' if text[0] in 'nN' else ''}{lower_first(text)}", "?")


def _request(text: str) -> str:
    return say_whole(f"Please {lower_first(text)}")


def _name(text: str, *, tells: bool) -> str:
    """Return a noun; where it is to be told, with `about` before it if it is nothing that can be told in a word."""
    text = _ABOUT.sub("about ", _tell(text))
    words = text.split()
    keys = keys_of(words)
    if not tells:
        return text.removeprefix("about ")
    if keys[0] in ("about", "more") or is_adverb(keys[0]):
        return text
    if head_of(keys, words) not in KNOWABLE or keys[0] in ("my", "our"):
        return f"about {with_article(text, 'the')}"
    return f"the {text}" if is_bare(text) else text


def _say_all(text: str) -> str:
    """Return more than one sentence, of which a clause is led up to."""
    first, rest = divide(text)
    keys = keys_of(first.split())
    if _is_told(first, keys):
        first = f"I would like to know {_tell(first)}."
    elif _is_asked(first, keys):
        first = _ask(first)
    ends = "?" if keys_of(rest.split()[:1])[0] in QUESTION_WORDS | AUXILIARIES else "."
    return f"{say_whole(first)} {say_whole(rest, ends)}"


_WAYS: tuple[tuple[Callable[[str, Keys], bool], Callable[[str], str]], ...] = (
    (lambda text, keys: divide(text)[1] != "", _say_all),
    (_is_told, _tell),
    (lambda text, keys: keys[0] == "if", _ask_on_condition),
    (lambda text, keys: leads_in(keys) and keys[1] not in QUESTION_WORDS, say_whole),
    (lambda text, keys: _POSSIBLE.match(text) is not None, _ask_whether_possible),
    (_is_asked, _ask),
    (_is_open, _ask_openly),
    (_is_without_verb, _ask_without_verb),
    (lambda text, keys: keys[0] in _REQUESTS, _request),
    (lambda text, keys: keys[0] == "please" or has_clause(keys), say_whole),
)
"""How people ask → how it is read; the first that holds counts."""
