"""The nouns of the engine: frozen, keyword-only, without logic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

STAGES = {
    "applied": "When you have applied",
    "invited": "When you are invited",
    "booked": "Before the interview",
    "during": "During the interview",
    "after": "After the interview",
    "around": "Between you and them",
    "answered": "When they have answered",
}
"""Where in the process a message belongs → what the reader sees, in order of time."""

TONES = {"plain": "Plain", "warm": "Warm", "formal": "Formal"}
"""Tone → what the reader sees; the first is the default."""


LENGTHS = {"full": "In full", "short": "Short"}
"""Length → what the reader sees; the first is the default, and the only one of a channel without a short form."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """How a message is to be written, whatever it says. An empty choice means the default."""

    channel: str = ""
    """One of the message type's; its first is the default."""
    tone: str = ""
    """A key of `TONES`."""
    length: str = ""
    """A key of `LENGTHS`; a channel without a short form writes everything in full."""
    locale: str = ""
    """A key of `catalogue.locales()`, such as `en-GB`."""


class When(NamedTuple):
    """A day as a person gave it, and the hour if there was one."""

    year: int | None
    """None where it was neither typed nor could be told from today's date."""
    month: int
    day: int
    weekday: int | None
    """0 is Monday; None where neither a year nor a weekday is known."""
    hour: int | None = None
    """0 to 23; None where no time was given, and then `minute` is None too."""
    minute: int | None = None
    zone: str = ""
    """As typed, for instance `BST`; empty where none was given."""
    guess: str = ""
    """A sentence to the reader, where something in it was not said: how to put it right if it is otherwise."""


class Money(NamedTuple):
    """An amount of pay as a person gave it."""

    amount: str
    """Digits with an optional decimal point, for instance `42000` or `17.50`."""
    currency: str = ""
    """A symbol or an ISO 4217 code; empty where none was given."""
    period: str = ""
    """`hour`, `day`, `week`, `month` or `year`; empty where none was given."""


LIES = ("ahead", "behind", "today")
"""Where a day lies that somebody is asked for, as seen from today; the first is the default."""

type Value = str | bool | When | Money
"""What an answer becomes: never markup, never a template, never an object with behaviour."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One choice of a field of kind `choice`."""

    value: str
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """A declared question."""

    name: str
    kind: str
    """A key of `fields.READERS`."""
    label: str
    hint: str
    """One short sentence without a full stop; empty where the label says it all."""
    changes: str
    """What the answer changes in the message, for authors and for the handbook."""
    gap: str
    """What stands in square brackets where a required answer is missing."""
    required: bool
    options: tuple[Option, ...]
    """In the order shown; no answer means the first. Empty for other kinds than `choice`."""
    when: tuple[str, str] | None
    """Asked only where the named choice has this value; None means always."""
    channels: tuple[str, ...]
    """The channels that ask it, out of the type's; empty means that none does, as with today's date where no letter is written."""
    autocomplete: str
    """The HTML token, on the reader's own data only; `off` on other people's."""
    more: bool
    """Asked after the others, since the message is whole without it."""
    lies: str
    """One of `LIES`: whether a day that it asks for is rather still to come or over, or is today."""
    whole: bool = True
    """An answer that is a sentence of its own can stand in the message, and need not finish one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """Answers stored in a message type: page content, test fixture and accessibility case at once."""

    name: str
    answers: Mapping[str, str]
    style: Style
    """How its letter is written; an empty choice means the default."""
    letter: str
    """The exact text that the answers make in this style, with its subject; empty in the browser, which has no use for it."""
    line: int
    """Where its name stands in the file, from 1."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A place and a wish of the chooser for which it offers a message type: one row of the chooser."""

    where: str
    """A key of `STAGES`."""
    wants: str
    """A key of the chooser's wishes."""
    because: str
    """Why this is the message for it: a sentence or two to the reader."""
    usual: bool = False
    """It is the one that most people there want, so it stands before the others."""
    short_notice: bool = False
    """It is for a short notice alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What a reader can want of an interview."""

    label: str
    advice: str
    """What to do about it besides a message; empty where a message does it all."""
    guide: str
    """Handbook page and section with the line to write, relative to `docs/`; empty where there is no advice."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """How long it is until the interview, and what follows from it."""

    label: str
    channels: tuple[str, ...]
    """The ways to tell them, the best first."""
    advice: str
    short: bool
    """It is so short that they are owed an apology."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Chooser:
    """What the chooser asks and says beside the message types."""

    places: Mapping[str, str]
    """Stage → what a reader who is there would say, in the order shown."""
    wishes: Mapping[str, Wish]
    notices: tuple[Notice, ...]
    """The shortest first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Beside:
    """What makes of a message type one that goes along with another, to somebody else who should hear it."""

    who: str
    """What an invitation calls them, such as `agency`; it names the piece of a packet."""
    label: str
    """The question for their name."""
    purpose: str
    """A sentence or two of the read-me: what it is for, and when it is sent."""
    first: bool
    """It is sent before the message itself."""
    short: bool
    """It is short whatever the message is: in full, it would say that nobody else hears it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MessageType:
    """What one file in `messages/` declares: a situation and how to answer it."""

    slug: str
    title: str
    summary: str
    stage: str
    guide: str
    """Path of the handbook page, relative to `docs/`."""
    called: tuple[str, ...]
    """Other words that people look for it with; empty in the browser, which has no use for them."""
    choices: tuple[Choice, ...]
    """What the chooser leads here for; at least one, except in the browser, which has no use for them."""
    channels: tuple[str, ...]
    """The first is the default."""
    channels_hint: str
    """Why it is not offered in the other channels: one short sentence without a full stop."""
    fields: tuple[Field, ...]
    """In the order in which they are asked."""
    short_keeps: tuple[str, ...]
    """Parts that the short form has besides the layout's."""
    declines: Mapping[str, str] | bool
    """True where the message says that its sender will not take part; else the answers, of which one is enough, with which it does."""
    opens_otherwise: bool
    """It begins with what has happened, so that neither decision nor request stands first."""
    gives_reason: str
    """The reason that it gives whatever is answered, by the name that other types have for it; empty where it gives none by itself."""
    beside: Beside | None
    """None for what goes to those who invited, or goes by itself."""
    checks: tuple[str, ...]
    """Those of every draft; whether it declines decides on one more."""
    examples: tuple[Example, ...]
    """At least one; the first is the worked example of the page."""
    body: str
    """Jinja blocks, one per part."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PartName:
    """A word of the shared vocabulary of parts."""

    label: str
    why: str
    """One sentence to the reader: what the part is there for."""
    guide: str
    """Handbook page and anchor that explain the part, relative to `docs/`."""
    essential: bool
    """Without it there is no message, so it is not offered to be left out."""
    own_line: bool
    """Starts a new line inside its paragraph, instead of following on."""
    cue: str
    """Stands on a line of its own above the part, said to the reader alone; empty for parts on the main path."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Locale:
    """One English, as it is written."""

    name: str
    """A language tag (BCP 47), such as `en-GB`."""
    label: str
    day: str
    """A day with its weekday, from `{weekday}`, `{day}` and `{month}`."""
    day_alone: str
    when: str
    """A day with its hour, from `{day}` and `{time}`."""
    am: str
    """What stands behind an hour before noon, and `pm` behind one after it."""
    pm: str
    date: str
    """The date of a letter, from `{day}`, `{month}` and `{year}`."""
    american: bool
    """Sentences are those of the United States, where a template has others for them."""
    salutation_end: str
    """What ends the salutation of a letter that is not among friends."""
    paper: str
    """A key of `exports.PAPERS`."""
    regions: tuple[str, ...]
    """The countries whose readers are offered it first (ISO 3166); empty means everybody else."""
    titles: Mapping[str, str]
    """A title before a name, as people type it → as it is written."""
    leads: Mapping[str, str]
    """Part → the words that stand before it."""
    words: Mapping[str, str]
    """What a template writes, in lower case unless it is always written in capitals → what it becomes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """What one file in `layouts/` declares: which parts a channel has, and in which order."""

    channel: str
    label: str
    headers: tuple[str, ...]
    """Parts that stand outside the text, such as the subject."""
    paragraphs: tuple[tuple[str, ...], ...]
    """Names of parts; an empty paragraph leaves an empty line more."""
    paragraphs_in: Mapping[str, tuple[tuple[str, ...], ...]]
    """Locale → the paragraphs, where its country orders them otherwise."""
    short: tuple[str, ...]
    """The parts that a short message has; empty where there is no short form."""
    body: str
    """Jinja blocks for the parts that a message type need not write."""
    straight_quotes: bool
    """Quotation marks are straight, also those that were typed."""
    dated: bool
    """It bears its date and is read on another day, so that no day in it is “tomorrow”."""
    contractions: bool
    """What can be said in a shorter form, such as “I'm”, is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Segment:
    """A run of a part's text: the template's own words, an inserted answer, or a gap."""

    text: str
    field: str = ""
    """The field that the text came from; empty for the template's own words."""
    gap: bool = False
    """True where the answer is missing and `text` is the bracketed name of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One named piece of a draft."""

    name: str
    label: str
    before: str
    """What divides it from the part before: empty, a space, or line ends."""
    segments: tuple[Segment, ...]
    uses: tuple[str, ...]
    """The fields that shaped it, inserted or decided upon, in the order of the type."""


class Advice(NamedTuple):
    """What is kinder or wiser than to send the message, as the answers show."""

    message: str
    leads_to: str
    """A message type, or a handbook page with its anchor, relative to `docs/`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A finished message."""

    type: str
    channel: str
    tone: str
    length: str
    """A key of `LENGTHS`: of the message that was made, whatever was asked for."""
    locale: Locale
    headers: tuple[Part, ...]
    """`to` and `subject`, where the channel has them."""
    parts: tuple[Part, ...]
    """In the order of the text."""
    text: str
    """All parts with what divides them; lines end in `\\n`; no line end at the end."""
    declines: bool
    """It says that its sender will not take part."""
    missing: tuple[str, ...]
    """Names of the fields whose gap stands in the draft, in the order of the type."""
    phrases: Mapping[str, str]
    """Each answer as it is written in the text, by field name; unanswered fields are absent."""
    revised: tuple[Part, ...] = ()
    """The parts that the reader has rewritten or left out, as the answers would make them now, in the order of the text."""
    advice: Advice | None = None
    """None where nothing is kinder or wiser than to send it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """An answer that could not be read: it counts as missing, but a day stands in the message as it was typed."""

    field: str
    message: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """What the reader should know of an answer that was read: how it was understood, or what was left out of it."""

    field: str
    """Empty where it is about the reader's own words in the draft."""
    message: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What a check found."""

    check: str
    message: str
    guide: str
    """Handbook page and anchor that explain the rule, relative to `docs/`."""
    remove: str = ""
    """The sentence of the text that can go, to put it right; empty where that takes a person's judgement."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Composition:
    """What answers lead to: the draft, what could not be read, how the rest was read, and what the checks found."""

    draft: Draft
    problems: tuple[Problem, ...]
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Export:
    """A draft as something to send."""

    name: str
    """A file name that says what is inside; for a link, the link's scheme."""
    media_type: str
    data: bytes
