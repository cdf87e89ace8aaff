"""How free words are built, as far as tables can tell: whether a clause stands in them, and the -ing form of what somebody did.

Words come as they stand between spaces, and beside them their keys: what the tables have for them. Whatever the tables do not
know leaves the words as they are, a sentence of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.fields.free.words import (
    ADVERBS,
    AUXILIARIES,
    BASES,
    DETERMINERS,
    DO,
    DOUBLED,
    IRREGULAR,
    MODALS,
    OBJECTS,
    OPENERS,
    PLAINLY_PAST,
    PREPOSITIONS,
    PRONOUNS,
    REGULAR,
    STATIVE,
    SUBJECTS,
    SUBORDINATORS,
    THIRD_PERSON,
)

_MARKS = "\"'“”‘’«»()[]*_.,;:!?…-–—"
_SHORT_ONE = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
_CONTRACTED = re.compile(r"(i|you|we|they|he|she|it|there|that|everyone|who)'(m|re|ve|ll|d|s)")
_NOT_LY = frozenset(
    ("family", "reply", "early", "friendly", "lovely", "july", "italy", "daily", "weekly", "monthly", "supply", "fly")
)
_MANY = frozenset(("all", "both", "guys", "lot", "two", "three", "folks"))
_AFTER_MAY = PRONOUNS | {"be", "not", "have", "well"}
_AND = frozenset(("and", "but", "or", "&", "then", "plus"))


def key(word: str) -> str:
    """Return a word as the tables have it: without its marks, in small letters unless it is an acronym such as IT."""
    bare = word.replace("’", "'").strip(_MARKS)
    return bare if bare == "May" or (len(bare) > 1 and bare.isupper()) else bare.lower()


def keys_of(words: Sequence[str]) -> list[str]:
    """Return the key of each word; where all is written in capitals, none is an acronym, and not every May is a month."""
    found = [key(word) for word in words]
    if len(found) > 1 and " ".join(found).isupper():
        return [each.lower() for each in found]
    return [
        "may" if each == "May" and after in _AFTER_MAY else each
        for each, after in zip(found, [*found, ""][1:], strict=True)
    ]


def is_adverb(word: str) -> bool:
    """Tell whether a word can stand between a subject and its verb."""
    return word in ADVERBS or (word.endswith("ly") and word not in _NOT_LY)


def is_gerund(word: str) -> bool:
    """Tell whether a word is the -ing form of a verb that people use here."""
    return word.endswith("ing") and word in _GERUNDS


def past_adverbs(keys: Sequence[str], at: int) -> int:
    """Return where the next word stands that is no adverb."""
    while at < len(keys) and is_adverb(keys[at]):
        at += 1
    return at


_BEFORE_NOUNS = DETERMINERS - {
    "one",
    "this",
    "that",
    "these",
    "those",
    "all",
    "both",
    "everything",
    "something",
    "nothing",
    "anything",
} | {"to"}


def is_finite(word: str) -> bool:
    """Tell whether a word is the verb of a sentence wherever it stands behind a noun."""
    return word in AUXILIARIES or word in PLAINLY_PAST or word in THIRD_PERSON


def has_subject(keys: Sequence[str], at: int) -> bool:
    """Tell whether a pronoun, with its verb behind it, stands here."""
    word = keys[at]
    if _CONTRACTED.fullmatch(word):
        return True
    at = past_adverbs(keys, at + 1)
    if word not in SUBJECTS or at >= len(keys):
        return False
    after = keys[at]
    if word in PRONOUNS:
        return after not in _AND | _MANY | PREPOSITIONS and not after.endswith("ing")
    known = is_finite(after) or after in IRREGULAR or after in BASES or after.endswith("ed")
    return known or (after.endswith("s") and after[:-1] in BASES)


def has_clause(keys: Sequence[str]) -> bool:
    """Tell whether the words are a sentence: a subject, and a verb that belongs to it and to no clause inside."""
    start = past_openers(keys)
    at, owed = start, 0
    while at < len(keys):
        word = keys[at]
        if has_subject(keys, at) and (word in PRONOUNS or not at or keys[at - 1] not in _BEFORE_NOUNS):
            if at == start or (keys[at - 1] in _AND and not owed):
                return True
            at = _past_verb(keys, at) if _CONTRACTED.fullmatch(word) is None else at + 1
            owed = 0
        elif word in SUBORDINATORS and not (word == "that" and _points(keys, at, start)):
            owed, at = 1, at + 1
            if at < len(keys) and keys[at].endswith("ed"):
                owed, at = 0, at + 1
        elif owed == 0 < at and _acts_on_me(keys, at):
            return True
        elif is_finite(word) and word != "am" and not (at and keys[at - 1] in _BEFORE_NOUNS):  # 10 am is an hour
            if at == start:
                return False
            if not owed:
                return True
            owed, at = 0, _past_auxiliaries(keys, at + 1)
        else:
            at += 1
    return False


def _acts_on_me(keys: Sequence[str], at: int) -> bool:
    """Tell whether a verb in the past with `me` behind it stands here, as in “a friend warned me”."""
    is_past = keys[at].endswith("ed") or (keys[at] in IRREGULAR and keys[at] not in BASES)
    return (
        is_past
        and keys[at + 1 : at + 2] in (["me"], ["us"])
        and keys[at - 1] not in _AND
        and not is_adverb(keys[at - 1])
    )


def hints_at_verb(keys: Sequence[str]) -> bool:
    """Tell whether a word that no table has may be the verb of a noun before it, as in “my lease expires in May”."""
    return any(
        after
        and before not in _BEFORE_NOUNS | PREPOSITIONS | _AND
        and "'" not in word
        and word.endswith(("s", "ed"))
        and not word.endswith(("ss", "us", "is"))
        for before, word, after in zip(keys, keys[1:], [*keys[2:], ""], strict=False)
    )


def leads_in(keys: Sequence[str]) -> bool:
    """Tell whether a sentence begins with something else than its subject: “as a single parent I can't do nights”."""
    return keys[0] in PREPOSITIONS | {"as", "since"} and any(
        keys[at] in ("i", "we") and has_subject(keys, at) and keys[at - 1] not in SUBORDINATORS
        for at in range(2, len(keys))
    )


def past_openers(keys: Sequence[str]) -> int:
    """Return where the sentence begins, behind a “sorry, but”."""
    at = 0
    while at < len(keys) - 1 and (keys[at] in OPENERS or is_adverb(keys[at])):
        at += 1
    return at


def _points(keys: Sequence[str], at: int, start: int) -> bool:
    """Tell whether a `that` shows which one, as in “that day”, and begins no clause."""
    after = keys[at + 1] if at + 1 < len(keys) else ""
    return (
        at == start
        or keys[at - 1] in PREPOSITIONS
        or after in ("day", "week", "morning", "afternoon", "time", "evening")
    )


def _past_verb(keys: Sequence[str], at: int) -> int:
    """Return where the words go on behind a subject and its verb."""
    at = past_adverbs(keys, at + 1)
    return _past_auxiliaries(keys, at) if at < len(keys) and keys[at] in AUXILIARIES else at + 1


def _past_auxiliaries(keys: Sequence[str], at: int) -> int:
    while at < len(keys) and (keys[at] in AUXILIARIES or keys[at] in ("been", "not", "be") or is_adverb(keys[at])):
        at += 1
    return at


def gerund(base: str) -> str:
    """Return the -ing form of a verb."""
    if base == "be":
        return "being"
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + (base[-1] if _SHORT_ONE.fullmatch(base) or base in DOUBLED else "") + "ing"


_GERUNDS = {gerund(base): base for base in sorted(BASES | STATIVE)}


def base_of(word: str) -> str:
    """Return the base of a verb in its base or its -ing form; empty where it is neither."""
    return word if word in BASES else _GERUNDS.get(word, "")


def gerund_of(word: str) -> str:
    """Return the -ing form of any form of a verb; empty where it may be none."""
    if word in IRREGULAR:
        return gerund(IRREGULAR[word])
    if word in REGULAR:
        return gerund(word)
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "ying"
    if word.endswith("eed"):
        return word[:-1] + "ing" if word.endswith("reed") else ""
    return word[:-2] + "ing" if word.endswith("ed") and len(word) > 4 else ""


def takes_object(keys: Sequence[str], at: int) -> bool:
    """Tell whether what stands behind a verb shows that it is one, as in “showed me”."""
    return at + 1 < len(keys) and (
        keys[at + 1] in OBJECTS or keys[at + 1] in ("up", "out", "back", "off", "through", "to")
    )


def is_verb(word: str) -> bool:
    """Tell whether a word may be some form of a verb."""
    return (
        word in IRREGULAR
        or word in BASES
        or word.endswith(("ing", "ed"))
        or (word.endswith("s") and word[:-1] in BASES)
    )


def say_as_deed(words: Sequence[str]) -> list[str]:
    """Return what somebody did, without its subject: “showed me round and answered everything” → “showing me round and answering everything”.

    Empty where that is not sure.
    """
    keys = keys_of(words)
    at = past_adverbs(keys, 0)
    done = [*map(str.lower, words[:at])]
    if at == len(keys):
        return []
    verb, at = _turn(keys, at)
    if not verb or words[at - 1].endswith(","):
        return []
    rest = _turn_others(words[at:], keys[at:], verb[-1] == "being")
    return [*done, *verb, *rest] if rest is not None else []


def _turn(keys: Sequence[str], at: int) -> tuple[list[str], int]:
    """Return the verb that begins here in its -ing form, and where the words go on."""
    word = keys[at]
    refused = word in ("didn't", "don't")
    if word in DO and (refused or keys[at + 1 : at + 2] == ["not"]):
        at += 1 if refused else 2
        at = past_adverbs(keys, at)
        form = gerund_of(keys[at]) if at < len(keys) else ""
        return (["not", form], at + 1) if form else ([], at)
    if word in ("have", "had", "has") and at + 1 < len(keys):
        then = past_adverbs(keys, at + 1)
        participle = keys[then] if then < len(keys) else ""
        if participle == "been" or participle in IRREGULAR or participle.endswith("ed"):
            return [*keys[at + 1 : then], "being" if participle == "been" else gerund_of(participle)], then + 1
    if word in MODALS or word in ("haven't", "hasn't", "hadn't", "do", "does") or word.endswith("n't"):
        return [], at
    form = gerund_of(word)
    return ([form], at + 1) if form else ([], at)


def _turn_others(words: Sequence[str], keys: Sequence[str], is_being: bool) -> list[str] | None:  # noqa: FBT001  one fact about the verb
    """Return the words behind the verb, with the verbs that are joined to it in the same form; None where that is not sure."""
    done: list[str] = []
    inside = False
    at = 0
    while at < len(words):
        done.append(words[at])
        inside = inside or keys[at] in SUBORDINATORS
        joins = keys[at] in _AND or words[at].endswith((",", ";"))
        at += 1
        if not joins or at == len(words) or keys[at] in _AND:
            continue
        then = past_adverbs(keys, at)
        named = then < len(keys) and keys[then] == "you"
        then += named
        if then == len(keys):
            continue
        if not named and has_subject(keys, then):
            return None
        verb = keys[then]
        sure = verb in PLAINLY_PAST or (takes_object(keys, then) and (verb in IRREGULAR or verb.endswith("ed")))
        sure = sure or (then > at and verb in IRREGULAR) or named
        if sure:
            form, after = _turn(keys, then)
            if inside or not form:
                return None
            done += [*words[at : then - named], *form]
            _keep_mark(done, words[after - 1])
            at = after
        elif verb.endswith("ed") and not is_being:
            return None
    return done


def _keep_mark(done: list[str], word: str) -> None:
    """Put the comma back that stood behind a word."""
    done[-1] += word[len(word.rstrip(",;:")) :]
