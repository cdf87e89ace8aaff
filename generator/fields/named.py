"""Names, made to fit the sentence that they stand in."""

from __future__ import annotations

import re

from generator.errors import AnswerError
from generator.fields.free.words import words_of
from generator.formatters import is_unnamed
from generator.shapes import ends_with_abbreviation

_GREETING = re.compile(
    r"^(?:dear|hi|hiya|hey|hello|greetings|good\s+(?:morning|afternoon|evening|day))\b(?:\s+there)?[,!]?\s+(?=\S)",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s*(?:<[^<>]*@[^<>]*>|\([^()]*\))$|(?:,|\s[-–—])\s+(?P<post>[^,]*)$")
_POST = re.compile(
    r"\b(?:managers?|head|director|hr|recruit\w+|lead|officer|department|team|c[eto]o|owner|partner|coordinator|human resources)\b",
    re.IGNORECASE,
)
_ANYBODY = re.compile(
    r"(?:to\s+)?whom(?:soever)?\s+it\s+(?:may|might)\s+concern|sirs?(?:(?:\s+or\s+|\s?/\s?)madam)?|madam|whoever\b.*|anyone|someone|somebody"
    r"|the\s+person\s+(?:in\s+charge|responsible)",
    re.IGNORECASE,
)
_THE = re.compile(r"^the\s+(?=\S)", re.IGNORECASE)
_DETERMINER = re.compile(r"(?:the|an?|my|our|your|their|his|her|one|two|both|all|every\w+|some\w+)\b", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:mr|mrs|ms|mx|miss|dr|prof|professor|doctor|sir|dame|rev|father|sister|captain)\.?", re.IGNORECASE
)
_SMALL = words_of("and or of the de da do dos del della di du la le van von der den ter ten zu bin ibn al el y e &")
_IN_CAPITALS = frozenset(
    ("HR", "IT", "PR", "QA", "PA", "MD", "CEO", "COO", "CTO", "CFO", "UK", "US", "USA", "EU", "NHS")
)
_GROUP = words_of(
    "all everyone everybody team folks colleagues friends hiring recruiting talent careers admissions reception there guys both sir madam"
    " ladies gentlemen boss chef head teacher mum dad uncle aunt people"
)
_PIECE = re.compile(r"\b(mc(?=\w{3})|)([^\W\d_]+)", re.IGNORECASE)
_AS_A_NAME = re.compile(r"(?:hr|human resources)$", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:n\W?/?a|none|unknown|nobody|no (?:name|idea)|(?:I )?(?:don['’]?t|do not) know|not sure|idk)\W*|\W+",
    re.IGNORECASE,
)
_AT = re.compile(r"^at\s+(?=\S)", re.IGNORECASE)
_FRAME = re.compile(
    r"^(?:for\s+)?(?:the\s+|an?\s+)?(?:role|position|post|job|work)\s+(?:of|as)\s+(?:an?\s+|the\s+)?(?=\w)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:for\s+)?(?:the|an?(?!\s+levels?\b))\s+(?=\w)", re.IGNORECASE)
_NOUN = re.compile(r"\s+(?:role|position|post|posting|job|vacancy|opening|interview)[.!?]?$", re.IGNORECASE)
_NOUN_ALONE = re.compile(r"(?:the\s+|an?\s+)?(?:role|position|post|job|vacancy|interview|the)?", re.IGNORECASE)


def read_name(text: str) -> str:
    """Return a name as it was typed, without the mark that a sentence or a line left behind it."""
    return without_stop(text.rstrip(",;: ")) or text


def read_addressee(text: str) -> str:
    """Return whom the message greets, without the greeting: “Dear Ms Varga,” → Ms Varga, “Hello, the manager” → manager.

    Raises:
        AnswerError: An address, which greets nobody.
    """
    name = _read_person(text)
    bare = _THE.sub("", name)
    if _ANYBODY.fullmatch(bare):
        return "hiring team"
    return bare if is_unnamed(bare) or bare[0].islower() else name


def read_person(text: str) -> str:
    """Return somebody as a sentence names them, where it does not speak to them: “manager” → the manager.

    Raises:
        AnswerError: An address, which names nobody.
    """
    name = _read_person(text)
    bare = is_unnamed(name) and not _DETERMINER.match(name) and not _AS_A_NAME.match(name)
    return f"the {name}" if bare else name


def is_nobody(text: str) -> bool:
    """Tell whether the whole answer says that there is no name: “n/a”, “don't know”."""
    return _NOBODY.fullmatch(text) is not None


def _read_person(text: str) -> str:
    """Return a name or a post without what people put around it, in the letters that names are written in."""
    name = _without_post(read_name(_GREETING.sub("", text).rstrip("! ")))
    if "@" in name and " " not in name:
        raise AnswerError(f"Enter the name you greet them by, such as Ms Varga or hiring team, in place of “{text}”.")
    return " ".join(map(_write_name, name.split())) if _is_carelessly_written(name) else name


def _without_post(name: str) -> str:
    """Return a name without the address or the post that stands behind it: “Jo Marsh, HR manager” → Jo Marsh."""
    found = _BEHIND.search(name)
    if found is None or not found.start() or (found["post"] is not None and not _POST.search(found["post"])):
        return name
    before = name[: found.start()]
    return name if "," in before or is_unnamed(before) else before


def _is_carelessly_written(name: str) -> bool:
    """Tell whether all letters of a name are capitals, or small ones, which nobody's name is."""
    words = name.split()
    titled = _TITLE.fullmatch(words[0]) is not None and len(words) > 1
    if name.isupper():
        return titled or all(
            len(word) > 2 and word not in _IN_CAPITALS and re.search("[AEIOUY]", word) for word in words
        )
    known = is_unnamed(name) or not _GROUP.isdisjoint(words)
    return name.islower() and (
        titled or (len(words) < 5 and not known and all(word.strip(".,").isalpha() for word in words))
    )


def _write_name(word: str) -> str:
    """Return one word of a name with its capitals: “O'BRIEN” → O'Brien, “van” → van."""
    if word.lower() in _SMALL:
        return word.lower()
    return _PIECE.sub(lambda found: found[1].title() + found[2].capitalize(), word)


def read_organisation(text: str) -> str:
    """Return the name of a company without the `at` that stands before it in the message."""
    return read_name(_AT.sub("", text))


def read_role(text: str) -> str:
    """Return the bare name of a job, so that `the … role` can stand around it: “the registrar post.” → registrar.

    Raises:
        AnswerError: Nothing but “the role” is left.
    """
    bare = _NOUN.sub("", without_stop(_ARTICLE.sub("", _FRAME.sub("", text))))
    if _NOUN_ALONE.fullmatch(bare) or not any(char.isalnum() for char in bare):
        raise AnswerError(f"Enter the job as the advert names it, such as museum registrar, in place of “{text}”.")
    return bare


def read_email(text: str) -> str:
    """Return the address; it goes into a header, so it must be one address and nothing else.

    Raises:
        AnswerError: Not one address in ASCII, the only kind that every mail program can send to.
    """
    text = text.rstrip(".")
    if not text.isascii() or "=?" in text or not re.fullmatch(r"[^\s@<>,;:\"()\[\]\\]+@[\w-]+(?:\.[\w-]+)+", text):
        raise AnswerError(f"Enter one email address, such as varga@example.org, in place of “{text}”.")
    return text


def without_stop(text: str) -> str:
    """Drop a closing stop, unless it belongs to an abbreviation such as Jr. or Ltd."""
    return text if ends_with_abbreviation(text) else text.rstrip(".").rstrip()
