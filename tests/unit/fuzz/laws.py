"""What holds of whatever is read, be it an invitation or any bytes at all."""

import re

from generator import invitation
from generator.errors import InvitationError
from generator.fields.dates import read_datetime
from generator.invitation.content_lines import unescape, unescape_parameter, unfold
from generator.invitation.markup import read_markup
from generator.model.invitation import CERTAINTIES, FACTS, STATUSES, ReaderClock
from generator.model.message import STAGES, When

HERE = ReaderClock(
    zone="Europe/London",
    offsets=(("2026-10-25T01:00", 0), ("2027-03-28T01:00", 60), ("2027-10-31T01:00", 0)),
    now="2027-05-03T09:00",
)
TODAY = When(2027, 5, 3, 0)
HIDDEN = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
SOURCES = {"the calendar file", "the subject", "the sender's line", "the address line", "the reply line", "the text"}


def obey(data):
    """Return what the bytes say, None where they are refused; anything that should never be raises."""
    try:
        read = invitation.read(data, HERE)
    except InvitationError:
        return None
    assert read.kind in {"calendar", "mail", "text"}
    assert read.status in STATUSES
    _obey_in_order(read.found)
    texts = texts_of(data)
    for thing in read.found:
        _obey_alone(thing)
        _obey_the_text(thing, texts)
    assert all(sentence.endswith(".") and "\n" not in sentence for sentence in read.remarks), read.remarks
    assert len(set(read.remarks)) == len(read.remarks)
    assert read.found or read.remarks
    if read.status in {"cancelled", "unclear"}:
        assert read.suggestion is None
    if read.suggestion:
        assert read.suggestion.where in STAGES
        assert read.suggestion.because
    return read


def _obey_in_order(found):
    names = [thing.name for thing in found]
    alone = [name for name in names if name != "slot"]

    assert names == sorted(names, key=list(FACTS).index)
    assert len(alone) == len(set(alone))
    assert not {"slot", "interview_when"} <= set(names)


def _obey_alone(thing):
    assert thing.certainty in CERTAINTIES
    assert thing.source in SOURCES
    assert thing.value.strip(), thing
    assert thing.quote.strip(), thing
    assert not re.search(r"[\r\n]", thing.value), thing
    if thing.name in {"slot", "interview_when"}:
        read_datetime(thing.value, TODAY)


def texts_of(data):
    """Return all that decoding makes of the bytes, without white space."""
    letter = invitation._open(data)[1]
    people = [person for person in (letter.sender, letter.reply_to, *letter.to) if person]
    texts = [*letter.text, *letter.below, letter.subject, *(person.line for person in people)]
    for calendar in map(unfold, letter.calendars):
        texts += [calendar, unescape(calendar), unescape_parameter(calendar)]
    texts += [line for event in invitation._events(letter)[0] for line in read_markup(event.description)]
    return "\n".join(map(squeeze, texts))


def squeeze(text):
    return HIDDEN.sub("", text)


def _obey_the_text(thing, texts):
    """Assert that the quote stands in the text, and so does each word of the value, but for days, which are put into English."""
    assert squeeze(thing.quote) in texts, thing
    if thing.name not in {"slot", "interview_when"}:
        assert [] == [word for word in thing.value.split() if squeeze(word) not in texts], thing
