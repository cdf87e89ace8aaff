"""The protocol between the page and the engine: JSON text goes in and comes out, one request and one response at a time.

`generator.worker.handle` is the engine's end, `engine/engine.mjs` the page's. Nothing is kept from one request to the next. What may
be absent may be null too. The page's types are made of this file: python -m generator.site.declarations
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict


class ReaderClock(TypedDict):
    """Where and when the reader is, as their device says: the engine has no clock and no list of zones."""

    zone: NotRequired[str]
    """An IANA name such as `Europe/Lisbon`; empty where it is not known."""
    offsets: NotRequired[list[tuple[str, int]]]
    """Moments in UTC (`2027-03-28T01:00`) from which on the reader's clocks are so many minutes east of UTC, in order."""
    now: NotRequired[str]
    """The reader's own date and hour as `2026-11-24T23:57`; empty where it is not known."""


class MessageRequest(TypedDict):
    """What says which message is meant."""

    type: str
    """The slug of the message type."""
    channel: NotRequired[str]
    """Empty for the first of the type."""
    tone: NotRequired[str]
    length: NotRequired[str]
    locale: NotRequired[str]
    answers: NotRequired[dict[str, str]]
    """What the reader typed or chose, by field."""
    edits: NotRequired[dict[str, str]]
    """The reader's own words by part; empty words leave a part out."""


class ComposeRequest(MessageRequest):
    """Asks for a message."""

    request: Literal["compose"]


class CheckRequest(MessageRequest):
    """Asks what the checks find in a text that was made from the message."""

    request: Literal["check"]
    text: NotRequired[str]


class ExportRequest(MessageRequest):
    """Asks for a file of the message, or of what goes with it."""

    request: Literal["export"]
    to: str
    """The form: `txt`, `docx`, `eml`, `ics`, `pack` and so on."""
    paper: NotRequired[str]
    """`a4` or `letter`."""
    invitation: NotRequired[str]
    """The file of the invitation that is replied to, in base64."""
    you: NotRequired[str]
    """The address of the one of the invited who replies."""
    clock: NotRequired[ReaderClock]
    stamp: NotRequired[str]
    """This moment as calendars write it: `20270503T090000Z`."""
    also: NotRequired[dict[str, dict[str, str]]]
    """Whom to tell besides: answers by the message type of each note."""


class ReadRequest(TypedDict):
    """Asks what an invitation says."""

    request: Literal["read"]
    base64: str
    """The file: a mail, a calendar file or a text."""
    clock: NotRequired[ReaderClock]


type Request = ComposeRequest | CheckRequest | ExportRequest | ReadRequest


class Segment(TypedDict):
    """A run of words that come from one place."""

    text: str
    field: str
    """The field whose answer it is; empty for words of the template."""
    gap: bool
    """Whether the answer is missing, and its name stands here in square brackets."""


class Part(TypedDict):
    """A part of the text that has a purpose of its own."""

    name: str
    label: str
    before: str
    """What stands between it and the part before."""
    segments: list[Segment]
    uses: list[str]
    """The fields whose answers made it."""
    why: str
    """What it does, in a sentence to the reader."""
    guide: str
    """The page of the handbook that says more, as its source path."""
    essential: bool
    """Whether the message cannot do without it."""


class RevisedPart(TypedDict):
    """A part that the reader has edited, with the words that the answers would make now."""

    name: str
    label: str
    text: str


class Room(TypedDict):
    """How many characters a message takes, and how many it may take where it goes."""

    taken: int
    given: int


class Draft(TypedDict):
    """A message."""

    type: str
    channel: str
    tone: str
    length: str
    locale: str
    subject: str | None
    """None where the channel has none."""
    subject_segments: list[Segment]
    text: str
    declines: bool
    """Whether it says no to the interview, so that it can free the slot in their calendar."""
    parts: list[Part]
    """In their order; the text is theirs, to the letter."""
    revised: list[RevisedPart]
    words: int
    room: Room | None
    texts: int | None
    """How many text messages it is sent as, where it is one."""
    seconds: float | None
    """How long it takes to say, where it is spoken."""


class Missing(TypedDict):
    """An answer that the message needs and does not have."""

    field: str
    gap: str
    """What stands in the brackets."""
    label: str


class FieldMessage(TypedDict):
    """A sentence to the reader about one answer: what is wrong with it, or how it was read."""

    field: str
    """Empty where it is about no single one."""
    message: str


class Finding(TypedDict):
    """Advice of a check."""

    check: str
    message: str
    guide: str
    strike: str
    """The sentence that can be taken out; empty where that is not the remedy."""


class Advice(TypedDict):
    """What is kinder or wiser than to send the message."""

    message: str
    guide: str
    label: str
    """The title of the message that it leads to; empty where it leads to a page of the handbook."""


class Mailto(TypedDict):
    """The link that opens the mail program."""

    url: str
    whole: bool
    """Whether the text is in it; one that is too long has to be copied."""


class Composition(TypedDict):
    """What answers led to."""

    draft: Draft
    missing: list[Missing]
    problems: list[FieldMessage]
    notes: list[FieldMessage]
    findings: list[Finding]
    advice: Advice | None
    """None where nothing is wiser than to send it."""
    mailto: Mailto | None
    """None for what is not sent by email."""


class CheckedText(TypedDict):
    """What the checks found in a text."""

    findings: list[Finding]


class File(TypedDict):
    """A file that was made."""

    name: str
    media_type: str
    base64: str


class Fact(TypedDict):
    """Something that an invitation says."""

    name: str
    """The field that asks for it."""
    label: str
    value: str
    """As it would be typed."""
    quote: str
    source: str
    certainty: Literal["sure", "likely", "unsure"]


class Person(TypedDict):
    """One of the invited."""

    name: str
    address: str


class Suggestion(TypedDict):
    """Where the reader stands, in the chooser's words, and why."""

    where: str
    label: str
    notice: int | None
    """How long it is until the interview, as a place in the chooser's list; None where that has no bearing."""
    because: list[str]


class Invitation(TypedDict):
    """What an invitation says."""

    kind: Literal["calendar", "mail", "text"]
    status: str
    found: list[Fact]
    you: list[Person]
    """Those of the invited who may be the reader."""
    answerable: bool
    """Whether a calendar waits for a reply."""
    said: list[str]
    """Sentences to the reader: what could not be read, and what can be done."""
    suggestion: Suggestion | None


class Results(TypedDict):
    """Name of a request → its result."""

    compose: Composition
    check: CheckedText
    export: File
    read: Invitation


class ErrorDescription(TypedDict):
    """Why a request was refused: the class of the error, and one sentence for the reader."""

    name: str
    message: str


class Success(TypedDict):
    """The response to a request that was carried out."""

    ok: Literal[True]
    result: Composition | CheckedText | File | Invitation


class Failure(TypedDict):
    """The response to a request that was refused."""

    ok: Literal[False]
    error: ErrorDescription


type Response = Success | Failure
